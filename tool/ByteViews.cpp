// ByteViews.cpp: each pointer to bytes that the code mentions -> where its
// value goes -> closed over variables that are made from one another.

#include "ByteViews.h"

#include "PointerCasts.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"
#include "TypeContainment.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringSet.h"

#include <vector>

using namespace clang;

namespace paraloop {
namespace {

bool isBytePointer(QualType type) {
  type = type.getNonReferenceType();
  return type->isPointerType() && isBytes(bareType(type->getPointeeType()));
}

/// isByteObject() returns true for a byte, and for an array of bytes.
bool isByteObject(QualType type) {
  type = bareType(type);
  return isBytes(type->isArrayType()
                     ? bareType(QualType(type->getBaseElementTypeUnsafe(), 0))
                     : type);
}

/// isViewCast() returns true for the casts that make bytes of something else.
bool isViewCast(const CastExpr *cast) {
  const QualType made = cast->getSubExpr()->getType();
  if (cast->getCastKind() == CK_LValueBitCast)
    return isByteObject(cast->getType()) && !isByteObject(made);
  return isBytePointer(cast->getType()) &&
         (cast->getCastKind() == CK_IntegralToPointer ||
          (cast->getCastKind() == CK_BitCast && !isBytePointer(made)));
}

const ValueDecl *declarationOf(const Expr *expr) {
  const ValueDecl *named = nullptr;
  if (const auto *variable = llvm::dyn_cast<DeclRefExpr>(expr))
    named = variable->getDecl();
  else if (const auto *member = llvm::dyn_cast<MemberExpr>(expr))
    named = member->getMemberDecl();
  return named ? llvm::cast<ValueDecl>(named->getCanonicalDecl()) : nullptr;
}

/// forEachSource() calls `add` with each expression whose value a pointer may
/// be made from, past casts, steps and choices.
void forEachSource(const Expr *expr,
                   llvm::function_ref<void(const Expr *)> add) {
  expr = expr->IgnoreParens();
  const auto *read = llvm::dyn_cast<CastExpr>(expr);
  if (read && read->getCastKind() == CK_LValueToRValue &&
      !read->getType()->isPointerType())
    return; // What a pointer leads to.
  if (const auto *choice = llvm::dyn_cast<AbstractConditionalOperator>(expr)) {
    forEachSource(choice->getTrueExpr(), add);
    forEachSource(choice->getFalseExpr(), add);
  } else if (const auto *cast = llvm::dyn_cast<CastExpr>(expr);
             cast && !isViewCast(cast)) {
    forEachSource(cast->getSubExpr(), add);
  } else if (const auto *full = llvm::dyn_cast<FullExpr>(expr)) {
    forEachSource(full->getSubExpr(), add);
  } else if (const auto *made =
                 llvm::dyn_cast<MaterializeTemporaryExpr>(expr)) {
    forEachSource(made->getSubExpr(), add);
  } else if (const auto *one = llvm::dyn_cast<UnaryOperator>(expr);
             one &&
             (one->isIncrementDecrementOp() || one->getOpcode() == UO_AddrOf ||
              one->getOpcode() == UO_Deref)) {
    forEachSource(one->getSubExpr(), add);
  } else if (const auto *element = llvm::dyn_cast<ArraySubscriptExpr>(expr)) {
    forEachSource(element->getBase(), add);
  } else if (const auto *two = llvm::dyn_cast<BinaryOperator>(expr);
             two && (two->isAdditiveOp() || two->isAssignmentOp())) {
    forEachSource(two->getLHS(), add);
    if (two->isAdditiveOp())
      forEachSource(two->getRHS(), add);
  } else {
    add(expr);
  }
}

/// returnsArgument() returns true for a function of a library whose result may
/// lead to what it was handed.
bool returnsArgument(const FunctionDecl *callee) {
  static const llvm::StringSet<> copying = {"memcpy", "memmove", "memset",
                                            "copy",   "copy_n",  "fill_n"};
  const QualType result = callee->getReturnType().getNonReferenceType();
  return (result->isPointerType() || isPointerLike(result)) &&
         !(callee->getIdentifier() && copying.contains(callee->getName()));
}

/// copiesPointerToBytes() returns true for `memcpy(&bytes, &pointer, ...)`.
bool copiesPointerToBytes(const CallExpr *call) {
  const FunctionDecl *callee = call->getDirectCallee();
  if (!callee || !isFromSystemHeader(callee) || call->getNumArgs() != 3 ||
      (nameOf(callee) != "memcpy" && nameOf(callee) != "memmove"))
    return false;
  const auto isOfBytePointer = [&](unsigned index) {
    const QualType type = call->getArg(index)->IgnoreParenCasts()->getType();
    return (type->isPointerType() || type->isArrayType()) &&
           isBytePointer(QualType(type->getPointeeOrArrayElementType(), 0));
  };
  return isOfBytePointer(0) && !isOfBytePointer(1);
}

/// Flow collects where pointers to bytes go.
class Flow : public RecursiveASTVisitor<Flow> {
  using Base = RecursiveASTVisitor<Flow>;

public:
  explicit Flow(const SourceManager &sources) : sources_(sources) {}

