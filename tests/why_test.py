# SPDX-License-Identifier: Apache-2.0
"""What `nema why` says of the flagship at both dates is what tests/golden holds.

    NEMA=build/release/nema /usr/bin/python3 -m unittest discover -s tests -p why_test.py

After a change that is meant: run with NEMAWASHI_GOLDEN=write, then read the difference as prose.
"""

import os
import subprocess
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
NEMA = os.path.abspath(os.environ.get("NEMA") or os.path.join(ROOT, "build/release/nema"))
DATES = ["2010-02-08", "2010-05-28"]


@unittest.skipUnless(os.path.exists(NEMA), f"{NEMA} is not built")
class Golden(unittest.TestCase):
    def test_flagship(self):
        for date in DATES:
            with self.subTest(date):
                done = subprocess.run(
                    [NEMA, "why", "cases/us-japan-2010", "The signed plan of 2006", "--as-of", date,
                     "--list", "50"],
                    capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
                    cwd=ROOT)
                self.assertEqual(done.returncode, 0, done.stderr)
                path = os.path.join(ROOT, "tests", "golden", f"why-us-japan-{date}.txt")
                if os.environ.get("NEMAWASHI_GOLDEN") == "write":
                    os.makedirs(os.path.dirname(path), exist_ok=True)
                    with open(path, "w", encoding="utf-8") as file:
                        file.write(done.stdout)
                with open(path, encoding="utf-8") as file:
                    self.assertEqual(done.stdout, file.read())


if __name__ == "__main__":
    unittest.main()
