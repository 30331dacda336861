// Programs with what everyday bodies use (locks, files, regular expressions, local objects of classes): equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <mutex>
#include <numeric>
#include <optional>
#include <random>
#include <regex>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

// == lock-unlock: accepted
void run() {
  std::mutex m;
  long t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    std::unique_lock<std::mutex> l(m);
    t += i;
    l.unlock();
    m.lock();
    t += 1;
    m.unlock();
    std::scoped_lock s(m);
    t -= 1;
  }
  std::printf("%ld\n", t);
}

// == read-file: accepted
static std::string slurp(const std::string &p) {
  std::ifstream in(p);
  std::stringstream s;
  s << in.rdbuf();
  return s.str();
}
void run() {
  std::vector<std::string> files{"/etc/passwd", "/etc/group", "/etc/hosts", "/nonexistent"};
  std::map<std::string, std::size_t> sizes;
  long lines = 0;
  [[paraloop]] for (const auto &f : files) {
    std::ifstream in(f);
    if (!in) {
      std::fprintf(stderr, "no %s\n", f.c_str());
      continue;
    }
    std::string line;
    long n = 0;
    while (std::getline(in, line)) {
      ++n;
      std::istringstream words(line);
      std::string w;
      while (words >> w)
        if (w == "root")
          ++n;
    }
    lines += n;
    sizes[f] = slurp(f).size();
  }
  std::printf("%ld %zu\n", lines, sizes.size());
}

// == regex: accepted
void run() {
  const std::regex number("[0-9]+");
  std::vector<std::string> found;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    const std::string text = "a" + std::to_string(i) + "b";
    std::smatch m;
    if (std::regex_search(text, m, number))
      found.push_back(m[0].str());
    for (auto it = std::sregex_iterator(text.begin(), text.end(), number); it != std::sregex_iterator(); ++it)
      found.push_back(it->str());
  }
  std::printf("%zu\n", found.size());
}

// == monte-carlo: accepted
void run() {
  long hits = 0;
  [[paraloop]] for (int i = 0; i < 50; ++i) {
    std::mt19937 g(i);
    std::uniform_real_distribution<double> u(0, 1);
    long own = 0;
    for (int k = 0; k < 100; ++k) {
      const double x = u(g), y = u(g);
      if (x * x + y * y < 1)
        ++own;
    }
    hits += own;
  }
  std::printf("%ld\n", hits);
}

// == matrix: accepted
struct M {
  int n;
  std::vector<double> d;
  explicit M(int n) : n(n), d(n * n) {}
  double operator()(int i, int k) const { return d[i * n + k]; }
  double &operator()(int i, int k) { return d[i * n + k]; }
};
void run() {
  M a(20), c(20);
  for (int i = 0; i < 400; ++i)
    a.d[i] = i;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    std::vector<double> row(20);
    for (int k = 0; k < 20; ++k)
      for (int m = 0; m < 20; ++m)
        row[k] += a(i, m) * a(m, k);
    for (int k = 0; k < 20; ++k)
      c.d[i * 20 + k] = row[k];
  }
  std::printf("%f\n", c(3, 4));
}

// == matrix-nonconst-read: accepted
struct M {
  int n;
  std::vector<double> d;
  explicit M(int n) : n(n), d(n * n) {}
  double &operator()(int i, int k) { return d[i * n + k]; }
};
void run() {
  M a(20);
  double t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    double s = 0;
    for (int k = 0; k < 20; ++k)
      s += a(i, k);
    t += s;
  }
  std::printf("%f\n", t);
}

// == matrix-write: refused or equal
struct M {
  int n;
  std::vector<double> d;
  explicit M(int n) : n(n), d(n * n) {}
  double &operator()(int i, int k) { return d[i * n + k]; }
};
void run() {
  M c(20);
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    for (int k = 0; k < 20; ++k)
      c(i, k) = i * k;
  }
  std::printf("%f\n", c(3, 4));
}

// == polymorphic: accepted
struct Shape {
  virtual ~Shape() = default;
  virtual double area() const = 0;
};
struct Sq : Shape {
  double a;
  explicit Sq(double a) : a(a) {}
  double area() const override { return a * a; }
};
void run() {
  std::vector<std::unique_ptr<Shape>> v;
  for (int i = 0; i < 20; ++i)
    v.push_back(std::make_unique<Sq>(i));
  double t = 0;
  [[paraloop]] for (const auto &s : v) t += s->area();
  std::printf("%f\n", t);
}

// == optional-result: accepted
static std::optional<std::string> find(int i) {
  if (i % 3)
    return std::nullopt;
  return std::to_string(i);
}
void run() {
  std::vector<std::string> all;
  std::optional<std::string> last;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    if (auto f = find(i)) {
      all.push_back(*f);
      last = f;
    }
  }
  std::printf("%zu %s\n", all.size(), last->c_str());
}

// == c-buffers: accepted
void run() {
  std::vector<std::string> out;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    char buf[64];
    std::memset(buf, 0, sizeof buf);
    std::snprintf(buf, sizeof buf, "%d,%d", i, i * i);
    char *comma = std::strchr(buf, ',');
    *comma = '\0';
    out.push_back(buf);
    out.push_back(comma + 1);
  }
  std::printf("%s %s\n", out[3].c_str(), out[4].c_str());
}

// == malloc: accepted
void run() {
  long t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    int *p = static_cast<int *>(std::malloc(40));
    for (int k = 0; k < 10; ++k)
      p[k] = k * i;
    t += p[3];
    std::free(p);
  }
  std::printf("%ld\n", t);
}

