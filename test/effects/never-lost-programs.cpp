// Whole programs of the kind that people write: each is accepted, and its result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --both --std=c++20

#include <algorithm>
#include <concepts>
#include <cstdio>
#include <deque>
#include <fstream>
#include <map>
#include <numeric>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <vector>

// == struct-assign: accepted
struct R {
  int a;
  double b;
};
static R make(int i) { return {i, i * 0.5}; }
void run() {
  std::vector<R> rs(20);
  R best{0, 0}, last{};
  R arr[20];
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    R r = make(i);
    rs[i] = r;
    last = make(i);
    best = r.b > best.b ? r : best;
    arr[i] = r;
  }
  std::printf("%d %f %d %d %d\n", rs[7].a, best.b, last.a, arr[3].a, (int)rs.size());
}

// == class-with-serialize: accepted
struct R {
  int a = 0;
  std::string s;
  template <class A> void serialize(A &ar) { ar(a, s); }
};
static R make(int i) {
  R r;
  r.a = i;
  r.s = std::to_string(i);
  return r;
}
void run() {
  std::vector<R> rs(20), more;
  R last;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    rs[i] = make(i);
    more.push_back(make(i));
    last = rs[0];
  }
  std::printf("%d %s %s\n", rs[7].a, rs[7].s.c_str(), last.s.c_str());
}

// == chains: accepted
void run() {
  std::string s;
  std::vector<std::vector<int>> vv;
  std::map<int, std::pair<int, std::string>> m;
  std::tuple<int, long> t{};
  std::vector<int> v(10);
  std::vector<std::vector<int>> grid(20, std::vector<int>(3));
  std::deque<int> q;
  struct N {
    int x = 0;
    std::string name;
  };
  std::vector<N> ns(1);
  std::map<std::string, std::map<int, int>> mm;
  unsigned u = 1;
  short sh = 0;
  char c = 'a';
  bool f = false;
  enum class State { open, done } state = State::open;
  int total = 0;
  std::string text(20, '.');
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    std::vector<int> own(3, i);
    std::string name = std::to_string(i);
    s.append("x").append(name);
    vv.emplace_back().push_back(i);
    m[i % 3].first++;
    m[i % 3].second += name;
    std::get<1>(t) += i;
    *std::max_element(v.begin(), v.end()) += i;
    v.at(i % 10)++;
    for (int k = 0; k < 3; ++k)
      grid[i][k] = i * k;
    ns.back().name = name;
    ns.back().x -= i;
    mm[name][i]++;
    q.push_back(i);
    if (i % 3 == 2)
      q.pop_front();
    std::iota(v.begin(), v.begin() + 3, i);
    std::reverse(v.begin(), v.end());
    total = std::accumulate(own.begin(), own.end(), total);
    u <<= 1;
    u ^= i;
    u %= 1000u;
    u |= 1;
    sh += i;
    c = char(c + i % 2);
    f |= i == 3;
    f = !f;
    if (i == 11)
      state = State::done;
    text[i] = c;
    text.replace(0, 1, name);
    m.at(0).first += 1;
    m.find(0)->second.first += 2;
    total -= q.empty() ? 1 : q.front();
  }
  std::printf("%s %zu %d %s %ld %d %d %s %zu %u %d %c %d %d %d %s\n", s.c_str(), vv.size(), m[0].first,
              m[1].second.c_str(), std::get<1>(t), v[3], grid[7][2], ns[0].name.c_str(), mm.size(), u, sh, c, f,
              state == State::done, total, text.c_str());
}

// == nested-annotated: accepted
void run() {
  long t = 0;
  int grid[5][6] = {};
  [[paraloop]] for (int i = 0; i < 5; ++i) {
    [[paraloop]] for (int k = 0; k < 6; ++k) {
      grid[i][k] = i * k;
      t += k;
    }
  }
  std::printf("%ld %d\n", t, grid[4][5]);
}

// == called-loop: accepted
static long inner(int n) {
  long t = 0;
  [[paraloop]] for (int k = 0; k < n; ++k) { t += k; }
  return t;
}
void run() {
  long t = 0;
  [[paraloop]] for (int i = 0; i < 50; ++i) { t += inner(i); }
  std::printf("%ld\n", t);
}

