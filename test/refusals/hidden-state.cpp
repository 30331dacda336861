// Functions and objects that carry state from iteration to iteration unseen are refused; one made in the body is not.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

void use(int);
int dice() { return std::rand() % 6; } // expected-error {{'dice' draws from the program's random number generator}} expected-note {{hint}}

void refused(int n, char *text) {
  std::mt19937 generator(7);
  [[paraloop]] for (int i = 0; i < n; ++i) use(std::rand()); // expected-error {{'rand' draws from the program's random number generator, so each value depends on all draws before [paraloop-hidden-state]}} expected-note {{hint: for random numbers, make a generator in the body}}
  [[paraloop]] for (int i = 0; i < n; ++i) use(dice());
  [[paraloop]] for (int i = 0; i < n; ++i) use(generator()); // expected-error {{'generator' is a random number generator}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < n; ++i) use(getchar()); // expected-error {{'getchar' reads standard input, whose position all iterations share}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < n; ++i) { std::string line; std::getline(std::cin, line); } // expected-error {{'cin' is standard input}} expected-note {{hint: for}}
  // expected-error@-1 0-1 {{'cin' is read here}} expected-note@-1 0+ {{}}
  [[paraloop]] for (int i = 0; i < n; ++i) use(strtok(text, " ")[0]); // expected-error {{'strtok' keeps its position from call to call}} expected-note {{hint}}
  // expected-error@-1 0+ {{'*text'}} expected-note@-1 0+ {{}}
  [[paraloop]] for (int i = 0; i < n; ++i) setenv("TZ", "UTC", 1); // expected-error {{'setenv' changes the process itself}} expected-note {{hint}}
}

void inTheHeader(std::istream &in, FILE *file, char *text) {
  [[paraloop]] for (std::string line; std::getline(in, line);) use(1); // expected-error {{'in' is read here, and all iterations share its position}} expected-note {{hint: for random numbers, make a generator in the body and seed it from the iteration; read all input before the loop}}
  [[paraloop]] for (int c; (c = std::getc(file)) != EOF;) use(c); // expected-error {{'*file' is read here, and all iterations share its position}} expected-note {{hint}}
  [[paraloop]] for (std::istream_iterator<int> it(in), end; it != end; ++it) use(*it); // expected-error {{'it' uses up its input, which all iterations share}} expected-note {{hint}}
  [[paraloop]] for (char *t = std::strtok(text, ","); t; t = std::strtok(nullptr, ",")) use(*t); // expected-error {{'strtok' keeps its position from call to call}} expected-note {{hint}}
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  [[paraloop]] for (const std::string &line : lines) use(static_cast<int>(line.size()));
}

void accepted(int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) {
    std::mt19937 own(static_cast<unsigned>(i));
    use(static_cast<int>(own()));
    std::printf("%d\n", i);
  }
}
