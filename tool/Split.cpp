// Split.cpp: one walk down the expression. A subexpression that names nothing
// changed is an operand or stays as it is; one that does must be of a form that
// the parent can execute in the same way.

#include "Split.h"

#include "StandardLibrary.h"
#include "Travel.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

/// Found is an operand in the syntax tree.
struct Found {
  const Expr *expr;
  TextRange range;
  Operand operand;
  bool moved; ///< The statement takes it as a temporary.
};

const Expr *written(const Expr *expr) {
  return expr->IgnoreUnlessSpelledInSource();
}

bool isPlainLocal(const Expr *expr, const Scope &scope) {
  const auto *named = llvm::dyn_cast<DeclRefExpr>(expr->IgnoreParenImpCasts());
  return named && scope.declares(named->getDecl());
}

/// anyBelow() returns true if `test` holds for `statement` or for something in
/// it.
bool anyBelow(const Stmt *statement,
              llvm::function_ref<bool(const Stmt *)> test) {
  if (!statement)
    return false;
  if (test(statement))
    return true;
  return llvm::any_of(statement->children(),
                      [&](const Stmt *child) { return anyBelow(child, test); });
}

/// Place is where a subexpression stands in its statement.
struct Place {
  bool conditional =
      false; ///< Evaluated or not, depending on a variable that changes.
  bool addsFloating =
      false; ///< A term of a floating-point sum with such a variable.
  const Expr *parent =
      nullptr; ///< The next expression around it that isn't implicit.

  Place inside(const Expr *expr) const { return {conditional, false, expr}; }
};

class Splitter {
public:
  explicit Splitter(const SplitContext &loop) : loop_(loop) {}

  std::variant<SplitStatement, Refusal> run(const Expr *statement) {
    const std::optional<TextRange> range =
        textRange(statement->getSourceRange(), loop_.context);
    if (!range || !statement->getBeginLoc().isFileID())
      return Refusal{RefusalId::UpdateInMacro, statement->getExprLoc(), {}};
    if (llvm::StringRef(paraloop::text(*range, loop_.context)).contains("..."))
      return Refusal{RefusalId::ReplayForm, // The places in a pack are those of
                                            // its pattern.
                     statement->getExprLoc(),
                     {paraloop::text(*range, loop_.context)}};
    result_.range = *range;
    result_.update.line = lineOf(statement->getBeginLoc(), loop_.context);
    if (!walk(statement, {}))
      return *refusal_;
    if (unordered_ && unorderedEffects_ != operandsWithEffects())
      return Refusal{RefusalId::OperandOrder, statement->getExprLoc(), {}};
    result_.update.statement = replayedText();
    keepDistinctOperands();
    // The order of a call's arguments is kept by being a call's arguments.
    result_.update.inOrder = operandsWithEffects() > 1 && !unordered_;
    for (const Found &found : operands_) {
      result_.update.operands.push_back(found.operand);
      result_.operands.push_back(found.expr);
    }
    return result_;
  }

private:
  bool refuse(RefusalId id, const Expr *where,
              std::vector<std::string> subjects = {}) {
    refusal_ = Refusal{id, where->getExprLoc(), std::move(subjects)};
    return false;
  }

  bool namesChanged(const Stmt *statement) const {
    return anyBelow(statement, [&](const Stmt *one) {
      const auto *expr = llvm::dyn_cast<Expr>(one);
      return expr && loop_.namesChanged(expr);
    });
  }

