// OpenFiles.h: the FILEs of the program, beside stdout and stderr.
//
// In: stdio's own list of them. Out: a worker that doesn't write what the
// program left in their buffers, and notices what the body left there.

#ifndef PARALOOP_OPEN_FILES_H
#define PARALOOP_OPEN_FILES_H

namespace paraloop {

/// forget_unwritten_text() throws away this worker's copies of what waits in
/// buffers: it is the parent's to write, and fflush(nullptr) in the body would
/// write it a second time.
void forget_unwritten_text();

/// text_waits_in_files() returns true if the body left something in the buffer
/// of a FILE. It would be lost with this worker.
bool text_waits_in_files();

} // namespace paraloop

#endif
