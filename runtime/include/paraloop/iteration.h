// iteration.h: how an update, or a changed object, gets from a worker to the
// parent.
//
// In, in a worker: the update (a lambda that the generated code made before the
// loop) and its operands. Out, in the parent: the update is called with equal
// operands. fork keeps addresses equal, so that a record names the code and the
// lambda by their addresses: { thunk, update, operands }. The record of a chunk
// is { size of the updates, updates, owned objects (owned.h) }.

#ifndef PARALOOP_ITERATION_H
#define PARALOOP_ITERATION_H

#include "paraloop/bytes.h"
#include "paraloop/generated.h"
#include "paraloop/guard.h"
#include "paraloop/operand.h"
#include "paraloop/owned.h"

#include <cstdint>
#include <initializer_list>
#include <tuple>
#include <type_traits>
#include <utility>

namespace paraloop {
namespace detail {

/// Thunk decodes the operands of one update and calls it.
using Thunk = void (*)(const void *update, Reader &reader);

/// Replay decodes the operands `Next`, in their order, each into a local
/// variable, and then calls the update.
template <class... Next> struct Replay;
template <> struct Replay<> {
  template <class Update, class... Decoded>
  static void call(const Update &update, Reader &, Decoded &...operands) {
    update(operands...);
  }
};
template <class First, class... Next> struct Replay<First, Next...> {
  template <class Update, class... Decoded>
  static void call(const Update &update, Reader &reader, Decoded &...operands) {
    Decode<First> first(reader);
    Replay<Next...>::call(update, reader, operands..., first.value);
  }
};

template <class Update, class... Operands>
void thunk(const void *update, Reader &reader) {
  Replay<Operands...>::call(*static_cast<const Update *>(update), reader);
}

/// apply_updates() executes updates, in order.
inline void apply_updates(Reader updates) {
  while (!updates.at_end()) {
    const Thunk thunk = updates.value<Thunk>();
    const void *update = updates.value<const void *>();
    thunk(update, updates);
  }
}

/// begin_record() and end_updates() write the size of a record's updates; what
/// is appended after end_updates() are owned objects.
inline void begin_record(Writer &writer) { writer.value(std::uint64_t{0}); }
inline void end_updates(Writer &writer) {
  constexpr std::size_t head = sizeof(std::uint64_t);
  if (writer.size() >= head)
    writer.replace(0, static_cast<std::uint64_t>(writer.size() - head));
}

/// apply() applies the record of a chunk: what its iterations own first,
/// because an update may read that.
inline void apply(Reader record) {
  if (record.at_end())
    return;
  const auto size = static_cast<std::size_t>(record.value<std::uint64_t>());
  const std::byte *updates = record.bytes(size);
  if (!record.at_end())
    Owned::apply(record);
  apply_updates(Reader(updates, size));
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

/// Iteration is what a body has of the iteration that it runs, in a worker.
class Iteration {
public:
  Iteration(Writer &writer, detail::Owned &owned)
      : writer_(writer), owned_(owned) {}

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
      record<Update, Operands...>(update, operands...);
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

  /// once() returns true the first time that it is called with this number in
  /// an iteration. Numbers from 64 on are always new.
  bool once(unsigned number) {
    const std::uint64_t bit = number < 64 ? std::uint64_t{1} << number : 0;
    const bool isNew = (once_ & bit) == 0;
    once_ |= bit;
    return isNew;
  }

  /// own_elements() is own() for the elements of an array or a container at
  /// `start` plus each sum of the terms.
  template <class Elements>
  void own_elements(Elements &&elements, std::int64_t start,
                    std::initializer_list<ElementTerm> terms = {}) {
    own_terms(elements, start, terms.begin(), terms.end());
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

private:
  template <class Elements>
  void own_terms(Elements &elements, std::int64_t at, const ElementTerm *term,
                 const ElementTerm *end) {
    if (term == end) {
      if constexpr (std::is_class_v<Elements>)
        owned_.add(elements[static_cast<std::size_t>(at)]);
      else
        owned_.add(elements[at]);
      return;
    }
    for (std::int64_t value = term->first; value <= term->last; ++value)
      own_terms(elements, at + term->factor * value, term + 1, end);
  }

  template <class Update, class... Operands>
  void record(const Update &update,
              std::remove_reference_t<Operands> &...operands) {
    writer_.value(
        detail::Thunk(&detail::thunk<Update, detail::Carried<Operands>...>));
    writer_.value(static_cast<const void *>(&update));
    try {
      (detail::encode<Operands>(writer_, operands), ...);
    } catch (...) {
      // The body must not see this: it has a try block of its own, perhaps.
      left_ = true;
    }
  }

  Writer &writer_;
  detail::Owned &owned_;
  bool left_ = false;
  std::uint64_t once_ = 0; ///< The numbers below 64 that once() was asked.
};

} // namespace paraloop

#endif
