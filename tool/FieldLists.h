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

#include <vector>

namespace paraloop {

std::vector<FieldList> findFieldLists(const LoopFacts &facts,
                                      const Division &division);

} // namespace paraloop

#endif
