// Accesses.cpp: climbs from the name of an object to the operation that uses
// it, and looks at each change for what it assigns as a whole.

#include "Accesses.h"

#include "CallTerms.h"
#include "LibraryUses.h"
#include "StandardLibrary.h"
#include "TextUses.h"
#include "WholeObjects.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

/// Uses turns mentions and changes into accesses.
class Uses {
public:
  Uses(llvm::ArrayRef<Object> objects, const AccessContext &context)
      : objects_(objects), context_(context) {}

  std::vector<Access> run() {
    for (const Mention &mention : context_.effects.mentions)
      if (concerns(mention.object))
        addMention(mention);
    for (const Change &change : context_.effects.changes)
      if (llvm::any_of(change.objects,
                       [&](const Object &one) { return concerns(one); }))
        addChange(change);
    return std::move(accesses_);
  }

private:
  enum class Step { Climb, Read, Text, Extent, History, Store, Nothing };

  bool concerns(const Object &object) const {
    return llvm::any_of(
        objects_, [&](const Object &one) { return overlaps(one, object); });
  }

  void addMention(const Mention &mention) {
    if (!mention.callee.empty())
      return addReadByCallee(mention);
    Access access;
    access.at = mention.expr;
    access.object = mention.object;
    access.where = mention.where;
    switch (climb(mention.expr, access)) {
    case Step::Nothing:
      return;
    case Step::Text:
      access.kind = Access::Kind::ReadText;
      break;
    case Step::Extent:
      access.kind = Access::Kind::ReadExtent;
      break;
    case Step::History:
      access.kind = Access::Kind::ReadHistory;
      break;
    case Step::Store:
      if (access.subscripts.empty())
        return;
      access.kind = Access::Kind::StoreElement;
      break;
    case Step::Read:
    case Step::Climb:
      access.kind = access.subscripts.empty() ? Access::Kind::Read
                                              : Access::Kind::ReadElement;
    }
    accesses_.push_back(std::move(access));
  }

  void addReadByCallee(const Mention &mention) {
    const FunctionDecl *callee = functionRunBy(mention.expr);
    const std::optional<Object> inside =
        callee ? inTermsOf(callee, mention.expr, mention.object) : std::nullopt;
    const Step step =
        inside ? stepIntoCallee(callee, *inside, mention.expr) : Step::Read;
    if (step == Step::Nothing)
      return;
    accesses_.push_back(
        {step == Step::Read ? Access::Kind::Read : Access::Kind::ReadExtent,
         mention.expr,
         mention.object,
         {},
         mention.expr->getExprLoc()});
  }

  Step climb(const Expr *named, Access &access) {
    const Expr *at = named;
    if (isFilled(named))
      return Step::Extent;
    if (const auto *call = callAround(named);
        call && textAssignedBy(call) == named)
      return Step::Nothing;
    if (needsOnlyText(named, context_.statements))
      return Step::Text;
    if (access.object.kind == Object::Kind::Pointee) {
      at = targetThrough(named, access);
      if (!at) {
        access.subscripts.push_back(nullptr);
        return Step::Read;
      }
    } else if (isHidden(named)) {
      if (context_.behind)
        return Step::Read;
      at = dereferenced(named);
      if (!at)
        return Step::Extent; // Of a range-for loop's own machinery.
      access.subscripts.push_back(nullptr);
    }
    while (true) {
      const Stmt *around = context_.statements.parent(at);
      const auto *parent = llvm::dyn_cast_or_null<Expr>(around);
      const Step step =
          parent ? stepInto(parent, at, access) : stepOut(around, at);
      if (step != Step::Climb)
        return step;
      at = parent;
    }
  }

  /// `std::fill(v.begin(), v.end(), 0)` doesn't read v's elements.
  bool isFilled(const Expr *named) const {
    const Stmt *at = context_.statements.parent(named);
    for (; llvm::isa_and_nonnull<Expr>(at); at = context_.statements.parent(at))
      if (const auto *call = llvm::dyn_cast<CallExpr>(at))
        if (const Expr *filled = filledBy(call)) {
          const Object target = wholeObject(filled);
          const bool byBytes = filledByBytes(call);
          return target.kind == Object::Kind::Outside &&
                 wholeObject(named).variable == target.variable &&
                 context_.statements.isWithin(
                     named, {call->getArg(0), call->getArg(byBytes ? 0 : 1)});
        }
    return false;
  }

  /// The call that `named` is an argument of, or null.
  const CallExpr *callAround(const Expr *named) const {
    return llvm::dyn_cast_or_null<CallExpr>(aroundCasts(named));
  }

