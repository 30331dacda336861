// Loops that run not at all, or leave in their first iteration, leave their header's variables as the sequential ones do.
//
// RUN: %equal %s --both --allow-native

#include <cstdio>
#include <forward_list>

struct Node {
  Node *next;
};

int first(int n) {
  [[paraloop]] for (int i = n;; ++i) return i;
}

int main() {
  long total = 3;
  int i;
  [[paraloop]] for (i = 7; i < 7; ++i) total += i;
  [[paraloop]] for (unsigned j = 0; j-- > 0;) total += j;
  [[paraloop]] for (Node *at = nullptr; at; at = at->next) total *= 2;
  [[paraloop]] for (int x : std::forward_list<int>{}) total += x;
  [[paraloop]] for (double x = 2; x < 1; x += 0.1) total += 1;
  [[paraloop]] for (;;) {
    std::printf("once\n");
    break;
  }
  unsigned k = 4;
  [[paraloop]] for (; k-- > 0;) {
    if (k == 3) break;
    total += k;
  }
  std::printf("%d %ld %d %u\n", i, total, first(5), k);
}
