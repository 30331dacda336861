// FloatingPoint.h: the floating-point exceptions (inexact, overflow, ...) that
// a program may ask about after a loop.
//
// In, in a worker: the flags that its bodies raised. Out, in the parent: the
// same flags.

#ifndef PARALOOP_FLOATING_POINT_H
#define PARALOOP_FLOATING_POINT_H

#include <cfenv>
#include <cstdint>

namespace paraloop {

/// raised_flags() returns the flags that are set, as fetestexcept() does.
inline std::uint32_t raised_flags() {
  return static_cast<std::uint32_t>(std::fetestexcept(FE_ALL_EXCEPT));
}

/// traps_are_enabled() returns true if the program has asked for SIGFPE.
inline bool traps_are_enabled() {
#ifdef __SSE2__
  constexpr unsigned all_masked = 0x1f80;
  if ((__builtin_ia32_stmxcsr() & all_masked) != all_masked)
    return true;
#endif
  return fegetexcept() != 0;
}

/// FlagsKeeper lives while the engine computes: its arithmetic must neither
/// show in the program's flags nor spring the program's traps.
class FlagsKeeper {
public:
  FlagsKeeper() : raised_(raised_flags()), traps_(traps_are_enabled()) {
    if (traps_)
      std::feholdexcept(&environment_);
    else
      std::fegetexceptflag(&kept_, FE_ALL_EXCEPT);
  }
  ~FlagsKeeper() {
    if (traps_)
      std::fesetenv(&environment_);
    else if (raised_flags() != raised_) // to look is quick, to set isn't
      std::fesetexceptflag(&kept_, FE_ALL_EXCEPT);
    if ((added_ & ~raised_) != 0)
      set(static_cast<int>(added_) & ~fegetexcept());
  }
  FlagsKeeper(const FlagsKeeper &) = delete;
  FlagsKeeper &operator=(const FlagsKeeper &) = delete;

  /// add() has `flags`, of a worker, set as well. It doesn't trap.
  void add(std::uint32_t flags) { added_ |= flags; }

private:
  static void set(int flags) {
    std::fexcept_t all;
    std::fenv_t environment; // and traps, which feraiseexcept() may spring
    std::feholdexcept(&environment);
    std::feraiseexcept(flags);
    std::fegetexceptflag(&all, flags);
    std::fesetenv(&environment);
    std::fesetexceptflag(&all, flags);
  }

  std::uint32_t raised_;
  std::uint32_t added_ = 0;
  bool traps_;
  std::fexcept_t kept_;
  std::fenv_t environment_;
};

} // namespace paraloop

#endif
