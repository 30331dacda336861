// Suggestions.cpp: finds the loops, nests them by their places, and sends them
// through LoopStages, outer ones first.

#include "Suggestions.h"

#include "AnnotatedLoops.h"
#include "LoopStages.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

#include <map>

using namespace clang;

namespace paraloop {
namespace {

using Wanted = llvm::function_ref<bool(SourceLocation)>;

/// Loops is every `for` with the end of its loop, in the order of the source.
using Loops = std::map<SourceLocation, SourceLocation>;

class Collector : public RecursiveASTVisitor<Collector> {
public:
  Collector(const SourceManager &sources, Wanted isWanted, Loops &loops)
      : sources_(sources), isWanted_(isWanted), loops_(loops) {}

  bool VisitForStmt(ForStmt *loop) { return see(loop, loop->getForLoc()); }
  bool VisitCXXForRangeStmt(CXXForRangeStmt *loop) {
    return see(loop, loop->getForLoc());
  }

private:
  bool see(const Stmt *loop, SourceLocation keyword) {
    // One that a macro makes can't have an attribute.
    if (keyword.isFileID() && isWanted_(keyword))
      loops_[keyword] = sources_.getExpansionLoc(loop->getEndLoc());
    return true;
  }

  const SourceManager &sources_;
  Wanted isWanted_;
  Loops &loops_;
};

class Suggester {
public:
  Suggester(ASTContext &context, const std::vector<Decl *> &declarations)
      : context_(context), declarations_(declarations), stages_(context) {}

  /// run() plans the outermost of the loops from `at` to before `end`.
  void run(Loops::const_iterator at, Loops::const_iterator end) {
    while (at != end) {
      Loops::const_iterator after = std::next(at);
      while (after != end && after->first < at->second)
        ++after;
      if (!isAccepted(at->first))
        run(std::next(at), after);
      at = after;
    }
  }

  std::vector<Suggestion> take() { return std::move(found_); }

private:
  bool isAccepted(SourceLocation keyword) {
    const Annotation asIf{SourceRange(keyword, keyword), keyword, keyword, {}};
    const FoundLoops found =
        findAnnotatedLoops(context_, {asIf}, declarations_);
    if (found.loops.empty()) // in a template that nothing instantiates
      return false;
    Verdict verdict = stages_.plan(found.loops.front());
    found_.push_back({keyword, std::move(verdict.plan)});
    return verdict.refusals.empty();
  }

  ASTContext &context_;
  const std::vector<Decl *> &declarations_;
  LoopStages stages_;
  std::vector<Suggestion> found_;
};

/// withoutAnnotated() takes out every loop that is annotated, or is around or
/// inside of one.
void withoutAnnotated(const Annotations &annotations, Loops &loops) {
  std::vector<std::pair<SourceLocation, SourceLocation>> annotated;
  for (const Annotation &annotation : annotations.loops)
    if (const auto loop = loops.find(annotation.keyword); loop != loops.end())
      annotated.emplace_back(*loop);
  for (auto loop = loops.begin(); loop != loops.end();) {
    const bool meets = llvm::any_of(annotated, [&](const auto &other) {
      return loop->first <= other.second && other.first <= loop->second;
    });
    loop = meets ? loops.erase(loop) : std::next(loop);
  }
}

} // namespace

std::vector<Suggestion> suggestLoops(ASTContext &context,
                                     const Annotations &annotations,
                                     const std::vector<Decl *> &declarations,
                                     Wanted isWanted) {
  Loops loops;
  Collector collector(context.getSourceManager(), isWanted, loops);
  for (Decl *declaration : declarations)
    if (isWanted(declaration->getLocation()))
      collector.TraverseDecl(declaration);
  withoutAnnotated(annotations, loops);
  Suggester suggester(context, declarations);
  suggester.run(loops.begin(), loops.end());
  return suggester.take();
}

} // namespace paraloop
