// Objects that share memory are never called apart, and objects that don't are.

#include "paraloop/apart.h"

#include <array>
#include <gtest/gtest.h>
#include <list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace {

using paraloop::apart;

TEST(ApartTest, Objects) {
  int a = 1;
  int b = 2;
  EXPECT_TRUE(apart(a, b));
  EXPECT_FALSE(apart(a, a));
  std::pair<int, int> pair;
  EXPECT_FALSE(apart(pair, pair.second));
  EXPECT_FALSE(apart(pair.second, pair));
  EXPECT_TRUE(apart(pair.first, pair.second));
}

int in_static_storage = 1;

TEST(ApartTest, WhatIsAllocatedMayHaveAnOwner) {
  int on_the_stack = 1;
  const std::vector<int> v{1, 2, 3};
  EXPECT_TRUE(paraloop::owned_by_nobody(on_the_stack));
  EXPECT_TRUE(paraloop::owned_by_nobody(in_static_storage));
  EXPECT_TRUE(paraloop::owned_by_nobody(v));
  EXPECT_TRUE(paraloop::owned_by_nobody(&on_the_stack));
  EXPECT_FALSE(paraloop::owned_by_nobody(v[1]));
  EXPECT_FALSE(paraloop::owned_by_nobody(v.data()));
}

class Plain {
public:
  ~Plain() {}
  int number = 0;
};
class Deep {
public:
  const int *inner() const { return rows_[1].data(); }
  const Plain *plain() const { return plain_.data(); }
  const char *text() const { return table_.at(1).data(); }

private:
  std::vector<std::vector<int>> rows_{{1, 2}, {3}};
  std::map<int, std::string> table_{{1, std::string(100, 'x')}};
  std::vector<Plain> plain_ = std::vector<Plain>(2);
};
class Deeper : Deep, public std::vector<double> {
public:
  using Deep::inner;
  std::list<Deep> more{1};
};

} // namespace

PARALOOP_OWNERS(owners_1, Plain, paraloop::Bases<>)
PARALOOP_OWNERS(owners_2, Deep, paraloop::Bases<>, &Deep::rows_, &Deep::table_,
                &Deep::plain_)
PARALOOP_OWNERS(owners_3, Deeper, paraloop::Bases<Deep, std::vector<double>>,
                &Deeper::more)

namespace {

using paraloop::holdings;

TEST(ApartTest, WhatAClassOwns) {
  const Deep deep;
  const Deep other;
  EXPECT_TRUE(apart(holdings(deep), other.inner()));
  EXPECT_FALSE(apart(holdings(deep), deep.inner()));
  EXPECT_FALSE(apart(holdings(deep), *deep.inner()));
  EXPECT_FALSE(apart(deep.inner(), holdings(deep)));
  EXPECT_FALSE(apart(holdings(deep), deep.inner() + 1)); // one may step back
  EXPECT_FALSE(apart(holdings(deep), deep.plain()->number));
  EXPECT_FALSE(apart(holdings(deep), deep.text() + 50));
  EXPECT_TRUE(apart(holdings(deep), holdings(other)));
}

TEST(ApartTest, WhatBasesAndElementsOwn) {
  Deeper deeper;
  deeper.reserve(10);
  EXPECT_FALSE(apart(holdings(deeper), deeper.inner()));
  EXPECT_FALSE(apart(holdings(deeper), deeper.more.front().inner()));
  EXPECT_FALSE(apart(holdings(deeper), deeper.more.front()));
  EXPECT_FALSE(apart(holdings(deeper), deeper.data() + 5)); // to come
  const Deeper other;
  EXPECT_TRUE(apart(holdings(deeper), holdings(other)));
}

TEST(ApartTest, ElementsOfContainers) {
  std::vector<int> v{1, 2, 3};
  std::vector<int> w{1, 2, 3};
  EXPECT_TRUE(apart(v, w));
  EXPECT_FALSE(apart(v, v));
  EXPECT_FALSE(apart(v, v[2]));
  EXPECT_FALSE(apart(v[0], v));
  EXPECT_TRUE(apart(v, w[2]));
  std::string text(100, 'x');
  EXPECT_FALSE(apart(std::string_view(text).substr(3), text));
  int array[4] = {};
  EXPECT_FALSE(apart(array, array[3]));
  std::vector<std::vector<int>> nested{{1}, {2}};
  EXPECT_FALSE(apart(nested, nested[1]));
  EXPECT_FALSE(apart(nested[1], nested));
}

TEST(ApartTest, EmptyContainers) {
  std::vector<int> empty;
  int x = 0;
  EXPECT_TRUE(apart(empty, x));
}

TEST(ApartTest, Pointers) {
  std::vector<int> v{1, 2, 3};
  int x = 0;
  int *inside = &v[1];
  int *other = &x;
  int *none = nullptr;
  EXPECT_FALSE(apart(v, inside));
  EXPECT_FALSE(apart(inside, v));
  EXPECT_TRUE(apart(v, other));
  EXPECT_FALSE(apart(x, other));
  EXPECT_TRUE(apart(x, none));
  EXPECT_TRUE(apart(none, other));
  EXPECT_FALSE(apart(inside, other)); // how far they reach isn't known
  std::vector<int *> pointers{other};
  EXPECT_FALSE(apart(pointers, pointers[0]));
}

TEST(ApartTest, PointersIntoInnerContainers) {
  std::vector<std::vector<int>> rows{{1, 2}, {3, 4}};
  int *inside = &rows[1][1];
  EXPECT_FALSE(apart(rows, inside));
  EXPECT_FALSE(apart(inside, rows));
}

TEST(ApartTest, SeveralAtOnce) {
  int a = 1;
  int b = 2;
  int c = 3;
  EXPECT_TRUE(apart(a, b, c));
  EXPECT_FALSE(apart(a, b, a));
  EXPECT_TRUE(apart(a, b, c, c));
}

} // namespace
