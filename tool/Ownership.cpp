// Ownership.cpp: changes -> groups of objects that overlap -> a role for each
// group, until no owned group needs what is replayed.

#include "Ownership.h"

#include "LibraryCallbacks.h"
#include "ObjectResolver.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"
#include "Statements.h"
#include "Subscripts.h"
#include "SystemFunctions.h"
#include "TypeContainment.h"
#include "Uses.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

#include "llvm/ADT/STLExtras.h"

#include <optional>

using namespace clang;

namespace paraloop {
namespace {

/// Group is what overlaps of the changed objects.
struct Group {
  OwnedObject owned;
  std::vector<const Change *> changes;
  bool possible = true; ///< All that is changed has a name and can travel.
  /// The same with the calls of functions in sight in the place of what they
  /// are handed; empty if there are none.
  std::vector<Target> byElements;
  bool needsElements = false; ///< A function changes what it isn't handed as a
                              ///< whole.
};

class OwnershipFinder {
public:
  explicit OwnershipFinder(const OwnershipQuestion &question)
      : question_(question),
        resolver_(question.facts.scope, question.facts.callees),
        targetFinder_(question.facts.context, question.facts.scope,
                      question.facts.statements, question.facts.callees),
        uses_(question.facts.statements, question.facts.callees, targetExprs_) {
  }

  std::vector<OwnedObject> run() {
    for (const Change &change : question_.facts.effects.changes)
      for (const Object &object : change.objects)
        if ((object.kind == Object::Kind::Outside ||
             object.kind == Object::Kind::Pointee) &&
            !question_.isTreatedElsewhere(object))
          addChange(change, object);
    for (Group &group : groups_) {
      keepOneForEachPointer(group.owned.targets);
      makeTargetsAlike(group);
    }
    for (const Group &group : groups_)
      for (const Target &target : group.owned.targets)
        targetExprs_.insert(target.expr);
    for (Group &group : groups_)
      group.possible = group.possible && decide(group);
    while (giveUpOne())
      ;
    std::vector<OwnedObject> owned;
    for (Group &group : groups_)
      if (group.possible)
        owned.push_back(std::move(group.owned));
    return owned;
  }

private:
  void addChange(const Change &change, const Object &object) {
    const bool inBody = question_.facts.statements.isWithin(
        change.node, {question_.facts.shape.body});
    std::vector<Target> targets =
        inBody ? targetFinder_.find(change, object) : std::vector<Target>();
    Object whole = object;
    for (const Target &target : targets)
      if (overlaps(target.object, whole) &&
          target.object.path.size() < whole.path.size())
        whole = target.object;
    Group &group = groupOf(whole);
    llvm::erase_if(targets, [&](const Target &target) {
      return !overlaps(target.object, group.owned.object);
    });
    const std::optional<Target> call = inBody && isCounted()
                                           ? targetFinder_.call(change, object)
                                           : std::nullopt;
    group.possible &= (!targets.empty() || call) && !change.moved;
    group.needsElements |= targets.empty();
    group.changes.push_back(&change);
    if (call)
      addTarget(group.byElements, *call);
    for (const Target &target : targets) {
      if (!call)
        addTarget(group.byElements, target);
      addTarget(group.owned.targets, target);
    }
  }

  /// addTarget() leaves out what a call changes in several ways.
  static void addTarget(std::vector<Target> &targets, const Target &target) {
    const auto known = llvm::find_if(targets, [&](const Target &one) {
      return one.expr == target.expr && one.isBehind == target.isBehind;
    });
    if (known == targets.end())
      targets.push_back(target);
    else
      known->overwrites &= target.overwrites;
  }

  /// Only a number, or a pointer, that the body can name tells which elements a
  /// call changes.
  bool isCounted() const {
    const LoopShape &shape = question_.facts.shape;
    const VarDecl *named = shape.header.kind == Header::Kind::Counted
                               ? shape.variable
                               : shape.list;
    return named && !question_.facts.scope.declaresAnother(named);
  }

  /// groupOf() returns the group that `object` belongs to. What it joins
  /// becomes one group.
  Group &groupOf(const Object &object) {
    Group joined;
    joined.owned.object = object;
    for (Group &group : groups_) {
      if (!overlaps(group.owned.object, object))
        continue;
      if (group.owned.object.path.size() < joined.owned.object.path.size())
        joined.owned.object = group.owned.object;
      joined.possible &= group.possible;
      joined.needsElements |= group.needsElements;
      llvm::append_range(joined.byElements, group.byElements);
      llvm::append_range(joined.changes, group.changes);
      llvm::append_range(joined.owned.targets, group.owned.targets);
    }
    llvm::erase_if(groups_, [&](const Group &group) {
      return overlaps(group.owned.object, object);
    });
    groups_.push_back(std::move(joined));
    return groups_.back();
  }

