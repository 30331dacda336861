// Numbers.cpp: the part of PathReader that reads integer expressions.
//
// Signed arithmetic can't wrap in a program that is right. Unsigned arithmetic
// can, and conversions can lose bits: where the value of a Form could differ
// from what the program computes, a Need is noted.

#include "Headers.h"
#include "Paths.h"
#include "PlainExpr.h"
#include "SourceText.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

#include "llvm/ADT/STLExtras.h"

#include <utility>

using namespace clang;

namespace paraloop {
namespace {

/// onlyLimit() returns the limit that alone ends the loop, or null.
const Expr *onlyLimit(const ForStmt *loop, const CountingHeader &header) {
  const auto *condition = llvm::dyn_cast_or_null<BinaryOperator>(
      loop->getCond() ? loop->getCond()->IgnoreParenImpCasts() : nullptr);
  return condition && condition->isComparisonOp() && header.limits.size() == 1
             ? header.limits.front().bound
             : nullptr;
}

constexpr std::size_t maxTerms = 24;

std::optional<Number> combined(std::optional<Form> form, const Number &a,
                               const Number &b) {
  if (!form || form->terms().size() > maxTerms)
    return std::nullopt;
  Number result{std::move(*form), a.needs};
  llvm::append_range(result.needs, b.needs);
  return result;
}

bool isProductOfSymbols(const Form &form) {
  return llvm::any_of(form.terms(),
                      [](const auto &term) { return term.first.size() > 1; });
}

/// A value of `from` is always a value of `to`.
bool holdsAll(QualType to, QualType from, const ASTContext &context) {
  const unsigned room = context.getIntWidth(to);
  const unsigned needed = context.getIntWidth(from);
  if (from->isUnsignedIntegerOrEnumerationType())
    return to->isUnsignedIntegerOrEnumerationType() ? room >= needed
                                                    : room > needed;
  return to->isSignedIntegerOrEnumerationType() && room >= needed;
}

std::string spelled(QualType type, const ASTContext &context) {
  return type.getCanonicalType().getUnqualifiedType().getAsString(
      context.getPrintingPolicy());
}

/// The innermost loop of the frame, other than `outermost`, in whose body the
/// expression stands and whose variable it names.
const ForStmt *loopOf(const Expr *use, const ValueDecl *variable,
                      const Frame &frame, const Stmt *outermost) {
  const Stmt *below = use;
  for (const Stmt *at = frame.statements->parent(use); at && at != outermost;
       below = at, at = frame.statements->parent(at)) {
    if (llvm::isa<LambdaExpr>(at))
      return nullptr; // It may run after the loop.
    const auto *loop = llvm::dyn_cast<ForStmt>(at);
    if (loop && steppedVariable(loop) == variable)
      return loop->getBody() == below ? loop : nullptr;
  }
  return nullptr;
}

bool changesWithin(const Stmt *statement, const ValueDecl *variable,
                   const Frame &frame) {
  return llvm::any_of(frame.effects->changes, [&](const Change &change) {
    return frame.statements->isWithin(change.node, {statement}) &&
           llvm::any_of(change.objects, [&](const Object &object) {
             return object.variable == variable ||
                    object.kind == Object::Kind::Unknown;
           });
  });
}

} // namespace

PathReader::PathReader(const Stmt *loop, const LoopShape &shape, Frames &frames,
                       bool relative)
    : context_(shape.numbering()->getASTContext()), loop_(loop), shape_(shape),
      variable_(shape.variable), frames_(frames), relative_(relative) {
  symbols_.push_back({Known::Kind::Iteration, "", "", false, {}, {}, {}});
  if (variable_)
    readIteration();
  else
    readSteps();
}

std::optional<Number> PathReader::number(const Expr *expr, const Frame &frame) {
  return arithmetic(expr, frame, false);
}

std::optional<Number> PathReader::arithmetic(const Expr *expr,
                                             const Frame &frame, bool isPart) {
  expr = plainExpr(expr);
  if (!expr->getType()->isIntegralOrEnumerationType())
    return std::nullopt;
  MaybeNumber value = exact(expr, frame, isPart);
  return value || !bounds_ ? value : bounded(expr, frame);
}

std::optional<Number> PathReader::exact(const Expr *expr, const Frame &frame,
                                        bool isPart) {
  Expr::EvalResult result;
  if (!expr->isValueDependent() && expr->EvaluateAsInt(result, context_)) {
    const llvm::APSInt &value = result.Val.getInt();
    const bool fits = value.isUnsigned() ? value.getActiveBits() < 64
                                         : value.getSignificantBits() <= 64;
    return fits ? MaybeNumber{{Form::constant(value.getExtValue()), {}}}
                : std::nullopt;
  }
  if (expr->getType()->isBooleanType())
    return std::nullopt;
  if (llvm::isa<CastExpr>(expr))
    return ofCast(expr, frame, isPart);
  if (llvm::isa<BinaryOperator>(expr))
    return ofBinary(expr, frame, isPart);
  if (llvm::isa<DeclRefExpr>(expr))
    return valueOf(expr, frame);
  if (llvm::isa<MemberExpr>(expr)) {
    const MaybePath path = object(expr, frame);
    return path ? invariant(*path, false, frame) : std::nullopt;
  }
  if (llvm::isa<CallExpr>(expr))
    return valueOfCall(expr, frame);
  const auto *unary = llvm::dyn_cast<UnaryOperator>(expr);
  if (!unary || unary->getOpcode() != UO_Minus ||
      !expr->getType()->isSignedIntegerType())
    return std::nullopt;
  const MaybeNumber value = arithmetic(unary->getSubExpr(), frame, true);
  return value ? combined(difference(Form(), value->form), *value, {})
               : std::nullopt;
}

std::optional<Number> PathReader::ofBinary(const Expr *expr, const Frame &frame,
                                           bool isPart) {
  const auto *binary = llvm::cast<BinaryOperator>(expr);
  const BinaryOperatorKind op = binary->getOpcode();
  if (op == BO_Sub && binary->getLHS()->getType()->isPointerType())
    return distance(binary->getRHS(), binary->getLHS(), frame);
  if (op != BO_Add && op != BO_Sub && op != BO_Mul && op != BO_Shl)
    return std::nullopt;
  const MaybeNumber a = arithmetic(binary->getLHS(), frame, true);
  MaybeNumber b = arithmetic(binary->getRHS(), frame, true);
  if (!a || !b)
    return std::nullopt;
  if (op == BO_Shl) {
    const std::optional<std::int64_t> places = b->form.asConstant();
    if (!places || *places < 0 || *places > 62)
      return std::nullopt;
    b->form = Form::constant(std::int64_t(1) << *places);
  }
  MaybeNumber result = combined(op == BO_Add   ? sum(a->form, b->form)
                                : op == BO_Sub ? difference(a->form, b->form)
                                               : product(a->form, b->form),
                                *a, *b);
  const QualType type = expr->getType();
  if (!result || isPart || !type->isUnsignedIntegerType())
    return result;
  if (context_.getIntWidth(type) < 64 || isProductOfSymbols(result->form))
    result->needs.push_back({result->form, spelled(type, context_)});
  return result;
}

std::optional<Number> PathReader::ofCast(const Expr *expr, const Frame &frame,
                                         bool isPart) {
  const auto *cast = llvm::cast<CastExpr>(expr);
  const Expr *inner = cast->getSubExpr();
  if (cast->getCastKind() == CK_LValueToRValue ||
      cast->getCastKind() == CK_NoOp)
    return arithmetic(inner, frame, isPart);
  if (cast->getCastKind() != CK_IntegralCast)
    return std::nullopt;
  MaybeNumber value = arithmetic(inner, frame, false);
  const QualType from = inner->getType();
  const QualType to = cast->getType();
  if (!value)
    return std::nullopt;
  const auto *nested = llvm::dyn_cast<CastExpr>(plainExpr(inner));
  if (from->isUnsignedIntegerType() && context_.getIntWidth(from) < 64 &&
      nested && nested->getCastKind() == CK_IntegralCast)
    value->needs.push_back({value->form, spelled(from, context_)});
  const bool wraps = to->isUnsignedIntegerType() &&
                     context_.getIntWidth(to) >= context_.getIntWidth(from);
  if (!wraps && !holdsAll(to, from, context_))
    value->needs.push_back({value->form, spelled(to, context_)});
  return value;
}

std::optional<Number> PathReader::valueOf(const Expr *expr,
                                          const Frame &frame) {
  const auto *variable =
      llvm::dyn_cast<VarDecl>(llvm::cast<DeclRefExpr>(expr)->getDecl());
  if (!variable ||
      variable->getType().getNonReferenceType().isVolatileQualified())
    return std::nullopt;
  if (variable == variable_ && firstElement_) {
    auto value = sum(firstElement_->form, Form::symbol(iteration()));
    return combined(std::move(value), *firstElement_, {});
  }
  if (variable == variable_)
    return llvm::isa<ForStmt>(loop_) && step_
               ? MaybeNumber{{Form::symbol(iteration()), {}}}
               : std::nullopt;
  if (const Induction *induction = inductionOf(variable))
    return valueOfInduction(*induction);
  if (const Expr *argument = frame.argumentOf(variable))
    return frame.changes(variable)
               ? std::nullopt
               : initial(argument, variable->getType(), *frame.outer);
  if (const ForStmt *loop = loopOf(expr, variable, frame, loop_))
    return innerVariable(loop, expr, frame);
  if (frame.scope->declares(variable)) {
    const auto sources = frame.scope->sources(variable);
    return sources.size() == 1 && variable->getInit() == sources.front() &&
                   !frame.changes(variable)
               ? initial(variable->getInit(), variable->getType(), frame)
               : std::nullopt;
  }
  const MaybePath path = object(expr, frame);
  return path ? invariant(*path, false, frame) : std::nullopt;
}

/// initial() returns the value that a variable of the type gets.
std::optional<Number> PathReader::initial(const Expr *value, QualType type,
                                          const Frame &frame) {
  MaybeNumber result = number(value, frame);
  type = type.getNonReferenceType();
  if (result && type->isUnsignedIntegerType() &&
      context_.getIntWidth(type) < 64 && !result->form.asConstant() &&
      llvm::isa<CastExpr>(plainExpr(value)) &&
      llvm::cast<CastExpr>(plainExpr(value))->getCastKind() == CK_IntegralCast)
    result->needs.push_back({result->form, spelled(type, context_)});
  return result;
}

std::optional<Number> PathReader::valueOfCall(const Expr *expr,
                                              const Frame &frame) {
  const auto *call = llvm::cast<CallExpr>(expr);
  const FunctionDecl *callee = call->getDirectCallee();
  if (!callee)
    return std::nullopt;
  if (!isStandard(callee)) {
    const Frame *inside = frames_.enter(call, frame);
    const Expr *result = inside ? returnedOnly(*inside) : nullptr;
    return result ? number(result, *inside) : std::nullopt;
  }
  if (callee->getOverloadedOperator() == OO_Minus && call->getNumArgs() == 2)
    return distance(call->getArg(1), call->getArg(0), frame);
  if (!callee->getDeclName().isIdentifier())
    return std::nullopt;
  if (callee->getName() == "distance" && call->getNumArgs() == 2)
    return distance(call->getArg(0), call->getArg(1), frame);
  const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call);
  if (!member || (callee->getName() != "size" && callee->getName() != "length"))
    return std::nullopt;
  const Expr *self = member->getImplicitObjectArgument();
  if (isPointerLike(self->getType()) && !isView(self->getType()))
    return std::nullopt;
  if (MaybeNumber length = lengthOfView(self, frame, 0))
    return length;
  const MaybePath path = object(self, frame);
  return path ? invariant(*path, true, frame) : std::nullopt;
}

