// Split.cpp: one statement after the other. What a statement evaluates in any
// case, once and first, is cut; the rest of it is left to the parent.
//
// Three attempts, from much work for the workers to little: strict, where every
// form is known; relaxed, where a form that isn't known is left to the parent
// with the variables of the body that it names; whole, where all is left to it.

#include "Split.h"

#include "Forms.h"
#include "Scope.h"
#include "StandardLibrary.h"
#include "Travel.h"
#include "UpdateBuilder.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

/// OperandPlace is where a subexpression stands in its statement.
struct OperandPlace {
  bool conditional =
      false; ///< Evaluated or not, depending on a variable that changes.
  bool addsFloating =
      false; ///< A term of a floating-point sum with such a variable.
  const Expr *parent =
      nullptr; ///< The next expression around it that isn't implicit.
  bool asTemporary = false; ///< A parameter T && takes it.

  OperandPlace inside(const Expr *expr) const {
    return {conditional, false, expr, false};
  }
};

/// opensDescriptor() returns true where a file is opened: the number that
/// stands for it means nothing in another process.
bool opensDescriptor(const Expr *expr) {
  return anyBelow(expr, [](const Stmt *part) {
    const auto *call = llvm::dyn_cast<CallExpr>(part);
    return call && call->getDirectCallee() &&
           makesDescriptor(call->getDirectCallee());
  });
}

/// containerOf() returns the container of `part.begin()`, or null.
const Expr *containerOf(const Expr *iterator) {
  const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(iterator);
  return member && isStandard(member->getMethodDecl()) &&
                 refersElsewhere(iterator->getType()) &&
                 member->getNumArgs() == 0
             ? written(member->getImplicitObjectArgument())
             : nullptr;
}

class OperandSelector {
public:
  explicit OperandSelector(UpdateBuilder &update)
      : update_(update), loop_(update.loop()) {}

  bool select(const Expr *expr, const OperandPlace &place) {
    if (llvm::isa<CXXDefaultArgExpr>(expr) || staysAsItIs(expr))
      return true;
    const Expr *core = written(expr);
    if (staysAsItIs(core))
      return true;
    if (refersElsewhere(expr->getType()) && !refersElsewhere(core->getType()) &&
        !isText(core->getType()))
      return update_.refuseValue(core, "what is stored only refers to it");
    if (isBraced(core)) // A list in braces has no type of its own that an
                        // operand could have.
      return selectElements(core, place.inside(core));
    // A product that is added to something that changes: keep the two in one
    // expression.
    if (const auto *product = llvm::dyn_cast<BinaryOperator>(core);
        product && place.addsFloating && product->getOpcode() == BO_Mul &&
        product->getType()->isRealFloatingType())
      return select(product->getLHS(), place.inside(product)) &&
             select(product->getRHS(), place.inside(product));
    return addOperand(core, place);
  }

private:
  bool selectElements(const Expr *list, const OperandPlace &place) {
    return llvm::all_of(list->children(), [&](const Stmt *child) {
      const auto *element = llvm::dyn_cast_or_null<Expr>(child);
      return !element || select(element, place);
    });
  }

