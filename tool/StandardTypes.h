// StandardTypes.h: what kind of thing is a type of the standard library?
//
// In: a type, which may be null or a reference. Out: whether it is a lock, a
// smart pointer, a generator of random numbers, a stream; whether its objects
// refer to others, and to what.

#ifndef PARALOOP_TOOL_STANDARDTYPES_H
#define PARALOOP_TOOL_STANDARDTYPES_H

#include "llvm/ADT/SmallVector.h"

namespace clang {
class CXXRecordDecl;
class QualType;
} // namespace clang

namespace paraloop {

bool isMutex(clang::QualType type);
bool isSmartPointer(clang::QualType type); ///< Also a weak one.
/// isUniqueOwner() returns true for a std::unique_ptr that deletes what it has.
bool isUniqueOwner(clang::QualType type);
bool isOptional(clang::QualType type);
bool isView(clang::QualType type); ///< std::span, std::string_view.
bool isRandomEngine(clang::QualType type);
bool isInputStream(clang::QualType type); ///< That can only be read.
bool isOutputStream(clang::QualType type);

/// isStreamOfOthers() returns true for std::ostream and the like as the type of
/// an object: that one writes into a buffer which another object has.
bool isStreamOfOthers(clang::QualType type);

/// holdsAnything() returns true for std::any: its type tells nothing.
bool holdsAnything(clang::QualType type);

/// isRawMemory() returns true for void and the types of raw bytes, which may
/// name memory of any type. Plain char is taken for text.
bool isRawMemory(clang::QualType type);

/// heldTypes() returns the types of what objects of a class template of the
/// library hold: elements, keys and values, the members of a tuple, the bound
/// arguments of std::bind. Of the template's arguments the first `values` are
/// looked at; what follows are comparators, allocators and the like.
llvm::SmallVector<clang::QualType, 4>
heldTypes(const clang::CXXRecordDecl *record, unsigned values = 2);

/// typeArguments() returns the types among the arguments of a class template,
/// packs taken apart; nothing for other classes.
llvm::SmallVector<clang::QualType, 4>
typeArguments(const clang::CXXRecordDecl *record);

/// isFilePointer() returns true for FILE *. What that refers to is changed by
/// the system's functions alone.
bool isFilePointer(clang::QualType type);

/// firstTypeArgument() returns the first type that a class template is made
/// with: of the elements of a container, of a pointer's target; null for
/// others.
clang::QualType firstTypeArgument(clang::QualType type);

/// isPointerLike() returns true for a class whose objects refer to others:
/// iterators, views, smart pointers.
bool isPointerLike(clang::QualType type);

/// refersElsewhere() returns true for pointers and what is like one.
bool refersElsewhere(clang::QualType type);

/// isOfSystem() returns true for FILE and the like, whose contents are the
/// system's matter.
bool isOfSystem(clang::QualType type);

/// isHandle() returns true for a pointer to something of the system's (FILE *,
/// CURL *): only the system's own functions know what is behind it.
bool isHandle(clang::QualType pointer);

bool isString(clang::QualType type); ///< std::string and its like.

/// isPartOfMatch() returns true for what `match[1]` is, of std::smatch.
bool isPartOfMatch(clang::QualType type);

/// isProxy() returns true for a class of the library that stands for parts of
/// other objects: what std::vector<bool> and std::bitset return for an element,
/// a std::tuple of references.
bool isProxy(clang::QualType type);

/// targetTypeOf() returns the type of what a pointer, or an object that is like
/// one, refers to; null where that isn't known.
clang::QualType targetTypeOf(clang::QualType type);

/// pointsToConst() returns true for a pointer or a pointer-like class that
/// gives no way to change its target.
bool pointsToConst(clang::QualType type);

} // namespace paraloop

#endif
