// Other attributes of the loop stay, whatever their order.
//
// RUN: %paraloop %s -o %t.cpp -- -std=c++20
// RUN: %clangxx -std=c++20 -Wall -Wextra -Werror %runtime_include -fsyntax-only %t.cpp
// RUN: %paraloop --dry-run %s -- -std=c++20 | FileCheck %s --implicit-check-not="would be rewritten"

void use(int);

void function() {
  // CHECK: among-other-attributes.cpp:[[#@LINE+1]]: this loop would be rewritten
  [[likely, paraloop]] for (int i = 0; i < 3; ++i) use(i);
  // CHECK: among-other-attributes.cpp:[[#@LINE+1]]: this loop would be rewritten
  [[paraloop(chunk = 2), likely]] for (int i = 0; i < 3; ++i) use(i);
  // CHECK: among-other-attributes.cpp:[[#@LINE+1]]: this loop would be rewritten
  [[likely]] [[paraloop]] for (int i = 0; i < 3; ++i) use(i);
  // CHECK: among-other-attributes.cpp:[[#@LINE+2]]: this loop would be rewritten
  [[paraloop]]
  [[likely]] for (int i = 0; i < 3; ++i) use(i);
}
