// Report.cpp: in: numbers. Out: JSON, and text for people.

#include "Report.h"

#include "Board.h"
#include "Config.h"
#include "Fatal.h"
#include "Progress.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace paraloop {
namespace {

std::string quoted(const std::string &text) {
  std::string json = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      json += '\\';
      json += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
      json += escape;
    } else {
      json += c;
    }
  }
  return json + '"';
}

/// Integers only: the program's locale may write fractions with a comma.
std::string in_seconds(double seconds) {
  const auto microseconds = static_cast<long long>(seconds * 1e6);
  char text[40];
  std::snprintf(text, sizeof text, "%lld.%06lld", microseconds / 1000000,
                microseconds % 1000000);
  return text;
}

std::string to_json(const std::array<Report::Slow, 5> &slowest) {
  std::string json;
  for (const Report::Slow &slow : slowest)
    if (slow.time != 0)
      json += (json.empty() ? "" : ", ") + std::string("{\"iteration\": ") +
              std::to_string(slow.iteration) + ", \"seconds\": " +
              in_seconds(static_cast<double>(slow.time) * 1e-9) + "}";
  return "[" + json + "]";
}

/// One write() with O_APPEND, so that programs that share the file don't mix
/// their lines.
bool append(const std::string &path, const std::string &line) {
  const int file =
      open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (file < 0)
    return false;
  ssize_t written;
  do
    written = write(file, line.data(), line.size());
  while (written < 0 && errno == EINTR);
  if (written >= 0 && static_cast<std::size_t>(written) != line.size()) {
    errno = ENOSPC;
    written = -1;
  }
  const int reason = errno;
  close(file);
  errno = reason;
  return written >= 0;
}

} // namespace

void Report::add(const Report &part) {
  workers += part.workers;
  iterations_in_workers += part.iterations_in_workers;
  chunks += part.chunks;
  retries += part.retries;
  skipped += part.skipped;
  waiting += part.waiting;
  working += part.working;
  applying += part.applying;
  record_bytes = std::max(record_bytes, part.record_bytes);
  for (const Slow &slow : part.slowest)
    insert(slowest, slow);
  native = part.native;
}

namespace detail {

Run::Run(const TripCount &trips) : open_(trips.open), began_(monotonic_now()) {
  report_.iterations = trips.iterations;
}

void Run::add(const Report &part) { report_.add(part); }

Report Run::end(std::uint64_t begun) const {
  Report report = report_;
  if (open_)
    report.iterations = begun;
  report.seconds = static_cast<double>(monotonic_now() - began_) * 1e-9;
  return report;
}

} // namespace detail

std::string place_of(const Site &site) {
  return std::string(site.file()) + ":" + std::to_string(site.line());
}

std::string to_json(const Site &site, const Report &report) {
  return "{\"loop\": " + quoted(place_of(site)) +
         ", \"iterations\": " + std::to_string(report.iterations) +
         ", \"workers\": " + std::to_string(report.workers) +
         ", \"iterations_in_workers\": " +
         std::to_string(report.iterations_in_workers) +
         ", \"chunks\": " + std::to_string(report.chunks) +
         ", \"seconds\": " + in_seconds(report.seconds) +
         ", \"retries\": " + std::to_string(report.retries) +
         ", \"native\": " + (report.native ? quoted(report.native) : "null") +
         ", \"waiting\": " + in_seconds(report.waiting) +
         ", \"working\": " + in_seconds(report.working) +
         ", \"applying\": " + in_seconds(report.applying) +
         ", \"skipped\": " + std::to_string(report.skipped) +
         ", \"peak_record_bytes\": " + std::to_string(report.record_bytes) +
         ", \"slowest\": " + to_json(report.slowest) + "}";
}

void notice(const Site &site, const std::string &what) {
  if (configuration().verbose)
    announce(site, what);
}

void announce(const Site &site, const std::string &what) {
  hide_progress();
  std::fprintf(stderr, "paraloop: %s: %s\n", place_of(site).c_str(),
               what.c_str());
}

void publish(const Site &site, const Report &report) {
  const Config &config = configuration();
  if (config.verbose) {
    notice(site,
           std::to_string(report.iterations) + " iterations, " +
               std::to_string(report.iterations_in_workers) + " of them in " +
               std::to_string(report.workers) + " workers, " +
               in_seconds(report.seconds) + " s" +
               (report.skipped != 0
                    ? "; " + std::to_string(report.skipped) + " skipped"
                    : "") +
               (report.native ? std::string("; runs natively: ") + report.native
                              : ""));
  }
  if (!config.report.empty() &&
      !append(config.report, to_json(site, report) + "\n"))
    fatal(exit_bad_setting, system_error(("PARALOOP_REPORT=" + config.report +
                                          " can't be written")
                                             .c_str()));
}

} // namespace paraloop
