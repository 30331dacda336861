// TemporaryVerdicts.cpp: asks Temporaries once for each object.

#include "TemporaryVerdicts.h"

#include "clang/AST/Decl.h"

#include "llvm/ADT/STLExtras.h"

#include <cstdint>

using namespace clang;

namespace paraloop {
namespace {

/// Two variables may have one name.
std::string keyOf(const Object &object) {
  const auto address = [](const void *decl) {
    return std::to_string(reinterpret_cast<std::uintptr_t>(decl));
  };
  std::string key = object.describe() + "@" + address(object.variable);
  for (const FieldDecl *field : object.path)
    key += "." + address(field);
  return key;
}

} // namespace

TemporaryVerdicts::TemporaryVerdicts(const LoopFacts &facts,
                                     const std::vector<NamedRole> &roles) {
  Temporaries temporaries(facts);
  for (const Change &change : facts.effects.changes)
    for (const Object &object : change.objects) {
      const bool isVouched = isVouchedPrivate(object, roles);
      if ((object.kind != Object::Kind::Outside && !isVouched) ||
          judged_.count(keyOf(object)) != 0)
        continue;
      const auto verdict = isVouched ? temporaries.judgeVouched(object)
                                     : temporaries.judge(object);
      judged_.try_emplace(keyOf(object), verdict);
      if (const auto *temporary = std::get_if<Temporary>(&verdict);
          temporary && !temporary->liveAfter)
        forgotten_.push_back(object);
    }
}

bool TemporaryVerdicts::isTemporary(const Object &object) const {
  const auto judged = judged_.find(keyOf(object));
  return judged != judged_.end() &&
         std::holds_alternative<Temporary>(judged->second);
}

void TemporaryVerdicts::addReason(Refusal &refusal) const {
  if (refusal.subjects.empty())
    return;
  const std::string name = refusal.subjects.front() + "@";
  const auto judged = llvm::find_if(judged_, [&](const auto &one) {
    return llvm::StringRef(one.first).starts_with(name);
  });
  const auto *reason = judged == judged_.end()
                           ? nullptr
                           : std::get_if<NotTemporary>(&judged->second);
  if (reason && reason->assigned.isValid() && !refusal.notes.empty() &&
      reason->read == refusal.where)
    refusal.notes.front() = {reason->assigned, reason->reason};
}

} // namespace paraloop
