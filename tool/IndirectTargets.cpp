// IndirectTargets.cpp: back from a variable that never changes to its
// initialiser; for all others one look at the whole translation unit.

#include "IndirectTargets.h"

#include "EnclosingFunctions.h"
#include "FieldValues.h"
#include "StandardLibrary.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Analysis/Analyses/ExprMutationAnalyzer.h"

#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringSet.h"

using namespace clang;

namespace paraloop {
namespace {

constexpr unsigned maxDepth = 4; ///< Of variables made from variables.

/// Peels off casts, conversions to std::function and temporaries.
const Expr *origin(const Expr *expr) {
  while (true) {
    const Expr *before = expr;
    expr = expr->IgnoreParenCasts();
    if (const auto *full = llvm::dyn_cast<FullExpr>(expr))
      expr = full->getSubExpr();
    else if (const auto *made = llvm::dyn_cast<MaterializeTemporaryExpr>(expr))
      expr = made->getSubExpr();
    else if (const auto *bound = llvm::dyn_cast<CXXBindTemporaryExpr>(expr))
      expr = bound->getSubExpr();
    else if (const auto *address = llvm::dyn_cast<UnaryOperator>(expr);
             address && (address->getOpcode() == UO_AddrOf ||
                         address->getOpcode() == UO_Deref ||
                         address->getOpcode() == UO_Plus))
      expr = address->getSubExpr();
    else if (const auto *made = llvm::dyn_cast<CXXConstructExpr>(expr);
             made && made->getNumArgs() == 1 &&
             (isStandard(made->getConstructor()) ||
              made->getConstructor()->isCopyOrMoveConstructor()))
      expr = made->getArg(0);
    else if (const auto *call = llvm::dyn_cast<CXXMemberCallExpr>(expr);
             call &&
             llvm::isa_and_nonnull<CXXConversionDecl>(call->getMethodDecl()) &&
             isLambda(call->getImplicitObjectArgument()->getType()))
      expr = call->getImplicitObjectArgument();
    if (expr == before)
      return expr;
  }
}

Functions callOperatorsOf(const CXXRecordDecl *record) {
  Functions found;
  for (const Decl *member : record->decls()) {
    if (const auto *generic = llvm::dyn_cast<FunctionTemplateDecl>(member)) {
      if (generic->getTemplatedDecl()->getOverloadedOperator() == OO_Call)
        for (const FunctionDecl *one : generic->specializations())
          found.push_back(one);
      continue;
    }
    const auto *method = llvm::dyn_cast<CXXMethodDecl>(member);
    if (method && method->getOverloadedOperator() == OO_Call)
      found.push_back(method);
  }
  return found;
}

const FunctionDecl *outermostFunction(const VarDecl *variable) {
  const FunctionDecl *outermost = nullptr;
  for (const DeclContext *at = variable->getDeclContext(); at;
       at = at->getParent())
    if (const auto *function = llvm::dyn_cast<FunctionDecl>(at))
      outermost = function;
  return outermost;
}

/// keepsItsInitializer() returns true for a variable that is const, and for a
/// local one that nothing changes.
bool keepsItsInitializer(const VarDecl *variable) {
  if (llvm::isa<ParmVarDecl>(variable) || !variable->getInit() ||
      variable->getType()->isReferenceType())
    return false;
  const ASTContext &context = variable->getASTContext();
  if (context.getBaseElementType(variable->getType()).isConstQualified())
    return true;
  const FunctionDecl *function = outermostFunction(variable);
  if (!function || !function->getBody() || variable->isStaticLocal())
    return false;
  return !ExprMutationAnalyzer(*function->getBody(),
                               const_cast<ASTContext &>(context))
              .isMutated(variable);
}

/// tableOf() returns the container that an element is looked up in: `table[i]`,
/// `table.at(key)`; null for other expressions.
const Expr *tableOf(const Expr *element) {
  const auto *call = llvm::dyn_cast<CallExpr>(element);
  const auto *method = llvm::dyn_cast_or_null<CXXMethodDecl>(
      call ? call->getDirectCallee() : nullptr);
  if (!method || !isStandard(method))
    return nullptr;
  if (const auto *operation = llvm::dyn_cast<CXXOperatorCallExpr>(call))
    return operation->getOperator() == OO_Subscript ? operation->getArg(0)
                                                    : nullptr;
  static const llvm::StringSet<> names = {"at", "front", "back"};
  const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call);
  return member && method->getIdentifier() && names.contains(method->getName())
             ? member->getImplicitObjectArgument()
             : nullptr;
}

/// UseFinder looks for uses of a table but calls of its elements, and the
/// number of them.
class UseFinder : public RecursiveASTVisitor<UseFinder> {
public:
  explicit UseFinder(const VarDecl *table) : table_(table) {}
  bool shouldVisitImplicitCode() const { return true; }

