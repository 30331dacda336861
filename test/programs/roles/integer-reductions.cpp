// Sums, products and bits of integers, in all spellings, keep their values.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <cstdint>
#include <vector>

static std::vector<int> numbers(int count) {
  std::vector<int> result;
  unsigned state = 12345;
  for (int i = 0; i < count; ++i) {
    state = state * 1103515245u + 12345u;
    result.push_back(static_cast<int>(state >> 16) % 1000 - 500);
  }
  return result;
}

int main() {
  const std::vector<int> values = numbers(1000);
  long sum = 7, difference = 0, before = 0, behind = 0;
  int up = 0, down = 100;
  [[paraloop]]
  for (int value : values) {
    sum += value;
    difference -= 3 * value;
    before = before + value * value;
    behind = value + behind;
    up++;
    --down;
  }
  show("sums", sum, difference, before, behind, up, down);

  std::uint32_t product = 1;
  std::uint64_t hash = 14695981039346656037u;
  std::uint8_t byte = 0;
  [[paraloop]]
  for (std::size_t i = 0; i < values.size(); ++i) {
    product *= static_cast<std::uint32_t>(values[i]) | 1u;
    hash = (hash ^ static_cast<std::uint64_t>(values[i])) * 1099511628211u;
    byte = static_cast<std::uint8_t>(byte + values[i]);
  }
  show("wrapping", product, hash, byte);

  unsigned all = ~0u, any = 0, odd = 0;
  bool positive = true, found = false, parity = false;
  [[paraloop]]
  for (int i = 0; i < 1000; ++i) {
    all &= static_cast<unsigned>(values[i]) | 0xff00u;
    any |= 1u << (i % 20);
    odd ^= static_cast<unsigned>(values[i]);
    positive &= values[i] > -400;
    found |= values[i] == 77;
    parity ^= values[i] % 2 != 0;
    all = all & ~(1u << 31);
  }
  show("bits", all, any, odd, positive, found, parity);
}
