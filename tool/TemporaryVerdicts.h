// TemporaryVerdicts.h: which of the objects that the loop changes are
// temporaries?
//
// In: a loop with its effects, and the roles that the user gave. Out: an answer
// for each changed object, and the reason for a refusal where the answer is no.

#ifndef PARALOOP_TOOL_TEMPORARYVERDICTS_H
#define PARALOOP_TOOL_TEMPORARYVERDICTS_H

#include "LoopFacts.h"
#include "Refusal.h"
#include "RoleOptions.h"
#include "Temporaries.h"

#include <map>
#include <string>
#include <variant>
#include <vector>

namespace paraloop {

class TemporaryVerdicts {
public:
  TemporaryVerdicts(const LoopFacts &facts,
                    const std::vector<NamedRole> &roles);

  /// isTemporary() is true for what every iteration assigns before it reads it.
  bool isTemporary(const Object &object) const;

  /// forgotten() returns the temporaries that nobody reads after the loop.
  const std::vector<Object> &forgotten() const { return forgotten_; }

  /// addReason() replaces the note at the change by one that tells why an
  /// assignment in the same iteration doesn't help.
  void addReason(Refusal &refusal) const;

private:
  std::map<std::string, std::variant<Temporary, NotTemporary>> judged_;
  std::vector<Object> forgotten_;
};

} // namespace paraloop

#endif
