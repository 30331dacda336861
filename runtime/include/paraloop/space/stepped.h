// space/stepped.h: the iterations of a `for` loop with any header.
//
// In: the loop's condition and its increment, as functions that read and step
// the header's own variables. Out: a cursor that runs the header, without the
// body, up to the iteration that a worker wants, and says where the loop ends;
// in the parent the header is run over what the workers have done. Nobody
// knows the trip count in advance, and nobody but the header decides about it.

#ifndef PARALOOP_SPACE_STEPPED_H
#define PARALOOP_SPACE_STEPPED_H

#include <cstdint>

namespace paraloop {

/// Stepped is the iterations of `for (...; condition(); step())`. Its variables
/// live outside: in a worker, whose copies they are, the cursor changes them in
/// place. Everything is inlined, so that the native loop can keep them in
/// registers.
template <class Condition, class Step> class Stepped {
public:
  static constexpr bool open_ended = true;

  Stepped(Condition condition, Step step)
      : condition_(condition), step_(step) {}

  class Cursor {
  public:
    explicit Cursor(const Stepped &loop) : loop_(loop) {}

    /// reach() steps to iteration k. Returns false if the loop ends before it.
    /// EXPECTS: k is not smaller than the last time.
    [[gnu::always_inline]] bool reach(std::uint64_t k) {
      if (!begun_)
        inside_ = loop_.condition_();
      begun_ = true;
      for (; inside_ && at_ != k; ++at_) {
        loop_.step_();
        inside_ = loop_.condition_();
      }
      return inside_;
    }

  private:
    Stepped loop_;
    std::uint64_t at_ = 0;
    bool begun_ = false;
    bool inside_ = false;
  };

  Cursor cursor() const { return Cursor(*this); }

  /// advance() makes iteration k the first one; where the native loop has
  /// stopped its variables are there already.
  [[gnu::always_inline]] void advance(std::uint64_t k) const { from(k); }
  void stopped_after(std::uint64_t) const {}

  /// from() steps the variables over the first k iterations; the native loop
  /// then evaluates its condition itself.
  [[gnu::always_inline]] void from(std::uint64_t k) const {
    for (; k != 0; --k) {
      condition_();
      step_();
    }
  }

  /// left_in() is from(k), for an exception that leaves the loop in iteration k.
  [[gnu::always_inline]] void left_in(std::uint64_t k) const { from(k); }

private:
  Condition condition_;
  Step step_;
};

/// stepped() returns the iterations of `for (...; condition(); step())`.
/// Neither may read or change anything that the body changes.
template <class Condition, class Step>
Stepped<Condition, Step> stepped(Condition condition, Step step) {
  return {condition, step};
}

} // namespace paraloop

#endif
