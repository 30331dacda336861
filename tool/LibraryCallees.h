// LibraryCallees.h: which functions of the program's may the standard library
// call by itself, because of the types that it gets?
//
// In: a call of the library. Out: operators, constructors and destructors of
// the program's classes, methods of its allocators, functions that override
// the library's own, its operator new. What it is handed to call is
// LibraryCallbacks' matter.
//
//     std::sort(points.begin(), points.end());     bool operator<(Point, Point)

#ifndef PARALOOP_TOOL_LIBRARYCALLEES_H
#define PARALOOP_TOOL_LIBRARYCALLEES_H

#include "CallEffects.h"
#include "Scope.h"

#include "llvm/ADT/SmallVector.h"

namespace paraloop {

struct LibraryCallee {
  const clang::FunctionDecl *function;
  const clang::Expr *object; ///< That it is called for; null: not known.
  bool isHidden =
      false; ///< Of an object whose type doesn't show what it holds.
};

/// calledByLibrary() EXPECTS: `call` is one of the standard library.
llvm::SmallVector<LibraryCallee, 8>
calledByLibrary(const Call &call, const Scope &scope, Callees &callees);

/// mayConstruct() returns false where the library has nothing to call the
/// constructor with: `Particle(std::mt19937 &)` in `particles.begin()`.
bool mayConstruct(const Call &call,
                  const clang::CXXConstructorDecl *constructor);

} // namespace paraloop

#endif
