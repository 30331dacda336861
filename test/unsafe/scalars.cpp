// Loops whose iterations hand a value on to the next one, beside the nearest loop that doesn't.
//
// RUN: %paraloop %s -o %t.cpp -- -std=c++17 -Xclang -verify -Xclang -verify-ignore-unexpected=note
#include <algorithm>
#include <string>
#include <vector>

double work(double);
bool test(int);
int next_state(int, char);

double running_level(const std::vector<double> &x) {
  double level = 0, sum = 0;
  [[paraloop]] for (double v : x) {
    level += v;
    sum += work(level); // expected-error 1+ {{level}}
  }
  [[paraloop]] for (double v : x) {
    level += v;
    sum += work(v);
  }
  return sum + level;
}

int first_ten(int n) {
  int taken = 0;
  double best = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    if (taken >= 10) continue; // expected-error 1+ {{taken}}
    if (test(i)) ++taken;
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    if (i >= 10) continue;
    if (test(i)) ++taken;
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    const double bound = best; // expected-error 1+ {{best}}
    if (test(i + (bound > 3))) best = std::max(best, work(i));
  }
  [[paraloop]] for (int i = 0; i < n; ++i)
    if (test(i)) best = std::max(best, work(i));
  return taken;
}

bool stops_when_bad(int n, std::vector<double> &out) {
  bool ok = true;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    if (!ok) continue; // expected-error 1+ {{ok}}
    out.push_back(work(i));
    if (out.size() > 100) ok = false; // expected-error 0+ {{out}}
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    const double value = work(i);
    out.push_back(value);
    if (value < 0) ok = false;
  }
  return ok;
}

double differences(const std::vector<double> &x) {
  double previous = 0, sum = 0;
  [[paraloop]] for (double v : x) {
    sum += work(v - previous); // expected-error 1+ {{previous}}
    previous = v;
  }
  [[paraloop]] for (std::size_t i = 1; i < x.size(); ++i) sum += work(x[i] - x[i - 1]);
  return sum;
}

double machines(const std::string &text) {
  bool flip = false;
  int state = 0;
  double sum = 0;
  [[paraloop]] for (int i = 0; i < 100; ++i) {
    flip = !flip;
    sum += work(flip); // expected-error 1+ {{flip}}
  }
  [[paraloop]] for (int i = 0; i < 100; ++i) sum += work(i % 2 == 0);
  [[paraloop]] for (char c : text) {
    const int now = state; // expected-error 1+ {{state}}
    state = next_state(now, c);
  }
  std::vector<int> states;
  [[paraloop]] for (char c : text) states.push_back(next_state(0, c));
  double x = 1;
  [[paraloop]] for (int i = 0; i < 100; ++i) {
    x = i - x;
    sum += work(x); // expected-error 1+ {{x}}
  }
  [[paraloop]] for (int i = 0; i < 100; ++i) {
    x = i - x;
    sum += work(i);
  }
  return sum + x;
}

double half_assigned(int n) {
  double t = 0, late = 0, sum = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    if (i % 2) t = work(i);
    else t = 0;
    sum += work(t);
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    sum += work(late); // expected-error 1+ {{late}}
    late = i;
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    late = i;
    sum += work(late);
  }
  return sum;
}

int compacted(const std::vector<double> &x) {
  int k = 0;
  double sum = 0;
  [[paraloop]] for (double v : x) {
    if (v > 0) ++k;
    if (work(k) > 3) sum += v; // expected-error 1+ {{k}}
  }
  std::vector<double> kept;
  [[paraloop]] for (double v : x)
    if (v > 0) kept.push_back(v);
  return k + static_cast<int>(sum);
}

struct Walk {
  double position = 0, longest = 0;
  double step(const std::vector<double> &x) {
    [[paraloop]] for (double v : x) {
      position += v;
      const double here = work(position); // expected-error 1+ {{position}}
      longest = std::max(longest, here);
    }
    [[paraloop]] for (double v : x) {
      position += v;
      longest = std::max(longest, work(v));
    }
    return longest;
  }
};
