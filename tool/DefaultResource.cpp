// DefaultResource.cpp: the type of what is made, and the arguments.

#include "DefaultResource.h"

#include "StandardLibrary.h"
#include "StandardTypes.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

constexpr unsigned maxDepth = 4;

bool isResource(const CXXRecordDecl *record) {
  return nameOf(record) == "memory_resource" ||
         (record->hasDefinition() &&
          llvm::any_of(record->bases(), [](const CXXBaseSpecifier &base) {
            const CXXRecordDecl *of = base.getType()->getAsCXXRecordDecl();
            return of && isResource(of);
          }));
}

const CXXRecordDecl *recordOf(QualType type) {
  type = type.getNonReferenceType();
  return (type->isPointerType() ? type->getPointeeType() : type)
      ->getAsCXXRecordDecl();
}

/// takesFromResource() returns true for a class of the library's whose objects
/// have a memory resource, or hold such objects.
bool takesFromResource(QualType type, unsigned depth) {
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (!record || !isStandard(record) || depth > maxDepth)
    return false;
  return nameOf(record) == "polymorphic_allocator" || isResource(record) ||
         llvm::any_of(typeArguments(record), [&](QualType argument) {
           return takesFromResource(argument, depth + 1);
         });
}

/// isGivenResource() returns true for an argument that is written, and is a
/// resource, or an allocator or a container that has one.
bool isGivenResource(const Expr *argument) {
  const CXXRecordDecl *record = recordOf(argument->getType());
  return !llvm::isa<CXXDefaultArgExpr>(argument) && record &&
         (isResource(record) || nameOf(record) == "polymorphic_allocator");
}

} // namespace

bool takesDefaultResource(const Call &call) {
  if (nameOf(call.callee) == "get_default_resource")
    return true;
  const auto *constructor = llvm::dyn_cast<CXXConstructorDecl>(call.callee);
  return constructor && !constructor->isMoveConstructor() &&
         takesFromResource(call.node->getType(), 0) &&
         llvm::none_of(call.arguments, isGivenResource);
}

bool isOfResource(const FunctionDecl *function) {
  const auto *method = llvm::dyn_cast<CXXMethodDecl>(function);
  return method && isResource(method->getParent()) &&
         (nameOf(method) == "do_allocate" || nameOf(method) == "do_deallocate");
}

} // namespace paraloop
