// LibraryCallees.h: which functions of the program's may the standard library
// call by itself, because of the types that it gets?
//
// In: a call of the library. Out: operators, conversions, constructors and
// destructors of the program's classes, methods with names that the library
// knows, of its allocators as well, functions that override
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

/// functionsOf() returns the functions of a class, instances of its templates
/// included; of a template without one the template's own function.
llvm::SmallVector<const clang::FunctionDecl *, 16>
functionsOf(const clang::CXXRecordDecl *record);

/// isForLibrary() returns true for operators, conversions, and methods with
/// names by which the library calls them: begin(), push_back(), lock().
bool isForLibrary(const clang::FunctionDecl *method);

/// calledByLibrary() EXPECTS: `call` is one of the standard library.
llvm::SmallVector<LibraryCallee, 8>
calledByLibrary(const Call &call, const Scope &scope, Callees &callees);

/// mayConstruct() returns false where the library has nothing to call the
/// constructor with: `Particle(std::mt19937 &)` in `particles.begin()`.
bool mayConstruct(const Call &call,
                  const clang::CXXConstructorDecl *constructor);

} // namespace paraloop

#endif
