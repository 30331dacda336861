// Inductions.cpp: the part of PathReader that knows what the variables of a
// header are in iteration number k: first + k * step.
//
// Where the call of the runtime stands, the variables have their first values,
// so a first value that isn't a number is written as the variable's name.

#include "Headers.h"
#include "Lists.h"
#include "Paths.h"
#include "PlainExpr.h"
#include "StandardLibrary.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

using Relation = CountingHeader::Relation;

/// isSameStep() returns true for links that lead to the same object in all
/// iterations.
bool isSameStep(const Step &a, const Step &b) {
  if (a.kind != b.kind || a.field != b.field || a.kind == Step::Kind::Part)
    return false;
  return a.kind != Step::Kind::Element ||
         (a.index && b.index && a.index->form.isZero() &&
          b.index->form.isZero());
}

template <class Test> bool namesAny(const Stmt *statement, const Test &test) {
  const auto *named = llvm::dyn_cast<DeclRefExpr>(statement);
  return (named && test(named->getDecl())) ||
         llvm::any_of(statement->children(), [&](const Stmt *child) {
           return child && namesAny(child, test);
         });
}

bool excludesEnd(Relation relation, bool up) {
  return relation == Relation::NotEqual ||
         relation == (up ? Relation::Less : Relation::Greater);
}

} // namespace

const Induction *PathReader::inductionOf(const ValueDecl *variable) const {
  if (variable_)
    return nullptr;
  const auto *found =
      llvm::find_if(shape_.inductions, [&](const Induction &one) {
        return one.variable == variable;
      });
  return found == shape_.inductions.end() ? nullptr : found;
}

/// namesStepped() returns true for what has another value after a step.
bool PathReader::namesStepped(const Stmt *statement) const {
  return namesAny(statement, [&](const ValueDecl *variable) {
    return shape_.owns(variable);
  });
}

std::optional<Number> PathReader::stepsOf(const Induction &induction) const {
  const auto before = sum(Form::symbol(iteration()),
                          Form::constant(induction.inCondition ? 1 : 0));
  const auto steps =
      before ? product(Form::constant(induction.step), *before) : std::nullopt;
  return steps ? MaybeNumber{{*steps, {}}} : std::nullopt;
}

std::optional<Number> PathReader::firstOf(const Induction &induction) {
  const CountingHeader header =
      countingHeader(llvm::cast<ForStmt>(loop_), induction.variable);
  if (header.first && !namesStepped(header.first))
    if (const MaybeNumber first = number(header.first, frames_.loop());
        first && first->form.asConstant())
      return first;
  return valueBefore(induction.variable);
}

/// valueBefore() returns the first value of a variable of the header.
Number PathReader::valueBefore(const ValueDecl *variable) {
  const std::string name = variable->getNameAsString();
  const Symbol symbol = symbolFor("first " + name);
  symbols_[symbol].text = name;
  return Number{Form::symbol(symbol), {}};
}

std::optional<Number> PathReader::valueOfInduction(const Induction &induction) {
  const MaybeNumber first = firstOf(induction);
  const MaybeNumber steps = stepsOf(induction);
  const auto value =
      first && steps ? sum(first->form, steps->form) : std::nullopt;
  return value ? MaybeNumber{{*value, first->needs}} : std::nullopt;
}

/// firstTargetOf() returns what a pointer or iterator refers to in the first
/// iteration.
std::optional<Path> PathReader::firstTargetOf(const Induction &induction,
                                              unsigned depth) {
  const VarDecl *variable = induction.variable;
  const auto sources = frames_.loop().scope->sources(variable);
  if (sources.size() > 1 || (!sources.empty() && namesStepped(sources.front())))
    return std::nullopt;
  if (sources.empty() && !variable->getType()->isPointerType())
    return std::nullopt;
  MaybePath path = sources.empty()
                       ? followed(Path{variable, {}}, variable->getType())
                       : target(sources.front(), frames_.loop(), depth + 1);
  if (!path || path->steps.empty() ||
      path->steps.back().kind != Step::Kind::Element)
    return std::nullopt;
  std::optional<Number> &index = path->steps.back().index;
  if (!index) // Somewhere, but at the same place for all iterations.
    index = Number{
        Form::symbol(symbolFor("place " + variable->getNameAsString())), {}};
  return path;
}

std::optional<Path> PathReader::targetOfInduction(const Induction &induction,
                                                  unsigned depth) {
  return advanced(firstTargetOf(induction, depth), stepsOf(induction));
}

bool PathReader::isListPointer(const Expr *expr) const {
  const auto *named = llvm::dyn_cast<DeclRefExpr>(expr->IgnoreParenImpCasts());
  return named && shape_.list && named->getDecl() == shape_.list;
}

