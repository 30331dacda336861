// Rows behind an array of pointers: they meet exactly if a byte is in both.

#include <paraloop/parts.h>
#include <paraloop/pointers.h>
#include <paraloop/rows.h>

#include <gtest/gtest.h>

#include <limits>
#include <list>
#include <map>
#include <memory>
#include <vector>

namespace {

using paraloop::apart;
using paraloop::between;
using paraloop::Interval;
using paraloop::rows;
using paraloop::stretch;

TEST(Rows, DifferIfNoTwoOfThemMeet) {
  double memory[30];
  double *pointers[] = {memory + 20, memory, memory + 10};
  EXPECT_TRUE(rows(pointers, 0, 2).at(between(0, 9)).differ());
  EXPECT_FALSE(rows(pointers, 0, 2).at(between(0, 10)).differ());
  EXPECT_FALSE(rows(pointers, 0, 2).at(0).at(10).differ());
  EXPECT_TRUE(rows(pointers, 0, 1).at(between(0, 10)).differ());
  pointers[1] = memory + 20;
  EXPECT_FALSE(rows(pointers, 0, 2).at(0).differ());
}

TEST(Rows, AreComparedWithOtherMemory) {
  std::vector<double> memory(30), others(10);
  std::vector<double *> pointers{&memory[20], &memory[0], &memory[10]};
  const auto all = rows(pointers, 0, 2).at(between(0, 4));
  EXPECT_TRUE(apart(all, others));
  EXPECT_FALSE(apart(memory, all));
  EXPECT_TRUE(apart(all, stretch(&memory[5]).at(between(0, 4))));
  EXPECT_FALSE(apart(stretch(&memory[5]).at(between(0, 5)), all));
  EXPECT_TRUE(apart(all, rows(pointers, 0, 2).at(between(5, 9))));
  EXPECT_FALSE(apart(all, rows(pointers, 1, 1).at(between(4, 9))));
  EXPECT_FALSE(apart(rows(pointers, 1, 1).at(between(4, 9)), all));
}

TEST(Rows, OfALoopThatDoesNotRunMeetNothing) {
  double **nothing = nullptr;
  double other = 0;
  EXPECT_TRUE(rows(nothing, 0, 5).at(0).differ());
  EXPECT_TRUE(apart(rows(nothing, 0, 5).at(0), other));
  const std::vector<double *> empty;
  EXPECT_TRUE(rows(empty, 0, -1).at(0).differ());
  EXPECT_FALSE(rows(empty, 0, 0).at(0).differ());
}

TEST(Rows, MeetEverythingIfTheyAreNotKnown) {
  double other = 0;
  double memory[2];
  double *pointers[] = {memory, memory + 1};
  const Interval far = Interval(std::numeric_limits<std::int64_t>::max()) + 1;
  EXPECT_FALSE(rows(pointers, 0, far).at(0).differ());
  EXPECT_FALSE(apart(rows(pointers, 0, 1).at(far), other));
}

TEST(Rows, OfAContainerAreThoseOfAllItsPointers) {
  double memory[4];
  std::map<int, double *> table{{1, memory}, {7, memory + 1}};
  std::list<double *> list{memory + 2, memory + 3, nullptr, nullptr};
  EXPECT_TRUE(rows(table).at(0).differ());
  EXPECT_FALSE(rows(table).at(0).at(1).differ());
  EXPECT_TRUE(rows(list).at(0).differ());
  EXPECT_TRUE(apart(rows(table).at(0), rows(list).at(0)));
  list.push_back(memory + 1);
  EXPECT_FALSE(apart(rows(table).at(0), rows(list).at(0)));
  table[9] = memory;
  EXPECT_FALSE(rows(table).at(0).differ());
}

TEST(Rows, AreBehindSmartPointersToo) {
  std::vector<std::shared_ptr<int>> all{std::make_shared<int>(1),
                                        std::make_shared<int>(2)};
  EXPECT_TRUE(rows(all, 0, 1).at(0).differ());
  EXPECT_FALSE(apart(rows(all, 0, 1).at(0), *all[1]));
  all.push_back(all[0]);
  EXPECT_TRUE(rows(all, 0, 1).at(0).differ());
  EXPECT_FALSE(rows(all, 0, 2).at(0).differ());
}

TEST(Pointers, AreComparedByTheirValues) {
  std::vector<double> out(3);
  std::vector<double> others(3);
  std::map<int, std::vector<const double *>> table{{1, {&others[0], nullptr}}};
  EXPECT_TRUE(apart(out, paraloop::pointers(table)));
  table[2] = {&out[1]};
  EXPECT_FALSE(apart(out, paraloop::pointers(table)));
  table[2] = {out.data() + 3}; // From there one can step back.
  EXPECT_FALSE(apart(out, paraloop::pointers(table)));
  table[2].clear();
  others.reserve(100); // Where elements will be.
  table[1] = {others.data() + 50};
  EXPECT_FALSE(apart(others, paraloop::pointers(table)));
}

TEST(Parts, AreLookedAtInEachElement) {
  struct Body {
    std::vector<double> trail;
  };
  std::vector<Body> bodies(3, Body{{1, 2, 3}});
  const auto trails = paraloop::parts(
      bodies, [](const auto &one) -> const auto & { return one.trail; });
  double *inside = &bodies[2].trail[0];
  EXPECT_TRUE(apart(bodies, stretch(inside).at(0))); // They lie elsewhere.
  EXPECT_FALSE(apart(trails, stretch(inside).at(0)));
  EXPECT_FALSE(apart(trails, *inside));
  EXPECT_FALSE(apart(trails, inside));
  double *pointers[] = {inside};
  EXPECT_FALSE(apart(trails, rows(pointers, 0, 0).at(0)));
  const double other = 0;
  EXPECT_TRUE(apart(trails, other));
}

} // namespace
