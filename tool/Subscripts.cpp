// Subscripts.cpp: compares every change of an element with every access.
//
// Two accesses p and q of two iterations meet only if they agree in each link
// of their paths. One link in which they can't agree is enough: a field that
// differs, or a subscript
//
//     c * i + r   and   c * k + s   with   |r - s| < |c * step|.

#include "Subscripts.h"

#include "Checks.h"
#include "ElementAccesses.h"
#include "Frames.h"
#include "PathTypes.h"
#include "Paths.h"

#include "clang/AST/ASTContext.h"

#include "llvm/ADT/STLExtras.h"

#include <cstdlib>
#include <map>
#include <set>

using namespace clang;

namespace paraloop {
namespace {

/// Dimension is a subscript by which accesses shall be told apart: all have the
/// same factor of the loop's variable.
struct Dimension {
  std::size_t level;
  Form factor;
  std::vector<std::pair<Form, bool>> rests; ///< What remains of each access,
                                            ///< and whether it is a change.
};

/// Rows is what a loop touches behind the pointers of an array.
struct Rows {
  std::set<std::string> ranges; ///< Of the pointers' subscripts.
  std::set<std::string> places; ///< Behind each pointer.
  bool ofAll = false;           ///< Behind all pointers of the container.
};

class Prover {
public:
  Prover(const LoopFacts &facts, const Object &object,
         llvm::ArrayRef<Travelling> travelling, bool relative)
      : facts_(facts), object_(object), frames_({&facts.scope,
                                                 &facts.statements,
                                                 &facts.effects,
                                                 nullptr,
                                                 {},
                                                 nullptr,
                                                 nullptr,
                                                 nullptr,
                                                 0},
                                                facts.callees),
        reader_(facts.loop, facts.shape, frames_, relative), checks_(reader_),
        accesses_(AccessFinder(object.variable, reader_, frames_, facts.callees)
                      .find()) {
    llvm::erase_if(accesses_, [](const ElementAccess &access) {
      return access.onlySize; // Of what isn't resized.
    });
    for (const Travelling &whole : travelling)
      accesses_.push_back(
          {whole.isBehind ? reader_.target(whole.expr, frames_.loop())
                          : reader_.object(whole.expr, frames_.loop()),
           true, false, whole.expr->getExprLoc(), whole.expr, false, false});
  }

  std::variant<OwnElements, SharedElement>
  run(llvm::ArrayRef<Travelling> travelling,
      llvm::ArrayRef<const Expr *> calls) {
    for (const Change &change : facts_.effects.changes)
      if (concerns(change) && !isCovered(change))
        return SharedElement{change.where, change.where, true};
    for (const ElementAccess &change : accesses_)
      if (mayChange(change) && mayTouchPartOf(change, object_))
        for (const ElementAccess &other : accesses_)
          if (!areApart(change, other))
            return SharedElement{change.where, other.where, mayChange(other)};
    for (const Dimension &dimension : dimensions_)
      if (!addCheck(dimension))
        return anyChange();
    for (const auto &[array, rows] : rows_) {
      std::string condition =
          "paraloop::rows(" + array +
          (rows.ofAll ? std::string() : *rows.ranges.begin()) + ")";
      for (const std::string &place : rows.places)
        condition += place;
      checks_.add(condition + ".differ()");
    }
    std::vector<std::string> elements;
    for (const Expr *call : calls) {
      std::optional<std::string> text = noted_.ofCall(call);
      if (!text)
        return anyChange();
      elements.push_back(std::move(*text));
    }
    return OwnElements{std::move(checks_.conditions), std::move(elements),
                       rows(travelling, true)};
  }

  /// rows() finds where elements can be noted. With `own`, those too that an
  /// iteration may leave alone, because no other one touches them.
  std::vector<NotedBefore> rows(llvm::ArrayRef<Travelling> travelling,
                                bool own) {
    std::vector<NotedBefore> found;
    for (const Travelling &one : travelling)
      if (NotedBefore row =
              one.isBehind ? NotedBefore() : noted_.before(one.expr, own);
          row.loop)
        found.push_back(std::move(row));
    return found;
  }

private:
  bool concerns(const Change &change) const {
    return llvm::any_of(change.objects, [&](const Object &object) {
      return overlaps(object, object_);
    });
  }

