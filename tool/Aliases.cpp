// Aliases.cpp: a variable whose address nobody took can't be read under another name. For the others, the types decide
// whether two names may stand for one object, and the addresses are compared when the loop starts.

#include "Aliases.h"

#include "StandardLibrary.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"

#include "llvm/ADT/DenseSet.h"

using namespace clang;

namespace paraloop {
namespace {

/// EscapeFinder collects the variables of a function whose address is kept somewhere: `&x`, a reference to x, a lambda
/// that captures x by reference. What a call receives by reference is not counted: few functions keep the address.
class EscapeFinder : public RecursiveASTVisitor<EscapeFinder> {
public:
  explicit EscapeFinder(const Stmt *loop) : loop_(loop) {}

  bool TraverseStmt(Stmt *statement) {
    return statement == loop_ || RecursiveASTVisitor<EscapeFinder>::TraverseStmt(statement);
  }
  bool VisitUnaryOperator(UnaryOperator *unary) {
    if (unary->getOpcode() == UO_AddrOf)
      add(unary->getSubExpr());
    return true;
  }
  bool VisitVarDecl(VarDecl *variable) {
    const bool keeps = variable->getType()->isReferenceType() || variable->getType()->isPointerType() ||
                       isPointerLike(variable->getType());
    if (keeps && variable->getInit())
      addAll(variable->getInit());
    return true;
  }
  bool VisitBinaryOperator(BinaryOperator *assignment) {
    if (assignment->getOpcode() == BO_Assign && assignment->getType()->isPointerType())
      addAll(assignment->getRHS());
    return true;
  }
  bool VisitLambdaExpr(LambdaExpr *lambda) {
    for (const LambdaCapture &capture : lambda->captures())
      if (capture.capturesVariable() && capture.getCaptureKind() == LCK_ByRef)
        escaped.insert(capture.getCapturedVar());
    return true;
  }

  llvm::DenseSet<const ValueDecl *> escaped;

private:
  void add(const Expr *expr) {
    expr = expr->IgnoreParenImpCasts();
    while (true) {
      if (const auto *member = llvm::dyn_cast<MemberExpr>(expr); member && !member->isArrow())
        expr = member->getBase()->IgnoreParenImpCasts();
      else if (const auto *subscript = llvm::dyn_cast<ArraySubscriptExpr>(expr))
        expr = subscript->getBase()->IgnoreParenImpCasts();
      else
        break;
    }
    if (const auto *named = llvm::dyn_cast<DeclRefExpr>(expr))
      escaped.insert(named->getDecl());
  }

  void addAll(const Stmt *statement) {
    if (const auto *named = llvm::dyn_cast_or_null<DeclRefExpr>(statement))
      escaped.insert(named->getDecl());
    for (const Stmt *child : statement->children())
      if (child)
        addAll(child);
  }

  const Stmt *loop_;
};

QualType bare(QualType type) { return type.getNonReferenceType().getCanonicalType().getUnqualifiedType(); }

/// mayContain() returns true if an object of type `outer` may have a part of type `inner`, elements of containers counted.
bool mayContain(QualType outer, QualType inner, unsigned depth = 0) {
  outer = bare(outer);
  if (outer == inner || depth > 5)
    return true;
  if (outer->isCharType() && depth > 0 && !inner->isRecordType())
    return false;
  if (outer->isArrayType())
    return mayContain(QualType(outer->getPointeeOrArrayElementType(), 0), inner, depth + 1);
  const CXXRecordDecl *record = outer->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition())
    return false;
  if (isStandard(record)) {
    const auto *special = llvm::dyn_cast<ClassTemplateSpecializationDecl>(record);
    for (unsigned index = 0; special && index < special->getTemplateArgs().size(); ++index) {
      const TemplateArgument &argument = special->getTemplateArgs()[index];
      if (argument.getKind() == TemplateArgument::Type && !argument.getAsType()->isFunctionType() &&
          !llvm::StringRef(argument.getAsType().getAsString()).contains("allocator") &&
          mayContain(argument.getAsType(), inner, depth + 1))
        return true;
    }
    return false;
  }
  for (const FieldDecl *field : record->getDefinition()->fields())
    if (mayContain(field->getType(), inner, depth + 1))
      return true;
  for (const CXXBaseSpecifier &base : record->getDefinition()->bases())
    if (mayContain(base.getType(), inner, depth + 1))
      return true;
  return false;
}

QualType typeOf(const Object &object) {
  if (!object.path.empty())
    return object.path.back()->getType();
  return object.variable ? object.variable->getType() : QualType();
}

class AliasFinder {
public:
  explicit AliasFinder(const AliasQuestion &question) : question_(question), escapes_(question.loop) {
    if (question.function && question.function->getBody())
      escapes_.TraverseStmt(question.function->getBody());
  }

