// holdings.h: an object with all memory that its parts own.
//
// In: an object. Generated code has declared by which fields the classes in it
// own memory (Owners): private ones too. Out: whether a piece of that memory
// meets other memory.

#ifndef PARALOOP_HOLDINGS_H
#define PARALOOP_HOLDINGS_H

#include "paraloop/codec/fields.h"
#include "paraloop/place.h"

#include <array>
#include <deque>
#include <forward_list>
#include <iterator>
#include <list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace paraloop {

// As FieldsOf in codec/fields.h, for the fields by which a class owns memory.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-template-friend"
#endif
template <class T> struct OwnersOf {
  friend constexpr auto paraloop_owners(OwnersOf<T>);
};
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

namespace detail {

template <class T, class Test>
bool all_behind(const T &object, const Test &test);

template <class T, class BaseList, auto... Members> struct OwnerList;

template <class T, class... Ts, auto... Members>
struct OwnerList<T, Bases<Ts...>, Members...> {
  template <class Test>
  static bool all([[maybe_unused]] const T &object,
                  [[maybe_unused]] const Test &test) {
    return (all_behind((const Ts &)object, test) && ...) &&
           (all_behind(object.*Members, test) && ...);
  }
};

template <class T> struct IsTuple : std::false_type {};
template <class... T> struct IsTuple<std::tuple<T...>> : std::true_type {};

template <class T> struct IsOptional : std::false_type {};
template <class T> struct IsOptional<std::optional<T>> : std::true_type {};

/// IsLibraryContainer is false for a class of the user's that has a begin().
template <class T> struct IsLibraryContainer : std::false_type {};
template <class T, std::size_t N>
struct IsLibraryContainer<std::array<T, N>> : std::true_type {};
template <class... T>
struct IsLibraryContainer<std::basic_string<T...>> : std::true_type {};
template <class... T>
struct IsLibraryContainer<std::vector<T...>> : std::true_type {};
template <class... T>
struct IsLibraryContainer<std::deque<T...>> : std::true_type {};
template <class... T>
struct IsLibraryContainer<std::list<T...>> : std::true_type {};
template <class... T>
struct IsLibraryContainer<std::forward_list<T...>> : std::true_type {};
template <class... T>
struct IsLibraryContainer<std::set<T...>> : std::true_type {};
template <class... T>
struct IsLibraryContainer<std::multiset<T...>> : std::true_type {};
template <class... T>
struct IsLibraryContainer<std::map<T...>> : std::true_type {};
template <class... T>
struct IsLibraryContainer<std::multimap<T...>> : std::true_type {};
template <class... T>
struct IsLibraryContainer<std::unordered_set<T...>> : std::true_type {};
template <class... T>
struct IsLibraryContainer<std::unordered_multiset<T...>> : std::true_type {};
template <class... T>
struct IsLibraryContainer<std::unordered_map<T...>> : std::true_type {};
template <class... T>
struct IsLibraryContainer<std::unordered_multimap<T...>> : std::true_type {};

/// all_elements() does so for a container; elements in one piece lie in all
/// memory that is kept for them.
template <class Container, class Test>
bool all_elements(const Container &container, const Test &test) {
  using Element = decltype(*std::begin(container));
  if constexpr (HasReserve<Container>::value) {
    if (!test(extent(std::data(container), container.capacity())))
      return false;
  }
  if constexpr (std::is_lvalue_reference_v<Element>) { // Not of vector<bool>.
    constexpr bool is_piece = HasReserve<Container>::value;
    if constexpr (!is_piece ||
                  !std::is_trivially_copyable_v<std::decay_t<Element>>)
      for (const auto &element : container)
        if ((!is_piece && !test(object_extent(element))) ||
            !all_behind(element, test))
          return false;
  }
  return true;
}

/// all_behind() returns true if `test` holds for each extent that the object
/// owns elsewhere; it takes as long as there are elements that own something.
template <class T, class Test>
bool all_behind([[maybe_unused]] const T &object,
                [[maybe_unused]] const Test &test) {
  if constexpr (std::is_array_v<T>) {
    for (const auto &element : object)
      if (!all_behind(element, test))
        return false;
    return true;
  } else if constexpr (std::is_trivially_copyable_v<T>) {
    return true;
  } else if constexpr (IsPair<T>::value) {
    return all_behind(object.first, test) && all_behind(object.second, test);
  } else if constexpr (IsTuple<T>::value) {
    return std::apply(
        [&](const auto &...part) { return (all_behind(part, test) && ...); },
        object);
  } else if constexpr (IsOptional<T>::value) {
    return !object || all_behind(*object, test);
  } else if constexpr (IsLibraryContainer<T>::value) {
    return all_elements(object, test);
  } else {
    return decltype(paraloop_owners(OwnersOf<T>()))::all(object, test);
  }
}

/// Holdings is compared in place of its object.
template <class T> struct Holdings {
  const T &object;
};

template <class T> Extent object_extent(const Holdings<T> &holdings) {
  return object_extent(holdings.object);
}
template <class T> Extent element_extent(const Holdings<T> &holdings) {
  return object_extent(holdings.object);
}

template <class T>
bool parts_apart(const Extent &other, const Holdings<T> &holdings) {
  return !meet(other, object_extent(holdings.object)) &&
         all_behind(holdings.object,
                    [&](const Extent &one) { return !meet(other, one); });
}

} // namespace detail

/// holdings() makes an object stand for itself with all that its parts own.
/// EXPECTS: the classes of the user's in it are declared, with Owners.
template <class T> detail::Holdings<T> holdings(const T &object) {
  return {object};
}

/// Owners declares a class T: its direct bases, and pointers to the fields by
/// which its objects own memory. It counts from where it is instantiated.
template <class T, class BaseList, auto... Members> struct Owners {
  friend constexpr auto paraloop_owners(OwnersOf<T>) {
    return detail::OwnerList<T, BaseList, Members...>();
  }
  static constexpr bool declared = true;
};

} // namespace paraloop

/// PARALOOP_OWNERS is to Owners what PARALOOP_FIELDS is to Fields.
#define PARALOOP_OWNERS(NAME, ...)                                             \
  namespace {                                                                  \
  template <class ParaloopClass, class ParaloopBases, auto... ParaloopMembers> \
  struct NAME                                                                  \
      : paraloop::Owners<ParaloopClass, ParaloopBases, ParaloopMembers...> {}; \
  template struct NAME<__VA_ARGS__>;                                           \
  }

#endif
