// LoopStages.h: the two halves of what happens to one annotated loop.
//
// plan(): LoopShape -> Effects -> Split -> Division -> Classify -> LoopPlan,
// with the refusals that it met. rewrite(): LoopPlan -> Emit -> edits of the
// file.

#ifndef PARALOOP_TOOL_LOOPSTAGES_H
#define PARALOOP_TOOL_LOOPSTAGES_H

#include "AnnotatedLoops.h"
#include "Classify.h"
#include "Plan.h"

#include "llvm/Support/Error.h"

#include <memory>

namespace clang {
class ASTContext;
namespace tooling {
class Replacements;
}
} // namespace clang

namespace paraloop {

class Callees;

/// LoopStages keeps what the loops of one translation unit have in common: what
/// is known of its functions.
class LoopStages {
public:
  explicit LoopStages(clang::ASTContext &context);
  ~LoopStages();

  /// plan() decides about one annotated loop. In a template all instantiations
  /// have to agree.
  Verdict plan(const AnnotatedLoop &loop);

  /// rewrite() adds the edits that carry out `plan` to `edits`.
  /// EXPECTS: `plan` comes from plan() with the same loop, and has no
  /// obstacles.
  llvm::Error rewrite(const AnnotatedLoop &loop, const LoopPlan &plan,
                      clang::tooling::Replacements &edits);

private:
  clang::ASTContext &context_;
  std::unique_ptr<Callees> callees_;
};

} // namespace paraloop

#endif
