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

/// targetOf() returns the type of the objects that an owner points to; null
/// where that isn't known.
QualType targetOf(const MemoryRegion &owner) {
  QualType pointer = typeAt(owner.base, owner.base.steps.size());
  if (owner.isRows && !pointer.isNull()) // An array or a container of owners.
    pointer =
        pointer.getNonReferenceType()->isArrayType()
            ? QualType(
                  pointer.getNonReferenceType()->getBaseElementTypeUnsafe(), 0)
            : firstTypeArgument(pointer.getNonReferenceType());
  if (pointer.isNull())
    return {};
  return pointer->isPointerType()
             ? pointer->getPointeeType()
             : firstTypeArgument(pointer.getNonReferenceType());
}

/// isOfOwners() returns true for what owners have that are elements of an array
/// or a container.
bool isOfOwners(const MemoryRegion &region) {
  return region.isRows && region.unique;
}

/// classOfThis() returns the class of `*this` for a part of it, else null.
QualType classOfThis(const MemoryRegion &region) {
  if (region.base.root || isBehind(region) || region.base.steps.empty() ||
      region.base.steps.front().kind != Kind::Field)
    return {};
  const RecordDecl *record = region.base.steps.front().field->getParent();
  return bareType(record->getASTContext().getRecordType(record));
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

bool isPartOfReference(const MemoryRegion &region) {
  return isNamedByReference(region) && !region.base.steps.empty();
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
  const bool isPointer =
      region.behindPointer && !region.isRows &&
      isBytePointer(typeAt(region.base, region.base.steps.size()));
  if (!holder || (!isPointer && !ByteViews::isReferenceToBytes(holder)))
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

/// mayOwn() returns true if an owner of a `target` may have an object that is,
/// or holds, a `part`: with virtual functions, it may be of a derived class.
bool RegionOverlap::mayOwn(QualType target, QualType part) const {
  if (target.isNull() || mayContain(target, part))
    return true;
  const CXXRecordDecl *record = bareType(target)->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition() || !record->isPolymorphic() ||
      record->isEffectivelyFinal())
    return false;
  const ASTContext &context = record->getASTContext();
  return !Overriders::areAllInSight(record) ||
         llvm::any_of(facts_.callees.overriders().derivedFrom(record),
                      [&](const CXXRecordDecl *one) {
                        return mayContain(context.getRecordType(one), part);
                      });
}

/// mayBeInMemoryOf() returns true if a reference, or `*this`, may stand for
/// what an owner points to, or a part of that.
bool RegionOverlap::mayBeInMemoryOf(const MemoryRegion &region,
                                    const MemoryRegion &owner) const {
  if (!owner.behindPointer)
    return false;
  if (owner.isRows && !owner.unique && isNamedByReference(region))
    return true;
  const QualType target = targetOf(owner);
  if (isNamedByReference(region)) {
    const QualType named = bareType(region.base.root->getType());
    return target.isNull() || mayContain(named, bareType(target)) ||
           mayOwn(target, named);
  }
  const bool isWholeThis =
      !region.base.root && !isBehind(region) && region.base.steps.empty();
  const QualType self = classOfThis(region);
  return isWholeThis ? isOfOwners(owner)
                     : !self.isNull() && mayOwn(target, self);
}

bool RegionOverlap::areOfTwoOwners(const MemoryRegion &a,
                                   const MemoryRegion &b) const {
  return ownsItsMemory(a) && ownsItsMemory(b) && !mayBeInMemoryOf(a, b) &&
         !mayBeInMemoryOf(b, a);
}

} // namespace paraloop
