// Process.h: programs that paraloop-c++ runs, and signals while they run.
//
// A signal that ends programs (Ctrl-C, kill) has to wait until the temporary
// files are gone. So while a SignalGuard lives, such a signal is passed on to
// the program that runs and is remembered; the caller cleans up and then calls
// endAs(), which ends this process as the signal would have.

#ifndef PARALOOP_DRIVER_PROCESS_H
#define PARALOOP_DRIVER_PROCESS_H

#include <array>
#include <csignal>
#include <string>
#include <vector>

namespace paraloop::driver {

/// Ending says how a program ended. Exactly one of the two is not zero, or both
/// are.
struct Ending {
  int status = 0; ///< exit status
  int signal = 0; ///< signal that ended it

  bool success() const { return status == 0 && signal == 0; }
};

/// SignalGuard catches SIGHUP, SIGINT and SIGTERM, except those that are
/// ignored (nohup). At most one lives.
class SignalGuard {
public:
  SignalGuard();
  ~SignalGuard();
  SignalGuard(const SignalGuard &) = delete;
  SignalGuard &operator=(const SignalGuard &) = delete;

  /// caught() returns the signal that arrived first, or 0.
  static int caught();

  static constexpr std::array<int, 3> signals{SIGHUP, SIGINT, SIGTERM};

private:
  std::array<struct sigaction, signals.size()> before;
};

/// run() starts a program, which is looked for in PATH, and waits for its end.
/// `inputFile`, if it isn't empty, is its standard input. EXPECTS: a
/// SignalGuard lives. Throws std::system_error if it can't be started.
Ending run(const std::vector<std::string> &words,
           const std::string &inputFile = "");

/// replaceThisProcess() runs a program in place of this one. Throws
/// std::system_error if it can't be started.
[[noreturn]] void replaceThisProcess(const std::vector<std::string> &words);

/// endAs() ends this process as `ending` says: with the same exit status, or by
/// the same signal.
[[noreturn]] void endAs(const Ending &ending);

} // namespace paraloop::driver

#endif
