// How far a loop is shows on a terminal, and leaves no trace there.

#include "Progress.h"
#include "Fixture.h"

#include <cstdlib>
#include <fcntl.h>
#include <iostream>
#include <sys/wait.h>
#include <unistd.h>

namespace paraloop_test {
namespace {

using ProgressTest = EngineTest;

/// Runs `program` with stdout and stderr on a terminal, and returns what was
/// written there.
std::string on_terminal(const std::function<int()> &program) {
  const int master = posix_openpt(O_RDWR | O_NOCTTY);
  grantpt(master);
  unlockpt(master);
  const int slave = open(ptsname(master), O_RDWR | O_NOCTTY);
  const pid_t pid = fork();
  if (pid == 0) {
    close(master);
    dup2(slave, 1);
    dup2(slave, 2);
    close(slave);
    std::exit(program());
  }
  close(slave);
  std::string text;
  char block[4096];
  for (ssize_t got; (got = read(master, block, sizeof block)) > 0;)
    text.append(block, static_cast<std::size_t>(got));
  close(master);
  int status = 0;
  waitpid(pid, &status, 0);
  EXPECT_EQ(status, 0);
  return text;
}

/// screen() returns what stays on the terminal.
std::string screen(const std::string &text) {
  std::string all, line;
  std::size_t column = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 3, "\x1b[K") == 0) {
      line.resize(std::min(line.size(), column));
      i += 2;
    } else if (text[i] == '\r') {
      column = 0;
    } else if (text[i] == '\n') {
      all += line + '\n';
      line.clear();
      column = 0;
    } else {
      line.resize(std::max(line.size(), column + 1));
      line[column++] = text[i];
    }
  }
  return all + line;
}

int slow_loop(const paraloop::Options &options) {
  paraloop::Site site("slow.cpp", 3, options);
  std::cout << "before\n";
  const auto numbers =
      results(site, 20, [](std::uint64_t k, std::uint64_t &result) {
        usleep(100000);
        if (k % 5 == 4)
          std::cout << "line " << k << std::endl;
        return square(k, result);
      });
  std::cout << "after\n";
  return numbers == squares(20) ? 0 : 1;
}

const char all_lines[] = "before\nline 4\nline 9\nline 14\nline 19\nafter\n";

TEST_F(ProgressTest, ShowsOnATerminalAndGoesAway) {
  const Setting setting(forced(2));
  const std::string text =
      on_terminal([] { return slow_loop(paraloop::Options().progress()); });
  EXPECT_NE(text.find("slow.cpp:3 ["), std::string::npos) << text;
  EXPECT_NE(text.find("/20 "), std::string::npos) << text;
  EXPECT_NE(text.find(", ETA 0:0"), std::string::npos) << text;
  EXPECT_EQ(screen(text), all_lines) << text;
}

TEST_F(ProgressTest, IsShownOnlyIfAskedFor) {
  const Setting setting(forced(2));
  const auto plain = [] { return slow_loop(paraloop::Options()); };
  const auto asked = [] { return slow_loop(paraloop::Options().progress()); };
  EXPECT_EQ(on_terminal(plain).find('['), std::string::npos);
  EXPECT_EQ(outcome_of(asked).err, "") << "no terminal";
  const Setting off({"PARALOOP_PROGRESS=0"});
  EXPECT_EQ(on_terminal(asked).find('['), std::string::npos);
}

TEST_F(ProgressTest, IsLinesInAFile) {
  const Setting setting(forced(2));
  const Setting on({"PARALOOP_PROGRESS=1"});
  const Outcome outcome = outcome_of([] { return slow_loop({}); });
  EXPECT_EQ(outcome.out, all_lines);
  EXPECT_EQ(outcome.err.compare(0, 12, "slow.cpp:3 ["), 0) << outcome.err;
  EXPECT_EQ(outcome.err.find('\r'), std::string::npos);
  EXPECT_EQ(outcome.err.back(), '\n');
}

TEST_F(ProgressTest, TellsWhatItKnows) {
  paraloop::Progress known(site, 200), open(site, 0);
  EXPECT_EQ(known.text_of({50, 0, true}, 10, 100),
            " [######..................] 50/200 25%, 5.00/s, ETA 0:30");
  EXPECT_EQ(known.text_of({200, 1, true}, 0.5, 100),
            " [########################] 200/200 100%, 400/s, ETA 0:00, 1 "
            "failure");
  EXPECT_EQ(known.text_of({50, 2, true}, 10000, 50),
            " 50/200 25%, 0.00/s, ETA 8:20:00, 2 failures");
  EXPECT_EQ(open.text_of({50, 0, true}, 100, 100), " 50, 0.50/s");
}

} // namespace
} // namespace paraloop_test
