// interrupted.cpp default|flag|exit|ignored: a slow loop, and what the program does with SIGINT.
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

volatile std::sig_atomic_t calls = 0;

void count(int) { calls = calls + 1; }
void leave(int) { _exit(5); }

int main(int, char **argv) {
  const bool ignored = std::strcmp(argv[1], "ignored") == 0;
  if (std::strcmp(argv[1], "flag") == 0)
    std::signal(SIGINT, count);
  if (std::strcmp(argv[1], "exit") == 0)
    std::signal(SIGINT, leave);
  if (ignored)
    std::signal(SIGINT, SIG_IGN);
  int done = 0;
  [[paraloop(num_processes = 3, chunk = 1)]]
  for (int i = 0; i < 60; ++i) {
    if (calls != 0)
      break;
    if (i == 3)
      std::printf("ready\n");
    usleep(ignored ? 10000 : 100000);
    ++done;
  }
  std::printf("%s, handler ran %d times\n", done == 60 ? "all done" : "stopped early", static_cast<int>(calls));
}
