// ReplayPart.h: which statements of the body the parent replays.
//
// In: the objects that have to be replayed, and the facts about the body. Out:
// the statements that change or read them, or need what such a statement
// computed, in regions that are cut out as a whole; or the reason why a worker
// can't do without them.
//
// Values cross from the worker part to the replay part, never back. So a
// statement that names a replayed object is replayed; a variable of the body
// that it sets belongs to the replay part, with all that names it; a condition
// takes its statement along. What is left is the worker part. (Compilers call
// this decoupled software pipelining: Ottoni et al., MICRO 2005.)

#ifndef PARALOOP_TOOL_REPLAYPART_H
#define PARALOOP_TOOL_REPLAYPART_H

#include "Effects.h"
#include "Refusal.h"
#include "Statements.h"

#include "llvm/ADT/DenseSet.h"

#include <functional>
#include <string>
#include <vector>

namespace paraloop {

/// ReplayedObject is an object from outside that only the parent changes.
struct ReplayedObject {
  Object object;
  const Change *change; ///< What makes it a changed one.
};

/// Cause is why a statement is in the replay part.
struct Cause {
  std::string subject; ///< What it changes, or needs.
  clang::SourceLocation read;
  clang::SourceLocation change; ///< What makes that a changed object.
};

/// ReplayRegion is what becomes one update: an expression, or consecutive
/// statements of one block without those that stay with the worker.
struct ReplayRegion {
  std::vector<const clang::Stmt *> statements; ///< In the order of the source.
  Cause cause;
  /// The reference that the only statement declares, if other regions name it.
  const clang::VarDecl *bound = nullptr;
};

struct ReplayPart {
  std::vector<ReplayedObject> objects;
  std::vector<ReplayRegion> regions;
  llvm::DenseSet<const clang::ValueDecl *>
      locals; ///< Variables of the body that only the parent knows.
  /// Those of them that are references which several regions name: the parent
  /// remembers what they refer to.
  llvm::DenseSet<const clang::ValueDecl *> bound;
  /// References that have to stay with all that names them.
  llvm::DenseSet<const clang::ValueDecl *> unbound;
  bool prints = false; ///< Everything that the body prints is replayed.
  llvm::DenseSet<const clang::Stmt *>
      skips; ///< A `continue` that ends a replayed statement.
  std::vector<Refusal> refusals;

  bool holds(const Object &object) const { return changeOf(object) != nullptr; }

  /// changeOf() returns the change that makes `object` a replayed one, or null.
  const Change *changeOf(const Object &object) const;

  /// changeOf() returns the change of what a mention may read, or null.
  const Change *changeOf(const Mention &mention) const;

  /// subjectOf() names what that is.
  std::string subjectOf(const Mention &mention) const;

private:
  const ReplayedObject *touchedBy(const Mention &mention) const;
};

/// ReplayQuestion refers to what must outlive the answer.
struct ReplayQuestion {
  const clang::Stmt *body;
  const Statements &statements;
  const Effects &effects;
  llvm::ArrayRef<const clang::Stmt *> leaving; ///< What no worker executes.
  std::vector<ReplayedObject> objects; ///< What has to be replayed in any case.
  /// True for a change of an object that is neither the worker's own nor to be
  /// replayed: a Variable with a strategy of the user's, a lock.
  std::function<bool(const Object &)> isLeftAlone;
  /// What of a statement the workers evaluate if it is replayed.
  std::function<std::vector<const clang::Expr *>(const clang::Stmt *,
                                                 const ReplayPart &)>
      workerParts;
  /// True for what changes nothing but variables that it declares, prints
  /// nothing, and calls no code that is out of sight.
  std::function<bool(const clang::Stmt *)> isQuiet;
  /// True for a variable that may be destroyed before its block ends.
  std::function<bool(const clang::ValueDecl *)> mayEndEarly;
  /// True for an lvalue that designates something which outlives the iteration.
  std::function<bool(const clang::Expr *)> isOutside;
};

/// findReplayPart() answers the question. With `withPrints`, everything that
/// the body prints is in the replay part, whatever it names.
ReplayPart findReplayPart(const ReplayQuestion &question,
                          bool withPrints = false);

} // namespace paraloop

#endif
