// A value that means nothing in another process is refused, and the part that doesn't travel is named.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <memory>
#include <string>
#include <thread>
#include <vector>

struct Node { int value; Node *next; };
struct Named { std::string name; };
struct Counted { std::string name; ~Counted(); };
struct Copied { std::string name; Copied(const Copied &other); };
struct Assigned { std::string name; Assigned &operator=(const Assigned &other); };
struct Shape { std::string name; virtual double area() const; };
struct Packed { std::string name; unsigned flag : 1; };
struct Holder { std::string name; struct Deep { std::vector<Node> nodes; } deep; };
struct Nameless { std::string name; union { int a; float b; }; };
struct Plain { int x; double y; };
struct Archived {
  std::string name;
  template <class Archive> void serialize(Archive &archive) { archive(name); }
};
Node *find(int i);
Node node(int i);
Named named(int i);
Counted counted(int i);
Copied copied(int i);
Assigned assigned(int i);
Shape shape(int i);
Packed packed(int i);
Holder holder(int i);
Nameless nameless(int i);

struct Sink {
  std::vector<std::string> names;
  template <class T> void add(const T &value) { names.push_back(value.name); }
};

void refused(int n) {
  std::vector<Node *> found;
  std::vector<Node> nodes;
  [[paraloop]] for (int i = 0; i < n; ++i)
    found.push_back(find(i)); // expected-error {{'find(i)' can't travel from a worker to the program: it is a pointer [paraloop-operand-type]}} expected-note {{in the statement that changes 'found'}} expected-note {{hint: pass a value instead}}
  [[paraloop]] for (int i = 0; i < n; ++i)
    nodes.push_back(node(i)); // expected-error {{'node(i)' can't travel from a worker to the program: field 'next' of 'Node': it is a pointer}} expected-note {{in the statement}} expected-note {{hint}}
  std::vector<Counted> counteds;
  [[paraloop]] for (int i = 0; i < n; ++i)
    counteds.push_back(counted(i)); // expected-error {{class 'Counted' has a destructor of its own, and no serialize() member}} expected-note {{in the statement}} expected-note {{hint}}
  std::vector<Copied> copieds;
  [[paraloop]] for (int i = 0; i < n; ++i)
    copieds.push_back(copied(i)); // expected-error {{class 'Copied' has a constructor of its own that copies or moves}} expected-note {{in the statement}} expected-note {{hint}}
  std::vector<Assigned> assigneds;
  [[paraloop]] for (int i = 0; i < n; ++i)
    assigneds.push_back(assigned(i)); // expected-error {{class 'Assigned' has an assignment of its own}} expected-note {{in the statement}} expected-note {{hint}}
  std::vector<Shape> shapes;
  [[paraloop]] for (int i = 0; i < n; ++i)
    shapes.push_back(shape(i)); // expected-error {{class 'Shape' has virtual functions or bases}} expected-note {{in the statement}} expected-note {{hint}}
  std::vector<Packed> packeds;
  [[paraloop]] for (int i = 0; i < n; ++i)
    packeds.push_back(packed(i)); // expected-error {{field 'flag' of 'Packed' is a bit-field}} expected-note {{in the statement}} expected-note {{hint}}
  std::vector<Holder> holders;
  [[paraloop]] for (int i = 0; i < n; ++i)
    holders.push_back(holder(i)); // expected-error {{field 'deep' of 'Holder': field 'nodes' of 'Deep': field 'next' of 'Node': it is a pointer}} expected-note {{in the statement}} expected-note {{hint}}
  std::vector<Nameless> namelesss;
  [[paraloop]] for (int i = 0; i < n; ++i)
    namelesss.push_back(nameless(i)); // expected-error {{a field of 'Nameless' has no name}} expected-note {{in the statement}} expected-note {{hint}}
  Sink sink;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    struct Inside { std::string name; };
    Inside inside{std::to_string(i)};
    sink.add(inside); // expected-error {{class 'Inside' is defined in the loop; define it before}} expected-note {{in the statement}} expected-note {{hint}}
  }
}

void accepted(int n) {
  std::vector<Named> names;
  std::vector<Plain> plains;
  std::vector<Archived> archived;
  std::vector<std::unique_ptr<int>> owned;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    names.push_back(named(i));
    plains.push_back(Plain{i, 0.5});
    archived.push_back(Archived{std::to_string(i)});
    owned.push_back(std::make_unique<int>(i));
  }
}
