// Checks.cpp: bounds of polynomials, as polynomials and as text.

#include "Checks.h"

#include "llvm/ADT/STLExtras.h"

#include <cstdlib>

namespace paraloop {

static bool isInner(const Known &known) {
  return known.kind == Known::Kind::Inner || known.kind == Known::Kind::Bounded;
}

std::vector<Symbol> Checks::innerSymbols(const Form &form) const {
  std::vector<Symbol> found;
  for (const auto &[product, factor] : form.terms())
    for (const Symbol symbol : product)
      if (isInner(reader_.known(symbol)) && !llvm::is_contained(found, symbol))
        found.push_back(symbol);
  return found;
}

std::optional<Form> Checks::limit(const Form &form, bool up) const {
  Form bound = form;
  // Each round puts an inner variable out; its bounds may name outer ones.
  for (unsigned round = 0; round < 16; ++round) {
    const std::vector<Symbol> inner = innerSymbols(bound);
    if (inner.empty())
      return bound;
    // The innermost one was met last.
    const Symbol symbol = *std::max_element(inner.begin(), inner.end());
    const std::optional<Form> factor = bound.coefficientOf(symbol);
    const std::optional<std::int64_t> number =
        factor ? factor->asConstant() : std::nullopt;
    if (!number)
      return std::nullopt;
    const Known &known = reader_.known(symbol);
    const std::optional<Form> next =
        bound.replace(symbol, (*number > 0) == up ? known.high : known.low);
    if (!next)
      return std::nullopt;
    bound = *next;
  }
  return std::nullopt;
}

std::optional<std::string> Checks::range(Symbol symbol) {
  const Known &known = reader_.known(symbol);
  if (!known.hasRange || !require(known.needs))
    return std::nullopt;
  const std::optional<std::string> low = text(known.low);
  const std::optional<std::string> high = text(known.high);
  if (!low || !high)
    return std::nullopt;
  return "paraloop::between(" + *low + ", " + *high + ")";
}

std::optional<std::string> Checks::rowsOf(const Number &subscript) {
  if (!isPlainSubscript({subscript.form, {}}) || !require(subscript.needs))
    return std::nullopt;
  const Symbol symbol = subscript.form.terms().begin()->first.front();
  const Known &known = reader_.known(symbol);
  if (known.kind == Known::Kind::Invariant) {
    const std::optional<std::string> value = text(subscript.form);
    return value ? std::optional<std::string>(*value + ", " + *value)
                 : std::nullopt;
  }
  if (known.kind == Known::Kind::Bounded) // Some of these rows aren't there.
    return std::nullopt;
  const auto stays = [&](const Form &form) {
    return innerSymbols(form).empty() && !form.mentions(reader_.iteration());
  };
  if (!known.hasRange || !stays(known.low) || !stays(known.high) ||
      !require(known.needs))
    return std::nullopt;
  const std::optional<std::string> low = text(known.low);
  const std::optional<std::string> high = text(known.high);
  return low && high ? std::optional<std::string>(*low + ", " + *high)
                     : std::nullopt;
}

std::optional<std::string> Checks::productText(const Form::Product &product,
                                               std::int64_t factor) {
  std::string text;
  for (const Symbol symbol : product) {
    const Known &known = reader_.known(symbol);
    std::string name = known.text;
    if (known.kind != Known::Kind::Invariant) {
      const std::optional<std::string> range = this->range(symbol);
      if (!range)
        return std::nullopt;
      name = *range;
    } else if (name.empty()) {
      return std::nullopt;
    } else {
      if (!known.guard.empty())
        add(known.guard);
      if (text.empty())
        name = "paraloop::Interval(" + name + ")";
    }
    text += (text.empty() ? "" : " * ") + name;
  }
  const std::string number =
      std::to_string(factor < 0 ? -static_cast<std::uint64_t>(factor) : factor);
  if (text.empty())
    return number;
  return number == "1" ? text : text + " * " + number;
}

std::optional<std::string> Checks::text(const Form &form) {
  std::string result;
  const auto add = [&](const Form::Product &product, std::int64_t factor) {
    const std::optional<std::string> part = productText(product, factor);
    if (part && result.empty())
      result = (factor < 0 ? product.empty() ? "-" : "0 - " : "") + *part;
    else if (part)
      result += (factor < 0 ? " - " : " + ") + *part;
    return part.has_value();
  };
  for (const auto &[product, factor] : form.terms())
    if (!product.empty() && !add(product, factor))
      return std::nullopt;
  const auto constant = form.terms().find({});
  if (constant != form.terms().end() && !add({}, constant->second))
    return std::nullopt;
  return result.empty() ? "0" : result;
}

void Checks::add(std::string condition) {
  if (!llvm::is_contained(conditions, condition))
    conditions.push_back(std::move(condition));
}

bool Checks::require(const std::vector<Need> &needs) {
  for (const Need &need : needs) {
    const std::optional<std::string> value = text(need.form);
    if (!value)
      return false;
    add("paraloop::fits<" + need.type + ">(" + *value + ")");
  }
  return true;
}

bool Checks::requireRanges(const Form &form) {
  for (const Symbol symbol : innerSymbols(form)) {
    const Known &known = reader_.known(symbol);
    if (!require(known.needs) || !requireRanges(known.low) ||
        !requireRanges(known.high))
      return false;
  }
  return true;
}

} // namespace paraloop