/// distance() returns how many elements of one array or container lie between
/// what two pointers or iterators refer to.
std::optional<Number> PathReader::distance(const Expr *from, const Expr *to,
                                           const Frame &frame) {
  const MaybePath a = target(from, frame);
  const MaybePath b = target(to, frame);
  if (!a || !b || a->root != b->root || a->steps.empty() ||
      a->steps.size() != b->steps.size())
    return std::nullopt;
  const auto isSame = [](const Step &x, const Step &y) {
    return x.kind == y.kind && x.field == y.field &&
           x.kind != Step::Kind::Part &&
           (x.kind != Step::Kind::Element ||
            (x.index && y.index && x.index->form == y.index->form));
  };
  const Step &first = a->steps.back();
  const Step &last = b->steps.back();
  if (first.kind != Step::Kind::Element || last.kind != first.kind ||
      !first.index || !last.index ||
      !std::equal(a->steps.begin(), a->steps.end() - 1, b->steps.begin(),
                  isSame))
    return std::nullopt;
  return combined(difference(last.index->form, first.index->form), *first.index,
                  *last.index);
}

std::optional<Number> PathReader::innerVariable(const ForStmt *loop,
                                                const Expr *use,
                                                const Frame &frame) {
  const ValueDecl *variable = llvm::cast<DeclRefExpr>(use)->getDecl();
  const auto known = inner_.find({loop, &frame});
  if (known != inner_.end())
    return Number{known->second, {}};
  if (!variable->getType()->isIntegerType() ||
      changesWithin(loop->getBody(), variable, frame))
    return std::nullopt;
  const bool outer = std::exchange(bounds_, false);
  std::optional<Range> range = rangeOf(loop, variable, frame);
  bounds_ = outer;
  if (!range)
    return std::nullopt;
  Form first; // What the symbol counts from.
  if (relative_ && range->low.mentions(iteration())) {
    const std::optional<Form> width = difference(range->high, range->low);
    if (!width)
      return std::nullopt;
    first = range->low;
    range->low = Form();
    range->high = *width;
  }
  const Symbol symbol = symbols_.size();
  symbols_.push_back({Known::Kind::Inner, "", "", true, range->low, range->high,
                      range->needs,
                      range->isCovered ? std::optional(InnerLoop(loop, &frame))
                                       : std::nullopt});
  const std::optional<Form> value = sum(first, Form::symbol(symbol));
  if (!value)
    return std::nullopt;
  inner_[{loop, &frame}] = *value;
  return Number{*value, {}};
}

