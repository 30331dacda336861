// Callees.h: what a function does to things that are not its own.
//
// In: a function. Out: a summary in the function's own terms (its parameters,
// `*this`, globals), worked out once from its body where the body is in sight.
// Effects.cpp carries a summary over to a call.

#ifndef PARALOOP_TOOL_CALLEES_H
#define PARALOOP_TOOL_CALLEES_H

#include "IndirectTargets.h"
#include "Objects.h"
#include "Overriders.h"
#include "Plan.h"
#include "PointerCasts.h"
#include "TypeErasure.h"

#include "clang/Basic/SourceLocation.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace paraloop {

/// OutsideEffect is one object that a function changes or reads, and where.
struct OutsideEffect {
  Object object; ///< Outside or Pointee of a parameter, of `*this` or of a
                 ///< global; or Unknown.
  clang::SourceLocation where;
  bool asksForSize = false;      ///< Of a read: see Mention.
  std::optional<Fold> fold = {}; ///< See Change and Mention.
  bool onlyHandedOn = false;     ///< See Mention.
};

/// Hidden is a use of state that carries over from call to call.
struct Hidden {
  std::string what;
  clang::SourceLocation where;
  const clang::Type *counted = nullptr; ///< See HiddenUse.
  const clang::Type *read = nullptr;    ///< See HiddenUse.
};

/// Summary is what a call of a function may do outside the function.
struct Summary {
  std::vector<OutsideEffect> changes;
  std::vector<OutsideEffect> reads;
  std::vector<OutsideEffect> handedReads; ///< See Effects.
  std::vector<PointerCast> casts;
  std::vector<Hidden> hidden;
  std::string buffers; ///< That it overwrites: see staticBuffers().
  Objects returned;    ///< What a returned reference or pointer refers to.
  bool callsUnseenUserCode =
      false;             ///< Some callee of the user's has no body in sight.
  bool mayThrow = false; ///< Something else than bad_alloc.
  bool mayEnd = false;   ///< May end the program: abort(), an assertion.
  bool prints = false;   ///< Writes to standard output or standard error.
};

/// isContained() returns true for a function that changes nothing but its own
/// object and that the parent can therefore call in a worker's place.
bool isContained(const Summary &summary);

/// Callees keeps the summaries of one translation unit.
class Callees {
public:
  explicit Callees(clang::ASTContext &context);
  ~Callees();

  /// summary() returns null where the body is out of sight or belongs to the
  /// system, and for a virtual method in place of which another may run.
  const Summary *summary(const clang::FunctionDecl *function);

  /// summaryOfBody() returns the summary of this very function.
  const Summary *summaryOfBody(const clang::FunctionDecl *function);

  /// summaryOfDefault() returns what computing a default argument of the
  /// function does.
  Summary summaryOfDefault(const clang::FunctionDecl *function,
                           const clang::Expr *argument);

  /// ownsItsTarget() returns true for a private pointer that the methods of its
  /// class only set to new memory, or to what the same pointer of another
  /// object of the class owned.
  bool ownsItsTarget(const clang::FieldDecl *field);

  /// ownsTargets() returns true if there are pointers on the way to the object,
  /// and each of them is one that ownsItsTarget().
  bool ownsTargets(const Object &object);

  Overriders &overriders() { return overriders_; }
  IndirectTargets &indirectTargets() { return indirectTargets_; }
  TypeErasure &typeErasure() { return typeErasure_; }

private:
  std::unique_ptr<Summary> summarise(const clang::FunctionDecl *function,
                                     const clang::Stmt *body);

  const Summary *summariseNow(const clang::FunctionDecl *definition,
                              const clang::Stmt *body);

  static constexpr unsigned noDepth = ~0U;
  llvm::DenseMap<const clang::FunctionDecl *, std::unique_ptr<Summary>>
      summaries_;
  Overriders overriders_;
  IndirectTargets indirectTargets_;
  TypeErasure typeErasure_;
  llvm::DenseMap<const clang::FieldDecl *, bool> owning_;
  llvm::DenseMap<const clang::FunctionDecl *, unsigned>
      running_; ///< With the depth of the call.
  std::vector<std::unique_ptr<Summary>>
      incomplete_; ///< Parts of a recursion that still runs.
  unsigned outermostReached_ = noDepth; ///< The outermost running function that
                                        ///< the current one calls back.
  unsigned depth_ = 0;
};

} // namespace paraloop

#endif
