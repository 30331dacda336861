// codec/sequences.h: strings and containers whose elements have the order in
// which they were put.
//
// A container that is handed on as it is (Writer::keeps_room) arrives with its
// capacity: the program may ask for it, and see how far it grows.
//
// In and out: std::basic_string, vector (of bool too), deque, list,
// forward_list, array, and std::filesystem::path. Elements that are plain bytes
// travel as one copy.

#ifndef PARALOOP_CODEC_SEQUENCES_H
#define PARALOOP_CODEC_SEQUENCES_H

#include "paraloop/codec/core.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <deque>
#include <forward_list>
#include <iterator>
#include <list>
#include <string>
#include <utility>
#include <vector>

namespace paraloop {

namespace detail {

/// Size is the number of a sequence's elements, and its capacity; 0 for the one
/// that it gets with that many.
struct Size {
  std::size_t count;
  std::size_t room;
};

/// In the number of elements, a bit that says that a capacity follows.
inline constexpr std::uint64_t has_room = std::uint64_t(1) << 63;

/// write_size() appends the number of elements, and the capacity if that is to
/// be kept and isn't the `usual` one.
template <class Sequence>
void write_size(Writer &writer, const Sequence &value, std::size_t usual) {
  const auto count = static_cast<std::uint64_t>(value.size());
  const bool keeps = writer.keeps_room() && value.capacity() > usual;
  writer.value(keeps ? count | has_room : count);
  if (keeps)
    write_count(writer, value.capacity());
}

inline Size read_size(Reader &reader) {
  const auto count = reader.value<std::uint64_t>();
  const std::size_t room = (count & has_room) != 0 ? read_count(reader) : 0;
  return {static_cast<std::size_t>(count & ~has_room), room};
}

/// make_string() and make_vector() return a sequence with as many elements, all
/// alike.
template <class String> String make_string(const Size &size) {
  using Character = typename String::value_type;
  if (size.room == 0)
    return String(size.count, Character());
  String value;
  value.reserve(size.room);
  if (value.capacity() > size.room) // A short string reserves more.
    value = String(size.room, Character());
  value.resize(size.count);
  return value;
}
template <class Vector> Vector make_vector(const Size &size) {
  if constexpr (std::is_move_constructible_v<typename Vector::value_type>)
    if (size.room != 0) {
      Vector value;
      value.reserve(size.room);
      value.resize(size.count);
      return value;
    }
  return Vector(size.count);
}

} // namespace detail

template <class C, class Traits, class Allocator>
struct Codec<std::basic_string<C, Traits, Allocator>,
             std::enable_if_t<travels<C> && detail::is_stateless<Allocator>>> {
  using String = std::basic_string<C, Traits, Allocator>;

  static void write(Writer &writer, const String &value) {
    const std::size_t least = String().capacity();
    detail::write_size(writer, value, std::max(value.size(), least));
    writer.bytes(value.data(), value.size() * sizeof(C));
  }
  static String read(Reader &reader) {
    const detail::Size size = detail::read_size(reader);
    const std::byte *data = detail::read_elements<C>(reader, size.count);
    String value = detail::make_string<String>(size);
    if (size.count != 0)
      std::memcpy(&value[0], data, size.count * sizeof(C));
    return value;
  }
};

namespace detail {

/// write_each() appends the number of elements and then each of them.
template <class Sequence>
void write_each(Writer &writer, const Sequence &value, std::size_t count) {
  write_count(writer, count);
  for (const auto &element : value)
    Codec<typename Sequence::value_type>::write(writer, element);
}

/// read_each() returns a sequence made by push_back.
template <class Sequence> Sequence read_each(Reader &reader) {
  Sequence value;
  for (std::size_t left = read_count(reader); left != 0; --left)
    value.push_back(Codec<typename Sequence::value_type>::read(reader));
  return value;
}

/// is_bulk is true for elements that a new container can hold before their
/// bytes are copied in.
template <class T>
inline constexpr bool is_bulk =
    travels_as_bytes<T> &&std::is_default_constructible_v<T> &&
    !std::is_same_v<T, bool>;

} // namespace detail

template <class T, class Allocator>
struct Codec<std::vector<T, Allocator>,
             std::enable_if_t<travels<T> && detail::is_stateless<Allocator> &&
                              !std::is_same_v<T, bool>>> {
  using Vector = std::vector<T, Allocator>;

  static void write(Writer &writer, const Vector &value) {
    detail::write_size(writer, value, value.size());
    if constexpr (detail::is_bulk<T>)
      writer.bytes(value.data(), value.size() * sizeof(T));
    else
      for (const T &element : value)
        Codec<T>::write(writer, element);
  }

  static Vector read(Reader &reader) {
    const detail::Size size = detail::read_size(reader);
    if constexpr (detail::is_bulk<T>) {
      const std::byte *data = detail::read_elements<T>(reader, size.count);
      Vector value = detail::make_vector<Vector>(size);
      if (size.count != 0)
        std::memcpy(static_cast<void *>(value.data()), data,
                    size.count * sizeof(T));
      return value;
    } else {
      Vector value;
      value.reserve(size.room != 0 ? size.room
                                   : std::min(size.count, reader.left()));
      for (std::size_t left = size.count; left != 0; --left)
        value.push_back(Codec<T>::read(reader));
      return value;
    }
  }
};

template <class Allocator>
struct Codec<std::vector<bool, Allocator>,
             std::enable_if_t<detail::is_stateless<Allocator>>> {
  using Vector = std::vector<bool, Allocator>;

  static void write(Writer &writer, const Vector &value) {
    const std::size_t words = value.size() / word + (value.size() % word != 0);
    detail::write_size(writer, value, words * word);
    for (std::size_t first = 0; first < value.size(); first += 8) {
      unsigned char eight = 0;
      for (std::size_t bit = 0; bit < 8 && first + bit < value.size(); ++bit)
        eight = static_cast<unsigned char>(eight | value[first + bit] << bit);
      writer.value(eight);
    }
  }
  static Vector read(Reader &reader) {
    const detail::Size size = detail::read_size(reader);
    const std::size_t count = size.count;
    const std::byte *data =
        detail::read_elements<std::byte>(reader, count / 8 + (count % 8 != 0));
    Vector value = detail::make_vector<Vector>(size);
    for (std::size_t i = 0; i < count; ++i)
      value[i] = (std::to_integer<unsigned>(data[i / 8]) >> (i % 8) & 1) != 0;
    return value;
  }

private:
  static constexpr std::size_t word = 8 * sizeof(unsigned long); ///< Of bits.
};

template <class T, class Allocator>
struct Codec<std::deque<T, Allocator>,
             std::enable_if_t<travels<T> && detail::is_stateless<Allocator>>> {
  static void write(Writer &writer, const std::deque<T, Allocator> &value) {
    detail::write_each(writer, value, value.size());
  }
  static std::deque<T, Allocator> read(Reader &reader) {
    return detail::read_each<std::deque<T, Allocator>>(reader);
  }
};

template <class T, class Allocator>
struct Codec<std::list<T, Allocator>,
             std::enable_if_t<travels<T> && detail::is_stateless<Allocator>>> {
  static void write(Writer &writer, const std::list<T, Allocator> &value) {
    detail::write_each(writer, value, value.size());
  }
  static std::list<T, Allocator> read(Reader &reader) {
    return detail::read_each<std::list<T, Allocator>>(reader);
  }
};

template <class T, class Allocator>
struct Codec<std::forward_list<T, Allocator>,
             std::enable_if_t<travels<T> && detail::is_stateless<Allocator>>> {
  using List = std::forward_list<T, Allocator>;

  static void write(Writer &writer, const List &value) {
    const auto count = std::distance(value.begin(), value.end());
    detail::write_each(writer, value, static_cast<std::size_t>(count));
  }
  static List read(Reader &reader) {
    List value;
    auto last = value.before_begin();
    for (std::size_t left = detail::read_count(reader); left != 0; --left)
      last = value.insert_after(last, Codec<T>::read(reader));
    return value;
  }
};

template <class T, std::size_t N>
struct detail::HasOwnCodec<std::array<T, N>> : std::true_type {};

template <class T, std::size_t N>
struct Codec<std::array<T, N>, std::enable_if_t<travels<T>>> {
  using Array = std::array<T, N>;

