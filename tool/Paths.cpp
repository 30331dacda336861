// Paths.cpp: two questions that call each other, as in ObjectResolver.cpp:
// which element is this lvalue (object), and which does this pointer refer to
// (target)?

#include "Paths.h"

#include "PlainExpr.h"
#include "Reseating.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

#include "llvm/ADT/StringSet.h"

using namespace clang;

namespace paraloop {
namespace {

constexpr unsigned maxDepth = 32;

std::optional<Path> with(std::optional<Path> path, Step::Kind kind) {
  if (path)
    path->steps.push_back({kind});
  return path;
}

Step element(std::optional<Number> index) {
  return {Step::Kind::Element, nullptr, std::move(index)};
}

Step firstElement() { return element(Number{Form::constant(0), {}}); }

/// withElement() adds the first element, or one that isn't known.
std::optional<Path> withElement(std::optional<Path> path, bool first) {
  if (path)
    path->steps.push_back(first ? firstElement() : element(std::nullopt));
  return path;
}

std::optional<Path> withUnknownIndex(std::optional<Path> path) {
  if (!path || path->steps.empty() ||
      path->steps.back().kind != Step::Kind::Element)
    return std::nullopt;
  path->steps.back().index.reset();
  return path;
}

/// A container of the library whose elements lie at places of their own, and
/// are found by their number.
bool isSequence(QualType type) {
  const CXXRecordDecl *record =
      type.getNonReferenceType()->getAsCXXRecordDecl();
  if (!record || !isStandard(record))
    return false;
  static const llvm::StringSet<> names = {"vector", "array", "deque",
                                          "basic_string", "valarray"};
  const auto *special = llvm::dyn_cast<ClassTemplateSpecializationDecl>(record);
  const bool ofBits =
      special && nameOf(record) == "vector" &&
      special->getTemplateArgs()[0].getAsType()->isBooleanType();
  return names.contains(nameOf(record)) && !ofBits;
}

bool isContainer(QualType type) {
  const CXXRecordDecl *record =
      type.getNonReferenceType()->getAsCXXRecordDecl();
  static const llvm::StringSet<> names = {"list",
                                          "forward_list",
                                          "map",
                                          "multimap",
                                          "unordered_map",
                                          "unordered_multimap",
                                          "initializer_list"};
  return isSequence(type) ||
         (record && isStandard(record) && names.contains(nameOf(record)));
}

/// A map whose keys are integers in their own order: m.at(i) and m.at(j) are
/// the same element exactly if i is j.
bool isKeyedByInteger(QualType type) {
  const auto *special = llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      type.getNonReferenceType()->getAsCXXRecordDecl());
  if (!special || !isStandard(special))
    return false;
  const bool isOrdered = nameOf(special) == "map";
  if (!isOrdered && nameOf(special) != "unordered_map")
    return false;
  const TemplateArgumentList &arguments = special->getTemplateArgs();
  const CXXRecordDecl *compare =
      arguments[isOrdered ? 2 : 3].getAsType()->getAsCXXRecordDecl();
  return arguments[0].getAsType()->isIntegerType() && compare &&
         isStandard(compare) &&
         nameOf(compare) == (isOrdered ? "less" : "equal_to");
}

bool refers(QualType type) {
  return type.getNonReferenceType()->isPointerType() || isPointerLike(type);
}

/// The first variable of the statement `auto __begin = ...` behind a range-for.
const VarDecl *onlyVariable(const Stmt *statement) {
  const auto *declaration = llvm::dyn_cast_or_null<DeclStmt>(statement);
  return declaration && declaration->isSingleDecl()
             ? llvm::dyn_cast<VarDecl>(declaration->getSingleDecl())
             : nullptr;
}

bool keepsPlace(CastKind kind) {
  return kind == CK_NoOp || kind == CK_DerivedToBase ||
         kind == CK_UncheckedDerivedToBase || kind == CK_ConstructorConversion;
}

/// std::move(x) and the like designate their argument.
bool returnsItsArgument(const FunctionDecl *callee) {
  static const llvm::StringSet<> names = {"move", "forward", "as_const"};
  return isStandard(callee) && callee->getNumParams() == 1 &&
         names.contains(nameOf(callee));
}

/// stepsThroughElements() returns true for what a container of the user's may
/// return as its begin(), and which steps from one element to the next.
bool stepsThroughElements(QualType iterator) {
  const CXXRecordDecl *record = iterator->getAsCXXRecordDecl();
  return iterator->isPointerType() || (record && isStandard(record) &&
                                       nameOf(record) == "__normal_iterator");
}

} // namespace

