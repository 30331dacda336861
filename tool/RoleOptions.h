// RoleOptions.h: do the roles that the user declared fit what the body does?
//
// In: the role options of the attribute, and the effects of the loop. Out: a
// refusal for each that doesn't fit. A role only ever narrows what is accepted,
// but for `ignore`, `private` and `independent`, where the user vouches for
// something that the tool can't see.

#ifndef PARALOOP_TOOL_ROLEOPTIONS_H
#define PARALOOP_TOOL_ROLEOPTIONS_H

#include "AttributeOptions.h"
#include "Effects.h"

#include <vector>

namespace paraloop {

/// roleOf() returns the role that the user gave to `object`, or to something
/// that it is a part of; or null.
const NamedRole *roleOf(const Object &object,
                        const std::vector<NamedRole> &roles);

/// isIgnored() returns true where the user said that changes may be lost.
bool isIgnored(const Object &object, const std::vector<NamedRole> &roles);

/// isVouchedPrivate() returns true where the user said that no iteration reads
/// what another one left.
bool isVouchedPrivate(const Object &object,
                      const std::vector<NamedRole> &roles);

/// isVouchedIndependent() returns true where the user said that no iteration
/// touches an element that another one changes.
bool isVouchedIndependent(const Object &object,
                          const std::vector<NamedRole> &roles);

/// hasDeclaredStrategy() returns true for a paraloop::Variable with a strategy
/// of the user's own: workers change their own partial value.
bool hasDeclaredStrategy(const Object &object);

/// checkRoles() compares the roles with what the loop does.
std::vector<Refusal> checkRoles(const std::vector<NamedRole> &roles,
                                const Effects &effects);

} // namespace paraloop

#endif
