# SPDX-License-Identifier: Apache-2.0
"""A random house of 1,000 arrangements on four floors as a case, the same each time, and how long
`nema floors` takes over all of it."""

import csv
import json
import os
import random

import timed

NEMA = os.path.join(timed.RELEASE, "nema")
ARRANGEMENTS, FLOORS, MEMBERS, FUNCTIONS, CAUSES, CONTINGENCIES = 1000, 4, 40, 6, 20, 60


def write_case(folder):
    draw = random.Random(1)

    def some(letter, of, least, most):
        return "|".join(f"{letter}{i}" for i in draw.sample(range(of), draw.randint(least, most)))

    def rule(below, depth=0):
        if depth == 2 or draw.random() < 0.4:
            return f"a{draw.randrange(below)}"
        parts = [rule(below, depth + 1) for _ in range(draw.randint(1, 3))]
        kind = draw.choice(["all", "any", "at_least"])
        least = f"{draw.randint(1, len(parts))}, " if kind == "at_least" else ""
        return f"{kind}({least}{', '.join(parts)})"

    tables = {
        "case": [["id", "question", "as_of"], ["house", "What rests on what?", "2020-01-01"]],
        "places": [["id"], *([f"m{i}"] for i in range(MEMBERS))],
        "functions": [["id"], *([f"f{i}"] for i in range(FUNCTIONS))],
        "arrangements": [["id", "floor", "members", "functions", "strength", "why", "status",
                          "probability"]],
        "rests_on": [["id", "arrangement", "rule"]],
        "common_causes": [["id", "arrangements", "probability"]],
        "contingencies": [["id", "function", "members"]],
    }
    for i in range(ARRANGEMENTS):
        floor = i * FLOORS // ARRANGEMENTS
        tables["arrangements"].append([
            f"a{i}", floor + 1, some("m", MEMBERS, 1, 3), some("f", FUNCTIONS, 1, 2),
            draw.choice(["paper", "meets", "acts", "has_acted"]), "drawn",
            draw.choice(["exists"] * 5 + ["proposed"]), draw.choice(["0.05", "0.1", "0.2"])])
        for _ in range(draw.randint(0, 2) if floor > 0 else 0):
            row = len(tables["rests_on"])
            tables["rests_on"].append(
                [f"r{row}", f"a{i}", rule(floor * ARRANGEMENTS // FLOORS)])
    for i in range(CAUSES):
        tables["common_causes"].append([f"x{i}", some("a", ARRANGEMENTS, 3, 3), "0.01"])
    for i in range(CONTINGENCIES):
        tables["contingencies"].append(
            [f"k{i}", f"f{draw.randrange(FUNCTIONS)}", some("m", MEMBERS, 1, 3)])
    os.makedirs(folder, exist_ok=True)
    for name, rows in tables.items():
        with open(os.path.join(folder, f"{name}.csv"), "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)


def measured(limit):
    folder = os.path.join(timed.ROOT, "build", "bench", "house")
    write_case(folder)
    ended = timed.run([NEMA, "floors", folder, "--json"], limit)
    if not ended.ended:
        return {"failed": ended.status}
    answer = json.loads(ended.output)
    return {"cpu_seconds": ended.cpu_seconds, "peak_bytes": ended.peak_bytes,
            "functions": len(answer["functions"]), "falls": len(answer["falls"]),
            "steps": len(answer["next"]["steps"]),
            "most_cut_sets": max(int(one["cut_sets"]["count"]) for one in answer["functions"])}


def said(found):
    if "failed" in found:
        return f"\nThe house of 1,000 arrangements was not answered: {found['failed']}."
    return (f"\nA house of 1,000 arrangements on four floors, as a case and with everything that `nema floors` says of it "
            f"({found['functions']} functions of members with up to {found['most_cut_sets']:,} minimal cut sets, "
            f"{found['falls']} single failures, {found['steps']} next steps): {found['cpu_seconds']:.2g} s, "
            f"{found['peak_bytes'] / 2**20:,.0f} MiB.")
