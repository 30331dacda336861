// tape.h: updates of plain numbers, which workers execute in turn.
//
// In, in a worker: an update that touches nothing but some numbers (`sum += x`,
// `if (x > best) { best = x; at = i; }`), and its operands. Out, in the parent:
// the numbers have the values that the sequential loop gives them.
//
// Such an update may round, or keep the first of several, so that its calls
// have to be made in order; but it needs nothing of the parent. A worker writes
// the operands of its chunk to a tape. When all chunks before are done, it
// takes over the running values that they have left, calls the update for all
// that is on the tape, and leaves the running values to the next chunk. Only
// those travel.

#ifndef PARALOOP_TAPE_H
#define PARALOOP_TAPE_H

#include "paraloop/generated.h"
#include "paraloop/region.h"
#include "paraloop/updates.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <tuple>
#include <type_traits>
#include <utility>

namespace paraloop {
namespace detail {

/// Play calls an update for what stands on a tape.
using Play = void (*)(const void *update, const std::byte *begin,
                      const std::byte *end);

template <class T> T taken(const std::byte *&at) {
  T value;
  std::memcpy(&value, at, sizeof value);
  at += sizeof value;
  return value;
}

template <class Update, class... Operands>
void play(const void *update, const std::byte *begin, const std::byte *end) {
  const Update &called = *static_cast<const Update *>(update);
  while (begin != end) {
    std::tuple<Operands...> operands{taken<Operands>(begin)...};
    std::apply(called, operands);
    if constexpr (sizeof...(Operands) == 0)
      ++begin; // See Tape::add().
  }
}

/// FullTape is somebody who makes room on a tape.
class FullTape {
public:
  /// make_room() takes the tape's contents up to `end`, which `play` belongs
  /// to.
  virtual void make_room(Play play, const std::byte *end) noexcept = 0;

protected:
  ~FullTape() = default;
};

/// Tape is what a body has of an update: a place to write operands to. It is a
/// local variable that nothing else gets to know, so that it stays in
/// registers.
template <class Update> class Tape {
public:
  Tape() = default;
  Tape(FullTape &full, std::byte *begin, std::byte *end)
      : full_(&full), begin_(begin), next_(begin), end_(end) {}

  /// add() notes a call of the update. EXPECTS: always operands of the same
  /// types.
  template <class... T> void add(const T &...operands) {
    constexpr std::size_t size = (sizeof(T) + ... + 0);
    static_assert((std::is_trivially_copyable_v<T> && ...));
    play_ = &play<Update, std::remove_cv_t<T>...>;
    if (__builtin_expect(static_cast<std::size_t>(end_ - next_) <
                             std::max<std::size_t>(size, 1),
                         false))
      next_ = emptied(full_, play_, begin_, next_);
    (put(operands), ...);
    if constexpr (size == 0)
      put(std::byte()); // Calls without operands have to be counted, too.
  }

  /// The same, with the operands evaluated from left to right.
  template <class... T> void add(Operands<T...> operands) {
    std::apply([&](auto &&...one) { this->add(one...); },
               std::move(operands.references));
  }

  /// mark() returns a place to go back to.
  std::byte *mark() const { return next_; }
  void rewind(std::byte *mark) { next_ = mark; }

  /// play_all() calls the update for all that stands on the tape.
  void play_all(const Update &update) const {
    if (next_ != begin_)
      play_(&update, begin_, next_);
  }

private:
  template <class T> void put(const T &operand) {
    std::memcpy(next_, &operand, sizeof operand);
    next_ += sizeof operand;
  }

  /// A function of its own, which doesn't know where the tape is.
  [[gnu::noinline, gnu::cold]] static std::byte *
  emptied(FullTape *full, Play play, std::byte *begin,
          const std::byte *next) noexcept {
    full->make_room(play, next);
    return begin;
  }

  FullTape *full_ = nullptr;
  std::byte *begin_ = nullptr;
  std::byte *next_ = nullptr;
  std::byte *end_ = nullptr;
  Play play_ = nullptr;
};

/// InTurn is the way of an update's numbers through run(). It holds pointers to
/// the update and the numbers, which must outlive it.
template <class Update, class... Numbers> class InTurn final : FullTape {
public:
  static_assert((std::is_trivially_copyable_v<Numbers> && ...));

  /// Bytes that the running values take.
  static constexpr std::size_t size = (sizeof(Numbers) + ... + 0);

  InTurn(const Update &update, Numbers &...numbers)
      : update_(&update), numbers_(&numbers...) {}

  // What run_chunk() asks of a partial value; see partial.h.
  static constexpr bool can_go_back = true;
  void mark() {}
  void go_back() {}
  void reset() { is_ours_ = false; }
  template <class Visit> void for_each_object(const Visit &visit) const {
    std::apply([&](auto *...number) { (visit(number, sizeof *number), ...); },
               numbers_);
  }
  void write(UpdateWriter &updates) const {
    std::apply([&](auto *...number) { (write(updates, *number), ...); },
               numbers_);
  }

  /// begin_at() leaves the values to the first chunk; `running` is where they
  /// are among those of the loop, and `place` how far from the first of them.
  void begin_at(std::byte *running, std::size_t place) {
    place_ = place;
    copy_to(running + place);
  }

  /// tape() returns an empty tape, in a worker.
  Tape<Update> tape(Region &region) {
    region_ = &region;
    if (!memory_)
      memory_.reset(new std::byte[capacity]);
    return {*this, memory_.get(), memory_.get() + capacity};
  }

  /// is_begun() returns true if some calls of the chunk were made already, and
  /// can't be taken back.
  bool is_begun() const { return is_ours_; }

  /// finish() makes the calls that the chunk has left, when it is its turn, and
  /// leaves the running values to the next one. Returns false if nobody wants
  /// the chunk any more.
  bool finish(const Tape<Update> &tape) {
    if (!take_over())
      return false;
    tape.play_all(*update_);
    copy_to(region_->running_after() + place_);
    return true;
  }

private:
  /// A chunk's operands should find room, so that workers don't wait for each
  /// other in the middle of one; and all of it in a processor's cache. In
  /// bytes.
  static constexpr std::size_t capacity = std::size_t{1} << 20;

  template <class T> static void write(UpdateWriter &updates, T &number) {
    updates.head(&InTurn::assign<T>, &number);
    updates.writer().value(number);
  }
  template <class T>
  static void assign(const void *number, Reader &reader, std::uint64_t count) {
    for (; count != 0; --count) // It isn't const.
      *static_cast<T *>(const_cast<void *>(number)) = reader.value<T>();
  }

  void make_room(Play play, const std::byte *end) noexcept override {
    if (take_over())
      play(update_, memory_.get(), end);
  }

  void copy_to(std::byte *running) const {
    for_each_object([&](const void *number, std::size_t bytes) {
      std::memcpy(running, number, bytes);
      running += bytes;
    });
  }

  /// take_over() waits until it is the chunk's turn.
  bool take_over() {
    if (is_ours_)
      return true;
    const std::byte *running = region_->running_before();
    if (!running)
      return false;
    running += place_;
    std::apply([&](auto *...number) { (take(*number, running), ...); },
               numbers_);
    is_ours_ = true;
    return true;
  }
  template <class T> static void take(T &number, const std::byte *&running) {
    number = taken<T>(running);
  }

  const Update *update_;
  std::tuple<Numbers *...> numbers_;
  std::unique_ptr<std::byte[]> memory_; // of the tape
  Region *region_ = nullptr;
  std::size_t place_ = 0;
  bool is_ours_ = false; // the numbers have the running values of this chunk
};

template <class Partial> inline constexpr bool is_in_turn = false;
template <class Update, class... Numbers>
inline constexpr bool is_in_turn<InTurn<Update, Numbers...>> = true;

template <class Partial> auto if_in_turn(Partial &partial) {
  if constexpr (is_in_turn<Partial>)
    return std::tuple<Partial &>(partial);
  else
    return std::tuple<>();
}

/// those_in_turn() returns references to those partial values that are an
/// InTurn.
template <class... Partials> auto those_in_turn(Partials &...partials) {
  return std::tuple_cat(if_in_turn(partials)...);
}

/// offer() leaves all running values to the first chunk.
template <class... InTurns>
void offer(Region &region, std::tuple<InTurns &...> all) {
  static_assert((InTurns::size + ... + 0) <= running_bytes);
  std::byte *const running = region.running_at_start();
  if (!running)
    return;
  std::size_t place = 0;
  std::apply(
      [&](auto &...one) {
        ((one.begin_at(running, place), place += one.size), ...);
      },
      all);
}

template <class... InTurns>
auto tapes_for(Region &region, std::tuple<InTurns &...> all) {
  return std::apply(
      [&](auto &...one) { return std::make_tuple(one.tape(region)...); }, all);
}

template <class... InTurns>
bool any_is_begun(const std::tuple<InTurns &...> &all) {
  return std::apply([](const auto &...one) { return (one.is_begun() || ...); },
                    all);
}

template <class... Tapes> auto marks_of(const std::tuple<Tapes...> &tapes) {
  return std::apply(
      [](const auto &...tape) { return std::make_tuple(tape.mark()...); },
      tapes);
}

template <class... Tapes, class Marks, std::size_t... I>
void rewind_all(std::tuple<Tapes...> &tapes, const Marks &marks,
                std::index_sequence<I...>) {
  (std::get<I>(tapes).rewind(std::get<I>(marks)), ...);
}

/// finish_all() makes the calls that all tapes have left. Returns false if
/// nobody wants the chunk any more.
template <class... InTurns, class... Tapes, std::size_t... I>
bool finish_all(const std::tuple<InTurns &...> &all,
                const std::tuple<Tapes...> &tapes, std::index_sequence<I...>) {
  return (std::get<I>(all).finish(std::get<I>(tapes)) && ...);
}

} // namespace detail

/// in_turn() is what the generated code gives to run() for an update that
/// touches nothing but these numbers, which nothing else touches. The body gets
/// a Tape for it.
template <class Update, class... Numbers>
auto in_turn(const Update &update, Numbers &...numbers) {
  return detail::InTurn<Update, Numbers...>(update, numbers...);
}

} // namespace paraloop

#endif
