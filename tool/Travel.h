// Travel.h: which types can cross from a worker to the parent.
//
// In: the type of an operand. Out: nothing if its values travel
// (runtime/include/paraloop/codec.h writes and reads them), else the part of it
// that can't.

#ifndef PARALOOP_TOOL_TRAVEL_H
#define PARALOOP_TOOL_TRAVEL_H

#include <optional>
#include <string>
#include <vector>

namespace clang {
class CXXRecordDecl;
class QualType;
} // namespace clang

namespace paraloop {

/// obstacleToTravel() names what can't travel in a value of `type` ("its field
/// 'next' is a pointer"), or nothing.
std::optional<std::string> obstacleToTravel(clang::QualType type);

/// classesByFields() returns the classes of the user's that values of `type`
/// hold and that travel field by field, parts first: generated code declares
/// their fields (runtime/include/paraloop/codec/fields.h). Empty for a type
/// that doesn't travel.
std::vector<const clang::CXXRecordDecl *> classesByFields(clang::QualType type);

/// travelsInParts() returns true for a class with virtual functions of whose
/// objects each field travels, also those of its bases: then the objects stay
/// where they are, and only get other values.
bool travelsInParts(const clang::CXXRecordDecl *record);

/// classesInParts() returns the classes whose fields generated code declares
/// for that, parts first.
std::vector<const clang::CXXRecordDecl *>
classesInParts(const clang::CXXRecordDecl *record);

/// canBeAssigned() returns false for a class with a const field, whose objects
/// can be made anew but not replaced.
bool canBeAssigned(clang::QualType type);

/// isText() returns true for `const char *`, arrays of char and
/// std::string_view: they travel by content, so they may only go where the
/// content is copied.
bool isText(clang::QualType type);

/// holdsReferences() returns true for a container (or a class) whose elements
/// or fields are pointers, references or views.
bool holdsReferences(clang::QualType type);

} // namespace paraloop

#endif
