// MakePlan.cpp: writes down what was decided, in the order of the source.

#include "MakePlan.h"

#include "AddressTaken.h"
#include "FieldLists.h"
#include "LoopNames.h"
#include "Reasons.h"
#include "RoleOptions.h"
#include "SharedVariables.h"
#include "SourceText.h"
#include "StandardLibrary.h"
#include "Weight.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/Stmt.h"
#include "clang/Basic/SourceManager.h"

#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <map>
#include <set>

using namespace clang;

namespace paraloop {
namespace {

class PlanMaker {
public:
  explicit PlanMaker(const PlanQuestion &question)
      : facts_(question.facts), loop_(question.loop),
        division_(question.division), aliases_(question.aliases),
        updates_(question.division.replay.updates) {
    llvm::sort(updates_, [](const SplitStatement &a, const SplitStatement &b) {
      return a.places.back().offset < b.places.back().offset;
    });
  }

  std::optional<LoopPlan> run() {
    const PresumedLoc place =
        facts_.context.getSourceManager().getPresumedLoc(loop_.keyword);
    plan_.file = place.getFilename();
    plan_.line = place.getLine();
    plan_.header = facts_.shape.header;
    if (const VarDecl *own = facts_.shape.variable)
      plan_.variable = own->getNameAsString();
    addVariables();
    addUpdates();
    addChecks();
    addOptions();
    plan_.fieldLists = findFieldLists(facts_, division_);
    plan_.ownerLists = findOwnerLists(facts_, aliases_.owners);
    plan_.privates = privatesOf(facts_.shape.body, facts_.context);
    plan_.weights = weights();
    plan_.weights.carried = carriedBytes();
    plan_.header.staysBound = staysBound();
    if (!addBody())
      return std::nullopt;
    return std::move(plan_);
  }

private:
  void addVariables() {
    if (const VarDecl *own = facts_.shape.variable)
      add(own->getNameAsString(), own, own->getType(), Role::LoopVariable, "");
    for (const VarDecl *own : facts_.shape.stepped)
      add(own->getNameAsString(), own, own->getType(), Role::LoopVariable, "");
    for (const ReplayedObject &one : division_.replay.part.objects)
      add(one.object.describe(), one.object.variable, typeOf(one.object),
          Role::Replayed,
          (isReduction(one.object) ? "reduction: " : "") +
              whyChanged(one.object) + ", in iteration order");
    for (const OwnedObject &one : division_.owned) {
      add(one.object.describe(), one.object.variable, typeOf(one.object),
          one.role,
          (one.fold ? "reduction: " : "") + whyChanged(one.object) +
              vouchedFor(one.object));
      llvm::append_range(plan_.conditions, one.checks);
      if (one.fold && one.targets.empty())
        plan_.foldsInCalls.emplace_back(spelledBeforeLoop(one.object, facts_),
                                        *one.fold);
      else if (one.fold)
        plan_.folds.emplace_back(one.object.describe(), *one.fold);
    }
    for (const Mention &mention : facts_.effects.mentions)
      if (!mention.throughAlias &&
          mention.object.kind == Object::Kind::Outside &&
          !division_.replay.part.holds(mention.object) &&
          !isOwned(mention.object))
        addUnchanged(mention.object);
    if (facts_.effects.prints())
      add("standard output", nullptr, {}, Role::Stream,
          division_.replay.part.prints ? "printed in iteration order" : "");
    for (auto &[name, variable] : variables_)
      plan_.variables.push_back(std::move(variable));
  }

  bool isOwned(const Object &object) const {
    return llvm::any_of(division_.owned, [&](const OwnedObject &one) {
      return overlaps(one.object, object);
    });
  }

  void addUnchanged(const Object &object) {
    const bool declared = hasDeclaredStrategy(object);
    const std::string name = object.describe();
    if (declared && !llvm::is_contained(plan_.partials, name))
      plan_.partials.push_back(name);
    const Role role = declared           ? Role::Declared
                      : isShared(object) ? Role::Shared
                      : isIgnored(object, loop_.options.roles)
                          ? Role::Ignored
                          : Role::Broadcast;
    if (role == Role::Broadcast && object.variable &&
        isStandard(object.variable)) // std::ios::in tells nobody anything.
      return;
    add(name, object.variable, typeOf(object), role,
        role == Role::Broadcast
            ? readsInWords(object, facts_.effects.mentions, facts_.context)
            : "");
  }

