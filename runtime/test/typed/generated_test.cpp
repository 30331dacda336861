// Loops written as the tool writes them behave as the loops that they were made
// from.

#include "paraloop/paraloop.h"

#include "workers_test.h"

#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

class GeneratedTest : public paraloop_test::WorkersTest {};
PARALOOP_WITH_WORKERS(GeneratedTest);

struct Page {
  std::string title;
  std::string text;
  bool is_last = false;
  bool empty() const { return text.empty(); }
};

Page fetch(const std::string &url) {
  if (url.size() % 7 == 3)
    return {};
  if (url == "throw")
    throw std::invalid_argument("the page '" + url + "'");
  return {"title of " + url, url + " and " + url + " or " + url.substr(1),
          url == "last"};
}

std::vector<std::string> split(const std::string &text) {
  std::istringstream words(text);
  return {std::istream_iterator<std::string>(words), {}};
}

std::vector<std::string> some_urls(const std::string &special) {
  std::vector<std::string> urls;
  for (int i = 0; i < 200; ++i)
    urls.push_back(i == 150 ? special
                            : std::string("u") + std::to_string(i * i));
  return urls;
}

struct Words {
  long total = 3;
  std::map<std::string, int> frequencies;
  std::vector<std::string> titles;
  std::string error;
  bool operator==(const Words &o) const {
    return total == o.total && frequencies == o.frequencies &&
           titles == o.titles && error == o.error;
  }
};

void count_sequentially(const std::vector<std::string> &urls, Words &words) {
  auto &[total, frequencies, titles, error] = words;
  for (const std::string &url : urls) {
    Page page = fetch(url);
    if (page.empty())
      continue;
    for (const auto &word : split(page.text)) {
      ++frequencies[word];
      ++total;
    }
    titles.push_back(page.title);
    if (page.is_last)
      break;
  }
}

void count_in_workers(const std::vector<std::string> &urls, Words &words,
                      paraloop::Site paraloop_site) {
  long &total = words.total;
  auto &frequencies = words.frequencies;
  auto &titles = words.titles;
  // clang-format off
{ // [[paraloop]]: frequencies, total, titles: replayed in iteration order; urls: broadcast
  auto &&paraloop_range = urls;
  const auto paraloop_update_1 = [&](auto &word) { ++frequencies[word]; };
  const auto paraloop_update_2 = [&] { ++total; };
  const auto paraloop_update_3 = [&](auto &paraloop_1) { titles.push_back(paraloop_1); };
  const auto loop_iterator = [&](auto &paraloop_position, paraloop::Iteration &paraloop_iteration) {
    const std::string &url = *paraloop_position;
    {
      Page page = fetch(url);
      if (page.empty()) return;
      for (const auto &word : split(page.text)) { paraloop_iteration.update(paraloop_update_1, word); paraloop_iteration.update(paraloop_update_2); }
      paraloop_iteration.update(paraloop_update_3, page.title);
      if (page.is_last) return paraloop_iteration.leave();
    }
  };
for (const std::string &url : paraloop::run(paraloop_site, paraloop::elements(paraloop_range), loop_iterator)) {
  Page page = fetch(url);
  if (page.empty()) continue;
  for (const auto &word : split(page.text)) { ++frequencies[word]; ++total; }
  titles.push_back(page.title);
  if (page.is_last) break;
}
}
  // clang-format on
}

template <class Count> Words count(const std::string &special, Count count) {
  Words words;
  try {
    count(some_urls(special), words);
  } catch (const std::invalid_argument &error) {
    words.error = error.what();
  }
  return words;
}

TEST_P(GeneratedTest, WordsOfPages) {
  const auto parallel = [](const auto &urls, Words &words) {
    count_in_workers(urls, words, site());
  };
  for (const char *special : {"nothing", "last", "throw"})
    EXPECT_TRUE(count(special, parallel) == count(special, count_sequentially))
        << special;
  EXPECT_EQ(count("throw", parallel).error, "the page 'throw'");
}

// The first example of the Python package, in its C++ form.
TEST_P(GeneratedTest, CounterAndDictionary) {
  paraloop::Variable<long, paraloop::Sum> counter = 3;
  paraloop::Variable<std::map<std::string, std::string>, paraloop::Concatenate>
      dictionary;
  paraloop::Site paraloop_site = site();
  // clang-format off
{ // [[paraloop]]: counter, dictionary: replayed in iteration order
  const auto paraloop_update_1 = [&](auto &i) { counter += i; };
  const auto paraloop_update_2 = [&](auto &paraloop_1) { dictionary[paraloop_1] = "Hi!"; };
  const auto loop_iterator = [&](int i, paraloop::Iteration &paraloop_iteration) {
    {
      paraloop_iteration.update(paraloop_update_1, i);
      paraloop_iteration.update(paraloop_update_2, "key_" + std::to_string(i));
    }
  };
for (int i = paraloop::run(paraloop_site, paraloop::counted<int>(0, 100, 1, paraloop::less), loop_iterator); i < 100; ++i) {
  counter += i;
  dictionary["key_" + std::to_string(i)] = "Hi!";
}
}
  // clang-format on
  EXPECT_EQ(counter, 4953);
  EXPECT_EQ(dictionary.size(), 100U);
  EXPECT_EQ(dictionary.at("key_99"), "Hi!");
}

TEST_P(GeneratedTest, OneKeyWithTwoValues) {
  paraloop::Variable<std::map<int, int>, paraloop::ConcatenateUnique> unique;
  paraloop::Site paraloop_site = site();
  const auto paraloop_update_1 = [&](auto &i) { unique[i % 60] = i; };
  const auto loop_iterator = [&](int i,
                                 paraloop::Iteration &paraloop_iteration) {
    paraloop_iteration.update(paraloop_update_1, i);
  };
  EXPECT_THROW(paraloop::run(paraloop_site,
                             paraloop::counted<int>(0, 100, 1, paraloop::less),
                             loop_iterator),
               paraloop::DuplicateKey);
  EXPECT_EQ(unique.size(), 60U);
}

TEST_P(GeneratedTest, WhatTheBodyPrints) {
  paraloop::Site paraloop_site = site();
  const auto loop_iterator = [&](int i, paraloop::Iteration &) {
    std::cout << "line " << i << '\n';
    std::printf("and %d\n", i);
  };
  testing::internal::CaptureStdout();
  for (int i = paraloop::run(paraloop_site,
                             paraloop::counted<int>(0, 50, 1, paraloop::less),
                             loop_iterator);
       i < 50; ++i)
    ADD_FAILURE() << "ran natively";
  const std::string printed = testing::internal::GetCapturedStdout();
  std::string expected;
  for (int i = 0; i < 50; ++i)
    expected +=
        "line " + std::to_string(i) + "\nand " + std::to_string(i) + "\n";
  EXPECT_EQ(printed, expected);
}

} // namespace
