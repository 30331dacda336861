// LocalNumbers.cpp: types, storage, and every mention.

#include "LocalNumbers.h"

#include "AddressTaken.h"
#include "Statements.h"

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {

LocalNumbers::LocalNumbers(const LoopFacts &facts)
    : facts_(facts), addressTaken_(addressTaken(facts.function, nullptr)) {}

bool LocalNumbers::contains(const Object &object) const {
  const auto *variable = llvm::dyn_cast_or_null<VarDecl>(object.variable);
  if (!variable || object.kind != Object::Kind::Outside ||
      !object.path.empty() || !variable->hasLocalStorage() ||
      variable->getDeclContext() != facts_.function ||
      addressTaken_.contains(variable))
    return false;
  const QualType type = variable->getType();
  return type->isArithmeticType() && !type->isAnyComplexType() &&
         !type.isVolatileQualified();
}

bool LocalNumbers::isPlainName(const Mention &mention) const {
  const auto *named = llvm::dyn_cast<DeclRefExpr>(mention.expr);
  return named && !mention.throughAlias && mention.callee.empty() &&
         !named->refersToEnclosingVariableOrCapture();
}

bool LocalNumbers::isNamedOnlyIn(
    const ValueDecl *variable, llvm::ArrayRef<const Stmt *> statements) const {
  const auto isNamedThere = [&](const Mention &mention) {
    return mention.object.variable != variable ||
           (isPlainName(mention) &&
            facts_.statements.isWithin(mention.expr, statements));
  };
  const auto isChangedThere = [&](const Change &change) {
    return llvm::none_of(change.objects,
                         [&](const Object &object) {
                           return object.variable == variable;
                         }) ||
           (change.callee.empty() &&
            facts_.statements.isWithin(change.node, statements));
  };
  return llvm::all_of(facts_.effects.mentions, isNamedThere) &&
         llvm::all_of(facts_.effects.changes, isChangedThere);
}

} // namespace paraloop
