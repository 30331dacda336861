// Whatever bytes a record holds, decoding them comes to an end: with a value,
// an exception or the message of a damaged record (R27). A checksum that fits
// by chance, or a Codec of the user's that reads what it didn't write.

#include "paraloop/codec.h"

#include <gtest/gtest.h>

#include <complex>
#include <cstdint>
#include <exception>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <tuple>
#include <unistd.h>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

namespace {

constexpr unsigned seeds = 400;
constexpr int thrown = 3;

/// Small numbers are likely, so that some lengths fit.
std::vector<std::byte> random_bytes(unsigned seed) {
  std::mt19937 random(seed);
  std::vector<std::byte> bytes(random() % 300);
  for (std::byte &byte : bytes)
    byte = static_cast<std::byte>(random() % 3 == 0 ? random()
                                                    : random() % 2);
  return bytes;
}

template <class T> void decode(unsigned seed) {
  const std::vector<std::byte> bytes = random_bytes(seed);
  paraloop::Reader reader(bytes.data(), bytes.size());
  while (!reader.at_end()) {
    const std::size_t left = reader.left();
    [[maybe_unused]] const T value = paraloop::Codec<T>::read(reader);
    if (reader.left() == left)
      break;
  }
}

/// Decodes in a process with an end, and in little memory. Returns its status.
template <class T> int status_of(unsigned seed) {
  const pid_t child = fork();
  if (child == 0) {
    alarm(20);
    const rlimit memory{std::size_t{4} << 30, std::size_t{4} << 30};
    setrlimit(RLIMIT_AS, &memory);
    close(1); // What waits for it is the tests' own.
    close(2); // The message is as expected.
    try {
      decode<T>(seed);
    } catch (const std::exception &) {
      _exit(thrown);
    }
    _exit(0);
  }
  int status = -1;
  waitpid(child, &status, 0);
  return status;
}

template <class T> class DamagedRecord : public testing::Test {};

using Types = testing::Types<
    int, std::string, std::vector<int>, std::vector<bool>,
    std::vector<std::string>, std::map<std::string, std::vector<double>>,
    std::set<std::string>, std::unordered_map<int, std::string>,
    std::list<std::pair<int, std::string>>,
    std::optional<std::vector<std::string>>,
    std::variant<int, std::string, std::vector<char>>,
    std::unique_ptr<std::string>,
    std::tuple<std::complex<double>, std::string, std::optional<int>>>;
TYPED_TEST_SUITE(DamagedRecord, Types);

TYPED_TEST(DamagedRecord, EndsInAKnownWay) {
  for (unsigned seed = 0; seed < seeds; ++seed) {
    const int status = status_of<TypeParam>(seed);
    ASSERT_TRUE(WIFEXITED(status)) << "seed " << seed << ", status " << status;
    const int code = WEXITSTATUS(status);
    ASSERT_TRUE(code == 0 || code == thrown || code == 125)
        << "seed " << seed << ", exit " << code;
  }
}

} // namespace
