// TextUses.h: uses of an object that leave, or need, only a part of it: the
// text in an array of characters, and what an extraction from a stream assigns
// if it succeeds.
//
// In: a call or the name of an object. Out: what kind of use it is.
//
//     std::snprintf(buffer, sizeof buffer, "%d", i);   assigns a text
//     std::string name = buffer;                       needs a text
//     while (std::getline(in, word, ','))              assigns in the loop

#ifndef PARALOOP_TOOL_TEXTUSES_H
#define PARALOOP_TOOL_TEXTUSES_H

namespace clang {
class CallExpr;
class Expr;
} // namespace clang

namespace paraloop {

class Statements;

/// textAssignedBy() returns the array of which a call assigns the text up to
/// its NUL and needs nothing, or null.
const clang::Expr *textAssignedBy(const clang::CallExpr *call);

/// needsOnlyText() returns true where nothing is read behind the NUL of the
/// array that `named` names.
bool needsOnlyText(const clang::Expr *named, const Statements &statements);

/// extractedBy() returns what a call takes out of a stream and assigns to,
/// unless it fails; or null.
const clang::Expr *extractedBy(const clang::CallExpr *call);

/// succeedsIf() returns the extraction that has succeeded where `condition` is
/// true (or false, for `negated`), or null. An extraction may be the object of
/// another one: `in >> a >> b`.
const clang::Expr *succeedsIf(const clang::Expr *condition, bool &negated);

} // namespace paraloop

#endif
