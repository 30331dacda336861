// Reasons.cpp: evidence -> words.

#include "Reasons.h"

#include "SourceText.h"
#include "WorkLeft.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"

#include <set>

using namespace clang;

namespace paraloop {
namespace {

constexpr std::size_t LongestQuote = 48;
constexpr std::size_t MostLines = 4;

/// quoted() returns the source of an expression, on one line and not too long.
std::string quoted(const Expr *expr, const ASTContext &context) {
  const std::optional<TextRange> range =
      textRange(expr->getSourceRange(), context);
  if (!range)
    return "a macro";
  std::string line;
  for (const char c : text(*range, context)) {
    const bool isSpace = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!isSpace)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  if (line.size() > LongestQuote)
    line = line.substr(0, LongestQuote) + "...";
  return "'" + line + "'";
}

class PrivateVariables : public RecursiveASTVisitor<PrivateVariables> {
public:
  PrivateVariables(const ASTContext &context, std::vector<VariablePlan> &found)
      : context_(context), found_(found) {}

  bool VisitVarDecl(VarDecl *variable) {
    if (variable->isStaticLocal() || variable->getName().empty() ||
        variable->isImplicit() || llvm::isa<ParmVarDecl>(variable))
      return true;
    const QualType type = variable->getType();
    const unsigned line = lineOf(variable->getLocation(), context_);
    found_.push_back({variable->getNameAsString(),
                      type.getUnqualifiedType().getAsString(), Role::Private,
                      line,
                      (type->isReferenceType()
                           ? "a name of the body's own, declared on line "
                           : "declared in the body, on line ") +
                          std::to_string(line)});
    return true;
  }

private:
  const ASTContext &context_;
  std::vector<VariablePlan> &found_;
};

} // namespace

std::string changesInWords(llvm::ArrayRef<const Change *> changes,
                           const ASTContext &context) {
  if (changes.empty())
    return "";
  const Expr *first = changes.front()->node;
  std::string words = quoted(first, context) + " on line " +
                      std::to_string(lineOf(first->getExprLoc(), context));
  if (changes.size() > 1)
    words += " and " + std::to_string(changes.size() - 1) + " more";
  return words;
}

std::string readsInWords(const Object &object, llvm::ArrayRef<Mention> mentions,
                         const ASTContext &context) {
  std::set<unsigned> lines;
  for (const Mention &mention : mentions)
    if (mention.object.describe() == object.describe())
      lines.insert(lineOf(mention.expr->getExprLoc(), context));
  std::string words =
      lines.size() > 1 ? "only read, on lines " : "only read, on line ";
  std::size_t shown = 0;
  for (const unsigned line : lines) {
    if (shown == MostLines)
      return words + ", ...";
    words += (shown++ == 0 ? "" : ", ") + std::to_string(line);
  }
  return words;
}

bool isReduction(const Object &object, llvm::ArrayRef<Mention> mentions,
                 llvm::ArrayRef<const Stmt *> replayed) {
  const QualType type = typeOf(object);
  if (type.isNull() || !type.getNonReferenceType()->isArithmeticType())
    return false;
  bool isRead = false;
  for (const Mention &mention : mentions) {
    if (!overlaps(mention.object, object))
      continue;
    isRead = true;
    if (!mention.callee.empty() || isChained(mention, replayed))
      return false;
  }
  return isRead;
}

void addFlagNote(Refusal &refusal, llvm::ArrayRef<Change> changes,
                 const ASTContext &context) {
  if (refusal.id != RefusalId::Carried || refusal.subjects.empty())
    return;
  const Change *last = nullptr;
  for (const Change &change : changes)
    for (const Object &object : change.objects) {
      if (object.describe() != refusal.subjects.front())
        continue;
      const auto *set = llvm::dyn_cast<BinaryOperator>(change.node);
      const bool sets = set && set->getOpcode() == BO_Assign &&
                        set->getType()->isBooleanType() &&
                        set->getRHS()->isEvaluatable(context);
      if (!sets)
        return;
      last = &change;
    }
  if (last)
    refusal.notes.push_back(
        {last->where, "if it says that the search is over, leave the loop "
                      "here: 'break' needs no flag"});
}

std::vector<VariablePlan> privatesOf(const Stmt *body,
                                     const ASTContext &context) {
  std::vector<VariablePlan> found;
  PrivateVariables(context, found).TraverseStmt(const_cast<Stmt *>(body));
  return found;
}

} // namespace paraloop
