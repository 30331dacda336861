// AlwaysTouched.h: which elements does a call touch, whatever way it takes?
//
// In: a call in the body of the loop, and the accesses that the functions make
// which it runs. Out: the elements, as text, that are read or written whenever
// the call returns: these are certain to be there.
//
//     if (x[i] > 0) a[i] = 1; else a[i] = 0;      touches a[i]
//     if (i < n) a[i] = 1;                        may not, and a[n] may not be
//                                                 an element

#ifndef PARALOOP_TOOL_ALWAYSTOUCHED_H
#define PARALOOP_TOOL_ALWAYSTOUCHED_H

#include "ElementAccesses.h"
#include "Frames.h"

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace paraloop {

/// ElementNames gives the text that stands for the elements of an access, or
/// nothing.
using ElementNames =
    std::function<std::optional<std::string>(const ElementAccess &)>;

/// alwaysTouched() EXPECTS: `call` stands in the loop itself; `accesses` were
/// found with `frames`.
std::set<std::string> alwaysTouched(const clang::Expr *call, Frames &frames,
                                    const std::vector<ElementAccess> &accesses,
                                    const ElementNames &nameOf);

} // namespace paraloop

#endif
