// Destructors.cpp: one walk over the parts of a class.

#include "Destructors.h"

#include "StandardLibrary.h"
#include "StandardTypes.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace paraloop {
namespace {

class Collector {
public:
  explicit Collector(Overriders &overriders) : overriders_(overriders) {}

  void add(const CXXRecordDecl *record, bool byLibrary, unsigned depth) {
    addExactly(record, byLibrary, depth);
    const CXXDestructorDecl *destructor =
        record && record->hasDefinition() ? record->getDestructor() : nullptr;
    if (destructor && destructor->isVirtual())
      for (const CXXMethodDecl *other : overriders_.of(destructor))
        addExactly(other->getParent(), byLibrary, depth + 1);
  }

  llvm::SmallVector<Destruction, 4> found;

private:
  static constexpr unsigned maxDepth = 8;

  /// addExactly() leaves out derived classes.
  void addExactly(const CXXRecordDecl *record, bool byLibrary, unsigned depth) {
    if (!record || !record->hasDefinition() || depth > maxDepth ||
        record->hasTrivialDestructor())
      return;
    record = record->getDefinition();
    if (isStandard(record))
      return addHeld(record, depth);
    const CXXDestructorDecl *destructor = record->getDestructor();
    if (destructor && destructor->isUserProvided() &&
        !isFromSystemHeader(destructor))
      found.push_back({destructor, byLibrary});
    for (const FieldDecl *field : record->fields())
      addExactly(
          field->getType()->getBaseElementTypeUnsafe()->getAsCXXRecordDecl(),
          byLibrary, depth + 1);
    for (const CXXBaseSpecifier &base : record->bases())
      addExactly(base.getType()->getAsCXXRecordDecl(), byLibrary, depth + 1);
  }

  void addHeld(const CXXRecordDecl *owner, unsigned depth) {
    const QualType type(owner->getTypeForDecl(), 0);
    if (!isPointerLike(type) || isSmartPointer(type))
      for (const QualType held : typeArguments(owner))
        add(held->getAsCXXRecordDecl(), true, depth + 1);
  }

  Overriders &overriders_;
};

} // namespace

llvm::SmallVector<Destruction, 4> destructionsOf(const CXXRecordDecl *record,
                                                 Overriders &overriders) {
  Collector collector(overriders);
  collector.add(record, false, 0);
  return std::move(collector.found);
}

} // namespace paraloop
