// LoopFacts.h: what the stages before Classify found out about a loop.
//
// In: nothing. Out: one struct that the questions about a loop begin with.

#ifndef PARALOOP_TOOL_LOOPFACTS_H
#define PARALOOP_TOOL_LOOPFACTS_H

#include "Effects.h"
#include "Exits.h"
#include "LoopShape.h"
#include "Statements.h"

namespace paraloop {

/// LoopFacts refers to what must outlive it.
struct LoopFacts {
  clang::ASTContext &context;
  const clang::FunctionDecl *function; ///< That the loop stands in, or null.
  const clang::Stmt *loop;
  const LoopShape &shape;
  const Scope &scope;
  const Statements &statements;
  const Effects &effects;
  const Exits &exits;
  Callees &callees;
};

} // namespace paraloop

#endif
