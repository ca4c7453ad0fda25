# SPDX-License-Identifier: Apache-2.0
"""`nema floors CASE` as it is called: its JSON meets the schema and hangs together, its text says the same."""

import os
import unittest

from answers import NEMA, WRONG_USAGE, Answers, case, nema

FLAGSHIP = case("us-japan-2010")
CLAIM = "all_floors_rest_on_alliance"


@unittest.skipUnless(os.path.exists(NEMA), f"{NEMA} is not built")
class House(Answers, unittest.TestCase):
    def test_json_hangs_together(self):
        answer = self.answer("house", "floors", FLAGSHIP)
        rooms = {room["id"]: room for room in answer["arrangements"]}
        members = {member["id"] for member in answer["members"]}
        self.assertEqual({room["floor"] for room in rooms.values()}, {1, 2, 3, 4})
        for room in rooms.values():
            self.assertLessEqual(set(room["members"]), members)
            for row in room["rests_on"]:
                for lower in row["on"]:
                    self.assertLessEqual(rooms[lower]["floor"], room["floor"])
            self.assertTrue(room["exists"] or not room["stands"])
        for purpose in answer["purposes"]:
            gaps = [gap for gap in answer["gaps"] if gap["function"] == purpose["id"]]
            self.assertEqual([len(gap["members"]) for gap in gaps],
                             [2] * purpose["pairs"] + [3] * purpose["triples"])
            self.assertEqual(purpose["without"],
                             [one["member"] for one in answer["functions"]
                              if one["name"] == purpose["id"] and one["best"] in (None, "paper")])
        for function in answer["functions"]:
            self.assertTrue(function["cut_sets"]["exact"])
            self.assertEqual(function["best"] is None, function["providers"] == [])
            self.assertEqual(function["best"] is None, function["path_sets"]["count"] == "0")
            self.assertLessEqual(function["independent_paths"]["at_least"],
                                 function["independent_paths"]["at_most"])
        failing = {fall["component"] for fall in answer["falls"]}
        self.assertEqual(failing, {load["component"] for load in answer["load"]})
        self.assertEqual({room for room in rooms if rooms[room]["stands"]}, failing & set(rooms))
        for contingency in answer["contingencies"]:
            self.assertEqual(contingency["answered"], contingency["best"] in ("acts", "has_acted"))
        self.assertIsNone(answer["without"])

    def test_the_claim_is_shown_both_ways(self):
        """The essay: all floors rest on the alliance. What falls with it, and what falls otherwise."""
        answer = self.answer("house", "floors", FLAGSHIP, "--without", "us_japan")
        fallen = set(answer["without"]["change"]["fallen"])
        self.assertLessEqual({"scc", "tsd", "cjk", "asean", "eas", "arf", "psi"}, fallen)
        self.assertNotIn("us_rok", fallen)
        otherwise = self.answer("house", "floors", FLAGSHIP, "--without", "us_japan", "--claim",
                                f"{CLAIM}=false")["without"]["change"]["fallen"]
        self.assertEqual(set(otherwise), {"us_japan", "scc", "tsd", "us_japan_rok"})
        japan = [one["best"] for one in answer["functions"] if one["member"] == "japan"]
        self.assertEqual(set(japan), {None})  # The rest of the answer is of the house after the fall.
        self.assertNotIn("us_japan", [step["arrangement"] for step in answer["next"]["steps"]])
        (claim,) = self.answer("house", "floors", FLAGSHIP)["claims"]
        (with_it,) = [fall for fall in claim["falls"] if fall["component"] == "us_japan"]
        self.assertEqual(claim["claim"], CLAIM)
        self.assertEqual(set(with_it["as_read"]["fallen"]), fallen)
        self.assertEqual(with_it["otherwise"]["fallen"], otherwise)

    def test_an_option_founds_what_it_says(self):
        now = self.answer("house", "floors", FLAGSHIP)
        then = self.answer("house", "floors", FLAGSHIP, "region=security_forum_with_us")
        (told,) = [one["change"] for one in now["options"] if one["option"] == "security_forum_with_us"]
        self.assertEqual(told["risen"], ["security_forum"])
        stands = [{room["id"] for room in answer["arrangements"] if room["stands"]}
                  for answer in (now, then)]
        self.assertEqual(stands[1] - stands[0], {"security_forum"})

    def test_text_says_it_in_words(self):
        ended, text, problems = nema("floors", FLAGSHIP, "--without", "us_japan")
        self.assertEqual(ended, 0, problems)
        for words in ("Floor 4", "Without Alliance of Japan and the United States, this falls:",
                      "What carries the load", "Gaps:", "Contingencies:", "adds most within a budget of 2"):
            self.assertIn(words, text)
        _, text, _ = nema("floors", FLAGSHIP, "--with", "us_japan,security_forum")
        self.assertIn("(which exists anyway)", text)
        self.assertEqual(text.count("exists anyway"), 1)
        self.assertIn("  security_forum: ", nema("show", FLAGSHIP)[1])
        _, text, _ = nema("floors", FLAGSHIP, "--without", "security_forum")
        self.assertIn("(security_forum), on floor 4; taken as failed", text)

    def test_refuses_what_it_does_not_know(self):
        for arguments, word in [((FLAGSHIP, "--without", "us_japn"), "us_japan"),
                                ((FLAGSHIP, "--with", "us_turns_inward"), "no arrangement"),
                                ((FLAGSHIP, "--budget", "much"), "--budget"),
                                ((FLAGSHIP, "region=none|trilaterals"), "one option"),
                                ((case("waterworks"),), "no-arrangements")]:
            ended, _, problems = nema("floors", *arguments)
            self.assertEqual(ended, WRONG_USAGE, problems)
            self.assertIn(word, problems)


if __name__ == "__main__":
    unittest.main()
