// FieldSteps.h: what lies beside a field?
//
// In: what a pointer refers to, and a step from there. Out: what the pointer
// refers to after the step: another field of the same object, as in
// `int &operator[](int k) { return (&x)[k]; }`.

#ifndef PARALOOP_TOOL_FIELDSTEPS_H
#define PARALOOP_TOOL_FIELDSTEPS_H

#include "Objects.h"

namespace clang {
class Expr;
} // namespace clang

namespace paraloop {

/// afterStep() takes `objects`, what a pointer to `element` refers to, for what
/// it refers to `distance` elements on.
Objects afterStep(Objects objects, clang::QualType element,
                  const clang::Expr *distance);

} // namespace paraloop

#endif
