// Stretches.h: is the memory that a loop changes behind a pointer apart from
// everything else that the loop uses?
//
// In: a loop, what the user says to be apart, and what workers change in their
// own copies. Out: conditions to check when the loop starts, on the stretches
// of memory between the lowest and the highest subscript; accesses that workers
// have to look at, where only one of two stretches has bounds; or refusals.
//
//     for (int i = 0; i < n; ++i) out[i] = in[i + 1];
//         paraloop::apart(paraloop::stretch(out).at(paraloop::between(0, n -
//         1)),
//                         paraloop::stretch(in).at(...))

#ifndef PARALOOP_TOOL_STRETCHES_H
#define PARALOOP_TOOL_STRETCHES_H

#include "LoopFacts.h"
#include "Refusal.h"

#include <functional>
#include <string>
#include <vector>

namespace paraloop {

struct StretchQuestion {
  const LoopFacts &facts;
  /// True for what the user says to be apart from all others.
  std::function<bool(const Object &)> isVouched;
  /// True for what a worker changes in its own copy.
  std::function<bool(const clang::Expr *)> isOwnTarget;
};

/// Guard is an access whose subscript nobody knows before the loop: the worker
/// compares its address with other memory.
struct Guard {
  const clang::Expr *access = nullptr; ///< An lvalue in the body.
  std::vector<std::string> memory;     ///< C++ text; what it must not meet.
};

struct Stretches {
  std::vector<std::string> checks;
  /// Classes of what is compared with all memory that it owns.
  std::vector<const clang::CXXRecordDecl *> owners;
  std::vector<Guard> guards;
  std::vector<Refusal> refusals;
};

/// compareStretches() compares what is changed behind pointers with all else.
Stretches compareStretches(const StretchQuestion &question);

} // namespace paraloop

#endif
