// TypeContainment.h: may an object of one type be a part of an object of
// another one?
//
// In: two types. Out: what the types alone tell of two names for one piece of
// memory (type-based alias analysis).

#ifndef PARALOOP_TOOL_TYPECONTAINMENT_H
#define PARALOOP_TOOL_TYPECONTAINMENT_H

namespace clang {
class FieldDecl;
class QualType;
class VarDecl;
} // namespace clang

namespace paraloop {

/// bareType() returns a type as it is compared: without a reference, qualifiers
/// and names of typedefs.
clang::QualType bareType(clang::QualType type);

/// containedAs() returns the type by which a container is known that has such
/// elements: of a map's pair that of the value.
clang::QualType containedAs(clang::QualType element);

/// isStorage() returns true for bytes in which a class makes objects of other
/// types, as its declaration shows: `alignas(T) char bytes[n]`,
/// `char bytes[sizeof(T)]`, std::aligned_storage.
bool isStorage(const clang::FieldDecl *field);

/// isStorage() returns true for an array of bytes that may change: in one that
/// has a name of its own any object may be made.
bool isStorage(const clang::VarDecl *variable);

/// mayContain() returns true if an object of type `outer` may have a part of
/// type `inner`, elements of containers counted.
bool mayContain(clang::QualType outer, clang::QualType inner,
                unsigned depth = 0);

/// mayHoldElsewhere() returns true if that part may lie in memory of its own:
/// an element of a vector, but not one of an array.
bool mayHoldElsewhere(clang::QualType outer, clang::QualType inner,
                      unsigned depth = 0);

/// holdsContainerOf() returns true if an object of `type` is, or has, a
/// container of the library with elements of type `element`, which is bare.
bool holdsContainerOf(clang::QualType type, clang::QualType element,
                      unsigned depth = 0);

} // namespace paraloop

#endif
