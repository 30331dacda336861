// What a replayed statement uses: in each of these programs a change might get lost, or come out of order; the tool refuses it, or the result
// is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// == conditional-statement-print: refused or equal
static int f(int i) {
  std::printf("f%d\n", i);
  return i;
}
static int g(int i) {
  std::printf("g%d\n", i);
  return i;
}
void run() {
  int a = 0, b = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) { i % 2 ? a += f(i) : b += g(i); }
  std::printf("%d %d\n", a, b);
}

// == conditional-statement-null: refused or equal
void run() {
  int x = 3;
  int *ps[4] = {&x, nullptr, &x, nullptr};
  int a = 0, b = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    const int *p = ps[i % 4];
    p ? a += *p : ++b;
  }
  std::printf("%d %d\n", a, b);
}

// == operand-changed-by-call: refused or equal
static int next(int &s) { return s = s * 5 + 1; }
void run() {
  std::map<int, int> m;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    int s = i;
    m[next(s)] = s;
  }
  for (auto [k, x] : m)
    std::printf("%d=%d ", k, x);
}

// == views-of-elements: refused or equal
void run() {
  std::vector<std::string> strings;
  for (int i = 0; i < 20; ++i)
    strings.push_back("a long enough string, to be on the heap " + std::to_string(i));
  std::vector<std::string_view> views;
  [[paraloop]] for (const std::string &s : strings) views.push_back(s);
  for (auto v : views)
    std::printf("%.*s\n", int(v.size()), v.data());
}

// == references-to-elements: refused or equal
void run() {
  std::vector<std::string> strings;
  for (int i = 0; i < 20; ++i)
    strings.push_back("a long enough string, to be on the heap " + std::to_string(i));
  std::vector<std::reference_wrapper<const std::string>> views;
  [[paraloop]] for (const std::string &s : strings) views.push_back(s);
  for (const std::string &v : views)
    std::printf("%s\n", v.c_str());
}

// == conditional-reference: refused or equal
void run() {
  int odd = 0, even = 0;
  [[paraloop]] for (int i = 0; i < 21; ++i) {
    (i % 2 ? odd : even) += i;
    int &r = i % 3 ? odd : even;
    (void)r;
  }
  std::printf("%d %d\n", odd, even);
}

// == conditional-reference-plain: accepted
void run() {
  int odd = 0, even = 0;
  [[paraloop]] for (int i = 0; i < 21; ++i) { (i % 2 ? odd : even) += i; }
  std::printf("%d %d\n", odd, even);
}

// == sizeof-local: accepted
void run() {
  long total = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    double own = i;
    total += sizeof(own) * (own > 3);
  }
  std::printf("%ld\n", total);
}

// == local-class-operand: accepted
void run() {
  long total = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    struct P {
      int a;
      long sum() const { return a; }
    };
    P p{i};
    total += p.sum();
  }
  std::printf("%ld\n", total);
}

// == binding-outside: accepted
static std::pair<int, long> f() { return {2, 3}; }
void run() {
  long total = 0;
  auto [a, b] = f();
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    total += a;
    total += i * b;
  }
  std::printf("%ld\n", total);
}

// == binding-loop: accepted
void run() {
  std::map<std::string, int> m{{"a", 1}, {"b", 2}};
  long total = 0;
  std::string all;
  [[paraloop]] for (const auto &[key, value] : m) {
    total += value;
    all += key;
  }
  std::printf("%ld %s\n", total, all.c_str());
}

// == bit-field-operand: refused or equal
struct S {
  unsigned b : 3;
};
void run() {
  long total = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    S own{unsigned(i % 8)};
    total += own.b;
  }
  std::printf("%ld\n", total);
}

// == no-default-constructor: accepted
struct N {
  int x;
  explicit N(int x) : x(x) {}
};
N make(int i) { return N(i); }
void run() {
  std::vector<N> ns;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    N own = make(i);
    ns.push_back(own);
  }
  std::printf("%d\n", ns[3].x);
}

// == string-literals: accepted
void run() {
  std::string s;
  std::vector<std::string> v;
  std::map<std::string, int> m;
  std::vector<const char *> ps;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    const char *word = i % 2 ? "odd" : "even";
    std::string_view sv = word;
    s += i % 2 ? "a" : "b";
    s += word;
    s += sv;
    v.push_back(word);
    v.push_back(i % 3 ? "x" : "y");
    ++m[word];
    m["lit"] += i;
    s += sv.substr(1);
    s.push_back('c');
    ps.push_back("lit");
    char buffer[20];
    std::snprintf(buffer, sizeof buffer, "%d", i);
    s += buffer;
    v.push_back(buffer);
  }
  std::printf("%s %zu %d %s\n", s.c_str(), v.size(), m["odd"], v[3].c_str());
}

