// ReplayCut.cpp: region by region, with what Split has to know of the loop.

#include "ReplayCut.h"

#include "EarlyEnds.h"
#include "Lists.h"
#include "ObjectResolver.h"
#include "SourceText.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

bool namesVariable(const Stmt *statement, const ValueDecl *variable) {
  const auto *named = llvm::dyn_cast<DeclRefExpr>(statement);
  return (named && named->getDecl() == variable) ||
         llvm::any_of(statement->children(), [&](const Stmt *child) {
           return child && namesVariable(child, variable);
         });
}

bool isReadTwice(const SplitStatement &statement, const ValueDecl *variable) {
  return llvm::count_if(statement.operands, [&](const Expr *operand) {
           return namesVariable(operand, variable);
         }) > 1;
}

/// An lvalue is recorded by reference, so at the end.
bool isRecordedLate(const SplitStatement &statement,
                    const ValueDecl *variable) {
  return llvm::any_of(statement.operands, [&](const Expr *operand) {
    return operand->isLValue() && namesVariable(operand, variable);
  });
}

class Cutter {
public:
  Cutter(const ReplayCutQuestion &question, Refusals &refusals)
      : question_(question), facts_(question.facts), refusals_(refusals),
        resolver_(facts_.scope, facts_.callees) {}

  ReplayCut run() {
    const ReplayQuestion question{
        facts_.shape.body,
        facts_.statements,
        facts_.effects,
        facts_.exits.leaving,
        question_.changed,
        question_.isLeftAlone,
        [&](const Stmt *unit, const ReplayPart &part) {
          return workerPartsOf(unit, part);
        },
        [&](const Stmt *statement) { return isQuiet(statement); },
        [&](const ValueDecl *local) { return mayEndEarly(local, facts_); },
        [&](const Expr *lvalue) {
          return areOutside(resolver_.designated(lvalue));
        }};
    cutOut(question);
    const bool mayShow =
        cut_.mayThrow() || cut_.callsUnseen() ||
        llvm::any_of(cut_.updates,
                     [](const SplitStatement &one) { return one.mayEnd; });
    if (!mayShow || !facts_.effects.prints() || cut_.part.prints ||
        !refusals_.empty())
      return std::move(cut_);
    // Nothing of what later iterations print may show when an update throws or
    // ends the program, and an update that prints itself has to keep its place.
    cut_.updates.clear();
    cutOut(question, true);
    return std::move(cut_);
  }

private:
  void cutOut(const ReplayQuestion &question, bool withPrints = false) {
    cut_.part = findReplayPart(question, withPrints);
    refusals_.append(cut_.part.refusals);
    if (!cut_.part.refusals.empty())
      return;
    const SplitContext split = splitContext(cut_.part);
    for (const ReplayRegion &region : cut_.part.regions)
      splitOne(region, split);
  }

  /// isQuiet() returns true for what can be computed a little earlier or later:
  /// it changes what it declares at most, and calls nothing unknown.
  bool isQuiet(const Stmt *statement) {
    for (const Change &change : facts_.effects.changes)
      if (facts_.statements.isWithin(change.node, {statement}))
        for (const Object &object : change.objects)
          if (object.kind != Object::Kind::Local ||
              (object.variable &&
               facts_.statements.ownerOf(object.variable) != statement))
            return false;
    for (const Expr *print : facts_.effects.printing)
      if (facts_.statements.isWithin(print, {statement}))
        return false;
    return !callsUnseen(statement);
  }

