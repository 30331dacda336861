// ElementsHanded.cpp: asks begin() of a range, and operator* of an iterator.

#include "ElementsHanded.h"

#include "Actuals.h"
#include "Callees.h"
#include "ObjectResolver.h"
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

/// isPassedOn() returns true for a parameter that an algorithm steps through:
/// `R &&range`, an iterator by value. Values to compare with or to assign are
/// taken by a reference to const.
bool isPassedOn(QualType asWritten, const FunctionDecl *callee) {
  if (asWritten.isNull() || asWritten->isLValueReferenceType())
    return false;
  return isAlgorithmObject(callee) ||
         (!llvm::isa<CXXMethodDecl>(callee) && !asWritten->isReferenceType());
}

bool isNamed(const FunctionDecl *function, llvm::StringRef name) {
  return function->getIdentifier() && function->getName() == name;
}

class ElementFinder {
public:
  ElementFinder(const Call &call, const Expr *argument,
                ObjectResolver &resolver, Actuals &actuals, Callees &callees)
      : call_(call), argument_(argument), resolver_(resolver),
        actuals_(actuals), callees_(callees) {}

  /// ofPointer() also takes what a view keeps of its elements.
  Objects ofPointer() {
    const QualType type = argument_->getType();
    if (pointsToConst(type))
      return {};
    Objects all = resolver_.pointees(argument_);
    const CXXRecordDecl *record = type->getAsCXXRecordDecl();
    if (record && argument_->isGLValue() && !type.isConstQualified() &&
        record->getName().ends_with("_view"))
      all.append(resolver_.designated(argument_));
    return all;
  }

  std::optional<Objects> ofClass(const CXXRecordDecl *record, bool isRange) {
    visit(record->getDefinition());
    if (isRange && !isStepped_ && !isCalled_)
      found_.push_back(Object()); // It has begin() elsewhere.
    return found_.empty() ? std::nullopt : std::optional(found_);
  }

private:
  void visit(const CXXRecordDecl *record) {
    for (const Decl *member : record->decls())
      if (const auto *generic = llvm::dyn_cast<FunctionTemplateDecl>(member))
        visitMethod(llvm::dyn_cast<CXXMethodDecl>(generic->getTemplatedDecl()));
      else
        visitMethod(llvm::dyn_cast<CXXMethodDecl>(member));
    for (const CXXBaseSpecifier &base : record->bases())
      if (const CXXRecordDecl *one = base.getType()->getAsCXXRecordDecl();
          one && one->hasDefinition())
        visitBase(base.getType(), one->getDefinition());
  }

  void visitBase(QualType type, const CXXRecordDecl *base) {
    if (!isStandard(base))
      return visit(base);
    isStepped_ |= isPointerLike(type) || hasBegin(base);
    if (isPointerLike(type) && !isInterface(base))
      found_.append(throughOneMorePointer(resolver_.designated(argument_)));
  }

  /// std::ranges::view_interface<V> gets at its elements by way of V.
  static bool isInterface(const CXXRecordDecl *base) {
    return base->getName() == "view_interface";
  }

  static bool hasBegin(const CXXRecordDecl *record) {
    return !isInterface(record) &&
           llvm::any_of(record->methods(), [](const CXXMethodDecl *method) {
             return isNamed(method, "begin");
           });
  }

  void visitMethod(const CXXMethodDecl *method) {
    if (!method || method->isStatic())
      return;
    isCalled_ |= method->getOverloadedOperator() == OO_Call;
    const bool dereferences = method->getOverloadedOperator() == OO_Star &&
                              method->getNumParams() == 0;
    if (!dereferences && !isNamed(method, "begin"))
      return;
    isStepped_ = true;
    const QualType type = method->getReturnType();
    const Summary *summary =
        method->isDependentContext() ? nullptr : callees_.summary(method);
    if (!summary)
      found_.push_back(Object());
    else if (type->isReferenceType() || type->isPointerType() ||
             isPointerLike(type))
      addReturned(method, *summary);
    else if (dereferences ? holdsReferences(type)
                          : holdsReferences(argument_->getType()))
      found_.append(throughOneMorePointer(resolver_.designated(argument_)));
  }

  void addReturned(const CXXMethodDecl *method, const Summary &summary) {
    for (const Object &one : summary.returned) {
      const bool isOwn = !one.variable && !one.indirect &&
                         (one.kind == Object::Kind::Outside &&
                          llvm::none_of(one.path, [](const FieldDecl *field) {
                            return field->getType()->isReferenceType();
                          }));
      if (one.kind == Object::Kind::Local || isOwn)
        continue;
      if (one.isOutside())
        addBehind(actuals_.actual({call_.node, method, argument_, {}}, one));
      else
        found_.push_back(Object());
    }
  }

  /// addBehind() adds what the library reaches by a method: no access in sight
  /// shows which memory behind the pointer that is.
  void addBehind(Objects objects) {
    for (Object &one : objects)
      one.indirect |= one.kind == Object::Kind::Pointee;
    found_.append(objects);
  }

  const Call &call_;
  const Expr *argument_;
  ObjectResolver &resolver_;
  Actuals &actuals_;
  Callees &callees_;
  Objects found_;
  bool isStepped_ = false; ///< There is a begin() or an operator*.
  bool isCalled_ = false;  ///< It is a function object.
};

} // namespace

std::optional<Objects> elementsHanded(const Call &call, unsigned index,
                                      ObjectResolver &resolver,
                                      Actuals &actuals, Callees &callees) {
  if (!isStandard(call.callee) || onlyCallsFor(call.callee))
    return std::nullopt;
  const QualType asWritten = parameterAsWritten(call.callee, index);
  if (!isPassedOn(asWritten, call.callee))
    return std::nullopt;
  const Expr *argument = call.arguments[index];
  const QualType type = argument->getType();
  ElementFinder finder(call, argument, resolver, actuals, callees);
  const bool isRange = asWritten->isReferenceType();
  if (type->isPointerType() || isPointerLike(type))
    return isRange && !type->isFunctionPointerType()
               ? std::optional(finder.ofPointer())
               : std::nullopt;
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  return record && record->hasDefinition() && !isStandard(record) &&
                 !record->isLambda()
             ? finder.ofClass(record, isRange)
             : std::nullopt;
}

} // namespace paraloop
