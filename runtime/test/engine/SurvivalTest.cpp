// What the system refuses or does to the program's processes changes nothing of
// the result. The names of the tests are those of docs/reliability.md.

#include "Fixture.h"
#include "ProcFs.h"

#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace paraloop_test {
namespace {

using SurvivalTest = EngineTest;

/// refuse() makes the system calls `numbers` fail with `error`, from now on, in
/// this process and its children. Returns false where that isn't possible.
bool refuse(const std::vector<int> &numbers, int error) {
  std::vector<sock_filter> program{
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr))};
  for (const int number : numbers) {
    program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K,
                               static_cast<unsigned>(number), 0, 1));
    program.push_back(BPF_STMT(
        BPF_RET | BPF_K, SECCOMP_RET_ERRNO | static_cast<unsigned>(error)));
  }
  program.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
  const sock_fprog filter{static_cast<unsigned short>(program.size()),
                          program.data()};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

/// A program that prints, changes and leaves early, under three workers.
int usual_program() {
  const Setting setting(forced(3));
  paraloop::Site site("survival.cpp", 1);
  const auto numbers =
      results(site, 300, [](std::uint64_t k, std::uint64_t &result) {
        std::printf("iteration %d\n", static_cast<int>(k));
        return square(k, result) && k != 250;
      });
  return numbers == squares(250) ? 0 : 1;
}

void expect_usual_after(const std::function<bool()> &trouble,
                        const std::string &name) {
  const Outcome usual = outcome_of(usual_program);
  ASSERT_EQ(usual.status, 0);
  const Outcome outcome =
      outcome_of([&] { return trouble() ? usual_program() : 77; });
  if (outcome.status == W_EXITCODE(77, 0))
    GTEST_SKIP() << name << " can't be had here";
  EXPECT_EQ(outcome, usual) << name;
}

TEST_F(SurvivalTest, R8ForkIsRefused) {
  for (const int error : {EAGAIN, ENOMEM, ENOSYS})
    expect_usual_after(
        [=] {
          return refuse({SYS_clone, SYS_clone3}, error);
        },
        "no fork");
}

TEST_F(SurvivalTest, R8ForkIsRefusedFromTheThirdProcessOn) {
  expect_usual_after(
      [] {
        // The limit doesn't hold for root, and counts all processes of a user.
        const rlimit limit{2, 2};
        return setrlimit(RLIMIT_NPROC, &limit) == 0 && setgid(54321) == 0 &&
               setuid(54321) == 0;
      },
      "two processes");
}

TEST_F(SurvivalTest, R9SystemCallsAreRefused) {
  const struct {
    const char *name;
    std::vector<int> numbers;
  } cases[] = {
      {"memfd_create", {SYS_memfd_create}},
      {"pidfd_open", {SYS_pidfd_open}},
      {"pidfd_send_signal", {SYS_pidfd_send_signal}},
      {"prctl", {SYS_prctl}},
      {"kcmp", {SYS_kcmp}},
      {"futex", {SYS_futex}},
      {"madvise", {SYS_madvise}},
      {"fallocate", {SYS_fallocate}},
      {"mprotect", {SYS_mprotect}},
      {"limits", {SYS_prlimit64}},
      {"affinity", {SYS_sched_getaffinity}},
      {"open", {SYS_open, SYS_openat}},
      {"all of these",
       {SYS_memfd_create, SYS_pidfd_open, SYS_pidfd_send_signal, SYS_prctl,
        SYS_kcmp, SYS_madvise, SYS_fallocate, SYS_prlimit64}},
  };
  for (const auto &one : cases)
    for (const int error : {EPERM, ENOSYS})
      expect_usual_after([&] { return refuse(one.numbers, error); }, one.name);
  // malloc() may call mmap(), too, but small programs do without.
  expect_usual_after([] { return refuse({SYS_mmap}, ENOMEM); }, "mmap");
}

TEST_F(SurvivalTest, R9AndR10Limits) {
  const struct {
    const char *name;
    __rlimit_resource_t resource;
    rlim_t amount;
  } cases[] = {
      {"files of 1 MB", RLIMIT_FSIZE, rlim_t{1} << 20},
      {"3 descriptors", RLIMIT_NOFILE, 3},
      {"5 descriptors", RLIMIT_NOFILE, 5},
      {"14 descriptors", RLIMIT_NOFILE, 14},
      {"64 MB of addresses", RLIMIT_AS, rlim_t{64} << 20},
      {"1 GB of addresses", RLIMIT_AS, rlim_t{1} << 30},
      {"no locked memory", RLIMIT_MEMLOCK, 0},
      {"no core", RLIMIT_CORE, 0},
  };
  for (const auto &one : cases)
    expect_usual_after(
        [&] {
          const rlimit limit{one.amount, one.amount};
          return setrlimit(one.resource, &limit) == 0;
        },
        one.name);
}