  bool isReduction(const Object &object) const {
    std::vector<const Stmt *> replayed;
    for (const ReplayRegion &region : division_.replay.part.regions)
      llvm::append_range(replayed, region.statements);
    return paraloop::isReduction(object, facts_.effects.mentions, replayed);
  }

  std::string whyChanged(const Object &object) const {
    std::vector<const Change *> changes;
    for (const Change &change : facts_.effects.changes)
      if (llvm::any_of(change.objects, [&](const Object &changed) {
            return changed.describe() == object.describe();
          }))
        changes.push_back(&change);
    return changesInWords(changes, facts_.context);
  }

  /// vouchedFor() names the role in the attribute that stands for a proof.
  std::string vouchedFor(const Object &object) const {
    const std::vector<NamedRole> &roles = loop_.options.roles;
    if (isVouchedPrivate(object, roles))
      return ", private because the attribute says so";
    return isVouchedIndependent(object, roles)
               ? ", independent because the attribute says so"
               : "";
  }

  /// isElementOfIteration() returns true for an lvalue that is another one in
  /// each iteration, as far as its text tells.
  bool isElementOfIteration(const OwnedObject &one,
                            const Target &target) const {
    if (!target.asBytes || !target.expr->isLValue())
      return false;
    const Expr *plain = target.expr->IgnoreParenImpCasts();
    const Expr *subscript = nullptr;
    if (const auto *element = llvm::dyn_cast<ArraySubscriptExpr>(plain))
      subscript = element->getIdx();
    else if (const auto *call = llvm::dyn_cast<CXXOperatorCallExpr>(plain);
             call && call->getNumArgs() > 1)
      subscript = call->getArg(1);
    return one.role == Role::Slice ||
           (one.role == Role::Written && subscript &&
            !subscript->isIntegerConstantExpr(facts_.context));
  }

  /// carriedBytes() adds up the sizes of the elements that are known to be
  /// different ones in each iteration.
  std::uint64_t carriedBytes() const {
    std::map<std::string, std::uint64_t> sizes; // by what names the element
    for (const OwnedObject &one : division_.owned)
      for (const Target &target : one.targets)
        if (isElementOfIteration(one, target))
          sizes[text(target.range, facts_.context)] =
              facts_.context.getTypeSizeInChars(target.expr->getType())
                  .getQuantity();
    std::uint64_t sum = 0;
    for (const auto &[element, size] : sizes)
      sum += size;
    return sum;
  }

  Weights weights() const {
    std::set<const Stmt *> replayed;
    for (std::size_t index = 0; index < division_.replay.updates.size();
         ++index) {
      const ReplayRegion &region = division_.replay.part.regions[index];
      if (!division_.replay.updates[index].update.fold)
        replayed.insert(region.statements.begin(), region.statements.end());
    }
    std::set<const Stmt *> operands;
    for (const SplitStatement &update : updates_)
      operands.insert(update.operands.begin(), update.operands.end());
    return weigh(
        facts_.shape.body,
        [&](const Stmt *statement) { return replayed.count(statement) != 0; },
        [&](const Stmt *statement) { return operands.count(statement) != 0; });
  }

  void add(const std::string &name, const ValueDecl *variable, QualType type,
           Role role, std::string why) {
    VariablePlan made{
        name,
        type.isNull()
            ? ""
            : type.getNonReferenceType().getUnqualifiedType().getAsString(),
        role, 0, std::move(why)};
    if (variable)
      made.line = lineOf(variable->getLocation(), facts_.context);
    variables_.try_emplace(name, made);
  }

