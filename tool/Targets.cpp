// Targets.cpp: an assignment changes its left side, a call what it gets by
// reference, an algorithm the container that its iterators come from.

#include "Targets.h"

#include "DynamicClasses.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"
#include "Statements.h"
#include "Travel.h"
#include "Uses.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

bool changesReferred(QualType parameter) {
  return parameter->isLValueReferenceType() &&
         !parameter->getPointeeType().isConstQualified();
}

/// An assignment that gives its object a value which doesn't depend on the old
/// one.
bool overwritesSelf(const CXXOperatorCallExpr *call) {
  const FunctionDecl *callee = call->getDirectCallee();
  return call->getOperator() == OO_Equal && callee &&
         (isStandard(callee) || isMemberwiseAssignment(callee));
}

/// A packed field has no address that a reference could hold.
bool isPacked(const Expr *expr) {
  expr = expr->IgnoreParenImpCasts();
  if (const auto *element = llvm::dyn_cast<ArraySubscriptExpr>(expr))
    return isPacked(element->getBase());
  const auto *member = llvm::dyn_cast<MemberExpr>(expr);
  const auto *field =
      member ? llvm::dyn_cast<FieldDecl>(member->getMemberDecl()) : nullptr;
  return field && (field->hasAttr<PackedAttr>() ||
                   field->getParent()->hasAttr<PackedAttr>() ||
                   (!member->isArrow() && isPacked(member->getBase())));
}

/// isOnlyFollowed() returns true if a pointer is only named in `*p` and
/// `p->x`.
bool isOnlyFollowed(const ValueDecl *pointer, const Stmt *statement) {
  const auto isPointer = [&](const Stmt *one) {
    const auto *named = llvm::dyn_cast<DeclRefExpr>(one);
    return named && named->getDecl() == pointer;
  };
  const auto *unary = llvm::dyn_cast<UnaryOperator>(statement);
  const auto *member = llvm::dyn_cast<MemberExpr>(statement);
  if ((unary && unary->getOpcode() == UO_Deref &&
       isPointer(unary->getSubExpr()->IgnoreParenImpCasts())) ||
      (member && member->isArrow() &&
       isPointer(member->getBase()->IgnoreParenImpCasts())))
    return true;
  return !isPointer(statement) &&
         llvm::all_of(statement->children(), [&](const Stmt *child) {
           return !child || isOnlyFollowed(pointer, child);
         });
}

/// pointsToOne() returns true if a function in sight takes what a parameter
/// points to for a single object, and not for the first one of an array.
bool pointsToOne(const FunctionDecl *callee, unsigned index) {
  const FunctionDecl *definition = nullptr;
  const Stmt *body = callee->getBody(definition);
  return body && index < definition->getNumParams() &&
         definition->getParamDecl(index)->getType()->isPointerType() &&
         isOnlyFollowed(definition->getParamDecl(index), body);
}

} // namespace

bool travelsAsBytes(QualType type) {
  type = type.getNonReferenceType();
  if (type->isArrayType())
    type = QualType(type->getBaseElementTypeUnsafe(), 0);
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (!record)
    return true;
  record = record->getDefinition();
  return record && record->isTriviallyCopyable() &&
         !(isStandard(record) && record->getName() != "array" &&
           record->getName() != "complex");
}

QualType typeOf(const Target &target) {
  const QualType type = target.expr->getType();
  return target.isBehind ? targetTypeOf(type) : type;
}

TargetFinder::TargetFinder(ASTContext &context, const Scope &scope,
                           const Statements &statements, Callees &callees)
    : context_(context), statements_(statements), callees_(callees),
      resolver_(scope, callees) {}

std::vector<Target> TargetFinder::find(const Change &change,
                                       const Object &object) {
  found_.clear();
  failed_ = false;
  const Expr *node = change.node;
  if (const auto *binary = llvm::dyn_cast<BinaryOperator>(node))
    add(binary->getLHS(), binary->getOpcode() == BO_Assign);
  else if (const auto *unary = llvm::dyn_cast<UnaryOperator>(node))
    add(unary->getSubExpr(), false);
  else if (const auto *op = llvm::dyn_cast<CXXOperatorCallExpr>(node);
           op && op->isAssignmentOp() && !llvm::isa<CXXThisExpr>(op->getArg(0)))
    add(op->getArg(0), overwritesSelf(op));
  else if (const auto *call = llvm::dyn_cast<CallExpr>(node);
           call && call->getDirectCallee())
    addArguments(call, call->getDirectCallee(), object);
  return failed_ ? std::vector<Target>() : std::move(found_);
}

