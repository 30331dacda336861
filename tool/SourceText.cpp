// SourceText.cpp: wraps Clang's Lexer, which knows where tokens end and what a
// macro expansion covers.

#include "SourceText.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Stmt.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace paraloop {
namespace {

std::optional<TextRange> fromCharRange(CharSourceRange range,
                                       const ASTContext &context) {
  const SourceManager &sources = context.getSourceManager();
  if (range.isInvalid() || !range.getBegin().isFileID() ||
      !range.getEnd().isFileID())
    return std::nullopt;
  const auto [file, begin] = sources.getDecomposedLoc(range.getBegin());
  const auto [endFile, end] = sources.getDecomposedLoc(range.getEnd());
  if (file != endFile || end < begin)
    return std::nullopt;
  return TextRange{file, begin, end - begin};
}

} // namespace

std::optional<TextRange> textRange(SourceRange tokens,
                                   const ASTContext &context) {
  const CharSourceRange range = Lexer::makeFileCharRange(
      CharSourceRange::getTokenRange(tokens), context.getSourceManager(),
      context.getLangOpts());
  return fromCharRange(range, context);
}

std::optional<TextRange> between(SourceLocation begin, SourceLocation end,
                                 const ASTContext &context) {
  return fromCharRange(CharSourceRange::getCharRange(begin, end), context);
}

std::string text(const TextRange &range, const ASTContext &context) {
  const llvm::StringRef buffer =
      context.getSourceManager().getBufferData(range.file);
  return buffer.substr(range.offset, range.length).str();
}

TextRange withSemicolon(TextRange range, const ASTContext &context) {
  const SourceManager &sources = context.getSourceManager();
  unsigned at = range.end();
  Token next;
  do { // Comments count as tokens here.
    if (Lexer::getRawToken(sources.getComposedLoc(range.file, at), next,
                           sources, context.getLangOpts(), true))
      return range;
    at = sources.getFileOffset(next.getEndLoc());
  } while (next.is(tok::comment));
  if (next.is(tok::semi))
    range.length = at - range.offset;
  return range;
}

std::optional<TextRange> statementRange(const Stmt *statement,
                                        const ASTContext &context) {
  const std::optional<TextRange> range =
      textRange(statement->getSourceRange(), context);
  if (!range)
    return std::nullopt;
  return text(*range, context).back() == ';' ? *range
                                             : withSemicolon(*range, context);
}

unsigned lineOf(SourceLocation where, const ASTContext &context) {
  return context.getSourceManager().getPresumedLoc(where).getLine();
}

} // namespace paraloop
