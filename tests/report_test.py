# SPDX-License-Identifier: Apache-2.0
"""`nema report` and `nema diff`: their answers meet their schemas, and the page holds them.

    NEMA=build/release/nema /usr/bin/python3 -m unittest discover -s tests -p report_test.py
"""

import json
import os
import re
import resource
import tempfile
import unittest

from answers import (ANSWERED, CASE_HAS_ERRORS, FILE_PROBLEM, NEMA, STOPPED_EARLY, WRONG_USAGE, Answers, case,
                     jsonschema, nema, validator)

FLAGSHIP = case("us-japan-2010")


@unittest.skipUnless(os.path.exists(NEMA), f"{NEMA} is not built")
class Report(Answers, unittest.TestCase):
    def test_answers(self):
        for name in ("waterworks", "port-game"):
            with self.subTest(name):
                report = self.answer("report", "report", case(name), "--pairs", "2")
                self.assertEqual(len(report["changes"]), max(0, len(report["dates"]) - 1))
                self.assertTrue(report["complete"])
                for dated in report["dates"]:
                    self.assert_numbered(dated)
                    self.assertEqual(dated["incomplete"], [])
                    self.assertEqual(len(dated["frontiers"]) > 0, bool(dated["case"]["interests"]))

    def assert_numbered(self, dated):
        """Nodes name nodes below them, and variables and options that there are."""
        lookup = dated["lookup"]
        options = {issue["id"]: len(issue["options"]) for issue in dated["case"]["issues"]}
        self.assertEqual(sorted(lookup["issues"]), sorted(options))
        for number, node in enumerate(lookup["nodes"]):
            if number < 2:
                self.assertEqual(node, [])
                continue
            variable, *children = node
            self.assertEqual(len(children), options[lookup["issues"][variable]])
            self.assertTrue(all(child < number for child in children))

    def test_a_chosen_package_comes_first(self):
        report = self.answer("report", "report", case("waterworks"), "--package", "source=wells",
                             "--lang", "ja", "--pairs", "0")
        self.assertEqual(report["language"], "ja")
        self.assertEqual(report["dates"][0]["chosen"]["source"], "wells")
        self.assertIn("chosen", [column["kind"] for column in report["dates"][0]["columns"]])
        self.assertEqual(report["dates"][0]["frontiers"], [])

    def test_the_time_bounds_the_whole_and_what_is_missing_is_said(self):
        used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        report = self.answer("report", "report", FLAGSHIP, "--time-limit", "0.2",
                             code=STOPPED_EARLY)
        # Of the processor: what else runs on the machine does not count.
        self.assertLess(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - used, 30)
        self.assertFalse(report["complete"])
        for dated in report["dates"]:
            self.assertIn({"part": "counts", "reason": "stopped"}, dated["incomplete"])
            parts = [one["part"] for one in dated["incomplete"]]
            if any(not frontier["proved"] for frontier in dated["frontiers"]):
                self.assertIn("frontiers", parts)
            if not dated["why"]["complete"]:
                self.assertIn("why", parts)

    def test_options_beyond_the_letters_are_listed(self):
        with tempfile.TemporaryDirectory() as folder:
            issues = ["id,name,default", "site,Site,s0"]
            issues += [f"site=s{number},Site {number}," for number in range(70)]
            for table, lines in (
                    ("case", ["id,question,as_of", "many,Which?,2020-01-01"]),
                    ("parties", ["id,name", "town,Town"]), ("issues", issues)):
                with open(os.path.join(folder, table + ".csv"), "w", encoding="utf-8") as file:
                    file.write("\n".join(lines) + "\n")
            passing = self.answer("report", "report", folder)["dates"][0]["passing"]
            self.assertEqual(passing["letters"], [2])
            self.assertEqual(passing["count"], "70")
            self.assertEqual(passing["packages"][-1], "17")
            self.assertEqual(len(set(passing["packages"])), 70)

    def test_the_page_holds_the_answers(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "report.html")
            ended, output, _ = nema("report", case("waterworks"), "-o", path)
            self.assertEqual(ended, ANSWERED)
            self.assertIn(path, output)
            with open(path, encoding="utf-8") as file:
                page = file.read()
            inside = re.search(r'<script type="application/json" id="answers">(.*?)</script>', page,
                               re.DOTALL)[1]
            self.assertEqual(json.loads(inside)["nemawashi_report"], 1)
            self.assertIn("default-src 'none'", page)
            # Addresses are those of sources and of names, never of something to fetch.
            self.assertIsNone(re.search(r'<(?:script|link|img|iframe)[^>]*\b(?:src|href)="http', page))

    def test_what_is_wrong_is_said(self):
        for code, schema, arguments in (
                (WRONG_USAGE, "errors", ["--package", "source=moon"]),
                (WRONG_USAGE, "errors", ["--package", "source=wells|transfer"])):
            with self.subTest(arguments):
                self.answer(schema, "report", case("waterworks"), *arguments, code=code)
        self.assertEqual(nema("report", case("waterworks"))[0], WRONG_USAGE)
        self.assertEqual(nema("report", "cases/none", "-o", "x.html")[0], FILE_PROBLEM)
        self.assertEqual(nema("report", case("waterworks"), "-o", "/nowhere/x.html")[0], FILE_PROBLEM)


