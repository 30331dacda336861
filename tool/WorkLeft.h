// WorkLeft.h: is there anything to do for the workers?
//
// In: the body and its replayed statements. Out: whether what is left is more
// than reading variables; and whether a replayed statement needs what an
// earlier iteration made.

#ifndef PARALOOP_TOOL_WORKLEFT_H
#define PARALOOP_TOOL_WORKLEFT_H

#include "Effects.h"

#include "llvm/ADT/ArrayRef.h"

namespace paraloop {

/// hasWork() returns true if `body` without `replayed`, or one of `operands`,
/// calls a function or loops, or computes more than a few operations.
bool hasWork(const clang::Stmt *body,
             llvm::ArrayRef<const clang::Stmt *> replayed,
             llvm::ArrayRef<const clang::Expr *> operands);

/// callsOrLoops() returns true if `statement` without `without` loops, or calls
/// a function of the user's.
bool callsOrLoops(const clang::Stmt *statement,
                  llvm::ArrayRef<const clang::Stmt *> without);

/// isChained() returns true if `mention`, in one of the replayed statements,
/// reads a variable for something else than to update that variable: a sum, a
/// minimum, an append need nothing of the earlier iterations but their order.
bool isChained(const Mention &mention,
               llvm::ArrayRef<const clang::Stmt *> replayed);

} // namespace paraloop

#endif
