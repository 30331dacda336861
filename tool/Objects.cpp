// Objects.cpp: walks from an expression to the objects that it may designate.
//
// Two questions call each other: `designated` (which object is this lvalue?)
// and `pointees` (what does this pointer, iterator, view or smart pointer refer
// to?).

#include "Objects.h"

#include "Callees.h"
#include "Reseating.h"
#include "StandardLibrary.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace paraloop {
namespace {

/// A chain of aliases longer than this is given up as Unknown.
constexpr unsigned maxDepth = 24;

Object object(Object::Kind kind, const ValueDecl *variable = nullptr) {
  Object made;
  made.kind = kind;
  made.variable = variable;
  return made;
}

void join(Objects &into, Objects more) {
  into.append(more.begin(), more.end());
}

const Expr *strip(const Expr *expr) {
  const Expr *before = nullptr;
  while (expr != before) {
    before = expr;
    expr = expr->IgnoreParens();
    if (const auto *cleanups = llvm::dyn_cast<ExprWithCleanups>(expr))
      expr = cleanups->getSubExpr();
    if (const auto *temporary = llvm::dyn_cast<MaterializeTemporaryExpr>(expr))
      expr = temporary->getSubExpr();
    if (const auto *bound = llvm::dyn_cast<CXXBindTemporaryExpr>(expr))
      expr = bound->getSubExpr();
    if (const auto *defaulted =
            llvm::dyn_cast<SubstNonTypeTemplateParmExpr>(expr))
      expr = defaulted->getReplacement();
    if (const auto *argument = llvm::dyn_cast<CXXDefaultArgExpr>(expr))
      expr = argument->getExpr();
    if (const auto *initializer = llvm::dyn_cast<CXXDefaultInitExpr>(expr))
      expr = initializer->getExpr();
  }
  return expr;
}

bool refersElsewhere(QualType type) {
  return type.getNonReferenceType()->isPointerType() || isPointerLike(type);
}

/// passesUnion() returns true for `u.a.x` where u is a union: its other members
/// are the same memory, so only the union as a whole tells objects apart.
bool passesUnion(const MemberExpr *member) {
  for (const MemberExpr *at = member; at;
       at = llvm::dyn_cast<MemberExpr>(at->getBase()->IgnoreParenImpCasts())) {
    const auto *field = llvm::dyn_cast<FieldDecl>(at->getMemberDecl());
    if (field && field->getParent()->isUnion())
      return true;
    if (at->isArrow())
      return false;
  }
  return false;
}

/// isOfItsClass() returns false where a cast made another class of an object:
/// what the field is a part of is the object as a whole.
bool isOfItsClass(const Object &whole, const FieldDecl *field) {
  const QualType type = typeOf(whole);
  const CXXRecordDecl *actual =
      whole.kind != Object::Kind::Outside || type.isNull()
          ? nullptr
          : type.getNonReferenceType()->getAsCXXRecordDecl();
  const auto *named = llvm::dyn_cast<CXXRecordDecl>(field->getParent());
  if (!actual || !named || !actual->hasDefinition() || isStandard(actual))
    return true; // An element of a container, `*this`, a pointer's target.
  return actual->getCanonicalDecl() == named->getCanonicalDecl() ||
         actual->isDerivedFrom(named) || named->isDerivedFrom(actual);
}

} // namespace

std::string Object::describe() const {
  if (kind == Kind::Stream)
    return variable ? variable->getNameAsString() : "standard output";
  if (kind == Kind::Unknown)
    return "an object that can't be told at build time";
  std::string text = variable ? variable->getNameAsString() : "this";
  if (!variable && path.empty())
    return "*this";
  if (kind == Kind::Pointee && path.empty())
    return "*" + text;
  bool throughPointer = kind == Kind::Pointee || !variable;
  for (const FieldDecl *field : path) {
    if (field->isAnonymousStructOrUnion())
      continue;
    text += (throughPointer ? "->" : ".") + field->getNameAsString();
    throughPointer = false;
  }
  return text;
}