  /// Literals, names of functions and enumerators, and variables from outside
  /// that don't change, mean the same in the parent.
  bool staysAsItIs(const Expr *expr) const {
    if (loop_.namesOwned(expr) ||
        (llvm::isa<UnaryExprOrTypeTraitExpr>(expr) && namesLocal(expr)))
      return false;
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

  bool namesLocal(const Expr *expr) const {
    return anyBelow(expr, [&](const Stmt *part) {
      const auto *named = llvm::dyn_cast<DeclRefExpr>(part);
      return named && loop_.scope.declares(named->getDecl());
    });
  }

  bool isBraced(const Expr *expr) const {
    if (!llvm::isa<InitListExpr, CXXConstructExpr, CXXStdInitializerListExpr>(
            expr))
      return false;
    return llvm::StringRef(update_.text(expr)).starts_with("{");
  }

  bool addOperand(const Expr *expr, const OperandPlace &place) {
    const Expr *core = expr->IgnoreParens();
    if (core->getType()->isVoidType())
      return update_.leaveOrRefuse(core);
    if (opensDescriptor(core))
      return update_.refuseValue(core,
                                 "it is a descriptor of the worker's own");
    if (place.conditional && !isPartOfLocal(core, loop_.scope))
      return update_.leaveOrRefuse(core, RefusalId::ConditionalOperand);
    if (loop_.pointsOutside(core) && obstacleToTravel(core->getType()))
      return update_.addValue(core);
    if (isText(core->getType()))
      return addText(core, place);
    const std::optional<std::string> obstacle =
        obstacleToOperand(core, loop_.scope);
    if (!obstacle)
      return update_.addValue(core, place.asTemporary);
    // `v.insert(v.end(), part.begin(), part.end())`: the container travels, the
    // call stays.
    if (const Expr *container = containerOf(core);
        container && !place.conditional)
      return addOperand(container, place.inside(core));
    return update_.refuseValue(core, *obstacle);
  }

  bool addText(const Expr *text, const OperandPlace &place) {
    return contentIsCopied(place.parent, text)
               ? update_.addValue(text)
               : update_.refuseValue(
                     text,
                     "it only refers to its text; write std::string(...)");
  }

  UpdateBuilder &update_;
  const SplitContext &loop_;
};

bool selectOperands(const Expr *expr, const OperandPlace &place,
                    UpdateBuilder &update) {
  return OperandSelector(update).select(expr, place);
}

bool namesChanged(const Stmt *statement, const SplitContext &loop) {
  return anyBelow(statement, [&](const Stmt *one) {
    const auto *expr = llvm::dyn_cast<Expr>(one);
    return expr && loop.namesChanged(expr);
  });
}

bool addsUp(BinaryOperatorKind op) {
  return op == BO_Add || op == BO_Sub || op == BO_AddAssign ||
         op == BO_SubAssign;
}

bool takesTemporary(const FunctionDecl *callee, unsigned index) {
  return callee && index < callee->getNumParams() &&
         callee->getParamDecl(index)->getType()->isRValueReferenceType();
}

/// needsTemplateWord() returns true for `x.f<T>()`: the update is generic, and
/// would need the word `template`.
bool needsTemplateWord(const CallExpr *call) {
  const auto *named =
      llvm::dyn_cast<MemberExpr>(call->getCallee()->IgnoreParenImpCasts());
  return named && named->hasExplicitTemplateArgs();
}

/// hasKnownContract() returns true for a function that nobody has to look into.
bool hasKnownContract(const FunctionDecl *callee) {
  const auto *method = llvm::dyn_cast<CXXMethodDecl>(callee);
  const bool ofVariable = method && isParaloopVariable(method->getParent());
  const bool ofSystem =
      isFromSystemHeader(callee) && !method && callee->getNumParams() > 0;
  return isStandard(callee) || ofVariable || ofSystem ||
         isMemberwiseAssignment(callee);
}

class ExpressionSplitter {
public:
  explicit ExpressionSplitter(UpdateBuilder &update)
      : update_(update), loop_(update.loop()) {}

  bool walk(const Expr *expr, const OperandPlace &place) {
    if (!namesChanged(expr, loop_))
      return selectOperands(expr, place, update_);
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
                 : update_.leaveOrRefuse(expr);
    if (const auto *binary = llvm::dyn_cast<BinaryOperator>(expr))
      return walkBinary(binary, place);
    if (const auto *conditional = llvm::dyn_cast<ConditionalOperator>(expr))
      return walkConditional(conditional, place);
    if (llvm::isa<UnaryOperator>(expr) &&
        llvm::cast<UnaryOperator>(expr)->getOpcode() == UO_AddrOf)
      return update_.leaveOrRefuse(expr);
    if (const auto *cast = llvm::dyn_cast<ExplicitCastExpr>(expr);
        cast && isOfBody(cast->getTypeAsWritten()))
      return update_.leaveOrRefuse(expr);
    if (llvm::isa<UnaryOperator, ArraySubscriptExpr, MemberExpr, InitListExpr,
                  ExplicitCastExpr>(expr))
      return walkChildren(expr, place.inside(expr));
    if (const auto *call = llvm::dyn_cast<CallExpr>(expr))
      return walkCall(call, place);
    return update_.leaveOrRefuse(expr);
  }

private:
  /// A type that the body declares has no name where the statement is replayed.
  bool isOfBody(QualType type) const {
    type = type.getNonReferenceType();
    if (const auto *alias = type->getAs<TypedefType>())
      return loop_.scope.declaresType(alias->getDecl());
    const TagDecl *tag = type->getAsTagDecl();
    return tag && loop_.scope.declaresType(tag);
  }

  bool walkChildren(const Expr *expr, const OperandPlace &place) {
    return llvm::all_of(expr->children(), [&](const Stmt *child) {
      const auto *below = llvm::dyn_cast_or_null<Expr>(child);
      return !below || walk(below, place);
    });
  }

