// What a chunk folds into numbers becomes one call of the update for each, in
// the order in which the chunk came to them.

#include "paraloop/element_folds.h"

#include "paraloop/iteration.h"

#include <cstddef>
#include <cstdint>
#include <gtest/gtest.h>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace paraloop;

/// Chunks runs chunks one after the other, as a worker does, and executes their
/// updates at once.
class Chunks : public testing::Test {
protected:
  template <class Body> void chunk(const Body &body) {
    Writer writer(memory_, sizeof memory_);
    detail::UpdateWriter updates(writer);
    detail::Owned owned;
    folds_.clear();
    Iteration iteration(updates, owned, nullptr, &folds_);
    body(iteration);
    ASSERT_TRUE(iteration.is_recorded());
    folds_.write(updates);
    updates.finish();
    Reader record(memory_, writer.size());
    detail::apply_updates(detail::take_updates(record));
  }

  detail::ElementFolds folds_;
  std::byte memory_[1 << 20];
};
using ElementFoldsTest = Chunks;

template <class Key> using Calls = std::vector<std::pair<Key, std::uint64_t>>;

TEST_F(ElementFoldsTest, OneCallForEachKeyInTheOrderOfTheFirst) {
  Calls<long> calls;
  const auto update = [&](auto &key, auto &value) {
    calls.emplace_back(key, value);
  };
  constexpr long least = std::numeric_limits<long>::min();
  chunk([&](Iteration &iteration) {
    for (int again = 0; again < 3; ++again)
      for (const long key : {7L, -1L, 1L << 40, least, 0L, 1L << 20})
        iteration.sum(update, again + 1, key);
  });
  EXPECT_EQ(
      calls,
      (Calls<long>{
          {7, 6}, {-1, 6}, {1L << 40, 6}, {least, 6}, {0, 6}, {1L << 20, 6}}));
}

TEST_F(ElementFoldsTest, ChunksKnowNothingOfEachOther) {
  Calls<std::string> calls;
  const auto update = [&](auto &key, auto &value) {
    calls.emplace_back(key, value);
  };
  for (const int first : {0, 1})
    chunk([&](Iteration &iteration) {
      for (int i = first; i < 100; ++i)
        iteration.sum(update, i, "k" + std::to_string(i % 2));
    });
  EXPECT_EQ(calls,
            (Calls<std::string>{
                {"k0", 2450}, {"k1", 2500}, {"k1", 2500}, {"k0", 2450}}));
}

TEST_F(ElementFoldsTest, PairsAndNothingAtAll) {
  std::vector<std::uint64_t> calls;
  const auto update = [&](auto &row, auto &column, auto &value) {
    calls.insert(calls.end(), {row, column, value});
  };
  const auto plain = [&](auto &value) { calls.push_back(value); };
  chunk([&](Iteration &iteration) {
    for (int i = 0; i < 6; ++i) {
      iteration.sum(update, 1, static_cast<std::size_t>(i % 2), 5u + i % 3);
      iteration.sum(update, 1, std::size_t{5000}, 0u);
      iteration.sum(plain, minus(2u));
    }
  });
  const auto minus_twelve = static_cast<std::uint64_t>(-12);
  EXPECT_EQ(calls, (std::vector<std::uint64_t>{
                       0, 5, 1, 5000, 0, 6, 1, 6, 1, 0, 7,
                       1, 1, 5, 1,    0, 6, 1, 1, 7, 1, minus_twelve}));
}

TEST_F(ElementFoldsTest, BitsBeginWithWhatChangesNothing) {
  unsigned ored = 1, anded = 0xff, flipped = 6;
  const auto with_or = [&](auto &value) { ored |= value; };
  const auto with_and = [&](auto &value) { anded &= value; };
  const auto with_xor = [&](auto &value) { flipped ^= value; };
  chunk([&](Iteration &iteration) {
    iteration.bit_or(with_or, 2);
    iteration.bit_or(with_or, 8);
    iteration.bit_and(with_and, -2);
    iteration.bit_and(with_and, 0x7f);
    iteration.bit_xor(with_xor, 2);
    iteration.bit_xor(with_xor, 16);
  });
  EXPECT_EQ(ored, 11u);
  EXPECT_EQ(anded, 0x7eu);
  EXPECT_EQ(flipped, 20u);
}

TEST_F(ElementFoldsTest, OtherKeysAreRecordedOneByOne) {
  Calls<double> calls;
  const auto update = [&](auto &key, auto &value) {
    calls.emplace_back(key, value);
  };
  chunk([&](Iteration &iteration) {
    iteration.sum(update, 1, 0.5);
    iteration.sum(update, 2, 0.5);
  });
  EXPECT_EQ(calls, (Calls<double>{{0.5, 1}, {0.5, 2}}));
}

TEST_F(ElementFoldsTest, WhereMostNumbersComeOnceNothingIsSummedUpForAWhile) {
  std::size_t calls = 0;
  const auto update = [&](auto &, auto &) { ++calls; };
  const auto run = [&](int distinct) {
    calls = 0;
    chunk([&](Iteration &iteration) {
      for (int i = 0; i < 1000; ++i)
        iteration.sum(update, 1, std::to_string(i % distinct));
    });
    return calls;
  };
  EXPECT_EQ(run(1000), 1000u);
  EXPECT_EQ(run(10), 1000u);
  for (int more = 0; more < 20; ++more)
    run(10);
  EXPECT_EQ(run(10), 10u);
}

} // namespace
