// DefaultResource.h: does a call of the library make something that takes its
// memory from wherever the program has set by std::pmr::set_default_resource()?
//
// In: a call of the library. Out: yes for the constructor of a container with a
// std::pmr::polymorphic_allocator, or of a memory resource, that isn't handed
// another resource; and for what hands out the default one.
//
//     std::pmr::string text;            text takes from the default resource
//     std::pmr::string text(&pool);     text takes from the pool

#ifndef PARALOOP_TOOL_DEFAULTRESOURCE_H
#define PARALOOP_TOOL_DEFAULTRESOURCE_H

#include "CallEffects.h"

namespace paraloop {

bool takesDefaultResource(const Call &call);

/// isOfResource() returns true for the methods by which a memory resource of
/// the program's hands out memory.
bool isOfResource(const clang::FunctionDecl *function);

} // namespace paraloop

#endif
