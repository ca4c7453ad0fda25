# SPDX-License-Identifier: Apache-2.0
"""nema convert: a case keeps its exact worths through every format, nothing that exists is touched,
and refusals name the place as the source's own program shows it."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import published  # noqa: E402

try:
    import jsonschema
except ImportError:  # Debian's python3-jsonschema.
    jsonschema = None

NEMA = os.environ.get("NEMA", os.path.join(published.ROOT, "build", "release", "nema"))
CASES = os.path.join(published.ROOT, "cases")


def nema(*arguments):
    return subprocess.run([NEMA, *arguments], capture_output=True, text=True, check=False)


def answer(*arguments):
    """An answer in JSON without what differs from run to run."""
    run = nema(*arguments, "--json")
    assert run.returncode == 0, run.stdout + run.stderr
    found = json.loads(run.stdout)
    found.pop("seconds", None)
    return found


class Convert(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="nemawashi-")
        self.addCleanup(shutil.rmtree, self.folder)

    def path(self, name):
        return os.path.join(self.folder, name)

    def convert(self, source, name, *options):
        run = nema("convert", source, self.path(name), *options)
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
        return self.path(name)

    def expect_same_case(self, one, other):
        self.assertEqual(answer("show", one), answer("show", other))
        self.assertEqual(answer("agree", one, "--list", "3"), answer("agree", other, "--list", "3"))

    def test_cases_keep_their_exact_worths(self):
        for name in sorted(os.listdir(CASES)):
            with self.subTest(case=name):
                source = os.path.join(CASES, name)
                for ending in ("xlsx", "json"):
                    there = self.convert(source, f"{name}.{ending}")
                    self.expect_same_case(source, there)
                    self.expect_same_case(source, self.convert(there, f"{name}-from-{ending}"))

    def test_cases_in_json_keep_their_schema(self):
        if jsonschema is None:
            self.skipTest("python3-jsonschema is not installed")
        with open(os.path.join(published.ROOT, "schema", "case.schema.json"),
                  encoding="utf-8") as file:
            schema = json.load(file)
        for name in sorted(os.listdir(CASES)):
            with open(self.convert(os.path.join(CASES, name), name + ".json"),
                      encoding="utf-8") as file:
                jsonschema.validate(json.load(file), schema)

    def test_a_scenario_is_the_same_case_in_every_format(self):
        names = ["genius__anac__y2010__ItexvsCypress", "anl2023__domain08", "negolog__domain52",
                 "scoreable__base"]
        if published.published_scenario(names[0]) is None:
            self.skipTest(published.NOT_FETCHED)
        for name in names:
            with self.subTest(scenario=name):
                source = published.published_scenario(name)
                for there in (name, name + ".xlsx", name + ".json"):
                    self.expect_same_case(source, self.convert(source, there))

    def test_the_port_game_is_what_its_files_say(self):
        source = published.published_scenario("scoreable__base")
        if source is None:
            self.skipTest(published.NOT_FETCHED)
        ours = answer("agree", os.path.join(CASES, "port-game"))
        theirs = answer("agree", source)
        self.assertEqual(ours["ratifiable"], theirs["ratifiable"])
        self.assertEqual(theirs["ratifiable"]["necessary"]["count"], "55")

    def test_a_scenario_is_not_said_to_have_a_date_or_an_analyst(self):
        source = published.published_scenario("decide__copenhagen.csv")
        if source is None:
            self.skipTest(published.NOT_FETCHED)
        show = nema("show", source).stdout
        brief = nema("brief", source).stdout
        for text in (show, brief):
            self.assertNotIn("as known on", text)
            self.assertNotIn("analyst", text)
        self.assertNotIn("if nothing is changed", show)
        self.assertIn("No reservation utility is stated: 0 is taken", brief)
        self.assertNotIn(".csv", nema("check", source).stdout)

    def test_interests_that_no_option_touches_are_said_before_the_answer(self):
        shutil.copytree(os.path.join(CASES, "port-game"), self.path("still"))
        os.remove(self.path("still/effects.csv"))
        self.assertIn("[no-effects]", nema("check", self.path("still")).stdout)
        agree = nema("agree", self.path("still"))
        self.assertEqual(agree.returncode, 0)
        self.assertIn("No option changes anything", agree.stdout.split("packages  ")[0])
        self.assertIn("**No option changes anything", nema("brief", self.path("still")).stdout)

    def test_seats_and_semantics_apply_wherever_a_case_is_expected(self):
        source = published.published_scenario("genius__anac__y2015__group1-university")
        if source is None:
            self.skipTest(published.NOT_FETCHED)
        seats = ["--seats", "University_util2.xml,University_util7.xml"]
        shown = answer("show", source, *seats)
        self.assertEqual([party["name"] for party in shown["parties"]],
                         ["University_util2", "University_util7"])
        raw = answer("show", source, *seats, "--semantics", "raw")
        self.assertEqual({interest["shape"] for interest in raw["interests"]}, {"linear"})

    def test_the_domain_that_is_named_is_read(self):
        def domain(options):
            items = "".join(f'<item value="{option}"/>' for option in options)
            return f'<negotiation_template><issue index="1" name="i">{items}</issue>' \
                   "</negotiation_template>"

        def profile(options):
            items = "".join(f'<item value="{option}" evaluation="1"/>' for option in options)
            return f'<utility_space><issue index="1" name="i">{items}</issue>' \
                   '<weight index="1" value="1"/></utility_space>'

        shutil.copytree(os.path.join(CASES, "port-game"), self.path("mixed"))
        for name, text in (("one.xml", domain("ab")), ("two.xml", domain("xyz")),
                           ("p.xml", profile("xyz")), ("q.xml", profile("xyz"))):
            with open(self.path("mixed/" + name), "w", encoding="utf-8") as file:
                file.write(text)
        self.assertEqual(len(answer("show", self.path("mixed"))["parties"]), 6)
        shown = answer("show", self.path("mixed/two.xml"), "--seats", "q")
        self.assertEqual([party["name"] for party in shown["parties"]], ["q"])
        self.assertIn("[unknown-part]", nema("check", self.path("mixed/one.xml")).stdout)
        os.remove(self.path("mixed/case.csv"))
        self.assertIn("[several-domains]", nema("check", self.path("mixed")).stdout)

    def test_what_exists_is_not_touched(self):
        with open(self.path("there.json"), "w", encoding="utf-8") as file:
            file.write("mine")
        os.mkdir(self.path("folder"))
        shutil.copy(self.path("there.json"), self.path("folder"))
        os.symlink("nowhere", self.path("link.json"))
        for name, code in (("there.json", "file-exists"), ("folder", "folder-exists"),
                           ("case.ods", "unknown-format"), ("case.numbers", "unknown-format"),
                           ("link.json", "file-exists"), ("no/where.json", "cannot-write")):
            run = nema("convert", os.path.join(CASES, "port-game"), self.path(name))
            self.assertEqual(run.returncode, 3, name)
            self.assertIn(f"[{code}]", run.stderr)
        with open(self.path("there.json"), encoding="utf-8") as file:
            self.assertEqual(file.read(), "mine")
        self.assertEqual(sorted(os.listdir(self.folder)), ["folder", "link.json", "there.json"])
        self.assertTrue(os.path.islink(self.path("link.json")))

    def test_errors_of_a_case_are_converted_with_it(self):
        shutil.copytree(os.path.join(CASES, "port-game"), self.path("broken"))
        with open(self.path("broken/gates.csv"), "a", encoding="utf-8") as file:
            file.write("extra,nobody,An act,political,scoreable_base,\n")
        run = nema("convert", self.path("broken"), self.path("broken.xlsx"))
        self.assertEqual(run.returncode, 1, run.stdout + run.stderr)
        with zipfile.ZipFile(self.path("broken.xlsx")) as book:
            texts = book.read("xl/sharedStrings.xml").decode("utf-8")
        self.assertIn("unknown-id", texts)
        for source, place in (("broken", "gates.csv:8: party"), ("broken.xlsx", "gates!B8: party"),
                              ("broken.json", "gates[6]: party")):
            if source.endswith("json"):
                self.assertEqual(
                    nema("convert", self.path("broken"), self.path(source)).returncode, 1)
            run = nema("check", self.path(source))
            self.assertEqual(run.returncode, 1, run.stdout)
            self.assertIn(f"error {place}", run.stdout)

    def test_errors_of_cells_come_with_all_others(self):
        shutil.copytree(os.path.join(CASES, "port-game"), self.path("broken"))
        with open(self.path("broken/gates.csv"), "a", encoding="utf-8") as file:
            file.write("extra,nobody,An act,political,scoreable_base,\n")
        nema("convert", self.path("broken"), self.path("broken.xlsx"))
        with zipfile.ZipFile(self.path("broken.xlsx")) as book:
            parts = {name: book.read(name) for name in book.namelist()}
        sheets = re.findall(r'<sheet name="(\w+)"', parts["xl/workbook.xml"].decode("utf-8"))
        sheet = f"xl/worksheets/sheet{sheets.index('interests') + 1}.xml"
        parts[sheet], changed = re.subn(rb'(<c r="E3"[^>]*>)<v>', rb"\1<f>1-1</f><v>",
                                        parts[sheet])
        self.assertEqual(changed, 1)
        with zipfile.ZipFile(self.path("formula.xlsx"), "w") as book:
            for name, part in parts.items():
                book.writestr(name, part)
        check = nema("check", self.path("formula.xlsx"))
        self.assertEqual(check.returncode, 1, check.stdout)
        errors = [line.split(": The cell")[0] for line in check.stdout.splitlines()[:-1]]
        self.assertEqual(len(errors), 2, check.stdout)
        self.assertEqual(errors[0], "error interests!E3: worst")
        self.assertIn("error gates!B8: party: 'nobody'", errors[1])
        convert = nema("convert", self.path("formula.xlsx"), self.path("again.json"))
        self.assertEqual(convert.returncode, 1)
        self.assertEqual(convert.stderr.splitlines(), check.stdout.splitlines()[:-1])
        self.assertFalse(os.path.exists(self.path("again.json")))

    def test_damaged_files_are_refused_with_what_to_do(self):
        whole = self.convert(os.path.join(CASES, "port-game"), "whole.xlsx")
        with open(whole, "rb") as file:
            data = file.read()
        for name, content, code in (("cut.xlsx", data[:len(data) // 2], "damaged-spreadsheet"),
                                    ("old.xls", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "not-xlsx"),
                                    ("cut.json", b'{"nemawashi_case": 1, "tab', "not-json"),
                                    ("text.txt", b"hello", "unknown-format"),
                                    ("cut.xml", b"<negotiation_template><utility", "not-xml")):
            folder = self.path("in-" + name)
            os.mkdir(folder)
            with open(os.path.join(folder, name), "wb") as file:
                file.write(content)
            run = nema("check", os.path.join(folder, name))
            self.assertEqual(run.returncode, 3, run.stdout + run.stderr)
            self.assertIn(f"[{code}]", run.stdout)


if __name__ == "__main__":
    unittest.main()
