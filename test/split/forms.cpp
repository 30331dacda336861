// Every form of a change that a standard container or a plain variable has is replayed with the same result.
//
// RUN: %equal %s

#include <algorithm>
#include <cstdio>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

int main() {
  std::deque<int> front;
  std::multimap<int, int> pairs;
  std::unordered_map<std::string, int> counts;
  std::set<int> left{1, 5, 9, 30};
  std::vector<int> sorted(10);
  std::vector<bool> flags(40);
  std::vector<std::vector<int>> rows(5);
  std::string text;
  int grid[3][4] = {}, a = 0, b = 0, n = 0;
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    const std::vector<int> own(i % 3, i);
    front.push_front(i);
    pairs.emplace(i % 4, i);
    ++counts["k" + std::to_string(i % 6)];
    left.erase(i);
    sorted.front() = i;
    std::swap(sorted[0], sorted[i % 10]);
    std::sort(sorted.begin(), sorted.end());
    flags[i] = i % 2;
    rows[i % 5].insert(rows[i % 5].end(), own.begin(), own.end());
    text.append(2, char('a' + i % 26));
    grid[i % 3][i % 4] -= i;
    a = b = i;
    a += b++;
    sorted[n++ % 10] = a;
    a = std::max(a, i), b = i % 3 ? a : b;
  }
  for (int x : front) std::printf("%d ", x);
  for (const auto &[key, value] : pairs) std::printf("%d=%d ", key, value);
  for (const auto &[key, count] : counts) std::printf("%s=%d ", key.c_str(), count);
  for (int x : left) std::printf("%d ", x);
  for (int x : sorted) std::printf("%d ", x);
  for (bool flag : flags) std::printf("%d", flag);
  for (const auto &row : rows) for (int x : row) std::printf("%d ", x);
  for (const auto &row : grid) for (int x : row) std::printf("%d ", x);
  std::printf("%s %d %d %d\n", text.c_str(), a, b, n);
}
