// A loop that control can enter in another way than through its header is refused, and so is one in a function that is
// not an ordinary one.
//
// RUN: %paraloop %s -- -std=c++20 -Xclang -verify

#include <coroutine>
#include <csetjmp>

struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    std::suspend_never yield_value(int) { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};
void use(int);
std::jmp_buf buffer;

Task coroutine(int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) use(i); // expected-error {{a coroutine can't hold a parallel loop [paraloop-unsupported-place]}} expected-note {{hint: move the loop into a function of its own, and call that}}
  co_return;
}
constexpr int computed(int n) {
  int sum = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) sum += i; // expected-error {{a constexpr function can't hold a parallel loop}} expected-note {{hint}}
  return sum;
}
void marks(int n) {
  if (setjmp(buffer)) return;
  [[paraloop]] for (int i = 0; i < n; ++i) use(i); // expected-error {{a function that calls setjmp can't hold a parallel loop}} expected-note {{hint}}
}
void enters(int n) {
  int i = 0;
  if (n > 3) goto inside; // expected-note {{from here}}
  [[paraloop]] for (i = 0; i < n; ++i) { // expected-error {{a function that jumps into it can't hold a parallel loop}} expected-note {{hint}}
  inside:
    use(i);
  }
}
void device(int n, int i) {
  switch (n) {
  case 0:
    [[paraloop]] for (; i < n; ++i) { // expected-error {{a switch that jumps into it can't hold a parallel loop}} expected-note {{hint}}
  case 1: // expected-note {{to here}}
      use(i);
    }
  }
}

void accepted(int n) {
  int i = 0;
again:
  [[paraloop]] for (i = 0; i < n; ++i) {
    if (i == 3) goto next;
    use(i);
  next:;
  }
  if (--n > 0) goto again;
  switch (n) {
  case 0:
    [[paraloop]] for (i = 0; i < 3; ++i)
      switch (i) {
      case 1:
        use(1);
      }
    break;
  default:
    [[paraloop]] for (i = 0; i < 3; ++i) use(i);
  }
}
