// A replayed statement throws, and the handler reads what the loop's variables are then: they are declared outside of the
// loop.
//
// RUN: %equal %s --both
#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>
struct Throws { int n=0; std::vector<int> v; void add(int k){ if (k==160) throw std::runtime_error("160"); v.push_back(k); n+=k; } };
int slow(int k) { volatile double x = k; for (int j = 0; j < 30000; ++j) x = x * 0.5; return k; }
struct Node { int v; Node *next; };
void a() {
  Throws t; int i=-1; int k; int buf[3]; std::string s;
  try { 
    [[paraloop]]
    for (i=0;i<300;++i) { k = slow(i); buf[1] = k; s.clear(); s += std::to_string(k); t.add(k); k = 7; buf[1] = 0; s += "x"; }
  } catch (std::exception &e) { std::printf("%s i %d n %d %zu k %d %d %s\n", e.what(), i, t.n, t.v.size(), k, buf[1], s.c_str()); } }
void b() {
  Throws t; int i=-1, j = 0;
  try { 
    [[paraloop]]
    for (i=0, j = 5;i<300;++i, j += 2) { int k = slow(i); t.add(k); }
  } catch (std::exception &e) { std::printf("%s i %d n %d j %d\n", e.what(), i, t.n, j); } }
void c() {
  Throws t; std::vector<Node> nodes(200); for (int i = 0; i < 200; ++i) nodes[i] = {i, i < 199 ? &nodes[i+1] : nullptr};
  Node *p = nullptr;
  try { 
    [[paraloop]]
    for (p = &nodes[0]; p; p = p->next) { t.add(slow(p->v)); }
  } catch (std::exception &e) { std::printf("%s i %d n %d\n", e.what(), p ? p->v : -1, t.n); } }
void d() {
  Throws t; unsigned char i = 0;
  try { 
    [[paraloop]]
    for (i = 10; i <= 200; i += 2) { t.add(slow(i)); }
  } catch (std::exception &e) { std::printf("%s i %d n %d\n", e.what(), i, t.n); } }
int main() { for (int r = 0; r < 2; ++r) { a(); b(); c(); d(); } }
