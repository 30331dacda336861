// PathTypes.cpp: one link of the path after the other.

#include "PathTypes.h"

#include "StandardLibrary.h"
#include "StandardTypes.h"
#include "TypeContainment.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace paraloop {

namespace {

using Kind = Step::Kind;

/// after() returns the type of what a step of a path leads to.
QualType after(QualType type, const Step &step, bool pointed) {
  if (type.isNull())
    return {};
  const bool isReference = type->isReferenceType();
  type = type.getNonReferenceType();
  switch (step.kind) {
  case Kind::Field:
    return step.field->getType();
  case Kind::Follow:
  case Kind::Own:
    return type->isPointerType() || isPointerLike(type) ? targetTypeOf(type)
           : isOptional(type) ? firstTypeArgument(type)
           : isReference      ? type
                              : QualType();
  case Kind::Element:
    if (pointed) // The pointer's target is the element.
      return type;
    return type->isArrayType()
               ? QualType(type->getArrayElementTypeNoTypeQual(), 0)
               : firstTypeArgument(type);
  case Kind::Part:
    return type;
  }
  return {};
}

} // namespace

QualType typeAt(const Path &path, std::size_t length) {
  QualType type = path.root ? path.root->getType() : QualType();
  for (std::size_t index = 0; index < length; ++index) {
    const bool pointed =
        index > 0 && (path.steps[index - 1].kind == Kind::Follow ||
                      path.steps[index - 1].kind == Kind::Own);
    const Step &step = path.steps[index];
    type = step.kind == Kind::Field ? step.field->getType()
                                    : after(type, step, pointed);
  }
  return type;
}

std::optional<std::size_t> fieldOfDerived(const Path &path) {
  for (std::size_t index = 0; index < path.steps.size(); ++index) {
    const QualType type = typeAt(path, index);
    const CXXRecordDecl *holder =
        path.steps[index].kind != Kind::Field || type.isNull()
            ? nullptr
            : bareType(type)->getAsCXXRecordDecl();
    const auto *owner = holder ? llvm::dyn_cast<CXXRecordDecl>(
                                     path.steps[index].field->getParent())
                               : nullptr;
    if (owner && holder->hasDefinition() && owner->hasDefinition() &&
        !isStandard(holder) &&
        holder->getCanonicalDecl() != owner->getCanonicalDecl() &&
        !holder->isDerivedFrom(owner))
      return index;
  }
  return std::nullopt;
}

bool isIndexable(QualType type) {
  if (type.isNull())
    return false;
  type = type.getNonReferenceType();
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  return type->isPointerType() || type->isArrayType() ||
         (record && isStandard(record) && record->getIdentifier() &&
          (record->getName() == "vector" || record->getName() == "array"));
}

bool isRawPointer(QualType type) {
  return !type.isNull() && type.getNonReferenceType()->isPointerType();
}

void addTargets(QualType type, std::vector<QualType> &targets, unsigned depth) {
  if (depth > 0 && type->isReferenceType()) {
    targets.push_back(type.getNonReferenceType());
    return;
  }
  type = type.getNonReferenceType();
  if (type->isPointerType() || type->isArrayType()) {
    const QualType inner(type->getPointeeOrArrayElementType(), 0);
    if (type->isPointerType())
      targets.push_back(inner);
    else
      addTargets(inner, targets, depth + 1);
    return;
  }
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition() || depth > 4)
    return;
  if (isPointerLike(type)) {
    if (const QualType target = firstTypeArgument(type); !target.isNull())
      targets.push_back(target);
    return;
  }
  if (!isStandard(record)) {
    for (const FieldDecl *field : record->getDefinition()->fields())
      addTargets(field->getType(), targets, depth + 1);
    for (const CXXBaseSpecifier &base : record->getDefinition()->bases())
      addTargets(base.getType(), targets, depth + 1);
    return;
  }
  for (const QualType held : heldTypes(record))
    if (!held->isFunctionType())
      addTargets(held, targets, depth + 1);
}

} // namespace paraloop
