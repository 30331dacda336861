// Whether workers pay, by what they have finished.

#include "Pace.h"
#include "Fixture.h"

#include <unistd.h>

namespace paraloop_test {
namespace {

using paraloop::Pace;
using Verdict = paraloop::Pace::Verdict;

constexpr std::uint32_t workers = 2;
constexpr std::uint64_t chunk = 10;

/// Two workers of whom only what they say of themselves is there.
class PaceTest : public EngineTest {
protected:
  PaceTest() {
    for (std::uint32_t slot = 0; slot < workers; ++slot)
      board_.worker(slot).began.store(paraloop::monotonic_now());
  }

  /// Lets both workers finish iterations that take `each` ns in a worker, until
  /// the next look. Returns what comes of it.
  Verdict work(Pace &pace, double each) {
    const std::int64_t begin = paraloop::monotonic_now();
    usleep(span_);
    const std::int64_t passed = paraloop::monotonic_now() - begin;
    span_ *= 2; // It looks less and less often.
    for (std::uint32_t slot = 0; slot < workers; ++slot) {
      board_.worker(slot).busy.fetch_add(passed);
      board_.worker(slot).iterations.fetch_add(static_cast<std::uint64_t>(
          static_cast<double>(passed) / each));
    }
    return pace.judge(board_);
  }

  static constexpr std::uint64_t chunks = 1000;
  const std::size_t bytes_ = paraloop::Board::bytes_needed(chunks, workers);
  paraloop::SharedMemory memory_{bytes_ + (1 << 20), bytes_ + (1 << 20)};
  paraloop::Board board_{memory_, chunks, workers};
  useconds_t span_ = 2000;
};

TEST_F(PaceTest, WorkersThatShareTheWorkPay) {
  Pace pace(1000);
  pace.started(chunk, workers);
  EXPECT_EQ(work(pace, 1100), Verdict::pays);
  EXPECT_NEAR(pace.time_per_iteration(board_), 550, 200);
}

TEST_F(PaceTest, WorkersWhoTakeThreeTimesAsLongStop) {
  Pace pace(1000);
  pace.started(chunk, workers);
  EXPECT_EQ(work(pace, 3000), Verdict::stop);
}

TEST_F(PaceTest, HeavierIterationsAreNoOverhead) {
  Pace pace(1000);
  pace.started(chunk, workers);
  EXPECT_EQ(work(pace, 1100), Verdict::pays);
  EXPECT_EQ(work(pace, 4400), Verdict::pays);
  EXPECT_NEAR(pace.native_time(board_), 2.0 * (2e6 + 4e6) / 1.1, 3e6);
}

TEST_F(PaceTest, WorkersWhoStartLateAreJudgedByWhatTheyDo) {
  Pace pace(1000);
  pace.started(chunk, workers);
  usleep(5000);
  for (std::uint32_t slot = 0; slot < workers; ++slot)
    board_.worker(slot).began.store(paraloop::monotonic_now());
  EXPECT_EQ(work(pace, 1100), Verdict::pays);
}

TEST_F(PaceTest, AParentThatCannotFollowDropsThem) {
  Pace pace(1000);
  pace.started(chunk, workers);
  pace.applying();
  usleep(1000);
  pace.applied(10); // 100 us an iteration
  EXPECT_EQ(work(pace, 1100), Verdict::drop);
}

} // namespace
} // namespace paraloop_test