/// A body that runs into `fault` at iteration 70, after some output.
template <class Fault> auto faulty(const Fault &fault) {
  return [=] {
    paraloop::Site site("survival.cpp", 2);
    const auto numbers =
        results(site, 200, [&](std::uint64_t k, std::uint64_t &result) {
          std::printf("iteration %d\n", static_cast<int>(k));
          if (k % 10 == 0)
            std::fflush(stdout);
          if (k == 70)
            fault();
          return square(k, result);
        });
    return numbers == squares(200) ? 0 : 1;
  };
}

int endless(volatile int *deeper) {
  volatile char frame[4096];
  frame[0] = static_cast<char>(*deeper);
  return *deeper == 12345 ? 0 : endless(deeper) + frame[0];
}

TEST_F(SurvivalTest, R5Faults) {
  static volatile int zero = 0;
  expect_same(faulty([] { zero = 1 / zero; }));
  expect_same(faulty([] { *static_cast<volatile int *>(nullptr) = 1; }));
  expect_same(faulty([] { raise(SIGILL); }));
  expect_same(faulty([] { raise(SIGBUS); }));
  expect_same(faulty([] { std::abort(); }));
  expect_same(faulty([] { std::terminate(); }));
  expect_same(faulty([] { zero = endless(&zero); }));
}

TEST_F(SurvivalTest, R20OtherPrograms) {
  expect_same(faulty([] {
    execl("/bin/sh", "sh", "-c", "echo another program; exit 6",
          static_cast<char *>(nullptr));
  }));
}

TEST_F(SurvivalTest, R13ParentThatEndsInAnyWay) {
  for (const int signal : {SIGKILL, SIGTERM, SIGSEGV, SIGINT, SIGHUP}) {
    // The workers hold the write end of a pipe, which reaches its end only when
    // all of them are gone.
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    const Outcome outcome = outcome_of(
        [&] {
          close(ends[0]);
          const Setting setting(forced(3));
          const rlimit no_core{0, 0};
          setrlimit(RLIMIT_CORE, &no_core);
          results(site, 3, [&](std::uint64_t, std::uint64_t &) {
            [[maybe_unused]] const ssize_t written = write(ends[1], "x", 1);
            return sleep(1000) == 0;
          });
          return 0;
        },
        [&, killed = false](pid_t pid) mutable {
          char byte;
          if (!killed && read(ends[0], &byte, 1) == 1)
            killed = kill(pid, signal) == 0;
        });
    EXPECT_EQ(outcome.status, signal);
    close(ends[1]);
    char rest[16];
    while (read(ends[0], rest, sizeof rest) > 0) {
    }
    close(ends[0]);
  }
}

TEST_F(SurvivalTest, R14ParentThatEndsBeforeTheWorkerKnowsIt) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  outcome_of(
      [&] {
        close(ends[0]);
        std::vector<std::string> settings = forced(3);
        settings.push_back("PARALOOP_TEST_FAULT=before_prctl:SLEEP");
        const Setting setting(settings);
        results(site, 100, [&](std::uint64_t, std::uint64_t &) {
          [[maybe_unused]] const ssize_t written = write(ends[1], "x", 1);
          return true;
        });
        return 0;
      },
      [](pid_t pid) {
        if (!paraloop::descendants(pid).empty())
          kill(pid, SIGKILL);
      });
  close(ends[1]);
  char byte;
  EXPECT_EQ(read(ends[0], &byte, 1), 0) << "a body ran in an orphan";
  close(ends[0]);
}

TEST_F(SurvivalTest, R16ChildrenThatNobodyWaitsFor) {
  expect_usual_after(
      [] {
        struct sigaction action {};
        action.sa_handler = SIG_DFL;
        action.sa_flags = SA_NOCLDWAIT;
        return sigaction(SIGCHLD, &action, nullptr) == 0;
      },
      "SA_NOCLDWAIT");
  expect_usual_after(
      [] {
        struct sigaction action {};
        action.sa_handler = [](int) {
          while (waitpid(-1, nullptr, WNOHANG) > 0) {
          }
        };
        return sigaction(SIGCHLD, &action, nullptr) == 0;
      },
      "a handler that waits for all children");
}

