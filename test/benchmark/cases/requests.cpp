// Requests to servers that take their time: the body waits.
#include "bench.h"
#include <chrono>
#include <thread>
#include <vector>
#ifndef LOOP
#include "ways.h"
#endif

static long request(long which, long milliseconds) {
  std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
  return which * which;
}

int main(int argc, char **argv) {
  const long n = bench::argument(argc, argv, 1), milliseconds = bench::argument(argc, argv, 2);
  std::vector<long> answers(static_cast<std::size_t>(n));
  {
    const bench::Stopwatch stopwatch;
#ifdef LOOP
    [[paraloop]] for (long i = 0; i < n; ++i) answers[i] = request(i, milliseconds);
#else
    ways::workers = static_cast<int>(n); // what a user would write who knows that the body waits
    ways::rows(
        n, [&](long i, long *answer) { *answer = request(i, milliseconds); }, ways::slice(answers));
#endif
  }
  bench::exact("answers", bench::checksum_of(answers));
}
