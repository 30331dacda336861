// Loops whose header and body depend on each other, beside the nearest loop where they don't.
//
// RUN: %paraloop %s -o %t.cpp -- -std=c++17 -Xclang -verify -Xclang -verify-ignore-unexpected=note
#include <iostream>
#include <list>
#include <string>
#include <vector>

double work(double);
int limit();
bool more();

void variables(std::vector<double> &out, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) {
    out.push_back(work(i));
    if (work(-i) > 9) ++i; // expected-error 1+ {{'i'}}
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    int at = i;
    if (i > 9) ++at;
    out.push_back(work(at));
  }
  int step = 1;
  [[paraloop]] for (int i = 0; i < n; i += step) { // expected-error 1+ {{step}}
    out.push_back(work(i));
    step = 2;
  }
  [[paraloop]] for (int i = 0; i < n; i += step) out.push_back(work(i));
  [[paraloop]] for (int i = 0; i < n; ++i) // expected-error 1+ {{'n'}}
    if (work(i) > 3) n = i;
  [[paraloop]] for (int i = 0; i < n; ++i)
    if (work(i) > 3) step = i;
  bool done = false;
  [[paraloop]] for (int i = 0; i < n && !done; ++i) // expected-error 1+ {{done}}
    if (work(i) > 3) done = true;
  [[paraloop]] for (int i = 0; i < n; ++i)
    if (work(i) > 3) {
      done = true;
      break;
    }
}

void calls(std::list<int> &numbers) {
  double sum = 0;
  [[paraloop]] for (int i = 0; i < limit(); ++i) // expected-error 1+ {{loop}}
    sum += work(i);
  const int bound = limit();
  [[paraloop]] for (int i = 0; i < bound; ++i) sum += work(i);
  std::string line;
  [[paraloop]] for (; std::getline(std::cin, line);) // expected-error 1+ {{loop}}
    sum += work(static_cast<double>(line.size()));
  std::vector<std::string> lines;
  while (std::getline(std::cin, line)) lines.push_back(line);
  [[paraloop]] for (const std::string &l : lines) sum += work(static_cast<double>(l.size()));
  [[paraloop]] for (auto it = numbers.begin(); it != numbers.end();) {
    if (work(*it) > 3) // expected-error 0+ {{it}}
      it = numbers.erase(it); // expected-error 1+ {{'it'}}
    else
      ++it; // expected-error 1+ {{'it'}}
  }
  std::vector<int> kept;
  [[paraloop]] for (auto it = numbers.begin(); it != numbers.end(); ++it)
    if (work(*it) <= 3) kept.push_back(*it);
  [[paraloop]] for (int i = 0; more(); ++i) // expected-error 1+ {{loop}}
    sum += work(i);
}
