// Classify.cpp: facts -> roles -> plan, one step after the other (run() is the
// table of contents).

#include "Classify.h"

#include "Aliases.h"
#include "Effects.h"
#include "Exits.h"
#include "LoopShape.h"
#include "MakePlan.h"
#include "Ownership.h"
#include "Places.h"
#include "ReplayPart.h"
#include "RoleOptions.h"
#include "Split.h"
#include "StandardLibrary.h"
#include "Statements.h"
#include "Temporaries.h"
#include "WorkLeft.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"

#include "llvm/ADT/STLExtras.h"

#include <map>

using namespace clang;

namespace paraloop {
namespace {

class Classifier {
public:
  Classifier(ASTContext &context, const AnnotatedLoop &loop,
             const LoopInstance &instance, Callees &callees, bool owns)
      : context_(context), loop_(loop), instance_(instance), callees_(callees),
        owns_(owns), scope_(instance.loop, nullptr), statements_(instance.loop),
        resolver_(scope_, callees) {}

  Verdict run() {
    refusals_ = checkPlace(instance_.loop, instance_.function);
    if (!refusals_.empty())
      return {{}, std::move(refusals_)};
    auto shape =
        loopShape(instance_.loop, instance_.function, context_, callees_);
    if (auto *refusal = std::get_if<Refusal>(&shape))
      return {{}, {std::move(*refusal)}};
    shape_ = std::get<LoopShape>(std::move(shape));
    for (const VarDecl *variable : shape_.adopted)
      scope_.adopt(variable);
    effects_ = effectsOfLoop(instance_.loop, scope_, callees_);
    exits_ = findExits(shape_.body, context_);
    refusals_ = exits_.refusals;
    judgeTemporaries();
    forgetWhatNoWorkerRuns();
    llvm::append_range(refusals_, checkRoles(loop_.options.roles, effects_));
    refuseHiddenState();
    refuseStatements();
    divide();
    refuseReplayedIgnored();
    checkHeader();
    refuseMeanings();
    if (refusals_.empty())
      checkAliases();
    refuseWithoutWork();
    for (Refusal &refusal : refusals_)
      addReason(refusal);
    LoopPlan plan = makePlan();
    return {std::move(plan), std::move(refusals_)};
  }

private:
  void refuse(RefusalId id, SourceLocation where,
              std::vector<std::string> subjects, std::vector<Note> notes = {}) {
    for (const Refusal &known : refusals_)
      if (known.id == id && known.where == where)
        return;
    refusals_.push_back({id, where, std::move(subjects), std::move(notes)});
  }

  /// judgeTemporaries() looks at each changed object: does every iteration
  /// assign it before it reads it?
  void judgeTemporaries() {
    Temporaries temporaries({context_, instance_.function, instance_.loop,
                             shape_.body, scope_, statements_, effects_,
                             exits_.leaving, callees_});
    for (const Change &change : effects_.changes)
      for (const Object &object : change.objects) {
        if (object.kind != Object::Kind::Outside ||
            judged_.count(keyOf(object)) != 0)
          continue;
        const auto verdict = temporaries.judge(object);
        judged_.try_emplace(keyOf(object), verdict);
        if (const auto *temporary = std::get_if<Temporary>(&verdict);
            temporary && !temporary->liveAfter)
          forgotten_.push_back(object);
      }
  }

  /// isForgotten() is true for a temporary that nobody reads after the loop.
  bool isForgotten(const Object &object) const {
    return !mustBeReplayed(object) &&
           llvm::any_of(forgotten_, [&](const Object &known) {
             return overlaps(known, object);
           });
  }

  /// Two variables may have one name.
  static std::string keyOf(const Object &object) {
    std::string key =
        object.describe() + "@" +
        std::to_string(reinterpret_cast<std::uintptr_t>(object.variable));
    for (const FieldDecl *field : object.path)
      key += "." + std::to_string(reinterpret_cast<std::uintptr_t>(field));
    return key;
  }

  bool isTemporary(const Object &object) const {
    const auto judged = judged_.find(keyOf(object));
    return judged != judged_.end() &&
           std::holds_alternative<Temporary>(judged->second);
  }

