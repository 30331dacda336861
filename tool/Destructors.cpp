// Destructors.cpp: one walk over the parts of a class.

#include "Destructors.h"

#include "StandardLibrary.h"
#include "StandardTypes.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace paraloop {
namespace {

/// Owner is who destroys an object: a variable or another object of the
/// program's, the library, or the library without that the type shows it.
enum class Owner { Program, Library, Hidden };

class Collector {
public:
  explicit Collector(Callees &callees) : callees_(callees) {}

  void add(const CXXRecordDecl *record, Owner owner, unsigned depth) {
    addExactly(record, owner, depth);
    const CXXDestructorDecl *destructor =
        record && record->hasDefinition() ? record->getDestructor() : nullptr;
    if (destructor && destructor->isVirtual())
      for (const CXXMethodDecl *other : callees_.overriders().of(destructor))
        addExactly(other->getParent(), owner, depth + 1);
  }

  llvm::SmallVector<Destruction, 4> found;

private:
  static constexpr unsigned maxDepth = 8;

  /// addExactly() leaves out derived classes.
  void addExactly(const CXXRecordDecl *record, Owner owner, unsigned depth) {
    if (!record || !record->hasDefinition() || depth > maxDepth ||
        record->hasTrivialDestructor())
      return;
    record = record->getDefinition();
    if (isStandard(record))
      return addHeld(record, owner, depth);
    const CXXDestructorDecl *destructor = record->getDestructor();
    if (destructor && destructor->isUserProvided() &&
        !isFromSystemHeader(destructor))
      addFunction(destructor, owner);
    for (const FieldDecl *field : record->fields())
      addExactly(
          field->getType()->getBaseElementTypeUnsafe()->getAsCXXRecordDecl(),
          owner, depth + 1);
    for (const CXXBaseSpecifier &base : record->bases())
      addExactly(base.getType()->getAsCXXRecordDecl(), owner, depth + 1);
  }

  void addHeld(const CXXRecordDecl *holder, Owner owner, unsigned depth) {
    const QualType type(holder->getTypeForDecl(), 0);
    const Owner next = owner == Owner::Hidden ? owner : Owner::Library;
    if (!isPointerLike(type) || isSmartPointer(type))
      for (const QualType held : typeArguments(holder))
        add(held->getAsCXXRecordDecl(), next, depth + 1);
    const HiddenContents contents = callees_.typeErasure().contentsOf(holder);
    for (const FunctionDecl *deleter : contents.deleters)
      addFunction(deleter, Owner::Hidden);
    for (const CXXRecordDecl *hidden : contents.classes)
      add(hidden, Owner::Hidden, depth + 1);
  }

  void addFunction(const FunctionDecl *function, Owner owner) {
    found.push_back(
        {function, owner != Owner::Program, owner == Owner::Hidden});
  }

  Callees &callees_;
};

} // namespace

llvm::SmallVector<Destruction, 4> destructionsOf(const CXXRecordDecl *record,
                                                 Callees &callees) {
  Collector collector(callees);
  collector.add(record, Owner::Program, 0);
  return std::move(collector.found);
}

} // namespace paraloop
