// Operands of an update arrive equal, with the type that the update expects,
// and in their order.

#include "paraloop/iteration.h"

#include <gtest/gtest.h>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using paraloop::Iteration;

/// Record is a record in memory of its own, and its replay in the same process.
class Record {
public:
  Iteration &iteration() { return iteration_; }
  paraloop::detail::UpdateWriter &updates() { return updates_; }
  std::size_t size() const { return writer_.size(); }
  void apply() {
    updates_.finish();
    paraloop::detail::apply(paraloop::Reader(writer_.data(), writer_.size()));
  }

private:
  std::vector<std::byte> memory_{1 << 16};
  paraloop::Writer writer_{memory_.data(), memory_.size()};
  paraloop::detail::UpdateWriter updates_{writer_};
  paraloop::detail::Owned owned_;
  Iteration iteration_{updates_, owned_};
};

/// Unwritable can't be taken apart.
struct Unwritable {
  Unwritable() {}
};

TEST(OperandTest, ValuesInTheirOrder) {
  Record record;
  std::vector<std::string> seen;
  const auto update = [&](auto &a, auto &b, auto &c) {
    static_assert(std::is_same_v<decltype(a), int &>);
    static_assert(std::is_same_v<decltype(b), std::string &>);
    static_assert(std::is_same_v<decltype(c), double &>);
    seen.push_back(std::to_string(a) + b + std::to_string(c));
  };
  const std::string constant = "-";
  record.iteration().update(update, 1, constant, 0.5);
  record.iteration().update(update, 2, std::string("+"), 1.5);
  EXPECT_TRUE(seen.empty());
  record.apply();
  EXPECT_EQ(seen, (std::vector<std::string>{"1-0.500000", "2+1.500000"}));
}

TEST(OperandTest, UpdatesWithoutOperands) {
  Record record;
  int count = 0;
  const auto update = [&] { ++count; };
  record.iteration().update(update);
  record.iteration().update(update);
  record.apply();
  EXPECT_EQ(count, 2);
}

TEST(OperandTest, CStrings) {
  Record record;
  std::vector<std::string> seen;
  const auto update = [&](auto &text) {
    static_assert(std::is_same_v<decltype(text), const char *&>);
    seen.push_back(text == nullptr ? "null" : text);
  };
  char buffer[] = "changed later";
  char *changing = buffer;
  record.iteration().update(update, static_cast<const char *>("constant"));
  record.iteration().update(update, changing);
  record.iteration().update(update, static_cast<char *>(nullptr));
  buffer[0] = 'X';
  record.apply();
  EXPECT_EQ(seen,
            (std::vector<std::string>{"constant", "changed later", "null"}));
}

TEST(OperandTest, ArraysKeepAllTheyHold) {
  Record record;
  std::string text;
  int sum = 0;
  std::string words;
  const auto append = [&](auto &array) { text.append(array, sizeof array); };
  const auto add = [&](auto &table) {
    static_assert(std::is_same_v<decltype(table), int(&)[2][2]>);
    for (auto &row : table)
      for (int value : row)
        sum += value;
  };
  const auto join = [&](auto &array) {
    for (std::string &word : array)
      words += word;
  };
  const int table[2][2] = {{1, 2}, {3, 4}};
  const std::string array[] = {"a", "b"};
  record.iteration().update(append, "a\0b");
  record.iteration().update(add, table);
  record.iteration().update(join, array);
  record.apply();
  EXPECT_EQ(text, std::string("a\0b\0", 4));
  EXPECT_EQ(sum, 10);
  EXPECT_EQ(words, "ab");
}

