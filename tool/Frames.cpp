// Frames.cpp: enters calls, and keeps what was found out about the bodies.

#include "Frames.h"

#include "CallEffects.h"
#include "Callees.h"
#include "EnclosingFunctions.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

constexpr unsigned maxCalls = 6;

bool isRunning(const FunctionDecl *function, const Frame &frame) {
  for (const Frame *at = &frame; at; at = at->outer)
    if (at->function == function)
      return true;
  return false;
}

void bind(Frame &frame, const Expr *call) {
  if (const auto *construction = llvm::dyn_cast<CXXConstructExpr>(call)) {
    frame.arguments = {construction->getArgs(), construction->getNumArgs()};
    return;
  }
  const auto *plain = llvm::cast<CallExpr>(call);
  frame.arguments = {plain->getArgs(), plain->getNumArgs()};
  if (const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call)) {
    frame.self = member->getImplicitObjectArgument();
  } else if (llvm::isa<CXXOperatorCallExpr>(call) &&
             llvm::isa<CXXMethodDecl>(frame.function)) {
    frame.self = frame.arguments.front();
    frame.arguments = frame.arguments.drop_front();
  }
}

} // namespace

const Expr *Frame::argumentOf(const ValueDecl *parameter) const {
  const auto *named = llvm::dyn_cast<ParmVarDecl>(parameter);
  if (!function || !named || named->getDeclContext() != function ||
      named->getFunctionScopeIndex() >= arguments.size())
    return nullptr;
  return arguments[named->getFunctionScopeIndex()];
}

bool Frame::changes(const ValueDecl *variable) const {
  return llvm::any_of(effects->changes, [&](const Change &change) {
    return llvm::any_of(change.objects, [&](const Object &object) {
      return object.variable == variable &&
             (object.kind == Object::Kind::Local ||
              object.kind == Object::Kind::Outside);
    });
  });
}

const FunctionDecl *calleeOf(const Expr *call) {
  if (const auto *construction = llvm::dyn_cast<CXXConstructExpr>(call))
    return construction->getConstructor();
  const auto *plain = llvm::dyn_cast<CallExpr>(call);
  return plain ? plain->getDirectCallee() : nullptr;
}

Frames::Body::Body(const FunctionDecl *function, Callees &callees)
    : scope(function->getBody(), function), statements(function->getBody()),
      effects(collectEffects(function->getBody(), scope, callees)) {}

const Frame *Frames::enter(const Expr *call, const Frame &outer) {
  const FunctionDecl *callee = calleeOf(call);
  const FunctionDecl *definition = nullptr;
  if (!callee || !callees_.summary(callee) || !callee->getBody(definition))
    return nullptr;
  return enterBody(definition, call, outer);
}

std::vector<const Frame *> Frames::enterAny(const Expr *call,
                                            const Frame &outer) {
  if (const Frame *only = enter(call, outer))
    return {only};
  std::vector<const Frame *> all;
  for (const CXXMethodDecl *one : overridersFor(call)) {
    const FunctionDecl *definition = nullptr;
    if (!one->getBody(definition) && one->isPureVirtual())
      continue;
    const Frame *frame = definition && callees_.summaryOfBody(one)
                             ? enterBody(definition, call, outer)
                             : nullptr;
    if (!frame)
      return {};
    all.push_back(frame);
  }
  return all;
}

/// overridersFor() returns the functions that a virtual call may run; none
/// where it may be one out of sight.
std::vector<const CXXMethodDecl *>
Frames::overridersFor(const Expr *call) const {
  const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call);
  const CXXMethodDecl *method = member ? member->getMethodDecl() : nullptr;
  if (!method || !method->isVirtual())
    return {};
  if (const FunctionDecl *exact =
          exactCallee({call, method, member->getImplicitObjectArgument(), {}}))
    return {llvm::cast<CXXMethodDecl>(exact)};
  if (!Overriders::areAllInSight(method))
    return {};
  std::vector<const CXXMethodDecl *> methods = callees_.overriders().of(method);
  methods.push_back(method);
  return methods;
}

const Frame *Frames::enterBody(const FunctionDecl *definition, const Expr *call,
                               const Frame &outer) {
  if (outer.depth >= maxCalls || isRunning(definition, outer))
    return nullptr;
  const auto *method = llvm::dyn_cast<CXXMethodDecl>(definition);
  if (method && outer.scope->holdsLambda(method->getParent()))
    return nullptr;             // Its body is a part of the code around it.
  if (capturesThis(definition)) // `this` isn't its own there.
    return nullptr;
  std::unique_ptr<Frame> &frame = entered_[{call, &outer, definition}];
  if (frame)
    return frame.get();
  std::unique_ptr<Body> &body = bodies_[definition];
  if (!body)
    body = std::make_unique<Body>(definition, callees_);
  frame = std::make_unique<Frame>();
  frame->scope = &body->scope;
  frame->statements = &body->statements;
  frame->effects = &body->effects;
  frame->function = definition;
  frame->call = call;
  frame->outer = &outer;
  frame->depth = outer.depth + 1;
  bind(*frame, call);
  return frame.get();
}

/// assert(), and `if (i >= n) throw ...`.
static bool onlyChecks(const Stmt *statement) {
  if (const auto *choice = llvm::dyn_cast<IfStmt>(statement)) {
    const Stmt *then = choice->getThen();
    if (const auto *block = llvm::dyn_cast<CompoundStmt>(then))
      then = block->size() == 1 ? block->body_front() : nullptr;
    const auto *exit = llvm::dyn_cast_or_null<Expr>(then);
    return exit && !choice->getElse() &&
           llvm::isa<CXXThrowExpr>(exit->IgnoreImplicit());
  }
  return llvm::isa<Expr, NullStmt>(statement);
}

const Expr *returnedOnly(const Frame &frame) {
  const auto *body =
      llvm::dyn_cast_or_null<CompoundStmt>(frame.function->getBody());
  if (!body || body->body_empty() || !frame.effects->changes.empty() ||
      !llvm::all_of(llvm::drop_end(body->body()), onlyChecks))
    return nullptr;
  const auto *result = llvm::dyn_cast<ReturnStmt>(body->body_back());
  return result ? result->getRetValue() : nullptr;
}

} // namespace paraloop
