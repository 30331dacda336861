// Crc32c.h: the checksum (CRC-32C, Castagnoli) of a record.
//
// In: bytes. Out: 32 bits that differ when the bytes were damaged.

#ifndef PARALOOP_CRC32C_H
#define PARALOOP_CRC32C_H

#include <cstddef>
#include <cstdint>

namespace paraloop {

/// crc32c() continues the checksum `crc` (0 to begin with) over `size` bytes.
/// Uses the processor's own instruction where there is one.
std::uint32_t crc32c(std::uint32_t crc, const void *data, std::size_t size);

/// crc32c_by_table() is the same on any processor.
std::uint32_t crc32c_by_table(std::uint32_t crc, const void *data,
                              std::size_t size);

/// checksum() returns another checksum of the same strength, at several times
/// the speed for long data: the CRC-32C of four parts, one after the other.
std::uint32_t checksum(const void *data, std::size_t size);

} // namespace paraloop

#endif
