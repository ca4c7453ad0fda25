# SPDX-License-Identifier: Apache-2.0
"""What the command line promises of its options, what it says of arguments that have lost theirs, and
how it words what they ask for."""

import os
import re
import unittest

from answers import ANSWERED, NEMA, STOPPED_EARLY, WRONG_USAGE, case, nema

FLAGSHIP = case("us-japan-2010")
WATERWORKS = case("waterworks")
REPEATED = {"agree": ["--set", "--claim", "--between"], "report": ["--set", "--package"],
            "floors": ["--set", "--claim", "--with", "--without"]}


@unittest.skipUnless(os.path.exists(NEMA), f"{NEMA} is not built")
class Arguments(unittest.TestCase):
    def text(self, *arguments, code=ANSWERED):
        ended, text, problems = nema(*arguments)
        self.assertEqual(ended, code, text[:300] + problems)
        return problems if code == WRONG_USAGE else text

    def test_help_shows_one_value_for_an_option_that_may_be_given_again(self):
        for command, options in REPEATED.items():
            text = self.text(command, "--help")
            for option in options:
                with self.subTest(command, option=option):
                    self.assertRegex(text, rf"{option} TEXT(?! \.\.\.)\s")
            for option in ("--set", "--claim"):
                if option in options:
                    self.assertRegex(text, rf"{option} TEXT [^-]*again for each")

    def test_options_that_may_be_given_again_are(self):
        text = self.text("agree", FLAGSHIP, "--claim", "nago_land_too=false", "--claim",
                         "sdp_any_okinawa=false", "--list", "0", "--set",
                         "baselines.drift.probability=.9", "--set",
                         "baselines.imposed_2006.probability=.05")
        self.assertIn("but not nago_land_too and sdp_any_okinawa", text)

    def test_a_claim_without_its_option_is_told_which_to_repeat(self):
        text = self.text("agree", FLAGSHIP, "--claim", "nago_land_too=false",
                         "sdp_any_okinawa=false", code=WRONG_USAGE)
        self.assertIn("Repeat --claim before each: --claim sdp_any_okinawa=false.", text)

    def test_the_settings_that_a_readme_suggests_are_answered(self):
        with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", FLAGSHIP,
                               "README.md"), encoding="utf-8") as file:
            suggested = re.findall(r"`nema (agree --set [^`]*)`", file.read())
        self.assertTrue(suggested)
        for command in suggested:
            name, *settings = command.split()
            self.text(name, FLAGSHIP, *settings, "--list", "0")

    def test_a_list_by_the_sum_of_gains_says_over_which_packages_it_runs(self):
        for certainty, words in (("possible", "may pass"), ("central", "pass at central weights")):
            text = self.text("agree", FLAGSHIP, "--by", "utilitarian", "--certainty", certainty,
                             "--list", "2")
            self.assertIn(f"\nPackages that {words}, in R0 or not, the first 2, by the sum of the "
                          "gains of the parties that bargain over R0 (outside it one of them may "
                          "lose):\n", text)

    def test_one_party_has_a_best_and_no_frontier(self):
        text = self.text("agree", FLAGSHIP, "--between", "us.osd", "--list", "1")
        self.assertRegex(text, r"\nThe best for Office of the Secretary of Defense: [\d,]+ packages?\n")
        self.assertIn("\n  worth at central weights, on its own scale", text)
        self.assertNotIn("Frontier between", text)
        both = self.text("agree", FLAGSHIP, "--between", "us.osd,ok.gov", "--list", "1")
        self.assertIn("\nFrontier between Office of the Secretary of Defense and Governor", both)

    def test_a_list_of_none_or_one_is_worded_as_such(self):
        text = self.text("agree", FLAGSHIP, "--list", "0")
        self.assertNotIn("the first 0", text)
        self.assertIn("  that may pass: that one itself\n", text)
        text = self.text("agree", FLAGSHIP, "--list", "0", "--between", "us.osd,ok.gov", "--as-of",
                         "2010-05-28")
        self.assertNotIn("the first 0", text)
        self.assertIn("  that may pass: 2 with 1 changed issue\n", text)
        self.assertIn("none is shown (--list for more)", text)
        text = self.text("agree", FLAGSHIP, "--list", "1")
        self.assertNotIn("the first 1 ", text)
        self.assertIn("\nPackages that pass at central weights, the first as the options", text)

    def test_sentences_begin_with_a_capital_letter(self):
        text = self.text("brief", FLAGSHIP, "--time-limit", "0", code=STOPPED_EARLY)
        self.assertIn("Between 0 and ", text)
        self.assertNotRegex(text, r"(?m)(\. |^> )\**(between|with every|were it)")

    def test_a_gate_that_is_set_aside_is_named_by_what_is_done(self):
        text = self.text("show", FLAGSHIP, "override_nago=yes")
        self.assertIn("\nThe governments go ahead against the city of Nago\n", text)

    def test_one_error_is_one_error(self):
        ended, text, _ = nema("check", FLAGSHIP, "--set", "parties.us.osd.margin=-1")
        self.assertRegex(text, r"\n1 error, 0 warnings, \d+ notes\n$")
        self.assertNotEqual(ended, ANSWERED)


if __name__ == "__main__":
    unittest.main()
