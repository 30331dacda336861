// What a body prints reaches stdout and stderr as in the sequential program,
// byte for byte.

#include "Fixture.h"
#include "ProcFs.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <iomanip>
#include <iostream>
#include <poll.h>
#include <random>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace paraloop_test {
namespace {

using OutputTest = EngineTest;

/// A program whose body does `print` with each k, and prints before and after
/// the loop too.
template <class Print>
auto printing(const Print &print, std::uint64_t count = 300) {
  return [=] {
    paraloop::Site site("test.cpp", 9);
    std::printf("before\n");
    const auto numbers =
        results(site, count, [&](std::uint64_t k, std::uint64_t &result) {
          print(static_cast<int>(k));
          return square(k, result);
        });
    std::printf("after\n");
    return numbers == squares(count) ? 0 : 1;
  };
}

/// The same with stdout and stderr as one file.
template <class Program> auto joined(const Program &program) {
  return [=] {
    dup2(STDOUT_FILENO, STDERR_FILENO);
    return program();
  };
}

TEST_F(OutputTest, OfEachStream) {
  expect_same(printing([](int k) { std::printf("%d\n", k); }));
  expect_same(printing([](int k) { std::cout << k << '\n'; }));
  expect_same(printing([](int k) { std::cout << k << std::endl; }));
  expect_same(printing([](int k) { std::cerr << k << '\n'; }));
  expect_same(printing([](int k) { std::clog << k << '\n'; }));
  expect_same(printing([](int k) {
    std::cout << "out " << k << '\n';
    std::cerr << "err " << k << '\n';
  }));
  expect_same(printing([](int k) {
    [[maybe_unused]] const ssize_t written = write(1, "raw\n", k % 5);
  }));
}

TEST_F(OutputTest, OfChildrenOfTheBody) {
  expect_same(printing(
      [](int k) {
        std::cout << k << std::endl;
        [[maybe_unused]] const int status = std::system("echo from a child");
      },
      20));
}

TEST_F(OutputTest, OfUnsynchronisedStreams) {
  expect_same([] {
    std::ios_base::sync_with_stdio(false);
    paraloop::Site site("test.cpp", 9);
    std::cout << "before\n";
    results(site, 300, [](std::uint64_t k, std::uint64_t &result) {
      std::cout << "out " << k << '\n';
      std::clog << "log " << k << '\n';
      return square(k, result);
    });
    std::cout << "after\n";
    return 0;
  });
}

TEST_F(OutputTest, OfMuchText) {
  expect_same(printing([](int k) {
    std::cout << std::string(static_cast<std::size_t>(k) * 100, 'x') << '\n';
  }));
}

/// The bytes that the capture files of this process's workers take.
std::size_t captured_bytes() {
  std::size_t bytes = 0;
  for (const pid_t worker : paraloop::descendants(getpid())) {
    struct stat info {};
    const std::string file = "/proc/" + std::to_string(worker) + "/fd/1";
    if (stat(file.c_str(), &info) == 0)
      bytes += static_cast<std::size_t>(info.st_blocks) * 512;
  }
  return bytes;
}

TEST_F(OutputTest, OfWorkersThatAreFarAheadIsBounded) {
  std::size_t most = 0;
  const Outcome outcome = outcome_of([&] {
    const Setting setting(forced(2));
    paraloop::Site site("test.cpp", 9, paraloop::Options().chunk(1));
    dup2(open("/dev/null", O_WRONLY), 1);
    const std::string text(std::size_t{1} << 20, 'x');
    run(
        site, 300,
        [&](std::uint64_t, std::uint64_t &result) {
          std::cout << text;
          result = 1;
          return true;
        },
        [&](std::uint64_t) {
          // The first update takes so long that the workers could do all.
          for (int i = 0; most == 0 && i < 100; ++i)
            usleep(10000);
          most = std::max(most, captured_bytes());
        });
    return static_cast<int>(most >> 20);
  });
  EXPECT_GT(WEXITSTATUS(outcome.status), 1);
  EXPECT_LT(WEXITSTATUS(outcome.status), 180);
}

TEST_F(OutputTest, IntoOneFile) {
  expect_same(joined(printing([](int k) { std::printf("%d\n", k); })));
  expect_same(joined(printing([](int k) { std::cerr << k << '\n'; })));
  expect_same(joined(printing([](int k) {
    std::cout << "out " << k << '\n';
    std::cerr << "err " << k << '\n';
  })));
  expect_same(joined(printing([](int k) {
    std::cout << "out " << k << std::endl;
    std::cerr << "err " << k << '\n';
  })));
  expect_same(joined(printing(
      [](int k) { (k % 3 == 0 ? std::cerr : std::cout) << k << '\n'; })));
  expect_same(joined(printing([](int k) {
    std::cerr << "err " << k << '\n';
    std::cout << "out " << k << std::endl;
  })));
  // Fills the buffer again and again, between two writes to stderr.
  expect_same(joined(printing([](int k) {
    std::cerr << "err " << k << '\n';
    std::cout << "out " << std::string(1000, 'x') << '\n';
    std::cerr << "again " << k << '\n';
  })));
}

TEST_F(OutputTest, IntoOneFileThroughStdio) {
  const auto print = [](int k) {
    if (k % 3 == 0)
      std::fprintf(stderr, "err %d\n", k);
    std::printf("out %d\n", k);
  };
  expect_same(joined(printing(print, 1000)));
  expect_same(joined([=] { // stdout isn't used before the loop
    paraloop::Site site("test.cpp", 9);
    results(site, 1000, [&](std::uint64_t k, std::uint64_t &) {
      print(static_cast<int>(k));
      return true;
    });
    return 0;
  }));
}

TEST_F(OutputTest, IntoOneFileDoesntNeedTheNativeLoop) {
  const Setting setting(forced(3));
  const Outcome outcome = outcome_of(joined([] {
    paraloop::Site site("test.cpp", 9);
    std::printf("before\n");
    const Body body = [](std::uint64_t k, std::uint64_t &) {
      std::fprintf(stderr, "err %d\n", static_cast<int>(k));
      std::cout << std::string(500, 'x') << '\n';
      std::cerr << "again " << k << '\n';
      std::cout << "out\n";
      return true;
    };
    return run(site, 200, body, [](std::uint64_t) {}) == 200 ? 0 : 1;
  }));
  EXPECT_EQ(outcome.status, 0);
}

/// Prints something to stdout or stderr in one of the many ways there are.
void print_somehow(unsigned way, unsigned length) {
  const std::string text = std::string(length, 'a' + way % 26) + '\n';
  switch (way % 12) {
  case 0:
    std::fprintf(stderr, "err %s", text.c_str());
    break;
  case 1:
    std::cerr << "cerr " << length << text;
    break;
  case 2:
    std::clog << "clog " << text;
    break;
  case 3:
    std::cout << length << std::endl;
    break;
  case 4:
    std::fflush(stdout);
    break;
  case 5:
    std::fputs(text.c_str(), stderr);
    break;
  case 6:
    std::putchar('.');
    break;
  default:
    way % 2
        ? std::printf("%u %s", length, text.c_str())
        : static_cast<int>(std::fwrite(text.data(), 1, text.size(), stdout));
  }
}

/// The same, past the streams.
void print_rarely(unsigned way) {
  if (way % 97 == 0) {
    [[maybe_unused]] const ssize_t written = write(1, "direct out\n", 11);
  } else if (way % 97 == 1) {
    [[maybe_unused]] const ssize_t written = write(2, "direct err\n", 11);
  }
}

TEST_F(OutputTest, IntoOneFileInAnyOrder) {
  for (unsigned seed = 0; seed < 40; ++seed)
    expect_same(joined([seed] {
      paraloop::Site site("test.cpp", 9,
                          paraloop::Options().chunk(1 + seed % 20));
      if (seed % 3 == 0)
        std::printf("before\n");
      results(site, 100, [seed](std::uint64_t k, std::uint64_t &) {
        std::mt19937 random(seed * 1000 + static_cast<unsigned>(k));
        for (unsigned i = 0; i < seed % 5; ++i) {
          print_somehow(random(), random() % (seed % 2 ? 30 : 3000));
          if (seed % 4 == 3)
            print_rarely(random());
        }
        return true;
      });
      std::fprintf(stderr, "after\n");
      return 0;
    }));
}

TEST_F(OutputTest, IntoOneFileWhereLinesFillTheBufferExactly) {
  for (const int length : {8, 64, 1024, 4096})
    for (const bool at_once : {false, true})
      expect_same(joined([=] {
        paraloop::Site site("test.cpp", 9, paraloop::Options().chunk(24));
        results(site, 600, [=](std::uint64_t k, std::uint64_t &) {
          const std::string text(static_cast<std::size_t>(length), 'x');
          if (k % (at_once ? 7 : 24) == 0)
            std::fprintf(stderr, "err %d\n", static_cast<int>(k));
          for (int i = 0; i < 4096 / length; i += at_once ? 4096 : 8)
            std::fwrite(text.data(), 1, text.size(), stdout);
          return true;
        });
        std::fprintf(stderr, "after\n");
        return 0;
      }));
}

TEST_F(OutputTest, IntoOneUnbufferedFile) {
  expect_same(joined([] {
    std::setvbuf(stdout, nullptr, _IONBF, 0);
    return printing([](int k) {
      std::cout << "out " << k << '\n';
      std::cerr << "err " << k << '\n';
    })();
  }));
}

TEST_F(OutputTest, IntoOneFileOpenedTwice) {
  expect_same([] {
    char path[] = "/tmp/paraloop-test-XXXXXX";
    const int first = mkstemp(path), second = open(path, O_WRONLY);
    const int out = dup(1);
    dup2(first, 1);
    dup2(second, 2);
    printing(
        [](int k) { (k % 3 == 0 ? std::cerr : std::cout) << k << '\n'; })();
    std::fflush(stdout);
    char text[65536];
    const ssize_t size = pread(first, text, sizeof text, 0);
    unlink(path);
    return write(out, text, static_cast<std::size_t>(size)) == size ? 0 : 1;
  });
}

TEST_F(OutputTest, WithStdoutClosed) {
  expect_same([] {
    close(1);
    return printing([](int k) { std::printf("%d\n", k); })();
  });
  expect_same([] {
    close(1);
    return printing([](int k) { std::cerr << k << '\n'; })() +
           (fcntl(1, F_GETFD) >= 0) * 7;
  });
  expect_same([] {
    close(1);
    close(2);
    return printing([](int) {})();
  });
}

TEST_F(OutputTest, LosesTheSameBytesInACrash) {
  expect_same(printing([](int k) {
    std::cout << k << '\n';
    if (k == 200)
      std::abort();
  }));
  expect_same(printing([](int k) {
    std::cout << k << '\n';
    if (k == 50)
      std::cout << std::flush;
    if (k == 200)
      std::abort();
  }));
}

TEST_F(OutputTest, IntoAFullDevice) {
  expect_same([] {
    dup2(open("/dev/full", O_WRONLY), 1);
    printing([](int k) { std::cout << k << '\n'; }, 5000)();
    std::cout << std::flush;
    return (std::cout.good() ? 0 : 1) + (std::ferror(stdout) ? 2 : 0);
  });
}

/// A program whose body looks at what became of its output.
template <class Print>
auto printing_to(const char *path, int descriptor, const Print &print) {
  return [=] {
    dup2(open(path, O_WRONLY), descriptor);
    paraloop::Site site("test.cpp", 9);
    std::uint64_t failures = 0;
    for (const std::uint64_t number :
         results(site, 3000, [&](std::uint64_t k, std::uint64_t &result) {
           result = print(static_cast<int>(k));
           return true;
         }))
      failures += number;
    const bool bad = std::ferror(stdout) || std::ferror(stderr);
    dup2(open("/dev/null", O_WRONLY), descriptor);
    std::clearerr(stdout);
    dprintf(3 - descriptor, "%d failures, %d\n", static_cast<int>(failures),
            bad);
    return failures != 0 ? 1 : 0;
  };
}

TEST_F(OutputTest, ErrorsShowInTheIterationThatHasThem) {
  const auto by_printf = [](int k) {
    return static_cast<std::uint64_t>(std::printf("iteration %d\n", k) < 0);
  };
  const auto by_cout = [](int k) {
    std::cout << "iteration " << k << '\n';
    return static_cast<std::uint64_t>(!std::cout);
  };
  const auto by_cerr = [](int k) {
    if (k > 100)
      std::cerr << "iteration " << k << '\n';
    return static_cast<std::uint64_t>(!std::cerr);
  };
  const auto flushed = [](int k) {
    std::printf("iteration %d\n", k);
    errno = 0;
    return static_cast<std::uint64_t>(std::fflush(stdout) != 0 &&
                                      errno == ENOSPC);
  };
  expect_same(printing_to("/dev/full", 1, by_printf));
  expect_same(printing_to("/dev/full", 1, by_cout));
  expect_same(printing_to("/dev/full", 1, flushed));
  expect_same(printing_to("/dev/full", 2, by_cerr));
  expect_same(printing_to("/dev/null", 1, by_printf));
}

TEST_F(OutputTest, OfOtherFilesIsWrittenOnce) {
  for (const bool flush : {false, true})
    expect_same([=] {
      FILE *const file = fdopen(dup(1), "w");
      std::fprintf(file, "before\n");
      printing([=](int k) {
        if (flush)
          std::fflush(nullptr);
        if (k == 250)
          std::fprintf(file, "in an iteration\n");
      })();
      std::fprintf(file, "after\n");
      return std::fclose(file);
    });
}

TEST_F(OutputTest, IntoAPipeThatNobodyReads) {
  expect_same([] {
    int ends[2];
    if (pipe(ends) != 0)
      return 1;
    dup2(ends[1], 1);
    close(ends[0]);
    close(ends[1]);
    return printing([](int k) { std::cout << k << '\n'; }, 5000)();
  });
}

TEST_F(OutputTest, IntoAPipeThatDoesntBlock) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  std::string text;
  const Outcome outcome = outcome_of(
      [&] {
        const Setting setting(forced(2));
        dup2(ends[1], 1);
        fcntl(1, F_SETFL, O_WRONLY | O_NONBLOCK);
        const auto program =
            printing([](int) { std::cout << std::string(5000, 'x'); }, 100);
        const int status = program();
        pollfd end{1, POLLOUT,
                   0}; // what is left at exit is the program's own care
        poll(&end, 1, -1);
        return status;
      },
      [&](pid_t) {
        char block[8192];
        fcntl(ends[0], F_SETFL, O_RDONLY | O_NONBLOCK);
        const ssize_t got = read(ends[0], block, sizeof block);
        text.append(block, got > 0 ? static_cast<std::size_t>(got) : 0);
        usleep(1000);
      });
  close(ends[1]);
  char block[8192];
  for (ssize_t got; (got = read(ends[0], block, sizeof block)) > 0;)
    text.append(block, static_cast<std::size_t>(got));
  close(ends[0]);
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(text, "before\n" + std::string(500000, 'x') + "after\n");
}

