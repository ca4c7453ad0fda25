#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Writes cases/bench-wide anew: 4^20 packages, generated, for benchmarks and tests of size.

    bench/bench_wide.py [FOLDER]
"""

import os
import sys

import generated

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ISSUES = 20
OPTIONS = 4
PARTIES = 6
WINDOW = 7   # issues that move one party, side by side
MEASURES = ["cost", "time", "noise"]
RANKED = 3   # so many parties state ranks, the others intervals
SEED = 22
# The question: large steps in the middle.
ASKED = range(5, 12)


def issue(i):
    return f"i{i + 1:02d}"


def option(i, o):
    return f"{issue(i)} = o{o}"


def window_of(party):
    first = party * (ISSUES - WINDOW) // (PARTIES - 1)
    return range(first, first + WINDOW)


def add_issues(tables):
    for i in range(ISSUES):
        tables.add("issues", id=issue(i), name=f"Issue {i + 1} (generated)", default="o0",
                   source=generated.SOURCE)
        for o in range(OPTIONS):
            tables.add("issues", id=f"{issue(i)}=o{o}", name="as today" if o == 0 else f"step {o}",
                       source=generated.SOURCE)


def add_parties(tables):
    for measure in MEASURES:
        tables.add("measures", id=measure, name=f"Generated measure {measure}", unit="points",
                   category="generated", better="more", combine="sum", end="fundamental",
                   transferable="no", source=generated.SOURCE)
    for p in range(PARTIES):
        party = f"p{p + 1}"
        tables.add("parties", id=party, name=f"Generated party {p + 1}", kind="office",
                   interests_by="analyst", source=generated.SOURCE)
        tables.add("gates", id=f"g{p + 1}", party=party, act="a generated act", kind="political",
                   source=generated.SOURCE, basis="assumed", note="generated")
        for m, measure in enumerate(MEASURES):
            weights = ({"rank": (m + p) % len(MEASURES) + 1} if p < RANKED else
                       {"weight_low": "0.1", "weight_high": "0.6"})
            tables.add("levels", id=f"{measure}_{party}", measure=measure, bearer=party, likely=0,
                       year=2026, source=generated.SOURCE, basis="assumed", note="generated")
            tables.add("interests", id=f"{party}_{measure}", party=party, measure=measure,
                       bearer=party, worst=-20, best=20, shape="linear",
                       source=generated.SOURCE, basis="assumed", note="generated", **weights)


def add_effects(tables):
    """What is done in an issue moves one measure of each party around it; four links a party count
    only together."""
    for p in range(PARTIES):
        draw = generated.Draw(SEED, f"effects of party {p}")
        bearer = f"p{p + 1}"

        def add(name, when, change, measure, bearer=bearer):
            tables.add("effects", id=f"{bearer}_{name}", when=when, measure=measure, bearer=bearer,
                       likely=change, source=generated.SOURCE, basis="assumed", note="generated")

        for i in window_of(p):
            measure = MEASURES[draw.below(len(MEASURES))]
            for o in range(1, OPTIONS):
                change = draw.between(-4, 3)
                if change:
                    add(f"{issue(i)}_{o}", option(i, o), change, measure)
        for i in draw.some(list(window_of(p))[:-1], 4):
            add(f"link_{issue(i)}", f"{option(i, draw.between(1, 3))} & "
                f"{option(i + 1, draw.between(1, 3))}", draw.between(1, 4),
                MEASURES[draw.below(len(MEASURES))])


def add_refusals_and_limits(tables):
    draw = generated.Draw(SEED, "conditions")
    for number in range(6):
        i = draw.below(ISSUES - 2)
        party = next(p for p in range(PARTIES) if i in window_of(p))
        tables.add("refusals", id=f"no{number + 1}", party=f"p{party + 1}",
                   when=f"{option(i, draw.between(1, 3))} & {issue(i + 1)} = o0 | o1",
                   words="(generated)", date="2026-01-01", status="stated",
                   source=generated.SOURCE, basis="assumed", note="generated")
    for number in range(5):
        i = draw.below(ISSUES - 2)
        tables.add("limits", id=f"not{number + 1}",
                   forbid=f"{option(i, draw.between(1, 3))} & {option(i + 2, draw.between(1, 3))}",
                   source=generated.SOURCE, basis="assumed", note="generated")
    tables.add("limits", id="room", measure="time", bearer="p3", at_least=-5,
               source=generated.SOURCE, basis="assumed", note="generated")


def bench_wide():
    tables = generated.Tables()
    generated.begin(tables, "bench-wide", "A wide case for benchmarks (GENERATED, not real)",
                    "bench/bench_wide.py", wants=" & ".join(f"{issue(i)} = o2 | o3" for i in ASKED))
    add_issues(tables)
    add_parties(tables)
    add_effects(tables)
    add_refusals_and_limits(tables)
    tables.add("baselines", id="today", text="Everything stays as it is (generated)",
               probability=1, source=generated.SOURCE, basis="assumed", note="generated")
    return tables


def main():
    bench_wide().write(sys.argv[1] if len(sys.argv) > 1 else
                       os.path.join(ROOT, "cases", "bench-wide"))


if __name__ == "__main__":
    main()
