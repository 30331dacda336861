// DynamicClasses.h: of which classes may an object be that a pointer refers to?
//
// In: the class that the pointer names, and where the loop uses it. Out: that
// class and those that are derived from it, if workers can note what they
// change of any of them.
//
//     struct Shape { virtual void grow(); };
//     struct Round : Shape { double radius; void grow() override; };
//     for (std::unique_ptr<Shape> &one : shapes) one->grow();    Shape, Round

#ifndef PARALOOP_TOOL_DYNAMICCLASSES_H
#define PARALOOP_TOOL_DYNAMICCLASSES_H

#include "Overriders.h"

#include "clang/Basic/SourceLocation.h"

#include <optional>
#include <vector>

namespace paraloop {

/// dynamicClasses() returns nothing where another translation unit may derive
/// from the class, where one of the classes has no name at `use`, or where a
/// field doesn't travel. EXPECTS: the class has virtual functions.
std::optional<std::vector<const clang::CXXRecordDecl *>>
dynamicClasses(const clang::CXXRecordDecl *record, Overriders &overriders,
               clang::SourceLocation use);

} // namespace paraloop

#endif
