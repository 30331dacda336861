// AssignmentFlow.cpp: a worklist over the blocks of Clang's control-flow graph.

#include "AssignmentFlow.h"

#include "TextUses.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Analysis/CFG.h"

using namespace clang;

namespace paraloop {

ControlFlow::ControlFlow(const Stmt *root, const FunctionDecl *function,
                         ASTContext &context) {
  CFG::BuildOptions options;
  options.setAllAlwaysAdd();
  options.PruneTriviallyFalseEdges = false;
  const Decl *home = function;
  if (!home)
    home = context.getTranslationUnitDecl();
  graph_ = CFG::buildCFG(home, const_cast<Stmt *>(root), &context, options);
  if (!graph_)
    return;
  for (const CFGBlock *block : *graph_) {
    if (const Stmt *end = block->getTerminatorStmt())
      if (llvm::isa<ForStmt, CXXForRangeStmt, WhileStmt>(end))
        headers_[end] = block;
    for (const CFGElement &element : *block)
      if (const auto place = element.getAs<CFGStmt>())
        places_.insert(place->getStmt());
  }
}

ControlFlow::~ControlFlow() = default;

const CFGBlock *ControlFlow::entry() const { return &graph_->getEntry(); }

static const CFGBlock *target(const CFGBlock::AdjacentBlock &next) {
  return next.isReachable() ? next.getReachableBlock()
                            : next.getPossiblyUnreachableBlock();
}

const CFGBlock *ControlFlow::after(const Stmt *loop, unsigned index) const {
  const auto found = headers_.find(loop);
  if (found == headers_.end() || found->second->succ_size() <= index)
    return nullptr;
  return target(*(found->second->succ_begin() + index));
}

const CFGBlock *ControlFlow::bodyOf(const Stmt *loop) const {
  return after(loop, 0);
}

const CFGBlock *ControlFlow::behind(const Stmt *loop) const {
  return after(loop, 1);
}

const Stmt *ControlFlow::placeOf(const Stmt *part,
                                 const Statements &statements) const {
  while (part && !places_.contains(part))
    part = statements.parent(part);
  return part;
}

AssignmentFlow::Step &AssignmentFlow::stepAt(const Stmt *place) {
  Step &step = steps_[place];
  step.ended.resize(facts_);
  step.established.resize(facts_);
  return step;
}

void AssignmentFlow::establish(const Stmt *place, unsigned fact) {
  stepAt(place).established.set(fact);
}

void AssignmentFlow::end(const Stmt *place, unsigned fact) {
  stepAt(place).ended.set(fact);
}

void AssignmentFlow::establishBehind(const Stmt *loop, unsigned fact) {
  Facts &facts = behind_[loop];
  facts.resize(facts_);
  facts.set(fact);
}

void AssignmentFlow::establishIf(const Stmt *extraction, unsigned fact) {
  Facts &facts = ifTrue_[extraction];
  facts.resize(facts_);
  facts.set(fact);
}

/// addSucceeded() adds what holds where the condition at the end of a block is
/// true, or false.
void AssignmentFlow::addSucceeded(const CFGBlock *block, bool isTrue,
                                  Facts &facts) const {
  const Stmt *end = block->getTerminatorStmt();
  if (!llvm::isa_and_nonnull<IfStmt, WhileStmt, ForStmt, DoStmt,
                             BinaryOperator>(end))
    return;
  bool negated = false;
  const Expr *extraction = succeedsIf(block->getLastCondition(), negated);
  if (negated == isTrue)
    return;
  while (extraction) { // `in >> a >> b`
    const auto found = ifTrue_.find(extraction);
    if (found != ifTrue_.end())
      facts |= found->second;
    const auto *op =
        llvm::dyn_cast<CXXOperatorCallExpr>(extraction->IgnoreParenImpCasts());
    extraction = op && op->getNumArgs() == 2
                     ? op->getArg(0)->IgnoreParenImpCasts()
                     : nullptr;
  }
}

void AssignmentFlow::run(const CFGBlock *start, const Facts &initial) {
  fixed_.insert(start);
  for (const CFGBlock *block : flow_.graph())
    if (llvm::isa_and_nonnull<CXXCatchStmt>(block->getLabel()))
      fixed_.insert(block);
  for (const CFGBlock *block : fixed_) {
    in_[block] = initial;
    waiting_.push_back(block);
  }
  while (!waiting_.empty()) {
    const CFGBlock *block = waiting_.back();
    waiting_.pop_back();
    passOn(block, through(block, in_[block], false));
  }
  for (const CFGBlock *block : flow_.graph())
    if (const auto found = in_.find(block); found != in_.end())
      through(block, found->second, true);
}

Facts AssignmentFlow::through(const CFGBlock *block, Facts facts, bool keep) {
  for (const CFGElement &element : *block) {
    const auto place = element.getAs<CFGStmt>();
    if (!place)
      continue;
    if (keep)
      if (const auto [known, isNew] =
              before_.try_emplace(place->getStmt(), facts);
          !isNew)
        known->second &= facts; // It stands in several blocks.
    const auto step = steps_.find(place->getStmt());
    if (step == steps_.end())
      continue;
    facts.reset(step->second.ended);
    facts |= step->second.established;
  }
  return facts;
}

void AssignmentFlow::meet(const CFGBlock *block, const Facts &facts) {
  if (fixed_.contains(block))
    return;
  const auto [entry, isNew] = in_.try_emplace(block, facts);
  if (!isNew) {
    const Facts old = entry->second;
    entry->second &= facts;
    if (old == entry->second)
      return;
  }
  waiting_.push_back(block);
}

void AssignmentFlow::passOn(const CFGBlock *block, const Facts &facts) {
  const Stmt *end = block->getTerminatorStmt();
  const auto found = behind_.find(end);
  unsigned index = 0;
  for (const CFGBlock::AdjacentBlock &next : block->succs()) {
    Facts passed = facts;
    if (end && found != behind_.end() && index == 1)
      passed |= found->second;
    if (!ifTrue_.empty() && index < 2)
      addSucceeded(block, index == 0, passed);
    ++index;
    if (const CFGBlock *to = target(next))
      meet(to, passed);
  }
}

static bool endsByException(const CFGBlock *block) {
  if (block->hasNoReturnElement())
    return true;
  for (const CFGElement &element : *block)
    if (const auto place = element.getAs<CFGStmt>();
        place && llvm::isa<CXXThrowExpr>(place->getStmt()))
      return true;
  return false;
}

Facts AssignmentFlow::atEnd() const {
  Facts all(facts_, true);
  const CFGBlock &exit = flow_.graph().getExit();
  for (const CFGBlock::AdjacentBlock &before : exit.preds()) {
    const CFGBlock *block = target(before);
    const auto found = block ? in_.find(block) : in_.end();
    if (found != in_.end() && !endsByException(block))
      all &= const_cast<AssignmentFlow *>(this)->through(block, found->second,
                                                         false);
  }
  return all;
}

} // namespace paraloop
