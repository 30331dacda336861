// Scope.h: the statement under analysis, a loop or the body of a function.
//
// In: the statement. Out: what it declares, and what its variables are made
// from.

#ifndef PARALOOP_TOOL_SCOPE_H
#define PARALOOP_TOOL_SCOPE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVector.h"

namespace clang {
class CXXRecordDecl;
class Expr;
class FunctionDecl;
class Stmt;
class TypeDecl;
class ValueDecl;
class VarDecl;
} // namespace clang

namespace paraloop {

/// Exposure is a use of a variable by which others may give it a value:
/// `fill(&p)`, `fill(p)` with a reference, `auto &r = p`.
struct Exposure {
  const clang::Expr *call = nullptr; ///< Null: it isn't handed to a function.
  unsigned argument = 0;             ///< Of the call: counted from 0.
};

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

  /// exposures() returns the uses by which a pointer, or an object that is like
  /// one, may come to refer to something else.
  llvm::ArrayRef<Exposure> exposures(const clang::ValueDecl *variable) const;

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
  llvm::DenseMap<const clang::ValueDecl *, llvm::SmallVector<Exposure, 2>>
      exposures_;
};

} // namespace paraloop

#endif
