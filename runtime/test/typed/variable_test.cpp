// A Variable behaves as the value that it holds, and strategies put values
// together as they say.

#include "paraloop/variable.h"

#include <gtest/gtest.h>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

namespace {

using namespace paraloop;

TEST(VariableTest, Numbers) {
  Variable<long, Sum> x = 3;
  x += 4;
  x -= 1;
  x *= 10;
  x /= 3;
  x %= 7;
  x <<= 2;
  x >>= 1;
  x |= 1;
  x &= 15;
  x ^= 2;
  long y = 3;
  y += 4, y -= 1, y *= 10, y /= 3, y %= 7, y <<= 2, y >>= 1, y |= 1, y &= 15,
      y ^= 2;
  EXPECT_EQ(x.value(), y);
  EXPECT_EQ(x++, y);
  EXPECT_EQ(++x, y + 2);
  EXPECT_EQ(x--, y + 2);
  EXPECT_EQ(--x, y);
  x = x + 1;
  x.assign(x * 2);
  EXPECT_EQ(x, (y + 1) * 2);
  const long plain = x;
  EXPECT_EQ(plain, (y + 1) * 2);
}

TEST(VariableTest, Comparisons) {
  Variable<long, Sum> x = 3;
  const Variable<long, Product> y = 4;
  EXPECT_TRUE(x == 3 && 3 == x && x == x && x != y && x != 4 && 4 != x);
  EXPECT_TRUE(x < 4 && x <= 3 && 4 > x && 3 >= x && x < y && y > x && y >= x);
  Variable<std::string, Concatenate> text = std::string("a");
  EXPECT_TRUE(text == "a" && "b" > text && text == std::string("a"));
}

TEST(VariableTest, Printing) {
  std::ostringstream out;
  out << Variable<int, Sum>(7) << ' '
      << Variable<std::string, Concatenate>(std::string("text"));
  EXPECT_EQ(out.str(), "7 text");
}

TEST(VariableTest, MinimumAndMaximum) {
  Variable<double, Min> least = 5.0;
  Variable<std::string, Max> most = std::string("m");
  for (double x : {7.0, 2.0, 3.0})
    least.update(x);
  for (const char *word : {"a", "z", "q"})
    most.update(std::string(word));
  EXPECT_EQ(least, 2.0);
  EXPECT_EQ(most, "z");
}

TEST(VariableTest, OfEqualValuesTheFirstStays) {
  struct Scored {
    int score;
    int id;
    bool operator<(const Scored &o) const { return score < o.score; }
  };
  Variable<Scored, Min> least = Scored{1, 1};
  Variable<Scored, Max> most = Scored{1, 1};
  least.update(Scored{1, 2});
  most.update(Scored{1, 2});
  EXPECT_EQ(least.value().id, 1);
  EXPECT_EQ(most.value().id, 1);
}

TEST(VariableTest, Sequences) {
  Variable<std::vector<std::string>, Concatenate> v;
  v.push_back("a");
  v.emplace_back(2U, 'b');
  v.insert(v.end(), "c");
  EXPECT_EQ(v.size(), 3U);
  EXPECT_FALSE(v.empty());
  EXPECT_EQ(v[1], "bb");
  v[1] = "changed";
  EXPECT_EQ(v.at(1), "changed");
  std::string all;
  for (const std::string &word : v)
    all += word;
  EXPECT_EQ(all, "achangedc");
  Variable<std::string, Concatenate> text;
  text += "x";
  text += std::string("y");
  text.append("z").append(2U, '!');
  text.push_back('?');
  EXPECT_EQ(text, "xyz!!?");
}

TEST(VariableTest, MapsAndSets) {
  Variable<std::map<std::string, int>, Concatenate> m;
  m["a"] = 1;
  ++m["b"];
  m["a"] = 3;
  m.insert({"c", 5});
  m.emplace("d", 6);
  EXPECT_EQ(m.value(), (std::map<std::string, int>{
                           {"a", 3}, {"b", 1}, {"c", 5}, {"d", 6}}));
  EXPECT_EQ(m.count("c"), 1U);
  EXPECT_EQ(m.find("c")->second, 5);
  Variable<std::set<int>, Concatenate> s;
  s.insert(2);
  s.insert(2);
  EXPECT_EQ(s.size(), 1U);
}

TEST(VariableTest, UniqueKeys) {
  Variable<std::map<std::string, int>, ConcatenateUnique> m;
  m["a"] = 1;
  m["a"] = 1; // the same value again is no second value
  m.insert({"b", 2});
  const int b = m["b"];
  EXPECT_EQ(b, 2);
  EXPECT_THROW(m["a"] = 2, DuplicateKey);
  EXPECT_THROW(m.insert({"b", 3}), DuplicateKey);
  EXPECT_EQ(m.value(), (std::map<std::string, int>{{"a", 1}, {"b", 2}}));
  try {
    m["a"] = 5;
  } catch (const std::runtime_error &error) {
    EXPECT_NE(std::string(error.what()).find("'a'"), std::string::npos);
  }
}

TEST(VariableTest, UniqueKeysOfValuesThatCannotBeCompared) {
  struct Opaque {
    int number = 0;
  };
  Variable<std::unordered_map<int, Opaque>, ConcatenateUnique> m;
  m[1] = Opaque{1};
  EXPECT_THROW(m[1] = Opaque{1}, DuplicateKey);
}

/// aggregate() does what a loop of two chunks does with a strategy.
template <class Strategy, class T> T aggregate(T start, T first, T second) {
  T value = start;
  Strategy::aggregate(value, std::move(first));
  Strategy::aggregate(value, std::move(second));
  return value;
}

TEST(StrategyTest, Aggregate) {
  using Numbers = std::vector<int>;
  using Map = std::map<int, int>;
  EXPECT_EQ((aggregate<Sum>(3, 4, 5)), 12);
  EXPECT_EQ((aggregate<Product>(3, 4, 5)), 60);
  EXPECT_EQ((aggregate<Min>(3, 4, 2)), 2);
  EXPECT_EQ((aggregate<Max>(3, 4, 2)), 4);
  EXPECT_EQ((aggregate<Last>(3, 4, 2)), 2);
  EXPECT_EQ((aggregate<Concatenate>(Numbers{1}, {2}, {3, 4})),
            (Numbers{1, 2, 3, 4}));
  EXPECT_EQ((aggregate<Concatenate>(std::string("a"), {"b"}, {"c"})), "abc");
  EXPECT_EQ((aggregate<Concatenate>(std::set<int>{1}, {2}, {1})),
            (std::set<int>{1, 2}));
  EXPECT_EQ((aggregate<Concatenate>(Map{{1, 1}}, {{2, 2}}, {{1, 3}})),
            (Map{{1, 3}, {2, 2}}));
  EXPECT_EQ((aggregate<ConcatenateUnique>(Map{{1, 1}}, {{2, 2}}, {{1, 1}})),
            (Map{{1, 1}, {2, 2}}));
  EXPECT_THROW((aggregate<ConcatenateUnique>(Map{{1, 1}}, {{2, 2}}, {{1, 3}})),
               DuplicateKey);
}

TEST(StrategyTest, IdentityChangesNothing) {
  EXPECT_EQ((aggregate<Sum>(3, Sum::identity(3), Sum::identity(3))), 3);
  EXPECT_EQ((aggregate<Product>(3, Product::identity(3), 1)), 3);
  EXPECT_EQ((aggregate<Min>(3, Min::identity(3), 3)), 3);
  EXPECT_EQ((aggregate<Max>(3, Max::identity(3), 3)), 3);
  const std::string text = "x";
  EXPECT_EQ((aggregate<Concatenate>(text, Concatenate::identity(text),
                                    Concatenate::identity(text))),
            "x");
}

} // namespace
