// A number that workers fold values into has the value of the sequential loop:
// for every type and operation, where it wraps around, and where an iteration
// has to run natively.

#include "paraloop/fold.h"

#include "paraloop/loop.h"
#include "workers_test.h"

#include <cstdint>
#include <gtest/gtest.h>
#include <limits>

namespace {

using namespace paraloop;
using paraloop_test::WorkersTest;

class FoldTest : public WorkersTest {};
PARALOOP_WITH_WORKERS(FoldTest);

/// value_of() gives numbers of all sizes and both signs.
std::int64_t value_of(int i) {
  return (i % 3 == 0 ? -1 : 1) * (std::int64_t{i} << (i % 40));
}

template <class T> void expect_sum(Site site, T start) {
  T expected = start;
  for (int i = 0; i < 100; ++i)
    expected = static_cast<T>(static_cast<std::uint64_t>(expected) +
                              2 * static_cast<std::uint64_t>(value_of(i)));
  T total = start;
  const auto body = [&](int i, Iteration &) {
    auto part = sum_part(total);
    part += value_of(i);
    part -= -value_of(i);
    ++part;
    part--;
  };
  EXPECT_EQ(
      run(site, counted(0, 100, 1, less), body, true, sum_of_parts(total)),
      100);
  EXPECT_EQ(total, expected);
}

TEST_P(FoldTest, SumsOfEveryType) {
  expect_sum<signed char>(site(), -7);
  expect_sum<unsigned char>(site(), 7);
  expect_sum<short>(site(), 1);
  expect_sum<unsigned short>(site(), 65535);
  expect_sum<int>(site(), std::numeric_limits<int>::max());
  expect_sum<unsigned>(site(), 0);
  expect_sum<long>(site(), std::numeric_limits<long>::min());
  expect_sum<unsigned long long>(site(), 1);
}

TEST_P(FoldTest, BitsOfEveryType) {
  unsigned char ored = 1;
  long anded = -1;
  unsigned flipped = 0xf0f0;
  bool any = false;
  bool all = true;
  Site one = site();
  const auto body = [&](int i, Iteration &) {
    auto or_ = or_part(ored);
    auto and_ = and_part(anded);
    auto xor_ = xor_part(flipped);
    auto any_ = or_part(any);
    auto all_ = and_part(all);
    or_ |= i & 0x0c;
    and_ &= ~(long{i} << 8);
    xor_ ^= i;
    any_ |= i == 77;
    all_ &= i != 78;
  };
  EXPECT_EQ(run(one, counted(0, 100, 1, less), body, true, or_of_parts(ored),
                and_of_parts(anded), xor_of_parts(flipped), or_of_parts(any),
                and_of_parts(all)),
            100);
  unsigned expected_flipped = 0xf0f0;
  long expected_anded = -1;
  for (int i = 0; i < 100; ++i) {
    expected_flipped ^= static_cast<unsigned>(i);
    expected_anded &= ~(long{i} << 8);
  }
  EXPECT_EQ(ored, 0x0d);
  EXPECT_EQ(anded, expected_anded);
  EXPECT_EQ(flipped, expected_flipped);
  EXPECT_TRUE(any);
  EXPECT_FALSE(all);
}

TEST_P(FoldTest, WhatAnIterationFoldedThatLeavesIsTakenBack) {
  for (const std::uint64_t chunk : {1, 5, 100}) {
    long total = 1000;
    long updates = 0;
    const auto update = [&](auto &by) { updates += by; };
    Site one = site(chunk);
    const auto body = [&](int i, Iteration &iteration) {
      auto part = sum_part(total);
      part += i;
      iteration.update(update, i);
      if (i == 63)
        iteration.leave();
    };
    EXPECT_EQ(
        run(one, counted(0, 100, 1, less), body, true, sum_of_parts(total)),
        63);
    EXPECT_EQ(total, 1000 + 62 * 63 / 2);
    EXPECT_EQ(updates, 62 * 63 / 2);
  }
}

TEST_P(FoldTest, WhatAnIterationFoldedThatThrowsIsTakenBack) {
  long total = 0;
  Site one = site(10);
  const auto body = [&](int i, Iteration &) {
    auto part = sum_part(total);
    part += 1;
    if (i == 25)
      throw 1;
  };
  EXPECT_EQ(run(one, counted(0, 100, 1, less), body, true, sum_of_parts(total)),
            25);
  EXPECT_EQ(total, 25);
}

} // namespace
