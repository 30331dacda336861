// Reseating.h: does a reference from before a loop still stand for the
// expression that it was made from?
//
// In: the reference. Out: its initializer, or null where that may designate
// something else by now (the pointer that it went through was moved on, the
// container was swapped), or never had a name: then the reference is an object
// of its own, whose address is compared when the loop starts.
//
//     int &r = *p;
//     p = other;       // r isn't *p any more

#ifndef PARALOOP_TOOL_RESEATING_H
#define PARALOOP_TOOL_RESEATING_H

namespace clang {
class CXXConstructExpr;
class Expr;
class FieldDecl;
class VarDecl;
} // namespace clang

namespace paraloop {

/// standsFor() returns the expression that a local reference (or the group of
/// structured bindings that is one) stands for as long as it lives; or null.
const clang::Expr *standsFor(const clang::VarDecl *reference);

/// referentOf() returns what the reference `field` of a local object stands
/// for: the variable, or the field of one, that the object was made with; or
/// null.
///
///     struct Add { long &sum; } add{total};       add.sum stands for total
const clang::Expr *referentOf(const clang::VarDecl *object,
                              const clang::FieldDecl *field);

/// referentIn() is referentOf() for an expression that names the object.
const clang::Expr *referentIn(const clang::Expr *object,
                              const clang::FieldDecl *field);

/// targetOf() returns what the pointer `field` of a local object refers to as
/// long as the object lives: the variable, or the field of one, whose address
/// the object was made with; or null.
///
///     struct Sink { long *sum; }; const Sink sink{&total};
const clang::Expr *targetOf(const clang::VarDecl *object,
                            const clang::FieldDecl *field);

/// targetIn() is targetOf() for an expression that names the object.
const clang::Expr *targetIn(const clang::Expr *object,
                            const clang::FieldDecl *field);

/// boundBy() returns what a constructor binds a reference field to, or what it
/// lets a pointer refer to; or null.
const clang::Expr *boundBy(const clang::CXXConstructExpr *made,
                           const clang::FieldDecl *field);

} // namespace paraloop

#endif
