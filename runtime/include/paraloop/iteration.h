// iteration.h: how an update, or a changed object, gets from a worker to the
// parent.
//
// In, in a worker: the update (a lambda that the generated code made before the
// loop) and its operands. Out, in the parent: the update is called with equal
// operands. The record of a chunk is { size of the updates, updates
// (updates.h), owned objects (owned.h) }.

#ifndef PARALOOP_ITERATION_H
#define PARALOOP_ITERATION_H

#include "paraloop/bytes.h"
#include "paraloop/element_folds.h"
#include "paraloop/generated.h"
#include "paraloop/guard.h"
#include "paraloop/operand.h"
#include "paraloop/owned.h"
#include "paraloop/region.h"
#include "paraloop/updates.h"

#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <tuple>
#include <type_traits>
#include <typeinfo>
#include <utility>

namespace paraloop {
namespace detail {

/// apply() applies the record of a chunk: what its iterations own first,
/// because an update may read that.
inline void apply(Reader record) {
  if (record.at_end())
    return;
  const Reader updates = take_updates(record);
  if (!record.at_end())
    Owned::apply(record);
  apply_updates(updates);
}

/// InGuardedMemory ends an iteration in a worker.
struct InGuardedMemory {};

} // namespace detail

/// ElementTerm is a variable of an inner loop in a subscript: `factor` times
/// what runs from `first` to `last`.
struct ElementTerm {
  std::int64_t factor;
  std::int64_t first;
  std::int64_t last;
};

namespace detail {
struct Whole {
  template <class T> T &operator()(T &object) const { return object; }
};

/// is_in_one_piece is true for pointers, arrays, and containers with data().
template <class Elements, class = void>
inline constexpr bool is_in_one_piece =
    std::is_pointer_v<std::remove_reference_t<Elements>> ||
    std::is_array_v<std::remove_reference_t<Elements>>;
template <class Elements>
inline constexpr bool is_in_one_piece<
    Elements, std::void_t<decltype(std::declval<Elements &>().data())>> = true;
} // namespace detail

/// Iteration is what a body has of the iteration that it runs, in a worker.
class Iteration {
public:
  /// `region` gets to know of each update; tests of records have none. Without
  /// `folds` each value that is folded is an update of its own.
  Iteration(detail::UpdateWriter &updates, detail::Owned &owned,
            Region *region = nullptr, detail::ElementFolds *folds = nullptr)
      : updates_(updates), owned_(owned), region_(region), folds_(folds) {}

  /// update() records that `update(operands...)` has to be called in the
  /// parent, in iteration order. `update` must have been there before the loop
  /// began. The operands arrive as lvalues that are equal to what they are now;
  /// an rvalue of a class is moved from, as the sequential program would do.
  /// Arrays and C strings arrive with their text (see operand.h).
  template <class Update, class... Operands>
  void update(const Update &update, Operands &&...operands) {
    constexpr bool carried =
        (detail::IsCarried<detail::Carried<Operands>>::value && ...);
    if constexpr (!carried)
      (detail::explain_operand<detail::Carried<Operands>>(), ...);
    else if (!left_)
      record<Operands...>(&detail::thunk<Update, detail::Carried<Operands>...>,
                          &update, operands...);
  }

  /// The same, with the operands evaluated from left to right.
  template <class Update, class... T>
  void update(const Update &update, Operands<T...> operands) {
    std::apply(
        [&](auto &&...one) {
          this->update(update, std::forward<decltype(one)>(one)...);
        },
        std::move(operands.references));
  }

  /// bind() records that `update(operands...)` has to be called in the parent.
  /// Returns what stands for the reference that it returns, as an operand of
  /// later updates of this iteration.
  template <class Update, class... Operands>
  auto bind(const Update &update, Operands &&...operands) {
    using Result = std::remove_reference_t<decltype(update(
        std::declval<detail::Decode<detail::Carried<Operands>> &>().value...))>;
    constexpr bool carried =
        (detail::IsCarried<detail::Carried<Operands>>::value && ...);
    if constexpr (!carried)
      (detail::explain_operand<detail::Carried<Operands>>(), ...);
    else if (!left_)
      record<Operands...>(
          &detail::bind_thunk<Update, detail::Carried<Operands>...>, &update,
          operands...);
    return detail::Bound<Result, Update>();
  }

  /// The same, with the operands evaluated from left to right.
  template <class Update, class... T>
  auto bind(const Update &update, Operands<T...> operands) {
    return std::apply(
        [&](auto &&...one) {
          return this->bind(update, std::forward<decltype(one)>(one)...);
        },
        std::move(operands.references));
  }

  // sum() records that `update(operands..., value)` adds a whole number to one
  // to which the loop does nothing else; the others do as their names say. The
  // parent may call it once for many, with the sum of their values, a
  // std::uint64_t, at the end of the chunk.

