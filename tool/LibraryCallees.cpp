// LibraryCallees.cpp: from the types of a call to the classes in them, and from
// these to their functions.

#include "LibraryCallees.h"

#include "Destructors.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"
#include "TypeContainment.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclFriend.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/StringSet.h"

using namespace clang;

namespace paraloop {
namespace {

/// The library calls the methods of an allocator by their names.
bool isOfAllocator(const FunctionDecl *method) {
  static const llvm::StringSet<> names = {"allocate", "deallocate", "construct",
                                          "destroy"};
  return method->getIdentifier() && names.contains(method->getName());
}

/// isNamedForLibrary() returns true for a method of a range, a container, a
/// lock, a generator of random numbers or a clock.
bool isNamedForLibrary(const FunctionDecl *method) {
  static const llvm::StringSet<> names = {
      "begin",     "end",          "cbegin",        "cend",
      "rbegin",    "rend",         "crbegin",       "crend",
      "size",      "empty",        "data",          "back",
      "front",     "push_back",    "push_front",    "pop_back",
      "pop_front", "insert",       "emplace",       "emplace_back",
      "swap",      "lock",         "unlock",        "try_lock",
      "min",       "max",          "now",           "base",
      "get",       "lock_shared",  "unlock_shared", "try_lock_shared",
      "reserve",   "emplace_front"};
  return method->getIdentifier() && names.contains(method->getName());
}

/// reboundFrom() returns the class itself; of an allocator the ones for other
/// types as well.
llvm::SmallVector<const CXXRecordDecl *, 2>
reboundFrom(const CXXRecordDecl *record) {
  llvm::SmallVector<const CXXRecordDecl *, 2> all = {record};
  const auto *special = llvm::dyn_cast<ClassTemplateSpecializationDecl>(record);
  if (special && llvm::any_of(functionsOf(record), isOfAllocator))
    for (const CXXRecordDecl *one :
         special->getSpecializedTemplate()->specializations())
      all.push_back(one);
  return all;
}

/// callsOverriders() returns true for a class of the library's whose objects
/// run virtual functions: a stream those of its buffer, an error code those of
/// its category.
bool callsOverriders(const CXXRecordDecl *record) {
  static const llvm::StringSet<> names = {"polymorphic_allocator", "error_code",
                                          "error_condition", "locale"};
  return record->isPolymorphic() ||
         (record->getIdentifier() && names.contains(record->getName()));
}

/// mayCopyOrEnd() returns false for a function that only finds objects, or
/// reads them.
bool mayCopyOrEnd(const FunctionDecl *callee) {
  if (!callee->getReturnType()->isReferenceType() &&
      callee->getReturnType()->isRecordType())
    return true;
  const auto *method = llvm::dyn_cast<CXXMethodDecl>(callee);
  return method ? llvm::isa<CXXConstructorDecl>(method) ||
                      !(method->isConst() || isAccessor(method))
                : writesOf(callee) != Writes::Nothing;
}

/// mayLeadTo() returns true if the library can get at an object for whose type
/// `test` is true by way of one of type `from`: that refers to it, has it as an
/// element, or is a class of the program's that may hand it out.
bool mayLeadTo(QualType from, llvm::function_ref<bool(QualType)> test,
               unsigned depth = 0) {
  from = bareType(from);
  if (from->isPointerType() || from->isArrayType())
    return from->isFunctionPointerType() ||
           mayLeadTo(QualType(from->getPointeeOrArrayElementType(), 0), test,
                     depth);
  if (test(from) || depth > 4)
    return true;
  const CXXRecordDecl *record = from->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition())
    return false;
  if (isStandard(record))
    return llvm::any_of(typeArguments(record), [&](QualType part) {
      return mayLeadTo(part, test, depth + 1);
    });
  const auto handsOut = [](const FunctionDecl *method) {
    return llvm::isa<CXXConversionDecl>(method) ||
           method->getOverloadedOperator() == OO_Call ||
           method->getOverloadedOperator() == OO_Star;
  };
  return llvm::any_of(functionsOf(record), handsOut) ||
         record->getDefinition()->getNumBases() > 0;
}

class Collector {
public:
  Collector(const Scope &scope, Callees &callees)
      : scope_(scope), callees_(callees) {}