  bool walkBinary(const BinaryOperator *binary, const OperandPlace &place) {
    const auto *compound = llvm::dyn_cast<CompoundAssignOperator>(binary);
    const QualType computed =
        compound ? compound->getComputationResultType() : binary->getType();
    const bool floating = computed->isRealFloatingType();
    if (floating && (binary->isAdditiveOp() || binary->isMultiplicativeOp() ||
                     binary->isCompoundAssignmentOp()))
      update_.noteFloatingPoint(true);
    OperandPlace left = place.inside(binary), right = left;
    left.addsFloating = right.addsFloating =
        floating && addsUp(binary->getOpcode());
    if (binary->isLogicalOp())
      right.conditional = true;
    if (binary->isPtrMemOp())
      return update_.leaveOrRefuse(binary);
    if (binary->isAssignmentOp()) // The right side is evaluated first.
      return walk(binary->getRHS(), right) && walk(binary->getLHS(), left);
    return walk(binary->getLHS(), left) && walk(binary->getRHS(), right);
  }

  bool walkConditional(const ConditionalOperator *conditional,
                       const OperandPlace &place) {
    OperandPlace branch = place.inside(conditional);
    branch.conditional = true;
    return walk(conditional->getCond(), place.inside(conditional)) &&
           walk(conditional->getTrueExpr(), branch) &&
           walk(conditional->getFalseExpr(), branch);
  }

  bool walkCall(const CallExpr *call, const OperandPlace &place) {
    const FunctionDecl *callee = call->getDirectCallee();
    if (!callee || needsTemplateWord(call))
      return update_.leaveOrRefuse(call);
    if (!hasKnownContract(callee) && !isReplayable(callee))
      return update_.isStrict() ? update_.leaveOrRefuse(call)
                                : walkUnknownCall(call, place);
    update_.noteThrow(mayThrow(callee) || runsUserCodeThatMayThrow(call));
    const std::size_t before = update_.size();
    if (!walkParts(call, place))
      return false;
    if (update_.size() != before && storesReferences(call))
      return update_.refuseValue(update_.lastOperand(),
                                 "what is stored only refers to it");
    return true;
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
    update_.noteThrow(summary->mayThrow);
    update_.noteEnd(summary->mayEnd);
    update_.noteFloatingPoint(true); // It may add up floating-point numbers.
    return true;
  }

  /// A function that isn't known may keep the address of what it is handed: so
  /// workers only make what is a temporary anyway.
  bool walkUnknownCall(const CallExpr *call, const OperandPlace &place) {
    const Summary *summary = loop_.summary(call->getDirectCallee());
    update_.noteThrow(true);
    update_.noteFloatingPoint(true);
    update_.noteUnseen(!summary || summary->callsUnseenUserCode);
    update_.noteEnd(!summary || summary->mayEnd);
    if (const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call);
        member && !update_.takeWhole(member->getImplicitObjectArgument()))
      return false;
    unsigned argumentsWithEffects = 0;
    for (const Expr *argument : call->arguments()) {
      const unsigned before = update_.withEffects();
      const bool isTemporary = written(argument)->isPRValue() &&
                               !refersElsewhere(argument->getType());
      if (isTemporary ? !walk(argument, place.inside(call))
                      : !update_.takeWhole(argument))
        return false;
      argumentsWithEffects += update_.withEffects() != before ? 1 : 0;
    }
    update_.noteArguments(argumentsWithEffects);
    return true;
  }

  bool walkParts(const CallExpr *call, const OperandPlace &place) {
    if (const auto *op = llvm::dyn_cast<CXXOperatorCallExpr>(call))
      return walkOperator(op, place);
    if (const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call);
        member &&
        !walk(member->getImplicitObjectArgument(), place.inside(call)))
      return false;
    return walkArguments(call, place);
  }

  bool walkOperator(const CXXOperatorCallExpr *op, const OperandPlace &place) {
    if ((op->isAssignmentOp() || op->getOperator() == OO_Plus) &&
        computesFloating(op))
      update_.noteFloatingPoint(true);
    const bool rightFirst = op->isAssignmentOp() && op->getNumArgs() == 2;
    if (rightFirst)
      return walk(op->getArg(1), place.inside(op)) &&
             walk(op->getArg(0), place.inside(op));
    // Left to right, as the built-in operators.
    return llvm::all_of(op->arguments(), [&](const Expr *argument) {
      return walk(argument, place.inside(op));
    });
  }

  /// The order in which the arguments of a call are evaluated is the compiler's
  /// choice.
  bool walkArguments(const CallExpr *call, const OperandPlace &place) {
    unsigned argumentsWithEffects = 0;
    for (unsigned index = 0; index < call->getNumArgs(); ++index) {
      const unsigned before = update_.withEffects();
      OperandPlace inside = place.inside(call);
      inside.asTemporary = takesTemporary(call->getDirectCallee(), index);
      if (!walk(call->getArg(index), inside))
        return false;
      argumentsWithEffects += update_.withEffects() != before ? 1 : 0;
    }
    update_.noteArguments(argumentsWithEffects);
    return true;
  }

  UpdateBuilder &update_;
  const SplitContext &loop_;
};

