// Folds.h: which whole numbers does the loop only fold values into?
//
// In: a loop with its effects. Out: local variables that are nowhere read in
// the loop, and that every change adds to (or all of them and, or, exclusive
// or); and numbers to which functions that the loop calls do that. A worker
// folds what its iterations give, and the parent folds that: the order doesn't
// matter for such numbers, as it does for floating point.
//
//     if (f(i)) ++count;        count is a sum
//     total += x; use(total);   total is not

#ifndef PARALOOP_TOOL_FOLDS_H
#define PARALOOP_TOOL_FOLDS_H

#include "LoopFacts.h"
#include "Ownership.h"

#include <optional>
#include <vector>

namespace paraloop {

/// findFolds() returns these variables, with Role::Folded and the places that
/// name them.
std::vector<OwnedObject> findFolds(const LoopFacts &facts);

} // namespace paraloop

#endif
