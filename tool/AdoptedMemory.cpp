// AdoptedMemory.cpp: a variable takes memory over where it is made of, or
// stands in one call with, something that is moved or a raw pointer.

#include "AdoptedMemory.h"

#include "EnclosingFunctions.h"
#include "StandardTypes.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

bool mayOwnMemory(QualType type) {
  const CXXRecordDecl *record = type.getNonReferenceType()
                                    ->getBaseElementTypeUnsafe()
                                    ->getAsCXXRecordDecl();
  return record && record->hasDefinition() && !record->isLambda() &&
         !record->hasTrivialDestructor();
}

/// isMoved() returns true for `std::move(x)`, and for what it is a part of.
bool isMoved(const Stmt *statement) {
  const auto *call = llvm::dyn_cast<CallExpr>(statement);
  return (call && call->isXValue() && mayOwnMemory(call->getType())) ||
         llvm::any_of(statement->children(), [](const Stmt *child) {
           return llvm::isa_and_nonnull<Expr>(child) && isMoved(child);
         });
}

/// isOldPointer() returns true for a raw pointer to something that isn't made
/// here.
bool isOldPointer(const Expr *expr) {
  expr = expr->IgnoreParenCasts();
  return expr->getType()->isPointerType() &&
         !expr->getType()->isFunctionPointerType() &&
         !llvm::isa<CXXNewExpr, CXXNullPtrLiteralExpr>(expr);
}

class AdoptionFinder : public RecursiveASTVisitor<AdoptionFinder> {
public:
  explicit AdoptionFinder(const Stmt *loop) : loop_(loop) {}

  bool TraverseStmt(Stmt *statement) {
    return (loop_ && statement == loop_) ||
           RecursiveASTVisitor<AdoptionFinder>::TraverseStmt(statement);
  }
  bool VisitVarDecl(VarDecl *variable) {
    const Expr *init = variable->getInit();
    if (mayOwnMemory(variable->getType()) &&
        (llvm::isa<ParmVarDecl>(variable) ||
         (init && takesOver(variable->getType(), init))))
      found.insert(variable);
    return true;
  }
  bool VisitCallExpr(CallExpr *call) {
    llvm::SmallVector<const Expr *, 4> all(call->arguments());
    if (const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call))
      all.push_back(member->getImplicitObjectArgument());
    for (const Expr *one : all)
      if (const ValueDecl *variable = changedBy(one);
          variable && llvm::any_of(all, [&](const Expr *other) {
            return other != one && bringsMemory(one->getType(), other);
          }))
        found.insert(variable);
    return true;
  }

  llvm::DenseSet<const ValueDecl *> found;

private:
  static bool takesOver(QualType type, const Expr *init) {
    const auto *made = llvm::dyn_cast<CXXConstructExpr>(init->IgnoreImplicit());
    return isMoved(init) || (made && isSmartPointer(type) &&
                             llvm::any_of(made->arguments(), isOldPointer));
  }

  /// bringsMemory() returns true for what a call may leave in another of its
  /// arguments: `v.swap(w)`, `v.push_back(std::move(row))`, `p.reset(raw)`.
  static bool bringsMemory(QualType into, const Expr *other) {
    return isMoved(other) || (isSmartPointer(into) && isOldPointer(other)) ||
           changedBy(other) != nullptr;
  }

  /// changedBy() returns the variable that a call is handed, or a part of, to
  /// change it; or null.
  static const ValueDecl *changedBy(const Expr *argument) {
    if (!argument->isLValue() || argument->getType().isConstQualified() ||
        !mayOwnMemory(argument->getType()))
      return nullptr;
    argument = argument->IgnoreParenImpCasts();
    while (const auto *member = llvm::dyn_cast<MemberExpr>(argument)) {
      if (member->isArrow())
        return nullptr;
      argument = member->getBase()->IgnoreParenImpCasts();
    }
    const auto *named = llvm::dyn_cast<DeclRefExpr>(argument);
    return named ? named->getDecl() : nullptr;
  }

  const Stmt *loop_;
};

} // namespace

llvm::DenseSet<const ValueDecl *>
adoptingVariables(const FunctionDecl *function, const Stmt *loop) {
  AdoptionFinder finder(loop);
  for (const FunctionDecl *one : enclosingFunctions(function)) {
    for (ParmVarDecl *parameter : one->parameters())
      finder.VisitVarDecl(parameter);
    if (one->getBody())
      finder.TraverseStmt(one->getBody());
  }
  return std::move(finder.found);
}

} // namespace paraloop
