// Annotation.cpp: a small state machine over the token stream.
//
//     [[likely, paraloop(chunk = 4)]] [[other]] for (...)
//     ^ a group ......................^ a group  ^ the word that decides:
//     `for`, or the annotation is misplaced

#include "Annotation.h"

#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "clang/Lex/Preprocessor.h"

#include <memory>

using namespace clang;

namespace paraloop {
namespace {

/// Found is a `paraloop` inside of a `[[...]]` whose `for` has not been seen
/// yet.
struct Found {
  SourceLocation name;
  SourceRange removal;       ///< The tokens that have to go so that it is gone.
  bool isWholeGroup = false; ///< There is nothing else in its `[[...]]`.
  bool hasOptions = false;
  CharSourceRange attribute; ///< Invalid where no file range stands for exactly
                             ///< the attribute.
  AttributeOptions options;
};

/// Span is a run of tokens in the current group, [begin, end).
struct Span {
  std::size_t begin;
  std::size_t end;
};

/// ForHeader is the `for (...)` that was seen last.
struct ForHeader {
  SourceLocation keyword;
  unsigned depth = 0;
  bool isComplete = false; ///< Nothing has come after its closing parenthesis.

  void see(const Token &token) {
    if (token.is(tok::kw_for) || isComplete)
      *this = {};
    if (token.is(tok::kw_for))
      keyword = token.getLocation();
    if (keyword.isInvalid())
      return;
    depth += token.is(tok::l_paren);
    depth -= token.is(tok::r_paren) && depth != 0;
    isComplete = token.is(tok::r_paren) && depth == 0;
  }
};

class Watcher {
public:
  Watcher(Preprocessor &preprocessor, Annotations &annotations)
      : preprocessor_(preprocessor), sources_(preprocessor.getSourceManager()),
        out_(annotations) {}

  void see(const Token &token) {
    if (token.isAnnotation()) // made by the parser or a pragma: has no
                              // spelling, and is none of ours
      return;
    if (!group_.empty())
      return continueGroup(token);
    if (bracket_)
      return seeAfterBracket(token);
    if (token.is(tok::l_square))
      bracket_ = token;
    else {
      if (begin_.isValid())
        endAttributes(token);
      header_.see(token);
    }
  }

private:
  void seeAfterBracket(const Token &token) {
    const Token bracket = *bracket_;
    bracket_.reset();
    if (token.is(tok::l_square)) {
      group_ = {bracket, token};
      depth_ = 2;
      return;
    }
    endAttributes(bracket);
    see(token);
  }

  void continueGroup(const Token &token) {
    group_.push_back(token);
    if (token.isOneOf(tok::l_square, tok::l_paren, tok::l_brace))
      ++depth_;
    else if (token.isOneOf(tok::r_square, tok::r_paren, tok::r_brace))
      --depth_;
    if (depth_ == 0)
      finishGroup();
    else if (token.is(tok::eof))
      group_.clear(); // unbalanced: the compiler's own error says so
  }

  void finishGroup() {
    if (begin_.isInvalid())
      begin_ = group_.front().getLocation();
    last_ = group_.back().getLocation();
    for (const Span item : itemsInGroup())
      readAttribute(item);
    group_.clear();
  }

  /// itemsInGroup() returns what stands between the commas of `[[a, b(c, d)]]`:
  /// a and b(c, d).
  std::vector<Span> itemsInGroup() const {
    std::vector<Span> items;
    const std::size_t last = group_.size() - 2;
    if (last <= 2 || group_[2].is(tok::kw_using)) // `[[using x: ...]]` names
                                                  // somebody else's attributes
      return items;
    std::size_t begin = 2;
    int depth = 0;
    for (std::size_t i = 2; i != last; ++i) {
      depth += group_[i].isOneOf(tok::l_square, tok::l_paren, tok::l_brace);
      depth -= group_[i].isOneOf(tok::r_square, tok::r_paren, tok::r_brace);
      if (depth == 0 && group_[i].is(tok::comma)) {
        items.push_back({begin, i});
        begin = i + 1;
      }
    }
    items.push_back({begin, last});
    return items;
  }

  void readAttribute(Span item) {
    const bool hasNamespace =
        item.begin + 1 < item.end && group_[item.begin + 1].is(tok::coloncolon);
    if (item.begin == item.end || hasNamespace ||
        !group_[item.begin].getIdentifierInfo())
      return;
    const Token &name = group_[item.begin];
    const StringRef text = name.getIdentifierInfo()->getName();
    if (text == "paraloop")
      readParaloop(item);
    else if (StringRef(text.lower()).edit_distance("paraloop", true, 2) <= 2)
      out_.refusals.push_back(
          {RefusalId::MisspeltAttribute,
           name.getLocation(),
           {text.str()},
           {},
           {{SourceRange(name.getLocation()), "paraloop"}}});
  }

