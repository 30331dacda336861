"""paraloop-c++ as a drop-in compiler: what comes out must be what the real compiler would have put out.

Each test has a folder of its own with a copy of the driver next to a stand-in for the rewriter (stand_in.py),
which turns the word `sequential` into `parallel`: so a program tells whether its source was rewritten.
"""
import os
import pathlib
import shutil
import signal
import subprocess
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
ANNOTATED = """#include <cstdio>
int main() {
  [[paraloop]] for (int i = 0; i < 1; ++i)
    std::puts("sequential");
}
"""
PLAIN = ANNOTATED.replace("[[paraloop]] ", "")


class DriverTest(unittest.TestCase):
    def setUp(self):
        self.root = pathlib.Path(os.environ.get("TMPDIR", "/tmp")) / f"driver-test-{os.getpid()}"
        self.work = self.root / "work"
        self.temporary = self.root / "temporary"
        for folder in (self.work, self.temporary, self.root / "bin"):
            folder.mkdir(parents=True)
        self.driver = self.root / "bin" / "paraloop-c++"
        shutil.copy(os.environ["PARALOOP_DRIVER"], self.driver)
        shutil.copy(HERE / "stand_in.py", self.root / "bin" / "paraloop")
        self.log = self.root / "log"
        self.environment = dict(os.environ, TMPDIR=str(self.temporary), STAND_IN_LOG=str(self.log),
                                LC_ALL="C")

    def tearDown(self):
        left = list(self.temporary.iterdir())
        shutil.rmtree(self.root)
        self.assertEqual(left, [], "temporary files were left behind")

    def write(self, name, text):
        path = self.work / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("latin-1"))
        return path

    def call(self, *words, program=None, status=0, **options):
        result = subprocess.run([str(program or self.driver), *map(str, words)], cwd=self.work,
                                env=self.environment, capture_output=True, encoding="latin-1", **options)
        self.assertEqual(result.returncode, status, result.stderr)
        return result

    def output(self, program):
        return self.call(program=self.work / program).stdout

    def tool_calls(self):
        return self.log.read_text().split("\n") if self.log.exists() else []

    def temporary_names(self, path):
        return b"paraloop-" in (self.work / path).read_bytes().replace(b"libparaloop", b"")


