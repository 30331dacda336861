// Operands.h: the values that cross from a worker to one update, and the text
// of the update.
//
// In: places of the user's text that are replayed, and the expressions in them
// that a worker evaluates. Out: the operands with their names, and the text
// with these names in it; or the reason why a value can't travel.

#ifndef PARALOOP_TOOL_OPERANDS_H
#define PARALOOP_TOOL_OPERANDS_H

#include "Plan.h"
#include "Refusal.h"
#include "SourceText.h"

#include <functional>
#include <optional>
#include <vector>

namespace clang {
class ASTContext;
class DeclRefExpr;
class Expr;
class Stmt;
} // namespace clang

namespace paraloop {

class Scope;

/// OperandContext refers to what must outlive the operands.
struct OperandContext {
  clang::ASTContext &context;
  const Scope &scope;
  /// True for a reference, pointer or iterator to something from before the
  /// loop: its address means the same in the parent.
  std::function<bool(const clang::Expr *)> pointsOutside;
  /// The text has to serve several types: what is a number here may be an
  /// object there.
  bool inTemplate = false;
};

class Operands {
public:
  explicit Operands(const OperandContext &context) : context_(context) {}

  /// addText() adds a stretch of text that is replayed. EXPECTS: stretches are
  /// added in the order of the source.
  void addText(const TextRange &range) { texts_.push_back(range); }

  /// addValue() lets a worker evaluate `expr`, which lies in the text. `text`
  /// of the operand may be given where it isn't the user's own.
  /// With `asTemporary` the text keeps a temporary where there was one.
  std::optional<Refusal> addValue(const clang::Expr *expr,
                                  bool asTemporary = false);

  /// addName() hands over a variable of the body; the text keeps its name.
  std::optional<Refusal> addName(const clang::DeclRefExpr *named);

  /// replace() puts `text` in the place of a part of the text.
  void replace(const TextRange &range, std::string text);

  /// hasName() returns true if a variable of this name is handed over.
  bool hasName(llvm::StringRef name) const;

  std::size_t size() const { return values_.size(); }
  const clang::Expr *lastExpr() const { return values_.back().expr; }
  unsigned withEffects() const;

  /// replayedText() returns the text of all stretches, on the lines where they
  /// stand in the source.
  std::string replayedText() const;

  /// distinct() returns the operands, each once.
  std::vector<Operand> distinct() const;
  /// expressions() returns what the workers evaluate, as distinct().
  std::vector<const clang::Expr *> expressions() const;

  bool lieIn(const TextRange &range) const;
  std::string textOf(const clang::Stmt *statement) const;

private:
  struct Value {
    const clang::Expr *expr;
    TextRange range; ///< Length 0: the text keeps the name.
    Operand operand;
    bool moved; ///< The statement takes it as a temporary.
  };
  struct Edit {
    TextRange range;
    std::string text;
  };

  std::optional<Refusal> refuse(RefusalId id, const clang::Expr *expr,
                                std::vector<std::string> subjects) const;
  std::vector<const Value *> distinctValues() const;
  std::vector<Edit> sortedEdits() const;

  const OperandContext &context_;
  std::vector<TextRange> texts_;
  std::vector<Value> values_;
  std::vector<Edit> edits_;
  unsigned numbered_ = 0;
};

} // namespace paraloop

#endif
