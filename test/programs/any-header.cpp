// Loops with every kind of header behave as they are written: the same iterations, the same end, the same values of the
// header's variables after the loop.
//
// RUN: %equal %s --both

#include <cstdio>
#include <forward_list>
#include <iterator>
#include <list>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#define COUNT 23
#define LIMIT(n) ((n) + 1)

struct Node {
  int value;
  Node *next;
};

struct Owned {
  int value = 0;
  std::shared_ptr<Owned> next;
};

enum Color { red, green, blue, none };

long work(long n) {
  long sum = 0;
  for (long i = 0; i < 50 + n % 7; ++i)
    sum += i * n;
  return sum;
}

void variablesFromOutside(int n) {
  std::vector<long> out;
  int i;
  [[paraloop]] for (i = 0; i < n; ++i) out.push_back(work(i));
  std::printf("outside %d %zu\n", i, out.size());
  [[paraloop]] for (; i > 3; i -= 2) out.push_back(work(i));
  std::printf("outside %d %zu\n", i, out.size());
  long total = 0;
  [[paraloop]] for (i = 5; i < COUNT; i++) {
    if (i == 17) break;
    total += work(i) * i;
  }
  std::printf("outside %d %ld\n", i, total);
  unsigned char c = 250;
  [[paraloop]] for (; c >= 7; c -= 7) total += c;
  std::printf("outside %d %ld\n", c, total);
}

void formsOfDeclarations(int n) {
  long total = 0;
  [[paraloop]] for (int i{0}; i < n; ++i) total = total * 3 + i;
  [[paraloop]] for (unsigned i(2); i != LIMIT(20u); ++i) total = total * 3 + i;
  [[paraloop]] for (auto i = 0u, last = 9u; i < last; ++i) total = total * 3 + i + last;
  [[paraloop]] for (int i = 0, j = n; i < j; ++i, --j) total = total * 3 + work(i - j);
  [[paraloop]] for (long i = 0, *p = &total; i < COUNT && p != nullptr; ++i) std::printf("%ld\n", work(i));
  [[paraloop]] for (char letter = 'a'; letter <= 'z'; ++letter) total += letter;
  [[paraloop]] for (Color color = red; color != none; color = Color(color + 1)) total = total * 5 + color;
  [[paraloop]] for (bool more = true; more; more = false) total += 2;
  std::printf("forms %ld\n", total);
}

void stepsAndConditions(int n) {
  std::vector<double> out;
  [[paraloop]] for (double x = 0; x < 3; x += 0.1) out.push_back(x * x);
  [[paraloop]] for (float x = 1; x > 1e-6f; x /= 3) out.push_back(x);
  [[paraloop]] for (int i = 1; i < 100000; i *= 2) out.push_back(i);
  [[paraloop]] for (long a = 1, b = 1, t = 0; a < 5000; t = a + b, a = b, b = t) out.push_back(a);
  [[paraloop]] for (std::size_t i = static_cast<std::size_t>(n); i-- > 0;) out.push_back(static_cast<double>(i));
  [[paraloop]] for (int i = 3; i; --i) out.push_back(i);
  [[paraloop]] for (int i = 0; i * i < 400; ++i) out.push_back(i);
  [[paraloop]] for (int i = 0; i < 9.5; ++i) out.push_back(i);
  [[paraloop]] for (int i = 0; i < n; i = i + 3) out.push_back(i);
  const bool skip = n < 3;
  [[paraloop]] for (int i = 0; i < 40 && !skip; ++i) out.push_back(i);
  double sum = 0.25;
  for (double x : out) sum = sum / 3 + x;
  std::printf("steps %zu %a\n", out.size(), sum);
}

void pointersAndLists(int n) {
  std::vector<Node> nodes(static_cast<std::size_t>(n));
  for (int i = 0; i < n; ++i) nodes[static_cast<std::size_t>(i)] = {i * i, i + 1 < n ? &nodes[static_cast<std::size_t>(i) + 1] : nullptr};
  std::vector<int> out;
  [[paraloop]] for (Node *at = nodes.data(); at; at = at->next) out.push_back(at->value);
  [[paraloop]] for (const Node *at = nodes.data(); at != nullptr && at->value < 900; at = at->next) {
    if (at->value % 2) continue;
    out.push_back(at->value);
  }
  int found = -1;
  const Node *place;
  [[paraloop]] for (place = nodes.data(); place; place = place->next) {
    if (place->value == 49) {
      found = place->value;
      break;
    }
    out.push_back(place->value);
  }
  std::printf("found %d %d\n", found, place->value);
  const int *const end = out.data() + out.size();
  long total = 0;
  [[paraloop]] for (const int *p = out.data(); p != end; ++p) total = total * 7 + *p;
  [[paraloop]] for (const char *s = "text of the program"; *s; ++s) total = total * 3 + *s;
  auto list = std::make_shared<Owned>();
  for (int i = 0; i < 5; ++i) list = std::make_shared<Owned>(Owned{i, list});
  [[paraloop]] for (auto at = list; at; at = at->next) total = total * 3 + at->value;
  std::printf("lists %ld %zu\n", total, out.size());
}

void iterators(int n) {
  std::map<int, std::string> map;
  for (int i = 0; i < n; ++i) map[i * 37 % 101] = std::to_string(i);
  std::string text;
  [[paraloop]] for (auto it = map.begin(); it != map.end(); ++it) text += it->second;
  [[paraloop]] for (auto it = map.rbegin(); it != map.rend(); it++) text += it->second;
  const std::vector<std::string> words(static_cast<std::size_t>(n), "word");
  [[paraloop]] for (std::vector<std::string>::const_iterator it = words.begin(), end = words.end(); it != end; ++it)
    text += *it;
  [[paraloop]] for (auto it = std::next(words.begin(), 3); it < words.end(); it += 2) text += *it;
  std::list<int> list(30, 4);
  auto place = list.cbegin();
  [[paraloop]] for (; place != list.cend(); ++place) text += static_cast<char>('a' + *place);
  std::printf("iterators %zu %d\n%s\n", text.size(), place == list.cend(), text.c_str());
}

int endless(int limit) {
  long total = 0;
  [[paraloop]] for (int i = 0;; ++i) {
    if (work(i) > limit) break;
    total += i;
  }
  std::printf("endless %ld\n", total);
  [[paraloop]] for (int i = 1;; i *= 3)
    if (i > limit) return i;
}

int main() {
  variablesFromOutside(40);
  formsOfDeclarations(31);
  stepsAndConditions(33);
  pointersAndLists(60);
  iterators(50);
  std::printf("%d\n", endless(40000));
}
