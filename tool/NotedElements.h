// NotedElements.h: where a worker notes the elements that an iteration changes,
// if not one by one.
//
// In: the accesses of a loop to an object. Out: statements that note elements
// (ElementTexts.h): before a call of a function that changes them, or before an
// inner loop that does.

#ifndef PARALOOP_TOOL_NOTEDELEMENTS_H
#define PARALOOP_TOOL_NOTEDELEMENTS_H

#include "Checks.h"
#include "ElementAccesses.h"
#include "LoopFacts.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace paraloop {

/// NotedBefore says where all elements that an access touches can be noted at
/// once, instead of one by one.
struct NotedBefore {
  const clang::Expr *target = nullptr;
  const clang::Stmt *loop = nullptr; ///< An inner loop; null: nowhere.
  std::string elements;
};

/// mayChange() returns true for an access by which an element may be changed.
bool mayChange(const ElementAccess &access);

/// mayTouchPartOf() returns true if the access may be one to a part of
/// `object`.
bool mayTouchPartOf(const ElementAccess &access, const Object &object);

class NotedElements {
public:
  /// All arguments must outlive this object. EXPECTS: `accesses` were found
  /// with `frames` and `reader`, and are to `object` or to what it is a part
  /// of.
  NotedElements(const LoopFacts &facts, const Object &object, Frames &frames,
                const PathReader &reader, Checks &checks,
                const std::vector<ElementAccess> &accesses)
      : facts_(facts), object_(object), frames_(frames), reader_(reader),
        checks_(checks), accesses_(accesses) {}

  /// ofCall() lists what the functions that a call runs change; nothing where
  /// that can't be listed.
  /// Adds what has to hold for that to the checks.
  std::optional<std::string> ofCall(const clang::Expr *call) const;

  /// before() finds the inner loop before which `row[j] = ...` can be noted for
  /// all of its rounds, so that it has nothing else to do. With `own`, also one
  /// that an iteration may leave alone, because no other one touches it.
  NotedBefore before(const clang::Expr *target, bool own) const;

private:
  NotedBefore elementNotedBefore(const clang::Expr *target,
                                 const ElementAccess &access) const;
  bool isExact(const Path &path, Checks &checks) const;
  bool isExactAnyway(const Path &path) const;
  bool isText(const clang::Stmt *statement) const;
  std::optional<std::set<InnerLoop>> coveredBy(const Path &path) const;
  bool addCovered(const Form &form, std::set<InnerLoop> &loops) const;

  const LoopFacts &facts_;
  const Object &object_;
  Frames &frames_;
  const PathReader &reader_;
  Checks &checks_;
  const std::vector<ElementAccess> &accesses_;
};

} // namespace paraloop

#endif
