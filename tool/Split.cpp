// Split.cpp: one statement after the other. What a statement evaluates in any
// case, once and first, is cut; the rest of it is left to the parent.
//
// Three attempts, from much work for the workers to little: strict, where every
// form is known; relaxed, where a form that isn't known is left to the parent
// with the variables of the body that it names; whole, where all is left to it.

#include "Split.h"

#include "Forms.h"
#include "SplitExpression.h"
#include "UpdateBuilder.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

class RegionSplitter {
public:
  enum class Mode { Strict, Relaxed, Whole };

  RegionSplitter(const SplitContext &loop, Mode mode,
                 llvm::ArrayRef<const Stmt *> region)
      : loop_(loop), mode_(mode), region_(region),
        update_(loop, region, mode == Mode::Strict) {}

  std::variant<SplitStatement, Refusal> run() {
    if (!update_.addTexts() || !walkRegion())
      return update_.refusal();
    return update_.finish();
  }

private:
  bool walkRegion() {
    bool always = mode_ != Mode::Whole;
    for (const Stmt *statement : region_) {
      if (!(always ? walkStatement(statement) : update_.takeWhole(statement)))
        return false;
      if (replaceJumps(statement))
        always = false; // What follows is executed or not.
    }
    return true;
  }

  /// walkStatement() lets the workers evaluate what the statement evaluates in
  /// any case, once and first.
  bool walkStatement(const Stmt *statement) {
    if (const auto *expr = llvm::dyn_cast<Expr>(statement))
      return walkRoot(expr);
    if (const auto *declaration = llvm::dyn_cast<DeclStmt>(statement))
      return walkDeclarations(declaration);
    if (const auto *choice = llvm::dyn_cast<IfStmt>(statement);
        choice && !choice->isConsteval() && !choice->isConstexpr())
      return walkChoice(choice);
    return update_.takeWhole(statement);
  }

  bool walkRoot(const Expr *expr) {
    if (!namesChanged(expr, loop_)) // It only comes along with others.
      return update_.takeWhole(expr);
    if (hasPack(expr)) // The places in a pack are those of its pattern.
      return update_.leaveOrRefuse(expr);
    return splitExpression(expr, update_) && update_.keepsOrder(expr);
  }

  bool hasPack(const Expr *expr) const {
    return llvm::StringRef(update_.text(expr)).contains("...");
  }

  bool walkDeclarations(const DeclStmt *declaration) {
    for (const Decl *one : declaration->decls()) {
      const auto *variable = llvm::dyn_cast<VarDecl>(one);
      if (!variable)
        return update_.takeWhole(declaration);
      if (!update_.takeType(variable, declaration) || !walkInit(variable))
        return false;
    }
    return true;
  }

  bool walkInit(const VarDecl *variable) {
    const Expr *first = variable->getInit();
    if (!first)
      return true;
    return variable->getInitStyle() == VarDecl::CInit
               ? splitExpression(first, update_)
               : update_.takeWhole(first);
  }

  bool walkChoice(const IfStmt *choice) {
    return walkCondition(choice) && update_.takeWhole(choice->getThen()) &&
           (!choice->getElse() || update_.takeWhole(choice->getElse()));
  }

  bool walkCondition(const IfStmt *choice) {
    if (choice->getInit())
      return walkStatement(choice->getInit()) &&
             update_.takeWhole(choice->getCond());
    if (const DeclStmt *variable = choice->getConditionVariableDeclStmt())
      return walkDeclarations(variable);
    return splitExpression(choice->getCond(), update_);
  }

  /// replaceJumps() makes a `continue` of the loop around the statement end the
  /// update. Returns true if there is one.
  bool replaceJumps(const Stmt *statement) {
    bool jumps = false;
    for (const Stmt *jump : loop_.skips)
      if (anyBelow(statement,
                   [&](const Stmt *below) { return below == jump; })) {
        update_.endAt(jump);
        jumps = true;
      }
    return jumps;
  }

  const SplitContext &loop_;
  const Mode mode_;
  const llvm::ArrayRef<const Stmt *> region_;
  UpdateBuilder update_;
};

} // namespace

std::variant<SplitStatement, Refusal>
splitRegion(llvm::ArrayRef<const Stmt *> statements,
            const SplitContext &context) {
  using Mode = RegionSplitter::Mode;
  std::optional<Refusal> first;
  // What a worker throws, the body may catch: then all of it has to be undone.
  const bool isSimple =
      statements.size() == 1 && llvm::isa<Expr>(statements.front());
  const bool onlyWhole = !isSimple && context.isInTry(statements.front());
  for (const Mode mode : {Mode::Strict, Mode::Relaxed, Mode::Whole}) {
    if (onlyWhole && mode != Mode::Whole)
      continue;
    auto made = RegionSplitter(context, mode, statements).run();
    if (auto *statement = std::get_if<SplitStatement>(&made)) {
      statement->obstacle = std::move(first);
      return made;
    }
    if (!first)
      first = std::get<Refusal>(std::move(made));
  }
  return *std::move(first);
}

} // namespace paraloop
