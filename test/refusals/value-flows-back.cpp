// A statement that would carry what other iterations did back into the loop's own variable is refused; a variable of the
// body may hold it, because that is replayed with all that uses it.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <vector>

int work(int);

void function(const std::vector<int> &values) {
  int total = 0, last = 0;
  [[paraloop]] for (int value : values) {
    total += work(value); // expected-note {{changed here}}
    value = total; // expected-error {{this statement carries what other iterations made of 'total' into 'value' [paraloop-value-flows-back]}} expected-note {{hint: a worker can't know that value}}
    last = value;
  }
  [[paraloop]] for (int value : values) {
    total += work(value);
    const int sum = total;
    last = sum;
  }
}
