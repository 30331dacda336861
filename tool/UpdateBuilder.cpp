// UpdateBuilder.cpp: the first refusal is kept.

#include "UpdateBuilder.h"

#include "Forms.h"
#include "Scope.h"
#include "Travel.h"
#include "Whole.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {

bool UpdateBuilder::refuse(RefusalId id, const Stmt *where,
                           std::vector<std::string> subjects) {
  const auto *expr = llvm::dyn_cast<Expr>(where);
  refusal_ = Refusal{id, expr ? expr->getExprLoc() : where->getBeginLoc(),
                     std::move(subjects)};
  return false;
}

bool UpdateBuilder::refuseValue(const Expr *value, std::string obstacle) {
  return refuse(RefusalId::OperandType, value,
                {text(value), std::move(obstacle)});
}

bool UpdateBuilder::accept(std::optional<Refusal> refusal) {
  refusal_ = std::move(refusal);
  return !refusal_;
}

bool UpdateBuilder::addTexts() {
  result_.update.isBlock =
      region_.size() > 1 || !llvm::isa<Expr>(region_.front());
  for (const Stmt *statement : region_) {
    const std::optional<TextRange> range =
        result_.update.isBlock
            ? statementRange(statement, loop_.context)
            : textRange(statement->getSourceRange(), loop_.context);
    if (!range || !statement->getBeginLoc().isFileID())
      return refuse(RefusalId::UpdateInMacro, statement);
    result_.places.push_back(*range);
    operands_.addText(*range);
  }
  result_.update.line = lineOf(region_.front()->getBeginLoc(), loop_.context);
  for (const TextRange &stretch : loop_.removed)
    operands_.replace(stretch, "");
  return true;
}

bool UpdateBuilder::addValue(const Expr *expr, bool asTemporary) {
  return accept(operands_.addValue(expr, asTemporary));
}

bool UpdateBuilder::takeWhole(const Stmt *statement) {
  return take(inspect(statement, loop_, region_), statement);
}

bool UpdateBuilder::takeType(const VarDecl *variable,
                             const DeclStmt *declaration) {
  return take(inspectType(variable, loop_, region_), declaration);
}

bool UpdateBuilder::take(const Whole &whole, const Stmt *statement) {
  if (whole.typeOfBody.isValid() || whole.inexpressible.isValid())
    return refuse(RefusalId::ReplayForm, statement, {text(statement)});
  noteThrow(whole.mayThrow);
  noteEnd(whole.mayEnd);
  noteUnseen(whole.callsUnseen);
  noteFloatingPoint(whole.foldsFloatingPoint);
  for (const Expr *value : whole.values)
    if (!addValue(value))
      return false;
  for (const Expr *number : whole.owned)
    if (!takeOwned(number))
      return false;
  for (const DeclRefExpr *named : whole.names)
    if (!takeName(named))
      return false;
  return true;
}

/// The text keeps a variable's name, wherever it stands.
bool UpdateBuilder::takeOwned(const Expr *number) {
  result_.owned.push_back(number);
  return addValue(number);
}

bool UpdateBuilder::takeName(const DeclRefExpr *named) {
  const QualType type = named->getType();
  if (!loop_.scope.declares(named->getDecl()))
    return refuse(RefusalId::ReplayForm, named, {text(named)});
  if (loop_.pointsOutside(named))
    return accept(operands_.addName(named));
  const std::optional<std::string> obstacle =
      type->isArrayType()
          ? obstacleToTravel(
                type->getBaseElementTypeUnsafe()->getCanonicalTypeInternal())
          : obstacleToOperand(named, loop_.scope);
  if (obstacle)
    return refuseValue(named, *obstacle);
  return accept(operands_.addName(named));
}

bool UpdateBuilder::leaveOrRefuse(const Expr *expr, RefusalId id) {
  return isStrict_ ? refuse(id, expr, {text(expr)}) : takeWhole(expr);
}

void UpdateBuilder::endAt(const Stmt *jump) {
  if (const auto range = textRange(jump->getSourceRange(), loop_.context))
    operands_.replace(*range, "return");
}

void UpdateBuilder::noteArguments(unsigned withEffects) {
  if (withEffects > 1)
    unordered_ = withEffects;
}

bool UpdateBuilder::keepsOrder(const Expr *expr) {
  return !unordered_ || *unordered_ == withEffects() ||
         refuse(RefusalId::OperandOrder, expr, {});
}

/// A variable that the replayed text declares would hide one of the same name
/// that is handed over.
bool UpdateBuilder::namesDiffer() {
  for (const Stmt *statement : region_)
    if (const auto *declaration = llvm::dyn_cast<DeclStmt>(statement);
        declaration && hidesOperand(declaration))
      return refuse(RefusalId::ReplayForm, statement, {text(statement)});
  return true;
}

bool UpdateBuilder::hidesOperand(const DeclStmt *declaration) const {
  return llvm::any_of(declaration->decls(), [&](const Decl *one) {
    const auto *named = llvm::dyn_cast<NamedDecl>(one);
    return named && operands_.hasName(named->getName());
  });
}

std::variant<SplitStatement, Refusal> UpdateBuilder::finish() {
  if (!namesDiffer())
    return *refusal_;
  result_.update.statement = operands_.replayedText();
  result_.update.operands = operands_.distinct();
  result_.operands = operands_.expressions();
  // The order of a call's arguments is kept by being a call's arguments.
  result_.update.inOrder = withEffects() > 1 && !unordered_;
  return result_;
}

} // namespace paraloop