  Aliases run() {
    for (const Object &changed : question_.changed) {
      if (question_.unseenUserCode.isValid() && isReachableFromElsewhere(changed))
        aliases_.refusals.push_back({RefusalId::UnseenMayRead,
                                     question_.unseenUserCode,
                                     {question_.unseenCallee, changed.describe()}});
      if (!hasOtherNames(changed))
        continue;
      for (const Mention *read : question_.reads)
        compare(changed, *read);
    }
    return std::move(aliases_);
  }

private:
  static bool isReference(const Object &object) {
    return object.path.empty() ? object.variable && object.variable->getType()->isReferenceType()
                               : object.path.back()->getType()->isReferenceType();
  }

  bool isLocalVariable(const Object &object) const {
    const auto *variable = llvm::dyn_cast_or_null<VarDecl>(object.variable);
    return (variable && variable->hasLocalStorage()) || llvm::isa_and_nonnull<BindingDecl>(object.variable);
  }

  /// A variable of this function whose address is not kept has no second name.
  bool hasOtherNames(const Object &object) const {
    if (!isLocalVariable(object) || escapes_.escaped.contains(object.variable))
      return true;
    return object.variable->getType()->isReferenceType();
  }

  /// Code of the user's that is out of sight can read a global whose name it can know, and a local variable whose
  /// address was kept. It is taken not to read what a parameter or `this` refers to, unless it is handed that.
  bool isReachableFromElsewhere(const Object &object) const {
    const auto *variable = llvm::dyn_cast_or_null<VarDecl>(object.variable);
    if (isLocalVariable(object))
      return escapes_.escaped.contains(object.variable);
    return variable && variable->isExternallyVisible();
  }

  void compare(const Object &changed, const Mention &read) {
    const QualType changedType = bare(typeOf(changed).isNull() ? QualType() : typeOf(changed));
    const QualType readType = typeOf(read.object);
    if (changedType.isNull() || readType.isNull() || (read.object.variable == changed.variable && changed.variable))
      return;
    const QualType seen = readType.getNonReferenceType();
    if (seen->isPointerType() || isPointerLike(seen)) {
      comparePointer(changed, changedType, read, seen);
      return;
    }
    const bool eitherIsAlias = isReference(changed) || isReference(read.object);
    if (!eitherIsAlias || (isReference(changed) && isLocalVariable(read.object) && !isReference(read.object)))
      return;
    if (mayContain(readType, changedType) || mayContain(changedType, bare(readType)))
      addPair(changed, read.object);
  }

  void comparePointer(const Object &changed, QualType changedType, const Mention &read, QualType pointer) {
    QualType target = pointer->isPointerType() ? pointer->getPointeeType() : QualType();
    if (const CXXRecordDecl *record = pointer->getAsCXXRecordDecl()) {
      const auto *special = llvm::dyn_cast<ClassTemplateSpecializationDecl>(record);
      if (special && special->getTemplateArgs().size() > 0 &&
          special->getTemplateArgs()[0].getKind() == TemplateArgument::Type)
        target = special->getTemplateArgs()[0].getAsType();
      if (!target.isNull() && target->isPointerType())
        target = target->getPointeeType();
    }
    if (target.isNull() || target->isFunctionType() || target->isVoidType())
      return;
    target = bare(target);
    if (!mayContain(target, changedType) && !mayContain(changedType, target))
      return;
    const bool comparable = pointer->isPointerType() && !isReference(changed);
    if (comparable)
      addPair(changed, read.object);
    else
      aliases_.refusals.push_back(
          {RefusalId::MayAlias, read.where, {read.object.describe(), changed.describe()}});
  }

  void addPair(const Object &changed, const Object &read) {
    std::pair<std::string, std::string> pair(spelling(changed), spelling(read));
    if (llvm::find(aliases_.apart, pair) == aliases_.apart.end())
      aliases_.apart.push_back(std::move(pair));
  }

  const AliasQuestion &question_;
  EscapeFinder escapes_;
  Aliases aliases_;
};

} // namespace

Aliases findAliases(const AliasQuestion &question) { return AliasFinder(question).run(); }

} // namespace paraloop
