// CallEffects.cpp: a summary where there is one, tables and types elsewhere.

#include "CallEffects.h"

#include "ArgumentChanges.h"
#include "CallContext.h"
#include "CallState.h"
#include "CallbackChanges.h"
#include "DefaultResource.h"
#include "Destructors.h"
#include "EnclosingFunctions.h"
#include "KeptCallables.h"
#include "LibraryCallees.h"
#include "ObjectResolver.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"
#include "SystemFunctions.h"
#include "Travel.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/Basic/Version.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace clang;

namespace paraloop {
namespace {

bool isPure(const FunctionDecl *function) {
#if CLANG_VERSION_MAJOR >= 18
  return function->isPureVirtual();
#else
  return function->isPure();
#endif
}

} // namespace

const FunctionDecl *exactCallee(const Call &call) {
  const auto *method = llvm::dyn_cast<CXXMethodDecl>(call.callee);
  if (!method || !method->isVirtual() || !call.self)
    return nullptr;
  const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call.node);
  const auto *name =
      member ? llvm::dyn_cast<MemberExpr>(member->getCallee()->IgnoreParens())
             : nullptr;
  if (name && name->hasQualifier())
    return method;
  return method->getDevirtualizedMethod(call.self, /*IsAppleKext=*/false);
}

Change &addChange(Effects &effects, const Expr *node, Objects objects,
                  bool replayable, std::string callee) {
  if (objects.empty()) // What a null pointer refers to.
    objects.push_back(Object::of(Object::Kind::Local));
  if (llvm::any_of(objects, [](const Object &object) {
        return object.kind == Object::Kind::Stream;
      }))
    effects.printing.push_back(node);
  Change made;
  made.node = node;
  made.objects = std::move(objects);
  made.callee = std::move(callee);
  made.where = node->getExprLoc();
  made.replayable = replayable;
  effects.changes.push_back(std::move(made));
  return effects.changes.back();
}

class CallEffects::Visitor {
public:
  Visitor(const Scope &scope, Callees &callees, Effects &effects)
      : context_(scope, callees, effects) {}

  const Summary *summary(const FunctionDecl *callee) {
    return callee ? context_.callees.summary(callee) : nullptr;
  }

  void visitUnknownCallee(const CallExpr *call) {
    if (llvm::isa<CXXPseudoDestructorExpr>(call->getCallee()->IgnoreParens()))
      return;
    if (call->isTypeDependent() || call->getCallee()->isTypeDependent())
      return visitDependentCall(call);
    const Expr *callee = call->getCallee()->IgnoreParenImpCasts();
    if (const auto *member = llvm::dyn_cast<BinaryOperator>(callee))
      callee = member->getRHS(); // object.*pointer
    if (!visitTargets(callee, call))
      noteUnseen("a function pointer", call->getExprLoc());
    if (const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call))
      context_.change(call,
                      context_.objectsOf(member->getImplicitObjectArgument()),
                      false, "a pointer to a member function");
    for (const Expr *argument : call->arguments())
      if (argument->isLValue() ? !argument->getType().isConstQualified()
                               : argument->getType()->isPointerType() &&
                                     !pointsToConst(argument->getType()))
        context_.change(call,
                        argument->isLValue()
                            ? context_.resolver.designated(argument)
                            : context_.resolver.pointees(argument),
                        false, "a function pointer");
  }

  void visit(Call call) {
    const FunctionDecl *exact = exactCallee(call);
    if (exact)
      call.callee = exact;
    if (printsByName(call.callee))
      context_.effects.printing.push_back(call.node);
    context_.effects.mayEnd |= call.callee->isNoReturn();
    context_.effects.mayThrow |= runsExitHandlers(call.callee);
    visitHiddenState(context_, call);
    visitStoredCallables(call);
    if (isMemberwiseAssignment(call.callee) && call.self) {
      applyToOutside(call.callee, call.node, nullptr);
      context_.change(call.node, context_.resolver.designated(call.self), true);
      return;
    }
    if (const Summary *summary = exact
                                     ? context_.callees.summaryOfBody(exact)
                                     : context_.callees.summary(call.callee)) {
      for (const Expr *argument : call.arguments)
        if (isLambda(argument->getType()))
          visitTargets(argument, call.node);
      if (call.self && !isOfLambda(call.callee) && isContained(*summary) &&
          !summary->changes.empty())
        return applyToSelf(call, *summary);
      applySummary(call, *summary);
      return;
    }
    if (!exact && context_.callees.overriders().mayRunAnother(call.callee) &&
        visitOverriders(call))
      return;
    visitWithoutSummary(call);
  }

  void visitDestructor(const CXXRecordDecl *record, const Expr *node,
                       const VarDecl *variable) {
    for (const Destruction &one : destructionsOf(record, context_.callees)) {
      const Summary *summary = context_.callees.summaryOfBody(one.function);
      if (one.isHidden)
        applyHidden(one.function, node);
      else if (!summary)
        noteUnseen(one.function->getQualifiedNameAsString(),
                   node->getExprLoc());
      else if (one.byLibrary)
        applyExactlyToOutside(one.function, node, nullptr);
      else
        applySummary({node,
                      one.function,
                      nullptr,
                      {},
                      one.function->getParent() == record ? variable : nullptr},
                     *summary);
    }
  }

  /// applyToOutside() notes what a function that is called out of sight, with
  /// unknown arguments, does to others; or one that overrides it.
  void applyToOutside(const FunctionDecl *function, const Expr *node,
                      const Expr *object) {
    applyExactlyToOutside(function, node, object);
    if (const auto *method = llvm::dyn_cast<CXXMethodDecl>(function);
        method && method->isVirtual())
      for (const CXXMethodDecl *other :
           context_.callees.overriders().of(method))
        applyExactlyToOutside(other, node, object);
  }