bool isPointer(const Step &step) {
  return step.kind == Step::Kind::Follow || step.kind == Step::Kind::Own;
}

std::optional<Path> PathReader::object(const Expr *expr, const Frame &frame,
                                       unsigned depth) {
  if (depth > maxDepth)
    return std::nullopt;
  expr = plainExpr(expr);
  if (const auto *cast = llvm::dyn_cast<CastExpr>(expr))
    return keepsPlace(cast->getCastKind()) ||
                   cast->getCastKind() == CK_LValueToRValue
               ? object(cast->getSubExpr(), frame, depth + 1)
               : std::nullopt;
  if (const auto *named = llvm::dyn_cast<DeclRefExpr>(expr))
    return ofVariable(named->getDecl(), frame, depth + 1);
  if (llvm::isa<MemberExpr>(expr))
    return ofMember(expr, frame, depth + 1);
  if (const auto *subscript = llvm::dyn_cast<ArraySubscriptExpr>(expr))
    return advanced(target(subscript->getBase(), frame, depth + 1),
                    this->subscript(subscript->getIdx(), frame));
  if (const auto *unary = llvm::dyn_cast<UnaryOperator>(expr)) {
    if (unary->getOpcode() == UO_Deref)
      return target(unary->getSubExpr(), frame, depth + 1);
    return unary->isPrefix() && unary->isIncrementDecrementOp()
               ? object(unary->getSubExpr(), frame, depth + 1)
               : std::nullopt;
  }
  if (const auto *binary = llvm::dyn_cast<BinaryOperator>(expr))
    return binary->isAssignmentOp() ? object(binary->getLHS(), frame, depth + 1)
                                    : std::nullopt;
  return llvm::isa<CallExpr>(expr) ? ofCall(expr, frame, depth + 1)
                                   : std::nullopt;
}

/// withoutIndexes() is for a reference from before the loop: what its
/// subscripts were then isn't known now.
static std::optional<Path> withoutIndexes(std::optional<Path> path) {
  for (unsigned index = 0; path && index < path->steps.size(); ++index)
    path->steps[index].index.reset();
  return path;
}

std::optional<Path> PathReader::ofVariable(const ValueDecl *named,
                                           const Frame &frame, unsigned depth) {
  if (const auto *binding = llvm::dyn_cast<BindingDecl>(named)) {
    const auto *group =
        llvm::dyn_cast_or_null<VarDecl>(binding->getDecomposedDecl());
    if (!group || !group->getType()->isReferenceType() || !group->getInit())
      return Path{named, {}, nullptr};
    if (frame.scope->declares(binding))
      return with(object(group->getInit(), frame, depth + 1), Step::Kind::Part);
    const Expr *init = standsFor(group);
    return init ? with(withoutIndexes(object(init, frame, depth + 1)),
                       Step::Kind::Part)
                : Path{named, {}, nullptr};
  }
  const auto *variable = llvm::dyn_cast<VarDecl>(oneDeclaration(named));
  if (!variable)
    return std::nullopt;
  const bool isReference = variable->getType()->isReferenceType();
  if (const Expr *argument = frame.argumentOf(variable))
    return isReference ? object(argument, *frame.outer, depth + 1)
                       : Path{variable, {}, nullptr};
  if (!isReference || llvm::isa<ParmVarDecl>(variable) || !variable->getInit())
    return Path{variable, {}, nullptr};
  // What holds a structured binding of a pair is not declared by anybody.
  if (frame.scope->declares(variable) || variable->isImplicit())
    return object(variable->getInit(), frame, depth + 1);
  if (!variable->isLocalVarDecl())
    return Path{variable, {}, nullptr};
  const Expr *init = standsFor(variable);
  return init ? withoutIndexes(object(init, frame, depth + 1))
              : Path{variable, {}, nullptr};
}

