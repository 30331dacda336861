// Intervals bound what they stand for; Subscripts never says that subscripts
// differ where they meet.

#include <paraloop/interval.h>

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <random>
#include <vector>

namespace {

using paraloop::between;
using paraloop::fits;
using paraloop::Interval;
using paraloop::Subscripts;

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t smallest = std::numeric_limits<std::int64_t>::min();

TEST(Interval, BoundsSumsDifferencesAndProducts) {
  const Interval a = between(-2, 3);
  const Interval b = between(4, 5);
  EXPECT_EQ((a + b).low(), 2);
  EXPECT_EQ((a + b).high(), 8);
  EXPECT_EQ((a - b).low(), -7);
  EXPECT_EQ((a - b).high(), -1);
  EXPECT_EQ((a * b).low(), -10);
  EXPECT_EQ((a * b).high(), 15);
}

TEST(Interval, IsNotKnownAfterAnOverflow) {
  EXPECT_TRUE(Interval(largest).known());
  EXPECT_FALSE((Interval(largest) + 1).known());
  EXPECT_FALSE((Interval(smallest) - 1).known());
  EXPECT_FALSE((Interval(largest) * 2).known());
  EXPECT_FALSE(((Interval(largest) + 1) * 0).known());
  EXPECT_FALSE(Interval(std::numeric_limits<std::uint64_t>::max()).known());
  EXPECT_TRUE(Interval(std::uint64_t(7)).known());
}

TEST(Interval, OfAnEmptyRangeIsNotEmpty) {
  const Interval empty = between(3, 2);
  EXPECT_LE(empty.low(), empty.high());
}

TEST(Interval, FitsIntoATypeWithAllItsValues) {
  EXPECT_TRUE(fits<unsigned>(between(0, 4294967295LL)));
  EXPECT_FALSE(fits<unsigned>(between(0, 4294967296LL)));
  EXPECT_FALSE(fits<unsigned>(between(-1, 5)));
  EXPECT_TRUE(fits<int>(between(-2147483648LL, 2147483647)));
  EXPECT_FALSE(fits<int>(2147483648LL));
  EXPECT_FALSE(fits<std::size_t>(-1));
  EXPECT_TRUE(fits<std::size_t>(largest));
  EXPECT_FALSE(fits<long>(Interval(largest) + 1));
}

TEST(Subscripts, RowsDifferIfTheyAreNotLongerThanTheStride) {
  const auto rows = [](int width, int stride) {
    return Subscripts(stride, Interval(stride) * between(0, 9))
        .changes(0, {{1, between(0, Interval(width) - 1)}})
        .differ();
  };
  EXPECT_TRUE(rows(8, 8));
  EXPECT_FALSE(rows(9, 8));
  EXPECT_TRUE(rows(8, -8));
  EXPECT_FALSE(rows(1, 0));
}

TEST(Subscripts, ColumnsDifferIfTheLoopStaysInTheRow) {
  const auto columns = [](int iterations, int width) {
    return Subscripts(1, between(0, iterations - 1))
        .changes(0, {{width, between(0, 99)}})
        .reads(width, {{width, between(0, 99)}})
        .differ();
  };
  EXPECT_TRUE(columns(8, 8));
  EXPECT_FALSE(columns(9, 8));
}

TEST(Subscripts, HalvesDiffer) {
  const auto halves = [](int iterations, int half) {
    return Subscripts(1, between(0, iterations - 1))
        .changes(0)
        .reads(half)
        .differ();
  };
  EXPECT_TRUE(halves(5, 5));
  EXPECT_FALSE(halves(6, 5));
}

TEST(Subscripts, StridesKeepOtherRemaindersApart) {
  EXPECT_TRUE(Subscripts(4).changes(0).reads(-7).reads(2).differ());
  EXPECT_FALSE(Subscripts(4).changes(0).reads(-8).differ());
}

TEST(Subscripts, ReadsMayMeetReads) {
  EXPECT_TRUE(
      Subscripts(1, between(0, 9)).changes(100).reads(1).reads(0).differ());
}

TEST(Subscripts, SayNothingAfterAnOverflow) {
  EXPECT_FALSE(Subscripts(Interval(largest) + 1).changes(0).differ());
  EXPECT_FALSE(Subscripts(1).changes(Interval(largest) * 2).differ());
  EXPECT_FALSE(Subscripts(smallest).changes(0).differ());
}

struct Product {
  std::int64_t factor, low, high;
};
struct Use {
  std::int64_t start;
  std::vector<Product> terms;
  bool changes;
};

void spread(const Use &use, std::size_t term, std::int64_t value,
            std::vector<std::int64_t> &values) {
  if (term == use.terms.size())
    return values.push_back(value);
  for (std::int64_t x = use.terms[term].low; x <= use.terms[term].high; ++x)
    spread(use, term + 1, value + use.terms[term].factor * x, values);
}

bool meet(const std::vector<Use> &uses, std::int64_t factor,
          std::int64_t iterations) {
  for (const Use &change : uses)
    for (const Use &other : uses) {
      std::vector<std::int64_t> a, b;
      spread(change, 0, change.start, a);
      spread(other, 0, other.start, b);
      for (std::int64_t distance = 1; distance < iterations; ++distance)
        for (const std::int64_t x : a)
          for (const std::int64_t y : b)
            if (change.changes &&
                (x - y == factor * distance || y - x == factor * distance))
              return true;
    }
  return false;
}

Subscripts subscripts(std::int64_t factor, std::int64_t iterations,
                      const std::vector<Use> &uses) {
  Subscripts made(factor, Interval(factor) * between(0, iterations - 1));
  for (const Use &use : uses) {
    const auto term = [&](std::size_t index) {
      const Product &one = use.terms[index];
      return paraloop::Term{one.factor, between(one.low, one.high)};
    };
    if (use.changes)
      made.changes(use.start, {term(0), term(1)});
    else
      made.reads(use.start, {term(0), term(1)});
  }
  return made;
}

TEST(Subscripts, AreRightAboutRandomLoops) {
  std::mt19937 random(7);
  const auto draw = [&](int low, int high) {
    return static_cast<std::int64_t>(random() % (high - low + 1)) + low;
  };
  int proven = 0;
  for (int round = 0; round < 20000; ++round) {
    const std::int64_t factor = draw(-9, 9);
    const std::int64_t iterations = draw(1, 6);
    std::vector<Use> uses;
    for (std::int64_t left = draw(1, 2); left > 0; --left)
      uses.push_back(
          {draw(-6, 6),
           {{draw(-12, 12), 0, draw(0, 3)}, {draw(-12, 12), 0, draw(0, 3)}},
           left == 1 || draw(0, 1) == 1});
    if (!subscripts(factor, iterations, uses).differ())
      continue;
    ++proven;
    EXPECT_FALSE(meet(uses, factor, iterations)) << "round " << round;
  }
  EXPECT_GT(proven, 1000);
}

} // namespace
