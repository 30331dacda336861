// Aliases.cpp: a variable whose address nobody took can't be read under another
// name. For the others, the types decide whether two names may stand for one
// object, and the addresses are compared when the loop starts.

#include "Aliases.h"

#include "Reachability.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"
#include "Travel.h"
#include "TypeContainment.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/RecursiveASTVisitor.h"

#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace clang;

namespace paraloop {
namespace {

/// EscapeFinder collects the variables of a function whose address is kept
/// somewhere: `&x`, a reference to x, a lambda that captures x by reference.
/// What a call receives by reference is not counted: few functions keep the
/// address.
class EscapeFinder : public RecursiveASTVisitor<EscapeFinder> {
public:
  /// The lambdas `around` the loop have no names of their own for what they
  /// capture.
  explicit EscapeFinder(const Stmt *loop,
                        llvm::DenseSet<const CXXRecordDecl *> around = {})
      : loop_(loop), around_(std::move(around)) {}

  bool TraverseStmt(Stmt *statement) {
    return (loop_ && statement == loop_) ||
           RecursiveASTVisitor<EscapeFinder>::TraverseStmt(statement);
  }
  bool VisitUnaryOperator(UnaryOperator *unary) {
    if (unary->getOpcode() == UO_AddrOf)
      add(unary->getSubExpr());
    return true;
  }
  bool VisitVarDecl(VarDecl *variable) {
    if (holdsReferences(variable->getType()) && variable->getInit())
      addAll(variable->getInit());
    if (variable->getInit() && movesContents(variable->getInit())) {
      noteExchange(variable->getInit());
      exchanges_.back().push_back(variable);
    }
    return true;
  }
  bool VisitCallExpr(CallExpr *call) {
    const FunctionDecl *callee = call->getDirectCallee();
    if (movesContents(call))
      noteExchange(call);
    if (!callee || depth_ > maxDepth)
      return true;
    // A container of references, and a function in sight that takes the address
    // of its parameter.
    const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call);
    const bool stores =
        member && isStandard(callee) &&
        holdsReferences(member->getImplicitObjectArgument()->getType());
    const unsigned skipped =
        llvm::isa<CXXOperatorCallExpr>(call) && llvm::isa<CXXMethodDecl>(callee)
            ? 1
            : 0;
    const bool storesAll = storesPointers(call);
    for (unsigned index = skipped; index < call->getNumArgs(); ++index)
      if (stores || storesAll ||
          keepsParameter(callee, index - skipped, depth_))
        addAll(call->getArg(index));
    return true;
  }
  /// A name of an element that is kept keeps the container.
  bool VisitCXXForRangeStmt(CXXForRangeStmt *loop) {
    if (loop->getLoopVariable() &&
        loop->getLoopVariable()->getType()->isReferenceType())
      elements_.push_back({loop->getLoopVariable(), loop->getRangeInit()});
    return true;
  }
  bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr *call) {
    if (call->getOperator() == OO_Equal && call->getNumArgs() == 2 &&
        holdsReferences(call->getArg(0)->getType()))
      addAll(call->getArg(1));
    return true;
  }

  /// finish() follows the elements to their containers.
  void finish() {
    for (bool grew = true; grew;) {
      const std::size_t before = escaped.size();
      for (const auto &[name, container] : elements_)
        if (escaped.contains(name))
          addAll(container);
      for (const auto &names : exchanges_)
        if (llvm::any_of(names, [&](const ValueDecl *name) {
              return escaped.contains(name);
            }))
          escaped.insert(names.begin(), names.end());
      grew = escaped.size() != before;
    }
  }

  bool VisitBinaryOperator(BinaryOperator *assignment) {
    if (!assignment->isAssignmentOp() ||
        !assignment->getType()->isPointerType())
      return true;
    if (const auto *named = llvm::dyn_cast<DeclRefExpr>(
            assignment->getLHS()->IgnoreParenImpCasts()))
      assigned.insert(named->getDecl());
    addAll(assignment->getRHS());
    return true;
  }
  bool VisitLambdaExpr(LambdaExpr *lambda) {
    if (around_.contains(lambda->getLambdaClass()))
      return true;
    for (const LambdaCapture &capture : lambda->captures())
      if (capture.capturesVariable() && capture.getCaptureKind() == LCK_ByRef)
        escaped.insert(capture.getCapturedVar());
    return true;
  }

