// IndirectTargets.cpp: back from a variable that never changes to its
// initialiser; for all others one look at the whole translation unit.

#include "IndirectTargets.h"

#include "StandardLibrary.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Analysis/Analyses/ExprMutationAnalyzer.h"

#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetVector.h"

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

  llvm::SetVector<const FunctionDecl *> found;
  bool binds = false; ///< std::bind() and the like are called.

private:
  void addCallOperators(const CXXRecordDecl *record) {
    for (const FunctionDecl *one : callOperatorsOf(record))
      found.insert(one->getCanonicalDecl());
  }

  llvm::DenseSet<const Expr *> callees_;
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
    candidates_.assign(finder.found.begin(), finder.found.end());
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

bool isStoredCallable(QualType type) {
  type = type.getNonReferenceType();
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  return type->isFunctionPointerType() || type->isMemberFunctionPointerType() ||
         (record && isStandard(record) &&
          record->getDeclName().isIdentifier() &&
          record->getName() == "function");
}

} // namespace paraloop