  /// addReason() replaces the note at the change by one that tells why an
  /// assignment in the same iteration doesn't help.
  void addReason(Refusal &refusal) const {
    if (refusal.subjects.empty())
      return;
    const std::string name = refusal.subjects.front() + "@";
    const auto judged = llvm::find_if(judged_, [&](const auto &one) {
      return llvm::StringRef(one.first).starts_with(name);
    });
    const auto *reason = judged == judged_.end()
                             ? nullptr
                             : std::get_if<NotTemporary>(&judged->second);
    if (reason && reason->assigned.isValid() && !refusal.notes.empty() &&
        reason->read == refusal.where)
      refusal.notes.front() = {reason->assigned, reason->reason};
  }

  /// What stands in a statement that leaves the loop is only ever executed
  /// natively.
  void forgetWhatNoWorkerRuns() {
    const auto isLeft = [&](const Expr *expr) {
      return statements_.isWithin(expr, exits_.leaving);
    };
    llvm::erase_if(effects_.changes,
                   [&](const Change &change) { return isLeft(change.node); });
    llvm::erase_if(effects_.mentions, [&](const Mention &mention) {
      return isLeft(mention.expr);
    });
  }

  void refuseHiddenState() {
    for (const HiddenUse &use : effects_.hidden)
      refuse(RefusalId::HiddenState, use.where, {use.callee, use.what});
    for (const Mention &mention : effects_.mentions)
      if (const auto *variable =
              llvm::dyn_cast_or_null<VarDecl>(mention.object.variable);
          variable && isStandardInput(variable))
        refuse(RefusalId::HiddenState, mention.where,
               {variable->getNameAsString(),
                "is standard input, whose position all iterations share"});
  }

  void refuseStatements() {
    for (const VarDecl *variable : statements_.staticVariables())
      if (!variable->getType().isConstQualified() && !variable->isConstexpr())
        refuse(RefusalId::StaticLocal, variable->getLocation(),
               {variable->getNameAsString()});
    for (const PredefinedExpr *name : statements_.functionNames())
      if (!statements_.isWithinCallThatNeverReturns(name))
        refuse(RefusalId::FunctionName, name->getLocation(),
               {name->getIdentKindName().str()});
  }

  /// Each worker takes and releases its own copy of a lock, and there is nobody
  /// to wait for.
  static bool isMutex(const Object &object) {
    const QualType type = typeOf(object);
    const CXXRecordDecl *record =
        type.isNull() ? nullptr
                      : type.getNonReferenceType()->getAsCXXRecordDecl();
    return record && isStandard(record) && record->getName().ends_with("mutex");
  }

  static bool isRandomEngine(const ValueDecl *variable) {
    const CXXRecordDecl *record =
        variable
            ? variable->getType().getNonReferenceType()->getAsCXXRecordDecl()
            : nullptr;
    return record && isStandard(record) &&
           record->getName().ends_with("_engine");
  }

  static bool isOutputStream(QualType type) {
    const CXXRecordDecl *record =
        type.isNull() ? nullptr
                      : type.getNonReferenceType()->getAsCXXRecordDecl();
    const llvm::StringRef name =
        record && isStandard(record) ? record->getName() : llvm::StringRef();
    return name == "basic_ostream" || name == "basic_ofstream" ||
           name == "basic_ostringstream" || name == "basic_iostream" ||
           name == "basic_fstream" || name == "basic_stringstream";
  }

  static bool isInputStream(const ValueDecl *variable) {
    const CXXRecordDecl *record =
        variable
            ? variable->getType().getNonReferenceType()->getAsCXXRecordDecl()
            : nullptr;
    const llvm::StringRef name =
        record && isStandard(record) ? record->getName() : llvm::StringRef();
    return name == "basic_istream" || name == "basic_ifstream" ||
           name == "basic_istringstream";
  }

  /// divide() decides for each changed object whether workers change their own
  /// copies of it or the parent replays the changes. What a replayed statement
  /// changes, or reads outside of an operand, has to be replayed, too.
  void divide() {
    const std::vector<Refusal> before = refusals_;
    do {
      refusals_ = before;
      changed_.clear();
      updates_.clear();
      findOwnedObjects();
      findChanged();
      replay();
    } while (refusals_.size() == before.size() && drawIntoReplay());
  }

