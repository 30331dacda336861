// Iterators, pointers and linked lists as loop variables.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <list>
#include <map>
#include <set>
#include <string>
#include <vector>

struct Link {
  int value;
  const Link *next;
};

int main() {
  std::vector<int> values;
  std::list<std::string> names;
  std::map<int, std::string> ages;
  for (int i = 0; i < 260; ++i) {
    values.push_back(i * 7 % 101);
    names.push_back("n" + std::to_string(i));
    ages[i * 3] = std::string(i % 4, 'a');
  }
  long sum = 0;
  std::string text;
  [[paraloop]]
  for (std::vector<int>::const_iterator it = values.begin(); it != values.end(); ++it) sum += *it;
  [[paraloop]]
  for (auto it = names.cbegin(); it != names.cend(); it++) text += *it;
  [[paraloop]]
  for (auto it = ages.begin(), end = ages.end(); it != end; ++it) text += std::to_string(it->first) + it->second;
  [[paraloop]]
  for (auto it = values.begin(); it < values.end() - 1; it += 2) sum -= it[1];
  show("iterators", sum, text);

  const int *const first = values.data();
  const int *const last = first + values.size();
  std::vector<long> offsets;
  [[paraloop]]
  for (const int *p = first; p != last; ++p) offsets.push_back((p - first) * *p);
  [[paraloop]]
  for (const char *c = text.c_str(); *c; ++c) sum += *c;
  show("pointers", offsets, sum);

  std::vector<Link> links(240);
  for (int i = 0; i < 240; ++i) links[i] = {i * i, i + 1 < 240 ? &links[i + 1] : nullptr};
  std::vector<int> visited;
  [[paraloop]]
  for (const Link *link = &links[0]; link != nullptr; link = link->next) visited.push_back(link->value % 1000);
  [[paraloop]]
  for (const Link *link = &links[0]; link; link = link->next) sum += link->value;
  show("list", visited, sum);
}
