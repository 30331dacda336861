// A role that the attribute declares is compared with every change and every read of the variable.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

void use(long);
int f(int);
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
  [[paraloop(shared(total))]] for (int i = 0; i < n; ++i) total += i; // expected-error {{'shared' can't be kept for 'total': an ordinary variable is not in memory that all workers write to [paraloop-role-not-available]}} expected-note {{hint: declare it as paraloop::SharedVariable<T>, or leave the option out}}
}

void privates(int n, int t) {
  [[paraloop(private(t))]] for (int i = 0; i < n; ++i) { if (i % 2) t = f(i); use(t); }
  [[paraloop(private(t))]] for (int i = 0; i < n; ++i) t += f(i); // expected-error {{'t' is declared in 'private', but every change needs the value that it had before here [paraloop-role-mismatch]}} expected-note {{hint: a private variable gets its value in each iteration}}
  [[paraloop(private(t))]] for (int i = 0; i < n; ++i) use(t + i); // expected-error {{'t' is declared in 'private', but is only read here}} expected-note {{hint}}
}

void independents(std::vector<int> &a, const std::vector<int> &index, int n, int total, int *p) {
  [[paraloop(independent(a))]] for (int i = 0; i < n; ++i) a[index[i]] = f(a[index[i]]);
  [[paraloop(independent(a))]] for (int i = 0; i < n; ++i) a.push_back(f(i)); // expected-error {{'a' is declared in 'independent', but is changed as a whole here [paraloop-role-mismatch]}} expected-note {{hint: of independent elements each iteration changes its own}}
  [[paraloop(independent(total))]] for (int i = 0; i < n; ++i) total = f(i); // expected-error {{'total' is declared in 'independent', but is changed as a whole here}} expected-note {{hint}}
  [[paraloop(independent(a))]] for (int i = 0; i < n; ++i) use(a[i] + f(i)); // expected-error {{'a' is declared in 'independent', but is only read here}} expected-note {{hint}}
  [[paraloop(independent(p))]] for (int i = 0; i < n; ++i) p[index[i]] = f(p[index[i]]);
  [[paraloop(independent(p))]] for (int i = 0; i < n; ++i) *p++ = f(i); // expected-error {{'p' is declared in 'independent', but is changed as a whole here}} expected-note {{hint}} expected-error {{'*p' is changed through a pointer}} expected-note {{another iteration}} expected-note {{hint}}
}