  /// isCovered() returns true if the change is among the accesses.
  bool isCovered(const Change &change) const {
    return llvm::any_of(accesses_, [&](const ElementAccess &access) {
      return mayChange(access) &&
             facts_.statements.isWithin(access.place, {change.node});
    });
  }

  SharedElement anyChange() const {
    for (const ElementAccess &access : accesses_)
      if (mayChange(access) && mayTouchPartOf(access, object_))
        return {access.where, access.where, true};
    return {};
  }

  bool areApart(const ElementAccess &a, const ElementAccess &b) {
    if (!a.path || !b.path)
      return false;
    return differAlways(*a.path, *b.path) ||
           differIfChecked(*a.path, *b.path, mayChange(b));
  }

  /// A pointer that is found in an element may be the same in another one.
  static bool followsAfter(const Path &path, std::size_t level) {
    return std::any_of(
        path.steps.begin() + level, path.steps.end(),
        [](const Step &step) { return step.kind == Step::Kind::Follow; });
  }

  /// walk() calls `tell` with each pair of subscripts at the same level, and
  /// returns true where that does, or where two fields differ.
  template <class Tell>
  bool walk(const Path &a, const Path &b, const Tell &tell) {
    const std::size_t common = std::min(a.steps.size(), b.steps.size());
    for (std::size_t level = 0; level < common; ++level) {
      const Step &x = a.steps[level];
      const Step &y = b.steps[level];
      if (x.kind != y.kind || x.kind == Step::Kind::Part)
        return false;
      if (x.kind == Step::Kind::Field && x.field != y.field)
        return true;
      if (x.kind != Step::Kind::Element || isSame(x, y))
        continue;
      if (followsAfter(a, level) || followsAfter(b, level))
        return x.index && y.index && rowsDiffer(a, b, level);
      if (x.index && y.index && tell(level, *x.index, *y.index))
        return true;
    }
    return false;
  }

  /// rowsDiffer() tells `m[i][j]` and `m[k][j]` apart, where the loop looks at
  /// the pointers when it starts.
  bool rowsDiffer(const Path &a, const Path &b, std::size_t level) {
    const Number &x = *a.steps[level].index;
    const Number &y = *b.steps[level].index;
    return tellsApart(x, y) && addRow(a, level) && addRow(b, level);
  }

  bool addRow(const Path &path, std::size_t level) {
    Path base = path;
    base.steps.resize(level);
    if (level > 0 && base.steps.back().kind == Step::Kind::Follow)
      base.steps.pop_back();
    const std::optional<std::size_t> pointer = rowPointerIn(path, level);
    if (!pointer || !path.steps[*pointer + 1].index ||
        followsAfter(path, *pointer + 1))
      return false;
    const std::optional<Spelling> array = spell(base, false);
    const Number &column = *path.steps[*pointer + 1].index;
    const QualType type = typeAt(base, base.steps.size());
    const auto range = isIndexable(type)
                           ? checks_.rowsOf(*path.steps[level].index)
                           : std::nullopt;
    const auto place = checks_.text(column.form);
    if (!array || (!range && !showsItsPointers(type)) || !place ||
        !require(column))
      return false;
    if (!array->guard.empty())
      checks_.add(array->guard);
    Rows &rows = rows_[array->text];
    rows.places.insert(".at(" + *place + ")");
    if (range)
      rows.ranges.insert(", " + *range);
    else
      rows.ofAll = true;
    rows.ofAll |= rows.ranges.size() > 1 && showsItsPointers(type);
    return rows.ofAll || rows.ranges.size() == 1;
  }

  /// Both subscripts have the same value, in all iterations.
  bool isSame(const Step &x, const Step &y) const {
    return x.index && y.index && x.index->form == y.index->form &&
           !x.index->form.mentions(reader_.iteration()) &&
           checks_.innerSymbols(x.index->form).empty();
  }

