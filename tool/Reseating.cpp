// Reseating.cpp: the names in the initializer, and one walk over the function
// for what may give one of them another target.

#include "Reseating.h"

#include "StandardLibrary.h"
#include "StandardTypes.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"

#include "llvm/ADT/DenseSet.h"

using namespace clang;

namespace paraloop {
namespace {

using Names = llvm::DenseSet<const ValueDecl *>;

bool refers(QualType type) {
  return type->isPointerType() || isPointerLike(type);
}

const ValueDecl *nameOf(const Expr *expr) {
  expr = expr->IgnoreParenCasts();
  if (const auto *named = llvm::dyn_cast<DeclRefExpr>(expr))
    return named->getDecl();
  const auto *member = llvm::dyn_cast<MemberExpr>(expr);
  return member ? member->getMemberDecl() : nullptr;
}

/// isSetElsewhere() returns true for a pointer that other functions may set.
bool isSetElsewhere(const ValueDecl *name, const DeclContext *function) {
  const auto *variable = llvm::dyn_cast<VarDecl>(name);
  return refers(name->getType()) && !name->getType().isConstQualified() &&
         (!variable || variable->hasGlobalStorage() ||
          variable->getDeclContext() != function);
}

/// Initializer looks at what an initializer is made of.
class Initializer : public RecursiveASTVisitor<Initializer> {
public:
  explicit Initializer(const VarDecl *reference) : reference_(reference) {}
  bool shouldVisitImplicitCode() const { return true; }
  bool VisitDeclRefExpr(DeclRefExpr *named) {
    if (llvm::isa<VarDecl, BindingDecl>(named->getDecl()))
      add(named->getDecl());
    return true;
  }
  bool VisitMemberExpr(MemberExpr *member) {
    if (llvm::isa<FieldDecl>(member->getMemberDecl()))
      add(member->getMemberDecl());
    return true;
  }
  bool VisitCallExpr(CallExpr *call) {
    const FunctionDecl *callee = call->getDirectCallee();
    unknown |= !callee || isFunctionObject(callee);
    return true;
  }
  bool VisitMaterializeTemporaryExpr(MaterializeTemporaryExpr *temporary) {
    unknown |= temporary->getExtendingDecl() == reference_;
    return true;
  }

  Names names;
  bool unknown = false; ///< It is a new object, comes out of a call that can't
                        ///< be followed, or went through a pointer that other
                        ///< functions set.

private:
  void add(const ValueDecl *name) {
    unknown |= isSetElsewhere(name, reference_->getDeclContext());
    names.insert(name);
  }
  static bool isFunctionObject(const FunctionDecl *callee) {
    const auto *method = llvm::dyn_cast<CXXMethodDecl>(callee);
    return method && isStandard(method) &&
           method->getOverloadedOperator() == OO_Call &&
           !isAlgorithmObject(method);
  }

  const VarDecl *reference_;
};

/// ReseatFinder looks for what gives one of the names another target.
class ReseatFinder : public RecursiveASTVisitor<ReseatFinder> {
public:
  explicit ReseatFinder(const Names &names) : names_(names) {}
  bool shouldVisitImplicitCode() const { return true; }

  // Each returns false, which ends the walk, where it has found something.
  bool VisitBinaryOperator(BinaryOperator *binary) {
    return !binary->isAssignmentOp() || !isPointer(binary->getLHS());
  }
  bool VisitUnaryOperator(UnaryOperator *unary) {
    const bool changes =
        unary->isIncrementDecrementOp() || unary->getOpcode() == UO_AddrOf;
    return !changes || !isPointer(unary->getSubExpr());
  }
  bool VisitCallExpr(CallExpr *call) {
    const FunctionDecl *callee = call->getDirectCallee();
    if (const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call))
      if (mayReseat(member->getImplicitObjectArgument(),
                    !member->getMethodDecl() ||
                        member->getMethodDecl()->isConst(),
                    callee))
        return false;
    const auto *method = llvm::dyn_cast_or_null<CXXMethodDecl>(callee);
    const unsigned self = llvm::isa<CXXOperatorCallExpr>(call) && method;
    for (unsigned index = 0; index < call->getNumArgs(); ++index) {
      const bool isConst =
          index < self ? method->isConst() : takesConst(callee, index - self);
      if (mayReseat(call->getArg(index), isConst, callee))
        return false;
    }
    return true;
  }
  bool VisitVarDecl(VarDecl *variable) {
    return !variable->getType()->isReferenceType() || !variable->getInit() ||
           variable->getType().getNonReferenceType().isConstQualified() ||
           !isPointer(variable->getInit());
  }

private:
  bool mayReseat(const Expr *argument, bool isConst,
                 const FunctionDecl *callee) const {
    if (!argument->isGLValue())
      return false;
    return callee && movesContents(callee) ? isOneOf(argument)
                                           : !isConst && isPointer(argument);
  }
  static bool takesConst(const FunctionDecl *callee, unsigned index) {
    return callee && index < callee->getNumParams() &&
           callee->getParamDecl(index)
               ->getType()
               .getNonReferenceType()
               .isConstQualified();
  }
  bool isOneOf(const Expr *expr) const {
    const ValueDecl *name = nameOf(expr);
    return name && names_.contains(name);
  }
  bool isPointer(const Expr *expr) const {
    return refers(expr->getType()) && isOneOf(expr);
  }
  /// What a container held belongs to another one afterwards.
  static bool movesContents(const FunctionDecl *callee) {
    if (!callee->getDeclName().isIdentifier())
      return false;
    const llvm::StringRef name = callee->getName();
    return name == "swap" || name == "move" || name == "exchange" ||
           name == "iter_swap" || name == "forward" || name == "splice" ||
           name == "merge" || name == "extract" || name == "swap_ranges";
  }