/// targetInList() numbers the objects of a list in the order in which the loop
/// comes to them; where they lie, nobody knows.
std::optional<Path> PathReader::targetInList(unsigned depth) {
  const auto values = frames_.loop().scope->sources(shape_.list);
  const Expr *first = firstOfList(llvm::cast<ForStmt>(loop_), values);
  if (values.size() > (first ? 2 : 1) || (first && namesStepped(first)))
    return std::nullopt;
  MaybePath path =
      first ? target(first, frames_.loop(), depth + 1)
            : followed(Path{shape_.list, {}}, shape_.list->getType());
  if (!path || path->steps.empty() ||
      path->steps.back().kind != Step::Kind::Element)
    return std::nullopt;
  path->steps.back().index = Number{Form::symbol(iteration()), {}};
  return path;
}

/// widthOf() returns how far it is from the first value to a bound that stays.
std::optional<Number> PathReader::widthOf(const Induction &induction,
                                          const Expr *bound) {
  const Frame &frame = frames_.loop();
  if (namesAny(bound, [&](const ValueDecl *variable) {
        return shape_.owns(variable) && frame.changes(variable);
      }))
    return std::nullopt;
  MaybeNumber first, end;
  if (induction.variable->getType()->isIntegerType()) {
    first = firstOf(induction);
    end = headerBound(bound);
  } else {
    const MaybePath begin = firstTargetOf(induction, 0);
    const MaybePath last = target(bound, frame);
    if (!begin || !last || begin->root != last->root || last->steps.empty() ||
        begin->steps.size() != last->steps.size() ||
        !std::equal(begin->steps.begin(), begin->steps.end() - 1,
                    last->steps.begin(), isSameStep))
      return std::nullopt;
    first = begin->steps.back().index;
    end = last->steps.back().index;
  }
  const auto width =
      first && end ? difference(end->form, first->form) : std::nullopt;
  if (!width || width->mentions(iteration()))
    return std::nullopt;
  Number result{*width, first->needs};
  llvm::append_range(result.needs, end->needs);
  return result;
}

/// readIntegers() reads `std::views::iota(first, bound)`, if the variable is
/// one of its numbers.
bool PathReader::readIntegers(const Expr *range) {
  range = plainExpr(range);
  const auto *call = llvm::dyn_cast<CXXOperatorCallExpr>(range);
  const CXXRecordDecl *maker =
      call && call->getOperator() == OO_Call
          ? call->getArg(0)->getType()->getAsCXXRecordDecl()
          : nullptr;
  const Frame &frame = frames_.loop();
  if (!maker || !isStandard(maker) || nameOf(maker) != "_Iota" ||
      call->getNumArgs() < 2 || !variable_ || frame.changes(variable_) ||
      !context_.hasSameUnqualifiedType(
          call->getArg(1)->getType(),
          variable_->getType().getNonReferenceType()))
    return false;
  const MaybeNumber first = number(call->getArg(1), frame);
  if (!first)
    return false;
  firstElement_ = first;
  const MaybeNumber end =
      call->getNumArgs() == 3 ? number(call->getArg(2), frame) : MaybeNumber();
  const auto width = end ? difference(end->form, first->form) : std::nullopt;
  if (!width)
    return true;
  Number count{*width, first->needs};
  llvm::append_range(count.needs, end->needs);
  readIterations(count);
  return true;
}

/// readElements() counts the elements of a range that knows their number.
void PathReader::readElements(const Expr *range) {
  step_ = Form::constant(1);
  if (readIntegers(range))
    return;
  const QualType type = range->getType().getNonReferenceType();
  const MaybePath path = object(range, frames_.loop());
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  const bool hasSize = record && isStandard(record) &&
                       (nameOf(record) == "vector" || nameOf(record) == "span");
  if (hasSize && path)
    readIterations(invariant(*path, true, frames_.loop()));
}

/// readSteps() counts the iterations from 0, up to where the header ends them.
void PathReader::readSteps() {
  const auto *loop = llvm::cast<ForStmt>(loop_);
  step_ = Form::constant(1);
  for (const Induction &induction : shape_.inductions) {
    const bool up = induction.step > 0;
    const QualType type = induction.variable->getType();
    if (induction.step != 1 && induction.step != -1)
      continue;
    if (induction.inCondition) {
      readIterations(firstOf(induction));
      return;
    }
    for (const auto &limit : countingHeader(loop, induction.variable).limits) {
      const bool mayWrap =
          type->isUnsignedIntegerType() && limit.relation == Relation::NotEqual;
      MaybeNumber width = excludesEnd(limit.relation, up) && !mayWrap
                              ? widthOf(induction, limit.bound)
                              : std::nullopt;
      if (width && !up)
        width->form = difference(Form(), width->form).value_or(Form());
      if (readIterations(width))
        return;
    }
  }
}

/// readIterations() takes over how many iterations there are. Returns false if
/// that isn't known.
bool PathReader::readIterations(const MaybeNumber &count) {
  const auto last = count ? sum(count->form, Form::constant(-1)) : std::nullopt;
  if (!last)
    return false;
  Known &iteration = symbols_[this->iteration()];
  iteration.hasRange = true;
  iteration.high = *last;
  iteration.needs = count->needs;
  return true;
}

} // namespace paraloop
