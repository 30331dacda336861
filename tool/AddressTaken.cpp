// AddressTaken.cpp: one walk over the outermost function, past the loop; then
// names of elements, and containers that exchange their contents, are followed
// until nothing is added.

#include "AddressTaken.h"

#include "EnclosingFunctions.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"
#include "Travel.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

#include <vector>

using namespace clang;

namespace paraloop {
namespace {

/// movesContents() returns true for a statement after which one container has
/// what another one had: a reference to an element of one may then lead into
/// the other.
bool movesContents(const Stmt *statement) {
  static const llvm::StringSet<> names = {"swap",        "move",   "exchange",
                                          "swap_ranges", "splice", "merge",
                                          "iter_swap"};
  const auto *call = llvm::dyn_cast<CallExpr>(statement);
  const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
  if (callee && callee->getDeclName().isIdentifier() && isStandard(callee) &&
      names.contains(callee->getName()))
    return true;
  return llvm::any_of(statement->children(), [](const Stmt *child) {
    return child && llvm::isa<Expr>(child) && movesContents(child);
  });
}

void collectNames(const Stmt *statement,
                  llvm::SmallVectorImpl<const ValueDecl *> &names) {
  if (const auto *named = llvm::dyn_cast<DeclRefExpr>(statement))
    if (llvm::isa<VarDecl>(named->getDecl()))
      names.push_back(named->getDecl());
  for (const Stmt *child : statement->children())
    if (child)
      collectNames(child, names);
}

/// mayHoldReferences() is also true for what owns an object by a base class: a
/// derived one may hold references.
bool mayHoldReferences(QualType type, unsigned depth = 0) {
  static constexpr unsigned maxDepth = 8;
  if (holdsReferences(type) || depth > maxDepth)
    return true;
  const CXXRecordDecl *record =
      type.getNonReferenceType()->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition())
    return false;
  if (!isStandard(record))
    return depth > 0 && record->isPolymorphic();
  return llvm::any_of(typeArguments(record), [&](QualType held) {
    return mayHoldReferences(held, depth + 1);
  });
}

/// The element type or the container of an iterator.
bool ofPointers(const TemplateArgument &argument) {
  if (argument.getKind() != TemplateArgument::Type)
    return false;
  const QualType type = argument.getAsType();
  return (type->isPointerType() && type->getPointeeType()->isPointerType()) ||
         (type->isRecordType() && holdsReferences(type));
}

/// storesPointers() is true for std::ref, and for algorithms that write into a
/// container of pointers.
bool storesPointers(const CallExpr *call) {
  const FunctionDecl *callee = call->getDirectCallee();
  if (!callee || !isStandard(callee) || llvm::isa<CXXMethodDecl>(callee) ||
      callee->isOverloadedOperator() || !callee->getIdentifier())
    return false;
  if (callee->getName() == "ref" || callee->getName() == "cref" ||
      callee->getName() == "addressof")
    return true;
  return llvm::any_of(call->arguments(), [](const Expr *argument) {
    const auto *special =
        llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(
            argument->getType()->getAsCXXRecordDecl());
    if (!special || !isPointerLike(argument->getType()))
      return false;
    return llvm::any_of(special->getTemplateArgs().asArray(), ofPointers);
  });
}

/// storesArguments() is true for a method of a container of references.
bool storesArguments(const CallExpr *call) {
  const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call);
  return member && isStandard(call->getDirectCallee()) &&
         mayHoldReferences(member->getImplicitObjectArgument()->getType());
}

/// variableAt() returns the `x` of `x.y[i].z`, or null.
const ValueDecl *variableAt(const Expr *expr) {
  expr = expr->IgnoreParenImpCasts();
  while (true) {
    if (const auto *member = llvm::dyn_cast<MemberExpr>(expr);
        member && !member->isArrow())
      expr = member->getBase()->IgnoreParenImpCasts();
    else if (const auto *subscript = llvm::dyn_cast<ArraySubscriptExpr>(expr))
      expr = subscript->getBase()->IgnoreParenImpCasts();
    else
      break;
  }
  const auto *named = llvm::dyn_cast<DeclRefExpr>(expr);
  return named ? named->getDecl() : nullptr;
}

class AddressTakenFinder : public RecursiveASTVisitor<AddressTakenFinder> {
public:
  /// The lambdas `around` the loop have no names of their own for what they
  /// capture.
  explicit AddressTakenFinder(const Stmt *loop,
                              llvm::DenseSet<const CXXRecordDecl *> around = {})
      : loop_(loop), around_(std::move(around)) {}

