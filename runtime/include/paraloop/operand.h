// operand.h: the operands of an update, on their way from a worker to the
// parent.
//
// In: an expression's value in a worker. Out: in the parent, a local variable
// that holds an equal value, and that is what the update's parameter gets.
// Beside the types that travel anywhere (codec.h) there are some that travel as
// operands only, because what they point to needs to live no longer than the
// call:
//
//     const char *, char *      the text up to its NUL; arrives as const char
//     *, nullptr as nullptr std::string_view          its text; arrives as a
//     string_view T[N]                      all N elements; arrives as a T[N]
//     (a char array keeps what follows a NUL) vector<bool>::reference   arrives
//     as a bool

#ifndef PARALOOP_OPERAND_H
#define PARALOOP_OPERAND_H

#include "paraloop/codec.h"

#include <cstddef>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace paraloop {
namespace detail {

template <class T>
inline constexpr bool is_character =
    std::is_same_v<T, char> || std::is_same_v<T, wchar_t> ||
    std::is_same_v<T, char16_t> || std::is_same_v<T, char32_t>
#if defined(__cpp_char8_t)
    || std::is_same_v<T, char8_t>
#endif
    ;

/// CString stands for a `const C *` or `C *` that points to a text.
template <class C> struct CString;

/// CarriedAs gives the type that stands for operands of type T in a record.
template <class T> struct CarriedAs { using type = T; };
template <> struct CarriedAs<std::vector<bool>::reference> {
  using type = bool;
};
template <class C> struct CarriedAs<C *> {
  using type = std::conditional_t<is_character<std::remove_cv_t<C>>,
                                  CString<std::remove_cv_t<C>>, C *>;
};
template <class Operand>
using Carried = typename CarriedAs<
    std::remove_cv_t<std::remove_reference_t<Operand>>>::type;

/// Text is a text inside a record. It is used where it lies if its alignment
/// allows that, else copied.
template <class C> class Text {
public:
  static void write(Writer &writer, const C *data, std::size_t size) {
    write_count(writer, size);
    writer.bytes(data, size * sizeof(C));
    writer.value(C()); // so that it can be used as a C string
  }

  explicit Text(Reader &reader) : size_(read_count(reader)) {
    const std::byte *bytes = read_elements<C>(reader, size_ + 1);
    if constexpr (sizeof(C) == 1) {
      data_ = reinterpret_cast<const C *>(bytes);
    } else {
      copy_.resize(size_);
      std::memcpy(copy_.data(), bytes, size_ * sizeof(C));
      data_ = copy_.c_str();
    }
  }
  Text(const Text &) = delete;
  Text &operator=(const Text &) = delete;

  const C *data() const { return data_; }
  std::size_t size() const { return size_; }

private:
  std::size_t size_;
  const C *data_ = nullptr;
  std::basic_string<C> copy_; // stays empty for characters of one byte
};

// Encode and Decode are the two sides of an operand; Decode's `value` is the
// local variable in the parent.

template <class T> struct Encode {
  static void write(Writer &writer, const T &value) {
    Codec<T>::write(writer, value);
  }
};
template <class T> struct Decode {
  explicit Decode(Reader &reader) : value(Codec<T>::read(reader)) {}
  T value;
};

template <class C> struct Encode<CString<C>> {
  static void write(Writer &writer, const C *value) {
    writer.value(value != nullptr);
    if (value != nullptr)
      Text<C>::write(writer, value, std::char_traits<C>::length(value));
  }
};
template <class C> struct Decode<CString<C>> {
  explicit Decode(Reader &reader) {
    if (!reader.value<bool>())
      return;
    text.emplace(reader);
    value = text->data();
  }
  std::optional<Text<C>> text;
  const C *value = nullptr;
};

template <class C, class Traits>
struct Encode<std::basic_string_view<C, Traits>> {
  static void write(Writer &writer, std::basic_string_view<C, Traits> value) {
    Text<C>::write(writer, value.data(), value.size());
  }
};
template <class C, class Traits>
struct Decode<std::basic_string_view<C, Traits>> {
  explicit Decode(Reader &reader)
      : text(reader), value(text.data(), text.size()) {}
  Text<C> text;
  std::basic_string_view<C, Traits> value;
};

template <class T, std::size_t N> struct Encode<T[N]> {
  static void write(Writer &writer, const T (&value)[N]) {
    if constexpr (travels_as_bytes<T>)
      writer.bytes(value, sizeof value);
    else
      for (const T &element : value)
        Encode<T>::write(writer, element);
  }
};
template <class T, std::size_t N> struct Decode<T[N]> {
  explicit Decode(Reader &reader) { read(reader, value); }
  T value[N];

private:
  template <class Element, std::size_t Count>
  static void read(Reader &reader, Element (&elements)[Count]) {
    for (Element &element : elements)
      if constexpr (std::is_array_v<Element>)
        read(reader, element);
      else
        element = Codec<Element>::read(reader);
  }
};

/// IsCarried is true for what an operand may be; the rest is to be explained.
template <class T> struct IsCarried : std::bool_constant<travels<T>> {};
template <class C> struct IsCarried<CString<C>> : std::true_type {};
template <class C, class Traits>
struct IsCarried<std::basic_string_view<C, Traits>> : std::true_type {};
template <class T, std::size_t N> struct IsCarried<T[N]> : IsCarried<T> {};

template <class T> constexpr void explain_operand() {
  if constexpr (!IsCarried<T>::value)
    Explain<std::remove_all_extents_t<T>>::explain();
}

/// is_consumed<Operand> is true for an rvalue of a class: the statement that
/// takes it leaves it moved-from.
template <class Operand>
inline constexpr bool is_consumed =
    !std::is_lvalue_reference_v<Operand> && !std::is_const_v<Operand> &&
    std::is_same_v<Operand, Carried<Operand>> && std::is_class_v<Operand> &&
    !std::is_trivially_copyable_v<Operand> &&
    std::is_move_constructible_v<Operand>;

/// take_operand() returns an operand, which was passed as `Operand &&`, as the
/// statement would take it.
template <class Operand>
decltype(auto) take_operand(std::remove_reference_t<Operand> &operand) {
  if constexpr (is_consumed<Operand>)
    return Operand(std::move(operand));
  else if constexpr (std::is_same_v<std::remove_cv_t<
                                        std::remove_reference_t<Operand>>,
                                    Carried<Operand>>)
    return static_cast<const Carried<Operand> &>(operand);
  else
    return Carried<Operand>(operand);
}

/// encode() appends an operand, which was passed as `Operand &&`.
template <class Operand>
void encode(Writer &writer, std::remove_reference_t<Operand> &operand) {
  if constexpr (is_consumed<Operand>) {
    const Operand taken(std::move(operand));
    writer.keep_room(true); // The statement may move it on.
    Encode<Operand>::write(writer, taken);
    writer.keep_room(false);
  } else {
    Encode<Carried<Operand>>::write(writer, operand);
  }
}

} // namespace detail
} // namespace paraloop

#endif