// == new-delete: refused or equal
struct T {
  T *l = nullptr, *r = nullptr;
  int v = 0;
  ~T() {
    delete l;
    delete r;
  }
};
static T *build(int d) {
  T *t = new T;
  t->v = d;
  if (d) {
    t->l = build(d - 1);
    t->r = build(d - 1);
  }
  return t;
}
static int sum(const T *t) { return t ? t->v + sum(t->l) + sum(t->r) : 0; }
void run() {
  long t = 0;
  [[paraloop]] for (int i = 0; i < 10; ++i) {
    T *x = build(i % 5);
    t += sum(x);
    delete x;
  }
  std::printf("%ld\n", t);
}

// == unique-tree: accepted
struct T {
  std::unique_ptr<T> l, r;
  int v = 0;
};
static std::unique_ptr<T> build(int d) {
  auto t = std::make_unique<T>();
  t->v = d;
  if (d) {
    t->l = build(d - 1);
    t->r = build(d - 1);
  }
  return t;
}
static int sum(const T &t) { return t.v + (t.l ? sum(*t.l) : 0) + (t.r ? sum(*t.r) : 0); }
void run() {
  long t = 0;
  [[paraloop]] for (int i = 0; i < 10; ++i) {
    auto x = build(i % 5);
    x->v += 1;
    t += sum(*x);
  }
  std::printf("%ld\n", t);
}

// == local-class-with-methods: accepted
class Parser {
  std::string s;
  std::size_t at = 0;
  std::map<std::string, int> seen;

public:
  explicit Parser(std::string s) : s(std::move(s)) {}
  bool next(std::string &w) {
    while (at < s.size() && s[at] == ' ')
      ++at;
    if (at == s.size())
      return false;
    w.clear();
    while (at < s.size() && s[at] != ' ')
      w += s[at++];
    ++seen[w];
    return true;
  }
  std::size_t distinct() const { return seen.size(); }
  const std::map<std::string, int> &counts() const { return seen; }
};
void run() {
  std::vector<std::string> texts{"a b c a", "b b", "", "x y"};
  std::map<std::string, int> all;
  std::size_t d = 0;
  [[paraloop]] for (const auto &t : texts) {
    Parser p(t);
    std::string w;
    while (p.next(w))
      ++all[w];
    d += p.distinct();
    for (const auto &[k, n] : p.counts())
      all[k] += n;
  }
  std::printf("%zu %zu %d\n", all.size(), d, all["b"]);
}

// == local-visitor-reference: refused or equal
static void walk(const std::vector<int> &v, const std::function<void(int)> &f) {
  for (int x : v)
    f(x);
}
void run() {
  std::vector<int> v{1, 2, 3};
  long t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    long own = 0;
    walk(v, [&](int x) { own += x * i; });
    t += own;
  }
  std::printf("%ld\n", t);
}

// == sort-local-by-outer: accepted
void run() {
  std::vector<double> w{3, 1, 2};
  long t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    std::vector<int> idx(w.size());
    std::iota(idx.begin(), idx.end(), 0);
    std::sort(idx.begin(), idx.end(), [&](int a, int b) { return w[a] < w[b]; });
    t += idx[0] * i;
  }
  std::printf("%ld\n", t);
}

// == user-operator-on-local: accepted
struct V {
  double x = 0, y = 0;
  V &operator+=(const V &o) {
    x += o.x;
    y += o.y;
    return *this;
  }
  V operator*(double k) const { return {x * k, y * k}; }
};
static V operator+(V a, const V &b) { return a += b; }
void run() {
  double sx = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    V v{1.0 * i, 2};
    v += V{1, 1} * 3;
    v = v + v;
    sx += v.x;
  }
  std::printf("%f\n", sx);
}

// == chrono-sleep: accepted
void run() {
  long t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    const auto start = std::chrono::steady_clock::now();
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    const auto end = std::chrono::steady_clock::now();
    t += end >= start;
  }
  std::printf("%ld\n", t);
}

// == string-view-args: refused or equal
static std::vector<std::string_view> split(std::string_view s) {
  std::vector<std::string_view> v;
  std::size_t b = 0;
  for (std::size_t i = 0; i <= s.size(); ++i)
    if (i == s.size() || s[i] == ' ') {
      v.push_back(s.substr(b, i - b));
      b = i + 1;
    }
  return v;
}
void run() {
  std::vector<std::string> texts{"a bb", "ccc", ""};
  std::size_t n = 0;
  std::vector<std::string> words;
  [[paraloop]] for (const auto &t : texts) {
    for (auto w : split(t)) {
      n += w.size();
      words.push_back(std::string(w));
      words.emplace_back(w);
    }
  }
  std::printf("%zu %zu\n", n, words.size());
}

// == progress: accepted
void run() {
  std::atomic<int> done{0};
  long t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    t += i;
    ++done;
    if (i % 5 == 0)
      std::cerr << "at " << i << std::endl;
  }
  std::printf("%ld %d\n", t, done.load());
}

// == default-initialised-globals: accepted
static std::vector<int> table = [] {
  std::vector<int> v;
  for (int i = 0; i < 20; ++i)
    v.push_back(i * i);
  return v;
}();
static const double scale = 1.5;
static long total = 0;
static double weigh(int i) { return table[i] * scale; }
void run() {
  double s = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    s += weigh(i);
    total += table[i];
  }
  std::printf("%f %ld\n", s, total);
}
