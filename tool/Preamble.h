// Preamble.h: what a rewritten file needs besides its loops.
//
// In: a loop's plan and its place. Out: edits that include the runtime, once in
// a file, and that declare the fields of private classes before the function.

#ifndef PARALOOP_TOOL_PREAMBLE_H
#define PARALOOP_TOOL_PREAMBLE_H

#include "Plan.h"
#include "SourceText.h"

#include "clang/Basic/SourceLocation.h"
#include "clang/Tooling/Core/Replacement.h"
#include "llvm/Support/Error.h"

#include <string>

namespace clang {
class ASTContext;
}

namespace paraloop {

/// replacement() is the edit that puts `text` in place of a range.
clang::tooling::Replacement replacement(const clang::ASTContext &context,
                                        const TextRange &range,
                                        const std::string &text);

llvm::Error addPreamble(const clang::ASTContext &context,
                        clang::SourceLocation loop, const LoopPlan &plan,
                        clang::tooling::Replacements &edits);

} // namespace paraloop

#endif
