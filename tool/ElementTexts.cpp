// ElementTexts.cpp: the way to the elements as subscripts, the last of them as
// a start and terms: a factor, and what it is multiplied with.

#include "ElementTexts.h"

#include "PathTypes.h"
#include "StandardTypes.h"
#include "Targets.h"
#include "Travel.h"

#include "clang/AST/Decl.h"
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

  std::optional<std::string> write(const Path &path, bool onlyExisting) {
    onlyExisting_ = onlyExisting;
    if (fieldOfDerived(path) || !isOfBytes(typeAt(path, path.steps.size())))
      return std::nullopt;
    auto first = llvm::find_if(path.steps, [](const Step &step) {
      return step.kind == Kind::Element;
    });
    if (first == path.steps.end())
      return std::nullopt;
    if (isInList(path, first))
      return inList(path, first + 1);
    const bool isOwned = isOwnedByElement(path, first);
    if (!isSubscriptable(path, isOwned ? first + 1 : path.steps.end()))
      return std::nullopt;
    const auto holder = base(path, first - path.steps.begin());
    if (!holder)
      return std::nullopt;
    return isOwned ? ofOwner(*holder, path, first)
                   : ofElements(*holder, path, first);
  }

private:
  using Steps = std::vector<Step>;

  /// isSubscriptable() returns false for a path through a map, whose operator[]
  /// might insert, or through a smart pointer, which may have none.
  static bool isSubscriptable(const Path &path, Steps::const_iterator end) {
    for (auto step = path.steps.begin(); step != end; ++step) {
      const QualType holder = typeAt(path, step - path.steps.begin());
      const bool isMapped =
          step->kind == Kind::Element && !holder.isNull() && isMap(holder);
      if (isMapped || (isPointer(*step) && isOwner(holder)))
        return false;
    }
    return true;
  }

  /// isOwner() returns true for a smart pointer to a single object.
  static bool isOwner(QualType type) {
    if (type.isNull() || !isSmartPointer(type))
      return false;
    const QualType target = firstTypeArgument(type);
    return target.isNull() || !target->isArrayType();
  }

  /// inList() writes what follows the object that the list's pointer refers to.
  std::optional<std::string> inList(const Path &path,
                                    Steps::const_iterator step) {
    std::string holder = "(*" + reader_.list()->getNameAsString() + ")";
    for (; step != path.steps.end() && step->kind == Kind::Field; ++step) {
      if (!isNameable(step->field))
        return std::nullopt;
      holder += "." + step->field->getNameAsString();
    }
    return step == path.steps.end() ? "paraloop_iteration.own(" + holder + ");"
                                    : ofElements(std::move(holder), path, step);
  }

  /// isOwnedByElement() returns true for what a smart pointer owns that is an
  /// element of a container, or a field of that.
  static bool isOwnedByElement(const Path &path,
                               Steps::const_iterator element) {
    return path.steps.end() - element > 2 && isPointer(element[1]) &&
           isOwner(typeAt(path, element + 1 - path.steps.begin())) &&
           element[2].kind == Kind::Element && element[2].index &&
           element[2].index->form.isZero() &&
           std::all_of(element + 3, path.steps.end(), [](const Step &step) {
             return step.kind == Kind::Field;
           });
  }

  /// ofOwner() notes `owned[i]->x`.
  std::optional<std::string> ofOwner(std::string holder, const Path &path,
                                     Steps::const_iterator element) const {
    std::string guards;
    if (onlyExisting_ && !addGuard(guards, holder, path, element))
      return std::nullopt;
    const std::optional<std::string> owner = part(holder, *element);
    if (!owner)
      return std::nullopt;
    if (onlyExisting_)
      guards += "if (" + *owner + ") ";
    std::string object = "(*" + *owner + ")";
    for (const Step &step : llvm::make_range(element + 3, path.steps.end())) {
      if (!isNameable(step.field))
        return std::nullopt;
      object += "." + step.field->getNameAsString();
    }
    return guards + "paraloop_iteration.own(" + object + ");";
  }

  /// ofElements() writes the steps from `step` on, of which the last element
  /// may be many.
  std::optional<std::string> ofElements(std::string holder, const Path &path,
                                        Steps::const_iterator step) {
    const auto last =
        std::find_if(path.steps.rbegin(), path.steps.rend(),
                     [](const Step &one) { return one.kind == Kind::Element; });
    const Steps::const_iterator end = last.base() - 1;
    std::string guards;
    for (; step < end; ++step) {
      if (onlyExisting_ && !addGuard(guards, holder, path, step))
        return std::nullopt;
      const std::optional<std::string> next = part(holder, *step);
      if (!next)
        return std::nullopt;
      holder = *next;
    }
    if (step != end || !step->index ||
        (onlyExisting_ && !knowsItsSize(path, step)))
      return std::nullopt;
    const std::optional<std::string> place = places(step->index->form);
    const std::optional<std::string> fields = fieldsFrom(path, step + 1);
    if (!place || !fields)
      return std::nullopt;
    return guards + "paraloop_iteration.own_" +
           (onlyExisting_ ? "existing" : "elements") + "(" + holder + ", " +
           *place + *fields + ");";
  }

  /// fieldsFrom() returns what picks a field of each element.
  static std::optional<std::string> fieldsFrom(const Path &path,
                                               Steps::const_iterator step) {
    std::string fields;
    for (; step != path.steps.end(); ++step) {
      if (step->kind != Kind::Field || !isNameable(step->field))
        return std::nullopt;
      fields += "." + step->field->getNameAsString();
    }
    return fields.empty()
               ? ""
               : ", [](auto &one) -> auto & { return one" + fields + "; }";
  }

  /// addGuard() adds `if (exists(holder, index))`; returns false where that
  /// can't be told.
  bool addGuard(std::string &guards, const std::string &holder,
                const Path &path, Steps::const_iterator step) const {
    if (step->kind == Kind::Field)
      return true;
    const auto index = step->kind == Kind::Element && step->index
                           ? number(step->index->form)
                           : std::nullopt;
    if (!index || !knowsItsSize(path, step))
      return false;
    guards += "if (paraloop_iteration.exists(" + holder + ", " + *index + ")) ";
    return true;
  }

  /// knowsItsSize() returns true for an element of an array or a container.
  static bool knowsItsSize(const Path &path, Steps::const_iterator element) {
    const std::size_t length = element - path.steps.begin();
    const bool behindPointer =
        length > 0 && (path.steps[length - 1].kind == Kind::Follow ||
                       path.steps[length - 1].kind == Kind::Own);
    const QualType type = typeAt(path, length);
    return !behindPointer && isIndexable(type) && !isRawPointer(type);
  }

  /// isInList() returns true where `step` is the object that the pointer of a
  /// list refers to.
  bool isInList(const Path &path, Steps::const_iterator step) const {
    return reader_.list() && step != path.steps.end() && step->index &&
           step->index->form == Form::symbol(reader_.iteration());
  }

  static bool isNameable(const FieldDecl *field) {
    const bool isOpen =
        field->getAccess() == AS_public || field->getAccess() == AS_none;
    return isOpen && !field->isBitField() && field->getIdentifier();
  }

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

  std::optional<std::string> part(const std::string &holder,
                                  const Step &step) const {
    if (step.kind == Kind::Follow)
      return holder;
    if (step.kind == Kind::Field)
      return isNameable(step.field)
                 ? std::optional(holder + "." + step.field->getNameAsString())
                 : std::nullopt;
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
    return *text + ", {" + terms + "}";
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
  bool onlyExisting_ = false;
};

} // namespace

std::optional<std::string>
elementsText(const Path &path, const PathReader &reader, const Checks &checks) {
  return ElementWriter(reader, checks).write(path, false);
}

std::optional<std::string> existingElementsText(const Path &path,
                                                const PathReader &reader,
                                                const Checks &checks) {
  return ElementWriter(reader, checks).write(path, true);
}

} // namespace paraloop
