// With PARALOOP_CHECK=1, what a body changes without that anybody is told ends
// the program, and nothing else does.

#include "Fixture.h"
#include "Hidden.h"

#include "Baseline.h"
#include "ElfFile.h"
#include "VariableNames.h"

#include <cstdio>
#include <fstream>
#include <iostream>
#include <sys/wait.h>
#include <unistd.h>

namespace paraloop_test {
namespace {

using LostWritesTest = EngineTest;

std::vector<std::string> checked(unsigned count) {
  return {"PARALOOP_CHECK=1",
          "PARALOOP_NUM_PROCESSES=" + std::to_string(count)};
}

/// Runs a loop of 20 iterations, one a chunk, that prints what it applies.
int loop_with(const std::function<void(std::uint64_t)> &hidden) {
  paraloop::Site site("hidden.cpp", 12, paraloop::Options().chunk(1));
  const std::uint64_t rest = run(
      site, 20,
      [&](std::uint64_t k, std::uint64_t &result) {
        hidden(k);
        return square(k, result);
      },
      [](std::uint64_t number) { std::cout << number << '\n'; });
  return rest == 20 ? 0 : 1;
}

void expect_finding(const std::function<void(std::uint64_t)> &hidden,
                    const std::string &name) {
  for (const unsigned count : {1u, 3u}) {
    const Setting setting(checked(count));
    const Outcome outcome = outcome_of([&] { return loop_with(hidden); });
    EXPECT_EQ(outcome.status, W_EXITCODE(125, 0)) << name;
    EXPECT_NE(outcome.err.find("hidden.cpp:12: iteration 3 changed " + name),
              std::string::npos)
        << outcome;
    EXPECT_EQ(outcome.out, "0\n1\n4\n") << name;
  }
}

void expect_nothing(const std::function<void(std::uint64_t)> &body) {
  const auto program = [&] { return loop_with(body); };
  const Outcome plain = [&] {
    const Setting setting(forced(2));
    return outcome_of(program);
  }();
  EXPECT_EQ(plain.status, 0);
  for (const unsigned count : {1u, 2u, 3u, 7u}) {
    const Setting setting(checked(count));
    EXPECT_EQ(outcome_of(program), plain);
  }
}

TEST_F(LostWritesTest, AGlobalIsNamed) {
  expect_finding([](std::uint64_t k) { count_from(3, k); },
                 "'paraloop_test::hidden_count' (in paraloop_engine_test). ");
}

TEST_F(LostWritesTest, AStaticLocalIsNamed) {
  expect_finding([](std::uint64_t k) { count_in_static(3, k); },
                 "'paraloop_test::count_in_static");
}

TEST_F(LostWritesTest, AnElementOfALargeArrayIsNamed) {
  expect_finding([](std::uint64_t k) { touch_array(3, k); },
                 "'paraloop_test::hidden_array' from its byte 3000000 on");
}

TEST_F(LostWritesTest, ALocalOfACallerIsFound) {
  std::uint64_t local = 0;
  expect_finding(
      [&local](std::uint64_t k) { local = k < 3 ? 0 : k; },
      "a local variable of a function that called the loop's (at 0x");
}

TEST_F(LostWritesTest, OfSeveralVariablesEachIsNamed) {
  const Setting setting(checked(2));
  const Outcome outcome = outcome_of([] {
    return loop_with([](std::uint64_t k) {
      count_from(3, k);
      touch_array(3, k);
    });
  });
  EXPECT_NE(outcome.err.find("hidden_array"), std::string::npos) << outcome;
  EXPECT_NE(outcome.err.find("hidden_count"), std::string::npos) << outcome;
}

TEST_F(LostWritesTest, NamesCanBeIgnored) {
  const auto ignore = [](const std::string &names) {
    std::vector<std::string> settings = checked(2);
    settings.push_back("PARALOOP_CHECK_IGNORE=" + names);
    const Setting setting(settings);
    return outcome_of([] {
             return loop_with([](std::uint64_t k) { count_from(3, k); });
           })
        .status;
  };
  EXPECT_EQ(ignore("hidden_count"), 0);
  EXPECT_EQ(ignore("other,paraloop_test::hidden_count"), 0);
  EXPECT_EQ(ignore("count,hidden"), W_EXITCODE(125, 0));
}

TEST_F(LostWritesTest, WhatABodyMayDoIsNoFinding) {
  expect_nothing([](std::uint64_t) {});
  expect_nothing([](std::uint64_t k) { read_initialized(k); });
  expect_nothing([](std::uint64_t k) { change_and_change_back(k); });
  expect_nothing([](std::uint64_t k) { change_thread_local(k); });
  expect_nothing([](std::uint64_t k) {
    std::cout << "iteration " << k << std::endl;
    std::printf("%d\n", 7);
    std::fprintf(stderr, "%d\n", 8);
  });
  expect_nothing([](std::uint64_t k) {
    try {
      throw std::runtime_error(std::to_string(k));
    } catch (const std::exception &) {
    }
  });
}

TEST_F(LostWritesTest, AnIterationThatLeavesTakesItsChunkAlong) {
  const auto program = [] {
    hidden_count = 0;
    paraloop::Site whole("hidden.cpp", 13, paraloop::Options().chunk(5));
    const auto body = [](std::uint64_t k, std::uint64_t &) {
      count_from(0, k);
      return k != 3;
    };
    const std::size_t count = results(whole, 20, body).size();
    return count == 3 && hidden_count == 4 ? 0 : 1;
  };
  const Setting setting(checked(2));
  EXPECT_EQ(outcome_of(program).status, 0);
}

TEST_F(LostWritesTest, IterationsThatTheProgramNeverRunsDontCount) {
  const Setting setting(checked(3));
  const Outcome outcome = outcome_of([] {
    paraloop::Site site("hidden.cpp", 14, paraloop::Options().chunk(1));
    const auto body = [](std::uint64_t k, std::uint64_t &) {
      if (k == 0)
        usleep(50000);
      if (k > 1)
        count_from(0, k);
      return k != 1;
    };
    return results(site, 20, body).size() == 1 ? 0 : 1;
  });
  EXPECT_EQ(outcome.status, 0) << outcome;
}

TEST_F(LostWritesTest, ABaselineSeesExactlyTheChangedBytes) {
  alignas(8) char memory[32] = {};
  const auto begin = reinterpret_cast<std::uintptr_t>(memory);
  paraloop::Baseline baseline({{{begin + 1, begin + 30}, false}});
  EXPECT_TRUE(baseline.differences().empty());
  volatile char *bytes = memory;
  bytes[9] = bytes[10] = bytes[12] = 1;
  const auto found = baseline.differences();
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].begin, begin + 9);
  EXPECT_EQ(found[0].end, begin + 11);
  EXPECT_EQ(found[1].begin, begin + 12);
  baseline.accept({begin + 9, begin + 11});
  EXPECT_EQ(baseline.differences().size(), 1u);
  baseline.accept({begin, begin + 32});
  EXPECT_TRUE(baseline.differences().empty());
}

