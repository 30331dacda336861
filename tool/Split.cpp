// Split.cpp: one walk down an expression. A subexpression that names nothing
// changed is an operand or stays as it is; one that does must be of a form that
// the parent can execute in the same way.
//
// Three attempts, from much work for the workers to little: strict, where every
// form is known; relaxed, where a form that isn't known is left to the parent
// with the variables of the body that it names; whole, where all is left to it.

#include "Split.h"

#include "Forms.h"
#include "Operands.h"
#include "Scope.h"
#include "StandardLibrary.h"
#include "Travel.h"
#include "Whole.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

/// Place is where a subexpression stands in its statement.
struct Place {
  bool conditional =
      false; ///< Evaluated or not, depending on a variable that changes.
  bool addsFloating =
      false; ///< A term of a floating-point sum with such a variable.
  const Expr *parent =
      nullptr; ///< The next expression around it that isn't implicit.
  bool asTemporary = false; ///< A parameter T && takes it.

  Place inside(const Expr *expr) const {
    return {conditional, false, expr, false};
  }
};

class Splitter {
public:
  enum class Mode { Strict, Relaxed, Whole };

  Splitter(const SplitContext &loop, Mode mode,
           llvm::ArrayRef<const Stmt *> region)
      : loop_(loop), mode_(mode), region_(region), operands_(loop) {}

  std::variant<SplitStatement, Refusal> run() {
    if (!takeTexts() || !walkRegion() || !namesDiffer())
      return *refusal_;
    result_.update.statement = operands_.replayedText();
    result_.update.operands = operands_.distinct();
    result_.operands = operands_.expressions();
    // The order of a call's arguments is kept by being a call's arguments.
    result_.update.inOrder = operands_.withEffects() > 1 && !unordered_;
    return result_;
  }

private:
  bool refuse(RefusalId id, const Stmt *where,
              std::vector<std::string> subjects = {}) {
    const auto *expr = llvm::dyn_cast<Expr>(where);
    refusal_ = Refusal{id, expr ? expr->getExprLoc() : where->getBeginLoc(),
                       std::move(subjects)};
    return false;
  }

  bool accept(std::optional<Refusal> refusal) {
    refusal_ = std::move(refusal);
    return !refusal_;
  }

  bool takeTexts() {
    result_.update.isBlock =
        region_.size() > 1 || !llvm::isa<Expr>(region_.front());
    for (const Stmt *statement : region_) {
      const std::optional<TextRange> range =
          result_.update.isBlock
              ? statementRange(statement, loop_.context)
              : textRange(statement->getSourceRange(), loop_.context);
      if (!range || !statement->getBeginLoc().isFileID())
        return refuse(RefusalId::UpdateInMacro, statement);
      result_.places.push_back(*range);
      operands_.addText(*range);
    }
    result_.update.line = lineOf(region_.front()->getBeginLoc(), loop_.context);
    for (const TextRange &stretch : loop_.removed)
      operands_.replace(stretch, "");
    return true;
  }

  // Statements.

