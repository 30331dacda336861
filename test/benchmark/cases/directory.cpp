// A walk through a folder that hashes each file: nobody knows in advance how many there are.
#include "bench.h"
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>
#ifndef LOOP
#include "ways.h"
#endif

namespace fs = std::filesystem;

// Makes the files on the first call of the program; all ways read the same ones.
static void files(const std::string &root, long count, long size) {
  for (long i = 0; i < count; ++i) {
    const std::string folder = root + "/" + std::to_string(i % 17), name = folder + "/" + std::to_string(i);
    if (fs::exists(name))
      continue;
    fs::create_directories(folder);
    std::string text;
    for (std::uint64_t k = 0; text.size() < static_cast<std::size_t>(size); ++k)
      text += std::to_string(bench::mix(static_cast<std::uint64_t>(i) << 32 | k));
    std::ofstream(name) << text;
  }
}

static std::uint64_t hash(const fs::path &path) {
  std::ifstream file(path, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  return bench::checksum(text);
}

int main(int argc, char **argv) {
  const std::string root = argv[1];
  files(root, bench::argument(argc, argv, 2), bench::argument(argc, argv, 3));
  std::map<std::string, std::uint64_t> hashes;
  {
    const bench::Stopwatch stopwatch;
#ifdef LOOP
    [[paraloop]] for (const fs::directory_entry &entry : fs::recursive_directory_iterator(
                          root)) if (entry.is_regular_file()) hashes[entry.path().string()] = hash(entry.path());
#else
    std::vector<fs::path> paths; // threads need the list first
    for (const fs::directory_entry &entry : fs::recursive_directory_iterator(root))
      if (entry.is_regular_file())
        paths.push_back(entry.path());
    std::vector<std::uint64_t> values(paths.size());
    ways::rows(
        static_cast<long>(paths.size()),
        [&](long i, std::uint64_t *value) { *value = hash(paths[static_cast<std::size_t>(i)]); }, ways::slice(values));
    for (std::size_t i = 0; i < paths.size(); ++i)
      hashes[paths[i].string()] = values[i];
#endif
  }
  std::uint64_t all = 0;
  for (const auto &[path, value] : hashes)
    all = bench::mix(all ^ bench::checksum(path) ^ value);
  bench::exact("hashes", all);
}