/// bound() is number() for a limit of a loop, where a negative number that is
/// converted to an unsigned one would be a big limit.
std::optional<Number> PathReader::bound(const Expr *expr, const Frame &frame) {
  MaybeNumber value = number(expr, frame);
  const Expr *inner = plainExpr(expr)->IgnoreParenImpCasts();
  const bool isUnsigned = expr->getType()->isUnsignedIntegerType();
  const bool isVariable = inner->getType()->isUnsignedIntegerType() &&
                          !llvm::isa<BinaryOperator, CastExpr>(inner);
  if (value && isUnsigned && !isVariable && !value->form.asConstant())
    value->needs.push_back({value->form, spelled(expr->getType(), context_)});
  return value;
}

/// headerBound() is bound() for the annotated loop, whose limits are evaluated
/// before it in any case.
std::optional<Number> PathReader::headerBound(const Expr *expr) {
  if (MaybeNumber value = bound(expr, frames_.loop()))
    return value;
  const Effects &effects = *frames_.loop().effects;
  const bool reads =
      llvm::any_of(effects.mentions, [&](const Mention &mention) {
        return frames_.loop().statements->isWithin(mention.expr, {expr}) &&
               llvm::any_of(effects.changes, [&](const Change &change) {
                 return llvm::any_of(change.objects, [&](const Object &object) {
                   return object.isOutside() &&
                          object.variable == mention.object.variable;
                 });
               });
      });
  const std::optional<TextRange> range =
      textRange(expr->getSourceRange(), context_);
  if (reads || !range || expr->HasSideEffects(context_) ||
      !expr->getType()->isIntegralOrEnumerationType())
    return std::nullopt;
  const Symbol symbol = symbolFor("header " + std::to_string(range->offset));
  symbols_[symbol].text = "(" + text(*range, context_) + ")";
  return Number{Form::symbol(symbol), {}};
}

