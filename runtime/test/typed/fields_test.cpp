// Classes of the user's travel field by field: private and const fields, bases,
// arrays, classes of a block.

#include "paraloop/codec.h"

#include "travel.h"

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace {

struct Event {
  std::string user;
  double amount = 0;
  std::string tags[2];
  const int id;
  Event(std::string who, double how_much, int number)
      : user(std::move(who)), amount(how_much), id(number) {}
};

struct Empty {};

namespace app {

class Account : Event, Empty {
public:
  Account(std::string who, double how_much)
      : Event(std::move(who), how_much, 7) {
    tags[1] = "second";
    history_.push_back({"opened", how_much});
  }
  std::string show() const {
    return user + " " + tags[0] + "|" + tags[1] + " " + std::to_string(id) +
           " " + history_.at(0).what + " " + std::to_string(history_[0].sum);
  }

private:
  struct Entry {
    std::string what;
    double sum;
  };
  std::vector<Entry> history_;
};

PARALOOP_FIELDS(fields_of_entry, ::app::Account::Entry, paraloop::Bases<>,
                &::app::Account::Entry::what, &::app::Account::Entry::sum)
PARALOOP_FIELDS(fields_of_account, ::app::Account,
                paraloop::Bases<::Event, ::Empty>, &::app::Account::history_)

} // namespace app

static_assert(
    paraloop::Fields<Event, paraloop::Bases<>, &Event::user, &Event::amount,
                     &Event::tags, &Event::id>::declared);

TEST(FieldsTest, EveryFieldArrives) {
  Event event("ann", 2.5, 42);
  event.tags[0] = "x";
  event.tags[1] = std::string(100, 'y');
  const Event arrived = travel(event);
  EXPECT_EQ("ann", arrived.user);
  EXPECT_EQ(2.5, arrived.amount);
  EXPECT_EQ("x", arrived.tags[0]);
  EXPECT_EQ(std::string(100, 'y'), arrived.tags[1]);
  EXPECT_EQ(42, arrived.id);
}

TEST(FieldsTest, PrivateFieldsAndBases) {
  const app::Account account("bob", 10);
  EXPECT_EQ(account.show(), travel(account).show());
}

template <class T> std::string local_class(const T &value) {
  struct Row {
    std::string name;
    T value;
  };
  static_assert(paraloop::Fields<Row, paraloop::Bases<>, &Row::name,
                                 &Row::value>::declared);
  std::map<int, Row> rows;
  rows.emplace(1, Row{"one", value});
  const auto arrived = travel(rows);
  return arrived.at(1).name + " " + arrived.at(1).value;
}

TEST(FieldsTest, ClassesOfABlock) {
  EXPECT_EQ("one v", local_class(std::string("v")));
}

struct MoveOnly {
  std::unique_ptr<std::string> text;
};
static_assert(
    paraloop::Fields<MoveOnly, paraloop::Bases<>, &MoveOnly::text>::declared);

TEST(FieldsTest, WhatCanOnlyBeMoved) {
  const MoveOnly one{std::make_unique<std::string>("m")};
  EXPECT_EQ("m", *travel(one).text);
}

struct Undeclared {
  std::string name;
};
static_assert(!paraloop::travels<Undeclared>);
static_assert(!paraloop::travels<std::vector<Undeclared>>);
static_assert(paraloop::travels<std::vector<Event>>);

} // namespace
