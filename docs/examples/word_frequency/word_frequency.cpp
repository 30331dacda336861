// Which words do these pages use most?
//
// In:  word_frequency URL...
// Out: the number of distinct words, the number of words, the commonest words, and the pages in order. A page that
//      can't be had is reported on stderr and left out; the exit status is then 1.
//
// Nearly all the time goes into waiting for servers. [[paraloop]] lets the pages be fetched at the same time; the
// output is that of the plain loop, byte for byte.

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <iostream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <curl/curl.h>

struct Page {
  std::string title;
  std::string text;
  std::string error; // empty if all went well
};

// Called by libcurl with each piece of a page.
static std::size_t append(char *data, std::size_t size, std::size_t count, void *text) {
  static_cast<std::string *>(text)->append(data, size * count);
  return size * count;
}

static std::string firstLine(const std::string &text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string::npos)
    return "(empty)";
  const std::size_t end = text.find_first_of("\r\n", begin);
  return text.substr(begin, end == std::string::npos ? end : end - begin);
}

static std::string titleOf(const std::string &text) {
  const std::size_t begin = text.find("<title>");
  const std::size_t end = text.find("</title>");
  if (begin == std::string::npos || end == std::string::npos || end < begin)
    return firstLine(text);
  return firstLine(text.substr(begin + 7, end - begin - 7));
}

static Page fetch(const std::string &url) {
  Page page;
  CURL *request = curl_easy_init();
  if (request == nullptr) {
    page.error = "libcurl can't start a request";
    return page;
  }
  curl_easy_setopt(request, CURLOPT_URL, url.c_str());
  curl_easy_setopt(request, CURLOPT_WRITEFUNCTION, append);
  curl_easy_setopt(request, CURLOPT_WRITEDATA, &page.text);
  curl_easy_setopt(request, CURLOPT_FOLLOWLOCATION, 1L);
  curl_easy_setopt(request, CURLOPT_FAILONERROR, 1L); // "404 Not Found" is no page
  curl_easy_setopt(request, CURLOPT_TIMEOUT, 30L);
  const CURLcode result = curl_easy_perform(request);
  if (result != CURLE_OK)
    page.error = curl_easy_strerror(result);
  curl_easy_cleanup(request);
  page.title = titleOf(page.text);
  return page;
}

static std::vector<std::string> split(const std::string &text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text + ' ') {
    if (std::isalpha(static_cast<unsigned char>(c))) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else if (!word.empty()) {
      words.push_back(word);
      word.clear();
    }
  }
  return words;
}

static void printCommonest(const std::map<std::string, int> &frequencies) {
  std::vector<std::pair<std::string, int>> byCount(frequencies.begin(), frequencies.end());
  std::stable_sort(byCount.begin(), byCount.end(),
                   [](const auto &a, const auto &b) { return a.second > b.second; });
  std::cout << "the commonest:";
  for (std::size_t i = 0; i < byCount.size() && i < 10; ++i)
    std::cout << ' ' << byCount[i].first << ' ' << byCount[i].second;
  std::cout << '\n';
}

int main(int argc, char **argv) {
  const std::vector<std::string> urls(argv + 1, argv + argc);
  curl_global_init(CURL_GLOBAL_DEFAULT);

  long total = 0;
  int missing = 0;
  std::map<std::string, int> frequencies;
  std::vector<std::string> titles;

  [[paraloop]]
  for (const std::string &url : urls) {
    const Page page = fetch(url);
    if (!page.error.empty()) {
      std::cerr << url << ": " << page.error << '\n';
      ++missing;
      continue;
    }
    for (const std::string &word : split(page.text)) {
      ++frequencies[word];
      ++total;
    }
    titles.push_back(page.title);
  }

  std::cout << frequencies.size() << " distinct words, " << total << " in all\n";
  printCommonest(frequencies);
  for (const std::string &title : titles)
    std::cout << "  " << title << '\n';
  curl_global_cleanup();
  return missing == 0 ? 0 : 1;
}