TEST(OperandTest, ViewsArriveWithTheirText) {
  Record record;
  std::vector<std::string> seen;
  std::u16string wide;
  const auto update = [&](auto &view) {
    static_assert(std::is_same_v<decltype(view), std::string_view &>);
    seen.emplace_back(view);
  };
  const auto append = [&](auto &view) { wide.append(view); };
  std::string text = "some text";
  record.iteration().update(update, std::string_view(text).substr(5));
  record.iteration().update(update, std::string_view());
  record.iteration().update(append, std::u16string_view(u"wide"));
  text.assign(text.size(), '?');
  record.apply();
  EXPECT_EQ(seen, (std::vector<std::string>{"text", ""}));
  EXPECT_EQ(wide, u"wide");
}

TEST(OperandTest, ElementsOfVectorsOfBool) {
  Record record;
  std::vector<bool> flags{true, false};
  std::vector<bool> seen;
  const auto update = [&](auto &flag) {
    static_assert(std::is_same_v<decltype(flag), bool &>);
    seen.push_back(flag);
  };
  record.iteration().update(update, flags[0]);
  record.iteration().update(update, flags[1]);
  record.apply();
  EXPECT_EQ(seen, flags);
}

TEST(OperandTest, RvaluesAreMovedFrom) {
  Record record;
  std::vector<std::string> seen;
  const auto update = [&](auto &text) { seen.push_back(std::move(text)); };
  std::string moved(100, 'm');
  std::string kept(100, 'k');
  auto owned = std::make_unique<std::string>("owned");
  const auto take = [&](auto &pointer) { seen.push_back(*pointer); };
  record.iteration().update(update, std::move(moved));
  record.iteration().update(update, kept);
  record.iteration().update(take, std::move(owned));
  EXPECT_TRUE(moved.empty());
  EXPECT_EQ(kept.size(), 100U);
  EXPECT_EQ(owned, nullptr);
  record.apply();
  EXPECT_EQ(seen,
            (std::vector<std::string>{std::string(100, 'm'), kept, "owned"}));
}

} // namespace

template <> struct paraloop::Codec<Unwritable> {
  static void write(Writer &, const Unwritable &) {
    throw std::runtime_error("no value");
  }
  static Unwritable read(Reader &) { return Unwritable(); }
};

namespace {

TEST(OperandTest, AnOperandThatFailsLeaves) {
  Record record;
  const auto update = [](auto &) {};
  EXPECT_NO_THROW(record.iteration().update(update, Unwritable()));
  EXPECT_TRUE(record.iteration().left());
}

TEST(OperandTest, UpdatesInARowShareAHead) {
  Record record;
  std::string seen;
  const auto update = [&](auto &letter) { seen += letter; };
  const auto other = [&](auto &letter) { seen += '-', seen += letter; };
  record.iteration().update(update, 'a');
  const std::size_t one = record.size();
  for (char letter = 'b'; letter <= 'y'; ++letter)
    record.iteration().update(update, letter);
  EXPECT_EQ(record.size(), one + 24);
  record.iteration().update(other, 'o');
  record.iteration().update(update, 'z');
  record.apply();
  EXPECT_EQ(seen, "abcdefghijklmnopqrstuvwxy-oz");
}

TEST(OperandTest, UpdatesAfterAMarkAreTakenBack) {
  for (const bool inARow : {true, false}) {
    Record record;
    std::string seen;
    const auto update = [&](auto &letter) { seen += letter; };
    const auto other = [&](auto &letter) { seen += '-', seen += letter; };
    record.iteration().update(update, 'a');
    record.iteration().update(update, 'b');
    const auto mark = record.updates().mark();
    if (!inARow)
      record.iteration().update(other, 'o');
    record.iteration().update(update, 'c');
    record.updates().rewind(mark);
    record.iteration().update(update, 'd');
    record.apply();
    EXPECT_EQ(seen, "abd");
  }
}

TEST(OperandTest, NothingIsRecordedAfterLeave) {
  Record record;
  int count = 0;
  const auto update = [&] { ++count; };
  record.iteration().leave();
  record.iteration().update(update);
  record.apply();
  EXPECT_EQ(count, 0);
}

} // namespace