  template <class Update, class Value, class... Operands>
  void sum(const Update &update, Value value, Operands &&...operands) {
    fold<detail::SumOfParts, Operands...>(update, value, operands...);
  }
  template <class Update, class Value, class... Operands>
  void bit_and(const Update &update, Value value, Operands &&...operands) {
    fold<detail::AndOfParts, Operands...>(update, value, operands...);
  }
  template <class Update, class Value, class... Operands>
  void bit_or(const Update &update, Value value, Operands &&...operands) {
    fold<detail::OrOfParts, Operands...>(update, value, operands...);
  }
  template <class Update, class Value, class... Operands>
  void bit_xor(const Update &update, Value value, Operands &&...operands) {
    fold<detail::XorOfParts, Operands...>(update, value, operands...);
  }

  // The same, with the value and the operands evaluated from left to right.

  template <class Update, class... T>
  void sum(const Update &update, Operands<T...> all) {
    std::apply(
        [&](auto &&...one) {
          sum(update, std::forward<decltype(one)>(one)...);
        },
        std::move(all.references));
  }
  template <class Update, class... T>
  void bit_and(const Update &update, Operands<T...> all) {
    std::apply(
        [&](auto &&...one) {
          bit_and(update, std::forward<decltype(one)>(one)...);
        },
        std::move(all.references));
  }
  template <class Update, class... T>
  void bit_or(const Update &update, Operands<T...> all) {
    std::apply(
        [&](auto &&...one) {
          bit_or(update, std::forward<decltype(one)>(one)...);
        },
        std::move(all.references));
  }
  template <class Update, class... T>
  void bit_xor(const Update &update, Operands<T...> all) {
    std::apply(
        [&](auto &&...one) {
          bit_xor(update, std::forward<decltype(one)>(one)...);
        },
        std::move(all.references));
  }

  /// A temporary is gone before the parent could call it.
  template <class Update, class... Operands>
  void update(const Update &&update, Operands &&...operands) = delete;

  /// own() notes that the body changes `object`, and returns it. The change
  /// stays in this worker; the value that the object has at the end of the
  /// chunk travels. No other iteration may read what this one assigns.
  template <class T> T &own(T &object) {
    owned_.add(object);
    return object;
  }

  /// own_behind() is own() for what a pointer refers to; it returns the
  /// address.
  template <class Pointer> auto *own_behind(const Pointer &pointer) {
    return std::addressof(own(*pointer));
  }

  /// own_one_of() is own_behind() for an object of one of these classes, which
  /// have virtual functions. With an object of another class, the iteration has
  /// to run natively.
  template <class... Classes, class Pointer>
  auto *own_one_of(const Pointer &pointer) {
    auto &object = *pointer;
    if (!(own_if_is<Classes>(object) || ...)) {
      left_ = true;
      throw detail::InGuardedMemory();
    }
    return std::addressof(object);
  }

  /// once() returns true the first time that it is called with this number in
  /// an iteration. Numbers from 64 on are always new.
  bool once(unsigned number) {
    const std::uint64_t bit = number < 64 ? std::uint64_t{1} << number : 0;
    const bool isNew = (once_ & bit) == 0;
    once_ |= bit;
    return isNew;
  }

  /// own_elements() is own() for the elements of an array or a container, which
  /// may be constant, at `start` plus each sum of the terms; `part` picks a
  /// part of each.
  template <class Elements, class Part = detail::Whole>
  void own_elements(Elements &&elements, std::int64_t start,
                    std::initializer_list<ElementTerm> terms = {},
                    Part part = {}) {
    constexpr bool in_one_piece = detail::is_in_one_piece<Elements> &&
                                  std::is_same_v<Part, detail::Whole>;
    if constexpr (in_one_piece)
      if (terms.size() != 0 && terms.begin()[terms.size() - 1].factor == 1)
        return own_stretches(elements, start, terms);
    for_each_place(start, terms.begin(), terms.end(), [&](std::int64_t at) {
      owned_.add(changeable(part(element(elements, at))));
    });
  }

  /// own_existing() is own_elements() for those that there are.
  template <class Elements, class Part = detail::Whole>
  void own_existing(Elements &elements, std::int64_t start,
                    std::initializer_list<ElementTerm> terms = {},
                    Part part = {}) {
    for_each_place(start, terms.begin(), terms.end(), [&](std::int64_t at) {
      if (exists(elements, at))
        owned_.add(changeable(part(element(elements, at))));
    });
  }

  /// exists() returns true if an array or a container has that element.
  template <class Elements>
  static bool exists(const Elements &elements, std::int64_t at) {
    return at >= 0 && at < static_cast<std::int64_t>(std::size(elements));
  }

