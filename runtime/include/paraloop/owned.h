// owned.h: the objects from outside that a worker changes in its own copy.
//
// In, in a worker: each object that the body is about to change. Out: at the
// end of the chunk, the values of these objects in the record; in the parent,
// the objects get these values before the chunk's updates are called. What
// travels as bytes goes by address (extents.h), anything else by its Codec.

#ifndef PARALOOP_OWNED_H
#define PARALOOP_OWNED_H

#include "paraloop/codec.h"
#include "paraloop/codec/places.h"
#include "paraloop/codec/settle.h"
#include "paraloop/extents.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <type_traits>
#include <vector>

namespace paraloop {
namespace detail {

/// Owned is the log of one chunk.
class Owned {
public:
  template <class T> void add(T &object) {
    using Element = std::remove_cv_t<std::remove_all_extents_t<T>>;
    static_assert(!std::is_const_v<std::remove_all_extents_t<T>>,
                  "paraloop: a constant object can't be changed");
    if constexpr (travels_as_bytes<Element>)
      extents_.add(address(object), sizeof object);
    else if constexpr (std::is_array_v<T>)
      for (auto &element : object)
        add(element);
    else if constexpr (travels<T>)
      add_object({address(object), sizeof object, &operations<T>});
    else
      Explain<T>::explain();
  }

  /// The same for `count` objects that lie side by side.
  template <class T> void add(T *first, std::size_t count) {
    if constexpr (travels_as_bytes<std::remove_cv_t<T>>)
      extents_.add(address(*first), count * sizeof(T));
    else
      for (std::size_t i = 0; i != count; ++i)
        add(first[i]);
  }

  /// The same for an object with virtual functions: its fields, and those of
  /// its bases. What is constant stays as it is.
  template <class T> void add_parts(T &object) {
    if constexpr (HasFields<T>::value)
      decltype(paraloop_fields(FieldsOf<T>()))::for_each(
          object, [&](auto &part) { add(part); },
          [&](auto &base) { add_parts(base); });
    else
      static_assert(std::is_empty_v<T>,
                    "paraloop: the fields of this class aren't declared");
  }

  bool empty() const { return extents_.empty() && objects_.empty(); }

  /// failed() returns true if there was no memory for the log: the chunk has to
  /// run natively.
  bool failed() const { return failed_ || extents_.failed(); }

  /// for_each() calls use(address, size) for all that was noted.
  template <class Use> void for_each(const Use &use) const {
    extents_.for_each(use);
    for (const Object &one : objects_)
      use(one.address, one.size);
  }

  void write(Writer &writer) {
    extents_.write(writer);
    keep_distinct();
    writer.keep_room(true);
    Addresses places;
    for (const Object &one : objects_) {
      writer.value(one.type);
      writer.value(one.address);
      places.clear();
      one.type->note(one.address, places);
      write_count(writer, places.size());
      writer.bytes(places.data(), places.size() * sizeof(Address));
      write_sized(writer, one);
    }
    writer.keep_room(false);
  }

  /// apply() leaves objects for later of which a part has another place in the
  /// worker: another object may have that, or may have got it.
  static void apply(Reader reader) {
    apply_extents(reader);
    Addresses own;
    std::vector<Arrival> moved;
    while (!reader.at_end()) {
      const Arrival one = read_arrival(reader, own);
      if (one.stays)
        one.type->settle(one);
      else
        moved.push_back(one);
    }
    if (!moved.empty())
      replace(moved);
  }

  void clear() {
    extents_.clear();
    objects_.clear();
    distinct_at_ = 0;
    failed_ = false;
  }

private:
  struct Arrival;
  struct Operations {
    void (*write)(Writer &, const void *object);
    void (*note)(const void *object, Addresses &);
    void (*settle)(const Arrival &);
    void (*dismantle)(void *object, Kept &);
    void (*replace)(const Arrival &, Kept &);
  };
  struct Object {
    void *address;
    std::size_t size;
    const Operations *type;
  };

  /// Arrival is an object of the parent's whose value arrives.
  struct Arrival {
    const Operations *type;
    void *address;
    const std::byte *places; ///< In the worker; they stay in the record.
    std::size_t count;       ///< Of the places.
    bool stays;              ///< The parent's object has the same.
    Reader value;
  };

