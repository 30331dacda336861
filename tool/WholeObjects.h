// WholeObjects.h: does an expression designate all of an object, or an element
// of it?
//
// In: the target of an assignment or an argument. Out: the variable or field
// that all of it is; or that it is an element.

#ifndef PARALOOP_TOOL_WHOLEOBJECTS_H
#define PARALOOP_TOOL_WHOLEOBJECTS_H

#include "Effects.h"

namespace paraloop {

/// outsideObject() returns the object that a variable from outside is; null
/// stands for `*this`.
Object outsideObject(const clang::ValueDecl *variable);

/// wholeObject() returns the outside object that all of `expr` designates: a
/// variable, a field, a reference to one; Unknown for everything else.
Object wholeObject(const clang::Expr *expr);

/// isElementStore() returns true for a change of an element: `a[i] = e`,
/// `a[i].clear()`.
bool isElementStore(const Change &change);

} // namespace paraloop

#endif
