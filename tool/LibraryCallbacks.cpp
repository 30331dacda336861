// LibraryCallbacks.cpp: finds the functions that the library may call, and asks
// their summaries what they change by way of their parameters or of `*this`.

#include "LibraryCallbacks.h"

#include "Actuals.h"
#include "EnclosingFunctions.h"
#include "LibraryCallees.h"
#include "PlainExpr.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/StringSet.h"

using namespace clang;

namespace paraloop {
namespace {

constexpr unsigned maxDepth = 5;

/// givesAccess() returns true for a parameter by which its function can change
/// something of the caller's.
bool givesAccess(QualType parameter) {
  if (parameter->isLValueReferenceType())
    return !parameter->getPointeeType().isConstQualified() &&
           !parameter->getPointeeType()->isFunctionType();
  const QualType type = parameter.getNonReferenceType();
  return (type->isPointerType() && !type->isFunctionPointerType() &&
          !type->getPointeeType().isConstQualified()) ||
         (isPointerLike(type) && !pointsToConst(type));
}

bool isCallOperator(const FunctionDecl *function) {
  return function->getOverloadedOperator() == OO_Call;
}

class Finder {
public:
  Finder(Callees &callees, const Call &call) : callees_(callees), call_(call) {}

  /// changesArguments() returns true for a function, or something that can be
  /// called, which changes what it is called with.
  bool changesArguments(const Expr *callable) {
    callable = plainExpr(callable)->IgnoreParenImpCasts();
    if (const auto *address = llvm::dyn_cast<UnaryOperator>(callable);
        address && address->getOpcode() == UO_AddrOf)
      callable = address->getSubExpr()->IgnoreParenImpCasts();
    if (const auto *named = llvm::dyn_cast<DeclRefExpr>(callable))
      if (const auto *function = llvm::dyn_cast<FunctionDecl>(named->getDecl()))
        return changesParameters(function) || changesItself(function);
    return typeChangesArguments(callable->getType(), 0);
  }

  /// visitRecords() looks at constructors and destructors of the classes of the
  /// program's that a type is made of.
  void visitRecords(QualType type, Callbacks &found, unsigned depth) {
    type = type.getCanonicalType();
    if (type->isArrayType())
      type = QualType(type->getBaseElementTypeUnsafe(), 0);
    const CXXRecordDecl *record = type->getAsCXXRecordDecl();
    if (!record || !record->hasDefinition() || depth > maxDepth)
      return;
    record = record->getDefinition();
    if (record->isLambda() || !visited_.insert(record).second)
      return;
    if (isStandard(record)) {
      const llvm::SmallVector<QualType, 4> parts = typeArguments(record);
      if (record->getName() == "unique_ptr" && parts.size() > 1)
        found.changeLater |= typeChangesArguments(parts[1], 0); // Its deleter.
      for (const QualType part : parts)
        visitRecords(part, found, depth + 1);
      return;
    }
    visitSpecialMembers(record, found);
    for (const CXXBaseSpecifier &base : record->bases())
      visitRecords(base.getType(), found, depth + 1);
    for (const FieldDecl *field : record->fields())
      visitRecords(field->getType(), found, depth + 1);
  }

