// Stretches of memory behind pointers: they meet exactly if a byte is in both.

#include <paraloop/stretch.h>

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace {

using paraloop::apart;
using paraloop::between;
using paraloop::Interval;
using paraloop::stretch;

TEST(Stretch, ReachesFromTheLowestToTheHighestSubscript) {
  double a[20];
  const auto in = stretch(a).at(between(2, 5)).at(8);
  EXPECT_TRUE(apart(in, stretch(a).at(between(0, 1))));
  EXPECT_TRUE(apart(in, stretch(a + 9).at(0)));
  EXPECT_FALSE(apart(in, stretch(a + 8).at(0)));
  EXPECT_FALSE(apart(in, stretch(a).at(2)));
  EXPECT_FALSE(apart(in, stretch(a + 6).at(between(-1, 0))));
}

TEST(Stretch, MeetsObjectsAndTheirElements) {
  std::vector<double> v(10);
  double other = 0;
  EXPECT_FALSE(apart(stretch(v.data()).at(between(0, 3)), v));
  EXPECT_FALSE(apart(v, stretch(v.data()).at(9)));
  EXPECT_TRUE(apart(stretch(&other).at(0), v));
  EXPECT_FALSE(apart(stretch(&other).at(0), other));
  std::vector<std::vector<double>> rows{{1, 2}, {3, 4}};
  EXPECT_FALSE(apart(stretch(rows[1].data()).at(1), rows));
}

TEST(Stretch, MeetsEverythingIfItIsNotKnown) {
  char a = 0;
  double b = 0;
  const std::int64_t far = std::numeric_limits<std::int64_t>::max();
  EXPECT_FALSE(apart(stretch(&b).at(far), stretch(&a).at(0)));
  EXPECT_FALSE(apart(stretch(&b).at(Interval(far) + 1), a));
  EXPECT_FALSE(apart(stretch(&a).at(far), b));
}

} // namespace
