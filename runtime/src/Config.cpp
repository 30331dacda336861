// Config.cpp: in: the environment. Out: Config.

#include "Config.h"

#include "Fatal.h"
#include "ProcessState.h"

#include <cstdint>
#include <cstdlib>
#include <unistd.h>

namespace paraloop {
namespace {

/// An empty variable counts as one that is not set, as it does for most
/// programs.
const char *setting(const char *name) {
  const char *text = secure_getenv(name);
  return text && *text ? text : nullptr;
}

[[noreturn]] void bad_setting(const char *name, const char *text,
                              const char *wanted) {
  fatal(exit_bad_setting,
        std::string(name) + "=" + text + " makes no sense; " + wanted);
}

bool read_switch(const char *name) {
  const char *text = setting(name);
  if (!text || std::string(text) == "0")
    return false;
  if (std::string(text) != "1")
    bad_setting(name, text, "set it to 0 or 1");
  return true;
}

/// Returns the value of a whole number, `most` for any larger one, 0 if it
/// isn't set.
unsigned read_number(const char *name, unsigned most, const char *wanted) {
  const char *text = setting(name);
  if (!text)
    return 0;
  unsigned count = 0;
  for (const char *c = text; *c; ++c) {
    if (*c < '0' || *c > '9')
      bad_setting(name, text, wanted);
    count = count * 10 + static_cast<unsigned>(*c - '0');
    if (count > most)
      count = most; // and stays there: more digits can't make it smaller
  }
  if (count == 0)
    bad_setting(name, text, wanted);
  return count;
}

Config read_environment() {
  Config config;
  config.num_processes = read_number("PARALOOP_NUM_PROCESSES", max_processes,
                                     "set it to a whole number from 1 to 1024");
  config.native_first =
      read_number("PARALOOP_NATIVE_FIRST", 1000000,
                  "set it to a whole number from 1 to 1000000");
  config.disable = read_switch("PARALOOP_DISABLE");
  config.force = read_switch("PARALOOP_FORCE");
  config.strict = read_switch("PARALOOP_STRICT");
  config.verbose = read_switch("PARALOOP_VERBOSE");
  if (setting("PARALOOP_PROGRESS"))
    config.progress = read_switch("PARALOOP_PROGRESS");
  config.check = read_switch("PARALOOP_CHECK");
  config.force = config.force || config.check;
  if (const char *names = setting("PARALOOP_CHECK_IGNORE"))
    config.check_ignore = names;
  if (const char *report = setting("PARALOOP_REPORT"))
    config.report = report;
  return config;
}

} // namespace

const Config &configuration() {
  static Config &config =
      *new Config; // never destroyed: loops can run in static destructors
  static std::uint64_t known_mark = 0;
  const std::uint64_t mark = environment_mark();
  if (mark != known_mark) {
    config = read_environment();
    known_mark = mark;
  }
  return config;
}

} // namespace paraloop