bool splitExpression(const Expr *expr, UpdateBuilder &update) {
  return ExpressionSplitter(update).walk(expr, {});
}

class RegionSplitter {
public:
  enum class Mode { Strict, Relaxed, Whole };

  RegionSplitter(const SplitContext &loop, Mode mode,
                 llvm::ArrayRef<const Stmt *> region)
      : loop_(loop), mode_(mode), region_(region),
        update_(loop, region, mode == Mode::Strict) {}

  std::variant<SplitStatement, Refusal> run() {
    if (!update_.addTexts() || !walkRegion())
      return update_.refusal();
    return update_.finish();
  }

private:
  bool walkRegion() {
    bool always = mode_ != Mode::Whole;
    for (const Stmt *statement : region_) {
      if (!(always ? walkStatement(statement) : update_.takeWhole(statement)))
        return false;
      if (replaceJumps(statement))
        always = false; // What follows is executed or not.
    }
    return true;
  }

  /// walkStatement() lets the workers evaluate what the statement evaluates in
  /// any case, once and first.
  bool walkStatement(const Stmt *statement) {
    if (const auto *expr = llvm::dyn_cast<Expr>(statement))
      return walkRoot(expr);
    if (const auto *declaration = llvm::dyn_cast<DeclStmt>(statement))
      return walkDeclarations(declaration);
    if (const auto *choice = llvm::dyn_cast<IfStmt>(statement);
        choice && !choice->isConsteval() && !choice->isConstexpr())
      return walkChoice(choice);
    return update_.takeWhole(statement);
  }

  bool walkRoot(const Expr *expr) {
    if (!namesChanged(expr, loop_)) // It only comes along with others.
      return update_.takeWhole(expr);
    if (hasPack(expr)) // The places in a pack are those of its pattern.
      return update_.leaveOrRefuse(expr);
    return splitExpression(expr, update_) && update_.keepsOrder(expr);
  }

  bool hasPack(const Expr *expr) const {
    return llvm::StringRef(update_.text(expr)).contains("...");
  }

  bool walkDeclarations(const DeclStmt *declaration) {
    for (const Decl *one : declaration->decls()) {
      const auto *variable = llvm::dyn_cast<VarDecl>(one);
      if (!variable)
        return update_.takeWhole(declaration);
      if (!update_.takeType(variable, declaration) || !walkInit(variable))
        return false;
    }
    return true;
  }

  bool walkInit(const VarDecl *variable) {
    const Expr *first = variable->getInit();
    if (!first)
      return true;
    return variable->getInitStyle() == VarDecl::CInit
               ? splitExpression(first, update_)
               : update_.takeWhole(first);
  }

  bool walkChoice(const IfStmt *choice) {
    return walkCondition(choice) && update_.takeWhole(choice->getThen()) &&
           (!choice->getElse() || update_.takeWhole(choice->getElse()));
  }

  bool walkCondition(const IfStmt *choice) {
    if (choice->getInit())
      return walkStatement(choice->getInit()) &&
             update_.takeWhole(choice->getCond());
    if (const DeclStmt *variable = choice->getConditionVariableDeclStmt())
      return walkDeclarations(variable);
    return splitExpression(choice->getCond(), update_);
  }

  /// replaceJumps() makes a `continue` of the loop around the statement end the
  /// update. Returns true if there is one.
  bool replaceJumps(const Stmt *statement) {
    bool jumps = false;
    for (const Stmt *jump : loop_.skips)
      if (anyBelow(statement,
                   [&](const Stmt *below) { return below == jump; })) {
        update_.endAt(jump);
        jumps = true;
      }
    return jumps;
  }

  const SplitContext &loop_;
  const Mode mode_;
  const llvm::ArrayRef<const Stmt *> region_;
  UpdateBuilder update_;
};

} // namespace

std::variant<SplitStatement, Refusal>
splitRegion(llvm::ArrayRef<const Stmt *> statements,
            const SplitContext &context) {
  using Mode = RegionSplitter::Mode;
  std::optional<Refusal> first;
  // What a worker throws, the body may catch: then all of it has to be undone.
  const bool isSimple =
      statements.size() == 1 && llvm::isa<Expr>(statements.front());
  const bool onlyWhole = !isSimple && context.isInTry(statements.front());
  for (const Mode mode : {Mode::Strict, Mode::Relaxed, Mode::Whole}) {
    if (onlyWhole && mode != Mode::Whole)
      continue;
    auto made = RegionSplitter(context, mode, statements).run();
    if (auto *statement = std::get_if<SplitStatement>(&made)) {
      statement->obstacle = std::move(first);
      return made;
    }
    if (!first)
      first = std::get<Refusal>(std::move(made));
  }
  return *std::move(first);
}

} // namespace paraloop
