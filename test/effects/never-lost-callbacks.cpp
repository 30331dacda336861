// Code of the program's that the standard library calls back: functions that it is handed, constructors and destructors
// of what it makes; and methods that write into their arguments. The tool refuses each of these programs, or the result
// is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native

#include <algorithm>
#include <any>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <functional>
#include <iterator>
#include <list>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <unistd.h>
#include <valarray>
#include <variant>
#include <vector>

constexpr int n = 20;
int work(int i) {
  usleep(100); // So that all workers get something.
  return i * 7 % 11;
}
int x[8], y[8], total, other;
char text[64];
void begin() { total = other = 0; for (int k = 0; k < 8; ++k) x[k] = y[k] = k; }
void end() { for (int v : x) std::printf("%d ", v); for (int v : y) std::printf("%d ", v); std::printf("%d %d", total, other); }

struct Adder { int v; explicit Adder(int &t, int d = 1) : v(d) { t += d; } };
struct PointerAdder { int v; explicit PointerAdder(int *t, int d = 1) : v(d) { *t += d; } };
struct Guard { int *t; int d; Guard(int &t_, int d_ = 1) : t(&t_), d(d_) {} Guard(const Guard &) = delete; ~Guard() { *t += d; } };
struct ReferenceGuard { int &t; int d; ReferenceGuard(int &t_, int d_ = 1) : t(t_), d(d_) {} ~ReferenceGuard() { t += d; } };
struct Plain { int v = 0; void add(int k) { v += k; } };
[[maybe_unused]] void bump(int &t, int d) { t += d; }
[[maybe_unused]] void bump_behind(int *t, int d) { *t += d; }

// == invoke-a-function: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::invoke(bump, total, work(i) % 7); }
  end();
}

// == invoke-with-a-pointer: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::invoke(bump_behind, &total, work(i) % 7); }
  end();
}

// == invoke-a-method: refused or equal
Plain one;
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::invoke(&Plain::add, one, work(i) % 7); }
  total = one.v;
  end();
}

// == a-predicate-that-changes: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { total += int(std::find_if(y, y + 5, [](int &v) { return ++v > 10; }) - y); work(i); }
  end();
}

// == any-of-that-changes: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { total += std::any_of(y, y + 5, [](int &v) { return ++v > 10; }); work(i); }
  end();
}

// == count-if-that-changes: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { auto n = std::count_if(y, y + 5, [](int &v) { return ++v > 10; }); total += int(n) + work(i) % 2; }
  end();
}

// == transform-that-changes-its-source: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int o[5]; std::transform(y, y + 5, o, [](int &v) { return v++; }); total += o[i % 5] + work(i) % 2; }
  end();
}

// == copy-if-that-changes-its-source: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int o[5] = {}; std::copy_if(y, y + 5, o, [](int &v) { return v++ > 3; }); total += o[i % 5] + work(i) % 2; }
  end();
}

// == accumulate-that-changes: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { total += std::accumulate(y, y + 5, 0, [](int s, int &v) { return s + v++; }) + work(i) % 2; }
  end();
}

// == a-comparison-that-changes: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { total += *std::max_element(y, y + 5, [](int &l, int &r) { ++l; return l < r; }) + work(i) % 2; }
  end();
}

// == for-each-over-references: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::vector<std::reference_wrapper<int>> ps{y[0], y[3]}; std::for_each(ps.begin(), ps.end(), [i](int &p) { p += i; }); work(i); }
  end();
}

// == a-range-of-references: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::vector<std::reference_wrapper<int>> ps{y[0], y[3]}; for (int &p : ps) p += i; work(i); }
  end();
}

// == copies-of-references: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::vector<std::reference_wrapper<int>> ps{y[0], y[3]}; for (auto p : ps) p.get() += i; work(i); }
  end();
}

// == references-that-were-added: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::vector<std::reference_wrapper<int>> ps; ps.push_back(y[0]); for (auto &p : ps) p.get() += i; work(i); }
  end();
}

// == an-element-that-is-a-reference: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::vector<std::reference_wrapper<int>> ps; ps.push_back(y[0]); int &p = ps[0]; p += i; work(i); }
  end();
}

// == visit-that-changes-a-variant: refused or equal
std::variant<int, double> v{1};
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::visit([](auto &x) { x += 1; }, v); work(i); }
  std::visit([](auto &x) { total = int(x); }, v);
  end();
}

