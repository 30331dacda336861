// Lists.h: does a loop walk a list?
//
// In: a `for` and the variables that its header steps. Out: the pointer that
// refers to another object in every iteration, because the loop would never end
// if it came to the same one twice:
//
//     for (Node *p = head; p != nullptr; p = p->next)
//
// That holds as long as nothing else ends the loop, and nothing changes `next`.

#ifndef PARALOOP_TOOL_LISTS_H
#define PARALOOP_TOOL_LISTS_H

#include "llvm/ADT/ArrayRef.h"

namespace clang {
class ASTContext;
class Expr;
class ForStmt;
class VarDecl;
} // namespace clang

namespace paraloop {

class Callees;
class Statements;

/// listPointer() returns that one of the `stepped` variables, or null.
/// EXPECTS: the header changes nothing but these, and calls no code out of
/// sight.
const clang::VarDecl *
listPointer(const clang::ForStmt *loop,
            llvm::ArrayRef<const clang::VarDecl *> stepped,
            clang::ASTContext &context, Callees &callees);

/// firstOfList() returns what the header gives the pointer, or null where it
/// has its first value from before the loop. `values` are all that it is given.
const clang::Expr *firstOfList(const clang::ForStmt *loop,
                               llvm::ArrayRef<const clang::Expr *> values);

/// isOnlyCopied() returns true for the name of a pointer that is stored or
/// compared, but not followed.
bool isOnlyCopied(const clang::Expr *pointer, const Statements &statements);

} // namespace paraloop

#endif
