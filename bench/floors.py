# SPDX-License-Identifier: Apache-2.0
"""Fault trees: ours and Debian's scram on every model that it comes with, and random structures of
1,000 components on four floors."""

import json
import os
import random
import sys

import house
import timed

sys.path.insert(0, os.path.join(timed.ROOT, "tests"))
import scram_models  # noqa: E402

LIMIT = 120  # seconds of the processor for one run
NEMA = os.path.join(timed.RELEASE, "nema")
RANDOM = 5  # structures
LEFT_OUT = {"nondeclarative_substitutions.xml", "gas_leak.xml"}  # scram refuses them.


def used(ended):
    if not ended.ended and ended.cpu_seconds >= LIMIT - 1:
        return {"more_than": LIMIT, "peak_bytes": ended.peak_bytes}
    if not ended.ended:
        return {"failed": ended.status}
    return {"cpu_seconds": ended.cpu_seconds, "peak_bytes": ended.peak_bytes}


def ours(files):
    ended = timed.run([NEMA, "floors", "--json", *files], LIMIT)
    found = used(ended)
    if ended.ended:
        functions = json.loads(ended.output)["functions"]
        found["tops"] = {of["name"] + (f" in {of['phase']}" if of["phase"] else ""):
                         (of["cut_sets"]["count"], of["probability"]) for of in functions}
        found["nodes"] = sum(of["diagram_nodes"] for of in functions)
    return found


def theirs(files):
    if not scram_models.is_installed():
        return {"missing": True}
    # Of the model with 130 million cut sets the report alone is longer than the machine's memory.
    ended = timed.run(scram_models.command(files), LIMIT, keep=scram_models.says_products)
    found = used(ended)
    if ended.ended:
        found["tops"] = {name + (f" in {phase}" if phase else ""): of for (name, phase), of in
                         scram_models.products(ended.output).items()}
    return found


def are_equal(our, their):
    """The same cut sets, and probabilities as scram prints them."""
    if "tops" not in our or "tops" not in their:
        return None
    return {name: (count, f"{probability:.6g}") for name, (count, probability) in
            our["tops"].items()} == {name: (count, f"{float(probability):.6g}")
                                     for name, (count, probability) in their["tops"].items()}


def random_structure(number):
    """1,000 basic events in 250 arrangements on four floors: each asks for some of its own members
    and for one to three arrangements of the floor below."""
    draw = random.Random(number)
    floors = [[f"f{floor}a{i}" for i in range(size)]
              for floor, size in enumerate([120, 80, 40, 10])]
    lines = ['<opsa-mef><define-fault-tree name="floors">']
    events = iter(f"e{i}" for i in range(1000))

    def rule(names):
        kind = draw.choice(["or", "or", "and", "atleast"])
        least = f' min="{draw.randint(2, len(names) - 1)}"' if kind == "atleast" else ""
        return f"<{kind}{least}>{''.join(names)}</{kind}>"

    for floor, names in enumerate(floors):
        for name in names:
            own = [f'<basic-event name="{event}"/>' for _, event in zip(range(4), events)]
            parts = rule(own)
            if floor > 0:
                # Neighbours: what rests on one another lies near in the house.
                place = names.index(name) * len(floors[floor - 1]) // len(names)
                near = floors[floor - 1][max(0, place - 1):place + 3]
                below = draw.sample(near, draw.randint(1, len(near)))
                parts = ("<or>" + parts + rule([f'<gate name="{b}"/>' for b in below])
                         + "</or>") if len(below) > 2 else (
                    "<or>" + parts + "".join(f'<gate name="{b}"/>' for b in below) + "</or>")
            lines.append(f'<define-gate name="{name}">{parts}</define-gate>')
    lines.append(f'<define-gate name="house">{rule([f"""<gate name="{top}"/>""" for top in floors[3]])}'
                 "</define-gate>")
    lines.append("</define-fault-tree><model-data>")
    lines += [f'<define-basic-event name="e{i}"><float value="{draw.uniform(0.001, 0.1):.4f}"/>'
              "</define-basic-event>" for i in range(1000)]
    return "\n".join(lines) + "</model-data></opsa-mef>"


def measured(say):
    rows = []
    for files in scram_models.models() if scram_models.is_installed() else []:
        if os.path.basename(files[0]) in LEFT_OUT:
            continue
        row = {"model": os.path.basename(files[0]), "ours": ours(files), "scram": theirs(files)}
        row["equal"] = are_equal(row["ours"], row["scram"])
        assert row["equal"] is not False, row
        rows.append(row)
        say(f"fault tree {row['model']}: {row}")
    folder = os.path.join(timed.ROOT, "build", "bench", "floors")
    os.makedirs(folder, exist_ok=True)
    for number in range(RANDOM):
        path = os.path.join(folder, f"random-{number}.xml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(random_structure(number))
        row = {"model": os.path.basename(path), "ours": ours([path]), "scram": theirs([path])}
        row["equal"] = are_equal(row["ours"], row["scram"])
        assert row["equal"] is not False, row
        rows.append(row)
        say(f"structure {row['model']}: {row['ours'].get('cpu_seconds')}, "
            f"{row['scram'].get('cpu_seconds', row['scram'])}")
    rows.append({"house": house.measured(LIMIT)})
    say(f"house: {rows[-1]}")
    return rows


def seconds(one):
    if "more_than" in one:
        return f"more than {one['more_than']} s"
    return f"{one['cpu_seconds']:.3g} s" if "cpu_seconds" in one else "not run"


def memory(one):
    return f"{one['peak_bytes'] / 2**20:,.0f} MiB" if "peak_bytes" in one else ""


def table(rows):
    text = ["| model | minimal cut sets | probability | ours | scram | ours | scram | nodes | equal |",
            "|---" * 9 + "|"]
    for row in rows:
        if "house" in row:
            continue
        our, their = row["ours"], row["scram"]
        tops = list(our.get("tops", {}).values())
        first = f"{int(tops[0][0]):,} | {tops[0][1]:.6g}" if tops else " | "
        if len(tops) > 1:
            first = first.replace(" |", f" and {len(tops) - 1} more tops |", 1)
        equal = {True: "yes", False: "NO", None: "scram gave none"}[row["equal"]]
        text.append(f"| {row['model']} | {first} | {seconds(our)} | {seconds(their)} "
                    f"| {memory(our)} | {memory(their)} | {our.get('nodes', 0):,} | {equal} |")
    if not scram_models.is_installed():
        text.append(f"\n{scram_models.NOT_INSTALLED}")
    text += [house.said(row["house"]) for row in rows if "house" in row]
    return "\n".join(text)