  bool VisitCallExpr(CallExpr *call) {
    const auto *operation = llvm::dyn_cast<CXXOperatorCallExpr>(call);
    const bool runsObject = operation && operation->getOperator() == OO_Call &&
                            operation->getDirectCallee() &&
                            isStandard(operation->getDirectCallee());
    const Expr *callee = runsObject                ? operation->getArg(0)
                         : call->getDirectCallee() ? nullptr
                                                   : call->getCallee();
    if (const Expr *table = callee ? tableOf(origin(callee)) : nullptr)
      calls_.insert(table->IgnoreParenImpCasts());
    return true;
  }
  bool VisitDeclRefExpr(DeclRefExpr *named) {
    return named->getDecl() != table_ || calls_.contains(named);
  }

private:
  const VarDecl *table_;
  llvm::DenseSet<const Expr *> calls_;
};

/// isOnlyCalled() returns true for a local container of which nothing is used
/// but its elements, and these are only called.
bool isOnlyCalled(const VarDecl *table) {
  const FunctionDecl *function = outermostFunction(table);
  return table->hasLocalStorage() && function && function->getBody() &&
         !llvm::isa<ParmVarDecl>(table) &&
         !table->getType()->isReferenceType() &&
         UseFinder(table).TraverseStmt(function->getBody());
}

/// isPlainValue() returns true for what holds no function: a key, a number.
bool isPlainValue(QualType type) {
  type = type.getNonReferenceType();
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  return type->isArithmeticType() || type->isEnumeralType() ||
         (record && isStandard(record) && record->getIdentifier() &&
          record->getName() == "basic_string");
}

const FunctionProtoType *signatureOf(QualType type) {
  type = type.getNonReferenceType();
  if (const auto *member = type->getAs<MemberPointerType>())
    type = member->getPointeeType();
  else if (type->isPointerType())
    type = type->getPointeeType();
  else if (const auto *special =
               llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(
                   type->getAsCXXRecordDecl());
           special && special->getTemplateArgs().size() > 0 &&
           special->getTemplateArgs()[0].getKind() == TemplateArgument::Type)
    type = special->getTemplateArgs()[0].getAsType();
  return type->getAs<FunctionProtoType>();
}

/// A std::function converts what it gets and returns; a pointer doesn't.
/// `binds`: std::bind() may have given it some of its arguments.
bool fits(const FunctionDecl *function, const FunctionProtoType *signature,
          bool converts, bool binds) {
  const auto *own = function->getType()->getAs<FunctionProtoType>();
  if (!own || function->isDependentContext())
    return false;
  if (converts)
    return binds ||
           function->getMinRequiredArguments() <= signature->getNumParams();
  const ASTContext &context = function->getASTContext();
  return own->getNumParams() == signature->getNumParams() &&
         llvm::all_of(llvm::zip(own->param_types(), signature->param_types()),
                      [&](const auto &pair) {
                        return context.hasSameUnqualifiedType(
                            std::get<0>(pair), std::get<1>(pair));
                      });
}

/// needsObject() returns true for what a plain pointer to a function can't
/// stand for: a method, or a lambda that captures something.
bool needsObject(const FunctionDecl *function) {
  const auto *method = llvm::dyn_cast<CXXMethodDecl>(function);
  return method && !method->isStatic() &&
         !(method->getParent()->isLambda() &&
           method->getParent()->capture_size() == 0);
}

} // namespace

