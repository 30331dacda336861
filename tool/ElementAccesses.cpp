// ElementAccesses.cpp: climbs from each name of the variable to the whole
// access around it, and follows arguments into functions in sight.

#include "ElementAccesses.h"

#include "Lists.h"
#include "PathTypes.h"
#include "Reseating.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"
#include "Travel.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace clang;

namespace paraloop {
namespace {

bool refers(QualType type) {
  return type.getNonReferenceType()->isPointerType() || isPointerLike(type);
}

/// holdsPointers() returns true for an object that isn't a pointer, but has
/// some.
bool holdsPointers(QualType type) {
  std::vector<QualType> targets;
  if (!refers(type) &&
      !isSharedVariable(type.getNonReferenceType()->getAsCXXRecordDecl()))
    addTargets(type, targets);
  return !targets.empty();
}

bool refersToPointer(QualType pointer) {
  const QualType target = targetTypeOf(pointer);
  return !target.isNull() && refers(target);
}

bool isPointerValue(const Expr *expr) {
  while (const auto *temporary =
             llvm::dyn_cast<MaterializeTemporaryExpr>(expr->IgnoreImpCasts()))
    expr = temporary->getSubExpr();
  return expr->isPRValue() && refers(expr->getType());
}

/// The call whose function is named by `callee`, for `v.size` the call
/// `v.size()`.
const CXXMemberCallExpr *callOf(const MemberExpr *callee, const Frame &frame) {
  const Stmt *at = frame.statements->parent(callee);
  while (llvm::isa_and_nonnull<ParenExpr>(at))
    at = frame.statements->parent(at);
  return llvm::dyn_cast_or_null<CXXMemberCallExpr>(at);
}

/// What these methods return doesn't depend on the elements.
bool readsNoElement(const Expr *call) {
  static const llvm::StringSet<> names = {
      "size", "empty", "length", "capacity", "max_size", "get_deleter"};
  const FunctionDecl *callee = calleeOf(call);
  return callee && isStandard(callee) && callee->getDeclName().isIdentifier() &&
         names.contains(callee->getName());
}

/// The variable that a declaration initialises with `init`, or null.
const VarDecl *initialisedBy(const Expr *init, const Stmt *statement) {
  const auto *declaration = llvm::dyn_cast_or_null<DeclStmt>(statement);
  if (declaration)
    for (const Decl *one : declaration->decls())
      if (const auto *variable = llvm::dyn_cast<VarDecl>(one);
          variable && variable->getInit() == init)
        return variable;
  return nullptr;
}

const Expr *changedBy(const Change &change) {
  if (const auto *binary = llvm::dyn_cast<BinaryOperator>(change.node))
    return binary->getLHS();
  if (const auto *call = llvm::dyn_cast<CXXOperatorCallExpr>(change.node);
      call && call->isAssignmentOp())
    return call->getArg(0);
  return change.node;
}

/// isThrownAway() returns true for an expression whose value nobody gets.
bool isThrownAway(const Expr *expr, const Statements &statements) {
  const Expr *full = statements.fullExpression(expr);
  return full->IgnoreImplicit() == expr->IgnoreImplicit() &&
         !statements.isValueUsed(full);
}

/// mayFollow() returns false for a call of a method of the library that hands
/// out none of the pointers that the object holds: push_back() follows none.
bool mayFollow(const Expr *call, const Statements &statements) {
  const FunctionDecl *callee = calleeOf(call);
  if (!llvm::isa_and_nonnull<CXXMethodDecl>(callee) || !isStandard(callee) ||
      llvm::isa<CXXConstructorDecl>(callee))
    return true;
  const QualType result = call->getType();
  return (refers(result) || holdsPointers(result)) &&
         !isThrownAway(call, statements);
}

/// isNewObject() returns true for a temporary through which nothing else can be
/// reached.
bool isNewObject(const Expr *expr) {
  const auto *temporary =
      llvm::dyn_cast<MaterializeTemporaryExpr>(expr->IgnoreImpCasts());
  return temporary && !refers(temporary->getType()) &&
         !holdsReferences(temporary->getType());
}

bool isCall(const Stmt *statement) {
  return llvm::isa_and_nonnull<CallExpr, CXXConstructExpr>(statement);
}

/// isOneOfTwo() returns true for p in `(c ? p : q)` and `(x, p)` where those
/// designate p itself.
bool isOneOfTwo(const Expr *expr, const Stmt *parent) {
  const auto *both = llvm::dyn_cast_or_null<Expr>(parent);
  const auto *binary = llvm::dyn_cast_or_null<BinaryOperator>(parent);
  return both && both->isGLValue() &&
         (llvm::isa<AbstractConditionalOperator>(both) ||
          (binary && binary->getOpcode() == BO_Comma &&
           binary->getRHS() == expr));
}

bool keepsPlace(const CastExpr *cast) {
  switch (cast->getCastKind()) {
  case CK_NoOp:
  case CK_DerivedToBase:
  case CK_UncheckedDerivedToBase:
  case CK_ArrayToPointerDecay:
    return true;
  case CK_LValueToRValue:
    return cast->getType()->isPointerType();
  case CK_UserDefinedConversion:
  case CK_ConstructorConversion:
    return isPointerLike(cast->getType());
  default:
    return false;
  }
}

} // namespace

std::vector<ElementAccess> AccessFinder::find() {
  visit(frames_.loop());
  return std::move(accesses_);
}

void AccessFinder::visit(const Frame &frame) {
  if (!visited_.insert(&frame).second)
    return;
  for (const Mention &mention : frame.effects->mentions) {
    if (!touches(mention.object, frame))
      continue;
    if (mention.callee.empty())
      climb(mention.expr, frame);
    else
      visitCall(mention.expr, mention.callee, frame);
  }
  for (const Change &change : frame.effects->changes)
    if (!change.callee.empty() &&
        llvm::any_of(change.objects, [&](const Object &object) {
          return touches(object, frame);
        }))
      visitCall(change.node, change.callee, frame);
}

/// visitCall() looks at what a function that is called reads and changes; what
/// it gets as an argument has a mention of its own.
void AccessFinder::visitCall(const Expr *call, const std::string &name,
                             const Frame &frame) {
  if (isResolved(call, frame))
    climb(call, frame);
  const FunctionDecl *callee = calleeOf(call);
  const bool isSame = callee && callee->getNameAsString() == name;
  if (isSame && enters(call, frame))
    return;
  const auto *method = llvm::dyn_cast_or_null<CXXMethodDecl>(callee);
  const bool isOwnLambda =
      method && frame.scope->holdsLambda(method->getParent());
  const bool runsAnother = // std::function
      method && isStandard(method) &&
      method->getOverloadedOperator() == OO_Call;
  const bool onlyArguments =
      isSame && !runsAnother &&
      (isOwnLambda ||
       (!callees_.summary(callee) && !(method && method->isVirtual())));
  if (!onlyArguments)
    addEscaped(std::nullopt, call, frame);
}

bool AccessFinder::enters(const Expr *call, const Frame &frame) {
  const std::vector<const Frame *> inside = frames_.enterAny(call, frame);
  for (const Frame *one : inside)
    visit(*one);
  return !inside.empty();
}

bool AccessFinder::isResolved(const Expr *expr, const Frame &frame) {
  const std::optional<Path> path =
      expr->isGLValue()         ? reader_.object(expr, frame)
      : refers(expr->getType()) ? reader_.target(expr, frame)
                                : std::nullopt;
  return path && path->root == root_;
}

void AccessFinder::climb(const Expr *start, const Frame &frame) {
  const Expr *top = start;
  while (const auto *next =
             llvm::dyn_cast_or_null<Expr>(frame.statements->parent(top))) {
    const auto *method = llvm::dyn_cast<MemberExpr>(next);
    if (method && llvm::isa<CXXMethodDecl>(method->getMemberDecl()))
      next = callOf(method, frame);
    if (!next || !continues(top, next, frame))
      break;
    top = next;
  }
  if (!used_.insert({top, &frame}).second)
    return;
  if (isPointerValue(top))
    usePointer(top, frame);
  else
    use(top, frame);
}

bool AccessFinder::continues(const Expr *current, const Expr *next,
                             const Frame &frame) {
  if (llvm::isa<ParenExpr, FullExpr, MaterializeTemporaryExpr,
                CXXBindTemporaryExpr>(next))
    return true;
  if (const auto *cast = llvm::dyn_cast<CastExpr>(next))
    return keepsPlace(cast);
  if (llvm::isa<MemberExpr>(next))
    return true;
  if (const auto *subscript = llvm::dyn_cast<ArraySubscriptExpr>(next))
    return subscript->getBase() == current;
  if (const auto *unary = llvm::dyn_cast<UnaryOperator>(next))
    return unary->getOpcode() == UO_Deref || unary->getOpcode() == UO_AddrOf ||
           (unary->isIncrementDecrementOp() && refers(unary->getType()));
  if (const auto *binary = llvm::dyn_cast<BinaryOperator>(next))
    return refers(binary->getType()) &&
           ((binary->isAdditiveOp() && refers(current->getType())) ||
            (binary->isCompoundAssignmentOp() && binary->getLHS() == current));
  if (const auto *construction = llvm::dyn_cast<CXXConstructExpr>(next))
    return isView(next->getType())
               ? construction->getNumArgs() > 0 &&
                     construction->getArg(0) == current &&
                     isResolved(next, frame)
               : refers(next->getType()) && refers(current->getType()) &&
                     construction->getNumArgs() == 1;
  const auto *call = llvm::dyn_cast<CXXOperatorCallExpr>(next);
  if (call && (call->isAssignmentOp() || call->getArg(0) != current))
    return false;
  return llvm::isa<CallExpr>(next) && isResolved(next, frame);
}

/// use() notes an access to the object that `top` designates.
void AccessFinder::use(const Expr *top, const Frame &frame) {
  const Stmt *parent = frame.statements->parent(top);
  if (const VarDecl *alias = initialisedBy(top, parent);
      alias && alias->getType()->isReferenceType())
    return; // Its own mentions follow.
  if (const auto *lambda = llvm::dyn_cast_or_null<LambdaExpr>(parent)) {
    const bool copies =
        llvm::any_of(lambda->captures(), [](const LambdaCapture &capture) {
          return capture.getCaptureKind() == LCK_ByCopy ||
                 capture.getCaptureKind() == LCK_StarThis;
        });
    if (!copies)
      return; // What the lambda does with it stands in its body.
  }
  if (llvm::isa_and_nonnull<ReturnStmt>(parent) && frame.function)
    return returnFrom(top, frame);
  if (const auto *member = llvm::dyn_cast_or_null<MemberExpr>(parent))
    parent = callOf(member, frame);
  if (isCall(parent)) {
    const auto *call = llvm::cast<Expr>(parent);
    // The initialisers of a constructor aren't in its body.
    if (enters(call, frame) && !llvm::isa<CXXConstructExpr>(call))
      return;
    // How many elements there are doesn't change, unless it is asked of an
    // element.
    const std::size_t before = accesses_.size();
    const std::optional<Path> asked =
        readsNoElement(call) ? reader_.object(top, frame) : std::nullopt;
    if (asked && llvm::none_of(asked->steps, [](const Step &step) {
          return step.kind == Step::Kind::Element;
        })) {
      add(asked, top, frame, false);
      for (std::size_t index = before; index < accesses_.size(); ++index)
        accesses_[index].onlySize = true;
      return;
    }
  }
  std::optional<Path> path = reader_.object(top, frame);
  const bool goesOn =
      (isCall(parent) && !llvm::isa<CXXOperatorCallExpr>(parent)) ||
      isOneOfTwo(top, parent);
  if (goesOn && refers(top->getType()))
    usePointer(top, frame); // Who gets the pointer by reference may follow it.
  const auto *user = llvm::dyn_cast_or_null<Expr>(parent);
  add(std::move(path), top, frame, isChanged(top, frame),
      isCall(parent) && holdsPointers(top->getType()) &&
          mayFollow(user, *frame.statements));
}

/// usePointer() notes what may happen where a pointer goes.
void AccessFinder::usePointer(const Expr *top, const Frame &frame) {
  const Stmt *parent = frame.statements->parent(top);
  if (initialisedBy(top, parent) ||
      (reader_.isListPointer(top) && isOnlyCopied(top, *frame.statements)))
    return;
  if (llvm::isa_and_nonnull<ReturnStmt>(parent) && frame.function)
    return returnFrom(top, frame);
  const auto *binary = llvm::dyn_cast_or_null<BinaryOperator>(parent);
  const auto *cast = llvm::dyn_cast_or_null<CastExpr>(parent);
  const auto *compared = llvm::dyn_cast_or_null<CXXOperatorCallExpr>(parent);
  if ((binary && (binary->isComparisonOp() || binary->isAdditiveOp())) ||
      (cast && cast->getCastKind() == CK_PointerToBoolean) ||
      (compared &&
       (compared->isComparisonOp() || compared->getOperator() == OO_Minus)) ||
      isThrownAway(top, *frame.statements))
    return; // Only the pointer itself is looked at, or stepped.
  if (binary && binary->getOpcode() == BO_Assign)
    if (const auto *named =
            llvm::dyn_cast<DeclRefExpr>(binary->getLHS()->IgnoreParens());
        named && frame.scope->declares(named->getDecl()))
      return; // Another source of a local pointer.
  const auto *member = llvm::dyn_cast<MemberExpr>(parent);
  if (member)
    parent = callOf(member, frame);
  if (isCall(parent) && enters(llvm::cast<Expr>(parent), frame))
    return;
  std::optional<Path> path = reader_.target(top, frame);
  if (!member && path && !path->steps.empty() &&
      path->steps.back().kind == Step::Kind::Element)
    path->steps.back().index.reset();
  if (!isCall(parent))
    return addEscaped(std::move(path), top, frame);
  add(std::move(path), top, frame, isChanged(top, frame),
      refersToPointer(top->getType()));
}

/// returnFrom() goes on where the function was called.
void AccessFinder::returnFrom(const Expr *top, const Frame &frame) {
  const bool byValue = top->isPRValue() && !refers(top->getType());
  if (!byValue && isThrownAway(frame.call, *frame.outer->statements))
    return; // `a += b`, `a = b`: nobody uses what it returns.
  if (byValue || !isResolved(frame.call, *frame.outer))
    return byValue ? add(reader_.object(top, frame), top, frame, false)
                   : addEscaped(std::nullopt, top, frame);
  climb(frame.call, *frame.outer);
}

/// isOfNoObject() returns true for a field of a derived class in an object that
/// is known to be of its own class: a variable, an element of a container. What
/// an overrider does isn't done there.
static bool isOfNoObject(const Path &path) {
  const std::optional<std::size_t> field = fieldOfDerived(path);
  return field && path.root && !path.root->getType()->isReferenceType() &&
         std::all_of(path.steps.begin(), path.steps.begin() + *field,
                     [](const Step &step) {
                       return step.kind == Step::Kind::Field ||
                              step.kind == Step::Kind::Element;
                     });
}

void AccessFinder::add(std::optional<Path> path, const Expr *expr,
                       const Frame &frame, bool changes, bool follows) {
  if (path && (path->root != root_ || isOfNoObject(*path)))
    return;
  if (path && path->steps.empty() && root_ && reader_.isStepped(root_))
    return; // The pointer itself, which only the header changes.
  const Expr *where = expr;
  for (const Frame *at = &frame; at->function; at = at->outer)
    where = at->call;
  accesses_.push_back({std::move(path), changes, false, where->getExprLoc(),
                       where, false, follows, frame.function != nullptr, expr,
                       &frame});
}

void AccessFinder::addEscaped(std::optional<Path> path, const Expr *expr,
                              const Frame &frame) {
  const std::size_t before = accesses_.size();
  add(std::move(path), expr, frame, false);
  for (std::size_t index = before; index < accesses_.size(); ++index)
    accesses_[index].escapes = true;
}

bool AccessFinder::touches(const Object &object, const Frame &frame) {
  if (object.kind != Object::Kind::Outside &&
      object.kind != Object::Kind::Pointee)
    return false;
  if (object.variable) {
    const Expr *argument = frame.argumentOf(object.variable);
    return argument ? leadsToRoot(argument, *frame.outer)
                    : object.variable == root_;
  }
  if (!frame.function)
    return !root_;
  // What the object's reference stands for may be elsewhere, and what a pointer
  // refers to.
  if (frame.self && !object.path.empty() &&
      !frame.self->getType()->isPointerType()) {
    const FieldDecl *field = object.path.front();
    const Expr *referent = referentIn(frame.self, field);
    if (!referent && object.kind == Object::Kind::Pointee)
      referent = targetIn(frame.self, field);
    if (referent)
      return leadsToRoot(referent, *frame.outer);
  }
  return frame.self && leadsToRoot(frame.self, *frame.outer);
}

/// leadsToRoot() returns true if an argument stands for a part of the object,
/// or may.
bool AccessFinder::leadsToRoot(const Expr *expr, const Frame &frame) {
  const std::optional<Path> path = expr->getType()->isPointerType()
                                       ? reader_.target(expr, frame)
                                       : reader_.object(expr, frame);
  if (path && path->root == root_)
    return true;
  if (isNewObject(expr))
    return false;
  return llvm::any_of(frame.effects->mentions, [&](const Mention &mention) {
    return frame.statements->isWithin(mention.expr, {expr}) &&
           touches(mention.object, frame);
  });
}

bool AccessFinder::isChanged(const Expr *expr, const Frame &frame) {
  return llvm::any_of(frame.effects->changes, [&](const Change &change) {
    const Expr *changed = changedBy(change);
    return frame.statements->isWithin(expr, {changed}) &&
           (isResolved(changed, frame) ||
            llvm::any_of(change.objects, [&](const Object &object) {
              return touches(object, frame);
            }));
  });
}

} // namespace paraloop
