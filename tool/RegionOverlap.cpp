// RegionOverlap.cpp: by the types of what lies in two regions, and by who owns
// their memory.

#include "RegionOverlap.h"

#include "Callees.h"
#include "PathTypes.h"
#include "PointerCasts.h"
#include "Reachability.h"
#include "StandardTypes.h"
#include "TypeContainment.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

using Kind = Step::Kind;

/// isNamedByReference() returns true for a reference and a part of it.
bool isNamedByReference(const MemoryRegion &region) {
  return region.base.root && region.base.root->getType()->isReferenceType() &&
         !isBehind(region) && llvm::none_of(region.base.steps, isPointer);
}

/// mayShareBase() returns true for two classes with virtual bases: a third
/// one may be derived from both, and have one of each base.
bool mayShareBase(QualType a, QualType b) {
  const CXXRecordDecl *first = bareType(a)->getAsCXXRecordDecl();
  const CXXRecordDecl *second = bareType(b)->getAsCXXRecordDecl();
  return first && second && first->hasDefinition() && second->hasDefinition() &&
         first->getNumVBases() > 0 && second->getNumVBases() > 0;
}

/// holdersMeet() returns false if both regions have an int, but one as a
/// field of a list's node and the other as an element of a vector.
bool holdersMeet(const MemoryRegion &a, const MemoryRegion &b) {
  return !a.holders || !b.holders || llvm::any_of(*a.holders, [&](QualType x) {
    return llvm::any_of(*b.holders, [&](QualType y) {
      return mayShareBase(x, y) || mayContain(x, bareType(y)) ||
             mayContain(y, bareType(x));
    });
  });
}

/// mayBeInMemoryOf() returns true if a reference may stand for what an owner
/// points to, or a part of that.
bool mayBeInMemoryOf(const MemoryRegion &reference, const MemoryRegion &owner) {
  if (!isNamedByReference(reference) || !owner.behindPointer)
    return false;
  if (owner.isRows)
    return true;
  const QualType pointer = typeAt(owner.base, owner.base.steps.size());
  const QualType target = pointer.isNull() || !pointer->isPointerType()
                              ? firstTypeArgument(pointer.getNonReferenceType())
                              : pointer->getPointeeType();
  const QualType named = bareType(reference.base.root->getType());
  return target.isNull() || mayContain(target, named) ||
         mayContain(named, bareType(target));
}

/// isBytePointer() returns true for a pointer to bytes, and a view of them.
bool isBytePointer(QualType pointer) {
  if (pointer.isNull())
    return false;
  pointer = pointer.getNonReferenceType();
  const QualType target = pointer->isPointerType() ? pointer->getPointeeType()
                          : isView(pointer)        ? firstTypeArgument(pointer)
                                                   : QualType();
  return !target.isNull() && isBytes(bareType(target));
}

/// hasParts() returns false where no element, and nothing that is owned,
/// counts.
bool hasParts(const MemoryRegion &region) {
  return !region.onlySize && !region.onlyPointers;
}

/// holderOf() returns the variable or the field that a base's pointer is.
const ValueDecl *holderOf(const Path &base) {
  for (const Step &step : llvm::reverse(base.steps))
    if (step.kind == Kind::Field)
      return step.field;
  return base.root;
}

} // namespace

bool isBehind(const MemoryRegion &region) {
  return region.behindPointer || region.behindReference;
}

bool isReference(const MemoryRegion &region) {
  return region.base.root && region.base.steps.empty() &&
         region.base.root->getType()->isReferenceType();
}

bool holdsElsewhere(const MemoryRegion &holder, const MemoryRegion &other) {
  return holder.behindPointer && llvm::any_of(holder.types, [&](QualType x) {
           return llvm::any_of(
               other.types, [&](QualType y) { return mayHoldElsewhere(x, y); });
         });
}

bool isOutOfSight(const MemoryRegion &object, const MemoryRegion &other) {
  if (object.behindPointer || object.onlySize)
    return false;
  return object.inPart || llvm::any_of(object.types, [&](QualType x) {
           return llvm::any_of(other.types, [&](QualType y) {
             return mayHoldElsewhere(x, y) &&
                    (object.ofPart || !isSeenWhole(x, y));
           });
         });
}

bool showsParts(const MemoryRegion &object, const MemoryRegion &other) {
  return !object.deepParts && llvm::all_of(object.types, [&](QualType x) {
    return llvm::all_of(other.types, [&](QualType y) {
      return !mayHoldElsewhere(x, y) || isSeenWhole(x, y);
    });
  });
}

bool RegionOverlap::showsBytes(const MemoryRegion &region) const {
  const ValueDecl *holder = holderOf(region.base);
  if (!region.behindPointer || region.isRows || !holder ||
      !isBytePointer(typeAt(region.base, region.base.steps.size())))
    return false;
  if (!views_)
    views_.emplace(facts_.context);
  return views_->mayShow(holder);
}

bool RegionOverlap::typesMeet(const MemoryRegion &a,
                              const MemoryRegion &b) const {
  if (a.types.empty() || b.types.empty() || showsBytes(a) || showsBytes(b))
    return true;
  return holdersMeet(a, b) && llvm::any_of(a.types, [&](QualType x) {
           return llvm::any_of(b.types, [&](QualType y) {
             return (hasParts(a) && mayContain(x, bareType(y))) ||
                    (hasParts(b) && mayContain(y, bareType(x)));
           });
         });
}

bool RegionOverlap::ownsItsMemory(const MemoryRegion &region) const {
  if (region.behindReference)
    return false;
  if (region.unique || !region.behindPointer)
    return true;
  if (region.isRows)
    return false;
  return !region.base.steps.empty() &&
         region.base.steps.back().kind == Kind::Field &&
         facts_.callees.ownsItsTarget(region.base.steps.back().field);
}

bool RegionOverlap::areOfTwoOwners(const MemoryRegion &a,
                                   const MemoryRegion &b) const {
  return ownsItsMemory(a) && ownsItsMemory(b) && !mayBeInMemoryOf(a, b) &&
         !mayBeInMemoryOf(b, a);
}

} // namespace paraloop
