// Lists.cpp: the increment has to be a walk along fields that begins with the
// pointer itself, and the condition may look at nothing but the pointer.

#include "Lists.h"

#include "Callees.h"
#include "StandardLibrary.h"
#include "Statements.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace clang;

namespace paraloop {
namespace {

class ListReader {
public:
  ListReader(const VarDecl *variable, ASTContext &context, Callees &callees)
      : variable_(variable), context_(context), callees_(callees) {}

  bool isList(const ForStmt *loop) const {
    return variable_->getType()->isPointerType() && loop->getCond() &&
           loop->getInc() && endsByPointer(loop->getCond()) &&
           steps(loop->getInc()) == 1 && takesNext(loop->getInc());
  }

private:
  static const Expr *plain(const Expr *expr) {
    return expr->IgnoreParenImpCasts();
  }

  bool isPointer(const Expr *expr) const {
    const auto *named = llvm::dyn_cast<DeclRefExpr>(plain(expr));
    return named && named->getDecl() == variable_;
  }

  /// `p`, `p != nullptr`, `p != end`
  bool endsByPointer(const Expr *condition) const {
    condition = plain(condition);
    const auto *compared = llvm::dyn_cast<BinaryOperator>(condition);
    if (!compared)
      return isPointer(condition);
    if (compared->getOpcode() != BO_NE)
      return false;
    const Expr *left = compared->getLHS();
    const Expr *right = compared->getRHS();
    return (isPointer(left) && stays(right)) ||
           (isPointer(right) && stays(left));
  }

  /// What the body changes, no header may read.
  bool stays(const Expr *end) const {
    if (end->isNullPointerConstant(context_, Expr::NPC_ValueDependentIsNotNull))
      return true;
    const auto *address = llvm::dyn_cast<UnaryOperator>(plain(end));
    const bool isAddress = address && address->getOpcode() == UO_AddrOf;
    const auto *named = llvm::dyn_cast<DeclRefExpr>(
        plain(isAddress ? address->getSubExpr() : end));
    const auto *variable =
        named ? llvm::dyn_cast<VarDecl>(named->getDecl()) : nullptr;
    return variable && variable != variable_ && variable->isLocalVarDecl() &&
           (isAddress || variable->getType().isConstQualified());
  }

  unsigned steps(const Expr *increment) const {
    increment = plain(increment);
    const auto *both = llvm::dyn_cast<BinaryOperator>(increment);
    if (both && both->getOpcode() == BO_Comma)
      return steps(both->getLHS()) + steps(both->getRHS());
    const auto *unary = llvm::dyn_cast<UnaryOperator>(increment);
    const bool changes =
        (both && both->isAssignmentOp() && isPointer(both->getLHS())) ||
        (unary && unary->isIncrementDecrementOp() &&
         isPointer(unary->getSubExpr()));
    return changes ? 1 : 0;
  }

  bool takesNext(const Expr *increment) const {
    const auto *both = llvm::dyn_cast<BinaryOperator>(plain(increment));
    if (both && both->getOpcode() == BO_Comma)
      return takesNext(both->getLHS()) || takesNext(both->getRHS());
    return both && both->getOpcode() == BO_Assign &&
           isPointer(both->getLHS()) && !isPointer(both->getRHS()) &&
           leadsOn(both->getRHS());
  }

  /// leadsOn() returns true for `p->next`, `p->links.next`, `p->next.get()`:
  /// the same object always leads to the same next one.
  bool leadsOn(const Expr *expr) const {
    if (isPointer(expr))
      return true;
    expr = plain(expr);
    if (const auto *member = llvm::dyn_cast<MemberExpr>(expr))
      return llvm::isa<FieldDecl>(member->getMemberDecl()) &&
             !member->getType().isVolatileQualified() &&
             leadsOn(member->getBase());
    if (const auto *op = llvm::dyn_cast<CXXOperatorCallExpr>(expr))
      return op->getOperator() == OO_Arrow && isOwningPointer(op->getArg(0)) &&
             leadsOn(op->getArg(0));
    const auto *call = llvm::dyn_cast<CXXMemberCallExpr>(expr);
    return call && call->getNumArgs() == 0 && onlyReads(call) &&
           leadsOn(call->getImplicitObjectArgument());
  }

  static bool isOwningPointer(const Expr *expr) {
    const CXXRecordDecl *record = expr->getType()->getAsCXXRecordDecl();
    return record && isStandard(record) && record->getIdentifier() &&
           record->getName().ends_with("_ptr");
  }

  bool onlyReads(const CXXMemberCallExpr *call) const {
    const CXXMethodDecl *method = call->getMethodDecl();
    if (!method || method->isVirtual())
      return false;
    if (isStandard(method))
      return method->getIdentifier() && method->getName() == "get" &&
             isOwningPointer(call->getImplicitObjectArgument());
    const Summary *summary = callees_.summary(method);
    const auto isOwn = [](const OutsideEffect &read) {
      return !read.object.variable;
    };
    return summary && summary->changes.empty() && summary->hidden.empty() &&
           !summary->callsUnseenUserCode && !summary->prints &&
           llvm::all_of(summary->reads, isOwn);
  }

  const VarDecl *variable_;
  ASTContext &context_;
  Callees &callees_;
};

bool isBelow(const Stmt *statement, const Stmt *wanted) {
  return statement == wanted ||
         llvm::any_of(statement->children(), [&](const Stmt *child) {
           return child && isBelow(child, wanted);
         });
}

} // namespace

const VarDecl *listPointer(const ForStmt *loop,
                           llvm::ArrayRef<const VarDecl *> stepped,
                           ASTContext &context, Callees &callees) {
  const auto found = llvm::find_if(stepped, [&](const VarDecl *variable) {
    return ListReader(variable, context, callees).isList(loop);
  });
  return found == stepped.end() ? nullptr : *found;
}

const Expr *firstOfList(const ForStmt *loop,
                        llvm::ArrayRef<const Expr *> values) {
  const auto found = llvm::find_if(values, [&](const Expr *value) {
    return !isBelow(loop->getInc(), value);
  });
  return found == values.end() ? nullptr : *found;
}

bool isOnlyCopied(const Expr *pointer, const Statements &statements) {
  const Stmt *parent = statements.parent(pointer);
  while (llvm::isa_and_nonnull<ImplicitCastExpr, ParenExpr,
                               MaterializeTemporaryExpr>(parent))
    parent = statements.parent(parent);
  if (const auto *binary = llvm::dyn_cast_or_null<BinaryOperator>(parent))
    return binary->getOpcode() == BO_Assign || binary->isEqualityOp();
  const auto *call = llvm::dyn_cast_or_null<CXXMemberCallExpr>(parent);
  static const llvm::StringSet<> names = {"push_back", "push_front", "push",
                                          "insert"};
  return call && isStandard(call->getMethodDecl()) &&
         call->getMethodDecl()->getIdentifier() &&
         names.contains(call->getMethodDecl()->getName());
}

} // namespace paraloop
