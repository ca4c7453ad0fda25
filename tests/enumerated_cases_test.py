# SPDX-License-Identifier: Apache-2.0
"""The shipped small cases, from their CSV files to the counts, against a program that shares no code.

tests/oracle/enumerate_case.py lists every package and applies docs/workbook.md as it stands.
"""

import json
import os
import subprocess
import sys
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
NEMA = os.environ.get("NEMA", os.path.join(ROOT, "build", "release", "nema"))
ORACLE = os.path.join(ROOT, "tests", "oracle", "enumerate_case.py")
NAMES = {"R_necessary": "necessary", "R_central": "central", "R_possible": "possible"}

QUESTIONS = [
    ("port-game",),
    ("waterworks",),
    ("waterworks", "--claim", "springs=false"),
    ("waterworks", "--claim", "floods=true"),
    ("waterworks", "--with-overrides"),
    ("waterworks", "--as-of", "2025-04-01"),
]


def answer(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    return json.loads(done.stdout)


@unittest.skipUnless(os.path.exists(NEMA), f"{NEMA} is not built")
class EnumeratedCases(unittest.TestCase):
    def test_counts_are_those_of_plain_enumeration(self):
        for name, *arguments in QUESTIONS:
            with self.subTest(case=name, arguments=arguments):
                case = os.path.join("cases", name)
                expected = answer(sys.executable, ORACLE, case, *arguments)["counts"]
                found = answer(NEMA, "agree", case, "--json", *arguments)
                if "--with-overrides" in arguments:
                    found = found["with_overrides"]
                for region, counts in expected.items():
                    shown = found["ratifiable"][NAMES[region]] if region in NAMES else found[region]
                    self.assertEqual(int(shown["count"]), counts["all"], region)
                    self.assertEqual(int(shown["inside_question"]), counts["inside"], region)


if __name__ == "__main__":
    unittest.main()
