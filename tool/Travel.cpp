// Travel.cpp: mirrors the runtime's Codec in terms of the syntax tree, where
// fields can be named.

#include "Travel.h"

#include "StandardLibrary.h"
#include "StandardTypes.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace clang;

namespace paraloop {
namespace {

std::optional<std::string> obstacle(QualType type, unsigned depth);

std::optional<std::string> obstacleInArgument(const TemplateArgument &argument,
                                              unsigned depth) {
  if (argument.getKind() == TemplateArgument::Type)
    return obstacle(argument.getAsType(), depth + 1);
  if (argument.getKind() != TemplateArgument::Pack)
    return std::nullopt;
  for (const TemplateArgument &one : argument.pack_elements())
    if (std::optional<std::string> found = obstacleInArgument(one, depth))
      return found;
  return std::nullopt;
}

/// How many of a standard template's arguments are values of it; the rest are
/// allocators, comparators and the like.
std::optional<unsigned> valueArguments(llvm::StringRef name) {
  static const llvm::StringSet<> one = {
      "vector",   "deque",    "list",          "forward_list",
      "set",      "multiset", "unordered_set", "unordered_multiset",
      "optional", "complex",  "array",         "unique_ptr",
      "duration"};
  static const llvm::StringSet<> two = {"map", "multimap", "unordered_map",
                                        "unordered_multimap", "pair"};
  static const llvm::StringSet<> all = {"tuple", "variant"};
  static const llvm::StringSet<> none = {
      "basic_string",   "bitset",       "monostate",      "time_point",
      "_Bit_reference", "_Setw",        "_Setprecision",  "_Setfill",
      "_Setbase",       "_Setiosflags", "_Resetiosflags", "path",
      "ratio"};
  if (one.contains(name))
    return 1;
  if (two.contains(name))
    return 2;
  if (all.contains(name))
    return 1000;
  if (none.contains(name))
    return 0;
  return std::nullopt;
}

std::optional<std::string> obstacleInStandard(const CXXRecordDecl *record,
                                              unsigned depth) {
  const std::optional<unsigned> values = valueArguments(record->getName());
  if (!values)
    return "std::" + record->getNameAsString() + " doesn't travel";
  const auto *special = llvm::dyn_cast<ClassTemplateSpecializationDecl>(record);
  for (unsigned index = 0;
       special && index < special->getTemplateArgs().size() && index < *values;
       ++index)
    if (std::optional<std::string> found =
            obstacleInArgument(special->getTemplateArgs()[index], depth))
      return found;
  return std::nullopt;
}

bool serializesItself(const CXXRecordDecl *record) {
  for (const Decl *member : record->decls())
    if (const auto *named = llvm::dyn_cast<FunctionTemplateDecl>(member);
        named && named->getIdentifier() && named->getName() == "serialize")
      return true;
  return false;
}

/// obstacleInMember() names a function of the class that would see that its
/// object is put together from its fields, or taken apart.
std::optional<std::string> obstacleInMember(const CXXRecordDecl *record) {
  if (record->isUnion())
    return "is a union";
  if (record->isPolymorphic() || record->getNumVBases() != 0)
    return "has virtual functions or bases";
  if (!record->getIdentifier() && !record->getTypedefNameForAnonDecl())
    return "has no name";
  const CXXDestructorDecl *destructor = record->getDestructor();
  if (destructor && destructor->isUserProvided())
    return "has a destructor of its own";
  for (const CXXConstructorDecl *one : record->ctors())
    if (one->isCopyOrMoveConstructor() && one->isUserProvided())
      return "has a constructor of its own that copies or moves";
  for (const CXXMethodDecl *one : record->methods())
    if ((one->isCopyAssignmentOperator() || one->isMoveAssignmentOperator()) &&
        one->isUserProvided())
      return "has an assignment of its own";
  return std::nullopt;
}

std::optional<std::string> obstacleInField(const FieldDecl *field,
                                           bool travelsByFields) {
  if (field->getType()->isReferenceType())
    return " is a reference";
  if (!travelsByFields)
    return std::nullopt;
  if (field->isBitField())
    return " is a bit-field";
  if (!field->getDeclName())
    return " has no name";
  if (field->getType().isVolatileQualified() ||
      field->hasAttr<NoUniqueAddressAttr>())
    return " is volatile or has no address of its own";
  return std::nullopt;
}

std::optional<std::string> obstacleInOwnClass(const CXXRecordDecl *record,
                                              unsigned depth) {
  const std::string name = "'" + record->getNameAsString() + "'";
  if (record->isLambda())
    return "it is a lambda";
  if (serializesItself(record))
    return std::nullopt;
  const bool byFields = !record->isTriviallyCopyable() || record->isUnion();
  for (const CXXBaseSpecifier &base : record->bases())
    if (std::optional<std::string> found = obstacle(base.getType(), depth + 1))
      return "the base class of " + name + ": " + *found;
  for (const FieldDecl *field : record->fields()) {
    const std::string of =
        (field->getDeclName() ? "field '" + field->getNameAsString() + "'"
                              : std::string("a field")) +
        " of " + name;
    if (std::optional<std::string> found = obstacleInField(field, byFields))
      return of + *found;
    if (std::optional<std::string> found =
            obstacle(field->getType()
                         ->getBaseElementTypeUnsafe()
                         ->getCanonicalTypeInternal(),
                     depth + 1))
      return of + ": " + *found;
  }
  if (std::optional<std::string> found =
          byFields ? obstacleInMember(record) : std::nullopt)
    return "class " + name + " " + *found + ", and no serialize() member";
  return std::nullopt;
}

std::optional<std::string> obstacle(QualType type, unsigned depth) {
  type = type.getCanonicalType().getNonReferenceType().getUnqualifiedType();
  if (depth > 12)
    return "its type is nested too deeply";
  if (type->isNullPtrType() || type->isMemberPointerType())
    return "it is a pointer to a member";
  if (type->isPointerType())
    return "it is a pointer";
  if (isText(type))
    return "it only refers to its text; write std::string(...)";
  if (const auto *builtin = type->getAs<BuiltinType>();
      builtin && (builtin->getKind() == BuiltinType::Int128 ||
                  builtin->getKind() == BuiltinType::UInt128 ||
                  builtin->getKind() == BuiltinType::Float128))
    return "its type has 128 bits";
  if (type->isArithmeticType() || type->isEnumeralType())
    return std::nullopt;
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition())
    return "its type is '" + type.getAsString() + "'";
  return isStandard(record)
             ? obstacleInStandard(record, depth)
             : obstacleInOwnClass(record->getDefinition(), depth);
}

bool holds(QualType type, unsigned depth) {
  type = type.getCanonicalType();
  if (type->isArrayType())
    return holds(type->getBaseElementTypeUnsafe()->getCanonicalTypeInternal(),
                 depth);
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  const bool owns =
      record && isStandard(record) && record->getName() == "unique_ptr";
  if (type->isPointerType() || type->isReferenceType() ||
      (isPointerLike(type) && !owns))
    return true;
  if (!record || !record->hasDefinition() || depth > 6)
    return false;
  if (isStandard(record)) { // Not what it is compared or allocated with.
    if (record->getName() == "any" || record->getName() == "function")
      return true;
    const unsigned values = valueArguments(record->getName()).value_or(1);
    return llvm::any_of(heldTypes(record, values),
                        [&](QualType held) { return holds(held, depth + 1); });
  }
  return llvm::any_of(record->getDefinition()->fields(),
                      [&](const FieldDecl *field) {
                        return holds(field->getType(), depth + 1);
                      }) ||
         llvm::any_of(record->getDefinition()->bases(),
                      [&](const CXXBaseSpecifier &base) {
                        return holds(base.getType(), depth + 1);
                      });
}

/// addClasses() adds the classes of the user's whose fields travel one by one.
void addClasses(QualType type, std::vector<const CXXRecordDecl *> &found,
                unsigned depth) {
  type = type.getCanonicalType().getNonReferenceType();
  const CXXRecordDecl *record =
      type->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition() || depth > 12)
    return;
  record = record->getDefinition();
  if (isStandard(record)) {
    const auto *special =
        llvm::dyn_cast<ClassTemplateSpecializationDecl>(record);
    const auto add = [&](const TemplateArgument &argument) {
      if (argument.getKind() == TemplateArgument::Type)
        addClasses(argument.getAsType(), found, depth + 1);
    };
    if (special)
      for (const TemplateArgument &argument :
           special->getTemplateArgs().asArray()) {
        add(argument);
        if (argument.getKind() == TemplateArgument::Pack)
          llvm::for_each(argument.pack_elements(), add);
      }
    return;
  }
  if (record->isTriviallyCopyable() || serializesItself(record) ||
      llvm::is_contained(found, record))
    return;
  for (const CXXBaseSpecifier &base : record->bases())
    addClasses(base.getType(), found, depth + 1);
  for (const FieldDecl *field : record->fields())
    addClasses(field->getType(), found, depth + 1);
  found.push_back(record);
}

