// Fills.cpp: a store counts if every iteration of the loop that goes on to the
// next one has executed it, and a loop without iterations leaves nothing out.

#include "Fills.h"

#include "LibraryUses.h"
#include "StandardLibrary.h"
#include "WholeObjects.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetVector.h"

using namespace clang;

namespace paraloop {
namespace {

/// Jumps says which jumps out of a loop's body matter.
struct Jumps {
  bool continues = true;
  bool breaks = true;
};

/// jumps() returns true if a part of a loop's body may skip the rest of it, or
/// be jumped into.
bool jumps(const Stmt *statement, Jumps which) {
  if (!statement || llvm::isa<LambdaExpr>(statement))
    return false;
  if (llvm::isa<GotoStmt, IndirectGotoStmt, LabelStmt>(statement))
    return true;
  if (llvm::isa<ContinueStmt>(statement))
    return which.continues;
  if (llvm::isa<BreakStmt>(statement))
    return which.breaks;
  if (llvm::isa<ForStmt, CXXForRangeStmt, WhileStmt, DoStmt>(statement))
    which = {false, false};
  if (llvm::isa<SwitchStmt>(statement))
    which.breaks = false;
  return llvm::any_of(statement->children(),
                      [&](const Stmt *child) { return jumps(child, which); });
}

const Expr *assignedBy(const Expr *assignment) {
  if (const auto *binary = llvm::dyn_cast<BinaryOperator>(assignment))
    return binary->getOpcode() == BO_Assign ? binary->getLHS() : nullptr;
  const auto *call = llvm::dyn_cast<CXXOperatorCallExpr>(assignment);
  return call && assignsByOperator(call) ? call->getArg(0) : nullptr;
}

/// An element with its subscripts, the first one first.
struct Element {
  const Expr *base = nullptr;
  llvm::SmallVector<const Expr *, 2> subscripts;
};

Element elementOf(const Expr *expr) {
  expr = expr->IgnoreParenImpCasts();
  Element made;
  if (const auto *subscript = llvm::dyn_cast<ArraySubscriptExpr>(expr)) {
    made = elementOf(subscript->getBase());
    made.subscripts.push_back(subscript->getIdx());
  } else if (const auto *call = llvm::dyn_cast<CXXOperatorCallExpr>(expr);
             call && isElementOperator(call)) {
    made = elementOf(call->getArg(0));
    made.subscripts.push_back(call->getArg(1));
  } else if (const auto *at = llvm::dyn_cast<CXXMemberCallExpr>(expr);
             at && useBy(at->getMethodDecl()) == MethodUse::Element) {
    made = elementOf(at->getImplicitObjectArgument());
    made.subscripts.push_back(at->getArg(0));
  } else {
    made.base = expr;
  }
  return made;
}

bool isObject(const Expr *expr, const Object &object) {
  const Object whole = wholeObject(expr);
  return whole.kind == object.kind && whole.variable == object.variable &&
         whole.path == object.path;
}

class FillFinder {
public:
  FillFinder(const Object &object, const AccessContext &context,
             ASTContext &ast)
      : object_(object), context_(context), ast_(ast), ranges_(context, ast) {}

  std::vector<Fill> run() {
    llvm::SmallSetVector<const Stmt *, 8> loops;
    for (const Change &change : context_.effects.changes)
      if (llvm::any_of(change.objects, [&](const Object &one) {
            return overlaps(one, object_);
          }))
        for (const Stmt *at = change.node; at;
             at = context_.statements.parent(at))
          if (llvm::isa<ForStmt, CXXForRangeStmt>(at) && !isUnderWay(at))
            loops.insert(at);
    for (const Stmt *loop : loops) {
      if (const auto *counted = llvm::dyn_cast<ForStmt>(loop))
        addCounted(counted);
      else if (const auto *range = llvm::cast<CXXForRangeStmt>(loop);
               assignsEach(range, [&](const Expr *expr) {
                 return isObject(expr, object_);
               }))
        fills_.push_back({loop, object_, true, {}});
    }
    return std::move(fills_);
  }

private:
  /// Behind a loop, those around it may end without another iteration.
  bool isUnderWay(const Stmt *loop) const {
    return context_.behind && loop != context_.behind &&
           context_.statements.isWithin(context_.behind, {loop});
  }

  using Test = llvm::function_ref<bool(const Expr *)>;

  /// `for (auto &x : object) x = e;`
  bool assignsEach(const CXXForRangeStmt *loop, Test isTarget) const {
    const VarDecl *variable = loop->getLoopVariable();
    return isTarget(loop->getRangeInit()) &&
           variable->getType()->isReferenceType() &&
           !jumps(loop->getBody(), {}) &&
           assigns(loop->getBody(), [&](const Expr *expr) {
             const auto *named =
                 llvm::dyn_cast<DeclRefExpr>(expr->IgnoreParens());
             return named && named->getDecl() == variable;
           });
  }

