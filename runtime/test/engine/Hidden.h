// Hidden.h: functions that change what their caller doesn't see.

#ifndef PARALOOP_TEST_HIDDEN_H
#define PARALOOP_TEST_HIDDEN_H

#include <cstdint>

namespace paraloop_test {

extern std::uint64_t hidden_count;

/// These change a global, a static local, the byte 3,000,000 of a large array,
/// in iteration `first` and later ones.
void count_from(std::uint64_t first, std::uint64_t k);
void count_in_static(std::uint64_t first, std::uint64_t k);
void touch_array(std::uint64_t first, std::uint64_t k);

/// These leave nothing behind that another iteration or the program can see.
void read_initialized(std::uint64_t k);
void change_and_change_back(std::uint64_t k);
void change_thread_local(std::uint64_t k);

} // namespace paraloop_test

#endif
