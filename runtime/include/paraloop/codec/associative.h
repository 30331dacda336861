// codec/associative.h: sets and maps.
//
// In and out: std::set, map, multiset, multimap and their unordered
// counterparts. The order of iteration survives, also that of an unordered
// container, whose number of buckets survives as well: a program that prints a
// map which travelled prints what the sequential program prints.

#ifndef PARALOOP_CODEC_ASSOCIATIVE_H
#define PARALOOP_CODEC_ASSOCIATIVE_H

#include "paraloop/codec/core.h"
#include "paraloop/codec/products.h"

#include <deque>
#include <limits>
#include <map>
#include <set>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace paraloop {
namespace detail {

/// Element<V> is the value type of a container without the const of a map's
/// key.
template <class V> struct ElementOf { using type = V; };
template <class K, class M> struct ElementOf<std::pair<const K, M>> {
  using type = std::pair<K, M>;
};
template <class Container>
using Element = typename ElementOf<typename Container::value_type>::type;

template <class Container>
void write_elements(Writer &writer, const Container &value) {
  write_count(writer, value.size());
  for (const auto &element : value)
    Codec<typename Container::value_type>::write(writer, element);
}

/// SortedCodec serves set, map, multiset, multimap. Equal elements keep their
/// order, because each one is put at the end.
template <class Container> struct SortedCodec {
  static void write(Writer &writer, const Container &value) {
    write_elements(writer, value);
  }
  static Container read(Reader &reader) {
    Container value;
    for (std::size_t left = read_count(reader); left != 0; --left)
      value.emplace_hint(value.end(), Codec<Element<Container>>::read(reader));
    return value;
  }
};

/// UnorderedCodec serves the hash containers. A hash container puts a new
/// element in front of its bucket, and a new bucket in front of the others; so
/// that the last element has to go in first. Equal elements go in forwards,
/// each one with the place of the one before it as a hint, which puts it behind
/// that one.
template <class Container> struct UnorderedCodec {
  static void write(Writer &writer, const Container &value) {
    writer.value(value.max_load_factor());
    write_count(writer, value.bucket_count());
    write_elements(writer, value);
  }

  static Container read(Reader &reader) {
    const float max_load = reader.value<float>();
    const std::size_t buckets = read_count(reader);
    std::deque<Element<Container>> elements;
    for (std::size_t left = read_count(reader); left != 0; --left)
      elements.push_back(Codec<Element<Container>>::read(reader));
    Container value;
    make_room(value, max_load, buckets, elements.size());
    while (!elements.empty())
      move_last_group(elements, value);
    if (value.max_load_factor() != max_load)
      value.max_load_factor(max_load);
    return value;
  }

private:
  // A container whose load limit was lowered after it was filled holds more
  // than a new one would with that many buckets; it gets its limit last.
  static void make_room(Container &value, float max_load, std::size_t buckets,
                        std::size_t count) {
    const bool crowded =
        static_cast<float>(count) > max_load * static_cast<float>(buckets);
    if (crowded)
      value.max_load_factor(std::numeric_limits<float>::max());
    else if (value.max_load_factor() != max_load)
      value.max_load_factor(max_load);
    if (value.bucket_count() != buckets)
      value.rehash(buckets);
  }

  // Moves the last elements, as far as their keys are equal, into the
  // container.
  static void move_last_group(std::deque<Element<Container>> &elements,
                              Container &value) {
    std::size_t first = elements.size() - 1;
    while (first != 0 &&
           value.key_eq()(key(elements[first]), key(elements[first - 1])))
      --first;
    auto place = value.end();
    for (std::size_t i = first; i != elements.size(); ++i)
      place = value.insert(place, std::move(elements[i]));
    while (elements.size() != first)
      elements.pop_back();
  }

  static const auto &key(const Element<Container> &element) {
    if constexpr (std::is_same_v<typename Container::key_type,
                                 typename Container::value_type>)
      return element;
    else
      return element.first;
  }
};

template <class Element, class Order, class Allocator>
inline constexpr bool sorted_travels =
    travels<Element> &&is_stateless<Order> &&is_stateless<Allocator>;

template <class Element, class Hash, class Equal, class Allocator>
inline constexpr bool hashed_travels = travels<Element> &&is_stateless<Hash>
    &&is_stateless<Equal> &&is_stateless<Allocator>;

// Where equal elements go in other standard libraries is not known here.
#if defined(__GLIBCXX__)
inline constexpr bool multi_order_known = true;
#else
inline constexpr bool multi_order_known = false;
#endif

} // namespace detail

template <class K, class O, class A>
struct Codec<std::set<K, O, A>,
             std::enable_if_t<detail::sorted_travels<K, O, A>>>
    : detail::SortedCodec<std::set<K, O, A>> {};

template <class K, class O, class A>
struct Codec<std::multiset<K, O, A>,
             std::enable_if_t<detail::sorted_travels<K, O, A>>>
    : detail::SortedCodec<std::multiset<K, O, A>> {};

template <class K, class M, class O, class A>
struct Codec<std::map<K, M, O, A>,
             std::enable_if_t<detail::sorted_travels<std::pair<K, M>, O, A>>>
    : detail::SortedCodec<std::map<K, M, O, A>> {};

template <class K, class M, class O, class A>
struct Codec<std::multimap<K, M, O, A>,
             std::enable_if_t<detail::sorted_travels<std::pair<K, M>, O, A>>>
    : detail::SortedCodec<std::multimap<K, M, O, A>> {};

template <class K, class H, class E, class A>
struct Codec<std::unordered_set<K, H, E, A>,
             std::enable_if_t<detail::hashed_travels<K, H, E, A>>>
    : detail::UnorderedCodec<std::unordered_set<K, H, E, A>> {};

template <class K, class M, class H, class E, class A>
struct Codec<std::unordered_map<K, M, H, E, A>,
             std::enable_if_t<detail::hashed_travels<std::pair<K, M>, H, E, A>>>
    : detail::UnorderedCodec<std::unordered_map<K, M, H, E, A>> {};

template <class K, class H, class E, class A>
struct Codec<std::unordered_multiset<K, H, E, A>,
             std::enable_if_t<detail::multi_order_known &&
                              detail::hashed_travels<K, H, E, A>>>
    : detail::UnorderedCodec<std::unordered_multiset<K, H, E, A>> {};

template <class K, class M, class H, class E, class A>
struct Codec<std::unordered_multimap<K, M, H, E, A>,
             std::enable_if_t<detail::multi_order_known &&
                              detail::hashed_travels<std::pair<K, M>, H, E, A>>>
    : detail::UnorderedCodec<std::unordered_multimap<K, M, H, E, A>> {};

} // namespace paraloop

#endif
