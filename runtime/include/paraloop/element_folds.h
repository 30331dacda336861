// element_folds.h: whole numbers, in containers or anywhere, that the loop only
// folds values into.
//
// In, in a worker: an update that does so, the operands that lead it to one of
// the numbers, and the value: `++counts[word]` is one more at `word`. Out, in
// the parent: one call of the update for each number, with all that the chunk
// folds into it.
//
// As in fold.h, the order doesn't matter to whole numbers. They are told in the
// order in which the chunk came to each first, so that a container that grows
// gets its elements in the order of the sequential loop.

#ifndef PARALOOP_ELEMENT_FOLDS_H
#define PARALOOP_ELEMENT_FOLDS_H

#include "paraloop/fold.h"
#include "paraloop/operand.h"
#include "paraloop/updates.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace paraloop {
namespace detail {

/// FoldKey names a number: whole numbers, of which there are at most two.
struct FoldKey {
  std::uint64_t first = 0;
  std::uint64_t second = 0;

  bool operator==(const FoldKey &other) const {
    return first == other.first && second == other.second;
  }
  std::uint64_t hash() const { // Multiplicative, after Knuth.
    const std::uint64_t mixed =
        (first + second * 0x9e3779b97f4a7c15) * 0xff51afd7ed558ccd;
    return mixed ^ mixed >> 32;
  }
};

/// NearFolds is what one chunk folds into numbers whose keys are small: they
/// are found without a search, whose length no processor could predict.
template <class Operation> class NearFolds {
public:
  /// at() returns the value of a place; `is_new` is whether the chunk comes
  /// there for the first time.
  std::uint64_t &at(std::uint64_t place, bool &is_new) {
    if (__builtin_expect(place >= values_.size(), false))
      grow(place);
    is_new = chunks_[place] != chunk_;
    if (is_new) {
      chunks_[place] = chunk_;
      values_[place] = Operation::template identity<std::uint64_t>();
    }
    return values_[place];
  }

  /// clear() begins another chunk.
  void clear() {
    if (++chunk_ == 0) { // Old values must not look like new ones.
      std::fill(chunks_.begin(), chunks_.end(), 0);
      chunk_ = 1;
    }
  }

private:
  [[gnu::noinline, gnu::cold]] void grow(std::uint64_t place) {
    std::size_t size = 1024;
    while (size <= place)
      size *= 2;
    chunks_.resize(size);
    values_.resize(size);
  }

  std::vector<std::uint64_t> values_;
  std::vector<std::uint32_t> chunks_; ///< In which chunk each value was set.
  std::uint32_t chunk_ = 1;
};

/// FarFolds is the same for all other keys.
template <class Operation> class FarFolds {
public:
  std::uint64_t &at(const FoldKey &key, bool &is_new) {
    const auto [known, is_first] =
        values_.try_emplace(key, Operation::template identity<std::uint64_t>());
    is_new = is_first;
    return known->second;
  }
  void clear() { values_.clear(); }

private:
  struct Hash {
    std::size_t operator()(const FoldKey &key) const {
      return static_cast<std::size_t>(key.hash());
    }
  };
  std::unordered_map<FoldKey, std::uint64_t, Hash> values_;
};

/// FoldTable is what one chunk folds into all numbers, modulo two to the power
/// of 64: that comes out right in any narrower type, too. All keys are made of
/// one whole number or less; or, with `Pairs`, of two.
template <class Operation, bool Pairs> class FoldTable {
public:
  void fold(const FoldKey &key, std::uint64_t by) {
    bool is_new = false;
    std::uint64_t &value = at(key, is_new);
    if (is_new)
      order_.push_back(key);
    Operation::fold(value, by);
  }

  /// for_each() calls use(key, value) in the order in which the keys came.
  template <class Use> void for_each(const Use &use) {
    bool is_new = false;
    for (const FoldKey &key : order_)
      use(key, at(key, is_new));
  }

  std::size_t size() const { return order_.size(); }

  /// clear() begins another chunk.
  void clear() {
    order_.clear();
    near_.clear();
    far_.clear();
  }

private:
  std::uint64_t &at(const FoldKey &key, bool &is_new) {
    if constexpr (Pairs) {
      if (key.first < row && key.second < row)
        return near_.at(key.first * row + key.second, is_new);
    } else if (key.first < row * row) {
      return near_.at(key.first, is_new);
    }
    return far_.at(key, is_new);
  }

  static constexpr std::uint64_t row = 1024; ///< Of pairs that are near.

  NearFolds<Operation> near_;
  FarFolds<Operation> far_;
  std::vector<FoldKey> order_;
};

template <class T> constexpr bool is_whole_number() {
  if constexpr (std::is_integral_v<T> || std::is_enum_v<T>)
    return sizeof(T) <= sizeof(std::uint64_t);
  else
    return false;
}

/// FoldKeys translates the operands of an update to keys and back. The texts
/// that it has met stay known.
template <class... Operands> class FoldKeys {
public:
  static constexpr bool possible =
      sizeof...(Operands) <= 2 && (is_whole_number<Operands>() && ...);

  FoldKey key(const Operands &...operands) {
    FoldKey made;
    [[maybe_unused]] std::uint64_t *next = &made.first;
    ((*next = static_cast<std::uint64_t>(operands), next = &made.second), ...);
    return made;
  }
  void write(Writer &writer, const FoldKey &key) const {
    [[maybe_unused]] const std::uint64_t *next = &key.first;
    ((writer.value(static_cast<Operands>(*next)), next = &key.second), ...);
  }
  void forget() {}
  std::size_t size() const { return 0; }
};
template <> class FoldKeys<std::string> {
public:
  static constexpr bool possible = true;

  FoldKey key(const std::string &text) {
    const auto [known, is_new] = numbers_.try_emplace(text, texts_.size());
    if (is_new)
      texts_.push_back(&known->first);
    return {known->second, 0};
  }
  void write(Writer &writer, const FoldKey &key) const {
    Encode<std::string>::write(writer, *texts_[key.first]);
  }
  void forget() {
    numbers_.clear();
    texts_.clear();
  }
  std::size_t size() const { return texts_.size(); }

private:
  std::unordered_map<std::string, std::uint64_t> numbers_;
  std::vector<const std::string *> texts_;
};

/// UpdateFold is what a chunk does by way of one update.
class UpdateFold {
public:
  explicit UpdateFold(const void *update) : update_(update) {}
  virtual ~UpdateFold() = default;
  UpdateFold(const UpdateFold &) = delete;
  UpdateFold &operator=(const UpdateFold &) = delete;