  /// drawIntoReplay() returns true if something that was taken for owned can't
  /// be.
  bool drawIntoReplay() {
    const bool mayThrow =
        llvm::any_of(updates_, [](const SplitStatement &statement) {
          return statement.mayThrow;
        });
    const bool travels = llvm::any_of(
        owned_, [](const OwnedObject &one) { return !one.targets.empty(); });
    if (mayThrow && travels) { // It couldn't be taken back.
      owns_ = false;
      return true;
    }
    const std::size_t known = mustReplay_.size();
    for (const ReplayedObject &one : part_.objects)
      if (isOwned(one.object))
        mustReplay_.push_back(one.object);
    for (const Mention &mention : effects_.mentions)
      if (isOwned(mention.object) && !isReadByWorker(mention.expr))
        mustReplay_.push_back(mention.object);
    return mustReplay_.size() != known;
  }

  void findOwnedObjects() {
    owned_.clear();
    namesOwned_.clear();
    for (const Object &object : forgotten_)
      if (!mustBeReplayed(object))
        owned_.push_back({object, Role::Temporary, {}, {}});
    if (owns_)
      llvm::append_range(
          owned_,
          findOwned(
              {context_, instance_.loop, shape_, scope_, statements_, effects_,
               callees_,
               [&](const Object &object) {
                 return isDeclared(object) || isMutex(object) ||
                        isForgotten(object) ||
                        isIgnored(object, loop_.options.roles);
               },
               [&](const Object &object) { return mustBeReplayed(object); },
               [&](const Object &object) { return isTemporary(object); }}));
    for (const Mention &mention : effects_.mentions)
      if (isOwned(mention.object) ||
          isIgnored(mention.object, loop_.options.roles))
        namesOwned_.insert(mention.expr);
  }

  bool mustBeReplayed(const Object &object) const {
    return llvm::any_of(mustReplay_, [&](const Object &known) {
      return overlaps(known, object);
    });
  }

  bool isOwned(const Object &object) const {
    return llvm::any_of(owned_, [&](const OwnedObject &one) {
      return overlaps(one.object, object);
    });
  }

  /// findChanged() lists the changes of outside objects that are to be
  /// replayed, and refuses those that can be neither replayed nor owned.
  void findChanged() {
    for (const Change &change : effects_.changes)
      for (const Object &object : change.objects)
        judgeChange(change, object);
  }

  void judgeChange(const Change &change, const Object &object) {
    if (isIgnored(object, loop_.options.roles))
      return;
    if (object.kind == Object::Kind::Local &&
        (!object.variable || object.variable != shape_.variable) &&
        !shape_.owns(object.variable))
      return;
    if (object.kind == Object::Kind::Stream)
      return;
    if (object.kind == Object::Kind::LocalIndirect) {
      if (!change.bySystem)
        refuseUnknownTarget(change);
      return;
    }
    if (!statements_.isWithin(change.node, {shape_.body}))
      return judgeStep(change, object);
    if (object.kind == Object::Kind::Local)
      return judgeLoopVariable(change, object);
    if (isDeclared(object) || isMutex(object) || isOwned(object))
      return;
    if (isRandomEngine(object.variable))
      return refuse(RefusalId::HiddenState, change.where,
                    {object.describe(), "is a random number generator, so each "
                                        "value depends on all draws before"});
    if (isInputStream(object.variable))
      return refuse(RefusalId::HiddenState, change.where,
                    {object.describe(),
                     "is read here, and all iterations share its position"});
    if (object.kind == Object::Kind::Unknown)
      return refuseUnknownTarget(change);
    if (object.kind == Object::Kind::Pointee && !change.callee.empty() &&
        !isFile(object))
      return refuse(RefusalId::CalleeChanges, change.node->getExprLoc(),
                    {object.describe(), change.callee},
                    {{change.where, "changed here"}});
    if (object.kind == Object::Kind::Pointee && !isFile(object))
      return refuse(RefusalId::PointerChange, change.where, {object.describe()},
                    whyNotOwned(object));
    changed_.push_back({object, &change});
  }

  /// What a FILE pointer refers to is changed by the system's functions alone.
  static bool isFile(const Object &object) {
    const QualType type = typeOf(object);
    const QualType target = type.isNull() ? type : type->getPointeeType();
    const TagDecl *tag = target.isNull() ? nullptr : target->getAsTagDecl();
    return tag && tag->getName() == "_IO_FILE";
  }