  bool callsUnseen(const Stmt *statement) {
    if (const auto *call = llvm::dyn_cast<CallExpr>(statement)) {
      const FunctionDecl *callee = call->getDirectCallee();
      const Summary *summary =
          callee ? facts_.callees.summary(callee) : nullptr;
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
    for (const Mention &mention : facts_.effects.mentions)
      if (part.changeOf(mention))
        names.insert(mention.expr);
    for (const Change &change : facts_.effects.changes)
      if (llvm::any_of(change.objects, [&](const Object &object) {
            return part.holds(object);
          }))
        names.insert(change.node);
    for (const DeclRefExpr *use : facts_.statements.uses())
      if (part.locals.contains(use->getDecl()))
        names.insert(use);
    if (part.prints)
      names.insert(facts_.effects.printing.begin(),
                   facts_.effects.printing.end());
    SplitContext split{
        {facts_.context, facts_.scope,
         [&](const Expr *expr) { return pointsOutside(expr); },
         question_.loop.instances.size() > 1},
        [names = std::move(names)](const Expr *expr) {
          return names.contains(expr);
        },
        [&](const Expr *expr) { return question_.namesOwned.contains(expr); },
        [&](const FunctionDecl *callee) {
          return facts_.callees.summary(callee);
        },
        [&](const Stmt *statement) {
          return facts_.statements.isInTry(statement);
        },
        {part.skips.begin(), part.skips.end()},
        {}};
    for (const SourceRange &attribute : question_.loop.innerAttributes)
      if (const auto range =
              between(attribute.getBegin(), attribute.getEnd(), facts_.context))
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
    // No iteration changes what leads to the objects of a list.
    const bool walksList = named && named->getDecl() == facts_.shape.list;
    if (walksList && isOnlyCopied(named, facts_.statements))
      return true;
    return areOutside(isReference ? resolver_.designated(expr)
                                  : resolver_.pointees(expr),
                      walksList);
  }

  bool areOutside(const Objects &objects, bool inList = false) const {
    return !objects.empty() && llvm::all_of(objects, [&](const Object &object) {
      return !question_.isOwned(object) &&
             (object.kind == Object::Kind::Outside ||
              object.kind == Object::Kind::Pointee) &&
             (inList || !object.indirect);
    });
  }

  /// splitBound() splits the declaration of what the parent remembers: of a
  /// reference, what it refers to.
  std::variant<SplitStatement, Refusal>
  splitBound(const ReplayRegion &region, const SplitContext &split) const {
    const bool isReference = region.bound->getType()->isReferenceType();
    const Stmt *first = region.bound->getInit()->IgnoreImplicit();
    auto made =
        splitRegion({isReference ? first : region.statements.front()}, split);
    if (auto *statement = std::get_if<SplitStatement>(&made)) {
      statement->update.binds = region.bound->getNameAsString();
      if (const auto whole =
              statementRange(region.statements.front(), facts_.context))
        statement->places = {*whole};
    }
    return made;
  }

  /// addBound() lets an update get what the references that it names are bound
  /// to.
  void addBound(const ReplayRegion &region, SplitStatement &statement) const {
    llvm::DenseSet<const ValueDecl *> added;
    for (const DeclRefExpr *use : facts_.statements.uses()) {
      const ValueDecl *named = use->getDecl();
      if (named == region.bound || !cut_.part.bound.contains(named) ||
          !facts_.statements.isWithin(use, region.statements) ||
          !added.insert(named).second)
        continue;
      Operand operand;
      operand.parameter = operand.text = named->getNameAsString();
      operand.kind = Operand::Kind::Bound;
      statement.update.operands.push_back(std::move(operand));
      statement.operands.push_back(use);
    }
  }

  void splitOne(const ReplayRegion &region, const SplitContext &split) {
    auto made = region.bound ? splitBound(region, split)
                             : splitRegion(region.statements, split);
    const Cause &cause = region.cause;
    if (auto *refusal = std::get_if<Refusal>(&made)) {
      refusal->notes.push_back(
          {cause.change,
           "in the statement that changes '" + cause.subject + "'"});
      refusals_.all().push_back(std::move(*refusal));
      return;
    }
    auto &statement = std::get<SplitStatement>(made);
    if (statement.mayThrow &&
        facts_.statements.isInTry(region.statements.front()))
      refusals_.add({RefusalId::ChangeInTry, cause.change, {cause.subject}});
    refuseOperandsThatChange(region, statement);
    addBound(region, statement);
    cut_.updates.push_back(std::move(statement));
  }

  /// Two operands of which one changes a variable that the other reads: when
  /// would the other be recorded?
  void refuseOperandsThatChange(const ReplayRegion &region,
                                SplitStatement &statement) {
    if (statement.operands.size() < 2)
      return;
    for (const Change &change : facts_.effects.changes)
      for (const Object &object : change.objects)
        if ((object.kind == Object::Kind::Local || question_.isOwned(object)) &&
            object.variable &&
            facts_.statements.isWithin(change.node, region.statements) &&
            isReadTwice(statement, object.variable)) {
          statement.update.inOrder = true;
          if (isRecordedLate(statement, object.variable))
            refusals_.add({RefusalId::OperandOrder,
                           region.statements.front()->getBeginLoc(),
                           {}});
        }
  }

  const ReplayCutQuestion &question_;
  const LoopFacts &facts_;
  Refusals &refusals_;
  ObjectResolver resolver_;
  ReplayCut cut_;
};

} // namespace

bool ReplayCut::mayThrow() const {
  return llvm::any_of(updates,
                      [](const SplitStatement &one) { return one.mayThrow; });
}

bool ReplayCut::callsUnseen() const {
  return llvm::any_of(
      updates, [](const SplitStatement &one) { return one.callsUnseen; });
}

bool ReplayCut::isReadByWorker(const Expr *expr,
                               const Statements &statements) const {
  const auto isReplayed = [&](const ReplayRegion &region) {
    return statements.isWithin(expr, region.statements);
  };
  const auto isOperand = [&](const SplitStatement &update) {
    const auto holds = [&](const Expr *operand) {
      return statements.isWithin(expr, {operand});
    };
    return llvm::any_of(update.operands, holds) ||
           llvm::any_of(update.owned, holds);
  };
  return llvm::none_of(part.regions, isReplayed) ||
         llvm::any_of(updates, isOperand);
}

ReplayCut cutReplayPart(const ReplayCutQuestion &question, Refusals &refusals) {
  return Cutter(question, refusals).run();
}

} // namespace paraloop
