// Suggestions.h: which loops that are not annotated could be?
//
// In: a parsed translation unit. Out: the plan of every outermost loop, as if
// it were annotated; below a loop that is refused, those of the loops in it.

#ifndef PARALOOP_TOOL_SUGGESTIONS_H
#define PARALOOP_TOOL_SUGGESTIONS_H

#include "Annotation.h"
#include "Plan.h"

#include "llvm/ADT/STLFunctionalExtras.h"

#include <vector>

namespace clang {
class ASTContext;
class Decl;
} // namespace clang

namespace paraloop {

/// Suggestion is one loop. Its plan has obstacles where it can't be annotated.
struct Suggestion {
  clang::SourceLocation keyword; ///< Where `for` stands, in a file.
  LoopPlan plan;
};

/// suggestLoops() looks at the loops in the files that `isWanted` names. It
/// leaves out loops that are annotated, that lie in one or that have one in
/// them.
/// EXPECTS: `declarations` are those of findAnnotatedLoops().
std::vector<Suggestion>
suggestLoops(clang::ASTContext &context, const Annotations &annotations,
             const std::vector<clang::Decl *> &declarations,
             llvm::function_ref<bool(clang::SourceLocation)> isWanted);

} // namespace paraloop

#endif
