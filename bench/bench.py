#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the benchmarks, prints their tables and writes bench/results/. Protocol: README.md here.

    bench/bench.py [SECTION..]

Sections: frontiers, cases, counts, optimum, sizes, floors. Named ones are measured anew, the others taken from
build/bench, where each section leaves what it found with its day and the machine's load.
"""

import datetime
import importlib
import json
import os
import subprocess
import sys

import timed

SECTIONS = {
    "frontiers": "Frontiers of all parties of published scenarios",
    "cases": "Whole cases",
    "counts": "Counts of R beside plain enumeration",
    "optimum": "Greatest sum of gains over R, and the Nash solution",
    "sizes": "Cost against size",
    "floors": "Fault trees beside scram, and random structures",
}
KEPT = os.path.join(timed.ROOT, "build", "bench")
RESULTS = os.path.join(timed.ROOT, "bench", "results")


def say(text):
    print(text, file=sys.stderr, flush=True)


def kept_at(section):
    return os.path.join(KEPT, section + ".json")


def measure(section):
    load = timed.machine()["load"]
    rows = importlib.import_module(section).measured(say)
    with open(kept_at(section), "w", encoding="utf-8") as file:
        json.dump({"day": str(datetime.date.today()), "load": load, "rows": rows}, file, indent=1)


def kept():
    """What is at hand of each section, in their order."""
    found = {}
    for section in SECTIONS:
        if os.path.exists(kept_at(section)):
            with open(kept_at(section), encoding="utf-8") as file:
                found[section] = json.load(file)
    return found


def versions():
    lines = [line.strip() for line in open(os.path.join(timed.ROOT, "bench", "requirements.txt"),
                                           encoding="utf-8")]
    found = [line.replace("==", " ") for line in lines if "==" in line]
    try:
        first = subprocess.run(["toulbar2", "--help"], capture_output=True, text=True,
                               check=False).stdout.split("\n", 1)[0]
        found.append("toulbar2 " + first.split(":")[1].split()[0])
    except (FileNotFoundError, IndexError):
        found.append("toulbar2 is not installed")
    try:
        first = subprocess.run(["scram", "--version"], capture_output=True, text=True,
                               check=False).stdout.split("\n", 1)[0]
        found.append("scram " + first.split()[1])
    except (FileNotFoundError, IndexError):
        found.append("scram is not installed")
    return found


def page(machine, results):
    lines = ["# Benchmarks, latest run", "",
             "Written by `make bench`; [the protocol](../README.md) says what is timed. Seconds are of "
             "the processor, ours and theirs in one thread.", "",
             f"Machine: {machine['processor']}, {machine['cores']} cores, {machine['memory']}; "
             f"{machine['system']}, Linux {machine['kernel']}; {machine['compiler']}, "
             f"Python {machine['python']}. Peers: {', '.join(versions())}."]
    loads = [max(result["load"]) for result in results.values()]
    if loads and max(loads) > machine["cores"] / 2:
        lines += ["", f"**Preliminary:** other programs ran on the machine (load up to "
                      f"{max(loads)} on {machine['cores']} cores)."]
    for section, result in results.items():
        lines += ["", f"## {SECTIONS[section]}", "",
                  importlib.import_module(section).table(result["rows"])]
    return "\n".join(lines) + "\n"


def main():
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    asked = sys.argv[1:] or list(SECTIONS)
    os.makedirs(KEPT, exist_ok=True)
    os.makedirs(RESULTS, exist_ok=True)
    for section in asked:
        measure(section)
    machine, results = timed.machine(), kept()
    text = page(machine, results)
    with open(os.path.join(RESULTS, "latest.md"), "w", encoding="utf-8") as file:
        file.write(text)
    dated = os.path.join(RESULTS, f"{datetime.date.today()}.json")
    with open(dated, "w", encoding="utf-8") as file:
        json.dump({"machine": machine, "peers": versions(), "sections": results}, file, indent=1)
        file.write("\n")
    print(text)


if __name__ == "__main__":
    main()
