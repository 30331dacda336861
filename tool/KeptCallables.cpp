// KeptCallables.cpp: tables of names, as in StandardLibrary.cpp.

#include "KeptCallables.h"

#include "IndirectTargets.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

using namespace clang;

namespace paraloop {
namespace {

/// Positions are those of callables among the types that a container is made
/// with.
struct Positions {
  unsigned first, last;
};

std::optional<Positions> callablesOf(const CXXRecordDecl *record) {
  static const llvm::StringMap<Positions> known = {
      {"set", {1, 1}},
      {"multiset", {1, 1}},
      {"map", {2, 2}},
      {"multimap", {2, 2}},
      {"flat_set", {1, 1}},
      {"flat_multiset", {1, 1}},
      {"flat_map", {2, 2}},
      {"flat_multimap", {2, 2}},
      {"priority_queue", {2, 2}},
      {"unordered_set", {1, 2}},
      {"unordered_multiset", {1, 2}},
      {"unordered_map", {2, 3}},
      {"unordered_multimap", {2, 3}}};
  const auto found = known.find(nameOf(record));
  return found == known.end() ? std::nullopt : std::optional(found->second);
}

/// looksNothingUp() returns true for a method that needs no comparison.
bool looksNothingUp(const CXXMethodDecl *method) {
  static const llvm::StringSet<> names = {
      "begin",         "end",          "cbegin",        "cend",
      "rbegin",        "rend",         "crbegin",       "crend",
      "size",          "empty",        "max_size",      "clear",
      "key_comp",      "value_comp",   "hash_function", "key_eq",
      "get_allocator", "bucket_count", "load_factor",   "max_load_factor",
      "top",           "bucket_size"};
  return names.contains(nameOf(method));
}

/// isOfLibrary() returns true for std::less and the like.
bool isOfLibrary(QualType callable) {
  const CXXRecordDecl *record = callable->getAsCXXRecordDecl();
  return record && isStandard(record) && !isStoredCallable(callable);
}

void addKept(const Expr *container,
             llvm::SmallVectorImpl<KeptCallable> &found) {
  QualType type = container->getType().getNonReferenceType();
  if (type->isPointerType())
    type = type->getPointeeType();
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (!record || !isStandard(record))
    return;
  const std::optional<Positions> positions = callablesOf(record);
  const auto types = typeArguments(record);
  for (unsigned at = positions ? positions->first : 1;
       positions && at <= positions->last && at < types.size(); ++at)
    if (!isOfLibrary(types[at]))
      found.push_back({container, types[at].getCanonicalType().getTypePtr()});
}

/// comparesContainers() returns true for `==`, which looks the elements of one
/// unordered container up in the other.
bool comparesContainers(const FunctionDecl *callee) {
  return callee->getOverloadedOperator() == OO_EqualEqual ||
         callee->getOverloadedOperator() == OO_ExclaimEqual;
}

} // namespace

llvm::SmallVector<KeptCallable, 2> keptCallablesRunBy(const Call &call) {
  llvm::SmallVector<KeptCallable, 2> found;
  const auto *method = llvm::dyn_cast<CXXMethodDecl>(call.callee);
  if (call.self && method && !looksNothingUp(method))
    addKept(call.self, found);
  if (!method && comparesContainers(call.callee))
    for (const Expr *argument : call.arguments)
      addKept(argument, found);
  return found;
}

} // namespace paraloop
