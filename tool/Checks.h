// Checks.h: what can be said about Forms, at build time or when the loop
// starts.
//
// In: the Forms of a PathReader. Out: bounds that hold whatever the variables
// are, or C++ text that computes them before the loop.

#ifndef PARALOOP_TOOL_CHECKS_H
#define PARALOOP_TOOL_CHECKS_H

#include "Paths.h"

#include <optional>
#include <string>
#include <vector>

namespace paraloop {

/// Checks collects conditions, each once, in an order in which they can be
/// evaluated.
class Checks {
public:
  explicit Checks(const PathReader &reader) : reader_(reader) {}

  /// upper() and lower() return a bound of the form over the ranges of all
  /// inner variables, in terms that stay; nothing where that takes more than
  /// constant factors. The annotated loop's variable is left as it is.
  std::optional<Form> upper(const Form &form) const {
    return limit(form, true);
  }
  std::optional<Form> lower(const Form &form) const {
    return limit(form, false);
  }

  /// innerSymbols() returns what the form mentions that differs within an
  /// iteration.
  std::vector<Symbol> innerSymbols(const Form &form) const;

  /// text() returns an expression of type paraloop::Interval, or of an integer,
  /// for where the form lies; nothing where a value can't be named before the
  /// loop.
  std::optional<std::string> text(const Form &form);

  /// range() is text() of the range of an inner variable, or of the loop's.
  std::optional<std::string> range(Symbol symbol);

  /// rowsOf() is the text of the first and the last value of a variable whose
  /// range depends on no other: `0, paraloop::Interval(n) - 1`.
  std::optional<std::string> rowsOf(const Number &subscript);

  /// require() adds the condition that the needs are met.
  bool require(const std::vector<Need> &needs);

  /// requireRanges() adds the needs of the ranges that the form mentions.
  bool requireRanges(const Form &form);

  void add(std::string condition);

  std::vector<std::string> conditions;

private:
  std::optional<Form> limit(const Form &form, bool up) const;
  std::optional<std::string> productText(const Form::Product &product,
                                         std::int64_t factor);

  const PathReader &reader_;
};

} // namespace paraloop

#endif
