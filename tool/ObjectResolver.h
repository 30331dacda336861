// ObjectResolver.h: which object does an expression designate?
//
// In: an expression of a scope. Out: the objects that it may designate, in
// terms of that scope. Every decision about who changes what rests on this.

#ifndef PARALOOP_TOOL_OBJECTRESOLVER_H
#define PARALOOP_TOOL_OBJECTRESOLVER_H

#include "Objects.h"
#include "Scope.h"

#include <optional>

namespace paraloop {

class Callees;

/// ObjectResolver answers the question for the expressions of one scope.
class ObjectResolver {
public:
  ObjectResolver(const Scope &scope, Callees &callees)
      : scope_(scope), callees_(callees) {}

  const Scope &scope() const { return scope_; }

  /// designated() returns the objects that the lvalue (or class prvalue) `expr`
  /// may designate.
  Objects designated(const clang::Expr *expr) {
    visits_ = 0;
    return designated(expr, 0);
  }

  /// pointees() returns the objects that the pointer or pointer-like value
  /// `expr` may refer to.
  Objects pointees(const clang::Expr *expr) {
    visits_ = 0;
    return pointees(expr, 0);
  }

private:
  /// A chain of aliases longer than this is given up as Unknown.
  static constexpr unsigned maxDepth = 24;

  /// isStoredProxy() returns true for a proxy that lies in another object: an
  /// element of a std::vector<std::reference_wrapper<int>>.
  static bool isStoredProxy(const clang::Expr *expr);

  Objects designated(const clang::Expr *expr, unsigned depth);
  Objects pointees(const clang::Expr *expr, unsigned depth);
  Objects placeOf(const clang::Expr *expr, unsigned depth);
  Objects ofVariable(const clang::ValueDecl *variable, unsigned depth);
  Objects ofEarlierReference(const clang::VarDecl *reference,
                             const clang::ValueDecl *name, unsigned depth);
  Objects ofMember(const clang::Expr *member, unsigned depth);
  std::optional<Objects> referredBy(const clang::Expr *base, unsigned depth);
  Objects ofOperatorCall(const clang::Expr *call, unsigned depth);
  Objects ofCall(const clang::Expr *call, unsigned depth);
  Objects pointeesOfVariable(const clang::ValueDecl *variable, unsigned depth);
  Objects pointeesOfSources(const clang::ValueDecl *variable, unsigned depth);
  Objects pointeesPutBy(const Exposure &exposure, clang::QualType pointer,
                        unsigned depth);
  Objects pointeesCopiedBy(const Exposure &exposure, clang::QualType pointer,
                           unsigned depth);
  Objects pointeesOfAlike(const clang::Expr *call, clang::QualType pointer,
                          unsigned depth);
  Objects pointeesOfLibraryCall(const clang::Expr *call, unsigned depth);
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
  unsigned visits_ = 0; ///< Variables that the present question led to.
};

} // namespace paraloop

#endif
