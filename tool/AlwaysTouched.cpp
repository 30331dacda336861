// AlwaysTouched.cpp: one walk over the statements of a function; where two ways
// meet, what both have touched counts.

#include "AlwaysTouched.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <iterator>
#include <map>

using namespace clang;

namespace paraloop {
namespace {

using Names = std::set<ElementName>;

/// Ways is what has been touched where a statement ends in one of four ways;
/// nothing where it never ends so.
struct Ways {
  std::optional<Names> falls = Names();
  std::optional<Names> returns = std::nullopt;
  std::optional<Names> breaks = std::nullopt;
  std::optional<Names> continues = std::nullopt;
};

std::optional<Names> meet(const std::optional<Names> &a,
                          const std::optional<Names> &b) {
  if (!a || !b)
    return a ? a : b;
  Names both;
  std::set_intersection(a->begin(), a->end(), b->begin(), b->end(),
                        std::inserter(both, both.end()));
  return both;
}

std::optional<Names> together(const Names &first,
                              const std::optional<Names> &then) {
  if (!then)
    return std::nullopt;
  Names all = first;
  all.insert(then->begin(), then->end());
  return all;
}

Ways meet(const Ways &a, const Ways &b) {
  return {meet(a.falls, b.falls), meet(a.returns, b.returns),
          meet(a.breaks, b.breaks), meet(a.continues, b.continues)};
}

/// then() is one statement after the other.
Ways then(const Ways &first, const Ways &second) {
  if (!first.falls)
    return first;
  const Names &before = *first.falls;
  return {together(before, second.falls),
          meet(first.returns, together(before, second.returns)),
          meet(first.breaks, together(before, second.breaks)),
          meet(first.continues, together(before, second.continues))};
}

template <class Node> bool contains(const Stmt *statement) {
  return llvm::isa<Node>(statement) ||
         llvm::any_of(statement->children(), [](const Stmt *child) {
           return child && contains<Node>(child);
         });
}

class Walk {
public:
  Walk(Frames &frames, const std::vector<ElementAccess> &accesses,
       const ElementNames &nameOf)
      : frames_(frames) {
    for (const ElementAccess &access : accesses)
      if (access.expr && access.frame)
        if (const std::optional<ElementName> name = nameOf(access))
          names_[{access.expr, access.frame}].insert(*name);
  }

  Names ofExpr(const Stmt *expr, const Frame &frame) {
    if (!expr || !isEvaluatedOnce(expr))
      return {};
    Names all = named(expr, frame);
    const auto add = [&](const Names &more) {
      all.insert(more.begin(), more.end());
    };
    if (const auto *choice =
            llvm::dyn_cast<AbstractConditionalOperator>(expr)) {
      add(ofExpr(choice->getCond(), frame));
      add(*meet(ofExpr(choice->getTrueExpr(), frame),
                ofExpr(choice->getFalseExpr(), frame)));
      return all;
    }
    const auto *binary = llvm::dyn_cast<BinaryOperator>(expr);
    if (binary && binary->isLogicalOp()) {
      add(ofExpr(binary->getLHS(), frame));
      return all;
    }
    for (const Stmt *child : expr->children())
      add(ofExpr(child, frame));
    if (const auto *call = llvm::dyn_cast<CallExpr>(expr))
      if (const Frame *inside = frames_.enter(call, frame))
        add(ofFunction(*inside));
    return all;
  }

  /// ofLoopsAround() returns what the loops touch that `call` stands in.
  Names ofLoopsAround(const Expr *call, const Frame &frame) {
    Names all;
    for (const Stmt *at = frame.statements->parent(call); at;
         at = frame.statements->parent(at))
      if (llvm::isa<ForStmt>(at))
        all.merge(of(at, frame).falls.value_or(Names()));
    return all;
  }

  const ForStmt *loopThatTouches(const Expr *access, const Stmt *end,
                                 const Frame &frame) {
    for (const ElementName &name : named(access, frame))
      for (const Stmt *at = frame.statements->parent(access); at && at != end;
           at = frame.statements->parent(at))
        if (const auto *loop = llvm::dyn_cast<ForStmt>(at))
          if (const std::optional<Names> all = of(loop, frame).falls;
              all && all->count({name.text, {}}))
            return loop;
    return nullptr;
  }

private:
  /// isEvaluatedOnce() returns false for what isn't evaluated, or has
  /// statements within.
  static bool isEvaluatedOnce(const Stmt *expr) {
    return !llvm::isa<LambdaExpr, StmtExpr, UnaryExprOrTypeTraitExpr,
                      CXXNoexceptExpr, CXXTypeidExpr>(expr);
  }

  Names named(const Stmt *expr, const Frame &frame) const {
    const auto found = names_.find({expr, &frame});
    return found == names_.end() ? Names() : found->second;
  }

  Names ofFunction(const Frame &frame) {
    const Stmt *body = frame.function->getBody();
    if (!body || contains<GotoStmt>(body) || contains<IndirectGotoStmt>(body))
      return {};
    const Ways ways = of(body, frame);
    return meet(ways.falls, ways.returns).value_or(Names());
  }