  /// The variables that the compiler makes for a range-for loop.
  static bool isHidden(const Expr *named) {
    const auto *name = llvm::dyn_cast<DeclRefExpr>(named);
    return name && llvm::isa<VarDecl>(name->getDecl()) &&
           name->getDecl()->isImplicit();
  }

  const Stmt *aroundCasts(const Expr *expr) const {
    const Stmt *parent = context_.statements.parent(expr);
    while (llvm::isa_and_nonnull<CastExpr, ParenExpr>(parent))
      parent = context_.statements.parent(parent);
    return parent;
  }

  /// `*p`, `p[i]` or `p->field` for the pointer p; null for any other use of
  /// it.
  const Expr *targetThrough(const Expr *pointer, Access &access) const {
    const Stmt *parent = aroundCasts(pointer);
    if (const auto *unary = llvm::dyn_cast_or_null<UnaryOperator>(parent))
      return unary->getOpcode() == UO_Deref ? unary : nullptr;
    if (const auto *member = llvm::dyn_cast_or_null<MemberExpr>(parent))
      return member;
    const auto *subscript = llvm::dyn_cast_or_null<ArraySubscriptExpr>(parent);
    if (!subscript || subscript->getBase()->IgnoreParenImpCasts() != pointer)
      return nullptr;
    access.subscripts.push_back(subscript->getIdx());
    return subscript;
  }

  const Expr *dereferenced(const Expr *named) const {
    const Stmt *parent = aroundCasts(named);
    if (const auto *unary = llvm::dyn_cast_or_null<UnaryOperator>(parent))
      return unary->getOpcode() == UO_Deref ? unary : nullptr;
    const auto *call = llvm::dyn_cast_or_null<CXXOperatorCallExpr>(parent);
    return call && call->getOperator() == OO_Star ? call : nullptr;
  }

  /// What a statement that isn't an expression does with an object that stands
  /// in it by itself.
  static Step stepOut(const Stmt *around, const Expr *at) {
    if (llvm::isa_and_nonnull<CompoundStmt, LabelStmt, SwitchCase>(around))
      return Step::Nothing;
    const auto *declaration = llvm::dyn_cast_or_null<DeclStmt>(around);
    if (!declaration)
      return Step::Read;
    for (const Decl *one : declaration->decls()) {
      const auto *variable = llvm::dyn_cast<VarDecl>(one);
      if (variable && variable->getInit() == at)
        // The uses of a reference are looked at one by one.
        return variable->getType()->isReferenceType() || variable->isImplicit()
                   ? Step::Nothing
                   : Step::Read;
    }
    return Step::Read;
  }

  Step stepInto(const Expr *parent, const Expr *at, Access &access) {
    if (llvm::isa<ParenExpr, ExprWithCleanups, MaterializeTemporaryExpr>(
            parent))
      return Step::Climb;
    if (const auto *cast = llvm::dyn_cast<CastExpr>(parent))
      return stepIntoCast(cast);
    if (const auto *subscript = llvm::dyn_cast<ArraySubscriptExpr>(parent)) {
      if (subscript->getBase() != at)
        return Step::Read;
      access.subscripts.push_back(subscript->getIdx());
      return Step::Climb;
    }
    if (const auto *unary = llvm::dyn_cast<UnaryOperator>(parent))
      return stepIntoUnary(unary, access);
    if (const auto *binary = llvm::dyn_cast<BinaryOperator>(parent))
      return stepIntoBinary(binary, at);
    if (const auto *member = llvm::dyn_cast<MemberExpr>(parent))
      return stepIntoMember(member, access);
    if (const auto *call = llvm::dyn_cast<CXXOperatorCallExpr>(parent))
      return stepIntoOperator(call, at, access);
    if (const auto *call = llvm::dyn_cast<CXXMemberCallExpr>(parent);
        call && call->getCallee() == at)
      return useBy(call->getMethodDecl()) == MethodUse::Element ? Step::Climb
                                                                : Step::Read;
    if (const auto *call = llvm::dyn_cast<CallExpr>(parent))
      return stepIntoCall(call, at);
    if (llvm::isa<LambdaExpr>(parent) && at->isGLValue())
      return Step::Nothing; // A capture by reference.
    return Step::Read;
  }

  static Step stepIntoCast(const CastExpr *cast) {
    switch (cast->getCastKind()) {
    case CK_NoOp:
    case CK_ArrayToPointerDecay:
    case CK_DerivedToBase:
    case CK_UncheckedDerivedToBase:
      return Step::Climb;
    case CK_ToVoid:
      return Step::Nothing;
    default:
      return Step::Read;
    }
  }

