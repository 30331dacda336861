// site.h: one annotated loop of the source, as the runtime knows it.

#ifndef PARALOOP_SITE_H
#define PARALOOP_SITE_H

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace paraloop {

/// OnCrash is what happens to iterations whose worker ended before they were done, OnTimeout to one that takes too
/// long.
enum class OnCrash {
  retry,  ///< Another worker runs them, `retries` times; then the program itself does.
  native, ///< The program itself runs them at once.
  error,  ///< The program is ended.
};
enum class OnTimeout {
  error, ///< The program is ended.
  retry, ///< Another worker runs it, `retries` times; then the program is ended.
  skip,  ///< The loop goes on without it. A line on stderr says so.
};

/// Options are what the attribute says: [[paraloop(num_processes = 8, chunk = 16, timeout = 30s)]].
/// Zero means that the option was not given. Each setter returns *this, so that calls can be chained.
class Options {
public:
  constexpr Options &num_processes(unsigned count) {
    num_processes_ = count;
    return *this;
  }
  constexpr Options &chunk(std::uint64_t iterations) {
    chunk_ = iterations;
    return *this;
  }
  constexpr Options &timeout(std::chrono::nanoseconds limit) {
    timeout_ = limit;
    return *this;
  }

  constexpr Options &retries(unsigned count) {
    retries_ = static_cast<int>(count);
    return *this;
  }
  constexpr Options &on_crash(OnCrash what) {
    on_crash_ = what;
    return *this;
  }
  constexpr Options &on_timeout(OnTimeout what) {
    on_timeout_ = what;
    return *this;
  }
  constexpr Options &progress(bool shown = true) {
    progress_ = shown;
    return *this;
  }

  /// The parent prints, when it applies updates: what a worker prints nevertheless, in code that nobody could look
  /// into, would come out of order, so such a chunk runs natively.
  constexpr Options &replays_output() {
    replays_output_ = true;
    return *this;
  }

  /// An iteration changes so many bytes of arrays, at least. They are carried from its worker to the program.
  constexpr Options &carries(std::size_t bytes) {
    carried_ = bytes;
    return *this;
  }

  constexpr unsigned num_processes() const { return num_processes_; }
  constexpr std::uint64_t chunk() const { return chunk_; }
  constexpr std::chrono::nanoseconds timeout() const { return timeout_; }

  /// How often iterations are run again in a worker after a crash or a timeout: what was asked for, else once where
  /// running them again is what happens.
  constexpr unsigned retries_after_crash() const { return retries_or(on_crash_ == OnCrash::retry); }
  constexpr unsigned retries_after_timeout() const { return retries_or(on_timeout_ == OnTimeout::retry); }
  constexpr OnCrash on_crash() const { return on_crash_; }
  constexpr OnTimeout on_timeout() const { return on_timeout_; }
  constexpr bool progress() const { return progress_; }

  constexpr bool replays_output() const { return replays_output_; }
  constexpr std::size_t carried() const { return carried_; }

private:
  constexpr unsigned retries_or(unsigned otherwise) const {
    return retries_ < 0 ? otherwise : static_cast<unsigned>(retries_);
  }

  unsigned num_processes_ = 0;
  std::uint64_t chunk_ = 0;
  std::chrono::nanoseconds timeout_{0};
  int retries_ = -1; // not given
  OnCrash on_crash_ = OnCrash::retry;
  OnTimeout on_timeout_ = OnTimeout::error;
  bool progress_ = false;
  bool replays_output_ = false;
  std::size_t carried_ = 0;
};

/// Relaxed is a number that threads may touch at once, as nobody relies on its order; it costs what a plain one does.
template <class T> class Relaxed {
public:
  constexpr Relaxed(T value = 0) : value_(value) {}
  Relaxed(const Relaxed &other) : value_(static_cast<T>(other)) {}
  operator T() const { return value_.load(std::memory_order_relaxed); }
  Relaxed &operator=(const Relaxed &other) {
    return *this = static_cast<T>(other);
  }
  Relaxed &operator=(T value) {
    value_.store(value, std::memory_order_relaxed);
    return *this;
  }

private:
  std::atomic<T> value_;
};

/// Site is a loop in the source. Generated code holds one as a static object, so that what a run measured is
/// there for the next run of the same loop. Not safe for two threads at once: a program with several
/// threads runs its loops natively and doesn't touch it.
class Site {
public:
  /// `file` must outlive the site (a string literal does).
  constexpr Site(const char *file, unsigned line, Options options = Options())
      : file_(file), line_(line), options_(options) {}

  constexpr const char *file() const { return file_; }
  constexpr unsigned line() const { return line_; }
  constexpr const Options &options() const { return options_; }

  /// What an iteration took in workers when the loop last ran in parallel; 0 before that.
  std::chrono::nanoseconds time_per_iteration{0};

  /// Of a loop whose trip count isn't known in advance: how many iterations it had when it last ran in parallel
  /// to its end (at least 1), 0 before that; and how often it has run at all.
  std::uint64_t expected_iterations = 0;
  std::uint64_t runs = 0;

  /// Experience is what earlier runs cost; times in ns, 0 where nothing is known. leg.h uses it to decide where the
  /// loop runs.
  struct Experience {
    Relaxed<double> native;   ///< An iteration in the program's own process.
    Relaxed<double> parallel; ///< An iteration of a parallel run: wall time, with all that goes with it.
    Relaxed<double> worker;   ///< An iteration in a worker.
    Relaxed<double> lost;     ///< What the last parallel run took longer than a native one would have.
    Relaxed<double> since;    ///< Native running time since then.

    // Of whole runs, from the first iteration to the last: what no part of a run shows is in them, pages that the
    // program has to copy after a fork, say. An iteration's share; 0: there was none yet.
    Relaxed<double> whole_native;
    Relaxed<double> whole_parallel;
  } experience;

  /// is_small() returns true if a run of `iterations` is known not to pay, and need not be timed again yet.
  bool is_small(std::uint64_t iterations) {
    if (iterations > small_ || untimed_ == 0)
      return false;
    untimed_ = untimed_ - 1;
    return true;
  }

  std::uint64_t small() const { return small_; }

  /// call_small() says that up to `iterations` don't pay, for the next `runs` runs.
  void call_small(std::uint64_t iterations, std::uint32_t runs) {
    small_ = iterations;
    untimed_ = runs;
  }

private:
  const char *file_;
  unsigned line_;
  Options options_;
  Relaxed<std::uint64_t> small_;
  Relaxed<std::uint32_t> untimed_;
};

} // namespace paraloop

#endif
