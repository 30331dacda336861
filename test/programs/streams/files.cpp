// Streams that were opened before the loop: files, strings, C streams.
//
// RUN: %equal %s
#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <unistd.h>

static void print(std::FILE *file) {
  std::rewind(file);
  for (int c = std::fgetc(file); c != EOF; c = std::fgetc(file)) std::putchar(c);
}

int main() {
  std::ostringstream text;
  std::ostream &out = text;
  [[paraloop]]
  for (int i = 0; i < 300; ++i) {
    text << i << ':' << i * i << ' ';
    if (i % 25 == 0) out << "\n";
  }
  std::cout << text.str() << '\n';

  std::FILE *file = std::tmpfile();
  [[paraloop]]
  for (int i = 0; i < 300; ++i) {
    std::fprintf(file, "%d,%g\n", i, i / 7.0);
    if (i % 60 == 0) std::fputs("sixty\n", file);
  }
  print(file);
  std::fclose(file);

  const std::string name = "/tmp/paraloop-files-" + std::to_string(getpid());
  {
    std::ofstream csv(name);
    csv << "id,square\n";
    [[paraloop]]
    for (int i = 0; i < 300; ++i) {
      const std::string row = std::to_string(i) + ',' + std::to_string(i * i);
      csv << row << '\n';
    }
    csv << "done\n";
  }
  std::cout << std::ifstream(name).rdbuf();
  std::remove(name.c_str());
}
