# SPDX-License-Identifier: Apache-2.0
"""What `nema` prints with --json meets its schema, and the numbers in it hang together.

Long because each command has its answers here, and they share what is known of the cases.

    NEMA=build/release/nema /usr/bin/python3 -m unittest discover -s tests -p schema_test.py
"""

import json
import os
import shutil
import subprocess
import tempfile
import unittest

from answers import (ANSWERED, CASE_HAS_ERRORS, FILE_PROBLEM, NEMA, ROOT, STOPPED_EARLY, WRONG_USAGE,
                     Answers, case, jsonschema, nema, schemas, validator)

CASES = ["waterworks", "port-game"]
LIST = 3  # members asked for where it matters
CERTAINTIES = ["necessary", "central", "possible"]
SOLUTIONS = ("kalai_smorodinsky", "egalitarian", "utilitarian", "minimax_regret")

def objects(value):
    """Every object inside the document, itself included."""
    if isinstance(value, dict):
        yield value
        value = value.values()
    if isinstance(value, (list, type({}.values()))):
        for part in value:
            yield from objects(part)


@unittest.skipUnless(jsonschema, "python3-jsonschema is not installed")
class Schemas(unittest.TestCase):
    def test_are_schemas(self):
        for name, schema in schemas().items():
            with self.subTest(name):
                jsonschema.Draft202012Validator.check_schema(schema)

    def test_objects_are_closed_or_keyed_by_ids(self):
        for name, schema in schemas().items():
            for part in objects(schema):
                if part.get("type") == "object":
                    with self.subTest(name, description=part.get("description")):
                        self.assertIn("additionalProperties", part)
                        self.assertIn("description", part)

    def test_refuse_what_is_wrong(self):
        finding = {"code": "unknown-id", "table": None, "row": None, "column": None,
                   "message": "there is none", "mend": ""}
        self.assertTrue(validator("errors").is_valid({"errors": [finding]}))
        self.assertFalse(validator("errors").is_valid({"errors": []}))
        self.assertFalse(validator("errors").is_valid({"errors": [finding], "more": 1}))
        self.assertFalse(validator("errors").is_valid({"errors": [{**finding, "row": 0}]}))
        self.assertFalse(validator("agree").is_valid({}))

    def test_a_bounded_count_names_both_bounds(self):
        definitions = schemas()["common"]
        resolver = jsonschema.RefResolver.from_schema(definitions)
        count = jsonschema.Draft202012Validator(definitions["$defs"]["count"], resolver=resolver)
        exact = {"count": "3", "inside_question": "1", "exact": True}
        self.assertTrue(count.is_valid(exact))
        self.assertFalse(count.is_valid({**exact, "exact": False}))
        self.assertFalse(count.is_valid({**exact, "count": 3}))
        self.assertTrue(count.is_valid(
            {**exact, "exact": False, "count_at_most": "9", "inside_question_at_most": "9"}))


