// codec/places.h: what an object owns keeps its address, whichever object owns
// it then.
//
// In, in a worker: an object that the body has changed. Out: the addresses of
// its nodes and buffers. In, in the parent: objects, their new values, and
// these addresses. Out: a value has the nodes and buffers that it had in the
// worker, if the parent's objects had them: a list that was sorted has its
// nodes in another order, and vectors that were swapped have each other's
// buffers, so that pointers, references and iterators to them follow.

#ifndef PARALOOP_CODEC_PLACES_H
#define PARALOOP_CODEC_PLACES_H

#include "paraloop/codec/associative.h"
#include "paraloop/codec/fields.h"
#include "paraloop/codec/settle.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace paraloop {
namespace detail {

using Address = std::uintptr_t;

template <class T> Address address_of(const T &object) {
  return reinterpret_cast<Address>(std::addressof(object));
}

/// Kept has the nodes and buffers that were taken out of objects.
class Kept {
public:
  template <class T> void put(Address at, T part) {
    parts_[at] = std::make_unique<Part<T>>(std::move(part));
  }

  /// take() returns what was put there, or null.
  template <class T> std::unique_ptr<T> take(Address at) {
    const auto found = parts_.find(at);
    if (at == 0 || found == parts_.end() || found->second->type != &tag<T>)
      return nullptr;
    auto part = std::make_unique<T>(
        std::move(static_cast<Part<T> &>(*found->second).value));
    parts_.erase(found);
    return part;
  }

  bool empty() const { return parts_.empty(); }

private:
  template <class T> static inline constexpr char tag = 0;

  struct AnyPart {
    explicit AnyPart(const char *type) : type(type) {}
    virtual ~AnyPart() = default;
    const char *type;
  };
  template <class T> struct Part : AnyPart {
    explicit Part(T &&part) : AnyPart(&tag<T>), value(std::move(part)) {}
    T value;
  };

