// The program around a loop isn't disturbed: its signals, its children, its
// descriptors.

#include "Fixture.h"
#include "ProcFs.h"

#include <atomic>
#include <cfenv>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
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

TEST_F(HostTest, AHandlerOfABodysOwnSignalRunsInTheProgram) {
  for (const int signal : {SIGUSR1, SIGALRM, SIGCHLD, SIGRTMIN})
    EXPECT_EQ(outcome_of([&] {
                std::signal(signal, count_call);
                const auto numbers = results(
                    site, 100, [&](std::uint64_t k, std::uint64_t &result) {
                      if (k % 30 == 7)
                        raise(signal);
                      return square(k, result);
                    });
                return numbers == squares(100) ? calls : -1;
              }).status,
              W_EXITCODE(4, 0))
        << signal;
}

/// The signals that a program which is started here ignores or blocks.
std::uint64_t inherited() {
  FILE *const status = popen("grep -E 'SigIgn|SigBlk' /proc/self/status", "r");
  std::uint64_t hash = 0;
  for (int c; status && (c = std::fgetc(status)) != EOF;)
    hash = hash * 31 + static_cast<std::uint64_t>(c);
  pclose(status);
  return hash;
}

TEST_F(HostTest, ProgramsThatAreStartedInheritNoSignals) {
  EXPECT_EQ(outcome_of([this] {
              for (const int signal : {SIGINT, SIGTERM, SIGUSR1})
                std::signal(signal, count_call);
              const std::uint64_t expected = inherited();
              std::uint64_t others = 0;
              const std::uint64_t rest = run(
                  site, 20,
                  [](std::uint64_t, std::uint64_t &result) {
                    result = inherited();
                    return true;
                  },
                  [&](std::uint64_t seen) {
                    others += seen != expected || inherited() != expected;
                  });
              return static_cast<int>(others + 20 - rest);
            }).status,
            0);
}

TEST_F(HostTest, AHandlerRunsAtOnceDuringAnUpdate) {
  EXPECT_EQ(outcome_of([this] {
              std::signal(SIGUSR1, count_call);
              std::size_t late = 0;
              const std::uint64_t rest =
                  run(site, 100, square, [&](std::uint64_t number) {
                    if (number == 25)
                      raise(SIGUSR1);
                    late += number >= 25 && calls != 1;
                  });
              raise(SIGUSR1);
              return late == 0 && rest < 100 && calls == 2 ? 0 : 1;
            }).status,
            0);
}

std::atomic<int> *living; // in shared memory: workers, as an exit handler sees

TEST_F(HostTest, ExitInAnUpdateEndsTheWorkersFirst) {
  void *const shared = mmap(nullptr, 4096, PROT_READ | PROT_WRITE,
                            MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  living = new (shared) std::atomic<int>(-1);
  for (const bool quick : {false, true}) {
    EXPECT_EQ(outcome_of([this, quick] {
                results(site, 4, square);
                const auto look = [] {
                  *living =
                      static_cast<int>(paraloop::descendants(getpid()).size());
                };
                std::atexit(look);
                std::at_quick_exit(look);
                const Body body = [](std::uint64_t k, std::uint64_t &result) {
                  if (k >= 50)
                    sleep(1000);
                  return square(k, result);
                };
                run(site, 100, body, [quick](std::uint64_t number) {
                  if (number == 9)
                    quick ? std::quick_exit(3) : std::exit(3);
                });
                return 0;
              }).status,
              W_EXITCODE(3, 0));
    if (!quick) {
      EXPECT_EQ(*living, 0);
    }
  }
  munmap(shared, 4096);
}

TEST_F(HostTest, FloatingPointExceptionsAreSeen) {
  EXPECT_EQ(outcome_of([this] {
              volatile double zero = 0, one = 1;
              std::feclearexcept(FE_ALL_EXCEPT);
              run(site, 100, square, [](std::uint64_t) {});
              if (std::fetestexcept(FE_ALL_EXCEPT) != 0)
                return 1;
              std::uint64_t rest = run(
                  site, 100,
                  [&](std::uint64_t k, std::uint64_t &) {
                    return k != 60 || one / zero > 1;
                  },
                  [](std::uint64_t) {});
              if (rest != 100 ||
                  std::fetestexcept(FE_ALL_EXCEPT) != FE_DIVBYZERO)
                return 2;
              rest = run(
                  site, 100,
                  [&](std::uint64_t k, std::uint64_t &) {
                    return k != 60 || std::feclearexcept(FE_ALL_EXCEPT) == 0;
                  },
                  [](std::uint64_t) {});
              return rest == 60 ? 0 : 3;
            }).status,
            0);
}

TEST_F(HostTest, BodiesUseTheProgramsRoundingMode) {
  EXPECT_EQ(outcome_of([this] {
              volatile double one = 1, three = 3;
              std::fesetround(FE_UPWARD);
              const double expected = one / three;
              std::uint64_t wrong = 0;
              const std::uint64_t rest = run(
                  site, 100,
                  [&](std::uint64_t, std::uint64_t &result) {
                    result = one / three != expected;
                    return true;
                  },
                  [&](std::uint64_t number) { wrong += number; });
              return rest == 100 && wrong == 0 && std::fegetround() == FE_UPWARD
                         ? 0
                         : 1;
            }).status,
            0);
}

TEST_F(HostTest, WhatABodyChangesInItsProcessIsChangedInTheProgram) {
  const auto sees = [] {
    struct stat here {};
    const mode_t mask = umask(0);
    umask(mask);
    stat(".", &here);
    return here.st_ino + mask * 1000 + (getenv("PARALOOP_BODY") ? 7 : 0);
  };
  const std::function<void()> changes[] = {
      [] { chdir("/proc") == 0 ? void() : std::abort(); },
      [] { umask(077); },
      [] { setenv("PARALOOP_BODY", "1", 1); },
  };
  for (const auto &change : changes)
    EXPECT_EQ(outcome_of([&] {
                const std::uint64_t before = sees();
                const auto numbers = results(
                    site, 100, [&](std::uint64_t k, std::uint64_t &result) {
                      if (k == 60)
                        change();
                      result = sees();
                      return true;
                    });
                const std::uint64_t after = sees();
                return before != after && numbers.size() == 100 &&
                               numbers[59] == before && numbers[60] == after &&
                               numbers[99] == after
                           ? 0
                           : 1;
              }).status,
              0);
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
