// codec/fields.h: a class of the user's travels field by field.
//
// In: a class whose bases and fields generated code has declared with Fields.
// Out: its Codec. The object that arrives is put together from its fields, in
// place: no constructor of the class runs, so it needs none without arguments,
// and its fields may be private and const.

#ifndef PARALOOP_CODEC_FIELDS_H
#define PARALOOP_CODEC_FIELDS_H

#include "paraloop/codec/core.h"

#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace paraloop {

// The fields of a class are the result type of a function that Fields defines
// when it is instantiated: so they can be declared in a block, too, for a class
// that has no name elsewhere.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-template-friend"
#endif
template <class T> struct FieldsOf {
  friend constexpr auto paraloop_fields(FieldsOf<T>);
};
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

template <class... Ts> struct Bases {};

namespace detail {

template <class T, class BaseList, auto... Members> struct FieldList;

template <class T> void settle(T &object, T &value); // settle.h

/// Field<F> writes a part of an object, and makes one where it belongs.
template <class F> struct Field {
  static void write(Writer &writer, const F &value) {
    Codec<F>::write(writer, value);
  }
  static void make(const F *at, Reader &reader) {
    ::new (const_cast<void *>(static_cast<const void *>(at)))
        F(Codec<F>::read(reader));
  }
};
template <class F> struct Field<const F> : Field<F> {};
template <class F, std::size_t N> struct Field<F[N]> {
  static void write(Writer &writer, const F (&values)[N]) {
    for (const F &value : values)
      Field<F>::write(writer, value);
  }
  static void make(const F (*at)[N], Reader &reader) {
    for (const F &value : *at)
      Field<F>::make(std::addressof(value), reader);
  }
};
template <class F, std::size_t N> struct Field<const F[N]> : Field<F[N]> {};

template <class T, class... Ts, auto... Members>
struct FieldList<T, Bases<Ts...>, Members...> {
  static void write([[maybe_unused]] Writer &writer, const T &value) {
    (write_base<Ts>(writer, value), ...);
    (Field<std::remove_reference_t<decltype(value.*Members)>>::write(
         writer, value.*Members),
     ...);
  }
  static void make(T &object, [[maybe_unused]] Reader &reader) {
    (make_base<Ts>(object, reader), ...);
    (Field<std::remove_reference_t<decltype(object.*Members)>>::make(
         std::addressof(object.*Members), reader),
     ...);
  }

  /// for_each() visits the fields that aren't constant, and the bases.
  template <class VisitField, class VisitBase>
  static void for_each([[maybe_unused]] T &object,
                       [[maybe_unused]] const VisitField &field,
                       [[maybe_unused]] const VisitBase &base) {
    (base((Ts &)object), ...);
    (visit(object.*Members, field), ...);
  }

  /// all_settle() returns false if a field is constant, or a base can't be
  /// assigned.
  static constexpr bool all_settle() {
    return (std::is_move_assignable_v<Ts> && ...) &&
           !(std::is_const_v<std::remove_all_extents_t<std::remove_reference_t<
                 decltype(std::declval<T &>().*Members)>>> ||
             ...);
  }

  /// settle_fields() gives each base and each field the one of `value`; see
  /// settle.h. EXPECTS: all_settle().
  static void settle_fields([[maybe_unused]] T &object,
                            [[maybe_unused]] T &value) {
    (settle_base<Ts>(object, value), ...);
    (settle_field(object.*Members, value.*Members), ...);
  }

private:
  template <class B> static void settle_base(T &object, T &value) {
    if constexpr (!std::is_empty_v<B>)
      settle((B &)object, (B &)value);
  }
  template <class F> static void settle_field(F &field, F &value) {
    if constexpr (std::is_array_v<F>) {
      for (std::size_t at = 0; at != std::extent_v<F>; ++at)
        settle_field(field[at], value[at]);
    } else {
      settle(field, value);
    }
  }

  template <class F, class VisitField>
  static void visit([[maybe_unused]] F &field,
                    [[maybe_unused]] const VisitField &visit_field) {
    if constexpr (!std::is_const_v<std::remove_all_extents_t<F>>)
      visit_field(field);
  }

  // A cast in C's way reaches a private base, too. An empty one has no bytes of
  // its own.
  template <class B> static void write_base(Writer &writer, const T &value) {
    if constexpr (!std::is_empty_v<B>)
      Field<B>::write(writer, (const B &)value);
  }
  template <class B> static void make_base(T &object, Reader &reader) {
    if constexpr (!std::is_empty_v<B>)
      Field<B>::make(std::addressof((B &)object), reader);
  }
};

template <class T, class = void> struct HasFields : std::false_type {};
template <class T>
struct HasFields<T, std::void_t<decltype(paraloop_fields(FieldsOf<T>()))>>
    : std::true_type {};

} // namespace detail

/// Fields declares of what a class T is made: its direct bases, and pointers to
/// its own fields in their order. It counts from where it is instantiated.
template <class T, class BaseList, auto... Members> struct Fields {
  friend constexpr auto paraloop_fields(FieldsOf<T>) {
    return detail::FieldList<T, BaseList, Members...>();
  }
  static constexpr bool declared = true;
};

template <class T>
struct Codec<T, std::enable_if_t<std::is_class_v<T> && !std::is_const_v<T> &&
                                 !detail::travels_as_bytes<T> &&
                                 !detail::HasSerialize<T>::value &&
                                 detail::HasFields<T>::value>> {
  static_assert(!std::is_polymorphic_v<T>,
                "paraloop: a class with virtual functions can't be put "
                "together from its fields");
  using List = decltype(paraloop_fields(FieldsOf<T>()));

  static void write(Writer &writer, const T &value) {
    List::write(writer, value);
  }
  static T read(Reader &reader) {
    Storage storage;
    List::make(storage.value, reader);
    const Destroyer destroyer{storage.value};
    return std::move(storage.value);
  }

private:
  union Storage {
    Storage() {}
    ~Storage() {}
    T value;
  };
  struct Destroyer {
    T &value;
    ~Destroyer() { value.~T(); }
  };
};

} // namespace paraloop

/// PARALOOP_FIELDS declares the fields of a class at namespace scope, private
/// ones too: names in an explicit instantiation are not checked for access.
/// NAME is a new one; the rest is what Fields takes.
#define PARALOOP_FIELDS(NAME, ...)                                             \
  namespace {                                                                  \
  template <class ParaloopClass, class ParaloopBases, auto... ParaloopMembers> \
  struct NAME                                                                  \
      : paraloop::Fields<ParaloopClass, ParaloopBases, ParaloopMembers...> {}; \
  template struct NAME<__VA_ARGS__>;                                           \
  }

#endif
