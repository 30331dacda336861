// CalleeAssignments.h: what a function in sight does to an object that it can
// reach: does it read it first, and does it assign all of it?
//
// In: a function, and an object in the function's own terms (a parameter, a
// part of `*this`, a global). Out: both answers, worked out once.

#ifndef PARALOOP_TOOL_CALLEEASSIGNMENTS_H
#define PARALOOP_TOOL_CALLEEASSIGNMENTS_H

#include "Accesses.h"
#include "AssignmentFlow.h"

#include <map>

namespace paraloop {

class CalleeAssignments {
public:
  CalleeAssignments(clang::ASTContext &context, Callees &callees);
  ~CalleeAssignments();

  /// use() EXPECTS: the body of `function` is in sight.
  CalleeUse use(const clang::FunctionDecl *function, const Object &object);

private:
  struct Body;
  Body &bodyOf(const clang::FunctionDecl *function);
  CalleeUse workOut(const clang::FunctionDecl *function, const Object &object);

  clang::ASTContext &context_;
  Callees &callees_;
  std::map<const clang::FunctionDecl *, std::unique_ptr<Body>> bodies_;
  std::map<std::pair<const clang::FunctionDecl *, std::string>, CalleeUse>
      known_;
};

} // namespace paraloop

#endif