  void addUpdates() {
    for (const SplitStatement &statement : updates_) {
      plan_.updates.push_back(statement.update);
      for (std::size_t index = 0; index < statement.operands.size(); ++index)
        addOwnedIn(plan_.updates.back().operands[index],
                   *statement.operands[index]);
      plan_.foldsFloatingPoint |= statement.foldsFloatingPoint;
      plan_.updateMayThrow |= statement.mayThrow;
    }
  }

  /// addOwnedIn() adds what an operand's evaluation changes in the worker.
  void addOwnedIn(Operand &operand, const Expr &expr) {
    const std::optional<TextRange> whole =
        textRange(expr.getSourceRange(), facts_.context);
    if (!whole)
      return;
    const std::size_t shift = operand.text.find(text(*whole, facts_.context));
    for (const OwnedObject &one : division_.owned)
      for (const Target &target : one.targets)
        if (!target.before && whole->contains(target.range) &&
            shift != std::string::npos)
          operand.edits.push_back({kindFor(one, target),
                                   static_cast<unsigned>(target.range.offset -
                                                         whole->offset + shift),
                                   target.range.length, indexFor(one, target)});
    for (const Guard &guard : aliases_.guards)
      if (const auto range = rangeOf(guard);
          whole->contains(*range) && shift != std::string::npos)
        operand.edits.push_back(
            {BodyEdit::Kind::Guard,
             static_cast<unsigned>(range->offset - whole->offset + shift),
             range->length, guardFor(guard)});
    sortEdits(operand.edits);
  }

  /// staysBound() returns true if nothing can change the bound while the native
  /// loop runs. Where a check at the start is needed to know that, it may fail.
  bool staysBound() const {
    if (facts_.effects.unseenUserCode.isValid() || !plan_.apart.empty() ||
        !plan_.conditions.empty() || !plan_.guards.empty())
      return false;
    const llvm::DenseSet<const ValueDecl *> taken =
        addressTaken(facts_.function, nullptr);
    return llvm::all_of(facts_.effects.mentions, [&](const Mention &mention) {
      const auto *variable =
          llvm::dyn_cast_or_null<VarDecl>(mention.object.variable);
      const bool isOwn = variable && variable->hasLocalStorage() &&
                         !variable->getType()->isReferenceType() &&
                         mention.object.kind == Object::Kind::Outside &&
                         !taken.contains(variable);
      return facts_.statements.isWithin(mention.expr, {facts_.shape.body}) ||
             isOwn || mention.asksForSize;
    });
  }

  std::optional<TextRange> rangeOf(const Guard &guard) const {
    return textRange(guard.access->IgnoreImpCasts()->getSourceRange(),
                     facts_.context);
  }

  static BodyEdit::Kind kindFor(const OwnedObject &one, const Target &target) {
    if (one.fold)
      return BodyEdit::Kind::Part;
    if (target.isBehind)
      return BodyEdit::Kind::OwnBehind;
    return target.elements.empty() ? BodyEdit::Kind::Own
                                   : BodyEdit::Kind::OwnElements;
  }

  /// indexFor() returns the index of the number, of the classes, or of the
  /// statement that notes elements, in the plan.
  std::size_t indexFor(const OwnedObject &one, const Target &target) {
    if (one.fold)
      return llvm::find(plan_.folds,
                        std::pair(one.object.describe(), *one.fold)) -
             plan_.folds.begin();
    if (target.isBehind)
      return indexIn(plan_.classes, classesOf(target));
    return target.elements.empty() ? 0
                                   : indexIn(plan_.elements, target.elements);
  }

  std::string classesOf(const Target &target) const {
    std::vector<std::string> names;
    for (const CXXRecordDecl *one : target.classes)
      names.push_back(nameOfClass(one, facts_.context));
    return llvm::join(names, ", ");
  }

  /// guardFor() returns the index of the guard in the plan.
  std::size_t guardFor(const Guard &guard) {
    return indexIn(plan_.guards, llvm::join(guard.memory, ", "));
  }

  static std::size_t indexIn(std::vector<std::string> &texts,
                             const std::string &text) {
    const auto known = llvm::find(texts, text);
    const std::size_t index = known - texts.begin();
    if (known == texts.end())
      texts.push_back(text);
    return index;
  }

