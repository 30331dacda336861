// Classify.cpp: facts -> division -> checks -> plan, one step after the other
// (run() is the table of contents).

#include "Classify.h"

#include "AliasChecks.h"
#include "Division.h"
#include "HiddenState.h"
#include "LoopFacts.h"
#include "MakePlan.h"
#include "Meanings.h"
#include "NoWork.h"
#include "Places.h"
#include "Reasons.h"
#include "RoleOptions.h"
#include "SharedVariables.h"
#include "TemporaryVerdicts.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/StmtCXX.h"

#include "llvm/ADT/STLExtras.h"

#include <optional>

using namespace clang;

namespace paraloop {
namespace {

class Classifier {
public:
  Classifier(ASTContext &context, const AnnotatedLoop &loop,
             const LoopInstance &instance, Callees &callees, const Means &means)
      : context_(context), loop_(loop), instance_(instance), callees_(callees),
        means_(means), scope_(instance.loop, nullptr),
        statements_(instance.loop) {}

  Verdict run() {
    refusals_.append(checkPlace(instance_.loop, instance_.function));
    if (!refusals_.empty() || !findShape())
      return {{}, std::move(refusals_.all())};
    effects_ = effectsOfLoop(instance_.loop, scope_, callees_);
    exits_ = findExits(shape_.body, context_);
    refusals_.append(exits_.refusals);
    if (mayEndEarly())
      shape_.list = nullptr;
    const TemporaryVerdicts temporaries(facts_, loop_.options.roles);
    forgetWhatNoWorkerRuns();
    refusals_.append(checkRoles(loop_.options.roles, effects_));
    findHiddenState(facts_, refusals_);
    checkSharedVariables(facts_, refusals_);
    const Division division =
        divide({facts_, loop_, temporaries, means_}, refusals_);
    refuseReplayedIgnored(division.replay);
    checkHeader(division.replay.part);
    if (!division.replay.updates.empty())
      checkMeanings(shape_.body, context_, refusals_);
    AliasChecks aliases;
    if (refusals_.empty())
      aliases = findAliasChecks(facts_, loop_, division, refusals_);
    refuseWithoutWork(facts_, division.replay, refusals_);
    for (Refusal &refusal : refusals_.all())
      temporaries.addReason(refusal);
    for (Refusal &refusal : refusals_.all())
      addFlagNote(refusal, effects_.changes, context_);
    LoopPlan plan = planOf(division, aliases);
    return {std::move(plan), std::move(refusals_.all())};
  }

private:
  bool findShape() {
    auto shape =
        loopShape(instance_.loop, instance_.function, context_, callees_);
    if (auto *refusal = std::get_if<Refusal>(&shape)) {
      refusals_.add(std::move(*refusal));
      return false;
    }
    shape_ = std::get<LoopShape>(std::move(shape));
    for (const VarDecl *variable : shape_.adopted)
      scope_.adopt(variable);
    return true;
  }

  /// A loop that something else than its header ends may come to an object
  /// twice: the list may be a ring.
  bool mayEndEarly() const {
    return !exits_.leaving.empty() ||
           (effects_.mayThrow && effects_.unseenUserCode.isInvalid());
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
    llvm::erase_if(effects_.casts,
                   [&](const PointerCast &cast) { return isLeft(cast.expr); });
  }

  /// Only workers know what they made of an ignored variable, or of a Variable
  /// with a strategy of the user's own: the program's own must not stand in for
  /// it.
  void refuseReplayedIgnored(const ReplayCut &replay) {
    for (const Mention &mention : effects_.mentions)
      if (const char *role = roleInWorkers(mention.object);
          role && !replay.isReadByWorker(mention.expr, statements_))
        refusals_.add(
            {RefusalId::RoleMismatch,
             mention.expr->getExprLoc(),
             {mention.object.describe(), role,
              "is needed by a replayed statement",
              "compute what the statement needs into a variable of the body "
              "first"}});
  }

  const char *roleInWorkers(const Object &object) const {
    if (isIgnored(object, loop_.options.roles))
      return "ignore";
    return hasDeclaredStrategy(object) ? "paraloop::Variable" : nullptr;
  }

  /// checkHeader() refuses a header that reads what the body changes.
  void checkHeader(const ReplayPart &part) {
    for (const Mention &mention : effects_.mentions)
      if (const Change *change = part.changeOf(mention);
          change && !statements_.isWithin(mention.expr, {shape_.body}) &&
          !refusals_.isAbout(mention.object.describe()))
        refuseHeader(mention, part.subjectOf(mention),
                     {{change->where, "changed here"}});
  }

  /// A range-for loop names its range several times behind the scenes; once is
  /// enough.
  void refuseHeader(const Mention &mention, const std::string &subject,
                    const std::vector<Note> &notes) {
    if (refusals_.has(RefusalId::HeaderReadsChanged))
      return;
    const auto *range = llvm::dyn_cast<CXXForRangeStmt>(instance_.loop);
    refusals_.add({RefusalId::HeaderReadsChanged,
                   range ? range->getRangeInit()->getExprLoc() : mention.where,
                   {subject},
                   notes});
  }

  LoopPlan planOf(const Division &division, const AliasChecks &aliases) {
    std::optional<LoopPlan> plan = makePlan({facts_, loop_, division, aliases});
    if (plan)
      return *std::move(plan);
    refusals_.add({RefusalId::BodyInMacro, shape_.body->getBeginLoc()});
    return {};
  }

  ASTContext &context_;
  const AnnotatedLoop &loop_;
  const LoopInstance &instance_;
  Callees &callees_;
  const Means means_;
  Scope scope_;
  const Statements statements_;
  LoopShape shape_;
  Effects effects_;
  Exits exits_;
  const LoopFacts facts_{context_, instance_.function, instance_.loop, shape_,
                         scope_,   statements_,        effects_,       exits_,
                         callees_};
  Refusals refusals_;
};

} // namespace

Verdict classify(ASTContext &context, const AnnotatedLoop &loop,
                 const LoopInstance &instance, Callees &callees,
                 const Means &means) {
  Verdict verdict = Classifier(context, loop, instance, callees, means).run();
  if (verdict.refusals.empty() || !means.owns)
    return verdict;
  // With all changes replayed, a loop may be possible that isn't otherwise.
  Verdict replayed =
      Classifier(context, loop, instance, callees, {false, false}).run();
  return replayed.refusals.empty() ? replayed : verdict;
}

} // namespace paraloop
