// A record never lies where one is that is still needed, and memory is used
// again.

#include "RecordSpace.h"

#include <algorithm>
#include <deque>
#include <gtest/gtest.h>
#include <random>

namespace {

using paraloop::RecordSpace;

constexpr std::size_t whole = std::size_t{64} << 20;

struct Range {
  std::size_t begin, end;
};

/// Writer and parent: writes records, of which the parent keeps the last `lag`.
class Play {
public:
  explicit Play(unsigned seed) : random_(seed) {}

  void step(std::size_t size, std::size_t lag) {
    while (kept_.size() > lag) {
      kept_.pop_front();
      ++applied_;
    }
    space_.applied(applied_);
    const Range range{space_.offset(), space_.offset() + size};
    ASSERT_LE(size, space_.capacity());
    for (const Range &other : kept_)
      ASSERT_TRUE(range.end <= other.begin || other.end <= range.begin)
          << range.begin << " to " << range.end << " meets " << other.begin;
    space_.add(size);
    kept_.push_back(range);
    most_ = std::max(most_, range.end);
  }

  std::size_t random(std::size_t most) { return random_() % most; }
  std::size_t most() const { return most_; }

private:
  std::mt19937 random_;
  RecordSpace space_{whole};
  std::deque<Range> kept_;
  std::uint32_t applied_ = 0;
  std::size_t most_ = 0;
};

TEST(RecordSpace, NothingThatIsNeededIsOverwritten) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    Play play(seed);
    for (int step = 0; step < 500; ++step)
      play.step(play.random(20000), play.random(20));
  }
}

TEST(RecordSpace, MemoryIsUsedAgain) {
  Play play(1);
  for (int step = 0; step < 10000; ++step)
    play.step(10000, 2);
  EXPECT_LT(play.most(), std::size_t{1} << 20);
}

TEST(RecordSpace, EverythingAppliedMeansTheBeginning) {
  RecordSpace space(whole);
  space.applied(0);
  space.add(1000);
  EXPECT_GE(space.offset(), 1000u);
  EXPECT_EQ(space.outstanding(), 1024u);
  space.applied(1);
  EXPECT_EQ(space.offset(), 0u);
  EXPECT_EQ(space.outstanding(), 0u);
  EXPECT_EQ(space.capacity(), whole);
}

TEST(RecordSpace, TheSecondHalfIsForWhatTheFirstCantHold) {
  RecordSpace space(whole);
  space.add(whole / 2 + 64);
  EXPECT_TRUE(space.is_crowded());
  space.applied(1);
  EXPECT_FALSE(space.is_crowded());
}

} // namespace