  /// keepOneForEachPointer() leaves one target for a call that changes several
  /// fields of what its pointer refers to.
  static void keepOneForEachPointer(std::vector<Target> &targets) {
    llvm::DenseSet<const Expr *> known;
    llvm::erase_if(targets, [&](const Target &target) {
      return target.isBehind && !known.insert(target.expr).second;
    });
  }

  /// makeTargetsAlike() lets all targets be of one type where one of them is
  /// not bytes: a container may move its elements, so that only the container
  /// itself has an address that the parent knows.
  void makeTargetsAlike(Group &group) {
    std::vector<Target> &targets = group.owned.targets;
    const auto container = llvm::find_if(
        targets, [](const Target &target) { return !target.asBytes; });
    if (container == targets.end())
      return;
    if (hasTargetBehind(group))
      return makeTargetsBehind(group);
    const QualType type = container->expr->getType();
    for (Target &target : targets) {
      const Expr *at = target.expr;
      while (at &&
             (isHidden(at) || !question_.facts.context.hasSameUnqualifiedType(
                                  at->getType(), type)))
        at = holderOf(at);
      if (at == target.expr)
        continue;
      const bool inBody = at && question_.facts.statements.isWithin(
                                    at, {question_.facts.shape.body});
      const std::optional<Target> holder =
          inBody ? targetFinder_.at(at) : std::nullopt;
      if (holder && overlaps(holder->object, group.owned.object))
        target = *holder;
      else
        group.possible = false;
    }
  }

  /// makeTargetsBehind() lets all targets be objects that pointers refer to,
  /// where one of them travels as a whole.
  void makeTargetsBehind(Group &group) {
    std::vector<Target> &targets = group.owned.targets;
    const auto first = llvm::find_if(
        targets, [](const Target &target) { return target.isBehind; });
    const QualType type = typeOf(*first);
    for (Target &target : targets) {
      const std::optional<Target> behind =
          target.isBehind ? std::optional(target)
                          : targetFinder_.behind(target.expr, target.object);
      if (behind &&
          question_.facts.context.hasSameUnqualifiedType(typeOf(*behind), type))
        target = *behind;
      else
        group.possible = false;
    }
    keepOneForEachPointer(targets);
  }

  /// What a range-for loop declares behind the scenes has no text.
  static bool isHidden(const Expr *access) {
    const auto *named =
        llvm::dyn_cast<DeclRefExpr>(access->IgnoreParenImpCasts());
    return named && named->getDecl()->isImplicit();
  }

  /// holderOf() returns what `access` designates a part of: one step nearer to
  /// its name, or what a local reference stands for.
  const Expr *holderOf(const Expr *access) const {
    if (const Expr *base = baseOf(access, question_.facts.callees))
      return base;
    const auto *named =
        llvm::dyn_cast<DeclRefExpr>(access->IgnoreParenImpCasts());
    const auto *variable =
        named ? llvm::dyn_cast<VarDecl>(named->getDecl()) : nullptr;
    const bool isOwnName = variable &&
                           variable != question_.facts.shape.variable &&
                           question_.facts.scope.declares(variable);
    const bool isAlias =
        isOwnName && (variable->getType()->isReferenceType() ||
                      (variable->isImplicit() &&
                       question_.facts.scope.sources(variable).size() == 1));
    return isAlias ? variable->getInit() : nullptr;
  }

  bool decide(Group &group) {
    const Object &object = group.owned.object;
    if (question_.mustReplay(object) || !pointerStays(object) ||
        takesDescriptor(group) ||
        llvm::any_of(group.owned.targets, [](const Target &target) {
          return isBehindSmartPointer(target.expr);
        }))
      return false;
    if (!group.needsElements && !headerReads(group, {object}, true) &&
        decideWhole(group))
      return true;
    return !headerReads(group, changedObjects(group), false) &&
           isSliceByElements(group);
  }

  bool decideWhole(Group &group) {
    if (!decideRole(group))
      return false;
    const bool isNoted =
        llvm::any_of(group.owned.targets,
                     [](const Target &target) { return target.before; });
    if (!isNoted) {
      noteBefore(
          group.owned.targets,
          rowsTouched(question_.facts, group.owned.object, travelling(group)));
    }
    return true;
  }

