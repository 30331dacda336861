// MemoryRegions.h: the memory that a loop reaches, cut where a pointer leads to
// it.
//
// In: a loop's accesses. Out: regions (a pointer, or an object, with all the
// subscripts that are used on it).

#ifndef PARALOOP_TOOL_MEMORYREGIONS_H
#define PARALOOP_TOOL_MEMORYREGIONS_H

#include "LoopFacts.h"
#include "Paths.h"

#include <functional>
#include <optional>
#include <vector>

namespace paraloop {

/// MemoryRegion is memory that the loop reaches in one way.
struct MemoryRegion {
  Path base; ///< The pointer, or the object.
  bool behindPointer = false;
  bool behindReference = false; ///< A field; the base goes through it.
  bool unique = false;          ///< The pointer is a std::unique_ptr.
  bool known = true; ///< Its extent can be computed, but for loose accesses.
  bool onlySize = false; ///< Nothing but the number of its elements is read.
  bool onlyPointers = false; ///< To rows; not what they own.
  bool isRows = false;   ///< By pointers that are elements of the base.
  bool allRows = false;  ///< By any of them.
  bool ofPart = false;   ///< In a field of the base's elements.
  bool inPart = false;   ///< In a container that is such a field.
  /// These fields, one list for each: of an element, of that field, ...
  std::vector<std::vector<const clang::FieldDecl *>> parts;
  bool deepParts = false; ///< Not all of them are known.
  bool changes = false;
  clang::SourceLocation where;        ///< Of an access.
  clang::SourceLocation change;       ///< Of a change.
  std::vector<clang::QualType> types; ///< Of what is accessed.
  /// Of the objects that it is a part of; nothing if one of them isn't known.
  std::optional<std::vector<clang::QualType>> holders;
  std::vector<Number> rows;    ///< Of the pointers, where those are elements.
  std::vector<Number> indexes; ///< From the pointer on.
  std::vector<const clang::Expr *> loose; ///< Accesses with subscripts that
                                          ///< workers alone know.
};

struct RegionQuestion {
  const LoopFacts &facts;
  PathReader &reader;
  Frames &frames;
  /// True for what a worker changes in its own copy.
  const std::function<bool(const clang::Expr *)> &isOwnTarget;
};

/// memoryRegions() returns each region once.
std::vector<MemoryRegion> memoryRegions(const RegionQuestion &question);

} // namespace paraloop

#endif