  void readParaloop(Span item) {
    Found found;
    found.name = group_[item.begin].getLocation();
    found.removal = removalOf(item);
    found.attribute = fileRange(found.removal);
    found.isWholeGroup = item.begin == 2 && item.end + 2 == group_.size();
    if (item.end - item.begin >= 3 && group_[item.begin + 1].is(tok::l_paren)) {
      found.hasOptions = true;
      std::vector<OptionToken> tokens;
      for (std::size_t i = item.begin + 2; i + 1 < item.end; ++i)
        tokens.push_back(
            {group_[i].getLocation(), preprocessor_.getSpelling(group_[i])});
      parseOptions(tokens, found.options, out_.refusals);
    }
    found_.push_back(std::move(found));
  }

  /// removalOf() returns the tokens that have to go so that the attribute is
  /// gone: the whole group, or the item with one of the commas next to it.
  SourceRange removalOf(Span item) const {
    const auto at = [&](std::size_t index) {
      return group_[index].getLocation();
    };
    if (item.begin != 2)
      return {at(item.begin - 1), at(item.end - 1)};
    const bool isAlone = item.end + 2 == group_.size();
    return isAlone ? SourceRange(at(0), at(group_.size() - 1))
                   : SourceRange(at(item.begin), at(item.end));
  }

  CharSourceRange fileRange(SourceRange tokens) const {
    return Lexer::makeFileCharRange(CharSourceRange::getTokenRange(tokens),
                                    sources_, preprocessor_.getLangOpts());
  }

  /// endAttributes() decides about everything found, by the token that follows
  /// the attributes.
  void endAttributes(const Token &token) {
    const CharSourceRange all =
        begin_.isValid() ? fileRange({begin_, last_}) : CharSourceRange();
    for (std::size_t i = 0; i != found_.size(); ++i) {
      if (token.isNot(tok::kw_for))
        out_.refusals.push_back({RefusalId::MisplacedAttribute,
                                 found_[i].name,
                                 {describe(token)},
                                 {},
                                 movedBeforeFor(found_[i])});
      else if (i != 0)
        out_.refusals.push_back({RefusalId::RepeatedAttribute,
                                 found_[i].name,
                                 {},
                                 {},
                                 oneRemoved(found_[i])});
      else
        attach(found_[i], all, token);
    }
    found_.clear();
    begin_ = SourceLocation();
  }

  /// movedBeforeFor() repairs `for (...) [[paraloop]] {`.
  std::vector<FixIt> movedBeforeFor(const Found &found) const {
    const SourceLocation keyword = header_.keyword;
    if (!header_.isComplete || !found.isWholeGroup ||
        found.attribute.isInvalid() || keyword.isMacroID())
      return {};
    const StringRef text = Lexer::getSourceText(found.attribute, sources_,
                                                preprocessor_.getLangOpts());
    return {{SourceRange(keyword), text.str() + " for"}, {found.removal, ""}};
  }

  /// oneRemoved() keeps the one of two annotations that has the options.
  std::vector<FixIt> oneRemoved(const Found &second) const {
    const Found &first = found_.front();
    const Found &plain = second.hasOptions ? first : second;
    if (plain.hasOptions || plain.attribute.isInvalid() || found_.size() > 2)
      return {};
    return {{plain.removal, ""}};
  }

  void attach(const Found &found, CharSourceRange all, const Token &keyword) {
    if (keyword.getLocation().isMacroID())
      out_.refusals.push_back({RefusalId::LoopInMacro,
                               keyword.getLocation(),
                               {macroAt(keyword.getLocation())}});
    else if (found.attribute.isInvalid() || all.isInvalid())
      out_.refusals.push_back({RefusalId::AttributeInMacro,
                               sources_.getFileLoc(found.name),
                               {macroAt(found.name)}});
    else
      out_.loops.push_back({found.attribute.getAsRange(), all.getBegin(),
                            keyword.getLocation(), found.options});
  }

  std::string macroAt(SourceLocation place) const {
    if (!place.isMacroID())
      return "around it";
    return Lexer::getImmediateMacroName(place, sources_,
                                        preprocessor_.getLangOpts())
        .str();
  }

  std::string describe(const Token &token) const {
    return token.is(tok::eof) ? "the end of the file"
                              : "'" + preprocessor_.getSpelling(token) + "'";
  }

  Preprocessor &preprocessor_;
  SourceManager &sources_;
  Annotations &out_;
  ForHeader header_;
  std::optional<Token>
      bracket_;              ///< A `[` whose successor has not been seen yet.
  std::vector<Token> group_; ///< The tokens of an open `[[`.
  unsigned depth_ = 0;       ///< Open brackets in group_.
  std::vector<Found> found_; ///< In the groups since begin_.
  SourceLocation begin_, last_; ///< First and last token of the groups before
                                ///< the next other token.
};

} // namespace

void watchForAnnotations(Preprocessor &preprocessor, Annotations &annotations) {
  auto watcher = std::make_shared<Watcher>(preprocessor, annotations);
  preprocessor.setTokenWatcher(
      [watcher](const Token &token) { watcher->see(token); });
}

} // namespace paraloop
