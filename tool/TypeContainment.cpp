// TypeContainment.cpp: one walk over the fields, the base classes and the
// elements of a type.

#include "TypeContainment.h"

#include "StandardLibrary.h"
#include "StandardTypes.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace clang;

namespace paraloop {

QualType bareType(QualType type) {
  return type.getNonReferenceType().getCanonicalType().getUnqualifiedType();
}

QualType containedAs(QualType element) {
  const auto *pair = llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      element->getAsCXXRecordDecl());
  if (!pair || !isStandard(pair) || pair->getName() != "pair")
    return element;
  const auto parts = typeArguments(pair);
  return parts.size() == 2 && parts[0].isConstQualified() ? bareType(parts[1])
                                                          : element;
}

namespace {

/// elementOf() returns the type of what an array, or one of arrays, is made of;
/// other types as they are.
QualType elementOf(QualType type) {
  while (type->isArrayType())
    type = bareType(QualType(type->getPointeeOrArrayElementType(), 0));
  return type;
}

/// isSameNumber() returns true for an integer type and its unsigned twin, which
/// may name the same memory.
bool isSameNumber(QualType a, QualType b) {
  const auto unsignedKind = [](QualType type) -> int {
    const auto *builtin = type->getAs<BuiltinType>();
    if (!builtin)
      return -1;
    switch (builtin->getKind()) {
    case BuiltinType::Short:
      return BuiltinType::UShort;
    case BuiltinType::Int:
      return BuiltinType::UInt;
    case BuiltinType::Long:
      return BuiltinType::ULong;
    case BuiltinType::LongLong:
      return BuiltinType::ULongLong;
    default:
      return builtin->getKind();
    }
  };
  return unsignedKind(a) >= 0 && unsignedKind(a) == unsignedKind(b);
}

/// bytesOf() returns the type of the bytes that an array, a std::array or a
/// vector is made of; null for what isn't made of bytes.
QualType bytesOf(QualType type) {
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  const bool isContainer =
      record && isStandard(record) &&
      (nameOf(record) == "array" || nameOf(record) == "vector");
  const QualType element =
      bareType(elementOf(isContainer ? firstTypeArgument(type) : type));
  const bool isGroup = isContainer || type->isArrayType();
  return isGroup && (isRawMemory(element) || element->isCharType())
             ? element
             : QualType();
}

/// namesSize() returns true for `sizeof(T)` and for what is computed with it.
bool namesSize(const Stmt *bound) {
  return bound && (llvm::isa<UnaryExprOrTypeTraitExpr>(bound) ||
                   llvm::any_of(bound->children(), namesSize));
}

/// writtenBound() returns the number of elements as the declaration of an array
/// writes it; null where it writes none.
const Expr *writtenBound(const FieldDecl *field) {
  const TypeSourceInfo *written = field->getTypeSourceInfo();
  if (!written)
    return nullptr;
  const auto array = written->getTypeLoc().getAsAdjusted<ArrayTypeLoc>();
  return array ? array.getSizeExpr() : nullptr;
}

/// isAlignedStorage() returns true for what std::aligned_storage declares: a
/// union of the library's own.
bool isAlignedStorage(QualType type) {
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  return record && record->isUnion() && isStandard(record);
}

/// anySubobject() returns true if `test` holds for the type of a field or a
/// base class.
bool anySubobject(const CXXRecordDecl *record,
                  llvm::function_ref<bool(QualType)> test) {
  record = record->getDefinition();
  return llvm::any_of(record->fields(),
                      [&](const FieldDecl *field) {
                        return isStorage(field) || test(field->getType());
                      }) ||
         llvm::any_of(record->bases(), [&](const CXXBaseSpecifier &base) {
           return test(base.getType());
         });
}

/// anyHeld() returns true if objects of a class template of the library may
/// hold one for whose type `test` is true.
bool anyHeld(const CXXRecordDecl *record,
             llvm::function_ref<bool(QualType)> test) {
  return llvm::any_of(heldTypes(record), [&](QualType held) {
    return !held->isFunctionType() &&
           !llvm::StringRef(held.getAsString()).contains("allocator") &&
           test(held);
  });
}

} // namespace

bool isStorage(const FieldDecl *field) {
  const QualType type = bareType(field->getType());
  const QualType bytes = bytesOf(type);
  return isAlignedStorage(elementOf(type)) ||
         (!bytes.isNull() &&
          (isRawMemory(bytes) || field->hasAttr<AlignedAttr>() ||
           namesSize(writtenBound(field))));
}

bool isStorage(const VarDecl *variable) {
  const QualType type = bareType(variable->getType());
  return isAlignedStorage(elementOf(type)) ||
         (!bytesOf(type).isNull() && !variable->getType().isConstQualified());
}

bool mayContain(QualType outer, QualType inner, unsigned depth) {
  outer = bareType(outer);
  inner = elementOf(inner); // An array begins where its first element does.
  if (outer == inner || isSameNumber(outer, bareType(inner)) || depth > 5)
    return true;
  const CXXRecordDecl *record = outer->getAsCXXRecordDecl();
  // A field of a class of the user's is what its type says.
  const bool isAsWritten = record ? !isStandard(record) : depth > 0;
  if (const QualType value = containedAs(inner); value != inner && !isAsWritten)
    return mayContain(outer, value, depth);
  if (depth == 0 && (isRawMemory(elementOf(outer)) || isRawMemory(inner)))
    return true;
  if (outer->isCharType() && depth > 0 && !inner->isRecordType())
    return false;
  if (outer->isArrayType())
    return mayContain(QualType(outer->getPointeeOrArrayElementType(), 0), inner,
                      depth + 1);
  if (!record || !record->hasDefinition())
    return false;
  const auto contains = [&](QualType part) {
    return mayContain(part, inner, depth + 1);
  };
  return isStandard(record) ? anyHeld(record, contains)
                            : anySubobject(record, contains);
}

bool mayHoldElsewhere(QualType outer, QualType inner, unsigned depth) {
  outer = bareType(outer);
  if (depth > 5)
    return true;
  if (outer->isArrayType())
    return mayHoldElsewhere(QualType(outer->getPointeeOrArrayElementType(), 0),
                            inner, depth + 1);
  const CXXRecordDecl *record = outer->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition())
    return false;
  if (isStandard(record) && !record->isTriviallyCopyable())
    return !isSmartPointer(outer) && mayContain(outer, bareType(inner), 1);
  return anySubobject(record, [&](QualType part) {
    return mayHoldElsewhere(part, inner, depth + 1);
  });
}

bool holdsContainerOf(QualType type, QualType element, unsigned depth) {
  type = bareType(type);
  if (type->isArrayType())
    return holdsContainerOf(QualType(type->getPointeeOrArrayElementType(), 0),
                            element, depth + 1);
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition())
    return false;
  if (depth > 5 || holdsAnything(type))
    return true;
  const auto holds = [&](QualType part) {
    return holdsContainerOf(part, element, depth + 1);
  };
  if (!isStandard(record))
    return anySubobject(record, holds);
  static const llvm::StringSet<> groups = {"pair", "tuple", "optional",
                                           "variant"};
  const bool isContainer = !groups.contains(nameOf(record));
  return llvm::any_of(typeArguments(record), [&](QualType held) {
    return (isContainer && bareType(held) == element) || holds(held);
  });
}

} // namespace paraloop
