// Classify.cpp: facts -> roles -> plan, one step after the other (run() is the
// table of contents).

#include "Classify.h"

#include "Aliases.h"
#include "Effects.h"
#include "Exits.h"
#include "LoopShape.h"
#include "Reasons.h"
#include "RoleOptions.h"
#include "Split.h"
#include "StandardLibrary.h"
#include "Statements.h"
#include "Weight.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"

#include "llvm/ADT/STLExtras.h"

#include <map>
#include <set>

using namespace clang;

namespace paraloop {
namespace {

class Classifier {
public:
  Classifier(ASTContext &context, const AnnotatedLoop &loop,
             const LoopInstance &instance, Callees &callees)
      : context_(context), loop_(loop), instance_(instance), callees_(callees),
        scope_(instance.loop, nullptr), statements_(instance.loop) {}

  Verdict run() {
    auto shape = loopShape(instance_.loop, context_, callees_);
    if (auto *refusal = std::get_if<Refusal>(&shape))
      return {{}, {std::move(*refusal)}};
    shape_ = std::get<LoopShape>(std::move(shape));
    effects_ = collectEffects(instance_.loop, scope_, callees_);
    exits_ = findExits(shape_.body, context_);
    refusals_ = exits_.refusals;
    forgetWhatNoWorkerRuns();
    llvm::append_range(refusals_, checkRoles(loop_.options.roles, effects_));
    refuseHiddenState();
    refuseStatements();
    findChanged();
    findNamesOfChanged();
    splitStatements();
    checkReads();
    checkAliases();
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
    const FunctionDecl *function = instance_.function;
    const auto *method = llvm::dyn_cast_or_null<CXXMethodDecl>(function);
    if (function && function->isConstexpr() &&
        !(method && method->getParent()->isLambda()))
      refuse(RefusalId::UnsupportedStatement, instance_.loop->getBeginLoc(),
             {"a loop of a constexpr function"});
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

  /// findChanged() lists the changes of outside objects that are to be
  /// replayed, and refuses all others.
  void findChanged() {
    for (const Change &change : effects_.changes)
      for (const Object &object : change.objects)
        judgeChange(change, object);
  }

  void judgeChange(const Change &change, const Object &object) {
    if (isIgnored(object, loop_.options.roles))
      return;
    if (object.kind == Object::Kind::Local &&
        object.variable != shape_.variable)
      return;
    if (object.kind == Object::Kind::Stream)
      return;
    if (object.kind == Object::Kind::LocalIndirect) {
      if (!change.bySystem)
        refuseUnknownTarget(change);
      return;
    }
    if (!statements_.isWithin(change.node, {shape_.body})) {
      if (object.kind != Object::Kind::Local && !isRefused(object))
        refuse(RefusalId::HeaderReadsChanged, change.where,
               {object.describe()});
      return; // The loop's own stepping.
    }
    if (object.kind == Object::Kind::Local)
      return judgeLoopVariable(change);
    if (isDeclared(object) || isMutex(object))
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
    if (!change.replayable)
      return refuse(RefusalId::CalleeChanges, change.node->getExprLoc(),
                    {object.describe(), change.callee},
                    {{change.where, "changed here"}});
    if (object.kind == Object::Kind::Pointee)
      return refuse(RefusalId::PointerChange, change.where,
                    {object.describe()});
    changed_.push_back({&change, object});
  }

  void refuseUnknownTarget(const Change &change) {
    std::vector<Note> notes;
    if (!change.callee.empty())
      notes.push_back(
          {change.where, "'" + change.callee + "' changes it here"});
    refuse(RefusalId::UnknownTarget, change.node->getExprLoc(), {}, notes);
  }

  void judgeLoopVariable(const Change &change) {
    const bool ownCopy =
        shape_.header.kind ==
        Header::Kind::Elements; // for (auto x : range) { x = ...; }
    if (!ownCopy)
      refuse(RefusalId::LoopVariableChanged, change.node->getExprLoc(),
             {shape_.variable->getNameAsString()});
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

  /// The change that makes `object` a changed one, or null.
  const Change *changeOf(const Object &object) const {
    if (object.kind != Object::Kind::Outside)
      return nullptr;
    for (const auto &[change, changed] : changed_)
      if (overlaps(changed, object))
        return change;
    return nullptr;
  }

  void findNamesOfChanged() {
    for (const Mention &mention : effects_.mentions)
      if (changeOf(mention.object))
        names_.insert(mention.expr);
  }

  void splitStatements() {
    const SplitContext split{
        context_, scope_,
        [&](const Expr *expr) { return names_.contains(expr); },
        [&](const FunctionDecl *callee) { return callees_.summary(callee); },
        loop_.instances.size() > 1};
    for (const auto &[change, object] : changed_) {
      const Expr *root = statements_.fullExpression(change->node);
      if (!root || statements_.isValueUsed(root)) {
        refuse(RefusalId::ChangeValueUsed, change->where, {object.describe()});
        refused_.insert(root);
        continue;
      }
      if (statements_.isInLambda(root)) {
        refuse(RefusalId::ChangeInLambda, change->where, {object.describe()});
        continue;
      }
      if (!replayed_.insert(root).second)
        continue;
      auto made = splitStatement(root, split);
      if (auto *refusal = std::get_if<Refusal>(&made)) {
        refusal->notes.push_back(
            {change->where,
             "in the statement that changes '" + object.describe() + "'"});
        refusals_.push_back(std::move(*refusal));
        continue;
      }
      const auto &statement = std::get<SplitStatement>(made);
      if (statement.mayThrow && statements_.isInTry(root))
        refuse(RefusalId::ChangeInTry, change->where, {object.describe()});
      if (statement.mayThrow && effects_.prints)
        refuse(RefusalId::UpdateMayThrow, change->where, {object.describe()});
      refuseBackflow(root, object);
      refuseOperandsThatChange(root, statement);
      updates_.push_back(statement);
    }
  }

  /// A replayed statement must not change a variable of the body, or print: the
  /// worker would not see it.
  void refuseBackflow(const Expr *root, const Object &object) {
    for (const Change &change : effects_.changes) {
      if (change.moved || !statements_.isWithin(change.node, {root}) ||
          !namesChangedBelow(change.node))
        continue;
      for (const Object &target : change.objects)
        if (!changeOf(target))
          refuse(RefusalId::ValueFlowsBack, root->getExprLoc(),
                 {object.describe(), target.describe()});
    }
  }

  /// Two operands of which one changes a variable that the other reads: when
  /// would the other be recorded?
  void refuseOperandsThatChange(const Expr *root,
                                const SplitStatement &statement) {
    if (statement.operands.size() < 2)
      return;
    for (const Change &change : effects_.changes)
      for (const Object &object : change.objects)
        if (object.kind == Object::Kind::Local && object.variable &&
            statements_.isWithin(change.node, {root}) &&
            isReadAndChanged(statement, object.variable))
          refuse(RefusalId::OperandOrder, root->getExprLoc(), {});
  }

  static bool isReadAndChanged(const SplitStatement &statement,
                               const ValueDecl *variable) {
    const auto names = [&](const Expr *operand) {
      return namesVariable(operand, variable);
    };
    return llvm::count_if(statement.operands, names) > 1 &&
           llvm::any_of(statement.operands, [&](const Expr *operand) {
             return operand->isLValue() &&
                    names(operand); // Recorded by reference, so at the end.
           });
  }

  static bool namesVariable(const Stmt *statement, const ValueDecl *variable) {
    const auto *named = llvm::dyn_cast<DeclRefExpr>(statement);
    return (named && named->getDecl() == variable) ||
           llvm::any_of(statement->children(), [&](const Stmt *child) {
             return child && namesVariable(child, variable);
           });
  }

  bool namesChangedBelow(const Stmt *statement) const {
    if (const auto *expr = llvm::dyn_cast<Expr>(statement);
        expr && names_.contains(expr))
      return true;
    return llvm::any_of(statement->children(), [&](const Stmt *child) {
      return child && namesChangedBelow(child);
    });
  }

  /// checkReads() refuses every mention of a changed variable outside the
  /// replayed statements.
  void checkReads() {
    for (const Mention &mention : effects_.mentions)
      if (const Change *change = changeOf(mention.object);
          change && mention.throughAlias &&
          replayed_.contains(statements_.fullExpression(mention.expr)))
        refuse(RefusalId::AliasOfChanged, mention.where,
               {mention.object.describe(), nameOf(mention.expr)},
               {{change->where, "changed here"}});
    for (const Mention &mention : effects_.mentions)
      if (const Change *change = changeOf(mention.object))
        checkRead(mention, *change);
  }

  void checkRead(const Mention &mention, const Change &change) {
    const Expr *root = statements_.fullExpression(mention.expr);
    if (replayed_.contains(root) || refused_.contains(root) ||
        isRefused(mention.object))
      return;
    const std::vector<Note> notes = {{change.where, "changed here"}};
    if (!statements_.isWithin(mention.expr, {shape_.body}))
      refuseHeader(mention, notes);
    else if (!mention.callee.empty())
      refuse(RefusalId::CalleeReads, mention.expr->getExprLoc(),
             {mention.object.describe(), mention.callee},
             {{mention.where, "read here"}, notes.front()});
    else
      refuse(RefusalId::Carried, mention.where, {mention.object.describe()},
             notes);
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

  static std::string nameOf(const Expr *expr) {
    const auto *named = llvm::dyn_cast<DeclRefExpr>(expr);
    return named ? named->getDecl()->getNameAsString() : "this expression";
  }

  void checkAliases() {
    AliasQuestion question{
        instance_.function,      instance_.loop,       {}, {},
        effects_.unseenUserCode, effects_.unseenCallee};
    for (const auto &changed : changed_)
      if (llvm::none_of(question.changed, [&](const Object &known) {
            return overlaps(known, changed.second);
          }))
        question.changed.push_back(changed.second);
    for (const Mention &mention : effects_.mentions)
      if (!changeOf(mention.object))
        question.reads.push_back(&mention);
    Aliases aliases = findAliases(question);
    llvm::append_range(refusals_, aliases.refusals);
    apart_ = std::move(aliases.apart);
    for (const Object &object : question.changed)
      if (isOutputStream(typeOf(object)) &&
          !llvm::is_contained(streams_, spelling(object)))
        streams_.push_back(spelling(object));
  }

  LoopPlan makePlan() {
    LoopPlan plan;
    const PresumedLoc place =
        context_.getSourceManager().getPresumedLoc(loop_.keyword);
    plan.file = place.getFilename();
    plan.line = place.getLine();
    plan.header = shape_.header;
    plan.apart = apart_;
    plan.streams = streams_;
    addVariables(plan);
    addUpdates(plan);
    plan.privates = privatesOf(shape_.body, context_);
    plan.weights = weights();
    plan.numProcesses = loop_.options.numProcesses;
    plan.chunk = loop_.options.chunk;
    if (loop_.options.timeout)
      plan.timeoutNanoseconds = loop_.options.timeout->count();
    if (!addBody(plan))
      refuse(RefusalId::BodyInMacro, shape_.body->getBeginLoc(), {});
    return plan;
  }

  void addVariables(LoopPlan &plan) {
    std::map<std::string, VariablePlan> known;
    const auto add = [&](const std::string &name, const ValueDecl *variable,
                         QualType type, Role role, std::string why = "") {
      VariablePlan made{
          name,
          type.isNull()
              ? ""
              : type.getNonReferenceType().getUnqualifiedType().getAsString(),
          role, 0, std::move(why)};
      if (variable)
        made.line = lineOf(variable->getLocation(), context_);
      known.try_emplace(name, made);
    };
    add(shape_.variable->getNameAsString(), shape_.variable,
        shape_.variable->getType(), Role::LoopVariable);
    for (const auto &[change, object] : changed_)
      add(object.describe(), object.variable, typeOf(object), Role::Replayed,
          whyReplayed(object));
    for (const Mention &mention : effects_.mentions) {
      if (mention.throughAlias ||
          mention.object.kind != Object::Kind::Outside ||
          changeOf(mention.object))
        continue;
      const bool declared = isDeclared(mention.object);
      const std::string name = mention.object.describe();
      if (declared && !llvm::is_contained(plan.partials, name))
        plan.partials.push_back(name);
      const bool ignored = isIgnored(mention.object, loop_.options.roles);
      add(name, mention.object.variable, typeOf(mention.object),
          declared  ? Role::Declared
          : ignored ? Role::Ignored
                    : Role::Broadcast,
          declared || ignored
              ? ""
              : readsInWords(mention.object, effects_.mentions, context_));
    }
    if (effects_.prints)
      add("standard output", nullptr, {}, Role::Stream);
    for (auto &[name, variable] : known)
      plan.variables.push_back(std::move(variable));
  }

  std::string whyReplayed(const Object &object) const {
    std::vector<const Change *> changes;
    for (const auto &[change, changed] : changed_)
      if (changed.describe() == object.describe() &&
          !llvm::is_contained(changes, change))
        changes.push_back(change);
    return changesInWords(changes, context_) + ", in iteration order";
  }

  Weights weights() const {
    std::set<const Stmt *> operands;
    for (const SplitStatement &update : updates_)
      operands.insert(update.operands.begin(), update.operands.end());
    return weigh(
        shape_.body,
        [&](const Stmt *statement) {
          const auto *expr = llvm::dyn_cast<Expr>(statement);
          return expr && replayed_.contains(expr);
        },
        [&](const Stmt *statement) { return operands.count(statement) != 0; });
  }

  void addUpdates(LoopPlan &plan) {
    llvm::sort(updates_, [](const SplitStatement &a, const SplitStatement &b) {
      return a.range.offset < b.range.offset;
    });
    for (const SplitStatement &statement : updates_) {
      plan.updates.push_back(statement.update);
      plan.foldsFloatingPoint |= statement.foldsFloatingPoint;
      plan.updateMayThrow |= statement.mayThrow;
    }
  }

  bool addBody(LoopPlan &plan) {
    const std::optional<TextRange> body = statementRange(shape_.body, context_);
    if (!body)
      return false;
    plan.body = text(*body, context_);
    plan.bodyLine = lineOf(
        context_.getSourceManager().getComposedLoc(body->file, body->offset),
        context_);
    const auto add = [&](BodyEdit::Kind kind, const TextRange &range,
                         std::size_t update = 0) {
      plan.bodyEdits.push_back(
          {kind, range.offset - body->offset, range.length, update});
    };
    for (std::size_t index = 0; index < updates_.size(); ++index)
      add(BodyEdit::Kind::Record, updates_[index].range, index);
    for (const ExitEdit &exit : exits_.edits)
      add(exit.kind, exit.range);
    for (const SourceRange &attribute : loop_.innerAttributes)
      if (const auto range =
              between(attribute.getBegin(), attribute.getEnd(), context_))
        add(BodyEdit::Kind::Remove, *range);
    llvm::sort(plan.bodyEdits, [](const BodyEdit &a, const BodyEdit &b) {
      return a.offset < b.offset;
    });
    return true;
  }

  ASTContext &context_;
  const AnnotatedLoop &loop_;
  const LoopInstance &instance_;
  Callees &callees_;
  const Scope scope_;
  const Statements statements_;

  LoopShape shape_;
  Effects effects_;
  Exits exits_;
  std::vector<std::pair<const Change *, Object>>
      changed_; ///< What is to be replayed.
  llvm::DenseSet<const Expr *>
      names_; ///< Expressions that name a changed variable.
  llvm::DenseSet<const Expr *>
      replayed_; ///< Full expressions that are replayed.
  llvm::DenseSet<const Expr *> refused_; ///< Full expressions that can't be.
  std::vector<SplitStatement> updates_;
  std::vector<std::pair<std::string, std::string>> apart_;
  std::vector<std::string> streams_;
  std::vector<Refusal> refusals_;
};

} // namespace

Verdict classify(ASTContext &context, const AnnotatedLoop &loop,
                 const LoopInstance &instance, Callees &callees) {
  return Classifier(context, loop, instance, callees).run();
}

} // namespace paraloop
