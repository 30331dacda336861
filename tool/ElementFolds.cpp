// ElementFolds.cpp: looks at each replayed statement for its form, and then at
// everything else that the loop does, for another way to the same number.

#include "ElementFolds.h"

#include "AddressTaken.h"
#include "FoldForms.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"
#include "Statements.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/Expr.h"
#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <functional>
#include <optional>

using namespace clang;

namespace paraloop {
namespace {

/// Candidate is a region of the replay part that has the right form.
struct Candidate {
  std::size_t index = 0;                  ///< Of the region, and of its update.
  const ReplayedObject *number = nullptr; ///< What holds the numbers.
  QualType type;                          ///< Of a number.
  bool isElement = false;                 ///< It belongs to a container.
  ElementFold fold;
  /// What the statement evaluates beside the number: subscripts, the value.
  llvm::SmallVector<const Stmt *, 4> beside;
  bool growsUnordered = false; ///< New elements have their places by the order
                               ///< in which they come.
};

bool isBalanced(llvm::StringRef text) {
  int depth = 0;
  for (const char one : text) {
    depth += one == '(' || one == '[' || one == '{';
    depth -= one == ')' || one == ']' || one == '}';
    if (depth < 0)
      return false;
  }
  return depth == 0;
}

/// mentions() returns true if a name stands in the text, but not as that of a
/// member.
bool mentions(llvm::StringRef text, llvm::StringRef name) {
  const auto isWordCharacter = [](char one) {
    return llvm::isAlnum(one) || one == '_';
  };
  for (std::size_t at = text.find(name); at != llvm::StringRef::npos;
       at = text.find(name, at + 1)) {
    const llvm::StringRef before = text.take_front(at);
    const llvm::StringRef behind = text.drop_front(at + name.size());
    const bool isWord = (before.empty() || !isWordCharacter(before.back())) &&
                        (behind.empty() || !isWordCharacter(behind.front()));
    if (isWord && !before.ends_with(".") && !before.ends_with("->"))
      return true;
  }
  return false;
}

/// isWholeNumber() returns true for what is folded modulo two to the power of
/// its width.
bool isWholeNumber(const Expr *expr, const ASTContext &context) {
  const QualType type = expr->getType();
  const auto *number = type.getCanonicalType()->getAs<BuiltinType>();
  return number && number->isInteger() && !type->isBooleanType() &&
         !type.isVolatileQualified() && !expr->refersToBitField() &&
         context.getIntWidth(type) <= 64;
}

class Finder {
public:
  Finder(const LoopFacts &facts, ReplayCut &replay)
      : facts_(facts), replay_(replay),
        addressTaken_(addressTaken(facts.function, nullptr)) {}

  void run() {
    if (replay_.mayThrow() || replay_.callsUnseen() ||
        llvm::any_of(replay_.updates,
                     [](const SplitStatement &one) { return one.mayEnd; }))
      return; // What came before it must be there then.
    for (std::size_t index = 0; index < replay_.updates.size(); ++index)
      if (std::optional<Candidate> one = candidate(index))
        candidates_.push_back(std::move(*one));
    while (dropOne())
      ;
    for (Candidate &one : candidates_)
      replay_.updates[one.index].update.fold = std::move(one.fold);
  }

private:
  // The form.

  std::optional<Candidate> candidate(std::size_t index) const {
    const ReplayRegion &region = replay_.part.regions[index];
    const SplitStatement &statement = replay_.updates[index];
    const Update &update = statement.update;
    if (region.statements.size() != 1 || region.bound || update.isBlock ||
        !update.binds.empty() || !update.numbers.empty() ||
        statement.obstacle ||
        !llvm::all_of(update.operands, [](const Operand &operand) {
          return operand.kind == Operand::Kind::Value;
        }))
      return std::nullopt;
    const auto *whole = llvm::dyn_cast<Expr>(region.statements.front());
    if (const auto *full = llvm::dyn_cast_or_null<FullExpr>(whole))
      whole = full->getSubExpr();
    if (!whole)
      return std::nullopt;
    Candidate made;
    made.index = index;
    const Expr *number = readForm(whole->IgnoreParens(), update, made.fold);
    made.number = number ? onlyReplayed(region) : nullptr;
    if (number)
      made.type = number->getType().getCanonicalType().getUnqualifiedType();
    if (const auto *change =
            llvm::dyn_cast<CompoundAssignOperator>(whole->IgnoreParens()))
      made.beside.push_back(change->getRHS());
    if (!made.number || !isReachedPlainly(number, statement.operands, made) ||
        isNamedIn(made.beside, made.number->object) ||
        !namesNothingElseThatChanges(region, statement, made.number->object))
      return std::nullopt;
    return made;
  }

