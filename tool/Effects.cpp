// Effects.cpp: one walk over a statement that notes changes and mentions.

#include "Effects.h"

#include "CallEffects.h"
#include "FoldForms.h"
#include "ObjectResolver.h"
#include "PointerCasts.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"
#include "Statements.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

class EffectsVisitor : public RecursiveASTVisitor<EffectsVisitor> {
  using Base = RecursiveASTVisitor<EffectsVisitor>;

public:
  EffectsVisitor(const Scope &scope, Callees &callees, Effects &effects)
      : scope_(scope), callees_(callees), resolver_(scope, callees),
        calls_(scope, callees, effects), effects_(effects) {}

  bool shouldVisitImplicitCode() const { return true; }

  // Operands that are never evaluated have no effects.
  bool TraverseUnaryExprOrTypeTraitExpr(UnaryExprOrTypeTraitExpr *) {
    return true;
  }
  bool TraverseCXXNoexceptExpr(CXXNoexceptExpr *) { return true; }
  bool TraverseCXXTypeidExpr(CXXTypeidExpr *) { return true; }
  bool TraverseDecltypeTypeLoc(DecltypeTypeLoc) { return true; }
  bool TraverseTypeOfExprTypeLoc(TypeOfExprTypeLoc) { return true; }

  // What a structured binding stands for counts where it is named.
  bool TraverseBindingDecl(BindingDecl *) { return true; }

  // The methods of a local class are looked at where they are called; the body
  // of a lambda belongs to the statement.
  bool TraverseCXXRecordDecl(CXXRecordDecl *record) {
    return !record->isLambda() || Base::TraverseCXXRecordDecl(record);
  }

  /// A lambda is copied and destroyed as a value.
  bool TraverseCXXConstructorDecl(CXXConstructorDecl *constructor) {
    return constructor->getParent()->isLambda() ||
           Base::TraverseCXXConstructorDecl(constructor);
  }

  bool TraverseMemberExpr(MemberExpr *member) {
    if (!isFieldOfVariable(member))
      return Base::TraverseMemberExpr(member);
    mention(member);
    return true;
  }

  bool VisitMemberExpr(MemberExpr *member) {
    if (llvm::isa<VarDecl>(member->getMemberDecl())) // A static one.
      mention(member);
    return true;
  }

  bool TraverseCXXMemberCallExpr(CXXMemberCallExpr *call) {
    // What a method in sight reads of its object is known field by field.
    const Summary *summary = calls_.summary(call->getMethodDecl());
    const Expr *self = call->getImplicitObjectArgument();
    if (!summary || !self || !isVariable(self))
      return Base::TraverseCXXMemberCallExpr(call);
    calls_.visit({call,
                  call->getMethodDecl(),
                  self,
                  {call->getArgs(), call->getNumArgs()}});
    for (Expr *argument : call->arguments())
      if (!TraverseStmt(argument))
        return false;
    return true;
  }

  /// A default argument stands where the function is declared: what it does is
  /// done where it is used.
  bool TraverseCXXDefaultArgExpr(CXXDefaultArgExpr *argument) {
    return traverseElsewhere(argument, argument->getExpr());
  }

  bool TraverseCXXDefaultInitExpr(CXXDefaultInitExpr *initializer) {
    return traverseElsewhere(initializer, initializer->getExpr());
  }

  bool VisitDeclRefExpr(DeclRefExpr *named) {
    const auto *function = llvm::dyn_cast<FunctionDecl>(named->getDecl());
    if (!function)
      mention(named);
    else if (!function->isOverloadedOperator() && // The name of an operator
                                                  // stands for its use.
             !called_.contains(named))
      calls_.visitHandedAround(function, named); // Whoever gets it may call it.
    return true;
  }

  bool VisitCXXThisExpr(CXXThisExpr *self) {
    Object whole;
    whole.kind = Object::Kind::Outside;
    effects_.mentions.push_back({self, whole, false, "", self->getExprLoc()});
    return true;
  }

  bool VisitCXXThrowExpr(CXXThrowExpr *) {
    effects_.mayThrow = true;
    return true;
  }

  bool VisitCastExpr(CastExpr *cast) {
    if (cast->getCastKind() == CK_PointerToBoolean)
      onlyPointers_.insert(plain(cast->getSubExpr()));
    noteCast(cast);
    if (cast->getCastKind() == CK_LValueToRValue)
      onlyRead_.insert(cast->getSubExpr()->IgnoreParens());
    return true;
  }