// == make-unique: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { auto p = std::make_unique<Adder>(total, work(i) % 7); other += p->v; }
  end();
}

// == make-unique-with-a-pointer: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { auto p = std::make_unique<PointerAdder>(&total, work(i) % 7); other += p->v; }
  end();
}

// == make-shared: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { auto p = std::make_shared<Adder>(total, work(i) % 7); other += p->v; }
  end();
}

// == optional-in-place: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::optional<Adder> p(std::in_place, total, work(i) % 7); other += p->v; }
  end();
}

// == optional-emplace: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::optional<Adder> p; p.emplace(total, work(i) % 7); other += p->v; }
  end();
}

// == vector-emplace: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::vector<Adder> p; p.emplace_back(total, work(i) % 7); other += p[0].v; }
  end();
}

// == vector-emplace-with-a-pointer: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::vector<PointerAdder> p; p.emplace_back(&total, work(i) % 7); other += p[0].v; }
  end();
}

// == map-try-emplace: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::map<int, Adder> p; p.try_emplace(1, total, work(i) % 7); other += p.at(1).v; }
  end();
}

// == a-tuple-that-constructs: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::tuple<Adder> p(total); work(i); (void)p; }
  end();
}

// == a-pair-piece-by-piece: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::pair<int, Adder> p(std::piecewise_construct, std::forward_as_tuple(1), std::forward_as_tuple(total, work(i) % 7)); other += p.second.v; }
  end();
}

// == any-emplace: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::any p; p.emplace<Adder>(total, work(i) % 7); }
  end();
}

// == variant-emplace: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::variant<int, Adder> p; p.emplace<Adder>(total, work(i) % 7); }
  end();
}

// == variant-in-place: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::variant<int, Adder> p(std::in_place_type<Adder>, total, work(i) % 7); }
  end();
}

// == any-in-place: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::any p(std::in_place_type<Adder>, total, work(i) % 7); }
  end();
}

// == make-from-tuple: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { auto p = std::make_from_tuple<Adder>(std::tie(total, i)); other += p.v + work(i) % 2; }
  end();
}

// == an-inherited-constructor: refused or equal
struct W : Adder { using Adder::Adder; };
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { W w(total, work(i) % 7); other += w.v; }
  end();
}

// == a-guard-in-a-unique-ptr: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { auto p = std::make_unique<Guard>(total, work(i) % 7); (void)p; }
  end();
}

// == a-new-guard-in-a-unique-ptr: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::unique_ptr<Guard> p(new Guard(total, work(i) % 7)); }
  end();
}

// == a-guard-with-a-reference: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { auto p = std::make_unique<ReferenceGuard>(total, work(i) % 7); (void)p; }
  end();
}

// == a-guard-in-a-shared-ptr: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { auto p = std::make_shared<Guard>(total, work(i) % 7); (void)p; }
  end();
}

// == a-guard-in-an-optional: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::optional<Guard> p; p.emplace(total, work(i) % 7); }
  end();
}

// == a-guard-that-is-reset: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::optional<ReferenceGuard> p; p.emplace(total, work(i) % 7); p.reset(); }
  end();
}

// == a-guard-in-a-list: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::list<Guard> p; p.emplace_back(total, work(i) % 7); }
  end();
}

// == a-guard-that-is-popped: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::deque<Guard> p; p.emplace_back(total, work(i) % 7); p.pop_back(); }
  end();
}

// == a-guard-in-a-tuple: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::tuple<ReferenceGuard, int> p(total, work(i) % 7); }
  end();
}

// == a-guard-in-a-variant: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::variant<int, Guard> p; p.emplace<Guard>(total, work(i) % 7); p = 3; }
  end();
}

// == a-guard-in-an-any: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::any p = std::make_shared<Guard>(total, work(i) % 7); }
  end();
}

// == a-guard-in-a-map: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::map<int, Guard> p; p.try_emplace(1, total, work(i) % 7); p.erase(1); }
  end();
}

// == a-guard-and-its-deleter: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { Guard *p = new Guard(total, work(i) % 7); std::default_delete<Guard>()(p); }
  end();
}

// == a-guard-in-a-capture: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { auto f = [g = std::make_shared<Guard>(total, work(i) % 7)] { return g->d; }; other += f(); }
  end();
}

