// Invariants.cpp: the part of PathReader that knows which values stay while the
// loop runs, and how to write them down before it.

#include "Callees.h"
#include "PathTypes.h"
#include "Paths.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace clang;

namespace paraloop {
namespace {

using Kind = Step::Kind;

/// A path of fields only, through raw pointers (each with the element that it
/// points to) or references.
bool isPlainPath(const Path &path) {
  for (std::size_t index = 0; index < path.steps.size(); ++index) {
    const Step &step = path.steps[index];
    if (step.kind == Kind::Field || step.kind == Kind::Follow)
      continue;
    const bool afterPointer =
        index > 0 && path.steps[index - 1].kind == Kind::Follow;
    if (step.kind != Kind::Element || !afterPointer || !step.index ||
        !step.index->form.isZero())
      return false;
  }
  return true;
}

bool isMadeInside(const ValueDecl *root, const Frame &frame) {
  for (const Frame *at = &frame; at; at = at->outer)
    if (at->scope->contains(root) || at->scope->hasParameter(root))
      return true;
  return false;
}

/// fieldsOf() is the path as Effects notes it.
llvm::SmallVector<const FieldDecl *, 4> fieldsOf(const Path &path) {
  llvm::SmallVector<const FieldDecl *, 4> fields;
  for (const Step &step : path.steps)
    if (step.kind == Kind::Field)
      fields.push_back(step.field);
  return fields;
}

bool meets(const Object &object, const Path &path) {
  const bool followed = llvm::any_of(
      path.steps, [](const Step &step) { return step.kind == Kind::Follow; });
  if (object.kind == Object::Kind::Unknown)
    return true;
  if (!object.isOutside() || object.variable != path.root ||
      (object.kind == Object::Kind::Pointee && !followed))
    return false;
  const auto fields = fieldsOf(path);
  const std::size_t common = std::min(fields.size(), object.path.size());
  return std::equal(fields.begin(), fields.begin() + common,
                    object.path.begin());
}

/// onlyElsewhere() returns true if a method in sight changes other fields of
/// its object than the path's.
bool onlyElsewhere(const Change &change, const Object &object, const Path &path,
                   Callees &callees) {
  const FunctionDecl *callee = calleeOf(change.node);
  const Summary *summary = callee && callee->getNameAsString() == change.callee
                               ? callees.summary(callee)
                               : nullptr;
  if (!summary || object.kind != Object::Kind::Outside)
    return false;
  return llvm::all_of(summary->changes, [&](const OutsideEffect &effect) {
    if (effect.object.variable || effect.object.kind == Object::Kind::Unknown)
      return false;
    Object whole = object;
    whole.path.append(effect.object.path.begin(), effect.object.path.end());
    return !meets(whole, path);
  });
}

/// returnsCopy() returns true for a method whose result is an object of its
/// own, with elements of its own.
bool returnsCopy(const CXXMethodDecl *method) {
  return method->getReturnType()->isRecordType() &&
         !isPointerLike(method->getReturnType());
}

/// getterOf() returns a public method that returns the field, or null.
const CXXMethodDecl *getterOf(const FieldDecl *field) {
  const auto *record = llvm::dyn_cast<CXXRecordDecl>(field->getParent());
  for (const CXXMethodDecl *method :
       record ? record->methods() : CXXRecordDecl::method_range({}, {})) {
    const auto *body = llvm::dyn_cast_or_null<CompoundStmt>(method->getBody());
    if (!method->isConst() || method->getNumParams() > 0 ||
        method->isVirtual() || method->getAccess() != AS_public || !body ||
        body->size() != 1 || !method->getDeclName().isIdentifier() ||
        returnsCopy(method))
      continue;
    const auto *result = llvm::dyn_cast<ReturnStmt>(body->body_front());
    const auto *member = llvm::dyn_cast_or_null<MemberExpr>(
        result && result->getRetValue()
            ? result->getRetValue()->IgnoreParenImpCasts()
            : nullptr);
    if (member && member->getMemberDecl() == field &&
        llvm::isa<CXXThisExpr>(member->getBase()->IgnoreParenImpCasts()))
      return method;
  }
  return nullptr;
}

/// Writer spells a path before the loop.
class Writer {
public:
  /// `isNamedInLoop`: all of the path stands in the loop as the user wrote it.
  explicit Writer(bool isNamedInLoop) : isNamedInLoop_(isNamedInLoop) {}