std::pair<const Expr *, const Frame *> referentAt(const MemberExpr *member,
                                                  const Frame &frame) {
  const auto *field = llvm::dyn_cast<FieldDecl>(member->getMemberDecl());
  const Expr *base = member->getBase()->IgnoreParenImpCasts();
  if (!field || !field->getType()->isReferenceType())
    return {nullptr, nullptr};
  if (!member->isArrow())
    return {referentIn(base, field), &frame};
  const bool ofSelf = llvm::isa<CXXThisExpr>(base) && frame.function &&
                      frame.self && !frame.self->getType()->isPointerType();
  return {ofSelf ? referentIn(frame.self, field) : nullptr,
          ofSelf ? frame.outer : nullptr};
}

/// targetAt() returns what a pointer field refers to in the object that a
/// method is called of, and where that is written; null where that isn't known.
static std::pair<const Expr *, const Frame *> targetAt(const MemberExpr *member,
                                                       const Frame &frame) {
  const auto *field = llvm::dyn_cast<FieldDecl>(member->getMemberDecl());
  const bool ofSelf =
      field && member->isArrow() && frame.function && frame.self &&
      llvm::isa<CXXThisExpr>(member->getBase()->IgnoreParenImpCasts()) &&
      !frame.self->getType()->isPointerType();
  return {ofSelf ? targetIn(frame.self, field) : nullptr, frame.outer};
}

std::optional<Path> PathReader::ofMember(const Expr *expr, const Frame &frame,
                                         unsigned depth) {
  const auto *member = llvm::cast<MemberExpr>(expr);
  if (const auto *variable = llvm::dyn_cast<VarDecl>(member->getMemberDecl()))
    return ofVariable(variable, frame, depth + 1);
  const auto *field = llvm::dyn_cast<FieldDecl>(member->getMemberDecl());
  if (const auto [referent, home] = referentAt(member, frame); referent)
    return object(referent, *home, depth + 1);
  std::optional<Path> path = member->isArrow()
                                 ? target(member->getBase(), frame, depth + 1)
                                 : object(member->getBase(), frame, depth + 1);
  if (!path || !field)
    return std::nullopt;
  if (field->getParent()->isUnion())
    return with(std::move(path), Step::Kind::Part);
  path->steps.push_back({Step::Kind::Field, field});
  return field->getType()->isReferenceType()
             ? with(std::move(path), Step::Kind::Follow)
             : path;
}

std::optional<Path> PathReader::ofCall(const Expr *expr, const Frame &frame,
                                       unsigned depth) {
  const auto *call = llvm::cast<CallExpr>(expr);
  const FunctionDecl *callee = call->getDirectCallee();
  if (!callee || !call->isGLValue())
    return std::nullopt;
  if (!isStandard(callee))
    return inlined(call, frame, depth);
  if (returnsItsArgument(callee))
    return object(call->getArg(0), frame, depth + 1);
  if (nameOf(callee) == "get" && call->getNumArgs() == 1) {
    auto part =
        with(object(call->getArg(0), frame, depth + 1), Step::Kind::Part);
    return isProxy(call->getArg(0)->getType()) // std::tuple<int &>
               ? with(std::move(part), Step::Kind::Follow)
               : part;
  }
  const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call);
  if (!member && call->getNumArgs() == 0) // std::locale::classic()
    return std::nullopt;
  const Expr *self =
      member ? member->getImplicitObjectArgument() : call->getArg(0);
  const auto *index =
      call->getNumArgs() > 0 ? call->getArg(call->getNumArgs() - 1) : nullptr;
  const bool atFront = member && nameOf(callee) == "front";
  const bool atBack =
      member && nameOf(callee) == "back" && isView(self->getType());
  const bool numbered =
      (member && nameOf(callee) == "at" && call->getNumArgs() == 1) ||
      callee->getOverloadedOperator() == OO_Subscript;
  if (callee->getOverloadedOperator() == OO_Star)
    return isPointerLike(self->getType())
               ? target(self, frame, depth + 1)
               : with(object(self, frame, depth + 1), // std::optional
                      Step::Kind::Part);
  if (!numbered && !atFront && !atBack)
    return callee->getOverloadedOperator() == OO_Equal
               ? object(self, frame, depth + 1)
               : std::nullopt;
  const MaybeNumber place = atFront  ? Number{Form::constant(0), {}}
                            : atBack ? lastOfView(self, frame)
                                     : subscript(index, frame);
  const bool isKeyed =
      nameOf(callee) == "at" && isKeyedByInteger(self->getType());
  if (isKeyed || isSequence(self->getType()))
    return advanced(withElement(object(self, frame, depth + 1), true), place);
  return isPointerLike(self->getType())
             ? advanced(target(self, frame, depth + 1), place)
             : std::nullopt;
}