  Step stepIntoUnary(const UnaryOperator *unary, Access &access) const {
    if (unary->getOpcode() == UO_Deref) {
      access.subscripts.push_back(nullptr);
      return Step::Climb;
    }
    if (unary->getOpcode() != UO_AddrOf || !access.subscripts.empty())
      return Step::Read;
    const auto *call =
        llvm::dyn_cast_or_null<CallExpr>(context_.statements.parent(unary));
    return call ? stepIntoCall(call, unary) : Step::Read;
  }

  static Step stepIntoBinary(const BinaryOperator *binary, const Expr *at) {
    if (binary->getOpcode() == BO_Comma)
      return binary->getRHS() == at ? Step::Climb : Step::Nothing;
    return binary->getOpcode() == BO_Assign && binary->getLHS() == at
               ? Step::Store
               : Step::Read;
  }

  Step stepIntoMember(const MemberExpr *member, Access &access) const {
    const auto *method = llvm::dyn_cast<CXXMethodDecl>(member->getMemberDecl());
    if (!method)
      return Step::Climb; // A field of an element.
    switch (useBy(method)) {
    case MethodUse::Extent:
      return access.subscripts.empty() ? Step::Extent : Step::Read;
    case MethodUse::History:
      return Step::History;
    case MethodUse::Assign:
    case MethodUse::Resize:
      return access.subscripts.empty() ? Step::Nothing : Step::Store;
    case MethodUse::Element: {
      const auto *call =
          llvm::dyn_cast_or_null<CallExpr>(context_.statements.parent(member));
      if (!call)
        return Step::Read;
      access.subscripts.push_back(call->getArg(0));
      return Step::Climb;
    }
    case MethodUse::Other:
      break;
    }
    return isRangeMachinery(member) ? Step::Extent : Step::Read;
  }

  /// begin() and end() as a range-for loop calls them.
  static bool isRangeMachinery(const MemberExpr *member) {
    const auto *base =
        llvm::dyn_cast<DeclRefExpr>(member->getBase()->IgnoreParenImpCasts());
    return base && isHidden(base);
  }

  Step stepIntoOperator(const CXXOperatorCallExpr *call, const Expr *at,
                        Access &access) const {
    if (call->getArg(0) != at)
      return stepIntoCall(call, at);
    if (isElementOperator(call)) {
      access.subscripts.push_back(call->getArg(1));
      return Step::Climb;
    }
    return assignsByOperator(call) ? Step::Store : stepIntoCall(call, at);
  }

  Step stepIntoCall(const CallExpr *call, const Expr *at) const {
    if (extractedBy(call) == at)
      return Step::Nothing;
    if (isTie(call)) {
      const Stmt *around = context_.statements.parent(call);
      while (llvm::isa_and_nonnull<MaterializeTemporaryExpr, CastExpr>(around))
        around = context_.statements.parent(around);
      const auto *assignment =
          llvm::dyn_cast_or_null<CXXOperatorCallExpr>(around);
      return assignment && assignsByTie(assignment) &&
                     isTie(assignment->getArg(0)) &&
                     context_.statements.isWithin(at, {assignment->getArg(0)})
                 ? Step::Store
                 : Step::Read;
    }
    const FunctionDecl *callee = functionRunBy(call);
    const ParmVarDecl *parameter = parameterFor(call, at);
    if (!callee || !parameter ||
        wholeObject(targetOf(at)).kind != Object::Kind::Outside)
      return Step::Read;
    return stepIntoCallee(callee, formal(parameter), call);
  }

  /// A function may read an object, or only ask for the number of its elements;
  /// what it changes a part of keeps the rest as it was.
  Step stepIntoCallee(const FunctionDecl *callee, const Object &inside,
                      const Expr *call) const {
    const CalleeUse use = context_.callee(callee, inside);
    if (use.reads || (!use.assigns && isChangedBy(call)))
      return Step::Read;
    return use.readsExtent ? Step::Extent : Step::Nothing;
  }

  bool isChangedBy(const Expr *call) const {
    return llvm::any_of(context_.effects.changes, [&](const Change &change) {
      return change.node == call &&
             llvm::any_of(change.objects,
                          [&](const Object &one) { return concerns(one); });
    });
  }

  static bool assignsByTie(const CXXOperatorCallExpr *call) {
    const FunctionDecl *callee = call->getDirectCallee();
    return call->getOperator() == OO_Equal && callee && isStandard(callee);
  }

