// ForHeader.cpp: first which variables belong to the header, then whether one
// of them counts, then the text.

#include "ForHeader.h"

#include "Escapes.h"
#include "HeaderText.h"
#include "Lists.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

bool names(const Expr *expr, const VarDecl *variable) {
  const auto *named = llvm::dyn_cast<DeclRefExpr>(expr->IgnoreParenImpCasts());
  return named && named->getDecl() == variable;
}

bool isInteger(QualType type) {
  return type->isIntegerType() && !type->isBooleanType() &&
         !type->isEnumeralType();
}

/// Count is `variable RELATION bound` and `variable += step`.
struct Count {
  const VarDecl *variable = nullptr;
  BinaryOperatorKind relation = BO_LT;
  const Expr *bound = nullptr;
  const Expr *step = nullptr; ///< Null: 1.
  bool down = false;
};

const char *nameOf(BinaryOperatorKind relation) {
  switch (relation) {
  case BO_LT:
    return "less";
  case BO_LE:
    return "less_equal";
  case BO_GT:
    return "greater";
  case BO_GE:
    return "greater_equal";
  default:
    return "not_equal";
  }
}

/// additionOf() reads `++i`, `i--`, `i += step` and `i -= step`, of integers,
/// pointers and iterators.
std::optional<Count> additionOf(const Expr *increment) {
  increment = increment ? increment->IgnoreParenImpCasts() : nullptr;
  if (const auto *full = llvm::dyn_cast_or_null<FullExpr>(increment))
    increment = full->getSubExpr()->IgnoreParenImpCasts();
  const Expr *target = nullptr;
  Count count;
  if (const auto *unary = llvm::dyn_cast_or_null<UnaryOperator>(increment);
      unary && unary->isIncrementDecrementOp()) {
    target = unary->getSubExpr();
    count.down = unary->isDecrementOp();
  } else if (const auto *sum =
                 llvm::dyn_cast_or_null<CompoundAssignOperator>(increment);
             sum && (sum->getOpcode() == BO_AddAssign ||
                     sum->getOpcode() == BO_SubAssign)) {
    target = sum->getLHS();
    count.step = sum->getRHS();
    count.down = sum->getOpcode() == BO_SubAssign;
  } else if (const auto *call =
                 llvm::dyn_cast_or_null<CXXOperatorCallExpr>(increment)) {
    const OverloadedOperatorKind op = call->getOperator();
    const bool isStep = op == OO_PlusPlus || op == OO_MinusMinus;
    const bool isSum = op == OO_PlusEqual || op == OO_MinusEqual;
    target = isStep || isSum ? call->getArg(0) : nullptr;
    count.step = isSum ? call->getArg(1) : nullptr;
    count.down = op == OO_MinusMinus || op == OO_MinusEqual;
  }
  const auto *named = llvm::dyn_cast_or_null<DeclRefExpr>(
      target ? target->IgnoreParenImpCasts() : nullptr);
  count.variable = named ? llvm::dyn_cast<VarDecl>(named->getDecl()) : nullptr;
  if (!count.variable || (count.step && !count.step->IgnoreParenImpCasts()
                                             ->getType()
                                             ->isIntegralOrEnumerationType()))
    return std::nullopt;
  return count;
}

/// hasValueOfItsOwn() returns true for a type of which a variable has another
/// value after each step: one that doesn't wrap around.
bool hasValueOfItsOwn(const VarDecl *variable, const ASTContext &context) {
  const QualType type = variable->getType();
  if (type->isReferenceType() || type.isVolatileQualified())
    return false;
  if (isInteger(type))
    return context.getIntWidth(type) >=
           (type->isSignedIntegerType() ? context.getIntWidth(context.IntTy)
                                        : 64);
  return type->isPointerType() || isPointerLike(type);
}

/// readBound() completes `count` from `i < bound` or `bound > i`.
bool readBound(const Expr *condition, Count &count) {
  const auto *comparison = llvm::dyn_cast_or_null<BinaryOperator>(
      condition ? condition->IgnoreParens() : nullptr);
  if (!comparison || !comparison->isComparisonOp() ||
      comparison->getOpcode() == BO_EQ || comparison->getOpcode() == BO_Cmp)
    return false;
  count.relation = comparison->getOpcode();
  count.bound = comparison->getRHS();
  if (!names(comparison->getLHS(), count.variable)) {
    count.relation = BinaryOperator::reverseComparisonOp(count.relation);
    count.bound = comparison->getLHS();
    if (!names(comparison->getRHS(), count.variable))
      return false;
  }
  return count.bound->IgnoreParenImpCasts()
      ->getType()
      ->isIntegralOrEnumerationType();
}

