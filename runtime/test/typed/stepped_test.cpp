// A loop with any header runs in workers as its header says: the same
// iterations, the same end, the same values of its variables afterwards.

#include "paraloop/loop.h"

#include "workers_test.h"

#include <cmath>
#include <forward_list>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using paraloop::Iteration;

class SteppedTest : public paraloop_test::WorkersTest {};
PARALOOP_WITH_WORKERS(SteppedTest);

struct Node {
  int value;
  const Node *next;
};

std::vector<Node> chain(int length) {
  std::vector<Node> nodes(static_cast<std::size_t>(length));
  for (int i = 0; i < length; ++i)
    nodes[static_cast<std::size_t>(i)] = {
        i, i + 1 < length ? &nodes[static_cast<std::size_t>(i) + 1] : nullptr};
  return nodes;
}

TEST_P(SteppedTest, ListsOfEveryLengthAreWalkedToTheirEnd) {
  for (const std::uint64_t chunk : {0U, 1U, 7U})
    for (const int length : {0, 1, 2, 6, 7, 8, 255, 256, 257, 2000}) {
      paraloop::Site loop = site(chunk);
      const std::vector<Node> nodes = chain(length);
      std::vector<int> seen;
      int in_workers = 0;
      const auto update = [&](auto &value, auto &worker) {
        seen.push_back(value);
        in_workers += worker;
      };
      const Node *at = length == 0 ? nullptr : nodes.data();
      const auto body = [&](Iteration &iteration) {
        iteration.update(update, at->value, paraloop::in_worker());
      };
      for (paraloop::run(loop,
                         paraloop::stepped([&] { return at != nullptr; },
                                           [&] { at = at->next; }),
                         body);
           at; at = at->next)
        ADD_FAILURE() << "ran natively";
      EXPECT_EQ(in_workers, length);
      ASSERT_EQ(seen.size(), static_cast<std::size_t>(length));
      for (int i = 0; i < length; ++i)
        ASSERT_EQ(seen[static_cast<std::size_t>(i)], i);
    }
}

TEST_P(SteppedTest, FloatingPointVariablesAreSteppedByAddition) {
  std::vector<double> expected;
  double x = 0;
  for (; x < 10; x += 0.1)
    expected.push_back(x);
  const double end = x;
  paraloop::Site loop = site();
  std::vector<double> seen;
  const auto update = [&](auto &value) { seen.push_back(value); };
  const auto body = [&](Iteration &iteration) { iteration.update(update, x); };
  x = 0;
  for (paraloop::run(
           loop, paraloop::stepped([&] { return x < 10; }, [&] { x += 0.1; }),
           body);
       x < 10; x += 0.1)
    ADD_FAILURE() << "ran natively";
  EXPECT_EQ(seen, expected);
  EXPECT_EQ(x, end);
}

TEST_P(SteppedTest, AConditionMayStep) {
  std::vector<unsigned> seen;
  paraloop::Site loop = site();
  const auto update = [&](auto &value) { seen.push_back(value); };
  unsigned i = 500;
  const auto body = [&](Iteration &iteration) { iteration.update(update, i); };
  for (paraloop::run(loop, paraloop::stepped([&] { return i-- > 0; }, [] {}),
                     body);
       i-- > 0;)
    ADD_FAILURE() << "ran natively";
  ASSERT_EQ(seen.size(), 500U);
  EXPECT_EQ(seen.front(), 499U);
  EXPECT_EQ(seen.back(), 0U);
  EXPECT_EQ(i, ~0U);
}

TEST_P(SteppedTest, AnEndlessLoopEndsWithItsBreak) {
  for (const int last : {0, 1, 300, 5000}) {
    std::vector<int> seen;
    paraloop::Site loop = site();
    const auto update = [&](auto &value) { seen.push_back(value); };
    int i = 0;
    const auto body = [&](Iteration &iteration) {
      if (i == last)
        return iteration.leave();
      iteration.update(update, i);
    };
    for (paraloop::run(
             loop, paraloop::stepped([] { return true; }, [&] { ++i; }), body);
         ; ++i) {
      ASSERT_EQ(i, last);
      break;
    }
    ASSERT_EQ(seen.size(), static_cast<std::size_t>(last));
  }
}

TEST_P(SteppedTest, WhatAHeaderThrowsIsThrownNatively) {
  std::vector<int> seen;
  paraloop::Site loop = site();
  const auto update = [&](auto &value) { seen.push_back(value); };
  int i = 0;
  const auto condition = [&] {
    return i < 400 ? true : throw std::runtime_error("end");
  };
  const auto body = [&](Iteration &iteration) { iteration.update(update, i); };
  const auto whole = [&] {
    for (paraloop::run(loop, paraloop::stepped(condition, [&] { ++i; }), body);
         condition(); ++i)
      ADD_FAILURE() << "ran natively";
  };
  EXPECT_THROW(whole(), std::runtime_error);
  EXPECT_EQ(seen.size(), 400U);
  EXPECT_EQ(i, 400);
}

TEST_P(SteppedTest, ARangeWithoutASizeIsWalkedToItsEnd) {
  for (const int length : {0, 1, 256, 257, 3000}) {
    std::forward_list<int> numbers;
    for (int i = length; i-- > 0;)
      numbers.push_front(i);
    std::vector<int> seen;
    paraloop::Site loop = site();
    const auto update = [&](auto &value) { seen.push_back(value); };
    const auto body = [&](auto &position, Iteration &iteration) {
      iteration.update(update, *position);
    };
    for (int number : paraloop::run(loop, paraloop::elements(numbers), body))
      ADD_FAILURE() << number << " ran natively";
    EXPECT_EQ(seen, std::vector<int>(numbers.begin(), numbers.end()));
  }
}

TEST_P(SteppedTest, ALongLoopGetsFewChunks) {
  long total = 0;
  paraloop::Site loop = site();
  const auto update = [&](auto &value) { total += value; };
  long i = 0;
  const auto body = [&](Iteration &iteration) { iteration.update(update, i); };
  for (paraloop::run(
           loop, paraloop::stepped([&] { return i != 300000; }, [&] { ++i; }),
           body);
       i != 300000; ++i)
    ADD_FAILURE() << "ran natively";
  EXPECT_EQ(total, 300000L * 299999 / 2);
}

} // namespace
