// IndirectTargets.h: which functions may run when a function pointer, a pointer
// to a member or a std::function is called?
//
// In: the expression that is called. Out: the functions that it was made from
// where that can be seen, else all of this translation unit that it may stand
// for by their type.
//
//     const std::function<int(int)> f = [](int x) { return 2 * x; };
//     int (*g)(int) = choose();        g: what has its address taken somewhere

#ifndef PARALOOP_TOOL_INDIRECTTARGETS_H
#define PARALOOP_TOOL_INDIRECTTARGETS_H

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"

#include <optional>
#include <vector>

namespace clang {
class ASTContext;
class Expr;
class FieldDecl;
class FunctionDecl;
class MemberExpr;
class QualType;
} // namespace clang

namespace paraloop {

using Functions = llvm::SmallVector<const clang::FunctionDecl *, 4>;

/// CallTargets are the functions that one call may run.
struct CallTargets {
  Functions functions;
  bool areAll = false; ///< No function out of sight can be meant.
};

/// IndirectTargets knows the functions of one translation unit that can be
/// called by way of an object.
class IndirectTargets {
public:
  explicit IndirectTargets(clang::ASTContext &context) : context_(context) {}

  /// of() EXPECTS: `callable` is a pointer to a function or to a member, or an
  /// object that can be called.
  CallTargets of(const clang::Expr *callable);

  /// ofType() returns all functions of this translation unit that an object of
  /// such a type may stand for.
  Functions ofType(clang::QualType type);

private:
  class Finder;

  bool addSources(const clang::Expr *callable, Functions &functions,
                  unsigned depth);

  bool addTable(const clang::Expr *table, Functions &functions, unsigned depth);
  bool addHeld(const clang::Expr *value, Functions &functions, unsigned depth);
  bool addField(const clang::MemberExpr *member, Functions &functions,
                unsigned depth);
  bool addFieldOf(const clang::Expr *value, const clang::FieldDecl *field,
                  Functions &functions, unsigned depth);

  bool addValuesOf(const clang::FieldDecl *field, Functions &functions,
                   unsigned depth);

  clang::ASTContext &context_;
  llvm::DenseMap<const clang::FieldDecl *,
                 std::optional<llvm::SmallVector<const clang::Expr *, 2>>>
      values_; ///< What valuesOf() answered.
  /// Functions whose address is taken, and the call operators of all classes.
  std::vector<const clang::FunctionDecl *> candidates_;
  bool binds_ = false; ///< Functions are given arguments beforehand.
  bool found_ = false;
};

/// isStoredCallable() returns true for the type of a variable that holds a
/// function: a pointer to a function or a method, or a std::function.
bool isStoredCallable(clang::QualType type);

} // namespace paraloop

#endif
