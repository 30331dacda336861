// Paths.h: from a variable down to the element that an expression designates.
//
// In: an expression of a frame, such as `m(i, j)`, `p[i].x`, `row[j]`. Out: its
// path, `m` . data_ [i * cols_ + j], with subscripts as Forms; local references
// and pointers, and functions that return a part of their arguments, are
// followed.

#ifndef PARALOOP_TOOL_PATHS_H
#define PARALOOP_TOOL_PATHS_H

#include "Frames.h"
#include "Headers.h"
#include "LinearForm.h"
#include "LoopShape.h"

#include "llvm/ADT/ArrayRef.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace clang {
class ASTContext;
class ForStmt;
class MemberExpr;
class VarDecl;
} // namespace clang

namespace paraloop {

/// Need is a condition under which a Form is the value that the program
/// computes: that it fits into the type in which the program computes it.
struct Need {
  Form form;
  std::string type;
};

/// Number is the value of an integer expression.
struct Number {
  Form form;
  std::vector<Need> needs;
};

/// Step is one link of a path.
struct Step {
  enum class Kind {
    Field,   ///< A field of a class.
    Element, ///< An element of an array or a container.
    Follow,  ///< What a pointer or reference refers to.
    Own,     ///< What a std::unique_ptr refers to: nobody else does.
    Part     ///< Some part.
  };
  Kind kind = Kind::Part;
  const clang::FieldDecl *field = nullptr;
  std::optional<Number> index = std::nullopt; ///< Element; nothing: unknown.
};

/// isPointer() returns true for a step that leaves the object.
bool isPointer(const Step &step);

/// InnerLoop is a loop of a frame, which is inside of the annotated one.
using InnerLoop = std::pair<const clang::Stmt *, const Frame *>;

struct Path {
  const clang::ValueDecl *root = nullptr; ///< Null stands for `*this`.
  std::vector<Step> steps;
  const clang::CXXRecordDecl *self =
      nullptr; ///< Of `*this`: its class where the loop stands.
};

/// Known is what a symbol stands for.
struct Known {
  enum class Kind {
    Iteration, ///< The variable of the annotated loop.
    Inner,     ///< The variable of a loop inside of it.
    Bounded,   ///< Something within a range.
    Invariant  ///< A value that stays while the loop runs.
  };
  Kind kind = Kind::Invariant;
  std::string text;  ///< Invariant: an expression in scope before the loop;
                     ///< empty if there is none.
  std::string guard; ///< Invariant: a condition for evaluating the text, or
                     ///< empty.
  bool hasRange = false;
  Form low;                     ///< Of all others: the range of the values.
  Form high;                    ///< Included.
  std::vector<Need> needs = {}; ///< Under which the range holds.
  /// Inner: the loop, if its variable takes every value of the range unless the
  /// loop is left.
  std::optional<InnerLoop> covering = std::nullopt;
};

/// Range is what the variable of a `for` runs through.
struct Range {
  Form low;
  Form high; ///< Included.
  std::vector<Need> needs;
  bool isCovered = false; ///< The variable takes every value of it.
};

/// isPlainSubscript() returns true for the variable of a loop as it is.
bool isPlainSubscript(const Number &number);

/// Spelling is a path as an expression before the loop.
struct Spelling {
  std::string text;
  std::string guard; ///< A condition for evaluating it, or empty.
};

/// hasOnlyPublicBases() returns true for a class of whose base classes all
/// members keep their access.
bool hasOnlyPublicBases(const clang::CXXRecordDecl *record);

/// nameInOthers() returns how a field is named in an object of another class:
/// its name, or a call of a method that returns it; empty if there is none.
std::string nameInOthers(const clang::FieldDecl *field);

/// spell() returns nothing where a part of the path has no name there.
std::optional<Spelling> spell(const Path &path, bool isNamedInLoop);

/// referentAt() returns what a reference field stands for, and where that is
/// written; null where that isn't known.
std::pair<const clang::Expr *, const Frame *>
referentAt(const clang::MemberExpr *member, const Frame &frame);

/// PathReader reads paths and numbers. Nothing is returned for what it can't
/// resolve.
class PathReader {
public:
  /// The symbol of the iteration stands for the variable of `shape`, or for the
  /// number of the iteration where there is none. Where inner loops begin at a
  /// place that depends on it, `relative` counts their variables from there.
  /// EXPECTS: `shape`, that of `loop`, is numbered.
  PathReader(const clang::Stmt *loop, const LoopShape &shape, Frames &frames,
             bool relative);

  /// number() returns the value of an integer expression. It is right modulo
  /// 2^64, and as it stands where its needs are met.
  std::optional<Number> number(const clang::Expr *expr, const Frame &frame);

  /// boundSubscripts() lets subscripts whose value isn't known stand for the
  /// range of what they can be.
  void boundSubscripts() { boundsSubscripts_ = true; }

  /// object() returns the path of the object that an lvalue designates.
  std::optional<Path> object(const clang::Expr *expr, const Frame &frame) {
    return object(expr, frame, 0);
  }

  /// target() returns the path of what a pointer or iterator refers to.
  std::optional<Path> target(const clang::Expr *expr, const Frame &frame) {
    return target(expr, frame, 0);
  }

  /// isStepped() returns true for a variable that tells iterations apart.
  bool isStepped(const clang::ValueDecl *variable) const {
    return variable == variable_ || inductionOf(variable) ||
           (shape_.list && variable == shape_.list);
  }

  /// isListPointer() returns true for the name of a pointer that walks a list.
  bool isListPointer(const clang::Expr *expr) const;

