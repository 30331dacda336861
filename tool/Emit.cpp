// Emit.cpp: the only place that spells names of the runtime
// (runtime/include/paraloop/).
//
//     {  // paraloop: total: replayed; n: broadcast
//       static paraloop::Site paraloop_site(...);
//       const auto paraloop_update_1 = [&](auto &x) { total += x; };
//       const auto loop_iterator = [&](int i, paraloop::Iteration
//       &paraloop_iteration) { the body, with updates recorded };
//       for (paraloop::Course paraloop_course(...); auto paraloop_leg = ...;)
//     for (int i = paraloop_leg.first(); paraloop_leg.inside(i) ||
//     paraloop_leg.stops(i < n); ++i) { the body as the user wrote it }
//     }

#include "Emit.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/ErrorHandling.h"

#include <cctype>

namespace paraloop {
namespace {

const std::string includeRuntime = "#include <paraloop/paraloop.h>\n";

std::string quoted(const std::string &text) {
  std::string made = "\"";
  for (const char one : text) {
    if (one == '"' || one == '\\')
      made += '\\';
    made += one;
  }
  return made + '"';
}

bool isWordCharacter(char one) {
  return std::isalnum(static_cast<unsigned char>(one)) != 0 || one == '_';
}

/// mentionsWord() returns true if `word` stands in `text` as a word of its own.
bool mentionsWord(llvm::StringRef text, llvm::StringRef word) {
  for (std::size_t at = text.find(word); at != llvm::StringRef::npos;
       at = text.find(word, at + 1)) {
    const bool startsWord = at == 0 || !isWordCharacter(text[at - 1]);
    const std::size_t end = at + word.size();
    if (startsWord && (end == text.size() || !isWordCharacter(text[end])))
      return true;
  }
  return false;
}

/// fieldsOf() returns what Fields<> and Owners<> take: the class, its bases,
/// its fields.
std::string fieldsOf(const FieldList &list) {
  std::string bases;
  for (const std::string &base : list.bases)
    bases += (bases.empty() ? "" : ", ") + base;
  std::string made = list.type + ", paraloop::Bases<" + bases + ">";
  for (const std::string &field : list.fields)
    made += ", &" + list.type + "::" + field;
  return made;
}

std::string operatorOf(Fold fold) {
  switch (fold) {
  case Fold::Sum:
    return "+=";
  case Fold::And:
    return "&=";
  case Fold::Or:
    return "|=";
  case Fold::Xor:
    return "^=";
  }
  llvm_unreachable("an operation without an operator");
}

std::string nameOf(Fold fold) {
  switch (fold) {
  case Fold::Sum:
    return "sum";
  case Fold::And:
    return "and";
  case Fold::Or:
    return "or";
  case Fold::Xor:
    return "xor";
  }
  llvm_unreachable("an operation without a name");
}

/// partName() returns the name of the body's part of a folded number.
std::string partName(std::size_t index) {
  return "paraloop_part_" + std::to_string(index + 1);
}

std::string join(const std::vector<std::string> &parts) {
  std::string joined;
  for (const std::string &part : parts)
    joined += (joined.empty() ? "" : ", ") + part;
  return joined;
}

/// tapeName() returns the name of what a body has of an update in turn.
std::string tapeName(std::size_t index) {
  return "paraloop_tape_" + std::to_string(index + 1);
}

/// Edited writes a text with its edits.
class Edited {
public:
  Edited(const LoopPlan &plan, const std::string &text,
         const std::vector<BodyEdit> &edits)
      : plan_(plan), text_(text), edits_(edits) {}

  std::string whole() { return upTo(0, text_.size()); }

private:
  /// upTo() returns the text from `done` to `end` with the edits in it.
  std::string upTo(std::size_t done, std::size_t end) {
    std::string made;
    while (next_ < edits_.size() && edits_[next_].offset < end) {
      const BodyEdit &edit = edits_[next_++];
      if (edit.offset < done)
        continue; // Inside of something that is replaced as a whole.
      made += text_.substr(done, edit.offset - done) + replacement(edit);
      done = edit.offset + edit.length;
    }
    return made + text_.substr(done, end - done);
  }

