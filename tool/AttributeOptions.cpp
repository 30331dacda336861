// AttributeOptions.cpp: `num_processes = 8, timeout = 30s, sum(total)` ->
// AttributeOptions, by one table row an option.

#include "AttributeOptions.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringRef.h"

#include <algorithm>
#include <iterator>
#include <limits>

using llvm::StringRef;

namespace paraloop {
namespace {

struct OptionRow {
  StringRef name;
  StringRef takes; ///< What a right value looks like, for the hint.
  bool (*isSet)(const AttributeOptions &);
  bool (*set)(StringRef value,
              AttributeOptions &); ///< False where the value is wrong.
  StringRef alone = "";            ///< The value if none is written.
};

/// integerFrom() reads a decimal integer, with C++14 digit separators, of at
/// least `least` and at most `most`.
std::optional<std::uint64_t> integerFrom(StringRef text, std::uint64_t least,
                                         std::uint64_t most) {
  std::string digits;
  for (char c : text)
    if (c != '\'')
      digits += c;
  std::uint64_t value = 0;
  if (digits.size() > 1 && digits.front() == '0') // would be octal in C++
    return std::nullopt;
  if (StringRef(digits).getAsInteger(10, value) || value < least ||
      value > most)
    return std::nullopt;
  return value;
}

/// durationFrom() reads a whole or decimal number with its unit, such as
/// 30s, 1.5s or 500ms.
std::optional<std::chrono::nanoseconds> durationFrom(StringRef text) {
  static const std::pair<StringRef, std::int64_t> units[] = {
      {"ns", 1},         {"us", 1000},           {"ms", 1000000},
      {"s", 1000000000}, {"min", 60000000000LL}, {"h", 3600000000000LL}};
  const StringRef number =
      text.take_while([](char c) { return llvm::isDigit(c) || c == '.'; });
  const StringRef suffix = text.drop_front(number.size());
  const auto *unit = llvm::find_if(
      units, [&](const auto &known) { return known.first == suffix; });
  const auto [whole, fraction] = number.split('.');
  std::int64_t count = 0;
  if (unit == std::end(units) || (!number.empty() && number.back() == '.') ||
      whole.getAsInteger(10, count))
    return std::nullopt;
  if (count > std::numeric_limits<std::int64_t>::max() / unit->second - 1)
    return std::nullopt;
  std::int64_t nanoseconds = count * unit->second;
  std::int64_t place = unit->second;
  for (char digit : fraction) {
    place /= 10;
    if (digit == '.' || (place == 0 && digit != '0'))
      return std::nullopt; // finer than a nanosecond
    nanoseconds += (digit - '0') * place;
  }
  if (nanoseconds == 0)
    return std::nullopt;
  return std::chrono::nanoseconds(nanoseconds);
}

template <auto Member> bool isSet(const AttributeOptions &options) {
  return (options.*Member).has_value();
}

template <auto Member, std::uint64_t Most, std::uint64_t Least = 1>
bool setInteger(StringRef value, AttributeOptions &options) {
  const std::optional<std::uint64_t> number = integerFrom(value, Least, Most);
  if (number)
    options.*Member = static_cast<
        typename std::decay_t<decltype(options.*Member)>::value_type>(*number);
  return number.has_value();
}

bool setTimeout(StringRef value, AttributeOptions &options) {
  options.timeout = durationFrom(value);
  return options.timeout.has_value();
}

bool setOnCrash(StringRef value, AttributeOptions &options) {
  options.onCrash = value.str();
  return value == "retry" || value == "native" || value == "error";
}

bool setOnTimeout(StringRef value, AttributeOptions &options) {
  options.onTimeout = value.str();
  return value == "error" || value == "retry" || value == "skip";
}

bool setProgress(StringRef value, AttributeOptions &options) {
  options.progress = value == "true";
  return value == "true" || value == "false";
}

const OptionRow Rows[] = {
    {"num_processes", "a whole number from 1 to 1024",
     isSet<&AttributeOptions::numProcesses>,
     setInteger<&AttributeOptions::numProcesses, 1024>},
    {"chunk", "a whole number of iterations, at least 1",
     isSet<&AttributeOptions::chunk>,
     setInteger<&AttributeOptions::chunk,
                std::numeric_limits<std::uint64_t>::max()>},
    {"timeout",
     "a number with its unit (ns, us, ms, s, min or h), such as 30s, 1.5s or "
     "500ms",
     isSet<&AttributeOptions::timeout>, setTimeout},
    {"retries", "a whole number from 0 to 1000",
     isSet<&AttributeOptions::retries>,
     setInteger<&AttributeOptions::retries, 1000, 0>},
    {"on_crash", "retry, native or error", isSet<&AttributeOptions::onCrash>,
     setOnCrash},
    {"on_timeout", "error, retry or skip", isSet<&AttributeOptions::onTimeout>,
     setOnTimeout},
    {"progress", "true or false, or nothing",
     isSet<&AttributeOptions::progress>, setProgress, "true"},
};

struct RoleRow {
  StringRef name;
  RoleOption option;
};

const RoleRow RoleRows[] = {
    {"sum", RoleOption::Sum},       {"concatenate", RoleOption::Concatenate},
    {"last", RoleOption::Last},     {"private", RoleOption::Private},
    {"shared", RoleOption::Shared}, {"independent", RoleOption::Independent},
    {"ignore", RoleOption::Ignore},
};

std::vector<StringRef> knownNames() {
  std::vector<StringRef> names;
  for (const OptionRow &row : Rows)
    names.push_back(row.name);
  for (const RoleRow &row : RoleRows)
    names.push_back(row.name);
  return names;
}

/// nearestTo() returns the known option that is spelt much like `name`, or
/// nothing.
StringRef nearestTo(StringRef name) {
  const auto distance = [&](StringRef known) {
    return StringRef(name.lower()).edit_distance(known);
  };
  const std::vector<StringRef> names = knownNames();
  const StringRef nearest = *std::min_element(
      names.begin(), names.end(), // llvm:: has it since 17.
      [&](StringRef a, StringRef b) { return distance(a) < distance(b); });
  return distance(nearest) <= nearest.size() / 3 ? nearest : "";
}

Refusal unknownOption(const OptionToken &name) {
  const StringRef nearest = nearestTo(name.text);
  Refusal refusal{
      RefusalId::UnknownOption,
      name.where,
      {name.text,
       nearest.empty() ? "" : "; did you mean '" + nearest.str() + "'?",
       llvm::join(knownNames(), ", ")}};
  if (!nearest.empty())
    refusal.fixes = {{clang::SourceRange(name.where), nearest.str()}};
  return refusal;
}

/// Item is what stands between two commas.
using Item = llvm::ArrayRef<OptionToken>;

std::vector<Item> itemsIn(llvm::ArrayRef<OptionToken> tokens) {
  std::vector<Item> items;
  std::size_t depth = 0, begin = 0;
  for (std::size_t i = 0; i != tokens.size(); ++i) {
    const StringRef text = tokens[i].text;
    depth += text == "(" || text == "[" || text == "{";
    depth -= depth != 0 && (text == ")" || text == "]" || text == "}");
    if (text != "," || depth != 0)
      continue;
    items.push_back(tokens.slice(
        begin, i + 1 - begin)); // with its comma: an empty item needs a place
    begin = i + 1;
  }
  items.push_back(tokens.drop_front(begin));
  return items;
}

std::string textOf(Item item) {
  std::string text;
  for (const OptionToken &token : item)
    text +=
        (text.empty() || text == "-" || text == "+" ? "" : " ") + token.text;
  return text;
}

bool isName(StringRef text) {
  return !text.empty() && (llvm::isAlpha(text.front()) || text.front() == '_');
}

/// variableIn() joins `this -> x`, `p->x.y`, `*p` or `name::x`; empty where the
/// tokens are something else.
std::string variableIn(Item item) {
  std::string text;
  bool needsName = true;
  for (const OptionToken &token : item) {
    const bool joins =
        token.text == "->" || token.text == "." || token.text == "::";
    const bool refers = text.empty() && token.text == "*";
    if (!refers && (joins == needsName || !(joins || isName(token.text))))
      return "";
    needsName = joins || refers;
    text += token.text;
  }
  return needsName ? "" : text;
}

/// parseRole() reads one `role(variable, ...)`.
std::optional<Refusal> parseRole(Item item, RoleOption option,
                                 AttributeOptions &options) {
  const OptionToken &name = item.front();
  if (item.size() < 4 || item[1].text != "(" || item.back().text != ")")
    return Refusal{RefusalId::BadOptionSyntax,
                   name.where,
                   {"'" + name.text + "' names no variable"}};
  for (Item one : itemsIn(item.slice(2, item.size() - 3))) {
    if (!one.empty() && one.back().text == ",")
      one = one.drop_back();
    const std::string variable = variableIn(one);
    if (variable.empty())
      return Refusal{RefusalId::BadOptionSyntax,
                     one.empty() ? name.where : one.front().where,
                     {"'" + textOf(one) + "' is not the name of a variable"}};
    for (const NamedRole &known : options.roles)
      if (known.variable == variable)
        return Refusal{RefusalId::RepeatedRole,
                       one.front().where,
                       {variable, nameOf(known.option).str(), name.text}};
    options.roles.push_back({option, variable, one.front().where});
  }
  return std::nullopt;
}

/// parseItem() reads one `name = value` or `role(variable, ...)`.
std::optional<Refusal> parseItem(Item item, AttributeOptions &options) {
  const OptionToken &name = item.front();
  if (!isName(name.text))
    return Refusal{
        RefusalId::BadOptionSyntax,
        name.where,
        {"expected the name of an option before '" + name.text + "'"}};
  for (const RoleRow &role : RoleRows)
    if (role.name == name.text)
      return parseRole(item, role.option, options);
  const auto *row = llvm::find_if(
      Rows, [&](const OptionRow &known) { return known.name == name.text; });
  if (row == std::end(Rows))
    return unknownOption(name);
  const bool isAlone = item.size() == 1 && !row->alone.empty();
  if (!isAlone && (item.size() < 3 || item[1].text != "="))
    return Refusal{RefusalId::BadOptionSyntax,
                   name.where,
                   {"option '" + name.text + "' has no value"}};
  if (row->isSet(options))
    return Refusal{RefusalId::RepeatedOption, name.where, {name.text}};
  const std::string value =
      isAlone ? row->alone.str() : textOf(item.drop_front(2));
  if (!row->set(value, options))
    return Refusal{RefusalId::BadOptionValue,
                   item[2].where,
                   {name.text, value, row->takes.str()}};
  return std::nullopt;
}

} // namespace

StringRef nameOf(RoleOption option) {
  return llvm::find_if(RoleRows,
                       [&](const RoleRow &row) { return row.option == option; })
      ->name;
}

void parseOptions(const std::vector<OptionToken> &tokens,
                  AttributeOptions &options, std::vector<Refusal> &refusals) {
  if (tokens.empty())
    return;
  const std::size_t before = refusals.size();
  for (Item item : itemsIn(tokens)) {
    const bool hasComma = !item.empty() && item.back().text == ",";
    const Item content = hasComma ? item.drop_back() : item;
    std::optional<Refusal> refusal;
    if (content.empty())
      refusal = Refusal{RefusalId::BadOptionSyntax,
                        hasComma ? item.back().where : tokens.back().where,
                        {"expected an option " +
                         std::string(hasComma ? "before" : "after") + " ','"}};
    else
      refusal = parseItem(content, options);
    if (refusal)
      refusals.push_back(std::move(*refusal));
  }
  if (options.onTimeout && !options.timeout && refusals.size() == before)
    refusals.push_back({RefusalId::BadOptionSyntax,
                        tokens.front().where,
                        {"'on_timeout' needs a 'timeout'"}});
}

} // namespace paraloop
