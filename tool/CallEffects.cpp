// CallEffects.cpp: a summary where there is one, tables and types elsewhere.

#include "CallEffects.h"

#include "Actuals.h"
#include "Destructors.h"
#include "ElementsHanded.h"
#include "EnclosingFunctions.h"
#include "LibraryCallbacks.h"
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

bool isIndirectCall(const FunctionDecl *callee) {
  const auto *method = llvm::dyn_cast<CXXMethodDecl>(callee);
  return method && isStandard(method) &&
         method->getOverloadedOperator() == OO_Call &&
         method->getParent()->getName() == "function";
}

bool isPure(const FunctionDecl *function) {
#if CLANG_VERSION_MAJOR >= 18
  return function->isPureVirtual();
#else
  return function->isPure();
#endif
}

/// exactCallee() returns the function that a virtual call runs where its
/// object's class is known, as for a variable, or where the call names the
/// class, `B::f()`; null for other calls.
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

} // namespace

Change &addChange(Effects &effects, const Expr *node, Objects objects,
                  bool replayable, std::string callee) {
  if (objects.empty()) // What a null pointer refers to.
    objects.push_back(localObject());
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
      : scope_(scope), callees_(callees), resolver_(scope, callees),
        effects_(effects) {}

  const Summary *summary(const FunctionDecl *callee) {
    return callee ? callees_.summary(callee) : nullptr;
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
      change(call, objectsOf(member->getImplicitObjectArgument()), false,
             "a pointer to a member function");
    for (const Expr *argument : call->arguments())
      if (argument->isLValue() ? !argument->getType().isConstQualified()
                               : argument->getType()->isPointerType() &&
                                     !pointsToConst(argument->getType()))
        change(call,
               argument->isLValue() ? resolver_.designated(argument)
                                    : resolver_.pointees(argument),
               false, "a function pointer");
  }

  void visit(Call call) {
    const FunctionDecl *exact = exactCallee(call);
    if (exact)
      call.callee = exact;
    if (printsByName(call.callee))
      effects_.printing.push_back(call.node);
    effects_.mayEnd |= call.callee->isNoReturn();
    effects_.mayThrow |= runsExitHandlers(call.callee);
    visitHiddenState(call);
    visitStoredCallables(call);
    if (isMemberwiseAssignment(call.callee) && call.self) {
      applyToOutside(call.callee, call.node, nullptr);
      change(call.node, resolver_.designated(call.self), true);
      return;
    }
    if (const Summary *summary = exact ? callees_.summaryOfBody(exact)
                                       : callees_.summary(call.callee)) {
      for (const Expr *argument : call.arguments)
        if (isLambda(argument->getType()))
          visitTargets(argument, call.node);
      if (call.self && !isOfLambda(call.callee) && isContained(*summary) &&
          !summary->changes.empty())
        return applyToSelf(call, *summary);
      applySummary(call, *summary);
      return;
    }
    if (!exact && callees_.overriders().mayRunAnother(call.callee) &&
        visitOverriders(call))
      return;
    visitWithoutSummary(call);
  }

  void visitDestructor(const CXXRecordDecl *record, const Expr *node,
                       const VarDecl *variable) {
    for (const Destruction &one :
         destructionsOf(record, callees_.overriders())) {
      const Summary *summary = callees_.summaryOfBody(one.destructor);
      if (!summary)
        noteUnseen(one.destructor->getQualifiedNameAsString(),
                   node->getExprLoc());
      else if (one.byLibrary)
        applyExactlyToOutside(one.destructor, node, nullptr);
      else
        applySummary(
            {node,
             one.destructor,
             nullptr,
             {},
             one.destructor->getParent() == record ? variable : nullptr},
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
      for (const CXXMethodDecl *other : callees_.overriders().of(method))
        applyExactlyToOutside(other, node, object);
  }

private:
  void noteHidden(const Call &call, llvm::StringRef what) {
    effects_.hidden.push_back(
        {call.callee->getNameAsString(), what.str(), call.node->getExprLoc()});
  }

  void noteBuffers(const Call &call, llvm::StringRef buffers) {
    if (!buffers.empty())
      effects_.buffers.push_back({call.callee->getNameAsString(), buffers.str(),
                                  call.node->getExprLoc()});
  }

  void visitHiddenState(const Call &call) {
    if (const llvm::StringRef what = hiddenState(call.callee); !what.empty())
      noteHidden(call, what);
    noteBuffers(call, staticBuffers(call.callee));
    visitStreamState(call);
    if (movesInFile(call.callee) && isOfStandardOutput(call))
      noteHidden(call, "is about the position in standard output, which a "
                       "worker doesn't know");
  }

  /// visitStreamState() is about the numbers, pointers and functions that a
  /// stream keeps for the program. A stream from outside that isn't standard
  /// output is changed as a whole.
  void visitStreamState(const Call &call) {
    const StreamState used = streamStateUsed(call.callee);
    const bool isOfStream = used == StreamState::Other ||
                            (used == StreamState::Number && !call.onlyRead);
    if (used == StreamState::OfAll &&
        !initialisesStatic(call.node, call.callee->getASTContext()))
      noteHidden(call, "draws from a counter that all streams share");
    else if (isOfStream && call.self && isKeptBeyond(call))
      noteHidden(call, "keeps something in a stream, which a worker loses");
  }

  /// isKeptBeyond() returns true unless the stream is the scope's own, or one
  /// that is replayed as a variable.
  bool isKeptBeyond(const Call &call) {
    return llvm::any_of(objectsOf(call.self), [&](const Object &object) {
      return object.kind != Object::Kind::Local &&
             (object.kind != Object::Kind::Outside ||
              streamStateUsed(call.callee) == StreamState::Other ||
              llvm::isa_and_nonnull<ParmVarDecl>(object.variable));
    });
  }

  /// visitWithoutSummary() takes what a function does from what is known of the
  /// library, or from the types of its parameters.
  void visitWithoutSummary(const Call &call) {
    const bool known = isStandard(call.callee) ||
                       isFromSystemHeader(call.callee) ||
                       call.callee->isImplicit() ||
                       call.callee->isDefaulted() || isOfVariable(call.callee);
    const bool isIndirect = isIndirectCall(call.callee) && call.self;
    const bool isInSight =
        isIndirect ? visitTargets(call.self, call.node) : known;
    if (!isInSight)
      noteUnseen(call.callee->getQualifiedNameAsString(),
                 call.node->getExprLoc());
    effects_.mayThrow |= mayThrow(call.callee) || !known;
    if (!isIndirect || !isInSight)
      visitSelf(call);
    visitArguments(call);
    if (resumesCoroutine(call.callee)) // Which one can't be told.
      change(call.node, {Object()}, false, "a coroutine");
    if (isStandard(call.callee)) {
      visitUserCodeBehind(call);
      visitCallbacks(call);
    } else if (usesSharedDescriptor(call)) {
      noteHidden(call,
                 "moves the position of an open file, which all iterations "
                 "share");
    }
  }

  void applyExactlyToOutside(const FunctionDecl *function, const Expr *node,
                             const Expr *object) {
    const Summary *summary = callees_.summaryOfBody(function);
    if (!summary)
      return;
    Summary outside = *summary;
    const bool knowsThis = isOfLambda(function); // That of its method.
    const auto ofArgument = [&](const OutsideEffect &effect) {
      if (knowsThis && !effect.object.variable)
        return false;
      const bool ofSelf = !effect.object.variable &&
                          effect.object.kind == Object::Kind::Outside;
      const bool unknownSelf = !effect.object.variable && !object &&
                               effect.object.kind != Object::Kind::Unknown;
      return isParameterOf(function, effect.object.variable) || ofSelf ||
             unknownSelf;
    };
    llvm::erase_if(outside.changes, ofArgument);
    llvm::erase_if(outside.reads, ofArgument);
    applySummary({node, function, object, {}}, outside);
  }

  /// visitOverriders() applies all functions in sight that a virtual call may
  /// run, and returns true if these are all that there are.
  bool visitOverriders(const Call &call) {
    const CXXMethodDecl *method = methodOf(call);
    bool allInSight = Overriders::areAllInSight(method);
    std::vector<const CXXMethodDecl *> methods =
        callees_.overriders().of(method);
    methods.push_back(method);
    for (const CXXMethodDecl *one : methods)
      if (const Summary *summary = callees_.summaryOfBody(one))
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

  static const Expr *plain(const Expr *expr) {
    return expr->IgnoreParenImpCasts();
  }

  void change(const Expr *node, Objects objects, bool replayable,
              std::string callee = "") {
    addChange(effects_, node, std::move(objects), replayable,
              std::move(callee));
  }

  /// visitTargets() looks at what a function pointer or std::function may run;
  /// the state that such a function object keeps is the std::function's. It
  /// returns true if these are all functions that may be meant.
  bool visitTargets(const Expr *function, const Expr *node) {
    if (isParameter(function)) // Looked at where it is handed in.
      return false;
    const CallTargets targets = callees_.indirectTargets().of(function);
    bool areAll = targets.areAll;
    const bool isObject = isStoredCallable(function->getType()) &&
                          function->getType()->isRecordType();
    for (const FunctionDecl *target : targets.functions) {
      applyToOutside(target, node, nullptr);
      const Summary *summary = callees_.summary(target);
      areAll &= summary != nullptr;
      if (!isObject || !summary || isOfLambda(target))
        continue;
      if (llvm::any_of(summary->changes, isOfSelf))
        change(node, resolver_.designated(function), false, "a std::function");
      if (llvm::any_of(summary->changes, isBehindSelf)) // Of that object.
        change(node, {Object()}, false, "a std::function");
    }
    return areAll;
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

  static bool isLambda(QualType type) {
    const CXXRecordDecl *record =
        type.getNonReferenceType()->getAsCXXRecordDecl();
    return record && record->isLambda();
  }

  /// In a generic lambda it isn't known yet which function is called: it may
  /// change all that it is handed.
  void visitDependentCall(const CallExpr *call) {
    const auto mayChange = [&](const Expr *object) {
      if (object->isGLValue() && !object->getType().isConstQualified())
        change(call, resolver_.designated(object), false, "a generic lambda");
    };
    for (const Stmt *child : call->getCallee()->children())
      if (const auto *base = llvm::dyn_cast_or_null<Expr>(child))
        mayChange(base);
    for (const Expr *argument : call->arguments())
      mayChange(argument);
  }

  void noteUnseen(std::string callee, SourceLocation where) {
    if (effects_.unseenUserCode.isValid())
      return;
    effects_.unseenUserCode = where;
    effects_.unseenCallee = std::move(callee);
  }

  bool isOfStandardOutput(const Call &call) {
    const auto isStream = [](const Object &object) {
      return object.kind == Object::Kind::Stream;
    };
    return call.self
               ? llvm::any_of(objectsOf(call.self), isStream)
               : !call.arguments.empty() &&
                     llvm::any_of(resolver_.pointees(call.arguments.front()),
                                  isStream);
  }

  /// read(fd, ...) and the like on a descriptor that the body didn't open.
  bool usesSharedDescriptor(const Call &call) {
    return movesFilePosition(call.callee) && !call.arguments.empty() &&
           !isOwnDescriptor(call.arguments.front());
  }

  bool isOwnDescriptor(const Expr *descriptor) {
    descriptor = plain(descriptor);
    if (llvm::isa<IntegerLiteral>(descriptor))
      return true; // Of a standard stream.
    if (const auto *element = llvm::dyn_cast<ArraySubscriptExpr>(descriptor))
      return isLocal(element); // pipe(ends)
    if (const auto *member = llvm::dyn_cast<MemberExpr>(descriptor))
      return isLocal(member);
    if (const auto *call = llvm::dyn_cast<CXXMemberCallExpr>(descriptor))
      return isLocal(call->getImplicitObjectArgument());
    if (const auto *call = llvm::dyn_cast<CallExpr>(descriptor))
      return call->getDirectCallee() && opensFile(call->getDirectCallee());
    const auto *named = llvm::dyn_cast<DeclRefExpr>(descriptor);
    const llvm::ArrayRef<const Expr *> sources =
        named ? scope_.sources(named->getDecl())
              : llvm::ArrayRef<const Expr *>();
    return !sources.empty() && llvm::all_of(sources, [&](const Expr *source) {
      return isOwnDescriptor(source);
    });
  }

  /// visitUserCodeBehind() looks at the program's functions that the library
  /// calls by itself.
  void visitUserCodeBehind(const Call &call) {
    for (const LibraryCallee &one :
         calledByLibrary(call, scope_, callees_.overriders()))
      applyExactlyToOutside(one.function, call.node, one.object);
  }

  /// visitCallbacks() notes what the program's own code changes when the
  /// library calls it: the library hands on what it was handed.
  void visitCallbacks(const Call &call) {
    const Callbacks callbacks = callbacksOf(call, callees_);
    for (const Expr *object : callbacks.changed)
      change(call.node,
             isPointerLike(object->getType()) ? resolver_.pointees(object)
                                              : resolver_.designated(object),
             false, call.callee->getNameAsString());
    if (!callbacks.changeArguments && !callbacks.changeLater)
      return;
    const bool byReference =
        callbacks.changeArguments || callbacks.keepReferences;
    Objects reached;
    if (call.self && call.callee->getOverloadedOperator() != OO_Call) {
      reached = reachedThrough(call.self, byReference);
      llvm::erase_if(reached, [](const Object &object) {
        // What a local object keeps was noted where it got that.
        return object.kind == Object::Kind::LocalIndirect;
      });
    }
    for (const Expr *argument : call.arguments)
      if (!isLambda(argument->getType()) && // Its body is looked at itself.
          !isStoredCallable(argument->getType()))
        reached.append(reachedThrough(argument, byReference));
    llvm::erase_if(reached, [&](const Object &object) {
      return object.kind == Object::Kind::Local || isNoted(call.node, object);
    });
    if (reached.empty())
      return;
    const bool later = callbacks.changeLater;
    change(call.node, std::move(reached), !later,
           later ? call.callee->getNameAsString() : "");
  }

  bool isNoted(const Expr *node, const Object &object) const {
    return llvm::any_of(effects_.changes, [&](const Change &change) {
      return change.node == node && llvm::is_contained(change.objects, object);
    });
  }

  /// reachedThrough() returns all that can be changed by who gets an argument,
  /// by reference or by value.
  Objects reachedThrough(const Expr *argument, bool byReference) {
    const QualType type = argument->getType().getNonReferenceType();
    if (type->isFunctionType() || type->isFunctionPointerType() ||
        type->isMemberPointerType())
      return {};
    const bool isPointer = type->isPointerType() || isPointerLike(type);
    const bool holds = holdsReferences(type);
    if (!argument->isGLValue() && !holds)
      return {};
    const Objects first = isPointer || !argument->isGLValue()
                              ? resolver_.pointees(argument)
                              : resolver_.designated(argument);
    Objects all;
    if (isPointer ? !pointsToConst(type)
                  : byReference && !type.isConstQualified())
      all = first;
    if (holds && (!isPointer || mayPointOn(type)))
      all.append(throughOneMorePointer(first));
    return all;
  }

  /// mayPointOn() returns false for a pointer to something without pointers.
  static bool mayPointOn(QualType pointer) {
    const QualType target = targetTypeOf(pointer);
    return target.isNull() || (!isHandle(pointer) && holdsReferences(target));
  }

  static bool isOfVariable(const FunctionDecl *callee) {
    const auto *method = llvm::dyn_cast<CXXMethodDecl>(callee);
    return method && isParaloopVariable(method->getParent());
  }

  bool isKnown(const FunctionDecl *callee) const {
    return isStandard(callee) || isOfVariable(callee);
  }

  void visitSelf(const Call &call) {
    const auto *method = llvm::dyn_cast<CXXMethodDecl>(call.callee);
    if (!call.self || !method || method->isStatic() ||
        llvm::isa<CXXConstructorDecl>(method))
      return;
    if (isIndirectCall(method) && method->getReturnType()->isVoidType() &&
        !isLocal(call.self) && !isParameter(call.self))
      change(call.node, {Object()}, false, "a std::function");
    const bool assignsThrough =
        isProxy(call.self->getType()) &&
        (isAssignment(method) || changesThroughReference(method));
    if (!assignsThrough && (method->isConst() || isAccessor(method)))
      return;
    change(call.node, objectsOf(call.self), isKnown(method),
           isKnown(method) ? "" : method->getNameAsString());
  }

  /// objectsOf() returns the objects whose method is called.
  Objects objectsOf(const Expr *self) {
    return self->getType()->isPointerType() ? resolver_.pointees(self)
                                            : resolver_.designated(self);
  }

  /// isAssignment() returns true for `=`, `+=` and their like.
  static bool isAssignment(const CXXMethodDecl *method) {
    const OverloadedOperatorKind op = method->getOverloadedOperator();
    return op == OO_Equal || (op >= OO_PlusEqual && op <= OO_PipeEqual) ||
           op == OO_LessLessEqual || op == OO_GreaterGreaterEqual;
  }

  /// What a parameter of the function under analysis does when it is called is
  /// looked at where it is handed in.
  bool isParameter(const Expr *expr) const {
    const auto *named = llvm::dyn_cast<DeclRefExpr>(plain(expr));
    return named && scope_.hasParameter(named->getDecl());
  }

  bool isLocal(const Expr *expr) {
    return llvm::none_of(resolver_.designated(expr), [](const Object &object) {
      return object.isOutside();
    });
  }

  void visitArguments(const Call &call) {
    std::optional<Objects> last; // What the last iterator refers to.
    const Writes writes = writesOf(call);
    for (unsigned index = 0; index < call.arguments.size(); ++index) {
      const Expr *argument = call.arguments[index];
      if (index >= call.callee->getNumParams()) {
        visitVariadicArgument(call, argument);
        continue;
      }
      if (std::optional<Objects> handed =
              writes == Writes::Nothing ? std::nullopt
                                        : elementsHanded(call, index, resolver_,
                                                         actuals_, callees_)) {
        if (writes == Writes::LastIterator)
          last = std::move(handed);
        else
          change(call.node, *std::move(handed), true);
        continue;
      }
      const QualType type = call.callee->getParamDecl(index)->getType();
      const bool moved = isMovedInto(call.callee, type, argument);
      if (moved || (writes == Writes::Everything && changesReferred(type))) {
        change(call.node, resolver_.designated(argument), isKnown(call.callee),
               nameUnlessKnown(call.callee));
        effects_.changes.back().moved = moved;
        continue;
      }
      if (writes == Writes::Nothing || !givesAccess(type) ||
          pointsToConst(argument->getType()))
        continue;
      if (writes == Writes::LastIterator)
        last = resolver_.pointees(argument);
      else if (!onlyReadsThrough(call.callee, index))
        changePointees(call, argument);
    }
    if (last)
      change(call.node, *std::move(last), true);
  }

  void changePointees(const Call &call, const Expr *argument) {
    change(call.node, resolver_.pointees(argument), isKnown(call.callee),
           nameUnlessKnown(call.callee));
    effects_.changes.back().bySystem = isFromSystemHeader(call.callee) &&
                                       !isStandard(call.callee) &&
                                       isHandle(plain(argument)->getType());
  }

  /// What of its arguments a call changes; for the user's functions the
  /// parameter types tell.
  static Writes writesOf(const Call &call) {
    if (isStandard(call.callee))
      return paraloop::writesOf(call.callee);
    return isOfVariable(call.callee) ? Writes::Nothing : Writes::Everything;
  }

  /// `std::move(x)` handed to a parameter that takes a temporary: x is emptied.
  static bool isMovedInto(const FunctionDecl *callee, QualType parameter,
                          const Expr *argument) {
    const bool passesOn = isStandard(callee) &&
                          callee->getReturnType()->isReferenceType() &&
                          !llvm::isa<CXXMethodDecl>(callee);
    return !passesOn && parameter->isRValueReferenceType() &&
           argument->isXValue() &&
           !llvm::isa<MaterializeTemporaryExpr>(argument);
  }

  static bool changesReferred(QualType parameter) {
    return parameter->isLValueReferenceType() &&
           !parameter->getPointeeType().isConstQualified() &&
           !parameter->getPointeeType()->isFunctionType();
  }

  /// A pointer or iterator through which the callee could change something.
  static bool givesAccess(QualType parameter) {
    const QualType type = parameter.getNonReferenceType();
    return (type->isPointerType() || isPointerLike(type)) &&
           !type->isFunctionPointerType() && !pointsToConst(type);
  }

  /// Methods only read through the iterators that they get.
  static bool onlyReadsThrough(const FunctionDecl *callee, unsigned index) {
    if (!isStandard(callee) || isAlgorithmObject(callee))
      return false;
    const auto *method = llvm::dyn_cast<CXXMethodDecl>(callee);
    return method ? !writesParameter(method, index)
                  : callee->isOverloadedOperator();
  }

  std::string nameUnlessKnown(const FunctionDecl *callee) const {
    return isKnown(callee) ? std::string() : callee->getNameAsString();
  }

  void visitVariadicArgument(const Call &call, const Expr *argument) {
    if (!givesAccess(argument->getType()))
      return;
    const std::string name = call.callee->getNameAsString();
    const bool prints = isFromSystemHeader(call.callee) &&
                        name.find("printf") != std::string::npos;
    if (!prints)
      change(call.node, resolver_.pointees(argument), false, name);
  }

  /// A method that changes its own object only: `total += vector`,
  /// `stats.add(x)`. In a method of the same class, the fields have names; of
  /// the objects of a list, some fields lead from one to the next.
  void applyToSelf(const Call &call, const Summary &summary) {
    Summary rest = summary;
    rest.changes.clear();
    applySummary(call, rest);
    const Objects self = objectsOf(call.self);
    const bool isInList = llvm::any_of(
        self, [](const Object &object) { return object.indirect; });
    if (llvm::isa<CXXThisExpr>(call.self) || isInList) {
      for (const OutsideEffect &effect : summary.changes)
        addChange(effects_, call.node, actuals_.actual(call, effect.object),
                  true, call.callee->getNameAsString())
            .where = effect.where;
      return;
    }
    change(call.node, self, true, call.callee->getNameAsString());
  }

  /// applySummary() carries what a function does over to the objects of this
  /// call.
  void applySummary(const Call &call, const Summary &summary) {
    const std::string name = call.callee->getNameAsString();
    const auto *method = llvm::dyn_cast<CXXMethodDecl>(call.callee);
    const bool isOwnLambda = method && scope_.holdsLambda(method->getParent());
    for (const OutsideEffect &effect : summary.changes)
      if (!isOwnLambda ||
          isParameterOf(
              call.callee,
              effect.object.variable)) // The rest is noted in its body.
        effects_.changes.push_back({call.node,
                                    actuals_.actual(call, effect.object), name,
                                    effect.where, false, false, false});
    if (isOwnLambda)
      return;
    for (const OutsideEffect &effect : summary.reads)
      for (Object &object : actuals_.actual(call, effect.object))
        if (object.kind == Object::Kind::Outside ||
            object.kind == Object::Kind::Pointee)
          effects_.mentions.push_back({call.node, object, false, name,
                                       effect.where, effect.asksForSize});
        else if (object.kind == Object::Kind::Unknown)
          effects_.hidden.push_back(
              {name, "reads what it captured in another function",
               call.node->getExprLoc()});
    for (PointerCast cast : summary.casts) {
      cast.expr = call.node;
      effects_.casts.push_back(cast);
    }
    for (const Hidden &hidden : summary.hidden)
      effects_.hidden.push_back({name, hidden.what, hidden.where});
    noteBuffers(call, summary.buffers);
    if (summary.prints)
      effects_.printing.push_back(call.node);
    effects_.mayThrow |= summary.mayThrow;
    effects_.mayEnd |= summary.mayEnd;
    if (summary.callsUnseenUserCode)
      noteUnseen(name, call.node->getExprLoc());
  }

  const Scope &scope_;
  Callees &callees_;
  ObjectResolver resolver_;
  Actuals actuals_{resolver_, callees_};
  Effects &effects_;
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
