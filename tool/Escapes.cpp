// Escapes.cpp: one walk over the function, past the loop.

#include "Escapes.h"

#include "StandardLibrary.h"
#include "StandardTypes.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

class EscapeFinder : public RecursiveASTVisitor<EscapeFinder> {
  using Base = RecursiveASTVisitor<EscapeFinder>;

public:
  EscapeFinder(const VarDecl *variable, const Stmt *loop)
      : variable_(variable), loop_(loop) {}

  bool TraverseStmt(Stmt *statement) {
    return statement == loop_ || Base::TraverseStmt(statement);
  }

  bool VisitUnaryOperator(UnaryOperator *unary) {
    return unary->getOpcode() != UO_AddrOf || !leadsTo(unary->getSubExpr());
  }

  bool VisitVarDecl(VarDecl *variable) {
    return !variable->getInit() ||
           !(variable->getType()->isReferenceType() ||
             pointsInside(variable->getType())) ||
           !leadsTo(variable->getInit());
  }

  bool VisitBinaryOperator(BinaryOperator *assignment) {
    return !assignment->isAssignmentOp() ||
           !pointsInside(assignment->getLHS()->getType()) ||
           !leadsTo(assignment->getRHS());
  }

  bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr *call) {
    return !call->isAssignmentOp() || call->getNumArgs() != 2 ||
           !pointsInside(call->getArg(0)->getType()) ||
           !leadsTo(call->getArg(1));
  }

  bool VisitLambdaExpr(LambdaExpr *lambda) {
    for (const LambdaCapture &capture : lambda->captures())
      if (capture.capturesVariable() && capture.getCaptureKind() == LCK_ByRef &&
          capture.getCapturedVar() == variable_)
        return false;
    return true;
  }

  bool VisitCallExpr(CallExpr *call) {
    const FunctionDecl *callee = call->getDirectCallee();
    if (callee && isStandard(callee) && !keepsReference(callee))
      return true;
    const unsigned skipped = // The object of an operator that is a method.
        llvm::isa<CXXOperatorCallExpr>(call) &&
                llvm::isa_and_nonnull<CXXMethodDecl>(callee)
            ? 1
            : 0;
    for (unsigned index = skipped; index < call->getNumArgs(); ++index)
      if (isVariable(call->getArg(index)) &&
          (!callee || bindsReference(callee, index - skipped)))
        return false;
    return true;
  }

private:
  /// A number or a pointer is only reached by its name; into an object with
  /// parts lead its methods, too.
  bool hasParts() const {
    const QualType type = variable_->getType();
    return !type->isScalarType() && !isPointerLike(type);
  }

  bool pointsInside(QualType type) const {
    return hasParts() && (type->isPointerType() || isPointerLike(type));
  }

  bool leadsTo(const Expr *expr) const {
    return hasParts() ? mentions(expr) : isVariable(expr);
  }

  bool mentions(const Stmt *statement) const {
    const auto *expr = llvm::dyn_cast<Expr>(statement);
    return (expr && isVariable(expr)) ||
           llvm::any_of(statement->children(), [&](const Stmt *child) {
             return child && mentions(child);
           });
  }

  /// A class-type variable that is a plain operand of an operator, or the
  /// object of a method, stays where it is; so does what is passed by value.
  static bool bindsReference(const FunctionDecl *callee, unsigned index) {
    if (index >= callee->getNumParams())
      return false;
    const QualType type = callee->getParamDecl(index)->getType();
    return type->isLValueReferenceType() &&
           !type->getPointeeType().isConstQualified();
  }

  static bool keepsReference(const FunctionDecl *callee) {
    if (!callee->getDeclName().isIdentifier())
      return false;
    const llvm::StringRef name = callee->getName();
    return name == "ref" || name == "cref" || name == "addressof" ||
           name == "tie" || name == "forward_as_tuple";
  }

  bool isVariable(const Expr *expr) const {
    const auto *named =
        llvm::dyn_cast<DeclRefExpr>(expr->IgnoreParenImpCasts());
    return named && named->getDecl() == variable_;
  }

  const VarDecl *variable_;
  const Stmt *loop_;
};

} // namespace

bool escapes(const VarDecl *variable, const FunctionDecl *function,
             const Stmt *loop) {
  Stmt *body = function->getBody();
  return !body || !EscapeFinder(variable, loop).TraverseStmt(body);
}

} // namespace paraloop
