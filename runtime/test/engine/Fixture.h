// Fixture.h: what all tests of the engine share.
//
// In: a test body. Out: a failure if anything is left behind: a child, a
// descriptor, a shared mapping, a changed signal mask or handler.

#ifndef PARALOOP_TEST_FIXTURE_H
#define PARALOOP_TEST_FIXTURE_H

#include "Loop.h"

#include <functional>
#include <gtest/gtest.h>
#include <string>

namespace paraloop_test {

/// Setting sets environment variables for as long as it lives: "NAME=value".
class Setting {
public:
  explicit Setting(const std::vector<std::string> &settings);
  ~Setting();
  Setting(const Setting &) = delete;
  Setting &operator=(const Setting &) = delete;

private:
  std::vector<std::string> names_;
};

/// forced() has workers forked however small the loop is: `count` of them.
std::vector<std::string> forced(unsigned count);

/// Outcome is all that a user sees of a program.
struct Outcome {
  int status = 0; ///< As waitpid() gives it.
  std::string out;
  std::string err;

  bool operator==(const Outcome &other) const {
    return status == other.status && out == other.out && err == other.err;
  }
};
std::ostream &operator<<(std::ostream &stream, const Outcome &outcome);

/// Watch is called with the pid of a program again and again while it runs.
using Watch = std::function<void(pid_t)>;

/// outcome_of() runs `program` in a process of its own, which exits with what
/// it returns.
Outcome outcome_of(const std::function<int()> &program,
                   const Watch &watch = nullptr);

/// expect_same() compares the sequential run of `program` with 1, 2, 3 and 7
/// workers.
void expect_same(const std::function<int()> &program);

/// left_behind() lists what a program could leave behind in its process.
std::string left_behind();

/// Numbers returns the results of a loop in which iteration k gives k * k, and
/// their expected values.
bool square(std::uint64_t k, std::uint64_t &result);
std::vector<std::uint64_t> squares(std::uint64_t count);

class EngineTest : public ::testing::Test {
protected:
  EngineTest();
  void SetUp() override;
  void TearDown() override;

  paraloop::Site site{"test.cpp", 7};

private:
  std::string before_;
};

} // namespace paraloop_test

#endif