QualType typeOf(const Object &object) {
  if (!object.path.empty())
    return object.path.back()->getType();
  return object.variable ? object.variable->getType() : QualType();
}

std::string spelling(const Object &object) {
  std::string text =
      object.variable ? object.variable->getNameAsString() : "(*this)";
  for (const FieldDecl *field : object.path)
    if (!field->isAnonymousStructOrUnion())
      text += "." + field->getNameAsString();
  return text;
}

bool overlaps(const Object &a, const Object &b) {
  if (a.variable != b.variable || a.kind != b.kind)
    return false;
  const std::size_t common = std::min(a.path.size(), b.path.size());
  return std::equal(a.path.begin(), a.path.begin() + common, b.path.begin());
}

Objects throughOneMorePointer(Objects objects) {
  for (Object &one : objects) {
    if (one.kind == Object::Kind::Local)
      one.kind = Object::Kind::LocalIndirect;
    if (one.kind == Object::Kind::Pointee)
      one.indirect = true;
    if (one.kind == Object::Kind::Outside)
      one.kind = Object::Kind::Pointee;
  }
  return objects;
}

Objects withAllBehind(Objects first, const Objects &second) {
  const auto isSame = [](const Object &a, const Object &b) {
    return a.kind == b.kind && a.variable == b.variable && a.path == b.path &&
           a.indirect == b.indirect;
  };
  const auto isAmong = [&](const Objects &all, const Object &one) {
    return llvm::any_of(
        all, [&](const Object &known) { return isSame(known, one); });
  };
  if (llvm::all_of(second,
                   [&](const Object &one) { return isAmong(first, one); }))
    return first; // `p = p + 1`
  Objects all;
  for (const Object &one : first)
    if (one.kind != Object::Kind::Pointee && !isAmong(all, one))
      all.push_back(one);
  for (Object &one : throughOneMorePointer(first)) {
    one.indirect |= one.kind == Object::Kind::Pointee;
    if (!isAmong(all, one))
      all.push_back(std::move(one));
  }
  for (const Object &one : second)
    if (llvm::none_of(all, [&](const Object &known) {
          return overlaps(known, one) && known.path.size() <= one.path.size();
        }))
      return {Object()};
  return all;
}

/// ScopeBuilder collects the declarations of a scope and what is assigned to
/// them.
class ScopeBuilder : public RecursiveASTVisitor<ScopeBuilder> {
public:
  explicit ScopeBuilder(Scope &scope) : scope_(scope) {}
  bool shouldVisitImplicitCode() const { return true; }

  bool VisitVarDecl(VarDecl *variable) {
    if (variable->isStaticLocal()) {
      scope_.statics_.insert(variable);
      return true;
    }
    scope_.declared_.insert(variable);
    if (variable->getInit() && !llvm::isa<ParmVarDecl>(variable))
      scope_.sources_[variable].push_back(variable->getInit());
    if (const auto *group = llvm::dyn_cast<DecompositionDecl>(variable))
      for (const BindingDecl *binding : group->bindings()) {
        scope_.declared_.insert(binding);
        if (const VarDecl *holder = binding->getHoldingVar()) // Of a tuple.
          scope_.declared_.insert(holder);
      }
    return true;
  }

  bool VisitTypeDecl(TypeDecl *type) {
    scope_.types_.insert(type);
    return true;
  }

  bool VisitLambdaExpr(LambdaExpr *lambda) {
    scope_.lambdas_.insert(lambda->getLambdaClass());
    return true;
  }

  bool VisitEnumConstantDecl(EnumConstantDecl *constant) {
    scope_.statics_.insert(constant);
    return true;
  }

  bool VisitBinaryOperator(BinaryOperator *assignment) {
    if (assignment->getOpcode() == BO_Assign)
      add(assignment->getLHS(), assignment->getRHS());
    return true;
  }

  bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr *call) {
    if (call->getOperator() == OO_Equal && call->getNumArgs() == 2)
      add(call->getArg(0), call->getArg(1));
    return true;
  }

private:
  void add(const Expr *target, const Expr *source) {
    if (const auto *named =
            llvm::dyn_cast<DeclRefExpr>(target->IgnoreParenImpCasts()))
      scope_.sources_[named->getDecl()].push_back(source);
  }

  Scope &scope_;
};

Scope::Scope(const Stmt *root, const FunctionDecl *function) : root_(root) {
  ScopeBuilder(*this).TraverseStmt(const_cast<Stmt *>(root));
  if (!function)
    return;
  parameters_.insert(function->param_begin(), function->param_end());
  for (const ParmVarDecl *parameter : function->parameters())
    if (!parameter->getType()->isReferenceType())
      declared_.insert(parameter);
  if (const auto *constructor = llvm::dyn_cast<CXXConstructorDecl>(function))
    for (const CXXCtorInitializer *initializer : constructor->inits())
      ScopeBuilder(*this).TraverseStmt(initializer->getInit());
}

/// assigns() returns true if the init-statement of a loop gives the variable a
/// value: `for (p = a; ...)`.
static bool assigns(const Stmt *init, const VarDecl *variable) {
  const auto *expr = llvm::dyn_cast_or_null<Expr>(init);
  if (!expr)
    return false;
  expr = strip(expr);
  const Expr *target = nullptr;
  if (const auto *binary = llvm::dyn_cast<BinaryOperator>(expr)) {
    if (binary->getOpcode() == BO_Comma)
      return assigns(binary->getLHS(), variable) ||
             assigns(binary->getRHS(), variable);
    target = binary->getOpcode() == BO_Assign ? binary->getLHS() : nullptr;
  } else if (const auto *call = llvm::dyn_cast<CXXOperatorCallExpr>(expr)) {
    target = call->getOperator() == OO_Equal ? call->getArg(0) : nullptr;
  }
  const auto *named = llvm::dyn_cast_or_null<DeclRefExpr>(
      target ? target->IgnoreParenImpCasts() : nullptr);
  return named && named->getDecl() == variable;
}

bool Scope::declaresAnother(const ValueDecl *variable) const {
  return llvm::any_of(declared_, [&](const ValueDecl *other) {
    return other != variable && other->getDeclName() == variable->getDeclName();
  });
}

void Scope::adopt(const VarDecl *variable) {
  declared_.insert(variable);
  const auto *loop = llvm::dyn_cast_or_null<ForStmt>(root_);
  if (!loop || !assigns(loop->getInit(), variable))
    adopted_.insert(variable);
}

llvm::ArrayRef<const Expr *> Scope::sources(const ValueDecl *variable) const {
  const auto found = sources_.find(variable);
  if (found == sources_.end())
    return {};
  return found->second;
}

