// LinearForm.cpp: arithmetic of sparse polynomials with checked coefficients.

#include "LinearForm.h"

#include <algorithm>

namespace paraloop {

Form Form::constant(std::int64_t value) {
  Form form;
  if (value != 0)
    form.terms_[{}] = value;
  return form;
}

Form Form::symbol(Symbol symbol) {
  Form form;
  form.terms_[{symbol}] = 1;
  return form;
}

std::optional<std::int64_t> Form::asConstant() const {
  if (terms_.empty())
    return 0;
  if (terms_.size() == 1 && terms_.begin()->first.empty())
    return terms_.begin()->second;
  return std::nullopt;
}

static bool has(const Form::Product &product, Symbol symbol) {
  return std::binary_search(product.begin(), product.end(), symbol);
}

bool Form::mentions(Symbol symbol) const {
  return std::any_of(terms_.begin(), terms_.end(),
                     [&](const auto &term) { return has(term.first, symbol); });
}

bool Form::add(const Product &product, std::int64_t coefficient) {
  std::int64_t &known = terms_[product];
  const bool fits = !__builtin_add_overflow(known, coefficient, &known);
  if (known == 0)
    terms_.erase(product);
  return fits;
}

std::optional<Form> Form::coefficientOf(Symbol symbol) const {
  Form coefficient;
  for (const auto &[product, factor] : terms_) {
    if (!has(product, symbol))
      continue;
    Product rest = product;
    rest.erase(std::find(rest.begin(), rest.end(), symbol));
    if (has(rest, symbol))
      return std::nullopt;
    coefficient.terms_[rest] = factor;
  }
  return coefficient;
}

Form Form::without(Symbol symbol) const {
  Form rest;
  for (const auto &term : terms_)
    if (!has(term.first, symbol))
      rest.terms_.insert(term);
  return rest;
}

std::optional<Form> Form::replace(Symbol symbol, const Form &value) const {
  const std::optional<Form> coefficient = coefficientOf(symbol);
  if (!coefficient)
    return std::nullopt;
  const std::optional<Form> replaced = product(*coefficient, value);
  return replaced ? sum(without(symbol), *replaced) : std::nullopt;
}

std::optional<Form> sum(const Form &a, const Form &b) {
  Form result = a;
  for (const auto &[product, coefficient] : b.terms_)
    if (!result.add(product, coefficient))
      return std::nullopt;
  return result;
}

std::optional<Form> difference(const Form &a, const Form &b) {
  const std::optional<Form> negative = product(b, Form::constant(-1));
  return negative ? sum(a, *negative) : std::nullopt;
}

std::optional<Form> product(const Form &a, const Form &b) {
  Form result;
  for (const auto &[left, x] : a.terms_)
    for (const auto &[right, y] : b.terms_) {
      Form::Product both = left;
      both.insert(both.end(), right.begin(), right.end());
      std::sort(both.begin(), both.end());
      std::int64_t coefficient = 0;
      if (__builtin_mul_overflow(x, y, &coefficient) ||
          !result.add(both, coefficient))
        return std::nullopt;
    }
  return result;
}

} // namespace paraloop