  /// keepsState() returns true for an object that is handed over by reference
  /// and changes when it is called.
  bool keepsState(const Expr *argument, QualType parameter) {
    const QualType type = argument->getType();
    const CXXRecordDecl *record = type->getAsCXXRecordDecl();
    const bool isWrapped = record && isStandard(record) &&
                           record->getIdentifier() &&
                           record->getName() == "reference_wrapper";
    if (isWrapped)
      record = targetTypeOf(type)->getAsCXXRecordDecl();
    else if (!argument->isLValue() || !parameter->isReferenceType() ||
             type.isConstQualified())
      return false;
    if (!record || !record->hasDefinition() || isStandard(record))
      return false;
    return llvm::any_of(functionsOf(record->getDefinition()),
                        [&](const FunctionDecl *function) {
                          return isCallOperator(function) &&
                                 changesItself(function);
                        });
  }

private:
  bool typeChangesArguments(QualType type, unsigned depth) {
    type = type.getCanonicalType().getNonReferenceType();
    if (type->isPointerType() && type->getPointeeType()->isFunctionType())
      type = type->getPointeeType();
    if (const auto *member = type->getAs<MemberPointerType>())
      return member->isMemberFunctionPointer();
    if (const auto *function = type->getAs<FunctionProtoType>())
      return llvm::any_of(function->param_types(), givesAccess) ||
             typeChangesArguments(function->getReturnType(), // Of std::bind().
                                  depth + 1);
    const CXXRecordDecl *record = type->getAsCXXRecordDecl();
    if (!record || !record->hasDefinition())
      return false;
    if (depth > maxDepth)
      return true;
    record = record->getDefinition();
    if (isStandard(record)) // std::function, what std::bind() returns.
      return !isValue(record) &&
             llvm::any_of(typeArguments(record), [&](QualType part) {
               return typeChangesArguments(part, depth + 1);
             });
    return llvm::any_of(functionsOf(record), [&](const FunctionDecl *function) {
      return isCallOperator(function) && changesParameters(function);
    });
  }

  /// A container of functions isn't called by who gets it.
  static bool isValue(const CXXRecordDecl *record) {
    static const llvm::StringSet<> names = {"vector",
                                            "deque",
                                            "list",
                                            "map",
                                            "set",
                                            "unordered_map",
                                            "array",
                                            "optional",
                                            "any",
                                            "variant",
                                            "tuple",
                                            "pair",
                                            "unordered_set",
                                            "multimap",
                                            "multiset",
                                            "basic_string",
                                            "initializer_list"};
    return names.contains(record->getName());
  }

  bool changesParameters(const FunctionDecl *function) {
    const Summary *summary = callees_.summary(function);
    if (!summary || function->isDependentContext())
      return !isStandard(function) &&
             llvm::any_of(function->parameters(), [](const ParmVarDecl *one) {
               return one->getType()->isDependentType() ||
                      givesAccess(one->getType());
             });
    return llvm::any_of(summary->changes, [&](const OutsideEffect &effect) {
      const Object &object = effect.object;
      // What is moved from is somebody's to change.
      const bool isMoved =
          object.variable &&
          object.variable->getType()->isRValueReferenceType() &&
          object.kind == Object::Kind::Outside;
      return isParameterOf(function, object.variable) && !isMoved;
    });
  }

  /// changesItself() returns true for a method that changes its object.
  bool changesItself(const FunctionDecl *function) {
    const auto *method = llvm::dyn_cast<CXXMethodDecl>(function);
    if (!method || method->isStatic() || isOfLambda(method) ||
        llvm::isa<CXXConstructorDecl>(method))
      return false;
    const Summary *summary = callees_.summary(method);
    return summary ? llvm::any_of(summary->changes,
                                  [](const OutsideEffect &effect) {
                                    return !effect.object.variable;
                                  })
                   : !method->isConst();
  }

  /// changesWhatItHolds() returns true for a method that changes what pointers
  /// in its object refer to, unless that is memory of its own.
  bool changesWhatItHolds(const FunctionDecl *method) {
    const Summary *summary = callees_.summary(method);
    return summary &&
           llvm::any_of(summary->changes, [&](const OutsideEffect &effect) {
             const Object &object = effect.object;
             return !object.variable &&
                    (object.kind == Object::Kind::Pointee || object.indirect) &&
                    !callees_.ownsTargets(object);
           });
  }

  static bool takesReference(const FunctionDecl *constructor) {
    return llvm::any_of(constructor->parameters(), [](const ParmVarDecl *one) {
      const QualType type = one->getType();
      return type->isDependentType() ||
             (type->isLValueReferenceType() &&
              !type->getPointeeType().isConstQualified());
    });
  }

