// Lines of JSON, parsed into maps that are kept.
#include "bench.h"
#include <map>
#include <string>
#include <vector>
#ifndef LOOP
#include "ways.h"
#endif

using Row = std::map<std::string, std::string>;

static std::string line(std::uint64_t i) {
  std::string text = "{";
  for (std::uint64_t k = 0; k < 8; ++k)
    text += (k ? ", \"" : "\"") + std::string("field_") + std::to_string(k) + "\": \"some \\\"text\\\" of the field " +
            std::to_string(bench::mix(8 * i + k) % 1000000) + "\"";
  return text + "}";
}

// Reads a string from text[at], a quote, on; leaves `at` behind the closing quote.
static std::string quoted(const std::string &text, std::size_t &at) {
  std::string value;
  for (++at; text[at] != '"'; ++at) {
    if (text[at] == '\\')
      ++at;
    value += text[at];
  }
  ++at;
  return value;
}

static Row parse(const std::string &text) {
  Row row;
  for (std::size_t at = 1; text[at] != '}';) {
    at = text.find('"', at);
    const std::string name = quoted(text, at);
    at = text.find('"', at);
    row[name] = quoted(text, at);
  }
  return row;
}

int main(int argc, char **argv) {
  const long n = bench::argument(argc, argv, 1);
  std::vector<std::string> lines;
  for (long i = 0; i < n; ++i)
    lines.push_back(line(static_cast<std::uint64_t>(i)));
  std::vector<Row> rows;
  {
    const bench::Stopwatch stopwatch;
#ifdef LOOP
    [[paraloop]] for (const std::string &text : lines) rows.push_back(parse(text));
#else
    rows.resize(lines.size());
    ways::rows(
        n, [&](long i, Row *row) { *row = parse(lines[static_cast<std::size_t>(i)]); }, ways::slice(rows));
#endif
  }
  std::string text;
  for (const Row &row : rows)
    for (const auto &[name, value] : row)
      text += name + '=' + value + '\n';
  bench::exact("rows", bench::checksum(text));
}
