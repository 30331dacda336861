// Subscripts.h: does every iteration of the loop touch elements of its own?
//
// In: a loop with what earlier stages know of it, and one object that it
// changes. Out: that no two iterations touch the same element (with conditions
// to check when the loop starts, where the proof needs them), or the two
// accesses that stand in the way.
//
//     for (int i = 0; i < n; ++i)
//       for (int j = 0; j < m; ++j)
//         a[i * m + j] *= 2;   iteration i owns a[i * m] to a[i * m + m - 1]

#ifndef PARALOOP_TOOL_SUBSCRIPTS_H
#define PARALOOP_TOOL_SUBSCRIPTS_H

#include "LoopFacts.h"
#include "NotedElements.h"

#include "llvm/ADT/ArrayRef.h"

#include <string>
#include <variant>
#include <vector>

namespace paraloop {

/// OwnElements means that no element is touched by two iterations, if all
/// `checks` (C++ conditions over variables that are in scope before the loop)
/// are true.
struct OwnElements {
  std::vector<std::string> checks;
  std::vector<std::string> elements; ///< For each of the calls.
  std::vector<NotedBefore> rows;     ///< For some of what travels.
};

/// SharedElement is a pair of accesses that two iterations may make to the same
/// element, of which the first is a change.
struct SharedElement {
  clang::SourceLocation changed;
  clang::SourceLocation other;
  bool otherChanges = false;
};

/// Travelling is an object whose value would be carried over as a whole.
struct Travelling {
  const clang::Expr *expr = nullptr; ///< In the body.
  bool isBehind = false; ///< `expr` is a pointer to it, else an lvalue.
};

/// ownElements() looks at every access to the object that the loop makes, and
/// at what is `travelling`. What functions change that the `calls` run is to be
/// carried element by element.
/// EXPECTS: the object's kind is Outside or Pointee.
std::variant<OwnElements, SharedElement>
ownElements(const LoopFacts &facts, const Object &object,
            llvm::ArrayRef<Travelling> travelling = {},
            llvm::ArrayRef<const clang::Expr *> calls = {});

/// rowsTouched() returns where all elements can be noted that one of what
/// travels is certain to touch.
std::vector<NotedBefore> rowsTouched(const LoopFacts &facts,
                                     const Object &object,
                                     llvm::ArrayRef<Travelling> travelling);

} // namespace paraloop

#endif
