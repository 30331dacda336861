// Workers that somebody kills or stops at random moments change nothing: a few
// hundred runs.

#include "Fixture.h"
#include "ProcFs.h"

#include <csignal>
#include <cstdlib>
#include <random>
#include <unistd.h>

namespace paraloop_test {
namespace {

using StormTest = EngineTest;

constexpr std::uint64_t iterations = 64;

int program() {
  const Setting setting(forced(4));
  paraloop::Site site("storm.cpp", 1);
  const auto numbers =
      results(site, iterations, [](std::uint64_t k, std::uint64_t &result) {
        std::printf("iteration %d\n", static_cast<int>(k));
        const auto until =
            std::chrono::steady_clock::now() + std::chrono::microseconds(100);
        while (std::chrono::steady_clock::now() < until) {
        }
        return square(k, result);
      });
  return numbers == squares(iterations) ? 0 : 1;
}

std::string expected_output() {
  std::string text;
  for (std::uint64_t k = 0; k < iterations; ++k)
    text += "iteration " + std::to_string(k) + "\n";
  return text;
}

void expect_equal_under(int signal, unsigned runs) {
  const std::string expected = expected_output();
  unsigned sent = 0;
  for (unsigned seed = 0; seed < runs; ++seed) {
    std::mt19937 random(seed);
    const Outcome outcome = outcome_of(program, [&](pid_t pid) {
      usleep(random() % 3000);
      const std::vector<pid_t> workers = paraloop::descendants(pid);
      if (!workers.empty())
        sent += kill(workers[random() % workers.size()], signal) == 0;
    });
    ASSERT_EQ(outcome.status, 0) << "seed " << seed;
    ASSERT_EQ(outcome.out, expected) << "seed " << seed;
    ASSERT_EQ(outcome.err, "") << "seed " << seed;
  }
  EXPECT_GT(sent, runs / 2) << "too few workers were hit for this to be a test";
}

/// `usual` seeds, or as many as PARALOOP_STORM_SEEDS says.
unsigned seeds(unsigned usual) {
  const char *const text = std::getenv("PARALOOP_STORM_SEEDS");
  return text ? static_cast<unsigned>(std::atoi(text)) : usual;
}

TEST_F(StormTest, Kills) { expect_equal_under(SIGKILL, seeds(300)); }

TEST_F(StormTest, Stops) { expect_equal_under(SIGSTOP, 12); }

/// Workers end by themselves, in many ways, between any two steps.
void expect_equal_with_faults(const char *actions, unsigned runs) {
  const std::string expected = expected_output();
  for (unsigned seed = 0; seed < runs; ++seed) {
    const Setting setting({std::string("PARALOOP_TEST_FAULT=any:") + actions +
                           ":" + std::to_string(seed + 1)});
    const Outcome outcome = outcome_of(program);
    ASSERT_EQ(outcome, (Outcome{0, expected, ""})) << "seed " << seed;
  }
}

TEST_F(StormTest, Faults) { expect_equal_with_faults("KILL", seeds(200)); }

TEST_F(StormTest, FaultsAndStops) {
  expect_equal_with_faults("STOP", seeds(20) / 2);
}

} // namespace
} // namespace paraloop_test
