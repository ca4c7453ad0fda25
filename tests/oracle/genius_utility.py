# SPDX-License-Identifier: Apache-2.0
"""A second reading of Genius scenarios, written apart from the program's: plain and slow.

Utilities are exact fractions of the decimals in the files, by the definitions of Genius: discrete
evaluations divided by the issue's greatest, linear ones of integers cut to 0..1, the total cut at 1;
hyper-rectangles added up and divided by the greatest utility, cut at 1.
"""

import fractions
import os
import xml.etree.ElementTree

Fraction = fractions.Fraction


def _root(path):
    with open(path, encoding="utf-8-sig") as file:
        return xml.etree.ElementTree.fromstring(file.read().strip())


class Scenario:
    """The domain and the profiles of a folder; `utility(profile, {issue name: option name})`."""

    def __init__(self, folder):
        self.profiles = {}
        for name in sorted(os.listdir(folder)):
            if not name.endswith(".xml") or name == "pareto.xml":
                continue
            root = _root(os.path.join(folder, name))
            if root.tag == "negotiation_template":
                self.issues = {issue.get("index"): issue.get("name") for issue in root.iter("issue")}
            else:
                self.profiles[name[:-len(".xml")]] = root

    def utility(self, profile, bid):
        root = self.profiles[profile]
        if root.get("type") == "nonlinear":
            held, greatest = self.rectangles_that_hold(profile, bid)
            return min(Fraction(1), sum(utility for _, utility in held) / greatest)
        weights = {weight.get("index"): Fraction(weight.get("value")) for weight in
                   root.iter("weight")}
        total = Fraction(0)
        for issue in root.iter("issue"):
            index = issue.get("index")
            total += weights[index] * self._evaluation(issue, bid[self.issues[index]])
        return max(Fraction(0), min(Fraction(1), total))

    @staticmethod
    def _evaluation(issue, option):
        evaluator = issue.find("evaluator")
        if evaluator is None:
            values = {item.get("value"): Fraction(item.get("evaluation")) for item in
                      issue.findall("item")}
            return values[option] / max(values.values())
        low = issue.get("lowerbound") or issue.find("range").get("lowerbound")
        value = (Fraction(evaluator.get("slope")) * (int(option) - int(low)) +
                 Fraction(evaluator.get("offset")))
        return max(Fraction(0), min(Fraction(1), value))

    def rectangles_that_hold(self, profile, bid):
        """[(position in the file, utility)], and the greatest utility."""
        utility = next(self.profiles[profile].iter("utility"))
        held = []
        for position, rectangle in enumerate(utility.iter("hyperRectangle"), start=1):
            if all(int(side.get("min")) <= int(bid[self.issues[side.get("index")]]) <=
                   int(side.get("max")) for side in rectangle.findall("INCLUDES")):
                held.append((position, Fraction(rectangle.get("utility"))))
        return held, Fraction(utility.get("maxutility"))