  bool shouldVisitTemplateInstantiations() const { return true; }

  bool TraverseDecl(Decl *decl) {
    if (!decl || sources_.isInSystemHeader(decl->getLocation()))
      return true;
    const auto *context = llvm::dyn_cast<DeclContext>(decl);
    return (context && context->isDependentContext()) ||
           Base::TraverseDecl(decl);
  }

  bool TraverseConstructorInitializer(CXXCtorInitializer *initializer) {
    if (const FieldDecl *field = initializer->getAnyMember())
      goesTo(initializer->getInit(), field);
    return Base::TraverseConstructorInitializer(initializer);
  }

  bool VisitVarDecl(VarDecl *variable) {
    if (variable->getInit())
      goesTo(variable->getInit(), variable);
    return true;
  }

  bool VisitFieldDecl(FieldDecl *field) {
    if (field->getParent()->isUnion() && isBytePointer(field->getType()))
      holds(field); // Of what another member has.
    if (field->getInClassInitializer())
      goesTo(field->getInClassInitializer(), field);
    return true;
  }

  bool VisitInitListExpr(InitListExpr *list) {
    const InitListExpr *meaning =
        list->isSemanticForm() ? list : list->getSemanticForm();
    const RecordDecl *record =
        meaning ? meaning->getType()->getAsRecordDecl() : nullptr;
    if (!record || record->isUnion())
      return true;
    const auto *derived = llvm::dyn_cast<CXXRecordDecl>(record);
    unsigned at = derived ? derived->getNumBases() : 0;
    for (const FieldDecl *field : record->fields())
      if (!field->isUnnamedBitField() && at < meaning->getNumInits())
        goesTo(meaning->getInit(at++), field);
    return true;
  }

  bool VisitBinaryOperator(BinaryOperator *two) {
    if (two->getOpcode() == BO_Assign)
      goesTo(two->getRHS(), declarationOf(two->getLHS()->IgnoreParens()));
    if (two->isAssignmentOp())
      staysHere(two->getLHS());
    if (two->isComparisonOp() || two->getOpcode() == BO_Sub) {
      staysHere(two->getLHS());
      staysHere(two->getRHS());
    }
    return true;
  }

  bool VisitUnaryOperator(UnaryOperator *one) {
    if (one->getOpcode() == UO_AddrOf)
      goesTo(one->getSubExpr(), nullptr); // Unless it was told before.
    if (one->isIncrementDecrementOp() || one->getOpcode() == UO_Deref)
      staysHere(one->getSubExpr());
    return true;
  }

  bool VisitArraySubscriptExpr(ArraySubscriptExpr *element) {
    staysHere(element->getBase());
    return true;
  }

  bool VisitLambdaExpr(LambdaExpr *lambda) {
    for (const Expr *init : lambda->capture_inits())
      if (init)
        staysHere(init);
    if (FunctionTemplateDecl *pattern =
            lambda->getLambdaClass()->getDependentLambdaCallOperator())
      for (FunctionDecl *made : pattern->specializations())
        TraverseDecl(made);
    return true;
  }

  bool VisitCallExpr(CallExpr *call) {
    const FunctionDecl *callee = call->getDirectCallee();
    if (callee && isStandard(callee) && nameOf(callee) == "bit_cast" &&
        isBytePointer(call->getType()))
      addSource(call, nullptr);
    if (copiesPointerToBytes(call))
      forEachSource(call->getArg(0),
                    [&](const Expr *copy) { holds(declarationOf(copy)); });
    const auto *method = llvm::dyn_cast_or_null<CXXMethodDecl>(callee);
    const bool isOperator =
        llvm::isa<CXXOperatorCallExpr>(call) && method && method->isInstance();
    if (callee)
      addArguments(
          {call->getArgs() + isOperator, call->getNumArgs() - isOperator},
          callee, !method || !method->isVirtual(), returnsArgument(callee));
    return true;
  }

