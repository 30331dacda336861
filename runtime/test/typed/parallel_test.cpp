// parallel() gives what a plain loop over the items gives, in the items' order.

#include "paraloop/parallel.h"

#include "workers_test.h"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <list>
#include <numeric>
#include <string>
#include <sys/resource.h>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace {

using paraloop::parallel;
using paraloop::ParallelOptions;
using paraloop::Subrange;

class ParallelTest : public paraloop_test::WorkersTest {
protected:
  static ParallelOptions options() {
    return ParallelOptions().num_processes(GetParam());
  }
};
PARALOOP_WITH_WORKERS(ParallelTest);

std::vector<int> numbers(int count) {
  std::vector<int> items(static_cast<std::size_t>(count));
  std::iota(items.begin(), items.end(), 0);
  return items;
}

int square(int x) { return x * x; }
std::string decorate(const std::string &text, const std::string &left, int n) {
  return left + text + std::to_string(n);
}

TEST_P(ParallelTest, OneResultForEachItem) {
  const std::vector<int> squares = parallel(options(), square, numbers(100));
  ASSERT_EQ(squares.size(), 100U);
  for (int i = 0; i < 100; ++i)
    EXPECT_EQ(squares[static_cast<std::size_t>(i)], i * i);
}

TEST_P(ParallelTest, RunsInWorkers) {
  const auto where = [](int) { return paraloop::in_worker(); };
  const std::vector<bool> workers = parallel(options(), where, numbers(20));
  EXPECT_EQ(workers, std::vector<bool>(20, true));
}

TEST_P(ParallelTest, FurtherArgumentsArePassedOn) {
  const std::list<std::string> items{"a", "b", "c"};
  EXPECT_EQ(parallel(options(), decorate, items, "<", 5),
            (std::vector<std::string>{"<a5", "<b5", "<c5"}));
  int items_in_array[] = {1, 2, 3};
  EXPECT_EQ(
      parallel(
          options(), [](int x, int y) { return x * y; }, items_in_array, 10),
      (std::vector<int>{10, 20, 30}));
}

TEST_P(ParallelTest, ResultsNeedNoDefaultConstructor) {
  struct Wrapped {
    explicit Wrapped(int x) : value(x) {}
    int value;
  };
  const auto wrap = [](int x) { return Wrapped(x); };
  const auto results = parallel(options(), wrap, numbers(9));
  ASSERT_EQ(results.size(), 9U);
  EXPECT_EQ(results[8].value, 8);
}

TEST_P(ParallelTest, NothingForFunctionsThatReturnNothing) {
  const auto print = [](int x) { std::printf("%d;", x); };
  static_assert(
      std::is_void_v<decltype(parallel(options(), print, numbers(1)))>);
  testing::internal::CaptureStdout();
  parallel(options(), print, numbers(12));
  EXPECT_EQ(testing::internal::GetCapturedStdout(),
            "0;1;2;3;4;5;6;7;8;9;10;11;");
}

TEST_P(ParallelTest, TheEarliestExceptionComesOut) {
  const auto risky = [](int x) {
    if (x == 40 || x == 70)
      throw std::out_of_range("item " + std::to_string(x));
    return x;
  };
  for (const bool to_file : {false, true})
    try {
      parallel(options().write_to_file(to_file), risky, numbers(100));
      ADD_FAILURE() << "nothing was thrown";
    } catch (const std::out_of_range &error) {
      EXPECT_STREQ(error.what(), "item 40");
    }
}

TEST_P(ParallelTest, NoItems) {
  EXPECT_TRUE(parallel(options(), square, std::vector<int>()).empty());
  const auto sum = [](const std::vector<int> &part) { return part.size(); };
  EXPECT_TRUE(parallel(options(), sum, std::vector<int>()).empty());
}

TEST_P(ParallelTest, VectorsOfPartsAreFlattened) {
  const auto evens = [](const std::vector<int> &part, int factor) {
    std::vector<std::string> found;
    for (int x : part)
      if (x % 2 == 0)
        found.push_back(std::to_string(x * factor));
    return found;
  };
  const std::vector<std::string> found =
      parallel(options(), evens, numbers(101), 3);
  ASSERT_EQ(found.size(), 51U);
  for (std::size_t i = 0; i < found.size(); ++i)
    EXPECT_EQ(found[i], std::to_string(i * 6));
}

