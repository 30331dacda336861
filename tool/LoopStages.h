// LoopStages.h: the two halves of what happens to one annotated loop.
//
// planLoop: LoopShape -> Effects -> Split -> Division -> Classify -> LoopPlan,
// with the refusals that it met. rewriteLoop: LoopPlan -> Emit -> edits of the
// file.

#ifndef PARALOOP_TOOL_LOOPSTAGES_H
#define PARALOOP_TOOL_LOOPSTAGES_H

#include "AnnotatedLoops.h"
#include "Classify.h"
#include "Plan.h"

#include "llvm/Support/Error.h"

namespace clang {
class ASTContext;
namespace tooling {
class Replacements;
}
} // namespace clang

namespace paraloop {

/// planLoop() decides about one annotated loop. In a template all
/// instantiations have to agree.
Verdict planLoop(clang::ASTContext &context, const AnnotatedLoop &loop);

/// rewriteLoop() adds the edits that carry out `plan` to `edits`.
/// EXPECTS: `plan` comes from planLoop() with the same context and loop, and
/// has no obstacles.
llvm::Error rewriteLoop(clang::ASTContext &context, const AnnotatedLoop &loop,
                        const LoopPlan &plan,
                        clang::tooling::Replacements &edits);

} // namespace paraloop

#endif
