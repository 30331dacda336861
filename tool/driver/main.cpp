// paraloop-c++: a C++ compiler that understands [[paraloop]].
//
// In: the command line of g++ or clang++. Out: what that compiler makes of it,
// with annotated loops rewritten and the runtime linked. PARALOOP_CXX names the
// compiler (default: c++). As a compiler launcher, its first word is the
// compiler. Exit status: the compiler's; 1 where the tool refuses a loop or
// something can't be had.

#include "Driver.h"
#include "Rewriting.h"

#include "Compiler.h"

#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <system_error>

namespace {

using namespace paraloop::driver;

Words standardCompiler() {
  const char *chosen = std::getenv("PARALOOP_CXX");
  std::istringstream text(chosen ? chosen : "");
  Words words;
  for (std::string word; text >> word;)
    words.push_back(word);
  return words.empty() ? Words{"c++"} : words;
}

/// A compiler that is paraloop-c++ again would start itself for ever.
void checkCompiler(const Words &compiler) {
  std::error_code notThere;
  for (const std::string &program : compiler)
    if (std::filesystem::equivalent(findProgram(program), "/proc/self/exe",
                                    notThere))
      throw std::runtime_error(
          "the compiler " + program +
          " is paraloop-c++ itself; set PARALOOP_CXX to the real compiler");
}

Ending runDriver(const Words &words) {
  try {
    const Invocation invocation = readInvocation(words, standardCompiler());
    checkCompiler(invocation.compiler);
    return drive(invocation);
  } catch (const Refused &) {
    return {1, 0};
  } catch (const Interrupted &interrupted) {
    return {0, interrupted.signal};
  } catch (const std::exception &problem) {
    std::cerr << "paraloop-c++: error: " << problem.what() << '\n';
    return {1, 0};
  }
}

} // namespace

int main(int argc, char **argv) {
  endAs(runDriver(Words(argv + 1, argv + argc)));
}
