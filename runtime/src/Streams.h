// Streams.h: what the standard streams of this program are right now.
//
// In: stdout, stderr, std::cout and its relatives. Out: whether they are the
// usual ones, and how stdout and stderr are buffered, which decides in what
// order their bytes reach a common file.

#ifndef PARALOOP_STREAMS_H
#define PARALOOP_STREAMS_H

#include <cstdio>

namespace paraloop {

/// streams_are_usual() returns false if the program redirected a standard
/// stream to something that a worker can't capture: another descriptor, another
/// stream buffer.
bool streams_are_usual();

/// cpp_streams_have_own_buffers() returns true after
/// std::ios_base::sync_with_stdio(false).
bool cpp_streams_have_own_buffers();

/// cpp_pending() returns how many bytes wait in the own buffers of std::cout
/// (`descriptor` 1) or of std::cerr and std::clog (2).
std::size_t cpp_pending(int descriptor);

/// own_pending() is the same, quicker. EXPECTS: they have own buffers.
std::size_t own_pending(int descriptor);

enum class Buffering { none, lines, full };

/// buffering_of() returns how `file` (stdout or stderr, on `descriptor`) is or
/// will be buffered.
Buffering buffering_of(FILE *file, int descriptor);

/// buffer_size_of_stdout() returns what stdout's buffer holds, or will hold
/// after the first use, in bytes.
std::size_t buffer_size_of_stdout();

/// flush_cpp_streams() empties the buffers of std::cout and std::wcout
/// (`descriptor` 1), or of std::cerr, std::clog and their wide relatives (2),
/// without touching the state of the streams.
void flush_cpp_streams(int descriptor);

} // namespace paraloop

#endif
