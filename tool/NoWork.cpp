// NoWork.cpp: names what the work hangs on: a chain, a value that can't travel,
// a function that does all.

#include "NoWork.h"

#include "StandardTypes.h"
#include "WorkLeft.h"

#include "clang/AST/Expr.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

class Explainer {
public:
  Explainer(const LoopFacts &facts, const ReplayCut &replay, Refusals &refusals)
      : facts_(facts), replay_(replay), refusals_(refusals) {}

  /// Where workers would only record what the parent then does, and each
  /// iteration needs what the one before made, nothing is left to them.
  void run() {
    std::vector<const Stmt *> replayed;
    for (const ReplayRegion &region : replay_.part.regions)
      llvm::append_range(replayed, region.statements);
    std::vector<const Expr *> operands;
    for (const SplitStatement &statement : replay_.updates)
      llvm::append_range(operands, statement.operands);
    if (hasWork(facts_.shape.body, replayed, operands))
      return;
    refuseChain(replayed);
    for (std::size_t index = 0; index < replay_.updates.size(); ++index)
      if (replay_.updates[index].obstacle && refusals_.empty() &&
          holdsWork(replay_.part.regions[index], replay_.updates[index]) &&
          !isWholeCall(replay_.part.regions[index]))
        refuseRegion(replay_.part.regions[index],
                     *replay_.updates[index].obstacle);
    for (std::size_t index = 0; index < replay_.updates.size(); ++index)
      if (replay_.updates[index].update.isBlock && refusals_.empty())
        refuseBlock(replay_.part.regions[index],
                    replay_.updates[index].operands);
  }

private:
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

  /// isWholeCall() is true for the statement `add(total, x);`, which nobody
  /// gets a value of: there is no other way to write it.
  bool isWholeCall(const ReplayRegion &region) const {
    return llvm::any_of(facts_.effects.changes, [&](const Change &change) {
      const Expr *statement = facts_.statements.fullExpression(change.node);
      return !change.callee.empty() &&
             llvm::is_contained(region.statements, statement) &&
             statement->IgnoreImplicit() == change.node &&
             llvm::any_of(change.objects, [&](const Object &object) {
               return replay_.part.holds(object);
             });
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
    for (const Mention &mention : facts_.effects.mentions)
      if (const Change *change = replay_.part.changeOf(mention);
          change && facts_.statements.isWithin(mention.expr, region.statements))
        return refuseRead(mention, *change);
  }

  void refuseChain(llvm::ArrayRef<const Stmt *> replayed) {
    for (const Mention &mention : facts_.effects.mentions)
      if (const Change *change = replay_.part.changeOf(mention);
          change && !isFilePointer(typeOf(mention.object)) &&
          isChained(mention, replayed))
        return refuseRead(mention, *change);
  }

  /// refuseRegion() tells why a statement that the parent could execute as a
  /// whole leaves nothing to the workers.
  void refuseRegion(const ReplayRegion &region, Refusal obstacle) {
    const Note changed{region.cause.change, "in the statement that changes '" +
                                                region.cause.subject + "'"};
    for (const Change &change : facts_.effects.changes)
      for (const Object &object : change.objects)
        if (!change.callee.empty() && replay_.part.holds(object) &&
            facts_.statements.isWithin(change.node, region.statements))
          return refusals_.add({RefusalId::CalleeChanges,
                                change.node->getExprLoc(),
                                {object.describe(), change.callee},
                                {{change.where, "changed here"}}});
    obstacle.notes.push_back(changed);
    refusals_.all().push_back(std::move(obstacle));
  }

  void refuseRead(const Mention &mention, const Change &change) {
    const std::string subject = replay_.part.subjectOf(mention);
    const Note changed{change.where, "changed here"};
    if (!change.callee.empty())
      return refusals_.add({RefusalId::CalleeChanges,
                            change.node->getExprLoc(),
                            {subject, change.callee},
                            {changed}});
    if (!mention.callee.empty())
      return refusals_.add({RefusalId::CalleeReads,
                            mention.expr->getExprLoc(),
                            {subject, mention.callee},
                            {{mention.where, "read here"}, changed}});
    refusals_.add({RefusalId::Carried, mention.where, {subject}, {changed}});
  }

  const LoopFacts &facts_;
  const ReplayCut &replay_;
  Refusals &refusals_;
};

} // namespace

void refuseWithoutWork(const LoopFacts &facts, const ReplayCut &replay,
                       Refusals &refusals) {
  if (refusals.empty() && !replay.part.regions.empty())
    Explainer(facts, replay, refusals).run();
}

} // namespace paraloop
