// DynamicClasses.cpp: one class after the other.

#include "DynamicClasses.h"

#include "Travel.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/CXXInheritance.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace paraloop {
namespace {

/// hasName() returns true for a class that has a name at `use`, whatever stands
/// around that.
bool hasName(const CXXRecordDecl *record, SourceLocation use) {
  const SourceManager &sources = record->getASTContext().getSourceManager();
  return record->getDeclContext()->getRedeclContext()->isFileContext() &&
         record->getIdentifier() &&
         sources.isBeforeInTranslationUnit(
             sources.getExpansionLoc(record->getBraceRange().getEnd()),
             sources.getExpansionLoc(use));
}

/// isOneOf() returns false where an object of `derived` has several parts of
/// the class `base`.
bool isOneOf(const CXXRecordDecl *derived, const CXXRecordDecl *base) {
  CXXBasePaths paths;
  return derived == base ||
         (derived->isDerivedFrom(base, paths) &&
          !paths.isAmbiguous(base->getASTContext().getCanonicalType(
              base->getASTContext().getRecordType(base))));
}

} // namespace

std::optional<std::vector<const CXXRecordDecl *>>
dynamicClasses(const CXXRecordDecl *record, Overriders &overriders,
               SourceLocation use) {
  if (!record->getASTContext().getLangOpts().RTTI ||
      !Overriders::areAllInSight(record))
    return std::nullopt;
  record = record->getDefinition();
  std::vector<const CXXRecordDecl *> all = overriders.derivedFrom(record);
  all.insert(all.begin(), record);
  std::vector<const CXXRecordDecl *> found;
  for (const CXXRecordDecl *one : all) {
    if (one->isAbstract())
      continue;
    if (!hasName(one, use) || !isOneOf(one, record) || !travelsInParts(one))
      return std::nullopt;
    found.push_back(one);
  }
  return found.empty() ? std::nullopt : std::optional(std::move(found));
}

} // namespace paraloop