  /// What the header changes beside the variables that it steps.
  void judgeStep(const Change &change, const Object &object) {
    if (object.kind == Object::Kind::Local || isRefused(object))
      return;
    if (isInputStream(object.variable) || isFile(object))
      refuse(RefusalId::HiddenState, change.where,
             {object.describe(),
              "is read here, and all iterations share its position"});
    else
      refuse(RefusalId::LoopHeader, change.where,
             {"it changes " + (object.kind == Object::Kind::Unknown
                                   ? "an unknown object"
                                   : "'" + object.describe() + "'")});
  }

  /// whyNotOwned() shows where iterations may meet.
  std::vector<Note> whyNotOwned(const Object &object) {
    const auto outcome = ownElements(facts(), object);
    const auto *shared = std::get_if<SharedElement>(&outcome);
    if (!shared || shared->other.isInvalid())
      return {};
    return {{shared->other, std::string("another iteration may ") +
                                (shared->otherChanges ? "change" : "read") +
                                " the same element here"}};
  }

  LoopFacts facts() {
    return {context_,    instance_.loop, shape_,  scope_,
            statements_, effects_,       callees_};
  }

  void refuseUnknownTarget(const Change &change) {
    std::vector<Note> notes;
    if (!change.callee.empty())
      notes.push_back(
          {change.where, "'" + change.callee + "' changes it here"});
    refuse(RefusalId::UnknownTarget, change.node->getExprLoc(), {}, notes);
  }

  void judgeLoopVariable(const Change &change, const Object &object) {
    const bool ownCopy =
        shape_.header.kind == Header::Kind::Elements &&
        !shape_.owns(object.variable); // for (auto x : range) { x = ...; }
    if (!ownCopy)
      refuse(RefusalId::LoopVariableChanged, change.node->getExprLoc(),
             {object.variable->getNameAsString()});
  }

  /// A paraloop::Variable with a strategy of the user's own: workers change
  /// their own partial value.
  static bool isDeclared(const Object &object) {
    return object.kind == Object::Kind::Outside && object.path.empty() &&
           object.variable &&
           hasOwnStrategy(object.variable->getType()
                              .getNonReferenceType()
                              ->getAsCXXRecordDecl());
  }

  /// replay() finds the replay part and cuts it out.
  void replay() {
    const ReplayQuestion question{
        shape_.body,
        statements_,
        effects_,
        exits_.leaving,
        changed_,
        [&](const Object &object) {
          return isDeclared(object) || isMutex(object) ||
                 isIgnored(object, loop_.options.roles);
        },
        [&](const Stmt *unit, const ReplayPart &part) {
          return workerPartsOf(unit, part);
        },
        [&](const Stmt *statement) { return isQuiet(statement); }};
    cutOut(question);
    const bool mayShow =
        llvm::any_of(updates_, [](const SplitStatement &statement) {
          return statement.mayThrow || statement.callsUnseen;
        });
    if (!mayShow || !effects_.prints() || part_.prints || !refusals_.empty())
      return;
    // Nothing of what later iterations print may show when an update throws,
    // and an update that prints itself has to keep its place.
    updates_.clear();
    cutOut(question, true);
  }

  void cutOut(const ReplayQuestion &question, bool withPrints = false) {
    part_ = findReplayPart(question, withPrints);
    llvm::append_range(refusals_, part_.refusals);
    if (!part_.refusals.empty())
      return;
    const SplitContext split = splitContext(part_);
    for (const ReplayRegion &region : part_.regions)
      splitOne(region, split);
  }

  /// isQuiet() returns true for what can be computed a little earlier or later:
  /// it changes what it declares at most, and calls nothing unknown.
  bool isQuiet(const Stmt *statement) {
    for (const Change &change : effects_.changes)
      if (statements_.isWithin(change.node, {statement}))
        for (const Object &object : change.objects)
          if (object.kind != Object::Kind::Local ||
              (object.variable &&
               statements_.ownerOf(object.variable) != statement))
            return false;
    for (const Expr *print : effects_.printing)
      if (statements_.isWithin(print, {statement}))
        return false;
    return !callsUnseen(statement);
  }