  std::string replacement(const BodyEdit &edit) {
    switch (edit.kind) {
    case BodyEdit::Kind::Record:
      return recordingCall(plan_.updates[edit.update], edit.update);
    case BodyEdit::Kind::Continue:
      return "return";
    case BodyEdit::Kind::Leave:
      return "return paraloop_iteration.leave()";
    case BodyEdit::Kind::Own:
      return "paraloop_iteration.own(" +
             upTo(edit.offset, edit.offset + edit.length) + ")";
    case BodyEdit::Kind::OwnBehind:
      return ownBehind(plan_.classes[edit.update]) +
             upTo(edit.offset, edit.offset + edit.length) + ")";
    case BodyEdit::Kind::OwnElements:
      return "(" + notingCall(edit) + ", " +
             upTo(edit.offset, edit.offset + edit.length) + ")";
    case BodyEdit::Kind::OwnBefore:
      return "{ " + notingCall(edit) + "; " +
             upTo(edit.offset, edit.offset + edit.length) + " }";
    case BodyEdit::Kind::Part:
      return partName(edit.update);
    case BodyEdit::Kind::Guard:
      return "paraloop_iteration.outside(paraloop_guard_" +
             std::to_string(edit.update + 1) + ", " +
             upTo(edit.offset, edit.offset + edit.length) + ")";
    case BodyEdit::Kind::Remove:
      return "";
    }
    llvm_unreachable("an edit of no kind");
  }

  static std::string ownBehind(const std::string &classes) {
    return classes.empty() ? "paraloop_iteration.own_behind("
                           : "paraloop_iteration.own_one_of<" + classes + ">(";
  }

  std::string notingCall(const BodyEdit &edit) const {
    return "paraloop_elements_" + std::to_string(edit.update + 1) + "(" +
           (plan_.variable.empty() ? "0" : plan_.variable) +
           ", paraloop_iteration)";
  }

  std::string recordingCall(const Update &update, std::size_t index) const {
    if (update.fold)
      return foldingCall(update, index);
    std::string operands;
    for (const Operand &operand : update.operands)
      operands += (operands.empty() ? "" : ", ") + recorded(operand);
    if (update.inOrder) // Braces evaluate from left to right.
      operands = "paraloop::Operands{" + operands + "}";
    if (!update.numbers.empty())
      return tapeName(index) + ".add(" + operands + ")" +
             (update.isBlock ? ";" : "");
    const std::string call = std::string("(paraloop_update_") +
                             std::to_string(index + 1) +
                             (operands.empty() ? "" : ", ") + operands + ")";
    if (!update.binds.empty())
      return "const auto " + update.binds + " = paraloop_iteration.bind" +
             call + ";";
    return "paraloop_iteration.update" + call + (update.isBlock ? ";" : "");
  }

  /// foldingCall() hands over the value, and then what leads to the number.
  std::string foldingCall(const Update &update, std::size_t index) const {
    const ElementFold &fold = *update.fold;
    std::string operands =
        fold.operand ? recorded(update.operands[*fold.operand]) : fold.value;
    if (fold.isTakenAway)
      operands = "paraloop::minus(" + operands + ")";
    for (std::size_t at = 0; at < update.operands.size(); ++at)
      if (fold.operand != at)
        operands += ", " + recorded(update.operands[at]);
    if (update.inOrder)
      operands = "paraloop::Operands{" + operands + "}";
    const std::string bits = fold.operation == Fold::Sum ? "" : "bit_";
    return "paraloop_iteration." + bits + nameOf(fold.operation) +
           "(paraloop_update_" + std::to_string(index + 1) + ", " + operands +
           ")";
  }

  std::string recorded(const Operand &operand) const {
    const std::string value =
        Edited(plan_, operand.text, operand.edits).whole();
    switch (operand.kind) {
    case Operand::Kind::Value:
    case Operand::Kind::Bound:
      return value;
    case Operand::Kind::AsItIs:
      return "paraloop::as_it_is(" + value + ")";
    case Operand::Kind::InPlace:
      return "paraloop::in_place(" + value + ")";
    }
    llvm_unreachable("an operand of no kind");
  }