  bool VisitStmt(Stmt *statement) {
    if (const auto *valued = llvm::dyn_cast<StmtExpr>(statement);
        valued && !valued->getSubStmt()->body_empty())
      used_.insert(valued->getSubStmt()->body_back());
    for (const Stmt *inner : statement->children())
      if (const auto *expr = llvm::dyn_cast_or_null<Expr>(inner);
          expr && isBodyOf(statement, expr) && !used_.contains(expr))
        discarded_.insert(withoutValue(expr));
    return true;
  }

  bool VisitUnaryOperator(UnaryOperator *unary) {
    if (unary->isIncrementDecrementOp())
      changeByOperator(unary, unary->getSubExpr());
    return true;
  }

  bool VisitBinaryOperator(BinaryOperator *binary) {
    if (binary->isAssignmentOp())
      changeByOperator(binary, binary->getLHS());
    if (binary->isComparisonOp())
      for (const Expr *side : {binary->getLHS(), binary->getRHS()})
        onlyPointers_.insert(plain(side));
    return true;
  }

  bool VisitCXXDeleteExpr(CXXDeleteExpr *deletion) {
    change(deletion, resolver_.pointees(deletion->getArgument()), false);
    calls_.visitDestructor(deletion->getDestroyedType()->getAsCXXRecordDecl(),
                           deletion);
    if (const FunctionDecl *frees = deletion->getOperatorDelete())
      calls_.visitHandedAround(frees, deletion);
    return true;
  }

  /// `__atomic_fetch_add(&x, 1, order)` and its like.
  bool VisitAtomicExpr(AtomicExpr *atomic) {
    const AtomicExpr::AtomicOp op = atomic->getOp();
    const bool loads = op == AtomicExpr::AO__atomic_load ||
                       op == AtomicExpr::AO__atomic_load_n ||
                       op == AtomicExpr::AO__c11_atomic_load;
    for (const Stmt *child : atomic->children())
      if (const auto *operand = llvm::dyn_cast_or_null<Expr>(child);
          operand && operand->getType()->isPointerType() &&
          !(loads && operand == atomic->getPtr()))
        change(atomic, resolver_.pointees(operand), true);
    return true;
  }

  bool VisitCXXNewExpr(CXXNewExpr *creation) {
    const FunctionDecl *allocates = creation->getOperatorNew();
    const bool isOwn = allocates && !isFromSystemHeader(allocates);
    for (const Expr *place : creation->placement_arguments())
      if (place->getType()->isPointerType())
        change(creation, resolver_.pointees(place), false, "placement new");
      else if (place->isLValue() && isOwn)
        change(creation, resolver_.designated(place), false,
               allocates->getNameAsString());
    if (allocates)
      calls_.visitHandedAround(allocates, creation);
    return true;
  }

  bool VisitCallExpr(CallExpr *call) {
    noteCast(call);
    const FunctionDecl *callee = call->getDirectCallee();
    llvm::ArrayRef<const Expr *> arguments(call->getArgs(), call->getNumArgs());
    const Expr *self = nullptr;
    if (const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call)) {
      self = member->getImplicitObjectArgument();
      noteSize(member);
    } else if (llvm::isa<CXXOperatorCallExpr>(call) &&
               llvm::isa_and_nonnull<CXXMethodDecl>(callee)) {
      self = arguments.front();
      arguments = arguments.drop_front();
    }
    if (calls_.summary(callee)) {
      called_.insert(call->getCallee()->IgnoreParenImpCasts());
      noteHandedOn(callee, arguments);
    }
    if (callee)
      calls_.visit(
          {call, callee, self, arguments, nullptr, onlyRead_.contains(call)});
    else
      calls_.visitUnknownCallee(call);
    return true;
  }

  bool VisitCXXConstructExpr(CXXConstructExpr *construction) {
    const CXXConstructorDecl *constructor = construction->getConstructor();
    visitConstructor(construction, constructor);
    if (constructor->isInheritingConstructor()) // `using Base::Base;`
      visitConstructor(construction,
                       constructor->getInheritedConstructor().getConstructor());
    return true;
  }

  bool VisitVarDecl(VarDecl *variable) {
    if (variable->isStaticLocal() && variable->getInit())
      visitLazyInitializer(variable);
    if (variable->getInit() && !variable->getType()->isReferenceType())
      calls_.visitDestructor(
          variable->getType()->getBaseElementTypeUnsafe()->getAsCXXRecordDecl(),
          variable->getInit(), variable);
    return true;
  }

  bool VisitCXXBindTemporaryExpr(CXXBindTemporaryExpr *temporary) {
    calls_.visitDestructor(temporary->getType()->getAsCXXRecordDecl(),
                           temporary);
    return true;
  }