  /// readForm() returns the number that a statement changes; null if it does
  /// that in another way.
  const Expr *readForm(const Expr *whole, const Update &update,
                       ElementFold &fold) const {
    const auto *step = llvm::dyn_cast<UnaryOperator>(whole);
    const auto *change = llvm::dyn_cast<CompoundAssignOperator>(whole);
    const Expr *number = step     ? step->getSubExpr()
                         : change ? change->getLHS()
                                  : nullptr;
    if (!number || !isWholeNumber(number, facts_.context))
      return nullptr;
    return (step ? readStep(step, update, fold)
                 : readChange(change, update, fold))
               ? number
               : nullptr;
  }

  static bool readStep(const UnaryOperator *step, const Update &update,
                       ElementFold &fold) {
    if (!step->isIncrementDecrementOp())
      return false;
    llvm::StringRef text = llvm::StringRef(update.statement).trim();
    const llvm::StringRef sign = UnaryOperator::getOpcodeStr(step->getOpcode());
    if (!(step->isPrefix() ? text.consume_front(sign)
                           : text.consume_back(sign)))
      return false;
    fold = {Fold::Sum, text.trim().str(), "1", std::nullopt,
            step->isDecrementOp()};
    return isBalanced(fold.target);
  }

  static bool readChange(const CompoundAssignOperator *change,
                         const Update &update, ElementFold &fold) {
    const std::optional<Fold> operation = foldingOperation(change);
    const QualType value = change->getRHS()->IgnoreParenImpCasts()->getType();
    if (!operation || !change->getComputationResultType()->isIntegerType() ||
        !value->isIntegralOrUnscopedEnumerationType())
      return false;
    const auto [target, by] =
        llvm::StringRef(update.statement).rsplit(change->getOpcodeStr());
    fold = {*operation, target.trim().str(), by.trim().str(), std::nullopt,
            change->getOpcode() == BO_SubAssign};
    for (std::size_t index = 0; index < update.operands.size(); ++index)
      if (fold.value == update.operands[index].parameter)
        fold.operand = index;
      else if (mentions(by, update.operands[index].parameter))
        return false; // The parent would have to compute it.
    return isBalanced(fold.target) && isBalanced(by) && !fold.value.empty() &&
           !(fold.operand &&
             mentions(target, update.operands[*fold.operand].parameter));
  }

  /// onlyReplayed() returns the one replayed object that a region names.
  const ReplayedObject *onlyReplayed(const ReplayRegion &region) const {
    const ReplayedObject *only = nullptr;
    for (const ReplayedObject &one : replay_.part.objects) {
      if (!isNamedIn(region.statements, one.object))
        continue;
      if (only && !(only->object == one.object))
        return nullptr;
      only = &one; // It is there once for each change.
    }
    return only;
  }

  bool isNamedIn(llvm::ArrayRef<const Stmt *> statements,
                 const Object &object) const {
    return llvm::any_of(facts_.effects.mentions, [&](const Mention &mention) {
      return mayTouch(mention, object) &&
             facts_.statements.isWithin(mention.expr, statements);
    });
  }

  /// isReachedPlainly() returns true if nothing but subscripts of the language
  /// and the standard containers', and fields, lead to the number.
  bool isReachedPlainly(const Expr *number,
                        llvm::ArrayRef<const Expr *> operands,
                        Candidate &made) const {
    const Expr *at = number->IgnoreParenImpCasts();
    if (llvm::isa<DeclRefExpr, CXXThisExpr>(at))
      return true;
    if (const auto *member = llvm::dyn_cast<MemberExpr>(at))
      return isReachedPlainly(member->getBase(), operands, made);
    if (const auto *element = llvm::dyn_cast<ArraySubscriptExpr>(at))
      return isReachedPlainly(element->getBase(), operands, made) &&
             isQuiet(element->getIdx(), operands, made);
    if (const auto *star = llvm::dyn_cast<UnaryOperator>(at))
      return star->getOpcode() == UO_Deref &&
             isReachedPlainly(star->getSubExpr(), operands, made);
    const auto *call = llvm::dyn_cast<CXXOperatorCallExpr>(at);
    return call && call->getOperator() == OO_Subscript &&
           isPlainContainer(call->getArg(0)->getType(), made) &&
           isReachedPlainly(call->getArg(0), operands, made) &&
           isQuiet(call->getArg(1), operands, made);
  }

