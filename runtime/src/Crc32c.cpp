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

constexpr std::size_t lane_count = 4;
using Lanes = std::array<std::uint32_t, lane_count>;

#if defined(__x86_64__)
bool has_instruction() {
  static const bool has = __builtin_cpu_supports("sse4.2");
  return has;
}

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

/// The instruction takes three cycles, but a new one can start in each.
__attribute__((target("sse4.2"))) Lanes
lanes_by_instruction(const unsigned char *data, std::size_t each) {
  std::array<std::uint64_t, lane_count> states;
  states.fill(0xFFFFFFFF);
  for (std::size_t at = 0; at != each; at += 8)
    for (std::size_t lane = 0; lane != lane_count; ++lane) {
      std::uint64_t word;
      std::memcpy(&word, data + lane * each + at, sizeof word);
      states[lane] = _mm_crc32_u64(states[lane], word);
    }
  Lanes lanes;
  for (std::size_t lane = 0; lane != lane_count; ++lane)
    lanes[lane] = ~static_cast<std::uint32_t>(states[lane]);
  return lanes;
}
#endif

/// Returns the CRC-32C of each of the parts of `each` bytes. EXPECTS: a
/// multiple of 8.
Lanes lanes_of(const unsigned char *data, std::size_t each) {
#if defined(__x86_64__)
  if (has_instruction())
    return lanes_by_instruction(data, each);
#endif
  Lanes lanes;
  for (std::size_t lane = 0; lane != lane_count; ++lane)
    lanes[lane] = crc32c_by_table(0, data + lane * each, each);
  return lanes;
}

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
  if (has_instruction())
    return by_instruction(crc, static_cast<const unsigned char *>(data), size);
#endif
  return crc32c_by_table(crc, data, size);
}

std::uint32_t checksum(const void *data, std::size_t size) {
  const auto *bytes = static_cast<const unsigned char *>(data);
  const std::size_t each = size / lane_count / 8 * 8;
  const Lanes lanes = lanes_of(bytes, each);
  const std::uint32_t sum = crc32c(0, lanes.data(), sizeof lanes);
  return crc32c(sum, bytes + lane_count * each, size - lane_count * each);
}

} // namespace paraloop
