// updates.h: the updates of a chunk, as they stand in its record.
//
// In, in a worker: updates (lambdas that the generated code made before the
// loop) and their operands, in the order of the iterations. Out, in the parent:
// the updates are called with equal operands, in that order. fork keeps
// addresses equal, so that a record names the code and the lambda by their
// addresses. Calls of the same update in a row share one head:
//
//     { thunk, update, count, operands of the first call, of the second, ... }

#ifndef PARALOOP_UPDATES_H
#define PARALOOP_UPDATES_H

#include "paraloop/bytes.h"
#include "paraloop/operand.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <type_traits>

namespace paraloop {
namespace detail {

/// Thunk calls an update `count` times, each time with operands of its own.
using Thunk = void (*)(const void *update, Reader &reader, std::uint64_t count);

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
void thunk(const void *update, Reader &reader, std::uint64_t count) {
  const Update &called = *static_cast<const Update *>(update);
  // A copy that nothing else knows stays in registers.
  Reader operands = reader;
  for (; count != 0; --count)
    Replay<Operands...>::call(called, operands);
  reader = operands;
}

/// bound_address is the address of what the last call of an update returned, in
/// the parent; bound_number is the place of a number that it returned.
template <class Update> inline const void *bound_address = nullptr;
template <class Update, class Number> inline Number bound_number{};

/// bind_thunk() is thunk() for an update that returns a reference, or a number,
/// which later ones of the iteration take as an operand.
template <class Update, class... Operands>
void bind_thunk(const void *update, Reader &reader, std::uint64_t count) {
  const Update &called = *static_cast<const Update *>(update);
  const auto bind = [&](auto &...operands) {
    using Result = decltype(called(operands...));
    if constexpr (std::is_reference_v<Result>) {
      bound_address<Update> = std::addressof(called(operands...));
    } else {
      auto &kept = bound_number<Update, std::remove_cv_t<Result>>;
      kept = called(operands...);
      bound_address<Update> = &kept;
    }
  };
  for (; count != 0; --count)
    Replay<Operands...>::call(bind, reader);
}

/// Bound is what a worker has in the place of that, a T.
template <class T, class Update> struct Bound {};

template <class T, class Update>
struct IsCarried<Bound<T, Update>> : std::true_type {};
template <class T, class Update> struct Encode<Bound<T, Update>> {
  static void write(Writer &, const Bound<T, Update> &) {}
};
template <class T, class Update> struct Decode<Bound<T, Update>> {
  explicit Decode(Reader &)
      : value(*static_cast<T *>(const_cast<void *>(bound_address<Update>))) {}
  T &value;
};

/// apply_updates() executes updates, in order.
inline void apply_updates(Reader updates) {
  while (!updates.at_end()) {
    const Thunk thunk = updates.value<Thunk>();
    const void *update = updates.value<const void *>();
    const std::uint64_t count = updates.value<std::uint64_t>();
    thunk(update, updates, count);
  }
}

/// UpdateWriter writes the updates of one chunk, with their size before them:
/// what finish() leaves is what take_updates() takes. It refers to the Writer,
/// which must outlive it.
class UpdateWriter {
public:
  explicit UpdateWriter(Writer &writer) : writer_(writer) {
    writer.value(std::uint64_t{0});
  }

  /// head() begins one call of `update`; its operands follow in writer().
  void head(Thunk thunk, const void *update) {
    if (thunk == thunk_ && update == update_) {
      ++count_;
      return;
    }
    end_run();
    thunk_ = thunk;
    update_ = update;
    writer_.value(thunk);
    writer_.value(update);
    count_at_ = writer_.size();
    count_ = 1;
    writer_.value(count_);
  }

  Writer &writer() { return writer_; }

  /// Mark is a place to go back to.
  struct Mark {
    std::size_t size;
    std::size_t count_at;
    std::uint64_t count;
  };
  Mark mark() const { return {writer_.size(), count_at_, count_}; }

  /// rewind() forgets everything after the mark.
  void rewind(const Mark &mark) {
    writer_.rewind(mark.size);
    count_at_ = mark.count_at;
    count_ = mark.count;
    end_run();
  }

  /// clear() forgets everything.
  void clear() {
    writer_.rewind(sizeof(std::uint64_t));
    count_ = 0;
    end_run();
  }

  /// finish() completes what was written.
  void finish() {
    end_run();
    if (!writer_.overflowed())
      writer_.replace(0, static_cast<std::uint64_t>(writer_.size() -
                                                    sizeof(std::uint64_t)));
  }

private:
  /// end_run() completes the calls of one update.
  void end_run() {
    if (count_ != 0 && !writer_.overflowed())
      writer_.replace(count_at_, count_);
    count_ = 0;
    thunk_ = nullptr;
  }

  Writer &writer_;
  Thunk thunk_ = nullptr; ///< Of the run; null if there is none.
  const void *update_ = nullptr;
  std::size_t count_at_ = 0; ///< Where the run's count stands.
  std::uint64_t count_ = 0;
};

/// take_updates() takes what an UpdateWriter wrote.
inline Reader take_updates(Reader &record) {
  const auto size = static_cast<std::size_t>(record.value<std::uint64_t>());
  return Reader(record.bytes(size), size);
}

} // namespace detail
} // namespace paraloop

#endif
