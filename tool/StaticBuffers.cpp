// StaticBuffers.cpp: one walk over the function around the loop finds the
// pointers that such a call was assigned to, and where they are named.

#include "StaticBuffers.h"

#include "Callees.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"
#include "SystemFunctions.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"

#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace paraloop {
namespace {

bool refers(QualType type) {
  return type->isReferenceType() || type->isPointerType() ||
         isPointerLike(type);
}

class KeptPointers : public RecursiveASTVisitor<KeptPointers> {
  using Base = RecursiveASTVisitor<KeptPointers>;

public:
  KeptPointers(const LoopFacts &facts, llvm::StringRef buffers)
      : facts_(facts), buffers_(buffers) {}

  /// What the loop itself makes is made anew in each iteration.
  bool TraverseStmt(Stmt *statement) {
    if (statement != facts_.loop)
      return Base::TraverseStmt(statement);
    isReached_ = true;
    return inLoop([&] { return Base::TraverseStmt(statement); });
  }
  bool TraverseForStmt(ForStmt *loop) {
    return around([&] { return Base::TraverseForStmt(loop); });
  }
  bool TraverseCXXForRangeStmt(CXXForRangeStmt *loop) {
    return around([&] { return Base::TraverseCXXForRangeStmt(loop); });
  }
  bool TraverseWhileStmt(WhileStmt *loop) {
    return around([&] { return Base::TraverseWhileStmt(loop); });
  }
  bool TraverseDoStmt(DoStmt *loop) {
    return around([&] { return Base::TraverseDoStmt(loop); });
  }

  bool VisitVarDecl(VarDecl *variable) {
    if (!isInside_ && variable->getInit() && refers(variable->getType()) &&
        isBuffer(variable->getInit()))
      kept_.insert(variable);
    return true;
  }
  bool VisitBinaryOperator(BinaryOperator *binary) {
    if (!isInside_ && binary->getOpcode() == BO_Assign &&
        refers(binary->getLHS()->getType()) && isBuffer(binary->getRHS()))
      kept_.insert(declarationOf(binary->getLHS()));
    return true;
  }
  bool VisitDeclRefExpr(DeclRefExpr *named) { return note(named->getDecl()); }
  bool VisitMemberExpr(MemberExpr *named) {
    return note(named->getMemberDecl());
  }

  /// named() returns a pointer that is used in the loop or after it; or null.
  const ValueDecl *named() const {
    for (const ValueDecl *one : kept_)
      if (one && (isRepeated_ || used_.contains(one)))
        return one;
    return nullptr;
  }

private:
  template <class Walk> bool inLoop(const Walk &walk) {
    isInside_ = true;
    isRepeated_ |= depth_ > 0;
    const bool goesOn = walk();
    isInside_ = false;
    return goesOn;
  }

  template <class Walk> bool around(const Walk &walk) {
    depth_ += isInside_ ? 0 : 1;
    const bool goesOn = walk();
    depth_ -= isInside_ ? 0 : 1;
    return goesOn;
  }

  static const ValueDecl *declarationOf(const Expr *lvalue) {
    lvalue = lvalue->IgnoreParenCasts();
    if (const auto *named = llvm::dyn_cast<DeclRefExpr>(lvalue))
      return named->getDecl();
    const auto *member = llvm::dyn_cast<MemberExpr>(lvalue);
    return member ? member->getMemberDecl() : nullptr;
  }

  /// isBuffer() returns true where the value is what such a function returned,
  /// or refers to a part of that.
  bool isBuffer(const Stmt *value) {
    if (const auto *call = llvm::dyn_cast<CallExpr>(value))
      if (const FunctionDecl *callee = call->getDirectCallee();
          callee && returnsBuffer(callee))
        return true;
    return llvm::any_of(value->children(), [&](const Stmt *child) {
      return child && isBuffer(child);
    });
  }

  bool returnsBuffer(const FunctionDecl *callee) {
    const llvm::StringRef own = staticBuffers(callee).take_front();
    const Summary *summary = refers(callee->getReturnType())
                                 ? facts_.callees.summary(callee)
                                 : nullptr;
    return (!own.empty() && buffers_.contains(own)) ||
           (summary && summary->buffers.find_first_of(buffers_.str()) !=
                           std::string::npos);
  }

  bool note(const ValueDecl *named) {
    if (isReached_)
      used_.insert(named);
    return true;
  }

  const LoopFacts &facts_;
  const llvm::StringRef buffers_;
  llvm::DenseSet<const ValueDecl *> kept_;
  llvm::DenseSet<const ValueDecl *> used_; ///< In the loop or after it.
  bool isInside_ = false;
  bool isReached_ = false;
  bool isRepeated_ = false; ///< The loop stands in another one.
  unsigned depth_ = 0;
};

/// isTimeFromElsewhere() returns true for a std::tm that a parameter, a global
/// or a field refers to.
bool isTimeFromElsewhere(const Object &object) {
  const QualType type = typeOf(object);
  if (type.isNull() || !refers(type))
    return false;
  const QualType target =
      type->isReferenceType() ? type.getNonReferenceType() : targetTypeOf(type);
  const RecordDecl *record =
      target.isNull() ? nullptr : target->getAsRecordDecl();
  const auto *variable = llvm::dyn_cast_or_null<VarDecl>(object.variable);
  const bool isLocal =
      variable && variable->isLocalVarDecl() && object.path.empty();
  return record && record->getIdentifier() && record->getName() == "tm" &&
         isFromSystemHeader(record) && !isLocal;
}

std::string otherPointer(const LoopFacts &facts, const BufferUse &use) {
  if (facts.function && facts.function->hasBody()) {
    KeptPointers pointers(facts, use.buffers);
    pointers.TraverseStmt(facts.function->getBody());
    if (const ValueDecl *named = pointers.named())
      return named->getNameAsString();
  }
  if (llvm::StringRef(use.buffers).contains('t'))
    for (const Mention &mention : facts.effects.mentions)
      if (isTimeFromElsewhere(mention.object))
        return mention.object.describe();
  return "";
}

} // namespace

void findStaticBuffers(const LoopFacts &facts, Refusals &refusals) {
  for (const BufferUse &use : facts.effects.buffers)
    if (const std::string other = otherPointer(facts, use); !other.empty())
      refusals.add({RefusalId::HiddenState,
                    use.where,
                    {use.callee, "overwrites an object of the library's, to "
                                 "which '" +
                                     other + "' may refer"}});
}

} // namespace paraloop