  const Names &names_;
};

} // namespace

/// isPlainName() returns true for a variable, or a field of one: always the
/// same object.
static bool isPlainName(const Expr *expr) {
  expr = expr->IgnoreParens();
  if (const auto *member = llvm::dyn_cast<MemberExpr>(expr))
    return llvm::isa<FieldDecl>(member->getMemberDecl()) &&
           !member->getMemberDecl()->getType()->isReferenceType() &&
           (member->isArrow()
                ? llvm::isa<CXXThisExpr>(member->getBase()->IgnoreParens())
                : isPlainName(member->getBase()));
  const auto *named = llvm::dyn_cast<DeclRefExpr>(expr);
  return named && llvm::isa<VarDecl>(named->getDecl());
}

/// argumentFor() returns what a constructor binds a reference field to, or
/// null.
static const Expr *argumentFor(const CXXConstructExpr *made,
                               const FieldDecl *field) {
  const FunctionDecl *definition = nullptr;
  if (!made->getConstructor()->hasBody(definition))
    return nullptr;
  const auto *constructor = llvm::cast<CXXConstructorDecl>(definition);
  for (const CXXCtorInitializer *one : constructor->inits()) {
    const auto *named =
        one->getAnyMember() == field
            ? llvm::dyn_cast<DeclRefExpr>(one->getInit()->IgnoreParens())
            : nullptr;
    const auto *parameter =
        named ? llvm::dyn_cast<ParmVarDecl>(named->getDecl()) : nullptr;
    if (parameter && parameter->getType()->isReferenceType() &&
        parameter->getFunctionScopeIndex() < made->getNumArgs())
      return made->getArg(parameter->getFunctionScopeIndex());
  }
  return nullptr;
}

const Expr *referentOf(const VarDecl *object, const FieldDecl *field) {
  const auto *record = object->getType()->getAsCXXRecordDecl();
  if (!field->getType()->isReferenceType() || !record || !object->getInit() ||
      llvm::isa<ParmVarDecl>(object) || !object->hasLocalStorage() ||
      record->getCanonicalDecl() != field->getParent()->getCanonicalDecl())
    return nullptr;
  const Expr *init = object->getInit();
  if (const auto *cleanups = llvm::dyn_cast<ExprWithCleanups>(init))
    init = cleanups->getSubExpr();
  const Expr *bound = nullptr;
  if (const auto *list = llvm::dyn_cast<InitListExpr>(init)) {
    const unsigned index = field->getFieldIndex();
    if (record->getNumBases() == 0 && index < list->getNumInits())
      bound = list->getInit(index);
  } else if (const auto *made = llvm::dyn_cast<CXXConstructExpr>(init)) {
    bound = argumentFor(made, field);
  }
  return bound && isPlainName(bound) ? bound : nullptr;
}

static const VarDecl *variableOf(const Expr *object) {
  const auto *named =
      llvm::dyn_cast<DeclRefExpr>(object->IgnoreParenImpCasts());
  return named ? llvm::dyn_cast<VarDecl>(named->getDecl()) : nullptr;
}

const Expr *referentIn(const Expr *object, const FieldDecl *field) {
  const VarDecl *variable = variableOf(object);
  return variable ? referentOf(variable, field) : nullptr;
}

