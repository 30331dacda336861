// Workers that die while they hold running values, or while others wait for
// them, change nothing of the result.

#include "Fixture.h"

#include "paraloop/loop.h"
#include "paraloop/tape.h"

#include <atomic>
#include <chrono>
#include <new>
#include <sys/mman.h>
#include <unistd.h>

namespace paraloop_test {
namespace {

using TurnTest = EngineTest;

/// fold() runs a loop whose result depends on the order of all iterations.
double fold(paraloop::Site &site, long count) {
  double total = 1;
  const auto update = [&](auto &by) { total = total * 0.999 + by; };
  const auto body = [&](long i, auto &tape) { tape.add(1.0 / (i + 3)); };
  const auto rest =
      paraloop::run(site, paraloop::counted(0L, count, 1, paraloop::less), body,
                    true, paraloop::in_turn(update, total));
  for (long i = rest; i < count; ++i)
    total = total * 0.999 + 1.0 / (i + 3);
  return total;
}

double expected(long count) {
  double total = 1;
  for (long i = 0; i < count; ++i)
    total = total * 0.999 + 1.0 / (i + 3);
  return total;
}

TEST_F(TurnTest, ADeathAtEachPoint) {
  for (const char *point :
       {"after_claim", "in_turn", "before_commit", "after_commit"})
    for (const char *action : {"KILL", "STOP", "SEGV", "EXIT0"})
      for (const char *nth : {":1", ":2", ":7", ""})
        for (const unsigned count : {1u, 2u, 3u, 7u}) {
          if (*nth == 0 && std::string(action) == "STOP")
            continue; // Each would be waited for.
          std::vector<std::string> settings = forced(count);
          settings.push_back(std::string("PARALOOP_TEST_FAULT=") + point + ":" +
                             action + nth);
          const Setting setting(settings);
          EXPECT_EQ(fold(site, 60), expected(60))
              << point << action << nth << ", " << count << " workers";
        }
}

TEST_F(TurnTest, AStorm) {
  for (int nth = 1; nth <= 60; ++nth)
    for (const char *point : {"in_turn", "mid_body"}) {
      std::vector<std::string> settings = forced(2 + nth % 3);
      settings.push_back(std::string("PARALOOP_TEST_FAULT=") + point +
                         ":KILL:" + std::to_string(nth));
      const Setting setting(settings);
      EXPECT_EQ(fold(site, 200), expected(200)) << point << nth;
    }
}

TEST_F(TurnTest, AnIterationThatTakesTooLongIsNoticedBehindAFullTape) {
  // Iteration 3 fills its tape, and then hangs in the first worker that runs
  // it.
  const Setting setting(forced(2));
  paraloop::Site one("test.cpp", 8,
                     paraloop::Options()
                         .timeout(std::chrono::milliseconds(300))
                         .retries(1)
                         .chunk(1));
  void *const shared = mmap(nullptr, 4096, PROT_READ | PROT_WRITE,
                            MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  auto &tried = *new (shared) std::atomic<bool>(false);
  double total = 0;
  const auto update = [&](auto &by) { total += by; };
  const auto body = [&](long i, auto &tape) {
    for (long k = 0; k < 200000; ++k)
      tape.add(1.0 / (i + 1));
    while (i == 3 && !tried.exchange(true))
      for (;;)
        pause();
  };
  paraloop::run(one, paraloop::counted(0L, 6L, 1, paraloop::less), body, true,
                paraloop::in_turn(update, total));
  double sequential = 0;
  for (long i = 0; i < 6; ++i)
    for (long k = 0; k < 200000; ++k)
      sequential += 1.0 / (i + 1);
  EXPECT_EQ(total, sequential);
  munmap(shared, 4096);
}

TEST_F(TurnTest, OpenEndedLoopsEndWhereTheirHeaderSaysSo) {
  for (const unsigned count : {1u, 2u, 3u, 7u}) {
    const Setting setting(forced(count));
    double total = 1;
    const auto update = [&](auto &by) { total = total / 3 + by; };
    long i = 0;
    const auto body = [&](auto &tape) { tape.add(1.0 / (i + 1)); };
    paraloop::run(site,
                  paraloop::stepped([&] { return i < 777; }, [&] { ++i; }),
                  body, true, paraloop::in_turn(update, total));
    double sequential = 1;
    for (long k = 0; k < 777; ++k)
      sequential = sequential / 3 + 1.0 / (k + 1);
    EXPECT_EQ(total, sequential) << count;
    EXPECT_EQ(i, 777) << count;
  }
}

} // namespace
} // namespace paraloop_test
