// ExposedReads.h: which reads of an object may see a value that was there
// before?
//
// In: the uses of the object in a statement, its control flow, and where to
// begin. Out: the reads that some way reaches without an assignment of all
// that they need.

#ifndef PARALOOP_TOOL_EXPOSEDREADS_H
#define PARALOOP_TOOL_EXPOSEDREADS_H

#include "Accesses.h"
#include "AssignmentFlow.h"

#include <vector>

namespace paraloop {

struct ExposedReads {
  std::vector<Access> reads;
  clang::SourceLocation filled; ///< A loop that assigns some elements, if
                                ///< there is one.
  bool assignsPartly = false;   ///< Something is left of the old value: behind
                                ///< a text, or where an extraction failed.
  bool assignsExtent = false;   ///< Likewise for the number of its elements.
  bool assignsAll = false;      ///< Wherever the flow leaves the statement, the
                                ///< first object has been assigned.
};

/// findExposedReads() begins at `start`.
/// `objects` are those that are changed and overlap each other. Where nothing
/// in the statement resizes an object, its number of elements counts as known
/// if `extentsStay`.
ExposedReads findExposedReads(llvm::ArrayRef<Object> objects,
                              const AccessContext &context,
                              const ControlFlow &flow,
                              const clang::CFGBlock *start,
                              bool extentsStay = true);

} // namespace paraloop

#endif