  llvm::DenseSet<const ValueDecl *> escaped;
  llvm::DenseSet<const ValueDecl *> assigned; ///< Pointers.

private:
  void add(const Expr *expr) {
    expr = expr->IgnoreParenImpCasts();
    while (true) {
      if (const auto *member = llvm::dyn_cast<MemberExpr>(expr);
          member && !member->isArrow())
        expr = member->getBase()->IgnoreParenImpCasts();
      else if (const auto *subscript = llvm::dyn_cast<ArraySubscriptExpr>(expr))
        expr = subscript->getBase()->IgnoreParenImpCasts();
      else
        break;
    }
    if (const auto *named = llvm::dyn_cast<DeclRefExpr>(expr))
      escaped.insert(named->getDecl());
  }

  /// keepsParameter() returns true if the body of a function binds a reference
  /// parameter to something that may stay.
  static bool keepsParameter(const FunctionDecl *function, unsigned index,
                             unsigned depth) {
    const FunctionDecl *definition = nullptr;
    const Stmt *body = function->getBody(definition);
    if (!body || isStandard(definition) || isFromSystemHeader(definition) ||
        index >= definition->getNumParams() ||
        !definition->getParamDecl(index)->getType()->isReferenceType())
      return false;
    EscapeFinder inside(nullptr);
    inside.depth_ = depth + 1;
    inside.TraverseStmt(const_cast<Stmt *>(body));
    return inside.escaped.contains(definition->getParamDecl(index));
  }

  void addAll(const Stmt *statement) {
    if (const auto *named = llvm::dyn_cast_or_null<DeclRefExpr>(statement))
      escaped.insert(named->getDecl());
    for (const Stmt *child : statement->children())
      if (child)
        addAll(child);
  }

  /// movesContents() returns true for a statement after which one container has
  /// what another one had: a reference to an element of one may then lead into
  /// the other.
  static bool movesContents(const Stmt *statement) {
    static const llvm::StringSet<> names = {"swap",        "move",   "exchange",
                                            "swap_ranges", "splice", "merge",
                                            "iter_swap"};
    const auto *call = llvm::dyn_cast<CallExpr>(statement);
    const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
    if (callee && callee->getDeclName().isIdentifier() && isStandard(callee) &&
        names.contains(callee->getName()))
      return true;
    return llvm::any_of(statement->children(), [](const Stmt *child) {
      return child && llvm::isa<Expr>(child) && movesContents(child);
    });
  }

  void noteExchange(const Stmt *statement) {
    exchanges_.emplace_back();
    collectNames(statement, exchanges_.back());
  }

  static void collectNames(const Stmt *statement,
                           llvm::SmallVectorImpl<const ValueDecl *> &names) {
    if (const auto *named = llvm::dyn_cast<DeclRefExpr>(statement))
      if (llvm::isa<VarDecl>(named->getDecl()))
        names.push_back(named->getDecl());
    for (const Stmt *child : statement->children())
      if (child)
        collectNames(child, names);
  }

  /// storesPointers() is true for std::ref, and for algorithms that write into
  /// a container of pointers.
  static bool storesPointers(const CallExpr *call) {
    const FunctionDecl *callee = call->getDirectCallee();
    if (!callee || !isStandard(callee) || llvm::isa<CXXMethodDecl>(callee) ||
        callee->isOverloadedOperator() || !callee->getIdentifier())
      return false;
    if (callee->getName() == "ref" || callee->getName() == "cref" ||
        callee->getName() == "addressof")
      return true;
    return llvm::any_of(call->arguments(), [](const Expr *argument) {
      const auto *special =
          llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(
              argument->getType()->getAsCXXRecordDecl());
      if (!special || !isPointerLike(argument->getType()))
        return false;
      return llvm::any_of(special->getTemplateArgs().asArray(), ofPointers);
    });
  }

