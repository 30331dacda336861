// Loops that use state which no variable shows, beside the nearest loop that doesn't.
//
// RUN: %paraloop %s -o %t.cpp -- -std=c++17 -Xclang -verify -Xclang -verify-ignore-unexpected=note
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

double work(double);

void random_numbers(int n) {
  double sum = 0;
  std::mt19937 engine(7);
  std::uniform_real_distribution<double> unit(0, 1);
  [[paraloop]] for (int i = 0; i < n; ++i) sum += std::rand() % 7; // expected-error 1+ {{rand}}
  [[paraloop]] for (int i = 0; i < n; ++i) sum += i % 7;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    const double x = unit(engine); // expected-error 1+ {{engine}} expected-error 0+ {{unit}}
    sum += work(x);
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    std::mt19937 own(static_cast<unsigned>(i));
    std::uniform_real_distribution<double> own_unit(0, 1);
    sum += work(own_unit(own));
  }
  std::normal_distribution<double> normal;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    std::mt19937 own(static_cast<unsigned>(i));
    const double x = normal(own); // expected-error 1+ {{normal}}
    sum += work(x);
  }
  [[paraloop]] for (int i = 0; i < n; ++i) sum += drand48(); // expected-error 1+ {{drand48}}
  [[paraloop]] for (int i = 0; i < n; ++i) {
    unsigned seed = static_cast<unsigned>(i);
    sum += rand_r(&seed);
  }
  std::vector<int> deck(52);
  [[paraloop]] for (int i = 0; i < n; ++i) {
    std::vector<int> own = deck;
    std::shuffle(own.begin(), own.end(), engine); // expected-error 1+ {{engine}}
    sum += work(own[0]);
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    std::vector<int> own = deck;
    std::shuffle(own.begin(), own.end(), std::mt19937(static_cast<unsigned>(i)));
    sum += work(own[0]);
  }
}

static int ticket() {
  static int last = 0;
  return ++last;
}
static int squared(int i) {
  static const int offset = 3;
  return i * i + offset;
}

void statics(int n) {
  double sum = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    static int calls = 0; // expected-error 1+ {{calls}}
    calls += i;
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    static const int scale = 2;
    sum += work(scale * i);
  }
  [[paraloop]] for (int i = 0; i < n; ++i) sum += work(ticket()); // expected-error 1+ {{last}}
  [[paraloop]] for (int i = 0; i < n; ++i) sum += work(squared(i));
  int count = 0;
  auto number = [&count] { return ++count; };
  [[paraloop]] for (int i = 0; i < n; ++i) sum += work(number()); // expected-error 1+ {{count}}
  auto twice = [&n](int i) { return n * i; };
  [[paraloop]] for (int i = 0; i < n; ++i) sum += work(twice(i));
  auto counter = [k = 0]() mutable { return ++k; };
  [[paraloop]] for (int i = 0; i < n; ++i) sum += work(counter()); // expected-error 1+ {{k}}
  [[paraloop]] for (int i = 0; i < n; ++i) {
    auto own = [k = i]() mutable { return ++k; };
    sum += work(own());
  }
}

void input(int n, char *text, std::vector<std::string> lines) {
  double sum = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    int x;
    std::cin >> x; // expected-error 1+ {{cin}}
    sum += work(x);
  }
  std::ifstream file("numbers.txt");
  [[paraloop]] for (int i = 0; i < n; ++i) {
    std::string line;
    std::getline(file, line); // expected-error 1+ {{file}}
    sum += work(static_cast<double>(line.size()));
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    std::ifstream own("numbers" + std::to_string(i));
    std::string line;
    std::getline(own, line);
    sum += work(static_cast<double>(line.size()));
  }
  [[paraloop]] for (int i = 0; i < n; ++i) sum += work(std::getchar()); // expected-error 1+ {{getchar}}
  [[paraloop]] for (int i = 0; i < n; ++i) sum += work(text[i]);
  char buffer[80];
  std::FILE *in = std::fopen("numbers.txt", "r");
  [[paraloop]] for (int i = 0; i < n; ++i)
    if (std::fgets(buffer, 80, in)) sum += work(std::atoi(buffer)); // expected-error 1+ {{fgets}}
  [[paraloop]] for (const std::string &line : lines) sum += work(std::atoi(line.c_str()));
  [[paraloop]] for (int i = 0; i < n; ++i) {
    const char *word = std::strtok(i ? nullptr : text, " "); // expected-error 1+ {{strtok}}
    sum += work(word ? std::atoi(word) : 0);
  }
  [[paraloop]] for (const std::string &line : lines) {
    std::istringstream words(line);
    std::string word;
    while (words >> word) sum += work(std::stoi(word));
  }
}