  bool callsUnseen(const Stmt *statement) {
    if (const auto *call = llvm::dyn_cast<CallExpr>(statement)) {
      const FunctionDecl *callee = call->getDirectCallee();
      const Summary *summary = callee ? callees_.summary(callee) : nullptr;
      const bool known =
          callee && (isStandard(callee) || isFromSystemHeader(callee) ||
                     callee->isImplicit() || callee->isDefaulted());
      if (summary ? summary->callsUnseenUserCode : !known)
        return true;
    }
    return llvm::any_of(statement->children(), [&](const Stmt *child) {
      return child && callsUnseen(child);
    });
  }

  /// workerPartsOf() returns what of a replayed statement the workers evaluate.
  std::vector<const Expr *> workerPartsOf(const Stmt *unit,
                                          const ReplayPart &part) {
    auto made = splitRegion({unit}, splitContext(part));
    if (auto *statement = std::get_if<SplitStatement>(&made))
      return std::move(statement->operands);
    return {};
  }

  SplitContext splitContext(const ReplayPart &part) {
    llvm::DenseSet<const Expr *> names;
    for (const Mention &mention : effects_.mentions)
      if (part.holds(mention.object))
        names.insert(mention.expr);
    for (const Change &change : effects_.changes)
      if (llvm::any_of(change.objects, [&](const Object &object) {
            return part.holds(object);
          }))
        names.insert(change.node);
    for (const DeclRefExpr *use : statements_.uses())
      if (part.locals.contains(use->getDecl()))
        names.insert(use);
    if (part.prints)
      names.insert(effects_.printing.begin(), effects_.printing.end());
    SplitContext split{
        {context_, scope_,
         [&](const Expr *expr) { return pointsOutside(expr); },
         loop_.instances.size() > 1},
        [names = std::move(names)](const Expr *expr) {
          return names.contains(expr);
        },
        [&](const Expr *expr) { return namesOwned_.contains(expr); },
        [&](const FunctionDecl *callee) { return callees_.summary(callee); },
        [&](const Stmt *statement) { return statements_.isInTry(statement); },
        {part.skips.begin(), part.skips.end()},
        {}};
    for (const SourceRange &attribute : loop_.innerAttributes)
      if (const auto range =
              between(attribute.getBegin(), attribute.getEnd(), context_))
        split.removed.push_back(*range);
    return split;
  }

  /// A reference, pointer or iterator of the body to something that was there
  /// before the loop: fork keeps its address.
  bool pointsOutside(const Expr *expr) {
    const auto *named = llvm::dyn_cast<DeclRefExpr>(expr);
    const bool isReference =
        named && named->getDecl()->getType()->isReferenceType();
    const QualType type = expr->getType();
    if (!isReference && !type->isPointerType() && !isPointerLike(type))
      return false;
    const Objects objects =
        isReference ? resolver_.designated(expr) : resolver_.pointees(expr);
    return !objects.empty() && llvm::all_of(objects, [&](const Object &object) {
      return !isOwned(object) &&
             (object.kind == Object::Kind::Outside ||
              object.kind == Object::Kind::Pointee) &&
             !object.indirect;
    });
  }

  void splitOne(const ReplayRegion &region, const SplitContext &split) {
    auto made = splitRegion(region.statements, split);
    const Cause &cause = region.cause;
    if (auto *refusal = std::get_if<Refusal>(&made)) {
      refusal->notes.push_back(
          {cause.change,
           "in the statement that changes '" + cause.subject + "'"});
      refusals_.push_back(std::move(*refusal));
      return;
    }
    auto &statement = std::get<SplitStatement>(made);
    if (statement.mayThrow && statements_.isInTry(region.statements.front()))
      refuse(RefusalId::ChangeInTry, cause.change, {cause.subject});
    refuseOperandsThatChange(region, statement);
    updates_.push_back(std::move(statement));
  }

  /// Two operands of which one changes a variable that the other reads: when
  /// would the other be recorded?
  void refuseOperandsThatChange(const ReplayRegion &region,
                                SplitStatement &statement) {
    if (statement.operands.size() < 2)
      return;
    for (const Change &change : effects_.changes)
      for (const Object &object : change.objects)
        if ((object.kind == Object::Kind::Local || isOwned(object)) &&
            object.variable &&
            statements_.isWithin(change.node, region.statements) &&
            isReadTwice(statement, object.variable)) {
          statement.update.inOrder = true;
          if (isRecordedLate(statement, object.variable))
            refuse(RefusalId::OperandOrder,
                   region.statements.front()->getBeginLoc(), {});
        }
  }

