# How the tests run. In RUN lines:
#
#   %paraloop        the tool                      %equal %s       the program behaves the same in parallel (equal.py)
#   %paraloop_cxx    the compiler driver           %runtime_flags  what g++ needs to compile and link a rewritten file
#   %clangxx, %gxx   the compilers                 FileCheck, not, count, split-file: as in LLVM
#
# FileCheck reads [[paraloop]] as a variable: write {{\[\[}}paraloop]] in a CHECK line.

import os
import shutil
import subprocess

import lit.formats
from lit.llvm import llvm_config
from lit.llvm.subst import FindTool, ToolSubst

config.name = "paraloop"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".cpp", ".test"]
config.excludes = ["Inputs", "benchmark", "cmake"]
config.test_source_root = os.path.dirname(__file__)
config.test_exec_root = os.path.join(config.paraloop_binary_root, "test")

# What a developer has set must not change a result.
for name in list(os.environ):
    if name.startswith("PARALOOP_"):
        config.environment.pop(name, None)
config.environment["CLANG_NO_DEFAULT_CONFIG"] = "1"
config.environment["NO_COLOR"] = "1"
config.environment["LC_ALL"] = "C"

include_dir = os.path.join(config.paraloop_source_root, "runtime", "include")
equal = [config.python, os.path.join(config.test_source_root, "equal.py"),
         "--tool", config.paraloop_tool, "--include", include_dir, "--library", config.paraloop_library,
         "--gxx", config.gxx, "--clangxx", config.clangxx, "--work", "%t.equal"]
config.substitutions += [
    ("%equal", " ".join(equal)),
    ("%runtime_include", f"-I{include_dir}"),
    ("%runtime_flags", f"-I{include_dir} {config.paraloop_library} -pthread"),
    ("%paraloop_cxx", config.paraloop_driver),
    ("%clangxx", config.clangxx),
    ("%gxx", config.gxx),
    ("%python", config.python),
    ("%root", config.paraloop_source_root),
]
llvm_config.add_tool_substitutions(
    [ToolSubst("%paraloop", FindTool(os.path.basename(config.paraloop_tool)), unresolved="fatal"),
     "FileCheck", "not", "count", "split-file"],
    [os.path.dirname(config.paraloop_tool), config.llvm_tools_dir])

for program in ("clang-apply-replacements", "valgrind"):
    if shutil.which(program):
        config.available_features.add(program)

# A control group of one's own needs root, and a machine that gives it away.
for controller, limit in (("memory", "memory.max=max"), ("memory", "memory.limit_in_bytes=-1"), ("pids", "pids.max=max")):
    tried = [config.python, os.path.join(config.test_source_root, "survives", "Inputs", "in_cgroup.py"),
             controller, limit, "--", "true"]
    if subprocess.run(tried, capture_output=True).returncode == 0:
        config.available_features.add(controller + "-cgroup")

# Tests of owners and of full disks need rights that a plain user does not have.
if os.geteuid() == 0:
    config.available_features.add("root")
    if shutil.which("setpriv"):
        config.available_features.add("setpriv")
    if shutil.which("unshare") and subprocess.run(["unshare", "-m", "true"], capture_output=True).returncode == 0:
        config.available_features.add("unshare")
