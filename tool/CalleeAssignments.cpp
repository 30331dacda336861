// CalleeAssignments.cpp: the analysis of a loop's body, begun at a function's
// entry.

#include "CalleeAssignments.h"

#include "EnclosingFunctions.h"
#include "ExposedReads.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {

struct CalleeAssignments::Body {
  Body(const FunctionDecl *function, ASTContext &context, Callees &callees)
      : scope(function->getBody(), function), statements(function->getBody()),
        effects(collectEffects(function->getBody(), scope, callees)),
        flow(function->getBody(), function, context) {}

  Scope scope;
  Statements statements;
  Effects effects;
  ControlFlow flow;
};

CalleeAssignments::CalleeAssignments(ASTContext &context, Callees &callees)
    : context_(context), callees_(callees) {}

CalleeAssignments::~CalleeAssignments() = default;

CalleeUse CalleeAssignments::use(const FunctionDecl *function,
                                 const Object &object) {
  const auto key = std::make_pair(function, object.describe());
  // A recursive call is taken to read and not to assign.
  if (const auto [known, isNew] = known_.try_emplace(key); !isNew)
    return known->second;
  const CalleeUse made = workOut(function, object);
  known_[key] = made;
  return made;
}

CalleeAssignments::Body &
CalleeAssignments::bodyOf(const FunctionDecl *function) {
  std::unique_ptr<Body> &body = bodies_[function];
  if (!body)
    body = std::make_unique<Body>(function, context_, callees_);
  return *body;
}

/// classOf() returns the class that a function is a method of, or null.
static const CXXRecordDecl *classOf(const FunctionDecl *function) {
  const auto *method = llvm::dyn_cast<CXXMethodDecl>(function);
  return method && !isOfLambda(method) ? method->getParent() : nullptr;
}

CalleeUse CalleeAssignments::workOut(const FunctionDecl *function,
                                     const Object &object) {
  const Body &body = bodyOf(function);
  if (!body.flow.isKnown())
    return {};
  const AccessContext context{
      body.scope,
      body.statements,
      body.effects,
      [&](const FunctionDecl *callee, const Object &inner) {
        return use(callee, inner);
      },
      context_,
      nullptr,
      classOf(function)};
  std::vector<Object> objects{object};
  for (const Change &change : body.effects.changes)
    for (const Object &changed : change.objects)
      if (overlaps(changed, object))
        objects.push_back(changed);
  const ExposedReads exposed =
      findExposedReads(objects, context, body.flow, body.flow.entry());
  // What the caller did to the number of elements isn't known here.
  const ExposedReads extents =
      findExposedReads(objects, context, body.flow, body.flow.entry(), false);
  return {!exposed.reads.empty(), exposed.assignsAll, !extents.reads.empty(),
          extents.assignsExtent};
}

} // namespace paraloop
