// Objects.cpp: names of objects, and how they overlap.

#include "Objects.h"

#include "clang/AST/Decl.h"
#include "clang/AST/DeclCXX.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {

const ValueDecl *oneDeclaration(const ValueDecl *name) {
  const auto *variable = llvm::dyn_cast_or_null<VarDecl>(name);
  if (!variable)
    return name;
  const VarDecl *first = variable->getCanonicalDecl();
  return first->getType()->isIncompleteArrayType()
             ? variable->getMostRecentDecl()
             : first;
}

Object Object::of(Kind kind, const ValueDecl *variable) {
  Object made;
  made.kind = kind;
  made.variable = oneDeclaration(variable);
  return made;
}

std::string Object::describe() const {
  if (kind == Kind::Stream)
    return variable ? variable->getNameAsString() : "standard output";
  if (kind == Kind::Unknown)
    return "an object that can't be told at build time";
  std::string text = variable ? variable->getNameAsString() : "this";
  if (!variable && path.empty())
    return "*this";
  if (kind == Kind::Pointee && path.empty())
    return "*" + text;
  bool throughPointer = kind == Kind::Pointee || !variable;
  for (const FieldDecl *field : path) {
    if (field->isAnonymousStructOrUnion())
      continue;
    text += (throughPointer ? "->" : ".") + field->getNameAsString();
    throughPointer = false;
  }
  return text;
}

QualType typeOf(const Object &object) {
  if (!object.path.empty())
    return object.path.back()->getType();
  return object.variable ? object.variable->getType() : QualType();
}

bool isLocalVariable(const Object &object) {
  const auto *variable = llvm::dyn_cast_or_null<VarDecl>(object.variable);
  return (variable && variable->hasLocalStorage()) ||
         llvm::isa_and_nonnull<BindingDecl>(object.variable);
}

bool isReferenceName(const ValueDecl *name) {
  const auto *binding = llvm::dyn_cast<BindingDecl>(name);
  const ValueDecl *group = binding ? binding->getDecomposedDecl() : name;
  return group && group->getType()->isReferenceType();
}

bool isReference(const Object &object) {
  return !object.variable || isReferenceName(object.variable) ||
         (!object.path.empty() &&
          object.path.back()->getType()->isReferenceType());
}

std::string spelling(const Object &object) {
  std::string text =
      object.variable ? object.variable->getNameAsString() : "(*this)";
  for (const FieldDecl *field : object.path)
    if (!field->isAnonymousStructOrUnion())
      text += "." + field->getNameAsString();
  return text;
}

bool overlaps(const Object &a, const Object &b) {
  if (a.variable != b.variable || a.kind != b.kind)
    return false;
  const std::size_t common = std::min(a.path.size(), b.path.size());
  return std::equal(a.path.begin(), a.path.begin() + common, b.path.begin());
}

void join(Objects &into, const Objects &more) {
  for (const Object &one : more)
    if (!llvm::is_contained(into, one))
      into.push_back(one);
}

Objects throughOneMorePointer(Objects objects) {
  for (Object &one : objects) {
    if (one.kind == Object::Kind::Local)
      one.kind = Object::Kind::LocalIndirect;
    if (one.kind == Object::Kind::Pointee)
      one.indirect = true;
    if (one.kind == Object::Kind::Outside)
      one.kind = Object::Kind::Pointee;
  }
  return objects;
}

Objects withAllBehind(Objects first, const Objects &second) {
  const auto isAmong = [](const Objects &all, const Object &one) {
    return llvm::is_contained(all, one);
  };
  if (llvm::all_of(second,
                   [&](const Object &one) { return isAmong(first, one); }))
    return first; // `p = p + 1`
  Objects all;
  for (const Object &one : first)
    if (one.kind != Object::Kind::Pointee && !isAmong(all, one))
      all.push_back(one);
  for (Object &one : throughOneMorePointer(first)) {
    one.indirect |= one.kind == Object::Kind::Pointee;
    if (!isAmong(all, one))
      all.push_back(std::move(one));
  }
  for (const Object &one : second)
    if (llvm::none_of(all, [&](const Object &known) {
          return overlaps(known, one) && known.path.size() <= one.path.size();
        }))
      return {Object()};
  return all;
}

} // namespace paraloop
