// LoopNames.cpp: one walk from the outermost function down to the loop; what is
// declared on the way is in sight there.

#include "LoopNames.h"

#include "EnclosingFunctions.h"
#include "Paths.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace clang;

namespace paraloop {
namespace {

/// Way finds the innermost variable of a name that is in sight where the loop
/// starts, of those that functions declare.
class Way {
public:
  Way(llvm::StringRef name, const Stmt *loop) : name_(name), loop_(loop) {}

  void addParameters(const FunctionDecl *function) {
    for (const ParmVarDecl *parameter : function->parameters())
      add(parameter);
  }

  /// leadsTo() returns true if the loop is in the statement, and then adds what
  /// is declared before it.
  bool leadsTo(const Stmt *statement) {
    const ValueDecl *const outer = found;
    if (const auto *lambda = llvm::dyn_cast<LambdaExpr>(statement)) {
      for (const LambdaCapture &capture : lambda->captures())
        if (capture.capturesVariable())
          add(capture.getCapturedVar());
      addParameters(lambda->getCallOperator());
    }
    for (const Stmt *child : statement->children()) {
      if (!child)
        continue;
      if (const auto *declared = llvm::dyn_cast<DeclStmt>(child))
        addAll(declared);
      if (statement != loop_ && leadsTo(child))
        return true;
    }
    if (statement == loop_)
      return true;
    found = outer;
    return false;
  }

  const ValueDecl *found = nullptr;

private:
  void addAll(const DeclStmt *statement) {
    for (const Decl *one : statement->decls()) {
      if (const auto *group = llvm::dyn_cast<DecompositionDecl>(one))
        for (const BindingDecl *binding : group->bindings())
          add(binding);
      else if (const auto *variable = llvm::dyn_cast<ValueDecl>(one))
        add(variable);
    }
  }

  void add(const ValueDecl *variable) {
    if (variable->getDeclName().isIdentifier() && variable->getName() == name_)
      found = variable;
  }

  const llvm::StringRef name_;
  const Stmt *loop_;
};

/// localInSight() returns the variable of a function that the name means, or
/// null.
const ValueDecl *localInSight(llvm::StringRef name, const LoopFacts &facts) {
  const auto functions = enclosingFunctions(facts.function);
  auto outermost = functions.begin();
  while (outermost != functions.end() && isOfLambda(*outermost) &&
         std::next(outermost) != functions.end())
    ++outermost;
  if (outermost == functions.end() || !(*outermost)->getBody())
    return nullptr;
  Way way(name, facts.loop);
  way.addParameters(*outermost);
  return way.leadsTo((*outermost)->getBody()) ? way.found : nullptr;
}

bool hasMember(const CXXRecordDecl *record, DeclarationName name) {
  return !record->lookup(name).empty() ||
         (record->hasDefinition() &&
          llvm::any_of(record->bases(), [&](const CXXBaseSpecifier &base) {
            const CXXRecordDecl *of = base.getType()->getAsCXXRecordDecl();
            return !of || hasMember(of, name);
          }));
}

/// isPlainInSight() returns true for a variable of the function's own namespace
/// that no member of a class around hides.
bool isPlainInSight(const ValueDecl *variable, const LoopFacts &facts) {
  const DeclContext *home = variable->getDeclContext()->getRedeclContext();
  for (const DeclContext *at = facts.function; at; at = at->getParent()) {
    const auto *record = llvm::dyn_cast<CXXRecordDecl>(at);
    if (record && home->Equals(record))
      return true;
    if (record && hasMember(record, variable->getDeclName()))
      return false;
    if (at->isFileContext())
      return at->getRedeclContext()->Equals(home);
  }
  return false;
}

std::optional<std::string> qualifiedName(const ValueDecl *variable) {
  PrintingPolicy policy(variable->getASTContext().getLangOpts());
  policy.SuppressUnwrittenScope = true; // "(anonymous namespace)"
  std::string name;
  llvm::raw_string_ostream stream(name);
  variable->printQualifiedName(stream, policy);
  return name.find('(') == std::string::npos ? std::optional("::" + name)
                                             : std::nullopt;
}

/// hasAddress() returns false for what lies in an object of `type` by way of an
/// element, for a bit-field and for a packed field.
bool hasAddress(QualType type, const FieldDecl *field) {
  const CXXRecordDecl *record =
      type.isNull() ? nullptr
                    : type.getNonReferenceType()->getAsCXXRecordDecl();
  const auto *owner = llvm::dyn_cast<CXXRecordDecl>(field->getParent());
  const bool isField =
      !record || !owner || record == owner ||
      (record->hasDefinition() && record->isDerivedFrom(owner));
  const bool isArray = !type.isNull() && !record;
  return isField && !isArray && !field->isBitField() &&
         !field->hasAttr<PackedAttr>() &&
         !field->getParent()->hasAttr<PackedAttr>();
}

/// mayName() returns true where a function may name a field of an object of
/// `type`.
bool mayName(const FunctionDecl *function, QualType type,
             const FieldDecl *field) {
  const auto *owner = llvm::dyn_cast<CXXRecordDecl>(field->getParent());
  if (!owner || isMemberOf(function, owner))
    return true;
  const CXXRecordDecl *record =
      type.isNull() ? nullptr
                    : type.getNonReferenceType()->getAsCXXRecordDecl();
  const bool isInherited = record && record->getDefinition() != owner;
  const bool isOpen =
      field->getAccess() == AS_public || field->getAccess() == AS_none;
  return isOpen && (!isInherited || hasOnlyPublicBases(record));
}

} // namespace

std::optional<std::string> nameBeforeLoop(const ValueDecl *variable,
                                          const LoopFacts &facts) {
  const std::string name = variable->getNameAsString();
  const ValueDecl *local = localInSight(name, facts);
  const auto *named = llvm::dyn_cast<VarDecl>(variable);
  const bool isLocal = !named || named->isLocalVarDeclOrParm();
  if (isLocal) // What no function on the way declares, hides nothing.
    return !local || local == variable ? std::optional(name) : std::nullopt;
  if (!local && isPlainInSight(variable, facts))
    return name;
  const auto *record =
      llvm::dyn_cast<CXXRecordDecl>(variable->getDeclContext());
  if (record && variable->getAccess() != AS_public &&
      !isMemberOf(facts.function, record))
    return std::nullopt;
  return qualifiedName(variable);
}

bool hasNameBeforeLoop(const Object &object, const LoopFacts &facts) {
  const auto *variable = llvm::dyn_cast_or_null<VarDecl>(object.variable);
  return !object.variable ||
         ((!variable || hasNameIn(variable, facts.function)) &&
          nameBeforeLoop(object.variable, facts));
}

std::string spelledBeforeLoop(const Object &object, const LoopFacts &facts) {
  std::string text = spelling(object);
  if (!object.variable)
    return text;
  const std::optional<std::string> name =
      nameBeforeLoop(object.variable, facts);
  return name ? *name + text.substr(object.variable->getNameAsString().size())
              : text;
}

Named withAddress(const Object &object, const FunctionDecl *function) {
  Named made{object};
  made.object.path.clear();
  QualType type = object.variable ? object.variable->getType() : QualType();
  for (const FieldDecl *field : object.path) {
    if (!hasAddress(type, field))
      break;
    made.isAround = !mayName(function, type, field);
    if (made.isAround)
      break;
    made.object.path.push_back(field);
    type = field->getType();
  }
  return made;
}

} // namespace paraloop
