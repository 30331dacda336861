// PathTypes.h: of which type is what a path leads to?
//
// In: a path and a number of its links. Out: the type after these links.

#ifndef PARALOOP_TOOL_PATHTYPES_H
#define PARALOOP_TOOL_PATHTYPES_H

#include "Paths.h"

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

} // namespace paraloop

#endif
