// LoopStages.h: the two halves of what happens to one annotated loop.
//
// planLoop: LoopShape -> Effects -> Split -> Classify -> LoopPlan, or the
// refusals that it met. rewriteLoop: LoopPlan -> Emit -> edits of the file.

#ifndef PARALOOP_TOOL_LOOPSTAGES_H
#define PARALOOP_TOOL_LOOPSTAGES_H

#include "AnnotatedLoops.h"
#include "Plan.h"
#include "Refusal.h"

#include "llvm/Support/Error.h"

#include <variant>
#include <vector>

namespace clang {
class ASTContext;
namespace tooling {
class Replacements;
}
} // namespace clang

namespace paraloop {

/// planLoop() decides about one annotated loop. In a template all
/// instantiations have to agree.
std::variant<LoopPlan, std::vector<Refusal>>
planLoop(clang::ASTContext &context, const AnnotatedLoop &loop);

/// rewriteLoop() adds the edits that carry out `plan` to `edits`.
/// EXPECTS: `plan` comes from planLoop() with the same context and loop.
llvm::Error rewriteLoop(clang::ASTContext &context, const AnnotatedLoop &loop,
                        const LoopPlan &plan,
                        clang::tooling::Replacements &edits);

} // namespace paraloop

#endif