std::optional<Target> TargetFinder::call(const Change &change,
                                         const Object &object) {
  const auto *call = llvm::dyn_cast<CallExpr>(change.node);
  const std::optional<TextRange> range =
      call ? textRange(call->getSourceRange(), context_) : std::nullopt;
  if (!range || !call->getDirectCallee() ||
      !callees_.summary(call->getDirectCallee()) ||
      !statements_.seesIteration(call))
    return std::nullopt;
  return Target{call, *range, object, false, true, ""};
}

std::optional<Target> TargetFinder::at(const Expr *expr) {
  found_.clear();
  failed_ = false;
  add(expr, false);
  return failed_ ? std::nullopt : std::optional<Target>(found_.front());
}

std::optional<Target> TargetFinder::behind(const Expr *lvalue,
                                           const Object &object) {
  found_.clear();
  failed_ = false;
  for (const Expr *at = lvalue; at; at = baseOf(at, callees_)) {
    const Expr *plain = at->IgnoreParenImpCasts();
    const auto *member = llvm::dyn_cast<MemberExpr>(plain);
    const auto *unary = llvm::dyn_cast<UnaryOperator>(plain);
    const auto *call = llvm::dyn_cast<CXXOperatorCallExpr>(plain);
    if (member && member->isArrow()) {
      addBehind(member->getBase(), object);
      break;
    }
    if ((unary && unary->getOpcode() == UO_Deref) ||
        (call && call->getOperator() == OO_Star)) {
      addBehind(unary ? unary->getSubExpr() : call->getArg(0), object);
      break;
    }
  }
  return failed_ || found_.empty() ? std::nullopt
                                   : std::optional<Target>(found_.front());
}

void TargetFinder::addArguments(const Expr *node, const FunctionDecl *callee,
                                const Object &object) {
  const auto *call = llvm::cast<CallExpr>(node);
  llvm::ArrayRef<const Expr *> arguments(call->getArgs(), call->getNumArgs());
  const auto *method = llvm::dyn_cast<CXXMethodDecl>(callee);
  const Expr *self = nullptr;
  if (const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call))
    self = member->getImplicitObjectArgument();
  else if (method && llvm::isa<CXXOperatorCallExpr>(call)) {
    self = arguments.front();
    arguments = arguments.drop_front();
  }
  const bool isSelfChanged =
      self && !method->isConst() &&
      !llvm::isa<CXXThisExpr>(self->IgnoreParenImpCasts());
  if (isSelfChanged && self->isLValue())
    addArgument(self, context_.getLValueReferenceType(self->getType()), callee,
                object);
  else if (isSelfChanged && self->getType()->isPointerType() &&
           !isStandard(callee))
    addBehind(self, object);
  for (unsigned index = 0;
       index < arguments.size() && index < callee->getNumParams(); ++index)
    addArgument(arguments[index], callee->getParamDecl(index)->getType(),
                callee, object, pointsToOne(callee, index));
}

void TargetFinder::addArgument(const Expr *argument, QualType parameter,
                               const FunctionDecl *callee, const Object &object,
                               bool isOneObject) {
  const auto isIt = [&](const Object &one) { return overlaps(one, object); };
  if (changesReferred(parameter)) {
    if (llvm::any_of(resolver_.designated(argument), isIt))
      add(argument, false);
    return;
  }
  const bool refers = parameter->isPointerType() ||
                      isPointerLike(parameter.getNonReferenceType());
  if (!refers || pointsToConst(parameter.getNonReferenceType()) ||
      !llvm::any_of(resolver_.pointees(argument), isIt))
    return;
  const auto *address =
      llvm::dyn_cast<UnaryOperator>(argument->IgnoreParenImpCasts());
  if (address && address->getOpcode() == UO_AddrOf) {
    const Expr *target = address->getSubExpr()->IgnoreParenImpCasts();
    // Next to an element of an array are others.
    if (isOneObject || llvm::isa<DeclRefExpr, MemberExpr>(target))
      return add(target, false);
  }
  if (isStandard(callee))
    return addContainers(argument);
  failed_ = true;
}

