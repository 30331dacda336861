// Loops that ask a stream what earlier iterations did to it, beside the nearest loop that doesn't.
//
// RUN: %paraloop %s -o %t.cpp -- -std=c++17 -Xclang -verify -Xclang -verify-ignore-unexpected=note
#include <fstream>
#include <sstream>
#include <string>

double work(double);

void questions(std::ostringstream &text, std::ofstream &file, int n) {
  double sum = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    text << i;
    sum += work(static_cast<double>(text.str().size())); // expected-error 1+ {{text}}
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    text << i;
    sum += work(i);
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    file << i;
    const auto at = file.tellp(); // expected-error 1+ {{file}}
    sum += work(static_cast<double>(at));
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    std::ostringstream own;
    own << i;
    sum += work(static_cast<double>(own.tellp()));
    file << own.str();
  }
}