  virtual void write(UpdateWriter &updates) = 0;
  virtual void clear() = 0;

  const void *update() const { return update_; }

private:
  const void *const update_;
};

template <class Update, class Operation, class... Operands>
class UpdateFoldOf final : public UpdateFold {
public:
  using UpdateFold::UpdateFold;

  /// pays() returns false where a chunk comes to most numbers only once: then
  /// its updates may as well be recorded one by one.
  bool pays() const { return left_out_ == 0; }

  void fold(std::uint64_t by, const Operands &...operands) {
    ++count_;
    table_.fold(keys_.key(operands...), by);
  }
  void write(UpdateWriter &updates) override {
    table_.for_each([&](const FoldKey &key, std::uint64_t value) {
      updates.head(&thunk<Update, Operands..., std::uint64_t>, update());
      keys_.write(updates.writer(), key);
      updates.writer().value(value);
    });
  }
  void clear() override {
    if (left_out_ != 0)
      --left_out_;
    const bool was_of_use = count_ >= 2 * table_.size();
    if (count_ > enough_to_tell && !was_of_use)
      left_out_ = tried_again_after;
    if (left_out_ != 0 || keys_.size() > most_known)
      keys_.forget();
    table_.clear();
    count_ = 0;
  }

private:
  static constexpr std::size_t enough_to_tell = 64;
  static constexpr std::size_t most_known = std::size_t{1} << 18;
  static constexpr unsigned tried_again_after = 16; ///< Chunks.

  FoldKeys<Operands...> keys_;
  FoldTable<Operation, sizeof...(Operands) == 2> table_;
  std::size_t count_ = 0;
  unsigned left_out_ = 0; ///< For so many chunks.
};

/// ElementFolds is the log of one chunk.
class ElementFolds {
public:
  bool empty() const { return !used_; }

  void clear() {
    if (used_)
      for (const auto &one : folds_)
        one->clear();
    used_ = false;
  }

  void write(UpdateWriter &updates) const {
    if (used_)
      for (const auto &one : folds_)
        one->write(updates);
  }

  /// of() returns the log of one update, which always comes with the same
  /// types.
  template <class Update, class Operation, class... Operands>
  UpdateFoldOf<Update, Operation, Operands...> &of(const Update &update) {
    using Fold = UpdateFoldOf<Update, Operation, Operands...>;
    used_ = true;
    for (const auto &one : folds_)
      if (one->update() == &update)
        return static_cast<Fold &>(*one);
    folds_.push_back(std::make_unique<Fold>(&update));
    return static_cast<Fold &>(*folds_.back());
  }

private:
  std::vector<std::unique_ptr<UpdateFold>> folds_;
  bool used_ = false;
};

} // namespace detail

/// Minus is a value that is taken away.
template <class T> struct Minus {
  T value;
};
template <class T> Minus<T> minus(T value) { return {value}; }

namespace detail {

template <class T> std::uint64_t folded_bits(T value) {
  return static_cast<std::uint64_t>(value);
}
template <class T> std::uint64_t folded_bits(const Minus<T> &by) {
  return 0 - folded_bits(by.value);
}

} // namespace detail
} // namespace paraloop

#endif
