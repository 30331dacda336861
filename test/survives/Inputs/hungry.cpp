// hungry.cpp: some iterations need much memory for a while; several at a time don't fit into the limit of the test.
#include <cstdio>
#include <cstring>
#include <memory>
#include <unistd.h>

int main() {
  long sum = 0;
  [[paraloop(num_processes = 3, chunk = 1)]]
  for (int i = 0; i < 12; ++i) {
    const std::size_t size = i > 2 ? 60u << 20 : 1u << 20;
    const std::unique_ptr<char[]> block(new char[size]);
    std::memset(block.get(), i, size);
    usleep(20000);
    std::printf("iteration %d\n", i);
    sum += block[size - 1];
  }
  std::printf("%ld\n", sum);
}
