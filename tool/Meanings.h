// Meanings.h: do the body's words mean the same before the body?
//
// In: a body of which statements are replayed. Out: a refusal for what the body
// defines or brings into scope: the replayed text stands before it.

#ifndef PARALOOP_TOOL_MEANINGS_H
#define PARALOOP_TOOL_MEANINGS_H

#include "Refusal.h"

namespace clang {
class ASTContext;
class Stmt;
} // namespace clang

namespace paraloop {

void checkMeanings(const clang::Stmt *body, const clang::ASTContext &context,
                   Refusals &refusals);

} // namespace paraloop

#endif
