// Ownership.h: which changed objects can workers change in their own copies?
//
// In: a loop with its effects. Out: groups of objects whose changes stay in the
// worker, because no iteration reads what another one wrote; the values that
// they have at the end of a chunk travel. All other changes are to be replayed.
//
//     a[idx[i]] = f(i);     written: never read, so the last writer wins
//     t = f(i); use(t);     temporary: assigned before it is read
//     a[i] = f(a[i]);       slice: an iteration has elements of its own

#ifndef PARALOOP_TOOL_OWNERSHIP_H
#define PARALOOP_TOOL_OWNERSHIP_H

#include "LoopFacts.h"
#include "Plan.h"
#include "Targets.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace paraloop {

/// OwnedObject is an object, or several that overlap, of which workers change
/// their own copies.
struct OwnedObject {
  Object object;
  Role role = Role::Written;
  std::vector<Target> targets; ///< What the workers' copy of the body notes.
  std::vector<std::string> checks; ///< C++ conditions for the loop's start.
  std::optional<Fold> fold;        ///< Of Role::Folded.
};

/// OwnershipQuestion refers to what must outlive the call.
struct OwnershipQuestion {
  const LoopFacts &facts;
  /// True for what is neither owned nor replayed: locks, variables with a
  /// strategy of the user's own.
  std::function<bool(const Object &)> isTreatedElsewhere;
  /// True for what is known to be replayed.
  std::function<bool(const Object &)> mustReplay;
  /// True for what every iteration assigns before it reads it.
  std::function<bool(const Object &)> isTemporary;
  /// True where the user says that no iteration touches an element that another
  /// one changes.
  std::function<bool(const Object &)> isIndependent;
};

/// findOwned() returns the objects that can be owned. The statements that
/// change them name nothing that is replayed.
std::vector<OwnedObject> findOwned(const OwnershipQuestion &question);

} // namespace paraloop

#endif
