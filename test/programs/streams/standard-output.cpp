// Output to stdout and stderr keeps its order, whoever writes it and however.
//
// RUN: %equal %s --both
#include <cstdio>
#include <iomanip>
#include <iostream>
#include <string>

int main() {
  std::cout << "begin\n";
  [[paraloop]]
  for (int i = 0; i < 300; ++i) {
    std::cout << i << ' ' << i * 0.1 << '\n';
    if (i % 10 == 0) std::cerr << "tenth " << i << '\n';
    if (i % 50 == 7) std::cout << std::setw(8) << std::setfill('.') << i << std::setfill(' ') << std::endl;
    if (i % 99 == 1) std::clog << "log " << i << std::endl;
  }
  [[paraloop]]
  for (int i = 0; i < 300; ++i) {
    std::printf("%5d %s %.17g\n", i, std::to_string(i * i).c_str(), i / 3.0);
    if (i % 20 == 0) std::fprintf(stdout, "twenty %d\n", i);
    if (i % 30 == 0) std::puts("thirty");
    if (i % 40 == 0) std::fputs("forty\n", stdout);
    std::putchar(i % 2 ? '.' : ':');
  }
  [[paraloop]]
  for (int i = 0; i < 250; ++i) {
    const std::string line = std::string(i % 7, '-') + '\n';
    std::fwrite(line.data(), 1, line.size(), stdout);
    std::cout.write(line.data(), static_cast<std::streamsize>(line.size()));
    std::cout.put('x').flush();
    std::cerr << std::hex << i << std::dec << line;
  }
  std::printf("end\n");
}
