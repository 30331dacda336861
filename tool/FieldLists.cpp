// FieldLists.cpp: the types of operands and of owned objects -> classes ->
// text.

#include "FieldLists.h"

#include "EnclosingFunctions.h"
#include "Travel.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/QualTypeNames.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetVector.h"

using namespace clang;

namespace paraloop {
namespace {

/// isReachable() returns true where a function may name `record` and all of its
/// fields: they are public, or the function is a member of the class or of one
/// around it.
bool isReachable(const CXXRecordDecl *record, const FunctionDecl *from) {
  if (isMemberOf(from, record))
    return true;
  const auto isOpen = [](const Decl *one) {
    return one->getAccess() == AS_public || one->getAccess() == AS_none;
  };
  for (const DeclContext *at = record; at; at = at->getParent())
    if (const auto *named = llvm::dyn_cast<CXXRecordDecl>(at);
        named && !isOpen(named))
      return false;
  return llvm::all_of(record->fields(), isOpen);
}

std::string nameOf(QualType type, const ASTContext &context) {
  PrintingPolicy policy(context.getLangOpts());
  policy.SuppressUnwrittenScope = true;
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (record && record->isLocalClass()) {
    std::string name = record->getNameAsString();
    while ((record = llvm::dyn_cast<CXXRecordDecl>(record->getParent())))
      name = record->getNameAsString() + "::" + name;
    return name;
  }
  return TypeName::getFullyQualifiedName(type, context, policy, true);
}

FieldList listOf(const CXXRecordDecl *record, const LoopFacts &facts) {
  const ASTContext &context = facts.context;
  FieldList list;
  list.type = nameOf(context.getRecordType(record), context);
  for (const CXXBaseSpecifier &base : record->bases())
    list.bases.push_back(nameOf(base.getType(), context));
  for (const FieldDecl *field : record->fields())
    list.fields.push_back(field->getNameAsString());
  list.isAccessible =
      record->isLocalClass() || isReachable(record, facts.function);
  return list;
}

} // namespace

std::string nameOfClass(const CXXRecordDecl *record,
                        const ASTContext &context) {
  return nameOf(context.getRecordType(record), context);
}

std::vector<FieldList> findFieldLists(const LoopFacts &facts,
                                      const Division &division) {
  llvm::SetVector<const CXXRecordDecl *> classes;
  const auto addType = [&](QualType type) {
    const auto more = classesByFields(type);
    classes.insert(more.begin(), more.end());
  };
  const auto add = [&](const Expr *expr) { addType(expr->getType()); };
  const auto addTarget = [&](const Target &target) {
    if (target.classes.empty())
      addType(typeOf(target));
    for (const CXXRecordDecl *one : target.classes) {
      const auto more = classesInParts(one);
      classes.insert(more.begin(), more.end());
    }
  };
  for (const SplitStatement &update : division.replay.updates)
    llvm::for_each(update.operands, add);
  for (const OwnedObject &owned : division.owned)
    for (const Target &target : owned.targets)
      if (target.elements.empty())
        addTarget(target);
  std::vector<FieldList> lists;
  for (const CXXRecordDecl *one : classes)
    lists.push_back(listOf(one, facts));
  return lists;
}

} // namespace paraloop
