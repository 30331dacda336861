// ElementTexts.cpp: the way to the elements as subscripts, the last of them as
// a start and terms: a factor, and what it is multiplied with.

#include "ElementTexts.h"

#include "PathTypes.h"
#include "Targets.h"
#include "Travel.h"

#include "clang/AST/Type.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

using Kind = Step::Kind;

class ElementWriter {
public:
  ElementWriter(const PathReader &reader, const Checks &checks)
      : reader_(reader), checks_(checks) {}

  std::optional<std::string> write(const Path &path) {
    const auto first = llvm::find_if(path.steps, [](const Step &step) {
      return step.kind == Kind::Element;
    });
    if (first == path.steps.end() || path.steps.back().kind != Kind::Element ||
        !isOfBytes(typeAt(path, path.steps.size())))
      return std::nullopt;
    std::optional<std::string> holder = base(path, first - path.steps.begin());
    for (auto step = first; holder && step + 1 != path.steps.end(); ++step)
      holder = element(*holder, *step);
    const Step &last = path.steps.back();
    const auto place =
        holder && last.index ? places(last.index->form) : std::nullopt;
    if (!place)
      return std::nullopt;
    return "paraloop_iteration.own_elements(" + *holder + ", " + *place + ");";
  }

private:
  static bool isOfBytes(QualType type) {
    return !type.isNull() && !type.isConstQualified() &&
           !obstacleToTravel(type.getUnqualifiedType()) && travelsAsBytes(type);
  }

  /// base() spells the first `length` links; a pointer is its own array.
  static std::optional<std::string> base(const Path &path, std::size_t length) {
    Path made = path;
    made.steps.resize(length);
    if (!made.steps.empty() && made.steps.back().kind == Kind::Follow)
      made.steps.pop_back();
    const std::optional<Spelling> text = spell(made, false);
    return text && text->guard.empty() ? std::optional(text->text)
                                       : std::nullopt;
  }

  std::optional<std::string> element(const std::string &holder,
                                     const Step &step) const {
    if (step.kind == Kind::Follow)
      return holder;
    const auto index = step.kind == Kind::Element && step.index
                           ? number(step.index->form)
                           : std::nullopt;
    return index ? std::optional(holder + "[" + *index + "]") : std::nullopt;
  }

  /// places() returns `start, {{factor, first, last}, ...}`.
  std::optional<std::string> places(const Form &form) const {
    Form start = form;
    std::string terms;
    for (const Symbol symbol : checks_.innerSymbols(form)) {
      const Known &known = reader_.known(symbol);
      const auto factor = form.coefficientOf(symbol);
      const auto times = factor ? number(*factor) : std::nullopt;
      const auto low = number(known.low);
      const auto high = number(known.high);
      if (!times || !low || !high)
        return std::nullopt;
      terms += (terms.empty() ? "" : ", ") + ("{" + *times) + ", " + *low +
               ", " + *high + "}";
      start = start.without(symbol);
    }
    const auto text = number(start);
    if (!text)
      return std::nullopt;
    return *text + (terms.empty() ? "" : ", {" + terms + "}");
  }

  /// number() returns nothing for a form over inner variables.
  std::optional<std::string> number(const Form &form) const {
    std::string text;
    for (const auto &[product, factor] : form.terms()) {
      std::string part;
      for (const Symbol symbol : product) {
        const std::optional<std::string> name = nameOf(reader_.known(symbol));
        if (!name)
          return std::nullopt;
        part += (part.empty() ? "" : " * ") + *name;
      }
      if (part.empty() || factor != 1)
        part += (part.empty() ? "" : " * ") + std::to_string(factor);
      text += (text.empty() ? "" : " + ") + part;
    }
    return text.empty() ? "0" : text;
  }

  static std::optional<std::string> nameOf(const Known &known) {
    if (known.kind == Known::Kind::Iteration)
      return "paraloop_i";
    if (known.kind != Known::Kind::Invariant || known.text.empty() ||
        !known.guard.empty())
      return std::nullopt;
    return "static_cast<std::int64_t>(" + known.text + ")";
  }

  const PathReader &reader_;
  const Checks &checks_;
};

} // namespace

std::optional<std::string>
elementsText(const Path &path, const PathReader &reader, const Checks &checks) {
  return ElementWriter(reader, checks).write(path);
}

} // namespace paraloop
