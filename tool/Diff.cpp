// Diff.cpp: Myers' O(ND) comparison of lines, then hunks with three lines of
// context.

#include "Diff.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <algorithm>
#include <vector>

using llvm::ArrayRef;
using llvm::StringRef;

namespace paraloop {
namespace {

using Lines = ArrayRef<StringRef>;

constexpr std::size_t Context = 3;

/// MaxDistance bounds the memory of the search (its square); texts that differ
/// in more lines become one large change.
constexpr int MaxDistance = 2000;

/// Change replaces the lines [oldBegin, oldEnd) by the lines [newBegin,
/// newEnd).
struct Change {
  std::size_t oldBegin, oldEnd, newBegin, newEnd;
};

std::vector<StringRef> linesOf(StringRef text) {
  std::vector<StringRef> lines;
  while (!text.empty()) {
    const std::size_t length = std::min(text.size(), text.find('\n') + 1);
    lines.push_back(text.take_front(length == 0 ? text.size() : length));
    text = text.drop_front(lines.back().size());
  }
  return lines;
}

/// Search looks for the shortest way from the start to the end of both texts.
/// `diagonal` is old position minus new.
class Search {
public:
  Search(Lines before, Lines after) : before_(before), after_(after) {}

  /// changes() returns single-line changes, in order.
  std::vector<Change> changes() {
    const int limit = std::min<int>(
        MaxDistance, static_cast<int>(before_.size() + after_.size()));
    reach_.assign(2 * static_cast<std::size_t>(limit) + 3, 0);
    middle_ = limit + 1;
    for (int distance = 0; distance <= limit; ++distance) {
      history_.push_back(reach_);
      if (extend(distance))
        return walkBack(distance);
    }
    return {{0, before_.size(), 0, after_.size()}};
  }

private:
  using Reach =
      std::vector<std::size_t>; ///< Furthest old position on each diagonal.

  /// comesFromAbove() says whether the best way to `diagonal` inserts a line
  /// (else it deletes one).
  bool comesFromAbove(const Reach &reach, int diagonal, int distance) const {
    return diagonal == -distance ||
           (diagonal != distance &&
            reach[middle_ + diagonal - 1] < reach[middle_ + diagonal + 1]);
  }

  bool extend(int distance) {
    for (int diagonal = -distance; diagonal <= distance; diagonal += 2) {
      std::size_t x = comesFromAbove(reach_, diagonal, distance)
                          ? reach_[middle_ + diagonal + 1]
                          : reach_[middle_ + diagonal - 1] + 1;
      std::size_t y =
          x - static_cast<std::size_t>(static_cast<std::ptrdiff_t>(diagonal));
      while (x < before_.size() && y < after_.size() &&
             before_[x] == after_[y]) {
        ++x;
        ++y;
      }
      reach_[middle_ + diagonal] = x;
      if (x >= before_.size() && y >= after_.size())
        return true;
    }
    return false;
  }

  std::vector<Change> walkBack(int distance) const {
    std::vector<Change> changes;
    std::ptrdiff_t x = static_cast<std::ptrdiff_t>(before_.size());
    std::ptrdiff_t y = static_cast<std::ptrdiff_t>(after_.size());
    for (; distance > 0; --distance) {
      const Reach &reach = history_[static_cast<std::size_t>(distance)];
      const int diagonal = static_cast<int>(x - y);
      const bool inserts = comesFromAbove(reach, diagonal, distance);
      const int from = inserts ? diagonal + 1 : diagonal - 1;
      x = static_cast<std::ptrdiff_t>(reach[middle_ + from]);
      y = x - from;
      const std::size_t oldAt = static_cast<std::size_t>(x),
                        newAt = static_cast<std::size_t>(y);
      changes.push_back({oldAt, oldAt + !inserts, newAt, newAt + inserts});
    }
    std::reverse(changes.begin(), changes.end());
    return changes;
  }

  Lines before_, after_;
  Reach reach_;
  std::vector<Reach> history_; ///< reach_ before each distance.
  int middle_ = 0;
};

/// differences() compares what is left after the common beginning and end.
std::vector<Change> differences(Lines before, Lines after) {
  std::size_t head = 0, tail = 0;
  const std::size_t shorter = std::min(before.size(), after.size());
  while (head < shorter && before[head] == after[head])
    ++head;
  while (tail < shorter - head &&
         before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
    ++tail;
  std::vector<Change> changes = Search(before.drop_front(head).drop_back(tail),
                                       after.drop_front(head).drop_back(tail))
                                    .changes();
  for (Change &change : changes)
    change = {change.oldBegin + head, change.oldEnd + head,
              change.newBegin + head, change.newEnd + head};
  return changes;
}

void append(std::string &out, char sign, Lines lines) {
  for (StringRef line : lines) {
    out += sign;
    out += line;
    if (line.empty() || line.back() != '\n')
      out += "\n\\ No newline at end of file\n";
  }
}

/// rangeText() returns "first,count" as diff writes it: an empty range is named
/// by the line before it.
std::string rangeText(std::size_t begin, std::size_t end) {
  const std::size_t count = end - begin;
  return std::to_string(count == 0 ? begin : begin + 1) +
         (count == 1 ? "" : "," + std::to_string(count));
}

/// appendHunk() writes changes that are so near to each other that their
/// context meets.
void appendHunk(std::string &out, Lines before, Lines after,
                ArrayRef<Change> changes) {
  const Change &first = changes.front(), &last = changes.back();
  const std::size_t lead = std::min(Context, first.oldBegin);
  const std::size_t trail = std::min(Context, before.size() - last.oldEnd);
  out += "@@ -" + rangeText(first.oldBegin - lead, last.oldEnd + trail) + " +" +
         rangeText(first.newBegin - lead, last.newEnd + trail) + " @@\n";
  std::size_t at = first.oldBegin - lead;
  for (const Change &change : changes) {
    append(out, ' ', before.slice(at, change.oldBegin - at));
    append(out, '-',
           before.slice(change.oldBegin, change.oldEnd - change.oldBegin));
    append(out, '+',
           after.slice(change.newBegin, change.newEnd - change.newBegin));
    at = change.oldEnd;
  }
  append(out, ' ', before.slice(at, trail));
}

/// joined() puts deletions and insertions at one place into one change,
/// deletions first.
std::vector<Change> joined(ArrayRef<Change> changes) {
  std::vector<Change> joined;
  for (const Change &change : changes) {
    if (!joined.empty() && joined.back().oldEnd == change.oldBegin &&
        joined.back().newEnd == change.newBegin) {
      joined.back().oldEnd = change.oldEnd;
      joined.back().newEnd = change.newEnd;
    } else
      joined.push_back(change);
  }
  return joined;
}

} // namespace

std::string unifiedDiff(const std::string &name, const std::string &before,
                        const std::string &after) {
  if (before == after)
    return "";
  const std::vector<StringRef> oldLines = linesOf(before),
                               newLines = linesOf(after);
  const std::vector<Change> changes = joined(differences(oldLines, newLines));
  std::string out = "--- " + name + "\n+++ " + name + "\n";
  for (std::size_t begin = 0; begin != changes.size();) {
    std::size_t end = begin + 1;
    while (end != changes.size() &&
           changes[end].oldBegin - changes[end - 1].oldEnd <= 2 * Context)
      ++end;
    appendHunk(out, oldLines, newLines,
               ArrayRef(changes).slice(begin, end - begin));
    begin = end;
  }
  return out;
}

} // namespace paraloop