  bool differAlways(const Path &a, const Path &b) {
    return walk(a, b, [&](std::size_t, const Number &x, const Number &y) {
      return tellsApart(x, y) && require(x) && require(y);
    });
  }

  bool require(const Number &number) {
    return checks_.require(number.needs) && checks_.requireRanges(number.form);
  }

  /// tellsApart() proves it without knowing any value.
  bool tellsApart(const Number &x, const Number &y) const {
    const Symbol i = reader_.iteration();
    const std::optional<Form> factor = x.form.coefficientOf(i);
    if (!factor || factor != y.form.coefficientOf(i) || factor->isZero() ||
        !reader_.step() || !checks_.innerSymbols(*factor).empty())
      return false;
    const std::optional<Form> stride = product(*factor, *reader_.step());
    const Form r = x.form.without(i);
    const Form s = y.form.without(i);
    const auto most = spread(checks_.upper(r), checks_.lower(s));
    const auto least = spread(checks_.upper(s), checks_.lower(r));
    if (!stride || !most || !least)
      return false;
    const std::int64_t step = stride->asConstant().value_or(0);
    const std::optional<std::int64_t> distance = fixedDistance(r, s);
    if (step != 0 && step != -1 && distance && *distance % step != 0)
      return true; // a[2 * i] and a[2 * i + 3]
    return isLess(*most, *stride, *least) ||
           isLess(*most, difference(Form(), *stride).value_or(Form()), *least);
  }

  std::optional<std::int64_t> fixedDistance(const Form &r,
                                            const Form &s) const {
    const bool isFixed =
        checks_.innerSymbols(r).empty() && checks_.innerSymbols(s).empty();
    const auto distance = isFixed ? difference(r, s) : std::nullopt;
    return distance ? distance->asConstant() : std::nullopt;
  }

  std::optional<Form> spread(const std::optional<Form> &high,
                             const std::optional<Form> &low) const {
    const Symbol i = reader_.iteration(); // Of two iterations, so two values.
    return high && low && !high->mentions(i) && !low->mentions(i)
               ? difference(*high, *low)
               : std::nullopt;
  }

  /// Both spreads are at least the distance that they bound, one of them is not
  /// negative: so a stride above both is positive.
  static bool isLess(const Form &most, const Form &stride, const Form &least) {
    const auto isBelow = [&](const Form &width) {
      const std::optional<Form> room = difference(width, stride);
      const auto number = room ? room->asConstant() : std::nullopt;
      return number && *number < 0;
    };
    return isBelow(most) && isBelow(least);
  }

  /// differIfChecked() leaves the proof to the moment when the loop starts and
  /// all values are known.
  bool differIfChecked(const Path &change, const Path &other, bool changes) {
    return walk(change, other,
                [&](std::size_t level, const Number &x, const Number &y) {
                  return hasHope(x, y) && canCheck(level, x, true) &&
                         canCheck(level, y, changes);
                });
  }

  /// hasHope() returns false where the values that are known already are enough
  /// to see that the check will fail.
  bool hasHope(const Number &x, const Number &y) const {
    const Symbol i = reader_.iteration();
    const auto factor = x.form.coefficientOf(i);
    if (!factor || factor != y.form.coefficientOf(i) || factor->isZero() ||
        !reader_.step() || !checks_.innerSymbols(*factor).empty())
      return false;
    const Form r = x.form.without(i);
    const Form s = y.form.without(i);
    const auto most = spread(checks_.upper(r), checks_.lower(s));
    const auto stride = product(*factor, *reader_.step());
    if (fixedDistance(r, s) || !stride)
      return false;
    const auto room = most ? difference(*most, *stride) : std::nullopt;
    return !room || room->asConstant().value_or(-1) < 0 ||
           (isStrided(r, *stride) && isStrided(s, *stride));
  }

  /// isStrided() returns true for j * 60 beside i: where i stays below 60, that
  /// tells columns apart.
  bool isStrided(const Form &rest, const Form &stride) const {
    const std::int64_t step = std::abs(stride.asConstant().value_or(0));
    const std::vector<Symbol> inner = checks_.innerSymbols(rest);
    return step != 0 && !inner.empty() &&
           llvm::all_of(inner, [&](Symbol symbol) {
             const auto factor = rest.coefficientOf(symbol);
             const auto number = factor ? factor->asConstant() : std::nullopt;
             return number && std::abs(*number) > step;
           });
  }