  /// The element type or the container of an iterator.
  static bool ofPointers(const TemplateArgument &argument) {
    if (argument.getKind() != TemplateArgument::Type)
      return false;
    const QualType type = argument.getAsType();
    return (type->isPointerType() && type->getPointeeType()->isPointerType()) ||
           (type->isRecordType() && holdsReferences(type));
  }

  const Stmt *loop_;
  llvm::DenseSet<const CXXRecordDecl *> around_;
  static constexpr unsigned maxDepth = 3; ///< Of calls that hand it on.
  unsigned depth_ = 0;
  std::vector<std::pair<const VarDecl *, const Expr *>> elements_;
  /// The variables of one exchange of contents.
  std::vector<llvm::SmallVector<const ValueDecl *, 4>> exchanges_;
};

/// escapesAround() looks at the outermost function around a loop: the variables
/// that a lambda captures belong to that.
EscapeFinder escapesAround(const FunctionDecl *function, const Stmt *loop) {
  llvm::DenseSet<const CXXRecordDecl *> lambdas;
  while (const auto *method = llvm::dyn_cast_or_null<CXXMethodDecl>(function)) {
    const auto *outer = llvm::dyn_cast_or_null<FunctionDecl>(
        method->getParent()->getParentFunctionOrMethod());
    if (!outer)
      break;
    if (method->getParent()->isLambda())
      lambdas.insert(method->getParent());
    function = outer;
  }
  EscapeFinder finder(loop, std::move(lambdas));
  if (function && function->getBody())
    finder.TraverseStmt(function->getBody());
  finder.finish();
  return finder;
}

class AliasFinder {
public:
  explicit AliasFinder(const AliasQuestion &question)
      : question_(question),
        escapes_(escapesAround(question.facts.function, question.facts.loop)) {}

  Aliases run() {
    for (const Object &changed : question_.changed) {
      if (question_.facts.effects.unseenUserCode.isValid() &&
          isReachableFromElsewhere(changed))
        aliases_.refusals.push_back(
            {RefusalId::UnseenMayRead,
             question_.facts.effects.unseenUserCode,
             {question_.facts.effects.unseenCallee, changed.describe()}});
      if (changed.kind == Object::Kind::Pointee || !hasOtherNames(changed))
        continue; // What lies behind pointers is compared below.
      for (const Mention *read : question_.reads)
        compare(changed, *read);
    }
    return std::move(aliases_);
  }

  /// behindPointers() compares the memory that is changed behind pointers.
  Aliases behindPointers() {
    Stretches stretches = compareStretches(
        {question_.facts,
         [&](const ValueDecl *variable) { return isUnshared(variable); },
         [&](const Object &object) { return question_.isVouched(object); },
         question_.isOwnTarget});
    return {{},
            std::move(stretches.checks),
            std::move(stretches.guards),
            std::move(stretches.refusals)};
  }

private:
  /// Where the object lies can't be told at build time.
  static bool isReference(const Object &object) {
    return !object.variable || isReferenceName(object.variable) ||
           (!object.path.empty() &&
            object.path.back()->getType()->isReferenceType());
  }

  /// A variable of this function whose address is not kept has no second name.
  bool hasOtherNames(const Object &object) const {
    if (!isLocalVariable(object) || escapes_.escaped.contains(object.variable))
      return true;
    return isReferenceName(object.variable);
  }

  /// `r` of `auto &r`, and of `auto &[r, s]`.
  static bool isReferenceName(const ValueDecl *name) {
    const auto *binding = llvm::dyn_cast<BindingDecl>(name);
    const ValueDecl *group = binding ? binding->getDecomposedDecl() : name;
    return group && group->getType()->isReferenceType();
  }