@unittest.skipUnless(os.path.exists(NEMA), f"{NEMA} is not built")
class Program(Answers, unittest.TestCase):
    def assert_counts(self, counts):
        """Decimal strings, parts no larger than wholes, and the three certainties nested."""
        for part in ("count", "inside_question"):
            chain = [counts["ratifiable"][certainty] for certainty in CERTAINTIES]
            chain += [counts["feasible"], counts["packages"]]
            for smaller, larger in zip(chain, chain[1:]):
                self.assertLessEqual(int(smaller[part]), int(larger[part]))
        for region in [counts["packages"], counts["feasible"], *counts["ratifiable"].values()]:
            self.assertLessEqual(int(region["inside_question"]), int(region["count"]))

    def assert_answer(self, answer, most=20):
        for part in objects(answer):
            if "ratifiable" in part and "packages" in part:
                self.assert_counts(part)
            self.assertLessEqual(len(part.get("members", [])), most)
        self.assertLessEqual(len(answer["list"]), most)
        self.assertEqual(answer["proof"]["status"], "exact")
        self.assertEqual(answer["proof"]["unvisited"], "0")
        for claim, variation in answer["claims"].items():
            as_read = "if_true" if answer["reading"][claim] else "if_false"
            for key in ("packages", "feasible", "ratifiable"):
                self.assertEqual(variation[as_read][key], answer[key])
        nash = answer["solutions"]["nash"]
        self.assertEqual(nash is None, "nash" in answer["solutions"]["reasons"])
        if nash:
            self.assertEqual(int(nash["packages"]),
                             sum(int(found["packages"]) for found in nash["sets"]))
            self.assertLessEqual(int(nash["packages"]), int(nash["r0_packages"]))
            self.assertLessEqual(int(nash["r0_packages"]),
                                 int((answer["with_overrides"] or answer)["ratifiable"]["central"]
                                     ["count"]))
        for name in SOLUTIONS:
            solution = answer["solutions"][name]
            self.assertEqual(solution is None, name in answer["solutions"]["reasons"])
            self.assertEqual(solution is None, not answer["solutions"]["best_gains"])
            if solution:
                self.assertEqual(len(solution["members"]), min(int(solution["packages"]), most))

    def test_agree_by_the_sum_of_gains(self):
        answer = self.answer("agree", "agree", case("port-game"), "--by", "utilitarian")
        solution = answer["solutions"]["utilitarian"]
        ranks = [listed["rank"]["value"] for listed in answer["list"]]
        self.assertEqual(ranks, sorted(ranks, reverse=True))
        self.assertGreaterEqual(ranks[0], solution["values"][0]["value"])  # R holds R0.

    def test_samples_are_drawn_from_the_list_s_set(self):
        arguments = ("agree", case("port-game"), "--list", "100", "--sample", "200")
        answer = self.answer("agree", *arguments, "--seed", "5")
        sample = answer["sample"]
        self.assertEqual(sample["drawn_from"], answer["ratifiable"]["central"]["count"])
        self.assertEqual(len(sample["packages"]), 200)
        listed = [entry["package"] for entry in answer["list"]]
        for drawn in sample["packages"]:
            self.assertIn(drawn["package"], listed)
        self.assertEqual(self.answer("agree", *arguments, "--seed", "5")["sample"], sample)
        self.assertNotEqual(self.answer("agree", *arguments, "--seed", "6")["sample"], sample)
        self.assertIsNone(self.answer("agree", "agree", case("port-game"))["sample"])

    def assert_report(self, report, objections):
        verdict = report["verdict"]
        self.assertLessEqual(verdict["necessary"], verdict["central"])
        self.assertLessEqual(verdict["central"], verdict["possible"])
        self.assertEqual(report["feasible"], not report["broken_limits"])
        for party, answer in report["answers"].items():
            expected = ("no_objection" if answer["necessary"]
                        else "cannot_tell" if answer["possible"] else "objection")
            self.assertEqual(answer["verdict"], expected, party)
            if answer["gain"]:
                least, central, greatest = (answer["gain"][k]["value"]
                                            for k in ("least", "central", "greatest"))
                self.assertLessEqual(least, central + 1e-9)
                self.assertLessEqual(central, greatest + 1e-9)
        for objection in objections:
            party = report["answers"][objection["party"]]
            self.assertNotEqual(party["verdict"], "no_objection")
            if objection["refusal"]:
                self.assertIn(objection["refusal"], party["refusals"])

    def test_agree(self):
        for name in CASES:
            with self.subTest(name):
                answer = self.answer("agree", "agree", case(name))
                self.assertEqual(answer["case"], name)
                self.assertIsNone(answer["named_package"])
                self.assertEqual(answer["objections"], [])
                self.assert_answer(answer)

    def test_agree_between_two_parties(self):
        for name, between in [("waterworks", ["sugi", "kuri"]), ("port-game", None)]:
            with self.subTest(name):
                whole = self.answer("agree", "agree", case(name))
                between = between or list(whole["solutions"]["nash"]["bargaining"])[:2]
                answer = self.answer("agree", "agree", case(name), "--between",
                                     ",".join(between), "--over", "feasible", "--list", str(LIST))
                self.assert_answer(answer, LIST)
                frontier = answer["frontier"]
                self.assertEqual(frontier["between"], between)
                self.assertTrue(frontier["proved"])
                self.assertEqual(len(frontier["members"]), min(LIST, int(frontier["packages"])))
                self.assertGreaterEqual(int(frontier["packages"]), frontier["points"])
                self.assert_not_bettered(frontier)

    def assert_not_bettered(self, frontier):
        points = [[member["worth"][party]["value"] for party in frontier["between"]]
                  for member in frontier["members"]]
        for a in points:
            for b in points:
                better = all(x >= y for x, y in zip(a, b)) and any(
                    x > y + 1e-9 for x, y in zip(a, b))
                self.assertFalse(better, f"{a} betters {b}")

    def test_agree_about_one_package(self):
        answer = self.answer("agree", "agree", case("waterworks"), "authority=joint",
                             "source=wells")
        self.assert_answer(answer)
        self.assertEqual(answer["named_package"]["package"]["source"], "wells")
        self.assert_report(answer["named_package"], answer["objections"])

    def test_a_claim_taken_otherwise(self):
        answer = self.answer("agree", "agree", case("waterworks"), "--claim", "springs=false")
        self.assertIs(answer["reading"]["springs"], False)
        self.assert_answer(answer)

    def test_overrides_are_counted_beside_never_instead(self):
        without = self.answer("agree", "agree", case("waterworks"))
        both = self.answer("agree", "agree", case("waterworks"), "--with-overrides")
        self.assertIsNone(without["with_overrides"])
        for key in ("packages", "feasible", "ratifiable"):
            self.assertEqual(both[key], without[key])
        self.assertGreater(int(both["with_overrides"]["packages"]["count"]),
                           int(both["packages"]["count"]))

    def test_divisible_issues(self):
        answer = self.answer("agree", "agree", case("panama-canal-1974"), "--divisible")
        self.assert_answer(answer)
        winner = answer["solutions"]["adjusted_winner"]
        self.assertEqual(winner["parties"], ["us", "panama"])
        self.assertEqual({side: worth["exact"] for side, worth in winner["worth"].items()},
                         {"us": "33/50", "panama": "33/50"})
        self.assertEqual(winner["split_issue"], "land_and_water")
        self.assertEqual(winner["shares"]["land_and_water"], {"us": "2/15", "panama": "13/15"})
        self.assertIs(winner["equal"], True)
        plain = self.answer("agree", "agree", case("panama-canal-1974"))
        self.assertIsNone(plain["solutions"]["adjusted_winner"])

    def test_shares_need_two_parties_and_additive_worth(self):
        for name, arguments, codes in [
                ("port-game", [], {"not-two-parties"}),
                ("waterworks", ["--between", "sugi,kuri"], {"not-divisible"})]:
            with self.subTest(name):
                answer = self.answer("errors", "agree", case(name), "--divisible", *arguments,
                                     code=WRONG_USAGE)
                self.assertEqual({error["code"] for error in answer["errors"]}, codes)
                self.assertEqual(len(answer["errors"]), 1)  # One refusal, however many rows.
                self.assertNotIn("without this row", answer["errors"][0]["mend"])

    def test_list_in_an_order(self):
        answer = self.answer("agree", "agree", case("port-game"), "--by", "nash", "--list",
                             str(LIST))
        ranks = [member["rank"]["value"] for member in answer["list"]]
        self.assertEqual(ranks, sorted(ranks, reverse=True))
        self.assertLessEqual(len(ranks), LIST)

    def test_why(self):
        for arguments in ([case("waterworks")], [case("port-game"), "--certainty", "necessary"],
                          [case("us-japan-2010"), "The signed plan of 2006", "--list", str(LIST)],
                          [case("panama-canal-1974")]):
            with self.subTest(arguments):
                self.assert_why(self.answer("why", "why", *arguments))

    def assert_why(self, answer):
        """Each relaxation meets each conflict, and amounts are of what has any."""
        why = answer["why"]
        self.assertTrue(why["complete"])
        if why["open"]:
            self.assertEqual((why["conflicts"], why["relaxations"]), ([], []))
            self.assertEqual(answer["missing_options"], [])

        def names(entry):
            return {(element["kind"], element["id"]) for element in entry["elements"]}
        for relaxation in why["relaxations"]:
            self.assertGreater(int(relaxation["packages"]), 0)
            for conflict in why["conflicts"]:
                self.assertTrue(names(relaxation) & names(conflict))
            for element in relaxation["elements"]:
                if element["kind"] == "refusal":
                    self.assertIsNone(element["amount"])
                elif element["amount"] is not None:
                    self.assertGreaterEqual(element["amount"]["value"], 0)
        for part in ("accept", "pivot", "price", "cheap", "veto"):
            for text in objects(answer):
                self.assertNotIn(part, str(text.get("sentence", "")).lower())

    def test_why_stopped_early_is_not_complete(self):
        answer = self.answer("why", "why", case("us-japan-2010"), "--time-limit", "0",
                             code=STOPPED_EARLY)
        self.assertFalse(answer["complete"])
        self.assertFalse(answer["why"]["complete"])
        few = self.answer("why", "why", case("us-japan-2010"), "--sets", "2", code=STOPPED_EARLY)
        self.assertFalse(few["why"]["complete"])

    def test_show(self):
        for name in CASES:
            with self.subTest(name):
                shown = self.answer("show", "show", case(name))
                self.assertIsNone(shown["named_package"])
                parties = {party["id"] for party in shown["parties"]}
                for gate in shown["gates"]:
                    self.assertIn(gate["party"], parties)

    def test_show_one_package(self):
        shown = self.answer("show", "show", case("waterworks"), "source=wells")
        self.assert_report(shown["named_package"], shown["objections"])

    def test_check(self):
        for name in CASES:
            with self.subTest(name):
                self.assertEqual(self.answer("check", "check", case(name))["errors"], [])

    def test_brief(self):
        for name in [*CASES, "us-japan-2010"]:
            with self.subTest(name):
                brief = self.answer("brief", "brief", case(name))
                dates = self.answer("show", "show", case(name))["dates"]
                if dates:
                    self.assertEqual([dated["as_of"] for dated in brief["dates"]], dates)
                for dated in brief["dates"]:
                    self.assert_dated(dated)

    def test_a_date_before_most_is_known_says_so_first(self):
        early = ("us-japan-2010", "2009-01-01")
        dated = self.answer("brief", "brief", case(early[0]), "--as-of", early[1])["dates"][0]
        known = dated["known_so_far"]
        self.assertTrue(known["too_little"])
        self.assertEqual(known["gates"]["known"], 0)
        words = (f"At this date {known['gates']['not_yet']} of {known['gates']['not_yet']} gates and "
                 f"{known['interests']['not_yet']} of {known['interests']['not_yet']} interests are not known yet")
        plan = "rotary=henoko"
        for arguments in (["brief"], ["agree"], ["why"], ["show"], ["show", plan]):
            with self.subTest(arguments):
                command, *options = arguments
                for date, said in ((early[1], True), ("2010-02-08", False)):
                    if command in ("agree", "why") and not said:
                        continue  # Each takes a while, and has its sentence where brief has.
                    _, output, _ = nema(command, case(early[0]), *options, "--as-of", date)
                    self.assertEqual(words in " ".join(output.replace("> ", "").split()), said)

    def assert_dated(self, dated):
        self.assertIsNone(dated["agree"]["seconds"])
        self.assertEqual(dated["as_of"], dated["agree"]["as_of"])
        known = dated["known_so_far"]
        self.assertFalse(known["too_little"])  # A case is read at days on which most is known.
        self.assertGreater(known["gates"]["known"], known["gates"]["not_yet"])
        self.assert_answer(dated["agree"])
        self.assert_counts(dated["agree"]["with_overrides"])
        self.assertLessEqual(len(dated["steps"]), dated["steps_tried"])
        for step in dated["steps"]:
            self.assertTrue(step["verdict"]["possible"])
        for named in dated["packages"]:
            self.assert_report(named["report"], named["objections"])
            for expectation in named["expectations"]:
                found = named["report"]["answers"][expectation["party"]]["verdict"]
                self.assertEqual(expectation["found"], found)
                self.assertEqual(expectation["agrees"], expectation["modelled"]
                                 and expectation["expected"] == found)

    # ---- how it ends ----

    def broken_copy(self, folder):
        """The waterworks with gates of a party that does not exist."""
        broken = os.path.join(folder, "broken")
        shutil.copytree(os.path.join(ROOT, case("waterworks")), broken)
        with open(os.path.join(broken, "gates.csv"), encoding="utf-8") as file:
            text = file.read()
        self.assertIn("kaede", text)
        with open(os.path.join(broken, "gates.csv"), "w", encoding="utf-8") as file:
            file.write(text.replace(",kaede,", ",kaedde,"))
        return broken

    def test_a_broken_case_gives_its_errors(self):
        with tempfile.TemporaryDirectory() as folder:
            broken = self.broken_copy(folder)
            for command in ("agree", "show", "brief"):
                with self.subTest(command):
                    answer = self.answer("errors", command, broken, code=CASE_HAS_ERRORS)
                    self.assertEqual({e["table"] for e in answer["errors"]}, {"gates"})
                    self.assertTrue(all(e["mend"] for e in answer["errors"]))
            found = self.answer("check", "check", broken, code=CASE_HAS_ERRORS)
            self.assertTrue(found["errors"])

    def test_an_unknown_id_in_the_arguments(self):
        for arguments in (["authority=jont"], ["autority=joint"], ["--claim", "spring=true"],
                          ["--between", "sugi,nobody"], ["--by", "nobody"]):
            with self.subTest(arguments):
                answer = self.answer("errors", "agree", case("waterworks"), *arguments,
                                     code=WRONG_USAGE)
                self.assertEqual({e["table"] for e in answer["errors"]}, {"arguments"})

    def test_stopped_early_gives_bounds(self):
        answer = self.answer("agree", "agree", case("waterworks"), "--time-limit", "0",
                             code=STOPPED_EARLY)
        self.assertEqual(answer["proof"]["status"], "bounded")
        self.assertGreater(int(answer["proof"]["unvisited"]), 0)
        feasible = answer["feasible"]
        self.assertLess(int(feasible["count"]), int(feasible["count_at_most"]))

    def test_an_unknown_option(self):
        self.assertEqual(nema("agree", case("waterworks"), "--no-such-option")[0], WRONG_USAGE)
        self.assertEqual(nema("no-such-command")[0], WRONG_USAGE)

    def test_no_such_folder(self):
        with tempfile.TemporaryDirectory() as folder:
            for command in ("agree", "show", "brief"):
                with self.subTest(command):
                    self.answer("errors", command, os.path.join(folder, "none"),
                                code=FILE_PROBLEM)


if __name__ == "__main__":
    unittest.main()
