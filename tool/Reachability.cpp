// Reachability.cpp: one walk over the pointers that a type holds.

#include "Reachability.h"

#include "StandardLibrary.h"
#include "StandardTypes.h"
#include "TypeContainment.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {

QualType pointeeOf(QualType pointer) {
  if (const CXXRecordDecl *record = pointer->getAsCXXRecordDecl();
      record && isStandard(record) && record->getIdentifier() &&
      record->getName().starts_with("_Bit_")) // Of vector<bool>.
    return record->getASTContext().BoolTy;
  const QualType target = targetTypeOf(pointer);
  return target.isNull() ? target : bareType(target);
}

namespace {

/// A pointer to a base may refer to an object of a derived class.
bool isBaseOf(QualType target, const RecordDecl *owner) {
  const auto *derived = llvm::dyn_cast<CXXRecordDecl>(owner);
  const CXXRecordDecl *base = target->getAsCXXRecordDecl();
  return derived && base && derived->hasDefinition() && base->hasDefinition() &&
         derived->isDerivedFrom(base);
}

/// reachesBehind() is reaches(), for a pointer that the value holds.
bool reachesBehind(QualType pointer, const Object &changed, unsigned depth) {
  const QualType target = pointeeOf(pointer);
  return !target.isNull() && !target->isFunctionType() &&
         (mayMeet(target, changed) || reaches(target, changed, depth + 1));
}

bool reachesInside(const CXXRecordDecl *record, const Object &changed,
                   unsigned depth) {
  if (record->isLambda())
    return false; // What it reads when it is called is read there.
  if (!isStandard(record))
    return llvm::any_of(record->getDefinition()->fields(),
                        [&](const FieldDecl *field) {
                          return reaches(field->getType(), changed, depth + 1);
                        });
  return llvm::any_of(heldTypes(record), [&](QualType held) {
    return reaches(held, changed, depth + 1);
  });
}

} // namespace

bool mayMeet(QualType target, const Object &changed) {
  if (mayContain(bareType(typeOf(changed)), target) || isRawMemory(target))
    return true;
  if (changed.variable && isReference(changed) &&
      mayContain(target, bareType(changed.variable->getType())))
    return true;
  return llvm::any_of(changed.path, [&](const FieldDecl *field) {
    const auto *owner = llvm::cast<RecordDecl>(field->getParent());
    return mayContain(target, bareType(field->getASTContext().getTypeDeclType(
                                  owner))) ||
           isBaseOf(target, owner);
  });
}

bool reaches(QualType type, const Object &changed, unsigned depth) {
  if (depth > 5)
    return false;
  if (depth > 0 && type->isReferenceType())
    return mayMeet(bareType(type), changed) ||
           reaches(bareType(type), changed, depth + 1);
  type = bareType(type);
  if (type->isArrayType())
    return reaches(QualType(type->getPointeeOrArrayElementType(), 0), changed,
                   depth + 1);
  if (depth > 0 && (type->isPointerType() || isPointerLike(type)))
    return reachesBehind(type, changed, depth);
  if (holdsAnything(type))
    return true;
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  return record && record->hasDefinition() &&
         reachesInside(record, changed, depth);
}

} // namespace paraloop