// == a-guard-that-is-destroyed-by-hand: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { alignas(ReferenceGuard) char mem[sizeof(ReferenceGuard)]; auto *p = new (mem) ReferenceGuard(total, work(i) % 7); std::destroy_at(p); }
  end();
}

// == string-copy: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::string s = std::to_string(work(i)); s.copy(text, 2); }
  total = text[0];
  end();
}

// == string-view-copy: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::string s = std::to_string(work(i)); std::string_view(s).copy(text, 2); }
  total = text[0];
  end();
}

// == compare-exchange: refused or equal
int expected;
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::atomic<int> at{i}; at.compare_exchange_strong(expected, work(i)); }
  total = expected;
  end();
}

// == stream-read: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::istringstream s("abc" + std::to_string(work(i))); s.read(text, 4); }
  total = text[3];
  end();
}

// == a-stream-over-a-buffer: refused or equal
std::ostringstream out;
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::ostream o2(out.rdbuf()); o2 << work(i);  }
  for (int v : out.str()) total = (total * 31 + v) % 10007;
  end();
}

// == for-each-over-pointers: refused or equal
std::vector<int *> ps{y, y + 3, x};
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::for_each(ps.begin(), ps.end(), [](int *p) { ++*p; }); work(i); }
  end();
}

// == for-each-over-an-array-of-pointers: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int *ps[] = {y, y + 3, x}; std::for_each(ps, ps + 3, [i](int *p) { *p += i; }); work(i); }
  end();
}

// == apply-to-references: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::apply(bump, std::tie(total, other)); work(i); }
  end();
}

// == apply-to-a-pointer: refused or equal
std::tuple<int *, int> t{y, 3};
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::apply(bump_behind, t); work(i); }
  end();
}

// == visit-a-variant-of-pointers: refused or equal
std::variant<int *, double *> v{y};
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::visit([](auto *x) { *x += 1; }, v); work(i); }
  end();
}

// == a-function-object-that-sums: refused or equal
struct Sum { int s = 0; void operator()(int k) { s += k; } };
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int o[3] = {1, 2, work(i) % 7}; total += std::for_each(o, o + 3, Sum{}).s; }
  end();
}

// == back-inserter: refused or equal
std::vector<int> out;
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int o[3] = {1, 2, work(i) % 7}; std::copy(o, o + 3, std::back_inserter(out)); }
  for (int v : out) total = (total * 31 + v) % 10007;
  end();
}

// == ostream-iterator: refused or equal
std::ostringstream out;
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { *std::ostream_iterator<int>(out, ",") = work(i);  }
  for (int v : out.str()) total = (total * 31 + v) % 10007;
  end();
}

// == set-merge: refused or equal
std::set<int> all;
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::set<int> s{work(i)}; s.merge(all); }
  total = int(all.size());
  end();
}

// == map-extract: refused or equal
std::map<int, int> all{{1, 2}};
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::map<int, int> s; auto n = all.extract(1); n.mapped() += work(i); all.insert(std::move(n)); }
  total = all[1];
  end();
}

// == an-atomic-builtin: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { __atomic_fetch_add(&total, work(i) % 7, __ATOMIC_RELAXED); }
  end();
}

// == an-atomic-store: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int k = work(i); __atomic_store(&total, &k, __ATOMIC_RELAXED); }
  end();
}

// == an-atomic-exchange: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int k = work(i); int o; __atomic_exchange(&total, &k, &o, __ATOMIC_RELAXED); other = o; }
  end();
}

// == an-operator-that-reads: refused or equal
struct K { int v; bool operator<(const K &o) const { return (v ^ total) < (o.v ^ total); } };
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { K o[4] = {{3}, {1}, {2}, {i}}; std::sort(o, o + 4); total = (total * 3 + o[work(i) % 2].v) % 101; }
  end();
}

// == the-classs-operator-new: refused or equal
struct C { int v; static inline int count; void *operator new(std::size_t s) { ++count; return std::malloc(s); } void operator delete(void *p) { std::free(p); } };
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { auto c = new C{work(i)}; other += c->v; delete c; }
  total = C::count;
  end();
}

// == a-seed-sequence: refused or equal
std::vector<unsigned> sv(4);
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::seed_seq q{unsigned(i), unsigned(work(i))}; q.generate(sv.begin(), sv.end()); }
  total = int(sv[0] % 1000);
  end();
}

// == a-thread-with-a-function: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::thread t(bump, std::ref(total), work(i) % 7); t.join(); }
  end();
}