  const LoopPlan &plan_;
  const std::string &text_;
  const std::vector<BodyEdit> &edits_;
  std::size_t next_ = 0;
};

class Emitter {
public:
  Emitter(const LoopPlan &plan, unsigned line, const std::string &indentation)
      : plan_(plan), line_(line), indentation_(indentation),
        iterator_(mentionsWord(plan.body, "loop_iterator")
                      ? "paraloop_loop_iterator"
                      : "loop_iterator") {}

  EmittedLoop emit() const {
    std::string before = "{ // paraloop: " + roles() + "\n";
    if (!plan_.header.init.empty())
      before += emitLine(plan_.file, plan_.header.initLine) +
                inner(plan_.header.init + ";");
    if (isRange())
      before += inner("auto &&paraloop_range = " + plan_.header.first + ";");
    before +=
        inner("static paraloop::Site paraloop_site(" + quoted(plan_.file) +
              ", " + std::to_string(plan_.line) + options() + ");");
    before += declared("Fields", plan_.fieldLists);
    before += declared("Owners", plan_.ownerLists);
    before += "PARALOOP_BEGIN_WORKER_COPY\n";
    for (std::size_t index = 0; index < plan_.updates.size(); ++index)
      before += update(plan_.updates[index], index + 1);
    for (std::size_t index = 0; index < plan_.elements.size(); ++index)
      before += inner(
          "const auto paraloop_elements_" + std::to_string(index + 1) +
          " = [&]([[maybe_unused]] std::int64_t paraloop_i, "
          "paraloop::Iteration "
          "&paraloop_iteration) { if (paraloop_iteration.once(" +
          std::to_string(index) + ")) { " + plan_.elements[index] + " } };");
    for (std::size_t index = 0; index < plan_.guards.size(); ++index)
      before += inner("[[maybe_unused]] const auto paraloop_guard_" +
                      std::to_string(index + 1) + " = paraloop::guard(" +
                      plan_.guards[index] + ");");
    before += iterator();
    if (plan_.header.endless)
      return {before + place(), assign("paraloop::run" + arguments()), "", "",
              " }"};
    before += inner("for (paraloop::Course paraloop_course" + arguments() +
                    "; auto paraloop_leg = paraloop_course.next();)");
    const auto [guard, guardEnd] = legGuard();
    return {before + place(), nativeStart(), guard, guardEnd, " }"};
  }

private:
  bool isRange() const { return plan_.header.kind == Header::Kind::Elements; }
  bool isStepped() const { return plan_.header.kind == Header::Kind::Stepped; }

  /// legGuard() returns what goes around the condition of the native loop.
  std::pair<std::string, std::string> legGuard() const {
    if (isRange())
      return {};
    if (isStepped() || !plan_.header.staysBound)
      return {"paraloop_leg.go() && paraloop_leg.more((", "))"};
    return {"paraloop_leg.inside(" + plan_.variable +
                ") || paraloop_leg.stops(",
            ")"};
  }

  std::string place() const {
    return emitLine(plan_.file, line_) + indentation_;
  }

  std::string assign(const std::string &value) const {
    const std::string &variable = plan_.header.assigned;
    return variable.empty() ? value : variable + " = " + value;
  }

  /// declared() makes the compiler see the lists that it can see here.
  std::string declared(const std::string &kind,
                       const std::vector<FieldList> &lists) const {
    std::string text;
    for (const FieldList &list : lists)
      if (list.isAccessible)
        text += inner("static_assert(paraloop::" + kind + "<" + fieldsOf(list) +
                      ">::declared);");
    return text;
  }

  std::string inner(const std::string &text) const {
    return indentation_ + "  " + text + "\n";
  }

  std::string roles() const {
    std::string made;
    for (const VariablePlan &variable : plan_.variables)
      if (variable.role != Role::LoopVariable)
        made += (made.empty() ? "" : "; ") + variable.name + ": " +
                name(variable.role).str();
    return made.empty() ? "nothing is shared" : made;
  }

