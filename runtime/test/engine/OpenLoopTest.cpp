// A loop whose trip count nobody knows in advance ends where a worker finds its
// end, and costs nothing where it turned out to be short.

#include "Config.h"
#include "Fixture.h"
#include "Native.h"
#include "ProcFs.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <unistd.h>

namespace paraloop_test {
namespace {

using OpenLoopTest = EngineTest;

[[noreturn]] void work(paraloop::Region &region, std::uint64_t length,
                       const Body &body) {
  for (paraloop::Chunk chunk; region.claim(chunk);) {
    std::uint64_t k = chunk.first;
    for (; k < chunk.last && k < length; ++k) {
      std::uint64_t result = 0;
      region.begin(k);
      body(k, result);
      region.writer().value(result);
    }
    if (k == chunk.last) {
      region.commit();
      continue;
    }
    region.end(std::max(k, chunk.first));
    break;
  }
  region.exit_worker();
}

/// run_open() runs a loop of `length` iterations without saying so, and returns
/// where the native loop has to go on.
std::uint64_t run_open(paraloop::Site &site, std::uint64_t length,
                       const Body &body, const Apply &apply) {
  paraloop::Region region(site, paraloop::TripCount::open_ended());
  for (;;)
    switch (region.next()) {
    case paraloop::Step::work:
      work(region, length, body);
    case paraloop::Step::apply:
      for (paraloop::Reader record = region.record(); !record.at_end();)
        apply(record.value<std::uint64_t>());
      break;
    case paraloop::Step::finished:
      return region.resume_at();
    }
}

TEST_F(OpenLoopTest, EndsWhereAWorkerFindsTheEnd) {
  for (unsigned workers : {1U, 2U, 7U})
    for (std::uint64_t chunk : {0U, 1U, 10U})
      for (std::uint64_t length : {0U, 1U, 9U, 10U, 11U, 300U, 2000U}) {
        const Setting setting(forced(workers));
        paraloop::Site loop("test.cpp", 9, paraloop::Options().chunk(chunk));
        std::vector<std::uint64_t> numbers;
        EXPECT_EQ(run_open(loop, length, square,
                           [&](std::uint64_t n) { numbers.push_back(n); }),
                  length);
        EXPECT_EQ(numbers, squares(length));
      }
}

TEST_F(OpenLoopTest, PrintsWhatTheLastChunkPrinted) {
  const auto program = [] {
    paraloop::Site loop("test.cpp", 9, paraloop::Options().chunk(10));
    const Body body = [](std::uint64_t k, std::uint64_t &result) {
      std::printf("%d\n", static_cast<int>(k));
      result = k;
      return true;
    };
    const std::uint64_t next = run_open(loop, 25, body, [](std::uint64_t) {});
    for (std::uint64_t k = next; k < 25; ++k)
      std::printf("%d\n", static_cast<int>(k));
    return 0;
  };
  expect_same(program);
}

TEST_F(OpenLoopTest, ReportsHowManyIterationsThereWere) {
  std::string path = "/tmp/paraloop-open-XXXXXX";
  close(mkstemp(path.data()));
  {
    const Setting setting({"PARALOOP_FORCE=1", "PARALOOP_NUM_PROCESSES=2",
                           "PARALOOP_REPORT=" + path});
    run_open(site, 77, square, [](std::uint64_t) {});
  }
  const std::string text = paraloop::read_text(path);
  unlink(path.c_str());
  EXPECT_NE(text.find("\"iterations\": 77,"), std::string::npos) << text;
  EXPECT_NE(text.find("\"native\": null"), std::string::npos) << text;
}

TEST_F(OpenLoopTest, AShortLoopIsMeasuredAgainNowAndThen) {
  const Setting setting({"PARALOOP_NUM_PROCESSES=2"});
  const auto is_native = [&] {
    return static_cast<bool>(paraloop::reason_for_native(
        site, {paraloop::TripCount::open_ended(), true, false},
        paraloop::configuration()));
  };
  EXPECT_FALSE(is_native()) << "nothing is known before the first run";
  run_open(site, 3, square, [](std::uint64_t) {});
  EXPECT_TRUE(is_native());
  site.runs = 15;
  EXPECT_TRUE(is_native());
  site.runs = 16;
  EXPECT_FALSE(is_native());
  site.runs = 17;
  EXPECT_TRUE(is_native());
  site.runs = 1024;
  EXPECT_FALSE(is_native());
}

} // namespace
} // namespace paraloop_test
