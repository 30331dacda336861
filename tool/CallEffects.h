// CallEffects.h: what a call does to objects that are not the callee's own.
//
// In: a call of a function, an operator or a constructor in some scope. Out:
// changes, mentions and hidden uses in the terms of that scope, from the
// function's body where it is in sight, else from its parameters' types and
// from what StandardLibrary knows.

#ifndef PARALOOP_TOOL_CALLEFFECTS_H
#define PARALOOP_TOOL_CALLEFFECTS_H

#include "Effects.h"

#include "llvm/ADT/ArrayRef.h"

#include <memory>

namespace clang {
class CXXRecordDecl;
class CallExpr;
} // namespace clang

namespace paraloop {

/// Call is any use of a function: a plain call, an operator, a constructor.
struct Call {
  const clang::Expr *node;
  const clang::FunctionDecl *callee;
  const clang::Expr *self; ///< The object of a method; null for others.
  llvm::ArrayRef<const clang::Expr *> arguments;
  const clang::VarDecl *variable =
      nullptr;           ///< That a destructor runs for; null for others.
  bool onlyRead = false; ///< The result is a reference whose value is read.
};

/// exactCallee() returns the function that a virtual call runs where its
/// object's class is known, as for a variable, or where the call names the
/// class, `B::f()`; null for other calls.
const clang::FunctionDecl *exactCallee(const Call &call);

class CallEffects {
public:
  /// All arguments must outlive this object.
  CallEffects(const Scope &scope, Callees &callees, Effects &effects);
  ~CallEffects();

  /// visit() adds what a call does.
  void visit(const Call &call);

  /// visitUnknownCallee() adds what a call through a pointer may do.
  void visitUnknownCallee(const clang::CallExpr *call);

  /// visitDestructor() adds what the destruction of an object that `node` makes
  /// does; it may be a variable.
  void visitDestructor(const clang::CXXRecordDecl *record,
                       const clang::Expr *node,
                       const clang::VarDecl *variable = nullptr);

  /// visitHandedAround() adds what a function does to others when somebody
  /// calls it.
  void visitHandedAround(const clang::FunctionDecl *function,
                         const clang::Expr *node);

  /// summary() returns what is known of the function that a call runs, or null.
  const Summary *summary(const clang::FunctionDecl *callee);

private:
  class Visitor;
  std::unique_ptr<Visitor> visitor_;
};

/// addChange() notes that `node` changes `objects`.
/// `callee` is the function that does it where that is out of plain sight.
Change &addChange(Effects &effects, const clang::Expr *node, Objects objects,
                  bool replayable, std::string callee = "");

} // namespace paraloop

#endif
