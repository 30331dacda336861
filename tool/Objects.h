// Objects.h: which object does an expression designate?
//
// In: an expression of a scope (a loop, or the body of a function). Out: the
// objects that it may designate, in terms of that scope: one of its own, a
// variable from outside, what a pointer from outside points to, a standard
// stream, or something that can't be told. Every decision about who changes
// what rests on this.

#ifndef PARALOOP_TOOL_OBJECTS_H
#define PARALOOP_TOOL_OBJECTS_H

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVector.h"

#include <string>

namespace clang {
class CXXRecordDecl;
class Expr;
class FieldDecl;
class FunctionDecl;
class QualType;
class Stmt;
class TypeDecl;
class ValueDecl;
class VarDecl;
} // namespace clang

namespace paraloop {

class Callees;

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

  /// isOutside() returns true where a change of the object outlives the scope,
  /// or may.
  bool isOutside() const {
    return kind == Kind::Outside || kind == Kind::Pointee ||
           kind == Kind::Unknown;
  }

  /// describe() names the object as a user would: `total`, `this->sum`, `*p`.
  std::string describe() const;
};

/// typeOf() returns the object's type; null for `*this` as a whole.
clang::QualType typeOf(const Object &object);

/// spelling() returns an expression that designates the object.
/// EXPECTS: its kind is Outside.
std::string spelling(const Object &object);

/// overlaps() returns true if one object may be a part of the other.
/// EXPECTS: neither is reached through a pointer.
bool overlaps(const Object &a, const Object &b);

using Objects = llvm::SmallVector<Object, 2>;

/// throughOneMorePointer() returns what pointers that are stored in `objects`
/// may refer to.
Objects throughOneMorePointer(Objects objects);

/// withAllBehind() returns what a pointer may refer to that is stepped along
/// pointers in what it refers to (`p = p->next`). `first` is what it starts
/// with, `second` what it may refer to after a step as well.
Objects withAllBehind(Objects first, const Objects &second);

/// Scope is the statement under analysis, with the variables that it declares
/// and what they are made from.
class Scope {
public:
  /// `function` is the function whose body `root` is, or null where `root` is a
  /// loop.
  Scope(const clang::Stmt *root, const clang::FunctionDecl *function);

  bool declares(const clang::ValueDecl *variable) const {
    return declared_.contains(variable);
  }

  /// declaresAnother() returns true where the name of `variable` may stand for
  /// another one.
  bool declaresAnother(const clang::ValueDecl *variable) const;

  /// contains() is declares(), or true for a static variable or an enumerator
  /// that is declared in the scope.
  bool contains(const clang::ValueDecl *variable) const {
    return declares(variable) || statics_.contains(variable);
  }

  /// adopt() makes a local variable from before a loop one of the loop's own,
  /// because the loop's header steps it.
  void adopt(const clang::VarDecl *variable);

  /// isAdopted() returns true for a variable whose first value comes from
  /// outside.
  bool isAdopted(const clang::ValueDecl *variable) const {
    return adopted_.contains(variable);
  }

  /// hasParameter() returns true for a parameter of the function that the scope
  /// is the body of.
  bool hasParameter(const clang::ValueDecl *variable) const {
    return parameters_.contains(variable);
  }

  bool declaresType(const clang::TypeDecl *type) const {
    return types_.contains(type);
  }

  /// sources() returns the expressions that initialise or are assigned to a
  /// local variable.
  llvm::ArrayRef<const clang::Expr *>
  sources(const clang::ValueDecl *variable) const;

  /// holdsLambda() returns true for a lambda that is written in the scope: its
  /// body belongs to the scope.
  bool holdsLambda(const clang::CXXRecordDecl *record) const {
    return lambdas_.contains(record);
  }

private:
  friend class ScopeBuilder;
  const clang::Stmt *root_;
  llvm::DenseSet<const clang::ValueDecl *> parameters_;
  llvm::DenseSet<const clang::TypeDecl *> types_;
  llvm::DenseSet<const clang::CXXRecordDecl *> lambdas_;
  llvm::DenseSet<const clang::ValueDecl *> declared_;
  llvm::DenseSet<const clang::ValueDecl *> statics_;
  llvm::DenseSet<const clang::ValueDecl *> adopted_;
  llvm::DenseMap<const clang::ValueDecl *,
                 llvm::SmallVector<const clang::Expr *, 2>>
      sources_;
};

/// ObjectResolver answers the question for the expressions of one scope.
class ObjectResolver {
public:
  ObjectResolver(const Scope &scope, Callees &callees)
      : scope_(scope), callees_(callees) {}

  /// designated() returns the objects that the lvalue (or class prvalue) `expr`
  /// may designate.
  Objects designated(const clang::Expr *expr) { return designated(expr, 0); }

  /// pointees() returns the objects that the pointer or pointer-like value
  /// `expr` may refer to.
  Objects pointees(const clang::Expr *expr) { return pointees(expr, 0); }

private:
  Objects designated(const clang::Expr *expr, unsigned depth);
  Objects pointees(const clang::Expr *expr, unsigned depth);
  Objects ofVariable(const clang::ValueDecl *variable, unsigned depth);
  Objects ofEarlierReference(const clang::VarDecl *reference,
                             const clang::ValueDecl *name, unsigned depth);
  Objects ofMember(const clang::Expr *member, unsigned depth);
  Objects ofOperatorCall(const clang::Expr *call, unsigned depth);
  Objects ofCall(const clang::Expr *call, unsigned depth);
  Objects pointeesOfVariable(const clang::ValueDecl *variable, unsigned depth);
  Objects pointeesOfSources(const clang::ValueDecl *variable, unsigned depth);
  Objects pointeesOfCall(const clang::Expr *call, unsigned depth);
  Objects pointeesOfOperatorCall(const clang::Expr *call, unsigned depth);
  Objects pointeesOfHolder(const clang::Expr *holder, unsigned depth);
  Objects pointeesOfArguments(llvm::ArrayRef<const clang::Expr *> arguments,
                              unsigned depth);
  Objects pointeesOfStored(const clang::Expr *pointer, unsigned depth);
  Objects returnedBy(const clang::Expr *call, unsigned depth);

  const Scope &scope_;
  Callees &callees_;
  /// What a variable is taken to refer to while its sources are looked at.
  llvm::DenseMap<const clang::ValueDecl *, Objects> assumed_;
  /// Those of them that turned out to be sources of themselves.
  llvm::DenseSet<const clang::ValueDecl *> cyclic_;
};

} // namespace paraloop

#endif