  void addChange(const Change &change) {
    if (change.moved || context_.statements.isInLambda(change.node) ||
        !isSequenced(change.node))
      return;
    if (const auto *binary = llvm::dyn_cast<BinaryOperator>(change.node)) {
      if (binary->getOpcode() == BO_Assign)
        addAssign(change, wholeObject(binary->getLHS()));
      return;
    }
    if (const auto *call = llvm::dyn_cast<CXXOperatorCallExpr>(change.node)) {
      if (isTie(call->getArg(0)) && assignsByTie(call))
        return addTie(change, call->getArg(0));
      if (assignsByOperator(call))
        return addAssign(change, wholeObject(call->getArg(0)));
    }
    if (const auto *call = llvm::dyn_cast<CXXMemberCallExpr>(change.node)) {
      const MethodUse use = useBy(call->getMethodDecl());
      const Expr *self = call->getImplicitObjectArgument();
      if (use == MethodUse::Assign || use == MethodUse::Resize)
        return addAssign(change, wholeObject(self->IgnoreParenImpCasts()),
                         use == MethodUse::Resize ? Access::Kind::AssignExtent
                                                  : Access::Kind::Assign);
    }
    if (const auto *call = llvm::dyn_cast<CallExpr>(change.node)) {
      if (const Expr *filled = filledBy(call))
        return addAssign(change, wholeObject(filled),
                         filled->getType()->isRecordType() &&
                                 filledByBytes(call)
                             ? Access::Kind::Assign
                             : Access::Kind::AssignElements);
      if (const Expr *text = textAssignedBy(call))
        return addAssign(change, wholeObject(text), Access::Kind::AssignText);
      if (const Expr *extracted = extractedBy(call))
        return addAssign(change, wholeObject(extracted),
                         Access::Kind::AssignIfTrue);
    }
    addAssignByCallee(change);
  }

  void addTie(const Change &change, const Expr *tie) {
    const auto *call = llvm::cast<CallExpr>(tie->IgnoreUnlessSpelledInSource());
    for (const Expr *argument : call->arguments())
      addAssign(change, wholeObject(argument));
  }

  void addAssignByCallee(const Change &change) {
    const FunctionDecl *callee = functionRunBy(change.node);
    if (!callee)
      return;
    const auto *call = llvm::cast<CallExpr>(change.node);
    const auto arguments = argumentsOf(call);
    for (std::size_t index = 0; index < arguments.size(); ++index) {
      const ParmVarDecl *parameter = parameterFor(call, arguments[index]);
      const Object actual = wholeObject(targetOf(arguments[index]));
      if (parameter && actual.kind == Object::Kind::Outside && concerns(actual))
        addAssignBy(context_.callee(callee, formal(parameter)), change, actual);
    }
    for (const Object &object : objects_)
      if (const auto inside = inTermsOf(callee, call, object))
        addAssignBy(context_.callee(callee, *inside), change, object);
  }

  void addAssignBy(const CalleeUse &use, const Change &change,
                   const Object &object) {
    if (use.assigns)
      addAssign(change, object,
                use.assignsExtent ? Access::Kind::Assign
                                  : Access::Kind::AssignElements);
  }

  void addAssign(const Change &change, const Object &object,
                 Access::Kind kind = Access::Kind::Assign) {
    if (object.kind == Object::Kind::Unknown || !concerns(object))
      return;
    accesses_.push_back({kind, change.node, object, {}, change.where});
  }

  /// isSequenced() returns false where another use of the object stands in the
  /// same expression, and the language doesn't say which of the two comes
  /// first.
  bool isSequenced(const Expr *node) const {
    const Stmt *at = node;
    while (const auto *parent =
               llvm::dyn_cast_or_null<Expr>(context_.statements.parent(at))) {
      if (!ordersItsOperands(parent))
        for (const Stmt *sibling : parent->children())
          if (sibling && sibling != at && uses(sibling))
            return false;
      at = parent;
    }
    return true;
  }

  static bool ordersItsOperands(const Expr *expr) {
    if (const auto *binary = llvm::dyn_cast<BinaryOperator>(expr))
      return binary->isLogicalOp() || binary->isAssignmentOp() ||
             binary->getOpcode() == BO_Comma;
    return llvm::isa<ConditionalOperator, InitListExpr>(expr);
  }

  bool uses(const Stmt *statement) const {
    for (const Mention &mention : context_.effects.mentions)
      if (concerns(mention.object) &&
          context_.statements.isWithin(mention.expr, {statement}))
        return true;
    return false;
  }

  llvm::ArrayRef<Object> objects_;
  const AccessContext &context_;
  std::vector<Access> accesses_;
};

} // namespace

std::vector<Access> accessesOf(llvm::ArrayRef<Object> objects,
                               const AccessContext &context) {
  return Uses(objects, context).run();
}

} // namespace paraloop
