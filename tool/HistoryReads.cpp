// HistoryReads.cpp: one look at all calls of methods in the program's own code.

#include "HistoryReads.h"

#include "LibraryUses.h"
#include "TypeContainment.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

class ReadFinder : public RecursiveASTVisitor<ReadFinder> {
  using Base = RecursiveASTVisitor<ReadFinder>;

public:
  explicit ReadFinder(const SourceManager &sources) : sources_(sources) {}

  bool shouldVisitTemplateInstantiations() const { return true; }

  bool TraverseDecl(Decl *decl) {
    return (decl && sources_.isInSystemHeader(decl->getLocation())) ||
           Base::TraverseDecl(decl);
  }

  bool VisitCXXMemberCallExpr(CXXMemberCallExpr *call) {
    if (const CXXMethodDecl *method = call->getMethodDecl();
        method && useBy(method) == MethodUse::History)
      found.push_back(bareType(call->getObjectType()).getTypePtr());
    return true;
  }

  std::vector<const Type *> found;

private:
  const SourceManager &sources_;
};

} // namespace

bool HistoryReads::concern(QualType type) {
  if (!asked_) {
    ReadFinder finder(context_.getSourceManager());
    finder.TraverseDecl(context_.getTranslationUnitDecl());
    asked_ = std::move(finder.found);
  }
  return llvm::any_of(*asked_, [&](const Type *one) {
    const QualType asked(one, 0);
    return mayContain(type, asked) || mayHoldElsewhere(type, asked);
  });
}

} // namespace paraloop
