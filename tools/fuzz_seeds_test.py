# SPDX-License-Identifier: Apache-2.0
"""Real files become inputs of the fuzzers that read them."""

import json
import os
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import fuzz_seeds  # noqa: E402


class Seeds(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.folder = pathlib.Path(place.name)

    def write(self, path, text):
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)

    def seeds(self):
        """By fuzzer and name."""
        found = fuzz_seeds.all_seeds(str(self.folder / "cases"),
                                     [str(self.folder / "first"), str(self.folder / "second")])
        return {(fuzzer, name): content for fuzzer, name, content in found}

    def test_a_case_is_joined_alone_and_in_json(self):
        self.write("cases/town/case.csv", "# of a town\nid,as_of\nc,2020-01-01\n")
        self.write("cases/town/parties.csv", 'id,name,note\na,"x, y",')
        self.write("cases/town/README.md", "text")
        seeds = self.seeds()
        self.assertEqual(seeds["workbook", "town"],
                         b"=== case\n# of a town\nid,as_of\nc,2020-01-01\n"
                         b'=== parties\nid,name,note\na,"x, y",\n')
        self.assertEqual(seeds["csv", "town__parties.csv"], b'id,name,note\na,"x, y",')
        self.assertEqual(json.loads(seeds["case_json", "town.json"]), {
            "nemawashi_case": 1,
            "tables": {"case": [{"id": "c", "as_of": "2020-01-01"}],
                       "parties": [{"id": "a", "name": "x, y"}]}})

    def test_scenarios_are_joined_by_their_format(self):
        self.write("first/genius__a/domain.xml", "<d/>\n")
        self.write("first/genius__a/one.xml", "<u/>")
        self.write("first/anl2023__d/specials.json", "{}")
        self.write("second/negolog__d/profileA.json", "{}")
        self.write("second/negolog__d/specs.json", "[]")
        self.write("second/scoreable__g/config.txt", "a,b")
        self.write("second/scoreable__g/scores_files/b.txt", "1, 2")
        self.write("second/decide__x.csv", "#A a")
        self.write("second/ktab__y.csv", "y")
        self.write("second/unknown__z.csv", "z")
        self.write("second/genius__a/domain.xml", "second")
        self.assertEqual(self.seeds(), {
            ("genius", "genius__a"): b"=== domain.xml\n<d/>\n=== one.xml\n<u/>\n",
            ("geniusweb", "anl2023__d"): b"=== specials.json\n{}\n",
            ("negolog", "negolog__d"): b"=== profileA.json\n{}\n",
            ("scoreable", "scoreable__g"): b"=== config.txt\na,b\n=== scores_files/b.txt\n1, 2\n",
            ("decide", "decide__x.csv"): b"#A a",
            ("ktab", "ktab__y.csv"): b"y"})

    def test_only_fuzzers_that_exist_get_inputs_that_are_not_too_long(self):
        target = self.folder / "real"
        self.write("real/gone/old", "from an earlier run")
        left_out = fuzz_seeds.lay_out(
            [("csv", "a.csv", b"a"), ("csv", "b.csv", b"b" * (fuzz_seeds.LARGEST + 1)),
             ("csv", "none.csv", b""), ("genius", "c", b"c")], {"csv"}, str(target))
        self.assertEqual(left_out, 1)
        self.assertEqual([str(path.relative_to(target)) for path in target.rglob("*.*")],
                         ["csv/a.csv"])
        self.assertFalse((target / "gone").exists())


if __name__ == "__main__":
    unittest.main()