private:
  void visitConstructor(const CXXConstructExpr *construction,
                        const CXXConstructorDecl *constructor) {
    calls_.visit({construction,
                  constructor,
                  nullptr,
                  {construction->getArgs(), construction->getNumArgs()}});
  }

  bool traverseElsewhere(const Expr *use, Expr *expr) {
    const std::size_t changes = effects_.changes.size();
    const std::size_t mentions = effects_.mentions.size();
    const bool goesOn = TraverseStmt(expr);
    for (Change &change : llvm::drop_begin(effects_.changes, changes))
      change.node = use;
    for (Mention &mention : llvm::drop_begin(effects_.mentions, mentions))
      mention.expr = use;
    return goesOn;
  }

  /// A static variable is initialised once in the sequential program, but once
  /// in each worker, and with what the worker's first iteration has.
  void visitLazyInitializer(const VarDecl *variable) {
    if (variable->getType()->isDependentType() ||
        variable->hasConstantInitialization())
      return;
    const Effects lazy = collectEffects(variable->getInit(), scope_, callees_);
    const bool changesOthers =
        llvm::any_of(lazy.changes, [](const Change &change) {
          return llvm::any_of(change.objects, [](const Object &object) {
            return object.isOutside();
          });
        });
    if (lazy.prints() || changesOthers)
      effects_.hidden.push_back(
          {variable->getNameAsString(),
           "is initialised once, and that has effects of its own",
           variable->getLocation()});
    else if (!lazy.mentions.empty() || lazy.unseenUserCode.isValid() ||
             namesVariables(variable->getInit()))
      effects_.hidden.push_back(
          {variable->getNameAsString(),
           "is initialised once, by the first iteration that comes to it",
           variable->getLocation()});
  }

  /// namesVariables() returns true for an expression whose value isn't the same
  /// whenever it is computed.
  static bool namesVariables(const Stmt *statement) {
    if (llvm::isa<CXXThisExpr>(statement))
      return true;
    if (const auto *named = llvm::dyn_cast<DeclRefExpr>(statement))
      if (const auto *variable = llvm::dyn_cast<VarDecl>(named->getDecl()))
        return !variable->getType().isConstQualified() ||
               (variable->isLocalVarDeclOrParm() &&
                !variable->hasConstantInitialization());
    if (const auto *lambda = llvm::dyn_cast<LambdaExpr>(statement))
      return llvm::any_of(lambda->capture_inits(), namesVariables);
    return llvm::any_of(statement->children(), [](const Stmt *child) {
      return child && namesVariables(child);
    });
  }

  static const Expr *plain(const Expr *expr) {
    return expr->IgnoreParenImpCasts();
  }

  static bool isVariable(const Expr *expr) {
    if (llvm::isa<CXXThisExpr>(expr->IgnoreParenCasts()))
      return true; // static_cast<Derived *>(this)
    expr = plain(expr);
    if (const auto *member = llvm::dyn_cast<MemberExpr>(expr))
      return isFieldOfVariable(member);
    return llvm::isa<CXXThisExpr, DeclRefExpr>(expr);
  }

  /// `a.b.c` and `this->a.b`, without a pointer or a call on the way.
  static bool isFieldOfVariable(const MemberExpr *member) {
    if (!llvm::isa<FieldDecl>(member->getMemberDecl()))
      return false;
    const Expr *base = plain(member->getBase());
    if (member->isArrow())
      return llvm::isa<CXXThisExpr>(base) || llvm::isa<DeclRefExpr>(base);
    return llvm::isa<DeclRefExpr>(base) ||
           (llvm::isa<MemberExpr>(base) &&
            isFieldOfVariable(llvm::cast<MemberExpr>(base)));
  }

  static const Expr *withoutValue(const Expr *expr) {
    return expr->IgnoreImplicit()->IgnoreParens();
  }

  void changeByOperator(const Expr *node, const Expr *place) {
    change(node, resolver_.designated(place), true);
    if (!discarded_.contains(withoutValue(node)))
      return;
    effects_.changes.back().fold = foldBy(node);
    if (const std::optional<Fold> fold = foldBy(node))
      folded_.insert({foldedPlace(node), *fold});
  }

  void change(const Expr *node, Objects objects, bool replayable,
              std::string callee = "") {
    addChange(effects_, node, std::move(objects), replayable,
              std::move(callee));
  }

  void noteCast(const Expr *expr) {
    const std::optional<PointerCast> cast = pointerCast(expr);
    if (cast &&
        (llvm::isa<CallExpr>(expr) || mayLeaveVariable(castOperand(expr))))
      effects_.casts.push_back(*cast);
  }

  /// mayLeaveVariable() returns false for `*(int *)&x` where x is the scope's
  /// own, or a variable as a whole: that leads nowhere else.
  bool mayLeaveVariable(const Expr *operand) {
    const Objects all = operand->getType()->isPointerType()
                            ? resolver_.pointees(operand)
                        : operand->isGLValue() ? resolver_.designated(operand)
                                               : Objects{Object()};
    return llvm::any_of(all, [](const Object &one) {
      return one.kind != Object::Kind::Local &&
             (one.kind != Object::Kind::Outside || !one.path.empty() ||
              paraloop::isReference(one));
    });
  }

  /// mention() notes the outside objects that a variable, or a field of one,
  /// stands for.
  void mention(const Expr *expr) {
    const auto *named = llvm::dyn_cast<DeclRefExpr>(expr);
    const ValueDecl *variable = named ? named->getDecl() : nullptr;
    const bool isLocal = variable && scope_.declares(variable);
    Objects objects = resolver_.designated(expr);
    if (isLocal &&
        (expr->getType()->isPointerType() || isPointerLike(expr->getType())))
      objects.append(resolver_.pointees(expr));
    for (Object &object : objects) {
      if (!object.isOutside() || object.kind == Object::Kind::Unknown)
        continue;
      effects_.mentions.push_back(
          {expr, object, isLocal, "", expr->getExprLoc(),
           sizeAsked_.contains(expr), onlyPointers_.contains(expr),
           foldOf(expr), handedOn_.contains(expr)});
      if (object.kind == Object::Kind::Pointee && !isLocal &&
          object.variable) { // The pointer is read as well.
        Object pointer = object;
        pointer.kind = Object::Kind::Outside;
        pointer.path.clear();
        effects_.mentions.push_back(
            {expr, pointer, false, "", expr->getExprLoc(), false, true});
      }
    }
  }

  std::optional<Fold> foldOf(const Expr *place) const {
    const auto found = folded_.find(place);
    return found == folded_.end() ? std::nullopt
                                  : std::optional<Fold>(found->second);
  }

  /// noteHandedOn() remembers arguments that a function in sight gets by
  /// reference, or their addresses. EXPECTS: they are mentioned after that.
  void noteHandedOn(const FunctionDecl *callee,
                    llvm::ArrayRef<const Expr *> arguments) {
    const QualType result = callee->getReturnType();
    if (!result->isVoidType() && !result->isArithmeticType())
      return; // It may hand out a reference.
    for (const auto &[argument, parameter] :
         llvm::zip(arguments, callee->parameters())) {
      const Expr *whole = plain(argument);
      if (const auto *address = llvm::dyn_cast<UnaryOperator>(whole);
          address && address->getOpcode() == UO_AddrOf)
        handedOn_.insert(plain(address->getSubExpr()));
      else if (parameter->getType()->isReferenceType())
        handedOn_.insert(whole);
    }
  }

  /// noteSize() remembers the container in `x.size()`. EXPECTS: it is mentioned
  /// after that.
  void noteSize(const CXXMemberCallExpr *call) {
    const CXXMethodDecl *method = call->getMethodDecl();
    if (method && isStandard(method) && method->getIdentifier() &&
        (method->getName() == "size" || method->getName() == "empty") &&
        !isPointerLike(call->getImplicitObjectArgument()->getType()))
      sizeAsked_.insert(plain(call->getImplicitObjectArgument()));
  }

  const Scope &scope_;
  Callees &callees_;
  ObjectResolver resolver_;
  CallEffects calls_;
  Effects &effects_;
  llvm::DenseSet<const Expr *> sizeAsked_;
  llvm::DenseSet<const Expr *> onlyPointers_; ///< Compared, not followed.
  llvm::DenseSet<const Expr *> onlyRead_;     ///< For their value.
  llvm::DenseSet<const Stmt *> used_; ///< By who gets the value of `({ x; })`.
  llvm::DenseSet<const Expr *> discarded_; ///< Nobody gets their values.
  llvm::DenseSet<const Expr *> called_;    ///< Names of functions in sight.
  llvm::DenseSet<const Expr *> handedOn_;
  llvm::DenseMap<const Expr *, Fold> folded_; ///< Left sides of such changes.
};

} // namespace

bool mayTouch(const Mention &mention, const Object &object) {
  const Object &named = mention.object;
  if (overlaps(named, object))
    return true;
  return named.kind == Object::Kind::Outside &&
         object.kind == Object::Kind::Pointee && !mention.onlyPointer &&
         named.variable == object.variable &&
         named.path.size() <= object.path.size() &&
         std::equal(named.path.begin(), named.path.end(), object.path.begin());
}

Effects collectEffects(const Stmt *root, const Scope &scope, Callees &callees) {
  Effects effects;
  EffectsVisitor(scope, callees, effects)
      .TraverseStmt(const_cast<Stmt *>(root));
  return effects;
}

} // namespace paraloop
