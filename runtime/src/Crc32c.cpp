// Crc32c.cpp: in: bytes. Out: their CRC-32C.

#include "Crc32c.h"

#include <array>
#include <cstring>

#if defined(__x86_64__)
#include <nmmintrin.h>
#endif

namespace paraloop {
namespace {

constexpr std::uint32_t polynomial = 0x82F63B78; // bits reversed

std::array<std::uint32_t, 256> make_table() {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t byte = 0; byte < 256; ++byte) {
    std::uint32_t rest = byte;
    for (int bit = 0; bit < 8; ++bit)
      rest = (rest >> 1) ^ (rest & 1 ? polynomial : 0);
    table[byte] = rest;
  }
  return table;
}

#if defined(__x86_64__)
__attribute__((target("sse4.2"))) std::uint32_t
by_instruction(std::uint32_t crc, const unsigned char *data, std::size_t size) {
  std::uint64_t state = static_cast<std::uint32_t>(~crc);
  for (; size >= 8; data += 8, size -= 8) {
    std::uint64_t word;
    std::memcpy(&word, data, sizeof word);
    state = _mm_crc32_u64(state, word);
  }
  auto narrow = static_cast<std::uint32_t>(state);
  for (; size != 0; ++data, --size)
    narrow = _mm_crc32_u8(narrow, *data);
  return ~narrow;
}
#endif

} // namespace

std::uint32_t crc32c_by_table(std::uint32_t crc, const void *data,
                              std::size_t size) {
  static const std::array<std::uint32_t, 256> table = make_table();
  const auto *bytes = static_cast<const unsigned char *>(data);
  std::uint32_t state = ~crc;
  for (std::size_t i = 0; i < size; ++i)
    state = (state >> 8) ^ table[(state ^ bytes[i]) & 0xFF];
  return ~state;
}

std::uint32_t crc32c(std::uint32_t crc, const void *data, std::size_t size) {
#if defined(__x86_64__)
  static const bool has_instruction = __builtin_cpu_supports("sse4.2");
  if (has_instruction)
    return by_instruction(crc, static_cast<const unsigned char *>(data), size);
#endif
  return crc32c_by_table(crc, data, size);
}

} // namespace paraloop
