// travel.h: what every test of a codec does with a value.

#ifndef PARALOOP_TEST_TYPED_TRAVEL_H
#define PARALOOP_TEST_TYPED_TRAVEL_H

#include "paraloop/codec.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <vector>

/// travel() sends a value through memory of its own and gives what arrives.
template <class T> T travel(const T &value, bool keeps_room = false) {
  std::vector<std::byte> memory(64);
  for (;;) {
    paraloop::Writer writer(memory.data(), memory.size());
    writer.keep_room(keeps_room);
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

/// hand_on() is travel() for a value that its receiver gets as it is.
template <class T> T hand_on(const T &value) { return travel(value, true); }

#endif
