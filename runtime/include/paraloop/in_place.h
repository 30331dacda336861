// in_place.h: operands that stay where they are.
//
// In, in a worker: something that was there before the loop, or a pointer or
// iterator to it. Out, in the parent: the same object, since fork keeps
// addresses equal and neither process has moved it.

#ifndef PARALOOP_IN_PLACE_H
#define PARALOOP_IN_PLACE_H

#include "paraloop/operand.h"

#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <type_traits>

namespace paraloop {

/// InPlace names an object by its address.
template <class T> struct InPlace { T *address; };
/// in_place() is for an lvalue; the update gets the parent's object.
template <class T> InPlace<T> in_place(T &object) {
  return {std::addressof(object)};
}

/// AsItIs is a pointer, an iterator or a view, whose bytes mean the same in
/// the parent. The library's iterators are made of pointers, though some (of a
/// deque, reverse ones) copy them one by one.
template <class T> struct AsItIs {
  static_assert(std::is_trivially_destructible_v<T>,
                "paraloop: this iterator can't cross from a worker to the "
                "program, because it is more than a pointer");
  T value;
};
template <class T> AsItIs<T> as_it_is(T value) { return {value}; }

namespace detail {

template <class T> struct IsCarried<InPlace<T>> : std::true_type {};
template <class T> struct Encode<InPlace<T>> {
  static void write(Writer &writer, const InPlace<T> &operand) {
    writer.value(operand.address);
  }
};
template <class T> struct Decode<InPlace<T>> {
  explicit Decode(Reader &reader) : value(*reader.value<T *>()) {}
  T &value;
};

template <class T> struct IsCarried<AsItIs<T>> : std::true_type {};
template <class T> struct Encode<AsItIs<T>> {
  static void write(Writer &writer, const AsItIs<T> &operand) {
    writer.bytes(std::addressof(operand.value), sizeof(T));
  }
};
template <class T> struct Decode<AsItIs<T>> {
  explicit Decode(Reader &reader) {
    std::memcpy(bytes, reader.bytes(sizeof(T)), sizeof(T));
  }
  alignas(T) std::byte bytes[sizeof(T)];
  T &value = *std::launder(reinterpret_cast<T *>(bytes));
};

} // namespace detail
} // namespace paraloop

#endif