@unittest.skipUnless(os.path.exists(NEMA), f"{NEMA} is not built")
class Diff(Answers, unittest.TestCase):
    def test_two_dates(self):
        diff = self.answer("diff", "diff", f"{FLAGSHIP}@2010-02-08", f"{FLAGSHIP}@2010-05-28")
        self.assertEqual(diff["before"]["as_of"], "2010-02-08")
        self.assertEqual(diff["after"]["as_of"], "2010-05-28")
        come = {row["id"] for row in diff["rows"] if row["kind"] == "added"}
        gone = {row["id"] for row in diff["rows"] if row["kind"] == "removed"}
        self.assertIn("r_nago_land_may", come)   # Nago's word on the land of the camp
        self.assertIn("r_nago_land_feb", gone)
        moved = {change["name"]: change for change in diff["packages"]}["Nothing is settled"]
        self.assertIsNone(moved["before"]["parties"]["jp.pnp"])  # not modelled on the first date
        self.assertEqual(moved["after"]["parties"]["jp.pnp"], "objection")
        rows = {row["id"]: row for row in diff["rows"]}
        money = rows["i_us_guam_guam_money"]  # a later version of an interest, with its own id
        self.assertEqual(money["kind"], "changed")
        cells = {cell["column"]: cell for cell in money["cells"]}
        self.assertEqual(cells["id"]["before"], "i_us_guam_guam_money_2009")
        self.assertEqual((cells["rank"]["before"], cells["rank"]["after"]), ("1", "2"))
        self.assertNotIn("As above", json.dumps(diff["rows"]))
        alone = [(step, side) for side, other in (("before", "after"), ("after", "before"))
                 for step in diff["steps"][side] if step not in diff["steps"][other]]
        self.assertEqual([(one["step"], one["may_pass"]) for one in diff["step_changes"]], alone)
        for one in diff["step_changes"]:
            self.assertEqual(one["found"] == "excluded", bool(one["limits"]))
            self.assertTrue(one["found"] != "objection" or one["parties"])

    def test_a_case_and_itself(self):
        diff = self.answer("diff", "diff", case("waterworks"), case("waterworks"))
        self.assertEqual(diff["rows"], [])
        self.assertEqual(diff["counts"]["before"], diff["counts"]["after"])

    def test_two_cases_differ_in_their_rows(self):
        ended, output, _ = nema("diff", case("waterworks"), FLAGSHIP)
        self.assertEqual(ended, ANSWERED)
        self.assertIn("Rows of parties", output)

    def test_a_broken_case(self):
        self.assertEqual(nema("diff", case("waterworks"), "cases/none")[0], FILE_PROBLEM)
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "case.csv"), "w", encoding="utf-8") as file:
                file.write("id,question,as_of\nx,What?,never\n")
            self.assertEqual(nema("diff", folder, FLAGSHIP)[0], CASE_HAS_ERRORS)


if __name__ == "__main__":
    unittest.main()
