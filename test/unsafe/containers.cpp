// Loops that ask a container what earlier iterations put into it, beside the nearest loop that doesn't.
//
// RUN: %paraloop %s -o %t.cpp -- -std=c++17 -Xclang -verify -Xclang -verify-ignore-unexpected=note
#include <algorithm>
#include <map>
#include <queue>
#include <set>
#include <string>
#include <vector>

double work(double);
double work(const std::string &);

void seen(const std::vector<std::string> &words) {
  std::set<std::string> done;
  std::map<std::string, double> results;
  [[paraloop]] for (const std::string &word : words) {
    if (done.count(word)) continue; // expected-error 1+ {{done}}
    results[word] = work(word);
    done.insert(word);
  }
  [[paraloop]] for (const std::string &word : words) {
    results[word] = work(word);
    done.insert(word);
  }
}

double remembered(const std::vector<std::string> &words, const std::map<std::string, double> &results) {
  std::map<std::string, double> cache;
  double sum = 0;
  [[paraloop]] for (const std::string &word : words) {
    auto known = cache.find(word); // With what hangs on it in the program; the sum is left to the workers.
    if (known == cache.end()) cache[word] = work(word);
    sum += work(word);
  }
  [[paraloop]] for (const std::string &word : words) {
    auto known = results.find(word);
    if (known == results.end()) sum += work(word);
  }
  return sum;
}

void sizes(int n) {
  std::vector<double> values, starts;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    values.push_back(i);
    starts.push_back(work(values.size())); // expected-error 1+ {{values}}
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    values.push_back(i);
    starts.push_back(work(i));
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    const double last = values.back(); // expected-error 1+ {{values}}
    values.push_back(work(last));
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    const double last = starts.back();
    values.push_back(work(last));
  }
}

void worklist(std::queue<int> todo, int n) {
  double sum = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    const int item = todo.front(); // expected-error 1+ {{todo}}
    todo.pop();
    sum += work(item);
  }
  std::vector<int> items;
  for (; !todo.empty(); todo.pop()) items.push_back(todo.front());
  [[paraloop]] for (int item : items) sum += work(item);
}

void grows(std::vector<int> &items) {
  [[paraloop]] for (int item : items) // expected-error 1+ {{items}}
    if (work(item) > 3) items.push_back(item);
  std::vector<int> more;
  [[paraloop]] for (int item : items)
    if (work(item) > 3) more.push_back(item);
  [[paraloop]] for (std::size_t i = 0; i < items.size(); ++i) // expected-error 1+ {{items}}
    if (work(i) > 3) items.push_back(1);
  const std::size_t n = items.size();
  [[paraloop]] for (std::size_t i = 0; i < n; ++i)
    if (work(i) > 3) items.push_back(1);
}

void shared_text(int n) {
  std::string text;
  std::map<int, int> counts;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    text += 'x';
    if (work(text) > 3) text += 'y'; // expected-error 1+ {{text}}
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    std::string own = "x";
    if (work(own) > 3) own += 'y';
    text += own;
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    ++counts[i % 7];
    for (const auto &[key, count] : counts) // expected-error 1+ {{counts}}
      if (work(count) > 3) text += 'z';
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    ++counts[i % 7];
    if (work(i) > 3) text += 'z';
  }
}
