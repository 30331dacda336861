// An iteration that takes longer than its timeout ends the program with an
// error, and is never run again.

#include "Fixture.h"

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

} // namespace
} // namespace paraloop_test
