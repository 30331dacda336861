// CallContext.h: the scope in which calls are looked at, and where what they do
// is noted.

#ifndef PARALOOP_TOOL_CALLCONTEXT_H
#define PARALOOP_TOOL_CALLCONTEXT_H

#include "Actuals.h"
#include "CallEffects.h"
#include "ObjectResolver.h"

#include "llvm/ADT/StringRef.h"

namespace paraloop {

struct CallContext {
  /// All arguments must outlive this object.
  CallContext(const Scope &scope, Callees &callees, Effects &effects)
      : scope(scope), callees(callees), resolver(scope, callees),
        actuals(resolver, callees), effects(effects) {}

  /// objectsOf() returns the objects whose method is called.
  Objects objectsOf(const clang::Expr *self);

  bool isLocal(const clang::Expr *expr);

  /// isParameter() is about the function under analysis: what a parameter of it
  /// does when it is called is looked at where it is handed in.
  bool isParameter(const clang::Expr *expr) const;

  /// change() is addChange().
  void change(const clang::Expr *node, Objects objects, bool replayable,
              std::string callee = "");

  void noteHidden(const Call &call, llvm::StringRef what);

  const Scope &scope;
  Callees &callees;
  ObjectResolver resolver;
  Actuals actuals;
  Effects &effects;
};

} // namespace paraloop

#endif
