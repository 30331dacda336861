// ErrnoReads.cpp: one walk in the order of the source, into functions in sight;
// what only one branch does isn't counted behind it.

#include "ErrnoReads.h"

#include "StandardLibrary.h"
#include "SystemFunctions.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"

#include "llvm/ADT/DenseSet.h"

using namespace clang;

namespace paraloop {
namespace {

class ErrnoWalk : public RecursiveASTVisitor<ErrnoWalk> {
  using Base = RecursiveASTVisitor<ErrnoWalk>;

public:
  bool shouldTraversePostOrder() const { return true; }
  bool TraverseLambdaExpr(LambdaExpr *) { return true; }

  bool TraverseCompoundStmt(CompoundStmt *block) {
    for (const Stmt *statement : block->body())
      if (const auto *expr = llvm::dyn_cast<Expr>(statement))
        thrownAway_.insert(expr->IgnoreParenCasts());
    return Base::TraverseCompoundStmt(block);
  }
  bool TraverseBinaryOperator(BinaryOperator *binary) {
    if (binary->getOpcode() != BO_Assign || !isErrnoItself(binary->getLHS()))
      return Base::TraverseBinaryOperator(binary);
    const bool walksOn = TraverseStmt(binary->getRHS());
    isSet_ = true;
    return walksOn;
  }
  bool TraverseIfStmt(IfStmt *choice) {
    if (!TraverseStmt(choice->getInit()) ||
        !TraverseStmt(choice->getConditionVariableDeclStmt()) ||
        !TraverseStmt(choice->getCond()))
      return false;
    const bool before = isSet_;
    if (!TraverseStmt(choice->getThen()))
      return false;
    const bool first = isSet_;
    isSet_ = before;
    if (!TraverseStmt(choice->getElse()))
      return false;
    isSet_ = isSet_ && first;
    return true;
  }
  bool TraverseForStmt(ForStmt *loop) {
    return maybe([&] { return Base::TraverseForStmt(loop); });
  }
  bool TraverseWhileStmt(WhileStmt *loop) {
    return maybe([&] { return Base::TraverseWhileStmt(loop); });
  }
  bool TraverseCXXForRangeStmt(CXXForRangeStmt *loop) {
    return maybe([&] { return Base::TraverseCXXForRangeStmt(loop); });
  }
  bool TraverseSwitchStmt(SwitchStmt *choice) {
    return maybe([&] { return Base::TraverseSwitchStmt(choice); });
  }

  bool VisitCXXConstructExpr(CXXConstructExpr *construction) {
    isSet_ |= opensFile(construction->getConstructor());
    return true;
  }
  bool VisitCallExpr(CallExpr *call) {
    const FunctionDecl *callee = call->getDirectCallee();
    if (!callee) {
      isSet_ = true; // It is taken to keep no state of its own.
      return true;
    }
    if (isErrno(callee) || isNamed(callee, "perror")) {
      read = isSet_ ? SourceLocation() : call->getExprLoc();
      return isSet_;
    }
    if (isStandard(callee) || isFromSystemHeader(callee)) {
      isSet_ |= opensFile(callee) ||
                (tellsOfFailure(callee) && !thrownAway_.contains(call));
      return true;
    }
    return enter(callee);
  }

  SourceLocation read;

private:
  template <class Walk> bool maybe(Walk walk) {
    const bool before = isSet_;
    const bool walksOn = walk();
    isSet_ = before;
    return walksOn;
  }
  bool enter(const FunctionDecl *callee) {
    Stmt *body = callee->getBody();
    if (!body)
      isSet_ = true;
    if (!body || depth_ > maxDepth)
      return true;
    ++depth_;
    const bool walksOn = TraverseStmt(body);
    --depth_;
    return walksOn;
  }
  static bool isNamed(const FunctionDecl *callee, llvm::StringRef name) {
    return callee->getDeclName().isIdentifier() && callee->getName() == name;
  }
  static bool isErrnoItself(const Expr *expr) {
    const auto *place = llvm::dyn_cast<UnaryOperator>(expr->IgnoreParens());
    const auto *call =
        place ? llvm::dyn_cast<CallExpr>(place->getSubExpr()->IgnoreParens())
              : nullptr;
    return call && call->getDirectCallee() && isErrno(call->getDirectCallee());
  }
  /// std::ifstream in(path).
  static bool opensFile(const FunctionDecl *callee) {
    const auto *method = llvm::dyn_cast<CXXMethodDecl>(callee);
    return method && isStandard(method) &&
           method->getParent()->getIdentifier() &&
           method->getParent()->getName().ends_with("fstream");
  }
  /// A function of the system whose result says that it failed, if somebody
  /// looks at it; of strtol() and the functions of numbers only errno says so.
  static bool tellsOfFailure(const FunctionDecl *callee) {
    if (isStandard(callee) || !callee->getDeclName().isIdentifier() ||
        printsByName(callee) || callee->getNumParams() == 0)
      return false;
    const llvm::StringRef name = callee->getName();
    if (name.starts_with("str") || name.starts_with("wcs") ||
        name.starts_with("mem") || name.starts_with("ato") ||
        name.starts_with("__"))
      return false;
    for (const ParmVarDecl *parameter : callee->parameters())
      if (parameter->getType()->isRealFloatingType())
        return false;
    return true;
  }

  static constexpr unsigned maxDepth = 4;
  llvm::DenseSet<const Expr *> thrownAway_; ///< Nobody looks at their values.
  unsigned depth_ = 0;
  bool isSet_ = false;
};

} // namespace

SourceLocation readOfEarlierErrno(const Stmt *body) {
  ErrnoWalk walk;
  walk.TraverseStmt(const_cast<Stmt *>(body));
  return walk.read;
}

} // namespace paraloop
