// Targets.h: the expressions that a change changes.
//
// In: a change of an outside object. Out: the expressions in the body that
// designate what is changed, so that the workers' copy can note them
// (`own(a[i]) = x`); or why there are none.

#ifndef PARALOOP_TOOL_TARGETS_H
#define PARALOOP_TOOL_TARGETS_H

#include "Effects.h"
#include "ObjectResolver.h"
#include "SourceText.h"

#include <optional>
#include <string>
#include <vector>

namespace clang {
class ASTContext;
class CXXRecordDecl;
class QualType;
} // namespace clang

namespace paraloop {

class Statements;

/// Target is an lvalue that a change changes.
struct Target {
  const clang::Expr *expr = nullptr; ///< Without implicit conversions.
  TextRange range;
  Object object;
  bool overwrites = false; ///< Its old value doesn't matter.
  bool asBytes = false;    ///< It is its object representation; other types are
                           ///< taken apart.
  std::string elements;    ///< Where `expr` is a call that changes elements,
                           ///< or `before` is given: what notes them
                           ///< (ElementTexts.h).
  const clang::Stmt *before = nullptr; ///< The inner loop before which all
                                       ///< elements are noted.
  bool isBehind = false; ///< `expr` is a pointer, and the target what it refers
                         ///< to.
  /// Behind: the classes of which it may be an object, where its class has
  /// virtual functions.
  std::vector<const clang::CXXRecordDecl *> classes = {};
};

/// TargetFinder works for one loop.
class TargetFinder {
public:
  TargetFinder(clang::ASTContext &context, const Scope &scope,
               const Statements &statements, Callees &callees);

  /// find() returns the targets of `change` that are, or hold, `object`; none
  /// if a part of what is changed can't be named, or can't travel.
  std::vector<Target> find(const Change &change, const Object &object);

  /// call() returns a target for the elements that a function in sight changes,
  /// which are still to be listed.
  std::optional<Target> call(const Change &change, const Object &object);

  /// behind() returns the object that `lvalue` is a part of and that a pointer
  /// in it refers to: `*p` for `p->x.y`.
  std::optional<Target> behind(const clang::Expr *lvalue, const Object &object);

  /// at() returns the target that `expr` would be.
  std::optional<Target> at(const clang::Expr *expr);

private:
  void addArguments(const clang::Expr *call, const clang::FunctionDecl *callee,
                    const Object &object);
  void addArgument(const clang::Expr *argument, clang::QualType parameter,
                   const clang::FunctionDecl *callee, const Object &object,
                   bool isOneObject = false);
  void addContainers(const clang::Expr *iterator);
  void addBehind(const clang::Expr *pointer, const Object &object);
  void add(const clang::Expr *expr, bool overwrites);
  bool mayBeOwned(const clang::Expr *expr) const;
  bool mayBeNotedBehind(Target &target) const;

  clang::ASTContext &context_;
  const Statements &statements_;
  Callees &callees_;
  ObjectResolver resolver_;
  std::vector<Target> found_;
  bool failed_ = false;
};

/// typeOf() returns the type of the object that a target is.
clang::QualType typeOf(const Target &target);

/// travelsAsBytes() returns true for numbers and for classes that are copied as
/// bytes; see runtime/include/paraloop/codec/core.h.
/// EXPECTS: obstacleToTravel() has nothing against the type.
bool travelsAsBytes(clang::QualType type);

} // namespace paraloop

#endif
