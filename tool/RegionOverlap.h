// RegionOverlap.h: may two regions be the same memory?
//
// In: two regions of a loop. Out: what their types and their owners tell,
// before any address is compared.

#ifndef PARALOOP_TOOL_REGIONOVERLAP_H
#define PARALOOP_TOOL_REGIONOVERLAP_H

#include "ByteViews.h"
#include "MemoryRegions.h"

#include <optional>

namespace paraloop {

/// isBehind() returns true for memory that the base leads to.
bool isBehind(const MemoryRegion &region);

/// isReference() returns true for what a reference from before the loop names.
bool isReference(const MemoryRegion &region);

/// isPartOfReference() returns true for a part of what such a reference names,
/// but not behind a pointer.
bool isPartOfReference(const MemoryRegion &region);

/// holdsElsewhere() returns true if a stretch doesn't tell where all of its
/// objects' parts are.
bool holdsElsewhere(const MemoryRegion &holder, const MemoryRegion &other);

/// isOutOfSight() returns true where an object doesn't show all memory of its
/// parts: that of a vector which is a field of its elements.
bool isOutOfSight(const MemoryRegion &object, const MemoryRegion &other);

/// showsParts() returns true if all of that lies in the fields that are listed,
/// or in containers that are fields.
/// EXPECTS: isOutOfSight().
bool showsParts(const MemoryRegion &object, const MemoryRegion &other);

class RegionOverlap {
public:
  explicit RegionOverlap(const LoopFacts &facts) : facts_(facts) {}

  /// typesMeet() returns false where no object in one region may be, or be a
  /// part of, an object in the other.
  bool typesMeet(const MemoryRegion &a, const MemoryRegion &b) const;

  /// areOfTwoOwners() returns true where each region belongs to an object that
  /// alone leads to it: they are apart if their owners are.
  bool areOfTwoOwners(const MemoryRegion &a, const MemoryRegion &b) const;

  /// showsBytes() returns true for a char * that is more than text: one that
  /// may have been made of another pointer.
  bool showsBytes(const MemoryRegion &region) const;

private:
  /// ownsItsMemory() is about a private pointer that its class only lets point
  /// to memory of its own.
  bool ownsItsMemory(const MemoryRegion &region) const;

  bool mayOwn(clang::QualType target, clang::QualType part) const;
  bool mayBeInMemoryOf(const MemoryRegion &region,
                       const MemoryRegion &owner) const;

  const LoopFacts &facts_;
  mutable std::optional<ByteViews> views_; ///< Looked for when it matters.
};

} // namespace paraloop

#endif
