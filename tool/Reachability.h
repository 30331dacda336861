// Reachability.h: may a changed object be seen through a pointer, or through
// what holds pointers?
//
// In: the type of what is read, and the object that is changed. Out: what the
// types allow; no addresses are followed.

#ifndef PARALOOP_TOOL_REACHABILITY_H
#define PARALOOP_TOOL_REACHABILITY_H

#include "Objects.h"

namespace paraloop {

/// ownerOf() returns the type of the class that a field belongs to.
clang::QualType ownerOf(const clang::FieldDecl *field);

/// pointeeOf() returns the bare type of what a pointer, an iterator, a view or
/// a smart pointer refers to; null where that isn't known.
clang::QualType pointeeOf(clang::QualType pointer);

/// isInStorage() returns true for bytes in which other objects may be made.
bool isInStorage(const Object &object);

/// mayMeet() returns true if memory that is seen as a `target` may hold a part
/// of the changed object. A field can only be seen as itself, as a part of
/// itself, or as a part of the object that it is a field of; a variable is no
/// part of another object, but what a reference refers to may be.
bool mayMeet(clang::QualType target, const Object &changed);

/// mayBeElement() returns false if a pointer, or an object that is like one, is
/// an iterator of a container that can't have the changed object, or a part of
/// it, as an element.
bool mayBeElement(clang::QualType pointer, const Object &changed);

/// isSeenWhole() returns true for a container of which apart.h finds all memory
/// that a `target` may lie in: classes of the user's aren't taken apart there.
bool isSeenWhole(clang::QualType container, clang::QualType target,
                 unsigned depth = 0);

/// tellsByValue() returns true if a pointer to a `target` leads into the
/// changed object only where its value lies inside of it: the object is one of
/// its own, or a container, whose elements are, and no arithmetic leads there
/// from another one.
bool tellsByValue(clang::QualType target, const Object &changed);

/// reaches() returns true if a value of `type` holds a pointer through which
/// the changed object may be seen. At depth 0 the value itself is none.
bool reaches(clang::QualType type, const Object &changed, unsigned depth = 0);

} // namespace paraloop

#endif
