// Where most of the work is replayed, workers can't help: --explain warns, and --Werror makes that an error.
//
// RUN: %paraloop --explain %s -- -std=c++17 -Xclang -verify > %t.txt
// RUN: FileCheck %s < %t.txt
// RUN: not %paraloop --explain --Werror %s -- -std=c++17 2>&1 > %t.txt | FileCheck %s --check-prefix=ERROR
// RUN: %paraloop --dry-run --Werror %s -- -std=c++17

#include <vector>

long work(int);

long function(const std::vector<int> &values) {
  long total = 0;
  // ERROR: [[#@LINE+1]]:{{[0-9]+}}: error: only {{.*}} [paraloop-mostly-replayed,-Werror]
  [[paraloop]] for (int value : values) { // expected-warning-re {{only {{[0-9]+}} % of this loop's work is done by workers; the rest is replayed, one iteration after the other [paraloop-mostly-replayed]}}
    total += total * total - total / 2;
    total ^= value;
  }
  // The nearest neighbour: what is added up costs more than adding it up.
  // CHECK: parallel: {{9[0-9]|100}} % of the body's work
  [[paraloop]] for (int value : values) total += work(value);
  return total;
}