  Ways of(const Stmt *statement, const Frame &frame) {
    if (!statement)
      return {};
    if (const auto *block = llvm::dyn_cast<CompoundStmt>(statement)) {
      Ways ways;
      for (const Stmt *one : block->body())
        ways = then(ways, of(one, frame));
      return ways;
    }
    if (const auto *choice = llvm::dyn_cast<IfStmt>(statement))
      return ofIf(choice, frame);
    if (const auto *loop = llvm::dyn_cast<ForStmt>(statement))
      return ofLoop(loop, frame);
    if (const auto *loop = llvm::dyn_cast<CXXForRangeStmt>(statement))
      return ofRounds(loop->getBody(), {loop, &frame});
    if (const auto *result = llvm::dyn_cast<ReturnStmt>(statement))
      return {std::nullopt, ofExpr(result->getRetValue(), frame), std::nullopt,
              std::nullopt};
    if (llvm::isa<BreakStmt>(statement))
      return {std::nullopt, std::nullopt, Names(), std::nullopt};
    if (llvm::isa<ContinueStmt>(statement))
      return {std::nullopt, std::nullopt, std::nullopt, Names()};
    if (llvm::isa<Expr>(statement))
      return {ofExpr(statement, frame), std::nullopt, std::nullopt,
              std::nullopt};
    if (const auto *declared = llvm::dyn_cast<DeclStmt>(statement))
      return {ofDeclared(declared, frame), std::nullopt, std::nullopt,
              std::nullopt};
    return ofOther(statement);
  }

  Names ofDeclared(const DeclStmt *declared, const Frame &frame) {
    Names all;
    for (const Decl *one : declared->decls())
      if (const auto *variable = llvm::dyn_cast<VarDecl>(one);
          variable && !variable->isStaticLocal())
        all.merge(ofExpr(variable->getInit(), frame));
    return all;
  }

  Ways ofIf(const IfStmt *choice, const Frame &frame) {
    Ways before = of(choice->getInit(), frame);
    if (const DeclStmt *declared = choice->getConditionVariableDeclStmt())
      before = then(before, of(declared, frame));
    before = then(before, of(choice->getCond(), frame));
    return then(before, meet(of(choice->getThen(), frame),
                             of(choice->getElse(), frame)));
  }

  /// What each round touches is touched if no round is left out. There may be
  /// no rounds at all, and then only a name that runs over the loop's variable
  /// stands for no element.
  Ways ofLoop(const ForStmt *loop, const Frame &frame) {
    Ways before = of(loop->getInit(), frame);
    before.falls = together(*before.falls, ofExpr(loop->getCond(), frame));
    return then(before, ofRounds(loop->getBody(), {loop, &frame}));
  }

  Ways ofRounds(const Stmt *body, const InnerLoop &loop) {
    const Ways round = of(body, *loop.second);
    Ways rounds;
    if (round.returns)
      rounds.returns = Names();
    const bool mayStop = round.returns || round.breaks;
    if (const auto each = meet(round.falls, round.continues); each && !mayStop)
      rounds.falls = allRounds(*each, loop);
    return rounds;
  }

  static Names allRounds(const Names &each, const InnerLoop &loop) {
    Names all;
    for (ElementName name : each)
      if (name.over.erase(loop))
        all.insert(std::move(name));
    return all;
  }

  /// Statements that nothing is claimed of: `switch`, `while`, `try`.
  static Ways ofOther(const Stmt *statement) {
    Ways ways;
    if (contains<ReturnStmt>(statement))
      ways.returns = Names();
    if (contains<BreakStmt>(statement))
      ways.breaks = Names();
    if (contains<ContinueStmt>(statement))
      ways.continues = Names();
    return ways;
  }

  Frames &frames_;
  std::map<std::pair<const Stmt *, const Frame *>, Names> names_;
};

/// mayGoOn() returns true where a handler or a jump could go on with only a
/// part touched.
bool mayGoOn(const Stmt *loop) {
  return contains<CXXTryStmt>(loop) || contains<GotoStmt>(loop);
}

} // namespace

std::set<std::string> alwaysTouched(const Expr *call, const Stmt *loop,
                                    Frames &frames,
                                    const std::vector<ElementAccess> &accesses,
                                    const ElementNames &nameOf) {
  if (mayGoOn(loop))
    return {};
  Walk walk(frames, accesses, nameOf);
  Names names = walk.ofExpr(call, frames.loop());
  names.merge(walk.ofLoopsAround(call, frames.loop()));
  std::set<std::string> always;
  for (const ElementName &name : names)
    if (name.over.empty())
      always.insert(name.text);
  return always;
}

const ForStmt *touchingLoop(const Expr *access, const Stmt *loop,
                            Frames &frames,
                            const std::vector<ElementAccess> &accesses,
                            const ElementNames &nameOf) {
  if (mayGoOn(loop))
    return nullptr;
  return Walk(frames, accesses, nameOf)
      .loopThatTouches(access, loop, frames.loop());
}

} // namespace paraloop