  bool decideRole(Group &group) {
    if (isVouched(group))
      return true;
    if (hasTargetBehind(group)) { // All of the object travels.
      group.owned.role = Role::Slice;
      return isSlice(group);
    }
    // How far iterations reach isn't known without a number for each.
    if (group.owned.object.kind == Object::Kind::Pointee &&
        !question_.facts.shape.isNumbered())
      return false;
    if (isWritten(group))
      group.owned.role = Role::Written;
    else if (isTemporary(group))
      group.owned.role = Role::Temporary;
    else if (isSlice(group))
      group.owned.role = Role::Slice;
    else
      return false;
    const bool asBytes = llvm::all_of(
        group.owned.targets, [](const Target &one) { return one.asBytes; });
    return asBytes || !replaysWell(group);
  }

  static bool hasTargetBehind(const Group &group) {
    return llvm::any_of(group.owned.targets,
                        [](const Target &target) { return target.isBehind; });
  }

  /// isElement() returns true for a part of an array, of a container or of what
  /// a pointer refers to.
  bool isElement(const Expr *expr) const {
    for (const Expr *at = expr; at; at = holderOf(at)) {
      const Expr *plain = at->IgnoreParenImpCasts();
      const auto *member = llvm::dyn_cast<MemberExpr>(plain);
      const bool followsPointer =
          member && member->isArrow() &&
          !llvm::isa<CXXThisExpr>(member->getBase()->IgnoreParenImpCasts());
      if (followsPointer ||
          llvm::isa<ArraySubscriptExpr, CallExpr, UnaryOperator>(plain))
        return true;
    }
    return false;
  }

  /// isVouched() returns true where the user promises what can't be proven.
  bool isVouched(Group &group) const {
    const Object &object = group.owned.object;
    const bool isIndependent =
        question_.isIndependent(object) &&
        llvm::all_of(group.owned.targets, [&](const Target &target) {
          return isElement(target.expr);
        });
    group.owned.role = isIndependent ? Role::Slice : Role::Temporary;
    return isIndependent ||
           (object.kind == Object::Kind::Pointee && isTemporary(group));
  }

  /// changedObjects() returns what of a group is changed: where only elements
  /// travel, the bound beside them in one struct stays.
  static Objects changedObjects(const Group &group) {
    Objects all;
    for (const Change *change : group.changes)
      for (const Object &object : change->objects)
        if (overlaps(object, group.owned.object))
          join(all, {object});
    return all;
  }

  /// headerReads() returns true where the condition or the increment reads one
  /// of the objects: workers run both over iterations of others, whose changes
  /// they may know or not. Only where more than elements may change, sizes
  /// count.
  bool headerReads(const Group &group, const Objects &objects, bool withSizes) {
    const auto *plain = llvm::dyn_cast<ForStmt>(question_.facts.loop);
    const auto *range = llvm::dyn_cast<CXXForRangeStmt>(question_.facts.loop);
    std::vector<const Stmt *> parts;
    for (const Stmt *part : {plain ? plain->getCond() : range->getCond(),
                             plain ? plain->getInc() : range->getInc()})
      if (part)
        parts.push_back(part);
    const auto readBy = [&](const Mention &one, const Object &object) {
      return concerns(one, object) &&
             (one.callee.empty() || isAccessorCall(one.expr)
                  ? reads(uses_.follow(one.expr), group, object, withSizes)
                  : !one.asksForSize ||
                        (withSizes && mayResize(group, typeOf(one.object))));
    };
    return llvm::any_of(
        question_.facts.effects.mentions, [&](const Mention &one) {
          return question_.facts.statements.isWithin(one.expr, parts) &&
                 llvm::any_of(objects, [&](const Object &object) {
                   return readBy(one, object);
                 });
        });
  }

  /// mayResize() returns true where the loop may change a container of that
  /// type, or replace something that holds one. A size stays what it was where
  /// only elements are changed.
  static bool mayResize(const Group &group, QualType container) {
    if (container.isNull())
      return true;
    container = container.getNonReferenceType();
    if (container->isPointerType())
      container = container->getPointeeType();
    container = container.getCanonicalType().getUnqualifiedType();
    return llvm::any_of(group.owned.targets, [&](const Target &target) {
      return mayContain(typeOf(target), container);
    });
  }

