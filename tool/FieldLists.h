// FieldLists.h: what the classes are made of whose objects travel field by
// field, or are taken apart when the loop starts.
//
// In: the types of what crosses from the workers to the program; the classes of
// what is compared. Out: names of their bases and fields, for the plan.

#ifndef PARALOOP_TOOL_FIELDLISTS_H
#define PARALOOP_TOOL_FIELDLISTS_H

#include "Division.h"
#include "LoopFacts.h"
#include "Plan.h"

#include "llvm/ADT/ArrayRef.h"

#include <string>
#include <vector>

namespace clang {
class ASTContext;
class CXXRecordDecl;
} // namespace clang

namespace paraloop {

/// nameOfClass() names a class from where a loop stands: one of a function has
/// its plain name there, the others are named from the global namespace.
std::string nameOfClass(const clang::CXXRecordDecl *record,
                        const clang::ASTContext &context);

std::vector<FieldList> findFieldLists(const LoopFacts &facts,
                                      const Division &division);

/// findOwnerLists() names the fields by which these classes own memory, which
/// is compared when the loop starts.
std::vector<FieldList>
findOwnerLists(const LoopFacts &facts,
               llvm::ArrayRef<const clang::CXXRecordDecl *> classes);

} // namespace paraloop

#endif
