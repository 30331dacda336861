// ElementAccesses.h: every access that a loop makes to one object from outside.
//
// In: the loop, its mentions and changes, and the variable that the object
// belongs to. Out: the paths of the elements that the body, and the functions
// that it calls, read and change.

#ifndef PARALOOP_TOOL_ELEMENTACCESSES_H
#define PARALOOP_TOOL_ELEMENTACCESSES_H

#include "Paths.h"

#include "clang/Basic/SourceLocation.h"

#include "llvm/ADT/DenseSet.h"

#include <vector>

namespace paraloop {

struct ElementAccess {
  std::optional<Path> path; ///< Nothing: it can't be told.
  bool changes = false;
  bool escapes =
      false; ///< A pointer to it is kept: it may be changed anywhere.
  clang::SourceLocation where;
  const clang::Expr *place = nullptr; ///< In the loop itself: the access, or
                                      ///< the call that makes it.
  bool onlySize = false;              ///< Only how many elements there are.
  bool follows = false;               ///< Also what the pointers refer to that
                                      ///< the object holds.
  bool isCallee = false;              ///< A function that is called makes it.
  const clang::Expr *expr = nullptr;  ///< The access itself, in `frame`.
  const Frame *frame = nullptr;
};

class AccessFinder {
public:
  /// `root` is a variable; null stands for `*this`.
  AccessFinder(const clang::ValueDecl *root, PathReader &reader, Frames &frames,
               Callees &callees)
      : root_(root), reader_(reader), frames_(frames), callees_(callees) {}

  std::vector<ElementAccess> find();

private:
  void visit(const Frame &frame);
  void visitCall(const clang::Expr *call, const std::string &callee,
                 const Frame &frame);
  void climb(const clang::Expr *start, const Frame &frame);
  bool continues(const clang::Expr *current, const clang::Expr *next,
                 const Frame &frame);
  bool isResolved(const clang::Expr *expr, const Frame &frame);
  void use(const clang::Expr *top, const Frame &frame);
  void usePointer(const clang::Expr *top, const Frame &frame);
  void returnFrom(const clang::Expr *top, const Frame &frame);
  bool enters(const clang::Expr *call, const Frame &frame);
  void add(std::optional<Path> path, const clang::Expr *expr,
           const Frame &frame, bool changes, bool follows = false);
  void addEscaped(std::optional<Path> path, const clang::Expr *expr,
                  const Frame &frame);

  bool touches(const Object &object, const Frame &frame);
  bool leadsToRoot(const clang::Expr *expr, const Frame &frame);
  bool isChanged(const clang::Expr *expr, const Frame &frame);

  const clang::ValueDecl *root_;
  PathReader &reader_;
  Frames &frames_;
  Callees &callees_;
  std::vector<ElementAccess> accesses_;
  llvm::DenseSet<const Frame *> visited_;
  llvm::DenseSet<std::pair<const clang::Expr *, const Frame *>> used_;
};

} // namespace paraloop

#endif
