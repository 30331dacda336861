// PrintWatch.h: in a worker, whether something was printed since the last
// update.
//
// In: the process's standard streams, the updates of a chunk. Out: yes or no,
// at each update, in some nanoseconds. What goes through the streams is always
// noticed. What goes past them (write(), child processes) moves nothing but
// the position of the capture file, and to ask for that takes a system call.
// So it is asked for only as long as updates are rare enough, and else when the
// chunk ends: what was missed until then has no known place among the updates.

#ifndef PARALOOP_PRINT_WATCH_H
#define PARALOOP_PRINT_WATCH_H

#include "Board.h"
#include "paraloop/print_marks.h"

#include <cstddef>
#include <cstdint>

namespace paraloop {

class PrintWatch {
public:
  /// EXPECTS: the streams are captured already.
  PrintWatch();

  /// begin_chunk() and begin_stretch() note that all that was printed is known.
  void begin_chunk();
  void begin_stretch();

  /// something_was_printed() returns true if something was printed since the
  /// stretch began, as far as that can be told quickly. It is asked before each
  /// update; count_update() follows.
  bool something_was_printed() {
    return streams_moved() || (careful_ && files_moved_now());
  }
  void count_update() {
    is_first_ = false;
    follows_update_ = true;
  }

  /// set() sets the marks that say when something_was_printed() has to be asked
  /// again in this stretch. EXPECTS: an update was counted.
  void set(detail::PrintMarks &marks) const;

  /// is_first() returns true if the chunk has had no update yet.
  bool is_first() const { return is_first_; }

  /// saw_all() returns false if something went past the streams, and nobody
  /// knows between which updates of the stretch. missed_something() is the
  /// same question before the stretch has ended.
  bool saw_all(const Printed &printed) const;
  bool missed_something() const;

  /// mixes_buffers() returns true if the stretch used stdout's buffer although
  /// std::cout has one of its own: which text waits in which can't be told.
  bool mixes_buffers() const { return own_buffers_ && file_moved(0); }

private:
  bool streams_moved() const;
  bool file_moved(int stream) const;
  bool files_moved() const;
  bool files_moved_now();

  const bool own_buffers_;
  bool careful_ = true; // system calls are made
  bool is_first_ = true;
  bool follows_update_ = false; // the stretch has an update
  std::int64_t looks_ = 0;
  std::int64_t first_look_; // ns of the monotonic clock
  std::size_t pending_[2] = {0, 0};
  std::size_t cpp_pending_[2] = {0, 0};
  std::int64_t written_[2] = {0, 0}; // as stdio counts it
  std::int64_t position_[2] = {0, 0};
};

} // namespace paraloop

#endif
