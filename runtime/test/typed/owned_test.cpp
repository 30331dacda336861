// Objects that workers own: after the loop each holds what the sequential loop
// leaves in it, and nothing else is touched.

#include "paraloop/loop.h"

#include "workers_test.h"

#include <cstring>
#include <list>
#include <map>
#include <numeric>
#include <string>
#include <vector>

namespace {

using paraloop::Iteration;

class OwnedTest : public paraloop_test::WorkersTest {
protected:
  /// run() runs body(i, iteration) for all i below `count` and returns where
  /// the native loop has to begin.
  template <class Body>
  static int run(int count, const Body &body, std::uint64_t chunk = 0) {
    paraloop::Site loop = site(chunk);
    return paraloop::run(
        loop, paraloop::counted<int>(0, count, 1, paraloop::less), body);
  }
};
PARALOOP_WITH_WORKERS(OwnedTest);

TEST_P(OwnedTest, SlicesArriveWhereTheyBelong) {
  for (const std::uint64_t chunk : {0U, 1U, 7U, 1000U}) {
    std::vector<double> values(1002, -1);
    const auto body = [&](int i, Iteration &iteration) {
      iteration.own(values[static_cast<std::size_t>(i + 1)]) = i / 3.0;
    };
    ASSERT_EQ(run(1000, body, chunk), 1000);
    EXPECT_EQ(values[0], -1);
    EXPECT_EQ(values[1001], -1);
    for (int i = 0; i < 1000; ++i)
      ASSERT_EQ(values[static_cast<std::size_t>(i + 1)], i / 3.0);
  }
}

TEST_P(OwnedTest, NodesAndBuffersKeepTheirPlaces) {
  struct Row {
    std::list<int> sorted{3, 1, 2};
    std::vector<std::string> left{std::string(40, 'a')}, right;
    std::map<int, int> table{{1, 1}, {2, 2}};
  };
  std::vector<Row> rows(20);
  const int *third = &rows[3].sorted.front();
  const std::string *text = &rows[3].left[0];
  const int *value = &rows[3].table[2];
  const auto body = [&](int i, Iteration &iteration) {
    Row &row = rows[static_cast<std::size_t>(i)];
    iteration.own(row.sorted).sort();
    std::swap(iteration.own(row.left), iteration.own(row.right));
    row.right[0] += 'b';
    iteration.own(row.table).erase(1);
    row.table[5] = ++row.table[2];
  };
  ASSERT_EQ(run(20, body), 20);
  EXPECT_EQ(third, &rows[3].sorted.back());
  EXPECT_EQ(text, &rows[3].right[0]);
  EXPECT_EQ(*text, std::string(40, 'a') + 'b');
  EXPECT_EQ(value, &rows[3].table[2]);
  EXPECT_EQ(*value, 3);
  EXPECT_EQ(rows[3].table.size(), 2U);
}

TEST_P(OwnedTest, TheLastWriterWins) {
  std::vector<int> values(100, -1);
  int last = -1;
  bool found = false;
  const auto body = [&](int i, Iteration &iteration) {
    iteration.own(values[static_cast<std::size_t>(i * 37 % 50 * 2)]) = i;
    iteration.own(last) = i;
    if (i == 333)
      iteration.own(found) = true;
  };
  std::vector<int> expected(100, -1);
  for (int i = 0; i < 1000; ++i)
    expected[static_cast<std::size_t>(i * 37 % 50 * 2)] = i;
  ASSERT_EQ(run(1000, body), 1000);
  EXPECT_EQ(values, expected);
  EXPECT_EQ(last, 999);
  EXPECT_TRUE(found);
}

TEST_P(OwnedTest, WhatIsAssignedAgainAsItWasTravelsToo) {
  int value = 5;
  const auto body = [&](int i, Iteration &iteration) {
    iteration.own(value) = i == 99 ? 5 : i;
  };
  ASSERT_EQ(run(100, body, 10), 100);
  EXPECT_EQ(value, 5);
}

struct Point {
  short x;
  char y;
  double z;
};

TEST_P(OwnedTest, ANeighbouringFieldStaysAsItIs) {
  std::vector<Point> points(500, {1, 2, 3});
  const auto body = [&](int i, Iteration &iteration) {
    iteration.own(points[static_cast<std::size_t>(i)].y) =
        static_cast<char>(i % 100);
    points[static_cast<std::size_t>(i)].x = 77; // Not owned: must not travel.
  };
  ASSERT_EQ(run(500, body), 500);
  for (int i = 0; i < 500; ++i) {
    const Point &point = points[static_cast<std::size_t>(i)];
    ASSERT_EQ(point.x, 1);
    ASSERT_EQ(point.y, i % 100);
    ASSERT_EQ(point.z, 3);
  }
}

TEST_P(OwnedTest, ManyScatteredObjectsAreMerged) {
  constexpr int count = 30000;
  std::vector<int> values(count, -1);
  const auto body = [&](int i, Iteration &iteration) {
    iteration.own(values[static_cast<std::size_t>(i * 7919LL % count)]) = i;
    iteration.own(values[static_cast<std::size_t>(i * 4801LL % count)]) = i;
  };
  std::vector<int> expected(count, -1);
  for (long long i = 0; i < count; ++i) {
    expected[static_cast<std::size_t>(i * 7919 % count)] = static_cast<int>(i);
    expected[static_cast<std::size_t>(i * 4801 % count)] = static_cast<int>(i);
  }
  ASSERT_EQ(run(count, body), count);
  EXPECT_EQ(values, expected);
}

TEST_P(OwnedTest, BackwardsAndSeveralArrays) {
  std::vector<int> a(400), b(400), c(400), d(400), e(400), f(400);
  const auto body = [&](int i, Iteration &iteration) {
    const auto at = static_cast<std::size_t>(399 - i);
    for (std::vector<int> *one : {&a, &b, &c, &d, &e, &f})
      iteration.own((*one)[at]) = i;
  };
  ASSERT_EQ(run(400, body), 400);
  std::vector<int> expected(400);
  std::iota(expected.rbegin(), expected.rend(), 0);
  for (const std::vector<int> *one : {&a, &b, &c, &d, &e, &f})
    EXPECT_EQ(*one, expected);
}

TEST_P(OwnedTest, ObjectsWithACodec) {
  std::vector<std::string> names(300, "nobody");
  std::vector<std::vector<int>> lists(300);
  const auto body = [&](int i, Iteration &iteration) {
    const auto at = static_cast<std::size_t>(i);
    iteration.own(names[at]) = std::string(static_cast<std::size_t>(i), 'x');
    for (int k = 0; k < i % 5; ++k)
      iteration.own(lists[at]).push_back(k);
    iteration.own(names[0]) = "last " + std::to_string(i);
  };
  ASSERT_EQ(run(300, body), 300);
  EXPECT_EQ(names[0], "last 299");
  for (std::size_t i = 1; i < 300; ++i) {
    ASSERT_EQ(names[i], std::string(i, 'x'));
    ASSERT_EQ(lists[i].size(), i % 5);
  }
}

TEST_P(OwnedTest, WholeArrays) {
  int numbers[3] = {1, 2, 3};
  std::string words[2][2];
  volatile int flag = 0;
  const auto body = [&](int i, Iteration &iteration) {
    auto &own = iteration.own(numbers);
    own[i % 3] = i;
    iteration.own(words)[1][i % 2] = std::to_string(i);
    iteration.own(flag) = i;
  };
  ASSERT_EQ(run(50, body, 50), 50);
  EXPECT_EQ(numbers[0], 48);
  EXPECT_EQ(numbers[1], 49);
  EXPECT_EQ(numbers[2], 47);
  EXPECT_EQ(words[1][0], "48");
  EXPECT_EQ(words[1][1], "49");
  EXPECT_EQ(words[0][0], "");
  EXPECT_EQ(flag, 49);
}

TEST_P(OwnedTest, UpdatesFindWhatTheirChunkOwns) {
  std::vector<int> values(200);
  long total = 0;
  const auto update = [&](auto &i) {
    total += values[static_cast<std::size_t>(i)];
  };
  const auto body = [&](int i, Iteration &iteration) {
    iteration.update(update, i);
    iteration.own(values[static_cast<std::size_t>(i)]) = 2 * i;
  };
  ASSERT_EQ(run(200, body), 200);
  EXPECT_EQ(total, 200 * 199);
}

/// Chunks that own something run natively from their first iteration, so that
/// nothing is applied twice, and nothing of what comes after the exit shows.
TEST_P(OwnedTest, AnExitTakesTheWholeChunkBack) {
  for (const int last : {0, 1, 15, 16, 17, 99})
    for (const std::uint64_t chunk : {1U, 16U, 100U}) {
      std::vector<int> values(100, 0);
      int begun = 0;
      const auto update = [&] { ++begun; };
      const auto body = [&](int i, Iteration &iteration) {
        iteration.update(update);
        iteration.own(values[static_cast<std::size_t>(i)]) += i + 1;
        if (i == last)
          return iteration.leave();
      };
      const int first = run(100, body, chunk);
      const int size = static_cast<int>(chunk);
      EXPECT_EQ(first, last / size * size);
      EXPECT_EQ(begun, first);
      for (int i = 0; i < 100; ++i)
        ASSERT_EQ(values[static_cast<std::size_t>(i)], i < first ? i + 1 : 0);
    }
}

TEST_P(OwnedTest, AnExitBeforeAnythingIsOwnedKeepsTheChunk) {
  std::vector<int> values(100, 0);
  const auto body = [&](int i, Iteration &iteration) {
    if (i == 7)
      return iteration.leave();
    if (i > 50)
      iteration.own(values[static_cast<std::size_t>(i)]) = i;
  };
  EXPECT_EQ(run(100, body, 50), 7);
}

} // namespace
