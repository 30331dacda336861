// The roles of variables work in loops with any header: slices, temporaries, last values, values replayed.
//
// RUN: %equal %s --both

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

struct Node {
  int value;
  const Node *next;
};

int work(int i) {
  int sum = i;
  for (int k = 0; k < 100; ++k)
    sum = (sum * 31 + k) % 100003;
  return sum % 1000;
}

void show(const char *what, const std::vector<int> &values) {
  std::printf("%s", what);
  for (int value : values)
    std::printf(" %d", value);
  std::printf("\n");
}

void slices(int n, std::vector<int> v, std::vector<int> w) {
  [[paraloop]] for (int i = 0, j = n - 1; i < j; ++i, --j) v[static_cast<std::size_t>(i)] = w[static_cast<std::size_t>(j)] + work(i);
  [[paraloop]] for (int i = 0, j = n - 1; i < j; ++i, --j) std::swap(v[static_cast<std::size_t>(i)], v[static_cast<std::size_t>(j)]);
  std::size_t i;
  [[paraloop]] for (i = 0; i < v.size(); ++i) w[i] = w[i] * 2 + v[i];
  [[paraloop]] for (; i-- > 0;) v[i] = v[i] * 2 + work(1);
  [[paraloop]] for (double x = 0; x < 2; x += 0.1) w[static_cast<std::size_t>(x * 7)] += work(static_cast<int>(x));
  [[paraloop]] for (unsigned char c = 5; c < 20; ++c) v[c] = v[c] * 2 + work(c);
  int step = 3;
  [[paraloop]] for (int k = 0; k < n; k += step) w[static_cast<std::size_t>(k)] += work(k);
  show("v", v);
  show("w", w);
}

void others(int n, const Node *head) {
  long total = 0;
  int last = -1, temporary = 0, previous = 0;
  [[paraloop]] for (int i = 0, j = 5; i < n; ++i, j += 3) {
    if (work(i) % 3 == 0) last = j;
  }
  [[paraloop]] for (const Node *p = head; p; p = p->next) {
    temporary = work(p->value);
    total = total * 3 + temporary;
  }
  std::vector<int> differences(static_cast<std::size_t>(n));
  [[paraloop]] for (const Node *p = head; p; p = p->next) {
    differences[static_cast<std::size_t>(p->value)] = p->value - previous;
    previous = work(p->value);
  }
  int i;
  [[paraloop]] for (i = 0; i < n; ++i) {
    if (work(i) == 500 || i == n - 3) goto out;
    total += i;
  }
out:
  int counter = 3;
  [[paraloop]] for (int k = counter++; k < n; ++k) counter += work(k);
  std::printf("%ld %d %d %d %d %d\n", total, last, temporary, previous, i, counter);
  show("differences", differences);
}

int main() {
  const int n = 40;
  std::vector<Node> nodes(n);
  std::vector<int> v, w;
  for (int i = 0; i < n; ++i) {
    nodes[static_cast<std::size_t>(i)] = {i, i + 1 < n ? &nodes[static_cast<std::size_t>(i) + 1] : nullptr};
    v.push_back(i * 7 % 13 + 1);
    w.push_back(i);
  }
  slices(n, v, w);
  others(n, nodes.data());
}
