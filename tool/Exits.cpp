// Exits.cpp: a walk over the body that knows which loop or switch a `break`
// belongs to.

#include "Exits.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"

#include "llvm/ADT/DenseSet.h"

using namespace clang;

namespace paraloop {
namespace {

class Labels : public RecursiveASTVisitor<Labels> {
public:
  bool VisitLabelStmt(LabelStmt *label) {
    all.insert(label->getDecl());
    return true;
  }
  llvm::DenseSet<const LabelDecl *> all;
};

class ExitFinder : public RecursiveASTVisitor<ExitFinder> {
  using Base = RecursiveASTVisitor<ExitFinder>;

public:
  ExitFinder(ASTContext &context, const Labels &inside, Exits &exits)
      : context_(context), inside_(inside), exits_(exits) {}

  // The statements of a lambda, a local class or a nested loop are their own
  // business, or partly so.
  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool TraverseCXXRecordDecl(CXXRecordDecl *) { return true; }
  bool TraverseForStmt(ForStmt *loop) {
    return within(loops_, [&] { return Base::TraverseForStmt(loop); });
  }
  bool TraverseCXXForRangeStmt(CXXForRangeStmt *loop) {
    return within(loops_, [&] { return Base::TraverseCXXForRangeStmt(loop); });
  }
  bool TraverseWhileStmt(WhileStmt *loop) {
    return within(loops_, [&] { return Base::TraverseWhileStmt(loop); });
  }
  bool TraverseDoStmt(DoStmt *loop) {
    return within(loops_, [&] { return Base::TraverseDoStmt(loop); });
  }
  bool TraverseSwitchStmt(SwitchStmt *choice) {
    return within(switches_, [&] { return Base::TraverseSwitchStmt(choice); });
  }
  bool TraverseCXXTryStmt(CXXTryStmt *attempt) {
    return within(tries_,
                  [&] { return TraverseStmt(attempt->getTryBlock()); }) &&
           traverseHandlers(attempt);
  }

  bool VisitContinueStmt(ContinueStmt *statement) {
    if (loops_ == 0)
      edit(statement, BodyEdit::Kind::Continue);
    return true;
  }
  bool VisitBreakStmt(BreakStmt *statement) {
    if (loops_ == 0 && switches_ == 0)
      leaveAt(statement);
    return true;
  }
  bool VisitReturnStmt(ReturnStmt *statement) { return leaveAt(statement); }
  bool VisitGotoStmt(GotoStmt *jump) {
    return inside_.all.contains(jump->getLabel()) || leaveAt(jump);
  }
  bool VisitIndirectGotoStmt(IndirectGotoStmt *jump) {
    return refuse(jump, "a computed goto");
  }
  bool VisitGCCAsmStmt(GCCAsmStmt *assembly) {
    return refuse(assembly, "inline assembly");
  }
  bool VisitMSAsmStmt(MSAsmStmt *assembly) {
    return refuse(assembly, "inline assembly");
  }

  bool VisitCXXThrowExpr(CXXThrowExpr *thrown) {
    if (tries_ == 0) // Otherwise the body itself may catch it.
      exits_.leaving.push_back(thrown);
    return true;
  }

private:
  template <class Traverse> bool within(unsigned &level, Traverse traverse) {
    ++level;
    const bool goOn = traverse();
    --level;
    return goOn;
  }

  bool traverseHandlers(CXXTryStmt *attempt) {
    for (unsigned index = 0; index < attempt->getNumHandlers(); ++index)
      if (!TraverseStmt(attempt->getHandler(index)))
        return false;
    return true;
  }

  bool refuse(const Stmt *statement, const char *what) {
    exits_.refusals.push_back(
        {RefusalId::UnsupportedStatement, statement->getBeginLoc(), {what}});
    return true;
  }

  bool leaveAt(const Stmt *statement) {
    exits_.leaving.push_back(statement);
    edit(statement, BodyEdit::Kind::Leave);
    return true;
  }

  void edit(const Stmt *statement, BodyEdit::Kind kind) {
    const std::optional<TextRange> range =
        textRange(statement->getSourceRange(), context_);
    if (range && statement->getBeginLoc().isFileID())
      exits_.edits.push_back({*range, kind});
    else
      exits_.refusals.push_back(
          {RefusalId::ExitInMacro, statement->getBeginLoc(), {}});
  }

  ASTContext &context_;
  const Labels &inside_;
  Exits &exits_;
  unsigned loops_ = 0;
  unsigned switches_ = 0;
  unsigned tries_ = 0;
};

} // namespace

Exits findExits(const Stmt *body, ASTContext &context) {
  Exits exits;
  Labels inside;
  inside.TraverseStmt(const_cast<Stmt *>(body));
  ExitFinder(context, inside, exits).TraverseStmt(const_cast<Stmt *>(body));
  return exits;
}

} // namespace paraloop
