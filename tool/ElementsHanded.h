// ElementsHanded.h: what an algorithm of the library gets at by a range or an
// iterator that it is handed.
//
// In: an argument of a call. Out: the objects that its elements are, or are
// parts of, where these aren't parts of the argument: those of a view, of an
// iterator, of a class of the user's that refers to others.

#ifndef PARALOOP_TOOL_ELEMENTSHANDED_H
#define PARALOOP_TOOL_ELEMENTSHANDED_H

#include "CallEffects.h"
#include "Objects.h"

#include <optional>

namespace paraloop {

class Actuals;
class Callees;
class ObjectResolver;

/// elementsHanded() returns nothing for what is no range and no iterator, or
/// has its elements in itself, and for iterators of the language and of the
/// library that are handed by value: these are like pointers.
std::optional<Objects> elementsHanded(const Call &call, unsigned index,
                                      ObjectResolver &resolver,
                                      Actuals &actuals, Callees &callees);

} // namespace paraloop

#endif