Objects ObjectResolver::designated(const Expr *expr, unsigned depth) {
  if (depth > maxDepth)
    return {object(Object::Kind::Unknown)};
  expr = strip(expr);
  if (const auto *cast = llvm::dyn_cast<CastExpr>(expr)) {
    if (cast->getCastKind() == CK_LValueToRValue || cast->isGLValue())
      return designated(cast->getSubExpr(), depth + 1);
    if (cast->getCastKind() == CK_ConstructorConversion ||
        cast->getCastKind() == CK_NoOp)
      return designated(cast->getSubExpr(), depth + 1);
    return {object(Object::Kind::Local)};
  }
  if (const auto *named = llvm::dyn_cast<DeclRefExpr>(expr))
    return ofVariable(named->getDecl(), depth);
  if (llvm::isa<MemberExpr>(expr))
    return ofMember(expr, depth);
  if (const auto *subscript = llvm::dyn_cast<ArraySubscriptExpr>(expr))
    return pointees(subscript->getBase(), depth + 1);
  if (const auto *unary = llvm::dyn_cast<UnaryOperator>(expr)) {
    if (unary->getOpcode() == UO_Deref)
      return pointees(unary->getSubExpr(), depth + 1);
    return designated(unary->getSubExpr(), depth + 1);
  }
  if (const auto *binary = llvm::dyn_cast<BinaryOperator>(expr)) {
    if (!binary->isGLValue())
      return {object(Object::Kind::Local)};
    return designated(binary->getOpcode() == BO_Comma ? binary->getRHS()
                                                      : binary->getLHS(),
                      depth + 1);
  }
  if (const auto *conditional = llvm::dyn_cast<ConditionalOperator>(expr)) {
    Objects both = designated(conditional->getTrueExpr(), depth + 1);
    join(both, designated(conditional->getFalseExpr(), depth + 1));
    return both;
  }
  if (llvm::isa<CallExpr>(expr))
    return ofCall(expr, depth);
  if (expr->isGLValue() && !llvm::isa<StringLiteral>(expr))
    return {object(Object::Kind::Unknown)};
  return {object(Object::Kind::Local)};
}

Objects ObjectResolver::ofVariable(const ValueDecl *named, unsigned depth) {
  if (const auto *binding = llvm::dyn_cast<BindingDecl>(named)) {
    const auto *group =
        llvm::dyn_cast_or_null<VarDecl>(binding->getDecomposedDecl());
    if (binding->getType()->isReferenceType() && scope_.declares(binding))
      return group && group->getInit()
                 ? pointeesOfHolder(group->getInit(), depth)
                 : Objects{object(Object::Kind::Unknown)}; // std::tie(a, b)
    if (group && group->getType()->isReferenceType() && group->getInit())
      return scope_.declares(binding)
                 ? designated(group->getInit(), depth + 1)
                 : ofEarlierReference(group, binding, depth);
    return {object(scope_.declares(binding) ? Object::Kind::Local
                                            : Object::Kind::Outside,
                   binding)};
  }
  const auto *variable = llvm::dyn_cast<VarDecl>(named);
  if (!variable)
    return {
        object(Object::Kind::Local)}; // A function or a constant has no state.
  if (isStandardOutput(variable))
    return {object(Object::Kind::Stream, variable)};
  const bool isAlias = variable->getType()->isReferenceType() &&
                       !llvm::isa<ParmVarDecl>(variable);
  if (isAlias && variable->getInit() && scope_.declares(variable))
    return designated(variable->getInit(), depth + 1);
  if (isAlias && variable->getInit() && variable->isLocalVarDecl())
    return ofEarlierReference(variable, variable, depth);
  if (scope_.declares(variable) && isProxy(variable->getType()))
    return pointeesOfVariable(variable, depth);
  if (scope_.declares(variable)) // A reference here is a parameter of a lambda:
                                 // what it refers to is its callers' matter.
    return {object(Object::Kind::Local, variable)};
  if (isProxy(variable->getType())) // It stands for what it was made from.
    return {object(Object::Kind::Pointee, variable)};
  return {object(Object::Kind::Outside, variable)};
}

/// ofEarlierReference() returns what a reference from before the loop stands
/// for; an object of its own where that can't be told.
Objects ObjectResolver::ofEarlierReference(const VarDecl *reference,
                                           const ValueDecl *name,
                                           unsigned depth) {
  if (reference->getType()->getPointeeType()->isFunctionType())
    return {object(Object::Kind::Local)};
  const Expr *init = standsFor(reference);
  const Objects all = init ? designated(init, depth + 1) : Objects();
  const auto isKnown = [](const Object &one) {
    return one.kind == Object::Kind::Outside ||
           one.kind == Object::Kind::Pointee ||
           one.kind == Object::Kind::Stream;
  };
  return !all.empty() && llvm::all_of(all, isKnown)
             ? all
             : Objects{object(Object::Kind::Outside, name)};
}

