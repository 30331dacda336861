// Statements that mean something to this process only are refused: computed gotos, inline assembly, coroutines.
//
// RUN: %paraloop %s -- -std=c++20 -Xclang -verify

#include <coroutine>

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

Task refused(int n) {
  [[paraloop]] for (int i = 0; i < n; ++i)
    co_yield i; // expected-error {{a coroutine's co_yield can't run in a worker [paraloop-unsupported-statement]}} expected-note {{hint: move it out of the loop}}
  // expected-error@-1 0-1 {{co_await}} expected-note@-1 0+ {{}}
}

void alsoRefused(int n) {
  [[paraloop]] for (int i = 0; i < n; ++i)
    asm volatile("nop"); // expected-error {{inline assembly can't run in a worker}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < n; ++i) {
    void *target = i % 2 ? &&odd : &&even;
    goto *target; // expected-error {{a computed goto can't run in a worker}} expected-note {{hint}}
  odd:
    use(1);
  even:
    use(2);
  }
}

void accepted(int n) {
  [[paraloop]] for (int i = 0; i < n; ++i)
    if (i % 2) use(1); else use(2);
}
