// StandardTypes.h: what kind of thing is a type of the standard library?
//
// In: a type, which may be null or a reference. Out: whether it is a lock, a
// smart pointer, a generator of random numbers, a stream.

#ifndef PARALOOP_TOOL_STANDARDTYPES_H
#define PARALOOP_TOOL_STANDARDTYPES_H

namespace clang {
class QualType;
}

namespace paraloop {

bool isMutex(clang::QualType type);
bool isSmartPointer(clang::QualType type); ///< Also a weak one.
bool isRandomEngine(clang::QualType type);
bool isInputStream(clang::QualType type); ///< That can only be read.
bool isOutputStream(clang::QualType type);

/// isFilePointer() returns true for FILE *. What that refers to is changed by
/// the system's functions alone.
bool isFilePointer(clang::QualType type);

} // namespace paraloop

#endif
