// Operands.cpp: operands are found in the order in which they are evaluated,
// and put into the text in the order of the source.

#include "Operands.h"

#include "Forms.h"
#include "Objects.h"
#include "StandardTypes.h"
#include "Travel.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"
#include "clang/Basic/SourceManager.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
std::optional<Refusal>
Operands::refuse(RefusalId id, const Expr *expr,
                 std::vector<std::string> subjects) const {
  return Refusal{id, expr->getExprLoc(), std::move(subjects)};
}

std::optional<Refusal> Operands::addValue(const Expr *expr, bool asTemporary) {
  const std::optional<TextRange> range =
      textRange(expr->getSourceRange(), context_.context);
  const bool insideMacroArgument =
      expr->getBeginLoc().isMacroID() &&
      context_.context.getSourceManager().isMacroArgExpansion(
          expr->getBeginLoc());
  if (!range || !lieIn(*range) ||
      (insideMacroArgument && !isPlainLocal(expr, context_.scope)))
    return refuse(RefusalId::UpdateInMacro, expr, {});
  for (const Value &known : values_)
    if (known.range.length != 0 && known.range.offset == range->offset)
      return std::nullopt; // A macro that uses its argument twice.
  const auto *named = llvm::dyn_cast<DeclRefExpr>(expr);
  if (named && !expr->getType().isVolatileQualified())
    return addName(named);
  Value value{expr, *range, {}, false};
  value.operand.text = text(*range, context_.context);
  const auto *comma = llvm::dyn_cast<BinaryOperator>(expr->IgnoreImpCasts());
  if (comma && comma->getOpcode() == BO_Comma) // Not two arguments.
    value.operand.text = "(" + value.operand.text + ")";
  value.operand.isConst =
      expr->isLValue() && expr->getType().isConstQualified();
  value.operand.parameter = "paraloop_operand_" + std::to_string(++numbered_);
  if (obstacleToTravel(expr->getType()) && context_.pointsOutside(expr))
    value.operand.kind = Operand::Kind::AsItIs;
  else if (expr->refersToBitField() || (expr->getType().isVolatileQualified() &&
                                        !expr->getType()->isRecordType()))
    // Not the bit-field or the volatile object travels, but its value.
    value.operand.text = "+(" + value.operand.text + ")";
  else if (isPartOfMatch(expr->getType()))
    value.operand.text += ".str()"; // It refers to what was searched.
  value.moved =
      (expr->getType()->isRecordType() || context_.inTemplate || asTemporary) &&
      !expr->isLValue();
  values_.push_back(std::move(value));
  return std::nullopt;
}

std::optional<Refusal> Operands::addName(const DeclRefExpr *named) {
  const std::string name = named->getDecl()->getNameAsString();
  for (const Value &known : values_)
    if (known.operand.parameter == name) {
      const auto *same = llvm::dyn_cast<DeclRefExpr>(known.expr);
      if (same && same->getDecl() == named->getDecl())
        return std::nullopt;
      return refuse(RefusalId::ReplayForm, named, {name});
    }
  Value value{named, {}, {}, false};
  value.operand.parameter = value.operand.text = name;
  value.operand.isConst = named->getType().isConstQualified();
  if (context_.pointsOutside(named))
    value.operand.kind = named->getDecl()->getType()->isReferenceType()
                             ? Operand::Kind::InPlace
                             : Operand::Kind::AsItIs;
  values_.push_back(std::move(value));
  return std::nullopt;
}

bool Operands::hasName(llvm::StringRef name) const {
  return llvm::any_of(values_, [&](const Value &known) {
    return known.operand.parameter == name;
  });
}

void Operands::replace(const TextRange &range, std::string text) {
  edits_.push_back({range, std::move(text)});
}

unsigned Operands::withEffects() const {
  return llvm::count_if(values_, [&](const Value &value) {
    return value.expr->HasSideEffects(context_.context);
  });
}

bool Operands::lieIn(const TextRange &range) const {
  return llvm::any_of(
      texts_, [&](const TextRange &known) { return known.contains(range); });
}

std::string Operands::textOf(const Stmt *statement) const {
  const std::optional<TextRange> range =
      textRange(statement->getSourceRange(), context_.context);
  if (!range)
    return "this expression";
  const std::string whole = paraloop::text(*range, context_.context);
  const std::size_t end = whole.find('\n');
  return end == std::string::npos ? whole : whole.substr(0, end) + " ...";
}

std::vector<Operands::Edit> Operands::sortedEdits() const {
  std::vector<Edit> all = edits_;
  for (const Value &value : values_)
    if (value.range.length != 0)
      all.push_back({value.range,
                     value.moved ? "std::move(" + value.operand.parameter + ")"
                                 : value.operand.parameter});
  llvm::sort(all, [](const Edit &a, const Edit &b) {
    return a.range.offset < b.range.offset;
  });
  return all;
}

std::string Operands::replayedText() const {
  const std::vector<Edit> edits = sortedEdits();
  const SourceManager &sources = context_.context.getSourceManager();
  const auto lineAt = [&](FileID file, unsigned offset) {
    return sources.getLineNumber(file, offset);
  };
  std::string made;
  for (std::size_t index = 0; index < texts_.size(); ++index) {
    const TextRange &stretch = texts_[index];
    if (index > 0) {
      const TextRange &before = texts_[index - 1];
      const unsigned lines = lineAt(stretch.file, stretch.offset) -
                             lineAt(before.file, before.end());
      made += lines == 0 ? " " : std::string(lines, '\n');
    }
    unsigned done = stretch.offset;
    for (const Edit &edit : edits) {
      if (edit.range.offset < done || !stretch.contains(edit.range))
        continue;
      made += text({stretch.file, done, edit.range.offset - done},
                   context_.context) +
              edit.text;
      done = edit.range.end();
    }
    made += text({stretch.file, done, stretch.end() - done}, context_.context);
  }
  return made;
}

std::vector<const Operands::Value *> Operands::distinctValues() const {
  std::vector<const Value *> kept;
  for (const Value &value : values_)
    if (llvm::none_of(kept, [&](const Value *known) {
          return known->operand.parameter == value.operand.parameter;
        }))
      kept.push_back(&value);
  return kept;
}

std::vector<Operand> Operands::distinct() const {
  std::vector<Operand> made;
  for (const Value *value : distinctValues())
    made.push_back(value->operand);
  return made;
}

std::vector<const Expr *> Operands::expressions() const {
  std::vector<const Expr *> made;
  for (const Value *value : distinctValues())
    made.push_back(value->expr);
  return made;
}

} // namespace paraloop
