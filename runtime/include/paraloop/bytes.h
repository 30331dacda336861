// bytes.h: the byte stream between a worker and the parent.
//
// In: values that Codec (codec.h) takes apart. Out: the same values, put together on the other side.
// A Writer fills one stretch of memory that belongs to this process alone; a Reader walks over such a
// stretch and never past its end. Neither allocates.

#ifndef PARALOOP_BYTES_H
#define PARALOOP_BYTES_H

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace paraloop {

/// Writer appends bytes to a fixed stretch of memory that it does not own.
/// A write that does not fit is dropped, and so is every later one: overflowed() then stays true until
/// rewind(). There is no exception, because a user's `catch (...)` around the body would swallow it.
class Writer {
public:
  Writer(std::byte *begin, std::size_t capacity)
      : begin_(begin), capacity_(capacity) {}

  /// bytes() appends `size` bytes from `data`.
  void bytes(const void *data, std::size_t size) {
    if (overflowed_ || size > capacity_ - size_) {
      overflowed_ = true;
      return;
    }
    if (size != 0)
      std::memcpy(begin_ + size_, data, size);
    size_ += size;
  }

  /// value() appends the object representation of a trivially copyable value.
  template <class T> void value(const T &value) {
    static_assert(std::is_trivially_copyable_v<T>);
    bytes(&value, sizeof value);
  }

  /// replace() overwrites the value at `offset`.
  /// EXPECTS: offset + sizeof(T) <= size().
  template <class T> void replace(std::size_t offset, const T &value) {
    static_assert(std::is_trivially_copyable_v<T>);
    std::memcpy(begin_ + offset, &value, sizeof value);
  }

  /// size() returns the number of bytes written so far.
  std::size_t size() const { return size_; }
  bool overflowed() const { return overflowed_; }
  const std::byte *data() const { return begin_; }

  /// keep_room() says whether containers keep the room that they have beyond
  /// their elements: those do whose receiver gets them as they are.
  void keep_room(bool keep) { keeps_room_ = keep; }
  bool keeps_room() const { return keeps_room_; }

  /// rewind() forgets everything after the first `size` bytes.
  /// EXPECTS: size <= size().
  void rewind(std::size_t size) {
    size_ = size;
    overflowed_ = false;
  }

private:
  std::byte *begin_;
  std::size_t capacity_;
  std::size_t size_ = 0;
  bool overflowed_ = false;
  bool keeps_room_ = false;
};

/// Reader takes values from a stretch of memory that it does not own, in the order in which they were
/// written. Reading past the end means a damaged record: the process ends with a clear error.
class Reader {
public:
  Reader(const std::byte *begin, std::size_t size)
      : next_(begin), end_(begin + size) {}

  bool at_end() const { return next_ == end_; }
  std::size_t left() const { return static_cast<std::size_t>(end_ - next_); }

  /// bytes() returns the next `size` bytes and steps over them.
  const std::byte *bytes(std::size_t size) {
    if (size > left())
      damaged();
    const std::byte *taken = next_;
    next_ += size;
    return taken;
  }

  /// value() returns the next trivially copyable value.
  template <class T> T value() {
    static_assert(std::is_trivially_copyable_v<T>);
    alignas(T) std::byte storage[sizeof(T)];
    std::memcpy(storage, bytes(sizeof(T)), sizeof(T));
    return *reinterpret_cast<T *>(storage);
  }

private:
  [[noreturn]] static void damaged();

  const std::byte *next_;
  const std::byte *end_;
};

} // namespace paraloop

#endif