// == designated: accepted
struct P {
  int x = 1, y = 2;
};
void run() {
  std::vector<P> v;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    v.push_back({.x = i, .y = i * 2});
    v.push_back(P{.y = i});
  }
  std::printf("%d %d\n", v[6].y, v[7].y);
}

// == template-class: accepted
template <class T> struct Acc {
  std::vector<T> all;
  T sum{};
  template <class F> void run(int n, F f) {
    [[paraloop]] for (int i = 0; i < n; ++i) {
      T x = f(i);
      all.push_back(x);
      sum += x;
      this->sum += T(1);
    }
  }
};
void run() {
  Acc<int> a;
  a.run(20, [](int i) { return i * 2; });
  Acc<double> b;
  b.run(20, [](int i) { return i * 0.3; });
  std::printf("%d %zu %a %zu\n", a.sum, a.all.size(), b.sum, b.all.size());
}

// == template-dependent-member: accepted
template <class M> long f(M &m, int n) {
  typename M::mapped_type total{};
  [[paraloop]] for (int i = 0; i < n; ++i) {
    m[i % 4] += i;
    total += static_cast<typename M::mapped_type>(i);
  }
  return long(total);
}
void run() {
  std::map<int, int> a;
  std::map<long, double> b;
  std::printf("%ld %ld\n", f(a, 20), f(b, 20));
}

// == concepts: accepted
long f(std::integral auto n) {
  long t = 0;
  [[paraloop]] for (decltype(n) i = 0; i < n; ++i) t += i;
  return t;
}
void run() { std::printf("%ld %ld\n", f(20), f(20L)); }

// == noexcept-function: accepted
static long f(int n) noexcept {
  long t = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    if (i == 30)
      return t;
    t += i;
  }
  return -t;
}
void run() { std::printf("%ld %ld\n", f(20), f(40)); }

// == try-around: accepted
void run() {
  std::vector<int> v(10);
  long t = 0;
  try {
    [[paraloop]] for (int i = 0; i < 20; ++i) {
      std::printf("%d\n", i);
      t += i;
      v.at(i) += i;
      t += 100;
    }
  } catch (const std::out_of_range &) {
    std::printf("caught\n");
  }
  std::printf("%ld %d\n", t, v[9]);
}

// == throws-in-operand: accepted
static int f(int i) {
  if (i == 13)
    throw std::runtime_error("thirteen");
  return i;
}
void run() {
  long t = 0;
  try {
    [[paraloop]] for (int i = 0; i < 20; ++i) {
      t += i;
      t += f(i);
    }
  } catch (const std::exception &e) {
    std::printf("%s\n", e.what());
  }
  std::printf("%ld\n", t);
}

// == catch-with-update: accepted
static int f(int i) {
  if (i % 3 == 0)
    throw std::runtime_error("x");
  return i;
}
void run() {
  long t = 0, errors = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    try {
      t += f(i);
      std::printf("ok %d\n", i);
    } catch (const std::exception &e) {
      ++errors;
      std::printf("%s %d\n", e.what(), i);
    } catch (...) {
      errors += 100;
    }
  }
  std::printf("%ld %ld\n", t, errors);
}

// == switch-updates: accepted
void run() {
  int a = 0, b = 0, c = 0;
  [[paraloop]] for (int i = 0; i < 30; ++i) {
    switch (i % 4) {
    case 0:
      ++a;
      [[fallthrough]];
    case 1:
      b += i;
      break;
    case 2: {
      int own = i;
      c += own;
      continue;
    }
    default:
      --a;
    }
    do {
      ++c;
      if (i % 2)
        break;
      b += 2;
    } while (false);
  }
  std::printf("%d %d %d\n", a, b, c);
}

// == one-line-body-is-update: accepted
void run() {
  int a = 0;
  std::vector<int> v;
  [[paraloop]] for (int i = 0; i < 30; ++i) a += i;
  [[paraloop]] for (int i = 0; i < 30; ++i) if (i % 2)++ a;
  else --a;
  [[paraloop]] for (int i = 0; i < 30; ++i) for (int k = 0; k < i; ++k) if (k % 3) v.push_back(k);
  [[paraloop]] for (int i = 0; i < 30; ++i);
  std::printf("%d %zu\n", a, v.size());
}