Objects ObjectResolver::ofMember(const Expr *expr, unsigned depth) {
  const auto *member = llvm::cast<MemberExpr>(expr);
  if (const auto *variable = llvm::dyn_cast<VarDecl>(member->getMemberDecl()))
    return ofVariable(variable, depth + 1); // A static data member.
  const auto *field = llvm::dyn_cast<FieldDecl>(member->getMemberDecl());
  if (!field)
    return {object(Object::Kind::Local)};
  if (const Expr *referent =
          member->isArrow() ? nullptr : referentIn(member->getBase(), field))
    return designated(referent, depth + 1);
  Objects bases = member->isArrow() ? pointees(member->getBase(), depth + 1)
                                    : designated(member->getBase(), depth + 1);
  const bool isReference = field->getType()->isReferenceType();
  for (Object &base : bases) {
    if (base.kind == Object::Kind::Local && isReference)
      base.kind = Object::Kind::LocalIndirect;
    if (base.kind != Object::Kind::Outside &&
        base.kind != Object::Kind::Pointee)
      continue;
    if (isReference)
      base.kind = Object::Kind::Pointee;
    if (!passesUnion(member) && isOfItsClass(base, field))
      base.path.push_back(field);
  }
  return bases;
}

Objects ObjectResolver::ofCall(const Expr *expr, unsigned depth) {
  if (llvm::isa<CXXOperatorCallExpr>(expr))
    return ofOperatorCall(expr, depth);
  const auto *call = llvm::cast<CallExpr>(expr);
  const FunctionDecl *callee = call->getDirectCallee();
  if (!call->isGLValue() && !isProxy(call->getType()))
    return {object(Object::Kind::Local)}; // A new object.
  if (!callee)
    return {object(Object::Kind::Unknown)};
  const auto *method = llvm::dyn_cast<CXXMemberCallExpr>(call);
  const bool known = isStandard(callee) ||
                     (method && isParaloopVariable(method->getRecordDecl()));
  if (!known)
    return returnedBy(call, depth);
  if (method) {
    const Expr *base = method->getImplicitObjectArgument();
    return isPointerLike(base->getType()) || base->getType()->isPointerType()
               ? pointees(base, depth + 1)
               : designated(base, depth + 1);
  }
  Objects all;
  for (const Expr *argument : call->arguments())
    if (argument->isGLValue())
      join(all, designated(argument, depth + 1));
  return all;
}

Objects ObjectResolver::ofOperatorCall(const Expr *expr, unsigned depth) {
  const auto *call = llvm::cast<CXXOperatorCallExpr>(expr);
  const Expr *first = call->getArg(0);
  const auto *callee =
      llvm::dyn_cast_or_null<CXXMethodDecl>(call->getDirectCallee());
  const OverloadedOperatorKind op = call->getOperator();
  const bool known = call->getDirectCallee() &&
                     (isStandard(call->getDirectCallee()) ||
                      (callee && isParaloopVariable(callee->getParent())));
  if (!call->isGLValue() && !isProxy(call->getType()))
    return {object(Object::Kind::Local)};
  if ((op == OO_Star || op == OO_Subscript) && isPointerLike(first->getType()))
    return pointees(first, depth + 1);
  if (known && op == OO_Call) {
    if (!isAlgorithmObject(call->getDirectCallee()))
      return {object(Object::Kind::Unknown)}; // std::function
    Objects all;
    for (const Expr *argument : call->arguments())
      if (argument != first && argument->isGLValue())
        join(all, designated(argument, depth + 1));
    return all;
  }
  if (known || call->isAssignmentOp() || op == OO_LessLess ||
      op == OO_GreaterGreater)
    return designated(first, depth + 1);
  return returnedBy(call, depth);
}

