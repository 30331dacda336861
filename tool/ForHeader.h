// ForHeader.h: the header of a plain `for` loop.
//
// In: a ForStmt. Out: its shape: counted where one integer variable runs from a
// first value to a bound, by a step; else stepped, which means that every
// worker runs the condition and the increment itself. Or a refusal.

#ifndef PARALOOP_TOOL_FORHEADER_H
#define PARALOOP_TOOL_FORHEADER_H

#include "LoopShape.h"

namespace clang {
class ForStmt;
} // namespace clang

namespace paraloop {

std::variant<LoopShape, Refusal> forShape(const clang::ForStmt *loop,
                                          const clang::FunctionDecl *function,
                                          clang::ASTContext &context,
                                          Callees &callees);

} // namespace paraloop

#endif
