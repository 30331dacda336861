"""paraloop-c++ with the real rewriter and runtime: what the README shows, and what a rewritten program must keep."""
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
DRIVER = os.environ["PARALOOP_DRIVER"]
WORKERS = dict(os.environ, PARALOOP_FORCE="1", PARALOOP_NUM_PROCESSES="3")

NAMES = """#include "here.h"
#include <cstdio>
#include <string>
#include <vector>
int main() {
  std::vector<std::string> lines;
  [[paraloop]] for (int i = 0; i < 4; ++i)
    lines.push_back(std::string(__FILE__) + ' ' + std::to_string(__LINE__) + ' ' + here());
  for (const std::string &line : lines)
    std::puts(line.c_str());
  std::printf("%s %d %s\\n", __FILE__, __LINE__, __func__);
}
"""


class EndToEnd(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.work = pathlib.Path(self.folder.name)

    def tearDown(self):
        self.folder.cleanup()

    def run_command(self, *words, **options):
        result = subprocess.run([str(word) for word in words], cwd=self.work, capture_output=True, text=True, **options)
        self.assertEqual(result.returncode, 0, result.stderr)
        return result

    def outputs(self, *flags):
        """Builds with the plain compiler and with paraloop-c++; returns what both programs print."""
        self.run_command("c++", "-Wno-attributes", *flags, "-o", "plain")
        self.run_command(DRIVER, "-Wall", "-Wextra", "-Werror", *flags, "-o", "rewritten")
        report = self.work / "report"
        rewritten = self.run_command("./rewritten", env=dict(WORKERS, PARALOOP_REPORT=str(report)))
        self.assertNotIn('"iterations_in_workers": 0,', report.read_text())
        return self.run_command("./plain").stdout, rewritten.stdout

    def test_readme_example(self):
        readme = (ROOT / "README.md").read_text()
        (self.work / "example.cpp").write_text(re.search(r"```cpp\n(.*?)```", readme, re.DOTALL).group(1))
        shown = re.search(r"\./example\n(.*?)```", readme, re.DOTALL).group(1)
        self.assertEqual(self.outputs("-O2", "example.cpp"), (shown, shown))

    def test_names_and_line_numbers(self):
        (self.work / "src").mkdir()
        for folder in ("src", "."):
            (self.work / folder / "a.cpp").write_text(NAMES)
            (self.work / folder / "here.h").write_text("inline const char *here() { return __FILE__; }\n")
        for source in ("src/a.cpp", "a.cpp", "./a.cpp", self.work / "a.cpp"):
            plain, rewritten = self.outputs(source)
            self.assertEqual(rewritten, plain)

    def test_flags_that_clang_does_not_know(self):
        (self.work / "here.h").write_text("inline const char *here() { return __FILE__; }\n")
        (self.work / "a.cpp").write_text(NAMES)
        plain, rewritten = self.outputs("-O2", "-fno-semantic-interposition", "-fipa-pta", "-fno-tree-vectorize",
                                        "-march=native", "-mtune=generic", "-frandom-seed=1", "a.cpp")
        self.assertEqual(rewritten, plain)

    def test_preprocessed_text_compiles(self):
        (self.work / "here.h").write_text("inline const char *here() { return __FILE__; }\n")
        (self.work / "a.cpp").write_text(NAMES)
        self.run_command(DRIVER, "-E", "a.cpp", "-o", "a.ii")
        self.run_command(DRIVER, "a.ii", "-o", "a")
        self.assertIn("a.cpp 8 here.h", self.run_command("./a", env=WORKERS).stdout)

    def test_standard_input(self):
        source = NAMES.replace('#include "here.h"', '#define here() "h"')
        self.run_command(DRIVER, "-x", "c++", "-", "-o", "a", input=source)
        self.assertIn("<stdin> 8 h", self.run_command("./a", env=WORKERS).stdout)

    def test_refusal_ends_with_status_1_and_no_object(self):
        (self.work / "a.cpp").write_text("#include <cstdlib>\nint main() { long t = 0;\n[[paraloop]] for (int i = 0; i "
                                         "< 9; ++i)\n t += std::rand(); return t; }\n")
        result = subprocess.run([DRIVER, "-c", "a.cpp"], cwd=self.work, capture_output=True, text=True)
        self.assertEqual(result.returncode, 1)
        self.assertIn("a.cpp:4:", result.stderr)
        self.assertIn("[paraloop-", result.stderr)
        self.assertFalse((self.work / "a.o").exists())


if __name__ == "__main__":
    unittest.main()