  bool walk(const Expr *expr, Place place) {
    if (!namesChanged(expr))
      return walkUnchanged(expr, place);
    if (loop_.namesChanged(expr) &&
        llvm::isa<DeclRefExpr, MemberExpr, CXXThisExpr>(expr))
      return true;
    if (llvm::isa<ImplicitCastExpr, ExprWithCleanups, MaterializeTemporaryExpr,
                  CXXBindTemporaryExpr, ParenExpr>(expr))
      return walkChildren(expr, place);
    if (const auto *construction = llvm::dyn_cast<CXXConstructExpr>(expr))
      return isStandard(construction->getConstructor()) ||
                     construction->getConstructor()->isImplicit()
                 ? walkChildren(expr, place.inside(expr))
                 : refuse(RefusalId::ReplayForm, expr, {text(expr)});
    if (const auto *binary = llvm::dyn_cast<BinaryOperator>(expr))
      return walkBinary(binary, place);
    if (const auto *conditional = llvm::dyn_cast<ConditionalOperator>(expr))
      return walkConditional(conditional, place);
    if (llvm::isa<UnaryOperator>(expr) &&
        llvm::cast<UnaryOperator>(expr)->getOpcode() == UO_AddrOf)
      return refuse(RefusalId::ReplayForm, expr, {text(expr)});
    if (const auto *cast = llvm::dyn_cast<ExplicitCastExpr>(expr);
        cast && isOfBody(cast->getTypeAsWritten()))
      return refuse(RefusalId::ReplayForm, expr, {text(expr)});
    if (llvm::isa<UnaryOperator, ArraySubscriptExpr, MemberExpr, InitListExpr,
                  ExplicitCastExpr>(expr))
      return walkChildren(expr, place.inside(expr));
    if (const auto *call = llvm::dyn_cast<CallExpr>(expr))
      return walkCall(call, place);
    return refuse(RefusalId::ReplayForm, expr, {text(expr)});
  }

  /// A type that the body declares has no name where the statement is replayed.
  bool isOfBody(QualType type) const {
    type = type.getNonReferenceType();
    if (const auto *alias = type->getAs<TypedefType>())
      return loop_.scope.declaresType(alias->getDecl());
    const TagDecl *tag = type->getAsTagDecl();
    return tag && loop_.scope.declaresType(tag);
  }

  bool walkChildren(const Expr *expr, Place place) {
    for (const Stmt *child : expr->children())
      if (const auto *below = llvm::dyn_cast_or_null<Expr>(child);
          below && !walk(below, place))
        return false;
    return true;
  }

  bool walkBinary(const BinaryOperator *binary, Place place) {
    const auto *compound = llvm::dyn_cast<CompoundAssignOperator>(binary);
    const QualType computed =
        compound ? compound->getComputationResultType() : binary->getType();
    const bool floating = computed->isRealFloatingType();
    if (floating && (binary->isAdditiveOp() || binary->isMultiplicativeOp() ||
                     binary->isCompoundAssignmentOp()))
      result_.foldsFloatingPoint = true;
    Place left = place.inside(binary), right = left;
    left.addsFloating = right.addsFloating =
        floating && addsUp(binary->getOpcode());
    if (binary->isLogicalOp())
      right.conditional = true;
    if (binary->isPtrMemOp())
      return refuse(RefusalId::ReplayForm, binary, {text(binary)});
    if (binary->isAssignmentOp()) // The right side is evaluated first.
      return walk(binary->getRHS(), right) && walk(binary->getLHS(), left);
    return walk(binary->getLHS(), left) && walk(binary->getRHS(), right);
  }

  static bool addsUp(BinaryOperatorKind op) {
    return op == BO_Add || op == BO_Sub || op == BO_AddAssign ||
           op == BO_SubAssign;
  }

  bool walkConditional(const ConditionalOperator *conditional, Place place) {
    Place branch = place.inside(conditional);
    branch.conditional = true;
    return walk(conditional->getCond(), place.inside(conditional)) &&
           walk(conditional->getTrueExpr(), branch) &&
           walk(conditional->getFalseExpr(), branch);
  }

  bool walkCall(const CallExpr *call, Place place) {
    const FunctionDecl *callee = call->getDirectCallee();
    const auto *method = llvm::dyn_cast_or_null<CXXMethodDecl>(callee);
    const auto *named =
        llvm::dyn_cast<MemberExpr>(call->getCallee()->IgnoreParenImpCasts());
    if (named &&
        named->hasExplicitTemplateArgs()) // The update is generic: it would
                                          // need the word `template`.
      return refuse(RefusalId::ReplayForm, call, {text(call)});
    const bool ofVariable = method && isParaloopVariable(method->getParent());
    const bool ofSystem = callee && isFromSystemHeader(callee) && !method &&
                          callee->getNumParams() > 0;
    if (!callee || !(isStandard(callee) || ofVariable || ofSystem ||
                     isMemberwiseAssignment(callee) || isReplayable(callee)))
      return refuse(RefusalId::ReplayForm, call, {text(call)});
    result_.mayThrow |= mayThrow(callee);
    const std::size_t before = operands_.size();
    if (!walkParts(call, place))
      return false;
    if (operands_.size() != before && storesReferences(call))
      return refuse(
          RefusalId::OperandType, operands_.back().expr,
          {text(operands_.back().expr), "what is stored only refers to it"});
    return true;
  }

