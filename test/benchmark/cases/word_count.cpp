// The words of many files, counted in a map.
#include "bench.h"
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>
#ifndef LOOP
#include "ways.h"
#endif

using Counts = std::map<std::string, long>;

// Makes the files on the first call of the program; all ways read the same ones.
static std::vector<std::string> files(const std::string &folder, long count, long words) {
  std::vector<std::string> names;
  std::filesystem::create_directories(folder);
  for (long i = 0; i < count; ++i) {
    names.push_back(folder + "/" + std::to_string(i) + ".txt");
    if (std::filesystem::exists(names.back()))
      continue;
    std::ofstream file(names.back());
    for (long k = 0; k < words; ++k) {
      const std::uint64_t random = bench::mix(static_cast<std::uint64_t>(i * words + k));
      file << "word" << (random % 5000) * (random >> 32 & 1023) / 1024 << (k % 12 == 11 ? '\n' : ' ');
    }
  }
  return names;
}

int main(int argc, char **argv) {
  const std::vector<std::string> names = files(argv[1], bench::argument(argc, argv, 2), bench::argument(argc, argv, 3));
  Counts counts;
  {
    const bench::Stopwatch stopwatch;
#ifdef LOOP
    [[paraloop]] for (const std::string &name : names) {
      std::ifstream file(name);
      std::string word;
      while (file >> word)
        ++counts[word];
    }
#else
    ways::collect(
        static_cast<long>(names.size()), counts,
        [&](Counts &part, long i) {
          std::ifstream file(names[static_cast<std::size_t>(i)]);
          std::string word;
          while (file >> word)
            ++part[word];
        },
        [](Counts &all, const Counts &part) {
          for (const auto &[word, count] : part)
            all[word] += count;
        });
#endif
  }
  std::string text;
  for (const auto &[word, count] : counts)
    text += word + ' ' + std::to_string(count) + '\n';
  bench::exact("counts", bench::checksum(text));
}