/// limits() returns the values below (or above) which a condition keeps a
/// variable: std::min(a, b) is two of them.
std::vector<Number> PathReader::limits(const Expr *expr, bool up,
                                       const Frame &frame, bool isAnnotated) {
  const MaybeNumber whole =
      isAnnotated ? headerBound(expr) : bound(expr, frame);
  if (whole)
    return {*whole};
  expr = plainExpr(expr)->IgnoreParenImpCasts();
  const auto *named = llvm::dyn_cast<DeclRefExpr>(expr);
  if (named && frame.scope->declares(named->getDecl()) &&
      !frame.changes(named->getDecl())) {
    const auto sources = frame.scope->sources(named->getDecl());
    const bool isOne = sources.size() == 1 && sources.front() != expr;
    return isOne ? limits(sources.front(), up, frame, isAnnotated)
                 : std::vector<Number>();
  }
  const auto *call = llvm::dyn_cast<CallExpr>(expr);
  const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
  std::vector<Number> all;
  if (callee && isStandard(callee) && call->getNumArgs() == 2 &&
      callee->getDeclName().isIdentifier() &&
      callee->getName() == (up ? "min" : "max"))
    for (const Expr *argument : call->arguments())
      llvm::append_range(all, limits(argument, up, frame, isAnnotated));
  return all;
}

