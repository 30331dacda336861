// A pointer or an iterator through which the body reads, and that may refer to what the loop changes, is refused.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <list>
#include <map>
#include <memory>
#include <vector>

inline void use(int) {}

void refused(std::list<int> &counts, std::list<int>::const_iterator at, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) {
    use(*at); // expected-error {{'at' may refer to 'counts', which the loop changes [paraloop-may-alias]}} expected-note {{hint: let the loop change a local variable, and copy it to 'counts' after the loop}}
    counts.push_back(i);
  }
}

struct Node { const int *value; };
void refused(std::vector<int> &counts, const std::vector<const Node *> &nodes, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i)
    counts[0] += *nodes[i]->value; // expected-error {{may refer to 'counts', which the loop changes}} expected-note {{hint}}
}

void accepted(std::vector<int> &counts, std::vector<double>::const_iterator other, std::vector<int>::const_iterator at,
              const std::map<int, const int *> &limits, const int *limit, int n) {
  std::vector<int> own(n);
  int total = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    use(static_cast<int>(other[i]) + counts[i]);
    own[i] = i;
    if (i < *limit) total += i;
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    use(*at);
    counts[0] += *limits.at(i);
  }
}