  /// A local object whose address is not kept, a pointer marked __restrict, or
  /// one to new memory that no other pointer gets.
  bool isUnshared(const ValueDecl *named) const {
    const auto *variable = llvm::dyn_cast<VarDecl>(named);
    if (!variable)
      return false;
    const QualType type = variable->getType();
    if (type.getNonReferenceType().isRestrictQualified())
      return true;
    if (!variable->hasLocalStorage() || escapes_.escaped.contains(variable) ||
        type->isReferenceType())
      return false;
    if (!type->isPointerType())
      return !isPointerLike(type) || isUniquePointer(type);
    return !escapes_.assigned.contains(variable) && variable->getInit() &&
           !changesInLoop(variable) && makesMemory(variable->getInit());
  }

  static bool isUniquePointer(QualType type) {
    const CXXRecordDecl *record = type->getAsCXXRecordDecl();
    return record && record->getDeclName().isIdentifier() &&
           record->getName() == "unique_ptr";
  }

  bool changesInLoop(const VarDecl *variable) const {
    return llvm::any_of(
        question_.facts.effects.changes, [&](const Change &change) {
          return llvm::any_of(change.objects, [&](const Object &object) {
            return object.variable == variable &&
                   object.kind == Object::Kind::Outside;
          });
        });
  }

  static bool makesMemory(const Expr *init) {
    init = init->IgnoreParenCasts();
    if (const auto *full = llvm::dyn_cast<ExprWithCleanups>(init))
      init = full->getSubExpr()->IgnoreParenCasts();
    if (llvm::isa<CXXNewExpr>(init))
      return llvm::cast<CXXNewExpr>(init)->getNumPlacementArgs() == 0;
    const auto *call = llvm::dyn_cast<CallExpr>(init);
    const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
    if (!callee || !callee->getDeclName().isIdentifier() ||
        !isFromSystemHeader(callee))
      return false;
    const llvm::StringRef name = callee->getName();
    return name == "malloc" || name == "calloc" || name == "aligned_alloc";
  }

  /// Code of the user's that is out of sight can read a global whose name it
  /// can know, and a local variable whose address was kept. It is taken not to
  /// read what a parameter or `this` refers to, unless it is handed that.
  bool isReachableFromElsewhere(const Object &object) const {
    const auto *variable = llvm::dyn_cast_or_null<VarDecl>(object.variable);
    if (object.kind == Object::Kind::Pointee && variable && variable->getInit())
      return !isFilePointer(variable->getType()) &&
             mayHoldReachable(variable->getInit());
    if (isLocalVariable(object))
      return escapes_.escaped.contains(object.variable);
    return variable && variable->isExternallyVisible();
  }

  /// mayHoldReachable() returns true for a pointer that is made from something
  /// with a name that others know.
  bool mayHoldReachable(const Stmt *init) const {
    if (const auto *named = llvm::dyn_cast<DeclRefExpr>(init))
      if (const auto *variable = llvm::dyn_cast<VarDecl>(named->getDecl()))
        return variable->isExternallyVisible() && !variable->isLocalVarDecl();
    return llvm::any_of(init->children(), [&](const Stmt *child) {
      return child && mayHoldReachable(child);
    });
  }

  void compare(const Object &changed, const Mention &read) {
    const QualType readType = typeOf(read.object);
    if (typeOf(changed).isNull() || readType.isNull())
      return;
    if (read.object.kind == Object::Kind::Pointee && !read.object.path.empty())
      return comparePath(changed, read);
    const QualType seen = readType.getNonReferenceType();
    if (seen->isPointerType() || isPointerLike(seen)) {
      comparePointer(changed, read, seen);
      return;
    }
    if (reaches(seen, changed))
      refuse(changed, read);
    if (read.object.variable == changed.variable)
      return; // Other fields of the same object.
    const bool eitherIsAlias = isReference(changed) || isReference(read.object);
    if (!eitherIsAlias ||
        (isReference(changed) && isLocalVariable(read.object) &&
         !isReference(read.object)))
      return;
    if (mayMeet(readType, changed) ||
        mayContain(bareType(typeOf(changed)), bareType(readType)))
      addPair(changed, read);
  }

