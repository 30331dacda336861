// Statements.cpp: climbs the parents of a loop's statements.

#include "Statements.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ParentMap.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace paraloop {
namespace {

struct Collected {
  std::vector<const VarDecl *> &statics;
  std::vector<const PredefinedExpr *> &names;
  std::vector<const DeclRefExpr *> &references;
  llvm::DenseMap<const ValueDecl *, const Stmt *> &owners;
};

class Collector : public RecursiveASTVisitor<Collector> {
public:
  Collector(ParentMap &parents, Collected into)
      : parents_(parents), into_(into) {}

  bool VisitVarDecl(VarDecl *variable) {
    if (variable->isStaticLocal())
      into_.statics.push_back(variable);
    return true;
  }
  bool VisitDeclStmt(DeclStmt *statement) {
    note(statement, statement);
    return true;
  }
  bool VisitCXXCatchStmt(CXXCatchStmt *handler) {
    if (const VarDecl *variable = handler->getExceptionDecl())
      into_.owners[variable] = handler;
    return true;
  }
  bool VisitCXXForRangeStmt(CXXForRangeStmt *loop) {
    for (const Stmt *hidden : {loop->getRangeStmt(), loop->getBeginStmt(),
                               loop->getEndStmt(), loop->getLoopVarStmt()})
      if (hidden)
        note(llvm::cast<DeclStmt>(hidden), loop);
    return true;
  }
  bool VisitDeclRefExpr(DeclRefExpr *named) {
    into_.references.push_back(named);
    return true;
  }
  bool VisitPredefinedExpr(PredefinedExpr *name) {
    if (lambdas_ == 0)
      into_.names.push_back(name);
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
  void note(const DeclStmt *declarations, const Stmt *owner) {
    for (const Decl *declaration : declarations->decls()) {
      if (const auto *variable = llvm::dyn_cast<VarDecl>(declaration))
        into_.owners.try_emplace(variable, owner);
      if (const auto *group = llvm::dyn_cast<DecompositionDecl>(declaration))
        for (const BindingDecl *binding : group->bindings())
          into_.owners.try_emplace(binding, owner);
    }
  }

  ParentMap &parents_;
  Collected into_;
  unsigned lambdas_ = 0;
};

} // namespace

bool isBodyOf(const Stmt *outer, const Stmt *inner) {
  if (const auto *choice = llvm::dyn_cast<IfStmt>(outer))
    return choice->getThen() == inner || choice->getElse() == inner;
  if (const auto *loop = llvm::dyn_cast<ForStmt>(outer))
    return loop->getBody() == inner;
  if (const auto *loop = llvm::dyn_cast<WhileStmt>(outer))
    return loop->getBody() == inner;
  if (const auto *loop = llvm::dyn_cast<DoStmt>(outer))
    return loop->getBody() == inner;
  if (const auto *loop = llvm::dyn_cast<CXXForRangeStmt>(outer))
    return loop->getBody() == inner;
  if (const auto *choice = llvm::dyn_cast<SwitchStmt>(outer))
    return choice->getBody() == inner;
  return llvm::isa<CompoundStmt, LabelStmt, SwitchCase, AttributedStmt>(outer);
}

Statements::Statements(const Stmt *loop)
    : parents_(std::make_unique<ParentMap>(const_cast<Stmt *>(loop))),
      loop_(loop) {
  std::vector<const DeclRefExpr *> references;
  Collector(*parents_, {statics_, functionNames_, references, owners_})
      .TraverseStmt(const_cast<Stmt *>(loop));
  for (const DeclRefExpr *reference : references)
    if (owners_.count(reference->getDecl()))
      uses_.push_back(reference);
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
  if (const auto *loop = llvm::dyn_cast_or_null<ForStmt>(parent))
    return loop->getBody() != expr && loop->getInc() != expr &&
           loop->getInit() != expr;
  if (!parent || !isBodyOf(parent, expr))
    return true;
  const Stmt *outer = parents_->getParent(parent);
  return outer && llvm::isa<StmtExpr>(outer);
}

const Stmt *Statements::parent(const Stmt *statement) const {
  return statement == loop_ ? nullptr : parents_->getParent(statement);
}

const Stmt *Statements::unitOf(const Stmt *node) const {
  const Stmt *at = node;
  for (const Stmt *above = node; above; above = parent(above))
    if (llvm::isa<LambdaExpr, StmtExpr>(above))
      at = above;
  if (const auto *expr = llvm::dyn_cast<Expr>(at)) {
    at = fullExpression(expr);
    if (!isValueUsed(llvm::cast<Expr>(at)))
      return at;
  }
  for (const Stmt *above = parent(at); above; above = parent(at)) {
    if (isBodyOf(above, at))
      return at;
    at = above;
  }
  return nullptr;
}

const Stmt *Statements::ownerOf(const ValueDecl *variable) const {
  return owners_.lookup(variable);
}

const Stmt *Statements::targetOf(const Stmt *jump) const {
  for (const Stmt *above = parent(jump); above && above != loop_;
       above = parent(above)) {
    if (llvm::isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(above))
      return above;
    if (llvm::isa<BreakStmt>(jump) && llvm::isa<SwitchStmt>(above))
      return above;
  }
  return nullptr;
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

bool Statements::seesIteration(const Stmt *statement) const {
  for (const Stmt *at = statement; at; at = parent(at))
    if (const auto *lambda = llvm::dyn_cast<LambdaExpr>(at))
      if (lambda->getCaptureDefault() != LCD_ByRef)
        return false;
  return true;
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
