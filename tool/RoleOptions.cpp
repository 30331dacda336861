// RoleOptions.cpp: for each declared role, which changes and mentions it
// allows.

#include "RoleOptions.h"

#include "SharedVariables.h"
#include "StandardLibrary.h"

#include "clang/AST/Decl.h"
#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"

#include <set>

using namespace clang;
using llvm::StringRef;

namespace paraloop {
namespace {

/// named() is true where `name`, as the user wrote it in the attribute, means
/// `object` or something that it is a part of.
bool named(const Object &object, StringRef name) {
  if (object.kind != Object::Kind::Outside &&
      object.kind != Object::Kind::Pointee)
    return false;
  const std::string described = object.describe();
  StringRef whole = described;
  const std::size_t qualifier = name.rfind("::");
  if (qualifier != StringRef::npos)
    name = name.drop_front(qualifier + 2);
  if (whole.starts_with("this->") && !name.starts_with("this"))
    whole = whole.drop_front(6);
  if (whole.starts_with("*") && !name.starts_with("*"))
    whole = whole.drop_front(1); // `independent(a)` for what `a` points to
  if (!whole.starts_with(name))
    return false;
  const StringRef rest = whole.drop_front(name.size());
  return rest.empty() || rest.starts_with(".") || rest.starts_with("->");
}

/// partOf() steps from an expression to the one that it designates a part of:
/// from `a[i].x` to `a[i]`, from there to `a`; null at the end.
const Expr *partOf(const Expr *expr) {
  if (const auto *subscript = llvm::dyn_cast<ArraySubscriptExpr>(expr))
    return subscript->getBase();
  if (const auto *member = llvm::dyn_cast<MemberExpr>(expr))
    return member->getBase();
  if (const auto *call = llvm::dyn_cast<CXXMemberCallExpr>(expr))
    return call->getImplicitObjectArgument();
  if (const auto *call = llvm::dyn_cast<CXXOperatorCallExpr>(expr))
    return call->getArg(0);
  if (const auto *unary = llvm::dyn_cast<UnaryOperator>(expr))
    return unary->getOpcode() == UO_Deref ? unary->getSubExpr() : nullptr;
  if (const auto *cast = llvm::dyn_cast<CastExpr>(expr))
    return cast->getSubExpr();
  if (const auto *parens = llvm::dyn_cast<ParenExpr>(expr))
    return parens->getSubExpr();
  return nullptr;
}

/// Form is what a change looks like: the expression whose object it changes; in
/// `x = x + e` the `x + e`; in `x.insert(x.end(), e)` the `x.end()`.
struct Form {
  const Expr *target = nullptr;
  const Expr *sum = nullptr;
  const Expr *place = nullptr;
};

std::optional<Form> sumForm(const Expr *node) {
  if (const auto *unary = llvm::dyn_cast<UnaryOperator>(node))
    return unary->isIncrementDecrementOp()
               ? std::optional<Form>({unary->getSubExpr()})
               : std::nullopt;
  if (const auto *binary = llvm::dyn_cast<BinaryOperator>(node)) {
    const BinaryOperatorKind kind = binary->getOpcode();
    if (kind == BO_AddAssign || kind == BO_SubAssign)
      return Form{binary->getLHS()};
    if (kind == BO_Assign)
      return Form{binary->getLHS(), binary->getRHS()};
  }
  if (const auto *call = llvm::dyn_cast<CXXOperatorCallExpr>(node)) {
    const OverloadedOperatorKind kind = call->getOperator();
    if (kind == OO_PlusEqual || kind == OO_MinusEqual || kind == OO_PlusPlus ||
        kind == OO_MinusMinus)
      return Form{call->getArg(0)};
    if (kind == OO_Equal)
      return Form{call->getArg(0), call->getArg(1)};
  }
  return std::nullopt;
}

/// endIn() returns the `x.end()` in `x.insert(x.end(), ...)`, or null.
const Expr *endIn(const CXXMemberCallExpr *insert) {
  const auto *place = llvm::dyn_cast<CXXMemberCallExpr>(
      insert->getArg(0)->IgnoreUnlessSpelledInSource());
  const CXXMethodDecl *method = place ? place->getMethodDecl() : nullptr;
  const bool isEnd =
      method && method->getIdentifier() &&
      (method->getName() == "end" || method->getName() == "cend");
  return isEnd ? place : nullptr;
}

std::optional<Form> concatenateForm(const Expr *node) {
  if (const auto *call = llvm::dyn_cast<CXXOperatorCallExpr>(node)) {
    const OverloadedOperatorKind kind = call->getOperator();
    return kind == OO_PlusEqual || kind == OO_LessLess
               ? std::optional<Form>({call->getArg(0)})
               : std::nullopt;
  }
  const auto *call = llvm::dyn_cast<CXXMemberCallExpr>(node);
  const CXXMethodDecl *method = call ? call->getMethodDecl() : nullptr;
  if (!method || !method->getIdentifier())
    return std::nullopt;
  const Expr *object = call->getImplicitObjectArgument();
  if (method->getName() == "insert" && call->getNumArgs() > 1) {
    const Expr *end = endIn(call);
    return end ? std::optional<Form>({object, nullptr, end}) : std::nullopt;
  }
  const bool appends =
      llvm::StringSwitch<bool>(method->getName())
          .Cases("push_back", "emplace_back", "append", "push", true)
          .Cases("insert", "emplace", "try_emplace", "merge", true)
          .Default(false);
  return appends ? std::optional<Form>({object}) : std::nullopt;
}

std::optional<Form> lastForm(const Expr *node) {
  if (const auto *binary = llvm::dyn_cast<BinaryOperator>(node))
    return binary->getOpcode() == BO_Assign
               ? std::optional<Form>({binary->getLHS()})
               : std::nullopt;
  const auto *call = llvm::dyn_cast<CXXOperatorCallExpr>(node);
  return call && call->getOperator() == OO_Equal
             ? std::optional<Form>({call->getArg(0)})
             : std::nullopt;
}

std::optional<Form> formOf(RoleOption option, const Expr *node) {
  switch (option) {
  case RoleOption::Sum:
    return sumForm(node);
  case RoleOption::Concatenate:
    return concatenateForm(node);
  case RoleOption::Last:
    return lastForm(node);
  default:
    return std::nullopt;
  }
}

const char *allowedBy(RoleOption option) {
  switch (option) {
  case RoleOption::Sum:
    return "a sum is only changed by +=, -=, ++, -- or x = x + e, and not read "
           "by the loop";
  case RoleOption::Concatenate:
    return "a concatenation is only changed by appending (push_back, +=, "
           "append, insert at the end), and not read by the loop";
  case RoleOption::Private:
    return "a private variable gets its value in each iteration before that "
           "reads it; what the loop only reads needs no role";
  case RoleOption::Independent:
    return "of independent elements each iteration changes its own: a[i] = e, "
           "p[i].x += e; what the loop only reads needs no role";
  default:
    return "a last value is only changed by =, and not read before that";
  }
}

/// Check compares one role with the loop.
class Check {
public:
  Check(const NamedRole &role, const Effects &effects)
      : role_(role), effects_(effects) {}