  /// isQuiet() returns true for a subscript that calls nothing when the parent
  /// evaluates it.
  static bool isQuiet(const Expr *index, llvm::ArrayRef<const Expr *> operands,
                      Candidate &made) {
    made.beside.push_back(index);
    return callsNothing(index, operands);
  }

  static bool callsNothing(const Stmt *index,
                           llvm::ArrayRef<const Expr *> operands) {
    if (const auto *expr = llvm::dyn_cast<Expr>(index);
        expr && (llvm::is_contained(operands, expr) ||
                 llvm::is_contained(operands, expr->IgnoreParenImpCasts()) ||
                 llvm::is_contained(operands, expr->IgnoreImplicit())))
      return true;
    return !llvm::isa<CallExpr, CXXConstructExpr, LambdaExpr>(index) &&
           llvm::all_of(index->children(), [&](const Stmt *child) {
             return !child || callsNothing(child, operands);
           });
  }

  /// isPlainContainer() returns false for a container with code of the user's
  /// in it: a comparison that counts its calls would be called less often.
  static bool isPlainContainer(QualType type, Candidate &made) {
    const CXXRecordDecl *record =
        type.getNonReferenceType()->getAsCXXRecordDecl();
    const auto *made_of =
        llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(record);
    if (!made_of || !isStandard(record))
      return false;
    const llvm::StringRef name = nameOf(record);
    const bool isUnordered = name == "unordered_map";
    const bool isMap = name == "map" || isUnordered;
    if (!isMap && name != "vector" && name != "array" && name != "deque" &&
        name != "unique_ptr")
      return false;
    made.isElement = true;
    made.growsUnordered |= isUnordered;
    const llvm::ArrayRef<TemplateArgument> arguments =
        made_of->getTemplateArgs().asArray();
    return llvm::all_of(
        arguments.drop_front(isMap ? 2 : 1), [](const TemplateArgument &one) {
          const CXXRecordDecl *part =
              one.getKind() == TemplateArgument::Type
                  ? one.getAsType()->getAsCXXRecordDecl()
                  : nullptr;
          return one.getKind() == TemplateArgument::Integral ||
                 (part && isStandard(part) && nameOf(part) != "function");
        });
  }

  /// What workers and the parent evaluate at other times than the sequential
  /// loop has to be what it was, by whatever name the loop changes something.
  bool namesNothingElseThatChanges(const ReplayRegion &region,
                                   const SplitStatement &statement,
                                   const Object &number) const {
    const std::vector<const Stmt *> operands(statement.operands.begin(),
                                             statement.operands.end());
    return llvm::all_of(facts_.effects.mentions, [&](const Mention &mention) {
      return !facts_.statements.isWithin(mention.expr, region.statements) ||
             facts_.statements.isWithin(mention.expr, operands) ||
             mayTouch(mention, number) ||
             (!isChanged(mention.object) && staysApart(mention.object));
    });
  }

  /// staysApart() returns true if nothing that is replayed may be this object
  /// under another name. What workers own is compared with all that is read.
  bool staysApart(const Object &read) const {
    const QualType type = typeOf(read);
    const bool isConstant = !type.isNull() && type.isConstQualified() &&
                            !type->isReferenceType() && isNamed(read);
    return isConstant || isUnshared(read) ||
           llvm::all_of(replay_.part.objects, [&](const ReplayedObject &one) {
             return areOfTwoNames(one.object, read);
           });
  }

  /// areOfTwoNames() returns true for two variables, two fields of `*this`, and
  /// such a field and a variable that is no part of anything.
  static bool areOfTwoNames(const Object &a, const Object &b) {
    const auto isWhole = [](const Object &one) {
      return one.variable && one.path.empty() &&
             one.variable->getType()->isScalarType();
    };
    return isNamed(a) && isNamed(b) &&
           (!a.variable == !b.variable || isWhole(a) || isWhole(b));
  }

  /// isNamed() returns true for an object that is reached by no reference and
  /// no pointer, but `this`.
  static bool isNamed(const Object &object) {
    return object.kind == Object::Kind::Outside &&
           (!object.variable ||
            (llvm::isa<VarDecl>(object.variable) &&
             !object.variable->getType()->isReferenceType())) &&
           llvm::none_of(object.path, [](const FieldDecl *field) {
             return field->getType()->isReferenceType();
           });
  }

