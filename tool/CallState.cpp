// CallState.cpp: tables of names, and where the stream or the descriptor comes
// from.

#include "CallState.h"

#include "StandardLibrary.h"
#include "StandardTypes.h"
#include "SystemFunctions.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/ParentMapContext.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

/// initialisesStatic() returns true for the first value of a static variable of
/// a function: each process has its own, and keeps it.
bool initialisesStatic(const Expr *expr, ASTContext &context) {
  DynTypedNode node = DynTypedNode::create(*expr);
  while (true) {
    const DynTypedNodeList parents = context.getParents(node);
    if (parents.empty())
      return false;
    node = parents[0];
    if (const auto *variable = node.get<VarDecl>())
      return variable->isStaticLocal();
    if (!node.get<Expr>())
      return false;
  }
}

bool isOwnDescriptor(CallContext &context, const Expr *descriptor) {
  descriptor = descriptor->IgnoreParenImpCasts();
  if (llvm::isa<IntegerLiteral>(descriptor))
    return true; // Of a standard stream.
  if (const auto *element = llvm::dyn_cast<ArraySubscriptExpr>(descriptor))
    return context.isLocal(element); // pipe(ends)
  if (const auto *member = llvm::dyn_cast<MemberExpr>(descriptor))
    return context.isLocal(member);
  if (const auto *call = llvm::dyn_cast<CXXMemberCallExpr>(descriptor))
    return context.isLocal(call->getImplicitObjectArgument());
  if (const auto *call = llvm::dyn_cast<CallExpr>(descriptor))
    return call->getDirectCallee() && opensFile(call->getDirectCallee());
  const auto *named = llvm::dyn_cast<DeclRefExpr>(descriptor);
  const llvm::ArrayRef<const Expr *> sources =
      named ? context.scope.sources(named->getDecl())
            : llvm::ArrayRef<const Expr *>();
  return !sources.empty() && llvm::all_of(sources, [&](const Expr *source) {
    return isOwnDescriptor(context, source);
  });
}

/// isKeptBeyond() returns true unless the stream is the scope's own, or one
/// that is replayed as a variable.
bool isKeptBeyond(CallContext &context, const Call &call) {
  return llvm::any_of(context.objectsOf(call.self), [&](const Object &object) {
    return object.kind != Object::Kind::Local &&
           (object.kind != Object::Kind::Outside ||
            streamStateUsed(call.callee) == StreamState::Other ||
            llvm::isa_and_nonnull<ParmVarDecl>(object.variable));
  });
}

/// visitStreamState() is about the numbers, pointers and functions that a
/// stream keeps for the program. A stream from outside that isn't standard
/// output is changed as a whole.
void visitStreamState(CallContext &context, const Call &call) {
  const StreamState used = streamStateUsed(call.callee);
  const bool isOfStream = used == StreamState::Other ||
                          (used == StreamState::Number && !call.onlyRead);
  if (used == StreamState::OfAll &&
      !initialisesStatic(call.node, call.callee->getASTContext()))
    context.noteHidden(call, "draws from a counter that all streams share");
  else if (isOfStream && call.self && isKeptBeyond(context, call))
    context.noteHidden(call,
                       "keeps something in a stream, which a worker loses");
}

/// visitCopyCount() is about `p.use_count()`: what a worker does with copies of
/// its own it knows, but not what other iterations do.
void visitCopyCount(CallContext &context, const Call &call) {
  const auto *method = llvm::dyn_cast<CXXMethodDecl>(call.callee);
  if (!method || !isStandard(method) || !call.self ||
      (nameOf(method) != "use_count" && nameOf(method) != "unique"))
    return;
  const QualType target =
      firstTypeArgument(QualType(method->getParent()->getTypeForDecl(), 0));
  if (!target.isNull())
    context.effects.hidden.push_back(
        {nameOf(method).str(),
         "counts the copies of a pointer, and the loop makes or drops some",
         call.node->getExprLoc(), target.getTypePtr()});
}

bool isOfStandardOutput(CallContext &context, const Call &call) {
  const auto isStream = [](const Object &object) {
    return object.kind == Object::Kind::Stream;
  };
  return call.self ? llvm::any_of(context.objectsOf(call.self), isStream)
                   : !call.arguments.empty() &&
                         llvm::any_of(
                             context.resolver.pointees(call.arguments.front()),
                             isStream);
}

} // namespace

void noteBuffers(CallContext &context, const Call &call,
                 llvm::StringRef buffers) {
  if (!buffers.empty())
    context.effects.buffers.push_back({call.callee->getNameAsString(),
                                       buffers.str(), call.node->getExprLoc()});
}

void visitHiddenState(CallContext &context, const Call &call) {
  if (const llvm::StringRef what = hiddenState(call.callee); !what.empty())
    context.noteHidden(call, what);
  noteBuffers(context, call, staticBuffers(call.callee));
  visitStreamState(context, call);
  visitCopyCount(context, call);
  if (movesInFile(call.callee) && isOfStandardOutput(context, call))
    context.noteHidden(call,
                       "is about the position in standard output, which a "
                       "worker doesn't know");
}

/// read(fd, ...) and the like on a descriptor that the body didn't open.
bool usesSharedDescriptor(CallContext &context, const Call &call) {
  return movesFilePosition(call.callee) && !call.arguments.empty() &&
         !isOwnDescriptor(context, call.arguments.front());
}

} // namespace paraloop
