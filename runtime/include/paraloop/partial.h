// partial.h: variables whose strategy is the user's own, while the loop runs in
// workers.
//
// In, in a worker: a Variable that the body changes as it likes. Out, in the
// parent: for each chunk, in order, what the chunk made of
// Strategy::identity(), given to Strategy::aggregate().

#ifndef PARALOOP_PARTIAL_H
#define PARALOOP_PARTIAL_H

#include "paraloop/codec.h"
#include "paraloop/updates.h"
#include "paraloop/variable.h"

#include <cstdint>
#include <optional>
#include <type_traits>

namespace paraloop {

/// Partial is a Variable's way through run(). It holds a pointer to the
/// variable, which must outlive it.
template <class T, class Strategy> class Partial {
public:
  static_assert(
      !std::is_same_v<Strategy, Last>,
      "paraloop: with Last, a run of iterations that assigns nothing would "
      "undo what earlier ones assigned; its updates have to be replayed");

  explicit Partial(Variable<T, Strategy> &variable) : variable_(&variable) {}

  // What run_chunk() asks of a partial value: can it go back to what it was
  // when an iteration began?
  static constexpr bool can_go_back = false;
  template <class Visit> void for_each_object(const Visit &visit) const {
    visit(variable_, sizeof *variable_);
  }
  void mark() {}
  void go_back() {}

  /// reset() begins a chunk, in a worker.
  void reset() {
    if (!start_)
      start_.emplace(variable_->value_);
    variable_->value_ = Strategy::identity(*start_);
  }

  /// write() ends a chunk, in a worker: it appends the partial value as one
  /// more update.
  void write(detail::UpdateWriter &updates) const {
    updates.head(&Partial::aggregate, variable_);
    detail::Encode<T>::write(updates.writer(), variable_->value_);
  }

private:
  static void aggregate(const void *address, Reader &reader, std::uint64_t) {
    // The address is the one of `variable`, which is not const.
    auto *variable =
        static_cast<Variable<T, Strategy> *>(const_cast<void *>(address));
    T partial = Codec<T>::read(reader);
    Strategy::aggregate(variable->value_, std::move(partial));
  }

  Variable<T, Strategy> *variable_;
  std::optional<T> start_;
};

/// partial() is what the generated code gives to run() for a Variable with a
/// user-defined strategy.
template <class T, class Strategy>
Partial<T, Strategy> partial(Variable<T, Strategy> &variable) {
  return Partial<T, Strategy>(variable);
}

} // namespace paraloop

#endif