  /// write_sized() appends the size of a value, and the value.
  static void write_sized(Writer &writer, const Object &object) {
    const std::size_t at = writer.size();
    write_count(writer, 0);
    const std::size_t begin = writer.size();
    object.type->write(writer, object.address);
    if (!writer.overflowed())
      writer.replace(at, static_cast<std::uint64_t>(writer.size() - begin));
  }

  /// read_arrival() uses `own` for the places of the parent's object.
  static Arrival read_arrival(Reader &reader, Addresses &own) {
    const auto *type = reader.value<const Operations *>();
    auto *address = reader.value<void *>();
    const std::size_t count = read_count(reader);
    const std::byte *places = read_elements<Address>(reader, count);
    const std::size_t size = read_count(reader);
    own.clear();
    type->note(address, own);
    const bool stays =
        own.size() == count &&
        (count == 0 ||
         std::memcmp(own.data(), places, count * sizeof(Address)) == 0);
    return {type,  address, places,
            count, stays,   Reader(reader.bytes(size), size)};
  }

  template <class T> static void *address(T &object) {
    return const_cast<void *>(
        static_cast<const volatile void *>(std::addressof(object)));
  }

  template <class T> static void write_object(Writer &writer, const void *at) {
    Codec<T>::write(writer, *static_cast<const T *>(at));
  }
  template <class T> static void note_places(const void *at, Addresses &to) {
    note(*static_cast<const T *>(at), to);
  }
  template <class T> static void dismantle_object(void *at, Kept &kept) {
    dismantle(*static_cast<T *>(at), kept);
  }
  static void add_places(const Arrival &one, Addresses &to) {
    const std::size_t before = to.size();
    to.resize(before + one.count);
    if (one.count != 0)
      std::memcpy(&to[before], one.places, one.count * sizeof(Address));
  }

  /// replace() takes only those objects apart of which a part is somewhere in
  /// the worker: most have just got a bigger buffer.
  static void replace(const std::vector<Arrival> &moved) {
    Addresses wanted;
    for (const Arrival &one : moved)
      add_places(one, wanted);
    std::sort(wanted.begin(), wanted.end());
    Kept kept;
    Addresses own;
    for (const Arrival &one : moved) {
      own.clear();
      one.type->note(one.address, own);
      if (std::any_of(own.begin(), own.end(), [&](Address at) {
            return at != 0 &&
                   std::binary_search(wanted.begin(), wanted.end(), at);
          }))
        one.type->dismantle(one.address, kept);
    }
    for (const Arrival &one : moved)
      one.type->replace(one, kept);
  }

  template <class T> static void settle_object(const Arrival &one) {
    Reader reader = one.value;
    T value = Codec<T>::read(reader);
    settle(*static_cast<T *>(one.address), value);
  }
  template <class T>
  static void replace_object(const Arrival &one, Kept &kept) {
    Reader reader = one.value;
    T value = Codec<T>::read(reader);
    if (!kept.empty()) {
      Addresses places;
      add_places(one, places);
      NextAddress at = places.begin();
      adopt(value, at, kept);
    }
    *static_cast<T *>(one.address) = std::move(value);
  }
  template <class T>
  static inline constexpr Operations operations = {
      &write_object<T>, &note_places<T>, &settle_object<T>,
      &dismantle_object<T>, &replace_object<T>};

  void add_object(const Object &object) {
    if (!objects_.empty() && objects_.back().address == object.address &&
        objects_.back().type == object.type)
      return;
    try {
      objects_.push_back(object);
    } catch (...) { // The body must not see this.
      failed_ = true;
      return;
    }
    if (objects_.size() < std::max(first_distinct, distinct_at_))
      return;
    keep_distinct();
    distinct_at_ = 2 * objects_.size();
  }

  void keep_distinct() {
    const auto less = [](const Object &a, const Object &b) {
      return a.address != b.address
                 ? std::less<void *>()(a.address, b.address)
                 : std::less<const Operations *>()(a.type, b.type);
    };
    const auto same = [](const Object &a, const Object &b) {
      return a.address == b.address && a.type == b.type;
    };
    std::sort(objects_.begin(), objects_.end(), less);
    objects_.erase(std::unique(objects_.begin(), objects_.end(), same),
                   objects_.end());
  }

  static constexpr std::size_t first_distinct = 256;

  Extents extents_;
  std::vector<Object> objects_;
  std::size_t distinct_at_ = 0; ///< At so many, repeated ones are dropped.
  bool failed_ = false;
};

} // namespace detail
} // namespace paraloop

#endif
