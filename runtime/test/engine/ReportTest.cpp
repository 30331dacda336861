// PARALOOP_REPORT appends one JSON object for each loop.

#include "Report.h"
#include "Fixture.h"
#include "ProcFs.h"

#include <cstdlib>
#include <sys/wait.h>
#include <unistd.h>

namespace paraloop_test {
namespace {

class ReportTest : public EngineTest {
protected:
  ReportTest() { close(mkstemp(path.data())); }
  ~ReportTest() override { unlink(path.c_str()); }

  std::string text() const { return paraloop::read_text(path); }
  bool has(const std::string &part) const {
    return text().find(part) != std::string::npos;
  }

  std::string path = "/tmp/paraloop-report-XXXXXX";
};

TEST_F(ReportTest, TellsOfAParallelLoop) {
  const Setting setting({"PARALOOP_FORCE=1", "PARALOOP_NUM_PROCESSES=2",
                         "PARALOOP_REPORT=" + path});
  results(site, 100, square);
  EXPECT_TRUE(
      has("{\"loop\": \"test.cpp:7\", \"iterations\": 100, \"workers\": "))
      << text();
  EXPECT_TRUE(
      has("\"iterations_in_workers\": 100, \"chunks\": 100, \"seconds\": 0."))
      << text();
  EXPECT_TRUE(has("\"retries\": 0, \"native\": null, \"waiting\": ")) << text();
  EXPECT_TRUE(has("\"skipped\": 0, \"peak_record_bytes\": ")) << text();
  EXPECT_FALSE(has("\"peak_record_bytes\": 0,")) << text();
  EXPECT_FALSE(has("\"working\": 0.000000")) << text();
}

TEST_F(ReportTest, TellsOfANativeLoop) {
  const Setting setting({"PARALOOP_DISABLE=1", "PARALOOP_REPORT=" + path});
  results(site, 100, square);
  results(site, 100, square);
  const std::string line = "{\"loop\": \"test.cpp:7\", \"iterations\": 100, "
                           "\"workers\": 0, \"iterations_in_workers\": 0, "
                           "\"chunks\": 0, \"seconds\": 0.000000, \"retries\": "
                           "0, \"native\": \"disabled\", \"waiting\": "
                           "0.000000, \"working\": 0.000000, \"applying\": "
                           "0.000000, \"skipped\": 0, "
                           "\"peak_record_bytes\": 0, \"slowest\": []}\n";
  EXPECT_EQ(text(), line + line);
}

TEST_F(ReportTest, CountsRetries) {
  const Setting setting({"PARALOOP_FORCE=1", "PARALOOP_NUM_PROCESSES=2",
                         "PARALOOP_REPORT=" + path,
                         "PARALOOP_TEST_FAULT=mid_body:KILL:5"});
  results(site, 100, square);
  EXPECT_TRUE(has("\"retries\": 1, \"native\": null")) << text();
}

TEST_F(ReportTest, TellsOfALoopThatAnUpdateLeaves) {
  const Setting setting({"PARALOOP_FORCE=1", "PARALOOP_NUM_PROCESSES=2",
                         "PARALOOP_REPORT=" + path});
  const auto apply = [](std::uint64_t value) {
    if (value == 25)
      throw value;
  };
  EXPECT_THROW(run(site, 100, square, apply), std::uint64_t);
  EXPECT_TRUE(has("\"iterations_in_workers\": 6, \"chunks\": 6, ")) << text();
  EXPECT_TRUE(has("\"native\": \"leave\", ")) << text();
}

TEST_F(ReportTest, NamesTheSlowestIterations) {
  const Setting setting({"PARALOOP_FORCE=1", "PARALOOP_NUM_PROCESSES=2",
                         "PARALOOP_REPORT=" + path});
  paraloop::Site grouped("test.cpp", 7, paraloop::Options().chunk(9));
  results(grouped, 100, [](std::uint64_t k, std::uint64_t &result) {
    if (k % 20 == 13)
      usleep(static_cast<useconds_t>(20000 + 10000 * (k / 20)));
    return square(k, result);
  });
  std::size_t place = text().find("\"slowest\": [");
  ASSERT_NE(place, std::string::npos) << text();
  for (const int k : {93, 73, 53, 33, 13}) {
    place = text().find(
        "{\"iteration\": " + std::to_string(k) + ", \"seconds\": 0.0", place);
    EXPECT_NE(place, std::string::npos) << k << " in " << text();
  }
}

TEST_F(ReportTest, QuotesNames) {
  const paraloop::Site odd("a\"b\\c\n.cpp", 1);
  EXPECT_NE(paraloop::to_json(odd, {}).find("\"a\\\"b\\\\c\\u000a.cpp:1\""),
            std::string::npos);
}

TEST_F(ReportTest, AFileThatCantBeWrittenIsAnError) {
  const Outcome outcome = outcome_of([this] {
    const Setting setting(
        {"PARALOOP_DISABLE=1", "PARALOOP_REPORT=/nowhere/report"});
    results(site, 100, square);
    return 0;
  });
  EXPECT_EQ(outcome.status, W_EXITCODE(2, 0));
  EXPECT_NE(outcome.err.find("/nowhere/report"), std::string::npos);
}

} // namespace
} // namespace paraloop_test
