// Regions.h: which replayed statements have to stay together?
//
// In: the statements of the replay part. Out: regions, each of which becomes
// one update; or more statements that have to be replayed, because they stand
// between those of a region.
//
//     double d = x - prev;     the three of them share d, and become one update
//     prev = x;
//     out.push_back(d);
//
// What a reference refers to can be remembered, if that keeps work from being
// drawn along:
//
//     auto &entry = entries[name];             one update
//     for (...) { work(); ++entry.count; }     ++entry.count is another

#ifndef PARALOOP_TOOL_REGIONS_H
#define PARALOOP_TOOL_REGIONS_H

#include "ReplayPart.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

#include <utility>
#include <vector>

namespace paraloop {

/// ReplayUnits are the replayed statements before they form regions.
struct ReplayUnits {
  std::vector<const clang::Stmt *> statements; ///< None lies within another.
  llvm::DenseMap<const void *, Cause> causes;  ///< Of statements and variables.
  llvm::DenseSet<const clang::Stmt *> skipsRest; ///< They hold a `continue`.
};

struct Regions {
  /// What is replayed as a whole, too, and why: with it the regions are others.
  std::vector<std::pair<const clang::Stmt *, Cause>> drawn;
  /// References that the parent has to remember, so that nothing is drawn along
  /// by them; and those that can't be remembered after all.
  std::vector<const clang::ValueDecl *> bound;
  std::vector<const clang::ValueDecl *> unbound;
  std::vector<ReplayRegion> regions;
};

Regions formRegions(const ReplayQuestion &question, const ReplayPart &part,
                    const ReplayUnits &units);

} // namespace paraloop

#endif