/// inlined() follows a function that does nothing but return a part of what it
/// is handed.
std::optional<Path> PathReader::inlined(const Expr *call, const Frame &frame,
                                        unsigned depth) {
  const Frame *inside = frames_.enter(call, frame);
  const Expr *result = inside ? returnedOnly(*inside) : nullptr;
  if (!result)
    return std::nullopt;
  return call->isGLValue() ? object(result, *inside, depth + 1)
                           : target(result, *inside, depth + 1);
}

std::optional<Path> PathReader::target(const Expr *expr, const Frame &frame,
                                       unsigned depth) {
  if (depth > maxDepth)
    return std::nullopt;
  expr = plainExpr(expr);
  if (const auto *cast = llvm::dyn_cast<CastExpr>(expr)) {
    if (cast->getCastKind() == CK_ArrayToPointerDecay)
      return withElement(object(cast->getSubExpr(), frame, depth + 1), true);
    const bool keeps = keepsPlace(cast->getCastKind()) ||
                       cast->getCastKind() == CK_LValueToRValue ||
                       cast->getCastKind() == CK_UserDefinedConversion;
    return keeps ? target(cast->getSubExpr(), frame, depth + 1) : std::nullopt;
  }
  if (llvm::isa<CXXThisExpr>(expr)) {
    if (!frame.function)
      return Path{nullptr, {}, expr->getType()->getPointeeCXXRecordDecl()};
    if (!frame.self)
      return std::nullopt;
    return frame.self->getType()->isPointerType()
               ? target(frame.self, *frame.outer, depth + 1)
               : object(frame.self, *frame.outer, depth + 1);
  }
  if (const auto *named = llvm::dyn_cast<DeclRefExpr>(expr))
    return targetOfVariable(named->getDecl(), expr, frame, depth + 1);
  if (const auto *member = llvm::dyn_cast<MemberExpr>(expr))
    if (const auto [object, home] = targetAt(member, frame); object)
      return this->object(object, *home, depth + 1);
  if (llvm::isa<MemberExpr, ArraySubscriptExpr>(expr))
    return followed(object(expr, frame, depth + 1), expr->getType());
  if (const auto *unary = llvm::dyn_cast<UnaryOperator>(expr)) {
    if (unary->getOpcode() == UO_AddrOf)
      return object(unary->getSubExpr(), frame, depth + 1);
    if (unary->getOpcode() == UO_Deref)
      return followed(object(expr, frame, depth + 1), expr->getType());
    return withUnknownIndex(target(unary->getSubExpr(), frame, depth + 1));
  }
  if (const auto *binary = llvm::dyn_cast<BinaryOperator>(expr))
    return binary->isAdditiveOp()
               ? targetOfSum({binary->getLHS(), binary->getRHS()},
                             binary->getOpcode() == BO_Sub, frame, depth)
           : binary->isCompoundAssignmentOp()
               ? withUnknownIndex(target(binary->getLHS(), frame, depth + 1))
               : std::nullopt;
  if (llvm::isa<CXXConstructExpr>(expr))
    return targetOfConstruction(expr, frame, depth);
  return llvm::isa<CallExpr>(expr) ? targetOfCall(expr, frame, depth + 1)
                                   : std::nullopt;
}

