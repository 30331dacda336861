// show.h: prints results in full, so that one different bit is seen.
//
// In: a name and values: numbers, strings, pairs, ranges and ranges of ranges.
// Out: one line on stdout; floating point as hexadecimal, which loses nothing.

#ifndef SHOW_H
#define SHOW_H

#include <cstdio>
#include <iterator>
#include <string_view>
#include <type_traits>
#include <utility>

template <class T, class = void> struct IsPair : std::false_type {};
template <class T>
struct IsPair<T, std::void_t<decltype(std::declval<T>().first, std::declval<T>().second)>> : std::true_type {};

template <class T> void put(const T &value) {
  if constexpr (std::is_floating_point_v<T>) {
    std::printf("%La", static_cast<long double>(value));
  } else if constexpr (std::is_integral_v<T> || std::is_enum_v<T>) {
    std::printf("%lld", static_cast<long long>(value));
  } else if constexpr (std::is_convertible_v<const T &, std::string_view>) {
    const std::string_view text = value;
    std::printf("'%.*s'", static_cast<int>(text.size()), text.data());
  } else if constexpr (IsPair<T>::value) {
    put(value.first);
    std::printf(":");
    put(value.second);
  } else {
    std::printf("[");
    for (auto &&element : value) {
      put(element);
      std::printf(" ");
    }
    std::printf("]");
  }
}

template <class... Values> void show(const char *name, const Values &...values) {
  std::printf("%s =", name);
  ((std::printf(" "), put(values)), ...);
  std::printf("\n");
}

#endif
