// FieldValues.h: which values may a field have?
//
// In: a field. Out: the expressions that give it a value, in all objects of its
// class, where no other file and no other name can give it one; else nothing.
//
//     struct Scaled {
//       int scale = 3;
//       std::function<int(int)> run = [this](int x) { return x * scale; };
//     };

#ifndef PARALOOP_TOOL_FIELDVALUES_H
#define PARALOOP_TOOL_FIELDVALUES_H

#include "llvm/ADT/SmallVector.h"

#include <optional>

namespace clang {
class Expr;
class FieldDecl;
} // namespace clang

namespace paraloop {

/// valuesOf() leaves out what a copy of an object takes from another one.
std::optional<llvm::SmallVector<const clang::Expr *, 2>>
valuesOf(const clang::FieldDecl *field);

} // namespace paraloop

#endif