  bool canCheck(std::size_t level, const Number &number, bool changes) {
    const Symbol i = reader_.iteration();
    const Form factor = number.form.coefficientOf(i).value_or(Form());
    const std::pair<Form, bool> rest(number.form.without(i), changes);
    if (!require(number) || !accessText(rest) || !checks_.text(factor))
      return false;
    Dimension &dimension = dimensionOf(level, factor);
    if (!llvm::is_contained(dimension.rests, rest))
      dimension.rests.push_back(rest);
    return true;
  }

  Dimension &dimensionOf(std::size_t level, const Form &factor) {
    for (Dimension &known : dimensions_)
      if (known.level == level && known.factor == factor)
        return known;
    dimensions_.push_back({level, factor, {}});
    return dimensions_.back();
  }

  /// `.changes(start, {{factor, range}, ...})`
  std::optional<std::string> accessText(const std::pair<Form, bool> &rest) {
    Form start = rest.first;
    std::string terms;
    for (const Symbol symbol : checks_.innerSymbols(start)) {
      const std::optional<Form> factor = start.coefficientOf(symbol);
      const auto range = checks_.range(symbol);
      const auto text = factor && checks_.innerSymbols(*factor).empty()
                            ? checks_.text(*factor)
                            : std::nullopt;
      if (!text || !range)
        return std::nullopt;
      terms += (terms.empty() ? ", {{" : ", {") + *text + ", " + *range + "}";
      start = start.without(symbol);
    }
    const std::optional<std::string> text = checks_.text(start);
    if (!text)
      return std::nullopt;
    return (rest.second ? ".changes(" : ".reads(") + *text + terms +
           (terms.empty() ? ")" : "})");
  }

  bool addCheck(const Dimension &dimension) {
    const auto stride = product(dimension.factor, *reader_.step());
    const auto strideText = stride ? checks_.text(*stride) : std::nullopt;
    const auto moved =
        product(dimension.factor, Form::symbol(reader_.iteration()));
    const auto places = moved ? checks_.text(*moved) : std::nullopt;
    if (!strideText)
      return false;
    std::string condition = "paraloop::Subscripts(" + *strideText;
    if (places)
      condition += ", " + *places;
    condition += ")";
    for (const auto &rest : dimension.rests) {
      const auto access = accessText(rest);
      if (!access)
        return false;
      condition += *access;
    }
    checks_.add(condition + ".differ()");
    return true;
  }

  const LoopFacts &facts_;
  const Object &object_;
  Frames frames_;
  PathReader reader_;
  Checks checks_;
  std::vector<ElementAccess> accesses_;
  const NotedElements noted_{facts_,  object_, frames_,
                             reader_, checks_, accesses_};
  std::vector<Dimension> dimensions_;
  std::map<std::string, Rows> rows_; ///< By the array of pointers.
};

} // namespace

std::variant<OwnElements, SharedElement>
ownElements(const LoopFacts &facts, const Object &object,
            llvm::ArrayRef<Travelling> travelling,
            llvm::ArrayRef<const Expr *> calls) {
  if (!facts.shape.isNumbered()) // No number tells one iteration from another.
    return SharedElement{};
  auto outcome =
      Prover(facts, object, travelling, false).run(travelling, calls);
  if (std::holds_alternative<OwnElements>(outcome))
    return outcome;
  auto relative =
      Prover(facts, object, travelling, true).run(travelling, calls);
  return std::holds_alternative<OwnElements>(relative) ? relative : outcome;
}

std::vector<NotedBefore> rowsTouched(const LoopFacts &facts,
                                     const Object &object,
                                     llvm::ArrayRef<Travelling> travelling) {
  if (!facts.shape.isNumbered())
    return {};
  return Prover(facts, object, travelling, false).rows(travelling, false);
}

} // namespace paraloop
