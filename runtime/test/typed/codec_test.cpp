// Every type that travels arrives equal, and its reader takes exactly what its
// writer wrote.

#include "paraloop/codec.h"

#include "travel.h"

#include <bitset>
#include <chrono>
#include <complex>
#include <filesystem>
#include <gtest/gtest.h>
#include <limits>
#include <memory_resource>
#include <string>

namespace {

using paraloop::Codec;
using paraloop::travels;

template <class T> void expect_equal(const T &value) {
  static_assert(travels<T>);
  EXPECT_TRUE(travel(value) == value);
}

enum class Colour : std::uint8_t { red = 3, green = 200 };

struct Point {
  double x;
  int y;
  bool operator==(const Point &o) const { return x == o.x && y == o.y; }
};

class Page {
public:
  Page() = default;
  Page(std::string title, std::vector<Point> points)
      : title_(std::move(title)), points_(std::move(points)) {}
  template <class A> void serialize(A &archive) { archive(title_, points_); }
  bool operator==(const Page &o) const {
    return title_ == o.title_ && points_ == o.points_;
  }

private:
  std::string title_;
  std::vector<Point> points_;
};

class NoDefault {
public:
  explicit NoDefault(int number) : number_(number) {}
  int number() const { return number_; }
  bool operator==(const NoDefault &o) const { return number_ == o.number_; }

private:
  int number_;
};

struct Tree {
  int value = 0;
  std::vector<Tree> children;
  template <class A> void serialize(A &archive) { archive(value, children); }
  bool operator==(const Tree &o) const {
    return value == o.value && children == o.children;
  }
};

struct Handmade {
  explicit Handmade(const char *text) : text_(text) {}
  Handmade(const Handmade &) = default;
  ~Handmade() {}
  std::string text_;
};

} // namespace

template <> struct paraloop::Codec<Handmade> {
  static void write(Writer &writer, const Handmade &value) {
    Codec<std::string>::write(writer, value.text_);
  }
  static Handmade read(Reader &reader) {
    return Handmade(Codec<std::string>::read(reader).c_str());
  }
};

