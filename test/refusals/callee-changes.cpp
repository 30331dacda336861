// A function that is called in the body and changes a variable from outside is refused, with the place of the change.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <vector>

static int calls = 0;
int counted(int i) {
  ++calls; // expected-note {{changed here}}
  return i;
}
void addTo(int &sum, int i) { sum += i; } // expected-note {{changed here}}
int plus(int sum, int i) { return sum + i; }
void unseen(std::vector<int> &values, int i);

struct Sum {
  int value = 0;
  void add(int i) { value += i; ++calls; } // expected-note {{changed here}}
  void addQuietly(int i) { value += i; }
};

void use(int);

void refused(int n) {
  int total = 0;
  Sum sum;
  std::vector<int> values;
  [[paraloop]] for (int i = 0; i < n; ++i) use(counted(i)); // expected-error {{'counted' is called here and changes 'calls' [paraloop-callee-changes]}} expected-note {{hint: let the function return a value}}
  [[paraloop]] for (int i = 0; i < n; ++i) addTo(total, i); // expected-error {{'addTo' is called here and changes 'total'}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < n; ++i) sum.add(i); // expected-error {{'add' is called here and changes 'sum.value'}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < n; ++i) sum.addQuietly(i); // It changes nothing but its own object: replayed.
  [[paraloop]] for (int i = 0; i < n; ++i) unseen(values, i); // expected-error {{'unseen' is called here and changes 'values'}} expected-note {{changed here}} expected-note {{hint}}
}

void accepted(int n) {
  int total = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    int own = 0;
    addTo(own, i);
    total += plus(own, i);
  }
}
