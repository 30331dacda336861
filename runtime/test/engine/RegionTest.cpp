// A loop's updates arrive once each, in order, with any number of workers.

#include "Fixture.h"

#include <unistd.h>

namespace paraloop_test {
namespace {

class RegionTest : public EngineTest,
                   public ::testing::WithParamInterface<unsigned> {
protected:
  Setting setting{forced(GetParam())};
};

INSTANTIATE_TEST_SUITE_P(Workers, RegionTest, ::testing::Values(1u, 2u, 3u, 7u),
                         [](const auto &info) {
                           return "With" + std::to_string(info.param);
                         });

TEST_P(RegionTest, AppliesInOrder) {
  for (const std::uint64_t count : {2, 3, 20, 1000, 100003})
    EXPECT_EQ(results(site, count, square), squares(count)) << count;
}

TEST_P(RegionTest, RunsInOtherProcesses) {
  const auto self = static_cast<std::uint64_t>(getpid());
  const std::uint64_t rest = run(
      site, 100,
      [](std::uint64_t, std::uint64_t &pid) {
        return pid = static_cast<std::uint64_t>(getpid()), true;
      },
      [&](std::uint64_t pid) { EXPECT_NE(pid, self); });
  EXPECT_EQ(rest, 100u);
}

TEST_P(RegionTest, ChunkLengthDoesntMatter) {
  for (const std::uint64_t length : {1, 3, 64, 1000}) {
    paraloop::Site cut("test.cpp", 9, paraloop::Options().chunk(length));
    EXPECT_EQ(results(cut, 1000, square), squares(1000)) << length;
  }
}

TEST_P(RegionTest, LeavesAtAnyIteration) {
  for (const std::uint64_t length : {1, 10})
    for (const std::uint64_t end : {0, 1, 9, 10, 699, 700, 999}) {
      paraloop::Site cut("test.cpp", 9, paraloop::Options().chunk(length));
      std::vector<std::uint64_t> numbers;
      const std::uint64_t rest = run(
          cut, 1000,
          [&](std::uint64_t k, std::uint64_t &result) {
            return result = k * k, k != end;
          },
          [&](std::uint64_t number) { numbers.push_back(number); });
      EXPECT_EQ(rest, end);
      EXPECT_EQ(numbers, squares(end));
    }
}

TEST_P(RegionTest, TheEarliestLeaveCounts) {
  EXPECT_EQ(run(
                site, 1000,
                [](std::uint64_t k, std::uint64_t &) { return k < 500; },
                [](std::uint64_t) {}),
            500u);
}

TEST_P(RegionTest, LargeRecordsGoThroughASmallSegment) {
  // 200 chunks of 4 MiB: far more than a worker may be ahead, so it has to wait
  // and start again.
  paraloop::Site cut("test.cpp", 9,
                     paraloop::Options().chunk(std::uint64_t{1} << 19));
  const std::uint64_t count = std::uint64_t{24} << 19;
  std::uint64_t expected = 0;
  const std::uint64_t rest = run(cut, count, square, [&](std::uint64_t number) {
    if (number != expected * expected)
      ADD_FAILURE() << expected;
    ++expected;
  });
  EXPECT_EQ(rest, count);
  EXPECT_EQ(expected, count);
}

TEST_P(RegionTest, AnExceptionInAnUpdateEndsTheWorkers) {
  EXPECT_THROW(run(site, 1000, square,
                   [](std::uint64_t number) {
                     if (number == 100)
                       throw 7;
                   }),
               int);
}

TEST_P(RegionTest, AParallelLoopInABodyRunsNatively) {
  const std::vector<std::uint64_t> numbers =
      results(site, 20, [](std::uint64_t k, std::uint64_t &result) {
        paraloop::Site inner("test.cpp", 11);
        const std::uint64_t rest =
            run(inner, 100, square, [](std::uint64_t) {});
        result = k * k + rest; // 0 for a native run
        return true;
      });
  EXPECT_EQ(numbers, squares(20));
}

TEST_P(RegionTest, AParallelLoopInAnUpdateRunsNatively) {
  const std::uint64_t rest = run(site, 20, square, [](std::uint64_t) {
    paraloop::Site inner("test.cpp", 11);
    EXPECT_EQ(run(inner, 100, square, [](std::uint64_t) {}), 0u);
  });
  EXPECT_EQ(rest, 20u);
}

TEST_P(RegionTest, WorkersAreKnownAsSuch) {
  EXPECT_FALSE(paraloop::in_worker());
  run(
      site, 10,
      [](std::uint64_t, std::uint64_t &result) {
        return result = paraloop::in_worker(), true;
      },
      [](std::uint64_t in_worker) { EXPECT_EQ(in_worker, 1u); });
  EXPECT_FALSE(paraloop::in_worker());
}

TEST_P(RegionTest, ManyLoopsLeaveNothing) {
  const std::string before = left_behind();
  for (int i = 0; i < 100; ++i)
    ASSERT_EQ(results(site, 10, square), squares(10));
  EXPECT_EQ(left_behind(), before);
}

TEST_P(RegionTest, TheTimeOfAnIterationIsRemembered) {
  run(
      site, 10,
      [](std::uint64_t, std::uint64_t &) { return usleep(2000), true; },
      [](std::uint64_t) {});
  EXPECT_GE(site.time_per_iteration, std::chrono::milliseconds(2));
}

} // namespace
} // namespace paraloop_test