namespace {

struct Flag {
  bool up;
  explicit Flag(bool value) : up(value) {}
};

template <class T> class CodecOfNumber : public testing::Test {};
using Numbers =
    testing::Types<bool, char, signed char, unsigned char, short, int, long,
                   long long, unsigned, unsigned long long, float, double,
                   wchar_t, char16_t, char32_t>;
TYPED_TEST_SUITE(CodecOfNumber, Numbers);

TYPED_TEST(CodecOfNumber, KeepsItsValue) {
  using Limits = std::numeric_limits<TypeParam>;
  for (TypeParam value : {TypeParam(), TypeParam(1), Limits::min(),
                          Limits::max(), Limits::lowest()})
    expect_equal(value);
}

TEST(CodecTest, FloatingPointKeepsEveryBit) {
  for (std::uint64_t bits : std::initializer_list<std::uint64_t>{
           0x8000000000000000u, 0x7ff8000000000001u, 0xfff0000000000000u,
           0x0000000000000001u}) {
    double value;
    std::memcpy(&value, &bits, sizeof value);
    const double arrived = travel(value);
    EXPECT_EQ(std::memcmp(&arrived, &bits, sizeof bits), 0);
  }
}

TEST(CodecTest, PlainClasses) {
  expect_equal(Colour::green);
  expect_equal(Point{1.5, -2});
  expect_equal(std::complex<double>(1, -0.0));
  expect_equal(std::chrono::milliseconds(-7));
  expect_equal(std::chrono::system_clock::now());
  expect_equal(std::bitset<77>("1011"));
  expect_equal(std::monostate());
  expect_equal(NoDefault(4));
  expect_equal(nullptr);
  EXPECT_TRUE(travel(Flag(true)).up);
}

TEST(CodecTest, Strings) {
  expect_equal(std::string());
  expect_equal(std::string("a\0b", 3));
  expect_equal(std::string(3000000, 'x'));
  expect_equal(std::wstring(L"wide"));
  expect_equal(std::u16string(u"sixteen"));
  expect_equal(std::u32string(U"thirty-two"));
  expect_equal(std::filesystem::path("/a/b c/\xff"));
  expect_equal(std::filesystem::path());
}

TEST(CodecTest, Vectors) {
  expect_equal(std::vector<int>());
  expect_equal(std::vector<int>{1, 2, 3});
  expect_equal(std::vector<double>(1 << 20, 0.1));
  expect_equal(std::vector<std::string>{"", "a", std::string(99, 'b')});
  expect_equal(std::vector<std::vector<Point>>{{}, {{1, 2}, {3, 4}}});
  expect_equal(std::vector<NoDefault>{NoDefault(1), NoDefault(2)});
}

TEST(CodecTest, VectorsOfBool) {
  for (std::size_t size = 0; size < 40; ++size) {
    std::vector<bool> value(size);
    for (std::size_t i = 0; i < size; ++i)
      value[i] = i % 3 == 0;
    expect_equal(value);
  }
}

TEST(CodecTest, OtherSequences) {
  expect_equal(std::deque<std::string>{"a", "b"});
  expect_equal(std::list<int>{3, 1, 2});
  expect_equal(std::forward_list<std::string>{"x", "y", "z"});
  expect_equal(std::forward_list<int>{});
  expect_equal(std::array<int, 3>{1, 2, 3});
  expect_equal(std::array<std::string, 2>{"p", "q"});
  expect_equal(std::array<int, 0>{});
  expect_equal(std::array<bool, 2>{true, false});
  expect_equal(std::array<NoDefault, 2>{NoDefault(1), NoDefault(2)});
}

TEST(CodecTest, Products) {
  expect_equal(std::pair<std::string, int>("a", 1));
  expect_equal(std::tuple<int, std::string, double>(1, "b", 2.5));
  expect_equal(std::tuple<>());
  expect_equal(std::optional<std::string>());
  expect_equal(std::optional<std::string>(""));
  expect_equal(std::optional<std::optional<int>>(std::optional<int>()));
}

TEST(CodecTest, Variants) {
  using Variant = std::variant<std::monostate, int, std::string, int>;
  expect_equal(Variant());
  expect_equal(Variant(std::in_place_index<1>, 5));
  expect_equal(Variant("text"));
  expect_equal(Variant(std::in_place_index<3>, 5));
}

TEST(CodecTest, UniquePointersOwn) {
  using Pointer = std::unique_ptr<std::string>;
  EXPECT_EQ(travel<Pointer>(nullptr), nullptr);
  EXPECT_EQ(*travel(std::make_unique<std::string>("owned")), "owned");
}

TEST(CodecTest, ClassesOfTheUser) {
  expect_equal(Page("title", {{1, 2}}));
  expect_equal(std::map<std::string, Page>{{"k", Page("t", {})}});
  expect_equal(Tree{1, {{2, {}}, {3, {{4, {}}}}}});
  EXPECT_EQ(travel(Handmade("own codec")).text_, "own codec");
  EXPECT_EQ(travel(std::vector<Handmade>{Handmade("x")})[0].text_, "x");
}

TEST(CodecTest, SortedContainers) {
  expect_equal(std::set<std::string>{"b", "a"});
  expect_equal(std::map<std::string, std::vector<int>>{{"a", {1}}, {"b", {}}});
  expect_equal(std::set<int, std::greater<>>{1, 5, 3});
  expect_equal(std::map<int, int>{});
}

TEST(CodecTest, EqualKeysKeepTheirOrder) {
  const std::multimap<int, std::string> value{
      {1, "z"}, {1, "a"}, {0, "q"}, {1, "m"}};
  expect_equal(value); // multimap's == compares in order
  expect_equal(std::multiset<int>{2, 1, 2});
}

template <class Container> void expect_same_order(const Container &value) {
  const Container arrived = travel(value);
  ASSERT_EQ(arrived.size(), value.size());
  EXPECT_TRUE(std::equal(value.begin(), value.end(), arrived.begin()));
  EXPECT_EQ(arrived.bucket_count(), value.bucket_count());
  EXPECT_EQ(arrived.max_load_factor(), value.max_load_factor());
}

/// BadHash puts everything into few buckets, so that buckets hold many
/// elements.
struct BadHash {
  std::size_t operator()(int value) const {
    return static_cast<std::size_t>(value % 5);
  }
};

template <class Container> class CodecOfHashContainer : public testing::Test {};
using HashContainers =
    testing::Types<std::unordered_set<int>, std::unordered_set<int, BadHash>,
                   std::unordered_multiset<int>,
                   std::unordered_multiset<int, BadHash>>;
TYPED_TEST_SUITE(CodecOfHashContainer, HashContainers);

TYPED_TEST(CodecOfHashContainer, KeepsOrderAndBucketsAtEverySize) {
  TypeParam value;
  for (int i = 0; i < 700; ++i) {
    expect_same_order(value);
    value.insert(i * 7919 % 1000);
    if (i % 5 == 0)
      value.erase(i * 31 % 1000);
  }
}

TYPED_TEST(CodecOfHashContainer, GrowsOnAsTheOriginalWould) {
  for (int size = 0; size < 60; ++size) {
    TypeParam value;
    for (int i = 0; i < size; ++i)
      value.insert(i * 37 % 101);
    TypeParam arrived = travel(value);
    for (int i = 0; i < 200; ++i) {
      value.insert(i * 53);
      arrived.insert(i * 53);
      ASSERT_EQ(arrived.bucket_count(), value.bucket_count());
      ASSERT_TRUE(std::equal(value.begin(), value.end(), arrived.begin()));
    }
  }
}

TEST(CodecTest, HashContainersWithUnusualLoad) {
  std::unordered_map<std::string, int> value;
  value.max_load_factor(0.25F);
  for (int i = 0; i < 100; ++i)
    value[std::to_string(i)] = i;
  expect_same_order(value);
  value.max_load_factor(8);
  expect_same_order(value);
  value.rehash(0);
  expect_same_order(value);
  value.max_load_factor(0.5F); // more elements than this limit allows
  expect_same_order(value);
  value.clear();
  expect_same_order(value);
  value.reserve(5000);
  expect_same_order(value);
  value.max_load_factor(0.5F);
  value["x"] = 1;
  expect_same_order(value);
}

TEST(CodecTest, HashContainersOfBool) {
  expect_same_order(std::unordered_set<bool>{true, false});
}

TEST(CodecTest, HashMapsWithEqualKeys) {
  std::unordered_multimap<std::string, int> value;
  for (int i = 0; i < 300; ++i)
    value.emplace(std::to_string(i % 17), i);
  expect_same_order(value);
}

TEST(CodecTest, WhatDoesNotTravel) {
  static_assert(!travels<int *>);
  static_assert(!travels<const char *>);
  static_assert(!travels<int Point::*>);
  static_assert(!travels<int &>);
  static_assert(!travels<std::string_view>);
  static_assert(!travels<std::vector<std::string_view>>);
  static_assert(!travels<std::pair<int, int *>>);
  static_assert(!travels<std::optional<int *>>);
  static_assert(!travels<std::array<int *, 2>>);
  static_assert(!travels<std::tuple<int, int &>>);
  static_assert(!travels<std::variant<int, int *>>);
  static_assert(!travels<std::map<std::string, int *>>);
  static_assert(!travels<std::vector<int>::iterator>);
  static_assert(!travels<std::reference_wrapper<int>>);
  static_assert(!travels<std::initializer_list<int>>);
  static_assert(!travels<std::shared_ptr<int>>);
  static_assert(!travels<std::unique_ptr<int[]>>);
  static_assert(!travels<std::unique_ptr<std::exception>>);
  static_assert(!travels<std::map<int, int, bool (*)(int, int)>>);
  static_assert(!travels<std::pmr::vector<int>>);
  static_assert(!travels<std::function<void()>>);
}

TEST(Codec, CapacityIsKeptOfWhatIsHandedOn) {
  std::vector<int> reserved{1};
  reserved.reserve(100);
  std::vector<std::string> texts;
  for (int i = 0; i < 5; ++i)
    texts.emplace_back(20, 'x');
  texts[1] = "short";
  texts[2].reserve(70);
  texts[3].shrink_to_fit();
  texts[4] += "grown";
  std::vector<bool> bits(3);
  bits.reserve(1000);
  EXPECT_EQ(hand_on(reserved).capacity(), 100u);
  EXPECT_EQ(hand_on(reserved), reserved);
  EXPECT_EQ(hand_on(bits).capacity(), bits.capacity());
  EXPECT_EQ(hand_on(bits), bits);
  const std::vector<std::string> arrived = hand_on(texts);
  EXPECT_EQ(arrived, texts);
  EXPECT_EQ(arrived.capacity(), texts.capacity());
  for (std::size_t i = 0; i < texts.size(); ++i)
    EXPECT_EQ(arrived[i].capacity(), texts[i].capacity()) << i;
  EXPECT_EQ(hand_on(std::string("abc")).capacity(), std::string().capacity());
  EXPECT_EQ(hand_on(std::vector<int>()).capacity(), 0u);
  EXPECT_EQ(hand_on(std::vector<std::string>(3)).capacity(), 3u);
}

TEST(Codec, CapacityOfWhatIsCopiedCostsNothing) {
  std::vector<int> reserved{1};
  reserved.reserve(1 << 20);
  EXPECT_EQ(travel(reserved).capacity(), 1u);
  EXPECT_EQ(travel(std::vector<std::string>(5)).capacity(), 5u);
}

TEST(CodecDeathTest, CutRecordsAreNoticed) {
  testing::FLAGS_gtest_death_test_style = "threadsafe";
  std::vector<std::byte> memory(256);
  paraloop::Writer writer(memory.data(), memory.size());
  Codec<std::vector<double>>::write(writer, {1, 2, 3});
  paraloop::Reader reader(memory.data(), writer.size() - 1);
  EXPECT_DEATH(Codec<std::vector<double>>::read(reader), "paraloop");
}

TEST(CodecDeathTest, HugeCountsAreNoticed) {
  testing::FLAGS_gtest_death_test_style = "threadsafe";
  std::vector<std::byte> memory(256);
  paraloop::Writer writer(memory.data(), memory.size());
  writer.value(std::uint64_t(1) << 62);
  paraloop::Reader reader(memory.data(), writer.size());
  EXPECT_DEATH(Codec<std::vector<double>>::read(reader), "paraloop");
}

} // namespace
