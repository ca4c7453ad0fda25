# SPDX-License-Identifier: Apache-2.0
"""Tests of check_layers: each rule with the smallest text that breaks it, and one that does not."""

import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import check_layers  # noqa: E402

LICENCE = "// SPDX-License-Identifier: Apache-2.0\n"


def violations(path, code):
    return list(check_layers.check_text(path, LICENCE + code))


class Includes(unittest.TestCase):
    def test_downward_is_allowed(self):
        self.assertEqual(violations("engine/model/a.h", '#include "engine/base/number.h"\n'), [])
        self.assertEqual(violations("apps/cli/main.cpp", '#include "io/csv.h"\n'), [])

    def test_upward_is_refused_with_place_and_reason(self):
        self.assertEqual(
            violations("engine/base/a.h", '\n#include "engine/model/case.h"\n'),
            ['engine/base/a.h:3: includes "engine/model/case.h" '
             "(engine/base may include only itself and nothing)"])

    def test_neighbours_are_refused(self):
        self.assertEqual(len(violations("engine/trees/a.h", '#include "engine/model/case.h"\n')), 1)
        self.assertEqual(len(violations("io/a.h", '#include "engine/agree/count.h"\n')), 1)

    def test_paths_are_written_from_the_root(self):
        self.assertIn("from the root", violations("engine/base/a.cpp", '#include "a.h"\n')[0])
        self.assertIn("from the root", violations("io/a.cpp", '#include "../engine/base/a.h"\n')[0])

    def test_tests_see_everything_but_module_tests_keep_their_floor(self):
        upward = '#include "engine/ask/brief.h"\n'
        self.assertEqual(violations("tests/oracle.cpp", upward), [])
        self.assertEqual(len(violations("engine/base/a_test.cpp", upward)), 1)
        helper = '#include "tests/random_case.h"\n'
        self.assertEqual(violations("engine/agree/a_test.cpp", helper), [])
        self.assertEqual(len(violations("engine/agree/a.cpp", helper)), 1)

    def test_commented_includes_do_not_count(self):
        self.assertEqual(violations("engine/base/a.h", '/*\n#include "io/csv.h"\n*/\n'), [])

    def test_libraries_have_their_rooms(self):
        json = "#include <nlohmann/json.hpp>\n"
        self.assertEqual(violations("io/json.cpp", json), [])
        self.assertIn("only io knows JSON", violations("engine/ask/a.cpp", json)[0])
        self.assertIn("only tests", violations("io/a.cpp", "#include <gtest/gtest.h>\n")[0])


class Purity(unittest.TestCase):
    def refused(self, code):
        return [line.split(": ", 1)[1] for line in violations("engine/base/a.cpp", code)]

    def test_files_clock_environment_and_printing_are_refused(self):
        for code in ("#include <fstream>", "#include <filesystem>", "#include <iostream>",
                     "#include <cstdio>", "#include <chrono>", "#include <random>",
                     'std::printf("x");', 'printf ("x");', "std::cout << 1;", 'getenv("HOME");',
                     "auto t = std::time(nullptr);", "auto t = time(0);", "std::exit(1);",
                     "exit(1);", "std::chrono::seconds s;", "rand();"):
            with self.subTest(code):
                self.assertEqual(len(self.refused(code + "\n")), 1)

    def test_likely_names_are_not_mistaken(self):
        for code in ("lifetime(1);", "run.exit(1);", "node->time(2);", "print_time (3);",
                     "Operand(1);", 'auto s = "exit(1) and std::cout";', "// exit(1)",
                     'R"(time(0))";', "auto c = '\"'; f(); auto d = '\"';", "auto n = 1'000'000;"):
            with self.subTest(code):
                self.assertEqual(self.refused(code + "\n"), [])

    def test_only_engine_code_is_bound(self):
        for path in ("io/a.cpp", "apps/cli/main.cpp", "engine/base/a_test.cpp", "tests/a.cpp"):
            self.assertEqual(violations(path, "#include <fstream>\n"), [])


class Files(unittest.TestCase):
    def test_licence_line(self):
        self.assertIn("no licence", next(check_layers.check_text("io/a.cpp", "int a;\n")))
        self.assertEqual(list(check_layers.check_text(
            "tools/a.sh", "#!/bin/bash\n# SPDX-License-Identifier: Apache-2.0\n")), [])

    def test_long_files_say_why(self):
        exactly = "\n" * 399  # and the licence line
        self.assertEqual(violations("io/a.cpp", exactly), [])
        self.assertIn("longer than 400", violations("io/a.cpp", exactly + "\n")[0])
        self.assertEqual(violations("io/a.cpp", "// Long because of a table.\n" + exactly), [])

    def test_unknown_folders_are_refused(self):
        self.assertIn("no known folder", violations("engine/attic/a.cpp", "")[0])


class Tables(unittest.TestCase):
    def test_cmake_allows_no_more_than_the_table(self):
        good = "nemawashi_module(io DEPENDS engine/base engine/ask LINK nlohmann_json)\n"
        self.assertEqual(list(check_layers.check_cmake(good)), [])
        bad = "\nnemawashi_module(engine/base\n  DEPENDS io)\n"
        self.assertIn("CMakeLists.txt:2: engine/base depends on io",
                      next(check_layers.check_cmake(bad)))

    def test_the_table_has_no_cycle(self):
        self.assertEqual(list(check_layers.check_table(check_layers.LAYERS)), [])
        self.assertEqual(len(list(check_layers.check_table({"a": ["b"], "b": []}))), 1)


if __name__ == "__main__":
    unittest.main()
