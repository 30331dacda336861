// AlwaysTouched.h: which elements does a call, or an inner loop, touch,
// whatever way it takes?
//
// In: a call in the body of the loop, and the accesses that the functions make
// which it runs. Out: the elements, as text, that are read or written whenever
// an iteration that reaches the call goes on: these are certain to be there.
//
//     if (x[i] > 0) a[i] = 1; else a[i] = 0;      touches a[i]
//     if (i < n) a[i] = 1;                        may not, and a[n] may not be
//                                                 an element
//     for (k = 0; k < n; ++k) a[k] = 1;           touches a[0] to a[n - 1]
//     for (k = 0; k < n; ++k) a[i] += k;          may not: n may be 0

#ifndef PARALOOP_TOOL_ALWAYSTOUCHED_H
#define PARALOOP_TOOL_ALWAYSTOUCHED_H

#include "ElementAccesses.h"
#include "Frames.h"

#include <functional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace clang {
class ForStmt;
} // namespace clang

namespace paraloop {

/// ElementName is the text that stands for the elements of an access.
struct ElementName {
  std::string text;
  /// The loops whose variables the access depends on: the text stands for all
  /// their rounds together, and for no element that isn't of one of them.
  std::set<InnerLoop> over;

  bool operator<(const ElementName &other) const {
    return std::tie(text, over) < std::tie(other.text, other.over);
  }
};

/// ElementNames gives the name of the elements of an access, or nothing.
using ElementNames =
    std::function<std::optional<ElementName>(const ElementAccess &)>;

/// alwaysTouched() EXPECTS: `call` stands in `loop`; `accesses` were found with
/// `frames`.
std::set<std::string> alwaysTouched(const clang::Expr *call,
                                    const clang::Stmt *loop, Frames &frames,
                                    const std::vector<ElementAccess> &accesses,
                                    const ElementNames &nameOf);

/// touchingLoop() returns the innermost loop in the body around `access` that
/// touches all elements which the access's name stands for, as soon as it is
/// reached and the iteration goes on; null if there is none.
/// EXPECTS: as alwaysTouched(); `access` stands in `loop` itself.
const clang::ForStmt *touchingLoop(const clang::Expr *access,
                                   const clang::Stmt *loop, Frames &frames,
                                   const std::vector<ElementAccess> &accesses,
                                   const ElementNames &nameOf);

} // namespace paraloop

#endif