  static bool isReadTwice(const SplitStatement &statement,
                          const ValueDecl *variable) {
    return llvm::count_if(statement.operands, [&](const Expr *operand) {
             return namesVariable(operand, variable);
           }) > 1;
  }

  /// An lvalue is recorded by reference, so at the end.
  static bool isRecordedLate(const SplitStatement &statement,
                             const ValueDecl *variable) {
    return llvm::any_of(statement.operands, [&](const Expr *operand) {
      return operand->isLValue() && namesVariable(operand, variable);
    });
  }

  static bool namesVariable(const Stmt *statement, const ValueDecl *variable) {
    const auto *named = llvm::dyn_cast<DeclRefExpr>(statement);
    return (named && named->getDecl() == variable) ||
           llvm::any_of(statement->children(), [&](const Stmt *child) {
             return child && namesVariable(child, variable);
           });
  }

  /// What the body defines or brings into scope isn't known where the replayed
  /// text stands, before the body.
  void refuseMeanings() {
    const std::optional<TextRange> body =
        updates_.empty() ? std::nullopt : statementRange(shape_.body, context_);
    if (!body)
      return;
    llvm::SmallVector<llvm::StringRef, 64> lines;
    const std::string written = text(*body, context_);
    llvm::StringRef(written).split(lines, '\n');
    for (llvm::StringRef line : lines) {
      line = line.ltrim();
      if (line.consume_front("#") && (line.ltrim().starts_with("define") ||
                                      line.ltrim().starts_with("undef")))
        refuse(RefusalId::UnsupportedStatement, shape_.body->getBeginLoc(),
               {"a macro that is defined in the body"});
    }
    refuseNamesIn(shape_.body);
  }

  void refuseNamesIn(const Stmt *statement) {
    if (const auto *declaration = llvm::dyn_cast<DeclStmt>(statement))
      for (const Decl *one : declaration->decls())
        if (llvm::isa<UsingDecl, UsingDirectiveDecl, NamespaceAliasDecl>(one))
          refuse(RefusalId::UnsupportedStatement, one->getLocation(),
                 {"a using declaration or namespace alias in the body"});
    for (const Stmt *child : statement->children())
      if (child && !llvm::isa<LambdaExpr>(child))
        refuseNamesIn(child);
  }

  /// refuseRegion() tells why a statement that the parent could execute as a
  /// whole leaves nothing to the workers.
  void refuseRegion(const ReplayRegion &region, Refusal obstacle) {
    const Note changed{region.cause.change, "in the statement that changes '" +
                                                region.cause.subject + "'"};
    for (const Change &change : effects_.changes)
      for (const Object &object : change.objects)
        if (!change.callee.empty() && part_.holds(object) &&
            statements_.isWithin(change.node, region.statements))
          return refuse(RefusalId::CalleeChanges, change.node->getExprLoc(),
                        {object.describe(), change.callee},
                        {{change.where, "changed here"}});
    obstacle.notes.push_back(changed);
    refusals_.push_back(std::move(obstacle));
  }

  void refuseRead(const Mention &mention, const Change &change) {
    const std::string subject = mention.object.describe();
    const Note changed{change.where, "changed here"};
    if (!change.callee.empty())
      return refuse(RefusalId::CalleeChanges, change.node->getExprLoc(),
                    {subject, change.callee}, {changed});
    if (!mention.callee.empty())
      return refuse(RefusalId::CalleeReads, mention.expr->getExprLoc(),
                    {subject, mention.callee},
                    {{mention.where, "read here"}, changed});
    refuse(RefusalId::Carried, mention.where, {subject}, {changed});
  }

  /// checkHeader() refuses a header that reads what the body changes.
  void checkHeader() {
    for (const Mention &mention : effects_.mentions)
      if (const Change *change = part_.changeOf(mention.object);
          change && !statements_.isWithin(mention.expr, {shape_.body}) &&
          !isRefused(mention.object))
        refuseHeader(mention, {{change->where, "changed here"}});
  }

