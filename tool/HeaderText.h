// HeaderText.h: the text between the parentheses of a `for`, part by part.
//
// In: the parts of a header as statements. Out: where each of them is written,
// uses of macros included; or nothing where a macro holds more than one part.

#ifndef PARALOOP_TOOL_HEADERTEXT_H
#define PARALOOP_TOOL_HEADERTEXT_H

#include "SourceText.h"

namespace clang {
class ForStmt;
} // namespace clang

namespace paraloop {

/// writtenRange() returns where `tokens` are written, with the whole use of
/// every macro that a part of them comes from.
std::optional<TextRange> writtenRange(clang::SourceRange tokens,
                                      const clang::ASTContext &context);

/// HeaderText is where the parts of a `for` are written. A part that isn't
/// there is an empty range, and so is without its semicolon.
struct HeaderText {
  TextRange init;
  TextRange condition;
  TextRange increment;
};

std::optional<HeaderText> headerText(const clang::ForStmt *loop,
                                     const clang::ASTContext &context);

} // namespace paraloop

#endif
