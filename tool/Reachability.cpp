// Reachability.cpp: one walk over the pointers that a type holds.

#include "Reachability.h"

#include "PathTypes.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"
#include "TypeContainment.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace clang;

namespace paraloop {

QualType ownerOf(const FieldDecl *field) {
  return field->getASTContext().getTypeDeclType(field->getParent());
}

QualType pointeeOf(QualType pointer) {
  if (const CXXRecordDecl *record = pointer->getAsCXXRecordDecl();
      record && isStandard(record) && record->getIdentifier() &&
      record->getName().starts_with("_Bit_")) // Of vector<bool>.
    return record->getASTContext().BoolTy;
  const QualType target = targetTypeOf(pointer);
  return target.isNull() ? target : bareType(target);
}

namespace {

/// A pointer to a base may refer to an object of a derived class.
bool isBaseOf(QualType target, const RecordDecl *owner) {
  const auto *derived = llvm::dyn_cast<CXXRecordDecl>(owner);
  const CXXRecordDecl *base = target->getAsCXXRecordDecl();
  return derived && base && derived->hasDefinition() && base->hasDefinition() &&
         derived->isDerivedFrom(base);
}

/// isContainerIterator() returns true for an iterator of a class that has its
/// elements in memory of its own: not of a std::span.
bool isContainerIterator(QualType type) {
  const auto *iterator =
      llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(
          type.getNonReferenceType()->getAsCXXRecordDecl());
  if (!iterator || !isStandard(iterator))
    return false;
  static const llvm::StringSet<> names = {
      "_Deque_iterator",      "_List_iterator",     "_List_const_iterator",
      "_Rb_tree_iterator",    "_Node_iterator",     "_Rb_tree_const_iterator",
      "_Node_const_iterator", "_Fwd_list_iterator", "_Fwd_list_const_iterator"};
  if (iterator->getName() == "reverse_iterator")
    return isContainerIterator(firstTypeArgument(type.getNonReferenceType()));
  if (iterator->getName() != "__normal_iterator")
    return names.contains(iterator->getName());
  const auto arguments = typeArguments(iterator);
  const CXXRecordDecl *container =
      arguments.size() > 1 ? arguments[1]->getAsCXXRecordDecl() : nullptr;
  return container && (container->getName() == "vector" ||
                       container->getName() == "basic_string");
}

/// isOfVariable() returns true for a variable and its fields, if there is no
/// reference or pointer on the way: none of them is an element of a container.
bool isOfVariable(const Object &object) {
  return object.kind == Object::Kind::Outside && !object.indirect &&
         object.variable && !isReferenceName(object.variable) &&
         llvm::none_of(object.path, [](const FieldDecl *field) {
           return field->getType()->isReferenceType() ||
                  field->getType()->isPointerType();
         });
}

/// liesInContainerOf() returns true if the object is, or may be an element of,
/// a container of such elements: `c[1].v` is a part of one of c.
bool liesInContainerOf(const Object &object, QualType element) {
  const auto holds = [&](QualType type) {
    return !type.isNull() && holdsContainerOf(type, element);
  };
  return holds(typeOf(object)) ||
         (object.variable && holds(object.variable->getType())) ||
         llvm::any_of(object.path, [&](const FieldDecl *field) {
           return holds(field->getType());
         });
}

/// reachesBehind() is reaches(), for a pointer that the value holds.
bool reachesBehind(QualType pointer, const Object &changed, unsigned depth) {
  const QualType target = pointeeOf(pointer);
  return !target.isNull() && !target->isFunctionType() &&
         (mayMeet(target, changed) || reaches(target, changed, depth + 1));
}

bool reachesInside(const CXXRecordDecl *record, const Object &changed,
                   unsigned depth) {
  if (record->isLambda())
    return false; // What it reads when it is called is read there.
  if (!isStandard(record))
    return llvm::any_of(record->getDefinition()->fields(),
                        [&](const FieldDecl *field) {
                          return reaches(field->getType(), changed, depth + 1);
                        });
  return llvm::any_of(heldTypes(record), [&](QualType held) {
    return reaches(held, changed, depth + 1);
  });
}

} // namespace

bool isSeenWhole(QualType container, QualType target, unsigned depth) {
  container = bareType(container);
  const CXXRecordDecl *record = container->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition())
    return depth > 0 && !container->isArrayType();
  if (!isStandard(record))
    return depth > 0 && !mayHoldElsewhere(container, target);
  static const llvm::StringSet<> names = {"vector",
                                          "deque",
                                          "list",
                                          "forward_list",
                                          "set",
                                          "multiset",
                                          "map",
                                          "multimap",
                                          "unordered_set",
                                          "unordered_map",
                                          "unordered_multiset",
                                          "unordered_multimap",
                                          "basic_string"};
  const bool isPart =
      depth > 0 && (nameOf(record) == "pair" || nameOf(record) == "array");
  const bool isOfTwo = nameOf(record) == "pair" || isMap(container);
  return depth < 5 && (isPart || names.contains(nameOf(record))) &&
         llvm::all_of(
             heldTypes(record, isOfTwo ? 2 : 1),
             [&](QualType held) {
               return isSeenWhole(held, target, depth + 1);
             });
}

bool tellsByValue(QualType target, const Object &changed) {
  const QualType type = bareType(typeOf(changed));
  const bool isField = !changed.path.empty() &&
                       !changed.path.back()->getType()->isReferenceType();
  if (isField) // A pointer to what it is a part of says nothing about it.
    return mayContain(type, target);
  return (changed.variable && changed.path.empty() && !isReference(changed)) ||
         (isSeenWhole(type, target) && !mayContain(target, type));
}

bool isInStorage(const Object &object) {
  const auto *variable = llvm::dyn_cast_or_null<VarDecl>(object.variable);
  return (variable && isStorage(variable)) ||
         llvm::any_of(object.path,
                      [](const FieldDecl *field) { return isStorage(field); });
}

bool mayMeet(QualType target, const Object &changed) {
  const QualType type = bareType(typeOf(changed));
  if (mayContain(type, target) || isRawMemory(target) || isInStorage(changed))
    return true;
  if (changed.variable && isReference(changed) &&
      mayContain(target, bareType(changed.variable->getType())))
    return true;
  return llvm::any_of(changed.path, [&](const FieldDecl *field) {
    return mayContain(target, bareType(ownerOf(field))) ||
           isBaseOf(target, field->getParent());
  });
}

bool mayBeElement(QualType pointer, const Object &changed) {
  const QualType element = pointeeOf(pointer);
  if (element.isNull() || !isContainerIterator(pointer) ||
      liesInContainerOf(changed, containedAs(element)))
    return true;
  if (isOfVariable(changed))
    return false;
  const bool isField = !changed.path.empty() &&
                       !changed.path.back()->getType()->isReferenceType();
  return mayContain(element, bareType(isField ? ownerOf(changed.path.back())
                                              : typeOf(changed)));
}

bool reaches(QualType type, const Object &changed, unsigned depth) {
  if (depth > 5)
    return false;
  if (depth > 0 && type->isReferenceType())
    return mayMeet(bareType(type), changed) ||
           reaches(bareType(type), changed, depth + 1);
  type = bareType(type);
  if (type->isArrayType())
    return reaches(QualType(type->getPointeeOrArrayElementType(), 0), changed,
                   depth + 1);
  if (depth > 0 && (type->isPointerType() || isPointerLike(type)))
    return reachesBehind(type, changed, depth);
  if (holdsAnything(type))
    return true;
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  return record && record->hasDefinition() &&
         reachesInside(record, changed, depth);
}

} // namespace paraloop
