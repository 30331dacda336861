// Uses.h: what the loop does with an object where it is named.
//
// In: an expression that names an object, or refers to it. Out: the access that
// it begins, followed outwards over elements, fields and accessors: does it end
// in a change, in another name for the object, or in a read?

#ifndef PARALOOP_TOOL_USES_H
#define PARALOOP_TOOL_USES_H

#include "llvm/ADT/DenseSet.h"

namespace clang {
class Expr;
class FunctionDecl;
} // namespace clang

namespace paraloop {

class Callees;
class Statements;

struct Use {
  enum class Kind {
    Target, ///< `whole` is an object that the loop changes.
    Alias,  ///< A local reference, pointer or iterator is made from it.
    Size,   ///< Only the number of elements is asked for.
    Place,  ///< Pointers or iterators are compared or moved.
    Read    ///< Anything else.
  };
  Kind kind = Kind::Read;
  const clang::Expr *whole = nullptr; ///< The outermost part of the access.
  const clang::Expr *firstIndex =
      nullptr; ///< Of the first element on the way; null if there is none, the
               ///< step itself where it has no index.
};

/// Uses follows the uses of objects in one loop. `targets` are the objects that
/// the loop changes, without parentheses and implicit conversions.
class Uses {
public:
  Uses(const Statements &statements, Callees &callees,
       const llvm::DenseSet<const clang::Expr *> &targets)
      : statements_(statements), callees_(callees), targets_(targets) {}

  /// follow() returns the use that `named` begins.
  Use follow(const clang::Expr *named) const;

private:
  bool isTarget(const clang::Expr *expr) const;

  const Statements &statements_;
  Callees &callees_;
  const llvm::DenseSet<const clang::Expr *> &targets_;
};

/// baseOf() returns the part of an access that is one step nearer to the name
/// it begins with (`a[i]` for `a[i].x`), or null at the name.
const clang::Expr *baseOf(const clang::Expr *access, Callees &callees);

/// isOwnAccessor() returns true for a function of the user's that only returns
/// a reference or pointer to a part of its object or of an argument:
/// `double &at(int i, int j) { return data[i * n + j]; }`.
bool isOwnAccessor(const clang::FunctionDecl *function, Callees &callees);

} // namespace paraloop

#endif
