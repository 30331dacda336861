// AliasChecks.cpp: one question for all that is replayed, and one for each
// object that is owned.

#include "AliasChecks.h"

#include "Aliases.h"
#include "RoleOptions.h"
#include "SharedVariables.h"
#include "StandardTypes.h"

#include "clang/AST/Type.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

template <class T> void addOnce(std::vector<T> &list, T one) {
  if (!llvm::is_contained(list, one))
    list.push_back(std::move(one));
}

class AliasCollector {
public:
  AliasCollector(const LoopFacts &facts, const AnnotatedLoop &loop,
                 const Division &division, Refusals &refusals)
      : facts_(facts), loop_(loop), division_(division), refusals_(refusals) {}

  AliasChecks run() {
    add(compareStretches(
        {facts_, [&](const Object &one) { return isVouched(one); },
         [&](const Expr *expr) { return isOwnTarget(expr); }}));
    const std::vector<Object> replayed = replayedObjects();
    add(findAliases({facts_, replayed, workerReads(), workerCasts()}));
    for (const OwnedObject &one : division_.owned)
      if (!isVouched(one.object))
        add(findAliases(
            {facts_, {one.object}, readsOfOthers(one.object), allCasts()}));
    for (const Object &object : replayed)
      if (isOutputStream(typeOf(object)) || isFilePointer(typeOf(object)))
        addOnce(checks_.streams, spelling(object));
    return std::move(checks_);
  }

private:
  bool isVouched(const Object &object) const {
    return isVouchedPrivate(object, loop_.options.roles) ||
           isVouchedIndependent(object, loop_.options.roles);
  }

  bool isOwnTarget(const Expr *expr) const {
    return llvm::any_of(division_.owned, [&](const OwnedObject &one) {
      return llvm::any_of(one.targets, [&](const Target &target) {
        return target.expr == expr;
      });
    });
  }

  std::vector<Object> replayedObjects() const {
    std::vector<Object> objects;
    for (const ReplayedObject &one : division_.replay.part.objects)
      if (llvm::none_of(objects, [&](const Object &known) {
            return overlaps(known, one.object);
          }))
        objects.push_back(one.object);
    return objects;
  }

  std::vector<const Mention *> workerReads() const {
    const ReplayCut &replay = division_.replay;
    std::vector<const Mention *> reads;
    for (const Mention &mention : facts_.effects.mentions)
      if (!replay.part.changeOf(mention) && !isVouched(mention.object) &&
          !isShared(mention.object) &&
          replay.isReadByWorker(mention.expr, facts_.statements))
        reads.push_back(&mention);
    return reads;
  }

  std::vector<const Mention *> readsOfOthers(const Object &object) const {
    std::vector<const Mention *> reads;
    for (const Mention &mention : facts_.effects.mentions)
      if (!overlaps(mention.object, object) && !isVouched(mention.object) &&
          !isShared(mention.object))
        reads.push_back(&mention);
    return reads;
  }

  std::vector<const PointerCast *> workerCasts() const {
    std::vector<const PointerCast *> casts;
    for (const PointerCast &cast : facts_.effects.casts)
      if (division_.replay.isReadByWorker(cast.expr, facts_.statements))
        casts.push_back(&cast);
    return casts;
  }

  std::vector<const PointerCast *> allCasts() const {
    std::vector<const PointerCast *> casts;
    for (const PointerCast &cast : facts_.effects.casts)
      casts.push_back(&cast);
    return casts;
  }

  void add(Stretches stretches) {
    refusals_.append(std::move(stretches.refusals));
    llvm::append_range(checks_.guards, stretches.guards);
    addOwners(stretches.owners);
    for (std::string &condition : stretches.checks)
      addOnce(checks_.conditions, std::move(condition));
  }

  void add(Aliases aliases) {
    refusals_.append(std::move(aliases.refusals));
    addOwners(aliases.owners);
    for (std::string &condition : aliases.conditions)
      addOnce(checks_.conditions, std::move(condition));
    for (auto &pair : aliases.apart)
      if (!llvm::is_contained(checks_.apart,
                              std::make_pair(pair.second, pair.first)))
        addOnce(checks_.apart, std::move(pair));
  }

  void addOwners(const std::vector<const CXXRecordDecl *> &owners) {
    for (const CXXRecordDecl *one : owners)
      addOnce(checks_.owners, one);
  }

  const LoopFacts &facts_;
  const AnnotatedLoop &loop_;
  const Division &division_;
  Refusals &refusals_;
  AliasChecks checks_;
};

} // namespace

AliasChecks findAliasChecks(const LoopFacts &facts, const AnnotatedLoop &loop,
                            const Division &division, Refusals &refusals) {
  return AliasCollector(facts, loop, division, refusals).run();
}

} // namespace paraloop
