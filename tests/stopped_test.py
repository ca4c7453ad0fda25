# SPDX-License-Identifier: Apache-2.0
"""Answers that were stopped, whenever that was: what they find on one page agrees with itself."""

import os
import unittest

from answers import NEMA, Answers, case, nema

LIMITS = ("0", "0.02", "0.05", "0.1", "0.2", "0.3", "0.5")


@unittest.skipUnless(os.path.exists(NEMA), f"{NEMA} is not built")
class Stopped(Answers, unittest.TestCase):
    def each(self, name):
        """The answer in JSON and as text, by limit; ends as the machine is quick."""
        for limit in LIMITS:
            arguments = ("agree", case(name), "--list", "2", "--threads", "1", "--time-limit", limit)
            with self.subTest(limit):
                code = nema(*arguments, "--json")[0]
                yield self.answer("agree", *arguments, code=code), nema(*arguments)[1]

    def test_what_is_known_to_pass_is_listed_and_among_the_nearest(self):
        for answer, _ in self.each("us-japan-2010"):
            # What stands may pass, and some single steps pass at the central weights.
            self.assertGreater(int(answer["ratifiable"]["possible"]["count"]), 0)
            self.assertGreater(int(answer["ratifiable"]["central"]["count"]), 0)
            self.assertEqual(len(answer["list"]), 2)
            for nearest in answer["nearest"]:
                if nearest["certainty"] == "possible" and not nearest["inside_question"]:
                    self.assertEqual(nearest["changed_issues"], 0)
                    self.assertTrue(nearest["proved"])

    def test_what_is_proved_to_be_none_is_said_to_be_none(self):
        for answer, text in self.each("us-japan-2010"):
            for nearest in answer["nearest"]:
                counts = answer["ratifiable"][nearest["certainty"]]
                key = "inside_question" if nearest["inside_question"] else "count"
                if counts.get(key + "_at_most", counts[key]) == "0":
                    self.assertTrue(nearest["proved"])
            if "pass for all weights         none;" in text:
                self.assertIn("that pass for all weights: none\n", text)

    def test_bounds_are_spoken_of_only_where_there_are_any(self):
        for name in ("us-japan-2010", "waterworks"):
            for _, text in self.each(name):
                self.assertEqual("numbers marked as bounded" in text, "(bounded" in text)


if __name__ == "__main__":
    unittest.main()