  /// One reason for a variable is enough: what follows from it would only hide
  /// it.
  bool isRefused(const Object &object) const {
    return llvm::any_of(refusals_, [&](const Refusal &known) {
      return !known.subjects.empty() &&
             known.subjects.front() == object.describe();
    });
  }

  /// A range-for loop names its range several times behind the scenes; once is
  /// enough.
  void refuseHeader(const Mention &mention, const std::vector<Note> &notes) {
    for (const Refusal &known : refusals_)
      if (known.id == RefusalId::HeaderReadsChanged)
        return;
    const auto *range = llvm::dyn_cast<CXXForRangeStmt>(instance_.loop);
    refuse(RefusalId::HeaderReadsChanged,
           range ? range->getRangeInit()->getExprLoc() : mention.where,
           {mention.object.describe()}, notes);
  }

  /// Where workers would only record what the parent then does, and each
  /// iteration needs what the one before made, nothing is left to them.
  void refuseWithoutWork() {
    if (!refusals_.empty() || part_.regions.empty())
      return;
    std::vector<const Stmt *> replayed;
    for (const ReplayRegion &region : part_.regions)
      llvm::append_range(replayed, region.statements);
    std::vector<const Expr *> operands;
    for (const SplitStatement &statement : updates_)
      llvm::append_range(operands, statement.operands);
    if (hasWork(shape_.body, replayed, operands))
      return;
    refuseChain(replayed);
    for (std::size_t index = 0; index < updates_.size(); ++index)
      if (updates_[index].obstacle && refusals_.empty() &&
          holdsWork(part_.regions[index], updates_[index]))
        refuseRegion(part_.regions[index], *updates_[index].obstacle);
    for (std::size_t index = 0; index < updates_.size(); ++index)
      if (updates_[index].update.isBlock && refusals_.empty())
        refuseBlock(part_.regions[index], updates_[index].operands);
  }

  /// holdsWork() is true where the parent would do what workers are there for.
  static bool holdsWork(const ReplayRegion &region,
                        const SplitStatement &statement) {
    const std::vector<const Stmt *> ofWorker(statement.operands.begin(),
                                             statement.operands.end());
    return statement.obstacle->id == RefusalId::OperandType ||
           llvm::any_of(region.statements, [&](const Stmt *one) {
             return callsOrLoops(one, ofWorker);
           });
  }

  /// refuseBlock() is for statements that hold all the work, because it hangs
  /// on what earlier iterations made.
  void refuseBlock(const ReplayRegion &region,
                   const std::vector<const Expr *> &operands) {
    const std::vector<const Stmt *> ofWorker(operands.begin(), operands.end());
    if (llvm::none_of(region.statements, [&](const Stmt *statement) {
          return callsOrLoops(statement, ofWorker);
        }))
      return;
    for (const Mention &mention : effects_.mentions)
      if (const Change *change = part_.changeOf(mention.object);
          change && statements_.isWithin(mention.expr, region.statements))
        return refuseRead(mention, *change);
  }

  void refuseChain(llvm::ArrayRef<const Stmt *> replayed) {
    for (const Mention &mention : effects_.mentions)
      if (const Change *change = part_.changeOf(mention.object);
          change && isChained(mention, replayed))
        return refuseRead(mention, *change);
  }

  /// Only workers know what they made of an ignored variable: the program's own
  /// must not stand in for it.
  void refuseReplayedIgnored() {
    for (const Mention &mention : effects_.mentions)
      if (isIgnored(mention.object, loop_.options.roles) &&
          !isReadByWorker(mention.expr))
        refuse(RefusalId::RoleMismatch, mention.expr->getExprLoc(),
               {mention.object.describe(), "ignore",
                "is needed by a replayed statement",
                "compute what the statement needs into a variable of the body "
                "first"});
  }

  /// What the parent reads in a replayed statement is what the sequential
  /// program would read there, by whatever name.
  bool isReadByWorker(const Expr *expr) const {
    const auto isReplayed = [&](const ReplayRegion &region) {
      return statements_.isWithin(expr, region.statements);
    };
    const auto isOperand = [&](const SplitStatement &statement) {
      return llvm::any_of(statement.operands, [&](const Expr *operand) {
        return statements_.isWithin(expr, {operand});
      });
    };
    return llvm::none_of(part_.regions, isReplayed) ||
           llvm::any_of(updates_, isOperand);
  }