  std::vector<Refusal> run() {
    if (!isUsed())
      return {
          refusal(RefusalId::UnknownRoleVariable, role_.where, {suggestion()})};
    switch (role_.option) {
    case RoleOption::Sum:
    case RoleOption::Concatenate:
    case RoleOption::Last:
      return checkUses();
    case RoleOption::Shared:
      return checkShared();
    case RoleOption::Private:
      return checkPrivate();
    case RoleOption::Independent:
      return checkIndependent();
    default:
      return {};
    }
  }

private:
  Refusal refusal(RefusalId id, SourceLocation where,
                  std::vector<std::string> more) const {
    std::vector<std::string> subjects = {role_.variable,
                                         nameOf(role_.option).str()};
    llvm::append_range(subjects, more);
    return {id, where, std::move(subjects)};
  }

  bool means(const Object &object) const {
    return named(object, role_.variable);
  }

  bool isUsed() const {
    return llvm::any_of(
               effects_.mentions,
               [&](const Mention &mention) { return means(mention.object); }) ||
           llvm::any_of(effects_.changes, [&](const Change &change) {
             return llvm::any_of(change.objects, [&](const Object &object) {
               return means(object);
             });
           });
  }

  std::string suggestion() const {
    std::string nearest;
    unsigned least = role_.variable.size() / 3 + 1;
    for (const Mention &mention : effects_.mentions) {
      const std::string known = mention.object.describe();
      const unsigned distance =
          StringRef(known).edit_distance(role_.variable, true, least);
      if (mention.object.kind != Object::Kind::Outside || distance >= least)
        continue;
      least = distance;
      nearest = "; did you mean '" + known + "'?";
    }
    return nearest;
  }