  bool walkRegion() {
    bool always = mode_ != Mode::Whole;
    for (const Stmt *statement : region_) {
      if (!(always ? walkStatement(statement) : takeWhole(statement)))
        return false;
      if (!replaceJumps(statement))
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
    return takeWhole(statement);
  }

  bool walkRoot(const Expr *expr) {
    if (!namesChanged(expr)) // It only comes along with others.
      return takeWhole(expr);
    if (mode_ == Mode::Strict && hasPack(expr))
      return refuse(RefusalId::ReplayForm, // The places in a pack are those of
                    expr, {text(expr)});   // its pattern.
    if (hasPack(expr))
      return takeWhole(expr);
    if (!walk(expr, {}))
      return false;
    if (unordered_ && unorderedEffects_ != operands_.withEffects())
      return refuse(RefusalId::OperandOrder, expr, {});
    return true;
  }

  bool hasPack(const Expr *expr) const {
    return llvm::StringRef(text(expr)).contains("...");
  }

  bool walkDeclarations(const DeclStmt *declaration) {
    for (const Decl *one : declaration->decls()) {
      const auto *variable = llvm::dyn_cast<VarDecl>(one);
      if (!variable)
        return takeWhole(declaration);
      if (!take(inspectType(variable, loop_, region_), declaration))
        return false;
      const Expr *first = variable->getInit();
      if (first && variable->getInitStyle() != VarDecl::CInit) {
        if (!takeWhole(first))
          return false;
      } else if (first && !walk(first, {})) {
        return false;
      }
    }
    return true;
  }

  bool walkChoice(const IfStmt *choice) {
    if (choice->getInit()) {
      if (!walkStatement(choice->getInit()) || !takeWhole(choice->getCond()))
        return false;
    } else if (const DeclStmt *variable =
                   choice->getConditionVariableDeclStmt()) {
      if (!walkDeclarations(variable))
        return false;
    } else if (!walk(choice->getCond(), {})) {
      return false;
    }
    return takeWhole(choice->getThen()) &&
           (!choice->getElse() || takeWhole(choice->getElse()));
  }

  /// takeWhole() leaves a statement to the parent, with the variables of the
  /// body that it names.
  bool takeWhole(const Stmt *statement) {
    return take(inspect(statement, loop_, region_), statement);
  }

  bool take(const Whole &whole, const Stmt *statement) {
    if (whole.typeOfBody.isValid() || whole.inexpressible.isValid())
      return refuse(RefusalId::ReplayForm, statement, {text(statement)});
    result_.mayThrow |= whole.mayThrow;
    result_.mayEnd |= whole.mayEnd;
    result_.callsUnseen |= whole.callsUnseen;
    result_.foldsFloatingPoint |= whole.foldsFloatingPoint;
    for (const Expr *value : whole.values)
      if (!accept(operands_.addValue(value)))
        return false;
    for (const DeclRefExpr *named : whole.names)
      if (!takeName(named))
        return false;
    return true;
  }

  bool takeName(const DeclRefExpr *named) {
    const QualType type = named->getType();
    const bool isArray = type->isArrayType();
    if (!loop_.scope.declares(named->getDecl()))
      return refuse(RefusalId::ReplayForm, named, {text(named)});
    if (loop_.pointsOutside(named))
      return accept(operands_.addName(named));
    const std::optional<std::string> obstacle =
        isArray
            ? obstacleToTravel(
                  type->getBaseElementTypeUnsafe()->getCanonicalTypeInternal())
            : obstacleToOperand(named);
    if (obstacle)
      return refuse(RefusalId::OperandType, named, {text(named), *obstacle});
    return accept(operands_.addName(named));
  }

  /// replaceJumps() makes a `continue` of the loop around the statement end the
  /// update. Returns false if there is one.
  bool replaceJumps(const Stmt *statement) {
    bool jumps = false;
    for (const Stmt *jump : loop_.skips)
      if (anyBelow(statement,
                   [&](const Stmt *below) { return below == jump; })) {
        if (const auto range = textRange(jump->getSourceRange(), loop_.context))
          operands_.replace(*range, "return");
        jumps = true;
      }
    return !jumps;
  }

  /// A variable that the replayed text declares would hide one of the same name
  /// that is handed over.
  bool namesDiffer() {
    for (const Stmt *statement : region_) {
      const auto *declaration = llvm::dyn_cast<DeclStmt>(statement);
      if (!declaration)
        continue;
      for (const Decl *one : declaration->decls()) {
        const auto *named = llvm::dyn_cast<NamedDecl>(one);
        if (named && operands_.hasName(named->getName()))
          return refuse(RefusalId::ReplayForm, statement, {text(statement)});
      }
    }
    return true;
  }

  // Expressions.

  /// unknownForm() is where the strict walk ends.
  bool unknownForm(const Expr *expr) {
    return mode_ == Mode::Strict
               ? refuse(RefusalId::ReplayForm, expr, {text(expr)})
               : takeWhole(expr);
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
                 : unknownForm(expr);
    if (const auto *binary = llvm::dyn_cast<BinaryOperator>(expr))
      return walkBinary(binary, place);
    if (const auto *conditional = llvm::dyn_cast<ConditionalOperator>(expr))
      return walkConditional(conditional, place);
    if (llvm::isa<UnaryOperator>(expr) &&
        llvm::cast<UnaryOperator>(expr)->getOpcode() == UO_AddrOf)
      return unknownForm(expr);
    if (const auto *cast = llvm::dyn_cast<ExplicitCastExpr>(expr);
        cast && isOfBody(cast->getTypeAsWritten()))
      return unknownForm(expr);
    if (llvm::isa<UnaryOperator, ArraySubscriptExpr, MemberExpr, InitListExpr,
                  ExplicitCastExpr>(expr))
      return walkChildren(expr, place.inside(expr));
    if (const auto *call = llvm::dyn_cast<CallExpr>(expr))
      return walkCall(call, place);
    return unknownForm(expr);
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
      return unknownForm(binary);
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
      return unknownForm(call);
    const bool ofVariable = method && isParaloopVariable(method->getParent());
    const bool ofSystem = callee && isFromSystemHeader(callee) && !method &&
                          callee->getNumParams() > 0;
    const bool known =
        callee && (isStandard(callee) || ofVariable || ofSystem ||
                   isMemberwiseAssignment(callee) || isReplayable(callee));
    if (!known)
      return mode_ == Mode::Strict || !callee ? unknownForm(call)
                                              : walkUnknownCall(call, place);
    result_.mayThrow |= mayThrow(callee) || runsUserCodeThatMayThrow(call);
    const std::size_t before = operands_.size();
    if (!walkParts(call, place))
      return false;
    if (operands_.size() != before && storesReferences(call))
      return refuse(
          RefusalId::OperandType, operands_.lastExpr(),
          {text(operands_.lastExpr()), "what is stored only refers to it"});
    return true;
  }

  /// A function that isn't known may keep the address of what it is handed: so
  /// workers only make what is a temporary anyway.
  bool walkUnknownCall(const CallExpr *call, Place place) {
    result_.mayThrow = result_.foldsFloatingPoint = true;
    const Summary *summary = loop_.summary(call->getDirectCallee());
    result_.callsUnseen |= !summary || summary->callsUnseenUserCode;
    result_.mayEnd |= !summary || summary->mayEnd;
    if (const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call);
        member && !takeWhole(member->getImplicitObjectArgument()))
      return false;
    unsigned withEffects = 0;
    for (const Expr *argument : call->arguments()) {
      const unsigned before = operands_.withEffects();
      const bool isTemporary = written(argument)->isPRValue() &&
                               !refersElsewhere(argument->getType());
      if (isTemporary ? !walk(argument, place.inside(call))
                      : !takeWhole(argument))
        return false;
      withEffects += operands_.withEffects() != before ? 1 : 0;
    }
    if (withEffects > 1) {
      unordered_ = true;
      unorderedEffects_ = withEffects;
    }
    return true;
  }

