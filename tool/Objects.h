// Objects.h: what an expression may designate, in terms of a scope: an object
// of its own, a variable from outside, what a pointer from outside points to, a
// standard stream, or something that can't be told.

#ifndef PARALOOP_TOOL_OBJECTS_H
#define PARALOOP_TOOL_OBJECTS_H

#include "llvm/ADT/SmallVector.h"

#include <string>

namespace clang {
class FieldDecl;
class QualType;
class ValueDecl;
} // namespace clang

namespace paraloop {

/// Object is what an expression may designate, seen from a scope.
struct Object {
  enum class Kind {
    Local, ///< Made inside the scope, and reached without a pointer that came
           ///< from elsewhere.
    LocalIndirect, ///< Reached through a pointer that a local object holds.
    Outside,       ///< The variable itself, or a part of it.
    Pointee, ///< What the variable (a pointer, an iterator, a smart pointer)
             ///< refers to.
    Stream,  ///< Standard output or standard error.
    Unknown  ///< Can't be told.
  };
  Kind kind = Kind::Unknown;
  const clang::ValueDecl *variable =
      nullptr; ///< Outside, Pointee: null stands for `*this`.
  llvm::SmallVector<const clang::FieldDecl *, 2>
      path;              ///< The field of it, and the field of that, ...
  bool indirect = false; ///< Pointee: by way of a second pointer, so even a
                         ///< local argument doesn't make it local.

  static Object of(Kind kind, const clang::ValueDecl *variable = nullptr);

  /// isOutside() returns true where a change of the object outlives the scope,
  /// or may.
  bool isOutside() const {
    return kind == Kind::Outside || kind == Kind::Pointee ||
           kind == Kind::Unknown;
  }

  bool operator==(const Object &other) const {
    return kind == other.kind && variable == other.variable &&
           path == other.path && indirect == other.indirect;
  }

  /// describe() names the object as a user would: `total`, `this->sum`, `*p`.
  std::string describe() const;
};

/// oneDeclaration() returns the same declaration for all of a variable: a static
/// member is declared in its class, and defined outside of it.
const clang::ValueDecl *oneDeclaration(const clang::ValueDecl *name);

/// typeOf() returns the object's type; null for `*this` as a whole.
clang::QualType typeOf(const Object &object);

/// isLocalVariable() returns true for an object that is, or is reached by, a
/// variable of a function.
bool isLocalVariable(const Object &object);

/// isReferenceName() returns true for `r` of `auto &r`, and of `auto &[r, s]`.
bool isReferenceName(const clang::ValueDecl *name);

/// isReference() returns true for an object that may be a part of another one:
/// where it lies can't be told at build time.
bool isReference(const Object &object);

/// spelling() returns an expression that designates the object.
/// EXPECTS: its kind is Outside.
std::string spelling(const Object &object);

/// overlaps() returns true if one object may be a part of the other.
/// EXPECTS: neither is reached through a pointer.
bool overlaps(const Object &a, const Object &b);

using Objects = llvm::SmallVector<Object, 2>;

/// join() adds the objects of `more` that `into` hasn't yet.
void join(Objects &into, const Objects &more);

/// throughOneMorePointer() returns what pointers that are stored in `objects`
/// may refer to.
Objects throughOneMorePointer(Objects objects);

/// withAllBehind() returns what a pointer may refer to that is stepped along
/// pointers in what it refers to (`p = p->next`). `first` is what it starts
/// with, `second` what it may refer to after a step as well.
Objects withAllBehind(Objects first, const Objects &second);

} // namespace paraloop

#endif