// == pointer-parameter-read: accepted
static double dot(const double *a, const double *b, int n) {
  double t = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) t += a[i] * b[i];
  return t;
}
void run() {
  double a[50], b[50];
  for (int i = 0; i < 50; ++i)
    a[i] = i * 0.1, b[i] = 1.0 / (i + 1);
  std::printf("%a\n", dot(a, b, 50));
}

// == output-parameter: accepted
static void count(const std::vector<std::string> &words, std::map<std::string, int> &counts, long &total) {
  [[paraloop]] for (const auto &w : words) {
    ++counts[w];
    total += w.size();
  }
}
void run() {
  std::map<std::string, int> c;
  long t = 0;
  std::vector<std::string> w;
  for (int i = 0; i < 30; ++i)
    w.push_back(std::to_string(i % 7));
  count(w, c, t);
  std::printf("%zu %ld\n", c.size(), t);
}

// == design-example: accepted
struct Page {
  std::string text, title;
  bool is_last = false;
  bool empty() const { return text.empty(); }
};
static Page fetch(const std::string &url) {
  Page p;
  if (url == "5")
    return p;
  p.text = "a b " + url;
  p.title = "T" + url;
  p.is_last = url == "17";
  return p;
}
static std::vector<std::string> split(const std::string &s) {
  std::vector<std::string> w(1);
  for (char c : s)
    if (c == ' ')
      w.emplace_back();
    else
      w.back() += c;
  return w;
}
void run() {
  long total = 3;
  std::map<std::string, int> frequencies;
  std::vector<std::string> titles, urls;
  for (int i = 0; i < 30; ++i)
    urls.push_back(std::to_string(i));
  [[paraloop]] for (const std::string &url : urls) {
    Page page = fetch(url);
    if (page.empty())
      continue;
    for (const auto &word : split(page.text)) {
      ++frequencies[word];
      ++total;
    }
    titles.push_back(page.title);
    if (page.is_last)
      break;
  }
  std::printf("%ld %zu %zu %s\n", total, frequencies.size(), titles.size(), titles.back().c_str());
}

// == json-lines: accepted
static std::string render(int i) {
  std::ostringstream o;
  o << "{\"i\":" << i << "}";
  return o.str();
}
void run() {
  std::ostringstream out;
  std::vector<std::string> errors;
  bool first = true;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    const std::string line = render(i);
    out << (i ? "," : "") << line;
    if (line.size() > 8)
      errors.push_back("long " + line);
    first = false;
  }
  std::printf("%s %zu %d\n", out.str().c_str(), errors.size(), first);
}

// == member-output: accepted
struct Report {
  std::vector<std::string> lines;
  std::string worst;
  int count = 0;
  void run(const std::vector<int> &v) {
    [[paraloop]] for (int x : v) {
      if (!keep(x))
        continue;
      std::string l = describe(x);
      lines.push_back(l);
      worst = l;
      count++;
    }
  }
  bool keep(int x) const { return x % 3; }
  std::string describe(int x) const { return prefix + std::to_string(x); }
  std::string prefix = "p";
};
void run() {
  Report r;
  std::vector<int> v;
  for (int i = 0; i < 40; ++i)
    v.push_back(i);
  r.run(v);
  std::printf("%zu %s %d\n", r.lines.size(), r.worst.c_str(), r.count);
}

// == flag: accepted
void run() {
  bool ok = true;
  int bad = -1;
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    if (i % 13 == 12) {
      ok = false;
      bad = i;
    }
  }
  std::printf("%d %d\n", ok, bad);
}

// == map-of-vectors: accepted
void run() {
  std::map<std::string, std::vector<int>> index;
  std::unordered_map<int, std::set<std::string>> groups;
  std::unordered_set<std::string> seen;
  std::vector<std::pair<std::string, int>> pairs;
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    std::string k = "k" + std::to_string(i % 5);
    index[k].push_back(i);
    groups[i % 3].insert(k);
    seen.insert(k);
    seen.emplace(k + "x");
    pairs.emplace_back(k, i);
    pairs.push_back(std::make_pair(k, i));
    pairs.push_back({k, i});
    index.try_emplace("new");
    index.insert_or_assign("last", std::vector<int>{i});
  }
  std::printf("%zu %zu %zu %zu %d\n", index.size(), groups.size(), seen.size(), pairs.size(), index["last"][0]);
  for (auto &s : seen)
    std::printf("%s ", s.c_str());
}