  /// A function of the user's, in sight, that changes its own object at most.
  bool isReplayable(const FunctionDecl *callee) {
    const QualType returned = callee->getReturnType();
    if (returned->isPointerType() || isPointerLike(returned))
      return false; // It might refer to an operand.
    const Summary *summary = loop_.summary(callee);
    if (!summary || !isContained(*summary))
      return false;
    result_.mayThrow |= summary->mayThrow;
    result_.mayEnd |= summary->mayEnd;
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
        computesFloating(op))
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
    for (unsigned index = 0; index < call->getNumArgs(); ++index) {
      const Expr *argument = call->getArg(index);
      const unsigned before = operands_.withEffects();
      Place inside = place.inside(call);
      inside.asTemporary = takesTemporary(call->getDirectCallee(), index);
      if (!walk(argument, inside))
        return false;
      argumentsWithEffects += operands_.withEffects() != before ? 1 : 0;
    }
    if (argumentsWithEffects > 1) {
      unordered_ = true;
      unorderedEffects_ = argumentsWithEffects;
    }
    return true;
  }

  static bool takesTemporary(const FunctionDecl *callee, unsigned index) {
    return callee && index < callee->getNumParams() &&
           callee->getParamDecl(index)->getType()->isRValueReferenceType();
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
    return llvm::StringRef(text(expr)).starts_with("{");
  }

  bool addOperand(const Expr *expr, Place place) {
    const Expr *core = expr->IgnoreParens();
    if (core->getType()->isVoidType())
      return unknownForm(core);
    if (anyBelow(core, [](const Stmt *part) {
          const auto *call = llvm::dyn_cast<CallExpr>(part);
          return call && call->getDirectCallee() &&
                 makesDescriptor(call->getDirectCallee());
        }))
      return refuse(RefusalId::OperandType, core,
                    {text(core), "it is a descriptor of the worker's own"});
    if (place.conditional && !isPartOfLocal(core, loop_.scope))
      return mode_ == Mode::Strict
                 ? refuse(RefusalId::ConditionalOperand, core, {text(core)})
                 : takeWhole(core);
    if (loop_.pointsOutside(core) && obstacleToTravel(core->getType()))
      return accept(operands_.addValue(core));
    if (isText(core->getType()))
      return contentIsCopied(place.parent, core)
                 ? accept(operands_.addValue(core))
                 : refuse(
                       RefusalId::OperandType, core,
                       {text(core),
                        "it only refers to its text; write std::string(...)"});
    const std::optional<std::string> obstacle = obstacleToOperand(core);
    if (!obstacle)
      return accept(operands_.addValue(core, place.asTemporary));
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

  /// The fields of a class are declared before the loop.
  std::optional<std::string> obstacleToOperand(const Expr *expr) const {
    for (const CXXRecordDecl *record : classesByFields(expr->getType()))
      if (loop_.scope.declaresType(record))
        return "class '" + record->getNameAsString() +
               "' is defined in the loop; define it before";
    return obstacleToTravel(expr->getType());
  }

  std::string text(const Stmt *statement) const {
    return operands_.textOf(statement);
  }

  const SplitContext &loop_;
  const Mode mode_;
  const llvm::ArrayRef<const Stmt *> region_;
  SplitStatement result_;
  Operands operands_;
  bool unordered_ =
      false; ///< Several operands with effects are arguments of one call,
  unsigned unorderedEffects_ = 0; ///< so many of them.
  std::optional<Refusal> refusal_;
};

} // namespace

std::variant<SplitStatement, Refusal>
splitRegion(llvm::ArrayRef<const Stmt *> statements,
            const SplitContext &context) {
  using Mode = Splitter::Mode;
  std::optional<Refusal> first;
  // What a worker throws, the body may catch: then all of it has to be undone.
  const bool isSimple =
      statements.size() == 1 && llvm::isa<Expr>(statements.front());
  const bool onlyWhole = !isSimple && context.isInTry(statements.front());
  for (const Mode mode : {Mode::Strict, Mode::Relaxed, Mode::Whole}) {
    if (onlyWhole && mode != Mode::Whole)
      continue;
    auto made = Splitter(context, mode, statements).run();
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
