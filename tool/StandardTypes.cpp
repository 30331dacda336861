// StandardTypes.cpp: tables of class names.

#include "StandardTypes.h"

#include "StandardLibrary.h"

#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/Type.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace clang;

namespace paraloop {
namespace {

/// standardName() returns the name of a class of the library, or nothing.
llvm::StringRef standardName(QualType type) {
  const CXXRecordDecl *record =
      type.isNull() ? nullptr
                    : type.getNonReferenceType()->getAsCXXRecordDecl();
  return record && record->getIdentifier() && isStandard(record)
             ? record->getName()
             : llvm::StringRef();
}

/// addHeld() takes `int(std::reference_wrapper<int>)` of std::bind apart.
void addHeld(const TemplateArgument &argument,
             llvm::SmallVectorImpl<QualType> &held) {
  if (argument.getKind() == TemplateArgument::Pack)
    for (const TemplateArgument &one : argument.pack_elements())
      addHeld(one, held);
  if (argument.getKind() != TemplateArgument::Type)
    return;
  const auto *function = argument.getAsType()->getAs<FunctionProtoType>();
  if (!function)
    return held.push_back(argument.getAsType());
  held.push_back(function->getReturnType());
  held.append(function->param_type_begin(), function->param_type_end());
}

} // namespace

llvm::SmallVector<QualType, 4> typeArguments(const CXXRecordDecl *record) {
  llvm::SmallVector<QualType, 4> types;
  const auto add = [&](const TemplateArgument &argument) {
    if (argument.getKind() == TemplateArgument::Type)
      types.push_back(argument.getAsType());
  };
  const auto *special = llvm::dyn_cast<ClassTemplateSpecializationDecl>(record);
  if (!special)
    return types;
  for (const TemplateArgument &argument : special->getTemplateArgs().asArray())
    if (argument.getKind() == TemplateArgument::Pack)
      llvm::for_each(argument.pack_elements(), add);
    else
      add(argument);
  return types;
}

llvm::SmallVector<QualType, 4> heldTypes(const CXXRecordDecl *record,
                                         unsigned values) {
  llvm::SmallVector<QualType, 4> held;
  if (const auto *special =
          llvm::dyn_cast<ClassTemplateSpecializationDecl>(record))
    for (const TemplateArgument &argument :
         special->getTemplateArgs().asArray().take_front(values))
      addHeld(argument, held);
  return held;
}

bool holdsAnything(QualType type) { return standardName(type) == "any"; }

bool isRawMemory(QualType type) {
  if (type->isVoidType() || type->isSpecificBuiltinType(BuiltinType::UChar))
    return true;
  const auto *byte = type->getAs<EnumType>();
  return byte && isStandard(byte->getDecl()) &&
         byte->getDecl()->getName() == "byte";
}

bool isString(QualType type) { return standardName(type) == "basic_string"; }

bool isPartOfMatch(QualType type) { return standardName(type) == "sub_match"; }

bool isStreamOfOthers(QualType type) {
  static const llvm::StringSet<> names = {"basic_ostream", "basic_istream",
                                          "basic_iostream"};
  return !type->isReferenceType() && names.contains(standardName(type));
}

bool isMutex(QualType type) { return standardName(type).ends_with("mutex"); }

bool isSmartPointer(QualType type) {
  return standardName(type).ends_with("_ptr");
}

bool isUniqueOwner(QualType type) {
  if (standardName(type) != "unique_ptr")
    return false;
  const auto arguments =
      typeArguments(type.getNonReferenceType()->getAsCXXRecordDecl());
  return arguments.size() == 2 &&
         standardName(arguments[1]) == "default_delete";
}

bool isOptional(QualType type) { return standardName(type) == "optional"; }

bool isView(QualType type) {
  return standardName(type) == "span" ||
         standardName(type) == "basic_string_view";
}

bool isRandomEngine(QualType type) {
  return standardName(type).ends_with("_engine");
}

bool isInputStream(QualType type) {
  const llvm::StringRef name = standardName(type);
  return name == "basic_istream" || name == "basic_ifstream" ||
         name == "basic_istringstream";
}

bool isOutputStream(QualType type) {
  const llvm::StringRef name = standardName(type);
  return name == "basic_ostream" || name == "basic_ofstream" ||
         name == "basic_ostringstream" || name == "basic_iostream" ||
         name == "basic_fstream" || name == "basic_stringstream";
}

bool isFilePointer(QualType type) {
  const QualType target = type.isNull() ? type : type->getPointeeType();
  const TagDecl *tag = target.isNull() ? nullptr : target->getAsTagDecl();
  return tag && tag->getName() == "_IO_FILE";
}

QualType firstTypeArgument(QualType type) {
  const auto *special = llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      type->getAsCXXRecordDecl());
  if (!special || special->getTemplateArgs().size() == 0 ||
      special->getTemplateArgs()[0].getKind() != TemplateArgument::Type)
    return {};
  return special->getTemplateArgs()[0].getAsType();
}

