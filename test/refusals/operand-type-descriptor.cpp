// The number of a file that a worker opened means nothing in the program, so it can't be kept outside the loop.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify
#include <fcntl.h>
#include <unistd.h>

void function(int n, int &result) {
  int last = 0;
  long opened = 0;
  [[paraloop]] for (int i = 0; i < n; ++i)
    last = open("/dev/null", O_WRONLY); // expected-error {{can't travel from a worker to the program: it is a descriptor of the worker's own [paraloop-operand-type]}} expected-note {{in the statement}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < n; ++i) {
    const int own = open("/dev/null", O_WRONLY); // Used and closed in the body.
    opened += own >= 0 ? 1 : 0;
    close(own);
  }
  result = last;
}
