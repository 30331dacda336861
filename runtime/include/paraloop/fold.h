// fold.h: whole numbers that the loop only folds values into.
//
// In, in a worker: `total += value`, as often as the body likes. Out, in the
// parent: `total` has the value that the sequential loop gives it.
//
// Adding whole numbers, modulo two to the power of their width, may be done in
// any order; so may and, or, exclusive or. So an iteration folds into a Part,
// which is a local variable of the body and can stay in a register; the parts
// of a chunk are folded into the worker's copy of the number, and one update
// folds that into the parent's.

#ifndef PARALOOP_FOLD_H
#define PARALOOP_FOLD_H

#include "paraloop/updates.h"

#include <cstdint>
#include <type_traits>

namespace paraloop {
namespace detail {

// Operations, with what folding begins with.

struct SumOfParts {
  template <class T> static T identity() { return T(); }
  template <class T> static void fold(T &value, T by) {
    value = static_cast<T>(value + by);
  }
};
struct AndOfParts {
  template <class T> static T identity() {
    if constexpr (std::is_same_v<T, bool>)
      return true;
    else
      return static_cast<T>(~T());
  }
  template <class T> static void fold(T &value, T by) {
    value = static_cast<T>(value & by);
  }
};
struct OrOfParts {
  template <class T> static T identity() { return T(); }
  template <class T> static void fold(T &value, T by) {
    value = static_cast<T>(value | by);
  }
};
struct XorOfParts {
  template <class T> static T identity() { return T(); }
  template <class T> static void fold(T &value, T by) {
    value = static_cast<T>(value ^ by);
  }
};

/// Modulo is the type that a T is folded in: one that wraps around where a T
/// would overflow. Only the sequential order of all values decides about that.
template <class T, class = void> struct Modulo {
  using type = std::make_unsigned_t<T>;
};
template <class T> struct Modulo<T, std::enable_if_t<std::is_same_v<T, bool>>> {
  using type = bool;
};

/// Part is what one iteration folds into, in the place of the number `whole`.
/// At its end it is folded into that.
template <class T, class Operation> class Part {
public:
  explicit Part(T &whole) : whole_(whole) {}
  ~Part() {
    Bits all = static_cast<Bits>(whole_);
    Operation::fold(all, value_);
    whole_ = static_cast<T>(all);
  }
  Part(const Part &) = delete;
  Part &operator=(const Part &) = delete;

  template <class U> void operator+=(U value) { fold(value); }
  template <class U> void operator-=(U value) { fold(0 - bits(value)); }
  template <class U> void operator&=(U value) { fold(value); }
  template <class U> void operator|=(U value) { fold(value); }
  template <class U> void operator^=(U value) { fold(value); }
  void operator++() { ++value_; }
  void operator++(int) { ++value_; }
  void operator--() { --value_; }
  void operator--(int) { --value_; }

  template <class U> void fold(U value) {
    Operation::fold(value_, bits(value));
  }

private:
  using Bits = typename Modulo<T>::type;

  template <class U> static Bits bits(U value) {
    return static_cast<Bits>(value);
  }

  T &whole_;
  Bits value_ = Operation::template identity<Bits>();
};

/// Folded is the way of such a number through a loop. It holds a pointer to the
/// number, which must outlive it.
template <class T, class Operation> class Folded {
public:
  static_assert(std::is_integral_v<T> && sizeof(T) <= sizeof(std::uint64_t));

  explicit Folded(T &value) : value_(&value) {}

  // What run_chunk() asks of a partial value; see partial.h.
  static constexpr bool can_go_back = true;
  template <class Visit> void for_each_object(const Visit &visit) const {
    visit(value_, sizeof *value_);
  }
  void reset() { *value_ = Operation::template identity<T>(); }
  void mark() { mark_ = *value_; }
  void go_back() { *value_ = mark_; }
  void write(UpdateWriter &updates) const {
    updates.head(&Folded::apply, value_);
    updates.writer().value(*value_);
  }

private:
  static void apply(const void *address, Reader &reader, std::uint64_t) {
    // The address is the one of `value`, which is not const.
    T &value = *static_cast<T *>(const_cast<void *>(address));
    Part<T, Operation>(value).fold(reader.value<T>());
  }

  T *value_;
  T mark_ = T();
};

} // namespace detail

// What a body has in the place of a number that it folds into.

template <class T> auto sum_part(T &whole) {
  return detail::Part<T, detail::SumOfParts>(whole);
}
template <class T> auto and_part(T &whole) {
  return detail::Part<T, detail::AndOfParts>(whole);
}
template <class T> auto or_part(T &whole) {
  return detail::Part<T, detail::OrOfParts>(whole);
}
template <class T> auto xor_part(T &whole) {
  return detail::Part<T, detail::XorOfParts>(whole);
}

// What a loop gets for it.

template <class T> auto sum_of_parts(T &value) {
  return detail::Folded<T, detail::SumOfParts>(value);
}
template <class T> auto and_of_parts(T &value) {
  return detail::Folded<T, detail::AndOfParts>(value);
}
template <class T> auto or_of_parts(T &value) {
  return detail::Folded<T, detail::OrOfParts>(value);
}
template <class T> auto xor_of_parts(T &value) {
  return detail::Folded<T, detail::XorOfParts>(value);
}

} // namespace paraloop

#endif
