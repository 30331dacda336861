// RangeHeader.h: the header of a range-for loop.
//
// In: a CXXForRangeStmt. Out: its shape, if every worker can step through the
// range on its own; else a refusal.

#ifndef PARALOOP_TOOL_RANGEHEADER_H
#define PARALOOP_TOOL_RANGEHEADER_H

#include "LoopShape.h"

namespace clang {
class CXXForRangeStmt;
} // namespace clang

namespace paraloop {

std::variant<LoopShape, Refusal> rangeShape(const clang::CXXForRangeStmt *loop,
                                            clang::ASTContext &context,
                                            Callees &callees);

} // namespace paraloop

#endif
