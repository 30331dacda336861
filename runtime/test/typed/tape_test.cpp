// Updates that workers execute in turn leave the numbers of the sequential
// loop: whatever the order matters for, however the iterations are cut, and
// where an iteration has to run natively.

#include "paraloop/tape.h"

#include "paraloop/loop.h"
#include "workers_test.h"

#include <gtest/gtest.h>

namespace {

using namespace paraloop;
using paraloop_test::WorkersTest;

class TapeTest : public WorkersTest {};
PARALOOP_WITH_WORKERS(TapeTest);

/// term() gives numbers whose sum depends on the order.
double term(long i) { return (i % 2 == 0 ? 1e10 : 1e-6) / (i + 1.0); }

double sum_of(long count, double start) {
  for (long i = 0; i < count; ++i)
    start += term(i);
  return start;
}

TEST_P(TapeTest, TermsAreAddedInOrder) {
  for (const std::uint64_t chunk : {0, 1, 7, 300}) {
    double total = 0.1;
    const auto update = [&](auto &by) { total += by; };
    Site one = site(chunk);
    const auto body = [&](long i, auto &tape) { tape.add(term(i)); };
    EXPECT_EQ(run(one, counted(0L, 1000L, 1, less), body, true,
                  in_turn(update, total)),
              1000);
    EXPECT_EQ(total, sum_of(1000, 0.1));
  }
}

TEST_P(TapeTest, SeveralNumbersAndUpdatesBesideOthers) {
  double best = -1;
  float narrow = 1;
  long at = -1;
  long counted_ = 0;
  const auto keep = [&](const auto &x, auto &i) {
    if (x > best) {
      best = x;
      at = i;
    }
  };
  const auto halve = [&](auto &x) {
    narrow = narrow / 2 + static_cast<float>(x);
  };
  const auto count = [&](auto &by) { counted_ += by; };
  Site one = site(7);
  const auto body = [&](long i, Iteration &iteration, auto &first,
                        auto &second) {
    first.add(Operands{term(i % 10), i});
    if (i % 3 == 0)
      second.add(term(i));
    iteration.update(count, i);
  };
  run(one, counted(0L, 500L, 1, less), body, true, in_turn(keep, best, at),
      in_turn(halve, narrow));
  float expected = 1;
  for (long i = 0; i < 500; i += 3)
    expected = expected / 2 + static_cast<float>(term(i));
  EXPECT_EQ(best, term(0));
  EXPECT_EQ(at, 0);
  EXPECT_EQ(narrow, expected);
  EXPECT_EQ(counted_, 499L * 500 / 2);
}

TEST_P(TapeTest, CallsWithoutOperandsAreCounted) {
  double next = 1, last = 0;
  const auto update = [&] { last = next++ / 3; };
  Site one = site(7);
  const auto body = [&](long i, auto &tape) {
    for (long k = 0; k < i; ++k)
      tape.add();
  };
  run(one, counted(0L, 100L, 1, less), body, true, in_turn(update, next, last));
  EXPECT_EQ(next, 1 + 99 * 100 / 2);
  EXPECT_EQ(last, (next - 1) / 3);
}

TEST_P(TapeTest, MoreThanATapeHolds) {
  for (const std::uint64_t chunk : {1, 3}) {
    double total = 0;
    const auto update = [&](auto &by) { total += by; };
    Site one = site(chunk);
    const auto body = [&](long i, auto &tape) {
      for (long k = 0; k < 200000; ++k)
        tape.add(term(i + k));
    };
    run(one, counted(0L, 8L, 1, less), body, true, in_turn(update, total));
    double expected = 0;
    for (long i = 0; i < 8; ++i)
      for (long k = 0; k < 200000; ++k)
        expected += term(i + k);
    EXPECT_EQ(total, expected);
  }
}

TEST_P(TapeTest, AnIterationThatLeavesLeavesNothingOnTheTape) {
  for (const std::uint64_t chunk : {1, 5, 100}) {
    double total = 0;
    const auto update = [&](auto &by) { total += by; };
    Site one = site(chunk);
    const auto body = [&](long i, Iteration &iteration, auto &tape) {
      tape.add(term(i));
      if (i == 63)
        iteration.leave();
    };
    EXPECT_EQ(run(one, counted(0L, 100L, 1, less), body, true,
                  in_turn(update, total)),
              63);
    EXPECT_EQ(total, sum_of(63, 0));
  }
}

/// run_until_it_throws() adds the term of each iteration `times` times, up to
/// iteration 25, which throws. Returns where the rest begins.
long run_until_it_throws(Site site, long times, double &total) {
  const auto update = [&](auto &by) { total += by; };
  const auto body = [&](long i, auto &tape) {
    for (long k = 0; k < times; ++k)
      tape.add(term(i));
    if (i == 25)
      throw 1;
  };
  return run(site, counted(0L, 40L, 1, less), body, true,
             in_turn(update, total));
}

TEST_P(TapeTest, AnIterationThatThrowsLeavesNothingOnTheTape) {
  double total = 0;
  EXPECT_EQ(run_until_it_throws(site(10), 1, total), 25);
  EXPECT_EQ(total, sum_of(25, 0));
}

TEST_P(TapeTest, AFullTapeThatCantBeTakenBackIsForgottenWithItsChunk) {
  double total = 0;
  EXPECT_EQ(run_until_it_throws(site(10), 200000, total), 20);
  double expected = 0;
  for (long i = 0; i < 20; ++i)
    for (long k = 0; k < 200000; ++k)
      expected += term(i);
  EXPECT_EQ(total, expected);
}

TEST_P(TapeTest, ALoopWithoutIterationsLeavesTheNumberAsItIs) {
  double total = 3.5;
  const auto update = [&](auto &by) { total += by; };
  Site one = site();
  const auto body = [&](long i, auto &tape) { tape.add(term(i)); };
  run(one, counted(0L, 0L, 1, less), body, true, in_turn(update, total));
  EXPECT_EQ(total, 3.5);
}

} // namespace
