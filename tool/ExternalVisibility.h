// ExternalVisibility.h: can code that is out of sight know an object?
//
// In: an object that a loop changes, and the variables whose address is kept.
// Out: whether code of the user's in another file may read it without being
// handed it.

#ifndef PARALOOP_TOOL_EXTERNALVISIBILITY_H
#define PARALOOP_TOOL_EXTERNALVISIBILITY_H

#include "Objects.h"

#include "llvm/ADT/DenseSet.h"

namespace paraloop {

/// isVisibleElsewhere() returns true for a global whose name others can know,
/// and for a local variable whose address was kept. Code out of sight is taken
/// not to read what a parameter or `this` refers to, unless it is handed that.
bool isVisibleElsewhere(
    const Object &object,
    const llvm::DenseSet<const clang::ValueDecl *> &addressTaken);

} // namespace paraloop

#endif
