// Settings are read strictly: a value that makes no sense is an error and no
// guess.

#include "Config.h"
#include "Fixture.h"

#include <sys/wait.h>

namespace paraloop_test {
namespace {

using ConfigTest = EngineTest;

unsigned num_processes(const std::string &text) {
  const Setting setting({"PARALOOP_NUM_PROCESSES=" + text});
  return paraloop::configuration().num_processes;
}

TEST_F(ConfigTest, CountsProcesses) {
  EXPECT_EQ(paraloop::configuration().num_processes, 0u);
  EXPECT_EQ(num_processes(""), 0u);
  EXPECT_EQ(num_processes("1"), 1u);
  EXPECT_EQ(num_processes("007"), 7u);
  EXPECT_EQ(num_processes("1024"), 1024u);
  EXPECT_EQ(num_processes("1025"), 1024u);
  EXPECT_EQ(num_processes("99999999999999999999999999"), 1024u);
}

TEST_F(ConfigTest, RefusesCountsThatMakeNoSense) {
  for (const char *text :
       {"0", "00", "-1", "+2", "abc", " 4 ", "4 ", "4x", "0x4", "1e3", "2.5"}) {
    const Outcome outcome =
        outcome_of([&] { return static_cast<int>(num_processes(text)); });
    EXPECT_EQ(outcome.status, W_EXITCODE(2, 0)) << text;
    EXPECT_NE(outcome.err.find("PARALOOP_NUM_PROCESSES"), std::string::npos)
        << outcome.err;
  }
}

TEST_F(ConfigTest, ReadsSwitches) {
  for (const auto &[text, on] :
       {std::pair("0", false), std::pair("1", true), std::pair("", false)}) {
    const Setting setting({std::string("PARALOOP_FORCE=") + text});
    EXPECT_EQ(paraloop::configuration().force, on) << text;
  }
  const Outcome outcome = outcome_of([] {
    const Setting setting({"PARALOOP_STRICT=yes"});
    return static_cast<int>(paraloop::configuration().strict);
  });
  EXPECT_EQ(outcome.status, W_EXITCODE(2, 0));
}

} // namespace
} // namespace paraloop_test
