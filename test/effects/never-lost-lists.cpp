// Loops that walk linked lists, and change the nodes. The tool refuses each of these programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native

#include <cstdio>
#include <cstdlib>
#include <deque>
#include <memory>
#include <string>
#include <unistd.h>
#include <vector>

int work(int i) {
  usleep(200); // So that all workers get something.
  return (i * 31 + 7) % 1009;
}

struct Node { int value = 0; double weight = 0; std::string name; Node *next = nullptr; Node *twin = nullptr; };
std::deque<Node> nodes;
Node *made(int n, bool ring = false) {
  nodes.clear();
  for (int i = 0; i < n; ++i) { nodes.emplace_back(); nodes.back().value = i * 7 % 31; }
  for (int i = 0; i < n; ++i) {
    nodes[i].next = i + 1 < n ? &nodes[i + 1] : ring ? &nodes[0] : nullptr;
    nodes[i].twin = &nodes[(i + 5) % n];
  }
  return &nodes[0];
}
void show() { for (const Node &x : nodes) std::printf("%d %g %s ", x.value, x.weight, x.name.c_str()); }

// == own-values: accepted
void run() {
  Node *head = made(40);
  [[paraloop(chunk = 1)]] for (Node *p = head; p; p = p->next) { p->value = work(p->value); p->weight += 0.5 * p->value; }
  show();
}

// == beside-a-total: accepted
void run() {
  Node *head = made(40);
  long total = 0;
  [[paraloop(chunk = 1)]] for (Node *p = head; p != nullptr; p = p->next) { p->value = work(p->value); total += p->value; }
  show();
  std::printf("%ld", total);
}

// == own-containers: accepted
void run() {
  Node *head = made(40);
  [[paraloop(chunk = 1)]] for (Node *p = head; p; p = p->next) { p->name += std::to_string(work(p->value)); p->name += '!'; }
  show();
}

// == by-reference: accepted
void run() {
  Node *head = made(40);
  [[paraloop(chunk = 1)]] for (Node *p = head; nullptr != p; p = p->next) { Node &node = *p; node.value += work(node.value); }
  show();
}

// == used-after: accepted
struct List { Node *first; };
void run() {
  List list{made(40)};
  Node *p = list.first->next;
  [[paraloop(chunk = 1)]] for (; p; p = p->next) p->value = work(p->value) - p->value;
  show();
  std::printf("%d", p == nullptr);
}

// == pointers-travel: accepted
void run() {
  Node *head = made(40);
  std::vector<Node *> large;
  Node *best = nullptr;
  int most = 0;
  [[paraloop(chunk = 1)]] for (Node *p = head; p; p = p->next) {
    const int now = work(p->value);
    p->value = now;
    if (now > 300) large.push_back(p);
    if (now > most) { most = now; best = p; }
  }
  show();
  for (const Node *p : large) std::printf("%d ", p->value);
  std::printf("%d %d", best->value, most);
}

// == owned-by-unique-pointers: accepted
struct Link { int value; std::unique_ptr<Link> next; };
void run() {
  std::unique_ptr<Link> head;
  for (int i = 0; i < 40; ++i) head = std::make_unique<Link>(Link{i, std::move(head)});
  Link *const first = head.get();
  [[paraloop(chunk = 1)]] for (Link *p = first; p; p = p->next.get()) p->value = work(p->value);
  for (const Link *p = first; p; p = p->next.get()) std::printf("%d ", p->value);
}

// == through-an-accessor: accepted
struct Item { int value; Item *after; Item *next() const { return after; } };
void run() {
  std::vector<Item> items(40);
  for (int i = 0; i < 40; ++i) items[i] = {i, i < 39 ? &items[i + 1] : nullptr};
  Item *head = items.data();
  [[paraloop(chunk = 1)]] for (Item *p = head; p; p = p->next()) p->value = work(p->value);
  for (const Item &x : items) std::printf("%d ", x.value);
}

// == by-a-function: accepted
void update(Node *node) { if (node->value % 2) node->value = work(node->value) + 1; }
void run() {
  Node *head = made(40);
  [[paraloop(chunk = 1)]] for (Node *p = head; p; p = p->next) update(p);
  show();
}