// == a-masked-valarray: refused or equal
std::valarray<int> st(64);
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { st[st < 9] = work(i) % 7; }
  total = st.sum();
  end();
}

// == a-default-argument: accepted
int next(int d = ++total) { return d; }
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { other += next() + work(i) % 2; }
  end();
}

// == a-default-member-initializer: accepted
struct Numbered { Adder a{total, 3}; };
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { Numbered one; other += one.a.v + work(i) % 2; }
  end();
}

// == an-optional-that-is-reset: accepted
void run() {
  static std::optional<int> sum;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { if (!sum) sum = 0; *sum += work(i) % 7; if (*sum > 20) sum.reset(); }
  std::printf("%d", sum.value_or(-1));
}

// == a-std-function-that-gets-a-pointer: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::function<int(int *)> f = [](int *p) { *p = (*p * 3 + 1) % 101; return 1; }; other += f(&total) + work(i) % 2; }
  end();
}

// == std-functions-in-a-vector: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::vector<std::function<int(int *)>> fs{[](int *p) { *p = (*p * 3 + 1) % 101; return 1; }}; for (auto &f : fs) other += f(&total) + work(i) % 2; }
  end();
}

// == mem-fn: refused or equal
Plain s;
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { auto f = std::mem_fn(&Plain::add); f(&s, work(i) % 7); }
  total = s.v;
  end();
}

// == mem-fn-of-a-pointer: refused or equal
Plain s;
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { auto f = std::mem_fn(&Plain::add); Plain *p = &s; f(p, work(i) % 7); }
  total = s.v;
  end();
}

// == a-deleter-that-changes: refused or equal
struct Del { void operator()(int *p) const { *p = (*p * 3 + 1) % 101; } };
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::unique_ptr<int, Del> p(&total); work(i); }
  end();
}

// == initializers-beside-an-inherited-constructor: refused or equal
struct B { int v; B(int k) : v(k) {} }; struct D : B { using B::B; int id = total = (total * 3 + 1) % 101; };
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { D d(i); other += d.v + work(i) % 2; }
  end();
}

// == pointers-in-a-vector: accepted
struct Pp { static inline int count = 0; int id; Pp() { id = count++; } }; Pp ps[3];
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::vector<const Pp *> near; near.push_back(&ps[i % 3]); other += near[0]->id + work(i) % 2; }
  end();
}

// == a-class-that-owns-in-a-vector: accepted
struct Mat { double *d; int n; explicit Mat(int k) : d(new double[std::size_t(k) + 1]), n(k) {} Mat(const Mat &o) : d(new double[std::size_t(o.n) + 1]), n(o.n) {} Mat &operator=(const Mat &) = delete; ~Mat() { delete[] d; } };
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::vector<Mat> t; int k = i; t.emplace_back(k); other += t[0].n + work(i) % 2; }
  end();
}

// == a-class-that-owns-in-a-map: accepted
struct Mat { double *d; int n; Mat() : d(new double[3]), n(3) {} Mat(const Mat &o) : d(new double[3]), n(o.n) {} Mat &operator=(const Mat &) = delete; ~Mat() { delete[] d; } };
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::map<int, Mat> m; m[i].n = i; other += m[i].n + work(i) % 2; }
  end();
}

// == make-unique-with-a-number: accepted
struct Grid { std::vector<int> c; explicit Grid(int n) : c(std::size_t(n) + 3) {} void set(int k, int x) { c[std::size_t(k)] = x; } };
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int n = i; auto g = std::make_unique<Grid>(n); g->set(0, 1); other += g->c[0] + work(i) % 2; }
  end();
}

// == make-shared-with-a-number: accepted
double init = 2;
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { auto s = std::make_shared<std::vector<double>>(10, init); (*s)[0] = 2; other += int((*s)[0]) + work(i) % 2; }
  end();
}

// == what-find-returns: accepted
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::vector<int> v{1, 2, i}; auto it = std::find(v.begin(), v.end(), i); if (it != v.end()) *it = -1; other += v[2] + work(i) % 2; }
  end();
}

// == a-file-in-a-unique-ptr: accepted
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::unique_ptr<FILE, int (*)(FILE *)> f(std::fopen("/proc/self/stat", "r"), std::fclose); char t[9]; if (f && std::fgets(t, 9, f.get())) other += work(i) % 3; }
  end();
}