/// LambdaUses knows the lambdas that nothing but a direct call, or an algorithm
/// of the library, runs: no other object can stand for one of them.
class LambdaUses {
public:
  void noteCall(const CallExpr *call) {
    const auto *operation = llvm::dyn_cast<CXXOperatorCallExpr>(call);
    if (operation && operation->getOperator() == OO_Call)
      harmless_.insert(origin(operation->getArg(0)));
    if (const FunctionDecl *callee = call->getDirectCallee();
        callee && onlyCallsArguments(callee))
      for (const Expr *argument : call->arguments())
        harmless_.insert(origin(argument));
  }
  void noteVariable(const VarDecl *variable) {
    if (!variable->getInit() || !isLambda(variable->getType()))
      return;
    if (const auto *lambda =
            llvm::dyn_cast<LambdaExpr>(origin(variable->getInit())))
      variables_[variable] = lambda;
  }
  void noteName(const DeclRefExpr *named) {
    if (!harmless_.contains(named))
      kept_.insert(named->getDecl());
  }
  /// EXPECTS: all has been noted.
  llvm::DenseSet<const CXXRecordDecl *> onlyCalled() const {
    llvm::DenseSet<const CXXRecordDecl *> found;
    for (const Expr *expr : harmless_)
      if (const auto *lambda = llvm::dyn_cast<LambdaExpr>(expr))
        found.insert(lambda->getLambdaClass());
    for (const auto &[variable, lambda] : variables_)
      if (!kept_.contains(variable))
        found.insert(lambda->getLambdaClass());
    return found;
  }

private:
  static bool onlyCallsArguments(const FunctionDecl *callee) {
    static const llvm::StringSet<> names = {
        "for_each",   "sort",        "stable_sort", "transform", "accumulate",
        "count_if",   "find_if",     "any_of",      "all_of",    "none_of",
        "copy_if",    "remove_if",   "generate",    "partition", "max_element",
        "reduce",     "min_element", "lower_bound", "unique",    "replace_if",
        "partial_sum"};
    return isStandard(callee) && !llvm::isa<CXXMethodDecl>(callee) &&
           callee->getIdentifier() && names.contains(callee->getName());
  }

  llvm::DenseSet<const Expr *> harmless_; ///< What is called, not kept.
  llvm::DenseMap<const VarDecl *, const LambdaExpr *> variables_;
  llvm::DenseSet<const ValueDecl *> kept_;
};

class IndirectTargets::Finder : public RecursiveASTVisitor<Finder> {
public:
  bool shouldVisitTemplateInstantiations() const { return true; }

  bool TraverseDecl(Decl *declaration) {
    if (declaration &&
        !llvm::isa<TranslationUnitDecl, LinkageSpecDecl>(declaration) &&
        isFromSystemHeader(declaration))
      return true;
    return RecursiveASTVisitor<Finder>::TraverseDecl(declaration);
  }

  bool VisitCallExpr(CallExpr *call) {
    callees_.insert(call->getCallee()->IgnoreParenImpCasts());
    lambdas_.noteCall(call);
    const FunctionDecl *callee = call->getDirectCallee();
    binds |= callee && isStandard(callee) && callee->getIdentifier() &&
             (callee->getName().starts_with("bind") ||
              callee->getName() == "mem_fn");
    return true;
  }

  bool VisitDeclRefExpr(DeclRefExpr *named) {
    const auto *function = llvm::dyn_cast<FunctionDecl>(named->getDecl());
    if (function && !callees_.contains(named))
      found.insert(function->getCanonicalDecl());
    lambdas_.noteName(named);
    return true;
  }

  bool VisitVarDecl(VarDecl *variable) {
    lambdas_.noteVariable(variable);
    return true;
  }

  bool VisitCXXRecordDecl(CXXRecordDecl *record) {
    if (record->isThisDeclarationADefinition() && !record->isLambda())
      addCallOperators(record);
    return true;
  }

  bool VisitLambdaExpr(LambdaExpr *lambda) {
    addCallOperators(lambda->getLambdaClass());
    return true;
  }

