// Weight.h: how much work is in a loop's body, and in which part of it.
//
// In: the body, and which of its statements are replayed with which operands.
// Out: a rough weight for the workers' part and for the parent's. It orders
// loops and warns; nothing that has to be right rests on it.

#ifndef PARALOOP_TOOL_WEIGHT_H
#define PARALOOP_TOOL_WEIGHT_H

#include "Plan.h"

#include "llvm/ADT/STLFunctionalExtras.h"

namespace clang {
class Stmt;
}

namespace paraloop {

using StatementTest = llvm::function_ref<bool(const clang::Stmt *)>;

/// weigh() adds up the work of one iteration. What stands below a replayed
/// statement is the parent's, but for its operands.
Weights weigh(const clang::Stmt *body, StatementTest isReplayed,
              StatementTest isOperand);

} // namespace paraloop

#endif