bool isUsedUp(QualType type) {
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (!record || !isStandard(record))
    return false;
  const llvm::StringRef name = record->getName();
  return name == "istream_iterator" || name == "istreambuf_iterator" ||
         name == "directory_iterator" || name == "recursive_directory_iterator";
}

class ForHeader {
public:
  ForHeader(const ForStmt *loop, const FunctionDecl *function,
            ASTContext &context, Callees &callees)
      : loop_(loop), function_(function), context_(context), callees_(callees),
        scope_(loop, nullptr) {}

  std::variant<LoopShape, Refusal> read() {
    shape_.body = loop_->getBody();
    if (loop_->getConditionVariable())
      refuse(loop_->getForLoc(), "its condition declares a variable");
    else if (const auto texts = headerText(loop_, context_))
      texts_ = *texts;
    else
      refuse(loop_->getForLoc(), "a macro holds more than one part of it");
    if (!refusal_ && takeDeclared() && adoptOutside() && checkParts())
      findInductions();
    if (refusal_)
      return *refusal_;
    if (!count())
      step();
    if (!shape_.variable)
      shape_.list = listPointer(loop_, shape_.stepped, context_, callees_);
    if (!shape_.header.endless)
      shape_.condition = texts_.condition;
    return shape_;
  }

private:
  bool refuse(SourceLocation where, std::string what) {
    refusal_ = Refusal{RefusalId::LoopHeader, where, {std::move(what)}};
    return false;
  }

  bool takeDeclared() {
    const auto *declared = llvm::dyn_cast_or_null<DeclStmt>(loop_->getInit());
    if (!declared)
      return true;
    for (const Decl *one : declared->decls()) {
      const auto *variable = llvm::dyn_cast<VarDecl>(one);
      if (!variable || llvm::isa<DecompositionDecl>(variable))
        return refuse(one->getLocation(),
                      "it declares something else than plain variables");
      if (variable->isStaticLocal())
        return refuse(variable->getLocation(), "its variable is static");
      shape_.stepped.push_back(variable);
    }
    return true;
  }

  Effects effectsOfParts() {
    Effects all;
    for (const Expr *part : {loop_->getCond(), loop_->getInc()}) {
      if (!part)
        continue;
      Effects effects = collectEffects(part, scope_, callees_);
      llvm::append_range(all.changes, effects.changes);
      llvm::append_range(all.hidden, effects.hidden);
      llvm::append_range(all.printing, effects.printing);
      if (effects.unseenUserCode.isValid())
        all.unseenUserCode = part->getExprLoc();
    }
    return all;
  }

  /// A variable from before the loop that the header steps belongs to the loop:
  /// each worker steps its own.
  bool adoptOutside() {
    for (const Change &change : effectsOfParts().changes)
      for (const Object &object : change.objects) {
        const auto *variable = llvm::dyn_cast_or_null<VarDecl>(object.variable);
        if (object.kind != Object::Kind::Outside || !variable ||
            isUsedUp(variable->getType()) || shape_.owns(variable) ||
            isStreamOrHandle(variable->getType()))
          continue; // What else the header changes is judged with the body.
        if (!canBeAdopted(variable))
          return refuse(change.node->getExprLoc(),
                        "its variable '" + variable->getNameAsString() +
                            "' is not a local variable that only this "
                            "function can name");
        shape_.stepped.push_back(variable);
        shape_.adopted.push_back(variable);
        scope_.adopt(variable);
      }
    return true;
  }

  static bool isStreamOrHandle(QualType type) {
    const CXXRecordDecl *record =
        type.getNonReferenceType()->getAsCXXRecordDecl();
    return record && isStandard(record) &&
           record->getName().ends_with("stream");
  }

  bool canBeAdopted(const VarDecl *variable) const {
    return variable->hasLocalStorage() && function_ &&
           variable->getDeclContext() == function_ &&
           !variable->getType()->isReferenceType() &&
           !variable->getType().isVolatileQualified() &&
           !escapes(variable, function_, loop_);
  }

