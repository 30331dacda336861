// The quota of the control groups is found, whatever is missing, empty or odd.

#include "CpuCount.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace {

namespace fs = std::filesystem;

/// Tree is a root directory with files as /proc and /sys/fs/cgroup have them.
class CpuCountTest : public ::testing::Test {
protected:
  CpuCountTest() {
    std::string name =
        (fs::temp_directory_path() / "paraloop-test-XXXXXX").string();
    root = mkdtemp(name.data());
  }
  ~CpuCountTest() override { fs::remove_all(root); }

  void file(const std::string &path, const std::string &text) {
    fs::create_directories((root + path).substr(0, (root + path).rfind('/')));
    std::ofstream(root + path) << text;
  }
  void version2(const std::string &group) {
    file("/proc/self/cgroup", "0::" + group + "\n");
    file("/proc/self/mountinfo",
         "31 23 0:28 / /cg rw,relatime shared:9 - cgroup2 cgroup2 rw\n");
  }
  void version1(const std::string &group, const std::string &mount_root = "/") {
    file("/proc/self/cgroup",
         "5:memory:/elsewhere\n4:cpu,cpuacct:" + group + "\n0::/\n");
    file("/proc/self/mountinfo",
         "32 31 0:29 " + mount_root +
             " /cg/cpu rw - cgroup cgroup rw,cpu,cpuacct\n");
  }
  double quota() const { return paraloop::cpu_quota(root); }

  std::string root;
};

constexpr double unlimited = 1e6;

TEST_F(CpuCountTest, NoFilesMeanNoLimit) { EXPECT_GT(quota(), unlimited); }

TEST_F(CpuCountTest, ReadsVersion2) {
  version2("/a/b");
  file("/cg/a/b/cpu.max", "150000 100000\n");
  EXPECT_DOUBLE_EQ(quota(), 1.5);
}

TEST_F(CpuCountTest, TakesTheLeastOfAllAncestors) {
  version2("/a/b");
  file("/cg/a/b/cpu.max", "max 100000\n");
  file("/cg/a/cpu.max", "300000 100000\n");
  file("/cg/cpu.max", "800000 100000\n");
  EXPECT_DOUBLE_EQ(quota(), 3.0);
}

TEST_F(CpuCountTest, OddFilesMeanNoLimit) {
  version2("/a");
  for (const char *text : {"", "\n", "max", "max 100000", "abc def",
                           "-1 100000", "100000", "100000 0", "0 0"}) {
    file("/cg/a/cpu.max", text);
    EXPECT_GT(quota(), unlimited) << text;
  }
}

TEST_F(CpuCountTest, ReadsVersion1) {
  version1("/x");
  file("/cg/cpu/x/cpu.cfs_quota_us", "50000\n");
  file("/cg/cpu/x/cpu.cfs_period_us", "100000\n");
  EXPECT_DOUBLE_EQ(quota(), 0.5);
  file("/cg/cpu/x/cpu.cfs_quota_us", "-1\n");
  EXPECT_GT(quota(), unlimited);
}

TEST_F(CpuCountTest, FindsAContainersOwnGroup) {
  version1("/docker/123", "/docker/123");
  file("/cg/cpu/cpu.cfs_quota_us", "200000\n");
  file("/cg/cpu/cpu.cfs_period_us", "100000\n");
  EXPECT_DOUBLE_EQ(quota(), 2.0);
}

TEST_F(CpuCountTest, GroupsOutsideOfTheMountLeaveTheMountPoint) {
  version2("/../other");
  file("/cg/cpu.max", "400000 100000\n");
  EXPECT_DOUBLE_EQ(quota(), 4.0);
}

TEST_F(CpuCountTest, OddListsMeanNoLimit) {
  for (const char *text : {"", "\n", "::", "x", "0:", "0::", "a:b:c:d\n"}) {
    file("/proc/self/cgroup", text);
    file("/proc/self/mountinfo", text);
    EXPECT_GT(quota(), unlimited) << text;
  }
}

TEST(CpuCount, ThereIsAlwaysOne) {
  EXPECT_GE(paraloop::usable_cpus(), 1u);
  EXPECT_LE(paraloop::usable_cpus(), paraloop::affinity_cpus());
}

} // namespace
