// Pipeline.cpp: what happens to one translation unit, from its first token to
// its edits.

#include "Pipeline.h"

#include "AnnotatedLoops.h"
#include "Annotation.h"
#include "CompilerArguments.h"
#include "LoopStages.h"
#include "Refusal.h"
#include "Suggestions.h"

#include "clang/AST/ASTConsumer.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/Lexer.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Tooling/CompilationDatabase.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Support/FileSystem.h"

#include <list>
#include <set>

using namespace clang;

namespace paraloop {
namespace {

std::string realPathOf(const SourceManager &sources, FileID file) {
  const auto entry = sources.getFileEntryRefForID(file);
  return entry ? entry->getFileEntry().tryGetRealPathName().str() : "";
}

/// Scope is what the translation units of one run share.
struct Scope {
  PipelineOptions options;
  std::set<std::string>
      rewritable; ///< Real paths of the files that may be edited.
  /// The annotated loops that have been planned so far: file and offset. A loop
  /// in a header's template can be planned in one translation unit and lack an
  /// instance in another.
  std::set<std::pair<std::string, unsigned>> planned;
};

/// Unit takes one parsed translation unit through the stages.
class Unit {
public:
  Unit(ASTContext &context, Scope &scope, TranslationUnitResult &result)
      : context_(context), sources_(context.getSourceManager()),
        diagnostics_(context.getDiagnostics()), scope_(scope), result_(result),
        stages_(context) {}

  void run(const Annotations &annotations,
           const std::vector<Decl *> &declarations) {
    keepSource(sources_.getMainFileID());
    for (const Refusal &refusal : annotations.refusals)
      refuse(refusal);
    if (diagnostics_.hasErrorOccurred())
      return;
    if (scope_.options.suggest)
      suggest(annotations, declarations);
    else if (!annotations.loops.empty() &&
             acceptsLanguage(annotations.loops.front().keyword))
      rewrite(plan(loopsToRewrite(annotations.loops, declarations)));
    result_.failed = diagnostics_.hasErrorOccurred();
    if (result_.failed)
      result_.edits.clear();
  }

private:
  struct Planned {
    AnnotatedLoop loop;
    LoopPlan plan;
  };

  /// The generated code is C++17.
  bool acceptsLanguage(SourceLocation where) {
    const bool accepted = context_.getLangOpts().CPlusPlus17;
    if (!accepted)
      refuse({RefusalId::LanguageTooOld, where});
    return accepted;
  }

  std::vector<AnnotatedLoop>
  loopsToRewrite(const std::vector<Annotation> &annotations,
                 const std::vector<Decl *> &declarations) {
    FoundLoops found = findAnnotatedLoops(context_, annotations, declarations);
    for (const Refusal &refusal : found.refusals)
      refuse(refusal);
    for (SourceLocation keyword : found.uninstantiated)
      if (scope_.planned.count(identityOf(keyword)) == 0)
        warn({"never-instantiated", keyword,
              "this template is never instantiated: its annotated loop stays "
              "sequential"});
    std::vector<AnnotatedLoop> loops;
    for (AnnotatedLoop &loop : found.loops)
      if (mayRewrite(loop))
        loops.push_back(std::move(loop));
    return loops;
  }

  bool mayRewrite(const AnnotatedLoop &loop) {
    const FileID file = sources_.getFileID(loop.keyword);
    if (scope_.rewritable.count(realPathOf(sources_, file)) != 0)
      return true;
    const std::string name = sources_.getFilename(loop.keyword).str();
    reportRemark(diagnostics_, loop.keyword,
                 "the loop in '" + name +
                     "' is left as it is; to rewrite it, name '" + name +
                     "' on the command line too (with -i)");
    return false;
  }

  std::vector<Planned> plan(std::vector<AnnotatedLoop> loops) {
    std::vector<Planned> planned;
    for (AnnotatedLoop &loop : loops) {
      Verdict verdict = stages_.plan(loop);
      for (const Refusal &refusal : verdict.refusals)
        refuse(refusal);
      if (!verdict.refusals.empty()) {
        result_.refused.push_back(std::move(verdict.plan));
        continue;
      }
      if (scope_.options.warnOfReplay && isMostlyReplayed(verdict.plan.weights))
        warn({"mostly-replayed", loop.keyword,
              "only " + std::to_string(parallelPercent(verdict.plan.weights)) +
                  " % of this loop's work is done by workers; the rest is "
                  "replayed, one iteration after the other"});
      scope_.planned.insert(identityOf(loop.keyword));
      planned.push_back({std::move(loop), std::move(verdict.plan)});
    }
    return planned;
  }

  void suggest(const Annotations &annotations,
               const std::vector<Decl *> &declarations) {
    if (!acceptsLanguage(
            sources_.getLocForStartOfFile(sources_.getMainFileID())))
      return;
    const auto isWanted = [&](SourceLocation place) {
      return scope_.rewritable.count(realPathOf(
                 sources_, sources_.getFileID(sources_.getFileLoc(place)))) !=
             0;
    };
    for (Suggestion &each :
         suggestLoops(context_, annotations, declarations, isWanted)) {
      const auto [path, offset] = identityOf(each.keyword);
      keepSource(sources_.getFileID(each.keyword));
      result_.suggestions.push_back({std::move(each.plan), path, offset});
    }
  }