  std::unordered_map<Address, std::unique_ptr<AnyPart>> parts_;
};

/// Addresses are read in the order in which note() has added them.
using Addresses = std::vector<Address>;
using NextAddress = Addresses::const_iterator;

/// Places<T> finds the places in a T. This one is for a T without any.
template <class T, class = void> struct Places {
  static constexpr bool any = false;
};

template <class T> inline constexpr bool has_places = Places<T>::any;

/// note() adds the address of each place in the object.
template <class T>
void note([[maybe_unused]] const T &object, [[maybe_unused]] Addresses &to) {
  if constexpr (has_places<T>)
    Places<T>::note(object, to);
}

/// dismantle() puts all places of the object to those that are kept.
template <class T>
void dismantle([[maybe_unused]] T &object, [[maybe_unused]] Kept &kept) {
  if constexpr (has_places<T>)
    Places<T>::dismantle(object, kept);
}

/// adopt() gives a value the places that were kept, where it had them.
template <class T>
void adopt([[maybe_unused]] T &value, [[maybe_unused]] NextAddress &at,
           [[maybe_unused]] Kept &kept) {
  if constexpr (has_places<T>)
    Places<T>::adopt(value, at, kept);
}

/// PlacesInParts is for what has no place of its own. `Parts::each(object,
/// use)` visits its parts.
template <class Parts> struct PlacesInParts {
  static constexpr bool any = true;
  template <class T> static void note(const T &object, Addresses &to) {
    Parts::each(const_cast<T &>(object),
                [&](const auto &part) { detail::note(part, to); });
  }
  template <class T> static void dismantle(T &object, Kept &kept) {
    Parts::each(object, [&](auto &part) { detail::dismantle(part, kept); });
  }
  template <class T> static void adopt(T &value, NextAddress &at, Kept &kept) {
    Parts::each(value, [&](auto &part) { detail::adopt(part, at, kept); });
  }
};

/// EachElement visits the elements of an array or a container.
struct EachElement {
  template <class T, class Use> static void each(T &object, const Use &use) {
    for (auto &element : object)
      use(element);
  }
};
template <class T, std::size_t N>
struct Places<T[N], std::enable_if_t<has_places<T>>>
    : PlacesInParts<EachElement> {};
template <class T, std::size_t N>
struct Places<std::array<T, N>, std::enable_if_t<has_places<T>>>
    : PlacesInParts<EachElement> {};

struct EachMember {
  template <class T, class Use> static void each(T &object, const Use &use) {
    std::apply([&](auto &...part) { (use(part), ...); }, object);
  }
};
template <class... T>
struct Places<std::tuple<T...>, std::enable_if_t<(has_places<T> || ...)>>
    : PlacesInParts<EachMember> {};
template <class A, class B>
struct Places<std::pair<A, B>, std::enable_if_t<has_places<A> || has_places<B>>>
    : PlacesInParts<EachMember> {};

struct EachHeld {
  template <class T, class Use> static void each(T &object, const Use &use) {
    if (object)
      use(*object);
  }
};
template <class T>
struct Places<std::optional<T>, std::enable_if_t<has_places<T>>>
    : PlacesInParts<EachHeld> {};

struct EachField {
  template <class T, class Use> static void each(T &object, const Use &use) {
    decltype(paraloop_fields(FieldsOf<T>()))::for_each(
        object, [&](auto &field) { use(field); },
        [&](auto &base) {
          if constexpr (!std::is_empty_v<std::decay_t<decltype(base)>>)
            use(base);
        });
  }
};
template <class T>
struct Places<T,
              std::enable_if_t<std::is_class_v<T> && !travels_as_bytes<T> &&
                               !HasSerialize<T>::value && HasFields<T>::value>>
    : PlacesInParts<EachField> {
  static constexpr bool any = settles<T>;
};

/// PlaceOfBuffer is for a vector and for a string. It isn't for the buffer that
/// a short string has in itself.
template <class Sequence> struct PlaceOfBuffer {
  static constexpr bool any = true;

  static void note(const Sequence &object, Addresses &to) {
    to.push_back(place(object));
    for (const auto &element : object)
      detail::note(element, to);
  }
  static void dismantle(Sequence &object, Kept &kept) {
    const Address at = place(object);
    for (auto &element : object)
      detail::dismantle(element, kept);
    if (at != 0)
      kept.put(at, std::move(object));
  }
  static void adopt(Sequence &value, NextAddress &at, Kept &kept) {
    const Address own = *at++;
    for (auto &element : value)
      detail::adopt(element, at, kept);
    const auto old = kept.take<Sequence>(own);
    if (!old || old->capacity() != value.capacity())
      return;
    fill(*old, value);
    value = std::move(*old);
  }

private:
  static Address place(const Sequence &object) {
    const auto at = reinterpret_cast<Address>(object.data());
    const bool isInside =
        at >= address_of(object) && at < address_of(object) + sizeof object;
    return object.capacity() == 0 || isInside ? 0 : at;
  }

  static void fill(Sequence &object, Sequence &value) {
    const auto common =
        static_cast<std::ptrdiff_t>(std::min(object.size(), value.size()));
    std::move(value.begin(), value.begin() + common, object.begin());
    object.erase(object.begin() + common, object.end());
    std::move(value.begin() + common, value.end(), std::back_inserter(object));
  }
};
template <class C, class Traits, class Allocator>
struct Places<std::basic_string<C, Traits, Allocator>>
    : PlaceOfBuffer<std::basic_string<C, Traits, Allocator>> {};
template <class T, class Allocator>
struct Places<std::vector<T, Allocator>,
              std::enable_if_t<!std::is_same_v<T, bool> && settles<T>>>
    : PlaceOfBuffer<std::vector<T, Allocator>> {};

template <class T, class Allocator>
struct Places<std::list<T, Allocator>, std::enable_if_t<settles<T>>> {
  static constexpr bool any = true;
  using List = std::list<T, Allocator>;

