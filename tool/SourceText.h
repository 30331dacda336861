// SourceText.h: from statements to the text that the user wrote, and back to
// places in the file.

#ifndef PARALOOP_TOOL_SOURCETEXT_H
#define PARALOOP_TOOL_SOURCETEXT_H

#include "clang/Basic/SourceLocation.h"

#include <optional>
#include <string>

namespace clang {
class ASTContext;
class Stmt;
} // namespace clang

namespace paraloop {

/// TextRange is a stretch of one file: [offset, offset + length), in bytes.
struct TextRange {
  clang::FileID file;
  unsigned offset = 0;
  unsigned length = 0;

  unsigned end() const { return offset + length; }
  bool contains(const TextRange &other) const {
    return file == other.file && offset <= other.offset && other.end() <= end();
  }
};

/// textRange() returns where a token range stands in a file; nothing if a part
/// of it comes out of a macro, unless the range is the whole use of the macro.
std::optional<TextRange> textRange(clang::SourceRange tokens,
                                   const clang::ASTContext &context);

/// between() returns the text from `begin` to just before `end`; both must lie
/// in one file.
std::optional<TextRange> between(clang::SourceLocation begin,
                                 clang::SourceLocation end,
                                 const clang::ASTContext &context);

/// text() returns the bytes of a range.
std::string text(const TextRange &range, const clang::ASTContext &context);

/// withSemicolon() adds the semicolon that follows the range, if one does.
TextRange withSemicolon(TextRange range, const clang::ASTContext &context);

/// statementRange() returns the range of a statement with its semicolon, if it
/// has one.
std::optional<TextRange> statementRange(const clang::Stmt *statement,
                                        const clang::ASTContext &context);

/// lineOf() returns the line number that the user sees for a place (after #line
/// directives).
unsigned lineOf(clang::SourceLocation where, const clang::ASTContext &context);

} // namespace paraloop

#endif
