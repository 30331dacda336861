// LocalNumbers.h: which changed objects are numbers that nobody but the loop's
// own function can get at?
//
// In: a loop. Out: yes or no, for an object.

#ifndef PARALOOP_TOOL_LOCALNUMBERS_H
#define PARALOOP_TOOL_LOCALNUMBERS_H

#include "LoopFacts.h"

#include "llvm/ADT/DenseSet.h"

namespace clang {
class Stmt;
} // namespace clang

namespace paraloop {

class LocalNumbers {
public:
  explicit LocalNumbers(const LoopFacts &facts);

  /// contains() returns true for a local variable of the function itself, of a
  /// type of the language for numbers, whose address nobody has.
  bool contains(const Object &object) const;

  /// isNamedOnlyIn() returns true if all mentions and all changes of the
  /// variable in the loop are names of it in these statements.
  /// EXPECTS: contains() it.
  bool isNamedOnlyIn(const clang::ValueDecl *variable,
                     llvm::ArrayRef<const clang::Stmt *> statements) const;

private:
  bool isPlainName(const Mention &mention) const;

  const LoopFacts &facts_;
  const llvm::DenseSet<const clang::ValueDecl *> addressTaken_;
};

} // namespace paraloop

#endif