private:
  /// visitWithoutSummary() takes what a function does from what is known of the
  /// library, or from the types of its parameters.
  void visitWithoutSummary(const Call &call) {
    const bool known =
        isStandard(call.callee) || isFromSystemHeader(call.callee) ||
        call.callee->isImplicit() || call.callee->isDefaulted() ||
        isOfParaloopVariable(call.callee);
    const bool isIndirect = isIndirectCall(call.callee) && call.self;
    const bool isInSight =
        isIndirect ? visitTargets(call.self, call.node) : known;
    if (!isInSight)
      noteUnseen(call.callee->getQualifiedNameAsString(),
                 call.node->getExprLoc());
    context_.effects.mayThrow |= mayThrow(call.callee) || !known;
    if (!isIndirect || !isInSight)
      visitSelf(context_, call);
    visitArguments(context_, call);
    if (resumesCoroutine(call.callee)) // Which one can't be told.
      context_.change(call.node, {Object()}, false, "a coroutine");
    if (isStandard(call.callee)) {
      visitUserCodeBehind(call);
      visitKeptCallables(call);
      visitCallbacks(context_, call);
    } else if (usesSharedDescriptor(context_, call)) {
      context_.noteHidden(
          call, "moves the position of an open file, which all iterations "
                "share");
    }
  }

  void applyExactlyToOutside(const FunctionDecl *function, const Expr *node,
                             const Expr *object) {
    const Summary *summary = context_.callees.summaryOfBody(function);
    if (!summary)
      return;
    Summary outside = *summary;
    const bool knowsThis = isOfLambda(function); // That of its method.
    const llvm::SmallVector<const Expr *, 4> defaults = defaultsOf(function);
    const auto ofArgument = [&](const OutsideEffect &effect) {
      if (knowsThis && !effect.object.variable)
        return false;
      if (isParameterOf(function, effect.object.variable))
        return !defaults[llvm::cast<ParmVarDecl>(effect.object.variable)
                             ->getFunctionScopeIndex()];
      const bool ofSelf = !effect.object.variable &&
                          effect.object.kind == Object::Kind::Outside;
      const bool unknownSelf = !effect.object.variable && !object &&
                               effect.object.kind != Object::Kind::Unknown;
      return ofSelf || unknownSelf;
    };
    llvm::erase_if(outside.changes, ofArgument);
    llvm::erase_if(outside.reads, ofArgument);
    llvm::erase_if(outside.handedReads, ofArgument);
    const Call call = {node, function, object, defaults};
    applySummary(call, outside);
    for (const Expr *argument : defaults)
      if (argument)
        applySummary(call,
                     context_.callees.summaryOfDefault(function, argument));
  }

  /// defaultsOf() returns for each parameter the argument that a caller out of
  /// sight may leave out, or null.
  static llvm::SmallVector<const Expr *, 4>
  defaultsOf(const FunctionDecl *function) {
    llvm::SmallVector<const Expr *, 4> arguments;
    for (const ParmVarDecl *parameter : function->parameters())
      arguments.push_back(parameter->hasDefaultArg() &&
                                  !parameter->hasUninstantiatedDefaultArg() &&
                                  !parameter->hasUnparsedDefaultArg()
                              ? parameter->getDefaultArg()
                              : nullptr);
    return arguments;
  }

  /// applyHidden() is about a function of an object that nobody can name: what
  /// its pointers lead to isn't known.
  void applyHidden(const FunctionDecl *function, const Expr *node) {
    applyExactlyToOutside(function, node, nullptr);
    const Summary *summary = context_.callees.summaryOfBody(function);
    if (summary &&
        llvm::any_of(summary->changes, [&](const OutsideEffect &effect) {
          return leavesHidden(function, effect);
        }))
      context_.change(node, {Object()}, false, function->getNameAsString());
  }

  /// leavesHidden() returns false for what changes a hidden object alone, or
  /// ends what a deleter is handed.
  bool leavesHidden(const FunctionDecl *function, const OutsideEffect &effect) {
    const Object &object = effect.object;
    if (isParameterOf(function, object.variable))
      return object.indirect ||
             (!object.path.empty() &&
              !object.variable->getType()->isRValueReferenceType());
    return !isOfLambda(function) && isBehindSelf(effect) &&
           !context_.callees.ownsTargets(object);
  }

  /// visitOverriders() applies all functions in sight that a virtual call may
  /// run, and returns true if these are all that there are.
  bool visitOverriders(const Call &call) {
    const CXXMethodDecl *method = methodOf(call);
    bool allInSight = Overriders::areAllInSight(method);
    std::vector<const CXXMethodDecl *> methods =
        context_.callees.overriders().of(method);
    methods.push_back(method);
    for (const CXXMethodDecl *one : methods)
      if (const Summary *summary = context_.callees.summaryOfBody(one))
        applyOverrider(call, one, *summary);
      else
        allInSight &= isPure(one);
    return allInSight;
  }

  /// applyOverrider() takes what a derived class knows by pointers and
  /// references for anything: the type that the call names doesn't show them.
  void applyOverrider(const Call &call, const CXXMethodDecl *overrider,
                      Summary summary) {
    const Call exact = {call.node, overrider, call.self, call.arguments};
    if (overrider->getParent() == methodOf(call)->getParent())
      return applySummary(exact, summary);
    for (OutsideEffect &effect : summary.changes)
      if (leavesSelf(effect))
        effect.object = Object();
    if (llvm::any_of(summary.reads, leavesSelf))
      noteUnseen(overrider->getQualifiedNameAsString(),
                 call.node->getExprLoc());
    llvm::erase_if(summary.reads, leavesSelf);
    applySummary(exact, summary);
  }

  static const CXXMethodDecl *methodOf(const Call &call) {
    return llvm::cast<CXXMethodDecl>(call.callee);
  }

  static bool leavesSelf(const OutsideEffect &effect) {
    return !effect.object.variable &&
           (isBehindSelf(effect) ||
            llvm::any_of(effect.object.path, [](const FieldDecl *field) {
              const QualType type = field->getType();
              return type->isReferenceType() || type->isPointerType() ||
                     isPointerLike(type);
            }));
  }

  /// visitTargets() looks at what a function pointer or std::function may run;
  /// the state that such a function object keeps is the std::function's. It
  /// returns true if these are all functions that may be meant.
  bool visitTargets(const Expr *function, const Expr *node) {
    if (context_.isParameter(function)) // Looked at where it is handed in.
      return false;
    const CallTargets targets = context_.callees.indirectTargets().of(function);
    bool areAll = targets.areAll;
    const bool isObject = isStoredCallable(function->getType()) &&
                          function->getType()->isRecordType();
    for (const FunctionDecl *target : targets.functions) {
      applyToOutside(target, node, nullptr);
      areAll &= context_.callees.summary(target) != nullptr;
      if (isObject)
        visitHeldObject(target, node, function, "a std::function");
    }
    return areAll;
  }

  /// visitHeldObject() is about a function object that something holds: what it
  /// changes of itself, and behind its pointers.
  void visitHeldObject(const FunctionDecl *function, const Expr *node,
                       const Expr *holder, const std::string &name) {
    const Summary *summary = context_.callees.summary(function);
    if (!summary || isOfLambda(function))
      return;
    if (llvm::any_of(summary->changes, isOfSelf))
      context_.change(node, context_.objectsOf(holder), false, name);
    if (llvm::any_of(summary->changes, isBehindSelf))
      context_.change(node, {Object()}, false, name);
  }

  /// changesOutsideSelf() returns true for `s.insert(x)`, which is replayed
  /// with all that it does: an object that keeps pointers doesn't travel.
  bool changesOutsideSelf(const Call &call) {
    const auto *method = llvm::dyn_cast<CXXMethodDecl>(call.callee);
    return call.self && method && !method->isConst() && !isAccessor(method) &&
           llvm::all_of(context_.objectsOf(call.self), [](const Object &one) {
             return one.kind == Object::Kind::Outside;
           });
  }

  /// visitKeptCallables() looks at the comparators and the like that a
  /// container runs.
  void visitKeptCallables(const Call &call) {
    for (const KeptCallable &kept : keptCallablesRunBy(call)) {
      const QualType type(kept.type, 0);
      const Functions functions =
          context_.callees.indirectTargets().ofType(type);
      for (const FunctionDecl *function : functions) {
        applyToOutside(function, call.node, nullptr);
        if (type->isRecordType() && !changesOutsideSelf(call))
          visitHeldObject(function, call.node, kept.container,
                          call.callee->getNameAsString());
      }
      if (functions.empty() && isStoredCallable(type))
        noteUnseen("a function pointer", call.node->getExprLoc());
    }
  }

  static bool isOfSelf(const OutsideEffect &effect) {
    return !effect.object.variable &&
           effect.object.kind == Object::Kind::Outside &&
           !effect.object.indirect;
  }

  static bool isBehindSelf(const OutsideEffect &effect) {
    return !effect.object.variable &&
           (effect.object.kind == Object::Kind::Pointee ||
            effect.object.indirect);
  }

  /// visitStoredCallables() looks at the functions that a call is handed in
  /// variables: it may call them.
  void visitStoredCallables(const Call &call) {
    for (const Expr *argument : call.arguments)
      if (isStoredCallable(argument->getType()))
        visitTargets(argument, call.node);
  }

  /// In a generic lambda it isn't known yet which function is called: it may
  /// change all that it is handed.
  void visitDependentCall(const CallExpr *call) {
    const auto mayChange = [&](const Expr *object) {
      if (object->isGLValue() && !object->getType().isConstQualified())
        context_.change(call, context_.resolver.designated(object), false,
                        "a generic lambda");
    };
    for (const Stmt *child : call->getCallee()->children())
      if (const auto *base = llvm::dyn_cast_or_null<Expr>(child))
        mayChange(base);
    for (const Expr *argument : call->arguments())
      mayChange(argument);
  }

  void noteUnseen(std::string callee, SourceLocation where) {
    if (context_.effects.unseenUserCode.isValid())
      return;
    context_.effects.unseenUserCode = where;
    context_.effects.unseenCallee = std::move(callee);
  }

  /// visitUserCodeBehind() looks at the program's functions that the library
  /// calls by itself.
  void visitUserCodeBehind(const Call &call) {
    for (const LibraryCallee &one :
         calledByLibrary(call, context_.scope, context_.callees))
      if (one.isHidden)
        applyHidden(one.function, call.node);
      else
        applyExactlyToOutside(one.function, call.node, one.object);
    if (takesDefaultResource(call))
      visitDefaultResource(call);
  }

  /// visitDefaultResource() takes each resource of the program's for the one
  /// that may have been set.
  void visitDefaultResource(const Call &call) {
    for (const CXXMethodDecl *method :
         context_.callees.overriders().ofLibrary())
      if (const Summary *summary = isOfResource(method)
                                       ? context_.callees.summaryOfBody(method)
                                       : nullptr;
          summary && llvm::any_of(summary->changes, [](const auto &effect) {
            return isOfSelf(effect) || isBehindSelf(effect);
          }))
        return context_.noteHidden(
            call, "takes memory from the default resource, which may be one "
                  "that notes that");
  }

  /// A method that changes its own object only: `total += vector`,
  /// `stats.add(x)`. In a method of the same class, the fields have names; of
  /// the objects of a list, some fields lead from one to the next.
  void applyToSelf(const Call &call, const Summary &summary) {
    Summary rest = summary;
    rest.changes.clear();
    applySummary(call, rest);
    const Objects self = context_.objectsOf(call.self);
    const bool isInList = llvm::any_of(
        self, [](const Object &object) { return object.indirect; });
    if (llvm::isa<CXXThisExpr>(call.self) || isInList) {
      for (const OutsideEffect &effect : summary.changes) {
        Change &made = addChange(context_.effects, call.node,
                                 context_.actuals.actual(call, effect.object),
                                 true, call.callee->getNameAsString());
        made.where = effect.where;
        made.fold = foldOf(call, effect);
      }
      return;
    }
    context_.change(call.node, self, true, call.callee->getNameAsString());
  }

  Objects objectsRead(const Call &call, const Object &formal) {
    Objects objects = context_.actuals.actual(call, formal);
    join(objects, context_.actuals.readThrough(call, formal));
    return objects;
  }

  /// classRead() returns the class of an object of which a lambda reads a part,
  /// and that it captured as `this`; null for what it reads by way of pointers.
  static const Type *classRead(const FunctionDecl *lambda,
                               const OutsideEffect &effect) {
    const CXXRecordDecl *read = effect.object.variable ||
                                        effect.object.path.empty() ||
                                        leavesSelf(effect)
                                    ? nullptr
                                    : classOfThis(lambda);
    return read ? read->getTypeForDecl() : nullptr;
  }

  /// foldOf() returns nothing where it isn't certain that the function runs as
  /// often in workers as in the sequential program: the runtime copies and
  /// destroys objects as well, and the library compares them.
  static std::optional<Fold> foldOf(const Call &call,
                                    const OutsideEffect &effect) {
    const auto *written = llvm::dyn_cast<CallExpr>(call.node);
    const FunctionDecl *callee = written ? written->getDirectCallee() : nullptr;
    const bool isPlain =
        callee &&
        callee->getCanonicalDecl() == call.callee->getCanonicalDecl() &&
        callee->getOverloadedOperator() != OO_Equal;
    return isPlain ? effect.fold : std::nullopt;
  }

  /// applySummary() carries what a function does over to the objects of this
  /// call.
  void applySummary(const Call &call, const Summary &summary) {
    const std::string name = call.callee->getNameAsString();
    const auto *method = llvm::dyn_cast<CXXMethodDecl>(call.callee);
    const bool isOwnLambda =
        method && context_.scope.holdsLambda(method->getParent());
    for (const OutsideEffect &effect : summary.changes)
      if (!isOwnLambda ||
          isParameterOf(
              call.callee,
              effect.object.variable)) // The rest is noted in its body.
        context_.effects.changes.push_back(
            {call.node, context_.actuals.actual(call, effect.object), name,
             effect.where, false, false, false, foldOf(call, effect)});
    if (isOwnLambda)
      return;
    for (const OutsideEffect &effect : summary.reads)
      for (Object &object : objectsRead(call, effect.object))
        if (object.kind == Object::Kind::Outside ||
            object.kind == Object::Kind::Pointee)
          context_.effects.mentions.push_back(
              {call.node, object, false, name, effect.where, effect.asksForSize,
               false, effect.fold, effect.onlyHandedOn});
        else if (object.kind == Object::Kind::Unknown)
          context_.effects.hidden.push_back(
              {name, "reads what it captured in another function",
               call.node->getExprLoc(), nullptr,
               classRead(call.callee, effect)});
    for (const OutsideEffect &effect : summary.handedReads)
      for (Object &object : objectsRead(call, effect.object))
        if (object.isOutside())
          context_.effects.handedReads.push_back(
              {call.node, object, false, name, effect.where, effect.asksForSize,
               false, effect.fold, effect.onlyHandedOn});
    for (PointerCast cast : summary.casts) {
      cast.expr = call.node;
      context_.effects.casts.push_back(cast);
    }
    for (const Hidden &hidden : summary.hidden)
      context_.effects.hidden.push_back(
          {name, hidden.what, hidden.where, hidden.counted, hidden.read});
    noteBuffers(context_, call, summary.buffers);
    if (summary.prints)
      context_.effects.printing.push_back(call.node);
    context_.effects.mayThrow |= summary.mayThrow;
    context_.effects.mayEnd |= summary.mayEnd;
    if (summary.callsUnseenUserCode)
      noteUnseen(name, call.node->getExprLoc());
  }

  CallContext context_;
};

CallEffects::CallEffects(const Scope &scope, Callees &callees, Effects &effects)
    : visitor_(std::make_unique<Visitor>(scope, callees, effects)) {}

CallEffects::~CallEffects() = default;

void CallEffects::visit(const Call &call) { visitor_->visit(call); }

void CallEffects::visitUnknownCallee(const CallExpr *call) {
  visitor_->visitUnknownCallee(call);
}

void CallEffects::visitDestructor(const CXXRecordDecl *record, const Expr *node,
                                  const VarDecl *variable) {
  visitor_->visitDestructor(record, node, variable);
}

void CallEffects::visitHandedAround(const FunctionDecl *function,
                                    const Expr *node) {
  visitor_->applyToOutside(function, node, nullptr);
}

const Summary *CallEffects::summary(const FunctionDecl *callee) {
  return visitor_->summary(callee);
}

} // namespace paraloop
