// Rows behind an array of pointers: they meet exactly if a byte is in both.

#include <paraloop/rows.h>

#include <gtest/gtest.h>

#include <limits>
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

} // namespace