  std::vector<Refusal> checkUses() {
    for (const Change &change : effects_.changes)
      if (changesIt(change))
        allow(change);
    for (const Change &change : effects_.changes)
      if (changesIt(change) && allowed_.count(change.node) == 0)
        return {mismatch(change.node, "is changed in another way")};
    for (const Mention &mention : effects_.mentions)
      if (means(mention.object) && allowed_.count(mention.expr) == 0 &&
          isWrongRead(mention))
        return {mismatch(mention.expr, "is read")};
    return {};
  }

  /// What a SharedVariable may be used for is checked without the option, too.
  std::vector<Refusal> checkShared() {
    const Expr *use = firstMention();
    const auto named =
        llvm::find_if(effects_.mentions, [&](const Mention &mention) {
          return mention.expr == use;
        });
    if (named == effects_.mentions.end() || isShared(named->object))
      return {};
    return {refusal(RefusalId::RoleNotAvailable, role_.where,
                    {"an ordinary variable is not in memory that all workers "
                     "write to",
                     "declare it as paraloop::SharedVariable<T>, or leave the "
                     "option out"})};
  }

  /// checkPrivate() wants one change that doesn't need the old value.
  std::vector<Refusal> checkPrivate() {
    const Change *update = nullptr;
    for (const Change &change : effects_.changes)
      if (changesIt(change)) {
        if (!isUpdate(change))
          return {};
        update = &change;
      }
    return {update ? mismatch(update->node, "every change needs the value "
                                            "that it had before")
                   : mismatch(firstMention(), "is only read")};
  }

  /// isUpdate() returns true for `x += e` and `++x`, but not for an element.
  bool isUpdate(const Change &change) const {
    const auto *binary = llvm::dyn_cast<BinaryOperator>(change.node);
    const auto *unary = llvm::dyn_cast<UnaryOperator>(change.node);
    const Expr *target = binary && binary->isCompoundAssignmentOp()
                             ? binary->getLHS()
                         : unary ? unary->getSubExpr()
                                 : nullptr;
    return target &&
           llvm::isa<DeclRefExpr, MemberExpr>(target->IgnoreParenImpCasts());
  }

  /// checkIndependent() wants elements, of which some are changed.
  std::vector<Refusal> checkIndependent() {
    bool changes = false;
    for (const Change &change : effects_.changes) {
      if (!changesIt(change))
        continue;
      changes = true;
      if (changesAll(change))
        return {mismatch(change.node, "is changed as a whole")};
    }
    if (!changes)
      return {mismatch(firstMention(), "is only read")};
    return {};
  }

  /// changesAll() returns true for a change of the variable itself: an
  /// assignment, a step, a method that may add or remove elements.
  bool changesAll(const Change &change) const {
    const Expr *target = nullptr;
    if (const auto *binary = llvm::dyn_cast<BinaryOperator>(change.node))
      target = binary->getLHS();
    else if (const auto *unary = llvm::dyn_cast<UnaryOperator>(change.node))
      target = unary->getSubExpr();
    else if (const auto *op = llvm::dyn_cast<CXXOperatorCallExpr>(change.node))
      target = op->getArg(0);
    else if (const auto *call = llvm::dyn_cast<CXXMemberCallExpr>(change.node))
      target = call->getImplicitObjectArgument();
    return target && isAll(target->IgnoreParenImpCasts());
  }

  bool isAll(const Expr *expr) const {
    return llvm::any_of(effects_.mentions, [&](const Mention &mention) {
      return mention.expr == expr && !mention.throughAlias &&
             mention.object.kind == Object::Kind::Outside &&
             means(mention.object);
    });
  }

  const Expr *firstMention() const {
    for (const Mention &mention : effects_.mentions)
      if (means(mention.object))
        return mention.expr;
    return effects_.changes.front().node;
  }

  bool changesIt(const Change &change) const {
    return !change.moved &&
           llvm::any_of(change.objects,
                        [&](const Object &object) { return means(object); });
  }

