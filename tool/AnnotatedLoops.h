// AnnotatedLoops.h: from annotations (places in the token stream) to loops
// (statements in the AST).
//
// In: the annotations of a translation unit, its declarations as the parser
// finishes them. Out: one AnnotatedLoop for every outermost annotated loop,
// with all its instances.

#ifndef PARALOOP_TOOL_ANNOTATEDLOOPS_H
#define PARALOOP_TOOL_ANNOTATEDLOOPS_H

#include "Annotation.h"
#include "AttributeOptions.h"
#include "Refusal.h"

#include "clang/Basic/SourceLocation.h"

#include <vector>

namespace clang {
class ASTContext;
class Decl;
class FunctionDecl;
class Stmt;
} // namespace clang

namespace paraloop {

/// LoopInstance is the loop in one function; a template has one for every
/// instantiation.
struct LoopInstance {
  const clang::Stmt *loop =
      nullptr; ///< A ForStmt or a CXXForRangeStmt, never null.
  const clang::FunctionDecl *function =
      nullptr; ///< The innermost function around it (of a lambda: its
               ///< operator()).
};

/// AnnotatedLoop is a loop that the tool shall rewrite. Its places are file
/// locations, never inside of a macro.
struct AnnotatedLoop {
  /// What to remove so that the annotation is gone, as a range of characters
  /// [begin, end): `[[paraloop(...)]]`, or the macro use (`PAR`) that stands
  /// for exactly it; among other attributes (`[[likely, paraloop]]`) the name
  /// with its comma.
  clang::SourceRange attribute;
  /// Where the statement begins: at the first `[[` (or macro use) of the
  /// attributes before `for`.
  clang::SourceLocation begin;
  /// Where the word `for` stands.
  clang::SourceLocation keyword;
  AttributeOptions options;
  /// The loop in a plain function: one; in a template: one for every
  /// instantiation, the pattern is left out. All are the same text. Never
  /// empty.
  std::vector<LoopInstance> instances;
  /// `attribute` of the annotated loops inside of this one: they run natively
  /// in a worker.
  std::vector<clang::SourceRange> innerAttributes;
};

/// FoundLoops is what the annotations of one translation unit lead to.
struct FoundLoops {
  std::vector<AnnotatedLoop> loops;
  std::vector<clang::SourceLocation>
      uninstantiated; ///< The `for` of loops in templates that nothing
                      ///< instantiates.
  std::vector<Refusal> refusals;
};

/// findAnnotatedLoops() finds the loops that belong to `annotations`.
/// EXPECTS: `declarations` are those that the parser handed to
/// ASTConsumer::HandleTopLevelDecl, which has the functions made from templates
/// among them; there was no error.
FoundLoops findAnnotatedLoops(clang::ASTContext &context,
                              const std::vector<Annotation> &annotations,
                              const std::vector<clang::Decl *> &declarations);

} // namespace paraloop

#endif
