// ResponseFile.cpp: reads and writes response files by the rules that GCC and
// Clang share: words are divided by white space; quotes of both kinds keep it;
// a backslash keeps the next character, also within quotes.

#include "ResponseFile.h"

#include "Text.h"

#include <cctype>
#include <stdexcept>

namespace paraloop::driver {
namespace {

/// Far beyond any real use; stops files that name each other.
constexpr int deepestNesting = 20;

std::vector<std::string> divide(const std::string &text) {
  std::vector<std::string> words;
  std::string word;
  bool inWord = false;
  char quote = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\' && i + 1 < text.size()) {
      word += text[++i];
      inWord = true;
    } else if (quote != 0) {
      c == quote ? void(quote = 0) : void(word += c);
    } else if (c == '\'' || c == '"') {
      quote = c;
      inWord = true; // "" is a word, an empty one
    } else if (!std::isspace(static_cast<unsigned char>(c))) {
      word += c;
      inWord = true;
    } else if (inWord) {
      words.push_back(std::move(word));
      word.clear();
      inWord = false;
    }
  }
  if (inWord)
    words.push_back(std::move(word));
  return words;
}

void expand(const std::vector<std::string> &words, int depth,
            std::vector<std::string> &result) {
  if (depth > deepestNesting)
    throw std::runtime_error("response files (@file) name each other without "
                             "end; write the arguments out");
  for (const std::string &word : words) {
    const auto text = word.size() > 1 && word[0] == '@'
                          ? readFile(word.substr(1))
                          : std::nullopt;
    if (text)
      expand(divide(*text), depth + 1, result);
    else
      result.push_back(word);
  }
}

} // namespace

std::vector<std::string>
expandResponseFiles(const std::vector<std::string> &words) {
  std::vector<std::string> result;
  expand(words, 0, result);
  return result;
}

std::string quoteForResponseFile(const std::vector<std::string> &words) {
  std::string text;
  for (const std::string &word : words) {
    text += '"';
    for (const char c : word) {
      if (c == '"' || c == '\\')
        text += '\\';
      text += c;
    }
    text += "\"\n";
  }
  return text;
}

} // namespace paraloop::driver
