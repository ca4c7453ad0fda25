# SPDX-License-Identifier: Apache-2.0
"""`nema floors` as it is called: its JSON meets the schema, its text says the same, errors end it."""

import json
import os
import subprocess
import tempfile
import unittest

import answers

NEMA, ROOT = answers.NEMA, answers.ROOT
TWO_TRAINS = """<opsa-mef><define-fault-tree name="trains">
<define-gate name="top"><and><gate name="one"/><gate name="two"/></and></define-gate>
<define-gate name="one"><or><event name="valve1"/><event name="pump1"/></or></define-gate>
<define-gate name="two"><or><event name="valve2"/><event name="pump2"/></or></define-gate>
</define-fault-tree></opsa-mef>"""
EVENTS = "<opsa-mef><model-data>" + "".join(
    f'<define-basic-event name="{name}"><float value="{value}"/></define-basic-event>'
    for name, value in [("valve1", 0.5), ("pump1", 0.7), ("valve2", 0.5), ("pump2", 0.7)]
) + "</model-data></opsa-mef>"


class Floors(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.paths = []
        for name, text in [("trains.xml", TWO_TRAINS), ("events.xml", EVENTS)]:
            self.paths.append(os.path.join(folder.name, name))
            with open(self.paths[-1], "w", encoding="utf-8") as file:
                file.write(text)

    def floors(self, *arguments):
        return subprocess.run([NEMA, "floors", *arguments], capture_output=True, text=True,
                              encoding="utf-8", timeout=100, check=False, cwd=ROOT)

    def test_json_meets_its_schema_and_is_right(self):
        done = self.floors(*self.paths, "--json", "--list", "9", "--by-probability")
        self.assertEqual(done.returncode, 0, done.stderr)
        answer = json.loads(done.stdout)
        if answers.jsonschema:
            answers.validator("floors").validate(answer)
        (top,) = answer["functions"]
        self.assertEqual(top["name"], "top")
        self.assertAlmostEqual(top["probability"], 0.7225, 12)
        self.assertEqual(top["probability_exact"], "289/400")
        self.assertEqual((top["cut_sets"]["count"], top["cut_sets"]["exact"]), ("4", True))
        self.assertEqual(top["path_sets"]["count"], "2")
        self.assertEqual(top["cut_sets"]["sets"][0]["events"], ["pump1", "pump2"])
        self.assertEqual([of["event"] for of in top["importance"]],
                         ["pump1", "pump2", "valve1", "valve2"])

    def test_text_says_the_same(self):
        done = self.floors(*self.paths)
        self.assertIn("a probability of 0.7225, exactly 289/400.", done.stdout)
        self.assertIn("4 minimal cut sets", done.stdout)

    def test_without_probabilities_sets_are_counted(self):
        done = self.floors(self.paths[0])
        self.assertEqual(done.returncode, 0)
        self.assertIn("[undefined-event]", done.stderr)
        self.assertIn("4 of its 4 events have no probability", done.stdout)

    def test_errors_end_it(self):
        self.assertEqual(self.floors(os.path.join(ROOT, "no-such.xml")).returncode,
                         answers.FILE_PROBLEM)
        self.assertEqual(self.floors(self.paths[1]).returncode, answers.CASE_HAS_ERRORS)
        self.assertEqual(self.floors().returncode, answers.WRONG_USAGE)
        for hours in ("nan", "inf", "1e999", "-1"):
            refused = self.floors(*self.paths, f"--mission-time={hours}")
            self.assertEqual(refused.returncode, answers.WRONG_USAGE, hours)

    def test_the_program_says_its_version(self):
        done = subprocess.run([NEMA, "--version"], capture_output=True, text=True, check=False)
        self.assertRegex(done.stdout, r"^nema \d+\.\d+\.\d+\n$")

    def test_without_room_it_says_so(self):
        # A grid of paths without structure: more nodes than the limit has room for.
        gates = "".join(
            f'<define-gate name="g{i}"><or>' + "".join(
                f'<and><event name="e{(i * 7 + k * k) % 60}"/><event name="e{(i * 11 + k * 5) % 60}"/>'
                "</and>" for k in range(6)) + "</or></define-gate>" for i in range(40))
        tree = ('<opsa-mef><define-fault-tree name="t"><define-gate name="top"><and>'
                + "".join(f'<gate name="g{i}"/>' for i in range(40))
                + f"</and></define-gate>{gates}</define-fault-tree></opsa-mef>")
        with open(self.paths[0], "w", encoding="utf-8") as file:
            file.write(tree)
        done = self.floors(self.paths[0], "--json", "--memory-limit", "1")
        self.assertEqual(done.returncode, answers.STOPPED_EARLY, done.stdout[:500])
        answer = json.loads(done.stdout)
        self.assertFalse(answer["complete"])
        self.assertEqual(answer["functions"][0]["ending"], "no_room")
        self.assertFalse(answer["functions"][0]["cut_sets"]["exact"])
        if answers.jsonschema:
            answers.validator("floors").validate(answer)


if __name__ == "__main__":
    unittest.main()