  /// sortEdits() lets an edit come before those inside of it.
  static void sortEdits(std::vector<BodyEdit> &edits) {
    llvm::stable_sort(edits, [](const BodyEdit &a, const BodyEdit &b) {
      return a.offset != b.offset ? a.offset < b.offset : a.length > b.length;
    });
  }

  void addChecks() {
    plan_.apart = aliases_.apart;
    plan_.streams = aliases_.streams;
    for (const std::string &condition : aliases_.conditions)
      if (!llvm::is_contained(plan_.conditions, condition))
        plan_.conditions.push_back(condition);
    plan_.replaysOutput =
        division_.replay.part.prints || division_.replay.callsUnseen();
  }

  void addOptions() {
    const AttributeOptions &options = loop_.options;
    plan_.numProcesses = options.numProcesses;
    plan_.chunk = options.chunk;
    if (options.timeout)
      plan_.timeoutNanoseconds = options.timeout->count();
    plan_.retries = options.retries;
    plan_.onCrash = options.onCrash.value_or("");
    plan_.onTimeout = options.onTimeout.value_or("");
    plan_.progress = options.progress.value_or(false);
  }

  bool addBody() {
    const std::optional<TextRange> body =
        statementRange(facts_.shape.body, facts_.context);
    if (!body)
      return false;
    body_ = *body;
    plan_.body = text(body_, facts_.context);
    plan_.bodyLine = lineOf(facts_.context.getSourceManager().getComposedLoc(
                                body_.file, body_.offset),
                            facts_.context);
    for (std::size_t index = 0; index < updates_.size(); ++index)
      addUpdateEdits(updates_[index], index);
    for (const ExitEdit &exit : facts_.exits.edits)
      addEdit(exit.kind, exit.range);
    for (const SourceRange &attribute : loop_.innerAttributes)
      if (const auto range =
              between(attribute.getBegin(), attribute.getEnd(), facts_.context))
        addEdit(BodyEdit::Kind::Remove, *range);
    for (const OwnedObject &one : division_.owned)
      for (const Target &target : one.targets)
        if (!target.before)
          addEdit(kindFor(one, target), target.range, indexFor(one, target));
    addNotedBefore();
    for (const Guard &guard : aliases_.guards)
      addEdit(BodyEdit::Kind::Guard, *rangeOf(guard), guardFor(guard));
    sortEdits(plan_.bodyEdits);
    return true;
  }

  /// addNotedBefore() notes what an inner loop changes in one statement.
  void addNotedBefore() {
    llvm::MapVector<const Stmt *, std::vector<std::string>> loops;
    for (const OwnedObject &one : division_.owned)
      for (const Target &target : one.targets)
        if (target.before) {
          std::vector<std::string> &texts = loops[target.before];
          if (!llvm::is_contained(texts, target.elements))
            texts.push_back(target.elements);
        }
    for (const auto &[loop, texts] : loops)
      addEdit(BodyEdit::Kind::OwnBefore, *statementRange(loop, facts_.context),
              indexIn(plan_.elements, llvm::join(texts, " ")));
  }

  /// The worker records where the last of the statements stands.
  void addUpdateEdits(const SplitStatement &statement, std::size_t index) {
    for (const TextRange &place : statement.places)
      addEdit(&place == &statement.places.back() ? BodyEdit::Kind::Record
                                                 : BodyEdit::Kind::Remove,
              place, index);
  }

  void addEdit(BodyEdit::Kind kind, const TextRange &range,
               std::size_t update = 0) {
    plan_.bodyEdits.push_back(
        {kind, range.offset - body_.offset, range.length, update});
  }

  const LoopFacts &facts_;
  const AnnotatedLoop &loop_;
  const Division &division_;
  const AliasChecks &aliases_;
  std::vector<SplitStatement> updates_;
  std::map<std::string, VariablePlan> variables_;
  TextRange body_;
  LoopPlan plan_;
};

} // namespace

std::optional<LoopPlan> makePlan(const PlanQuestion &question) {
  return PlanMaker(question).run();
}

} // namespace paraloop