  /// allow() notes the expressions that an allowed change consists of.
  void allow(const Change &change) {
    const std::optional<Form> form = formOf(role_.option, change.node);
    if (!form || (form->sum && !allowAddend(form->sum)))
      return;
    allowed_.insert(change.node);
    allowPath(form->target);
    allowPath(form->place);
    const SourceLocation end = change.node->getEndLoc();
    if (firstEnd_.isInvalid() || end < firstEnd_)
      firstEnd_ = end;
  }

  void allowPath(const Expr *expr) {
    for (; expr; expr = partOf(expr))
      allowed_.insert(expr);
  }

  /// allowAddend() looks for the variable itself among what is added up: left
  /// of + and -, right of + only.
  bool allowAddend(const Expr *sum) {
    const Expr *expr = sum->IgnoreUnlessSpelledInSource();
    const Expr *left = nullptr, *right = nullptr;
    if (const auto *binary = llvm::dyn_cast<BinaryOperator>(expr)) {
      const BinaryOperatorKind kind = binary->getOpcode();
      left = kind == BO_Add || kind == BO_Sub ? binary->getLHS() : nullptr;
      right = kind == BO_Add ? binary->getRHS() : nullptr;
    } else if (const auto *call = llvm::dyn_cast<CXXOperatorCallExpr>(expr)) {
      const OverloadedOperatorKind kind = call->getOperator();
      const bool isBinary = call->getNumArgs() == 2;
      left = isBinary && (kind == OO_Plus || kind == OO_Minus) ? call->getArg(0)
                                                               : nullptr;
      right = isBinary && kind == OO_Plus ? call->getArg(1) : nullptr;
    }
    return (left && (allowOwn(left) || allowAddend(left))) ||
           (right && (allowOwn(right) || allowAddend(right)));
  }

  /// allowOwn() allows `expr` where it is the variable itself, or an element
  /// of it.
  bool allowOwn(const Expr *expr) {
    for (const Expr *at = expr; at && !llvm::isa<CXXMemberCallExpr>(at);
         at = partOf(at))
      if (llvm::any_of(effects_.mentions, [&](const Mention &mention) {
            return mention.expr == at && means(mention.object);
          })) {
        allowPath(expr);
        return true;
      }
    return false;
  }

  /// A last value may be read where it has been assigned; whether it always has
  /// been is for Classify to find out.
  bool isWrongRead(const Mention &mention) const {
    return role_.option != RoleOption::Last || firstEnd_.isInvalid() ||
           mention.expr->getExprLoc() <= firstEnd_;
  }

  Refusal mismatch(const Expr *expr, const char *what) const {
    return refusal(RefusalId::RoleMismatch, expr->getExprLoc(),
                   {what, allowedBy(role_.option)});
  }

  const NamedRole &role_;
  const Effects &effects_;
  std::set<const Expr *> allowed_;
  SourceLocation firstEnd_; ///< Of the change that ends first.
};

} // namespace

const NamedRole *roleOf(const Object &object,
                        const std::vector<NamedRole> &roles) {
  for (const NamedRole &role : roles)
    if (named(object, role.variable))
      return &role;
  return nullptr;
}

bool isIgnored(const Object &object, const std::vector<NamedRole> &roles) {
  const NamedRole *role = roleOf(object, roles);
  return role && role->option == RoleOption::Ignore;
}

bool hasDeclaredStrategy(const Object &object) {
  return object.kind == Object::Kind::Outside && object.path.empty() &&
         object.variable &&
         hasOwnStrategy(object.variable->getType()
                            .getNonReferenceType()
                            ->getAsCXXRecordDecl());
}

bool isVouchedPrivate(const Object &object,
                      const std::vector<NamedRole> &roles) {
  const NamedRole *role = roleOf(object, roles);
  return role && role->option == RoleOption::Private;
}

bool isVouchedIndependent(const Object &object,
                          const std::vector<NamedRole> &roles) {
  const NamedRole *role = roleOf(object, roles);
  return role && role->option == RoleOption::Independent;
}

std::vector<Refusal> checkRoles(const std::vector<NamedRole> &roles,
                                const Effects &effects) {
  std::vector<Refusal> refusals;
  for (const NamedRole &role : roles)
    llvm::append_range(refusals, Check(role, effects).run());
  return refusals;
}

} // namespace paraloop