/// targetOfConstruction() reads a copy of a pointer, and a view that is made of
/// a pointer and a number, or of a container.
std::optional<Path> PathReader::targetOfConstruction(const Expr *expr,
                                                     const Frame &frame,
                                                     unsigned depth) {
  const auto *construction = llvm::cast<CXXConstructExpr>(expr);
  if (construction->getNumArgs() == 0 || !refers(expr->getType()))
    return std::nullopt;
  const Expr *source = construction->getArg(0);
  const bool isSpan = isView(expr->getType());
  if (refers(source->getType()))
    return construction->getNumArgs() == 1 || isSpan
               ? target(source, frame, depth + 1)
               : std::nullopt;
  const bool ofWhole =
      isSpan && construction->getNumArgs() == 1 && source->isGLValue() &&
      (isSequence(source->getType()) || source->getType()->isArrayType());
  return ofWhole ? withElement(object(source, frame, depth + 1), true)
                 : std::nullopt;
}

/// followed() returns what a pointer refers to that is stored somewhere.
std::optional<Path> PathReader::followed(MaybePath holder, QualType pointer) {
  return withElement(with(std::move(holder), isUniqueOwner(pointer)
                                                 ? Step::Kind::Own
                                                 : Step::Kind::Follow),
                     true);
}

std::optional<Path> PathReader::advanced(MaybePath path,
                                         const MaybeNumber &distance) {
  if (!path)
    return std::nullopt;
  const bool isElement =
      !path->steps.empty() && path->steps.back().kind == Step::Kind::Element;
  if (!isElement) // The address of a single object.
    return distance && distance->form.isZero() ? path : std::nullopt;
  std::optional<Number> &index = path->steps.back().index;
  const std::optional<Form> moved =
      index && distance ? sum(index->form, distance->form) : std::nullopt;
  if (!moved) {
    index.reset();
    return path;
  }
  index->form = *moved;
  index->needs.insert(index->needs.end(), distance->needs.begin(),
                      distance->needs.end());
  return path;
}

std::optional<Path>
PathReader::targetOfSum(llvm::ArrayRef<const Expr *> operands, bool subtract,
                        const Frame &frame, unsigned depth) {
  const bool pointerFirst = refers(operands[0]->getType());
  const Expr *pointer = operands[pointerFirst ? 0 : 1];
  MaybeNumber distance = subscript(operands[pointerFirst ? 1 : 0], frame);
  if (distance && subtract) {
    const std::optional<Form> negative = difference(Form(), distance->form);
    if (negative)
      distance->form = *negative;
    else
      distance.reset();
  }
  return advanced(target(pointer, frame, depth + 1), distance);
}

std::optional<Path> PathReader::targetOfVariable(const ValueDecl *named,
                                                 const Expr *expr,
                                                 const Frame &frame,
                                                 unsigned depth) {
  const auto *variable = llvm::dyn_cast<VarDecl>(named);
  if (!variable)
    return followed(ofVariable(named, frame, depth), expr->getType());
  if (const auto *range = llvm::dyn_cast<CXXForRangeStmt>(loop_);
      range && variable == onlyVariable(range->getBeginStmt())) {
    const Expr *init = range->getRangeInit();
    const QualType type = init->getType();
    const Number iteration{Form::symbol(this->iteration()), {}};
    return isContainer(type) || type->isArrayType()
               ? advanced(withElement(object(init, frame, depth + 1), true),
                          iteration)
           : isPointerLike(type)
               ? advanced(target(init, frame, depth + 1), iteration)
           : stepsThroughElements(variable->getType())
               ? advanced(target(variable->getInit(), frame, depth + 1),
                          iteration)
               : std::nullopt;
  }
  if (MaybePath element = elementOfView(variable, frame, depth))
    return element;
  const auto sources = frame.scope->sources(variable);
  if (const Induction *induction = inductionOf(variable))
    return targetOfInduction(*induction, depth);
  if (variable == shape_.list)
    return targetInList(depth);
  const Expr *argument = frame.argumentOf(variable);
  const bool isLocal = frame.scope->declares(variable);
  if (isLocal && variable->isImplicit() && isView(variable->getType()))
    return target(variable->getInit(), frame, depth + 1); // `__range`
  if (argument && variable->getType()->isReferenceType())
    return followed(object(argument, *frame.outer, depth + 1),
                    variable->getType());
  if (!isLocal || variable->getType()->isReferenceType() ||
      (isUniqueOwner(variable->getType()) && !argument))
    return followed(ofVariable(variable, frame, depth + 1),
                    variable->getType());
  if (sources.size() + (argument ? 1 : 0) != 1)
    return std::nullopt;
  MaybePath path = argument ? target(argument, *frame.outer, depth + 1)
                            : target(sources.front(), frame, depth + 1);
  return frame.changes(variable) ? withUnknownIndex(std::move(path)) : path;
}