/// addressed() returns the `x` of `&x`, or null.
static const Expr *addressed(const Expr *pointer) {
  const auto *address =
      llvm::dyn_cast<UnaryOperator>(pointer->IgnoreParenImpCasts());
  return address && address->getOpcode() == UO_AddrOf
             ? address->getSubExpr()->IgnoreParens()
             : nullptr;
}

/// setsField() returns true if a function may give a field another value.
static bool setsField(const FunctionDecl *function, const FieldDecl *field) {
  Names names{field};
  const Stmt *body = function->getBody();
  return body && !ReseatFinder(names).TraverseStmt(const_cast<Stmt *>(body));
}

/// addressPutBy() returns the `x` whose address a constructor puts into a
/// pointer field: it gets `&x`, or a reference to x.
static const Expr *addressPutBy(const CXXConstructExpr *made,
                                const FieldDecl *field) {
  const FunctionDecl *definition = nullptr;
  if (!made->getConstructor()->hasBody(definition) ||
      setsField(definition, field))
    return nullptr;
  for (const CXXCtorInitializer *one :
       llvm::cast<CXXConstructorDecl>(definition)->inits()) {
    if (one->getAnyMember() != field)
      continue;
    const Expr *init = one->getInit()->IgnoreParenImpCasts();
    const Expr *referred = addressed(init);
    const auto *named = llvm::dyn_cast<DeclRefExpr>(referred ? referred : init);
    const auto *parameter =
        named ? llvm::dyn_cast<ParmVarDecl>(named->getDecl()) : nullptr;
    if (!parameter || parameter->getDeclContext() != definition ||
        parameter->getFunctionScopeIndex() >= made->getNumArgs() ||
        parameter->getType()->isReferenceType() != (referred != nullptr))
      return nullptr;
    const Expr *argument = made->getArg(parameter->getFunctionScopeIndex());
    return referred ? argument : addressed(argument);
  }
  return nullptr;
}

const Expr *boundBy(const CXXConstructExpr *made, const FieldDecl *field) {
  const Expr *bound = field->getType()->isReferenceType()
                          ? argumentFor(made, field)
                          : addressPutBy(made, field);
  return bound && isPlainName(bound) ? bound : nullptr;
}

/// keepsPointer() returns true for an object of which no pointer is set after
/// it was made.
static bool keepsPointer(const VarDecl *object, const FieldDecl *field) {
  return field->getType().isConstQualified() ||
         (object->getType().isConstQualified() && !field->isMutable());
}

const Expr *targetOf(const VarDecl *object, const FieldDecl *field) {
  const auto *record = object->getType()->getAsCXXRecordDecl();
  if (!field->getType()->isPointerType() || !record || !object->getInit() ||
      llvm::isa<ParmVarDecl>(object) || !object->hasLocalStorage() ||
      record->getCanonicalDecl() != field->getParent()->getCanonicalDecl() ||
      !keepsPointer(object, field) ||
      (record->getDestructor() && setsField(record->getDestructor(), field)))
    return nullptr;
  const Expr *init = object->getInit();
  if (const auto *cleanups = llvm::dyn_cast<ExprWithCleanups>(init))
    init = cleanups->getSubExpr();
  if (const auto *made = llvm::dyn_cast<CXXConstructExpr>(init))
    return boundBy(made, field);
  const auto *list = llvm::dyn_cast<InitListExpr>(init);
  const unsigned index = field->getFieldIndex();
  const Expr *target =
      list && record->getNumBases() == 0 && index < list->getNumInits()
          ? addressed(list->getInit(index))
          : nullptr;
  return target && isPlainName(target) ? target : nullptr;
}

const Expr *targetIn(const Expr *object, const FieldDecl *field) {
  const VarDecl *variable = variableOf(object);
  return variable ? targetOf(variable, field) : nullptr;
}

const Expr *standsFor(const VarDecl *reference) {
  const Expr *init = reference->getInit();
  if (!init || reference->isImplicit()) // Of a range-for loop.
    return init;
  Initializer made(reference);
  made.TraverseStmt(const_cast<Expr *>(init));
  if (made.unknown)
    return nullptr;
  const auto *function =
      llvm::dyn_cast<FunctionDecl>(reference->getDeclContext());
  if (made.names.empty() || !function || !function->getBody())
    return init;
  const bool stays = ReseatFinder(made.names).TraverseStmt(function->getBody());
  return stays ? init : nullptr;
}

} // namespace paraloop