  bool write(const Path &path) {
    text = path.root ? nameOf(path.root) : "this";
    if (text.empty())
      return false;
    const char *joint = path.root ? "." : "->";
    self_ = path.self;
    last_ = path.root ? path.root->getType() : QualType();
    bool inPart = false; // Of a tuple, say: a field of that has no name here.
    for (const Step &step : path.steps) {
      if (inPart && step.kind != Kind::Part)
        return false;
      inPart = step.kind == Kind::Part;
      if (step.kind == Kind::Field && !addField(step.field, joint))
        return false;
      if (step.kind == Kind::Follow || step.kind == Kind::Own) {
        dereference(joint);
        joint = follow();
      }
      if (!joint)
        return false;
      if (step.kind == Kind::Field)
        joint = ".";
    }
    dereference(joint);
    return !text.empty();
  }

  std::string text;
  std::string guard;

private:
  /// What the user names in the loop is in sight before it.
  std::string nameOf(const ValueDecl *root) const {
    const auto *variable = llvm::dyn_cast<VarDecl>(root);
    if (!variable || variable->isLocalVarDeclOrParm() || isNamedInLoop_)
      return root->getNameAsString();
    PrintingPolicy policy(root->getASTContext().getLangOpts());
    policy.SuppressUnwrittenScope = true; // "(anonymous namespace)"
    std::string name;
    llvm::raw_string_ostream stream(name);
    root->printQualifiedName(stream, policy);
    return stream.str().find('(') == std::string::npos ? "::" + name : "";
  }

  bool addField(const FieldDecl *field, const char *joint) {
    const CXXRecordDecl *holder =
        last_.isNull() ? self_
                       : last_.getNonReferenceType()->getAsCXXRecordDecl();
    last_ = field->getType();
    if (!keepsItsAccess(field, holder))
      return false;
    if (isOpen(field, holder)) {
      text += joint + field->getNameAsString();
      return !text.empty();
    }
    const CXXMethodDecl *getter = getterOf(field);
    if (getter)
      text += joint + getter->getNameAsString() + "()";
    return getter;
  }

  /// keepsItsAccess() returns false for a field of a base class that isn't
  /// known to be a base where the loop stands.
  bool keepsItsAccess(const FieldDecl *field,
                      const CXXRecordDecl *holder) const {
    if (isNamedInLoop_ || !holder || holder == field->getParent() ||
        holder->getDefinition() == field->getParent())
      return true;
    if (holder != self_)
      return hasOnlyPublicBases(holder);
    return llvm::all_of(holder->bases(), [](const CXXBaseSpecifier &base) {
      const CXXRecordDecl *of = base.getType()->getAsCXXRecordDecl();
      return !of || !of->hasDefinition() || hasOnlyPublicBases(of);
    });
  }

  bool isOpen(const FieldDecl *field, const CXXRecordDecl *holder) const {
    switch (field->getAccess()) {
    case AS_public:
    case AS_none:
      return true;
    case AS_protected:
      if (self_ && holder == self_)
        return true;
      break;
    case AS_private:
      break;
    }
    return isNamedInLoop_ || (self_ && field->getParent() == self_);
  }

  /// dereference() makes `(*p)` of a `p` behind which no field was named.
  void dereference(llvm::StringRef joint) {
    if (joint == "->" && text != "this")
      text = "(*" + text + ")";
  }

  /// follow() returns null where that may not be done before the loop.
  const char *follow() {
    const QualType type = last_;
    if (type.isNull())
      return ".";
    if (!type.getNonReferenceType()->isPointerType() && !isSmartPointer(type))
      return isPointerLike(type) ? nullptr : "."; // An iterator may be the end.
    guard += (guard.empty() ? "" : " && ") + text + " != nullptr";
    last_ = targetTypeOf(type);
    return "->";
  }

