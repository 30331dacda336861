// LibraryUses.h: what an operation of the standard library does to the value of
// the object that it is called for.
//
// In: a method or an operator of the library. Out: whether it assigns all of
// the object, an element, or only reads how many elements there are.

#ifndef PARALOOP_TOOL_LIBRARYUSES_H
#define PARALOOP_TOOL_LIBRARYUSES_H

namespace clang {
class CallExpr;
class CXXMethodDecl;
class CXXOperatorCallExpr;
class Expr;
} // namespace clang

namespace paraloop {

/// MethodUse is what a method of a standard class does to its object.
enum class MethodUse {
  Other,   ///< Anything, as far as is known here.
  Extent,  ///< Reads the number of elements: size().
  Element, ///< Gives access to one element: at().
  History, ///< Reads what no assignment determines: capacity().
  Assign,  ///< Leaves nothing of the old value: clear(), assign().
  Resize   ///< Sets the number of elements: resize().
};

MethodUse useBy(const clang::CXXMethodDecl *method);

/// isElementOperator() returns true for operator[] of a sequence.
bool isElementOperator(const clang::CXXOperatorCallExpr *call);

/// assignsByOperator() returns true for operator= that leaves nothing of the
/// old value.
bool assignsByOperator(const clang::CXXOperatorCallExpr *call);

/// isTie() returns true for a call of std::tie().
bool isTie(const clang::Expr *expr);

/// filledBy() returns the array or container of which a call assigns all
/// elements, std::fill(v.begin(), v.end(), x) for example; or null.
const clang::Expr *filledBy(const clang::CallExpr *call);

/// filledByBytes() is filledBy() for memset() and the like.
const clang::Expr *filledByBytes(const clang::CallExpr *call);

} // namespace paraloop

#endif
