// A run that is native in parts: every iteration once, in order, and every way
// out of the loop.

#include "paraloop/course.h"
#include "workers_test.h"

#include <forward_list>
#include <list>
#include <unistd.h>
#include <utility>
#include <vector>

namespace paraloop_test {
namespace {

constexpr int native_first = 3;

class CourseTest : public WorkersTest {
protected:
  void SetUp() override {
    setenv("PARALOOP_NATIVE_FIRST", std::to_string(native_first).c_str(), 1);
    WorkersTest::SetUp();
  }
  void TearDown() override {
    WorkersTest::TearDown();
    unsetenv("PARALOOP_NATIVE_FIRST");
  }
};

/// Seen is what a loop does: values in order, and who made each of them.
struct Seen {
  std::vector<int> values;
  std::vector<bool> native;

  void add(int value, bool here) {
    values.push_back(value);
    native.push_back(here);
  }
};

/// Runs the loop over 0 to n - 1. It breaks at `last`; workers hand over the
/// iteration `alone`.
Seen count_to(paraloop::Site site, int n, int last, int alone) {
  Seen seen;
  const auto add = [&](int &value) { seen.add(value, false); };
  const auto body = [&](int i, paraloop::Iteration &iteration) {
    if (i == last || i == alone)
      return iteration.leave();
    iteration.update(add, i);
  };
  for (paraloop::Course course(
           site, paraloop::counted<int>(0, n, 1, paraloop::less), body);
       auto leg = course.next();)
    for (int i = leg.first(); leg.go() && leg.more(i < n); ++i) {
      seen.add(i, true);
      if (i == last)
        break;
    }
  return seen;
}

std::vector<int> numbers(int n) {
  std::vector<int> all;
  for (int i = 0; i < n; ++i)
    all.push_back(i);
  return all;
}

TEST_P(CourseTest, WorkersTakeOverAfterTheFirstIterations) {
  const Seen seen = count_to(site(), 200, -1, -1);
  EXPECT_EQ(seen.values, numbers(200));
  for (int i = 0; i < 200; ++i)
    EXPECT_EQ(seen.native[i], i < native_first) << i;
}

TEST_P(CourseTest, EndsInANativeLeg) {
  for (int n = 0; n <= native_first; ++n) {
    const Seen seen = count_to(site(), n, -1, -1);
    EXPECT_EQ(seen.values, numbers(n));
  }
}

TEST_P(CourseTest, ABreakEndsItWhereverItIs) {
  for (int last : {0, native_first - 1, native_first, native_first + 1, 150}) {
    const Seen seen = count_to(site(), 200, last, -1);
    EXPECT_EQ(seen.values, numbers(last + 1));
    EXPECT_TRUE(seen.native.back());
  }
}

TEST_P(CourseTest, WorkersComeBackAfterAnIterationThatTheyCantRun) {
  const Seen seen = count_to(site(), 200, -1, 60);
  EXPECT_EQ(seen.values, numbers(200));
  EXPECT_TRUE(seen.native[60]);
  EXPECT_FALSE(seen.native[61]);
  EXPECT_FALSE(seen.native[199]);
}

/// values_of() runs a loop that counts, with a single condition.
template <class T, class Bound, class Relation>
std::vector<long> values_of(T first, Bound bound, int step, Relation relation,
                            long last) {
  paraloop::Site site(__FILE__, __LINE__);
  std::vector<long> values;
  const auto add = [&](long &value) { values.push_back(value); };
  const auto body = [&](T i, paraloop::Iteration &iteration) {
    if (static_cast<long>(i) == last)
      return iteration.leave();
    iteration.update(add, static_cast<long>(i));
  };
  for (paraloop::Course course(
           site, paraloop::counted<T>(first, bound, step, relation), body);
       auto leg = course.next();)
    for (T i = leg.first();
         leg.inside(i) ||
         leg.stops(
             paraloop::detail::holds<decltype(i + bound)>(relation, i, bound));
         i = static_cast<T>(i + step)) {
      values.push_back(static_cast<long>(i));
      if (static_cast<long>(i) == last)
        break;
    }
  return values;
}

/// The same without paraloop.
template <class T, class Bound, class Relation>
std::vector<long> plain_values_of(T first, Bound bound, int step,
                                  Relation relation, long last) {
  std::vector<long> values;
  for (T i = first;
       paraloop::detail::holds<decltype(i + bound)>(relation, i, bound);
       i = static_cast<T>(i + step)) {
    values.push_back(static_cast<long>(i));
    if (static_cast<long>(i) == last)
      break;
  }
  return values;
}

template <class T, class Bound, class Relation>
void expect_plain(T first, Bound bound, int step, Relation relation) {
  for (const long last : {-1000L, static_cast<long>(first), 7L, 23L}) {
    SCOPED_TRACE(last);
    EXPECT_EQ(values_of(first, bound, step, relation, last),
              plain_values_of(first, bound, step, relation, last));
  }
}

TEST_P(CourseTest, AnyCountIsComparedOnce) {
  expect_plain(0, 40, 1, paraloop::less);
  expect_plain(0, 40, 3, paraloop::less);
  expect_plain(0, 39, 3, paraloop::less_equal);
  expect_plain(40, 0, -1, paraloop::greater);
  expect_plain(40, 1, -3, paraloop::greater_equal);
  expect_plain(0, 40, 4, paraloop::not_equal);
  expect_plain(40u, 0u, -1, paraloop::not_equal);
  expect_plain(std::size_t{0}, 40, 1, paraloop::less);
  expect_plain(0, std::size_t{40}, 1, paraloop::less);
  expect_plain(static_cast<signed char>(100), 127, 5, paraloop::less);
  expect_plain(5, 5, 1, paraloop::less);
  expect_plain(5, 6, 1, paraloop::less);
  expect_plain(3u, 10u, -1, paraloop::less_equal); // Ends below zero.
  expect_plain(-4, 2u, 1, paraloop::greater);      // The same, upwards.
}

TEST_P(CourseTest, AnExceptionGoesThrough) {
  const auto run = [&] {
    paraloop::Site here = site();
    const auto body = [&](int i, paraloop::Iteration &) {
      if (i == 20)
        throw i;
    };
    for (paraloop::Course course(
             here, paraloop::counted<int>(0, 99, 1, paraloop::less), body);
         auto leg = course.next();)
      for (int i = leg.first(); leg.go() && leg.more(i < 99); ++i)
        if (i == 20)
          throw i;
  };
  EXPECT_THROW(run(), int);
}

template <class Range> Seen walk(paraloop::Site site, Range range, int last) {
  Seen seen;
  const auto add = [&](int &value) { seen.add(value, false); };
  const auto body = [&](auto &position, paraloop::Iteration &iteration) {
    int value = *position;
    if (value == last)
      return iteration.leave();
    iteration.update(add, value);
  };
  for (paraloop::Course course(site, paraloop::elements(range), body);
       auto leg = course.next();)
    for (int &value : leg.rest()) {
      seen.add(value, true);
      if (value == last)
        break;
    }
  return seen;
}

template <class Range> void expect_walked(paraloop::Site site) {
  const std::vector<int> all = numbers(100);
  const Range range(all.begin(), all.end());
  const Seen seen = walk(std::move(site), range, -1);
  EXPECT_EQ(seen.values, all);
  for (int i = 0; i < 100; ++i)
    EXPECT_EQ(seen.native[i], i < native_first) << i;
}

TEST_P(CourseTest, AnyRangeIsWalkedInParts) {
  expect_walked<std::vector<int>>(site());
  expect_walked<std::list<int>>(site());
  expect_walked<std::forward_list<int>>(site());
}

TEST_P(CourseTest, ABreakEndsAWalk) {
  for (int last : {0, native_first - 1, native_first, 50, 99}) {
    EXPECT_EQ(walk(site(), numbers(100), last).values, numbers(last + 1));
    const std::vector<int> all = numbers(100);
    const std::list<int> list(all.begin(), all.end());
    EXPECT_EQ(walk(site(), list, last).values, numbers(last + 1));
  }
}

/// Returns the values of a stepped loop, and what its variable is afterwards.
std::pair<Seen, int> step_to(paraloop::Site site, int n, int last) {
  Seen seen;
  int at = 0;
  const auto add = [&](int &value) { seen.add(value, false); };
  const auto body = [&](paraloop::Iteration &iteration) {
    if (at == last)
      return iteration.leave();
    iteration.update(add, at);
  };
  for (paraloop::Course course(
           site, paraloop::stepped([&] { return at < n; }, [&] { ++at; }),
           body);
       auto leg = course.next();)
    for (; leg.go() && leg.more(at < n); ++at) {
      seen.add(at, true);
      if (at == last)
        break;
    }
  return {seen, at};
}

TEST_P(CourseTest, AnyHeaderIsSteppedInParts) {
  for (int n : {0, 1, native_first, native_first + 1, 300}) {
    const auto [seen, at] = step_to(site(), n, -1);
    EXPECT_EQ(seen.values, numbers(n));
    EXPECT_EQ(at, n);
    for (int i = 0; i < n; ++i)
      EXPECT_EQ(seen.native[i], i < native_first) << i;
  }
}

TEST_P(CourseTest, ABreakEndsASteppedLoop) {
  for (int last : {0, native_first, 40}) {
    const auto [seen, at] = step_to(site(), 300, last);
    EXPECT_EQ(seen.values, numbers(last + 1));
    EXPECT_EQ(at, last);
  }
}

PARALOOP_WITH_WORKERS(CourseTest);

} // namespace
} // namespace paraloop_test
