// Whole.cpp: one walk over everything below a statement, lambdas and implicit
// code included.

#include "Whole.h"

#include "Forms.h"
#include "Scope.h"
#include "StandardLibrary.h"
#include "SystemFunctions.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace clang;

namespace paraloop {
namespace {

/// WholeVisitor looks at what the parent executes as it stands.
class WholeVisitor : public RecursiveASTVisitor<WholeVisitor> {
public:
  WholeVisitor(const SplitContext &loop, llvm::ArrayRef<const Stmt *> region,
               Whole &found)
      : loop_(loop), region_(region), found_(found) {}
  bool shouldVisitImplicitCode() const { return true; }

  // Where a constant is needed, a variable that travels is none: a case label,
  // the size of an array, an argument of a template.
  bool TraverseConstantExpr(ConstantExpr *expr) {
    const llvm::SaveAndRestore<bool> needed(needsConstant_, true);
    return RecursiveASTVisitor::TraverseConstantExpr(expr);
  }
  bool TraverseTemplateArgumentLoc(const TemplateArgumentLoc &argument) {
    const llvm::SaveAndRestore<bool> needed(needsConstant_, true);
    return RecursiveASTVisitor::TraverseTemplateArgumentLoc(argument);
  }
  bool TraverseConstantArrayTypeLoc(ConstantArrayTypeLoc type) {
    const llvm::SaveAndRestore<bool> needed(needsConstant_, true);
    return RecursiveASTVisitor::TraverseConstantArrayTypeLoc(type);
  }
  bool TraverseLambdaExpr(LambdaExpr *lambda) {
    const llvm::SaveAndRestore<bool> inside(inLambda_, true);
    return RecursiveASTVisitor::TraverseLambdaExpr(lambda);
  }
  bool VisitImplicitCastExpr(ImplicitCastExpr *cast) {
    const Expr *field = cast->getSubExpr()->IgnoreParens();
    if (cast->getCastKind() != CK_LValueToRValue || needsConstant_ || inLambda_)
      return true;
    if (isOwnedNumber(field))
      found_.owned.push_back(field);
    if (!llvm::isa<MemberExpr>(field) || field->getBeginLoc().isMacroID() ||
        !isPartOfLocal(field, loop_.scope))
      return true;
    const auto *named = variableOf(field);
    if (isHere(named->getDecl()) || declaredHere_.contains(named->getDecl()) ||
        loop_.namesChanged(named) || loop_.namesChanged(field))
      return true;
    found_.values.push_back(field);
    recorded_.insert(named);
    return true;
  }
  bool VisitDeclRefExpr(DeclRefExpr *named) {
    if (recorded_.contains(named))
      return true;
    if (!loop_.scope.contains(named->getDecl()) || loop_.namesChanged(named) ||
        declaredHere_.contains(named->getDecl()) || isHere(named->getDecl()))
      return true;
    if (needsConstant_)
      found_.inexpressible = named->getExprLoc();
    found_.names.push_back(named);
    return true;
  }
  bool VisitMemberExpr(MemberExpr *member) {
    const auto *named =
        llvm::dyn_cast<DeclRefExpr>(member->getBase()->IgnoreParenImpCasts());
    if (member->hasExplicitTemplateArgs() && named &&
        loop_.scope.declares(named->getDecl()) && !isHere(named->getDecl()))
      found_.inexpressible = member->getExprLoc();
    return true;
  }
  bool VisitDecltypeTypeLoc(DecltypeTypeLoc type) {
    found_.inexpressible = type.getBeginLoc();
    return true;
  }
  bool VisitCXXDynamicCastExpr(CXXDynamicCastExpr *cast) {
    found_.mayThrow |= cast->isGLValue();
    return true;
  }
  bool VisitVarDecl(VarDecl *variable) {
    declaredHere_.insert(variable);
    return true;
  }
  bool VisitBindingDecl(BindingDecl *binding) {
    declaredHere_.insert(binding);
    return true;
  }
  bool VisitCXXThrowExpr(CXXThrowExpr *) { return found_.mayThrow = true; }
  bool VisitCallExpr(CallExpr *call) {
    found_.mayThrow |= runsUserCodeThatMayThrow(call);
    if (const FunctionDecl *callee = call->getDirectCallee();
        callee && isErrno(callee)) // The worker's own.
      found_.inexpressible = call->getExprLoc();
    if (const FunctionDecl *callee = call->getDirectCallee())
      noteCallee(callee);
    else
      found_.mayThrow = found_.callsUnseen = true;
    return true;
  }
  bool VisitCXXConstructExpr(CXXConstructExpr *construction) {
    noteCallee(construction->getConstructor());
    found_.mayThrow |= takesSize(construction);
    return true;
  }
  /// std::vector<int>(n) and std::string(n, ' ') throw length_error.
  static bool takesSize(const CXXConstructExpr *construction) {
    return construction->getNumArgs() > 0 &&
           isStandard(construction->getConstructor()) &&
           construction->getArg(0)->getType()->isIntegerType();
  }
  bool VisitExpr(Expr *expr) {
    found_.foldsFloatingPoint |= expr->getType()->isRealFloatingType();
    return true;
  }
  bool VisitTypedefTypeLoc(TypedefTypeLoc type) {
    noteType(type.getTypedefNameDecl(), type.getBeginLoc());
    return true;
  }
  bool VisitTagTypeLoc(TagTypeLoc type) {
    noteType(type.getDecl(), type.getBeginLoc());
    return true;
  }

private:
  /// isOwnedNumber() returns true for a variable from outside, or a field of
  /// one, that can be read at any time.
  bool isOwnedNumber(const Expr *expr) const {
    const QualType type = expr->getType();
    if (!(type->isArithmeticType() || type->isEnumeralType()) ||
        type.isVolatileQualified() || expr->getBeginLoc().isMacroID())
      return false;
    bool isOwned = false;
    for (;;
         expr =
             llvm::cast<MemberExpr>(expr)->getBase()->IgnoreParenImpCasts()) {
      if (loop_.namesChanged(expr))
        return false;
      isOwned |= loop_.namesOwned(expr);
      if (llvm::isa<DeclRefExpr, CXXThisExpr>(expr))
        return isOwned;
      const auto *member = llvm::dyn_cast<MemberExpr>(expr);
      const bool isPlain =
          member && llvm::isa<FieldDecl>(member->getMemberDecl()) &&
          (!member->isArrow() ||
           llvm::isa<CXXThisExpr>(member->getBase()->IgnoreParenImpCasts()));
      if (!isPlain)
        return false;
    }
  }

