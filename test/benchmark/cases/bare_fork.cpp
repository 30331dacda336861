// An empty loop in two processes, against bare fork, exit and wait; the first argument is how often.
#include "bench.h"
#ifndef LOOP
#include <sys/wait.h>
#include <unistd.h>
#endif

int main(int argc, char **argv) {
  const long times = bench::argument(argc, argv, 1);
  int values[2] = {0, 0};
  {
    const bench::Stopwatch stopwatch;
    for (long time = 0; time < times; ++time) {
#ifdef LOOP
      [[paraloop]] for (int i = 0; i < 2; ++i) values[i] = i;
#else
      for (int i = 0; i < 2; ++i)
        if (fork() == 0)
          _exit(0);
      for (int i = 0; i < 2; ++i) {
        wait(nullptr);
        values[i] = i;
      }
#endif
    }
  }
  bench::exact("values", static_cast<std::uint64_t>(values[0] + 2 * values[1]));
}