Objects ObjectResolver::returnedBy(const Expr *expr, unsigned depth) {
  const auto *call = llvm::cast<CallExpr>(expr);
  const FunctionDecl *callee = call->getDirectCallee();
  const Summary *summary = callee ? callees_.summary(callee) : nullptr;
  if (!summary || summary->returned.empty())
    return {object(Object::Kind::Unknown)};
  llvm::ArrayRef<const Expr *> arguments(call->getArgs(), call->getNumArgs());
  const Expr *self = nullptr;
  if (const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call))
    self = member->getImplicitObjectArgument();
  else if (llvm::isa<CXXOperatorCallExpr>(call) &&
           llvm::isa<CXXMethodDecl>(callee)) {
    self = arguments.front();
    arguments = arguments.drop_front();
  }
  Objects all;
  for (const Object &result : summary->returned) {
    const auto *parameter =
        llvm::dyn_cast_or_null<ParmVarDecl>(result.variable);
    const Expr *actual = result.variable ? nullptr : self;
    if (parameter && parameter->getFunctionScopeIndex() < arguments.size() &&
        parameter->getDeclContext() == callee->getDefinition())
      actual = arguments[parameter->getFunctionScopeIndex()];
    if (!result.isOutside() || result.kind == Object::Kind::Unknown ||
        !actual) {
      all.push_back(result);
      continue;
    }
    if (const Expr *referent = !parameter && !result.path.empty() &&
                                       !result.indirect &&
                                       !actual->getType()->isPointerType()
                                   ? referentIn(actual, result.path.front())
                                   : nullptr) {
      Objects referred = designated(referent, depth + 1);
      for (Object &one : referred)
        one.path.append(result.path.begin() + 1, result.path.end());
      join(all, referred);
      continue;
    }
    const bool byPointer = result.kind == Object::Kind::Pointee ||
                           (!parameter && actual->getType()->isPointerType());
    Objects mapped =
        byPointer ? pointees(actual, depth + 1) : designated(actual, depth + 1);
    if (!parameter && result.kind == Object::Kind::Pointee)
      mapped = throughOneMorePointer(actual->getType()->isPointerType()
                                         ? pointees(actual, depth + 1)
                                         : designated(actual, depth + 1));
    for (Object &one : mapped)
      if (one.kind == Object::Kind::Outside ||
          one.kind == Object::Kind::Pointee)
        one.path.append(result.path.begin(), result.path.end());
    join(all, mapped);
  }
  return all;
}

Objects ObjectResolver::pointees(const Expr *expr, unsigned depth) {
  if (depth > maxDepth)
    return {object(Object::Kind::Unknown)};
  expr = strip(expr);
  if (const auto *cast = llvm::dyn_cast<CastExpr>(expr)) {
    if (cast->getCastKind() == CK_ArrayToPointerDecay)
      return designated(cast->getSubExpr(), depth + 1);
    if (cast->getCastKind() == CK_NullToPointer)
      return {};
    return pointees(cast->getSubExpr(), depth + 1);
  }
  if (llvm::isa<CXXThisExpr>(expr))
    return {object(Object::Kind::Outside)};
  if (llvm::isa<CXXNewExpr, StringLiteral, CXXNullPtrLiteralExpr,
                IntegerLiteral, LambdaExpr>(expr))
    return {object(Object::Kind::Local)};
  if (const auto *named = llvm::dyn_cast<DeclRefExpr>(expr))
    return pointeesOfVariable(named->getDecl(), depth);
  if (llvm::isa<MemberExpr, ArraySubscriptExpr>(expr)) {
    if (expr->getType()->isArrayType())
      return designated(expr, depth + 1);
    const auto *member = llvm::dyn_cast<MemberExpr>(expr);
    const Expr *holder = member ? strip(member->getBase()) : nullptr;
    if (holder && holder->isPRValue() && llvm::isa<CallExpr>(holder) &&
        !member->isArrow()) // emplace().first
      return pointees(holder, depth + 1);
    return pointeesOfStored(expr, depth);
  }
  if (const auto *unary = llvm::dyn_cast<UnaryOperator>(expr)) {
    if (unary->getOpcode() == UO_AddrOf)
      return designated(unary->getSubExpr(), depth + 1);
    if (unary->getOpcode() == UO_Deref)
      return throughOneMorePointer(pointees(unary->getSubExpr(), depth + 1));
    return pointees(unary->getSubExpr(), depth + 1);
  }
  if (const auto *binary = llvm::dyn_cast<BinaryOperator>(expr)) {
    if (binary->getOpcode() == BO_Comma || binary->getOpcode() == BO_Assign ||
        !refersElsewhere(binary->getLHS()->getType()))
      return pointees(binary->getRHS(), depth + 1);
    return pointees(binary->getLHS(), depth + 1);
  }
  if (const auto *conditional = llvm::dyn_cast<ConditionalOperator>(expr)) {
    Objects both = pointees(conditional->getTrueExpr(), depth + 1);
    join(both, pointees(conditional->getFalseExpr(), depth + 1));
    return both;
  }
  if (const auto *construction = llvm::dyn_cast<CXXConstructExpr>(expr))
    return pointeesOfArguments(
        {construction->getArgs(), construction->getNumArgs()}, depth);
  if (isProxy(expr->getType()) && llvm::isa<CallExpr>(expr))
    return designated(expr, depth + 1);
  if (const auto *list = llvm::dyn_cast<InitListExpr>(expr))
    return pointeesOfArguments({list->getInits(), list->getNumInits()}, depth);
  if (llvm::isa<CallExpr>(expr))
    return pointeesOfCall(expr, depth);
  return {object(Object::Kind::Unknown)};
}

