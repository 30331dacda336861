// Scope.cpp: one walk collects the declarations and the assignments.

#include "Scope.h"

#include "PlainExpr.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace paraloop {

/// ScopeBuilder collects the declarations of a scope and what is assigned to
/// them.
class ScopeBuilder : public RecursiveASTVisitor<ScopeBuilder> {
public:
  explicit ScopeBuilder(Scope &scope) : scope_(scope) {}
  bool shouldVisitImplicitCode() const { return true; }

  bool VisitVarDecl(VarDecl *variable) {
    if (variable->isLocalExternDecl()) // A name of one from outside.
      return true;
    if (variable->isStaticLocal()) {
      scope_.statics_.insert(variable);
      return true;
    }
    scope_.declared_.insert(variable);
    if (variable->getInit() && !llvm::isa<ParmVarDecl>(variable))
      scope_.sources_[variable].push_back(variable->getInit());
    if (variable->getInit() && !variable->isImplicit() &&
        variable->getType()->isReferenceType() &&
        !variable->getType()->getPointeeType().isConstQualified())
      expose(variable->getInit(), {});
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

  bool VisitCallExpr(CallExpr *call) {
    const FunctionDecl *callee = call->getDirectCallee();
    const auto *operation = llvm::dyn_cast<CXXOperatorCallExpr>(call);
    llvm::ArrayRef<const Expr *> arguments(call->getArgs(),
                                           call->getNumArgs());
    if (operation && operation->getOperator() == OO_Equal &&
        arguments.size() == 2)
      add(arguments[0], arguments[1]);
    if (operation && llvm::isa_and_nonnull<CXXMethodDecl>(callee))
      arguments = arguments.drop_front();
    if (const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call);
        member && callee && arguments.size() == 1)
      addToSelf(member->getImplicitObjectArgument(), callee, arguments[0]);
    if (!callee || !givesValues(callee, arguments))
      exposeArguments(call, callee, arguments);
    return true;
  }

  bool VisitCXXConstructExpr(CXXConstructExpr *construction) {
    exposeArguments(construction, construction->getConstructor(),
                    {construction->getArgs(), construction->getNumArgs()});
    return true;
  }

  bool VisitUnaryOperator(UnaryOperator *unary) {
    if (unary->getOpcode() == UO_AddrOf)
      expose(unary->getSubExpr(), {});
    return true;
  }

  bool VisitInitListExpr(InitListExpr *list) {
    for (const Expr *init : list->inits())
      if (init && init->isLValue()) // Of a reference.
        expose(init, {});
    return true;
  }

private:
  /// forNames() calls `visit` for each variable that an lvalue may be.
  template <class Visit> static void forNames(const Expr *lvalue, Visit visit) {
    lvalue = madeExpr(lvalue)->IgnoreParenCasts();
    if (const auto *choice =
            llvm::dyn_cast<AbstractConditionalOperator>(lvalue)) {
      forNames(choice->getTrueExpr(), visit);
      return forNames(choice->getFalseExpr(), visit);
    }
    const auto *binary = llvm::dyn_cast<BinaryOperator>(lvalue);
    if (binary && binary->isGLValue())
      return forNames(binary->getOpcode() == BO_Comma ? binary->getRHS()
                                                      : binary->getLHS(),
                      visit);
    if (const auto *named = llvm::dyn_cast<DeclRefExpr>(lvalue))
      visit(named);
  }

  void add(const Expr *target, const Expr *source) {
    forNames(target, [&](const DeclRefExpr *named) {
      scope_.sources_[named->getDecl()].push_back(source);
    });
  }

  /// addToSelf() adds what `p.reset(q)` and `p.swap(q)` put into a smart
  /// pointer.
  void addToSelf(const Expr *self, const FunctionDecl *callee,
                 const Expr *argument) {
    if (!isStandard(callee) || !callee->getIdentifier() ||
        !isPointerLike(self->getType()))
      return;
    if (callee->getName() == "reset" || callee->getName() == "swap")
      add(self, argument);
    if (callee->getName() == "swap")
      add(argument, self);
  }

  /// givesValues() adds what std::swap(p, q) and std::exchange(p, q) put into
  /// their arguments; returns false for other functions.
  bool givesValues(const FunctionDecl *callee,
                   llvm::ArrayRef<const Expr *> arguments) {
    if (!isStandard(callee) || llvm::isa<CXXMethodDecl>(callee) ||
        !callee->getIdentifier() || arguments.size() != 2)
      return false;
    const bool swaps = callee->getName() == "swap";
    if (!swaps && callee->getName() != "exchange")
      return false;
    add(arguments[0], arguments[1]);
    if (swaps)
      add(arguments[1], arguments[0]);
    return true;
  }

  void exposeArguments(const Expr *call, const FunctionDecl *callee,
                       llvm::ArrayRef<const Expr *> arguments) {
    for (unsigned index = 0; index < arguments.size(); ++index) {
      const bool isKnown = callee && index < callee->getNumParams();
      const QualType parameter =
          isKnown ? callee->getParamDecl(index)->getType() : QualType();
      const Expr *argument = madeExpr(arguments[index])->IgnoreParenCasts();
      const auto *address = llvm::dyn_cast<UnaryOperator>(argument);
      if (address && address->getOpcode() == UO_AddrOf) {
        const bool reads = isKnown && parameter->isPointerType() &&
                           parameter->getPointeeType().isConstQualified();
        expose(address->getSubExpr(), {call, index}, reads);
      } else if (isKnown && arguments[index]->isLValue() &&
                 parameter->isReferenceType()) {
        expose(argument, {call, index},
               parameter->getPointeeType().isConstQualified());
      }
    }
  }

  /// expose() notes a use of a variable that refers to others, unless its value
  /// is only read.
  void expose(const Expr *use, Exposure exposure, bool reads = false) {
    forNames(use, [&](const DeclRefExpr *named) {
      if (isLocalPointer(named->getDecl()) && seen_.insert(named).second &&
          !reads)
        scope_.exposures_[named->getDecl()].push_back(exposure);
    });
  }

  static bool isLocalPointer(const ValueDecl *value) {
    const auto *variable = llvm::dyn_cast<VarDecl>(value);
    const QualType type = value->getType();
    return variable && variable->isLocalVarDeclOrParm() &&
           !type.isConstQualified() &&
           (type.getNonReferenceType()->isPointerType() || isPointerLike(type));
  }

  Scope &scope_;
  llvm::DenseSet<const DeclRefExpr *> seen_; ///< What expose() has judged.
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
  expr = madeExpr(expr);
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

llvm::ArrayRef<Exposure> Scope::exposures(const ValueDecl *variable) const {
  const auto found = exposures_.find(variable);
  if (found == exposures_.end())
    return {};
  return found->second;
}

} // namespace paraloop
