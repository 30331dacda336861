// Reasons.h: what in the body gives a variable its role, in a few words.
//
// In: changes and mentions of one variable. Out: text with lines, for
// --explain.

#ifndef PARALOOP_TOOL_REASONS_H
#define PARALOOP_TOOL_REASONS_H

#include "Effects.h"
#include "Plan.h"
#include "Refusal.h"

#include "llvm/ADT/ArrayRef.h"

namespace clang {
class ASTContext;
class Stmt;
} // namespace clang

namespace paraloop {

/// changesInWords() names the first of some changes with its line, and how many
/// there are.
std::string changesInWords(llvm::ArrayRef<const Change *> changes,
                           const clang::ASTContext &context);

/// readsInWords() names the lines where `object` is read.
std::string readsInWords(const Object &object, llvm::ArrayRef<Mention> mentions,
                         const clang::ASTContext &context);

/// isReduction() returns true for a number that the `replayed` statements only
/// fold values into: sums, minima, the best so far.
bool isReduction(const Object &object, llvm::ArrayRef<Mention> mentions,
                 llvm::ArrayRef<const clang::Stmt *> replayed);

/// addFlagNote() tells what to do about a flag that is only ever set, and that
/// stands in the way of `refusal`.
void addFlagNote(Refusal &refusal, llvm::ArrayRef<Change> changes,
                 const clang::ASTContext &context);

/// privatesOf() lists the variables that the body declares.
std::vector<VariablePlan> privatesOf(const clang::Stmt *body,
                                     const clang::ASTContext &context);

} // namespace paraloop

#endif
