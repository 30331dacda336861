// Hidden.cpp: in: an iteration. Out: changes of what lies here.

#include "Hidden.h"

#include <map>

namespace paraloop_test {

std::uint64_t hidden_count;
char hidden_array[4000000];

void count_from(std::uint64_t first, std::uint64_t k) {
  if (k >= first)
    ++hidden_count;
}

void count_in_static(std::uint64_t first, std::uint64_t k) {
  static volatile std::uint64_t count = 1;
  if (k >= first)
    count = count + 1;
}

void touch_array(std::uint64_t first, std::uint64_t k) {
  if (k >= first)
    hidden_array[3000000] = 1;
}

void read_initialized(std::uint64_t k) {
  static const std::map<std::uint64_t, int> numbers{{1, 2}, {3, k != 0}};
  if (numbers.size() != 2)
    ++hidden_count;
}

void change_and_change_back(std::uint64_t k) {
  volatile std::uint64_t &count = hidden_count;
  count = count + k + 1;
  count = count - k - 1;
}

void change_thread_local(std::uint64_t k) {
  static thread_local volatile std::uint64_t latest = 0;
  latest = latest + k + 1;
}

} // namespace paraloop_test