// == by-a-method: accepted
struct Counter { int count; Counter *next; void step() { while (count < 100) count += work(count) % 7 + 1; } };
void run() {
  std::vector<Counter> items(40);
  for (int i = 0; i < 40; ++i) items[i] = {i, i < 39 ? &items[i + 1] : nullptr};
  Counter *head = items.data();
  [[paraloop(chunk = 1)]] for (Counter *p = head; p; p = p->next) p->step();
  for (const Counter &x : items) std::printf("%d ", x.count);
}

// == up-to-a-sentinel: accepted
struct Ring { int value; Ring *next; };
void run() {
  std::vector<Ring> items(40);
  for (int i = 0; i < 40; ++i) items[i] = {i, &items[(i + 1) % 40]};
  Ring *const last = &items[39];
  Ring *head = items.data();
  [[paraloop(chunk = 1)]] for (Ring *p = head; p != last; p = p->next) p->value = work(p->value);
  for (const Ring &x : items) std::printf("%d ", x.value);
}

// == beside-an-array: accepted
void run() {
  Node *head = made(40);
  std::vector<double> squares(40);
  int i = 0;
  [[paraloop(chunk = 1)]] for (Node *p = head; p; p = p->next, ++i) { p->value = work(p->value); squares[i] = 2.0 * p->value; }
  show();
  for (double x : squares) std::printf("%g ", x);
}

// == writes-to-the-next: refused or equal
void run() {
  Node *head = made(40);
  [[paraloop(chunk = 1)]] for (Node *p = head; p; p = p->next) { if (p->next) p->next->value += work(p->value); }
  show();
}

// == reads-the-next: refused or equal
void run() {
  Node *head = made(40);
  [[paraloop(chunk = 1)]] for (Node *p = head; p; p = p->next) p->value = work(p->value) + (p->next ? p->next->value : 0);
  show();
}

// == reads-a-neighbour-in-memory: refused or equal
void run() {
  Node *head = made(40);
  [[paraloop(chunk = 1)]] for (Node *p = head->next; p; p = p->next) p->value = work(p->value) + p[-1].value;
  show();
}

// == reads-a-twin: refused or equal
void run() {
  Node *head = made(40);
  [[paraloop(chunk = 1)]] for (Node *p = head; p; p = p->next) p->value = work(p->value) + p->twin->value;
  show();
}

// == writes-to-a-twin: refused or equal
void run() {
  Node *head = made(40);
  [[paraloop(chunk = 1)]] for (Node *p = head; p; p = p->next) p->twin->value += work(p->value);
  show();
}

// == changes-the-way: refused or equal
void run() {
  Node *head = made(40);
  [[paraloop(chunk = 1)]] for (Node *p = head; p; p = p->next) {
    p->value = work(p->value);
    if (p->value % 3 == 0 && p->next) p->next = p->next->next;
  }
  show();
}

// == a-function-changes-the-way: refused or equal
void unlink(Node *p) { if (p->next && p->next->value % 2) p->next = p->next->next; }
void run() {
  Node *head = made(40);
  [[paraloop(chunk = 1)]] for (Node *p = head; p; p = p->next) { p->value = work(p->value); unlink(p); }
  show();
}

// == ring-with-a-break: refused or equal
void run() {
  Node *head = made(10, true);
  [[paraloop(chunk = 1)]] for (Node *p = head; p; p = p->next) {
    p->value = p->value * 3 + work(p->value) % 2;
    if (p->value > 1000) break;
  }
  show();
}

// == ring-with-a-throw: refused or equal
void step(Node *p) { p->value = p->value * 3 + work(p->value) % 2; if (p->value > 1000) throw 3; }
void run() {
  Node *head = made(10, true);
  try {
    [[paraloop(chunk = 1)]] for (Node *p = head; p; p = p->next) step(p);
  } catch (int) { show(); }
}

// == ring-with-an-exit: refused or equal
void run() {
  Node *head = made(10, true);
  [[paraloop(chunk = 1)]] for (Node *p = head; p; p = p->next) {
    p->value = p->value * 3 + work(p->value) % 2;
    if (p->value > 1000) { show(); std::exit(3); }
  }
}

// == ring-with-a-second-condition: refused or equal
void run() {
  Node *head = made(10, true);
  int i = 0;
  [[paraloop(chunk = 1)]] for (Node *p = head; p && i < 35; p = p->next, ++i) p->value = work(p->value) + i;
  show();
}

// == ring-until-a-value: refused or equal
void run() {
  Node *head = made(10, true);
  [[paraloop(chunk = 1)]] for (Node *p = head; p->value < 5000; p = p->next) p->value = p->value * 2 + work(p->value);
  show();
}