TEST_P(ParallelTest, OtherResultsOfPartsStayOneForEachPart) {
  const auto sum = [](Subrange<std::vector<int>::const_iterator> part) {
    return std::accumulate(part.begin(), part.end(), 0);
  };
  const std::vector<int> items = numbers(100);
  const std::vector<int> sums = parallel(options(), sum, items);
  EXPECT_EQ(sums.size(), GetParam());
  EXPECT_EQ(std::accumulate(sums.begin(), sums.end(), 0), 4950);
  EXPECT_TRUE(std::is_sorted(sums.begin() + 1, sums.end()));
}

TEST_P(ParallelTest, GenericFunctionsOfParts) {
  const auto count = [](const auto &part) {
    return std::vector<bool>(part.size(), true);
  };
  EXPECT_EQ(paraloop::parallel_parts(options(), count, numbers(50)),
            std::vector<bool>(50, true));
  const auto print = [](const auto &part) { std::printf("%zu;", part.size()); };
  testing::internal::CaptureStdout();
  paraloop::parallel_parts(options(), print, std::list<int>{1, 2});
  const std::string expected = GetParam() == 1 ? "2;" : "1;1;";
  EXPECT_EQ(testing::internal::GetCapturedStdout(), expected);
}

TEST_P(ParallelTest, PartsWithoutOptions) {
  const auto identity = [](const std::vector<int> &part) { return part; };
  EXPECT_EQ(parallel(identity, numbers(10)), numbers(10));
  EXPECT_EQ(parallel(square, numbers(3)), (std::vector<int>{0, 1, 4}));
}

std::vector<double> large(int x) {
  return std::vector<double>(static_cast<std::size_t>(x) << 16, x);
}

TEST_P(ParallelTest, LargeResultsThroughAFile) {
  const auto results = parallel(options().write_to_file(), large, numbers(12));
  ASSERT_EQ(results.size(), 12U);
  for (int x = 0; x < 12; ++x)
    EXPECT_EQ(results[static_cast<std::size_t>(x)], large(x));
}

/// Folder names TMPDIR for the duration of a test.
class Folder {
public:
  explicit Folder(const std::string &path) {
    setenv("TMPDIR", path.c_str(), 1);
  }
  ~Folder() { unsetenv("TMPDIR"); }
};

TEST_P(ParallelTest, AFileThatCannotBeMadeIsAClearError) {
  const Folder folder("/nowhere/at/all");
  try {
    parallel(options().write_to_file(), large, numbers(3));
    ADD_FAILURE() << "nothing was thrown";
  } catch (const std::system_error &error) {
    EXPECT_NE(std::string(error.what()).find("/nowhere/at/all"),
              std::string::npos);
    EXPECT_EQ(error.code().value(), ENOENT);
  }
}

TEST_P(ParallelTest, NothingIsLeftInTheFolder) {
  const auto path = std::filesystem::temp_directory_path() /
                    ("paraloop-test-" + std::to_string(getpid()));
  std::filesystem::create_directory(path);
  {
    const Folder folder(path);
    parallel(options().write_to_file(), large, numbers(4));
  }
  EXPECT_TRUE(std::filesystem::is_empty(path));
  std::filesystem::remove_all(path);
}

/// A limit on the size of files, set in the worker alone, stands for a full
/// disk.
std::vector<double> large_on_a_full_disk(int x) {
  if (paraloop::in_worker() && x == 3) {
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{1000, 1000};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  return large(x);
}

TEST_P(ParallelTest, AFullDiskIsAClearError) {
  try {
    parallel(options().write_to_file(), large_on_a_full_disk, numbers(6));
    ADD_FAILURE() << "nothing was thrown";
  } catch (const std::system_error &error) {
    EXPECT_EQ(error.code().value(), EFBIG);
    EXPECT_NE(std::string(error.what()).find("TMPDIR"), std::string::npos);
  }
}

} // namespace
