// What a SharedVariable would make of anything but a store depends on which worker comes first.
//
// RUN: %paraloop %s -- -std=c++17 %runtime_include -Xclang -verify

#include <paraloop/paraloop.h>

#include <vector>

int work(int i);

void refused(int n) {
  paraloop::SharedVariable<int[]> counts(10), values(100);
  paraloop::SharedVariable<int> last(0);
  std::vector<int> plain(100);
  [[paraloop]] for (int i = 0; i < n; ++i)
    ++counts[work(i)]; // expected-error {{'counts' is declared in 'shared', but is changed by more than a store here [paraloop-role-mismatch]}} expected-note {{hint: store a value}}
  [[paraloop]] for (int i = 1; i < n; ++i)
    values[i] = values[i - 1] + work(i); // expected-error {{'values' is declared in 'shared', but is read, and nobody knows which iterations have stored yet here}} expected-note {{hint: read a copy}}
  [[paraloop]] for (int i = 0; i < n; ++i)
    last = work(i); // expected-error {{'last' is declared in 'shared', but takes a different value from each iteration}} expected-note {{hint: use a plain variable}}
  [[paraloop]] for (int i = 0; i < n; ++i) {
    values[i] = work(i); // expected-error {{is stored to in a loop that may end early}} expected-note {{hint: use a plain variable}}
    if (i == 7)
      break;
  }
  [[paraloop(shared(plain))]] for (int i = 0; i < n; ++i) // expected-error {{'shared' can't be kept for 'plain': an ordinary variable is not in memory that all workers write to}} expected-note {{hint: declare it as paraloop::SharedVariable<T>}}
    plain[i] = work(i);
}

void accepted(int n) {
  paraloop::SharedVariable<int[]> values(100), others(100);
  [[paraloop]] for (int i = 0; i < n; ++i)
    values[i] = work(i) + others[i];
}

// The parent would store into its copy of the element.
void replayed(int n) {
  paraloop::SharedVariable<int[]> values(100);
  int total = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    total = (total + 6) % 101; // expected-note {{changed here}}
    const int own = work(total); // expected-error {{'total' is read here, but other iterations change it}} expected-note {{hint}}
    values[i] = own;
  }
}

struct Pair {
  int first, second;
};

void replayed_field(int n) {
  paraloop::SharedVariable<Pair[]> values(100);
  int total = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    total = (total + 6) % 101; // expected-note {{in the statement that changes 'total'}}
    values[i].first = work(i) + total; // expected-error {{'values[i].first' can't travel from a worker to the program: it may be stored into, and only workers store there}} expected-note {{hint}}
  }
}

void replayed_object(int n) {
  paraloop::SharedVariable<Pair[]> values(100);
  int total = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    total = (total + 6) % 101; // expected-note {{in the statement that changes 'total'}}
    values[i] = Pair{work(i), total}; // expected-error {{'values[i]' can't travel from a worker to the program: it may be stored into}} expected-note {{hint}}
  }
}