/// `v[i].begin()`, `std::end(row)`, `a[i] + n`: the container v[i], the row.
void TargetFinder::addContainers(const Expr *iterator) {
  const Expr *at = iterator;
  while (at) {
    const Expr *plain = at->IgnoreParenImpCasts();
    const CXXRecordDecl *record = plain->getType()->getAsCXXRecordDecl();
    const bool isContainer =
        plain->isLValue() && (plain->getType()->isArrayType() ||
                              (record && !isPointerLike(plain->getType())));
    if (isContainer)
      return add(plain, false);
    const auto *call = llvm::dyn_cast<CallExpr>(plain);
    const bool isFree =
        call && call->getDirectCallee() &&
        isStandard(call->getDirectCallee()) && call->getNumArgs() == 1 &&
        !llvm::isa<CXXMemberCallExpr, CXXOperatorCallExpr>(call);
    at = isFree ? call->getArg(0) : baseOf(plain, callees_);
  }
  failed_ = true;
}

void TargetFinder::add(const Expr *expr, bool overwrites) {
  const Expr *plain = expr->IgnoreImpCasts();
  const std::optional<TextRange> range =
      textRange(plain->getSourceRange(), context_);
  const Objects objects = resolver_.designated(plain);
  const bool isOne =
      !objects.empty() && llvm::all_of(objects, [&](const Object &one) {
        return (one.kind == Object::Kind::Outside ||
                one.kind == Object::Kind::Pointee) &&
               overlaps(one, objects.front());
      });
  if (!range || !isOne || !mayBeOwned(plain) ||
      !statements_.seesIteration(plain)) {
    failed_ = true;
    return;
  }
  Object object = objects.front();
  for (const Object &one : objects)
    if (one.path.size() < object.path.size())
      object = one;
  const Expr *bare = plain->IgnoreParenImpCasts();
  if (llvm::none_of(found_,
                    [&](const Target &known) { return known.expr == bare; }))
    found_.push_back({bare, *range, object, overwrites,
                      travelsAsBytes(plain->getType()), ""});
}

/// addBehind() is for the object whose method is called, `nodes[i]->move()`.
void TargetFinder::addBehind(const Expr *pointer, const Object &object) {
  pointer = pointer->IgnoreParenImpCasts();
  if (const auto *arrow = llvm::dyn_cast<CXXOperatorCallExpr>(pointer);
      arrow && arrow->getOperator() == OO_Arrow)
    pointer = arrow->getArg(0)->IgnoreParenImpCasts();
  const std::optional<TextRange> range =
      textRange(pointer->getSourceRange(), context_);
  const Objects objects = resolver_.pointees(pointer);
  const auto isIt = [&](const Object &one) { return overlaps(one, object); };
  if (llvm::none_of(objects, isIt))
    return;
  const bool isWhole = llvm::all_of(objects, [&](const Object &one) {
    return one.kind == Object::Kind::Pointee && isIt(one) &&
           one.path.size() <= object.path.size();
  });
  Target target;
  target.isBehind = true;
  target.expr = pointer;
  if (!range || !isWhole || !statements_.seesIteration(pointer) ||
      !mayBeNotedBehind(target)) {
    failed_ = true;
    return;
  }
  target.range = *range;
  target.object = objects.front();
  found_.push_back(std::move(target));
}

/// mayBeNotedBehind() adds the classes of the object that the target is.
bool TargetFinder::mayBeNotedBehind(Target &target) const {
  const QualType type = typeOf(target);
  const CXXRecordDecl *record =
      type.isNull() ? nullptr : type->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition() || type.isConstQualified())
    return false;
  if (!record->isPolymorphic()) {
    target.asBytes = travelsAsBytes(type);
    return canBeAssigned(type) && !obstacleToTravel(type.getUnqualifiedType());
  }
  const auto classes =
      dynamicClasses(record, callees_.overriders(), target.expr->getBeginLoc());
  if (classes)
    target.classes = *classes;
  return classes.has_value();
}

bool TargetFinder::mayBeOwned(const Expr *expr) const {
  QualType type = expr->getType();
  if (type->isArrayType())
    type = context_.getBaseElementType(type);
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  const bool mayBeDerived = record && record->hasDefinition() &&
                            record->isPolymorphic() &&
                            !record->isEffectivelyFinal();
  return expr->isLValue() && !expr->refersToBitField() && !isPacked(expr) &&
         !expr->refersToVectorElement() && !type.isConstQualified() &&
         !isProxy(type) && !mayBeDerived && canBeAssigned(type) &&
         !obstacleToTravel(type.getUnqualifiedType());
}

} // namespace paraloop