Objects ObjectResolver::pointeesOfVariable(const ValueDecl *variable,
                                           unsigned depth) {
  const auto *named = llvm::dyn_cast<VarDecl>(variable);
  if (named && isStandardOutput(named))
    return {object(Object::Kind::Stream, variable)};
  if (!scope_.declares(variable) || (named && llvm::isa<ParmVarDecl>(named) &&
                                     scope_.sources(variable).empty()))
    return {object(Object::Kind::Pointee, variable)};
  if (variable->getType()->isArrayType())
    return {object(Object::Kind::Local, variable)};
  if (const auto *binding = llvm::dyn_cast<BindingDecl>(variable)) {
    const auto *group =
        llvm::dyn_cast_or_null<VarDecl>(binding->getDecomposedDecl());
    return group && group->getInit() ? pointeesOfHolder(group->getInit(), depth)
                                     : Objects{object(Object::Kind::Unknown)};
  }
  if (const auto known = assumed_.find(variable); known != assumed_.end()) {
    cyclic_.insert(variable); // `p = p->next`
    return known->second;
  }
  assumed_[variable] = {};
  Objects all = pointeesOfSources(variable, depth);
  if (cyclic_.erase(variable)) {
    assumed_[variable] = all;
    all = withAllBehind(all, pointeesOfSources(variable, depth));
    cyclic_.erase(variable);
  }
  assumed_.erase(variable);
  return all;
}

Objects ObjectResolver::pointeesOfSources(const ValueDecl *variable,
                                          unsigned depth) {
  Objects all;
  const auto *named = llvm::dyn_cast<VarDecl>(variable);
  if (named && (llvm::isa<ParmVarDecl>(named) || scope_.isAdopted(named)))
    all.push_back(object(Object::Kind::Pointee, variable));
  for (const Expr *source : scope_.sources(variable))
    join(all, pointees(source, depth + 1));
  return all;
}

/// pointeesOfHolder() returns what pointers in the class object `holder` may
/// refer to.
Objects ObjectResolver::pointeesOfHolder(const Expr *holder, unsigned depth) {
  if (depth > maxDepth)
    return {object(Object::Kind::Unknown)};
  holder = strip(holder);
  const auto *construction = llvm::dyn_cast<CXXConstructExpr>(holder);
  if (construction && construction->getConstructor()->isCopyOrMoveConstructor())
    return pointeesOfHolder(construction->getArg(0), depth + 1);
  return holder->isGLValue()
             ? throughOneMorePointer(designated(holder, depth + 1))
             : pointees(holder, depth + 1);
}