  /// Every worker runs the condition and the increment, and the program once
  /// more.
  bool checkParts() {
    for (const VarDecl *variable : shape_.stepped)
      if (isUsedUp(variable->getType())) {
        refusal_ = Refusal{RefusalId::HiddenState,
                           variable->getLocation(),
                           {variable->getNameAsString(),
                            "uses up its input, which all iterations share"}};
        return false;
      }
    const Effects effects = effectsOfParts();
    if (effects.prints())
      return refuse(loop_->getForLoc(), "it prints");
    if (!effects.hidden.empty()) {
      const HiddenUse &use = effects.hidden.front();
      refusal_ =
          Refusal{RefusalId::HiddenState, use.where, {use.callee, use.what}};
    } else if (effects.unseenUserCode.isValid()) {
      refusal_ = Refusal{RefusalId::LoopBound, effects.unseenUserCode, {}};
    }
    return !refusal_;
  }

  /// A variable is an induction if one statement of the increment adds a
  /// constant to it, and nothing else in the header changes it.
  void findInductions() {
    const Effects effects = effectsOfParts();
    for (const VarDecl *variable : shape_.stepped) {
      const auto changes = [&](const Change &change) {
        return llvm::any_of(change.objects, [&](const Object &object) {
          return object.variable == variable;
        });
      };
      if (llvm::count_if(effects.changes, changes) != 1)
        continue;
      if (const auto step = stepOf(variable, loop_->getInc()))
        shape_.inductions.push_back({variable, *step});
      else if (countsDownToZero(variable))
        shape_.inductions.push_back({variable, -1, true});
    }
  }

  /// countsDownToZero() returns true for the condition `i-- > 0` and the like,
  /// which ends the loop before the variable could wrap around.
  bool countsDownToZero(const VarDecl *variable) const {
    const QualType type = variable->getType();
    const Expr *condition = loop_->getCond();
    const auto *binary = llvm::dyn_cast_or_null<BinaryOperator>(
        condition ? condition->IgnoreParenImpCasts() : nullptr);
    const bool isPositive = binary && binary->getOpcode() == BO_GT;
    if (binary && !((isPositive || binary->getOpcode() == BO_NE) &&
                    isZero(binary->getRHS())))
      return false;
    const Expr *counted = binary ? binary->getLHS() : condition;
    const auto *step = llvm::dyn_cast_or_null<UnaryOperator>(
        counted ? counted->IgnoreParenImpCasts() : nullptr);
    if (!step || step->getOpcode() != UO_PostDec ||
        !names(step->getSubExpr(), variable) || type.isVolatileQualified())
      return false;
    return type->isUnsignedIntegerType() ||
           (type->isSignedIntegerType() && isPositive &&
            counted->getType()->isSignedIntegerType());
  }

  bool isZero(const Expr *expr) const {
    Expr::EvalResult value;
    return expr->EvaluateAsInt(value, context_) && value.Val.getInt().isZero();
  }

  std::optional<std::int64_t> stepOf(const VarDecl *variable,
                                     const Expr *increment) const {
    const auto *comma = llvm::dyn_cast_or_null<BinaryOperator>(
        increment ? increment->IgnoreParens() : nullptr);
    if (comma && comma->getOpcode() == BO_Comma) {
      const auto left = stepOf(variable, comma->getLHS());
      return left ? left : stepOf(variable, comma->getRHS());
    }
    const std::optional<Count> sum = additionOf(increment);
    if (!sum || sum->variable != variable ||
        !hasValueOfItsOwn(variable, context_))
      return std::nullopt;
    Expr::EvalResult value;
    std::int64_t step = 1;
    if (sum->step) {
      if (!sum->step->EvaluateAsInt(value, context_) ||
          value.Val.getInt().getSignificantBits() > 20)
        return std::nullopt;
      step = value.Val.getInt().getExtValue();
    }
    return sum->down ? -step : step;
  }

  /// The sequential loop evaluates its bound again and again, the parallel one
  /// once: that must be the same.
  bool isInvariant(const Expr *expr) {
    if (!expr)
      return true;
    const Effects effects = collectEffects(expr, scope_, callees_);
    return effects.changes.empty() && effects.hidden.empty() &&
           effects.unseenUserCode.isInvalid() && !effects.prints();
  }

  static bool mentions(const Stmt *statement, const VarDecl *variable) {
    if (!statement)
      return false;
    const auto *named = llvm::dyn_cast<DeclRefExpr>(statement);
    return (named && named->getDecl() == variable) ||
           llvm::any_of(statement->children(), [&](const Stmt *child) {
             return mentions(child, variable);
           });
  }

  /// textOf() returns the text of a number; none if a macro holds more than
  /// that number, or if a class of the user's says which number it is.
  std::string textOf(const Expr *expr) const {
    const auto range = textRange(expr->getSourceRange(), context_);
    if (!range)
      return "";
    const CXXRecordDecl *convertible = convertedFrom(expr);
    if (!convertible)
      return text(*range, context_);
    return isStandard(convertible) ? "+(" + text(*range, context_) + ")" : "";
  }

