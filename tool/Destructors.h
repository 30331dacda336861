// Destructors.h: which functions of the program's run when an object ends?
//
// In: its class. Out: the destructors of the class, of its fields and its base
// classes, and of what its containers hold; of derived classes, too, if it may
// be one of those; deleters of its shared pointers.

#ifndef PARALOOP_TOOL_DESTRUCTORS_H
#define PARALOOP_TOOL_DESTRUCTORS_H

#include "Callees.h"

#include "llvm/ADT/SmallVector.h"

namespace clang {
class CXXRecordDecl;
class FunctionDecl;
} // namespace clang

namespace paraloop {

struct Destruction {
  const clang::FunctionDecl *function;
  bool byLibrary; ///< Of what a container or a smart pointer holds.
  bool isHidden;  ///< In an object whose type doesn't show it.
};

/// destructionsOf() returns nothing for a null class.
llvm::SmallVector<Destruction, 4>
destructionsOf(const clang::CXXRecordDecl *record, Callees &callees);

} // namespace paraloop

#endif
