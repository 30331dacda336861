// Where the next iterations run, by what is known about the loop.

#include "paraloop/leg.h"
#include "Board.h"
#include "CostModel.h"
#include "Fixture.h"
#include "Report.h"

#include <chrono>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace paraloop_test {
namespace {

using paraloop::Rest;
using paraloop::TripCount;
using paraloop::detail::Leg;

class LegTest : public EngineTest {
protected:
  LegTest() { paraloop::note_fork(std::chrono::microseconds(50)); }

  Leg first(TripCount trips, bool permitted = true) {
    return paraloop::detail::first_leg(site, trips, permitted);
  }
};

TEST_F(LegTest, AnUnknownLoopBeginsNatively) {
  EXPECT_FALSE(first(1000).in_workers);
  EXPECT_EQ(first(1000).most, 1u);
  EXPECT_FALSE(first(TripCount::open_ended()).in_workers);
}

TEST_F(LegTest, FewUnknownIterationsBeginInAWorkerUnlessForksAreDear) {
  EXPECT_TRUE(first(20).in_workers);
  paraloop::note_fork(std::chrono::milliseconds(5));
  EXPECT_FALSE(first(20).in_workers);
}

TEST_F(LegTest, WhatIsForbiddenOrForcedIsLeftToTheRegion) {
  EXPECT_TRUE(first(1000, false).in_workers);
  const Setting setting(forced(2));
  EXPECT_TRUE(first(1000).in_workers);
}

TEST_F(LegTest, ATimeoutWantsWorkersFromTheBeginning) {
  paraloop::Site timed(
      "test.cpp", 8,
      paraloop::Options().timeout(std::chrono::milliseconds(200)));
  EXPECT_TRUE(paraloop::detail::first_leg(timed, 1000, true).in_workers);
}

TEST_F(LegTest, NativeFirstIsForTests) {
  std::vector<std::string> settings = forced(2);
  settings.push_back("PARALOOP_NATIVE_FIRST=5");
  const Setting setting(settings);
  Leg leg = first(1000);
  EXPECT_FALSE(leg.in_workers);
  EXPECT_EQ(leg.most, 5u);
  leg = paraloop::detail::leg_after(site, leg, 995);
  EXPECT_TRUE(leg.in_workers);
  EXPECT_EQ(leg.done, 5u);
}

TEST_F(LegTest, AKnownLoopGoesWhereItPays) {
  site.experience.native = 10;
  EXPECT_FALSE(first(100).in_workers);
  site.experience.native = 1e8;
  EXPECT_TRUE(first(20).in_workers);
}

TEST_F(LegTest, IterationsOfTwoNanosecondsPayOnlyWhereWorkersFold) {
  site.experience.native = 2;
  TripCount trips(1000000000);
  EXPECT_EQ(first(trips).most, Leg::unlimited);
  trips.folds = true;
  EXPECT_NE(first(trips).most, Leg::unlimited);
}

TEST_F(LegTest, WhatIsCarriedHasToBeRepaid) {
  const Setting setting({"PARALOOP_NUM_PROCESSES=2"});
  const auto begins_timed = [](double native, std::size_t carried) {
    paraloop::Site one("test.cpp", 8, paraloop::Options().carries(carried));
    one.experience.native = native;
    return paraloop::detail::first_leg(one, 1000000000, true).most !=
           Leg::unlimited;
  };
  EXPECT_TRUE(begins_timed(40, 0));
  EXPECT_FALSE(begins_timed(40, 16));
  EXPECT_TRUE(begins_timed(400, 16));
}

TEST_F(LegTest, ManyWorkersDontCarryFasterThanTheParentTakesIt) {
  const Setting setting({"PARALOOP_NUM_PROCESSES=64"});
  const auto begins_timed = [](double native) {
    paraloop::Site one("test.cpp", 8, paraloop::Options().carries(100));
    one.experience.native = native;
    return paraloop::detail::first_leg(one, 1000000000, true).most !=
           Leg::unlimited;
  };
  EXPECT_FALSE(begins_timed(90));
  EXPECT_TRUE(begins_timed(150));
}

TEST_F(LegTest, SlowWorkersAreTriedAgainAfterALongTime) {
  site.experience.native = 1e8;
  site.experience.parallel = 2e8;
  site.experience.lost = 1e6;
  EXPECT_FALSE(first(20).in_workers);
  site.experience.since = 1e9;
  EXPECT_TRUE(first(20).in_workers);
}

TEST_F(LegTest, AShortParallelRunIsComparedWithANativeOne) {
  site.experience.native = 1e6;
  site.experience.whole_parallel = 0.6e6;
  EXPECT_FALSE(first(20).in_workers);
  EXPECT_EQ(first(20).most, Leg::unlimited);
  EXPECT_TRUE(first(200).in_workers); // Too long for that.
  Leg leg = first(20);
  leg.started -= 20000000; // 20 ms ago
  paraloop::detail::end_of_run(site, leg, 20);
  EXPECT_NEAR(site.experience.whole_native, 1e6, 0.5e6);
  EXPECT_TRUE(first(20).in_workers);
}

TEST_F(LegTest, WholeRunsSayMoreThanTheirParts) {
  site.experience.native = 1e8;
  site.experience.parallel = 0.5e8;
  site.experience.whole_native = 1e8;
  site.experience.whole_parallel = 2e8;
  site.experience.lost = 1e6;
  EXPECT_FALSE(first(20).in_workers);
  site.experience.whole_parallel = 0.9e8;
  EXPECT_TRUE(first(20).in_workers);
}

TEST_F(LegTest, HeavierIterationsAreTriedAtOnce) {
  site.experience.native = 1e8;
  site.experience.parallel = 0.5e8;
  site.experience.lost = 1e6;
  EXPECT_TRUE(first(20).in_workers);
}

TEST_F(LegTest, AnIterationThatComesBackRunsAloneThenLongerLegs) {
  Leg leg = first(20);
  leg = paraloop::detail::leg_after_workers(site, leg, 3, Rest::iteration);
  EXPECT_FALSE(leg.in_workers);
  EXPECT_EQ(leg.done, 3u);
  EXPECT_EQ(leg.to_do, 17u);
  EXPECT_EQ(leg.most, 1u);
  leg = paraloop::detail::leg_after_workers(site, leg, 0, Rest::iteration);
  EXPECT_EQ(leg.most, 4u);
  for (int again = 0; again < 10; ++again)
    leg = paraloop::detail::leg_after_workers(site, leg, 0, Rest::iteration);
  EXPECT_EQ(leg.most, Leg::unlimited);
}

TEST_F(LegTest, AfterSlowWorkersTheLoopIsTimedAnew) {
  const Leg leg =
      paraloop::detail::leg_after_workers(site, Leg(), 3, Rest::slower);
  EXPECT_NE(leg.most, Leg::unlimited);
  EXPECT_NE(leg.began, 0);
}

TEST_F(LegTest, WorkersThatWereSentAwayComeBackOnlyForHeavierIterations) {
  const auto after = [&](unsigned sent_away, double compared) {
    Leg leg = paraloop::detail::leg_after_workers(site, Leg(), 3, Rest::slower);
    leg.slower = sent_away;
    leg.compared = compared;
    leg.most = 10;
    leg.preempted = 0;
    leg.disturbed = 100; // However busy this machine is.
    leg.began = paraloop::monotonic_now() - 10000000; // 1 ms an iteration
    return paraloop::detail::leg_after(site, leg, TripCount(1000));
  };
  EXPECT_TRUE(after(1, 1e6).in_workers);
  const Leg rest = after(2, 0.9e6);
  EXPECT_FALSE(rest.in_workers);
  EXPECT_EQ(rest.most, Leg::unlimited);
  EXPECT_TRUE(after(2, 0.2e6).in_workers);
  EXPECT_NEAR(after(2, 0.2e6).compared, 1e6, 0.5e6);
  Leg often = Leg();
  for (int again = 0; again < 10; ++again)
    often = paraloop::detail::leg_after_workers(site, often, 3, Rest::slower);
  EXPECT_EQ(often.most, Leg::unlimited);
}

TEST_F(LegTest, OtherwiseTheRestIsNative) {
  const Leg leg =
      paraloop::detail::leg_after_workers(site, Leg(), 3, Rest::native);
  EXPECT_EQ(leg.most, Leg::unlimited);
}

/// Runs a loop in workers, which take far longer than the native time that the
/// site claims.
std::uint64_t run_slowly(paraloop::Site &site, Rest &rest) {
  TripCount trips(4000);
  trips.judged = true;
  site.experience.native = 1;
  paraloop::Region region(site, trips);
  for (;;)
    switch (region.next()) {
    case paraloop::Step::work:
      for (paraloop::Chunk chunk; region.claim(chunk); region.commit())
        for (std::uint64_t k = chunk.first; k != chunk.last; ++k)
          usleep(100);
      region.exit_worker();
    case paraloop::Step::apply:
      break;
    case paraloop::Step::finished:
      rest = region.rest();
      return region.resume_at();
    }
}

TEST_F(LegTest, WorkersThatTakeLongerAreSentAway) {
  const Setting setting({"PARALOOP_NUM_PROCESSES=2"});
  Rest rest = Rest::native;
  EXPECT_LT(run_slowly(site, rest), 4000u);
  EXPECT_EQ(rest, Rest::slower);
  EXPECT_GT(site.experience.parallel, 1.0);
  EXPECT_GT(site.experience.lost, 0.0);
}

TEST_F(LegTest, ForcedWorkersStay) {
  const Setting setting(forced(2));
  Rest rest = Rest::slower;
  EXPECT_EQ(run_slowly(site, rest), 4000u);
  EXPECT_EQ(rest, Rest::native);
}

TEST_F(LegTest, ShortRunsAreNotLookedAtAgainAndAgain) {
  Leg leg = first(50000);
  paraloop::detail::end_of_run(site, leg, 1);
  EXPECT_TRUE(site.is_small(1));
  EXPECT_FALSE(site.is_small(std::uint64_t{1} << 60));
  unsigned untimed = 0;
  while (site.is_small(1))
    ++untimed;
  EXPECT_GT(untimed, 0u);
  EXPECT_LE(untimed, 1024u);
}

} // namespace
} // namespace paraloop_test