  bool assigns(const Stmt *statement, Test isTarget) const {
    if (!statement)
      return false;
    if (llvm::isa<CompoundStmt>(statement))
      return llvm::any_of(statement->children(), [&](const Stmt *child) {
        return assigns(child, isTarget);
      });
    if (const auto *choice = llvm::dyn_cast<IfStmt>(statement))
      return assigns(choice->getThen(), isTarget) &&
             assigns(choice->getElse(), isTarget);
    if (const auto *range = llvm::dyn_cast<CXXForRangeStmt>(statement))
      return assignsEach(range, isTarget);
    const auto *expr = llvm::dyn_cast<Expr>(statement);
    if (!expr)
      return false;
    expr = expr->IgnoreUnlessSpelledInSource();
    if (const Expr *target = assignedBy(expr))
      return isTarget(target);
    const auto *call = llvm::dyn_cast<CXXMemberCallExpr>(expr);
    return call && useBy(call->getMethodDecl()) == MethodUse::Assign &&
           isTarget(call->getImplicitObjectArgument()->IgnoreParenImpCasts());
  }

  void addCounted(const ForStmt *loop) {
    std::vector<Element> stored;
    std::vector<LoopRange> around;
    collect(loop, around, stored);
    for (const Element &element : stored) {
      Fill fill{loop, object_, false, {}};
      if (!describe(element, loop, fill))
        continue;
      fill.all = isAll(fill);
      fills_.push_back(std::move(fill));
    }
  }

  /// collect() lists the elements that each iteration of `loop` stores.
  void collect(const ForStmt *loop, std::vector<LoopRange> &around,
               std::vector<Element> &stored) const {
    const auto range = ranges_.rangeOf(loop);
    if (!range || !range->isDense ||
        jumps(loop->getBody(), {true, !around.empty()}))
      return;
    around.push_back(*range);
    collectIn(loop->getBody(), around, stored);
    around.pop_back();
  }

  void collectIn(const Stmt *statement, std::vector<LoopRange> &around,
                 std::vector<Element> &stored) const {
    if (!statement)
      return;
    if (llvm::isa<CompoundStmt>(statement)) {
      for (const Stmt *child : statement->children())
        collectIn(child, around, stored);
    } else if (const auto *inner = llvm::dyn_cast<ForStmt>(statement)) {
      collect(inner, around, stored);
    } else if (const auto *choice = llvm::dyn_cast<IfStmt>(statement)) {
      collectBoth(choice, around, stored);
    } else if (const auto *expr = llvm::dyn_cast<Expr>(statement)) {
      const Expr *core = expr->IgnoreUnlessSpelledInSource();
      const Expr *target = assignedBy(core);
      if (!target)
        return;
      Element element = elementOf(target);
      if (isObject(element.base, object_))
        stored.push_back(std::move(element));
      if (const auto *chain = llvm::dyn_cast<BinaryOperator>(core))
        collectIn(chain->getRHS()->IgnoreParenImpCasts(), around, stored);
    }
  }

  void collectBoth(const IfStmt *choice, std::vector<LoopRange> &around,
                   std::vector<Element> &stored) const {
    std::vector<Element> yes, no;
    collectIn(choice->getThen(), around, yes);
    collectIn(choice->getElse(), around, no);
    for (Element &element : yes)
      if (llvm::any_of(no, [&](const Element &other) {
            return std::equal(element.subscripts.begin(),
                              element.subscripts.end(),
                              other.subscripts.begin(), other.subscripts.end(),
                              [&](const Expr *a, const Expr *b) {
                                return isSameExpression(a, b);
                              });
          }))
        stored.push_back(std::move(element));
  }

  bool isSameExpression(const Expr *a, const Expr *b) const {
    const auto left = ranges_.boundOf(a);
    const auto right = ranges_.boundOf(b);
    return left && right && hasSameSymbol(*left, *right) &&
           left->offset == right->offset;
  }

  /// describe() finds the interval of each subscript: a variable of a loop of
  /// its own, up to a constant, so that all combinations come up.
  bool describe(const Element &element, const ForStmt *loop, Fill &fill) const {
    llvm::SmallVector<const ForStmt *, 2> used;
    for (const Expr *subscript : element.subscripts) {
      const auto bound = ranges_.boundOf(subscript);
      if (!bound)
        return false;
      const ForStmt *around = loopOf(subscript, bound->symbol, loop);
      if (!around && bound->symbol)
        return false;
      if (!around) {
        Interval one{*bound, *bound};
        one.last.offset += 1;
        fill.elements.push_back(std::move(one));
        continue;
      }
      if (llvm::is_contained(used, around))
        return false;
      used.push_back(around);
      const auto range = ranges_.rangeOf(around);
      Interval values = range->values;
      values.first.offset += bound->offset;
      values.last.offset += bound->offset;
      if (dependsOnLoop(values, around, loop))
        return false;
      fill.elements.push_back(std::move(values));
    }
    return !used.empty() &&
           runsThroughOthers(element.subscripts.front(), loop, used);
  }

