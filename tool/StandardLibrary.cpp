// StandardLibrary.cpp: in, a declaration; out, what its name and its home
// promise. Tables and look-ups only.

#include "StandardLibrary.h"

#include "StandardTypes.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace clang;

namespace paraloop {
namespace {

/// outermostNamespace() returns the name of the namespace in which `decl` lies,
/// in the global one: "".
llvm::StringRef outermostNamespace(const Decl *decl) {
  const NamespaceDecl *outermost = nullptr;
  for (const DeclContext *context = decl->getDeclContext(); context;
       context = context->getParent())
    if (const auto *space = llvm::dyn_cast<NamespaceDecl>(context))
      outermost = space;
  return outermost ? nameOf(outermost) : llvm::StringRef();
}

bool isAssociativeSubscript(const CXXMethodDecl *method) {
  const llvm::StringRef owner = nameOf(method->getParent());
  return owner == "map" || owner == "unordered_map";
}

} // namespace

llvm::StringRef nameOf(const NamedDecl *decl) {
  return decl && decl->getDeclName().isIdentifier() ? decl->getName()
                                                    : llvm::StringRef();
}

bool isStandard(const Decl *decl) {
  const llvm::StringRef home = outermostNamespace(decl);
  return home == "std" || home == "__gnu_cxx" || home == "__cxxabiv1";
}

bool isFromSystemHeader(const Decl *decl) {
  const SourceManager &sources = decl->getASTContext().getSourceManager();
  return decl->getLocation().isInvalid() ||
         sources.isInSystemHeader(decl->getLocation());
}

bool isParaloopVariable(const CXXRecordDecl *record) {
  // What operator[] of a ConcatenateUnique variable returns belongs to it.
  return record && outermostNamespace(record) == "paraloop" &&
         (nameOf(record) == "Variable" || nameOf(record) == "UniqueElement" ||
          nameOf(record) == "SharedVariable");
}

bool isSharedVariable(const CXXRecordDecl *record) {
  return isParaloopVariable(record) && nameOf(record) == "SharedVariable";
}

bool isOfParaloopVariable(const FunctionDecl *function) {
  const auto *method = llvm::dyn_cast<CXXMethodDecl>(function);
  return method && isParaloopVariable(method->getParent());
}

bool isIndirectCall(const FunctionDecl *function) {
  const auto *method = llvm::dyn_cast<CXXMethodDecl>(function);
  return method && isStandard(method) &&
         method->getOverloadedOperator() == OO_Call &&
         method->getParent()->getName() == "function";
}

/// The strategy of a paraloop::Variable, or null.
static const CXXRecordDecl *strategyOf(const CXXRecordDecl *record) {
  const auto *special =
      llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(record);
  if (!isParaloopVariable(record) || nameOf(record) != "Variable" || !special ||
      special->getTemplateArgs().size() < 2)
    return nullptr;
  return special->getTemplateArgs()[1].getAsType()->getAsCXXRecordDecl();
}

bool hasOwnStrategy(const CXXRecordDecl *record) {
  const CXXRecordDecl *strategy = strategyOf(record);
  return strategy && outermostNamespace(strategy) != "paraloop";
}

bool isAccessor(const CXXMethodDecl *method) {
  if (isSharedVariable(method->getParent()))
    return method->getOverloadedOperator() == OO_Subscript;
  if (!isStandard(method) || nameOf(method->getParent()).ends_with("stream"))
    return false;
  switch (method->getOverloadedOperator()) {
  case OO_Subscript:
    return !isAssociativeSubscript(method);
  case OO_Star:
  case OO_Arrow:
    return true;
  default:
    break;
  }
  static const llvm::StringSet<> names = {
      "at",          "front", "back",         "begin",       "end",
      "rbegin",      "rend",  "data",         "c_str",       "find",
      "get",         "value", "top",          "lower_bound", "upper_bound",
      "equal_range", "base",  "rdbuf",        "first",       "last",
      "subspan",     "tie",   "native_handle"};
  return names.contains(nameOf(method));
}

bool returnsElementPointer(const CXXMethodDecl *method) {
  static const llvm::StringSet<> names = {
      "begin",        "end",         "cbegin",
      "cend",         "rbegin",      "rend",
      "crbegin",      "crend",       "data",
      "c_str",        "find",        "insert",
      "emplace",      "erase",       "base",
      "get",          "lower_bound", "upper_bound",
      "equal_range",  "substr",      "first",
      "last",         "subspan",     "lock",
      "emplace_hint", "try_emplace", "insert_or_assign",
      "rdbuf"};
  return isStandard(method) && names.contains(nameOf(method));
}

/// Methods of containers that throw nothing but bad_alloc, where their
/// arguments don't.
static bool isQuietMethod(const CXXMethodDecl *method) {
  static const llvm::StringSet<> names = {
      "push_back",     "push_front", "emplace_back",
      "emplace_front", "emplace",    "insert",
      "try_emplace",   "erase",      "insert_or_assign",
      "clear",         "pop_back",   "pop_front",
      "pop",           "push",       "front",
      "back",          "begin",      "end",
      "cbegin",        "cend",       "size",
      "empty",         "find",       "count",
      "swap",          "top",        "data",
      "c_str",         "length",     "load",
      "store",         "fetch_add",  "fetch_sub",
      "contains",      "real",       "imag",
      "get",           "reset",      "merge"};
  if (method->isOverloadedOperator() || llvm::isa<CXXConversionDecl>(method))
    return true;
  if (nameOf(method->getParent()) != "basic_string")
    return names.contains(nameOf(method));
  const bool appendsOne =
      nameOf(method) == "append" && method->getNumParams() == 1;
  return appendsOne ||
         (names.contains(nameOf(method)) && nameOf(method) != "insert" &&
          nameOf(method) != "erase");
}

bool mayThrow(const FunctionDecl *function) {
  // One key with two values is an error.
  const auto *method = llvm::dyn_cast<CXXMethodDecl>(function);
  if (method)
    if (const CXXRecordDecl *strategy = strategyOf(method->getParent()))
      return nameOf(strategy) == "ConcatenateUnique";
  if (!isStandard(function))
    return false; // C, or judged by its body.
  if (const auto *type = function->getType()->getAs<FunctionProtoType>();
      type && type->isNothrow())
    return false;
  if (method)
    return !llvm::isa<CXXConstructorDecl>(method) && !isQuietMethod(method);
  static const llvm::StringSet<> quiet = {
      "min",        "max",           "clamp",       "swap",         "move",
      "forward",    "abs",           "sqrt",        "pow",          "exp",
      "log",        "hypot",         "tie",         "make_pair",    "fma",
      "floor",      "ceil",          "accumulate",  "to_string",    "begin",
      "end",        "sin",           "cos",         "copy",         "fill",
      "make_tuple", "getline",       "setw",        "setprecision", "endl",
      "flush",      "back_inserter", "make_unique", "isnan",        "sort",
      "reverse",    "size",
  };
  return !function->isOverloadedOperator() && !quiet.contains(nameOf(function));
}

bool isMemberwiseAssignment(const FunctionDecl *function) {
  const auto *method = llvm::dyn_cast<CXXMethodDecl>(function);
  return method && !isStandard(method) && method->isDefaulted() &&
         (method->isCopyAssignmentOperator() ||
          method->isMoveAssignmentOperator());
}

bool isAlgorithmObject(const FunctionDecl *function) {
  const auto *method = llvm::dyn_cast<CXXMethodDecl>(function);
  return method && isStandard(method) &&
         method->getOverloadedOperator() == OO_Call &&
         (nameOf(method->getParent()).ends_with("_fn") ||
          nameOf(method->getParent()) == "_IterSwap");
}

bool onlyCallsFor(const FunctionDecl *function) {
  return isAlgorithmObject(function) &&
         nameOf(llvm::cast<CXXMethodDecl>(function)->getParent())
             .starts_with("__for_each");
}

QualType parameterAsWritten(const FunctionDecl *function, unsigned index) {
  const FunctionDecl *asWritten = function;
  if (const FunctionDecl *member =
          function->getInstantiatedFromMemberFunction())
    asWritten = member;
  else if (const FunctionTemplateDecl *generic = function->getPrimaryTemplate())
    asWritten = generic->getTemplatedDecl();
  return index < asWritten->getNumParams()
             ? asWritten->getParamDecl(index)->getType()
             : QualType();
}

bool writesParameter(const CXXMethodDecl *method, unsigned index) {
  // A method takes what it stores by forwarding reference: as it is called,
  // that looks like a reference to be changed.
  const QualType type = parameterAsWritten(method, index);
  if (type.isNull())
    return false;
  if (nameOf(method->getParent()) == "seed_seq" && nameOf(method) == "generate")
    return true;
  const bool givesAccess =
      type->isPointerType() || type->isLValueReferenceType();
  if (!type->isReferenceType() && isProxy(type)) // Of std::vector<bool>.
    return nameOf(method) == "swap";
  const QualType record(method->getParent()->getTypeForDecl(), 0);
  const bool reads = nameOf(method->getParent()) == "istream_iterator" ||
                     nameOf(method->getParent()) == "istreambuf_iterator";
  const bool refers =
      isPointerLike(record) && !reads && // It keeps the address.
      (llvm::isa<CXXConstructorDecl>(method) || nameOf(method) == "reset");
  return givesAccess && !refers && !type->getPointeeType().isConstQualified() &&
         !type->getPointeeType()->isFunctionType();
}

/// movesElements() returns true for the algorithm std::move(first, last, out),
/// and for std::ranges::move().
static bool movesElements(const FunctionDecl *function) {
  return isAlgorithmObject(function)
             ? nameOf(llvm::cast<CXXMethodDecl>(function)->getParent()) ==
                   "__move_fn"
             : !llvm::isa<CXXMethodDecl>(function) &&
                   nameOf(function) == "move" && function->getNumParams() > 1;
}

/// makesView() returns true for what stands in std::views: it changes nothing,
/// but refers to what it is made from.
static bool makesView(const FunctionDecl *function) {
  for (const DeclContext *at = function->getDeclContext(); at;
       at = at->getParent())
    if (const auto *space = llvm::dyn_cast<NamespaceDecl>(at);
        space && nameOf(space) == "views")
      return isStandard(function);
  return false;
}

/// movesLikeCopying() returns true where elements stay what they are when they
/// are moved from: std::move() of numbers is std::copy().
static bool movesLikeCopying(const FunctionDecl *function) {
  const QualType element =
      isAlgorithmObject(function)
          ? QualType()
          : targetTypeOf(function->getParamDecl(0)->getType());
  return !element.isNull() &&
         element.isTriviallyCopyableType(function->getASTContext());
}

Writes writesOf(const FunctionDecl *function) {
  static const llvm::StringSet<> readers = {"move",
                                            "forward",
                                            "get",
                                            "begin",
                                            "end",
                                            "cbegin",
                                            "cend",
                                            "rbegin",
                                            "rend",
                                            "data",
                                            "size",
                                            "ssize",
                                            "empty",
                                            "addressof",
                                            "as_const",
                                            "min",
                                            "max",
                                            "minmax",
                                            "clamp",
                                            "find",
                                            "find_if",
                                            "find_if_not",
                                            "find_first_of",
                                            "find_end",
                                            "count",
                                            "count_if",
                                            "accumulate",
                                            "inner_product",
                                            "reduce",
                                            "transform_reduce",
                                            "max_element",
                                            "min_element",
                                            "minmax_element",
                                            "any_of",
                                            "all_of",
                                            "none_of",
                                            "lower_bound",
                                            "upper_bound",
                                            "equal_range",
                                            "binary_search",
                                            "equal",
                                            "mismatch",
                                            "distance",
                                            "next",
                                            "prev",
                                            "search",
                                            "adjacent_find",
                                            "is_sorted",
                                            "is_sorted_until",
                                            "lexicographical_compare",
                                            "includes",
                                            "is_permutation",
                                            "is_heap",
                                            "is_heap_until",
                                            "is_partitioned",
                                            "partition_point",
                                            "search_n",
                                            "contains",
                                            "contains_subrange",
                                            "starts_with",
                                            "ends_with",
                                            "find_last",
                                            "find_last_if",
                                            "find_last_if_not",
                                            "fold_left",
                                            "fold_left_first",
                                            "fold_right",
                                            "fold_right_last",
                                            "ref",
                                            "cref",
                                            "make_pair",
                                            "make_tuple",
                                            "make_unique",
                                            "make_shared",
                                            "make_optional",
                                            "to_string",
                                            "visit",
                                            "holds_alternative",
                                            "get_if",
                                            "tie",
                                            "forward_as_tuple",
                                            "invoke"};
  static const llvm::StringSet<> copiers = {"copy",
                                            "copy_n",
                                            "copy_if",
                                            "transform",
                                            "partial_sum",
                                            "adjacent_difference",
                                            "reverse_copy",
                                            "replace_copy",
                                            "unique_copy",
                                            "remove_copy",
                                            "remove_copy_if",
                                            "merge",
                                            "set_union",
                                            "set_intersection",
                                            "set_difference",
                                            "set_symmetric_difference",
                                            "exclusive_scan",
                                            "inclusive_scan",
                                            "partial_sort_copy",
                                            "rotate_copy"};
  if (makesView(function))
    return Writes::Nothing;
  llvm::StringRef name = nameOf(function);
  if (isAlgorithmObject(function)) {
    name = nameOf(llvm::cast<CXXMethodDecl>(function)->getParent());
    name.consume_front("__");
    name.consume_back("_fn");
  } else if (const auto *method = llvm::dyn_cast<CXXMethodDecl>(function)) {
    const bool locks = nameOf(method->getParent()).ends_with("_lock") ||
                       nameOf(method->getParent()) == "lock_guard";
    const bool isFunctionObject =
        method->getOverloadedOperator() ==
        OO_Call; // A distribution draws from an engine.
    bool writes = locks || isFunctionObject;
    for (unsigned index = 0; index < method->getNumParams(); ++index)
      writes |= writesParameter(method, index);
    return writes ? Writes::Everything : Writes::Nothing;
  }
  if (movesElements(function) && movesLikeCopying(function))
    return Writes::LastIterator;
  if (movesElements(function) ||
      (isAlgorithmObject(function) && name == "partial_sort_copy"))
    return Writes::Everything; // The target of the latter is a range.
  if (readers.contains(name))
    return Writes::Nothing;
  if (copiers.contains(name))
    return Writes::LastIterator;
  return Writes::Everything;
}

bool changesThroughReference(const CXXMethodDecl *method) {
  static const llvm::StringSet<> readers = {"load", "is_lock_free", "wait",
                                            "notify_one", "notify_all"};
  const CXXRecordDecl *record = method->getParent();
  return isStandard(record) && nameOf(record).contains("atomic_ref") &&
         !llvm::isa<CXXConversionDecl>(method) &&
         !readers.contains(nameOf(method));
}

bool resumesCoroutine(const FunctionDecl *function) {
  const auto *method = llvm::dyn_cast<CXXMethodDecl>(function);
  return method && isStandard(method) &&
         nameOf(method->getParent()) == "coroutine_handle" &&
         (nameOf(method) == "resume" || nameOf(method) == "destroy" ||
          method->getOverloadedOperator() == OO_Call);
}

/// keepsReferences() returns true for std::reference_wrapper, and for a
/// container of such.
static bool keepsReferences(const CXXRecordDecl *record) {
  if (nameOf(record) == "reference_wrapper" ||
      isProxy(QualType(record->getTypeForDecl(), 0)))
    return true;
  const QualType element =
      firstTypeArgument(QualType(record->getTypeForDecl(), 0));
  const CXXRecordDecl *held =
      element.isNull() ? nullptr : element->getAsCXXRecordDecl();
  return held && isStandard(held) && keepsReferences(held);
}

/// makesObjectAt() returns true for std::ranges::construct_at() and the like,
/// which put a value where they are told to.
static bool makesObjectAt(const FunctionDecl *function) {
  return nameOf(llvm::cast<CXXMethodDecl>(function)->getParent())
      .ends_with("_at_fn");
}

bool keepsTargets(const FunctionDecl *function) {
  static const llvm::StringSet<> handsOn = {
      "tie",    "ref",   "forward_as_tuple", "addressof",
      "invoke", "visit", "emplace",          "try_emplace"};
  const llvm::StringRef name = nameOf(function);
  if (const auto *method = llvm::dyn_cast<CXXMethodDecl>(function);
      method && keepsReferences(method->getParent()))
    return false;
  if (isAlgorithmObject(function)) // It changes what a range leads to.
    return !makesObjectAt(function);
  return name == "advance" ||
         (writesOf(function) == Writes::Nothing && !handsOn.contains(name));
}

} // namespace paraloop
