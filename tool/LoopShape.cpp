// LoopShape.cpp: matches the header of a loop against the forms that the
// runtime's spaces can walk.

#include "LoopShape.h"

#include "Effects.h"
#include "StandardLibrary.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace paraloop {
namespace {

/// HeaderReader takes a `for` apart. Each step returns false after it has
/// stored a refusal.
class HeaderReader {
public:
  HeaderReader(const ForStmt *loop, ASTContext &context, Callees &callees)
      : loop_(loop), context_(context), callees_(callees) {}

  std::variant<LoopShape, Refusal> read() {
    shape_.body = loop_->getBody();
    shape_.header.kind = Header::Kind::Counted;
    if (readVariable() && readCondition() && readIncrement())
      return shape_;
    return *refusal_;
  }

private:
  bool refuse(SourceLocation where, std::string what) {
    refusal_ = Refusal{RefusalId::LoopHeader,
                       where.isValid() ? where : loop_->getForLoc(),
                       {std::move(what)}};
    return false;
  }

  bool readVariable() {
    const auto *declaration =
        llvm::dyn_cast_or_null<DeclStmt>(loop_->getInit());
    if (!declaration || !declaration->isSingleDecl())
      return refuse(loop_->getForLoc(),
                    "it doesn't declare exactly one variable");
    const auto *variable =
        llvm::dyn_cast<VarDecl>(declaration->getSingleDecl());
    if (!variable || !variable->getInit() ||
        !variable->getType()->isIntegerType() ||
        variable->getType()->isBooleanType() ||
        variable->getType()->isEnumeralType())
      return refuse(declaration->getBeginLoc(),
                    "its variable is not an integer with a first value");
    if (variable->getInitStyle() != VarDecl::CInit)
      return refuse(variable->getLocation(),
                    "its first value is not written with '='");
    shape_.variable = variable;
    const std::optional<TextRange> first =
        textRange(variable->getInit()->getSourceRange(), context_);
    const std::optional<TextRange> type =
        between(declaration->getBeginLoc(), variable->getLocation(), context_);
    if (!first || !type)
      return refuse(variable->getLocation(),
                    "a part of it comes out of a macro");
    shape_.replaced = *first;
    shape_.header.first = text(*first, context_);
    shape_.header.type = llvm::StringRef(text(*type, context_)).trim().str();
    shape_.header.variable =
        shape_.header.type + " " + variable->getNameAsString();
    if (variable->getType().isConstQualified())
      return refuse(variable->getLocation(), "its variable is const");
    return isInvariant(variable->getInit());
  }

  bool readCondition() {
    const auto *condition =
        llvm::dyn_cast_or_null<BinaryOperator>(loop_->getCond());
    if (!condition || loop_->getConditionVariable())
      return refuse(loop_->getForLoc(),
                    "its condition doesn't compare its variable with a bound");
    BinaryOperatorKind op = condition->getOpcode();
    const Expr *bound = condition->getRHS();
    if (!isVariable(condition->getLHS())) {
      if (!isVariable(condition->getRHS()) ||
          !BinaryOperator::isComparisonOp(op))
        return refuse(
            condition->getExprLoc(),
            "its condition doesn't compare its variable with a bound");
      op = BinaryOperator::reverseComparisonOp(op);
      bound = condition->getLHS();
    }
    switch (op) {
    case BO_LT:
      shape_.header.relation = "less";
      break;
    case BO_LE:
      shape_.header.relation = "less_equal";
      break;
    case BO_GT:
      shape_.header.relation = "greater";
      break;
    case BO_GE:
      shape_.header.relation = "greater_equal";
      break;
    case BO_NE:
      shape_.header.relation = "not_equal";
      break;
    default:
      return refuse(condition->getExprLoc(),
                    "its condition doesn't compare its variable with a bound");
    }
    if (!bound->IgnoreParenImpCasts()->getType()->isIntegralOrEnumerationType())
      return refuse(bound->getExprLoc(), "its bound is not an integer");
    return take(bound, shape_.header.bound);
  }