  /// What a function in sight reads through a pointer or reference that is a
  /// field of its object.
  void comparePath(const Object &changed, const Mention &read) {
    for (const FieldDecl *field : read.object.path) {
      const QualType type = field->getType();
      if (!type->isReferenceType() && !type->isPointerType() &&
          !isPointerLike(type))
        continue;
      const QualType target =
          type->isReferenceType() ? bareType(type) : pointeeOf(type);
      if (!target.isNull() && !target->isFunctionType() &&
          (mayMeet(target, changed) || reaches(target, changed)))
        return refuse(changed, read);
    }
  }

  void comparePointer(const Object &changed, const Mention &read,
                      QualType pointer) {
    const QualType target = pointeeOf(pointer);
    if (target.isNull() || target->isFunctionType())
      return;
    if (reaches(target, changed))
      return refuse(changed, read);
    if (!mayMeet(target, changed))
      return;
    // How far the pointer reaches isn't known: its value only tells if the
    // other is an object of its own.
    const bool isWhole =
        changed.variable && changed.path.empty() && !isReference(changed);
    const bool isField = !changed.path.empty() &&
                         !changed.path.back()->getType()->isReferenceType();
    // A pointer to what the field is a part of says nothing about the field.
    const bool isPart =
        isField && !mayContain(bareType(typeOf(changed)), target);
    if (!pointer->isPointerType() || isPart)
      refuse(changed, read);
    else if (isWhole || isField)
      addPair(changed, read); // Else its stretch is compared.
  }

  void refuse(const Object &changed, const Mention &read) {
    for (const Refusal &known : aliases_.refusals)
      if (known.id == RefusalId::MayAlias &&
          known.subjects[1] == changed.describe())
        return;
    aliases_.refusals.push_back({RefusalId::MayAlias,
                                 read.where,
                                 {read.object.describe(), changed.describe()}});
  }

  /// withAddress() returns the object, or the smallest one around it whose
  /// address can be taken when the loop starts: no element of it, no bit-field,
  /// no packed field.
  static Object withAddress(const Object &object) {
    Object made = object;
    made.path.clear();
    QualType type = object.variable ? object.variable->getType() : QualType();
    for (const FieldDecl *field : object.path) {
      const CXXRecordDecl *record =
          type.isNull() ? nullptr
                        : type.getNonReferenceType()->getAsCXXRecordDecl();
      const auto *owner = llvm::dyn_cast<CXXRecordDecl>(field->getParent());
      const bool isField =
          !record || !owner || record == owner ||
          (record->hasDefinition() && record->isDerivedFrom(owner));
      const bool isArray = !type.isNull() && !record;
      if (!isField || isArray || field->isBitField() ||
          field->hasAttr<PackedAttr>() ||
          field->getParent()->hasAttr<PackedAttr>())
        break;
      made.path.push_back(field);
      type = field->getType();
    }
    return made;
  }

  /// hasNameHere() returns false for what another lambda captured with an
  /// initialiser.
  bool hasNameHere(const Object &object) const {
    const auto *variable = llvm::dyn_cast_or_null<VarDecl>(object.variable);
    return !variable || !variable->isInitCapture() ||
           variable->getDeclContext() == question_.facts.function;
  }

  void addPair(const Object &changed, const Mention &mention) {
    const Object &read = mention.object;
    if (!hasNameHere(read) || !hasNameHere(changed))
      return refuse(changed, mention);
    std::pair<std::string, std::string> pair(spelling(withAddress(changed)),
                                             spelling(withAddress(read)));
    if (llvm::find(aliases_.apart, pair) == aliases_.apart.end())
      aliases_.apart.push_back(std::move(pair));
  }

  const AliasQuestion &question_;
  EscapeFinder escapes_;
  Aliases aliases_;
};

} // namespace

Aliases findAliases(const AliasQuestion &question) {
  return AliasFinder(question).run();
}

llvm::DenseSet<const ValueDecl *> keptAddresses(const FunctionDecl *function,
                                                const Stmt *loop) {
  return std::move(escapesAround(function, loop).escaped);
}

Aliases findAliasesBehindPointers(const AliasQuestion &question) {
  return AliasFinder(question).behindPointers();
}

} // namespace paraloop
