// A loop that runs in workers does what the loop alone does, for every number
// of processes.

#include "paraloop/loop.h"

#include "paraloop/partial.h"
#include "workers_test.h"

#include <list>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using paraloop::Iteration;

class LoopTest : public paraloop_test::WorkersTest {};
PARALOOP_WITH_WORKERS(LoopTest);

TEST_P(LoopTest, UpdatesAreAppliedInOrder) {
  for (const std::uint64_t chunk : {0U, 1U, 7U, 1000U}) {
    paraloop::Site loop = site(chunk);
    std::vector<int> seen;
    int in_workers = 0;
    const auto update = [&](auto &i, auto &worker) {
      seen.push_back(i);
      in_workers += worker;
    };
    const auto body = [&](int i, Iteration &iteration) {
      iteration.update(update, i, paraloop::in_worker());
    };
    int i = paraloop::run(
        loop, paraloop::counted<int>(0, 1000, 1, paraloop::less), body);
    EXPECT_EQ(i, 1000);
    EXPECT_EQ(in_workers, 1000);
    for (int k = 0; k < 1000; ++k)
      ASSERT_EQ(seen[static_cast<std::size_t>(k)], k);
  }
}

TEST_P(LoopTest, RoundingIsThatOfTheSequentialSum) {
  std::vector<double> terms;
  for (int i = 0; i < 5000; ++i)
    terms.push_back((i % 2 == 0 ? 1e12 : -1e12) / (i + 1) + 1.0 / (i + 3));
  double expected = 0.1;
  for (double term : terms)
    expected += term;
  double total = 0.1;
  paraloop::Site loop = site();
  const auto update = [&](auto &term) { total += term; };
  const auto body = [&](auto &position, Iteration &iteration) {
    iteration.update(update, *position);
  };
  for (double term : paraloop::run(loop, paraloop::elements(terms), body)) {
    ADD_FAILURE() << "ran natively";
    total += term;
  }
  EXPECT_EQ(std::memcmp(&total, &expected, sizeof total), 0);
}

TEST_P(LoopTest, ListsAreWalked) {
  std::list<std::string> words;
  for (int i = 0; i < 300; ++i)
    words.push_back("w" + std::to_string(i % 50));
  std::map<std::string, int> counts;
  std::map<std::string, int> expected;
  for (const std::string &word : words)
    ++expected[word];
  paraloop::Site loop = site();
  const auto update = [&](auto &word) { ++counts[word]; };
  const auto body = [&](auto &position, Iteration &iteration) {
    iteration.update(update, *position);
  };
  for (const std::string &word :
       paraloop::run(loop, paraloop::elements(words), body)) {
    ADD_FAILURE() << "ran natively";
    ++counts[word];
  }
  EXPECT_EQ(counts, expected);
}

/// broken_at() runs a loop of 1000 that breaks, and returns what it appended.
std::vector<int> broken_at(int last, paraloop::Site loop) {
  std::vector<int> seen;
  const auto update = [&](auto &i) { seen.push_back(i); };
  const auto body = [&](int i, Iteration &iteration) {
    iteration.update(update, i);
    if (i == last)
      return iteration.leave();
    iteration.update(update, -i);
  };
  for (int i = paraloop::run(
           loop, paraloop::counted<int>(0, 1000, 1, paraloop::less), body);
       i < 1000; ++i) {
    seen.push_back(i);
    if (i == last)
      break;
    seen.push_back(-i);
  }
  return seen;
}

TEST_P(LoopTest, BreakEndsTheLoopWhereItStands) {
  for (const int last : {0, 1, 15, 16, 700, 999})
    for (const std::uint64_t chunk : {0U, 16U, 1000U}) {
      const std::vector<int> seen = broken_at(last, site(chunk));
      ASSERT_EQ(seen.size(), static_cast<std::size_t>(2 * last + 1));
      EXPECT_EQ(seen.back(), last);
    }
}

struct Refusal {
  int number;
};

TEST_P(LoopTest, ExceptionsAreThrownByTheParent) {
  paraloop::Site loop = site();
  std::vector<int> seen;
  const auto update = [&](auto &i) { seen.push_back(i); };
  const auto body = [&](int i, Iteration &iteration) {
    if (i == 70)
      throw Refusal{i};
    iteration.update(update, i);
  };
  const auto whole = [&] {
    for (int i = paraloop::run(
             loop, paraloop::counted<int>(0, 100, 1, paraloop::less), body);
         i < 100; ++i) {
      if (i == 70)
        throw Refusal{i};
      seen.push_back(i);
    }
  };
  try {
    whole();
    ADD_FAILURE() << "nothing was thrown";
  } catch (const Refusal &refusal) {
    EXPECT_EQ(refusal.number, 70);
  }
  EXPECT_EQ(seen.size(), 70U);
}

TEST_P(LoopTest, AnUpdateMayThrow) {
  paraloop::Site loop = site();
  std::vector<int> seen;
  const auto update = [&](auto &i) {
    if (i == 30)
      throw std::runtime_error("update");
    seen.push_back(i);
  };
  const auto body = [&](int i, Iteration &iteration) {
    iteration.update(update, i);
  };
  const auto space = paraloop::counted<int>(0, 100, 1, paraloop::less);
  EXPECT_THROW(paraloop::run(loop, space, body), std::runtime_error);
  EXPECT_EQ(seen.size(), 30U);
}