  /// outside() returns `object`, unless it lies in the guarded memory: then
  /// this iteration reads what another one writes, and has to run natively.
  template <std::size_t N, class T>
  T &outside(const Guard<N> &guard, T &object) {
    if (guard.meets(object)) {
      left_ = true; // Even if the body catches what is thrown.
      throw detail::InGuardedMemory();
    }
    return object;
  }

  /// leave() says that this iteration has to run natively, because it breaks,
  /// returns or jumps.
  void leave() { left_ = true; }

  bool left() const { return left_; }

  /// is_recorded() returns false if the iteration has to run natively.
  bool is_recorded() const {
    return !left_ && !updates_.writer().overflowed() && !owned_.failed();
  }

private:
  /// A cast in C's way goes back from a private base, too.
  template <class Class, class Object> bool own_if_is(Object &object) {
    if (typeid(object) != typeid(Class))
      return false;
    owned_.add_parts((Class &)object);
    return true;
  }

  template <class Elements>
  static auto &element(Elements &elements, std::int64_t at) {
    if constexpr (std::is_class_v<Elements>)
      return elements[static_cast<std::size_t>(at)];
    else
      return elements[at];
  }

  /// changeable() is for elements that are reached by way of an accessor which
  /// returns a constant container. The body changes them by another way.
  template <class T> static T &changeable(const T &element) {
    return const_cast<T &>(element);
  }

  /// own_stretches() is own_elements() where the last term counts elements that
  /// lie side by side.
  template <class Elements>
  void own_stretches(Elements &elements, std::int64_t start,
                     std::initializer_list<ElementTerm> terms) {
    const ElementTerm &last = terms.begin()[terms.size() - 1];
    if (last.first > last.last)
      return;
    const auto count = static_cast<std::size_t>(last.last - last.first + 1);
    for_each_place(
        start + last.first, terms.begin(), &last, [&](std::int64_t at) {
          owned_.add(std::addressof(changeable(element(elements, at))), count);
        });
  }

  template <class Visit>
  static void for_each_place(std::int64_t at, const ElementTerm *term,
                             const ElementTerm *end, const Visit &visit) {
    if (term == end)
      return visit(at);
    for (std::int64_t value = term->first; value <= term->last; ++value)
      for_each_place(at + term->factor * value, term + 1, end, visit);
  }

  template <class Operation, class... Operands, class Update, class Value>
  void fold(const Update &update, Value value,
            std::remove_reference_t<Operands> &...operands) {
    std::uint64_t bits = detail::folded_bits(value);
    if (left_)
      return;
    if constexpr (detail::FoldKeys<detail::Carried<Operands>...>::possible)
      if (folds_ &&
          fold_into<Operation, Operands...>(update, bits, operands...))
        return;
    record<Operands..., std::uint64_t &>(
        &detail::thunk<Update, detail::Carried<Operands>..., std::uint64_t>,
        &update, operands..., bits);
  }

  template <class Operation, class... Operands, class Update>
  bool fold_into(const Update &update, std::uint64_t bits,
                 std::remove_reference_t<Operands> &...operands) {
    try {
      auto &log =
          folds_->of<Update, Operation, detail::Carried<Operands>...>(update);
      if (!log.pays())
        return false;
      log.fold(bits, detail::take_operand<Operands>(operands)...);
    } catch (...) { // The body must not see this.
      left_ = true;
    }
    return true;
  }

  template <class... Operands>
  void record(detail::Thunk thunk, const void *update,
              std::remove_reference_t<Operands> &...operands) {
    if (__builtin_expect(region_ && region_->printed(), false))
      return record_behind_print<Operands...>(thunk, update, operands...);
    append<Operands...>(thunk, update, operands...);
  }

  /// A function of its own: a number that outlives a call is kept in memory by
  /// compilers, also in the body's inner loops.
  template <class... Operands>
  [[gnu::noinline, gnu::cold]] void
  record_behind_print(detail::Thunk thunk, const void *update,
                      std::remove_reference_t<Operands> &...operands) {
    region_->note_printed(updates_);
    append<Operands...>(thunk, update, operands...);
  }

  template <class... Operands>
  void append(detail::Thunk thunk, const void *update,
              std::remove_reference_t<Operands> &...operands) {
    updates_.head(thunk, update);
    try {
      (detail::encode<Operands>(updates_.writer(), operands), ...);
    } catch (...) {
      // The body must not see this: it has a try block of its own, perhaps.
      left_ = true;
    }
  }

  detail::UpdateWriter &updates_;
  detail::Owned &owned_;
  Region *const region_;
  detail::ElementFolds *const folds_;
  bool left_ = false;
  std::uint64_t once_ = 0; ///< The numbers below 64 that once() was asked.
};

} // namespace paraloop

#endif
