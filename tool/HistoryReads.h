// HistoryReads.h: does the program ask a container for what its elements don't
// tell?
//
// In: a type. Out: whether the program's own code calls capacity() of a
// container of that type, or of one that its objects hold: that depends on all
// that the container ever held.

#ifndef PARALOOP_TOOL_HISTORYREADS_H
#define PARALOOP_TOOL_HISTORYREADS_H

#include <optional>
#include <vector>

namespace clang {
class ASTContext;
class QualType;
class Type;
} // namespace clang

namespace paraloop {

class HistoryReads {
public:
  explicit HistoryReads(clang::ASTContext &context) : context_(context) {}

  /// concern() returns true if a read is one of an object of `type`, or of what
  /// such an object holds.
  bool concern(clang::QualType type);

private:
  clang::ASTContext &context_;
  /// Of the containers that are asked; looked for when it matters.
  std::optional<std::vector<const clang::Type *>> asked_;
};

} // namespace paraloop

#endif