bool holdsConst(QualType type, unsigned depth) {
  type = type.getCanonicalType();
  const CXXRecordDecl *record =
      type->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition() || isStandard(record) || depth > 12)
    return false;
  return llvm::any_of(record->getDefinition()->fields(),
                      [&](const FieldDecl *field) {
                        return field->getType().isConstQualified() ||
                               holdsConst(field->getType(), depth + 1);
                      }) ||
         llvm::any_of(record->getDefinition()->bases(),
                      [&](const CXXBaseSpecifier &base) {
                        return holdsConst(base.getType(), depth + 1);
                      });
}

bool isPartThatTravels(const FieldDecl *field) {
  const QualType type =
      field->getType()->getBaseElementTypeUnsafe()->getCanonicalTypeInternal();
  return !obstacleInField(field, true) &&
         (field->getType().isConstQualified() ||
          (canBeAssigned(field->getType()) && !obstacleToTravel(type)));
}

void addParts(const CXXRecordDecl *record,
              std::vector<const CXXRecordDecl *> &found) {
  for (const CXXBaseSpecifier &base : record->bases())
    addParts(base.getType()->getAsCXXRecordDecl()->getDefinition(), found);
  for (const FieldDecl *field : record->fields())
    if (!field->getType().isConstQualified())
      addClasses(field->getType(), found, 0);
  if (!llvm::is_contained(found, record))
    found.push_back(record);
}

} // namespace

