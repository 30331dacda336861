// A program with its own operator new: all that allocates changes what that changes.
//
// RUN: %paraloop %s -o %t.cpp -- -std=c++17 -Xclang -verify -Xclang -verify-ignore-unexpected=note
#include <cstdlib>
#include <new>
#include <string>

long allocated = 0;
void *operator new(std::size_t size) {
  allocated += static_cast<long>(size);
  return std::malloc(size);
}
void operator delete(void *memory) noexcept { std::free(memory); }
void operator delete(void *memory, std::size_t) noexcept { std::free(memory); }

int work(int);

void lengths(int *out, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) {
    std::string text(work(i), 'x'); // expected-error 1+ {{allocated}}
    out[i] = static_cast<int>(text.size());
  }
  [[paraloop]] for (int i = 0; i < n; ++i)
    out[i] = *new int(work(i)); // expected-error 1+ {{allocated}}
  [[paraloop]] for (int i = 0; i < n; ++i)
    out[i] = work(i);
}
