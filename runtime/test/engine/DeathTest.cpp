// Workers that die, at any place and in any way, change nothing of the result.

#include "Fixture.h"
#include "ProcFs.h"

#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <pthread.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace paraloop_test {
namespace {

using DeathTest = EngineTest;

TEST_F(DeathTest, OnceAtEachPoint) {
  for (const char *point : {"after_fork", "after_claim", "mid_body",
                            "before_commit", "after_commit"})
    for (const char *action :
         {"KILL", "STOP", "ABRT", "SEGV", "EXIT0", "EXIT9"})
      for (const unsigned count : {1u, 3u}) {
        std::vector<std::string> settings = forced(count);
        settings.push_back(std::string("PARALOOP_TEST_FAULT=") + point + ":" +
                           action + ":1");
        const Setting setting(settings);
        std::vector<std::uint64_t> numbers;
        const std::uint64_t rest =
            run(site, 60, square,
                [&](std::uint64_t number) { numbers.push_back(number); });
        EXPECT_EQ(rest, 60u) << point << action << count
                             << " workers: one death needs no native rest";
        EXPECT_EQ(numbers, squares(60)) << point << action << count;
      }
}

TEST_F(DeathTest, EveryTimeAtEachPoint) {
  for (const char *point : {"after_fork", "after_claim", "mid_body",
                            "before_commit", "after_commit"})
    for (const char *action : {"KILL", "SEGV", "EXIT0"}) {
      std::vector<std::string> settings = forced(3);
      settings.push_back(std::string("PARALOOP_TEST_FAULT=") + point + ":" +
                         action);
      const Setting setting(settings);
      EXPECT_EQ(results(site, 60, square), squares(60)) << point << action;
    }
}

TEST_F(DeathTest, AnExitThatWasOnlyAnnouncedIsForgotten) {
  // The first run of iteration 20 wants to leave the loop and is killed; the
  // second one doesn't.
  std::vector<std::string> settings = forced(2);
  settings.push_back("PARALOOP_STRICT=1");
  settings.push_back("PARALOOP_TEST_FAULT=after_limit:KILL:1");
  const Setting setting(settings);
  void *const shared = mmap(nullptr, 4096, PROT_READ | PROT_WRITE,
                            MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  auto &tried = *new (shared) std::atomic<bool>(false);
  const Body body = [&](std::uint64_t k, std::uint64_t &result) {
    return square(k, result) && (k != 20 || tried.exchange(true));
  };
  EXPECT_EQ(run(site, 60, body, [](std::uint64_t) {}), 60u);
  munmap(shared, 4096);
}

TEST_F(DeathTest, AWorkerThatIsStoppedDoesntHoldUpTheLoop) {
  std::vector<std::string> settings = forced(2);
  settings.push_back("PARALOOP_TEST_FAULT=after_claim:STOP");
  const Setting setting(settings);
  EXPECT_EQ(results(site, 10, square), squares(10));
}

/// A body that ends the process in `way` at iteration 70, after some output.
template <class Way> int program_that_ends(const Way &way) {
  paraloop::Site site("test.cpp", 9);
  const auto numbers =
      results(site, 200, [&](std::uint64_t k, std::uint64_t &result) {
        std::printf("iteration %d\n", static_cast<int>(k));
        if (k == 70)
          way();
        return square(k, result);
      });
  return numbers == squares(200) ? 0 : 1;
}

void die_like_a_program(int signal) {
  std::signal(signal, SIG_DFL);
  raise(signal);
}

TEST_F(DeathTest, ABodyThatEndsTheProgramDoesSoNatively) {
  expect_same([] { return program_that_ends([] { std::exit(3); }); });
  expect_same([] { return program_that_ends([] { std::quick_exit(4); }); });
  expect_same([] { return program_that_ends([] { _exit(5); }); });
  expect_same([] { return program_that_ends([] { std::abort(); }); });
  expect_same(
      [] { return program_that_ends([] { die_like_a_program(SIGSEGV); }); });
  expect_same(
      [] { return program_that_ends([] { die_like_a_program(SIGTERM); }); });
  expect_same([] { return program_that_ends([] { pthread_exit(nullptr); }); });
}

std::atomic<int> *exits; // in shared memory: counts in all processes

TEST_F(DeathTest, ExitHandlersRunOnceInTheParent) {
  void *const shared = mmap(nullptr, 4096, PROT_READ | PROT_WRITE,
                            MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  exits = new (shared) std::atomic<int>(0);
  const auto count_exit = [] { ++*exits; };
  const auto expect_one_exit = [](const std::function<int()> &program) {
    const Setting setting(forced(3));
    *exits = 0;
    outcome_of(program);
    EXPECT_EQ(*exits, 1);
  };
  expect_one_exit([&] {
    std::atexit(count_exit);
    return program_that_ends([] { std::exit(3); });
  });
  expect_one_exit([&] {
    std::atexit(count_exit);
    return program_that_ends([] {});
  });
  expect_one_exit([&] {
    std::at_quick_exit(count_exit);
    return program_that_ends([] { std::quick_exit(3); });
  });
  munmap(shared, 4096);
}

TEST_F(DeathTest, ABodyThatDiesTwiceRunsNativelyFromThere) {
  const Setting setting(forced(3));
  std::vector<std::uint64_t> numbers;
  const std::uint64_t rest = run(
      site, 100,
      [](std::uint64_t k, std::uint64_t &result) {
        if (k == 33)
          raise(SIGKILL);
        return square(k, result);
      },
      [&](std::uint64_t number) { numbers.push_back(number); });
  EXPECT_EQ(rest, 33u);
  EXPECT_EQ(numbers, squares(33));
}

TEST_F(DeathTest, ProcessesThatTheBodyStartedEndWithTheWorker) {
  // Iteration 0 leaves the loop while the others sleep in processes of their
  // own.
  auto *pids = static_cast<pid_t *>(mmap(nullptr, 4096, PROT_READ | PROT_WRITE,
                                         MAP_SHARED | MAP_ANONYMOUS, -1, 0));
  {
    const Setting setting(forced(3));
    const std::uint64_t rest = run(
        site, 3,
        [pids](std::uint64_t k, std::uint64_t &) {
          if (k == 0) {
            while (__atomic_load_n(&pids[1], __ATOMIC_SEQ_CST) == 0 ||
                   __atomic_load_n(&pids[2], __ATOMIC_SEQ_CST) == 0)
              usleep(1000);
            return false;
          }
          const pid_t child = fork();
          if (child == 0)
            for (;;)
              pause();
          __atomic_store_n(&pids[k], child, __ATOMIC_SEQ_CST);
          return waitpid(child, nullptr, 0) == child;
        },
        [](std::uint64_t) {});
    EXPECT_EQ(rest, 0u);
  }
  // They are nobody's children now; a process 1 that reaps nobody leaves them
  // as zombies.
  const auto gone = [](pid_t pid) {
    const std::string status =
        paraloop::read_text("/proc/" + std::to_string(pid) + "/status");
    return status.empty() || status.find("zombie") != std::string::npos;
  };
  for (int waited = 0; waited < 2000 && !(gone(pids[1]) && gone(pids[2]));
       ++waited)
    usleep(1000);
  EXPECT_TRUE(gone(pids[1]));
  EXPECT_TRUE(gone(pids[2]));
  munmap(pids, 4096);
}

/// A worker that damages the record of chunk 1 once, after it has published it.
[[noreturn]] void work_and_damage(paraloop::Region &region,
                                  std::atomic<bool> &damaged) {
  for (paraloop::Chunk chunk; region.claim(chunk);) {
    region.writer().value(chunk.first * chunk.first);
    auto *const published = const_cast<std::byte *>(region.writer().data());
    region.commit();
    if (chunk.index == 1 && !damaged) {
      published[0] ^= std::byte{1};
      damaged = true;
    }
  }
  region.exit_worker();
}

TEST_F(DeathTest, ADamagedRecordIsNoticedAndTheRestRunsNatively) {
  const Setting setting(forced(1));
  void *const shared = mmap(nullptr, 4096, PROT_READ | PROT_WRITE,
                            MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  auto &damaged = *new (shared) std::atomic<bool>(false);
  std::vector<std::uint64_t> numbers;
  {
    paraloop::Region region(site, 10);
    for (paraloop::Step step;
         (step = region.next()) != paraloop::Step::finished;) {
      if (step == paraloop::Step::work)
        work_and_damage(region, damaged);
      numbers.push_back(region.record().value<std::uint64_t>());
      while (!damaged) // chunk 0 is applied so slowly that chunk 1 is damaged
                       // meanwhile
        usleep(100);
    }
    EXPECT_EQ(region.resume_at(), 1u);
  }
  EXPECT_EQ(numbers, squares(1));
  munmap(shared, 4096);
}

TEST_F(DeathTest, WorkersDieWithTheParent) {
  // The workers hold the write end of a pipe, which reaches its end only when
  // all of them are gone.
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const Outcome outcome = outcome_of(
      [&] {
        close(ends[0]);
        const Setting setting(forced(3));
        results(site, 3, [&](std::uint64_t, std::uint64_t &) {
          [[maybe_unused]] const ssize_t written = write(ends[1], "x", 1);
          sleep(1000);
          return true;
        });
        return 0;
      },
      [&, killed = false](pid_t pid) mutable {
        char byte;
        if (!killed && read(ends[0], &byte, 1) == 1)
          killed = kill(pid, SIGKILL) == 0;
      });
  EXPECT_EQ(outcome.status, SIGKILL);
  close(ends[1]);
  char rest[16];
  while (read(ends[0], rest, sizeof rest) > 0) {
  }
  close(ends[0]);
}

/// Iteration 42 ends the first `times` workers that run it.
int loop_that_crashes(const paraloop::Options &options, std::uint32_t times) {
  void *memory = mmap(nullptr, 4096, PROT_READ | PROT_WRITE,
                      MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  auto *crashed = new (memory) std::atomic<std::uint32_t>(0);
  const Setting setting(forced(3));
  paraloop::Site site("crash.cpp", 5, options);
  const auto numbers =
      results(site, 100, [&](std::uint64_t k, std::uint64_t &result) {
        if (k == 42 && paraloop::in_worker() && crashed->fetch_add(1) < times)
          abort();
        return square(k, result);
      });
  std::printf("%u", crashed->load());
  return numbers == squares(100) ? 0 : 1;
}

TEST_F(DeathTest, IterationsThatCrashAreRunAgainAsOftenAsAsked) {
  using paraloop::OnCrash;
  using paraloop::Options;
  const auto attempts = [](const Options &options) {
    const Outcome outcome =
        outcome_of([&] { return loop_that_crashes(options, 1000); });
    EXPECT_EQ(outcome.status, 0) << outcome;
    return outcome.out;
  };
  EXPECT_EQ(attempts(Options()), "2");
  EXPECT_EQ(attempts(Options().on_crash(OnCrash::retry)), "2");
  EXPECT_EQ(attempts(Options().retries(4)), "5");
  EXPECT_EQ(attempts(Options().retries(0)), "1");
  EXPECT_EQ(attempts(Options().on_crash(OnCrash::native)), "1");
}

TEST_F(DeathTest, ACrashCanBeAnError) {
  const auto error = paraloop::Options().on_crash(paraloop::OnCrash::error);
  const Outcome outcome =
      outcome_of([&] { return loop_that_crashes(error, 1000); });
  EXPECT_EQ(outcome.status, W_EXITCODE(125, 0)) << outcome;
  EXPECT_NE(outcome.err.find("crash.cpp:5: iteration 42: worker "),
            std::string::npos)
      << outcome;
  EXPECT_NE(outcome.err.find("ended by signal 6"), std::string::npos);
  const auto later = paraloop::Options(error).retries(1);
  EXPECT_EQ(outcome_of([&] { return loop_that_crashes(later, 1); }).status, 0);
}

} // namespace
} // namespace paraloop_test