class Compiling(DriverTest):
    def test_annotated_source_is_rewritten_and_linked(self):
        self.write("a.cpp", ANNOTATED)
        self.call("a.cpp", "-o", "a")
        self.assertEqual(self.output("a"), "parallel\n")

    def test_source_without_annotation_never_meets_the_tool(self):
        self.write("a.cpp", PLAIN)
        self.call("a.cpp")
        self.assertEqual(self.output("a.out"), "sequential\n")
        self.assertEqual(self.tool_calls(), [])

    def test_source_that_only_speaks_of_paraloop_is_compiled_as_it_is(self):
        self.write("a.cpp", "// no paraloop here\n" + PLAIN)
        self.call("a.cpp")
        self.assertEqual(self.output("a.out"), "sequential\n")

    def test_annotation_behind_a_macro_of_a_header(self):
        self.write("inc/deep/par.h", "#define PAR [[paraloop]]\n")
        self.write("inc/all.h", "#  include \"deep/par.h\"\n")
        self.write("a.cpp", '#include "all.h"\n' + PLAIN.replace("for", "PAR for"))
        self.call("-Iinc", "a.cpp")
        self.assertEqual(self.output("a.out"), "parallel\n")

    def test_object_name_without_output_option(self):
        self.write("src/a.cpp", ANNOTATED)
        self.call("-c", "src/a.cpp")
        self.call("-S", "src/a.cpp")
        self.assertEqual(sorted(p.name for p in self.work.glob("a.*")), ["a.o", "a.s"])

    def test_objects_alone_are_linked_with_the_runtime(self):
        self.write("a.cpp", '#include <paraloop/paraloop.h>\nint main() {}\n')
        self.call("-c", "a.cpp")
        shown = self.call("-###", "a.o").stderr
        self.assertIn("libparaloop.a", shown)

    def test_no_link_no_runtime(self):
        self.write("a.cpp", PLAIN)
        self.assertNotIn("libparaloop.a", self.call("-###", "-c", "a.cpp").stderr)

    def test_same_bytes_each_time_and_no_temporary_name(self):
        self.write("a.cpp", ANNOTATED)
        for name in ("one.o", "two.o"):
            self.call("-g", "-O1", "-c", "a.cpp", "-o", name)
            self.assertFalse(self.temporary_names(name))
        one, two = ((self.work / n).read_bytes() for n in ("one.o", "two.o"))
        self.assertEqual(one.replace(b"one.o", b""), two.replace(b"two.o", b""))

    def test_file_macros_name_the_original(self):
        self.write("src/here.h", "inline const char *here() { return __FILE__; }\n")
        self.write("src/a.cpp", '#include <cstdio>\n#include "here.h"\nint main() { [[paraloop]] for (;;) {\n'
                   'std::printf("%s %s %s %d", __FILE__, __BASE_FILE__, here(), __LINE__); return 0; } }\n')
        self.call("src/a.cpp")
        self.assertEqual(self.output("a.out"), "src/a.cpp src/a.cpp src/here.h 4")

    def test_file_macros_in_the_current_folder(self):
        self.write("here.h", "inline const char *here() { return __FILE__; }\n")
        self.write("a.cpp", '#include <cstdio>\n#include "here.h"\nint main() { [[paraloop]] for (;;) {\n'
                   'std::printf("%s %s %s", __FILE__, __BASE_FILE__, here()); return 0; } }\n')
        self.call("a.cpp")
        self.assertEqual(self.output("a.out"), "a.cpp a.cpp here.h")

    def test_header_found_through_a_folder_that_was_named_with_a_dot(self):
        self.write("sub/here.h", "inline const char *here() { return __FILE__; }\n")
        self.write("a.cpp", '#include <cstdio>\n#include <here.h>\nint main() { [[paraloop]] for (;;) {\n'
                   'std::puts(here()); return 0; } }\n')
        self.call("-I./sub", "a.cpp")
        self.assertEqual(self.output("a.out"), "./sub/here.h\n")

    def test_time_of_the_original(self):
        path = self.write("a.cpp", ANNOTATED.replace('"sequential"', '"sequential " __TIMESTAMP__'))
        os.utime(path, (0, 86400 * 365 * 10))
        self.call("a.cpp")
        self.assertRegex(self.output("a.out"), "parallel .* 19(79|80)")

    def test_byte_order_mark_and_latin_1(self):
        self.write("a.cpp", "\xef\xbb\xbf// \xe9\n" + ANNOTATED)
        self.call("a.cpp")
        self.assertEqual(self.output("a.out"), "parallel\n")

    def test_folder_and_file_with_strange_names(self):
        self.write("my dir/it's $1 #2.cpp", ANNOTATED)
        self.call("-MD", "-c", "my dir/it's $1 #2.cpp", "-o", "x.o")
        self.assertIn("my\\ dir/it's\\ $$1\\ \\#2.cpp", (self.work / "x.d").read_text())

    def test_several_sources_each_with_its_own_headers(self):
        for folder in ("one", "two"):
            self.write(f"{folder}/word.h", f'#define WORD "{folder}"\n')
            self.write(f"{folder}/{folder}.cpp", f'#include "word.h"\n#include <cstdio>\nvoid {folder}() {{\n'
                       '[[paraloop]] for (int i = 0; i < 1; ++i) std::puts(WORD " sequential"); }\n')
        self.write("main.cpp", "void one(); void two();\nint main() { one(); two(); }\n")
        self.call("one/one.cpp", "two/two.cpp", "main.cpp", "-o", "all")
        self.assertEqual(self.output("all"), "one parallel\ntwo parallel\n")
        self.call("-x", "c++", "one/one.cpp", "two/two.cpp", "main.cpp", "-o", "all")
        self.assertEqual(self.output("all"), "one parallel\ntwo parallel\n")
        self.call("-c", "one/one.cpp", "main.cpp", "two/two.cpp")
        self.assertEqual(sorted(p.name for p in self.work.glob("*.o")), ["main.o", "one.o", "two.o"])

    def test_header_that_a_copy_would_take_for_another(self):
        self.write("include/lib.h", '#include "config.h"\n')
        self.write("include/other/config.h", "#define WORD 1\n")
        self.write("src/config.h", "#define WORD 2\n")
        self.write("src/a.cpp", '#include <lib.h>\n' + ANNOTATED)
        flags = ["-Iinclude", "-Iinclude/other", "-c", "src/a.cpp"]
        self.assertIn('includes "config.h" and means another', self.call(*flags, status=1).stderr)
        self.call("-iquote", "src", *flags)  # here they are the same file

    def test_what_several_sources_can_not_have(self):
        self.write("a.cpp", ANNOTATED)
        self.write("b.cpp", "")
        self.assertIn("-c first", self.call("-MD", "a.cpp", "b.cpp", status=1).stderr)
        self.assertIn("one source", self.call("-E", "a.cpp", "b.cpp", status=1).stderr)

    def test_standard_input(self):
        self.call("-x", "c++", "-", "-o", "a", input=ANNOTATED)
        self.assertEqual(self.output("a"), "parallel\n")
        self.call("-xc++", "-", "-o", "b", input=PLAIN)
        self.assertEqual(self.output("b"), "sequential\n")

    def test_language_option(self):
        self.write("a.txt", ANNOTATED)
        self.call("-x", "c++", "a.txt", "-o", "a")
        self.assertEqual(self.output("a"), "parallel\n")

    def test_response_file(self):
        self.write("a b.cpp", ANNOTATED.replace('"sequential"', '"sequential " X'))
        self.write("inner", "-o 'c d'")
        self.write("all", '"a b.cpp" -DX="\\"q\\"" @inner')
        self.call("@all")
        self.assertEqual(self.output("c d"), "parallel q\n")

    def test_precompiled_header(self):
        self.write("a.h", "// paraloop\n")
        self.assertEqual(self.call("a.h", "-o", "a.h.gch").stderr, "")

    def test_clang(self):
        self.write("src/a.cpp", ANNOTATED)
        self.environment["PARALOOP_CXX"] = os.environ["PARALOOP_CLANG"]
        self.call("-g", "-Wall", "-Wextra", "-Werror", "-MD", "-c", "src/a.cpp")
        self.call("a.o")
        self.assertEqual(self.output("a.out"), "parallel\n")
        self.assertFalse(self.temporary_names("a.o"))
        self.assertIn("src/a.cpp", (self.work / "a.d").read_text())
        self.assertFalse(self.temporary_names("a.d"))