  static void note(const List &object, Addresses &to) {
    for (const T &element : object) {
      to.push_back(address_of(element));
      detail::note(element, to);
    }
  }
  static void dismantle(List &object, Kept &kept) {
    while (!object.empty()) {
      detail::dismantle(object.front(), kept);
      List node;
      node.splice(node.end(), object, object.begin());
      const Address at = address_of(node.front());
      kept.put(at, std::move(node));
    }
  }
  static void adopt(List &value, NextAddress &at, Kept &kept) {
    List made;
    while (!value.empty()) {
      const Address own = *at++;
      detail::adopt(value.front(), at, kept);
      if (const auto old = kept.take<List>(own)) {
        old->front() = std::move(value.front());
        value.pop_front();
        made.splice(made.end(), *old);
      } else {
        made.splice(made.end(), value, value.begin());
      }
    }
    value = std::move(made);
  }
};

/// The elements of a deque keep their addresses when others come and go at its
/// ends.
template <class T, class Allocator>
struct Places<std::deque<T, Allocator>, std::enable_if_t<settles<T>>> {
  static constexpr bool any = true;
  using Deque = std::deque<T, Allocator>;

  static void note(const Deque &object, Addresses &to) {
    for (const T &element : object) {
      to.push_back(address_of(element));
      detail::note(element, to);
    }
  }
  static void dismantle(Deque &object, Kept &kept) {
    Addresses at;
    for (T &element : object) {
      at.push_back(address_of(element));
      detail::dismantle(element, kept);
    }
    const auto whole = std::make_shared<Deque>(std::move(object));
    for (std::size_t index = 0; index != at.size(); ++index)
      kept.put(at[index], Element{whole, index});
  }
  static void adopt(Deque &value, NextAddress &at, Kept &kept) {
    std::unique_ptr<Element> known;
    std::size_t place = 0;
    for (std::size_t index = 0; index != value.size(); ++index) {
      const Address own = *at++;
      detail::adopt(value[index], at, kept);
      if (known)
        continue;
      known = kept.take<Element>(own);
      place = index;
    }
    if (!known || known->index >= known->deque->size())
      return;
    fill(*known->deque, known->index, value, place);
    value = std::move(*known->deque);
    known->deque->clear(); // Others know it, too.
  }

private:
  struct Element {
    std::shared_ptr<Deque> deque;
    std::size_t index;
  };