  const bool isNamedInLoop_;
  const CXXRecordDecl *self_ = nullptr;
  QualType last_; ///< Of what was written last; null: of `*this`.
};

} // namespace

bool isPlainSubscript(const Number &number) {
  const auto &terms = number.form.terms();
  return number.needs.empty() && terms.size() == 1 &&
         terms.begin()->first.size() == 1 && terms.begin()->second == 1;
}

bool hasOnlyPublicBases(const CXXRecordDecl *record) {
  return llvm::all_of(record->bases(), [](const CXXBaseSpecifier &base) {
    const CXXRecordDecl *of = base.getType()->getAsCXXRecordDecl();
    return base.getAccessSpecifier() == AS_public &&
           (!of || !of->hasDefinition() ||
            hasOnlyPublicBases(of->getDefinition()));
  });
}

std::string nameInOthers(const FieldDecl *field) {
  if (field->getAccess() == AS_public || field->getAccess() == AS_none)
    return field->getNameAsString();
  const CXXMethodDecl *getter = getterOf(field);
  const bool isReference = getter && getter->getReturnType()->isReferenceType();
  return isReference ? getter->getNameAsString() + "()" : "";
}

std::optional<Spelling> spell(const Path &path, bool isNamedInLoop) {
  Writer writer(isNamedInLoop);
  if (fieldOfDerived(path) || !writer.write(path))
    return std::nullopt;
  return Spelling{std::move(writer.text), std::move(writer.guard)};
}

/// changesElementOnly() returns true for `v[i] = e`, which leaves v.size() as
/// it is. Of the place that it changes, no subscript matters: `*(v.end() - 1)`.
bool PathReader::changesElementOnly(const Change &change, const Path &path) {
  if (looksAtChange_)
    return false;
  const Expr *target = nullptr;
  if (const auto *binary = llvm::dyn_cast<BinaryOperator>(change.node))
    target = binary->getLHS();
  else if (const auto *unary = llvm::dyn_cast<UnaryOperator>(change.node))
    target = unary->getSubExpr();
  else if (const auto *call = llvm::dyn_cast<CXXOperatorCallExpr>(change.node);
           call && call->isAssignmentOp())
    target = call->getArg(0);
  looksAtChange_ = true;
  const MaybePath changed =
      target ? object(target, frames_.loop()) : std::nullopt;
  looksAtChange_ = false;
  return changed && changed->steps.size() > path.steps.size() &&
         changed->steps[path.steps.size()].kind == Kind::Element;
}

/// stays() returns true if the loop doesn't change the object, or not its
/// number of elements.
bool PathReader::stays(const Path &path, bool size, const Frame &frame) {
  if (isMadeInside(path.root, frame))
    return false;
  const auto touchedBy = [&](const Change &change) {
    return llvm::any_of(change.objects, [&](const Object &object) {
      return meets(object, path) &&
             !onlyElsewhere(change, object, path, frames_.callees());
    });
  };
  return llvm::none_of(
      frames_.loop().effects->changes, [&](const Change &change) {
        return touchedBy(change) && !(size && changesElementOnly(change, path));
      });
}

std::optional<Number> PathReader::invariant(const Path &path, bool size,
                                            const Frame &frame) {
  if (!isPlainPath(path) || !stays(path, size, frame))
    return std::nullopt;
  std::string key = size ? "size" : "value";
  llvm::raw_string_ostream out(key);
  out << ' ' << static_cast<const void *>(path.root);
  for (const Step &step : path.steps)
    out << ' ' << static_cast<int>(step.kind) << ' '
        << static_cast<const void *>(step.field);
  const Symbol symbol = symbolFor(out.str());
  Known &known = symbols_[symbol];
  const auto spelling =
      known.text.empty() ? spell(path, !frame.function) : std::nullopt;
  if (spelling) {
    known.text = spelling->text + (size ? ".size()" : "");
    known.guard = spelling->guard;
  }
  return Number{Form::symbol(symbol), {}};
}

} // namespace paraloop
