// SharedVariables.cpp: stores are told from all other changes by their form,
// and what they name from what is read.

#include "SharedVariables.h"

#include "StandardLibrary.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

class SharedCheck {
public:
  SharedCheck(const LoopFacts &facts, Refusals &refusals)
      : facts_(facts), refusals_(refusals) {}

  void run() {
    for (const Change &change : facts_.effects.changes)
      for (const Object &object : change.objects)
        if (isShared(object))
          checkChange(change, object);
    for (const Mention &mention : facts_.effects.mentions)
      if (isChanged(mention.object) && !stores_.contains(mention.expr) &&
          !asksForSize(mention.expr))
        refuse(mention.object, mention.expr,
               "is read, and nobody knows which iterations have stored yet",
               "read a copy that was made before the loop, or use a plain "
               "variable");
  }

private:
  void checkChange(const Change &change, const Object &object) {
    changed_.push_back(object);
    if (!facts_.exits.leaving.empty())
      return refuse(object, change.node,
                    "is stored to in a loop that may end early, when later "
                    "iterations have stored already",
                    "use a plain variable");
    const Expr *value = nullptr;
    const Expr *target = targetOfStore(change, value);
    if (!target)
      return refuse(object, change.node, "is changed by more than a store",
                    "store a value that doesn't depend on the old one, or use "
                    "a plain variable, whose changes are replayed");
    if (isWhole(target) && !value->isEvaluatable(facts_.context))
      return refuse(object, change.node,
                    "takes a different value from each iteration",
                    "use a plain variable: the last value counts");
    for (; target; target = partOf(target))
      stores_.insert(target);
  }

  /// targetOfStore() returns the left side of a plain assignment; null for any
  /// other change.
  static const Expr *targetOfStore(const Change &change, const Expr *&value) {
    if (!change.callee.empty())
      return nullptr;
    if (const auto *binary = llvm::dyn_cast<BinaryOperator>(change.node)) {
      value = binary->getRHS();
      return binary->getOpcode() == BO_Assign ? plain(binary->getLHS())
                                              : nullptr;
    }
    const auto *call = llvm::dyn_cast<CXXOperatorCallExpr>(change.node);
    if (!call || call->getOperator() != OO_Equal)
      return nullptr;
    value = call->getArg(1);
    return plain(call->getArg(0));
  }

  static const Expr *plain(const Expr *expr) {
    return expr->IgnoreUnlessSpelledInSource()->IgnoreParenImpCasts();
  }

  /// partOf() returns what `a[i]` and `a.x` are a part of.
  static const Expr *partOf(const Expr *expr) {
    if (const auto *member = llvm::dyn_cast<MemberExpr>(expr))
      return plain(member->getBase());
    if (const auto *element = llvm::dyn_cast<ArraySubscriptExpr>(expr))
      return plain(element->getBase());
    const auto *op = llvm::dyn_cast<CXXOperatorCallExpr>(expr);
    return op && op->getOperator() == OO_Subscript ? plain(op->getArg(0))
                                                   : nullptr;
  }

  /// True for the variable itself, and not for one of its elements.
  static bool isWhole(const Expr *target) {
    return isSharedVariable(
        target->getType().getNonReferenceType()->getAsCXXRecordDecl());
  }

  bool isChanged(const Object &object) const {
    return isShared(object) && llvm::any_of(changed_, [&](const Object &known) {
             return overlaps(known, object);
           });
  }

  bool asksForSize(const Expr *expr) const {
    const Stmt *parent = facts_.statements.parent(expr);
    while (parent && llvm::isa<ImplicitCastExpr, ParenExpr>(parent))
      parent = facts_.statements.parent(parent);
    const auto *member = llvm::dyn_cast_or_null<MemberExpr>(parent);
    return member && member->getMemberDecl()->getIdentifier() &&
           member->getMemberDecl()->getName() == "size";
  }

  void refuse(const Object &object, const Expr *where, const char *what,
              const char *hint) {
    if (!refusals_.isAbout(object.describe()))
      refusals_.add({RefusalId::RoleMismatch,
                     where->getExprLoc(),
                     {object.describe(), "shared", what, hint}});
  }

  const LoopFacts &facts_;
  Refusals &refusals_;
  std::vector<Object> changed_;
  llvm::DenseSet<const Expr *> stores_; ///< What stores name.
};

} // namespace

bool isShared(const Object &object) {
  const auto is = [](const ValueDecl *part) {
    return isSharedVariable(
        part->getType().getNonReferenceType()->getAsCXXRecordDecl());
  };
  return (object.variable && is(object.variable)) ||
         llvm::any_of(object.path, is);
}

void checkSharedVariables(const LoopFacts &facts, Refusals &refusals) {
  SharedCheck(facts, refusals).run();
}

} // namespace paraloop
