// Overriders.h: which functions may a virtual call run?
//
// In: a method. Out: the methods in sight that override it, and whether others
// out of sight may.

#ifndef PARALOOP_TOOL_OVERRIDERS_H
#define PARALOOP_TOOL_OVERRIDERS_H

#include "llvm/ADT/DenseMap.h"

#include <vector>

namespace clang {
class ASTContext;
class CXXMethodDecl;
class CXXRecordDecl;
class FunctionDecl;
} // namespace clang

namespace paraloop {

/// Overriders keeps what overrides what in one translation unit.
class Overriders {
public:
  explicit Overriders(clang::ASTContext &context) : context_(context) {}

  /// of() returns the methods of the user's classes that override `method`,
  /// directly or not.
  const std::vector<const clang::CXXMethodDecl *> &
  of(const clang::CXXMethodDecl *method);

  /// ofLibrary() returns the methods of the user's classes that override one of
  /// a class of the library: of a stream buffer, a memory resource.
  const std::vector<const clang::CXXMethodDecl *> &ofLibrary();

  /// derivedFrom() returns the classes of the user's that are derived from
  /// `record`, directly or not.
  std::vector<const clang::CXXRecordDecl *>
  derivedFrom(const clang::CXXRecordDecl *record);

  /// mayRunAnother() returns true for a virtual method in place of which a
  /// method of a derived class may run.
  bool mayRunAnother(const clang::FunctionDecl *function);

  /// areAllInSight() returns true if no other translation unit can derive from
  /// the method's class: that is one of this file alone.
  static bool areAllInSight(const clang::CXXMethodDecl *method);

  /// The same for the classes that are derived from `record`.
  static bool areAllInSight(const clang::CXXRecordDecl *record);

private:
  class Finder;

  void findAll();

  clang::ASTContext &context_;
  llvm::DenseMap<const clang::CXXMethodDecl *,
                 std::vector<const clang::CXXMethodDecl *>>
      overriders_;
  std::vector<const clang::CXXMethodDecl *> ofLibrary_;
  std::vector<const clang::CXXRecordDecl *> derived_; ///< They have bases.
  bool found_ = false;
};

} // namespace paraloop

#endif
