// RangeHeader.cpp: asks what the steps of the range's iterator do. Those of the
// library do nothing to others, but views call functions of the user's.

#include "RangeHeader.h"

#include "HeaderText.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/Version.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

bool isView(const CXXRecordDecl *record) {
  return isStandard(record) && record->getDeclName().isIdentifier() &&
         record->getName().ends_with("_view") &&
         record->getName() != "basic_string_view";
}

class RangeHeader {
public:
  RangeHeader(const CXXForRangeStmt *loop, ASTContext &context,
              Callees &callees)
      : loop_(loop), context_(context), callees_(callees),
        scope_(loop, nullptr) {}

  std::variant<LoopShape, Refusal> read() {
    shape_.header.kind = Header::Kind::Elements;
    shape_.variable = loop_->getLoopVariable();
    shape_.body = loop_->getBody();
    if (!canBeWalked())
      return Refusal{RefusalId::RangeType,
                     range()->getExprLoc(),
                     {range()
                          ->getType()
                          .getNonReferenceType()
                          .getUnqualifiedType()
                          .getAsString()}};
    if (const char *obstacle = readText())
      return Refusal{RefusalId::LoopHeader, loop_->getForLoc(), {obstacle}};
    return shape_;
  }

private:
  const Expr *range() const { return loop_->getRangeInit(); }

  const char *readText() {
    if (extendsTemporaries())
      return "its range refers to a temporary object";
    if (const Stmt *init = loop_->getInit())
      if (const char *obstacle = readInit(init))
        return obstacle;
    const auto written = textRange(range()->getSourceRange(), context_);
    const auto variable = between(loop_->getLoopVarStmt()->getBeginLoc(),
                                  loop_->getColonLoc(), context_);
    if (!written || !variable)
      return "a part of it comes out of a macro";
    shape_.replaced = *written;
    shape_.header.first = text(*written, context_);
    shape_.header.variable =
        llvm::StringRef(text(*variable, context_)).trim().str();
    return nullptr;
  }

  const char *readInit(const Stmt *init) {
    if (const auto *declared = llvm::dyn_cast<DeclStmt>(init))
      for (const Decl *one : declared->decls()) {
        const auto *variable = llvm::dyn_cast<VarDecl>(one);
        if (!variable || variable->isStaticLocal() ||
            llvm::isa<DecompositionDecl>(variable))
          return "its init-statement declares something else than plain "
                 "variables";
        shape_.stepped.push_back(variable);
      }
    shape_.removed = writtenRange(init->getSourceRange(), context_);
    if (!shape_.removed)
      return "a part of it comes out of a macro";
    shape_.header.init = llvm::StringRef(text(*shape_.removed, context_))
                             .rtrim(';')
                             .rtrim()
                             .str();
    if (!llvm::isa<DeclStmt>(init))
      shape_.removed = withSemicolon(*shape_.removed, context_);
    shape_.header.initLine = lineOf(init->getBeginLoc(), context_);
    return nullptr;
  }

  /// Since C++23 all temporaries of the range live as long as the loop; in a
  /// declaration before it they would not.
  bool extendsTemporaries() const {
#if CLANG_VERSION_MAJOR >= 17
    const bool extends = context_.getLangOpts().CPlusPlus23;
#else
    const bool extends = context_.getLangOpts().CPlusPlus2b;
#endif
    const Expr *made = range();
    if (const auto *clean = llvm::dyn_cast<ExprWithCleanups>(made))
      made = clean->getSubExpr();
    const auto *whole = llvm::dyn_cast<MaterializeTemporaryExpr>(made);
    if (whole)
      made = whole->getSubExpr();
    const CXXRecordDecl *record = made->getType()->getAsCXXRecordDecl();
    const bool owns = whole && record && isStandard(record) &&
                      !isView(record) && !isPointerLike(made->getType());
    return extends && !owns && holdsTemporary(made);
  }

  static bool holdsTemporary(const Stmt *statement) {
    return llvm::isa<MaterializeTemporaryExpr>(statement) ||
           llvm::any_of(statement->children(), [](const Stmt *child) {
             return child && holdsTemporary(child);
           });
  }

  bool canBeWalked() {
    const auto *begin =
        llvm::cast<VarDecl>(loop_->getBeginStmt()->getSingleDecl());
    const QualType type = begin->getType();
    const CXXRecordDecl *whole =
        range()->getType().getNonReferenceType()->getAsCXXRecordDecl();
    if (whole && isView(whole) && !(isMadeHere() && isHarmlessView(whole)))
      return false;
    if (type->isPointerType() && isPointerOfLanguage())
      return true;
    const CXXRecordDecl *record = type->getAsCXXRecordDecl();
    if (record && isStandard(record))
      return isHarmless(record);
    shape_.header.multiPass = true;
    return stepsAreHarmless();
  }

