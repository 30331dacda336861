// Temporaries.h: is an outside object wholly assigned before it is read, in
// every iteration?
//
// In: a loop with its effects, and an object that its body changes. Out: yes,
// and whether somebody reads the object after the loop; or no, with the read
// that may see what another iteration left.
//
//     for (...) { t = f(i); if (t > 0) use(t); }     t is a temporary
//     for (...) { if (c(i)) t = f(i); use(t); }      t is not

#ifndef PARALOOP_TOOL_TEMPORARIES_H
#define PARALOOP_TOOL_TEMPORARIES_H

#include "LoopFacts.h"

#include <memory>
#include <string>
#include <variant>

namespace paraloop {

struct Temporary {
  bool liveAfter = true; ///< Somebody may read what the loop leaves.
};

struct NotTemporary {
  clang::SourceLocation read;     ///< What may see an old value; or invalid.
  clang::SourceLocation assigned; ///< An assignment that doesn't help; or
                                  ///< invalid.
  std::string reason;             ///< Why it doesn't, for a note; or empty.
};

class Temporaries {
public:
  /// EXPECTS: the effects are those of the whole loop, of the statements that
  /// leave it, too; all that the facts name outlives this.
  explicit Temporaries(const LoopFacts &facts);
  ~Temporaries();

  /// judge() answers for one object that a Change of the body names.
  std::variant<Temporary, NotTemporary> judge(const Object &changed);

  /// judgeVouched() answers for one of which the user says that every iteration
  /// assigns it before reading it: is it read after the loop?
  std::variant<Temporary, NotTemporary> judgeVouched(const Object &changed);

private:
  class Judge;
  std::unique_ptr<Judge> judge_;
};

} // namespace paraloop

#endif