  /// list() returns that pointer, or null.
  const clang::VarDecl *list() const { return shape_.list; }

  const Known &known(Symbol symbol) const { return symbols_[symbol]; }
  Symbol iteration() const { return 0; }
  const std::optional<Form> &step() const { return step_; }

private:
  using MaybePath = std::optional<Path>;
  using MaybeNumber = std::optional<Number>;

  MaybePath object(const clang::Expr *expr, const Frame &frame, unsigned depth);
  MaybePath target(const clang::Expr *expr, const Frame &frame, unsigned depth);
  MaybePath ofVariable(const clang::ValueDecl *variable, const Frame &frame,
                       unsigned depth);
  MaybePath ofMember(const clang::Expr *expr, const Frame &frame,
                     unsigned depth);
  MaybePath ofCall(const clang::Expr *expr, const Frame &frame, unsigned depth);
  MaybePath targetOfVariable(const clang::ValueDecl *variable,
                             const clang::Expr *expr, const Frame &frame,
                             unsigned depth);
  MaybePath targetOfCall(const clang::Expr *expr, const Frame &frame,
                         unsigned depth);
  MaybePath targetOfSum(llvm::ArrayRef<const clang::Expr *> operands,
                        bool subtract, const Frame &frame, unsigned depth);
  MaybePath targetOfConstruction(const clang::Expr *expr, const Frame &frame,
                                 unsigned depth);
  MaybePath followed(MaybePath holder, clang::QualType pointer);
  MaybePath advanced(MaybePath path, const MaybeNumber &distance);
  /// elementOfView() returns the element that `begin` refers to, the hidden
  /// iterator of an inner range-for over a view whose length is known.
  MaybePath elementOfView(const clang::VarDecl *begin, const Frame &frame,
                          unsigned depth);
  /// lengthOfView() returns how many elements a view has that was made in the
  /// body, or in a function that it calls.
  MaybeNumber lengthOfView(const clang::Expr *view, const Frame &frame,
                           unsigned depth);
  MaybeNumber lastOfView(const clang::Expr *view, const Frame &frame);
  MaybePath inlined(const clang::Expr *call, const Frame &frame,
                    unsigned depth);

  MaybeNumber subscript(const clang::Expr *expr, const Frame &frame);
  MaybeNumber bounded(const clang::Expr *expr, const Frame &frame);
  std::optional<Range> rangeOfValue(const clang::Expr *expr,
                                    const Frame &frame);
  MaybeNumber arithmetic(const clang::Expr *expr, const Frame &frame,
                         bool isPart);
  MaybeNumber exact(const clang::Expr *expr, const Frame &frame, bool isPart);
  MaybeNumber ofBinary(const clang::Expr *expr, const Frame &frame,
                       bool isPart);
  MaybeNumber ofCast(const clang::Expr *expr, const Frame &frame, bool isPart);
  MaybeNumber valueOf(const clang::Expr *expr, const Frame &frame);
  MaybeNumber initial(const clang::Expr *value, clang::QualType type,
                      const Frame &frame);
  MaybeNumber valueOfCall(const clang::Expr *expr, const Frame &frame);
  MaybeNumber distance(const clang::Expr *from, const clang::Expr *to,
                       const Frame &frame);
  MaybeNumber innerVariable(const clang::ForStmt *loop, const clang::Expr *use,
                            const Frame &frame);
  MaybeNumber bound(const clang::Expr *expr, const Frame &frame);
  MaybeNumber headerBound(const clang::Expr *expr);
  std::vector<Number> limits(const clang::Expr *expr, bool up,
                             const Frame &frame, bool isAnnotated);
  MaybeNumber end(const CountingHeader &header, const Number &first, bool up,
                  const Frame &frame, bool isAnnotated);
  std::optional<Range> rangeOf(const clang::ForStmt *loop,
                               const clang::ValueDecl *variable,
                               const Frame &frame);
  void readIteration();
  void readElements(const clang::Expr *range);
  bool readIntegers(const clang::Expr *range);
  bool readIterations(const MaybeNumber &count);
  Number valueBefore(const clang::ValueDecl *variable);
  void readSteps();
  const Induction *inductionOf(const clang::ValueDecl *variable) const;
  MaybeNumber stepsOf(const Induction &induction) const;
  MaybeNumber firstOf(const Induction &induction);
  MaybePath firstTargetOf(const Induction &induction, unsigned depth);
  MaybeNumber valueOfInduction(const Induction &induction);
  MaybePath targetOfInduction(const Induction &induction, unsigned depth);
  MaybePath targetInList(unsigned depth);
  MaybeNumber widthOf(const Induction &induction, const clang::Expr *bound);
  bool namesStepped(const clang::Stmt *statement) const;

  MaybeNumber invariant(const Path &path, bool size, const Frame &frame);
  bool stays(const Path &path, bool size, const Frame &frame);
  bool changesElementOnly(const Change &change, const Path &path);
  Symbol symbolFor(const std::string &key);

  clang::ASTContext &context_;
  const clang::Stmt *loop_;
  const LoopShape &shape_;
  const clang::VarDecl *variable_; ///< Null where iterations are counted.
  Frames &frames_;
  std::vector<Known> symbols_;
  std::map<std::string, Symbol> invariants_;
  std::map<InnerLoop, Form> inner_;
  std::optional<Form> step_; ///< Of the annotated loop.
  MaybeNumber firstElement_; ///< Of a range of consecutive integers.
  const bool relative_;
  bool boundsSubscripts_ = false;
  bool bounds_ = false; ///< A subscript is being read.
  bool looksAtChange_ = false; ///< changesElementOnly() asks.
};

} // namespace paraloop

#endif