  /// A pointer is stepped by the language, but its end may be an object of the
  /// user's, with a comparison of its own.
  bool isPointerOfLanguage() {
    return loop_->getEndStmt() &&
           (llvm::cast<VarDecl>(loop_->getEndStmt()->getSingleDecl())
                ->getType()
                ->isPointerType() ||
            stepsAreHarmless());
  }

  /// Comparing and dereferencing may change nothing, and stepping may change
  /// the iterator alone: a worker steps over iterations that it doesn't run.
  bool stepsAreHarmless() {
    const Effects compared = collectEffects(loop_->getCond(), scope_, callees_);
    const Effects stepped = collectEffects(loop_->getInc(), scope_, callees_);
    const Expr *element = loop_->getLoopVariable()->getInit();
    if (!element)
      return false;
    const Effects taken = collectEffects(element, scope_, callees_);
    const auto isLocal = [](const Change &change) {
      return llvm::all_of(change.objects, [](const Object &object) {
        return object.kind == Object::Kind::Local;
      });
    };
    const auto changesNone = [](const Change &change) {
      return llvm::all_of(change.objects, [](const Object &object) {
        return object.kind == Object::Kind::Local && !object.variable;
      });
    };
    return isSilent(compared) && isSilent(stepped) && isSilent(taken) &&
           llvm::all_of(stepped.changes, isLocal) &&
           llvm::all_of(compared.changes, changesNone) &&
           llvm::all_of(taken.changes, changesNone);
  }

  static bool isSilent(const Effects &effects) {
    return effects.hidden.empty() && effects.unseenUserCode.isInvalid() &&
           !effects.prints();
  }

  /// The iterators of containers, and those of views over them whose functions
  /// do nothing to others.
  bool isHarmless(const CXXRecordDecl *iterator) {
    for (const DeclContext *at = iterator; at; at = at->getParent())
      if (const auto *record = llvm::dyn_cast<CXXRecordDecl>(at);
          record && isView(record))
        return isHarmlessView(record);
    const llvm::StringRef name = iterator->getName();
    const bool wraps =
        name.ends_with("_iterator") && name != "istream_iterator";
    return !wraps || llvm::all_of(typeArguments(iterator), [](QualType type) {
      const CXXRecordDecl *wrapped = type->getAsCXXRecordDecl();
      return !wrapped || isStandard(wrapped) || !hasStep(wrapped);
    });
  }

  /// What a view that was made before the loop refers to can't be seen.
  bool isMadeHere() const {
    const Expr *core = range()->IgnoreParenImpCasts();
    return !llvm::isa<DeclRefExpr, MemberExpr>(core);
  }

  bool isHarmlessView(const CXXRecordDecl *view) {
    return llvm::all_of(typeArguments(view), [&](QualType type) {
      const CXXRecordDecl *part =
          type.getNonReferenceType()->getAsCXXRecordDecl();
      if (!part)
        return !type->isFunctionPointerType() && !type->isFunctionType();
      if (isView(part))
        return isHarmlessView(part);
      return isStandard(part) || isHarmlessFunction(part);
    });
  }

  static bool hasStep(const CXXRecordDecl *record) {
    return llvm::any_of(record->methods(), [](const CXXMethodDecl *method) {
      return method->getOverloadedOperator() == OO_PlusPlus;
    });
  }

  /// A class that views are made with: a range of the user's is not looked
  /// into.
  bool isHarmlessFunction(const CXXRecordDecl *record) {
    const auto isCall = [](const CXXMethodDecl *method) {
      return method->getOverloadedOperator() == OO_Call;
    };
    bool called = false;
    for (const CXXMethodDecl *method : record->methods()) {
      if (!isCall(method))
        continue;
      called = true;
      if (method->isDependentContext())
        continue;
      const Summary *summary = callees_.summary(method);
      if (!summary || !isPure(*summary))
        return false;
    }
    return called && !isGeneric(record);
  }

  static bool isGeneric(const CXXRecordDecl *record) {
    return llvm::any_of(record->decls(), [](const Decl *member) {
      return llvm::isa<FunctionTemplateDecl>(member);
    });
  }

  static bool isPure(const Summary &summary) {
    return summary.changes.empty() && summary.hidden.empty() &&
           !summary.callsUnseenUserCode && !summary.prints;
  }

  const CXXForRangeStmt *loop_;
  ASTContext &context_;
  Callees &callees_;
  const Scope scope_;
  LoopShape shape_;
};

} // namespace

std::variant<LoopShape, Refusal>
rangeShape(const CXXForRangeStmt *loop, ASTContext &context, Callees &callees) {
  return RangeHeader(loop, context, callees).read();
}

} // namespace paraloop
