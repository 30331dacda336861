// UnsharedVariables.cpp: a pointer keeps the memory that it was made with where
// nothing is assigned to it, before the loop or in it.

#include "UnsharedVariables.h"

#include "AddressTaken.h"
#include "AdoptedMemory.h"
#include "EnclosingFunctions.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

/// AssignmentFinder collects the pointers that a function assigns to outside of
/// a loop.
class AssignmentFinder : public RecursiveASTVisitor<AssignmentFinder> {
public:
  explicit AssignmentFinder(const Stmt *loop) : loop_(loop) {}

  bool TraverseStmt(Stmt *statement) {
    return (loop_ && statement == loop_) ||
           RecursiveASTVisitor<AssignmentFinder>::TraverseStmt(statement);
  }
  bool VisitBinaryOperator(BinaryOperator *assignment) {
    if (!assignment->isAssignmentOp() ||
        !assignment->getType()->isPointerType())
      return true;
    if (const auto *named = llvm::dyn_cast<DeclRefExpr>(
            assignment->getLHS()->IgnoreParenImpCasts()))
      assigned.insert(named->getDecl());
    return true;
  }

  llvm::DenseSet<const ValueDecl *> assigned;

private:
  const Stmt *loop_;
};

/// assignedPointers() looks at the outermost function around the loop.
llvm::DenseSet<const ValueDecl *> assignedPointers(const LoopFacts &facts) {
  AssignmentFinder finder(facts.loop);
  const auto functions = enclosingFunctions(facts.function);
  if (!functions.empty() && functions.back()->getBody())
    finder.TraverseStmt(functions.back()->getBody());
  return std::move(finder.assigned);
}

/// makesMemory() returns true for an initializer that allocates.
bool makesMemory(const Expr *init) {
  init = init->IgnoreParenCasts();
  if (const auto *full = llvm::dyn_cast<ExprWithCleanups>(init))
    init = full->getSubExpr()->IgnoreParenCasts();
  if (llvm::isa<CXXNewExpr>(init))
    return llvm::cast<CXXNewExpr>(init)->getNumPlacementArgs() == 0;
  const auto *call = llvm::dyn_cast<CallExpr>(init);
  const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
  if (!callee || !callee->getDeclName().isIdentifier() ||
      !isFromSystemHeader(callee))
    return false;
  const llvm::StringRef name = callee->getName();
  return name == "malloc" || name == "calloc" || name == "aligned_alloc";
}

} // namespace

UnsharedVariables::UnsharedVariables(const LoopFacts &facts)
    : facts_(facts), addressTaken_(addressTaken(facts.function, facts.loop)),
      adopting_(adoptingVariables(facts.function, facts.loop)),
      assigned_(assignedPointers(facts)) {}

bool UnsharedVariables::contains(const ValueDecl *named) const {
  const auto *variable = llvm::dyn_cast<VarDecl>(named);
  if (!variable)
    return false;
  const QualType type = variable->getType();
  if (type.getNonReferenceType().isRestrictQualified())
    return true;
  if (!variable->hasLocalStorage() || addressTaken_.contains(variable) ||
      adopting_.contains(variable) || type->isReferenceType())
    return false;
  if (!type->isPointerType())
    return (!isPointerLike(type) && !isProxy(type)) || isUniqueOwner(type);
  return !assigned_.contains(variable) && variable->getInit() &&
         !changesInLoop(variable) && makesMemory(variable->getInit());
}

bool UnsharedVariables::changesInLoop(const VarDecl *variable) const {
  return llvm::any_of(facts_.effects.changes, [&](const Change &change) {
    return llvm::any_of(change.objects, [&](const Object &object) {
      return object.variable == variable &&
             object.kind == Object::Kind::Outside;
    });
  });
}

} // namespace paraloop
