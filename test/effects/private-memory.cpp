// Pointers and references beside objects with private memory run in workers where they don't meet, wherever they are.
//
// RUN: %equal %s --both
#include <cstdio>
#include <map>
#include <memory>
#include <unistd.h>
#include <vector>

constexpr int n = 24;
static int work(int i) {
  usleep(100); // So that all workers get something.
  return i * 7 % 31;
}

class Field {
public:
  explicit Field(int size) : values_(size, 1) {}
  int get(int i) const { return values_[i]; }
  void set(int i, int x) { values_[i] = x; }
  const int *data() const { return values_.data(); }

private:
  std::vector<int> values_;
};
class Model : Field {
public:
  Model() : Field(n) {}
  void put(int i, int x) { set(i, x), rows_[i % 3].push_back(x); }
  int total() const { return get(3) + static_cast<int>(rows_.at(0).size()); }

private:
  std::map<int, std::vector<int>> rows_;
};

static void copy(const Field &from, int *to) {
  [[paraloop(chunk = 1)]] for (int i = 1; i < n; ++i) to[i] = from.get(i - 1) + work(i);
}
static void fill(Field &field, const int *from, const int &by) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) field.set(i, from[n - 1 - i] + by * work(i));
}
static void step(Model &model, const int *by, std::vector<int> &out) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { const int w = work(i) + *by; model.put(i, w); out[i] = w; }
}

int main() { // All in allocated memory.
  const auto a = std::make_unique<Field>(n);
  const auto b = std::make_unique<Field>(n);
  const auto model = std::make_unique<Model>();
  std::vector<int> out(n);
  copy(*a, out.data());
  fill(*b, out.data(), out[3]);
  fill(*a, b->data(), out[4]);
  step(*model, a->data() + 3, out);
  for (int i = 0; i < n; ++i) std::printf("%d %d %d ", a->get(i), b->get(i), out[i]);
  std::printf("%d\n", model->total());
}