std::optional<Path>
PathReader::targetOfCall(const Expr *expr, const Frame &frame, unsigned depth) {
  const auto *call = llvm::cast<CallExpr>(expr);
  const FunctionDecl *callee = call->getDirectCallee();
  if (!callee)
    return std::nullopt;
  if (expr->isGLValue() && callee->getOverloadedOperator() != OO_PlusPlus &&
      callee->getOverloadedOperator() != OO_MinusMinus)
    return followed(ofCall(expr, frame, depth + 1), expr->getType());
  if (!isStandard(callee))
    return inlined(call, frame, depth);
  const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call);
  const Expr *self = member ? member->getImplicitObjectArgument()
                     : call->getNumArgs() > 0 ? call->getArg(0)
                                              : nullptr;
  if (!self || self->getType()->isPointerType())
    return std::nullopt;
  switch (callee->getOverloadedOperator()) {
  case OO_Arrow:
    return target(self, frame, depth + 1);
  case OO_Plus:
  case OO_Minus:
    return targetOfSum({call->getArg(0), call->getArg(1)},
                       callee->getOverloadedOperator() == OO_Minus, frame,
                       depth);
  case OO_PlusPlus:
  case OO_MinusMinus:
    return withUnknownIndex(target(self, frame, depth + 1));
  case OO_None:
    break;
  default:
    return std::nullopt;
  }
  static const llvm::StringSet<> first = {"begin", "cbegin", "data",
                                          "c_str", "get",    "addressof"};
  static const llvm::StringSet<> others = {"end", "cend"};
  if (!member && call->getNumArgs() == 2 &&
      (nameOf(callee) == "next" || nameOf(callee) == "prev"))
    return targetOfSum({self, call->getArg(1)}, nameOf(callee) == "prev", frame,
                       depth);
  if (member && isView(self->getType()) && nameOf(callee) == "subspan")
    return advanced(target(self, frame, depth + 1),
                    call->getNumArgs() > 0 ? subscript(call->getArg(0), frame)
                                           : MaybeNumber());
  if (member && call->getNumArgs() == 1 && nameOf(callee) == "find" &&
      isKeyedByInteger(self->getType()))
    return advanced(withElement(object(self, frame, depth + 1), true),
                    subscript(call->getArg(0), frame));
  const bool isFirst = first.contains(nameOf(callee)) ||
                       (isView(self->getType()) && nameOf(callee) == "first");
  if (!isFirst && !others.contains(nameOf(callee)))
    return std::nullopt;
  if (nameOf(callee) == "addressof")
    return object(self, frame, depth + 1);
  if (isPointerLike(self->getType()))
    return isFirst ? target(self, frame, depth + 1)
                   : withUnknownIndex(target(self, frame, depth + 1));
  if (!isContainer(self->getType()) && !self->getType()->isArrayType())
    return std::nullopt;
  MaybePath path = object(self, frame, depth + 1);
  const bool isPlace = isFirst || !isSequence(self->getType());
  const MaybeNumber size =
      path && !isPlace ? invariant(*path, true, frame) : std::nullopt;
  return size ? advanced(withElement(std::move(path), true), size)
              : withElement(std::move(path), isFirst);
}

} // namespace paraloop