bool travelsInParts(const CXXRecordDecl *record) {
  return !isStandard(record) && !record->isUnion() &&
         record->getNumVBases() == 0 && record->getIdentifier() &&
         llvm::all_of(record->fields(), isPartThatTravels) &&
         llvm::all_of(record->bases(), [](const CXXBaseSpecifier &base) {
           const CXXRecordDecl *of = base.getType()->getAsCXXRecordDecl();
           return of && of->hasDefinition() &&
                  travelsInParts(of->getDefinition());
         });
}

std::vector<const CXXRecordDecl *> classesInParts(const CXXRecordDecl *record) {
  std::vector<const CXXRecordDecl *> found;
  addParts(record, found);
  return found;
}

bool holdsReferences(QualType type) { return holds(type, 0); }

bool canBeAssigned(QualType type) { return !holdsConst(type, 0); }

std::vector<const CXXRecordDecl *> classesByFields(QualType type) {
  std::vector<const CXXRecordDecl *> found;
  if (!obstacleToTravel(type))
    addClasses(type, found, 0);
  return found;
}

std::optional<std::string> obstacleToTravel(QualType type) {
  return obstacle(type, 0);
}

bool isText(QualType type) {
  type = type.getNonReferenceType();
  if (const Type *array =
          type->isArrayType() ? type->getPointeeOrArrayElementType() : nullptr)
    return array->isCharType();
  if (type->isPointerType())
    return type->getPointeeType()->isCharType();
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  return record && isStandard(record) &&
         record->getName() == "basic_string_view";
}

} // namespace paraloop
