// travel.h: what every test of a codec does with a value.

#ifndef PARALOOP_TEST_TYPED_TRAVEL_H
#define PARALOOP_TEST_TYPED_TRAVEL_H

#include "paraloop/codec.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <vector>

/// travel() sends a value through memory of its own and gives what arrives.
template <class T> T travel(const T &value) {
  std::vector<std::byte> memory(64);
  for (;;) {
    paraloop::Writer writer(memory.data(), memory.size());
    paraloop::Codec<T>::write(writer, value);
    if (writer.overflowed()) {
      memory.resize(memory.size() * 4);
      continue;
    }
    paraloop::Reader reader(memory.data(), writer.size());
    T arrived = paraloop::Codec<T>::read(reader);
    EXPECT_TRUE(reader.at_end());
    return arrived;
  }
}

#endif
