// An array of which an iteration may read what another one left is no temporary.
//
// RUN: %paraloop --print=plan %s -- -std=c++17 | FileCheck %s

#include <vector>

void use(long);
long make(int);

// CHECK: row: temporary
void accepted(int n, int m) {
  std::vector<long> row(100);
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    for (int k = 0; k < m; ++k)
      row[k] = make(k);
    for (int k = 0; k < m; ++k)
      use(row[k]);
  }
}

// CHECK-NOT: {{: temporary}}
// CHECK: row: replayed
void oneFurther(int n, int m) {
  std::vector<long> row(100);
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    for (int k = 0; k < m; ++k)
      row[k] = make(k);
    for (int k = 0; k <= m; ++k)
      use(row[k]);
  }
}

// CHECK-NOT: {{: temporary}}
// CHECK: row: replayed
void fromOne(int n) {
  long row[8];
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    for (int k = 1; k < 8; ++k)
      row[k] = make(k);
    use(row[0]);
  }
}

// CHECK-NOT: {{: temporary}}
// CHECK: row: replayed
void withBreak(int n, int m) {
  std::vector<long> row(100);
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    for (int k = 0; k < m; ++k) {
      if (make(k) > 3)
        break;
      row[k] = make(k);
    }
    for (int k = 0; k < m; ++k)
      use(row[k]);
  }
}

// CHECK-NOT: {{: temporary}}
// CHECK: row: replayed
void withCondition(int n) {
  long row[8];
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    for (int k = 0; k < 8; ++k)
      if (make(k) > 3)
        row[k] = i;
    use(row[2]);
  }
}

// CHECK-NOT: {{: temporary}}
// CHECK: row: replayed
void withContinue(int n) {
  long row[8];
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    for (int k = 0; k < 8; ++k) {
      if (make(k) > 3)
        continue;
      row[k] = i;
    }
    use(row[2]);
  }
}

// CHECK-NOT: {{: temporary}}
// CHECK: row: replayed
void boundsChange(int n) {
  std::vector<long> row(100);
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    int m = i % 10;
    for (int k = 0; k < m; ++k)
      row[k] = make(k);
    m = 50;
    for (int k = 0; k < m; ++k)
      use(row[k]);
  }
}

// CHECK-NOT: {{: temporary}}
// CHECK: row: replayed
void everySecond(int n) {
  long row[8];
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    for (int k = 0; k < 8; k += 2)
      row[k] = i;
    use(row[3]);
  }
}