  /// fill() makes the element at `index` of the deque the one at `place`.
  static void fill(Deque &object, std::size_t index, Deque &value,
                   std::size_t place) {
    for (; index > place; --index)
      object.pop_front();
    for (std::size_t ahead = place - index; ahead != 0; --ahead)
      object.push_front(std::move(value[ahead - 1]));
    const std::size_t common = std::min(object.size(), value.size());
    for (std::size_t at = place - index; at != common; ++at)
      object[at] = std::move(value[at]);
    while (object.size() > common)
      object.pop_back();
    for (std::size_t at = common; at != value.size(); ++at)
      object.push_back(std::move(value[at]));
  }
};

/// PlacesOfNodes is for the containers that hand out their nodes.
template <class Container> struct PlacesOfNodes {
  using Node = typename Container::node_type;
  static constexpr bool is_map =
      !std::is_same_v<typename Container::key_type,
                      typename Container::value_type>;
  static constexpr bool any = true;

  static void note(const Container &object, Addresses &to) {
    for (const auto &element : object) {
      to.push_back(address_of(element));
      if constexpr (is_map)
        detail::note(element.second, to);
    }
  }
  static void dismantle(Container &object, Kept &kept) {
    while (!object.empty()) {
      const Address at = address_of(*object.begin());
      if constexpr (is_map)
        detail::dismantle(object.begin()->second, kept);
      kept.put(at, object.extract(object.begin()));
    }
  }
  static void adopt(Container &value, NextAddress &at, Kept &kept) {
    std::vector<Node> nodes;
    while (!value.empty()) {
      const Address own = *at++;
      if constexpr (is_map)
        detail::adopt(value.begin()->second, at, kept);
      nodes.push_back(value.extract(value.begin()));
      if (auto old = kept.take<Node>(own)) {
        move_into(*old, nodes.back());
        nodes.back() = std::move(*old);
      }
    }
    put_back(value, nodes);
  }

private:
  static void move_into(Node &object, Node &value) {
    if constexpr (is_map) {
      object.key() = std::move(value.key());
      object.mapped() = std::move(value.mapped());
    } else {
      object.value() = std::move(value.value());
    }
  }

  template <class C>
  static auto put_back(C &value, std::vector<Node> &nodes)
      -> decltype(value.key_comp(), void()) {
    for (Node &node : nodes)
      value.insert(value.end(), std::move(node));
  }
  /// A hash container puts a new element before others: see UnorderedCodec.
  template <class C>
  static auto put_back(C &value, std::vector<Node> &nodes)
      -> decltype(value.hash_function(), void()) {
    for (auto node = nodes.rbegin(); node != nodes.rend(); ++node)
      value.insert(std::move(*node));
  }
};
template <class K, class Less, class Allocator>
struct Places<std::set<K, Less, Allocator>, std::enable_if_t<settles<K>>>
    : PlacesOfNodes<std::set<K, Less, Allocator>> {};
template <class K, class Less, class Allocator>
struct Places<std::multiset<K, Less, Allocator>, std::enable_if_t<settles<K>>>
    : PlacesOfNodes<std::multiset<K, Less, Allocator>> {};
template <class K, class T, class Less, class Allocator>
struct Places<std::map<K, T, Less, Allocator>,
              std::enable_if_t<settles<K> && settles<T>>>
    : PlacesOfNodes<std::map<K, T, Less, Allocator>> {};
template <class K, class T, class Less, class Allocator>
struct Places<std::multimap<K, T, Less, Allocator>,
              std::enable_if_t<settles<K> && settles<T>>>
    : PlacesOfNodes<std::multimap<K, T, Less, Allocator>> {};
template <class K, class Hash, class Equal, class Allocator>
struct Places<std::unordered_set<K, Hash, Equal, Allocator>,
              std::enable_if_t<settles<K>>>
    : PlacesOfNodes<std::unordered_set<K, Hash, Equal, Allocator>> {};
template <class K, class T, class Hash, class Equal, class Allocator>
struct Places<std::unordered_map<K, T, Hash, Equal, Allocator>,
              std::enable_if_t<settles<K> && settles<T>>>
    : PlacesOfNodes<std::unordered_map<K, T, Hash, Equal, Allocator>> {};

template <class T, class Deleter>
struct Places<
    std::unique_ptr<T, Deleter>,
    std::enable_if_t<!std::is_array_v<T> && !std::is_polymorphic_v<T> &&
                     std::is_move_assignable_v<T>>> {
  static constexpr bool any = true;
  using Pointer = std::unique_ptr<T, Deleter>;

  static void note(const Pointer &object, Addresses &to) {
    to.push_back(reinterpret_cast<Address>(object.get()));
    if (object)
      detail::note(*object, to);
  }
  static void dismantle(Pointer &object, Kept &kept) {
    if (!object)
      return;
    const Address at = address_of(*object);
    detail::dismantle(*object, kept);
    kept.put(at, std::move(object));
  }
  static void adopt(Pointer &value, NextAddress &at, Kept &kept) {
    const Address own = *at++;
    if (!value)
      return;
    detail::adopt(*value, at, kept);
    if (const auto old = kept.take<Pointer>(own)) {
      **old = std::move(*value);
      value = std::move(*old);
    }
  }
};

} // namespace detail
} // namespace paraloop

#endif
