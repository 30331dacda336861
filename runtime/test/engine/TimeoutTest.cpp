// An iteration that takes longer than its timeout ends the program with an
// error, and is never run again.

#include "Fixture.h"

#include <atomic>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace paraloop_test {
namespace {

using TimeoutTest = EngineTest;
using std::chrono::milliseconds;

int loop_that_hangs(std::uint64_t at, std::uint64_t leaves_at) {
  const Setting setting(forced(3));
  paraloop::Site timed("slow.cpp", 12,
                       paraloop::Options().timeout(milliseconds(200)));
  const std::size_t count =
      results(timed, 100, [&](std::uint64_t k, std::uint64_t &) {
        if (k == at && paraloop::in_worker())
          sleep(1000);
        return k != leaves_at;
      }).size();
  return count == 100 || count == leaves_at ? 0 : 1;
}

TEST_F(TimeoutTest, EndsTheProgram) {
  const Outcome outcome = outcome_of([] { return loop_that_hangs(42, 100); });
  EXPECT_EQ(outcome.status, W_EXITCODE(124, 0));
  EXPECT_NE(outcome.err.find("slow.cpp:12: iteration 42 took longer"),
            std::string::npos)
      << outcome.err;
  EXPECT_NE(outcome.err.find("0.200 s"), std::string::npos) << outcome.err;
}

TEST_F(TimeoutTest, FastIterationsAreNotDisturbed) {
  EXPECT_EQ(outcome_of([] { return loop_that_hangs(1000, 100); }).status, 0);
}

TEST_F(TimeoutTest, AnIterationPastTheEndMayHang) {
  // The sequential program leaves at 41 and never sees 42.
  EXPECT_EQ(outcome_of([] { return loop_that_hangs(42, 41); }).status, 0);
}

/// Iterations 42 and 55 hang in the first `times` workers that run them.
std::vector<std::uint64_t> loop_with(const paraloop::Options &options,
                                     std::uint32_t times) {
  void *memory = mmap(nullptr, 4096, PROT_READ | PROT_WRITE,
                      MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  auto *hung = new (memory) std::atomic<std::uint32_t>[2];
  const Setting setting(forced(3));
  paraloop::Site timed("slow.cpp", 12, options);
  auto numbers =
      results(timed, 100, [&](std::uint64_t k, std::uint64_t &result) {
        if ((k == 42 && hung[0]++ < times) || (k == 55 && hung[1]++ < times))
          sleep(1000);
        return square(k, result);
      });
  munmap(memory, 4096);
  return numbers;
}

TEST_F(TimeoutTest, SkipsLoudly) {
  for (const std::uint64_t chunk : {0, 7, 50}) {
    const Outcome outcome = outcome_of([chunk] {
      auto expected = squares(100);
      expected.erase(expected.begin() + 55);
      expected.erase(expected.begin() + 42);
      const auto options = paraloop::Options()
                               .timeout(milliseconds(200))
                               .chunk(chunk)
                               .on_timeout(paraloop::OnTimeout::skip);
      return loop_with(options, 1000) == expected ? 0 : 1;
    });
    EXPECT_EQ(outcome.status, 0) << outcome;
    EXPECT_EQ(outcome.err,
              "paraloop: slow.cpp:12: iteration 42 took longer than its "
              "timeout of 0.200 s and is skipped\n"
              "paraloop: slow.cpp:12: iteration 55 took longer than its "
              "timeout of 0.200 s and is skipped\n");
  }
}

TEST_F(TimeoutTest, TriesAgainAsOftenAsAsked) {
  const auto options = paraloop::Options()
                           .timeout(milliseconds(200))
                           .on_timeout(paraloop::OnTimeout::retry);
  EXPECT_EQ(
      outcome_of([&] { return loop_with(options, 1) == squares(100) ? 0 : 1; }),
      Outcome());
  const Outcome twice = outcome_of([&] {
    loop_with(options, 2);
    return 0;
  });
  EXPECT_EQ(twice.status, W_EXITCODE(124, 0));
  EXPECT_NE(twice.err.find("iteration 42 took longer"), std::string::npos);
  EXPECT_EQ(outcome_of([&] {
              const auto more = paraloop::Options(options).retries(2);
              return loop_with(more, 2) == squares(100) ? 0 : 1;
            }),
            Outcome());
}

} // namespace
} // namespace paraloop_test