// == moved: accepted
void run() {
  std::vector<std::string> v;
  std::vector<std::unique_ptr<std::string>> p;
  std::vector<std::vector<std::string>> vv;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    std::string own(30, char('a' + i));
    v.push_back(own);
    v.push_back(std::move(own));
    if (!own.empty())
      std::printf("not moved\n");
    auto u = std::make_unique<std::string>("x");
    p.push_back(std::move(u));
    if (u)
      std::printf("not moved\n");
    std::vector<std::string> lines(2, "y");
    vv.push_back(std::move(lines));
    vv.back().push_back("z");
  }
  std::printf("%zu %zu %zu %s\n", v.size(), p.size(), vv[3].size(), v[5].c_str());
}

// == assign-chain: accepted
void run() {
  int a = 0, b = 0, n = 0;
  int v[60] = {};
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    a = b = i;
    a += b++;
    v[n++] = i;
    v[n] = a;
    ++n;
    int own;
    a = (own = i * 2);
    b += own;
  }
  std::printf("%d %d %d %d\n", a, b, n, v[7]);
}

// == inner-increment: accepted
void run() {
  int a = 0, b = 0;
  bool any = false;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    for (int k = 0; k < 3; ++k, ++a)
      if (k == 1)
        b += k;
    for (int k = 0; k < 2; ++a, ++k) {
    }
    i % 2 && ++b;
    any |= i > 3;
    i % 3 ? ++a : --b;
  }
  std::printf("%d %d %d\n", a, b, any);
}

// == macro-operands: accepted
#define SQUARE(x) ((x) * (x))
#define LIMIT 7
static int f(int i) { return i + 1; }
void run() {
  long t = 0;
  double d = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    t += SQUARE(i) + LIMIT + 0;
    t += SQUARE(f(i)) + 0;
    double x = i;
    d += SQUARE(x) + 0;
  }
  std::printf("%ld %f\n", t, d);
}

// == locals-same-name: accepted
struct P {
  int x = 0, y = 0;
};
void run() {
  P p;
  long total = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    int x = i, y = 2 * i;
    p.x += x;
    p.y += y + x;
    {
      int x = 5;
      total += x;
    }
    int max = x;
    total += max;
  }
  std::printf("%d %d %ld\n", p.x, p.y, total);
}

// == members: accepted
class C {
  int count_ = 0;
  std::vector<int> v_;
  static int all_;
  struct In {
    int a[3] = {};
  } in_;

public:
  void run(int n) {
    [[paraloop]] for (int i = 0; i < n; ++i) {
      count_ += i;
      v_.push_back(i * this->k_);
      ++all_;
      this->in_.a[i % 3] += i;
      C::all_ += 2;
    }
  }
  void print() const { std::printf("%d %zu %d %d\n", count_, v_.size(), all_, in_.a[1]); }
  int k_ = 3;
};
int C::all_ = 0;
void run() {
  C c;
  c.run(20);
  c.print();
}

// == lambda-loop: accepted
void run() {
  long total = 0;
  int k = 2;
  auto run = [&total, k](int n) { [[paraloop]] for (int i = 0; i < n; ++i) total += i * k; };
  run(20);
  auto own = [total](int n) mutable {
    [[paraloop]] for (int i = 0; i < n; ++i) total += i;
    return total;
  };
  std::printf("%ld %ld\n", own(5), total);
  auto generic = [&](auto n) { [[paraloop]] for (decltype(n) i = 0; i < n; ++i) total += i; };
  generic(5);
  generic(5L);
  std::printf("%ld\n", total);
}

// == arrays-of-arrays: accepted
void run() {
  int grid[4][3] = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}, {1, 1, 1}};
  long t = 0;
  [[paraloop]] for (auto &row : grid) for (int x : row) t += x;
  [[paraloop]] for (char c : "text") t = t * 31 + c;
  [[paraloop]] for (const int(&row)[3] : grid) t += row[1];
  std::printf("%ld\n", t);
}

// == preprocessor-in-body: accepted
#define FAST 1
void run() {
  long total = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
#if FAST
    total += i;
#else
    total -= i;
#endif
#pragma GCC diagnostic push
    total += 1;
#pragma GCC diagnostic pop
  }
  std::printf("%ld\n", total);
}
