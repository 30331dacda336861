// A replayed statement reads through the loop's own iterator, of a kind that is more than one pointer.
//
// RUN: %equal %s --both

#include <cstdio>
#include <deque>
#include <vector>

template <class Iterator> static int best_of(Iterator first, Iterator last) {
  int best = -1;
  int where = 0;
  [[paraloop]] for (auto at = first; at != last; ++at) {
    const int own = *at % 50;
    if (own > best) {
      best = own;
      where = *at;
    }
  }
  return where;
}

int main() {
  std::deque<int> queue;
  for (int k = 0; k < 900; ++k)
    queue.push_back(k * 37 % 101);
  std::vector<int> list(queue.begin(), queue.end());
  std::printf("%d %d\n", best_of(queue.begin(), queue.end()),
              best_of(queue.rbegin(), queue.rend()));
  std::printf("%d %d\n", best_of(list.begin(), list.end()),
              best_of(list.rbegin(), list.rend()));
}
