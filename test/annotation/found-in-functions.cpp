// Every annotated for and range-for is found: in functions, members, lambdas, namespaces, initialisers.
//
// RUN: %paraloop --dry-run %s | FileCheck %s --implicit-check-not="would be rewritten"

void use(int);

void inFunction(const int (&values)[3]) {
  // CHECK: found-in-functions.cpp:[[#@LINE+1]]: this loop would be rewritten
  [[paraloop]] for (int i = 0; i < 3; ++i) use(i);
  // CHECK: found-in-functions.cpp:[[#@LINE+2]]: this loop would be rewritten
  [[paraloop]]
  for (int value : values) use(value);
  // CHECK: found-in-functions.cpp:[[#@LINE+1]]: this loop would be rewritten
  if (values[0]) [[paraloop]] for (int value : values) use(value);
  for (int value : values) use(value); // not annotated
}

namespace outer::inner {
struct Member {
  // CHECK: found-in-functions.cpp:[[#@LINE+1]]: this loop would be rewritten
  Member() { [[paraloop]] for (int i = 0; i < 3; ++i) use(i); }
  void later();
  // CHECK: found-in-functions.cpp:[[#@LINE+1]]: this loop would be rewritten
  friend void inFriend(Member) { [[paraloop]] for (int i = 0; i < 3; ++i) use(i); }
};
// CHECK: found-in-functions.cpp:[[#@LINE+1]]: this loop would be rewritten
void Member::later() { [[paraloop]] for (int i = 0; i < 3; ++i) use(i); }
} // namespace outer::inner

extern "C" {
// CHECK: found-in-functions.cpp:[[#@LINE+1]]: this loop would be rewritten
void inLinkage() { [[paraloop]] for (int i = 0; i < 3; ++i) use(i); }
}

int initialised = [] {
  // CHECK: found-in-functions.cpp:[[#@LINE+1]]: this loop would be rewritten
  [[paraloop]] for (int i = 0; i < 3; ++i) use(i);
  return 1;
}();