TEST_F(LostWritesTest, AFileThatMakesNoSenseHasNoVariables) {
  const std::string path = "/proc/self/exe";
  std::ifstream own(path, std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(own), {});
  char name[] = "/tmp/paraloop-elf-XXXXXX";
  close(mkstemp(name));
  for (const std::size_t size : {0, 1, 20, 63, 64, 1000, 100000})
    for (const int damage : {0, 1, 2}) {
      std::string cut = bytes.substr(0, size);
      for (std::size_t i = 16; damage != 0 && i < cut.size(); i += 7)
        cut[i] = static_cast<char>(damage == 1 ? 0xff : i);
      std::ofstream(name, std::ios::binary) << cut;
      const paraloop::ElfFile file(name);
      EXPECT_FALSE(file.is_loaded_as(nullptr, 0));
      EXPECT_TRUE(file.variables().empty());
    }
  unlink(name);
  EXPECT_FALSE(paraloop::ElfFile(path).variables().empty());
  EXPECT_TRUE(paraloop::ElfFile("/nowhere").variables().empty());
}

TEST_F(LostWritesTest, NamesTellWhoseVariableItIs) {
  const auto ours = [](const std::string &name) {
    return paraloop::is_of_the_program({{0, 8}, name, "", false});
  };
  for (const char *name : {"calls", "_ZL5calls", "_ZZ1fvE5calls", "_calls",
                           "_ZN12_GLOBAL__N_15callsE", "_ZN6Widget5callsE"})
    EXPECT_TRUE(ours(name)) << name;
  for (const char *name :
       {"_ZSt4cout", "_ZStL8__ioinit", "_ZN8paraloop4siteE", "__gcov0.main",
        "_ZZ1fvE13paraloop_site", "_ZN6__asan3oneE", "__profc_main",
        "_ZGVZNSt6locale7classicEvE1c", "_ZNSt6locale5_implE"})
    EXPECT_FALSE(ours(name)) << name;
  EXPECT_EQ(paraloop::readable("_ZZ1fvE5calls"), "f()::calls");
  EXPECT_EQ(paraloop::readable("calls.0"), "calls");
  EXPECT_EQ(paraloop::guard_of("_ZZ1fvE5calls"), "_ZGVZ1fvE5calls");
}

} // namespace
} // namespace paraloop_test