TEST_P(LoopTest, LargeOperandsTravel) {
  paraloop::Site loop = site();
  std::vector<std::size_t> sizes;
  const auto update = [&](auto &text) { sizes.push_back(text.size()); };
  const auto body = [&](int i, Iteration &iteration) {
    iteration.update(update,
                     std::string(static_cast<std::size_t>(i) << 20, 'x'));
  };
  int i = paraloop::run(loop, paraloop::counted<int>(0, 20, 1, paraloop::less),
                        body);
  EXPECT_EQ(i, 20);
  ASSERT_EQ(sizes.size(), 20U);
  for (std::size_t k = 0; k < 20; ++k)
    EXPECT_EQ(sizes[k], k << 20);
}

TEST_P(LoopTest, NotPermittedMeansNative) {
  paraloop::Site loop = site();
  const auto body = [](int, Iteration &) {};
  const auto space = paraloop::counted<int>(3, 100, 1, paraloop::less);
  EXPECT_EQ(paraloop::run(loop, space, body, false), 3);
}

TEST_P(LoopTest, UnknownCountsMeanNative) {
  paraloop::Site loop = site();
  const auto body = [](unsigned, Iteration &) {};
  const auto endless =
      paraloop::counted<unsigned>(3U, 2U, 1, paraloop::not_equal);
  EXPECT_EQ(paraloop::run(loop, endless, body), 3U);

  std::istringstream text("1 2 3");
  struct Numbers {
    std::istringstream &text;
    auto begin() { return std::istream_iterator<int>(text); }
    auto end() { return std::istream_iterator<int>(); }
  } numbers{text};
  const auto walk = [](auto &, Iteration &) {};
  int sum = 0;
  for (int number : paraloop::run(loop, paraloop::elements(numbers), walk))
    sum += number;
  EXPECT_EQ(sum, 6);
}

/// Joined is a strategy of the user's own, for which order matters and the
/// start isn't neutral.
struct Joined {
  static std::string identity(const std::string &) { return ""; }
  static void aggregate(std::string &value, std::string &&partial) {
    value += partial;
  }
};

TEST_P(LoopTest, PartialsAreAggregatedInOrder) {
  for (const std::uint64_t chunk : {0U, 1U, 9U, 100U}) {
    paraloop::Site loop = site(chunk);
    paraloop::Variable<std::string, Joined> text = std::string("start");
    int count = 0;
    const auto update = [&] { ++count; };
    const auto body = [&](int i, Iteration &iteration) {
      text += "," + std::to_string(i);
      iteration.update(update);
    };
    int i =
        paraloop::run(loop, paraloop::counted<int>(0, 100, 1, paraloop::less),
                      body, true, paraloop::partial(text));
    EXPECT_EQ(i, 100);
    std::string expected = "start";
    for (int k = 0; k < 100; ++k)
      expected += "," + std::to_string(k);
    EXPECT_EQ(text, expected);
    EXPECT_EQ(count, 100);
  }
}

TEST_P(LoopTest, PartialsOfALoopThatBreaks) {
  for (const std::uint64_t chunk : {0U, 9U, 100U}) {
    paraloop::Site loop = site(chunk);
    paraloop::Variable<std::string, Joined> text = std::string("start");
    const auto body = [&](int i, Iteration &iteration) {
      text += "," + std::to_string(i);
      if (i == 50)
        return iteration.leave();
    };
    for (int i = paraloop::run(
             loop, paraloop::counted<int>(0, 100, 1, paraloop::less), body,
             true, paraloop::partial(text));
         i < 100; ++i) {
      text += "," + std::to_string(i);
      if (i == 50)
        break;
    }
    std::string expected = "start";
    for (int k = 0; k <= 50; ++k)
      expected += "," + std::to_string(k);
    EXPECT_EQ(text, expected);
  }
}

/// Longest keeps the longest text; a run of iterations begins with the start.
struct Longest {
  static std::string identity(const std::string &start) { return start; }
  static void aggregate(std::string &value, std::string &&partial) {
    if (partial.size() > value.size())
      value = std::move(partial);
  }
};

TEST_P(LoopTest, EveryChunkBeginsWithTheValueBeforeTheLoop) {
  paraloop::Site loop = site(5);
  paraloop::Variable<std::string, Longest> text = std::string("start");
  int begun_anew = 0;
  const auto update = [&](auto &is_start) { begun_anew += is_start; };
  const auto body = [&](int i, Iteration &iteration) {
    iteration.update(update, text == "start");
    text.assign(std::string(static_cast<std::size_t>(i % 50 + 6), 'x'));
  };
  paraloop::run(loop, paraloop::counted<int>(0, 100, 1, paraloop::less), body,
                true, paraloop::partial(text));
  EXPECT_EQ(begun_anew, 20);
  EXPECT_EQ(text.value().size(), 55U);
}

/// Endless never fits into a record.
struct Endless {
  Endless() {}
};

} // namespace

template <> struct paraloop::Codec<Endless> {
  static void write(Writer &writer, const Endless &) {
    volatile std::size_t size = SIZE_MAX; // hidden from the compiler's checks
    writer.bytes(&writer, size);
  }
  static Endless read(Reader &) { return Endless(); }
};

namespace {

TEST_P(LoopTest, WhatDoesNotFitRunsNatively) {
  paraloop::Site loop = site(10);
  std::vector<int> seen;
  const auto update = [&](auto &i) { seen.push_back(i); };
  const auto drop = [](auto &) {};
  const auto body = [&](int i, Iteration &iteration) {
    iteration.update(update, i);
    if (i == 25)
      iteration.update(drop, Endless());
  };
  for (int i = paraloop::run(
           loop, paraloop::counted<int>(0, 40, 1, paraloop::less), body);
       i < 40; ++i) {
    EXPECT_GE(i, 25); // what came before it in its chunk is not lost
    seen.push_back(i);
  }
  ASSERT_EQ(seen.size(), 40U);
  for (int k = 0; k < 40; ++k)
    EXPECT_EQ(seen[static_cast<std::size_t>(k)], k);
}

} // namespace
