// LoopRanges.cpp: reads headers of the form `for (k = a; k < b; ++k)`.

#include "LoopRanges.h"

#include "LibraryUses.h"
#include "WholeObjects.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/Stmt.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

const Expr *plain(const Expr *expr) { return expr->IgnoreParenImpCasts(); }

const ValueDecl *namedBy(const Expr *expr) {
  const auto *named = expr ? llvm::dyn_cast<DeclRefExpr>(plain(expr)) : nullptr;
  return named ? named->getDecl() : nullptr;
}

/// isSymbol() returns true for an expression whose value only depends on the
/// variables that it names.
bool isSymbol(const Expr *expr) {
  expr = plain(expr);
  if (llvm::isa<DeclRefExpr, IntegerLiteral, CXXThisExpr>(expr))
    return true;
  if (const auto *member = llvm::dyn_cast<MemberExpr>(expr))
    return isSymbol(member->getBase());
  if (const auto *call = llvm::dyn_cast<CXXMemberCallExpr>(expr))
    return useBy(call->getMethodDecl()) == MethodUse::Extent &&
           isSymbol(call->getImplicitObjectArgument());
  const auto *binary = llvm::dyn_cast<BinaryOperator>(expr);
  return binary && binary->isAdditiveOp() + binary->isMultiplicativeOp() > 0 &&
         isSymbol(binary->getLHS()) && isSymbol(binary->getRHS());
}

/// names() returns true if `symbol` depends on the object that is changed.
bool names(const Stmt *symbol, const Object &changed) {
  if (changed.kind == Object::Kind::LocalIndirect ||
      changed.kind == Object::Kind::Unknown)
    return true; // Whatever it is.
  if (const auto *named = llvm::dyn_cast<DeclRefExpr>(symbol);
      named && named->getDecl() == changed.variable)
    return true;
  if (const auto *member = llvm::dyn_cast<MemberExpr>(symbol))
    if (llvm::is_contained(changed.path, member->getMemberDecl()))
      return true;
  if (llvm::isa<CXXThisExpr>(symbol) && !changed.variable &&
      changed.path.empty())
    return true;
  return llvm::any_of(symbol->children(), [&](const Stmt *child) {
    return child && names(child, changed);
  });
}

/// How far a loop's increment goes; nothing where that is no constant.
std::optional<std::int64_t> stepOf(const Expr *increment,
                                   const ValueDecl *variable,
                                   const ASTContext &ast) {
  if (const auto *unary = llvm::dyn_cast<UnaryOperator>(increment);
      unary && unary->isIncrementDecrementOp() &&
      namedBy(unary->getSubExpr()) == variable)
    return unary->isIncrementOp() ? 1 : -1;
  const auto *binary = llvm::dyn_cast<BinaryOperator>(increment);
  if (!binary || namedBy(binary->getLHS()) != variable ||
      (binary->getOpcode() != BO_AddAssign &&
       binary->getOpcode() != BO_SubAssign))
    return std::nullopt;
  const auto step = binary->getRHS()->getIntegerConstantExpr(ast);
  if (!step || !step->isSignedIntN(32))
    return std::nullopt;
  return binary->getOpcode() == BO_AddAssign ? step->getExtValue()
                                             : -step->getExtValue();
}

struct Start {
  const ValueDecl *variable = nullptr;
  const Expr *value = nullptr;
};

Start startOf(const ForStmt *loop) {
  if (const auto *declaration =
          llvm::dyn_cast_or_null<DeclStmt>(loop->getInit()))
    if (const auto *variable =
            declaration->isSingleDecl()
                ? llvm::dyn_cast<VarDecl>(declaration->getSingleDecl())
                : nullptr;
        variable && !variable->getType()->isReferenceType())
      return {variable, variable->getInit()};
  const auto *assignment =
      llvm::dyn_cast_or_null<BinaryOperator>(loop->getInit());
  if (assignment && assignment->getOpcode() == BO_Assign)
    return {namedBy(assignment->getLHS()), assignment->getRHS()};
  return {};
}

Bound moved(Bound bound, std::int64_t by) {
  bound.offset += by;
  return bound;
}

/// The values between the start and the condition's bound.
std::optional<Interval> between(const Bound &start, const Bound &bound,
                                BinaryOperatorKind relation,
                                std::int64_t step) {
  if (step > 0 && (relation == BO_LT || (relation == BO_NE && step == 1)))
    return Interval{start, bound};
  if (step > 0 && relation == BO_LE)
    return Interval{start, moved(bound, 1)};
  if (step < 0 && relation == BO_GT)
    return Interval{moved(bound, 1), moved(start, 1)};
  if (step < 0 && relation == BO_GE)
    return Interval{bound, moved(start, 1)};
  return std::nullopt;
}

} // namespace

bool hasSameSymbol(const Bound &a, const Bound &b) {
  return !a.symbol == !b.symbol && (!a.symbol || a.key == b.key);
}