  bool readIncrement() {
    const Expr *increment =
        loop_->getInc() ? loop_->getInc()->IgnoreParens() : nullptr;
    if (const auto *unary = llvm::dyn_cast_or_null<UnaryOperator>(increment);
        unary && unary->isIncrementDecrementOp() &&
        isVariable(unary->getSubExpr())) {
      shape_.header.step = unary->isIncrementOp() ? "1" : "-1";
      return true;
    }
    const auto *compound =
        llvm::dyn_cast_or_null<CompoundAssignOperator>(increment);
    const bool adds = compound && (compound->getOpcode() == BO_AddAssign ||
                                   compound->getOpcode() == BO_SubAssign);
    if (!adds || !isVariable(compound->getLHS()) ||
        !compound->getRHS()
             ->IgnoreParenImpCasts()
             ->getType()
             ->isIntegralOrEnumerationType())
      return refuse(increment ? increment->getExprLoc() : loop_->getForLoc(),
                    "its increment is none of ++i, --i, i += step, i -= step");
    if (!take(compound->getRHS(), shape_.header.step))
      return false;
    if (compound->getOpcode() == BO_SubAssign)
      shape_.header.step = "-static_cast<long long>(" + shape_.header.step +
                           ")"; // Unsigned steps too.
    return true;
  }

  bool isVariable(const Expr *expr) const {
    const auto *named =
        llvm::dyn_cast<DeclRefExpr>(expr->IgnoreParenImpCasts());
    return named && named->getDecl() == shape_.variable;
  }

  bool take(const Expr *expr, std::string &into) {
    const std::optional<TextRange> range =
        textRange(expr->getSourceRange(), context_);
    if (!range)
      return refuse(expr->getExprLoc(), "a part of it comes out of a macro");
    into = text(*range, context_);
    return isInvariant(expr);
  }

  /// The sequential loop evaluates its bound again and again, the parallel one
  /// once: that must be the same.
  bool isInvariant(const Expr *expr) {
    const Scope scope(expr, nullptr);
    const Effects effects = collectEffects(expr, scope, callees_);
    if (effects.changes.empty() && effects.hidden.empty() &&
        effects.unseenUserCode.isInvalid() && !effects.prints() &&
        !mentionsVariable(effects))
      return true;
    refusal_ = Refusal{RefusalId::LoopBound, expr->getExprLoc(), {}};
    return false;
  }

  bool mentionsVariable(const Effects &effects) const {
    for (const Mention &mention : effects.mentions)
      if (mention.object.variable && mention.object.variable == shape_.variable)
        return true;
    return false;
  }

  const ForStmt *loop_;
  ASTContext &context_;
  Callees &callees_;
  LoopShape shape_;
  std::optional<Refusal> refusal_;
};

/// Only ranges whose iterators have no effects of their own can be walked by
/// every worker.
bool isKnownRange(QualType type) {
  type = type.getNonReferenceType();
  if (type->isArrayType())
    return true;
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (!record || !isStandard(record))
    return false;
  const llvm::StringRef name = record->getName();
  return !name.contains("_view") || name == "basic_string_view";
}

std::variant<LoopShape, Refusal> rangeShape(const CXXForRangeStmt *loop,
                                            ASTContext &context) {
  LoopShape shape;
  shape.header.kind = Header::Kind::Elements;
  shape.variable = loop->getLoopVariable();
  shape.body = loop->getBody();
  if (loop->getInit())
    return Refusal{
        RefusalId::LoopHeader, loop->getForLoc(), {"it has an init-statement"}};
  if (!isKnownRange(loop->getRangeInit()->getType()))
    return Refusal{RefusalId::RangeType,
                   loop->getRangeInit()->getExprLoc(),
                   {loop->getRangeInit()
                        ->getType()
                        .getNonReferenceType()
                        .getUnqualifiedType()
                        .getAsString()}};
  const std::optional<TextRange> range =
      textRange(loop->getRangeInit()->getSourceRange(), context);
  const std::optional<TextRange> variable = between(
      loop->getLoopVarStmt()->getBeginLoc(), loop->getColonLoc(), context);
  if (!range || !variable)
    return Refusal{RefusalId::LoopHeader,
                   loop->getForLoc(),
                   {"a part of it comes out of a macro"}};
  shape.replaced = *range;
  shape.header.first = text(*range, context);
  shape.header.variable =
      llvm::StringRef(text(*variable, context)).trim().str();
  return shape;
}

} // namespace

std::variant<LoopShape, Refusal>
loopShape(const Stmt *loop, ASTContext &context, Callees &callees) {
  if (const auto *range = llvm::dyn_cast<CXXForRangeStmt>(loop))
    return rangeShape(range, context);
  return HeaderReader(llvm::cast<ForStmt>(loop), context, callees).read();
}

const Stmt *bodyOf(const Stmt *loop) {
  if (const auto *range = llvm::dyn_cast<CXXForRangeStmt>(loop))
    return range->getBody();
  return llvm::cast<ForStmt>(loop)->getBody();
}

} // namespace paraloop