  std::string options() const {
    std::string set;
    if (plan_.numProcesses)
      set += ".num_processes(" + std::to_string(*plan_.numProcesses) + ")";
    if (plan_.updateMayThrow)
      set += ".chunk(1)"; // Nothing of later iterations may show when an update
                          // throws.
    else if (plan_.chunk)
      set += ".chunk(" + std::to_string(*plan_.chunk) + ")";
    if (plan_.replaysOutput)
      set += ".replays_output()";
    if (plan_.timeoutNanoseconds)
      set += ".timeout(std::chrono::nanoseconds(" +
             std::to_string(*plan_.timeoutNanoseconds) + "))";
    if (plan_.retries)
      set += ".retries(" + std::to_string(*plan_.retries) + ")";
    if (!plan_.onCrash.empty())
      set += ".on_crash(paraloop::OnCrash::" + plan_.onCrash + ")";
    if (!plan_.onTimeout.empty())
      set += ".on_timeout(paraloop::OnTimeout::" + plan_.onTimeout + ")";
    if (plan_.progress)
      set += ".progress()";
    if (plan_.weights.carried != 0)
      set += ".carries(" + std::to_string(plan_.weights.carried) + ")";
    return set.empty() ? "" : ", paraloop::Options()" + set;
  }

  std::string update(const Update &update, std::size_t number) const {
    std::string parameters;
    for (std::size_t index = 0; index < update.operands.size(); ++index) {
      const Operand &operand = update.operands[index];
      if (update.fold && update.fold->operand == index)
        continue; // It comes last.
      parameters += std::string(parameters.empty() ? "" : ", ") +
                    (mentionsWord(update.statement, operand.parameter)
                         ? "" // Else a macro may still name it.
                         : "[[maybe_unused]] ") +
                    (operand.isConst ? "const auto &" : "auto &") +
                    operand.parameter;
    }
    if (update.fold)
      parameters +=
          std::string(parameters.empty() ? "" : ", ") + "auto &paraloop_value";
    const std::string head =
        "const auto paraloop_update_" + std::to_string(number) + " = [&]" +
        (parameters.empty() && update.binds.empty() ? ""
                                                    : "(" + parameters + ")");
    std::string body = update.statement + (update.isBlock ? "" : ";");
    if (update.fold)
      body = update.fold->target + " " + operatorOf(update.fold->operation) +
             " paraloop_value;";
    if (!update.binds.empty())
      body = update.isBlock ? body + " return " + update.binds + ";"
                            : "return (" + update.statement + ");";
    body =
        (update.binds.empty() ? " { " : " -> decltype(auto) { ") + body + " };";
    return emitLine(plan_.file, update.line) + inner(head + body);
  }

  std::string iterator() const {
    const std::string body = Edited(plan_, plan_.body, plan_.bodyEdits).whole();
    std::string made =
        inner("const auto " + iterator_ + " = [&](" + parameters(body) + ") {");
    if (isRange())
      made += inner("  [[maybe_unused]] " + plan_.header.variable +
                    " = *paraloop_position;");
    for (std::size_t index = 0; index < plan_.folds.size(); ++index)
      made += inner("  auto " + partName(index) +
                    " = paraloop::" + nameOf(plan_.folds[index].second) +
                    "_part(" + plan_.folds[index].first + ");");
    made += emitLine(plan_.file, plan_.bodyLine) + inner(body) + inner("};");
    return made + "PARALOOP_END_WORKER_COPY\n";
  }

  /// parameters() returns what the body for workers gets. One that does nothing
  /// but write to tapes gets no Iteration, and is faster then.
  std::string parameters(const std::string &body) const {
    std::vector<std::string> all;
    if (isRange())
      all.push_back("auto &paraloop_position");
    else if (!isStepped())
      all.push_back("[[maybe_unused]] " + plan_.header.variable);
    std::vector<std::string> tapes;
    for (std::size_t index = 0; index < plan_.updates.size(); ++index)
      if (!plan_.updates[index].numbers.empty())
        tapes.push_back("[[maybe_unused]] auto &" + tapeName(index));
    if (tapes.empty() || mentionsWord(body, "paraloop_iteration"))
      all.push_back("[[maybe_unused]] paraloop::Iteration &paraloop_iteration");
    all.insert(all.end(), tapes.begin(), tapes.end());
    return join(all);
  }

