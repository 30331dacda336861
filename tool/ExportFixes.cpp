// ExportFixes.cpp: SourceFix -> clang::tooling::Diagnostic -> YAML, by Clang's
// own writer.

#include "ExportFixes.h"

#include "clang/Tooling/Core/Diagnostic.h"
#include "clang/Tooling/DiagnosticsYaml.h"
#include "llvm/Support/YAMLTraits.h"

using clang::tooling::Diagnostic;
using clang::tooling::DiagnosticMessage;

namespace paraloop {
namespace {

DiagnosticMessage messageAt(const std::string &text, const std::string &path,
                            unsigned offset) {
  DiagnosticMessage message(text);
  message.FilePath = path;
  message.FileOffset = offset;
  return message;
}

Diagnostic named(const std::string &id, DiagnosticMessage message,
                 Diagnostic::Level level) {
  return Diagnostic("paraloop-" + id, message, {}, level, "");
}

} // namespace

std::string
fixesText(const std::vector<SourceFix> &fixes, const std::string &name,
          const std::map<std::string, clang::tooling::Replacements> &edits) {
  clang::tooling::TranslationUnitDiagnostics all;
  for (const SourceFix &fix : fixes) {
    const auto &first = fix.edits.front();
    DiagnosticMessage message =
        messageAt(fix.message, first.getFilePath().str(), first.getOffset());
    for (const auto &edit : fix.edits)
      if (auto error = message.Fix[edit.getFilePath()].add(edit))
        llvm::consumeError(std::move(error)); // Never: they don't overlap.
    all.Diagnostics.push_back(
        named(fix.id, std::move(message), Diagnostic::Error));
  }
  for (const auto &[path, replacements] : edits) {
    if (replacements.empty())
      continue;
    DiagnosticMessage message =
        messageAt("the annotated loops of this file", path,
                  replacements.begin()->getOffset());
    message.Fix[path] = replacements;
    all.Diagnostics.push_back(
        named(name, std::move(message), Diagnostic::Remark));
  }
  std::string text;
  llvm::raw_string_ostream out(text);
  llvm::yaml::Output yaml(out);
  yaml << all;
  return out.str();
}

} // namespace paraloop
