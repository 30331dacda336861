// Meanings.cpp: looks for #define and #undef in the text, and for using
// declarations in the tree.

#include "Meanings.h"

#include "SourceText.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/SmallVector.h"

#include <optional>

using namespace clang;

namespace paraloop {
namespace {

bool definesMacro(llvm::StringRef line) {
  line = line.ltrim();
  return line.consume_front("#") && (line.ltrim().starts_with("define") ||
                                     line.ltrim().starts_with("undef"));
}

void checkMacros(const Stmt *body, const std::string &written,
                 Refusals &refusals) {
  llvm::SmallVector<llvm::StringRef, 64> lines;
  llvm::StringRef(written).split(lines, '\n');
  for (llvm::StringRef line : lines)
    if (definesMacro(line))
      refusals.add({RefusalId::UnsupportedStatement,
                    body->getBeginLoc(),
                    {"a macro that is defined in the body"}});
}

void checkNames(const Stmt *statement, Refusals &refusals) {
  if (const auto *declaration = llvm::dyn_cast<DeclStmt>(statement))
    for (const Decl *one : declaration->decls())
      if (llvm::isa<UsingDecl, UsingDirectiveDecl, NamespaceAliasDecl>(one))
        refusals.add({RefusalId::UnsupportedStatement,
                      one->getLocation(),
                      {"a using declaration or namespace alias in the body"}});
  for (const Stmt *child : statement->children())
    if (child && !llvm::isa<LambdaExpr>(child))
      checkNames(child, refusals);
}

} // namespace

void checkMeanings(const Stmt *body, const ASTContext &context,
                   Refusals &refusals) {
  const std::optional<TextRange> range = statementRange(body, context);
  if (!range)
    return;
  checkMacros(body, text(*range, context), refusals);
  checkNames(body, refusals);
}

} // namespace paraloop
