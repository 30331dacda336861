// Preamble.cpp: insertions at the begin of a declaration's line, those at one
// place put together.

#include "Preamble.h"

#include "Emit.h"
#include "Failure.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/SourceManager.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

/// outermostDeclaration() returns where the declaration at file scope begins
/// that holds `place`.
SourceLocation outermostDeclaration(SourceLocation place,
                                    const ASTContext &context) {
  const SourceManager &sources = context.getSourceManager();
  const auto [file, offset] = sources.getDecomposedLoc(place);
  for (const Decl *declaration : context.getTranslationUnitDecl()->decls()) {
    const auto [beginFile, begin] =
        sources.getDecomposedExpansionLoc(declaration->getBeginLoc());
    const auto [endFile, end] =
        sources.getDecomposedExpansionLoc(declaration->getEndLoc());
    if (beginFile == file && endFile == file && begin <= offset &&
        offset <= end)
      return sources.getExpansionLoc(declaration->getBeginLoc());
  }
  return sources.getLocForStartOfFile(file);
}

/// addInsertion() puts `text` behind what is inserted at the same place
/// already.
llvm::Error addInsertion(const tooling::Replacement &insertion,
                         tooling::Replacements &edits) {
  tooling::Replacements others;
  std::string text = insertion.getReplacementText().str();
  for (const tooling::Replacement &edit : edits) {
    if (edit.getOffset() == insertion.getOffset() && edit.getLength() == 0) {
      text = edit.getReplacementText().str() + text;
      continue;
    }
    if (llvm::Error error = others.add(edit))
      return error;
  }
  edits = std::move(others);
  return edits.add(tooling::Replacement(insertion.getFilePath(),
                                        insertion.getOffset(), 0, text));
}

/// addInclude() makes the file include the runtime, once: before the
/// declaration that holds its first loop, so that what the user includes and
/// defines before keeps its meaning.
llvm::Error addInclude(const ASTContext &context, SourceLocation loop,
                       tooling::Replacements &edits) {
  for (const tooling::Replacement &edit : edits)
    if (isInclude(edit.getReplacementText().str()))
      return llvm::Error::success();
  const SourceManager &sources = context.getSourceManager();
  const SourceLocation before = outermostDeclaration(loop, context);
  const auto [file, offset] = sources.getDecomposedLoc(before);
  const llvm::StringRef text = sources.getBufferData(file);
  const std::size_t newline = text.take_front(offset).rfind('\n');
  const bool hasMark = text.starts_with("\xEF\xBB\xBF");
  const unsigned line =
      newline == llvm::StringRef::npos ? (hasMark ? 3 : 0) : newline + 1;
  const PresumedLoc place = sources.getPresumedLoc(before);
  return edits.add(
      replacement(context, {file, line, 0},
                  emitInclude(place.getFilename(), place.getLine())));
}

/// beginOf() returns where a declaration begins, its attributes included.
SourceLocation beginOf(const Decl *declaration, const SourceManager &sources) {
  SourceLocation begin = sources.getExpansionLoc(declaration->getBeginLoc());
  for (const Attr *attribute : declaration->attrs()) {
    const SourceLocation at = sources.getExpansionLoc(attribute->getLocation());
    if (at.isValid() && sources.isBeforeInTranslationUnit(at, begin))
      begin = at;
  }
  return begin;
}

/// declarationInNamespace() returns the innermost declaration of a namespace
/// that holds `place`.
const Decl *declarationInNamespace(const DeclContext *scope,
                                   SourceLocation place,
                                   const SourceManager &sources) {
  for (const Decl *one : scope->decls()) {
    const SourceLocation begin = beginOf(one, sources);
    const SourceLocation end = sources.getExpansionLoc(one->getEndLoc());
    if (!sources.isPointWithin(place, begin, end))
      continue;
    const auto *inner = llvm::dyn_cast<DeclContext>(one);
    return inner && llvm::isa<NamespaceDecl, LinkageSpecDecl>(one)
               ? declarationInNamespace(inner, place, sources)
               : one;
  }
  return nullptr;
}

/// declaresFields() returns true if `text` has that line, but for the new name
/// in it: `PARALOOP_FIELDS(paraloop_fields_7_1, Item, ...)`.
bool declaresFields(llvm::StringRef text, llvm::StringRef line) {
  const llvm::StringRef macro = line.split('(').first;
  const llvm::StringRef fields = line.split(", ").second;
  llvm::SmallVector<llvm::StringRef, 8> lines;
  text.split(lines, '\n');
  return llvm::any_of(lines, [&](llvm::StringRef one) {
    return one.starts_with(macro) &&
           one.split(", ").second == fields.rtrim('\n');
  });
}

/// addFieldLists() declares the fields of private classes before the function,
/// each class once in a file.
llvm::Error addFieldLists(const ASTContext &context, SourceLocation loop,
                          const LoopPlan &plan, tooling::Replacements &edits) {
  const SourceManager &sources = context.getSourceManager();
  for (const std::string &line : emitFieldLists(plan)) {
    if (llvm::any_of(edits, [&](const tooling::Replacement &edit) {
          return declaresFields(edit.getReplacementText(), line);
        }))
      continue;
    const Decl *before =
        declarationInNamespace(context.getTranslationUnitDecl(), loop, sources);
    if (!before)
      return failure("there is no place to declare the fields of a class");
    const SourceLocation begin = beginOf(before, sources);
    const auto [file, offset] = sources.getDecomposedLoc(begin);
    const llvm::StringRef text = sources.getBufferData(file).take_front(offset);
    const std::size_t start = text.rfind('\n') + 1; // npos + 1 is 0.
    const llvm::StringRef ahead = text.substr(start).ltrim();
    const bool ownsLine = ahead.empty() || ahead.starts_with("[[");
    const PresumedLoc place = sources.getPresumedLoc(begin);
    if (llvm::Error error = addInsertion(
            replacement(context, {file, ownsLine ? unsigned(start) : offset, 0},
                        line + emitLine(place.getFilename(), place.getLine())),
            edits))
      return error;
  }
  return llvm::Error::success();
}

} // namespace

tooling::Replacement replacement(const ASTContext &context,
                                 const TextRange &range,
                                 const std::string &text) {
  const SourceManager &sources = context.getSourceManager();
  const SourceLocation begin = sources.getComposedLoc(range.file, range.offset);
  return tooling::Replacement(sources,
                              CharSourceRange::getCharRange(
                                  begin, begin.getLocWithOffset(range.length)),
                              text, context.getLangOpts());
}

llvm::Error addPreamble(const ASTContext &context, SourceLocation loop,
                        const LoopPlan &plan, tooling::Replacements &edits) {
  if (llvm::Error error = addInclude(context, loop, edits))
    return error;
  return addFieldLists(context, loop, plan, edits);
}

} // namespace paraloop
