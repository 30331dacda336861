// codec/core.h: how a value is taken apart into bytes in a worker and put
// together again in the parent.
//
// In: a value of a type that travels. Out: its bytes in a Writer; and from a
// Reader, an equal value. This file fixes what a Codec is, and serves numbers,
// enumerations, trivially copyable classes and classes with a member
// serialize(). The other files of this folder serve the templates of the
// standard library.

#ifndef PARALOOP_CODEC_CORE_H
#define PARALOOP_CODEC_CORE_H

#include "paraloop/bytes.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <string_view>
#include <type_traits>
#include <utility>

#if __cplusplus >= 202002L
#include <version>
#if defined(__cpp_lib_span)
#include <span>
#endif
#endif

namespace paraloop {

/// Codec<T> says how a T travels. It has two static members:
///
///     static void write(Writer &writer, const T &value);
///     static T read(Reader &reader);
///
/// read() takes exactly the bytes that write() appended. Specialise it for a
/// class of your own, or give the class a member `template <class A> void
/// serialize(A &archive) { archive(a, b, c); }` and a default constructor. The
/// second parameter is there for partial specialisations that need a condition.
template <class T, class Condition = void> struct Codec {};

namespace detail {

template <class T, class = void> struct HasCodec : std::false_type {};
template <class T>
struct HasCodec<
    T, std::void_t<decltype(Codec<T>::write(std::declval<Writer &>(),
                                            std::declval<const T &>())),
                   decltype(Codec<T>::read(std::declval<Reader &>()))>>
    : std::true_type {};

} // namespace detail

/// travels<T> is true if a T can go from a worker to the parent.
template <class T> inline constexpr bool travels = detail::HasCodec<T>::value;

/// WriteArchive is what a class's serialize() gets in a worker; it appends each
/// value that it is called with.
class WriteArchive {
public:
  explicit WriteArchive(Writer &writer) : writer_(writer) {}
  template <class... Ts> void operator()(const Ts &...values) {
    (Codec<Ts>::write(writer_, values), ...);
  }

private:
  Writer &writer_;
};

/// ReadArchive is what a class's serialize() gets in the parent; it assigns
/// each value that it is called with.
class ReadArchive {
public:
  explicit ReadArchive(Reader &reader) : reader_(reader) {}
  template <class... Ts> void operator()(Ts &...values) {
    ((values = Codec<Ts>::read(reader_)), ...);
  }

private:
  Reader &reader_;
};

namespace detail {

template <class T, class = void> struct HasSerialize : std::false_type {};
template <class T>
struct HasSerialize<T, std::void_t<decltype(std::declval<T &>().serialize(
                           std::declval<WriteArchive &>()))>> : std::true_type {
};

template <class T, class = void> struct IsIterator : std::false_type {};
template <class T>
struct IsIterator<
    T, std::void_t<typename std::iterator_traits<T>::iterator_category>>
    : std::is_class<T> {};

/// IsView is true for classes that only point to what somebody else owns.
template <class T> struct IsView : IsIterator<T> {};
template <class C, class Traits>
struct IsView<std::basic_string_view<C, Traits>> : std::true_type {};
template <class T> struct IsView<std::initializer_list<T>> : std::true_type {};
template <class T> struct IsView<std::reference_wrapper<T>> : std::true_type {};
#if defined(__cpp_lib_span)
template <class T, std::size_t N>
struct IsView<std::span<T, N>> : std::true_type {};
#endif

/// HasOwnCodec is true for templates of the standard library that may be
/// trivially copyable, but whose parts have to be looked at one by one, because
/// one of them could be a pointer.
template <class T> struct HasOwnCodec : std::false_type {};

template <class T>
inline constexpr bool is_plain_class =
    std::is_class_v<T> &&std::is_trivially_copyable_v<T> && !IsView<T>::value &&
    !HasOwnCodec<T>::value && !HasSerialize<T>::value;

template <class T>
inline constexpr bool is_plain_union =
    std::is_union_v<T> &&std::is_trivially_copyable_v<T>;

/// travels_as_bytes<T> is true if a T is its object representation, so that
/// many of them travel as one copy.
template <class T>
inline constexpr bool travels_as_bytes =
    !std::is_const_v<T> && !std::is_volatile_v<T> &&
    (std::is_arithmetic_v<T> || std::is_enum_v<T> || is_plain_class<T> ||
     is_plain_union<T>);

/// write_count() and read_count() carry the number of elements of a container.
inline void write_count(Writer &writer, std::size_t count) {
  writer.value(static_cast<std::uint64_t>(count));
}
inline std::size_t read_count(Reader &reader) {
  return static_cast<std::size_t>(reader.value<std::uint64_t>());
}

/// read_elements() returns the bytes of `count` values of type T that travelled
/// as one copy.
template <class T>
const std::byte *read_elements(Reader &reader, std::size_t count) {
  const bool fits = count <= reader.left() / sizeof(T);
  return reader.bytes(fits ? count * sizeof(T) : SIZE_MAX);
}

/// is_stateless is true for comparators, hashes and allocators that are all
/// alike, so that a new one serves.
template <class F>
inline constexpr bool is_stateless =
    std::is_empty_v<F> &&std::is_default_constructible_v<F>;

} // namespace detail

template <class T>
struct Codec<T, std::enable_if_t<detail::travels_as_bytes<T>>> {
  static void write(Writer &writer, const T &value) { writer.value(value); }
  static T read(Reader &reader) { return reader.value<T>(); }
};

template <> struct Codec<std::nullptr_t> {
  static void write(Writer &, const std::nullptr_t &) {}
  static std::nullptr_t read(Reader &) { return nullptr; }
};

template <class T>
struct Codec<T, std::enable_if_t<std::is_class_v<T> && !std::is_const_v<T> &&
                                 detail::HasSerialize<T>::value>> {
  static_assert(std::is_default_constructible_v<T>,
                "paraloop: a class that travels by serialize() needs a default "
                "constructor; without one, specialise paraloop::Codec for it");

  static void write(Writer &writer, const T &value) {
    WriteArchive archive(writer);
    const_cast<T &>(value).serialize(
        archive); // it only reads: see WriteArchive
  }
  static T read(Reader &reader) {
    T value;
    ReadArchive archive(reader);
    value.serialize(archive);
    return value;
  }
};

} // namespace paraloop

#endif
