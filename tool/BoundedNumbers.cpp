// BoundedNumbers.cpp: the part of PathReader that reads subscripts whose value
// nobody knows.
//
// In: an integer expression. Out: a symbol of its own, with the range of what
// the expression can be: `x % n`, `x & 63`, a byte, a truth value.

#include "Paths.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"

#include <utility>

using namespace clang;

namespace paraloop {
namespace {

/// Wider types are no help: their range is longer than any array.
constexpr unsigned maxBits = 16;

const Form one = Form::constant(1);

bool isNeverNegative(const Expr *expr) {
  return expr->IgnoreParenImpCasts()
      ->getType()
      ->isUnsignedIntegerOrEnumerationType();
}

/// rangeOfType() returns nothing for a type of many values.
std::optional<Range> rangeOfType(QualType type, const ASTContext &context) {
  if (type->isBooleanType())
    return Range{Form(), one, {}};
  if (!type->isIntegerType() || context.getIntWidth(type) > maxBits)
    return std::nullopt;
  const unsigned bits = context.getIntWidth(type);
  const std::int64_t values = std::int64_t(1) << bits;
  if (type->isUnsignedIntegerType())
    return Range{Form(), Form::constant(values - 1), {}};
  return Range{Form::constant(-values / 2), Form::constant(values / 2 - 1), {}};
}

/// rangeOfMask() reads `x & mask`.
std::optional<Range> rangeOfMask(const Number &mask) {
  const std::optional<std::int64_t> bits = mask.form.asConstant();
  if (!bits || *bits < 0)
    return std::nullopt;
  return Range{Form(), mask.form, {}};
}

} // namespace

std::optional<Number> PathReader::subscript(const Expr *expr,
                                            const Frame &frame) {
  const bool outer = std::exchange(bounds_, boundsSubscripts_);
  MaybeNumber value = number(expr, frame);
  bounds_ = outer;
  return value;
}

std::optional<Number> PathReader::bounded(const Expr *expr,
                                          const Frame &frame) {
  std::optional<Range> range = rangeOfValue(expr, frame);
  if (!range)
    return std::nullopt;
  const Symbol symbol = symbols_.size();
  symbols_.push_back({Known::Kind::Bounded, "", "", true, std::move(range->low),
                      std::move(range->high), std::move(range->needs)});
  return Number{Form::symbol(symbol), {}};
}

std::optional<Range> PathReader::rangeOfValue(const Expr *expr,
                                              const Frame &frame) {
  const auto *binary = llvm::dyn_cast<BinaryOperator>(expr);
  const BinaryOperatorKind op = binary ? binary->getOpcode() : BO_Comma;
  if (op == BO_Rem || op == BO_And) {
    const MaybeNumber right = number(binary->getRHS(), frame);
    if (right && op == BO_And)
      return rangeOfMask(*right);
    const auto most = right ? difference(right->form, one) : std::nullopt;
    const auto divisor = right ? right->form.asConstant() : std::nullopt;
    if (!most || (divisor && *divisor <= 0))
      return std::nullopt;
    const bool fromZero = isNeverNegative(binary->getLHS());
    const auto least = difference(Form(), *most);
    if (!fromZero && !least)
      return std::nullopt;
    Range range{fromZero ? Form() : *least, *most, right->needs};
    if (!most->asConstant()) // Of a negative divisor the range is another.
      range.needs.push_back({*most, "unsigned long"});
    return range;
  }
  return rangeOfType(expr->getType(), context_);
}

} // namespace paraloop
