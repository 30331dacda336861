// Values through a pipe, for the way of fork by hand: numbers, strings, pairs and containers of them.
#ifndef BENCHMARK_BYTES_H
#define BENCHMARK_BYTES_H

#include <cstdio>
#include <cstdlib>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace ways {

inline void get_bytes(FILE *from, void *data, std::size_t size) {
  if (std::fread(data, 1, size, from) != size) {
    std::fprintf(stderr, "a child's results end too early\n");
    std::exit(1);
  }
}

/// Element is what a container is made of, without the const of a map's keys.
template <class T> struct Element { using type = T; };
template <class K, class V> struct Element<std::pair<const K, V>> { using type = std::pair<K, V>; };

// All first, because they call each other.
template <class T> std::enable_if_t<std::is_arithmetic_v<T>> put(FILE *to, const T &value);
template <class T> std::enable_if_t<std::is_arithmetic_v<T>> get(FILE *from, T &value);
template <class A, class B> void put(FILE *to, const std::pair<A, B> &pair);
template <class A, class B> void get(FILE *from, std::pair<A, B> &pair);
template <class C> auto put(FILE *to, const C &container) -> decltype(container.begin(), void());
template <class C> auto get(FILE *from, C &container) -> decltype(container.begin(), void());
inline void put(FILE *to, const std::string &text);
inline void get(FILE *from, std::string &text);

template <class T> std::enable_if_t<std::is_arithmetic_v<T>> put(FILE *to, const T &value) {
  std::fwrite(&value, sizeof value, 1, to);
}
template <class T> std::enable_if_t<std::is_arithmetic_v<T>> get(FILE *from, T &value) {
  get_bytes(from, &value, sizeof value);
}

template <class A, class B> void put(FILE *to, const std::pair<A, B> &pair) {
  put(to, pair.first);
  put(to, pair.second);
}
template <class A, class B> void get(FILE *from, std::pair<A, B> &pair) {
  get(from, pair.first);
  get(from, pair.second);
}

// Containers: the number of elements, then the elements.
template <class C> auto put(FILE *to, const C &container) -> decltype(container.begin(), void()) {
  put(to, container.size());
  for (const auto &element : container)
    put(to, element);
}
template <class C> auto get(FILE *from, C &container) -> decltype(container.begin(), void()) {
  std::size_t size;
  for (get(from, size); size != 0; --size) {
    typename Element<typename C::value_type>::type element;
    get(from, element);
    container.insert(container.end(), std::move(element));
  }
}

inline void put(FILE *to, const std::string &text) {
  put(to, text.size());
  std::fwrite(text.data(), 1, text.size(), to);
}
inline void get(FILE *from, std::string &text) {
  std::size_t size;
  get(from, size);
  text.resize(size);
  get_bytes(from, text.data(), size);
}

} // namespace ways

#endif