  static void write(Writer &writer, const Array &value) {
    if constexpr (detail::is_bulk<T>)
      writer.bytes(value.data(), N * sizeof(T));
    else
      for (const T &element : value)
        Codec<T>::write(writer, element);
  }
  static Array read(Reader &reader) {
    if constexpr (detail::is_bulk<T>) {
      Array value;
      const std::byte *data = reader.bytes(N * sizeof(T));
      if constexpr (N != 0)
        std::memcpy(static_cast<void *>(value.data()), data, N * sizeof(T));
      return value;
    } else {
      return read_each(reader, std::make_index_sequence<N>());
    }
  }

private:
  // The braces fix the order, and no element needs a default constructor.
  template <std::size_t... I>
  static Array read_each(Reader &reader, std::index_sequence<I...>) {
    return Array{{((void)I, Codec<T>::read(reader))...}};
  }
};

namespace detail {

// <filesystem> takes long to compile, so that a path is known by its members.
template <class T, class = void> struct IsPath : std::false_type {};
template <class T>
struct IsPath<T, std::void_t<decltype(T::preferred_separator),
                             typename T::string_type, typename T::format>>
    : std::is_same<decltype(std::declval<const T &>().native()),
                   const typename T::string_type &> {};

} // namespace detail

template <class T> struct Codec<T, std::enable_if_t<detail::IsPath<T>::value>> {
  using String = typename T::string_type;

  static void write(Writer &writer, const T &value) {
    Codec<String>::write(writer, value.native());
  }
  static T read(Reader &reader) { return T(Codec<String>::read(reader)); }
};

} // namespace paraloop

#endif