std::optional<Bound> LoopRanges::boundOf(const Expr *expr) const {
  if (!expr || expr->isValueDependent())
    return std::nullopt;
  expr = plain(expr);
  if (const auto constant = expr->getIntegerConstantExpr(ast_);
      constant && constant->isSignedIntN(60)) {
    Bound made;
    made.offset = constant->getExtValue();
    return made;
  }
  const auto *binary = llvm::dyn_cast<BinaryOperator>(expr);
  if (binary && binary->isAdditiveOp()) {
    const auto left = boundOf(binary->getLHS());
    const auto right = boundOf(binary->getRHS());
    if (left && right && !right->symbol)
      return moved(*left, binary->getOpcode() == BO_Add ? right->offset
                                                        : -right->offset);
    if (left && right && !left->symbol && binary->getOpcode() == BO_Add)
      return moved(*right, left->offset);
  }
  if (!isSymbol(expr) || !expr->getType()->isIntegerType())
    return std::nullopt;
  Bound made;
  made.symbol = expr;
  expr->Profile(made.key, ast_, true);
  return made;
}

std::vector<const Change *> LoopRanges::changesOf(const Expr *symbol) const {
  std::vector<const Change *> found;
  for (const Change &change : context_.effects.changes)
    if (!isElementStore(change) && !change.bySystem &&
        llvm::any_of(change.objects, [&](const Object &object) {
          return names(symbol, object);
        }))
      found.push_back(&change);
  return found;
}

static void addInitializers(const Stmt *symbol,
                            std::vector<const Stmt *> &places) {
  const auto *named = llvm::dyn_cast<DeclRefExpr>(symbol);
  const auto *variable =
      named ? llvm::dyn_cast<VarDecl>(named->getDecl()) : nullptr;
  if (variable && !llvm::isa<ParmVarDecl>(variable) && variable->getInit())
    places.push_back(variable->getInit());
  for (const Stmt *child : symbol->children())
    if (child)
      addInitializers(child, places);
}

std::vector<const Stmt *> LoopRanges::placesOfChange(const Expr *symbol) const {
  std::vector<const Stmt *> places;
  for (const Change *change : changesOf(symbol))
    places.push_back(change->node);
  addInitializers(symbol, places);
  return places;
}

bool LoopRanges::changesWithin(const Expr *symbol, const Stmt *body) const {
  return llvm::any_of(changesOf(symbol), [&](const Change *change) {
    return context_.statements.isWithin(change->node, {body});
  });
}

std::optional<LoopRange> LoopRanges::rangeOf(const ForStmt *loop) const {
  const Start start = startOf(loop);
  const auto *condition = llvm::dyn_cast_or_null<BinaryOperator>(
      loop->getCond() ? plain(loop->getCond()) : nullptr);
  if (!start.variable || !start.value || !condition || !loop->getInc() ||
      ast_.getTypeSize(start.variable->getType()) < 32 ||
      !condition->isComparisonOp() ||
      namedBy(condition->getLHS()) != start.variable)
    return std::nullopt;
  const auto step = stepOf(loop->getInc(), start.variable, ast_);
  const auto first = boundOf(start.value);
  const auto bound = boundOf(condition->getRHS());
  if (!step || !first || !bound)
    return std::nullopt;
  const auto values = between(*first, *bound, condition->getOpcode(), *step);
  if (!values || changesWithin(plain(condition->getLHS()), loop->getBody()))
    return std::nullopt;
  for (const Bound &end : {*first, *bound})
    if (end.symbol && changesWithin(end.symbol, loop))
      return std::nullopt;
  return LoopRange{start.variable, *values, *step == 1 || *step == -1};
}

std::optional<LoopRange>
LoopRanges::rangeAround(const Expr *use, const ValueDecl *variable) const {
  const Stmt *inner = use;
  for (const Stmt *at = context_.statements.parent(use); at;
       inner = at, at = context_.statements.parent(at)) {
    const auto *loop = llvm::dyn_cast<ForStmt>(at);
    if (!loop || startOf(loop).variable != variable)
      continue;
    return loop->getBody() == inner ? rangeOf(loop) : std::nullopt;
  }
  return std::nullopt;
}

/// widened() replaces a loop variable by the ends of what it runs through.
std::optional<Interval> LoopRanges::widened(const Expr *use,
                                            const Bound &bound) const {
  const ValueDecl *variable = namedBy(bound.symbol);
  const auto range = variable ? rangeAround(use, variable) : std::nullopt;
  if (!range)
    return Interval{bound, moved(bound, 1)};
  Bound first = moved(range->values.first, bound.offset);
  Bound last = moved(range->values.last, bound.offset);
  if (namedBy(first.symbol) && namedBy(first.symbol) != variable)
    if (const auto outer = widened(use, first))
      first = outer->first;
  if (namedBy(last.symbol) && namedBy(last.symbol) != variable)
    if (const auto outer = widened(use, moved(last, -1)))
      last = outer->last;
  return Interval{first, last};
}

std::optional<Interval> LoopRanges::intervalOf(const Expr *subscript) const {
  const auto bound = subscript ? boundOf(subscript) : std::nullopt;
  if (!bound)
    return std::nullopt;
  return widened(subscript, *bound);
}

} // namespace paraloop
