// LinearForm.h: integer expressions as polynomials over symbols.
//
// In: integers, symbols (a variable's value at some time) and + - *. Out: a
// normal form, in which two expressions that are equal by these operations look
// equal: `i * n + j - n * i` is `j`.

#ifndef PARALOOP_TOOL_LINEARFORM_H
#define PARALOOP_TOOL_LINEARFORM_H

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace paraloop {

/// Symbol is an index into a table of its user's.
using Symbol = unsigned;

/// Form is a sum of products. Operations return nothing where a coefficient
/// doesn't fit into 64 bits.
class Form {
public:
  using Product = std::vector<Symbol>; ///< Sorted; empty for the constant term.

  Form() = default; ///< Zero.
  static Form constant(std::int64_t value);
  static Form symbol(Symbol symbol);

  bool isZero() const { return terms_.empty(); }
  std::optional<std::int64_t> asConstant() const;
  bool mentions(Symbol symbol) const;
  const std::map<Product, std::int64_t> &terms() const { return terms_; }

  /// coefficientOf() returns c where the form is c * symbol + rest, and rest
  /// doesn't mention the symbol; nothing where it is not linear in the symbol.
  std::optional<Form> coefficientOf(Symbol symbol) const;

  /// without() returns the terms that don't mention the symbol.
  Form without(Symbol symbol) const;

  /// replace() puts a value in the place of a symbol.
  /// EXPECTS: the form is linear in it.
  std::optional<Form> replace(Symbol symbol, const Form &value) const;

  friend bool operator==(const Form &a, const Form &b) {
    return a.terms_ == b.terms_;
  }
  friend bool operator!=(const Form &a, const Form &b) { return !(a == b); }

  friend std::optional<Form> sum(const Form &a, const Form &b);
  friend std::optional<Form> difference(const Form &a, const Form &b);
  friend std::optional<Form> product(const Form &a, const Form &b);

private:
  bool add(const Product &product, std::int64_t coefficient);

  std::map<Product, std::int64_t> terms_; ///< Without zeros.
};

std::optional<Form> sum(const Form &a, const Form &b);
std::optional<Form> difference(const Form &a, const Form &b);
std::optional<Form> product(const Form &a, const Form &b);

} // namespace paraloop

#endif
