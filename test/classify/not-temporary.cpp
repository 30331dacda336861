// What an iteration may read before it has assigned it is no temporary.
//
// RUN: %paraloop --print=plan %s -- -std=c++17 | FileCheck %s

#include <string>

void use(long);
void show(const std::string &);
long make(int);

// CHECK: t: temporary
void accepted(int n) {
  long t;
  std::string line;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    t = make(i);
    line.clear();
    line += "x";
    show(line);
    use(t);
  }
}

// CHECK-NOT: {{: temporary}}
// CHECK: t: replayed
void onePath(int n) {
  long t = 0;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    if (i % 2)
      t = make(i);
    use(t);
  }
}

// CHECK-NOT: {{: temporary}}
// CHECK: t: replayed
void noDefault(int n) {
  long t = 0;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    switch (i % 3) {
    case 0:
      t = make(i);
      break;
    case 1:
      t = 1;
    }
    use(t);
  }
}

// CHECK-NOT: {{: temporary}}
// CHECK: t: replayed
void readFirst(int n) {
  long t = 0;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    use(t);
    t = make(i);
  }
}

// CHECK-NOT: {{: temporary}}
// CHECK: t: replayed
void inZeroTrips(int n) {
  long t = 0;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    for (int k = 0; k < i; ++k)
      t = make(k);
    use(t);
  }
}

// CHECK-NOT: {{: temporary}}
// CHECK: t: replayed
void inHandler(int n) {
  long t = 0;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    try {
      t = make(i);
    } catch (int) {
    }
    use(t);
  }
}
