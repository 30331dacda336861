// Cgroup.cpp: in: two files of /proc. Out: directories.

#include "Cgroup.h"

#include "ProcFs.h"

#include <sstream>

namespace paraloop {
namespace {

/// Membership is one line of /proc/self/cgroup: "4:cpu,cpuacct:/a/b", or
/// "0::/a/b" for version 2.
struct Membership {
  std::string controllers;
  std::string path;
};

struct Mount {
  std::string root;  // which part of the hierarchy is mounted
  std::string point; // where
  bool version2 = false;
  std::string options;
};

bool in_list(const std::string &list, const std::string &wanted) {
  std::istringstream items(list);
  for (std::string item; std::getline(items, item, ',');)
    if (item == wanted)
      return true;
  return false;
}

std::vector<Membership> memberships(const std::string &root) {
  std::vector<Membership> found;
  std::istringstream lines(read_text(root + "/proc/self/cgroup"));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t first = line.find(':');
    const std::size_t second =
        first == std::string::npos ? first : line.find(':', first + 1);
    if (second != std::string::npos)
      found.push_back({line.substr(first + 1, second - first - 1),
                       line.substr(second + 1)});
  }
  return found;
}

/// The kernel writes blanks, tabs, newlines and backslashes in paths as three
/// octal digits.
std::string unescaped(const std::string &text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 3 < text.size()) {
      plain += static_cast<char>((text[i + 1] - '0') * 64 +
                                 (text[i + 2] - '0') * 8 + (text[i + 3] - '0'));
      i += 3;
    } else {
      plain += text[i];
    }
  }
  return plain;
}

std::vector<Mount> mounts(const std::string &root) {
  std::vector<Mount> found;
  std::istringstream lines(read_text(root + "/proc/self/mountinfo"));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t dash = line.find(" - ");
    if (dash == std::string::npos)
      continue;
    std::istringstream before(line.substr(0, dash)),
        after(line.substr(dash + 3));
    std::string skipped, type, source;
    Mount mount;
    before >> skipped >> skipped >> skipped >> mount.root >> mount.point;
    after >> type >> source >> mount.options;
    mount.root = unescaped(mount.root);
    mount.point = unescaped(mount.point);
    mount.version2 = type == "cgroup2";
    if (mount.version2 || type == "cgroup")
      found.push_back(mount);
  }
  return found;
}

/// Adds the group's directory and its ancestors up to the mount point.
void add_with_ancestors(const Mount &mount, const std::string &root,
                        std::string path,
                        std::vector<std::string> &directories) {
  const bool below = mount.root == "/" || path == mount.root ||
                     path.rfind(mount.root + "/", 0) == 0;
  // Inside a container the path can name a group that isn't mounted here: only
  // the mount point is left.
  path = !below || path.find("..") != std::string::npos ? ""
         : mount.root == "/"                            ? path
                             : path.substr(mount.root.size());
  while (!path.empty() && path != "/") {
    directories.push_back(root + mount.point + path);
    path.erase(path.rfind('/') == std::string::npos ? 0 : path.rfind('/'));
  }
  directories.push_back(root + mount.point);
}

} // namespace

std::vector<std::string> cgroup_directories(const std::string &root,
                                            const std::string &controller) {
  std::vector<std::string> directories;
  const std::vector<Membership> groups = memberships(root);
  for (const Mount &mount : mounts(root)) {
    if (!mount.version2 && !in_list(mount.options, controller))
      continue;
    for (const Membership &group : groups)
      if (mount.version2 ? group.controllers.empty()
                         : in_list(group.controllers, controller))
        add_with_ancestors(mount, root, group.path, directories);
  }
  return directories;
}

} // namespace paraloop
