// shared.h: variables in memory that the workers share with the program.
//
// In: a type of plain bytes. Out: an object, or an array, that a worker writes
// and the program then has, without a copy. Nobody keeps an order: that no two
// iterations store different values in one place is the user's promise. In a
// program that was not rewritten they are a plain variable and a plain array.

#ifndef PARALOOP_SHARED_H
#define PARALOOP_SHARED_H

#include <cstddef>
#include <limits>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

#include <sys/mman.h>

namespace paraloop {
namespace detail {

/// SharedMemory owns a mapping that fork shares in place of copying it.
class SharedMemory {
public:
  /// Throws std::bad_alloc if there is no room.
  explicit SharedMemory(std::size_t size) : size_(size) {
    if (size == 0)
      return;
    void *const at = mmap(nullptr, size, PROT_READ | PROT_WRITE,
                          MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (at == MAP_FAILED)
      throw std::bad_alloc();
    memory_ = at;
  }
  SharedMemory(SharedMemory &&other) noexcept
      : memory_(std::exchange(other.memory_, nullptr)),
        size_(std::exchange(other.size_, 0)) {}
  SharedMemory &operator=(SharedMemory &&other) noexcept {
    std::swap(memory_, other.memory_);
    std::swap(size_, other.size_);
    return *this;
  }
  ~SharedMemory() {
    if (memory_ != nullptr)
      munmap(memory_, size_);
  }

  void *get() const { return memory_; }

private:
  void *memory_ = nullptr;
  std::size_t size_;
};

/// shared_size() returns the bytes that `count` objects of `size` bytes take.
/// Throws std::bad_alloc where that is no number.
inline std::size_t shared_size(std::size_t count, std::size_t size) {
  if (count > std::numeric_limits<std::size_t>::max() / size)
    throw std::bad_array_new_length();
  return count * size;
}

} // namespace detail

/// SharedVariable<T> is a T that workers and program share.
template <class T> class SharedVariable {
  static_assert(std::is_trivially_copyable_v<T>,
                "paraloop: a SharedVariable holds plain bytes: no strings, no "
                "containers, nothing that owns memory; use a plain variable, "
                "whose changes are replayed");

public:
  /// Throws std::bad_alloc if there is no room.
  SharedVariable(const T &value = T())
      : memory_(sizeof(T)), value_(::new (memory_.get()) T(value)) {}
  SharedVariable(SharedVariable &&) noexcept = default;

  SharedVariable &operator=(const T &value) {
    *value_ = value;
    return *this;
  }
  operator const T &() const { return *value_; }
  const T &value() const { return *value_; }
  const T *operator->() const { return value_; }

private:
  detail::SharedMemory memory_;
  T *value_;
};

/// SharedVariable<T[]> is an array of a fixed number of T that workers and
/// program share; all begin with the value that T() has.
template <class T> class SharedVariable<T[]> {
  static_assert(std::is_trivially_copyable_v<T>,
                "paraloop: a SharedVariable holds plain bytes: no strings, no "
                "containers, nothing that owns memory");

public:
  /// Throws std::bad_alloc if there is no room.
  explicit SharedVariable(std::size_t size)
      : memory_(detail::shared_size(size, sizeof(T))),
        values_(static_cast<T *>(memory_.get())), size_(size) {
    std::uninitialized_value_construct_n(values_, size_);
  }
  SharedVariable(SharedVariable &&other) noexcept
      : memory_(std::move(other.memory_)),
        values_(std::exchange(other.values_, nullptr)),
        size_(std::exchange(other.size_, 0)) {}

  T &operator[](std::size_t index) { return values_[index]; }
  const T &operator[](std::size_t index) const { return values_[index]; }
  std::size_t size() const { return size_; }
  const T *data() const { return values_; }
  const T *begin() const { return values_; }
  const T *end() const { return values_ + size_; }

private:
  detail::SharedMemory memory_;
  T *values_;
  std::size_t size_;
};

} // namespace paraloop

#endif
