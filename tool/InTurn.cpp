// InTurn.cpp: looks at the mentions in a replayed statement, and at the words
// of its text: a name that isn't known to be harmless leaves the update to the
// parent.

#include "InTurn.h"

#include "LocalNumbers.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"
#include "Statements.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/Expr.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

#include <functional>

using namespace clang;

namespace paraloop {
namespace {

/// What the runtime has room for (paraloop::running_bytes), for all numbers of
/// a loop. In bytes.
constexpr std::uint64_t mostBytes = 64;

bool isWordCharacter(char c) { return llvm::isAlnum(c) || c == '_'; }

/// wordsOf() returns the identifiers and keywords of a text.
llvm::SmallVector<llvm::StringRef, 8> wordsOf(llvm::StringRef text) {
  llvm::SmallVector<llvm::StringRef, 8> words;
  while (!text.empty()) {
    const llvm::StringRef word = text.take_while(isWordCharacter);
    if (!word.empty() && !llvm::isDigit(word.front()))
      words.push_back(word);
    text = text.drop_front(word.empty() ? 1 : word.size());
  }
  return words;
}

/// isHarmless() returns true for words that touch nothing by themselves.
bool isHarmless(llvm::StringRef word) {
  static const llvm::StringSet<> words = {
      "if",  "else", "static_cast", "double", "float",    "long",
      "int", "std",  "min",         "max",    "fmin",     "fmax",
      "abs", "fabs", "true",        "false",  "unsigned", "const"};
  return words.contains(word);
}

class Finder {
public:
  Finder(const LoopFacts &facts, ReplayCut &replay)
      : facts_(facts), replay_(replay), numbers_(facts) {}

  void run() {
    if (replay_.mayThrow()) // What came before it must be there then.
      return;
    for (std::size_t index = 0; index < replay_.updates.size(); ++index)
      look(replay_.part.regions[index], replay_.updates[index]);
  }

private:
  void look(const ReplayRegion &region, SplitStatement &statement) {
    const llvm::SetVector<const VarDecl *> numbers = numbersIn(region);
    Update &update = statement.update;
    if (numbers.empty() || !update.binds.empty() || region.bound ||
        statement.mayEnd || statement.callsUnseen || statement.obstacle ||
        !llvm::all_of(statement.operands, isNumber) ||
        !llvm::all_of(update.operands, isValue) ||
        callsUserBeside(statement.operands, region) ||
        !touchesOnly(numbers, region, update))
      return;
    std::uint64_t bytes = 0;
    for (const VarDecl *number : numbers)
      bytes += bytesOf(number->getType());
    if (bytes_ + bytes > mostBytes)
      return;
    bytes_ += bytes;
    for (const VarDecl *number : numbers)
      update.numbers.push_back(number->getNameAsString());
  }

  /// numbersIn() returns the replayed objects of a region; nothing if one of
  /// them isn't a number that the region alone names.
  llvm::SetVector<const VarDecl *> numbersIn(const ReplayRegion &region) const {
    llvm::SetVector<const VarDecl *> numbers;
    for (const ReplayedObject &one : replay_.part.objects) {
      if (!isMentionedIn(region, one.object))
        continue;
      if (!numbers_.contains(one.object) ||
          !numbers_.isNamedOnlyIn(one.object.variable, region.statements))
        return {};
      numbers.insert(llvm::cast<VarDecl>(one.object.variable));
    }
    return numbers;
  }

  bool isMentionedIn(const ReplayRegion &region, const Object &object) const {
    return llvm::any_of(facts_.effects.mentions, [&](const Mention &mention) {
      return mayTouch(mention, object) &&
             facts_.statements.isWithin(mention.expr, region.statements);
    });
  }

  /// What workers evaluate anyway may call what it likes.
  static bool callsUserBeside(llvm::ArrayRef<const Expr *> operands,
                              const ReplayRegion &region) {
    const std::function<bool(const Stmt *)> calls = [&](const Stmt *one) {
      if (!one || llvm::is_contained(operands, one))
        return false;
      const auto *call = llvm::dyn_cast<CallExpr>(one);
      const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
      return (call && (!callee || !isFromSystemHeader(callee))) ||
             llvm::any_of(one->children(), calls);
    };
    return llvm::any_of(region.statements, calls);
  }

  static bool isNumber(const Expr *operand) {
    const QualType type = operand->getType();
    return (type->isArithmeticType() && !type->isAnyComplexType()) ||
           type->isEnumeralType();
  }

  static bool isValue(const Operand &operand) {
    return operand.kind == Operand::Kind::Value;
  }

  bool touchesOnly(const llvm::SetVector<const VarDecl *> &numbers,
                   const ReplayRegion &region, const Update &update) const {
    return llvm::all_of(wordsOf(update.statement), [&](llvm::StringRef word) {
      return isHarmless(word) || isOperand(update, word) ||
             llvm::any_of(numbers,
                          [&](const VarDecl *number) {
                            return word == number->getName();
                          }) ||
             isUnchanged(region, word);
    });
  }

  static bool isOperand(const Update &update, llvm::StringRef word) {
    return llvm::any_of(update.operands, [&](const Operand &operand) {
      return word == operand.parameter;
    });
  }

  /// isUnchanged() returns true for the name of plain data that the loop only
  /// reads: a worker has it, too.
  bool isUnchanged(const ReplayRegion &region, llvm::StringRef word) const {
    return llvm::any_of(facts_.effects.mentions, [&](const Mention &mention) {
      const ValueDecl *variable = mention.object.variable;
      return variable && variable->getDeclName().isIdentifier() &&
             variable->getName() == word && mention.object.path.empty() &&
             mention.object.kind == Object::Kind::Outside &&
             isPlainData(variable->getType().getNonReferenceType()) &&
             facts_.statements.isWithin(mention.expr, region.statements) &&
             !isChanged(mention.object);
    });
  }

  static bool isPlainData(QualType type) {
    if (const auto *array = type->getAsArrayTypeUnsafe())
      return isPlainData(array->getElementType());
    const CXXRecordDecl *record = type->getAsCXXRecordDecl();
    if (!record)
      return type->isArithmeticType() && !type.isVolatileQualified();
    const QualType element = firstTypeArgument(type);
    return isStandard(record) && !element.isNull() && isPlainData(element) &&
           (nameOf(record) == "vector" || nameOf(record) == "array");
  }

  bool isChanged(const Object &object) const {
    return llvm::any_of(facts_.effects.changes, [&](const Change &change) {
      return llvm::any_of(change.objects, [&](const Object &changed) {
        return changed.kind == Object::Kind::Unknown ||
               changed.kind == Object::Kind::Pointee ||
               overlaps(changed, object);
      });
    });
  }

  std::uint64_t bytesOf(QualType type) const {
    return facts_.context.getTypeSizeInChars(type).getQuantity();
  }

  const LoopFacts &facts_;
  ReplayCut &replay_;
  const LocalNumbers numbers_;
  std::uint64_t bytes_ = 0;
};

} // namespace

void findUpdatesInTurn(const LoopFacts &facts, ReplayCut &replay) {
  Finder(facts, replay).run();
}

} // namespace paraloop
