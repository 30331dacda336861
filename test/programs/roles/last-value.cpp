// Variables that the loop only writes hold what the last iteration that wrote left in them.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <string>
#include <vector>

struct Found {
  bool any = false;
  int where = -1;
};

static bool warned;

int main() {
  int last = -1, last_even = -1, silent = 5;
  bool found = false, ok = true;
  std::string name = "none";
  [[paraloop]]
  for (int i = 0; i < 400; ++i) {
    last = i * i;
    if (i % 2 == 0) last_even = i;
    if (i * 37 % 401 == 7) found = true;
    if (i > 1000) ok = false;
    if (i % 50 == 3) name = "i" + std::to_string(i);
    silent = i == 399 ? 5 : i; // the last iteration stores what was there before the loop
  }
  show("scalars", last, last_even, found, ok, name, silent);

  Found result;
  int untouched = 77;
  double none = 0.5;
  [[paraloop]]
  for (int i = 0; i < 300; ++i) {
    if (i % 41 == 40) {
      result.any = true;
      result.where = i;
      warned = true;
    }
    if (i < 0) untouched = i;
    if (i == 12) none = -0.0;
  }
  show("flags", result.any, result.where, warned, untouched, none);
}
