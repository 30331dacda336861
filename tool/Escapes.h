// Escapes.h: can a local variable be reached by another name?
//
// In: a local variable and the function that it belongs to. Out: whether
// anything outside of one loop holds a pointer or a reference to it.

#ifndef PARALOOP_TOOL_ESCAPES_H
#define PARALOOP_TOOL_ESCAPES_H

namespace clang {
class FunctionDecl;
class Stmt;
class VarDecl;
} // namespace clang

namespace paraloop {

/// escapes() returns true if `function` takes the address of `variable`, binds
/// a reference to it or captures it by reference anywhere but in `loop`.
bool escapes(const clang::VarDecl *variable,
             const clang::FunctionDecl *function, const clang::Stmt *loop);

} // namespace paraloop

#endif
