// What a child stores in a shared variable, the parent has; nothing stays
// mapped.

#include "paraloop/paraloop.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <fstream>
#include <iterator>
#include <new>
#include <numeric>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace {

template <class F> void in_child(const F &body) {
  const pid_t child = fork();
  if (child == 0) {
    body();
    _exit(0);
  }
  int status = 0;
  ASSERT_EQ(child, waitpid(child, &status, 0));
  ASSERT_EQ(0, status);
}

std::size_t mappings() {
  std::ifstream maps("/proc/self/maps");
  std::size_t count = 0;
  for (std::string line; std::getline(maps, line);)
    count += line.find("zero") != std::string::npos;
  return count;
}

TEST(SharedTest, AValueComesBack) {
  struct Best {
    double score = 1;
    int index = -1;
  };
  paraloop::SharedVariable<Best> best;
  EXPECT_EQ(-1, best->index);
  in_child([&] { best = Best{2.5, 7}; });
  EXPECT_EQ(2.5, best.value().score);
  EXPECT_EQ(7, best->index);
}

TEST(SharedTest, AnArrayComesBack) {
  paraloop::SharedVariable<std::int64_t[]> squares(100000);
  EXPECT_EQ(0, squares[99999]);
  in_child([&] {
    for (std::size_t i = 0; i < squares.size(); ++i)
      squares[i] = static_cast<std::int64_t>(i * i);
  });
  EXPECT_EQ(99999LL * 99999, squares[99999]);
  EXPECT_EQ(333328333350000,
            std::accumulate(squares.begin(), squares.end(), std::int64_t{0}));
}

TEST(SharedTest, NothingStaysMapped) {
  const std::size_t before = mappings();
  {
    paraloop::SharedVariable<int[]> array(5000);
    paraloop::SharedVariable<int[]> moved(std::move(array));
    paraloop::SharedVariable<int[]> empty(0);
    paraloop::SharedVariable<long> value(3);
    const paraloop::SharedVariable<long> other(std::move(value));
    EXPECT_EQ(3, other);
    EXPECT_EQ(5000u, moved.size());
    EXPECT_EQ(empty.begin(), empty.end());
    EXPECT_EQ(before + 2, mappings());
  }
  EXPECT_EQ(before, mappings());
}

TEST(SharedTest, TooMuchIsBadAlloc) {
  EXPECT_THROW(paraloop::SharedVariable<double[]>(SIZE_MAX / 4),
               std::bad_alloc);
  EXPECT_THROW(paraloop::SharedVariable<char[]>(SIZE_MAX / 2), std::bad_alloc);
}

} // namespace