class Flags(DriverTest):
    def test_the_tool_sees_what_decides_how_a_source_is_parsed(self):
        self.write("a.cpp", ANNOTATED)
        self.call("-std=c++20", "-Iinc", "-I", "more", "-DX=1", "-U", "Y", "-fno-rtti", "-O2", "-Wall", "-g",
                  "-flto", "-c", "a.cpp", "-o", "x.o", "-MD", "-MT", "t")
        calls = self.tool_calls()
        self.assertEqual(calls[0], "a.cpp")
        words = calls[calls.index("--") + 1:calls.index("-isystem")]
        self.assertEqual(words, ["-xc++", "-std=c++20", "-Iinc", "-I", "more", "-DX=1", "-U", "Y",
                                 "-fno-rtti", "-O2"])

    def test_last_contraction_option_wins(self):
        source = ANNOTATED + "#ifdef PARALOOP_NO_FP_CONTRACT\n#error no contraction\n#endif\n"
        self.write("a.cpp", source)
        for words, status in ((["-ffp-contract=off"], 1), (["-ffp-contract=on"], 1), ([], 0),
                              (["-ffp-contract=off", "-ffp-contract=fast"], 0)):
            self.call(*words, "-c", "a.cpp", status=status)

    def test_relocatable_output_gets_no_runtime(self):
        self.write("a.cpp", PLAIN)
        self.assertNotIn("libparaloop.a", self.call("-###", "-r", "a.cpp").stderr)


class Dependencies(DriverTest):
    def check(self, *words, file, target):
        self.write("src/a.cpp", '#include "b.h"\n' + ANNOTATED)
        self.write("src/b.h", "")
        self.call(*words)
        rule = (self.work / file).read_text()
        self.assertTrue(rule.startswith(target + ":"), rule)
        words = rule.replace("\\\n", " ").split()
        self.assertIn("src/a.cpp", words)
        self.assertIn("src/b.h", words)
        self.assertNotIn("paraloop-", rule)

    def test_named_by_the_object(self):
        self.check("-MMD", "-c", "src/a.cpp", file="a.d", target="a.o")

    def test_named_by_output_option(self):
        self.check("-MD", "-c", "src/a.cpp", "-o", "out.o", file="out.d", target="out.o")

    def test_file_and_target_given(self):
        self.check("-MD", "-MFx.dep", "-MT", "t", "-MP", "-c", "src/a.cpp", file="x.dep", target="t")

    def test_through_the_preprocessor(self):
        self.check("-Wp,-MMD,y.dep", "-c", "src/a.cpp", file="y.dep", target="a.o")

    def test_while_linking(self):
        self.check("-MMD", "src/a.cpp", "-o", "prog", file="prog.d", target="prog")

    def test_rule_alone(self):
        self.write("a.cpp", ANNOTATED)
        self.assertTrue(self.call("-MM", "a.cpp").stdout.startswith("a.o: a.cpp"))


