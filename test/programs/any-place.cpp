// A loop may stand wherever a statement may.
//
// RUN: %equal %s --both

#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

namespace outer {
namespace {
namespace inner {
long total = 5;
void inNamespace(int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) total = total * 3 + i;
}
} // namespace inner
} // namespace
} // namespace outer

class Journal {
public:
  explicit Journal(int n) : lines_(1, "begin"), size_(n) {
    [[paraloop]] for (int i = 0; i < n; ++i) lines_.push_back(std::to_string(i));
  }
  Journal() : Journal(7) {
    [[paraloop]] for (int i = 0; i < size_; ++i) lines_.push_back("delegated");
  }
  ~Journal() {
    [[paraloop]] for (const std::string &line : lines_) std::printf("%s;", line.c_str());
    std::printf("\n");
  }
  Journal(const Journal &) = delete;
  Journal &operator=(const Journal &) = delete;

  std::size_t length() const {
    std::size_t sum = 0;
    [[paraloop]] for (const std::string &line : lines_) sum += line.size();
    return sum;
  }
  Journal &operator+=(int n) {
    [[paraloop]] for (int i = 0; i < n; ++i) this->lines_.push_back("+");
    return *this;
  }
  static long ofClass(int n) {
    long sum = 0;
    [[paraloop]] for (int i = 0; i < n; ++i) sum += i;
    return sum;
  }

private:
  std::vector<std::string> lines_;
  int size_ = 3;
};

template <class T> struct Pair {
  template <class U> long weigh(const std::vector<U> &values) const {
    long sum = 0;
    [[paraloop]] for (const U &value : values) sum = sum * 3 + static_cast<long>(value * factor);
    return sum;
  }
  T factor;
};
template <class T> struct Pair<T *> {
  long weigh(int n) const {
    long sum = 0;
    [[paraloop]] for (int i = 0; i < n; ++i) sum = sum * 5 + i + *factor;
    return sum;
  }
  T *factor;
};

template <class T, int N> long values(T first) {
  long sum = 0;
  [[paraloop]] for (T i = first; i < N; ++i) sum = sum * 3 + static_cast<long>(i);
  return sum;
}

long lambdas(int n) {
  long sum = 0;
  const auto plain = [&sum, n] {
    [[paraloop]] for (int i = 0; i < n; ++i) sum = sum * 3 + i;
  };
  const auto generic = [&](const auto &items) {
    [[paraloop]] for (const auto &item : items) sum = sum * 3 + item;
  };
  plain();
  generic(std::vector<int>{1, 2, 3});
  return sum;
}

long statements(int n) {
  long sum = 0;
  if (n > 3)
    [[paraloop]] for (int i = 0; i < n; ++i) sum += i;
  else
    [[paraloop]] for (int i = 0; i < n; ++i) sum -= i;
  int round = 0;
  while (round++ < 2)
    [[paraloop]] for (int i = 0; i < n; ++i) sum = sum * 3 + i;
  do
    [[paraloop]] for (int j = n; j > 0; --j) sum = sum * 3 + j;
  while (round++ < 4);
again:
  [[paraloop]] for (int i = 0; i < n; ++i) sum = sum * 7 + i;
  if (round++ < 7) goto again;
  for (int i = 0; i < 2; ++i)
    [[paraloop]] for (int j = i; j < n; ++j) sum = sum * 3 + j;
  switch (n % 3) {
  case 0:
    sum += 1;
    [[fallthrough]];
  case 1:
    [[paraloop]] for (int i = 0; i < n; ++i) sum += i;
    break;
  default:
    [[paraloop]] for (int i = 0; i < n; ++i) sum -= i;
  }
  return sum;
}

long tries(int n) {
  long sum = 0;
  try {
    [[paraloop]] for (int i = 0; i < n; ++i) {
      if (i == 11) throw std::runtime_error("eleven");
      sum = sum * 3 + i;
    }
  } catch (const std::runtime_error &error) {
    [[paraloop]] for (const char *c = error.what(); *c; ++c) sum = sum * 3 + *c;
  }
  return sum;
}

long nested(int n) {
  long sum = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    long row = 0;
    [[paraloop]] for (int j = 0; j < i; ++j) row = row * 3 + j;
    [[paraloop]] for (int j = i; j; j /= 2) row += j;
    sum = sum * 3 + row;
  }
  return sum;
}

long local(int n) {
  struct Adder {
    long of(int count) const {
      long sum = start;
      [[paraloop]] for (int i = 0; i < count; ++i) sum = sum * 3 + i;
      return sum;
    }
    long start;
  };
  return Adder{4}.of(n);
}

int main() {
  outer::inner::inNamespace(20);
  {
    Journal journal;
    journal += 4;
    std::printf("%zu %ld\n", journal.length(), Journal::ofClass(30));
  }
  int three = 3;
  std::printf("%ld %ld\n", Pair<double>{1.5}.weigh(std::vector<float>{1, 2, 3}), Pair<int *>{&three}.weigh(9));
  std::printf("%ld %ld\n", values<int, 30>(3), values<unsigned char, 60>(4));
  std::printf("%ld %ld %ld %ld %ld\n", lambdas(20), statements(12), tries(30), nested(14), local(25));
  std::printf("%ld\n", outer::inner::total);
}