  /// variableOf() returns the `x` of `x.y.z`.
  static const DeclRefExpr *variableOf(const Expr *field) {
    while (const auto *member = llvm::dyn_cast<MemberExpr>(field))
      field = member->getBase()->IgnoreParenImpCasts();
    return llvm::cast<DeclRefExpr>(field);
  }

  void noteCallee(const FunctionDecl *callee) {
    const Summary *summary = loop_.summary(callee);
    found_.mayThrow |= runsExitHandlers(callee);
    found_.mayEnd |= callee->isNoReturn() || (summary && summary->mayEnd);
    const auto *prototype = callee->getType()->getAs<FunctionProtoType>();
    const bool known = isStandard(callee) || isFromSystemHeader(callee) ||
                       callee->isImplicit() || callee->isDefaulted();
    found_.callsUnseen |= summary ? summary->callsUnseenUserCode : !known;
    found_.mayThrow |= summary ? summary->mayThrow
                       : known ? paraloop::mayThrow(callee)
                               : !(prototype && prototype->isNothrow());
  }
  bool isHere(const Decl *declaration) const {
    return llvm::any_of(region_, [&](const Stmt *statement) {
      const SourceRange range = statement->getSourceRange();
      return range.getBegin() <= declaration->getLocation() &&
             declaration->getLocation() <= range.getEnd();
    });
  }
  void noteType(const TypeDecl *type, SourceLocation where) {
    if (loop_.scope.declaresType(type) && !isHere(type))
      found_.typeOfBody = where;
  }

  const SplitContext &loop_;
  llvm::ArrayRef<const Stmt *> region_;
  llvm::DenseSet<const ValueDecl *> declaredHere_;
  llvm::DenseSet<const Expr *> recorded_; ///< Their fields are values.
  bool needsConstant_ = false;
  bool inLambda_ = false; ///< Which captures what it names.
  Whole &found_;
};

} // namespace

Whole inspect(const Stmt *statement, const SplitContext &loop,
              llvm::ArrayRef<const Stmt *> region) {
  Whole found;
  WholeVisitor(loop, region, found).TraverseStmt(const_cast<Stmt *>(statement));
  return found;
}

Whole inspectType(const VarDecl *variable, const SplitContext &loop,
                  llvm::ArrayRef<const Stmt *> region) {
  Whole found;
  WholeVisitor(loop, region, found)
      .TraverseTypeLoc(variable->getTypeSourceInfo()->getTypeLoc());
  return found;
}

} // namespace paraloop
