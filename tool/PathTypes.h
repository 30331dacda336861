// PathTypes.h: of which type is what a path leads to?
//
// In: a path and a number of its links. Out: the type after these links.

#ifndef PARALOOP_TOOL_PATHTYPES_H
#define PARALOOP_TOOL_PATHTYPES_H

#include "Paths.h"

#include <optional>
#include <vector>

namespace clang {
class QualType;
} // namespace clang

namespace paraloop {

/// typeAt() returns a null type where it can't be told, as for `*this`.
clang::QualType typeAt(const Path &path, std::size_t length);

/// addTargets() adds what pointers that an object of `type` holds may point to.
void addTargets(clang::QualType type, std::vector<clang::QualType> &targets,
                unsigned depth = 0);

/// fieldOfDerived() returns the first link that is a field of another class
/// than its holder's, or that class's bases: a virtual function knows it, where
/// the object is one of a derived class.
std::optional<std::size_t> fieldOfDerived(const Path &path);

/// isIndexable() returns true for a pointer, an array, and a container whose
/// elements are found by their number.
bool isIndexable(clang::QualType type);

/// isRawPointer() returns false for a null type.
bool isRawPointer(clang::QualType type);

/// isMap() returns true for a container of the library of keys with values.
bool isMap(clang::QualType type);

/// isRowPointer() returns true for a pointer, or a smart pointer that owns, of
/// which the runtime can compute where its target lies.
bool isRowPointer(clang::QualType type);

/// showsItsPointers() returns true for a container of which the runtime finds
/// all pointers that it holds, one behind the other (pointers.h).
bool showsItsPointers(clang::QualType type);

/// rowPointerIn() returns the place in a path of the pointer that the element
/// at `level` is, or the value of the map's element; nothing where another link
/// is in between.
std::optional<std::size_t> rowPointerIn(const Path &path, std::size_t level);

/// accessTo() returns what makes a raw pointer of what is like one, such as
/// `.data()`; nothing where memory isn't in one piece, or hasn't a pointer.
std::optional<const char *> accessTo(clang::QualType pointer);

} // namespace paraloop

#endif
