// Overriders.cpp: one look at all classes of the user's, local ones too.

#include "Overriders.h"

#include "StandardLibrary.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

#include "llvm/ADT/STLExtras.h"

#include <iterator>

using namespace clang;

namespace paraloop {

class Overriders::Finder : public RecursiveASTVisitor<Finder> {
public:
  explicit Finder(Overriders &all) : all_(all) {}

  bool shouldVisitTemplateInstantiations() const { return true; }
  bool shouldVisitImplicitCode() const { return true; } // Destructors.

  bool TraverseDecl(Decl *declaration) {
    if (declaration && isLibrary(declaration))
      return true;
    return RecursiveASTVisitor<Finder>::TraverseDecl(declaration);
  }

  bool VisitCXXRecordDecl(CXXRecordDecl *record) {
    if (record->isThisDeclarationADefinition() && record->getNumBases() > 0 &&
        !record->isDependentContext())
      all_.derived_.push_back(record);
    return true;
  }

  bool VisitCXXMethodDecl(CXXMethodDecl *method) {
    if (!method->isVirtual())
      return true;
    llvm::SmallVector<const CXXMethodDecl *, 4> waiting(
        method->overridden_methods());
    while (!waiting.empty()) {
      const CXXMethodDecl *overridden = waiting.pop_back_val();
      all_.overriders_[overridden->getCanonicalDecl()].push_back(method);
      if (isFromSystemHeader(overridden))
        all_.ofLibrary_.push_back(method);
      llvm::append_range(waiting, overridden->overridden_methods());
    }
    return true;
  }

private:
  /// `extern "C++"` around an include of a system header is the user's.
  static bool isLibrary(const Decl *declaration) {
    return !llvm::isa<TranslationUnitDecl, LinkageSpecDecl>(declaration) &&
           isFromSystemHeader(declaration);
  }

  Overriders &all_;
};

void Overriders::findAll() {
  if (!found_)
    Finder(*this).TraverseDecl(context_.getTranslationUnitDecl());
  found_ = true;
}

const std::vector<const CXXMethodDecl *> &
Overriders::of(const CXXMethodDecl *method) {
  findAll();
  return overriders_[method->getCanonicalDecl()];
}

const std::vector<const CXXMethodDecl *> &Overriders::ofLibrary() {
  findAll();
  return ofLibrary_;
}

std::vector<const CXXRecordDecl *>
Overriders::derivedFrom(const CXXRecordDecl *record) {
  findAll();
  std::vector<const CXXRecordDecl *> found;
  llvm::copy_if(
      derived_, std::back_inserter(found),
      [&](const CXXRecordDecl *one) { return one->isDerivedFrom(record); });
  return found;
}

bool Overriders::mayRunAnother(const FunctionDecl *function) {
  const auto *method = llvm::dyn_cast<CXXMethodDecl>(function);
  if (!method || !method->isVirtual() || method->hasAttr<FinalAttr>() ||
      method->getParent()->isEffectivelyFinal())
    return false;
  return !areAllInSight(method) || !of(method).empty();
}

bool Overriders::areAllInSight(const CXXMethodDecl *method) {
  return areAllInSight(method->getParent());
}

bool Overriders::areAllInSight(const CXXRecordDecl *record) {
  const SourceManager &sources = record->getASTContext().getSourceManager();
  return !record->isExternallyVisible() ||
         sources.isInMainFile(sources.getExpansionLoc(record->getLocation()));
}

} // namespace paraloop
