// Accesses.h: does a use of an object read it, store into it or assign all of
// it?
//
// In: a statement with its effects, and the objects that are asked about. Out:
// one Access for each use, with the expression at whose evaluation it takes
// place. Assignments.cpp puts them into the order of the control flow.

#ifndef PARALOOP_TOOL_ACCESSES_H
#define PARALOOP_TOOL_ACCESSES_H

#include "Effects.h"
#include "Statements.h"

#include <functional>
#include <vector>

namespace clang {
class ASTContext;
class CXXRecordDecl;
} // namespace clang

namespace paraloop {

/// Access is one use of an object.
struct Access {
  enum class Kind {
    Read,           ///< Needs the value of all of it, as far as can be told.
    ReadElement,    ///< Needs the element at `subscripts`.
    ReadText,       ///< Needs what is in front of the first NUL.
    ReadExtent,     ///< Needs the number of its elements.
    ReadHistory,    ///< Needs what no assignment determines: a capacity.
    StoreElement,   ///< Gives a new value to the element at `subscripts`.
    Assign,         ///< Gives a new value to all of it.
    AssignElements, ///< Gives a new value to all elements that there are.
    AssignText,     ///< Gives a new value to what is in front of the NUL.
    AssignIfTrue, ///< Assigns all of it where the condition `at` comes out so.
    AssignExtent  ///< Sets the number of elements; some keep their values.
  };
  Kind kind = Kind::Read;
  const clang::Stmt *at = nullptr; ///< What is evaluated.
  Object object;
  llvm::SmallVector<const clang::Expr *, 2> subscripts;
  clang::SourceLocation where;
};

/// CalleeUse is what a function does to an object that it can reach.
struct CalleeUse {
  bool reads = true;          ///< Before it assigns all of it.
  bool assigns = false;       ///< All elements, whenever the function returns.
  bool readsExtent = true;    ///< The number of its elements, likewise.
  bool assignsExtent = false; ///< Sets that number.
};

/// CalleeQuestion asks about an object in the terms of the function itself.
using CalleeQuestion =
    std::function<CalleeUse(const clang::FunctionDecl *, const Object &)>;

/// AccessContext is the statement whose uses are listed.
struct AccessContext {
  const Scope &scope;
  const Statements &statements;
  const Effects &effects;
  CalleeQuestion callee;
  clang::ASTContext &ast;
  /// The loop behind which the uses lie, or null. They are outside of `scope`,
  /// which doesn't know what a hidden variable of a range-for loop refers to.
  const clang::Stmt *behind = nullptr;
  /// The class of `*this` in a method; null where that isn't looked at.
  const clang::CXXRecordDecl *self = nullptr;
};

/// accessesOf() lists the uses of objects that overlap one of `objects`.
std::vector<Access> accessesOf(llvm::ArrayRef<Object> objects,
                               const AccessContext &context);

} // namespace paraloop

#endif
