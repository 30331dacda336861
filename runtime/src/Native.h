// Native.h: whether a loop gets workers at all.
//
// In: the loop, the settings, the state of this process. Out: null, or the
// reason for a native run.

#ifndef PARALOOP_NATIVE_H
#define PARALOOP_NATIVE_H

#include "Config.h"
#include "Report.h"
#include "paraloop/region.h"
#include "paraloop/site.h"

#include <cstdint>
#include <string_view>

namespace paraloop {

/// NativeReason is why a loop runs natively, as the report names it.
struct NativeReason {
  const char *word = nullptr; ///< Null: it doesn't. A string literal.
  bool unwanted =
      false; ///< Nobody asked for it, so PARALOOP_STRICT=1 makes it an error.
  const char *explanation = "";

  explicit operator bool() const { return word != nullptr; }

  /// is() compares the words: equal literals may have several addresses.
  bool is(const NativeReason &other) const {
    return word && std::string_view(word) == other.word;
  }
};

/// The reasons that are found out later than in reason_for_native().
constexpr NativeReason no_memory{"memory", true,
                                 "no shared memory could be had"};
constexpr NativeReason no_fork{"fork", true,
                               "no worker process could be forked"};
constexpr NativeReason lost_workers{
    "fork", true, "workers died and no new one could be forked"};
constexpr NativeReason crashed{"crash", false,
                               "an iteration ended its worker twice"};
constexpr NativeReason left{
    "leave", false, "an iteration leaves the loop, or can't be recorded"};
constexpr NativeReason signalled{"signal", false,
                                 "a signal waits for its handler"};
constexpr NativeReason output_order{
    "output_order", false,
    "an iteration printed to both stdout and stderr, which are one file"};

constexpr NativeReason output_error{
    "output_error", false, "what an iteration printed can't be written"};

constexpr NativeReason too_small_to_pay{
    "cost", false, "the loop is done sooner than workers are forked"};
constexpr NativeReason slower{"slower", false,
                              "the workers took longer than the program "
                              "itself takes"};

constexpr NativeReason too_long{
    "too_long", false, "the loop doesn't end, as far as the workers got"};

/// LoopFacts is what is known about a loop when it starts.
struct LoopFacts {
  TripCount trips = 0;
  bool permitted = true; ///< The generated code's own checks passed.
  bool region_open =
      false; ///< This process is in another parallel loop already.
};

/// wanted_workers() returns the count that the user asked for, by the
/// environment or else by the attribute; 0 if he left the choice to paraloop.
unsigned wanted_workers(const Site &site, const Config &config);

/// refused_at_once() returns true where reason_for_native() has a reason that
/// doesn't depend on times, and that is cheap to find.
bool refused_at_once(const Site &site, const LoopFacts &facts,
                     const Config &config);

/// reason_for_native() returns why the loop has to run natively. Cheap reasons
/// are looked for first: a loop that doesn't pay must not notice the question.
NativeReason reason_for_native(const Site &site, const LoopFacts &facts,
                               const Config &config);

/// settle() says that the loop, or its rest, runs natively for `reason`, if
/// there is one; ends the program if the user wants that to be an error. The
/// report goes to `run`, if there is one, else out.
void settle(const Site &site, const Report &report, const NativeReason &reason,
            detail::Run *run = nullptr);

} // namespace paraloop

#endif
