// The annotation may come from a macro, and so may its options; the loop itself may not.
//
// RUN: %paraloop --dry-run %s | FileCheck %s --implicit-check-not="would be rewritten"
// RUN: %paraloop %s | FileCheck %s --check-prefix=TEXT

#define PAR [[paraloop]]
#define PAR_AGAIN PAR
#define PAR_WITH(n) [[paraloop(num_processes = n)]]
#define MANY 40

void use(int);

void function() {
  // CHECK: behind-macros.cpp:[[#@LINE+1]]: this loop would be rewritten
  PAR for (int i = 0; i < 3; ++i) use(i);
  // CHECK: behind-macros.cpp:[[#@LINE+1]]: this loop would be rewritten
  PAR_AGAIN for (int i = 0; i < 3; ++i) use(i);
  // CHECK: behind-macros.cpp:[[#@LINE+2]]: this loop would be rewritten
  PAR_WITH(4)
  for (int i = 0; i < 3; ++i) use(i);
  // CHECK: behind-macros.cpp:[[#@LINE+1]]: this loop would be rewritten
  [[paraloop(chunk = MANY)]] for (int i = 0; i < 3; ++i) use(i);
}

// No use of the annotation is left.
// TEXT: void function()
// TEXT-NOT: {{^ *(PAR|PAR_AGAIN|PAR_WITH\(4\))( |$)}}
