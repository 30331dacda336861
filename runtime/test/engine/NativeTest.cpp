// Where workers can't be had, or can't be used safely, the loop runs natively
// from the start.

#include "Native.h"
#include "Config.h"
#include "CostModel.h"
#include "Fixture.h"

#include <atomic>
#include <fstream>
#include <iostream>
#include <sstream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace paraloop_test {
namespace {

using NativeTest = EngineTest;

std::string reason(const paraloop::Site &site,
                   const paraloop::LoopFacts &facts = {100, true, false}) {
  const paraloop::NativeReason found =
      paraloop::reason_for_native(site, facts, paraloop::configuration());
  return found ? found.word : "";
}

/// Runs a loop for which `reason` speaks: all of it has to be left to the
/// native path.
void expect_native(paraloop::Site &site) {
  EXPECT_EQ(run(site, 100, square,
                [](std::uint64_t) { ADD_FAILURE() << "a worker ran"; }),
            0u);
}

TEST_F(NativeTest, WhenSwitchedOff) {
  const Setting setting({"PARALOOP_DISABLE=1", "PARALOOP_FORCE=1"});
  EXPECT_EQ(reason(site), "disabled");
  expect_native(site);
}

TEST_F(NativeTest, ForFewIterations) {
  const Setting setting(forced(2));
  EXPECT_EQ(reason(site, {0, true, false}), "few_iterations");
  EXPECT_EQ(reason(site, {1, true, false}), "few_iterations");
  EXPECT_EQ(reason(site, {2, true, false}), "");
}

TEST_F(NativeTest, WhenNotPermitted) {
  const Setting setting(forced(2));
  EXPECT_EQ(results(site, 100, square, false), squares(100));
  EXPECT_EQ(reason(site, {100, false, false}), "not_permitted");
}

TEST_F(NativeTest, ForOneProcessUnlessForced) {
  {
    const Setting setting({"PARALOOP_NUM_PROCESSES=1"});
    EXPECT_EQ(reason(site), "one_process");
  }
  const Setting setting(forced(1));
  EXPECT_EQ(reason(site), "");
}

TEST_F(NativeTest, TheVariableBeatsTheOption) {
  const paraloop::Site one("test.cpp", 8, paraloop::Options().num_processes(1));
  EXPECT_EQ(reason(one), "one_process");
  const Setting setting({"PARALOOP_NUM_PROCESSES=2"});
  EXPECT_EQ(reason(one), "");
}

TEST_F(NativeTest, WhereAForkCantPay) {
  site.time_per_iteration = std::chrono::nanoseconds(100);
  EXPECT_EQ(reason(site), "cost");
  expect_native(site);
  site.time_per_iteration = std::chrono::seconds(1);
  EXPECT_EQ(reason(site), "");
  site.time_per_iteration = std::chrono::nanoseconds(100);
  const Setting setting({"PARALOOP_FORCE=1"});
  EXPECT_EQ(reason(site), "");
}

TEST_F(NativeTest, ALargeProcessNeedsMoreWork) {
  paraloop::note_fork(std::chrono::milliseconds(5));
  EXPECT_FALSE(paraloop::pays(std::chrono::milliseconds(1), 4, 2));
  EXPECT_TRUE(paraloop::pays(std::chrono::milliseconds(1), 5000, 2));
  paraloop::note_fork(std::chrono::microseconds(50));
  EXPECT_TRUE(paraloop::pays(std::chrono::milliseconds(1), 4, 2));
}

TEST_F(NativeTest, WithThreads) {
  const Setting setting(forced(2));
  std::atomic<bool> stop{false};
  std::thread other([&] {
    while (!stop)
      std::this_thread::yield();
  });
  EXPECT_EQ(reason(site), "threads");
  expect_native(site);
  stop = true;
  other.join();
  EXPECT_EQ(results(site, 100, square), squares(100));
}

TEST_F(NativeTest, WithARedirectedStream) {
  const Setting setting(forced(2));
  std::ostringstream elsewhere;
  std::streambuf *const usual = std::cout.rdbuf(elsewhere.rdbuf());
  EXPECT_EQ(reason(site), "streams");
  expect_native(site);
  std::cout.rdbuf(usual);
  EXPECT_EQ(reason(site), "");
}

TEST_F(NativeTest, WithALimitOnFileSizes) {
  EXPECT_EQ(outcome_of([this] {
              const Setting setting(forced(2));
              const rlimit limit{1 << 20, 1 << 20};
              setrlimit(RLIMIT_FSIZE, &limit);
              return reason(site) == "file_size_limit" ? 0 : 1;
            }).status,
            0);
}

/// Limit makes something scarce, so that a run has to do without.
int squares_under(int resource, rlim_t amount) {
  const Setting setting(forced(3));
  const rlimit limit{amount, amount};
  setrlimit(static_cast<__rlimit_resource_t>(resource), &limit);
  paraloop::Site site("test.cpp", 8);
  return results(site, 100, square) == squares(100) ? 0 : 1;
}

TEST_F(NativeTest, WithoutMemoryOrDescriptors) {
  EXPECT_EQ(outcome_of([] {
              return squares_under(RLIMIT_AS, rlim_t{200} << 20);
            }).status,
            0);
  EXPECT_EQ(outcome_of([] { return squares_under(RLIMIT_NOFILE, 12); }).status,
            0);
  EXPECT_EQ(outcome_of([] { return squares_under(RLIMIT_NOFILE, 3); }).status,
            0);
}

TEST_F(NativeTest, WithoutProcesses) {
  EXPECT_EQ(outcome_of([] {
              // The limit doesn't hold for root.
              if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
                return 0;
              return squares_under(RLIMIT_NPROC, 1);
            }).status,
            0);
}

TEST_F(NativeTest, StrictMakesAnUnwantedNativeRunAnError) {
  std::vector<std::string> settings = forced(2);
  settings.push_back("PARALOOP_STRICT=1");
  const Setting setting(settings);
  const Outcome outcome = outcome_of([this] {
    return static_cast<int>(results(site, 100, square, false).size());
  });
  EXPECT_EQ(outcome.status, W_EXITCODE(125, 0));
  EXPECT_NE(outcome.err.find("test.cpp:7: the loop can't run in parallel"),
            std::string::npos)
      << outcome.err;
  EXPECT_EQ(results(site, 1, square), squares(1))
      << "one iteration is no failure";
}

TEST_F(NativeTest, NothingIsPrintedAboutIt) {
  const Outcome outcome = outcome_of([this] {
    const Setting setting(forced(2));
    return results(site, 100, square, false) == squares(100) ? 0 : 1;
  });
  EXPECT_EQ(outcome, (Outcome{0, "", ""}));
}

} // namespace
} // namespace paraloop_test