  /// A pointer to an object is on the way to its other fields, too.
  bool reads(const Use &use, const Group &group, const Object &object,
             bool withSizes) {
    if (use.kind == Use::Kind::Size)
      return withSizes && mayResize(group, use.whole->getType());
    if (use.kind != Use::Kind::Read || !use.whole->isGLValue())
      return use.kind == Use::Kind::Read;
    return llvm::any_of(resolver_.designated(use.whole),
                        [&](const Object &one) {
                          return one.kind == Object::Kind::Unknown ||
                                 one.kind == Object::Kind::LocalIndirect ||
                                 overlaps(one, object);
                        });
  }

  /// Where a pointer is changed, workers may have given it memory of their own.
  bool pointerStays(const Object &object) const {
    if (object.kind != Object::Kind::Pointee)
      return true;
    Object pointer = object;
    pointer.kind = Object::Kind::Outside;
    return llvm::none_of(groups_, [&](const Group &group) {
      return overlaps(group.owned.object, pointer);
    });
  }

  /// The number of a file that a worker opens means nothing to the parent.
  bool takesDescriptor(const Group &group) const {
    return llvm::any_of(group.changes, [&](const Change *change) {
      return opensFile(question_.facts.statements.fullExpression(change->node));
    });
  }

  static bool opensFile(const Stmt *statement) {
    const auto *call = llvm::dyn_cast<CallExpr>(statement);
    return (call && call->getDirectCallee() &&
            makesDescriptor(call->getDirectCallee())) ||
           llvm::any_of(statement->children(), [](const Stmt *child) {
             return child && opensFile(child);
           });
  }

  bool concerns(const Mention &mention, const Object &object) const {
    Object mentioned = mention.object;
    if (object.kind == Object::Kind::Pointee &&
        mentioned.kind == Object::Kind::Outside && !mention.onlyPointer)
      mentioned.kind = Object::Kind::Pointee; // The way to it.
    return overlaps(mentioned, object);
  }

  /// isWritten() returns true if nothing reads the object.
  bool isWritten(const Group &group) const {
    for (const Mention &mention : question_.facts.effects.mentions) {
      if (!concerns(mention, group.owned.object))
        continue;
      if (!mention.callee.empty() && !isAccessorCall(mention.expr))
        return false;
      if (readsOld(uses_.follow(mention.expr), group))
        return false;
    }
    return true;
  }

  static bool isPointer(QualType type) {
    return !type.isNull() && (type->isPointerType() || isPointerLike(type));
  }

  /// What a std::shared_ptr in a container owns may belong to another one, too.
  static bool isBehindSmartPointer(const Stmt *target) {
    const auto *op = llvm::dyn_cast<CXXOperatorCallExpr>(target);
    const CXXRecordDecl *record =
        op && op->getNumArgs() > 0
            ? op->getArg(0)->getType()->getAsCXXRecordDecl()
            : nullptr;
    if (record && isStandard(record) && record->getIdentifier() &&
        record->getName().ends_with("_ptr") &&
        !isUniqueOwner(op->getArg(0)->getType()) &&
        !llvm::isa<DeclRefExpr, MemberExpr>(
            op->getArg(0)->IgnoreParenImpCasts()))
      return true;
    return llvm::any_of(target->children(), [](const Stmt *child) {
      return child && isBehindSmartPointer(child);
    });
  }

  bool isAccessorCall(const Expr *expr) const {
    const auto *call = llvm::dyn_cast<CallExpr>(expr);
    return call && call->getDirectCallee() &&
           isOwnAccessor(call->getDirectCallee(), question_.facts.callees);
  }

  bool readsOld(const Use &use, const Group &group) const {
    switch (use.kind) {
    case Use::Kind::Alias:
      return false;
    case Use::Kind::Place: // An element or an object that is a pointer is read.
      return use.firstIndex || isPointer(typeOf(group.owned.object));
    case Use::Kind::Size: // Of a container that stays as large as it is.
      return use.firstIndex || mayResize(group, use.whole->getType());
    case Use::Kind::Target: {
      const Expr *expr = use.whole->IgnoreParenImpCasts();
      return llvm::any_of(group.owned.targets, [&](const Target &target) {
        return target.expr == expr && !target.overwrites;
      });
    }
    case Use::Kind::Read:
      return true;
    }
    return true;
  }

  bool isTemporary(const Group &group) const {
    return llvm::all_of(group.changes, [&](const Change *change) {
      return llvm::all_of(change->objects, [&](const Object &object) {
        return !overlaps(object, group.owned.object) ||
               question_.isTemporary(object);
      });
    });
  }

