// Every iteration is in exactly one chunk, whatever the numbers.

#include "Chunks.h"

#include <gtest/gtest.h>
#include <limits>

namespace {

using paraloop::Chunk;
using paraloop::Chunks;

void expect_cover(std::uint64_t iterations, std::uint64_t length) {
  const Chunks chunks(iterations, length);
  std::uint64_t covered = 0;
  for (std::uint64_t index = 0; index < chunks.count(); ++index) {
    const Chunk chunk = chunks.at(index);
    ASSERT_EQ(chunk.index, index);
    ASSERT_EQ(chunk.first, covered) << iterations << " by " << length;
    ASSERT_GT(chunk.last, chunk.first) << iterations << " by " << length;
    covered = chunk.last;
  }
  EXPECT_EQ(covered, iterations) << iterations << " by " << length;
}

TEST(Chunks, CoverEveryIterationOnce) {
  for (std::uint64_t iterations = 0; iterations < 300; ++iterations)
    for (std::uint64_t length = 0; length < 310; ++length)
      expect_cover(iterations, length);
}

TEST(Chunks, CoverOddNumbers) {
  const std::uint64_t greatest = std::numeric_limits<std::uint64_t>::max();
  for (std::uint64_t iterations :
       {std::uint64_t{1023}, std::uint64_t{1025}, std::uint64_t{2047},
        std::uint64_t{1000003}, std::uint64_t{65537}, greatest / 2,
        greatest - 1, greatest})
    for (std::uint64_t length : {std::uint64_t{0}, std::uint64_t{1},
                                 std::uint64_t{7}, greatest / 2, greatest})
      expect_cover(iterations, length);
}

TEST(Chunks, OfAnOpenLoopCoverWhateverComes) {
  for (const std::uint64_t length : {0, 1, 16}) {
    const Chunks chunks(paraloop::TripCount::open_ended(), length);
    std::uint64_t covered = 0;
    for (std::uint64_t index = 0; index < chunks.count(); ++index) {
      const Chunk chunk = chunks.at(index);
      ASSERT_EQ(chunk.first, covered);
      ASSERT_GT(chunk.last, chunk.first);
      covered = chunk.last;
    }
    EXPECT_EQ(covered, chunks.iterations());
    EXPECT_LE(chunks.count(), paraloop::max_chunks);
  }
  const Chunks growing(paraloop::TripCount::open_ended(), 0);
  EXPECT_EQ(growing.at(19).last, 20u);
  EXPECT_GT(growing.iterations(), std::uint64_t{1} << 50);
}

TEST(Chunks, FewIterationsGetAChunkEach) {
  EXPECT_EQ(Chunks(20, 0).count(), 20u);
}

TEST(Chunks, TheOptionSaysHowLongAChunkIs) {
  EXPECT_EQ(Chunks(100, 16).count(), 7u);
  EXPECT_EQ(Chunks(100, 16).at(6).last, 100u);
}

TEST(Chunks, ThereAreNeverTooMany) {
  EXPECT_LE(Chunks(1000000, 0).count(), 4096u);
  EXPECT_LE(Chunks(std::numeric_limits<std::uint64_t>::max(), 1).count(),
            paraloop::max_chunks);
}

} // namespace
