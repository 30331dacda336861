// Whole numbers into which a loop only folds values come out as in the sequential program: of all widths, with wrapping
// sums, in containers that grow in the order of their new elements, and where the loop ends early.
//
// RUN: %equal %s --both
#include <array>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <vector>

enum Colour { red, green, blue };
static long total = 0;
static std::uint64_t big[2] = {~std::uint64_t{0} - 5, 7};

template <class Container> void print(const char *name, const Container &all) {
  std::cout << name;
  for (const auto &[key, value] : all) std::cout << ' ' << key << '=' << +value;
  std::cout << '\n';
}

struct Statistics {
  std::vector<long> sums = std::vector<long>(7);
  short grid[4][5] = {};
  unsigned char bits[8] = {};
  std::map<Colour, std::int8_t> colours;
  long all = 0;

  void add(int n) {
    [[paraloop]] for (int i = 0; i < n; ++i) {
      const long all = i * 3; // Named like the member.
      const int at = i % 7;
      this->all += all;
      sums[at] += at;
    }
  }
  void collect(int n, unsigned weight) {
    [[paraloop]] for (int i = 0; i < n; ++i) {
      sums[i % 7] -= weight; // Not modulo two to the power of 32.
      grid[i % 4][i % 5] += 30000;
      --grid[3][i % 2];
      total -= i;
    }
    [[paraloop]] for (int i = 0; i < n; ++i) bits[i % 8] |= i * 37 % 256;
    [[paraloop]] for (int i = 0; i < n; ++i) bits[i % 8] ^= (i & 0xff) << 1;
    [[paraloop]] for (int i = 0; i < n; ++i) colours[static_cast<Colour>(i % 3)] += 99;
    [[paraloop]] for (int i = 0; i < n; ++i) big[i % 2] += 0x8000000000000001;
  }
  void print() const {
    for (long sum : sums) std::cout << sum << ' ';
    for (const auto &row : grid)
      for (short one : row) std::cout << one << ' ';
    for (unsigned char one : bits) std::cout << int(one) << ' ';
    ::print("colours", colours);
    std::cout << all << ' ' << total << ' ' << big[0] << ' ' << big[1] << '\n';
  }
};

/// What is added may be another name of what is added to.
static void addOther(int &all, const int &one, std::vector<int> &sums) {
  [[paraloop]] for (int i = 0; i < 200; ++i) {
    all += i;
    sums[i % 3] += one;
  }
}

int main() {
  std::vector<int> others(3);
  int number = 1, another = 2;
  addOther(number, number, others);
  addOther(number, another, others);
  std::cout << number << ' ' << others[0] << ' ' << others[1] << '\n';
  Statistics statistics;
  statistics.collect(1000, 3);
  statistics.add(1000);
  statistics.print();

  // The order of insertion shows in the order of the elements.
  std::unordered_map<long, int> far;
  [[paraloop]] for (int i = 0; i < 3000; ++i) far[(i * 7919L % 1009) * 10000019L - 5000] += i;
  print("far", far);
  std::unordered_map<std::string, unsigned> words;
  [[paraloop]] for (int i = 0; i < 3000; ++i) {
    std::string word = "w" + std::to_string(i * 31 % 257);
    words[std::move(word)]++;
    if (!word.empty()) std::cout << "kept " << word;
  }
  print("words", words);
  std::map<std::pair<int, int>, int> pairs; // No keys that can be told apart cheaply.
  [[paraloop]] for (int i = 0; i < 500; ++i) ++pairs[{i % 5, i % 3}];
  for (const auto &[key, count] : pairs) std::cout << key.first << key.second << ':' << count << ' ';
  int matrix[3][2000] = {};
  [[paraloop]] for (int i = 0; i < 4000; ++i) matrix[i % 3][i * 13 % 2000] += i;
  long checksum = 0;
  for (const auto &row : matrix)
    for (int one : row) checksum = checksum * 31 + one;
  std::cout << checksum << '\n';

  // Values and subscripts that are such numbers themselves.
  int chained[3] = {1, 0, 2};
  [[paraloop]] for (int i = 0; i < 100; ++i) {
    chained[0] += i;
    chained[1] += chained[0];
    chained[chained[0] % 3] += 1;
    chained[2] += chained[2] % 2;
  }
  std::cout << chained[0] << ' ' << chained[1] << ' ' << chained[2] << '\n';

  // A loop that is left has done what the iterations before did.
  std::array<int, 3> until{};
  for (int end : {0, 1, 700}) {
    [[paraloop]] for (int i = 0; i < 1000; ++i) {
      if (i == end) break;
      until[i % 3] += i;
    }
    std::cout << until[0] << ' ' << until[1] << ' ' << until[2] << '\n';
  }
  try {
    [[paraloop]] for (int i = 0; i < 1000; ++i) {
      ++until[i % 2];
      if (i == 321) throw std::runtime_error("at 321");
      until[2] += 2;
    }
  } catch (const std::exception &error) {
    std::cout << error.what() << ' ' << until[0] << ' ' << until[1] << ' ' << until[2] << '\n';
  }
  // Beside it: a sum that rounds, a line of output, and an append.
  double sum = 0;
  std::vector<int> seen;
  std::vector<int> histogram(10);
  [[paraloop]] for (int i = 0; i < 400; ++i) {
    sum += 0.1 * i;
    ++histogram[i * i % 10];
    if (i % 40 == 0) seen.push_back(i);
    if (i % 100 == 0) std::printf("at %d\n", i);
  }
  std::printf("%.17g %zu", sum, seen.size());
  for (int one : histogram) std::printf(" %d", one);
}
