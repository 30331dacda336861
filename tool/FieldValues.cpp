// FieldValues.cpp: one look at the translation unit for every mention of the
// field, and for what makes an object of its class.

#include "FieldValues.h"

#include "Overriders.h"
#include "StandardLibrary.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"

#include "llvm/ADT/DenseSet.h"

using namespace clang;

namespace paraloop {
namespace {

class ValueFinder : public RecursiveASTVisitor<ValueFinder> {
  using Base = RecursiveASTVisitor<ValueFinder>;

public:
  explicit ValueFinder(const FieldDecl *field) : field_(field) {}
  bool shouldVisitTemplateInstantiations() const { return true; }
  bool shouldVisitImplicitCode() const { return true; }

  // Each visit returns false, which ends the walk, where the field may get a
  // value that isn't seen.

  bool TraverseDecl(Decl *declaration) {
    const auto *function = llvm::dyn_cast_or_null<FunctionDecl>(declaration);
    if (function && function->isDefaulted() &&
        !llvm::isa<CXXConstructorDecl>(function))
      return true;
    return !declaration || isLibrary(declaration) ||
           Base::TraverseDecl(declaration);
  }

  bool TraverseConstructorInitializer(CXXCtorInitializer *initializer) {
    if (initializer->getAnyMember() != field_)
      return Base::TraverseConstructorInitializer(initializer);
    const Expr *value = initializer->getInit();
    return isCopied(value) ||
           (add(value) && Base::TraverseStmt(initializer->getInit()));
  }

  bool VisitInitListExpr(InitListExpr *list) {
    const unsigned index = field_->getFieldIndex();
    return !list->isSemanticForm() || !isOfClass(list->getType()) ||
           index >= list->getNumInits() || add(list->getInit(index));
  }
  bool VisitCXXParenListInitExpr(CXXParenListInitExpr *list) {
    return !isOfClass(list->getType());
  }
  bool VisitDecompositionDecl(DecompositionDecl *group) {
    return !isOfClass(group->getType().getNonReferenceType());
  }
  bool VisitDeclRefExpr(DeclRefExpr *named) { // &Scaled::run
    return named->getDecl() != field_;
  }

  bool VisitCallExpr(CallExpr *call) {
    harmless_.insert(call->getCallee()->IgnoreParenImpCasts());
    return true;
  }
  bool VisitBinaryOperator(BinaryOperator *assignment) {
    if (assignment->getOpcode() != BO_Assign || !isField(assignment->getLHS()))
      return true;
    harmless_.insert(assignment->getLHS()->IgnoreParenImpCasts());
    return add(assignment->getRHS());
  }
  bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr *call) {
    if (call->getOperator() == OO_Call)
      harmless_.insert(call->getArg(0)->IgnoreParenImpCasts());
    if (call->getOperator() != OO_Equal || !isField(call->getArg(0)))
      return true;
    harmless_.insert(call->getArg(0)->IgnoreParenImpCasts());
    return add(call->getArg(1));
  }
  bool VisitCXXMemberCallExpr(CXXMemberCallExpr *call) {
    if (call->getMethodDecl() && call->getMethodDecl()->isConst())
      harmless_.insert(
          call->getImplicitObjectArgument()->IgnoreParenImpCasts());
    return true;
  }
  bool VisitMemberExpr(MemberExpr *member) {
    return !isField(member) || harmless_.contains(member);
  }

  llvm::SmallVector<const Expr *, 2> values;

private:
  static bool isLibrary(const Decl *declaration) {
    return !llvm::isa<TranslationUnitDecl, LinkageSpecDecl>(declaration) &&
           isFromSystemHeader(declaration);
  }
  bool isOfClass(QualType type) const {
    const CXXRecordDecl *record = type->getAsCXXRecordDecl();
    return record && record->getCanonicalDecl() ==
                         field_->getParent()->getCanonicalDecl();
  }
  bool isField(const Expr *expr) const {
    const auto *member =
        llvm::dyn_cast<MemberExpr>(expr->IgnoreParenImpCasts());
    return member && member->getMemberDecl() == field_;
  }

  /// isCopied() returns true for what a copy constructor that nobody wrote
  /// takes from the other object.
  bool isCopied(const Expr *value) const {
    const auto *made =
        llvm::dyn_cast<CXXConstructExpr>(value->IgnoreImplicit());
    return made && made->getNumArgs() == 1 && isField(made->getArg(0)) &&
           made->getConstructor()->isCopyOrMoveConstructor();
  }

  bool add(const Expr *value) {
    if (const auto *inClass = llvm::dyn_cast<CXXDefaultInitExpr>(value))
      value = inClass->getExpr();
    if (!llvm::isa<ImplicitValueInitExpr>(value))
      values.push_back(value);
    return true;
  }

  const FieldDecl *field_;
  llvm::DenseSet<const Expr *> harmless_;
};

/// isMadeOutOfSight() returns true for a class of which the library makes
/// objects from values for the fields: std::make_unique<Scaled>(3).
bool isMadeOutOfSight(const CXXRecordDecl *record) {
  return record->getNumBases() > 0 || record->isUnion() ||
         (record->isAggregate() &&
          record->getASTContext().getLangOpts().CPlusPlus20);
}

} // namespace

std::optional<llvm::SmallVector<const Expr *, 2>>
valuesOf(const FieldDecl *field) {
  const auto *record = llvm::dyn_cast<CXXRecordDecl>(field->getParent());
  if (!record || !record->hasDefinition() || record->isDependentContext() ||
      isMadeOutOfSight(record) || !Overriders::areAllInSight(record))
    return std::nullopt;
  ValueFinder finder(field);
  if (const Expr *inClass = field->getInClassInitializer())
    finder.values.push_back(inClass);
  const bool areAll =
      finder.TraverseDecl(field->getASTContext().getTranslationUnitDecl()) &&
      !finder.values.empty();
  return areAll ? std::optional(std::move(finder.values)) : std::nullopt;
}

} // namespace paraloop
