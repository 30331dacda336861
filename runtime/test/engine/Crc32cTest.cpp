// The checksum is CRC-32C, by instruction and by table alike, and notices every
// single changed bit.

#include "Crc32c.h"

#include <gtest/gtest.h>
#include <string>

namespace {

using paraloop::crc32c;
using paraloop::crc32c_by_table;

TEST(Crc32c, IsTheStandardOne) {
  EXPECT_EQ(crc32c(0, "123456789", 9), 0xE3069283u);
  EXPECT_EQ(crc32c_by_table(0, "123456789", 9), 0xE3069283u);
}

TEST(Crc32c, IsTheSameByInstructionAndByTable) {
  std::string text;
  for (int size = 0; size < 200; ++size, text += static_cast<char>(size * 37))
    EXPECT_EQ(crc32c(0, text.data(), text.size()),
              crc32c_by_table(0, text.data(), text.size()))
        << size;
}

TEST(Crc32c, CanBeContinued) {
  EXPECT_EQ(crc32c(crc32c(0, "12345", 5), "6789", 4),
            crc32c(0, "123456789", 9));
}

TEST(Crc32c, ChecksumNoticesEveryBitOfAnyLength) {
  for (std::size_t size = 1; size < 80; size += 3) {
    std::string text(size, 'r');
    const std::uint32_t right = paraloop::checksum(text.data(), size);
    for (std::size_t bit = 0; bit < size * 8; ++bit) {
      text[bit / 8] = static_cast<char>(text[bit / 8] ^ 1 << bit % 8);
      EXPECT_NE(paraloop::checksum(text.data(), size), right) << bit;
      text[bit / 8] = static_cast<char>(text[bit / 8] ^ 1 << bit % 8);
    }
  }
}

TEST(Crc32c, ChecksumNoticesPartsThatChangedPlaces) {
  const std::string parts = "aaaaaaaabbbbbbbbccccccccdddddddd";
  const std::string other = "bbbbbbbbaaaaaaaaccccccccdddddddd";
  EXPECT_NE(paraloop::checksum(parts.data(), parts.size()),
            paraloop::checksum(other.data(), other.size()));
}

TEST(Crc32c, NoticesEveryBit) {
  std::string text = "one record of a worker";
  const std::uint32_t right = crc32c(0, text.data(), text.size());
  for (std::size_t bit = 0; bit < text.size() * 8; ++bit) {
    text[bit / 8] = static_cast<char>(text[bit / 8] ^ 1 << bit % 8);
    EXPECT_NE(crc32c(0, text.data(), text.size()), right) << bit;
    text[bit / 8] = static_cast<char>(text[bit / 8] ^ 1 << bit % 8);
  }
}

} // namespace
