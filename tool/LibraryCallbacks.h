// LibraryCallbacks.h: what the program's code does to the arguments of a call
// of the standard library, when the library calls it back.
//
// In: a call of the library. Out: whether functions that it is handed, or
// constructors and destructors of the program's classes, change what they are
// given.
//
//     std::any_of(v.begin(), v.end(), [](int &x) { return ++x > 3; })
//     auto counter = std::make_unique<Counter>(total);     // Counter(int &)

#ifndef PARALOOP_TOOL_LIBRARYCALLBACKS_H
#define PARALOOP_TOOL_LIBRARYCALLBACKS_H

#include "CallEffects.h"

#include "Callees.h"
#include "llvm/ADT/SmallVector.h"

namespace paraloop {

struct Callbacks {
  /// Arguments, function objects, that change when they are called.
  llvm::SmallVector<const clang::Expr *, 2> changed;
  bool changeArguments = false; ///< While the call runs.
  bool changeLater = false;     ///< What was handed in may be changed when an
                                ///< object that keeps it ends or is replaced.
  bool keepReferences = false;  ///< Such an object may keep a reference.
};

/// callbacksOf() EXPECTS: `call` is one of the standard library.
Callbacks callbacksOf(const Call &call, Callees &callees);

/// handsOverFunction() returns true for an expression that hands an algorithm
/// of the library something to call.
bool handsOverFunction(const clang::Expr *expr);

} // namespace paraloop

#endif
