// A loop may stand wherever a statement may, with comments and directives in between; both compilers take the output.
//
// RUN: %equal %s --both
// RUN: %equal %s --both --std=c++20

#include <cstdio>

#define LIMIT 20

class Totals {
  long all_ = 0;
  static long shared_;

public:
  template <class T> void add(T n) {
    [[paraloop]] for (T i = 0; i < n; ++i) { all_ += i; this->all_ += 1; ++shared_; }
  }
  long all() const { return all_ + shared_; }
};
long Totals::shared_ = 0;

int main(int argc, char **) {
  long total = 0;
  const int n = 20; // a count
  if (argc) [[paraloop]] for (int i = 0; i < n; ++i) total += i; else total = 1;
  switch (argc) {
  case 1: [[paraloop]] for (int i = 0; i < n; ++i) total += i; break;
  default: total = 0;
  }
  do [[paraloop]] for (int i = 0; i < n; ++i) total += i; while (total < 0);
  for (int k = 0; k < 2; ++k)
    [[paraloop]] // annotated
    for (int i = 0 /* first */; i < LIMIT /* bound */; ++i /* step */) { // body
      total += i // one
               * 2; // two
#if LIMIT > 3
      total /* a */ += /* b */ i /* c */; /* d */
#else
      total = 0;
#endif
    } // end
  [[paraloop]] for (int i = 0; i < n; ++i) total += i; [[paraloop]] for (int i = 0; i < n; ++i) { total += i; }
  const auto run = [&total](auto bound) { [[paraloop]] for (decltype(bound) i = 0; i < bound; ++i) total += i; };
  run(20);
  run(20L);
  Totals totals;
  totals.add(20);
  totals.add(20L);
  std::printf("%ld %ld\n", total, totals.all());
}
