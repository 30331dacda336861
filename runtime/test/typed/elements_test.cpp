// A range is counted, walked and resumed as the range-for statement sees it.

#include "paraloop/space/elements.h"

#include <deque>
#include <forward_list>
#include <gtest/gtest.h>
#include <iterator>
#include <list>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

namespace {

/// values() gives what a range-for loop over the range sees.
template <class Range> auto values(Range &&range) {
  using Value = std::decay_t<decltype(*range.begin())>;
  std::vector<Value> seen;
  for (auto &&value : range)
    seen.push_back(value);
  return seen;
}

template <class Range> void expect_walks(Range &range) {
  using Iterator = paraloop::detail::IteratorOf<Range>;
  std::vector<std::decay_t<decltype(*std::declval<Iterator>())>> all;
  for (auto &&value : range)
    all.push_back(value);
  const auto space = paraloop::elements(range);
  if constexpr (!decltype(space)::open_ended) {
    ASSERT_EQ(space.iterations(), all.size());
  }
  auto cursor = space.cursor();
  EXPECT_FALSE(cursor.reach(all.size()));
  EXPECT_FALSE(cursor.reach(all.size() + 2));
  for (std::size_t k = all.size(); k-- > 0;) // backwards, and forwards below
    EXPECT_EQ(*cursor.position(k), all[k]);
  for (std::size_t k = 0; k <= all.size(); ++k) {
    if (k < all.size()) {
      EXPECT_EQ(*cursor.position(k), all[k]);
    }
    const decltype(all) rest(all.begin() + static_cast<std::ptrdiff_t>(k),
                             all.end());
    EXPECT_EQ(values(space.from(k)), rest);
  }
}

TEST(ElementsTest, StandardContainers) {
  std::vector<std::string> vector{"a", "b", "c"};
  expect_walks(vector);
  const std::vector<int> constant{1, 2};
  expect_walks(constant);
  std::vector<bool> bits{true, false, true};
  expect_walks(bits);
  std::vector<int> empty;
  expect_walks(empty);
  std::deque<int> deque{1, 2, 3};
  expect_walks(deque);
  std::list<int> list{1, 2, 3};
  expect_walks(list);
  std::forward_list<int> forward{1, 2, 3};
  expect_walks(forward);
  std::set<int> set{3, 1, 2};
  expect_walks(set);
  std::map<std::string, int> map{{"a", 1}, {"b", 2}};
  expect_walks(map);
  std::unordered_map<int, int> hashed{{1, 2}, {3, 4}, {5, 6}};
  expect_walks(hashed);
  std::string text = "text";
  expect_walks(text);
}

TEST(ElementsTest, ArraysAndInitializerLists) {
  int array[] = {4, 5, 6};
  expect_walks(array);
  const int table[2][3] = {{1, 2, 3}, {4, 5, 6}};
  EXPECT_EQ(paraloop::elements(table).iterations(), 2U);
  auto list = {1, 2, 3};
  expect_walks(list);
}

TEST(ElementsTest, ChangesReachTheElements) {
  std::vector<int> vector{1, 2, 3};
  for (int &value : paraloop::elements(vector).from(1))
    value *= 10;
  EXPECT_EQ(vector, (std::vector<int>{1, 20, 30}));
}

} // namespace

namespace shelf {

/// Found by its namespace's begin() and end() only; its end has another type
/// than its begin.
struct Books {
  std::vector<int> pages;
};
struct End {
  const int *last;
};
inline bool operator!=(const int *i, End end) { return i != end.last; }
inline const int *begin(const Books &books) { return books.pages.data(); }
inline End end(const Books &books) {
  return {books.pages.data() + books.pages.size()};
}

/// Has a size() that isn't the number of its elements.
struct Image {
  std::list<int> rows{1, 2, 3};
  std::size_t size() const { return 4096; }
  auto begin() const { return rows.begin(); }
  auto end() const { return rows.end(); }
};

/// Has a member begin() without a member end(): the range-for statement uses
/// the namespace's functions.
struct Half {
  std::vector<int> values{7, 8};
  int begin(int) const { return 0; }
};
inline auto begin(const Half &half) { return half.values.begin(); }
inline auto end(const Half &half) { return half.values.end(); }

/// Counts the calls of begin() and end().
struct Watched {
  std::vector<int> values{1, 2, 3};
  mutable int calls = 0;
  auto begin() const { return ++calls, values.begin(); }
  auto end() const { return ++calls, values.end(); }
};

} // namespace shelf

namespace {

TEST(ElementsTest, RangesOfTheUser) {
  shelf::Books books{{1, 2, 3}};
  expect_walks(books);
  shelf::Image image;
  expect_walks(image);
  shelf::Half half;
  expect_walks(half);
}

/// An iterator that says nothing about itself.
struct Countdown {
  struct Iterator {
    int left;
    bool operator!=(Iterator other) const { return left != other.left; }
    Iterator &operator++() { return --left, *this; }
    int operator*() const { return left; }
  };
  Iterator begin() const { return {3}; }
  Iterator end() const { return {0}; }
};

TEST(ElementsTest, SilentIteratorsAreTrustedWhereTheCallerKnowsThem) {
  Countdown countdown;
  EXPECT_EQ(paraloop::elements(countdown).iterations(), std::nullopt);
  const auto space = paraloop::multi_pass_elements(countdown);
  auto cursor = space.cursor();
  EXPECT_TRUE(cursor.reach(1));
  EXPECT_EQ(*cursor.position(1), 2);
  EXPECT_TRUE(cursor.reach(2));
  EXPECT_FALSE(cursor.reach(3));
  EXPECT_EQ(values(space.from(1)), (std::vector<int>{2, 1}));
}

TEST(ElementsTest, BeginAndEndAreCalledOnce) {
  shelf::Watched watched;
  const auto space = paraloop::elements(watched);
  EXPECT_EQ(values(space.from(0)).size(), 3U);
  EXPECT_EQ(watched.calls, 2);
}

/// Words is a range that is used up by walking it.
struct Words {
  std::istringstream text{"one two three"};
  auto begin() { return std::istream_iterator<std::string>(text); }
  auto end() { return std::istream_iterator<std::string>(); }
};

TEST(ElementsTest, OnePassRangesAreNotTouched) {
  Words words;
  const auto space = paraloop::elements(words);
  EXPECT_EQ(space.iterations(), std::nullopt);
  EXPECT_EQ(words.text.tellg(), 0);
  EXPECT_EQ(values(space.from(0)),
            (std::vector<std::string>{"one", "two", "three"}));
}

} // namespace