/// end() returns the last value that a loop's variable can have. Of several
/// limits it takes one at a fixed distance from the first value.
std::optional<Number> PathReader::end(const CountingHeader &header,
                                      const Number &first, bool up,
                                      const Frame &frame, bool isAnnotated) {
  using Relation = CountingHeader::Relation;
  MaybeNumber best;
  for (const CountingHeader::Limit &limit : header.limits) {
    const bool excludes =
        limit.relation == Relation::NotEqual ||
        limit.relation == (up ? Relation::Less : Relation::Greater);
    const bool includes =
        limit.relation == (up ? Relation::LessEqual : Relation::GreaterEqual);
    if (!excludes && !includes)
      continue;
    for (Number &value : limits(limit.bound, up, frame, isAnnotated)) {
      const std::int64_t inside = includes ? 0 : up ? -1 : 1;
      const auto last = sum(value.form, Form::constant(inside));
      const auto width = last ? difference(*last, first.form) : std::nullopt;
      if (width && (!best || width->asConstant()))
        best = Number{*last, value.needs};
    }
  }
  return best;
}

std::optional<Range> PathReader::rangeOf(const ForStmt *loop,
                                         const ValueDecl *variable,
                                         const Frame &frame) {
  const CountingHeader header = countingHeader(loop, variable);
  const bool isAnnotated = loop == loop_;
  const bool beginsBefore = isAnnotated && !loop->getInit();
  if ((!header.first && !beginsBefore) || header.stepsUp == header.stepsDown)
    return std::nullopt;
  const MaybeNumber first = beginsBefore  ? valueBefore(variable)
                            : isAnnotated ? headerBound(header.first)
                                          : bound(header.first, frame);
  const MaybeNumber step =
      header.step ? number(header.step, frame) : Number{Form::constant(1), {}};
  const std::int64_t size = step ? step->form.asConstant().value_or(0) : 0;
  if (!first || size == 0)
    return std::nullopt;
  const bool up = header.stepsUp == (size > 0);
  const bool byOne = size == 1 || size == -1;
  // An unsigned variable could wrap at the end, and begin again at zero.
  const bool mayWrap =
      variable->getType()->isUnsignedIntegerType() &&
      !(up && first->form.isZero()) &&
      (!byOne || llvm::any_of(header.limits, [&](const auto &limit) {
        return limit.relation != (up ? CountingHeader::Relation::Less
                                     : CountingHeader::Relation::Greater);
      }));
  const bool mayJumpOver =
      !byOne && llvm::any_of(header.limits, [](const auto &limit) {
        return limit.relation == CountingHeader::Relation::NotEqual;
      });
  const MaybeNumber end = this->end(header, *first, up, frame, isAnnotated);
  if (!end || mayJumpOver || (mayWrap && !isAnnotated))
    return std::nullopt;
  const Expr *limit = byOne ? onlyLimit(loop, header) : nullptr;
  Range range{up ? first->form : end->form, up ? end->form : first->form,
              first->needs, limit && bound(limit, frame)};
  llvm::append_range(range.needs, end->needs);
  return range;
}

void PathReader::readIteration() {
  const auto *loop = llvm::dyn_cast<ForStmt>(loop_);
  if (!loop)
    return readElements(llvm::cast<CXXForRangeStmt>(loop_)->getRangeInit());
  const Frame &frame = frames_.loop();
  const CountingHeader header = countingHeader(loop, variable_);
  if (header.stepsUp == header.stepsDown ||
      changesWithin(loop->getBody(), variable_, frame))
    return;
  const MaybeNumber step =
      header.step ? number(header.step, frame) : Number{Form::constant(1), {}};
  if (!step || !step->needs.empty())
    return;
  const auto range = variable_->getType()->isIntegerType()
                         ? rangeOf(loop, variable_, frame)
                         : std::nullopt;
  step_ = step->form; // From here on, the variable has a value.
  if (!range)
    return;
  Known &iteration = symbols_[this->iteration()];
  iteration.hasRange = true;
  iteration.low = range->low;
  iteration.high = range->high;
  iteration.needs = range->needs;
}

Symbol PathReader::symbolFor(const std::string &key) {
  const auto [known, isNew] =
      invariants_.try_emplace(key, static_cast<Symbol>(symbols_.size()));
  if (isNew)
    symbols_.push_back({Known::Kind::Invariant, "", "", false, {}, {}, {}});
  return known->second;
}

} // namespace paraloop
