// The way of fork by hand: children of the program take stretches of indices from a counter in shared memory; plain
// results go into shared memory too, and are copied when all children are done; other results go through pipes.
#ifndef BENCHMARK_FORK_H
#define BENCHMARK_FORK_H

#include "bytes.h"
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sys/mman.h>
#include <sys/wait.h>
#include <tuple>
#include <type_traits>
#include <unistd.h>

namespace ways {

[[noreturn]] inline void fail(const char *what) {
  std::perror(what);
  std::exit(1);
}

/// Shared is memory that children share with their parent; it is unmapped at the end.
template <class T> class Shared {
public:
  explicit Shared(long count) : size(static_cast<std::size_t>(count) * sizeof(T)) {
    void *place = mmap(nullptr, size + 1, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (place == MAP_FAILED)
      fail("mmap");
    data = static_cast<T *>(place);
  }
  Shared(const Shared &) = delete;
  Shared &operator=(const Shared &) = delete;
  ~Shared() { munmap(data, size + 1); }

  T *data;
  std::size_t size;
};

/// Claims hands out stretches of [0, n).
class Claims {
public:
  explicit Claims(long n) : n(n), step(std::max(1l, n / (64 * workers))), counter(1) {}

  template <class Body> void each(Body body) {
    for (long first; (first = counter.data->fetch_add(step)) < n;)
      for (long i = first; i < std::min(n, first + step); ++i)
        body(i);
  }

private:
  long n;
  long step;
  Shared<std::atomic<long>> counter; // the kernel hands out zeros
};

/// in_children runs work(k) in child k of `workers` and waits for all.
template <class Work> void in_children(Work work) {
  for (int k = 0; k < workers; ++k) {
    const pid_t pid = fork();
    if (pid < 0)
      fail("fork");
    if (pid == 0) {
      work(k);
      _exit(0);
    }
  }
  for (int k = 0; k < workers; ++k) {
    int status = 0;
    if (wait(&status) < 0 || status != 0)
      fail("wait");
  }
}

/// gather runs make(k), which returns a value of T, in child k, and take(k, value) here, in the order of k.
template <class T, class Make, class Take> void gather(Make make, Take take) {
  std::vector<FILE *> ends;
  for (int k = 0; k < workers; ++k) {
    int both[2];
    if (pipe(both) != 0)
      fail("pipe");
    const pid_t pid = fork();
    if (pid < 0)
      fail("fork");
    if (pid == 0) {
      FILE *end = fdopen(both[1], "wb");
      put(end, make(k));
      std::fclose(end);
      _exit(0);
    }
    close(both[1]);
    ends.push_back(fdopen(both[0], "rb"));
  }
  for (int k = 0; k < workers; ++k) {
    T value;
    get(ends[static_cast<std::size_t>(k)], value);
    std::fclose(ends[static_cast<std::size_t>(k)]);
    take(k, value);
  }
  while (wait(nullptr) > 0)
    ;
}

template <class Body, class... T> void plain_rows(long n, Body body, Slice<T>... results) {
  std::tuple<Shared<T>...> shared(n * results.width...);
  Claims claims(n);
  std::apply(
      [&](auto &...memory) {
        in_children([&](int) { claims.each([&](long i) { body(i, memory.data + i * results.width...); }); });
        (std::memcpy(results.data, memory.data, memory.size), ...);
      },
      shared);
}

template <class Body, class T> void encoded_rows(long n, Body body, Slice<T> result) {
  gather<std::vector<T>>(
      [&](int k) {
        const long first = n * k / workers, last = n * (k + 1) / workers;
        std::vector<T> part(static_cast<std::size_t>((last - first) * result.width));
        for (long i = first; i < last; ++i)
          body(i, part.data() + (i - first) * result.width);
        return part;
      },
      [&](int k, std::vector<T> &part) { std::move(part.begin(), part.end(), result.row(n * k / workers)); });
}

template <class Body, class... T> void rows(long n, Body body, Slice<T>... results) {
  if constexpr ((std::is_trivially_copyable_v<T> && ...))
    plain_rows(n, body, results...);
  else
    encoded_rows(n, body, results...);
}

template <class Term> double sum(long n, Term term) {
  Shared<double> parts(workers);
  Claims claims(n);
  in_children([&](int k) {
    double part = 0;
    claims.each([&](long i) { part += term(i); });
    parts.data[k] = part;
  });
  double total = 0;
  for (int k = 0; k < workers; ++k)
    total += parts.data[k];
  return total;
}

template <class T, class Add, class Merge> void collect(long n, T &all, Add add, Merge merge) {
  Claims claims(n);
  gather<T>(
      [&](int) {
        T part = all;
        claims.each([&](long i) { add(part, i); });
        return part;
      },
      [&](int, T &part) { merge(all, part); });
}

} // namespace ways

#endif