  void visitSpecialMembers(const CXXRecordDecl *record, Callbacks &found) {
    found.keepReferences |= llvm::any_of(record->fields(), [&](auto *field) {
      return record->isAggregate() && field->getType()->isReferenceType();
    });
    const auto isSpecial = [](const FunctionDecl *function) {
      return llvm::isa<CXXConstructorDecl, CXXDestructorDecl>(function) ||
             function->getOverloadedOperator() == OO_Equal;
    };
    for (const FunctionDecl *function : functionsOf(record)) {
      const auto *method = llvm::dyn_cast<CXXMethodDecl>(function);
      const auto *constructor = llvm::dyn_cast<CXXConstructorDecl>(function);
      if (method && method->isConst() && isForLibrary(method))
        found.changeArguments |= changesItself(method); // Mutable fields.
      if (!isSpecial(function) || function->isImplicit() ||
          (constructor && !mayConstruct(call_, constructor)))
        continue;
      found.keepReferences |= takesReference(function);
      found.changeArguments |= changesParameters(function);
      found.changeLater |= !constructor && changesWhatItHolds(function);
    }
  }

  Callees &callees_;
  const Call &call_;
  llvm::SmallPtrSet<const CXXRecordDecl *, 8> visited_;
};

/// makesObjects() returns true for a function of the library that may construct
/// or destroy objects of the classes that its result, its object and its
/// arguments are made of.
bool makesObjects(const FunctionDecl *callee) {
  if (const auto *method = llvm::dyn_cast<CXXMethodDecl>(callee))
    return !method->isConst() || method->getOverloadedOperator() == OO_Call;
  const llvm::StringRef name = nameOf(callee);
  return !callee->getReturnType()->isReferenceType() ||
         name.starts_with("construct") || name.starts_with("destroy");
}

/// makesThrough() returns true for a function that may make or destroy what its
/// pointer refers to; others only copy the pointer.
bool makesThrough(const FunctionDecl *callee) {
  const auto *method = llvm::dyn_cast<CXXMethodDecl>(callee);
  if (!method)
    return true;
  const QualType record(method->getParent()->getTypeForDecl(), 0);
  return isPointerLike(record) || isCallOperator(method);
}

} // namespace

Callbacks callbacksOf(const Call &call, Callees &callees) {
  Finder finder(callees, call);
  Callbacks found;
  const bool isConstructor = llvm::isa<CXXConstructorDecl>(call.callee);
  for (const Expr *argument : call.arguments)
    if (finder.changesArguments(argument)) // A constructor may keep it.
      (isConstructor ? found.changeLater : found.changeArguments) = true;
  for (unsigned index = 0; index < call.arguments.size(); ++index)
    if (index < call.callee->getNumParams() &&
        finder.keepsState(call.arguments[index],
                          call.callee->getParamDecl(index)->getType()))
      found.changed.push_back(call.arguments[index]);
  if (call.self && isCallOperator(call.callee)) // std::function
    found.changeArguments |= finder.changesArguments(call.self);
  if (!makesObjects(call.callee))
    return found;
  finder.visitRecords(call.node->getType().getNonReferenceType(), found, 0);
  if (call.self)
    finder.visitRecords(call.self->getType().getNonReferenceType(), found, 0);
  for (const Expr *argument : call.arguments) {
    const QualType type = argument->getType().getNonReferenceType();
    const bool mayDestroy = type->isPointerType() && makesThrough(call.callee);
    finder.visitRecords(mayDestroy ? type->getPointeeType() : type, found, 0);
  }
  return found;
}

bool handsOverFunction(const Expr *expr) {
  const auto isCallable = [](const Expr *argument) {
    const CXXRecordDecl *record = argument->getType()->getAsCXXRecordDecl();
    return isStoredCallable(argument->getType()) ||
           isLambda(argument->getType()) ||
           (record && record->hasDefinition() && !isStandard(record) &&
            llvm::any_of(record->methods(), isCallOperator));
  };
  const auto *call = llvm::dyn_cast<CallExpr>(expr);
  const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
  return callee && isStandard(callee) &&
         (isAlgorithmObject(callee) || !llvm::isa<CXXMethodDecl>(callee)) &&
         llvm::any_of(call->arguments(), isCallable);
}

} // namespace paraloop