// == a-bound-function-with-a-pointer: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { auto f = std::bind(bump_behind, std::placeholders::_1, std::placeholders::_2); f(&total, work(i) % 7); }
  end();
}

// == data-that-can-be-called: refused or equal
struct Grid { int v[4] = {}; int &operator()(int k) { return v[k]; } };
Grid grid;
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::invoke([](Grid &g, int k) { g(1) += k; }, grid, work(i) % 7); }
  total = grid.v[1];
  end();
}

// == data-that-can-be-called-and-a-constructor: refused or equal
struct Grid { int v[4] = {}; int &operator()(int k) { return v[k]; } };
Grid grid;
struct Use { Use(Grid &g, int k) { g(2) += k; } };
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { auto made = std::make_unique<Use>(grid, work(i) % 7); }
  total = grid.v[2];
  end();
}

// == a-constructor-changes-behind-what-it-takes: refused or equal
struct Held { int *p; int n; };
struct Taker { int v; explicit Taker(Held &&h) : v(h.n) { *h.p += h.n; } };
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::vector<Taker> v; v.emplace_back(Held{&total, work(i) % 7}); other += v[0].v; }
  end();
}

// == a-made-object-changes-behind-what-it-takes: refused or equal
struct Held { int *p; int n; };
struct Taker { int v; explicit Taker(Held &&h) : v(h.n) { *h.p += h.n; } };
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { auto v = std::make_unique<Taker>(Held{&total, work(i) % 7}); other += v->v; }
  end();
}

// == an-iterator-that-reads-a-stream: refused or equal
std::istringstream in("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20");
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::istream_iterator<int> it(in); other = other * 3 % 1009 + *it + work(i) % 2; }
  end();
}

// == an-iterator-that-reads-a-buffer: refused or equal
std::istringstream in("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20");
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::istreambuf_iterator<char> it(in); other = other * 3 % 1009 + *it + work(i) % 2; ++it; }
  end();
}

// == a-string-of-what-is-left: refused or equal
std::istringstream in("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20");
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::string s((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>()); other += int(s.size()) + work(i) % 2; }
  end();
}

// == a-copy-of-one-of-a-stream: refused or equal
std::istringstream in("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20");
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::vector<int> v; std::copy_n(std::istream_iterator<int>(in), 1, std::back_inserter(v)); other = other * 3 % 1009 + v[0] + work(i) % 2; }
  end();
}

// == an-iterator-of-its-own-stream: accepted
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::istringstream own(std::to_string(work(i))); std::string s((std::istreambuf_iterator<char>(own)), std::istreambuf_iterator<char>()); other += int(s.size()); }
  end();
}

// == a-line-into-its-own-memory: accepted
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { char *q = nullptr; std::size_t size = 0; FILE *f = std::fopen("/proc/self/comm", "r"); if (f && getline(&q, &size, f) > 0) q[0] = 'a'; other += q && q[0] == 'a' ? work(i) : 0; std::free(q); if (f) std::fclose(f); }
  end();
}

// == an-own-swap: refused or equal
struct Swapped { int k; friend void swap(Swapped &p, Swapped &q) { std::swap(p.k, q.k); ++total; } };
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::vector<Swapped> w{{work(i)}, {3}, {2}}; std::reverse(w.begin(), w.end()); y[i % 8] = w[0].k; }
  end();
}

// == an-own-output-operator: refused or equal
struct Shown { int k; };
std::ostream &operator<<(std::ostream &out, const Shown &s) { ++total; return out << s.k; }
std::istream &operator>>(std::istream &in, Shown &s) { ++other; return in >> s.k; }

void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::ostringstream o; const std::vector<Shown> v{{work(i)}, {2}}; std::copy(v.begin(), v.end(), std::ostream_iterator<Shown>(o)); y[i % 8] = int(o.str().size()); }
  end();
}

// == an-own-input-operator: refused or equal
struct Shown { int k; };
std::ostream &operator<<(std::ostream &out, const Shown &s) { ++total; return out << s.k; }
std::istream &operator>>(std::istream &in, Shown &s) { ++other; return in >> s.k; }

void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::istringstream in("1 2 " + std::to_string(work(i))); const std::vector<Shown> v((std::istream_iterator<Shown>(in)), std::istream_iterator<Shown>()); y[i % 8] = v[2].k; }
  end();
}
