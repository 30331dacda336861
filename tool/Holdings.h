// Holdings.h: which objects can the runtime take apart, with all memory that
// their parts own (runtime/include/paraloop/holdings.h)?
//
// In: the type of an object. Out: whether every part that owns memory of some
// type is found there, private ones too; the classes to declare for that.

#ifndef PARALOOP_TOOL_HOLDINGS_H
#define PARALOOP_TOOL_HOLDINGS_H

#include "LoopFacts.h"

#include <string>
#include <vector>

namespace clang {
class CXXRecordDecl;
class FieldDecl;
class QualType;
} // namespace clang

namespace paraloop {

/// showsHoldings() returns true if the runtime finds all memory in which an
/// object of `type` owns a `target`. Bytes may be those of anything.
bool showsHoldings(clang::QualType type, clang::QualType target,
                   const LoopFacts &facts);

/// isToldWhole() returns true for a class of the user's of which that is so, if
/// no `target` has an object of it as a part: then the value of a pointer tells
/// whether it leads there.
bool isToldWhole(clang::QualType type, clang::QualType target,
                 const LoopFacts &facts);

/// holdingsOf() is the text for an object with what it owns.
std::string holdingsOf(const std::string &object, clang::QualType type);

/// owningFields() returns the fields by which a class owns memory, as far as
/// the runtime knows their types.
std::vector<const clang::FieldDecl *>
owningFields(const clang::CXXRecordDecl *record);

/// owningBases() does so for its direct bases.
std::vector<clang::QualType> owningBases(const clang::CXXRecordDecl *record);

/// classesWithHoldings() returns the classes of the user's that are met when an
/// object of `type` is taken apart.
std::vector<const clang::CXXRecordDecl *>
classesWithHoldings(clang::QualType type);

/// classOfThis() returns the class of `*this` where the loop stands; null where
/// there is none, and in a lambda.
clang::QualType classOfThis(const LoopFacts &facts);

/// isReachableFrom() returns true where a function may name `record` and all of
/// its fields: they are public, or the function is a member of the class that
/// has them.
bool isReachableFrom(const clang::FunctionDecl *function,
                     const clang::CXXRecordDecl *record);

} // namespace paraloop

#endif
