# SPDX-License-Identifier: Apache-2.0
"""Additive Genius scenarios for the peers: the same packages and utilities that Nemawashi reads.

Genius semantics: an evaluation of a discrete issue is divided by the issue's greatest (all 0 if that
is below 1/100000); an integer issue's slope and offset are cut to 0..1.
"""

import fractions
import glob
import os
import xml.etree.ElementTree


def root_of(path):
    with open(path, encoding="utf-8-sig") as file:
        return xml.etree.ElementTree.fromstring(file.read().strip())


def profiles(folder):
    """The files that hold evaluations, by name."""
    for path in sorted(glob.glob(os.path.join(folder, "*.xml"))):
        root = root_of(path)
        if root.tag == "utility_space" and root.find(".//weight") is not None:
            yield root


def number(text):
    return fractions.Fraction(text.strip())


def values_of(issue):
    """The values of an issue as the profile lists them, and their evaluations."""
    items = issue.findall("item")
    if items:
        evaluations = [number(item.get("evaluation")) for item in items]
        greatest = max(evaluations)
        if greatest < fractions.Fraction(1, 100000):
            evaluations, greatest = [fractions.Fraction(0)] * len(items), 1
        return [item.get("value") for item in items], [e / greatest for e in evaluations]
    bounds = issue if issue.get("lowerbound") else issue.find("range")
    evaluator = issue.find("evaluator")
    least, most = int(bounds.get("lowerbound")), int(bounds.get("upperbound"))
    slope, offset = number(evaluator.get("slope")), number(evaluator.get("offset"))
    values = range(least, most + 1)
    return ([str(v) for v in values],
            [min(max(slope * (v - least) + offset, fractions.Fraction(0)), fractions.Fraction(1))
             for v in values])


def utilities(folder):
    """By party: by issue, in one order: {value: exact utility that the value adds}."""
    parties = []
    for root in profiles(folder):
        weights = {weight.get("index"): number(weight.get("value"))
                   for weight in root.iter("weight")}
        tables = {}
        for issue in root.iter("issue"):
            values, evaluations = values_of(issue)
            weight = weights[issue.get("index")]
            tables[issue.get("name")] = {v: weight * e for v, e in zip(values, evaluations)}
        parties.append(tables)
    names = list(parties[0])
    options = [list(parties[0][name]) for name in names]
    return names, options, [[[party[name][value] for value in values]
                             for name, values in zip(names, options)] for party in parties]
