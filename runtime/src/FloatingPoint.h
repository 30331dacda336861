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

/// FlagsKeeper puts the flags back to what they were: arithmetic of the engine
/// must not show.
class FlagsKeeper {
public:
  FlagsKeeper() : raised_(raised_flags()) {
    std::fegetexceptflag(&kept_, FE_ALL_EXCEPT);
  }
  ~FlagsKeeper() {
    if (raised_flags() != raised_) // to look is quick, to set isn't
      std::fesetexceptflag(&kept_, FE_ALL_EXCEPT);
  }
  FlagsKeeper(const FlagsKeeper &) = delete;
  FlagsKeeper &operator=(const FlagsKeeper &) = delete;

  /// add() has `flags`, of a worker, set as well. It doesn't trap.
  void add(std::uint32_t flags) {
    std::fexcept_t all;
    std::fenv_t environment; // and traps, which feraiseexcept() may spring
    std::feholdexcept(&environment);
    std::feraiseexcept(static_cast<int>(flags));
    std::fegetexceptflag(&all, static_cast<int>(flags));
    std::fesetenv(&environment);
    std::fesetexceptflag(&kept_, FE_ALL_EXCEPT);
    std::fesetexceptflag(&all, static_cast<int>(flags));
    std::fegetexceptflag(&kept_, FE_ALL_EXCEPT);
    raised_ = raised_flags();
  }

private:
  std::uint32_t raised_;
  std::fexcept_t kept_;
};

} // namespace paraloop

#endif
