// A loop in a template is found once for each function that is made from the template.
//
// RUN: %paraloop --dry-run %s | FileCheck %s --implicit-check-not="would be rewritten"

template <class T> void use(T) {}

template <class T> struct Box {
  // CHECK: found-in-templates.cpp:[[#@LINE+1]]: this loop would be rewritten
  void inside(T n) { [[paraloop]] for (T i = 0; i < n; ++i) use(i); }
  void outside(T n);
  template <class U> void both(U n);
  // CHECK: found-in-templates.cpp:[[#@LINE+1]]: this loop would be rewritten
  friend void inFriend(Box, T n) { [[paraloop]] for (T i = 0; i < n; ++i) use(i); }
};
// CHECK: found-in-templates.cpp:[[#@LINE+1]]: this loop would be rewritten
template <class T> void Box<T>::outside(T n) { [[paraloop]] for (T i = 0; i < n; ++i) use(i); }
// CHECK: found-in-templates.cpp:[[#@LINE+1]]: this loop would be rewritten
template <class T> template <class U> void Box<T>::both(U n) { [[paraloop]] for (U i = 0; i < n; ++i) use(i); }

// CHECK: found-in-templates.cpp:[[#@LINE+1]]: this loop would be rewritten
template <class T> void function(T n) { [[paraloop]] for (T i = 0; i < n; ++i) use(i); }
// CHECK: found-in-templates.cpp:[[#@LINE+1]]: this loop would be rewritten
template <> void function(char n) { [[paraloop]] for (char i = 0; i < n; ++i) use(i); }

void instantiate() {
  Box<int> box;
  box.inside(3);
  box.outside(3);
  box.both(3L);
  inFriend(box, 3);
  Box<long>().outside(3);
  function(3);
  function(3L);
  // CHECK: found-in-templates.cpp:[[#@LINE+1]]: this loop would be rewritten
  auto generic = [](auto n) { [[paraloop]] for (decltype(n) i = 0; i < n; ++i) use(i); };
  generic(3);
  generic(3L);
}