  /// convertedFrom() returns the class whose conversion function makes the
  /// number, or null.
  static const CXXRecordDecl *convertedFrom(const Expr *expr) {
    for (const auto *cast =
             llvm::dyn_cast<ImplicitCastExpr>(expr->IgnoreParens());
         cast; cast = llvm::dyn_cast<ImplicitCastExpr>(
                   cast->getSubExpr()->IgnoreParens()))
      if (const auto *conversion = llvm::dyn_cast_or_null<CXXConversionDecl>(
              cast->getConversionFunction()))
        return conversion->getParent();
    return nullptr;
  }

  bool count() {
    std::optional<Count> count = additionOf(loop_->getInc());
    if (!count || !isInteger(count->variable->getType()) ||
        !shape_.owns(count->variable) || !readBound(loop_->getCond(), *count) ||
        !isInvariant(count->bound) || !isInvariant(count->step) ||
        mentions(count->bound, count->variable) ||
        mentions(count->step, count->variable))
      return false;
    const std::string bound = textOf(count->bound);
    const std::string step = count->step ? textOf(count->step) : "1";
    if (bound.empty() || step.empty())
      return false;
    Header &header = shape_.header;
    header.kind = Header::Kind::Counted;
    shape_.variable = count->variable;
    header.bound = bound;
    header.step = step;
    if (count->down) // Unsigned steps too.
      header.step =
          count->step ? "-static_cast<long long>(" + step + ")" : "-1";
    header.relation = nameOf(count->relation);
    if (!countInPlace())
      countAfterInit();
    return true;
  }

  /// `for (int i = first; ...)`: the call takes the place of `first`.
  bool countInPlace() {
    const VarDecl *variable = shape_.variable;
    const auto *declared = llvm::dyn_cast_or_null<DeclStmt>(loop_->getInit());
    if (!declared || !declared->isSingleDecl() || !variable->getInit() ||
        variable->getInitStyle() != VarDecl::CInit ||
        variable->getType().isVolatileQualified() ||
        !isInvariant(variable->getInit()) ||
        mentions(variable->getInit(), variable))
      return false;
    const auto first =
        textRange(variable->getInit()->getSourceRange(), context_);
    const auto type =
        between(declared->getBeginLoc(), variable->getLocation(), context_);
    if (!first || !type)
      return false;
    shape_.replaced = *first;
    Header &header = shape_.header;
    header.first = text(*first, context_);
    header.type = llvm::StringRef(text(*type, context_)).trim().str();
    header.variable = header.type + " " + variable->getNameAsString();
    return true;
  }

  /// The init-statement moves before the loop, and the call assigns the
  /// variable.
  void countAfterInit() {
    moveInit();
    Header &header = shape_.header;
    header.first = shape_.variable->getNameAsString();
    header.assigned = header.first;
    header.type = "auto";
    header.variable = "auto " + header.first;
  }

  void step() {
    moveInit();
    Header &header = shape_.header;
    header.kind = Header::Kind::Stepped;
    header.condition = text(texts_.condition, context_);
    header.endless = isEndless();
    header.increment = text(texts_.increment, context_);
    for (const VarDecl *variable : shape_.stepped)
      header.variable +=
          (header.variable.empty() ? "" : ", ") + variable->getNameAsString();
  }

  bool isEndless() const {
    bool value = false;
    return !loop_->getCond() ||
           (loop_->getCond()->EvaluateAsBooleanCondition(value, context_) &&
            value);
  }

  void moveInit() {
    shape_.replaced = texts_.init;
    shape_.header.init = text(texts_.init, context_);
    const SourceManager &sources = context_.getSourceManager();
    shape_.header.initLine = lineOf(
        sources.getComposedLoc(texts_.init.file, texts_.init.offset), context_);
  }

  const ForStmt *loop_;
  const FunctionDecl *function_;
  ASTContext &context_;
  Callees &callees_;
  Scope scope_;
  HeaderText texts_;
  LoopShape shape_;
  std::optional<Refusal> refusal_;
};

} // namespace

std::variant<LoopShape, Refusal> forShape(const ForStmt *loop,
                                          const FunctionDecl *function,
                                          ASTContext &context,
                                          Callees &callees) {
  return ForHeader(loop, function, context, callees).read();
}

} // namespace paraloop
