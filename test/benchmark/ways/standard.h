// The way std::execution::par (GCC's library runs it on oneTBB).
//
// The algorithms walk over iterators, so indices come from an iterator that counts.
#ifndef BENCHMARK_STANDARD_H
#define BENCHMARK_STANDARD_H

#include <execution>
#include <functional>
#include <iterator>
#include <mutex>
#include <numeric>

namespace ways {

/// Counter is a random access iterator over numbers.
class Counter {
public:
  using iterator_category = std::random_access_iterator_tag;
  using value_type = long;
  using difference_type = long;
  using pointer = const long *;
  using reference = long;

  explicit Counter(long at = 0) : at(at) {}
  long operator*() const { return at; }
  long operator[](long k) const { return at + k; }
  Counter &operator++() { return *this += 1; }
  Counter &operator--() { return *this += -1; }
  Counter operator++(int) { return Counter(at++); }
  Counter &operator+=(long k) {
    at += k;
    return *this;
  }
  friend Counter operator+(Counter a, long k) { return Counter(a.at + k); }
  friend Counter operator+(long k, Counter a) { return Counter(a.at + k); }
  friend Counter operator-(Counter a, long k) { return Counter(a.at - k); }
  friend long operator-(Counter a, Counter b) { return a.at - b.at; }
  friend bool operator==(Counter a, Counter b) { return a.at == b.at; }
  friend bool operator!=(Counter a, Counter b) { return a.at != b.at; }
  friend bool operator<(Counter a, Counter b) { return a.at < b.at; }

private:
  long at;
};

template <class Body, class... T> void rows(long n, Body body, Slice<T>... results) {
  std::for_each(std::execution::par, Counter(0), Counter(n), [&](long i) { body(i, results.row(i)...); });
}

template <class Term> double sum(long n, Term term) {
  return std::transform_reduce(std::execution::par, Counter(0), Counter(n), 0.0, std::plus<>(), term);
}

template <class T, class Add, class Merge> void collect(long n, T &all, Add add, Merge merge) {
  // Nobody says which thread calls, so a part belongs to a stretch of indices; 16 a thread keep skewed work balanced.
  const long stretches = std::min(n, 16l * workers);
  const T empty = all;
  std::mutex lock;
  std::for_each(std::execution::par, Counter(0), Counter(stretches), [&](long s) {
    T part = empty;
    for (long i = n * s / stretches; i < n * (s + 1) / stretches; ++i)
      add(part, i);
    const std::lock_guard<std::mutex> hold(lock);
    merge(all, part);
  });
}

} // namespace ways

#endif
