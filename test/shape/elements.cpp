// A range-for is read with its declaration and its range as the user wrote them.
//
// RUN: %paraloop --print=plan %s -- -std=c++17 | FileCheck %s

#include <map>
#include <string>
#include <vector>

void use(long);
std::vector<int> make(int n);

void function(const std::vector<std::string> &words, std::map<std::string, int> &counts, int (&grid)[2][3]) {
  // CHECK: header: elements const std::string &word of words
  [[paraloop]] for (const std::string &word : words) use(word.size());
  // CHECK: header: elements const auto &[word, count] of counts
  [[paraloop]] for (const auto &[word, count] : counts) use(word.size() + count);
  // CHECK: header: elements auto &row of grid
  [[paraloop]] for (auto &row : grid) use(row[0]);
  // CHECK: header: elements int x of make(7)
  [[paraloop]] for (int x : make(7)) use(x);
  // CHECK: header: elements int x of {3, 2, 1}
  [[paraloop]] for (int x : {3, 2, 1}) use(x);
  // CHECK: header: elements char c of "text"
  [[paraloop]] for (char c : "text") use(c);
}
