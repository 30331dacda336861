// LoopShape.h: the header of a loop as an iteration space.
//
// In: a ForStmt or CXXForRangeStmt. Out: its Header as text for the plan, and
// the places in the file that the rewriter edits; or a refusal.

#ifndef PARALOOP_TOOL_LOOPSHAPE_H
#define PARALOOP_TOOL_LOOPSHAPE_H

#include "Plan.h"
#include "Refusal.h"
#include "SourceText.h"

#include <variant>

namespace clang {
class ASTContext;
class Stmt;
class VarDecl;
} // namespace clang

namespace paraloop {

class Callees;

struct LoopShape {
  Header header;
  const clang::VarDecl *variable = nullptr;
  const clang::Stmt *body = nullptr;
  TextRange replaced; ///< The first value, or the range: where the call of the
                      ///< runtime goes.
};

/// loopShape() reads the header of `loop`.
std::variant<LoopShape, Refusal> loopShape(const clang::Stmt *loop,
                                           clang::ASTContext &context,
                                           Callees &callees);

/// bodyOf() returns the body of a ForStmt or CXXForRangeStmt.
const clang::Stmt *bodyOf(const clang::Stmt *loop);

} // namespace paraloop

#endif
