// Places.cpp: one walk over the function that keeps the loop and the rest
// apart.

#include "Places.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"

#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace clang;

namespace paraloop {
namespace {

/// Jump is a place outside of the loop that names a label.
struct Jump {
  const LabelDecl *label;
  SourceLocation where;
};

/// Nameless is a variable that a worker can't be handed.
struct Nameless {
  SourceLocation where;
  std::string what;
};

/// isFromPack() returns true for a parameter that is one of `T &...all`: it has
/// no name of its own.
bool isFromPack(const ParmVarDecl *parameter) {
  const auto *function =
      llvm::dyn_cast<FunctionDecl>(parameter->getDeclContext());
  const FunctionDecl *pattern =
      function ? function->getTemplateInstantiationPattern() : nullptr;
  return pattern &&
         llvm::any_of(pattern->parameters(), [&](const ParmVarDecl *one) {
           return one->isParameterPack() &&
                  one->getDeclName() == parameter->getDeclName();
         });
}

class PlaceWalk : public RecursiveASTVisitor<PlaceWalk> {
  using Base = RecursiveASTVisitor<PlaceWalk>;

public:
  explicit PlaceWalk(const Stmt *loop) : loop_(loop) {}

  // A lambda or a local class is a function of its own.
  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool TraverseCXXRecordDecl(CXXRecordDecl *) { return true; }

  bool TraverseStmt(Stmt *statement) {
    const bool enters = statement == loop_;
    if (enters) {
      inside_ = true;
      switches_ = 0;
    }
    const bool goOn = Base::TraverseStmt(statement);
    if (enters)
      inside_ = false;
    return goOn;
  }

  bool TraverseSwitchStmt(SwitchStmt *choice) {
    ++switches_;
    const bool goOn = Base::TraverseSwitchStmt(choice);
    --switches_;
    return goOn;
  }

  bool VisitSwitchCase(SwitchCase *choice) {
    if (inside_ && switches_ == 0 && entered_.isInvalid())
      entered_ = choice->getKeywordLoc();
    return true;
  }
  bool VisitLabelStmt(LabelStmt *label) {
    if (inside_)
      labels_.insert(label->getDecl());
    return true;
  }
  bool VisitGotoStmt(GotoStmt *jump) {
    return jumpTo(jump->getLabel(), jump->getGotoLoc());
  }
  bool VisitAddrLabelExpr(AddrLabelExpr *address) {
    return jumpTo(address->getLabel(), address->getBeginLoc());
  }
  bool VisitCallExpr(CallExpr *call) {
    static const llvm::StringSet<> marks = {"setjmp",           "_setjmp",
                                            "sigsetjmp",        "__sigsetjmp",
                                            "__builtin_setjmp", "vfork"};
    const FunctionDecl *callee = call->getDirectCallee();
    if (callee && callee->getDeclName().isIdentifier() &&
        marks.contains(callee->getName()))
      marks_ = true;
    return true;
  }

  /// A pack can't be captured by parts, and its text isn't that of an
  /// expression; not every compiler captures a bit-field by reference.
  bool VisitDeclRefExpr(DeclRefExpr *named) {
    if (!inside_)
      return true;
    const auto *parameter = llvm::dyn_cast<ParmVarDecl>(named->getDecl());
    if (parameter && isFromPack(parameter))
      nameless_ = {named->getLocation(), "what '" +
                                             parameter->getNameAsString() +
                                             "' stands for, one of a pack,"};
    if (const auto *binding = llvm::dyn_cast<BindingDecl>(named->getDecl());
        binding && binding->getBinding() &&
        binding->getBinding()->refersToBitField())
      nameless_ = {named->getLocation(), "the bit-field '" +
                                             binding->getNameAsString() +
                                             "' of a structured binding"};
    return true;
  }

  std::vector<Refusal> refusals() const {
    std::vector<Refusal> made;
    const auto refuse = [&](SourceLocation where, const char *what,
                            std::vector<Note> notes = {}) {
      made.push_back(
          {RefusalId::UnsupportedPlace, where, {what}, std::move(notes)});
    };
    if (marks_)
      refuse(loop_->getBeginLoc(), "a function that calls setjmp");
    if (entered_.isValid())
      refuse(loop_->getBeginLoc(), "a switch that jumps into it",
             {{entered_, "to here"}});
    if (nameless_.where.isValid())
      made.push_back(
          {RefusalId::UnsupportedStatement, nameless_.where, {nameless_.what}});
    for (const Jump &jump : jumps_)
      if (labels_.contains(jump.label)) {
        refuse(loop_->getBeginLoc(), "a function that jumps into it",
               {{jump.where, "from here"}});
        break;
      }
    return made;
  }

private:
  bool jumpTo(const LabelDecl *label, SourceLocation where) {
    if (!inside_)
      jumps_.push_back({label, where});
    return true;
  }

  const Stmt *loop_;
  bool inside_ = false;
  unsigned switches_ = 0;
  bool marks_ = false;
  Nameless nameless_;
  SourceLocation entered_;
  std::vector<Jump> jumps_;
  llvm::DenseSet<const LabelDecl *> labels_;
};

} // namespace

std::vector<Refusal> checkPlace(const Stmt *loop,
                                const FunctionDecl *function) {
  Stmt *body = function ? function->getBody() : nullptr;
  if (!body)
    return {};
  if (llvm::isa<CoroutineBodyStmt>(body))
    return {
        {RefusalId::UnsupportedPlace, loop->getBeginLoc(), {"a coroutine"}}};
  const auto *method = llvm::dyn_cast<CXXMethodDecl>(function);
  const bool isLambda = method && method->getParent()->isLambda();
  if (function->isConstexpr() && !isLambda)
    return {{RefusalId::UnsupportedPlace,
             loop->getBeginLoc(),
             {"a constexpr function"}}};
  PlaceWalk walk(loop);
  walk.TraverseStmt(body);
  return walk.refusals();
}

} // namespace paraloop
