// Statements.cpp: climbs the parents of a loop's statements.

#include "Statements.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ParentMap.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace paraloop {
namespace {

class Collector : public RecursiveASTVisitor<Collector> {
public:
  Collector(ParentMap &parents, std::vector<const VarDecl *> &statics,
            std::vector<const PredefinedExpr *> &names)
      : parents_(parents), statics_(statics), names_(names) {}

  bool VisitVarDecl(VarDecl *variable) {
    if (variable->isStaticLocal())
      statics_.push_back(variable);
    return true;
  }
  bool VisitPredefinedExpr(PredefinedExpr *name) {
    if (lambdas_ == 0)
      names_.push_back(name);
    return true;
  }
  bool TraverseLambdaExpr(LambdaExpr *lambda) {
    // ParentMap stops at a lambda; its body is part of the loop all the same.
    parents_.addStmt(lambda->getBody());
    parents_.setParent(lambda->getBody(), lambda);
    ++lambdas_;
    const bool goOn =
        RecursiveASTVisitor<Collector>::TraverseLambdaExpr(lambda);
    --lambdas_;
    return goOn;
  }

private:
  ParentMap &parents_;
  std::vector<const VarDecl *> &statics_;
  std::vector<const PredefinedExpr *> &names_;
  unsigned lambdas_ = 0;
};

} // namespace

Statements::Statements(const Stmt *loop)
    : parents_(std::make_unique<ParentMap>(const_cast<Stmt *>(loop))) {
  Collector(*parents_, statics_, functionNames_)
      .TraverseStmt(const_cast<Stmt *>(loop));
}

Statements::~Statements() = default;

const Expr *Statements::fullExpression(const Expr *expr) const {
  const Expr *full = expr;
  while (const auto *parent =
             llvm::dyn_cast_or_null<Expr>(parents_->getParent(full))) {
    if (llvm::isa<LambdaExpr>(parent))
      break;
    const auto *comma = llvm::dyn_cast<BinaryOperator>(parent);
    if (comma && comma->getOpcode() == BO_Comma &&
        (comma->getLHS() == full || !isValueUsed(fullExpression(comma))))
      break;
    full = parent;
  }
  return full;
}

bool Statements::isValueUsed(const Expr *expr) const {
  const Stmt *parent = parents_->getParent(expr);
  if (const auto *comma = llvm::dyn_cast_or_null<BinaryOperator>(parent))
    return comma->getLHS() != expr && isValueUsed(fullExpression(comma));
  if (const auto *choice = llvm::dyn_cast_or_null<IfStmt>(parent))
    return choice->getThen() != expr && choice->getElse() != expr;
  if (const auto *loop = llvm::dyn_cast_or_null<ForStmt>(parent))
    return loop->getBody() != expr && loop->getInc() != expr &&
           loop->getInit() != expr;
  if (const auto *loop = llvm::dyn_cast_or_null<WhileStmt>(parent))
    return loop->getBody() != expr;
  if (const auto *loop = llvm::dyn_cast_or_null<DoStmt>(parent))
    return loop->getBody() != expr;
  if (const auto *loop = llvm::dyn_cast_or_null<CXXForRangeStmt>(parent))
    return loop->getBody() != expr;
  return !llvm::isa_and_nonnull<CompoundStmt, LabelStmt, SwitchCase,
                                AttributedStmt>(parent) ||
         (parents_->getParent(parent) &&
          llvm::isa<StmtExpr>(parents_->getParent(parent)));
}

bool Statements::isWithin(const Stmt *inner,
                          llvm::ArrayRef<const Stmt *> outer) const {
  for (const Stmt *at = inner; at; at = parents_->getParent(at))
    if (llvm::is_contained(outer, at))
      return true;
  return false;
}

bool Statements::isInLambda(const Stmt *statement) const {
  for (const Stmt *at = parents_->getParent(statement); at;
       at = parents_->getParent(at))
    if (llvm::isa<LambdaExpr>(at))
      return true;
  return false;
}

bool Statements::isInTry(const Stmt *statement) const {
  for (const Stmt *at = statement; at; at = parents_->getParent(at))
    if (const auto *attempt =
            llvm::dyn_cast_or_null<CXXTryStmt>(parents_->getParent(at)))
      if (attempt->getTryBlock() == at)
        return true;
  return false;
}

bool Statements::isWithinCallThatNeverReturns(const Stmt *statement) const {
  for (const Stmt *at = statement; at; at = parents_->getParent(at))
    if (const auto *call = llvm::dyn_cast<CallExpr>(at))
      if (const FunctionDecl *callee = call->getDirectCallee();
          callee && callee->isNoReturn())
        return true;
  return false;
}

} // namespace paraloop
