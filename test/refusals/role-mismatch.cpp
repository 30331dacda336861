// A role that the attribute declares is compared with every change and every read of the variable.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

void use(long);
long work(int);
struct Stats { long sum = 0; std::vector<long> all; };

struct Counter {
  long hits = 0;
  Stats stats;
  void accepted(const std::vector<int> &in, std::map<int, long> &counts, Stats &other) {
    long total = 0, latest = 0, plain = 0;
    std::set<int> seen;
    std::string text;
    std::ostringstream out;
    [[paraloop(sum(total, this->hits, stats.sum, other.sum, counts, plain), last(latest), concatenate(seen, text, out, stats.all))]]
    for (int x : in) {
      total += work(x);
      total = total - x;
      plain = x + plain + 1;
      ++hits;
      stats.sum -= x;
      other.sum += 2;
      ++counts[x];
      counts[x + 1] = counts[x + 1] + 2;
      latest = x;
      seen.insert(x);
      text += 'x';
      text.append("y");
      out << x << ' ';
      stats.all.insert(stats.all.end(), x);
    }
  }
};

void refused(const std::vector<int> &in) {
  long total = 0, latest = 0;
  std::vector<long> all;
  std::map<int, long> counts;
  [[paraloop(sum(total))]] for (int x : in) total *= x; // expected-error {{'total' is declared in 'sum', but is changed in another way here [paraloop-role-mismatch]}} expected-note {{hint: a sum is only changed by +=}}
  [[paraloop(sum(total))]] for (int x : in) total = x; // expected-error {{'total' is declared in 'sum', but is changed in another way here}} expected-note {{hint}}
  [[paraloop(sum(total))]] for (int x : in) total = x - total; // expected-error {{changed in another way}} expected-note {{hint}}
  [[paraloop(sum(total))]] for (int x : in) total += x * total; // expected-error {{'total' is declared in 'sum', but is read here}} expected-note {{hint}}
  [[paraloop(sum(counts))]] for (int x : in) counts[x] += counts[0]; // expected-error 1+ {{'counts' is declared in 'sum'}} expected-note 1+ {{hint}}
  [[paraloop(last(latest))]] for (int x : in) latest += x; // expected-error {{'latest' is declared in 'last', but is changed in another way here}} expected-note {{hint: a last value is only changed by =}}
  [[paraloop(last(latest))]] for (int x : in) latest = x + latest; // expected-error {{'latest' is declared in 'last', but is read here}} expected-note {{hint}}
  [[paraloop(concatenate(all))]] for (int x : in) all.insert(all.begin(), x); // expected-error {{'all' is declared in 'concatenate', but is changed in another way here}} expected-note {{hint: a concatenation is only changed by appending}}
  [[paraloop(concatenate(all))]] for (int x : in) all.push_back(x + all.size()); // expected-error {{'all' is declared in 'concatenate', but is read here}} expected-note {{hint}}
}

// A cache that workers fill is of no use to what the parent replays.
void replayed(const std::vector<int> &in, std::map<int, long> &cache) {
  long best = 0, total = 0, weight = 1;
  [[paraloop(ignore(cache, weight))]] for (int x : in) {
    if (cache.count(x) == 0) cache[x] = work(x);
    weight = x;
    if (x > best) { // x is an operand, what depends on best isn't
      best = x;
      total += cache.at(x); // expected-error {{'cache' is declared in 'ignore', but is needed by a replayed statement here}} expected-note {{hint: compute what the statement needs into a variable of the body first}}
    }
  }
  [[paraloop(ignore(cache, weight))]] for (int x : in) {
    if (cache.count(x) == 0) cache[x] = work(x);
    weight = x;
    const long value = cache.at(x) * weight;
    if (x > best) {
      best = x;
      total += value;
    }
  }
  use(total);
}

void names(int n, long total) {
  [[paraloop(sum(totals))]] for (int i = 0; i < n; ++i) total += i; // expected-error {{'sum' names 'totals', but the loop uses no such variable from outside; did you mean 'total'? [paraloop-unknown-role-variable]}} expected-note {{hint: name it as the body does}}
  [[paraloop(last(own))]] for (int i = 0; i < n; ++i) { // expected-error {{'last' names 'own', but the loop uses no such variable from outside}} expected-note {{hint}}
    int own = i;
    total += own;
  }
  [[paraloop(private(total))]] for (int i = 0; i < n; ++i) total = i; // expected-error {{'private' can't be kept for 'total': this version can only replay changes in order [paraloop-role-not-available]}} expected-note {{hint: leave it out}}
  [[paraloop(independent(total))]] for (int i = 0; i < n; ++i) total = i; // expected-error {{'independent' can't be kept for 'total'}} expected-note {{hint}}
  [[paraloop(shared(total))]] for (int i = 0; i < n; ++i) total += i; // expected-error {{'shared' can't be kept for 'total': workers can't write into the program's own memory [paraloop-role-not-available]}} expected-note {{hint: leave it out}}
}