// == another-pointer-to-a-node: refused or equal
void run() {
  Node *head = made(40);
  const Node *other = head->next->next;
  [[paraloop(chunk = 1)]] for (Node *p = head; p; p = p->next) p->value = work(p->value) + other->value;
  show();
}

// == a-pointer-to-a-value: refused or equal
void run() {
  Node *head = made(40);
  const int *other = &head->next->value;
  [[paraloop(chunk = 1)]] for (Node *p = head; p; p = p->next) p->value = work(p->value) + *other;
  show();
}

// == the-nodes-by-their-container: refused or equal
void run() {
  Node *head = made(40);
  [[paraloop(chunk = 1)]] for (Node *p = head; p; p = p->next) p->value = work(p->value) + nodes[20].value;
  show();
}

// == a-local-node: refused or equal
void run() {
  Node *head = made(40);
  Node extra;
  extra.next = head;
  Node *first = &extra;
  [[paraloop(chunk = 1)]] for (Node *p = first; p; p = p->next) p->value = work(p->value) + extra.value;
  show();
  std::printf("%d", extra.value);
}

// == the-head-changes: refused or equal
void run() {
  Node *head = made(40);
  [[paraloop(chunk = 1)]] for (Node *p = head; p; p = p->next) { head->weight += work(p->value); p->value = static_cast<int>(p->weight); }
  show();
}

// == the-head-collects: refused or equal
void run() {
  Node *head = made(40);
  [[paraloop(chunk = 1)]] for (Node *p = head; p; p = p->next) head->weight += work(p->value);
  show();
}

// == the-end-changes: refused or equal
void run() {
  Node *head = made(40);
  Node *end = nullptr;
  [[paraloop(chunk = 1)]] for (Node *p = head; p != end; p = p->next) { p->value = work(p->value); if (p->value > 900) end = p->twin; }
  show();
}

// == steps-twice: refused or equal
void run() {
  Node *head = made(10, true);
  int left = 35;
  [[paraloop(chunk = 1)]] for (Node *p = head; p; p = left-- ? p->next : nullptr) p->value = work(p->value);
  show();
}

// == lists-in-lists: refused or equal
struct Row { Node *first; Row *next; };
void run() {
  Node *head = made(40);
  std::vector<Row> rows(20);
  for (int i = 0; i < 20; ++i) rows[i] = {i % 3 ? nullptr : head, i < 19 ? &rows[i + 1] : nullptr};
  Row *top = rows.data();
  [[paraloop(chunk = 1)]] for (Row *r = top; r; r = r->next)
    for (Node *p = r->first; p; p = p->next) p->value = work(p->value);
  show();
}

// == lists-in-an-array: refused or equal
void run() {
  Node *head = made(40);
  std::vector<Node *> rows(20, nullptr);
  for (int i = 0; i < 20; i += 3) rows[i] = head;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 20; ++i)
    for (Node *p = rows[i]; p; p = p->next) p->value = work(p->value) + i;
  show();
}

// == a-whole-list-in-a-function: refused or equal
void all(Node *p, int by) { for (; p; p = p->next) p->value = work(p->value) + by; }
void run() {
  Node *head = made(20);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 20; ++i) all(head, i);
  show();
}

// == a-shared-object-behind-nodes: refused or equal
struct Sum { long sum; };
struct Part { int value; Sum *sum; Part *next; };
void run() {
  Sum sums[2] = {{1}, {2}};
  std::vector<Part> parts(40);
  for (int i = 0; i < 40; ++i) parts[i] = {i, &sums[i % 2], i < 39 ? &parts[i + 1] : nullptr};
  Part *head = parts.data();
  [[paraloop(chunk = 1)]] for (Part *p = head; p; p = p->next) { p->sum->sum = p->sum->sum * 3 % 1009 + work(p->value); p->value = 1; }
  std::printf("%ld %ld", sums[0].sum, sums[1].sum);
}

// == whole-nodes: refused or equal
struct Pair { int value; Pair *next; };
void run() {
  std::vector<Pair> items(40);
  for (int i = 0; i < 40; ++i) items[i] = {i, i < 39 ? &items[i + 1] : nullptr};
  Pair *head = items.data();
  [[paraloop(chunk = 1)]] for (Pair *p = head; p; p = p->next) *p = Pair{work(p->value), p->next};
  for (const Pair &x : items) std::printf("%d ", x.value);
}