  void run(const Call &call) {
    call_ = &call;
    makesObjects_ = mayCopyOrEnd(call.callee);
    const auto *method = llvm::dyn_cast<CXXMethodDecl>(call.callee);
    looksInside_ = !method || makesObjects_ ||
                   method->getOverloadedOperator() == OO_Call;
    for (const Expr *argument : call.arguments) {
      const QualType type = argument->getType();
      const bool isArray = type->isPointerType() && // Of an algorithm.
                           !llvm::isa<CXXMethodDecl>(call.callee);
      addType(isArray ? type->getPointeeType() : type, argument, 0);
    }
    addType(call.node->getType(), nullptr, 0);
    if (call.self) {
      addType(call.self->getType(), nullptr, 0);
      if (const Expr *plain = call.self->IgnoreImpCasts(); plain != call.self)
        addType(plain->getType(), nullptr, 0); // reset() is of a base class.
    }
    addAllocation(call.callee);
  }

  llvm::SmallVector<LibraryCallee, 8> found;

private:
  static constexpr unsigned maxDepth = 4;

  /// addResult() adds what the library may do with what a function of the
  /// program's returns: a predicate's result needn't be a bool.
  void addResult(const FunctionDecl *function) {
    const CXXRecordDecl *record =
        bareType(function->getReturnType())->getAsCXXRecordDecl();
    if (record && !isStandard(record) && results_.insert(record).second)
      addType(function->getReturnType(), nullptr, 0);
  }

  void addType(QualType type, const Expr *object, unsigned depth) {
    const CXXRecordDecl *record =
        type.getNonReferenceType()->getAsCXXRecordDecl();
    if (!record || !record->hasDefinition() || depth > maxDepth)
      return;
    record = record->getDefinition();
    if (!isStandard(record)) {
      for (const CXXRecordDecl *one : reboundFrom(record))
        addClass(one, object);
      return;
    }
    if (callsOverriders(record))
      for (const CXXMethodDecl *method : callees_.overriders().ofLibrary())
        found.push_back({method, nullptr});
    if (makesObjects_)
      addHidden(record);
    for (const QualType argument : typeArguments(record))
      addType(argument, nullptr, depth + 1);
  }

  void addClass(const CXXRecordDecl *record, const Expr *object) {
    for (const FunctionDecl *method : functionsOf(record))
      if (mayCall(method))
        addResult(method);
    if (scope_.holdsLambda(record))
      return;
    for (const FunctionDecl *method : functionsOf(record))
      if (mayCall(method))
        add(method, object);
    for (const Destruction &one : destructionsOf(record, callees_))
      found.push_back({one.function, object, one.isHidden});
    for (const FriendDecl *one : record->friends())
      if (one->getFriendDecl())
        addFree(one->getFriendDecl());
    addNeighbours(record);
  }

  bool mayCall(const FunctionDecl *method) const {
    if (const auto *constructor = llvm::dyn_cast<CXXConstructorDecl>(method))
      return mayConstruct(*call_, constructor);
    return isForLibrary(method) && (looksInside_ || !isNamedForLibrary(method));
  }

  /// addHidden() adds what runs where an object is copied or ends whose type
  /// doesn't tell what it holds.
  void addHidden(const CXXRecordDecl *record) {
    for (const CXXRecordDecl *held :
         callees_.typeErasure().contentsOf(record).classes)
      for (const CXXConstructorDecl *constructor : held->ctors())
        if (constructor->isCopyOrMoveConstructor())
          found.push_back({constructor, nullptr, true});
    for (const Destruction &one : destructionsOf(record, callees_))
      if (one.isHidden)
        found.push_back({one.function, nullptr, true});
  }