  bool VisitCXXConstructExpr(CXXConstructExpr *made) {
    addArguments({made->getArgs(), made->getNumArgs()}, made->getConstructor(),
                 true,
                 nameOf(made->getConstructor()->getParent()) != "basic_string");
    return true;
  }

  bool VisitCastExpr(CastExpr *cast) {
    if (cast->getCastKind() == CK_LValueToRValue &&
        isByteObject(cast->getType()))
      staysHere(cast->getSubExpr());
    if (isViewCast(cast))
      addSource(cast, nullptr);
    else if (!isBytePointer(cast->getType()) &&
             cast->getCastKind() != CK_LValueToRValue)
      staysHere(cast->getSubExpr()); // What it is cast to is seen by its type.
    return true;
  }

  bool VisitDeclRefExpr(DeclRefExpr *named) { return addNamed(named); }
  bool VisitMemberExpr(MemberExpr *named) { return addNamed(named); }

  /// Place is where a value goes; unknown if it can't be followed.
  struct Place {
    const ValueDecl *holder = nullptr;
    bool isHere = false; ///< It isn't kept.
  };
  struct Step {
    const ValueDecl *from; ///< Null for a cast.
    Place to;
  };
  const std::vector<Step> &steps() const { return steps_; }

private:
  /// holds() is for what a cast's result goes to; null: anywhere.
  void holds(const ValueDecl *holder) {
    steps_.push_back({nullptr, {holder, false}});
  }

  void goesTo(const Expr *value, const ValueDecl *holder) {
    if (holder)
      holder = llvm::cast<ValueDecl>(holder->getCanonicalDecl());
    forEachSource(value, [&](const Expr *source) {
      places_.try_emplace(source, Place{holder, false});
    });
  }

  void staysHere(const Expr *value) {
    forEachSource(value, [&](const Expr *source) {
      places_.try_emplace(source, Place{nullptr, true});
    });
  }

  /// A function of a library keeps nothing that it takes by value, unless it
  /// makes an object of it.
  void addArguments(llvm::ArrayRef<const Expr *> arguments,
                    const FunctionDecl *callee, bool isKnown,
                    bool returnsArgument) {
    const bool isOfLibrary = sources_.isInSystemHeader(callee->getLocation());
    if (const FunctionDecl *definition = callee->getDefinition())
      callee = definition;
    for (std::size_t at = 0; at < arguments.size(); ++at) {
      const ParmVarDecl *parameter =
          at < callee->getNumParams() ? callee->getParamDecl(at) : nullptr;
      const bool byValue =
          !parameter || !parameter->getType()->isReferenceType();
      if (!isOfLibrary)
        goesTo(arguments[at], isKnown ? parameter : nullptr);
      else if (byValue && !returnsArgument)
        staysHere(arguments[at]);
    }
  }

  bool addNamed(const Expr *expr) {
    const ValueDecl *named = declarationOf(expr);
    if (named && (isBytePointer(named->getType()) ||
                  (named->getType()->isReferenceType() &&
                   isByteObject(named->getType()))))
      addSource(expr, named);
    return true;
  }

  void addSource(const Expr *expr, const ValueDecl *from) {
    const Place to = places_.lookup(expr);
    if (to.isHere)
      return;
    steps_.push_back({from, to});
    if (from && to.holder && to.holder->getType()->isReferenceType())
      steps_.push_back({to.holder, {from, false}});
  }

  const SourceManager &sources_;
  llvm::DenseMap<const Expr *, Place> places_;
  std::vector<Step> steps_;
};

} // namespace

ByteViews::ByteViews(ASTContext &context) {
  Flow flow(context.getSourceManager());
  flow.TraverseDecl(context.getTranslationUnitDecl());
  for (bool isNew = true; isNew && !anywhere_;) {
    isNew = false;
    for (const Flow::Step &step : flow.steps()) {
      if (step.from && !holders_.contains(step.from))
        continue;
      anywhere_ |= !step.to.holder;
      isNew |= step.to.holder && holders_.insert(step.to.holder).second;
    }
  }
}

bool ByteViews::isReferenceToBytes(const ValueDecl *name) {
  return name && name->getType()->isReferenceType() &&
         isByteObject(name->getType());
}

bool ByteViews::mayShow(const ValueDecl *pointer) const {
  return anywhere_ ||
         holders_.contains(llvm::cast<ValueDecl>(pointer->getCanonicalDecl()));
}

} // namespace paraloop