  void refuse(const Refusal &refusal) {
    report(diagnostics_, refusal);
    SourceFix exported{idOf(refusal.id), messageOf(refusal), {}};
    for (const FixIt &fix : refusal.fixes) {
      const CharSourceRange range =
          Lexer::makeFileCharRange(CharSourceRange::getTokenRange(fix.range),
                                   sources_, context_.getLangOpts());
      if (range.isInvalid()) // partly out of a macro
        return;
      const auto [path, begin] = identityOf(range.getBegin());
      const unsigned end = sources_.getDecomposedLoc(range.getEnd()).second;
      exported.edits.emplace_back(path, begin, end - begin, fix.text);
    }
    if (!exported.edits.empty())
      result_.fixes.push_back(std::move(exported));
  }

  void warn(const Warning &warning) {
    reportWarning(diagnostics_, warning, scope_.options.warningsAsErrors);
  }

  void rewrite(std::vector<Planned> planned) {
    if (diagnostics_.hasErrorOccurred()) {
      for (Planned &each : planned)
        result_.plans.push_back(std::move(each.plan));
      return;
    }
    for (Planned &each : planned) {
      const FileID file = sources_.getFileID(each.loop.keyword);
      keepSource(file);
      if (auto error = stages_.rewrite(
              each.loop, each.plan, result_.edits[realPathOf(sources_, file)]))
        refuse({RefusalId::CannotEdit,
                each.loop.keyword,
                {llvm::toString(std::move(error))}});
      result_.plans.push_back(std::move(each.plan));
    }
  }

  std::pair<std::string, unsigned> identityOf(SourceLocation keyword) const {
    const auto [file, offset] = sources_.getDecomposedLoc(keyword);
    return {realPathOf(sources_, file), offset};
  }

  void keepSource(FileID file) {
    result_.sources[realPathOf(sources_, file)] =
        sources_.getBufferData(file).str();
  }

  ASTContext &context_;
  const SourceManager &sources_;
  DiagnosticsEngine &diagnostics_;
  Scope &scope_;
  TranslationUnitResult &result_;
  LoopStages stages_;
};

class Consumer : public ASTConsumer {
public:
  Consumer(const Annotations &annotations, Scope &scope,
           TranslationUnitResult &result)
      : annotations_(annotations), scope_(scope), result_(result) {}

  bool HandleTopLevelDecl(DeclGroupRef group) override {
    declarations_.insert(declarations_.end(), group.begin(), group.end());
    return true;
  }

  void HandleTranslationUnit(ASTContext &context) override {
    Unit(context, scope_, result_).run(annotations_, declarations_);
  }

private:
  const Annotations &annotations_;
  Scope &scope_;
  TranslationUnitResult &result_;
  std::vector<Decl *> declarations_;
};

class Action : public ASTFrontendAction {
public:
  Action(Scope &scope, TranslationUnitResult &result)
      : scope_(scope), result_(result) {}

private:
  bool BeginSourceFileAction(CompilerInstance &compiler) override {
    watchForAnnotations(compiler.getPreprocessor(), annotations_);
    return true;
  }

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &,
                                                 StringRef) override {
    return std::make_unique<Consumer>(annotations_, scope_, result_);
  }

  Scope &scope_;
  TranslationUnitResult &result_;
  Annotations annotations_;
};

class Factory : public tooling::FrontendActionFactory {
public:
  Factory(Scope &scope, std::list<TranslationUnitResult> &results)
      : scope_(scope), results_(results) {}

  std::unique_ptr<FrontendAction> create() override {
    return std::make_unique<Action>(scope_, results_.emplace_back());
  }

private:
  Scope &scope_;
  std::list<TranslationUnitResult>
      &results_; ///< A list: the actions hold references into it.
};

/// sourcesFirst() puts headers behind the files that may include and
/// instantiate them.
std::vector<std::string> sourcesFirst(std::vector<std::string> files) {
  llvm::stable_sort(files, [](const std::string &a, const std::string &b) {
    return !isHeader(a) && isHeader(b);
  });
  return files;
}

} // namespace

PipelineRun runPipeline(const tooling::CompilationDatabase &compilations,
                        const std::vector<std::string> &files,
                        const PipelineOptions &options) {
  Scope scope;
  scope.options = options;
  for (const std::string &file : files) {
    llvm::SmallString<256> real;
    if (!llvm::sys::fs::real_path(file, real))
      scope.rewritable.insert(real.str().str());
  }
  std::list<TranslationUnitResult> results;
  Factory factory(scope, results);
  PipelineRun run;
  run.succeeded = true;
  for (const std::string &file : sourcesFirst(files)) {
    tooling::ClangTool tool(
        compilations,
        {file}); // one each: for several files it prints its progress
    tool.setPrintErrorMessage(false);
    tool.appendArgumentsAdjuster(parseOnlyArguments());
    if (compilations.getAllFiles()
            .empty()) // No database says by which name the compiler is called.
      tool.appendArgumentsAdjuster(namedAs(file));
    run.succeeded = tool.run(&factory) == 0 && run.succeeded;
  }
  run.results.assign(std::make_move_iterator(results.begin()),
                     std::make_move_iterator(results.end()));
  return run;
}

} // namespace paraloop
