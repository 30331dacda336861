// Division.cpp: own what can be owned, replay the rest, and again without what
// the replayed statements turned out to need.

#include "Division.h"

#include "ElementFolds.h"
#include "Folds.h"
#include "InTurn.h"
#include "ReplayedChanges.h"
#include "RoleOptions.h"
#include "SharedVariables.h"
#include "StandardTypes.h"

#include "clang/AST/Type.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

class Divider {
public:
  Divider(const DivisionQuestion &question, Refusals &refusals)
      : question_(question), facts_(question.facts), refusals_(refusals),
        means_(question.means) {}

  Division run() {
    const Refusals before = refusals_;
    do {
      refusals_ = before;
      findOwnedObjects();
      cutOut();
    } while (refusals_.all().size() == before.all().size() && drawIntoReplay());
    if (means_.folds && refusals_.all().size() == before.all().size()) {
      findUpdatesInTurn(facts_, made_.replay);
      findElementFolds(facts_, made_.replay);
    }
    return std::move(made_);
  }

private:
  void findOwnedObjects() {
    made_.owned.clear();
    for (const Object &object : question_.temporaries.forgotten())
      if (!mustBeReplayed(object))
        made_.owned.push_back({object, Role::Temporary, {}, {}, {}});
    if (means_.owns) {
      if (means_.folds)
        for (OwnedObject &one : findFolds(facts_))
          if (!mustBeReplayed(one.object) && !isLeftAlone(one.object) &&
              !isForgotten(one.object))
            made_.owned.push_back(std::move(one));
      llvm::append_range(
          made_.owned,
          findOwned(
              {facts_,
               [&](const Object &object) {
                 return isLeftAlone(object) || isForgotten(object) ||
                        isFolded(object);
               },
               [&](const Object &object) { return mustBeReplayed(object); },
               [&](const Object &object) {
                 return question_.temporaries.isTemporary(object);
               },
               [&](const Object &object) {
                 return isVouchedIndependent(object,
                                             question_.loop.options.roles);
               }}));
    }
  }

  void cutOut() {
    const std::vector<ReplayedObject> changed = findReplayedChanges(
        {facts_, [&](const Object &object) { return isIgnored(object); },
         [&](const Object &object) {
           return isLeftAlone(object) || isOwned(object);
         }},
        refusals_);
    llvm::DenseSet<const Expr *> namesOwned;
    for (const Mention &mention : facts_.effects.mentions)
      if (isOwned(mention.object) || isIgnored(mention.object))
        namesOwned.insert(mention.expr);
    made_.replay = cutReplayPart(
        {facts_, question_.loop, changed,
         [&](const Object &object) { return isLeftAlone(object); },
         [&](const Object &object) { return isOwned(object); }, namesOwned},
        refusals_);
  }

  /// drawIntoReplay() returns true if something that was taken for owned can't
  /// be.
  bool drawIntoReplay() {
    const bool travels = llvm::any_of(made_.owned, [](const OwnedObject &one) {
      return !one.targets.empty() || one.fold;
    });
    if (made_.replay.mayThrow() && travels) { // It couldn't be taken back.
      means_.owns = false;
      return true;
    }
    const std::size_t known = mustReplay_.size();
    for (const ReplayedObject &one : made_.replay.part.objects)
      if (isOwned(one.object))
        mustReplay_.push_back(one.object);
    for (const Mention &mention : facts_.effects.mentions)
      if (isOwned(mention.object) &&
          !made_.replay.isReadByWorker(mention.expr, facts_.statements))
        mustReplay_.push_back(mention.object);
    return mustReplay_.size() != known;
  }

  bool isIgnored(const Object &object) const {
    return paraloop::isIgnored(object, question_.loop.options.roles);
  }

  /// Each worker takes and releases its own copy of a lock, and there is nobody
  /// to wait for.
  bool isLeftAlone(const Object &object) const {
    return hasDeclaredStrategy(object) || isShared(object) ||
           isMutex(typeOf(object)) || isIgnored(object);
  }

  bool isForgotten(const Object &object) const {
    return !mustBeReplayed(object) &&
           isOneOf(question_.temporaries.forgotten(), object);
  }

  bool isFolded(const Object &object) const {
    return llvm::any_of(made_.owned, [&](const OwnedObject &one) {
      return one.fold && overlaps(one.object, object);
    });
  }

  bool mustBeReplayed(const Object &object) const {
    return isOneOf(mustReplay_, object);
  }

  static bool isOneOf(const std::vector<Object> &objects,
                      const Object &object) {
    return llvm::any_of(
        objects, [&](const Object &known) { return overlaps(known, object); });
  }

  bool isOwned(const Object &object) const {
    return llvm::any_of(made_.owned, [&](const OwnedObject &one) {
      return overlaps(one.object, object);
    });
  }

  const DivisionQuestion &question_;
  const LoopFacts &facts_;
  Refusals &refusals_;
  Means means_;
  std::vector<Object> mustReplay_; ///< What could be owned otherwise.
  Division made_;
};

} // namespace

Division divide(const DivisionQuestion &question, Refusals &refusals) {
  return Divider(question, refusals).run();
}

} // namespace paraloop
