// Exits.h: the statements through which a body ends an iteration early.
//
// In: the body of a loop. Out: what stands in their place in the workers' copy
// (`continue` becomes `return`; what leaves the loop is only reported, and the
// parent runs that iteration natively), or refusals.

#ifndef PARALOOP_TOOL_EXITS_H
#define PARALOOP_TOOL_EXITS_H

#include "Plan.h"
#include "Refusal.h"
#include "SourceText.h"

#include <vector>

namespace clang {
class ASTContext;
class Stmt;
} // namespace clang

namespace paraloop {

struct ExitEdit {
  TextRange range;
  BodyEdit::Kind kind = BodyEdit::Kind::Leave; ///< Or Continue.
};

struct Exits {
  std::vector<ExitEdit> edits;
  std::vector<const clang::Stmt *>
      leaving; ///< Statements that no worker executes.
  std::vector<Refusal> refusals;
};

Exits findExits(const clang::Stmt *body, clang::ASTContext &context);

} // namespace paraloop

#endif