Objects
ObjectResolver::pointeesOfArguments(llvm::ArrayRef<const Expr *> arguments,
                                    unsigned depth) {
  Objects all;
  for (const Expr *argument : arguments) {
    if (refersElsewhere(argument->getType()))
      join(all, pointees(argument, depth + 1));
    else if (argument->isGLValue() || argument->getType()->isArrayType())
      join(all, designated(argument, depth + 1)); // A view of a container.
  }
  if (all.empty())
    all.push_back(object(Object::Kind::Local));
  return all;
}

Objects ObjectResolver::pointeesOfOperatorCall(const Expr *expr,
                                               unsigned depth) {
  const auto *call = llvm::cast<CXXOperatorCallExpr>(expr);
  switch (call->getOperator()) {
  case OO_Arrow:
  case OO_Plus:
  case OO_Minus:
  case OO_PlusPlus:
  case OO_MinusMinus:
  case OO_PlusEqual:
  case OO_MinusEqual:
  case OO_Equal: {
    const bool onSelf = refersElsewhere(call->getArg(0)->getType());
    if (call->getOperator() == OO_Arrow && !onSelf)
      return designated(call->getArg(0), depth + 1); // std::optional
    return pointees(call->getArg(onSelf ? 0 : call->getNumArgs() - 1),
                    depth + 1);
  }
  default:
    return pointeesOfStored(call, depth);
  }
}

Objects ObjectResolver::pointeesOfStored(const Expr *pointer, unsigned depth) {
  Objects holders = designated(pointer, depth + 1);
  const CXXRecordDecl *record = pointer->getType()->getAsCXXRecordDecl();
  const bool owns =
      record && isStandard(record) && record->getName() == "unique_ptr";
  const auto isLocal = [](const Object &one) {
    return one.kind == Object::Kind::Local;
  };
  return owns && llvm::all_of(holders, isLocal)
             ? holders
             : throughOneMorePointer(std::move(holders));
}

Objects ObjectResolver::pointeesOfCall(const Expr *expr, unsigned depth) {
  if (llvm::isa<CXXOperatorCallExpr>(expr))
    return pointeesOfOperatorCall(expr, depth);
  const auto *call = llvm::cast<CallExpr>(expr);
  const FunctionDecl *callee = call->getDirectCallee();
  if (!callee)
    return {object(Object::Kind::Unknown)};
  if (const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call);
      member && isStandard(callee)) {
    const Expr *base = member->getImplicitObjectArgument();
    if (refersElsewhere(base->getType()))
      return pointees(base, depth + 1);
    Objects owner = designated(base, depth + 1);
    return returnsElementPointer(member->getMethodDecl())
               ? owner
               : throughOneMorePointer(owner);
  }
  if (!isStandard(callee) && !isFromSystemHeader(callee))
    return returnedBy(call, depth);
  // A function of the library or the system: what it returns either is new, or
  // comes from an argument of a like type.
  llvm::SmallVector<const Expr *, 4> alike;
  const bool makesView =
      isStandard(callee) && !callee->getReturnType()->isPointerType();
  for (const Expr *argument : call->arguments()) {
    const QualType type = argument->getType();
    const bool sameTarget =
        call->getType()->isPointerType() && type->isPointerType() &&
        callee->getASTContext().hasSameUnqualifiedType(
            call->getType()->getPointeeType(), type->getPointeeType());
    if (sameTarget ||
        (makesView && (isPointerLike(type) || argument->isGLValue())) ||
        (isStandard(callee) && writesOf(callee) == Writes::Nothing))
      alike.push_back(argument);
  }
  return pointeesOfArguments(alike, depth);
}

} // namespace paraloop