  /// isSlice() returns true if each iteration has elements of its own.
  bool isSlice(Group &group) const {
    auto outcome =
        ownElements(question_.facts, group.owned.object, travelling(group));
    auto *own = std::get_if<OwnElements>(&outcome);
    if (!own)
      return false;
    noteBefore(group.owned.targets, own->rows);
    group.owned.checks = std::move(own->checks);
    return true;
  }

  static std::vector<Travelling> travelling(const Group &group) {
    std::vector<Travelling> all;
    for (const Target &target : group.owned.targets)
      all.push_back({target.expr, target.isBehind});
    return all;
  }

  /// noteBefore() takes over where the elements of targets can be noted. Only a
  /// number, or a pointer, that the body can name tells which these are.
  void noteBefore(std::vector<Target> &targets,
                  const std::vector<NotedBefore> &rows) const {
    if (!isCounted())
      return;
    for (const NotedBefore &row : rows)
      for (Target &target : targets)
        if (target.expr == row.target) {
          target.before = row.loop;
          target.elements = row.elements;
        }
  }

  /// isSliceByElements() returns true if that holds for what functions in sight
  /// change, element by element.
  bool isSliceByElements(Group &group) const {
    std::vector<Travelling> travelling;
    std::vector<const Expr *> calls;
    for (const Target &target : group.byElements)
      if (isCall(target))
        calls.push_back(target.expr);
      else
        travelling.push_back({target.expr, target.isBehind});
    const bool asBytes = llvm::all_of(
        group.byElements, [](const Target &target) { return target.asBytes; });
    if (calls.empty() || !asBytes)
      return false;
    auto outcome =
        ownElements(question_.facts, group.owned.object, travelling, calls);
    auto *own = std::get_if<OwnElements>(&outcome);
    if (!own)
      return false;
    auto elements = own->elements.begin();
    for (Target &target : group.byElements)
      if (isCall(target))
        target.elements = *elements++;
    noteBefore(group.byElements, own->rows);
    group.owned.targets = std::move(group.byElements);
    group.owned.checks = std::move(own->checks);
    group.owned.role = Role::Slice;
    return true;
  }

  static bool isCall(const Target &target) {
    return llvm::isa<CallExpr>(target.expr) && !target.expr->isLValue();
  }

  /// replaysWell() returns true if nothing but the statements that change the
  /// object names it, and all these can be replayed. Functions that they are
  /// handed are work for the workers.
  bool replaysWell(const Group &group) const {
    const Statements &statements = question_.facts.statements;
    std::vector<const Stmt *> roots;
    for (const Change *change : group.changes) {
      const Expr *root = statements.fullExpression(change->node);
      if (!root || !change->replayable || statements.isValueUsed(root) ||
          statements.isInLambda(root) || handsOverFunction(change->node))
        return false;
      roots.push_back(root);
    }
    return group.owned.object.kind == Object::Kind::Outside &&
           llvm::all_of(question_.facts.effects.mentions,
                        [&](const Mention &one) {
                          return !concerns(one, group.owned.object) ||
                                 (!one.throughAlias &&
                                  statements.isWithin(one.expr, roots));
                        });
  }

  /// giveUpOne() leaves a group to be replayed whose changes need something
  /// that is replayed. Returns false if there is none.
  bool giveUpOne() {
    for (Group &group : groups_)
      if (group.possible && needsReplayed(group)) {
        group.possible = false;
        return true;
      }
    return false;
  }

  bool needsReplayed(const Group &group) const {
    std::vector<const Stmt *> roots;
    for (const Change *change : group.changes)
      roots.push_back(question_.facts.statements.fullExpression(change->node));
    return llvm::any_of(
        question_.facts.effects.mentions, [&](const Mention &one) {
          return isReplayed(one.object) &&
                 question_.facts.statements.isWithin(one.expr, roots);
        });
  }

  bool isReplayed(const Object &object) const {
    return llvm::any_of(groups_, [&](const Group &group) {
      return !group.possible && overlaps(group.owned.object, object);
    });
  }

  const OwnershipQuestion &question_;
  ObjectResolver resolver_;
  TargetFinder targetFinder_;
  llvm::DenseSet<const Expr *> targetExprs_;
  Uses uses_;
  std::vector<Group> groups_;
};

} // namespace

std::vector<OwnedObject> findOwned(const OwnershipQuestion &question) {
  return OwnershipFinder(question).run();
}

} // namespace paraloop
