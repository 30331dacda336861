// Of nested annotated loops, only the outermost is rewritten, and no annotation is left.
//
// RUN: %paraloop --dry-run %s | FileCheck %s --implicit-check-not="would be rewritten"
// RUN: %paraloop %s | FileCheck %s --check-prefix=TEXT --implicit-check-not="{{^ *\[\[}}paraloop"

void use(int);

void function() {
  // CHECK: nested.cpp:[[#@LINE+1]]: this loop would be rewritten
  [[paraloop]] for (int i = 0; i < 3; ++i) {
    // TEXT: for (int k = 0
    [[paraloop]] for (int k = 0; k < 3; ++k)
      [[paraloop]] for (int m = 0; m < 3; ++m) use(m);
    auto lambda = [](int n) {
      [[paraloop]] for (int k = 0; k < n; ++k) use(k);
    };
    lambda(i);
  }
  // CHECK: nested.cpp:[[#@LINE+1]]: this loop would be rewritten
  [[paraloop]] for (int i = 0; i < 3; ++i) use(i);
}
