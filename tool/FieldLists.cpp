// FieldLists.cpp: the types of operands and of owned objects -> classes ->
// text.

#include "FieldLists.h"

#include "Holdings.h"
#include "Travel.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/QualTypeNames.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetVector.h"

using namespace clang;

namespace paraloop {
namespace {

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
  list.isAccessible =
      record->isLocalClass() || isReachableFrom(facts.function, record);
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
  for (const CXXRecordDecl *one : classes) {
    FieldList list = listOf(one, facts);
    for (const CXXBaseSpecifier &base : one->bases())
      list.bases.push_back(nameOf(base.getType(), facts.context));
    for (const FieldDecl *field : one->fields())
      list.fields.push_back(field->getNameAsString());
    lists.push_back(std::move(list));
  }
  return lists;
}

std::vector<FieldList>
findOwnerLists(const LoopFacts &facts,
               llvm::ArrayRef<const CXXRecordDecl *> classes) {
  std::vector<FieldList> lists;
  for (const CXXRecordDecl *one : classes) {
    FieldList list = listOf(one, facts);
    for (const QualType base : owningBases(one))
      list.bases.push_back(nameOf(base, facts.context));
    for (const FieldDecl *field : owningFields(one))
      list.fields.push_back(field->getNameAsString());
    lists.push_back(std::move(list));
  }
  return lists;
}

} // namespace paraloop
