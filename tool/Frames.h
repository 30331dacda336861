// Frames.h: the code under analysis, and the functions that it calls, each with
// the arguments of that call.
//
// In: the loop; calls of functions whose bodies are in sight. Out: frames, in
// which a parameter can be followed to what it stands for.

#ifndef PARALOOP_TOOL_FRAMES_H
#define PARALOOP_TOOL_FRAMES_H

#include "Effects.h"
#include "Statements.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"

#include <map>
#include <memory>
#include <tuple>
#include <vector>

namespace clang {
class CXXConstructExpr;
class CXXMethodDecl;
class ParmVarDecl;
} // namespace clang

namespace paraloop {

/// Frame is the loop itself, or the body of a function as one call runs it.
struct Frame {
  const Scope *scope = nullptr;
  const Statements *statements = nullptr;
  const Effects *effects = nullptr;
  const clang::FunctionDecl *function = nullptr; ///< Null: the loop itself.
  llvm::ArrayRef<const clang::Expr *> arguments;
  const clang::Expr *self = nullptr; ///< The object of a method; or null.
  const clang::Expr *call = nullptr;
  const Frame *outer = nullptr; ///< Where the call stands.
  unsigned depth = 0;

  /// argumentOf() returns what a parameter of the function stands for, or null.
  const clang::Expr *argumentOf(const clang::ValueDecl *parameter) const;

  /// changes() returns true if a variable of the frame gets a value more than
  /// once.
  bool changes(const clang::ValueDecl *variable) const;
};

/// calleeOf() returns the function that a call or construction runs, or null.
const clang::FunctionDecl *calleeOf(const clang::Expr *call);

/// Frames owns the frames of one loop.
class Frames {
public:
  Frames(Frame loop, Callees &callees) : callees_(callees) {
    loop_ = std::move(loop);
  }

  const Frame &loop() const { return loop_; }
  Callees &callees() const { return callees_; }

  /// enter() returns the frame of a call, or null where the body that will run
  /// isn't in sight, or calls go too deep.
  const Frame *enter(const clang::Expr *call, const Frame &outer);

  /// enterAny() returns the frames of all functions that a call may run, which
  /// are several for a virtual one; none where it could be another one, too.
  std::vector<const Frame *> enterAny(const clang::Expr *call,
                                      const Frame &outer);

private:
  struct Body {
    Body(const clang::FunctionDecl *function, Callees &callees);
    Scope scope;
    Statements statements;
    Effects effects;
  };

  std::vector<const clang::CXXMethodDecl *>
  overridersFor(const clang::Expr *call) const;
  const Frame *enterBody(const clang::FunctionDecl *definition,
                         const clang::Expr *call, const Frame &outer);

  Callees &callees_;
  Frame loop_;
  llvm::DenseMap<const clang::FunctionDecl *, std::unique_ptr<Body>> bodies_;
  std::map<std::tuple<const clang::Expr *, const Frame *,
                      const clang::FunctionDecl *>,
           std::unique_ptr<Frame>>
      entered_;
};

/// returnedOnly() returns the expression that a function returns if its body is
/// one return statement, assertions left out; or null.
const clang::Expr *returnedOnly(const Frame &frame);

} // namespace paraloop

#endif
