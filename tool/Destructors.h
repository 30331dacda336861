// Destructors.h: which functions of the program's run when an object ends?
//
// In: its class. Out: the destructors of the class, of its fields and its base
// classes, and of what its containers hold; of derived classes, too, if it may
// be one of those.

#ifndef PARALOOP_TOOL_DESTRUCTORS_H
#define PARALOOP_TOOL_DESTRUCTORS_H

#include "Overriders.h"

#include "llvm/ADT/SmallVector.h"

namespace clang {
class CXXDestructorDecl;
class CXXRecordDecl;
} // namespace clang

namespace paraloop {

struct Destruction {
  const clang::CXXDestructorDecl *destructor;
  bool byLibrary; ///< Of what a container or a smart pointer holds.
};

/// destructionsOf() returns nothing for a null class.
llvm::SmallVector<Destruction, 4>
destructionsOf(const clang::CXXRecordDecl *record, Overriders &overriders);

} // namespace paraloop

#endif
