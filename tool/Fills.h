// Fills.h: inner loops that assign all elements of an object, or those between
// two bounds.
//
// In: a body and an array or container that it changes. Out: the loops behind
// which elements are known to have been assigned, and which elements.
//
//     for (int k = 0; k < m; ++k) row[k] = f(k);     row[0] to row[m - 1]
//     for (auto &x : row) x = 0;                     all of row

#ifndef PARALOOP_TOOL_FILLS_H
#define PARALOOP_TOOL_FILLS_H

#include "LoopRanges.h"

#include <vector>

namespace paraloop {

/// Fill is a loop that assigns elements.
struct Fill {
  const clang::Stmt *loop = nullptr;
  Object object;
  bool all = false; ///< Every element that there is; else those in `elements`.
  std::vector<Interval> elements; ///< One interval for each subscript.
};

/// findFills() looks at all loops in which something assigns to an element of
/// `object`.
std::vector<Fill> findFills(const Object &object, const AccessContext &context,
                            clang::ASTContext &ast);

/// covers() returns true if `fill` assigned what `access` reads.
bool covers(const Fill &fill, const Access &access, const LoopRanges &ranges);

} // namespace paraloop

#endif
