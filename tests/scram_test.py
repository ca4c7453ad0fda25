# SPDX-License-Identifier: Apache-2.0
"""`nema floors` beside Debian's scram: equal numbers of minimal cut sets, probabilities equal to the
digits that scram prints, equal importance. Skipped where scram is not installed."""

import json
import os
import random
import re
import subprocess
import tempfile
import unittest

import scram_models

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
NEMA = os.path.abspath(os.environ.get("NEMA") or os.path.join(ROOT, "build/release/nema"))
# scram needs more than 120 s for CEA9601 (bench/floors.py), and refuses the others.
LEFT_OUT = {"CEA9601.xml", "nondeclarative_substitutions.xml", "gas_leak.xml"}


def nema(files, *more):
    done = subprocess.run([NEMA, "floors", *files, "--json", *more], capture_output=True, text=True,
                          timeout=100, check=False)
    return json.loads(done.stdout)["functions"]


def printed(number):
    return f"{number:.6g}"


@unittest.skipUnless(scram_models.is_installed(), scram_models.NOT_INSTALLED)
class BesideScram(unittest.TestCase):
    def compare(self, files, *scram_options, nema_options=()):
        report = scram_models.run(files, *scram_options)
        self.assertIsNotNone(report)
        ours = {(of["name"], of["phase"]): of for of in nema(files, *nema_options)}
        theirs = scram_models.products(report)
        self.assertEqual(set(ours), set(theirs))
        for name, (count, probability) in theirs.items():
            self.assertEqual(ours[name]["cut_sets"]["count"], count, name)
            self.assertEqual(printed(ours[name]["probability"]), printed(float(probability)), name)
        return report, ours

    def test_its_models(self):
        for files in scram_models.models():
            if os.path.basename(files[0]) in LEFT_OUT:
                continue
            with self.subTest(files[0]):
                self.compare(files)

    def test_common_causes(self):
        self.compare([os.path.join(scram_models.INPUT, "TwoTrain/common_cause.xml")],
                     "--ccf", "true", nema_options=["--ccf"])

    def test_importance(self):
        for model in ("ThreeMotor/three_motor.xml", "ne574/ne574.xml", "BSCU/BSCU.xml"):
            with self.subTest(model):
                report, ours = self.compare([os.path.join(scram_models.INPUT, model)],
                                            "--importance", "true")
                (function,) = ours.values()
                measures = {of["event"]: of for of in function["importance"]}
                rows = re.findall(r'<basic-event name="([^"]*)" occurrence="\d+" probability="[^"]*"'
                                  r' MIF="([^"]*)" CIF="([^"]*)" DIF="[^"]*" RAW="([^"]*)"'
                                  r' RRW="([^"]*)"', report)
                self.assertGreater(len(rows), 3)
                for name, *values in rows:
                    of = measures[name]
                    for key, value in zip(("birnbaum", "criticality", "risk_achievement_worth",
                                           "risk_reduction_worth"), values):
                        if of[key] is not None:
                            self.assertAlmostEqual(of[key], float(value),
                                                   delta=2e-5 * abs(float(value)) + 1e-12)

    def test_random_trees_with_negation(self):
        draw = random.Random(2010)
        with tempfile.TemporaryDirectory() as folder:
            for number in range(25):
                path = os.path.join(folder, f"{number}.xml")
                with open(path, "w", encoding="utf-8") as file:
                    file.write(random_tree(draw))
                with self.subTest(number=number):
                    self.compare([path])


def random_tree(draw):
    """A tree over 8 events whose gates ask events, later gates and their negations."""
    gates = 6
    lines = ['<opsa-mef><define-fault-tree name="t">']
    for gate in range(gates):
        kind = draw.choice(["and", "or", "or", "and", "atleast"])
        names = draw.sample([f"e{i}" for i in range(8)], 2)
        names += [f"g{i}" for i in ([gate + 1] if gate + 1 < gates else [])]
        names += [f"g{draw.randrange(gate + 2, gates)}"] if gate + 2 < gates else []
        parts = []
        for name in dict.fromkeys(names):
            part = f'<event name="{name}"/>'
            parts.append(f"<not>{part}</not>" if draw.random() < 0.2 else part)
        least = ' min="2"' if kind == "atleast" else ""
        if kind == "atleast" and len(parts) < 3:
            kind, least = "and", ""
        lines.append(f'<define-gate name="g{gate}"><{kind}{least}>{"".join(parts)}</{kind}>'
                     "</define-gate>")
    lines.append("</define-fault-tree><model-data>")
    for event in range(8):
        lines.append(f'<define-basic-event name="e{event}"><float value="{draw.uniform(0, 1):.3f}"/>'
                     "</define-basic-event>")
    return "".join(lines) + "</model-data></opsa-mef>"


if __name__ == "__main__":
    unittest.main()
