// TypeErasure.cpp: one look at the translation unit for what becomes a part of
// such objects.

#include "TypeErasure.h"

#include "StandardLibrary.h"
#include "StandardTypes.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringSet.h"

using namespace clang;

namespace paraloop {
namespace {

using Record = const CXXRecordDecl *;
using Records = llvm::SmallVector<Record, 2>;

/// erasedClass() returns the class if its objects hold more than their type
/// tells, else null.
Record erasedClass(QualType type) {
  static const llvm::StringSet<> names = {"shared_ptr", "any", "function",
                                          "move_only_function",
                                          "copyable_function"};
  Record record = type.getNonReferenceType()->getAsCXXRecordDecl();
  return record && isStandard(record) && names.contains(nameOf(record))
             ? record->getCanonicalDecl()
             : nullptr;
}

bool isSharedPointer(Record record) { return nameOf(record) == "shared_ptr"; }

/// addErasedIn() adds the class itself, or those in a pair or a container.
void addErasedIn(QualType type, Records &found, unsigned depth = 0) {
  constexpr unsigned maxDepth = 3;
  if (Record erased = erasedClass(type))
    return found.push_back(erased);
  Record record = type.getNonReferenceType()->getAsCXXRecordDecl();
  if (!record || !isStandard(record) || depth > maxDepth)
    return;
  for (const QualType part : typeArguments(record))
    addErasedIn(part, found, depth + 1);
}

/// makesElement() returns true for a method that makes an object from whatever
/// it is handed.
bool makesElement(const FunctionDecl *callee) {
  const llvm::StringRef name = nameOf(callee);
  return name.starts_with("emplace") || name == "try_emplace" ||
         name == "insert_or_assign" || name == "reset" || name == "assign";
}

/// `std::make_any<T>()`, `std::static_pointer_cast<T>(p)`
bool makesFromOther(const FunctionDecl *callee) {
  return nameOf(callee) == "make_any" ||
         nameOf(callee).ends_with("_pointer_cast");
}

bool isOfUser(Record record) { return record && !isStandard(record); }

} // namespace

class TypeErasure::Finder : public RecursiveASTVisitor<Finder> {
public:
  explicit Finder(ASTContext &context) : targets_(context) {}

  bool shouldVisitTemplateInstantiations() const { return true; }
  bool shouldVisitImplicitCode() const { return true; }

  bool TraverseDecl(Decl *declaration) {
    if (declaration &&
        !llvm::isa<TranslationUnitDecl, LinkageSpecDecl>(declaration) &&
        isFromSystemHeader(declaration))
      return true;
    return RecursiveASTVisitor<Finder>::TraverseDecl(declaration);
  }

  bool VisitCXXConstructExpr(CXXConstructExpr *construction) {
    putAll(construction->getType(),
           {construction->getArgs(), construction->getNumArgs()});
    return true;
  }

  bool VisitCallExpr(CallExpr *call) {
    const FunctionDecl *callee = call->getDirectCallee();
    if (!callee || !isStandard(callee))
      return true;
    llvm::ArrayRef<const Expr *> arguments(call->getArgs(), call->getNumArgs());
    QualType holder;
    if (const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call))
      holder = makesElement(callee) ? member->getObjectType() : QualType();
    else if (callee->getOverloadedOperator() == OO_Equal) {
      holder = arguments.front()->getType();
      arguments = arguments.drop_front();
    } else if (makesFromOther(callee))
      holder = call->getType();
    if (holder.isNull())
      return true;
    putAll(holder, arguments);
    putTypes(holder, callee->getTemplateSpecializationArgs());
    return true;
  }

  HiddenContents contentsOf(Record of) const {
    HiddenContents all;
    llvm::SmallSetVector<Record, 4> holders;
    holders.insert(of->getCanonicalDecl());
    for (unsigned at = 0; at < holders.size(); ++at) {
      const auto found = contents_.find(holders[at]);
      if (found == contents_.end())
        continue;
      all.deleters.append(found->second.deleters);
      for (Record one : found->second.classes)
        if (erasedClass(QualType(one->getTypeForDecl(), 0)))
          holders.insert(one->getCanonicalDecl());
        else
          all.classes.push_back(one);
    }
    return all;
  }

private:
  void putAll(QualType into, llvm::ArrayRef<const Expr *> arguments) {
    Records holders;
    addErasedIn(into, holders);
    for (Record holder : holders)
      for (const Expr *argument : arguments) {
        put(holder, argument->getType());
        if (isSharedPointer(holder) && argument != arguments.front())
          putDeleter(holder, argument);
      }
  }

  /// `a.emplace<T>()`
  void putTypes(QualType into, const TemplateArgumentList *types) {
    Records holders;
    addErasedIn(into, holders);
    for (Record holder : holders)
      for (const TemplateArgument &one :
           types ? types->asArray() : llvm::ArrayRef<TemplateArgument>())
        if (one.getKind() == TemplateArgument::Type)
          put(holder, one.getAsType());
  }

  void putDeleter(Record holder, const Expr *callable) {
    if (isStoredCallable(callable->getType()) ||
        callable->getType()->isFunctionType() ||
        isOfUser(callable->getType()->getAsCXXRecordDecl()))
      contents_[holder].deleters.append(targets_.of(callable).functions);
  }

  void put(Record holder, QualType type) {
    type = type.getNonReferenceType();
    if (type->isPointerType() && isSharedPointer(holder))
      type = type->getPointeeType();
    Record held = type->getAsCXXRecordDecl();
    if (!held || !held->hasDefinition() ||
        held->getCanonicalDecl() == holder->getCanonicalDecl())
      return;
    held = held->getDefinition();
    if (isSharedPointer(holder) && isSmartPointer(type)) {
      if (nameOf(held) == "unique_ptr")
        putDeleterOf(held, contents_[holder]);
      put(holder, firstTypeArgument(type));
      if (!erasedClass(type))
        return;
    } else if (isSharedPointer(holder) && isShownBy(holder, held)) {
      return;
    }
    HiddenContents &contents = contents_[holder];
    if (!llvm::is_contained(contents.classes, held))
      contents.classes.push_back(held);
  }

  /// isShownBy() returns true if the type of a shared pointer tells how such an
  /// object ends.
  static bool isShownBy(Record pointer, Record held) {
    Record target = firstTypeArgument(QualType(pointer->getTypeForDecl(), 0))
                        ->getAsCXXRecordDecl();
    if (!target || !target->hasDefinition())
      return false;
    const CXXDestructorDecl *destructor = target->getDestructor();
    return target->getCanonicalDecl() == held->getCanonicalDecl() ||
           (destructor && destructor->isVirtual());
  }

  void putDeleterOf(Record uniquePointer, HiddenContents &contents) {
    const auto types = typeArguments(uniquePointer);
    if (types.size() > 1 && (isStoredCallable(types[1]) ||
                             isOfUser(types[1]->getAsCXXRecordDecl())))
      contents.deleters.append(targets_.ofType(types[1]));
  }

  IndirectTargets targets_;
  llvm::DenseMap<Record, HiddenContents> contents_;
};

TypeErasure::TypeErasure(ASTContext &context) : context_(context) {}

TypeErasure::~TypeErasure() = default;

HiddenContents TypeErasure::contentsOf(const CXXRecordDecl *record) {
  if (!erasedClass(QualType(record->getTypeForDecl(), 0)))
    return {};
  if (!finder_) {
    finder_ = std::make_unique<Finder>(context_);
    finder_->TraverseDecl(context_.getTranslationUnitDecl());
  }
  return finder_->contentsOf(record);
}

} // namespace paraloop