  bool TraverseStmt(Stmt *statement) {
    return (loop_ && statement == loop_) ||
           RecursiveASTVisitor<AddressTakenFinder>::TraverseStmt(statement);
  }
  bool VisitUnaryOperator(UnaryOperator *unary) {
    if (unary->getOpcode() == UO_AddrOf)
      if (const ValueDecl *variable = variableAt(unary->getSubExpr()))
        taken.insert(variable);
    return true;
  }
  bool VisitCastExpr(CastExpr *cast) {
    if (cast->getCastKind() == CK_PointerToIntegral)
      addAll(cast->getSubExpr());
    return true;
  }
  bool VisitVarDecl(VarDecl *variable) {
    if (mayHoldReferences(variable->getType()) && variable->getInit()) {
      if (depth_ > 0 && variable->hasLocalStorage())
        madeFrom_.push_back({variable, variable->getInit()});
      else
        addAll(variable->getInit());
    }
    if (variable->getInit() && movesContents(variable->getInit())) {
      noteExchange(variable->getInit());
      exchanges_.back().push_back(variable);
    }
    return true;
  }
  bool VisitCallExpr(CallExpr *call) {
    const FunctionDecl *callee = call->getDirectCallee();
    if (movesContents(call))
      noteExchange(call);
    if (!callee || depth_ > maxDepth)
      return true;
    const bool storesAll = storesArguments(call) || storesPointers(call);
    const unsigned skipped =
        llvm::isa<CXXOperatorCallExpr>(call) && llvm::isa<CXXMethodDecl>(callee)
            ? 1
            : 0;
    for (unsigned index = skipped; index < call->getNumArgs(); ++index)
      if (storesAll || keepsParameter(callee, index - skipped, depth_))
        addAll(call->getArg(index));
    return true;
  }
  /// A name of an element that is kept keeps the container.
  bool VisitCXXForRangeStmt(CXXForRangeStmt *loop) {
    if (loop->getLoopVariable() &&
        loop->getLoopVariable()->getType()->isReferenceType())
      madeFrom_.push_back({loop->getLoopVariable(), loop->getRangeInit()});
    return true;
  }
  bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr *call) {
    if (call->getOperator() == OO_Equal && call->getNumArgs() == 2 &&
        mayHoldReferences(call->getArg(0)->getType()))
      addAll(call->getArg(1));
    return true;
  }
  bool VisitBinaryOperator(BinaryOperator *assignment) {
    if (assignment->isAssignmentOp() && assignment->getType()->isPointerType())
      addAll(assignment->getRHS());
    return true;
  }
  bool VisitLambdaExpr(LambdaExpr *lambda) {
    if (around_.contains(lambda->getLambdaClass()))
      return true;
    for (const LambdaCapture &capture : lambda->captures())
      if (capture.capturesVariable() && capture.getCaptureKind() == LCK_ByRef)
        taken.insert(capture.getCapturedVar());
    return true;
  }

  /// finish() follows what is kept to what it was made from, and containers to
  /// those that they exchanged their contents with.
  void finish() {
    for (bool grew = true; grew;) {
      const std::size_t before = taken.size();
      for (const auto &[name, source] : madeFrom_)
        if (taken.contains(name))
          addAll(source);
      for (const auto &names : exchanges_)
        if (llvm::any_of(names, [&](const ValueDecl *name) {
              return taken.contains(name);
            }))
          taken.insert(names.begin(), names.end());
      grew = taken.size() != before;
    }
  }

  llvm::DenseSet<const ValueDecl *> taken;

private:
  /// keepsParameter() returns true if the body of a function binds a reference
  /// parameter to something that may stay.
  static bool keepsParameter(const FunctionDecl *function, unsigned index,
                             unsigned depth) {
    const FunctionDecl *definition = nullptr;
    const Stmt *body = function->getBody(definition);
    if (!body || isStandard(definition) || isFromSystemHeader(definition) ||
        index >= definition->getNumParams() ||
        !definition->getParamDecl(index)->getType()->isReferenceType())
      return false;
    AddressTakenFinder inside(nullptr);
    inside.depth_ = depth + 1;
    inside.TraverseStmt(const_cast<Stmt *>(body));
    inside.finish();
    return inside.taken.contains(definition->getParamDecl(index));
  }

  void addAll(const Stmt *statement) {
    if (const auto *named = llvm::dyn_cast_or_null<DeclRefExpr>(statement))
      taken.insert(named->getDecl());
    for (const Stmt *child : statement->children())
      if (child)
        addAll(child);
  }

  void noteExchange(const Stmt *statement) {
    exchanges_.emplace_back();
    collectNames(statement, exchanges_.back());
  }

  const Stmt *loop_;
  llvm::DenseSet<const CXXRecordDecl *> around_;
  static constexpr unsigned maxDepth = 3; ///< Of calls that hand it on.
  unsigned depth_ = 0;
  /// Elements, and their containers; in a function that is called, also its own
  /// references and the like, which end with it.
  std::vector<std::pair<const VarDecl *, const Expr *>> madeFrom_;
  /// The variables of one exchange of contents.
  std::vector<llvm::SmallVector<const ValueDecl *, 4>> exchanges_;
};

/// lambdasAmong() returns the classes of the lambdas among functions.
llvm::DenseSet<const CXXRecordDecl *>
lambdasAmong(llvm::ArrayRef<const FunctionDecl *> functions) {
  llvm::DenseSet<const CXXRecordDecl *> lambdas;
  for (const FunctionDecl *function : functions)
    if (const auto *method = llvm::dyn_cast<CXXMethodDecl>(function);
        method && method->getParent()->isLambda())
      lambdas.insert(method->getParent());
  return lambdas;
}

} // namespace

llvm::DenseSet<const ValueDecl *> addressTaken(const FunctionDecl *function,
                                               const Stmt *loop) {
  const auto functions = enclosingFunctions(function);
  if (functions.empty())
    return {};
  // The variables that a lambda captures belong to the outermost function.
  AddressTakenFinder finder(
      loop, lambdasAmong(llvm::ArrayRef(functions).drop_back()));
  if (Stmt *body = functions.back()->getBody())
    finder.TraverseStmt(body);
  finder.finish();
  return std::move(finder.taken);
}

} // namespace paraloop
