// workers_test.h: what the tests that fork have in common.
//
// In: nothing. Out: a fixture that runs every test with several numbers of
// worker processes, and fails if a test leaves a child or a descriptor behind.

#ifndef PARALOOP_TEST_TYPED_WORKERS_TEST_H
#define PARALOOP_TEST_TYPED_WORKERS_TEST_H

#include "paraloop/loop.h"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>
#include <iterator>
#include <string>
#include <sys/wait.h>

namespace paraloop_test {

/// open_descriptors() returns how many descriptors this process has.
inline long open_descriptors() {
  const std::filesystem::directory_iterator list("/proc/self/fd");
  return std::distance(begin(list), end(list));
}

/// The parameter is the number of processes.
class WorkersTest : public testing::TestWithParam<unsigned> {
protected:
  void SetUp() override {
    setenv("PARALOOP_FORCE", "1", 1); // loops of a test are too short to pay
    descriptors_ = open_descriptors();
  }
  void TearDown() override {
    EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1) << "a child is left";
    EXPECT_EQ(errno, ECHILD);
    EXPECT_EQ(open_descriptors(), descriptors_) << "a descriptor is left";
  }

  /// site() returns a new loop site with this test's number of processes.
  static paraloop::Site site(std::uint64_t chunk = 0) {
    return paraloop::Site(
        "typed_test.cpp", 1,
        paraloop::Options().num_processes(GetParam()).chunk(chunk));
  }

private:
  long descriptors_ = 0;
};

inline std::string name_of(const testing::TestParamInfo<unsigned> &info) {
  return std::to_string(info.param) + "Processes";
}

#define PARALOOP_WITH_WORKERS(Suite)                                           \
  INSTANTIATE_TEST_SUITE_P(Workers, Suite, testing::Values(1U, 2U, 3U, 7U),    \
                           paraloop_test::name_of)

} // namespace paraloop_test

#endif