  /// candidates() returns the functions that an object may stand for.
  std::vector<const FunctionDecl *> candidates() const {
    const llvm::DenseSet<const CXXRecordDecl *> called = lambdas_.onlyCalled();
    std::vector<const FunctionDecl *> all;
    for (const FunctionDecl *one : found)
      if (const auto *method = llvm::dyn_cast<CXXMethodDecl>(one);
          !method || !called.contains(method->getParent()))
        all.push_back(one);
    return all;
  }

  llvm::SetVector<const FunctionDecl *> found;
  bool binds = false; ///< std::bind() and the like are called.

private:
  void addCallOperators(const CXXRecordDecl *record) {
    for (const FunctionDecl *one : callOperatorsOf(record))
      found.insert(one->getCanonicalDecl());
  }

  llvm::DenseSet<const Expr *> callees_;
  LambdaUses lambdas_;
};

CallTargets IndirectTargets::of(const Expr *callable) {
  CallTargets targets;
  targets.areAll = addSources(callable, targets.functions, 0);
  if (!targets.areAll)
    targets.functions = ofType(callable->getType());
  return targets;
}

Functions IndirectTargets::ofType(QualType type) {
  if (const CXXRecordDecl *record = type->getAsCXXRecordDecl();
      record && record->hasDefinition() && !isStandard(record))
    return callOperatorsOf(record->getDefinition());
  if (!found_) {
    Finder finder;
    finder.TraverseDecl(context_.getTranslationUnitDecl());
    binds_ = finder.binds;
    candidates_ = finder.candidates();
    found_ = true;
  }
  const FunctionProtoType *signature = signatureOf(type);
  const bool converts = type.getNonReferenceType()->isRecordType();
  const bool isPlain = type.getNonReferenceType()->isFunctionPointerType();
  Functions all;
  for (const FunctionDecl *candidate : candidates_)
    if (!(isPlain && needsObject(candidate)) &&
        (!signature || fits(candidate, signature, converts, binds_)))
      all.push_back(candidate);
  return all;
}

/// addSources() returns false if the value may come from elsewhere, too.
bool IndirectTargets::addSources(const Expr *callable, Functions &functions,
                                 unsigned depth) {
  callable = origin(callable);
  const CXXRecordDecl *record = callable->getType()->getAsCXXRecordDecl();
  if (record && record->hasDefinition() && !isStandard(record)) {
    functions.append(callOperatorsOf(record->getDefinition()));
    return true;
  }
  if (llvm::isa<CXXNullPtrLiteralExpr, GNUNullExpr>(callable))
    return true;
  if (const auto *conditional = llvm::dyn_cast<ConditionalOperator>(callable))
    return addSources(conditional->getTrueExpr(), functions, depth) &&
           addSources(conditional->getFalseExpr(), functions, depth);
  if (const auto *list = llvm::dyn_cast<InitListExpr>(callable))
    return llvm::all_of(list->inits(), [&](const Expr *element) {
      return addSources(element, functions, depth);
    });
  if (const auto *subscript = llvm::dyn_cast<ArraySubscriptExpr>(callable))
    return addSources(subscript->getBase(), functions, depth);
  if (const auto *member = llvm::dyn_cast<MemberExpr>(callable))
    return addField(member, functions, depth);
  if (const Expr *table = tableOf(callable))
    return addTable(table, functions, depth);
  const auto *named = llvm::dyn_cast<DeclRefExpr>(callable);
  if (!named)
    return false;
  if (const auto *function = llvm::dyn_cast<FunctionDecl>(named->getDecl())) {
    functions.push_back(function);
    return true;
  }
  const auto *variable = llvm::dyn_cast<VarDecl>(named->getDecl());
  return variable && depth < maxDepth && keepsItsInitializer(variable) &&
         addSources(variable->getInit(), functions, depth + 1);
}

/// addTable() adds what a container holds that nobody changes.
bool IndirectTargets::addTable(const Expr *table, Functions &functions,
                               unsigned depth) {
  const auto *named = llvm::dyn_cast<DeclRefExpr>(table->IgnoreParenImpCasts());
  const auto *variable =
      named ? llvm::dyn_cast<VarDecl>(named->getDecl()) : nullptr;
  return variable && variable->getInit() && depth < maxDepth &&
         (keepsItsInitializer(variable) || isOnlyCalled(variable)) &&
         addHeld(variable->getInit(), functions, depth + 1);
}