  /// A container whose elements refer to other objects would refer to the
  /// operand, which is gone after the replay.
  static bool storesReferences(const CallExpr *call) {
    const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call);
    const auto *op = llvm::dyn_cast<CXXOperatorCallExpr>(call);
    const bool ofUser =
        call->getDirectCallee() && !isStandard(call->getDirectCallee());
    const Expr *container =
        member ? member->getImplicitObjectArgument()
        : op && (ofUser || op->getOperator() == OO_Subscript) ? op->getArg(0)
                                                              : nullptr;
    const QualType type = container ? container->getType() : QualType();
    if (type.isNull() || isParaloopVariable(type->getAsCXXRecordDecl()))
      return false; // A Variable stores values.
    return holdsReferences(type->isPointerType() ? type->getPointeeType()
                                                 : type);
  }

  /// A function of the user's, in sight, that changes its own object at most.
  bool isReplayable(const FunctionDecl *callee) {
    const QualType returned = callee->getReturnType();
    if (returned->isPointerType() || isPointerLike(returned))
      return false; // It might refer to an operand.
    const auto *method = llvm::dyn_cast<CXXMethodDecl>(callee);
    const Summary *summary =
        method && method->isVirtual() ? nullptr : loop_.summary(callee);
    if (!summary || !isContained(*summary))
      return false;
    result_.mayThrow |= summary->mayThrow;
    result_.foldsFloatingPoint = true; // It may add up floating-point numbers.
    return true;
  }

  bool walkParts(const CallExpr *call, Place place) {
    if (const auto *op = llvm::dyn_cast<CXXOperatorCallExpr>(call))
      return walkOperator(op, place);
    if (const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call);
        member &&
        !walk(member->getImplicitObjectArgument(), place.inside(call)))
      return false;
    return walkArguments(call, place);
  }

  bool walkOperator(const CXXOperatorCallExpr *op, Place place) {
    if ((op->isAssignmentOp() || op->getOperator() == OO_Plus) &&
        ofFloating(op))
      result_.foldsFloatingPoint = true;
    const bool rightFirst = op->isAssignmentOp() && op->getNumArgs() == 2;
    if (rightFirst)
      return walk(op->getArg(1), place.inside(op)) &&
             walk(op->getArg(0), place.inside(op));
    for (const Expr *argument :
         op->arguments()) // Left to right, as the built-in operators.
      if (!walk(argument, place.inside(op)))
        return false;
    return true;
  }

  /// The order in which the arguments of a call are evaluated is the compiler's
  /// choice.
  bool walkArguments(const CallExpr *call, Place place) {
    unsigned argumentsWithEffects = 0;
    for (const Expr *argument : call->arguments()) {
      const unsigned before = operandsWithEffects();
      if (!walk(argument, place.inside(call)))
        return false;
      argumentsWithEffects += operandsWithEffects() != before ? 1 : 0;
    }
    if (argumentsWithEffects > 1) {
      unordered_ = true;
      unorderedEffects_ = argumentsWithEffects;
    }
    return true;
  }

  /// An operator of std::complex, std::valarray or Variable on floating-point
  /// numbers.
  static bool ofFloating(const CXXOperatorCallExpr *call) {
    return llvm::any_of(call->arguments(), [](const Expr *argument) {
      const auto *special =
          llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(
              argument->getType()->getAsCXXRecordDecl());
      const bool hasNumbers =
          special && special->getTemplateArgs().size() > 0 &&
          special->getTemplateArgs()[0].getKind() == TemplateArgument::Type;
      return argument->getType()->isRealFloatingType() ||
             (hasNumbers &&
              special->getTemplateArgs()[0].getAsType()->isRealFloatingType());
    });
  }

  bool walkUnchanged(const Expr *expr, Place place) {
    if (llvm::isa<CXXDefaultArgExpr>(expr) || staysAsItIs(expr))
      return true;
    const Expr *core = written(expr);
    if (staysAsItIs(core))
      return true;
    if (refersElsewhere(expr->getType()) && !refersElsewhere(core->getType()) &&
        !isText(core->getType()))
      return refuse(RefusalId::OperandType, core,
                    {text(core), "what is stored only refers to it"});
    if (isBraced(core)) // A list in braces has no type of its own that an
                        // operand could have.
      return walkChildren(core, place.inside(core));
    // A product that is added to something that changes: keep the two in one
    // expression.
    if (const auto *product = llvm::dyn_cast<BinaryOperator>(core);
        product && place.addsFloating && product->getOpcode() == BO_Mul &&
        product->getType()->isRealFloatingType())
      return walk(product->getLHS(), place.inside(product)) &&
             walk(product->getRHS(), place.inside(product));
    return addOperand(written(expr), place);
  }

  /// Literals, names of functions and enumerators, and variables from outside
  /// that don't change, mean the same in the parent.
  bool staysAsItIs(const Expr *expr) const {
    if (llvm::isa<IntegerLiteral, FloatingLiteral, CharacterLiteral,
                  CXXBoolLiteralExpr, StringLiteral, CXXNullPtrLiteralExpr,
                  UnaryExprOrTypeTraitExpr, UserDefinedLiteral,
                  ImplicitValueInitExpr, CXXScalarValueInitExpr,
                  CXXDefaultInitExpr>(expr))
      return true;
    if (const auto *named = llvm::dyn_cast<DeclRefExpr>(expr))
      return !loop_.scope.contains(named->getDecl());
    if (llvm::isa<CXXThisExpr>(expr))
      return true;
    if (const auto *member = llvm::dyn_cast<MemberExpr>(expr))
      return llvm::isa<FieldDecl, VarDecl>(member->getMemberDecl()) &&
             staysAsItIs(member->getBase());
    if (const auto *cast = llvm::dyn_cast<ImplicitCastExpr>(expr))
      return staysAsItIs(cast->getSubExpr());
    if (const auto *paren = llvm::dyn_cast<ParenExpr>(expr))
      return staysAsItIs(paren->getSubExpr());
    if (const auto *unary = llvm::dyn_cast<UnaryOperator>(expr))
      return (unary->getOpcode() == UO_Minus ||
              unary->getOpcode() == UO_Plus) &&
             staysAsItIs(unary->getSubExpr());
    if (llvm::isa<CXXConstructExpr>(expr))
      return llvm::cast<CXXConstructExpr>(expr)->getNumArgs() == 0 &&
             !isPlainLocal(expr, loop_.scope);
    return false;
  }

  bool isBraced(const Expr *expr) const {
    if (!llvm::isa<InitListExpr, CXXConstructExpr, CXXStdInitializerListExpr>(
            expr))
      return false;
    return llvm::StringRef(text(expr)).starts_with("{");
  }

  bool addOperand(const Expr *expr, Place place) {
    const Expr *core = expr->IgnoreParens();
    if (anyBelow(core, [](const Stmt *part) {
          const auto *call = llvm::dyn_cast<CallExpr>(part);
          return call && call->getDirectCallee() &&
                 makesDescriptor(call->getDirectCallee());
        }))
      return refuse(RefusalId::OperandType, core,
                    {text(core), "it is a descriptor of the worker's own"});
    if (place.conditional && !isPlainLocal(core, loop_.scope))
      return refuse(RefusalId::ConditionalOperand, core, {text(core)});
    if (isText(core->getType()))
      return contentIsCopied(place.parent, core)
                 ? addFound(core)
                 : refuse(
                       RefusalId::OperandType, core,
                       {text(core),
                        "it only refers to its text; write std::string(...)"});
    const std::optional<std::string> obstacle =
        obstacleToTravel(core->getType());
    if (!obstacle)
      return addFound(core);
    // `v.insert(v.end(), part.begin(), part.end())`: the container travels, the
    // call stays.
    const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(core);
    if (member && isStandard(member->getMethodDecl()) &&
        refersElsewhere(core->getType()) && member->getNumArgs() == 0 &&
        !place.conditional)
      return addOperand(written(member->getImplicitObjectArgument()),
                        place.inside(core));
    return refuse(RefusalId::OperandType, core, {text(core), *obstacle});
  }

  static bool refersElsewhere(QualType type) {
    return type->isPointerType() || isPointerLike(type);
  }

  /// Text travels by its content, so it may only go where the content is copied
  /// at once.
  static bool contentIsCopied(const Expr *parent, const Expr *operand) {
    const auto isString = [](const CXXRecordDecl *record) {
      return record && isStandard(record) &&
             record->getName() == "basic_string";
    };
    if (const auto *construction =
            llvm::dyn_cast_or_null<CXXConstructExpr>(parent))
      return isString(construction->getConstructor()->getParent());
    const auto *call = llvm::dyn_cast_or_null<CallExpr>(parent);
    if (!call)
      return false;
    // A map or vector of strings converts its argument; that conversion is
    // implicit and was skipped.
    for (const Expr *argument : call->arguments())
      if (written(argument) == operand &&
          isString(argument->getType()->getAsCXXRecordDecl()))
        return true;
    if (const auto *op = llvm::dyn_cast<CXXOperatorCallExpr>(call))
      return isString(op->getArg(0)->getType()->getAsCXXRecordDecl()) ||
             op->getOperator() == OO_LessLess;
    const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call);
    return member && isString(member->getRecordDecl()) &&
           member->getNumArgs() == 1;
  }

  bool addFound(const Expr *expr) {
    const std::optional<TextRange> range =
        textRange(expr->getSourceRange(), loop_.context);
    const bool insideMacroArgument =
        expr->getBeginLoc().isMacroID() &&
        loop_.context.getSourceManager().isMacroArgExpansion(
            expr->getBeginLoc());
    if (!range || !result_.range.contains(*range) ||
        (insideMacroArgument && !isPlainLocal(expr, loop_.scope)))
      return refuse(RefusalId::UpdateInMacro, expr);
    for (const Found &known : operands_)
      if (known.range.offset == range->offset)
        return true; // A macro that uses its argument twice.
    Found found{expr,
                *range,
                {"", paraloop::text(*range, loop_.context), false, {}},
                false};
    found.operand.isConst =
        expr->isLValue() && expr->getType().isConstQualified();
    if (const auto *named = llvm::dyn_cast<DeclRefExpr>(expr);
        named && !expr->getType().isVolatileQualified()) {
      found.operand.parameter = named->getDecl()->getNameAsString();
    } else {
      found.operand.parameter =
          "paraloop_operand_" + std::to_string(++numbered_);
      if (expr->refersToBitField() || (expr->getType().isVolatileQualified() &&
                                       !expr->getType()->isRecordType()))
        // Not the bit-field or the volatile object travels, but its value.
        found.operand.text = "+(" + found.operand.text + ")";
      found.moved = (expr->getType()->isRecordType() || loop_.inTemplate) &&
                    !expr->isLValue();
    }
    operands_.push_back(std::move(found));
    return true;
  }

  bool hasEffects(const Found &found) const {
    return found.expr->HasSideEffects(loop_.context);
  }

  unsigned operandsWithEffects() const {
    return llvm::count_if(
        operands_, [&](const Found &found) { return hasEffects(found); });
  }

  std::string text(const Expr *expr) const {
    const std::optional<TextRange> range =
        textRange(expr->getSourceRange(), loop_.context);
    return range ? paraloop::text(*range, loop_.context)
                 : std::string("this expression");
  }

  std::string replayedText() const {
    std::vector<const Found *> ordered;
    for (const Found &found : operands_)
      ordered.push_back(&found);
    llvm::sort(ordered, [](const Found *a, const Found *b) {
      return a->range.offset < b->range.offset;
    });
    std::string whole = paraloop::text(result_.range, loop_.context);
    std::string made;
    unsigned done = 0;
    for (const Found *found : ordered) {
      const unsigned begin = found->range.offset - result_.range.offset;
      made += whole.substr(done, begin - done);
      made += found->moved ? "std::move(" + found->operand.parameter + ")"
                           : found->operand.parameter;
      done = begin + found->range.length;
    }
    return made + whole.substr(done);
  }

  void keepDistinctOperands() {
    std::vector<Found> kept;
    for (const Found &found : operands_)
      if (llvm::none_of(kept, [&](const Found &known) {
            return known.operand.parameter == found.operand.parameter;
          }))
        kept.push_back(found);
    operands_ = std::move(kept);
  }

  const SplitContext &loop_;
  SplitStatement result_;
  std::vector<Found> operands_;
  unsigned numbered_ = 0;
  bool unordered_ =
      false; ///< Several operands with effects are arguments of one call,
  unsigned unorderedEffects_ = 0; ///< so many of them.
  std::optional<Refusal> refusal_;
};

} // namespace

std::variant<SplitStatement, Refusal>
splitStatement(const Expr *statement, const SplitContext &context) {
  return Splitter(context).run(statement);
}

} // namespace paraloop
