// KeptCallables.h: which functions does a container of the library keep, to
// call them whenever it looks something up?
//
// In: a call of the library. Out: the types of the comparators, hashers and
// equalities that it may run, which stand in the container's type alone.
//
//     std::map<int, int, bool (*)(int, int)> m(less);     m.at(3) runs less

#ifndef PARALOOP_TOOL_KEPTCALLABLES_H
#define PARALOOP_TOOL_KEPTCALLABLES_H

#include "CallEffects.h"

#include "llvm/ADT/SmallVector.h"

namespace clang {
class Type;
} // namespace clang

namespace paraloop {

/// KeptCallable is a function, or an object that can be called, in a container.
struct KeptCallable {
  const clang::Expr *container;
  const clang::Type *type; ///< Of a pointer to a function or of a class.
};

/// keptCallablesRunBy() EXPECTS: `call` is one of the standard library.
llvm::SmallVector<KeptCallable, 2> keptCallablesRunBy(const Call &call);

} // namespace paraloop

#endif