  /// addNeighbours() adds operators and swap() beside the class.
  void addNeighbours(const CXXRecordDecl *record) {
    const DeclContext *home = record->getDeclContext()->getRedeclContext();
    ASTContext &context = record->getASTContext();
    for (int op = OO_None + 1; op < NUM_OVERLOADED_OPERATORS; ++op)
      for (const NamedDecl *one :
           home->lookup(context.DeclarationNames.getCXXOperatorName(
               static_cast<OverloadedOperatorKind>(op))))
        addFree(one);
    for (const NamedDecl *one : home->lookup(&context.Idents.get("swap")))
      addFree(one);
  }

  void addFree(const NamedDecl *declaration) {
    if (const auto *generic = llvm::dyn_cast<FunctionTemplateDecl>(declaration))
      for (const FunctionDecl *special : generic->specializations())
        add(special, nullptr);
    else if (const auto *function = llvm::dyn_cast<FunctionDecl>(declaration))
      add(function, nullptr);
  }

  /// add() also adds what may run in place of a virtual function.
  void add(const FunctionDecl *function, const Expr *object) {
    found.push_back({function, object});
    if (const auto *method = llvm::dyn_cast<CXXMethodDecl>(function);
        method && method->isVirtual())
      for (const CXXMethodDecl *other : callees_.overriders().of(method))
        found.push_back({other, object});
  }

  /// addAllocation() adds operator new and delete, where the program has its
  /// own: the library may use them anywhere.
  void addAllocation(const FunctionDecl *callee) {
    const auto *type = callee->getType()->getAs<FunctionProtoType>();
    if (type && type->isNothrow())
      return;
    const ASTContext &context = callee->getASTContext();
    for (const OverloadedOperatorKind op :
         {OO_New, OO_Array_New, OO_Delete, OO_Array_Delete})
      for (const NamedDecl *one : context.getTranslationUnitDecl()->lookup(
               context.DeclarationNames.getCXXOperatorName(op)))
        addFree(one);
  }

  const Scope &scope_;
  Callees &callees_;
  const Call *call_ = nullptr;
  bool makesObjects_ = false; ///< Objects may be copied, replaced or end.
  bool looksInside_ = false;  ///< Unlike `v.size()`, which finds elements only.
  llvm::SmallPtrSet<const CXXRecordDecl *, 4> results_;
};

} // namespace

llvm::SmallVector<const FunctionDecl *, 16>
functionsOf(const CXXRecordDecl *record) {
  llvm::SmallVector<const FunctionDecl *, 16> all;
  for (const Decl *member : record->decls()) {
    if (const auto *function = llvm::dyn_cast<FunctionDecl>(member))
      all.push_back(function);
    const auto *generic = llvm::dyn_cast<FunctionTemplateDecl>(member);
    if (!generic)
      continue;
    if (generic->spec_begin() == generic->spec_end())
      all.push_back(generic->getTemplatedDecl());
    llvm::append_range(all, generic->specializations());
  }
  return all;
}

bool isForLibrary(const FunctionDecl *method) {
  return method->isOverloadedOperator() ||
         llvm::isa<CXXConversionDecl>(method) || isOfAllocator(method) ||
         isNamedForLibrary(method);
}

bool mayConstruct(const Call &call, const CXXConstructorDecl *constructor) {
  if (constructor->isCopyOrMoveConstructor() ||
      constructor->getMinRequiredArguments() == 0 ||
      constructor->isDependentContext())
    return true;
  const QualType first = constructor->getParamDecl(0)->getType();
  const bool isChangeable = first->isLValueReferenceType() &&
                            !first->getPointeeType().isConstQualified();
  const QualType type = bareType(first);
  return llvm::any_of(call.arguments, [&](const Expr *argument) {
    return mayLeadTo(argument->getType(), [&](QualType one) {
      if (isChangeable) // It takes none that is made for it.
        return one == type;
      return !type->isArithmeticType() || one->isArithmeticType() ||
             one->isEnumeralType();
    });
  });
}

llvm::SmallVector<LibraryCallee, 8>
calledByLibrary(const Call &call, const Scope &scope, Callees &callees) {
  Collector collector(scope, callees);
  collector.run(call);
  return std::move(collector.found);
}

} // namespace paraloop