  /// isUnshared() returns true for a local variable whose address nobody has.
  bool isUnshared(const Object &object) const {
    return isVariable(object) && !addressTaken_.contains(object.variable);
  }

  bool isChanged(const Object &object) const {
    return llvm::any_of(facts_.effects.changes, [&](const Change &change) {
      return llvm::any_of(change.objects, [&](const Object &changed) {
        return changed.kind == Object::Kind::Unknown ||
               overlaps(changed, object);
      });
    });
  }

  // Everything else.

  /// dropOne() drops a candidate to whose numbers the loop does something else.
  /// Returns false if there is none.
  bool dropOne() {
    const auto bad = llvm::find_if(
        candidates_, [&](const Candidate &one) { return !stands(one); });
    if (bad == candidates_.end())
      return false;
    candidates_.erase(bad);
    return true;
  }

  bool stands(const Candidate &one) const {
    return isOnlyFolded(one) &&
           llvm::all_of(candidates_,
                        [&](const Candidate &other) {
                          return &other == &one || goTogether(one, other);
                        }) &&
           isApartFromOthers(one);
  }

  bool isApartFromOthers(const Candidate &one) const {
    for (std::size_t index = 0; index < replay_.updates.size(); ++index)
      if (!isCandidate(index) &&
          replay_.updates[index].update.numbers.empty() &&
          !isApart(one, replay_.part.regions[index]))
        return false;
    return true;
  }

  bool isCandidate(std::size_t index) const {
    return llvm::any_of(
        candidates_, [&](const Candidate &one) { return one.index == index; });
  }

  /// isOnlyFolded() returns true if nothing but candidates names the numbers.
  bool isOnlyFolded(const Candidate &one) const {
    return llvm::all_of(facts_.effects.mentions, [&](const Mention &mention) {
      return !mayTouch(mention, one.number->object) ||
             llvm::any_of(candidates_, [&](const Candidate &other) {
               return facts_.statements.isWithin(
                   mention.expr, replay_.part.regions[other.index].statements);
             });
    });
  }

  /// goTogether() returns true if the order of two candidates doesn't matter.
  static bool goTogether(const Candidate &a, const Candidate &b) {
    const bool areVariables = isVariable(a.number->object) &&
                              isVariable(b.number->object) &&
                              !overlaps(a.number->object, b.number->object);
    // Numbers of different types are different ones, but for characters, which
    // may be the bytes of others unless a container owns them.
    const bool areOthers =
        a.type != b.type && ((a.isElement || !a.type->isCharType()) &&
                             (b.isElement || !b.type->isCharType()));
    return areVariables || areOthers ||
           (a.fold.operation == b.fold.operation && a.type == b.type &&
            !(a.growsUnordered && b.growsUnordered));
  }

  /// isApart() returns true if what else is replayed can't be about the
  /// numbers.
  bool isApart(const Candidate &one, const ReplayRegion &region) const {
    const auto isOther = [](const Object &object) {
      return object.kind == Object::Kind::Stream ||
             object.kind == Object::Kind::Local || isVariable(object);
    };
    return isVariable(one.number->object) &&
           llvm::all_of(facts_.effects.mentions,
                        [&](const Mention &mention) {
                          return !facts_.statements.isWithin(
                                     mention.expr, region.statements) ||
                                 isOther(mention.object);
                        }) &&
           llvm::all_of(facts_.effects.changes, [&](const Change &change) {
             return !facts_.statements.isWithin(change.node,
                                                region.statements) ||
                    llvm::all_of(change.objects, isOther);
           });
  }

  /// isVariable() returns true for a local variable, whose storage is its own.
  static bool isVariable(const Object &object) {
    const auto *variable = llvm::dyn_cast_or_null<VarDecl>(object.variable);
    return variable && isNamed(object) && variable->hasLocalStorage() &&
           !variable->getType()->isAnyPointerType();
  }

  const LoopFacts &facts_;
  ReplayCut &replay_;
  const llvm::DenseSet<const ValueDecl *> addressTaken_;
  std::vector<Candidate> candidates_;
};

} // namespace

void findElementFolds(const LoopFacts &facts, ReplayCut &replay) {
  Finder(facts, replay).run();
}

} // namespace paraloop
