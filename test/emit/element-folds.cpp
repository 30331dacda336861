// An update that only folds a value into a whole number, wherever that is, hands over the value, and what leads there. What
// is done to the same numbers in another way keeps its place among the updates.
//
// RUN: %paraloop %s -- -std=c++20 | FileCheck %s
#include <atomic>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

static int calls = 0;
struct Counting {
  bool operator()(int a, int b) const { return ++calls, a < b; }
};
struct Counters {
  std::vector<long> of;
  int grid[4][5] = {};
  long all = 0;
  void run(int n, unsigned weight) {
    // CHECK: {{paraloop}}_update_1 = [&](auto &paraloop_operand_1, auto &paraloop_value) { of[paraloop_operand_1] += paraloop_value; };
    // CHECK: {{paraloop}}_update_2 = [&](auto &paraloop_operand_1, auto &paraloop_operand_2, auto &paraloop_value) { grid[paraloop_operand_1][paraloop_operand_2] += paraloop_value; };
    // CHECK: {{paraloop}}_update_3 = [&](auto &paraloop_value) { all += paraloop_value; };
    // CHECK: iteration{{[.]}}sum(paraloop_update_1, weight, i % 7);
    // CHECK: iteration{{[.]}}sum(paraloop_update_2, paraloop::minus(1), i % 4, i % 5);
    // CHECK: iteration{{[.]}}sum(paraloop_update_3, paraloop::minus(i * 2));
    [[paraloop]] for (int i = 0; i < n; ++i) {
      of[i % 7] += weight;
      grid[i % 4][i % 5]--;
      all -= i * 2;
    }
  }
};

void words(std::map<std::string, int> &counts, std::unordered_map<int, int> &one, std::unordered_map<int, int> &two,
           std::vector<unsigned char> &flags, int n, const std::vector<int> &x) {
  // CHECK: iteration{{[.]}}sum(paraloop_update_1, 1, key);
  // CHECK: iteration{{[.]}}sum(paraloop_update_2, 2, key + "x");
  [[paraloop]] for (int i = 0; i < n; ++i) {
    std::string key = std::to_string(i);
    ++counts[key];
    counts[key + "x"] += 2;
  }
  // CHECK: iteration{{[.]}}bit_or(paraloop_update_1, x[i], i % 8);
  [[paraloop]] for (int i = 0; i < n; ++i) flags[i % 8] |= x[i];
  // CHECK: iteration{{[.]}}bit_and(paraloop_update_1, x[i], i % 8);
  [[paraloop]] for (int i = 0; i < n; ++i) flags[i % 8] &= x[i];
  // CHECK: iteration{{[.]}}bit_xor(paraloop_update_1, x[i], i % 8);
  [[paraloop]] for (int i = 0; i < n; ++i) flags[i % 8] ^= x[i];
  // Where new elements come to lie depends on their order.
  // CHECK: iteration{{[.]}}update(paraloop_update_1, i % 9);
  // CHECK: iteration{{[.]}}update(paraloop_update_2, i % 8);
  [[paraloop]] for (int i = 0; i < n; ++i) {
    ++one[i % 9];
    ++two[i % 8];
  }
}

void others(std::vector<int> &a, std::vector<int> &b, std::map<int, int, Counting> &ordered, std::vector<double> &sums,
            std::vector<std::atomic<int>> &atomics, std::vector<bool> &bits, char *bytes, int *words, int n) {
  int last = 0;
  std::vector<int> seen;
  // A double rounds.
  // CHECK: iteration{{[.]}}update(paraloop_update_1
  [[paraloop]] for (int i = 0; i < n; ++i) sums[i % 3] += i;
  // So does this, before it is cut off.
  // CHECK: iteration{{[.]}}update(paraloop_update_1
  [[paraloop]] for (int i = 0; i < n; ++i) a[i % 3] += 0.5 * i;
  // Two operations on what may be one vector.
  // CHECK: iteration{{[.]}}update(paraloop_update_1
  // CHECK-SAME: iteration{{[.]}}update(paraloop_update_2
  [[paraloop]] for (int i = 0; i < n; ++i) { a[i % 3] += i; b[i % 3] |= i; }
  // A sum may carry into the next byte.
  // CHECK: iteration{{[.]}}update(paraloop_update_1
  // CHECK-SAME: iteration{{[.]}}update(paraloop_update_2
  [[paraloop]] for (int i = 0; i < n; ++i) { bytes[i % 3] += i; words[i % 3] += i; }
  // Something is read in between.
  // CHECK: iteration{{[.]}}update(paraloop_update_1
  // CHECK-SAME: iteration{{[.]}}update(paraloop_update_2
  [[paraloop]] for (int i = 0; i < n; ++i) { a[i % 3] += i; seen.push_back(a[i % 2]); }
  // CHECK: iteration{{[.]}}update(paraloop_update_1
  [[paraloop]] for (int i = 0; i < n; ++i) { a[i % 3] += i; last = static_cast<int>(b.size()); b.push_back(i); }
  // So it is in the statement itself.
  // CHECK: iteration{{[.]}}update(paraloop_update_1
  // CHECK-SAME: iteration{{[.]}}update(paraloop_update_2
  [[paraloop]] for (int i = 0; i < n; ++i) { a[0] += i; a[1] += a[0]; }
  // CHECK: iteration{{[.]}}update(paraloop_update_1
  [[paraloop]] for (int i = 0; i < n; ++i) a[a[0]] += i;
  // What is called would be called less often.
  // CHECK: iteration{{[.]}}update(paraloop_update_1
  [[paraloop]] for (int i = 0; i < n; ++i) ++ordered[i % 3];
  // An exception would come too late.
  // CHECK: iteration{{[.]}}update(paraloop_update_1
  [[paraloop]] for (int i = 0; i < n; ++i) ++a.at(i % 3);
  (void)last;
}
