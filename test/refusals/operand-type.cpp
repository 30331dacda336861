// A value that means nothing in another process is refused, and the part that doesn't travel is named.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <memory>
#include <string>
#include <thread>
#include <vector>

struct Node { int value; Node *next; };
struct Named { std::string name; };
struct Plain { int x; double y; };
struct Archived {
  std::string name;
  template <class Archive> void serialize(Archive &archive) { archive(name); }
};
Node *find(int i);
Node node(int i);
Named named(int i);

void refused(int n) {
  std::vector<Node *> found;
  std::vector<Node> nodes;
  std::vector<Named> names;
  [[paraloop]] for (int i = 0; i < n; ++i)
    found.push_back(find(i)); // expected-error {{'find(i)' can't travel from a worker to the program: it is a pointer [paraloop-operand-type]}} expected-note {{in the statement that changes 'found'}} expected-note {{hint: pass a value instead}}
  [[paraloop]] for (int i = 0; i < n; ++i)
    nodes.push_back(node(i)); // expected-error {{'node(i)' can't travel from a worker to the program: field 'next' of 'Node': it is a pointer}} expected-note {{in the statement}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < n; ++i)
    names.push_back(named(i)); // expected-error {{class 'Named' is not trivially copyable and has no serialize() member}} expected-note {{in the statement}} expected-note {{hint}}
}

void accepted(int n) {
  std::vector<Plain> plains;
  std::vector<Archived> archived;
  std::vector<std::unique_ptr<int>> owned;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    plains.push_back(Plain{i, 0.5});
    archived.push_back(Archived{std::to_string(i)});
    owned.push_back(std::make_unique<int>(i));
  }
}
