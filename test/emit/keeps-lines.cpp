// Line numbers and file names are those of the user's file: in messages, in __LINE__, in code after the loop.
//
// RUN: %paraloop %s -o %t.cpp -- -std=c++17
// RUN: not %gxx -std=c++17 %runtime_include -Werror=unused-variable -fsyntax-only %t.cpp 2>&1 | FileCheck %s
// RUN: %equal %s --both

#include <cstdio>
#include <vector>

int main() {
  std::vector<int> lines;
  [[paraloop]]
  for (int i = 0; i < 50; ++i) { // two lines below the attribute, a comment
    lines.push_back(__LINE__);
    if (i % 10 == 0)
      std::printf("%s:%d\n", __FILE__, __LINE__);
  }
  for (int line : lines) std::printf("%d ", line);
  std::printf("%d\n", __LINE__);
  // CHECK: keeps-lines.cpp:[[#@LINE+2]]:7: error: unused variable
#ifndef __OPTIMIZE__
  int unused;
#endif
}
