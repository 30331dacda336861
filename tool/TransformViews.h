// TransformViews.h: may a view hand out something else than parts of what it
// was made from?
//
// In: the type of a view. Out: whether a function of the program's that it
// calls returns references to other objects.

#ifndef PARALOOP_TOOL_TRANSFORMVIEWS_H
#define PARALOOP_TOOL_TRANSFORMVIEWS_H

namespace clang {
class QualType;
} // namespace clang

namespace paraloop {

class Callees;

/// transformsElsewhere() returns true for a std::ranges::transform_view, and
/// for a view of one, whose function may return more than a part of its
/// arguments; false for all other types.
bool transformsElsewhere(clang::QualType view, Callees &callees);

} // namespace paraloop

#endif
