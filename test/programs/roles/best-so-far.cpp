// The best so far with its index or payload: on ties the first or the last one wins, as the code says.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <cmath>
#include <string>
#include <vector>

struct Match {
  int row = -1;
  double score = -1;
  std::string name;
};

static int score(int i) { return (i * 7919 + 13) % 101; }

int main() {
  int first_best = -1, first_at = -1, last_best = -1, last_at = -1;
  [[paraloop]]
  for (int i = 0; i < 1000; ++i) {
    const int s = score(i);
    if (s > first_best) {
      first_best = s;
      first_at = i;
    }
    if (s >= last_best) { last_best = s; last_at = i; }
  }
  show("index", first_best, first_at, last_best, last_at);

  Match best;
  int improvements = 0;
  [[paraloop]]
  for (int i = 0; i < 600; ++i) {
    const double s = std::fabs(std::sin(i * 0.7)) * score(i);
    if (s > best.score) {
      best.row = i;
      best.score = s;
      best.name = "row " + std::to_string(i);
      ++improvements;
    }
  }
  show("payload", best.row, best.score, best.name, improvements);

  // The two largest, as people write it.
  int top = -1, second = -1;
  [[paraloop]]
  for (int i = 0; i < 500; ++i) {
    const int s = score(i * 3);
    if (s > top) {
      second = top;
      top = s;
    } else if (s > second && s != top) {
      second = s;
    }
  }
  show("two", top, second);
}