  /// The loops whose variable is no subscript must have an iteration at all.
  bool runsThroughOthers(const Stmt *place, const ForStmt *outermost,
                         llvm::ArrayRef<const ForStmt *> used) const {
    for (const Stmt *at = place;; at = context_.statements.parent(at)) {
      if (const auto *loop = llvm::dyn_cast<ForStmt>(at))
        if (!llvm::is_contained(used, loop) &&
            !ranges_.rangeOf(loop)->values.isNeverEmpty())
          return false;
      if (at == outermost)
        return true;
    }
  }

  /// The loop within `outermost` whose variable `symbol` names.
  const ForStmt *loopOf(const Expr *subscript, const Expr *symbol,
                        const ForStmt *outermost) const {
    const auto *named = llvm::dyn_cast_or_null<DeclRefExpr>(symbol);
    for (const Stmt *at = subscript; named && at;
         at = context_.statements.parent(at)) {
      const auto *loop = llvm::dyn_cast<ForStmt>(at);
      const auto range = loop ? ranges_.rangeOf(loop) : std::nullopt;
      if (range && range->variable == named->getDecl())
        return loop;
      if (at == outermost)
        break;
    }
    return nullptr;
  }

  /// The bounds of an inner loop must be the same in each iteration of the
  /// outer ones.
  bool dependsOnLoop(const Interval &values, const ForStmt *inner,
                     const ForStmt *outermost) const {
    for (const Bound &end : {values.first, values.last})
      if (end.symbol)
        for (const Change *change : ranges_.changesOf(end.symbol))
          if (inner != outermost &&
              context_.statements.isWithin(change->node, {outermost}))
            return true;
    return false;
  }

  bool isAll(const Fill &fill) const {
    QualType type = typeOf(object_);
    for (std::size_t level = 0; level < fill.elements.size(); ++level) {
      const Interval &values = fill.elements[level];
      if (type.isNull() || values.first.symbol || values.first.offset > 0)
        return false;
      type = type.getNonReferenceType();
      if (const auto count = countOf(type)) {
        if (values.last.symbol || values.last.offset < *count)
          return false;
      } else if (level != 0 || !isExtent(values.last)) {
        return false;
      }
      type = elementType(type);
    }
    return true;
  }

  /// countOf() returns how many elements each object of the type has.
  std::optional<std::int64_t> countOf(QualType type) const {
    if (const auto *array = ast_.getAsConstantArrayType(type))
      return array->getSize().getSExtValue();
    const auto *special = specialization(type);
    if (special && special->getName() == "array" &&
        special->getTemplateArgs().size() == 2)
      return special->getTemplateArgs()[1].getAsIntegral().getSExtValue();
    return std::nullopt;
  }

  QualType elementType(QualType type) const {
    if (const auto *array = ast_.getAsArrayType(type))
      return array->getElementType();
    const auto *special = specialization(type);
    return special && special->getTemplateArgs().size() > 0 &&
                   special->getTemplateArgs()[0].getKind() ==
                       TemplateArgument::Type
               ? special->getTemplateArgs()[0].getAsType()
               : QualType();
  }

  static const ClassTemplateSpecializationDecl *specialization(QualType type) {
    const auto *special =
        llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(
            type->getAsCXXRecordDecl());
    return special && isStandard(special) ? special : nullptr;
  }

  bool isExtent(const Bound &bound) const {
    const auto *call = llvm::dyn_cast_or_null<CXXMemberCallExpr>(bound.symbol);
    return call && bound.offset >= 0 &&
           useBy(call->getMethodDecl()) == MethodUse::Extent &&
           isObject(call->getImplicitObjectArgument()->IgnoreParenImpCasts(),
                    object_);
  }

  const Object &object_;
  const AccessContext &context_;
  ASTContext &ast_;
  LoopRanges ranges_;
  std::vector<Fill> fills_;
};

bool contains(const Interval &outer, const Interval &inner, bool isPointer) {
  // An element before the first one would be no element.
  const bool beginsAtZero =
      !isPointer && !outer.first.symbol && outer.first.offset <= 0;
  const bool begins =
      beginsAtZero || (hasSameSymbol(outer.first, inner.first) &&
                       outer.first.offset <= inner.first.offset);
  return begins && hasSameSymbol(outer.last, inner.last) &&
         inner.last.offset <= outer.last.offset;
}

} // namespace

std::vector<Fill> findFills(const Object &object, const AccessContext &context,
                            ASTContext &ast) {
  return FillFinder(object, context, ast).run();
}

bool covers(const Fill &fill, const Access &access, const LoopRanges &ranges) {
  if (access.kind != Access::Kind::ReadElement ||
      access.subscripts.size() != fill.elements.size())
    return false;
  for (std::size_t level = 0; level < fill.elements.size(); ++level) {
    const auto values = ranges.intervalOf(access.subscripts[level]);
    if (!values || !contains(fill.elements[level], *values,
                             access.object.kind == Object::Kind::Pointee))
      return false;
  }
  return true;
}

} // namespace paraloop