bool isPointerLike(QualType type) {
  const CXXRecordDecl *record =
      type.getNonReferenceType()->getAsCXXRecordDecl();
  if (!record || !record->getDeclName().isIdentifier())
    return false;
  static const llvm::StringSet<> names = {
      "span",       "basic_string_view", "unique_ptr",       "shared_ptr",
      "weak_ptr",   "reference_wrapper", "initializer_list", "_Bit_reference",
      "subrange",   "view_interface",    "_Iterator", // Of a view.
      "_OuterIter", "_InnerIter"};
  const llvm::StringRef name = record->getName();
  // std::shared_ptr has its operators in a base class.
  return isStandard(record) &&
         (names.contains(name) || name.contains("iterator") ||
          (name.ends_with("_view") && name != "owning_view") ||
          name.starts_with("__shared_ptr"));
}

bool refersElsewhere(QualType type) {
  return type.getNonReferenceType()->isPointerType() || isPointerLike(type);
}

bool isOfSystem(QualType type) {
  const TagDecl *tag = type->getAsTagDecl();
  return tag && isFromSystemHeader(tag) && !isStandard(tag);
}

bool isHandle(QualType pointer) {
  if (!pointer->isPointerType())
    return false;
  const QualType target = pointer->getPointeeType();
  return target->isVoidType() || target->isIncompleteType() ||
         isOfSystem(target);
}

bool isProxy(QualType type) {
  const CXXRecordDecl *record =
      type.getNonReferenceType()->getAsCXXRecordDecl();
  if (!record || !isStandard(record))
    return false;
  const llvm::StringRef name = nameOf(record);
  if (name == "_Bit_reference" || name == "reference" ||
      name == "reference_wrapper" || name.contains("atomic_ref") ||
      name.ends_with("_array"))
    return true;
  const auto *special = llvm::dyn_cast<ClassTemplateSpecializationDecl>(record);
  if (!special || (name != "tuple" && name != "pair"))
    return false;
  const auto isReference = [](const TemplateArgument &argument) {
    return argument.getKind() == TemplateArgument::Type &&
           argument.getAsType()->isReferenceType();
  };
  for (const TemplateArgument &argument : special->getTemplateArgs().asArray())
    if (isReference(argument) ||
        (argument.getKind() == TemplateArgument::Pack &&
         llvm::any_of(argument.pack_elements(), isReference)))
      return true;
  return false;
}

QualType targetTypeOf(QualType type) {
  for (unsigned depth = 0; depth < 4; ++depth) {
    type = type.getNonReferenceType();
    if (type->isPointerType())
      return type->getPointeeType();
    const auto *record =
        llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(
            type->getAsCXXRecordDecl());
    if (!record || record->getTemplateArgs().size() == 0 ||
        record->getTemplateArgs()[0].getKind() != TemplateArgument::Type)
      return {};
    const QualType first = record->getTemplateArgs()[0].getAsType();
    static const llvm::StringSet<> wrappers = {
        "__normal_iterator", "reverse_iterator", "move_iterator",
        "counted_iterator"};
    if (!wrappers.contains(record->getName()))
      return isSmartPointer(type) && first->isArrayType()
                 ? QualType(first->getPointeeOrArrayElementType(), 0)
                 : first;
    type = first;
  }
  return {};
}

bool pointsToConst(QualType type) {
  type = type.getNonReferenceType();
  if (type->isPointerType())
    return type->getPointeeType().isConstQualified();
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (!record)
    return false;
  const llvm::StringRef name = nameOf(record);
  if (name.contains("const_iterator") || name == "basic_string_view" ||
      name == "initializer_list")
    return true;
  const QualType target = firstTypeArgument(type);
  if (target.isNull())
    return false;
  return target->isPointerType() ? target->getPointeeType().isConstQualified()
                                 : target.isConstQualified();
}

} // namespace paraloop
