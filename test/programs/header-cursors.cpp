// Pointers, iterators and several variables in the header: what they reach is the iteration's own.
// RUN: %equal %s

#include <deque>
#include <iostream>
#include <list>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

struct Point {
  int x = 3;
  long y = 0;
  std::string name;
};

long work(long x) {
  long s = x;
  for (int k = 0; k < 1000; ++k)
    s = s * 31 + k % 7;
  return s % 1000;
}

template <class Range> void show(const Range &range) {
  for (const auto &one : range)
    std::cout << one << ' ';
  std::cout << '\n';
}

void iterators() {
  std::vector<long> v(200, 4), w(200);
  [[paraloop]]
  for (auto it = v.begin(); it != v.end(); ++it)
    *it = work(*it) + (it - v.begin());
  std::vector<long>::iterator it;
  int i;
  [[paraloop]]
  for (it = v.begin(), i = 0; it != v.end(); it++, ++i) {
    w[i] = work(*it);
    if (*it == 77)
      break;
    *it += w[i];
  }
  std::cout << it - v.begin() << ' ' << i << '\n';
  std::vector<Point> points(100);
  [[paraloop]]
  for (auto at = points.begin(), end = points.end(); at != end; at += 2) {
    at->y += work(at->x);
    (*at).name = std::to_string(at->y);
    at[1].x = 5;
  }
  for (const Point &one : points)
    std::cout << one.x << one.y << one.name << ' ';
  show(v);
  show(w);
}

void nodes() {
  std::list<long> l(100, 3);
  std::deque<double> d(100, 2);
  std::map<std::string, long> m;
  std::unordered_map<int, std::vector<int>> u;
  for (int i = 0; i < 100; ++i)
    m[std::to_string(i)] = u[i].emplace_back(i);
  [[paraloop]]
  for (auto it = l.begin(); it != l.end(); ++it)
    *it = work(*it) * 2;
  [[paraloop]]
  for (auto &x : l)
    x += work(x);
  [[paraloop]]
  for (auto it = d.begin(); it != d.end(); ++it)
    *it /= work(3) + 1;
  [[paraloop]]
  for (auto it = m.begin(); it != m.end(); ++it)
    it->second = work(it->second) + it->first.size();
  [[paraloop]]
  for (auto &[key, value] : m)
    value -= work(key.size());
  [[paraloop]]
  for (auto &entry : u)
    entry.second.push_back(work(entry.first));
  show(l);
  show(d);
  for (const auto &[key, value] : m)
    std::cout << key << value << u[std::stoi(key)].back() << ' ';
}

void pointers(double *a, double *b, int n) {
  [[paraloop]]
  for (double *p = a; p != a + n; ++p)
    *p *= work(3);
  [[paraloop]]
  for (double *p = a, *q = b, *end = a + n; p < end; p++, ++q)
    *p += *q = work(static_cast<long>(*p));
  [[paraloop]]
  for (double *p = b; p < b + n; p += 2) {
    p[0] += work(7) * p[1];
    p[1] -= p[0];
  }
  double *end = a + n, *from = a;
  [[paraloop]]
  for (; from != end; ++from) {
    double &x = *from;
    x -= work(5);
  }
  for (int i = 0; i < n; ++i)
    std::cout << a[i] << ' ' << b[i] << ' ';
  std::cout << from - a << '\n';
}

void several(int n) {
  std::vector<long> a(2 * n);
  [[paraloop]]
  for (int i = 0, j = 0; i < n; ++i, j += 2) {
    a[j] = work(i);
    a[j + 1] = work(a[j]) + a[j];
  }
  show(a);
}

int main() {
  iterators();
  nodes();
  double a[120], b[120];
  for (int i = 0; i < 120; ++i)
    a[i] = b[i] = i;
  pointers(a, b, 120);
  several(80);
}
