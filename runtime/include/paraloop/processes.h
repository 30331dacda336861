// processes.h: how many processes a loop gets if nobody says a number.

#ifndef PARALOOP_PROCESSES_H
#define PARALOOP_PROCESSES_H

namespace paraloop {

/// default_processes() returns PARALOOP_NUM_PROCESSES if that is set, else the
/// number of processors that this process may use. A bad value in the
/// environment ends the program with a clear error.
unsigned default_processes();

} // namespace paraloop

#endif
