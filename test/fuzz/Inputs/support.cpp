// support.cpp: what random programs link: a function out of sight, and in tests with fault points a source of trouble.
//
// In: FUZZ_TROUBLE=SEED[:kill], and the fault points of the runtime's test build. Out: workers that pause at random, so
// that short loops are spread over all of them, and with `kill` workers that end at random.

#include <atomic>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

int fuzz_unseen(int x) { return (x * 13 + 7) % 1009; }

namespace paraloop {

/// Takes the place of the runtime's own function of that name.
void fault_point(const char *point, std::atomic<std::uint32_t> &passed) {
  const char *const settings = getenv("FUZZ_TROUBLE");
  if (settings == nullptr)
    return;
  const auto seed = static_cast<std::uint32_t>(atoi(settings));
  const std::uint32_t number = passed.fetch_add(1) + 1;
  const std::uint32_t mixed =
      ((seed * 7919 + number) * 2654435761u ^ seed) >> 13;
  if (std::strstr(settings, ":kill") != nullptr && mixed % 29 == 0)
    std::raise(mixed / 29 % 3 == 0 ? SIGSEGV : SIGKILL);
  if (std::strcmp(point, "after_claim") == 0 && mixed % 3 != 2)
    usleep(mixed / 64 % 200);
}

} // namespace paraloop