/// addHeld() adds the functions in the initializer of a container.
bool IndirectTargets::addHeld(const Expr *value, Functions &functions,
                              unsigned depth) {
  value = origin(value);
  if (isPlainValue(value->getType()) ||
      llvm::isa<StringLiteral, CXXDefaultArgExpr>(value))
    return true;
  if (const CXXRecordDecl *record = value->getType()->getAsCXXRecordDecl();
      record && !isStandard(record) && !record->isLambda())
    return false; // An object that may have a state of its own.
  const auto addAll = [&](auto values) {
    return llvm::all_of(values, [&](const Expr *one) {
      return addHeld(one, functions, depth);
    });
  };
  if (const auto *list = llvm::dyn_cast<CXXStdInitializerListExpr>(value))
    return addHeld(list->getSubExpr(), functions, depth);
  if (const auto *list = llvm::dyn_cast<InitListExpr>(value))
    return addAll(list->inits());
  const auto *made = llvm::dyn_cast<CXXConstructExpr>(value);
  return made && isStandard(made->getConstructor()) &&
                 !isStoredCallable(made->getType())
             ? addAll(made->arguments())
             : addSources(value, functions, depth);
}

/// addField() adds what the field of an object holds that nobody changes, or of
/// the elements of such an array.
bool IndirectTargets::addField(const MemberExpr *member, Functions &functions,
                               unsigned depth) {
  const auto *field = llvm::dyn_cast<FieldDecl>(member->getMemberDecl());
  const Expr *base = member->getBase()->IgnoreParenImpCasts();
  if (const auto *element = llvm::dyn_cast<ArraySubscriptExpr>(base))
    base = element->getBase()->IgnoreParenImpCasts();
  const auto *named = llvm::dyn_cast<DeclRefExpr>(base);
  const auto *variable =
      named ? llvm::dyn_cast<VarDecl>(named->getDecl()) : nullptr;
  const bool keepsIt = field && variable && !member->isArrow() &&
                       !field->isMutable() && depth < maxDepth &&
                       keepsItsInitializer(variable);
  return (keepsIt &&
          addFieldOf(variable->getInit(), field, functions, depth + 1)) ||
         (field && depth < maxDepth && addValuesOf(field, functions, depth));
}

/// addValuesOf() adds all that the field may hold in any object of its class.
bool IndirectTargets::addValuesOf(const FieldDecl *field, Functions &functions,
                                  unsigned depth) {
  const auto [known, isNew] = values_.try_emplace(field);
  if (isNew)
    known->second = valuesOf(field);
  const auto values = known->second;
  return values && llvm::all_of(*values, [&](const Expr *value) {
           return addSources(value, functions, depth + 1);
         });
}

bool IndirectTargets::addFieldOf(const Expr *value, const FieldDecl *field,
                                 Functions &functions, unsigned depth) {
  const auto *list = llvm::dyn_cast<InitListExpr>(value->IgnoreImplicit());
  if (!list)
    return false;
  if (list->getType()->isArrayType())
    return !list->getArrayFiller() &&
           llvm::all_of(list->inits(), [&](const Expr *one) {
             return addFieldOf(one, field, functions, depth);
           });
  const auto *record = list->getType()->getAsCXXRecordDecl();
  const unsigned index = field->getFieldIndex();
  return record && record->getNumBases() == 0 && !record->isUnion() &&
         record->getCanonicalDecl() == field->getParent()->getCanonicalDecl() &&
         index < list->getNumInits() &&
         addSources(list->getInit(index), functions, depth);
}

bool isStoredCallable(QualType type) {
  type = type.getNonReferenceType();
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  return type->isFunctionPointerType() || type->isMemberFunctionPointerType() ||
         (record && isStandard(record) &&
          record->getDeclName().isIdentifier() &&
          record->getName() == "function");
}

} // namespace paraloop
