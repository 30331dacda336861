// The same where std::cout has a buffer of its own, and with programs that the body starts.
//
// RUN: %equal %s --allow-native
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
int main() {
  std::ios_base::sync_with_stdio(false);
  std::printf("waits in stdio's buffer\n");
  long count = 0;
  [[paraloop]]
  for (int i = 0; i < 50; ++i) {
    std::cout << "cout " << i << "\n";
    count += i;
    std::fflush(stdout);
    std::cerr << "cerr " << i << "\n"; // flushes std::cout
  }
  std::printf("%ld\n", count);
  std::string all;
  int *nothing = nullptr;
  [[paraloop]]
  for (int i = 0; i < 120; ++i) {
    std::cout << "out " << i << "\n";
    all += static_cast<char>('a' + i % 26);
    if (i % 4 == 0) std::cout << std::flush;
    std::cerr << "err " << i << "\n";
    if (all.size() == 100) *nothing = 1;
    std::clog << "log " << i << "\n";
    if (i % 20 == 7 && std::system("echo child") != 0) continue;
    all += ' ';
    std::cout << "end " << i << "\n";
  }
  std::cout << all << "\n";
}
