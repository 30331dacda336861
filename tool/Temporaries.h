// Temporaries.h: is an outside object wholly assigned before it is read, in
// every iteration?
//
// In: a loop with its effects, and an object that its body changes. Out: yes,
// and whether somebody reads the object after the loop; or no, with the read
// that may see what another iteration left.
//
//     for (...) { t = f(i); if (t > 0) use(t); }     t is a temporary
//     for (...) { if (c(i)) t = f(i); use(t); }      t is not

#ifndef PARALOOP_TOOL_TEMPORARIES_H
#define PARALOOP_TOOL_TEMPORARIES_H

#include "Callees.h"
#include "Effects.h"
#include "Statements.h"

#include <memory>
#include <string>
#include <variant>

namespace clang {
class ASTContext;
} // namespace clang

namespace paraloop {

struct Temporary {
  bool liveAfter = true; ///< Somebody may read what the loop leaves.
};

struct NotTemporary {
  clang::SourceLocation read;     ///< What may see an old value; or invalid.
  clang::SourceLocation assigned; ///< An assignment that doesn't help; or
                                  ///< invalid.
  std::string reason;             ///< Why it doesn't, for a note; or empty.
};

/// TemporaryQuestion is the loop. All that it names must outlive Temporaries.
struct TemporaryQuestion {
  clang::ASTContext &context;
  const clang::FunctionDecl *function; ///< That the loop stands in, or null.
  const clang::Stmt *loop;
  const clang::Stmt *body;
  const Scope &scope;
  const Statements &statements;
  const Effects &effects; ///< Of the whole loop, leaving statements too.
  llvm::ArrayRef<const clang::Stmt *> leaving; ///< What no worker runs.
  Callees &callees;
};

class Temporaries {
public:
  explicit Temporaries(const TemporaryQuestion &question);
  ~Temporaries();

  /// judge() answers for one object that a Change of the body names.
  std::variant<Temporary, NotTemporary> judge(const Object &changed);

private:
  class Judge;
  std::unique_ptr<Judge> judge_;
};

} // namespace paraloop

#endif
