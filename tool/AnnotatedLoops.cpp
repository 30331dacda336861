// AnnotatedLoops.cpp: walks the few declarations that hold an annotation, and
// nothing else.
//
// The parser hands over every finished top-level declaration and every function
// that it made from a template. A declaration is walked only where an
// annotation lies between its first and last token, so headers cost nothing.

#include "AnnotatedLoops.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

#include <set>

using namespace clang;

namespace paraloop {
namespace {

/// Places answers whether one of the annotations lies in a range. A loop in an
/// included file also counts as lying at the #include that brought it in.
class Places {
public:
  Places(const SourceManager &sources,
         const std::vector<Annotation> &annotations)
      : sources_(sources) {
    for (const Annotation &annotation : annotations)
      for (SourceLocation at = annotation.keyword; at.isValid();
           at = sources.getIncludeLoc(sources.getFileID(at)))
        places_.insert(at);
  }

  bool meet(SourceRange range) const {
    if (range.isInvalid())
      return false;
    const auto first =
        places_.lower_bound(sources_.getFileLoc(range.getBegin()));
    return first != places_.end() &&
           *first <= sources_.getExpansionRange(range.getEnd()).getEnd();
  }

  /// within() says whether `place`, or the #include that brought its file in,
  /// lies in `range`.
  bool within(SourceLocation place, SourceRange range) const {
    const SourceRange file(sources_.getFileLoc(range.getBegin()),
                           sources_.getExpansionRange(range.getEnd()).getEnd());
    for (; place.isValid();
         place = sources_.getIncludeLoc(sources_.getFileID(place)))
      if (file.getBegin() <= place && place <= file.getEnd())
        return true;
    return false;
  }

private:
  const SourceManager &sources_;
  std::set<SourceLocation> places_;
};

/// Sightings is every loop statement that was met at one `for`.
struct Sightings {
  std::vector<LoopInstance> instances;
  std::set<const Stmt *> seen;
  const Stmt *pattern =
      nullptr; ///< The loop in a template, before its parameters are known.
};

class Collector : public RecursiveASTVisitor<Collector> {
public:
  Collector(const Places &places,
            std::map<SourceLocation, Sightings> &sightings)
      : places_(places), sightings_(sightings) {}

  bool TraverseDecl(Decl *declaration) {
    if (!declaration || declaration->isFromASTFile() || // Precompiled.
        !holdsAnnotation(*declaration))
      return true;
    const FunctionDecl *outer = function_;
    if (const auto *inner = dyn_cast<FunctionDecl>(declaration))
      function_ = inner;
    const bool goOn = RecursiveASTVisitor::TraverseDecl(declaration);
    function_ = outer;
    return goOn;
  }

  bool TraverseLambdaExpr(LambdaExpr *lambda, DataRecursionQueue * = nullptr) {
    const FunctionDecl *outer = function_;
    function_ = lambda->getCallOperator();
    const bool goOn = RecursiveASTVisitor::TraverseLambdaExpr(lambda);
    function_ = outer;
    return goOn;
  }

  bool VisitForStmt(ForStmt *loop) { return see(loop, loop->getForLoc()); }
  bool VisitCXXForRangeStmt(CXXForRangeStmt *loop) {
    return see(loop, loop->getForLoc());
  }

private:
  bool holdsAnnotation(const Decl &declaration) const {
    if (places_.meet(declaration.getSourceRange()))
      return true;
    const Stmt *body =
        declaration.getBody(); // a function made from a template can be
                               // declared far from its body
    return body && places_.meet(body->getSourceRange());
  }

  bool see(const Stmt *loop, SourceLocation keyword) {
    const auto found = sightings_.find(keyword);
    if (found == sightings_.end() || !function_)
      return true;
    Sightings &sightings = found->second;
    if (function_->isDependentContext())
      sightings.pattern = loop;
    else if (sightings.seen.insert(loop).second)
      sightings.instances.push_back({loop, function_});
    return true;
  }

  const Places &places_;
  std::map<SourceLocation, Sightings> &sightings_;
  const FunctionDecl *function_ = nullptr;
};

/// Assembly puts annotations and sightings together, outer loops before inner
/// ones.
class Assembly {
public:
  Assembly(const Places &places,
           const std::map<SourceLocation, Sightings> &sightings)
      : places_(places), sightings_(sightings) {}

  void add(const Annotation &annotation) {
    const Sightings &sightings = sightings_.at(annotation.keyword);
    const Stmt *loop = sightings.instances.empty()
                           ? sightings.pattern
                           : sightings.instances.front().loop;
    if (!loop) {
      found_.refusals.push_back({RefusalId::LoopNotFound, annotation.keyword});
      return;
    }
    if (outer_.isValid() && places_.within(annotation.keyword, outer_)) {
      if (outerIsRewritten_)
        found_.loops.back().innerAttributes.push_back(annotation.attribute);
      return;
    }
    outer_ = loop->getSourceRange();
    outerIsRewritten_ = !sightings.instances.empty();
    if (outerIsRewritten_)
      found_.loops.push_back({annotation.attribute,
                              annotation.begin,
                              annotation.keyword,
                              annotation.options,
                              sightings.instances,
                              {}});
    else
      found_.uninstantiated.push_back(annotation.keyword);
  }

  FoundLoops take() { return std::move(found_); }

private:
  const Places &places_;
  const std::map<SourceLocation, Sightings> &sightings_;
  FoundLoops found_;
  SourceRange outer_;             ///< The last loop that lies in no other.
  bool outerIsRewritten_ = false; ///< It is in found_.loops.
};

} // namespace

FoundLoops findAnnotatedLoops(ASTContext &context,
                              const std::vector<Annotation> &annotations,
                              const std::vector<Decl *> &declarations) {
  const Places places(context.getSourceManager(), annotations);
  std::map<SourceLocation, Sightings> sightings;
  for (const Annotation &annotation : annotations)
    sightings[annotation.keyword];
  Collector collector(places, sightings);
  for (Decl *declaration : declarations)
    collector.TraverseDecl(declaration);
  Assembly assembly(places, sightings);
  for (const Annotation &annotation : annotations)
    assembly.add(annotation);
  return assembly.take();
}

} // namespace paraloop
