// Statements that mean something to this process only are refused: computed gotos, inline assembly.
//
// RUN: %paraloop %s -- -std=c++20 -Xclang -verify

void use(int);

void refused(int n) {
  [[paraloop]] for (int i = 0; i < n; ++i)
    asm volatile("nop"); // expected-error {{inline assembly can't run in a worker [paraloop-unsupported-statement]}} expected-note {{hint}}
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
