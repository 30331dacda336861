// FieldLists.h: what the classes are made of whose objects travel field by
// field.
//
// In: the types of what crosses from the workers to the program. Out: names of
// their bases and fields, for the plan.

#ifndef PARALOOP_TOOL_FIELDLISTS_H
#define PARALOOP_TOOL_FIELDLISTS_H

#include "Division.h"
#include "LoopFacts.h"
#include "Plan.h"

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

} // namespace paraloop

#endif