TEST_F(SurvivalTest, R18LoopInAThread) {
  EXPECT_EQ(outcome_of([] {
              int status = 1;
              std::thread([&] { status = usual_program(); }).join();
              return status + usual_program();
            }).status,
            0);
}

TEST_F(SurvivalTest, R19LoopsInLoops) {
  // Never more processes at a time than were asked for.
  const Setting setting(forced(2));
  auto &most = *static_cast<std::atomic<std::size_t> *>(
      mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS,
           -1, 0));
  const pid_t program = getpid();
  const Body inner = [&](std::uint64_t k, std::uint64_t &result) {
    const std::size_t now = paraloop::descendants(program).size();
    for (std::size_t seen = most; seen < now;)
      most.compare_exchange_weak(seen, now);
    return square(k, result);
  };
  const Body outer = [&](std::uint64_t k, std::uint64_t &result) {
    paraloop::Site nested("survival.cpp", 3);
    result = results(nested, 10, inner).size() + k;
    return true;
  };
  std::vector<std::uint64_t> expected;
  for (std::uint64_t k = 0; k < 20; ++k)
    expected.push_back(10 + k);
  EXPECT_EQ(results(site, 20, outer), expected);
  EXPECT_LE(most, 2u);
  munmap(&most, 4096);
}

TEST_F(SurvivalTest, R32OnlyTheProgramItselfDumpsCore) {
  rlimit before{};
  getrlimit(RLIMIT_CORE, &before);
  rlimit asked = before;
  asked.rlim_cur = asked.rlim_max;
  ASSERT_EQ(setrlimit(RLIMIT_CORE, &asked), 0);
  const Setting setting(forced(3));
  const auto limits =
      results(site, 100, [](std::uint64_t, std::uint64_t &result) {
        rlimit core{};
        getrlimit(RLIMIT_CORE, &core);
        result = core.rlim_cur;
        return true;
      });
  EXPECT_EQ(limits, std::vector<std::uint64_t>(100, 0));
  rlimit after{};
  getrlimit(RLIMIT_CORE, &after);
  EXPECT_EQ(after.rlim_cur, asked.rlim_cur);
  setrlimit(RLIMIT_CORE, &before);
}

TEST_F(SurvivalTest, R33StopAndGoOn) {
  // Ctrl-Z for longer than the timeout, then fg.
  bool stopped = false;
  const Outcome outcome = outcome_of(
      [] {
        setpgid(0, 0);
        const Setting setting(forced(2));
        paraloop::Site timed(
            "survival.cpp", 4,
            paraloop::Options().timeout(std::chrono::milliseconds(900)));
        const auto numbers =
            results(timed, 20, [](std::uint64_t k, std::uint64_t &result) {
              usleep(50000);
              return square(k, result);
            });
        return numbers == squares(20) ? 0 : 1;
      },
      [&](pid_t pid) {
        usleep(20000);
        if (stopped || paraloop::descendants(pid).empty())
          return;
        stopped = true;
        kill(-pid, SIGSTOP);
        usleep(1500000);
        kill(-pid, SIGCONT);
      });
  EXPECT_TRUE(stopped);
  EXPECT_EQ(outcome, (Outcome{0, "", ""}));
}

TEST_F(SurvivalTest, R15IgnoredSignals) {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) {
    bool sent = false;
    EXPECT_EQ(outcome_of(
                  [=] {
                    setpgid(0, 0);
                    std::signal(signal, SIG_IGN);
                    const Setting setting(forced(2));
                    paraloop::Site slow("survival.cpp", 5);
                    const auto numbers = results(
                        slow, 20, [](std::uint64_t k, std::uint64_t &result) {
                          usleep(5000);
                          return square(k, result);
                        });
                    return numbers == squares(20) ? 0 : 1;
                  },
                  [&](pid_t pid) {
                    usleep(1000);
                    if (!sent && !paraloop::descendants(pid).empty())
                      sent = kill(-pid, signal) == 0;
                  })
                  .status,
              0);
    EXPECT_TRUE(sent);
  }
}

} // namespace
} // namespace paraloop_test