  std::string permission() const {
    std::string made;
    const auto require = [&](const std::string &condition) {
      made += (made.empty() ? "" : " && ") + condition;
    };
    if (plan_.foldsFloatingPoint)
      require("paraloop::exact_floating_point");
    for (const auto &[changed, read] : plan_.apart)
      require("paraloop::apart(" + changed + ", " + read + ")");
    for (const std::string &condition : plan_.conditions)
      require("(" + condition + ")");
    for (const std::string &stream : plan_.streams)
      require("paraloop::is_private_stream(" + stream + ")");
    return made;
  }

  std::string space() const {
    if (isRange())
      return std::string("paraloop::") +
             (plan_.header.multiPass ? "multi_pass_elements" : "elements") +
             "(paraloop_range)";
    if (isStepped())
      return "paraloop::stepped([&] { return " +
             (plan_.header.condition.empty()
                  ? "true"
                  : "static_cast<bool>(" + plan_.header.condition + ")") +
             "; }, [&] {" +
             (plan_.header.increment.empty()
                  ? ""
                  : " " + plan_.header.increment + "; ") +
             "})";
    return counted();
  }

  std::string counted() const {
    const bool isDeduced = mentionsWord(plan_.header.type, "auto");
    const std::string made =
        "paraloop::counted" + (isDeduced ? "" : "<" + plan_.header.type + ">") +
        "(" + plan_.header.first + ", " + plan_.header.bound + ", " +
        plan_.header.step + ", paraloop::" + plan_.header.relation + ")";
    const std::string &outside = plan_.header.assigned;
    return outside.empty() || !plan_.updateMayThrow
               ? made
               : "paraloop::outliving(" + outside + ", " + made + ")";
  }

  /// arguments() returns what run() or a Course gets, in parentheses.
  std::string arguments() const {
    std::string permitted = permission();
    const std::string partials = this->partials();
    if (permitted.empty() && !partials.empty())
      permitted = "true";
    std::string made = "(paraloop_site, " + space() + ", " + iterator_;
    if (!permitted.empty())
      made += ", " + permitted;
    return made + partials + ")";
  }

  std::string partials() const {
    std::string made;
    for (const std::string &variable : plan_.partials)
      made += ", paraloop::partial(" + variable + ")";
    for (const auto *folds : {&plan_.folds, &plan_.foldsInCalls})
      for (const auto &[variable, fold] : *folds)
        made += ", paraloop::" + nameOf(fold) + "_of_parts(" + variable + ")";
    for (std::size_t index = 0; index < plan_.updates.size(); ++index)
      if (const Update &update = plan_.updates[index]; !update.numbers.empty())
        made += ", paraloop::in_turn(paraloop_update_" +
                std::to_string(index + 1) + ", " + join(update.numbers) + ")";
    return made;
  }

  std::string nativeStart() const {
    if (isStepped()) // Its variables are where they have to be.
      return "";
    if (isRange())
      return "paraloop_leg.rest()";
    return assign("paraloop_leg.first()");
  }

  const LoopPlan &plan_;
  unsigned line_;
  const std::string &indentation_;
  std::string iterator_;
};

} // namespace

std::string emitLine(const std::string &file, unsigned line) {
  return "#line " + std::to_string(line) + " " + quoted(file) + "\n";
}

EmittedLoop emitLoop(const LoopPlan &plan, unsigned line,
                     const std::string &indentation) {
  return Emitter(plan, line, indentation).emit();
}

std::vector<std::string> emitFieldLists(const LoopPlan &plan) {
  std::vector<std::string> lines;
  const auto add = [&](const char *macro, const std::vector<FieldList> &lists) {
    for (const FieldList &list : lists)
      if (!list.isAccessible)
        lines.push_back(std::string(macro) + std::to_string(plan.line) + "_" +
                        std::to_string(lines.size() + 1) + ", " +
                        fieldsOf(list) + ")\n");
  };
  add("PARALOOP_FIELDS(paraloop_fields_", plan.fieldLists);
  add("PARALOOP_OWNERS(paraloop_owners_", plan.ownerLists);
  return lines;
}

std::string emitInclude(const std::string &file, unsigned line) {
  return includeRuntime + emitLine(file, line);
}

bool isInclude(const std::string &text) {
  return text.compare(0, includeRuntime.size(), includeRuntime) == 0;
}

} // namespace paraloop
