// UpdateBuilder.h: one update in the making.
//
// In: the statements that are replayed, and then part by part what becomes of
// them: values that workers compute, parts that are left to the parent. Out:
// the update with its operands and what it may do, or the reason why there
// can't be one.

#ifndef PARALOOP_TOOL_UPDATEBUILDER_H
#define PARALOOP_TOOL_UPDATEBUILDER_H

#include "Operands.h"
#include "Refusal.h"
#include "Split.h"

#include "llvm/ADT/ArrayRef.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace clang {
class DeclRefExpr;
class DeclStmt;
class Expr;
class Stmt;
class VarDecl;
} // namespace clang

namespace paraloop {

struct Whole;

/// UpdateBuilder refers to what it is made with. A function that returns bool
/// returns false where there can't be an update: refusal() then says why, and
/// nothing more may be added.
class UpdateBuilder {
public:
  /// With `isStrict` only known forms are taken.
  UpdateBuilder(const SplitContext &loop,
                llvm::ArrayRef<const clang::Stmt *> region, bool isStrict)
      : loop_(loop), region_(region), isStrict_(isStrict), operands_(loop) {}

  const SplitContext &loop() const { return loop_; }
  bool isStrict() const { return isStrict_; }

  /// addTexts() takes the text of the region. EXPECTS: it is called first.
  bool addTexts();

  /// addValue() lets a worker evaluate `expr`.
  bool addValue(const clang::Expr *expr, bool asTemporary = false);

  /// takeWhole() leaves a statement to the parent, with the variables of the
  /// body that it names.
  bool takeWhole(const clang::Stmt *statement);

  /// takeType() leaves the type of a variable to the parent, which declares it.
  bool takeType(const clang::VarDecl *variable,
                const clang::DeclStmt *declaration);

  /// leaveOrRefuse() is takeWhole(), or where only known forms are taken a
  /// refusal.
  bool leaveOrRefuse(const clang::Expr *expr,
                     RefusalId id = RefusalId::ReplayForm);

  /// endAt() makes a jump in the text the end of the update.
  void endAt(const clang::Stmt *jump);

  bool refuse(RefusalId id, const clang::Stmt *where,
              std::vector<std::string> subjects = {});
  /// refuseValue() tells why a value can't travel.
  bool refuseValue(const clang::Expr *value, std::string obstacle);

  // What the update may do.

  void noteThrow(bool mayThrow) { result_.mayThrow |= mayThrow; }
  void noteEnd(bool mayEnd) { result_.mayEnd |= mayEnd; }
  void noteUnseen(bool callsUnseen) { result_.callsUnseen |= callsUnseen; }
  void noteFloatingPoint(bool folds) { result_.foldsFloatingPoint |= folds; }

  // The operands so far.

  std::size_t size() const { return operands_.size(); }
  const clang::Expr *lastOperand() const { return operands_.lastExpr(); }
  unsigned withEffects() const { return operands_.withEffects(); }

  /// noteArguments() tells that so many arguments of one call have effects:
  /// more than one stay arguments of a call, in whatever order.
  void noteArguments(unsigned withEffects);
  /// keepsOrder() refuses what has effects besides such arguments.
  bool keepsOrder(const clang::Expr *expr);

  std::string text(const clang::Stmt *statement) const {
    return operands_.textOf(statement);
  }

  /// refusal() EXPECTS: a function returned false.
  const Refusal &refusal() const { return *refusal_; }

  /// finish() EXPECTS: no function returned false.
  std::variant<SplitStatement, Refusal> finish();

private:
  bool accept(std::optional<Refusal> refusal);
  bool take(const Whole &whole, const clang::Stmt *statement);
  bool takeOwned(const clang::Expr *number);
  bool takeName(const clang::DeclRefExpr *named);
  bool namesDiffer();
  bool hidesOperand(const clang::DeclStmt *declaration) const;

  const SplitContext &loop_;
  const llvm::ArrayRef<const clang::Stmt *> region_;
  const bool isStrict_;
  SplitStatement result_;
  Operands operands_;
  /// Several operands with effects are arguments of one call: so many.
  std::optional<unsigned> unordered_;
  std::optional<Refusal> refusal_;
};

} // namespace paraloop

#endif
