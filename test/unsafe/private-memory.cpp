// Objects with private memory of which not all can be found, beside the nearest ones whose memory is compared.
//
// RUN: %paraloop %s -o %t.cpp -- -std=c++17 -Xclang -verify -Xclang -verify-ignore-unexpected=note
#include <optional>
#include <variant>
#include <vector>

inline int work(int i) { return i * 7 % 31; }

template <class More> class Field {
public:
  int get(int i) const { return values_[i]; }

private:
  std::vector<int> values_;
  More more_;
};
void found(const Field<std::optional<std::vector<int>>> &field, int *out, int n) {
  [[paraloop]] for (int i = 1; i < n; ++i) out[i] = field.get(i - 1) + work(i);
}
void unknown(const Field<std::variant<std::vector<int>, int>> &field, int *out, int n) {
  [[paraloop]] for (int i = 1; i < n; ++i) out[i] = field.get(i - 1) + work(i); // expected-error {{'field.values_' may refer to '*out'}}
}

class Base {
protected:
  std::vector<int> values_;
};
struct Plain : Base {
  int get(int i) const { return values_[i]; }
};
struct Virtual : virtual Base {
  int get(int i) const { return values_[i]; }
};
void base(const Plain &field, int *out, int n) {
  [[paraloop]] for (int i = 1; i < n; ++i) out[i] = field.get(i - 1) + work(i);
}
void virtualBase(const Virtual &field, int *out, int n) {
  [[paraloop]] for (int i = 1; i < n; ++i) out[i] = field.get(i - 1) + work(i); // expected-error {{'field.values_' may refer to '*out'}}
}

class Cell {
public:
  int get(int i) const { return values_[i]; }
  void set(int i, int x) { values_[i] = x; }

private:
  std::vector<int> values_;
};
void number(Cell &cell, const int *by, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) cell.set(i, work(i) + *by);
}
void another(Cell &cell, const Cell *others, std::vector<int> &out, int n) { // Elements of one array, maybe.
  [[paraloop]] for (int i = 0; i < n; ++i) {
    cell.set(i, work(i));
    out[i] = others[i % 2].get(3); // expected-error 1+ {{'*others' may refer to}}
  }
}
