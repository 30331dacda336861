// A function that is called in the body and changes a variable from outside is refused, with the place of the change.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <vector>

static int calls = 0;
int counted(int i) {
  calls = i; // expected-note 2 {{changed here}}
  return i;
}
void addTo(int &sum, int i) { sum += i; }
void addThrough(int *sum, int i) { *sum += i; } // expected-note {{changed here}}
int plus(int sum, int i) { return sum + i; }
void unseen(std::vector<int> &values, int i);

struct Sum {
  int value = 0;
  void add(int i) { value += i; ++calls; }
  void addQuietly(int i) { value += i; }
};

void use(int);

void refused(int **sums, const std::vector<int> &kind, int n) {
  int total = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) use(counted(i)); // expected-error {{'counted' is called here and changes 'calls' [paraloop-callee-changes]}} expected-note {{hint: let the function return a value}}
  [[paraloop]] for (int i = 0; i < n; ++i) total += counted(i); // expected-error {{'counted' is called here and changes 'calls'}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < n; ++i) addThrough(sums[kind[i]], i); // expected-error {{'addThrough' is called here and changes '*sums'}} expected-note {{hint}}
}

// A statement that is nothing but the call is replayed as a whole.
void accepted(int n) {
  int total = 0;
  Sum sum;
  std::vector<int> values;
  [[paraloop]] for (int i = 0; i < n; ++i) addTo(total, i);
  [[paraloop]] for (int i = 0; i < n; ++i) addThrough(&total, i);
  [[paraloop]] for (int i = 0; i < n; ++i) sum.add(i);
  [[paraloop]] for (int i = 0; i < n; ++i) sum.addQuietly(i);
  [[paraloop]] for (int i = 0; i < n; ++i) unseen(values, i);
  [[paraloop]] for (int i = 0; i < n; ++i) {
    int own = 0;
    addTo(own, i);
    total += plus(own, i);
  }
}
