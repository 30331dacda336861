// Refusal.cpp: from a refusal (a value) to a compiler error. The only file that
// creates Clang diagnostics.

#include "Refusal.h"

#include "clang/Basic/Diagnostic.h"

#include "llvm/ADT/STLExtras.h"

#include <cctype>
#include <iterator>

using namespace clang;

namespace paraloop {
namespace {

struct Row {
  const char *id;
  const char *message;
  const char *hint;
};

const Row Rows[] = {
#define PARALOOP_REFUSAL(name, id, message, hint) {id, message, hint},
#include "Refusals.def"
#undef PARALOOP_REFUSAL
};

const Row &rowOf(RefusalId id) { return Rows[static_cast<std::size_t>(id)]; }

/// filledIn() replaces %0, %1, ... in a row's text.
std::string filledIn(const char *pattern,
                     const std::vector<std::string> &subjects) {
  std::string text;
  for (const char *at = pattern; *at != '\0'; ++at) {
    if (*at != '%' || !std::isdigit(static_cast<unsigned char>(at[1]))) {
      text += *at;
      continue;
    }
    const std::size_t index = static_cast<std::size_t>(*++at - '0');
    text += index < subjects.size() ? subjects[index] : "?";
  }
  return text;
}

/// emit() hands finished text to Clang; "%0" keeps percent signs in it from
/// being read as a format.
DiagnosticBuilder emit(DiagnosticsEngine &diagnostics,
                       DiagnosticsEngine::Level level, SourceLocation where,
                       const std::string &text) {
  const unsigned id = diagnostics.getDiagnosticIDs()->getCustomDiagID(
      static_cast<DiagnosticIDs::Level>(level), "%0");
  return diagnostics.Report(where, id) << text;
}

} // namespace

void Refusals::add(Refusal refusal) {
  const bool isKnown = llvm::any_of(refusals_, [&](const Refusal &known) {
    return known.id == refusal.id && known.where == refusal.where;
  });
  if (!isKnown)
    refusals_.push_back(std::move(refusal));
}

void Refusals::append(std::vector<Refusal> refusals) {
  llvm::move(refusals, std::back_inserter(refusals_));
}

bool Refusals::isAbout(const std::string &subject) const {
  return llvm::any_of(refusals_, [&](const Refusal &known) {
    return !known.subjects.empty() && known.subjects.front() == subject;
  });
}

bool Refusals::has(RefusalId id) const {
  return llvm::any_of(refusals_,
                      [&](const Refusal &known) { return known.id == id; });
}

const char *idOf(RefusalId id) { return rowOf(id).id; }

std::string messageOf(const Refusal &refusal) {
  return filledIn(rowOf(refusal.id).message, refusal.subjects);
}

std::string hintOf(const Refusal &refusal) {
  return filledIn(rowOf(refusal.id).hint, refusal.subjects);
}

void report(DiagnosticsEngine &diagnostics, const Refusal &refusal) {
  {
    DiagnosticBuilder error =
        emit(diagnostics, DiagnosticsEngine::Error, refusal.where,
             messageOf(refusal) + " [paraloop-" + idOf(refusal.id) + "]");
    for (const FixIt &fix : refusal.fixes)
      error << FixItHint::CreateReplacement(fix.range, fix.text);
  }
  for (const Note &note : refusal.notes)
    emit(diagnostics, DiagnosticsEngine::Note, note.where, note.text);
  if (const std::string hint = hintOf(refusal); !hint.empty())
    emit(diagnostics, DiagnosticsEngine::Note, refusal.where, "hint: " + hint);
}

void reportWarning(DiagnosticsEngine &diagnostics, const Warning &warning,
                   bool asError) {
  emit(diagnostics,
       asError ? DiagnosticsEngine::Error : DiagnosticsEngine::Warning,
       warning.where,
       warning.text + " [paraloop-" + warning.id +
           (asError ? ",-Werror]" : "]"));
}

void reportRemark(DiagnosticsEngine &diagnostics, SourceLocation where,
                  const std::string &text) {
  emit(diagnostics, DiagnosticsEngine::Remark, where, text);
}

} // namespace paraloop
