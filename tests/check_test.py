# SPDX-License-Identifier: Apache-2.0
"""What `nema check` says of a case with one mistake: each mistake once, where it is, all at once."""

import csv
import json
import os
import shutil
import tempfile
import unittest

from answers import ANSWERED, CASE_HAS_ERRORS, NEMA, ROOT, case, nema

FLAGSHIP = "us-japan-2010"


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


@unittest.skipUnless(os.path.exists(NEMA), f"{NEMA} is not built")
class Check(unittest.TestCase):
    def setUp(self):
        self.folder = os.path.join(tempfile.mkdtemp(), "case")
        self.addCleanup(shutil.rmtree, os.path.dirname(self.folder))
        shutil.copytree(os.path.join(ROOT, case(FLAGSHIP)), self.folder)

    def path(self, table):
        return os.path.join(self.folder, table + ".csv")

    def change(self, table, row_id, **cells):
        """Changes cells of one row; its line is returned."""
        rows = rows_of(self.path(table))
        line = next(i for i, row in enumerate(rows) if row[0] == row_id)
        for column, value in cells.items():
            rows[line][rows[0].index(column)] = value
        with open(self.path(table), "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return line + 1

    def errors(self, *arguments):
        """The lines of errors, and the errors of the JSON."""
        ended, text, problems = nema("check", self.folder, *arguments)
        self.assertEqual(ended, CASE_HAS_ERRORS, text + problems)
        lines = [line for line in text.splitlines() if line.startswith("error ")]
        found = json.loads(nema("check", self.folder, *arguments, "--json")[1])["errors"]
        return lines, found

    def test_a_misspelt_option_is_said_once_however_often_it_is_named(self):
        line = self.change("issues", "rotary=kadena", id="rotary=kadina")
        lines, found = self.errors()
        about = [one for one in lines if "'kadena' is no option" in one]
        self.assertEqual(len(about), 1, lines)
        places = [one for one in found if "'kadena' is no option" in one["message"]]
        self.assertGreater(len(places), 10)
        self.assertIn(f", and {len(places) - 1} more places (", about[0])
        self.assertIn(f"Perhaps its definition is misspelt: 'kadina' in row {line} of issues",
                      about[0])
        self.assertNotIn("Did you mean 'kadina'", "\n".join(lines))

    def test_a_missing_table_is_said_once_and_first(self):
        os.remove(self.path("sources"))
        lines, found = self.errors()
        self.assertIn("The table sources is missing, and ", lines[0])
        self.assertIn("rows point to it", lines[0])
        self.assertIn("sources.csv", lines[0])
        self.assertEqual([one["code"] for one in found].count("missing-table"), 1)
        self.assertEqual(len(found), 1, found)

    def test_all_errors_of_a_row_come_at_once(self):
        first = rows_of(self.path("interests"))[1][0]
        line = self.change("interests", first, rank="-4", worst="5", best="5")
        codes = [one["code"] for one in self.errors()[1] if one["row"] == line]
        self.assertIn("invalid-rank", codes)
        self.assertIn("worst-is-best", codes)

    def test_what_comes_from_a_setting_is_said_to(self):
        setting = "parties.us.osd.margin=-1"
        lines, found = self.errors("--set", setting)
        self.assertEqual(len(lines), 1)
        self.assertIn(f"The cell comes from --set {setting}, not from the file.", lines[0])
        self.assertIn("--set " + setting, found[0]["message"])
        ended, _, problems = nema("agree", self.folder, "--set", setting)
        self.assertEqual(ended, CASE_HAS_ERRORS)
        self.assertIn("--set " + setting, problems)

    def test_probabilities_are_named_with_their_rows(self):
        lines, _ = self.errors("--set", "baselines.drift.probability=0.9")
        self.assertRegex(lines[0], r"not to 1: .*'drift', row \d+")
        self.assertIn("--set baselines.drift.probability=0.9 changes one of them", lines[0])

    def test_the_case_itself_is_sound(self):
        self.assertEqual(nema("check", self.folder)[0], ANSWERED)


if __name__ == "__main__":
    unittest.main()
