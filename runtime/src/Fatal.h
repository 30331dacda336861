// Fatal.h: the one way in which the runtime ends a program.
//
// In: an exit status and what happened. Out: one line on stderr, and the end of
// the process by exit().

#ifndef PARALOOP_FATAL_H
#define PARALOOP_FATAL_H

#include <string>

namespace paraloop {

/// Exit statuses that the runtime uses itself.
constexpr int exit_bad_setting =
    2; ///< An environment variable has a value that makes no sense.
constexpr int exit_timeout =
    124; ///< An iteration took longer than its timeout (as timeout(1) has it).
constexpr int exit_broken =
    125; ///< A promise can't be kept, so the program must not go on.

/// fatal() prints "paraloop: " and `message` on stderr, and ends the process by
/// exit(status). EXPECTS: the caller has ended the workers, or leaves that to
/// their parent-death signal.
[[noreturn]] void fatal(int status, const std::string &message);

/// system_error() returns "what: text of errno", for messages.
std::string system_error(const char *what);

} // namespace paraloop

#endif
