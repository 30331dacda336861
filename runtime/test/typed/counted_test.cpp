// The trip count of a counted loop is what the loop itself does, for small
// types exhaustively.

#include "paraloop/space/counted.h"

#include <gtest/gtest.h>
#include <vector>

namespace {

using paraloop::detail::Wide;

// The comparisons below are the loop's own, mixed signs and all.
#pragma GCC diagnostic ignored "-Wsign-compare"
template <class A, class B> bool holds(paraloop::Less, A a, B b) {
  return a < b;
}
template <class A, class B> bool holds(paraloop::LessEqual, A a, B b) {
  return a <= b;
}
template <class A, class B> bool holds(paraloop::Greater, A a, B b) {
  return a > b;
}
template <class A, class B> bool holds(paraloop::GreaterEqual, A a, B b) {
  return a >= b;
}
template <class A, class B> bool holds(paraloop::NotEqual, A a, B b) {
  return a != b;
}

/// walk() runs the loop itself. Returns nothing where it doesn't end or leaves
/// T.
template <class T, class B, class S, class Relation>
std::optional<std::uint64_t> walk(T first, B bound, S step, Relation relation) {
  std::uint64_t count = 0;
  Wide i = first;
  while (holds(relation, static_cast<T>(i), bound)) {
    i += step;
    ++count;
    if (step == 0 || i < std::numeric_limits<T>::min() ||
        i > std::numeric_limits<T>::max())
      return std::nullopt;
  }
  return count;
}

/// differences() counts the loops of all firsts, bounds and steps whose trip
/// count is not the real one.
template <class T, class B, class Relation>
std::uint64_t differences(const std::vector<B> &bounds, int steps,
                          Relation relation) {
  std::uint64_t wrong = 0;
  using Limits = std::numeric_limits<T>;
  for (int first = Limits::min(); first <= Limits::max(); ++first)
    for (const B bound : bounds)
      for (int step = -steps; step <= steps; ++step) {
        const auto first_t = static_cast<T>(first);
        const auto space = paraloop::counted<T>(first_t, bound, step, relation);
        const auto right = walk(first_t, bound, step, relation);
        wrong += space.iterations() != right;
        if (std::uint64_t easy = 0; space.count(easy))
          wrong += right != easy;
      }
  return wrong;
}

template <class T, class B>
void expect_exact(const std::vector<B> &bounds, int steps) {
  EXPECT_EQ((differences<T>(bounds, steps, paraloop::less)), 0U);
  EXPECT_EQ((differences<T>(bounds, steps, paraloop::less_equal)), 0U);
  EXPECT_EQ((differences<T>(bounds, steps, paraloop::greater)), 0U);
  EXPECT_EQ((differences<T>(bounds, steps, paraloop::greater_equal)), 0U);
  EXPECT_EQ((differences<T>(bounds, steps, paraloop::not_equal)), 0U);
}

template <class B> std::vector<B> all_values() {
  std::vector<B> values;
  for (int value = std::numeric_limits<B>::min();
       value <= std::numeric_limits<B>::max(); ++value)
    values.push_back(static_cast<B>(value));
  return values;
}

template <class B> std::vector<B> border_values() {
  std::vector<B> values;
  for (const Wide border : {Wide(-256), Wide(-128), Wide(0), Wide(127),
                            Wide(255), Wide(std::numeric_limits<B>::max()),
                            Wide(std::numeric_limits<B>::max()) - 127,
                            Wide(std::numeric_limits<B>::min())})
    for (int near = -3; near <= 3; ++near)
      values.push_back(static_cast<B>(border + near));
  return values;
}

TEST(CountedTest, SignedCharsWithSignedChars) {
  expect_exact<std::int8_t>(all_values<std::int8_t>(), 130);
}
TEST(CountedTest, UnsignedCharsWithUnsignedChars) {
  expect_exact<std::uint8_t>(all_values<std::uint8_t>(), 130);
}
TEST(CountedTest, SignedCharsWithUnsignedChars) {
  expect_exact<std::int8_t>(all_values<std::uint8_t>(), 3);
}
TEST(CountedTest, UnsignedCharsWithSignedChars) {
  expect_exact<std::uint8_t>(all_values<std::int8_t>(), 3);
}
TEST(CountedTest, CharsWithInts) {
  expect_exact<std::int8_t>(border_values<int>(), 9);
  expect_exact<std::uint8_t>(border_values<int>(), 9);
}
TEST(CountedTest, CharsWithUnsigned) {
  expect_exact<std::int8_t>(border_values<unsigned>(), 9);
  expect_exact<std::uint8_t>(border_values<unsigned>(), 9);
}
TEST(CountedTest, CharsWithSizes) {
  expect_exact<std::int8_t>(border_values<std::size_t>(), 9);
  expect_exact<std::uint8_t>(border_values<std::size_t>(), 9);
  expect_exact<std::int8_t>(border_values<long long>(), 9);
}

template <class T, class B, class Relation>
std::optional<std::uint64_t> count(T first, B bound, long long step,
                                   Relation relation) {
  return paraloop::counted<T>(first, bound, step, relation).iterations();
}

TEST(CountedTest, MixedSigns) {
  EXPECT_EQ(count(-1, 10U, 1, paraloop::less), 0U);
  EXPECT_EQ(count(-5, std::size_t(10), 1, paraloop::less), 0U);
  EXPECT_EQ(count(0, std::size_t(10), 1, paraloop::less), 10U);
  EXPECT_EQ(count(-5, 10U, 1, paraloop::greater), 5U);
  EXPECT_EQ(count(-5, 10U, 1, paraloop::not_equal), 15U);
  EXPECT_EQ(count(std::size_t(3), -1, 1, paraloop::less),
            std::numeric_limits<std::size_t>::max() - 3);
  EXPECT_EQ(count(10U, 0, -1, paraloop::greater_equal), std::nullopt);
  EXPECT_EQ(count(10U, 0, -1, paraloop::greater), 10U);
}

TEST(CountedTest, Borders) {
  constexpr auto max = std::numeric_limits<std::int64_t>::max();
  constexpr auto min = std::numeric_limits<std::int64_t>::min();
  constexpr auto umax = std::numeric_limits<std::uint64_t>::max();
  EXPECT_EQ(count(min, max, 1, paraloop::less), umax);
  EXPECT_EQ(count(min, max, 1, paraloop::less_equal), std::nullopt);
  EXPECT_EQ(count(std::uint64_t(0), umax, 1, paraloop::less), umax);
  EXPECT_EQ(count(std::uint64_t(0), umax, 2, paraloop::less), std::nullopt);
  EXPECT_EQ(count(max, min, min, paraloop::greater), std::nullopt);
  EXPECT_EQ(count(max, min, -max, paraloop::greater), std::nullopt);
  EXPECT_EQ(count(0, max, 1, paraloop::less), std::nullopt);
  EXPECT_EQ(count(0, 100, 0, paraloop::less), std::nullopt);
  EXPECT_EQ(count(100, 100, 0, paraloop::less), 0U);
}

TEST(CountedTest, TheUsualLoopIsCountedAtOnce) {
  std::uint64_t found = 0;
  EXPECT_TRUE(paraloop::counted<int>(3, 10L, 1, paraloop::less).count(found));
  EXPECT_EQ(found, 7U);
  EXPECT_TRUE(paraloop::counted<long>(10, 3, 1, paraloop::less).count(found));
  EXPECT_EQ(found, 0U);
  EXPECT_FALSE(paraloop::counted<int>(3, 10, 2, paraloop::less).count(found));
  EXPECT_FALSE(
      paraloop::counted<int>(3, 1L << 40, 1, paraloop::less).count(found));
}

TEST(CountedTest, UnknownTypesRunNatively) {
  EXPECT_EQ(paraloop::counted<int>(0, 10.5, 1, paraloop::less).iterations(),
            std::nullopt);
  EXPECT_EQ(paraloop::counted<double>(0, 10, 1, paraloop::less).iterations(),
            std::nullopt);
  EXPECT_EQ(paraloop::counted<double>(0.5, 10, 1, paraloop::less).from(0), 0.5);
}

TEST(CountedTest, PositionsAndTheRest) {
  const auto up = paraloop::counted<short>(-5, 10, 4, paraloop::less);
  EXPECT_EQ(up.iterations(), 4U);
  EXPECT_EQ(up.cursor().position(3), 7);
  EXPECT_EQ(up.from(0), -5);
  EXPECT_EQ(up.from(4), 11);
  const auto down = paraloop::counted<unsigned>(9U, 2U, -3, paraloop::greater);
  EXPECT_EQ(down.iterations(), 3U);
  EXPECT_EQ(down.from(3), 0U);
  static_assert(std::is_same_v<decltype(up.from(0)), short>);
}

} // namespace
