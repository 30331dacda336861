// Actuals.h: from a function's own terms to those of one of its calls.
//
// In: a call, and an object in terms of the callee: a parameter, a part of
// `*this`, a global. Out: the objects that it stands for there.

#ifndef PARALOOP_TOOL_ACTUALS_H
#define PARALOOP_TOOL_ACTUALS_H

#include "CallEffects.h"
#include "Callees.h"
#include "ObjectResolver.h"

namespace paraloop {

/// isParameterOf() returns false for a parameter of the function around a
/// lambda, which the lambda may know.
bool isParameterOf(const clang::FunctionDecl *function,
                   const clang::ValueDecl *variable);

class Actuals {
public:
  /// All arguments must outlive this object.
  Actuals(ObjectResolver &resolver, Callees &callees)
      : resolver_(resolver), callees_(callees) {}

  /// actual() translates one object.
  Objects actual(const Call &call, const Object &formal);

  /// readThrough() returns what a pointer of the object refers to that a
  /// function reads, where the pointer stays what it is.
  Objects readThrough(const Call &call, const Object &formal);

private:
  Objects ofCapturedThis(const Call &call, const Object &formal);

  /// referred() returns what a reference field of a named object leads to;
  /// nothing where that isn't known.
  std::optional<Objects> referred(const Call &call, const Object &formal);

  ObjectResolver &resolver_;
  Callees &callees_;
};

} // namespace paraloop

#endif
