// codec/products.h: values that are made of a fixed set of other values, or
// that hold one or none.
//
// In and out: std::pair, tuple, optional, variant, unique_ptr. Each part
// travels by its own Codec.

#ifndef PARALOOP_CODEC_PRODUCTS_H
#define PARALOOP_CODEC_PRODUCTS_H

#include "paraloop/codec/core.h"

#include <memory>
#include <optional>
#include <tuple>
#include <utility>
#include <variant>

namespace paraloop {

template <class A, class B>
struct detail::HasOwnCodec<std::pair<A, B>> : std::true_type {};
template <class... Ts>
struct detail::HasOwnCodec<std::tuple<Ts...>> : std::true_type {};
template <class T>
struct detail::HasOwnCodec<std::optional<T>> : std::true_type {};
template <class... Ts>
struct detail::HasOwnCodec<std::variant<Ts...>> : std::true_type {};

template <class A, class B>
struct Codec<std::pair<A, B>,
             std::enable_if_t<travels<std::remove_const_t<A>> && travels<B>>> {
  using First = Codec<std::remove_const_t<A>>;

  static void write(Writer &writer, const std::pair<A, B> &value) {
    First::write(writer, value.first);
    Codec<B>::write(writer, value.second);
  }
  // Braces, because they fix the order of evaluation.
  static std::pair<A, B> read(Reader &reader) {
    return std::pair<A, B>{First::read(reader), Codec<B>::read(reader)};
  }
};

template <class... Ts>
struct Codec<std::tuple<Ts...>, std::enable_if_t<(travels<Ts> && ...)>> {
  static void write(Writer &writer, const std::tuple<Ts...> &value) {
    std::apply(
        [&](const Ts &...parts) { (Codec<Ts>::write(writer, parts), ...); },
        value);
  }
  static std::tuple<Ts...> read([[maybe_unused]] Reader &reader) {
    return std::tuple<Ts...>{Codec<Ts>::read(reader)...};
  }
};

template <class T>
struct Codec<std::optional<T>, std::enable_if_t<travels<T>>> {
  static void write(Writer &writer, const std::optional<T> &value) {
    writer.value(value.has_value());
    if (value)
      Codec<T>::write(writer, *value);
  }
  static std::optional<T> read(Reader &reader) {
    if (!reader.value<bool>())
      return std::nullopt;
    return std::optional<T>(Codec<T>::read(reader));
  }
};

template <class... Ts>
struct Codec<std::variant<Ts...>, std::enable_if_t<(travels<Ts> && ...)>> {
  using Variant = std::variant<Ts...>;

  /// write() throws std::bad_variant_access for a variant that holds nothing:
  /// there is no way to make one.
  static void write(Writer &writer, const Variant &value) {
    detail::write_count(writer, value.index());
    std::visit(
        [&](const auto &held) {
          Codec<std::decay_t<decltype(held)>>::write(writer, held);
        },
        value);
  }
  static Variant read(Reader &reader) {
    return read_alternative<0>(reader, detail::read_count(reader));
  }

private:
  template <std::size_t I>
  static Variant read_alternative(Reader &reader, std::size_t index) {
    using T = std::variant_alternative_t<I, Variant>;
    if constexpr (I + 1 < sizeof...(Ts))
      if (index != I)
        return read_alternative<I + 1>(reader, index);
    return Variant(std::in_place_index<I>, Codec<T>::read(reader));
  }
};

namespace detail {

/// is_whole is true if a pointer to T can't point to an object of a class that
/// is derived from T.
template <class T>
inline constexpr bool is_whole =
    !std::is_polymorphic_v<T> || std::is_final_v<T>;

} // namespace detail

template <class T>
struct Codec<std::unique_ptr<T>,
             std::enable_if_t<!std::is_array_v<T> && detail::is_whole<T> &&
                              travels<T>>> {
  static void write(Writer &writer, const std::unique_ptr<T> &value) {
    writer.value(value != nullptr);
    if (value)
      Codec<T>::write(writer, *value);
  }
  static std::unique_ptr<T> read(Reader &reader) {
    if (!reader.value<bool>())
      return nullptr;
    return std::unique_ptr<T>(new T(Codec<T>::read(reader)));
  }
};

} // namespace paraloop

#endif
