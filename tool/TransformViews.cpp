// TransformViews.cpp: asks the summaries of what a view may call.

#include "TransformViews.h"

#include "Actuals.h"
#include "Callees.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"
#include "Travel.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

/// callOperatorsOf() returns the functions that a call of an object of the
/// class may run, of templates their instances.
llvm::SmallVector<const FunctionDecl *, 2>
callOperatorsOf(const CXXRecordDecl *record) {
  llvm::SmallVector<const FunctionDecl *, 2> all;
  for (const Decl *member : record->decls()) {
    const auto *generic = llvm::dyn_cast<FunctionTemplateDecl>(member);
    if (!generic) {
      if (const auto *function = llvm::dyn_cast<FunctionDecl>(member);
          function && function->getOverloadedOperator() == OO_Call)
        all.push_back(function);
    } else if (generic->getTemplatedDecl()->getOverloadedOperator() ==
               OO_Call) {
      for (const FunctionDecl *special : generic->specializations())
        all.push_back(special);
    }
  }
  return all;
}

/// leadsElsewhere() returns true where the result of a function may refer to
/// something else than a part of what its parameters refer to.
bool leadsElsewhere(const FunctionDecl *function, Callees &callees) {
  const QualType type = function->getReturnType();
  if (!type->isReferenceType())
    return holdsReferences(type);
  const Summary *summary = callees.summary(function);
  return !summary || summary->returned.empty() ||
         llvm::any_of(summary->returned, [&](const Object &one) {
           return one.kind != Object::Kind::Outside || one.indirect ||
                  !isParameterOf(function, one.variable);
         });
}

/// isCalledForOthers() is leadsElsewhere() for what a view calls to get its
/// elements: which function a pointer refers to isn't known.
bool isCalledForOthers(QualType callable, Callees &callees) {
  if (callable->isFunctionPointerType()) {
    const QualType result =
        callable->getPointeeType()->castAs<FunctionType>()->getReturnType();
    return result->isReferenceType() || holdsReferences(result);
  }
  const CXXRecordDecl *record = callable->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition())
    return false; // A pointer to a member.
  if (isStandard(record))
    return record->getName() != "identity" && record->getName() != "_Mem_fn";
  return llvm::any_of(callOperatorsOf(record->getDefinition()),
                      [&](const FunctionDecl *function) {
                        return leadsElsewhere(function, callees);
                      });
}

} // namespace

bool transformsElsewhere(QualType view, Callees &callees) {
  const CXXRecordDecl *record = view->getAsCXXRecordDecl();
  if (!record || !record->getIdentifier() || !isStandard(record) ||
      !record->getName().ends_with("_view"))
    return false;
  const llvm::SmallVector<QualType, 4> parts = typeArguments(record);
  if (record->getName() == "transform_view" && parts.size() == 2 &&
      isCalledForOthers(parts[1], callees))
    return true;
  return llvm::any_of(
      parts, [&](QualType part) { return transformsElsewhere(part, callees); });
}

} // namespace paraloop
