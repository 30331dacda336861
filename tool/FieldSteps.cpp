// FieldSteps.cpp: a pointer to a field that is no array leaves it with any
// step.

#include "FieldSteps.h"

#include "TypeContainment.h"

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"

using namespace clang;

namespace paraloop {
namespace {

bool isZero(const Expr *distance) {
  const auto *literal =
      llvm::dyn_cast<IntegerLiteral>(distance->IgnoreParenImpCasts());
  return literal && literal->getValue().isZero();
}

} // namespace

Objects afterStep(Objects objects, QualType element, const Expr *distance) {
  if (isZero(distance))
    return objects;
  for (Object &object : objects)
    if (!object.path.empty() &&
        !object.path.back()->getType()->isReferenceType() &&
        bareType(object.path.back()->getType()) == bareType(element))
      object.path.pop_back();
  return objects;
}

} // namespace paraloop