class Preprocessing(DriverTest):
    def test_to_standard_output(self):
        self.write("a.cpp", ANNOTATED)
        text = self.call("-E", "a.cpp").stdout
        self.assertIn("parallel", text)
        self.assertIn('"a.cpp"', text)
        self.assertNotIn("paraloop-", text)

    def test_to_file(self):
        self.write("a.cpp", ANNOTATED)
        self.assertEqual(self.call("-E", "a.cpp", "-o", "a.ii").stdout, "")
        self.call("a.ii", "-o", "a")
        self.assertEqual(self.output("a"), "parallel\n")

    def test_keeps_what_the_file_on_standard_output_had(self):
        self.write("a.cpp", ANNOTATED)
        path = self.write("out", "kept\n")
        with open(path, "a") as out:
            subprocess.run([self.driver, "-E", "a.cpp"], cwd=self.work, env=self.environment, stdout=out, check=True)
        self.assertTrue(path.read_text().startswith("kept\n"))


class Launcher(DriverTest):
    def test_first_word_is_the_compiler(self):
        self.write("a.cpp", ANNOTATED)
        self.environment["PARALOOP_CXX"] = "/nowhere"
        self.call(shutil.which("c++"), "a.cpp", "-o", "a")
        self.assertEqual(self.output("a"), "parallel\n")

    def test_another_launcher_before_the_compiler(self):
        self.write("a.cpp", ANNOTATED)
        self.call("env", "g++", "a.cpp", "-o", "a")
        self.assertEqual(self.output("a"), "parallel\n")

    def test_never_itself(self):
        self.environment["PARALOOP_CXX"] = str(self.driver)
        self.assertIn("itself", self.call("-c", "a.cpp", status=1).stderr)


class Endings(DriverTest):
    def test_refusal(self):
        self.write("a.cpp", "// refuse\n" + ANNOTATED)
        result = self.call("-c", "a.cpp", status=1)
        self.assertEqual(result.stderr, "a.cpp:1:1: error: refused\n")
        self.assertFalse((self.work / "a.o").exists())

    def test_error_of_the_compiler_names_the_original(self):
        self.write("src/a.cpp", ANNOTATED + "int x = y;\n")
        stderr = self.call("-c", "src/a.cpp", status=1).stderr
        self.assertIn("src/a.cpp:6:9: error", stderr)
        self.assertNotIn(str(self.temporary), stderr)

    def test_missing_source_and_no_input(self):
        self.assertIn("nothere.cpp", self.call("-c", "nothere.cpp", status=1).stderr)
        self.assertIn("no input files", self.call(status=1).stderr)

    def test_missing_compiler(self):
        self.environment["PARALOOP_CXX"] = "/no/compiler"
        self.write("a.cpp", PLAIN)
        self.assertIn("can't run /no/compiler", self.call("-c", "a.cpp", status=1).stderr)

    def test_missing_tool(self):
        (self.root / "bin" / "paraloop").unlink()
        self.write("a.cpp", ANNOTATED)
        self.assertIn("there is no program", self.call("-c", "a.cpp", status=1).stderr)

    def test_signal(self):
        self.write("a.cpp", "// sleep\n" + ANNOTATED)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            process = subprocess.Popen([self.driver, "-c", "a.cpp"], cwd=self.work, env=self.environment,
                                       stderr=subprocess.DEVNULL)
            asleep = pathlib.Path(str(self.log) + ".asleep")
            while not asleep.exists() and process.poll() is None:
                time.sleep(0.01)
            asleep.unlink()
            process.send_signal(number)
            self.assertEqual(process.wait(), -number)
            self.assertEqual(list(self.temporary.iterdir()), [])
            self.assertFalse(pathlib.Path(str(self.log) + ".slept").exists(), "the tool went on")


if __name__ == "__main__":
    unittest.main()
