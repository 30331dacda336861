// What the parent replays behind a reference that an object holds, and other names of the same memory. The tool refuses
// each of these programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native

#include <cstdio>
#include <unistd.h>
#include <vector>

int work(int i) {
  usleep(200); // So that all workers get something.
  for (int k = 0; k < 20; ++k) i = (i * 31 + 7) % 1009;
  return i;
}
std::vector<long> out(60);
struct Adder {
  long &sum;
  void operator()(long x) const { sum += x; }
  long get() const { return sum; }
};
void show(long total) {
  for (long x : out) std::printf("%ld ", x);
  std::printf("%ld", total);
}

// == functor: refused or equal
void run() {
  long total = 1;
  const Adder add{total};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) add(work(i));
  show(total);
}

// == read-by-name: refused or equal
void run() {
  long total = 1;
  const Adder add{total};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { add(work(i)); out[i] = total % 7 + work(i); }
  show(total);
}

// == read-by-itself: refused or equal
void run() {
  long total = 1;
  const Adder add{total};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { add(work(i)); out[i] = add.get() % 7 + work(i); }
  show(total);
}

// == two-of-one: refused or equal
void run() {
  long total = 1;
  const Adder a{total}, b{total};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { a(work(i)); out[i] = b.sum % 7 + work(i); }
  show(total);
}

// == element: refused or equal
void run() {
  const Adder add{out[3]};
  [[paraloop(chunk = 1)]] for (int i = 10; i < 60; ++i) { add(work(i)); out[i] = out[i % 7] + work(i); }
  show(out[3]);
}

// == field: refused or equal
void run() {
  long total = 1;
  const Adder add{total};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { add.sum += work(i); if (work(i) % 5 == 0) add.sum -= i; out[i] = work(i); }
  show(total);
}

// == in-class: refused or equal
struct Machine {
  long &sum;
  long own = 2;
  void go() { [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { sum += work(i); out[i] = own + work(i); } }
};
void run() {
  long total = 1;
  Machine m{total};
  m.go();
  Machine self{m.own};
  self.go();
  show(total + m.own);
}

// == of-itself: refused or equal
struct Knot { long own = 3; long &sum = own; void go() { [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { sum += work(i); out[i] = own + work(i); } } };
void run() { Knot k; k.go(); show(k.own); }

// == vector-behind: refused or equal
struct Sink { std::vector<long> &list; void put(long x) { list.push_back(x); } };
void run() {
  std::vector<long> list;
  Sink sink{list};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { sink.put(work(i)); out[i] = static_cast<long>(list.size()) + work(i); }
  show(static_cast<long>(list.size()));
}

// == functor-beside-a-total: accepted
void run() {
  long total = 1;
  const Adder add{total};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { const int x = work(i); add(x); out[i] = x; total = total * 3 % 1009; }
  show(total);
}

// == guard-of-a-local: accepted
struct Reset { long &x; ~Reset() { x = 0; } };
void run() {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    long own = work(i);
    { const Reset guard{own}; out[i] += own; }
    out[i] += own + 1;
  }
  show(0);
}

// == constructed: accepted
class Count {
public:
  explicit Count(long &sum) : sum_(sum) {}
  void add(long x) { sum_ += x; ++calls_; }
  long calls() const { return calls_; }
private:
  long &sum_;
  long calls_ = 0;
};
void run() {
  long total = 1;
  Count count(total);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) count.add(work(i));
  show(total + count.calls());
}

// == guard-of-an-outside-variable: refused or equal
struct Reset { long &x; ~Reset() { x = 0; } };
void run() {
  long total = 1;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    const Reset guard{total};
    total += work(i);
    out[i] = work(i);
    std::printf("%ld ", total);
  }
  show(total);
}

// == a-copy-reads: refused or equal
struct Adder {
  long &sum;
  void operator()(long x) const { sum += x; }
  long get() const { return sum; }
};
void run() {
  long total = 1;
  const Adder add{total};
  const Adder other = add;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { add(work(i)); out[i] = other.get() % 7 + work(i); }
  show(total);
}

// == an-element-of-an-array: refused or equal
void run() {
  std::vector<long> totals(60);
  struct Put { std::vector<long> &to; void operator()(int i, long x) const { if (x % 3) to[i] = x; } };
  const Put put{totals};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { put(i, work(i)); if (i > 0) out[i] = totals[i - 1] + work(i); }
  show(totals[5]);
}

// == reads-an-element-by-itself: refused or equal
void run() {
  struct Get { std::vector<long> &from; long at(int i) const { return from[i]; } };
  const Get get{out};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) out[i] = (i > 0 ? get.at(i - 1) : 3) + work(i);
  show(1);
}

// == a-field: refused or equal
struct Pair { long a = 1, b = 2; };
void run() {
  Pair pair;
  const Adder add{pair.b};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { add(work(i)); out[i] = pair.a + work(i); pair.a += pair.b; }
  show(pair.a + pair.b);
}

// == a-guard-in-the-replay: refused or equal
struct Reset { long &x; ~Reset() { x = 0; } };
void run() {
  long total = 1;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    total += work(i);
    long own = total;
    { const Reset guard{own}; out[i] = own; }
    out[i] += own;
    std::printf("%ld ", own);
  }
  show(total);
}

// == a-static-functor: refused or equal
void count(long &total) {
  static const Adder add{total};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { add(work(i)); out[i] += total % 3; }
}
void run() {
  long a = 1, b = 2;
  count(a);
  count(b);
  show(a + 3 * b);
}

// == an-element-by-reference: refused or equal
void run() {
  struct View { std::vector<long> &to; long &at(int i) const { return to[i]; } long get(int i) const { return to[i]; } };
  const View view{out};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) view.at(i) = (i > 0 ? view.get(i - 1) : 1) % 1000 + work(i);
  show(1);
}

// == own-elements-by-reference: refused or equal
void run() {
  struct View { std::vector<long> &to; long &at(int i) const { return to[i]; } };
  const View view{out};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) view.at(i) = out[i] % 7 + work(i);
  show(1);
}

// == handed-on: refused or equal
void apply(const Adder &adder, long x) { adder(x); }
void run() {
  long total = 1;
  const Adder add{total};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { apply(add, work(i)); out[i] = add.sum % 7 + total; }
  show(total);
}

// == a-global-total: refused or equal
long global_total = 1;
void run() {
  const Adder add{global_total};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { if (i % 2) global_total = work(i); out[i] = add.get() + work(i); }
  show(global_total);
}