TEST_F(OutputTest, KeepsTheStateOfStreams) {
  expect_same(printing([](int k) {
    std::cout << std::hex << std::setw(5) << k << std::dec << '\n';
  }));
  expect_same(printing([](int k) {
    if (k == 100)
      std::cout << std::hex;
    std::cout << k << '\n';
  }));
  expect_same(printing([](int k) {
    if (k == 100)
      std::cerr.setf(std::ios_base::showpos);
    std::cerr << k << '\n';
  }));
  expect_same(printing([](int k) {
    if (k == 100)
      std::cout.setstate(std::ios_base::failbit);
    std::cout << k << '\n';
  }));
}

TEST_F(OutputTest, KeepsTheBuffering) {
  for (const int mode : {_IONBF, _IOLBF})
    expect_same(joined(printing([=](int k) {
      if (k == 100)
        std::setvbuf(stdout, nullptr, mode, 0);
      std::printf("out %d\n", k);
      std::fprintf(stderr, "err %d\n", k);
    })));
}

TEST_F(OutputTest, OfIterationsPastTheEndIsDropped) {
  for (const std::uint64_t length : {1, 16})
    expect_same([=] {
      paraloop::Site site("test.cpp", 9, paraloop::Options().chunk(length));
      const auto numbers =
          results(site, 300, [](std::uint64_t k, std::uint64_t &result) {
            std::cout << "iteration " << k << '\n';
            return square(k, result) && k != 123;
          });
      return static_cast<int>(numbers.size());
    });
}

TEST_F(OutputTest, ComesBetweenWhatUpdatesPrint) {
  expect_same([] {
    paraloop::Site site("test.cpp", 9, paraloop::Options().chunk(1));
    const Body body = [](std::uint64_t k, std::uint64_t &result) {
      std::cout << "body " << k << '\n';
      return square(k, result);
    };
    const Apply apply = [](std::uint64_t number) {
      std::printf("update %d\n", static_cast<int>(number));
    };
    std::uint64_t result = 0;
    for (std::uint64_t k = run(site, 100, body, apply); k < 100;
         ++k, apply(result))
      body(k, result);
    return 0;
  });
}

} // namespace
} // namespace paraloop_test
