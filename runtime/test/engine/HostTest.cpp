// The program around a loop isn't disturbed: its signals, its children, its
// descriptors.

#include "Fixture.h"

#include <csignal>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace paraloop_test {
namespace {

class HostTest : public EngineTest {
protected:
  Setting setting{forced(3)};
};

volatile std::sig_atomic_t calls = 0;
void count_call(int) { calls = calls + 1; }

TEST_F(HostTest, HandlersOfSigchldSeeOnlyTheProgramsChildren) {
  EXPECT_EQ(outcome_of([this] {
              std::signal(SIGCHLD, count_call);
              results(site, 100, square);
              return calls;
            }).status,
            0);
}

TEST_F(HostTest, AChildOfTheProgramThatEndsMeanwhileIsReported) {
  EXPECT_EQ(outcome_of([this] {
              std::signal(SIGCHLD, count_call);
              int ends[2];
              if (pipe(ends) != 0)
                return 1;
              const pid_t child = fork();
              if (child == 0) {
                char byte;
                _exit(read(ends[0], &byte, 1) == 1 ? 5 : 6);
              }
              run(site, 100, square, [&](std::uint64_t number) {
                siginfo_t info;
                if (number == 25 && write(ends[1], "x", 1) == 1)
                  waitid(P_PID, static_cast<id_t>(child), &info,
                         WEXITED | WNOWAIT);
              });
              int status = 0;
              return calls == 1 && waitpid(child, &status, 0) == child &&
                             status == W_EXITCODE(5, 0)
                         ? 0
                         : 2;
            }).status,
            0);
}

TEST_F(HostTest, IgnoredSigchldIsFine) {
  EXPECT_EQ(outcome_of([this] {
              std::signal(SIGCHLD, SIG_IGN);
              return results(site, 100, square) == squares(100) ? 0 : 1;
            }).status,
            0);
}

TEST_F(HostTest, IgnoredSigchldAndDeathsAreFine) {
  EXPECT_EQ(outcome_of([this] {
              const Setting fault({"PARALOOP_TEST_FAULT=mid_body:KILL:7"});
              std::signal(SIGCHLD, SIG_IGN);
              return results(site, 100, square) == squares(100) ? 0 : 1;
            }).status,
            0);
}

TEST_F(HostTest, AHandlerRunsOnceAndTheBodySeesWhatItDid) {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) {
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    const Outcome outcome = outcome_of(
        [&] {
          setpgid(0, 0);
          std::signal(signal, count_call);
          // The last iteration would wait for ever if nobody told it of the
          // signal.
          const std::size_t done =
              results(site, 30, [&](std::uint64_t k, std::uint64_t &) {
                if (k == 3 && paraloop::in_worker()) [[maybe_unused]]
                  const ssize_t written = write(ends[1], "x", 1);
                while (k == 29 && calls == 0)
                  usleep(1000);
                return calls == 0;
              }).size();
          return calls == 1 && done < 30 ? 0 : 1;
        },
        [&, sent = false](pid_t pid) mutable {
          char byte;
          if (!sent && read(ends[0], &byte, 1) == 1)
            sent = kill(-pid, signal) == 0;
          usleep(1000);
        });
    close(ends[0]);
    close(ends[1]);
    EXPECT_EQ(outcome.status, 0) << signal;
  }
}

TEST_F(HostTest, WithoutAHandlerASignalEndsTheProgram) {
  const Outcome outcome = outcome_of(
      [&] {
        results(site, 30, [&](std::uint64_t, std::uint64_t &) {
          return usleep(100000) == 0;
        });
        return 0;
      },
      [](pid_t pid) {
        usleep(20000);
        kill(pid, SIGTERM);
      });
  EXPECT_EQ(outcome.status, SIGTERM);
}

TEST_F(HostTest, BodiesFindTheSameFreeDescriptors) {
  const auto open_ones = [](std::uint64_t, std::uint64_t &result) {
    for (int descriptor = 0; descriptor < 256; ++descriptor)
      result = result * 2 % 1000003 + (fcntl(descriptor, F_GETFD) >= 0);
    return true;
  };
  std::uint64_t expected = 0;
  open_ones(0, expected);
  EXPECT_EQ(results(site, 50, open_ones),
            std::vector<std::uint64_t>(50, expected));
}

TEST_F(HostTest, BodiesSeeTheProgramsSignalMask) {
  const auto blocked = [](std::uint64_t, std::uint64_t &result) {
    sigset_t mask;
    pthread_sigmask(SIG_SETMASK, nullptr, &mask);
    for (int signal = 1; signal < 32; ++signal)
      result |= static_cast<std::uint64_t>(sigismember(&mask, signal))
                << signal;
    return true;
  };
  std::uint64_t expected = 0;
  blocked(0, expected);
  EXPECT_EQ(results(site, 50, blocked),
            std::vector<std::uint64_t>(50, expected));
}

TEST_F(HostTest, ThousandsOfLoopsLeaveNothing) {
  const std::string before = left_behind();
  for (int i = 0; i < 2000; ++i)
    ASSERT_EQ(results(site, 4, square), squares(4));
  EXPECT_EQ(left_behind(), before);
}

TEST_F(HostTest, BodiesThatWaitGetMoreWorkers) {
  const Setting elastic({"PARALOOP_NUM_PROCESSES="});
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  // Every iteration waits until 12 have begun: with a worker for each processor
  // this would never end.
  const auto body = [&](std::uint64_t, std::uint64_t &) {
    [[maybe_unused]] const ssize_t written = write(ends[1], "x", 1);
    for (int begun = 0; begun < 12; usleep(1000))
      ioctl(ends[0], FIONREAD, &begun);
    return true;
  };
  EXPECT_EQ(run(site, 12, body, [](std::uint64_t) {}), 12u);
  close(ends[0]);
  close(ends[1]);
}

} // namespace
} // namespace paraloop_test
