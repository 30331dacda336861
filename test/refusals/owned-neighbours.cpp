// What a worker can't change in its own copy, because an iteration reads what another one wrote, or because the
// change has no address that the program knows. Each stands beside the nearest loop that is accepted.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify -Xclang -verify-ignore-unexpected=note
#include <map>
#include <vector>

int work(int i);
void use(int value);

void flags(int n) {
  bool found = false;
  [[paraloop]] for (int i = 0; i < n; ++i)
    if (work(i) == 7)
      found = true;
  use(found);
}

void last_values(int n) {
  int last = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) last = work(i);
  [[paraloop]] for (int i = 0; i < n; ++i) {
    const int before = work(last); // expected-error {{'last' is read here}}
    last = work(i + before);
  }
  use(last);
}

void scattered(std::vector<int> values, const std::vector<int> &index, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) values[index[i]] = i;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    values[index[i]] = i;
    use(values[i]); // expected-error {{'values' is read here, but other iterations change it [paraloop-carried]}}
  }
}

void elements(std::vector<int> values, int n) {
  [[paraloop]] for (int i = 1; i < n; ++i) {
    values[i] += i;
    use(values[i]);
  }
  [[paraloop]] for (int i = 1; i < n; ++i) {
    values[i] += i;
    use(values[i - 1]); // expected-error {{'values' is read here, but other iterations change it [paraloop-carried]}}
  }
}

void own_row(std::vector<std::vector<int>> rows, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) {
    rows[i].resize(3);
    rows[i][0] = rows[i][1] + 1;
    use(rows[i][2]);
  }
}

void pointer_into_own_row(std::vector<std::vector<int>> rows, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) {
    rows[i].resize(3);
    int *const row = rows[i].data(); // expected-error {{'rows' is read here, but other iterations change it [paraloop-carried]}}
    row[0] = row[1] + 1;
    use(row[2]);
  }
}

struct Packed {
  unsigned low : 4, high : 4;
  int whole;
};

void bits(std::vector<Packed> packed, std::vector<bool> marks, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) {
    packed[i].low = 3;
    marks[i] = true;
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    packed[i].low = 3;
    use(packed[i].low); // expected-error {{'packed' is read here, but other iterations change it [paraloop-carried]}}
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    marks[i] = true;
    use(marks[i]); // expected-error {{'marks' is read here, but other iterations change it [paraloop-carried]}}
  }
}

void maps(std::map<int, int> counts, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) {
    counts.at(i) += 1;
    use(counts.at(i));
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    counts[i] += 1;
    use(counts.at(i)); // expected-error {{'counts' is read here, but other iterations change it [paraloop-carried]}}
  }
}

void lambdas(std::vector<int> values, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) {
    const auto put = [&](int value) { values[value % 7] = value; };
    put(i);
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    const auto put = [&values](int value) { values[value % 7] = value; }; // expected-error {{can't be replayed in iteration order [paraloop-replay-form]}}
    put(i);
  }
}

// A lambda from outside knows the parameters of the function that made it.
void lambda_from_outside(std::vector<int> values, int limit, int n) {
  const auto put = [&](int value) { values[value % 7] = value; };
  const auto most = [&](int) { return limit; };
  [[paraloop]] for (int i = 0; i < n; ++i) {
    int own = work(i); // expected-error {{could read 'values', which the loop changes [paraloop-unseen-may-read]}}
    put(own);
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    use(most(i)); // expected-error {{could read 'limit', which the loop changes [paraloop-unseen-may-read]}}
    limit += i;
  }
}

int *make(int i);
void pointers(std::vector<int *> &nodes, int n) {
  int *last = nullptr;
  [[paraloop]] for (int i = 0; i < n; ++i) last = make(i); // expected-error {{it is a pointer [paraloop-operand-type]}}
  [[paraloop]] for (int i = 0; i < n; ++i) nodes[i] = make(i); // expected-error {{it is a pointer [paraloop-operand-type]}}
  use(*last);
}
