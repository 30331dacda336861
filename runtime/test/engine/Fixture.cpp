// Fixture.cpp: in: programs. Out: their outcomes, and what they leave behind.

#include "Fixture.h"

#include "ProcFs.h"
#include "Processes.h"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <sstream>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace paraloop_test {
namespace {

std::string descriptors() {
  std::vector<int> open;
  for (int descriptor = 0; descriptor < 1024; ++descriptor)
    if (fcntl(descriptor, F_GETFD) >= 0)
      open.push_back(descriptor);
  return ::testing::PrintToString(open);
}

std::string signals() {
  std::ostringstream text;
  sigset_t mask;
  pthread_sigmask(SIG_SETMASK, nullptr, &mask);
  for (int signal = 1; signal < 32; ++signal) {
    struct sigaction action {};
    sigaction(signal, nullptr, &action);
    text << sigismember(&mask, signal)
         << reinterpret_cast<void *>(action.sa_handler) << ' ';
  }
  return text.str();
}

/// Anonymous shared mappings show as "/dev/zero (deleted)".
long shared_mappings() {
  std::istringstream maps(paraloop::read_text("/proc/self/maps"));
  long count = 0;
  for (std::string line; std::getline(maps, line);)
    count += line.find("/dev/zero") != std::string::npos;
  return count;
}

std::string content(int file) {
  std::string text(static_cast<std::size_t>(lseek(file, 0, SEEK_END)), '\0');
  if (pread(file, text.data(), text.size(), 0) !=
      static_cast<ssize_t>(text.size()))
    text = "(can't be read)";
  close(file);
  return text;
}

int capture_file() {
  return paraloop::move_up(memfd_create("test-output", MFD_CLOEXEC));
}

} // namespace

Setting::Setting(const std::vector<std::string> &settings) {
  for (const std::string &setting : settings) {
    const std::size_t equal = setting.find('=');
    names_.push_back(setting.substr(0, equal));
    setenv(names_.back().c_str(), setting.c_str() + equal + 1, 1);
  }
}

Setting::~Setting() {
  for (const std::string &name : names_)
    unsetenv(name.c_str());
}

std::vector<std::string> forced(unsigned count) {
  return {"PARALOOP_FORCE=1",
          "PARALOOP_NUM_PROCESSES=" + std::to_string(count)};
}

std::ostream &operator<<(std::ostream &stream, const Outcome &outcome) {
  return stream << "status " << outcome.status << "\nstdout:\n"
                << outcome.out << "\nstderr:\n"
                << outcome.err;
}

Outcome outcome_of(const std::function<int()> &program, const Watch &watch) {
  const int out = capture_file(), err = capture_file();
  std::fflush(nullptr);
  const pid_t pid = fork();
  if (pid == 0) {
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    std::exit(program());
  }
  Outcome outcome;
  while (waitpid(pid, &outcome.status, watch ? WNOHANG : 0) == 0)
    watch(pid);
  outcome.out = content(out);
  outcome.err = content(err);
  return outcome;
}

void expect_same(const std::function<int()> &program) {
  const auto with = [&](const std::vector<std::string> &settings) {
    const Setting setting(settings);
    return outcome_of(program);
  };
  const Outcome sequential = with({"PARALOOP_DISABLE=1"});
  for (const unsigned count : {1u, 2u, 3u, 7u})
    EXPECT_EQ(with(forced(count)), sequential) << count << " workers";
}

std::string left_behind() {
  std::ostringstream text;
  siginfo_t info{};
  const bool child = waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) == 0;
  text << "child: " << child << "\ndescriptors: " << descriptors()
       << "\nsignals: " << signals()
       << "\nshared mappings: " << shared_mappings() << "\n";
  return text.str();
}

bool square(std::uint64_t k, std::uint64_t &result) {
  result = k * k;
  return true;
}

std::vector<std::uint64_t> squares(std::uint64_t count) {
  std::vector<std::uint64_t> numbers;
  for (std::uint64_t k = 0; k < count; ++k)
    numbers.push_back(k * k);
  return numbers;
}

// In the constructor, so that members of derived fixtures can set variables.
EngineTest::EngineTest() {
  for (const char *name :
       {"PARALOOP_NUM_PROCESSES", "PARALOOP_DISABLE", "PARALOOP_FORCE",
        "PARALOOP_STRICT", "PARALOOP_VERBOSE", "PARALOOP_REPORT",
        "PARALOOP_TEST_FAULT", "PARALOOP_CHECK", "PARALOOP_CHECK_IGNORE"})
    unsetenv(name);
}

void EngineTest::SetUp() { before_ = left_behind(); }

void EngineTest::TearDown() { EXPECT_EQ(left_behind(), before_); }

} // namespace paraloop_test
