// Fatal.cpp: in: a message. Out: the message on stderr, and the end of the
// process.

#include "Fatal.h"

#include "Progress.h"
#include "paraloop/bytes.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace paraloop {

void fatal(int status, const std::string &message) {
  hide_progress();
  // What the program printed so far comes first, as it would in a program that
  // ends by itself.
  std::fflush(nullptr);
  std::fprintf(stderr, "paraloop: %s\n", message.c_str());
  std::exit(status);
}

std::string system_error(const char *what) {
  return std::string(what) + ": " + std::strerror(errno);
}

void Reader::damaged() {
  fatal(exit_broken,
        "a record of a worker ends too early, so its updates can't be applied; "
        "a Codec reads more than it wrote (PARALOOP_DISABLE=1 runs the loop "
        "sequentially)");
}

} // namespace paraloop