  void checkAliases() {
    const LoopFacts facts = this->facts();
    AliasQuestion question{
        instance_.function,   facts, {}, {}, effects_.unseenUserCode,
        effects_.unseenCallee};
    addAliases(findAliasesBehindPointers(question));
    for (const ReplayedObject &changed : part_.objects)
      if (llvm::none_of(question.changed, [&](const Object &known) {
            return overlaps(known, changed.object);
          }))
        question.changed.push_back(changed.object);
    for (const Mention &mention : effects_.mentions)
      if (!part_.holds(mention.object) && isReadByWorker(mention.expr))
        question.reads.push_back(&mention);
    addAliases(findAliases(question));
    const std::vector<Object> replayed = std::move(question.changed);
    for (const OwnedObject &one : owned_) {
      question.changed = {one.object};
      question.reads.clear();
      for (const Mention &mention : effects_.mentions)
        if (!overlaps(mention.object, one.object))
          question.reads.push_back(&mention);
      addAliases(findAliases(question));
    }
    for (const Object &object : replayed)
      if ((isOutputStream(typeOf(object)) || isFile(object)) &&
          !llvm::is_contained(streams_, spelling(object)))
        streams_.push_back(spelling(object));
  }

  void addAliases(Aliases aliases) {
    llvm::append_range(refusals_, aliases.refusals);
    llvm::append_range(conditions_, aliases.checks);
    for (auto &pair : aliases.apart)
      if (!llvm::is_contained(apart_, pair) &&
          !llvm::is_contained(apart_, std::make_pair(pair.second, pair.first)))
        apart_.push_back(std::move(pair));
  }

  LoopPlan makePlan() {
    const auto isDeclaredVariable = [](const Object &object) {
      return isDeclared(object);
    };
    const PlanFacts facts{context_, loop_,  shape_,   effects_,          exits_,
                          part_,    owned_, updates_, isDeclaredVariable};
    std::optional<LoopPlan> plan = paraloop::makePlan(facts);
    if (!plan) {
      refuse(RefusalId::BodyInMacro, shape_.body->getBeginLoc(), {});
      return {};
    }
    plan->apart = apart_;
    for (const std::string &condition : conditions_)
      if (!llvm::is_contained(plan->conditions, condition))
        plan->conditions.push_back(condition);
    plan->streams = streams_;
    plan->replaysOutput =
        part_.prints ||
        llvm::any_of(updates_, [](const SplitStatement &statement) {
          return statement.callsUnseen;
        });
    return *std::move(plan);
  }

  ASTContext &context_;
  const AnnotatedLoop &loop_;
  const LoopInstance &instance_;
  Callees &callees_;
  bool owns_; ///< Workers may change their own copies of objects.
  Scope scope_;
  const Statements statements_;
  ObjectResolver resolver_;

  LoopShape shape_;
  Effects effects_;
  Exits exits_;
  std::vector<ReplayedObject> changed_; ///< What has to be replayed at least.
  ReplayPart part_;
  std::vector<Object> mustReplay_; ///< What could be owned otherwise.
  std::map<std::string, std::variant<Temporary, NotTemporary>> judged_;
  std::vector<Object> forgotten_; ///< Temporaries that nobody reads afterwards.
  std::vector<OwnedObject> owned_;
  llvm::DenseSet<const Expr *>
      namesOwned_; ///< Expressions that name something owned.
  std::vector<SplitStatement> updates_;
  std::vector<std::pair<std::string, std::string>> apart_;
  std::vector<std::string> conditions_; ///< More checks for the loop's start.
  std::vector<std::string> streams_;
  std::vector<Refusal> refusals_;
};

} // namespace

Verdict classify(ASTContext &context, const AnnotatedLoop &loop,
                 const LoopInstance &instance, Callees &callees) {
  Verdict verdict = Classifier(context, loop, instance, callees, true).run();
  if (verdict.refusals.empty())
    return verdict;
  // With all changes replayed, a loop may be possible that isn't otherwise.
  Verdict replayed = Classifier(context, loop, instance, callees, false).run();
  return replayed.refusals.empty() ? replayed : verdict;
}

} // namespace paraloop
