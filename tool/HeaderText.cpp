// HeaderText.cpp: asks the SourceManager where an expansion stands in the file,
// and compares the places.

#include "HeaderText.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Stmt.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace paraloop {
namespace {

/// partRange() returns the range of a part that begins not before `earliest`;
/// of one that isn't there, the empty range at `earliest`.
std::optional<TextRange> partRange(const Stmt *part, const TextRange &earliest,
                                   const ASTContext &context) {
  if (!part)
    return TextRange{earliest.file, earliest.end(), 0};
  std::optional<TextRange> range =
      writtenRange(part->getSourceRange(), context);
  if (!range || range->file != earliest.file || range->offset < earliest.end())
    return std::nullopt;
  if (llvm::StringRef(text(*range, context)).ends_with(";"))
    --range->length; // Of a declaration.
  return range;
}

} // namespace

std::optional<TextRange> writtenRange(SourceRange tokens,
                                      const ASTContext &context) {
  const SourceManager &sources = context.getSourceManager();
  const SourceLocation last =
      sources.getExpansionRange(tokens.getEnd()).getEnd();
  return between(
      sources.getExpansionLoc(tokens.getBegin()),
      Lexer::getLocForEndOfToken(last, 0, sources, context.getLangOpts()),
      context);
}

std::optional<HeaderText> headerText(const ForStmt *loop,
                                     const ASTContext &context) {
  const std::optional<TextRange> open =
      writtenRange(loop->getLParenLoc(), context);
  if (!open)
    return std::nullopt;
  const auto init = partRange(loop->getInit(), *open, context);
  const auto condition =
      init ? partRange(loop->getCond(), *init, context) : std::nullopt;
  const auto increment =
      condition ? partRange(loop->getInc(), *condition, context) : std::nullopt;
  if (!increment)
    return std::nullopt;
  return HeaderText{*init, *condition, *increment};
}

} // namespace paraloop
