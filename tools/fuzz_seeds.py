#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Lays real files into build/fuzzing/real/NAME, as inputs from which the fuzzer NAME starts.

    tools/fuzz_seeds.py

They come from the cases of the project and, where they are at hand, from the published scenarios
(`make scenarios`). Formats of several files are joined in one input: a line `=== NAME` before each
part, as the fuzzers cut them. Only fuzzers that exist in tests/fuzz get inputs; inputs above
LARGEST, the longest that tools/fuzz.sh lets a fuzzer try, are left out.
"""

import csv
import glob
import json
import os
import shutil
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LARGEST = 65536

sys.path.insert(0, os.path.join(ROOT, "tests"))
import published  # noqa: E402


def read(path):
    with open(path, "rb") as file:
        return file.read()


def joined(parts):
    """One input of (name, content) pairs."""
    text = b""
    for name, content in parts:
        text += b"=== " + name.encode() + b"\n" + content
        text += b"" if content.endswith(b"\n") else b"\n"
    return text


def matching(folder, *patterns):
    """(name, content) of the files in the folder, by their paths in it."""
    paths = [path for pattern in patterns for path in sorted(glob.glob(
        os.path.join(glob.escape(folder), pattern)))]
    return [(os.path.relpath(path, folder), read(path)) for path in paths]


def case_json(tables):
    """The tables of a case, (name, CSV) pairs, as io/case_json.h describes them."""
    document = {"nemawashi_case": 1, "tables": {}}
    for name, content in tables:
        lines = content.decode("utf-8-sig").splitlines(keepends=True)
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        document["tables"][name] = [{column: cell for column, cell in row.items() if column and cell}
                                    for row in rows]
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def seeds_of_cases(folder):
    """(fuzzer, name of the input, content) for the cases in the folder."""
    for case in sorted(glob.glob(os.path.join(folder, "*", ""))):
        name = os.path.basename(os.path.dirname(case))
        files = matching(case, "*.csv")
        tables = [(file[:-len(".csv")], content) for file, content in files]
        yield "workbook", name, joined(tables)
        yield "case_json", name + ".json", case_json(tables)
        for file, content in files:
            yield "csv", f"{name}__{file}", content


# Formats of several files, joined: the beginning of a scenario's name, fuzzer, its files.
FOLDERS = [
    ("genius__", "genius", ["*.xml"]),
    ("anl2023__", "geniusweb", ["*.json"]),
    ("negolog__", "negolog", ["profile*.json"]),
    ("scoreable__", "scoreable", ["config.txt", "scores_files/*.txt"]),
]
# Formats of one file, as it is.
FILES = [("decide__", "decide"), ("ktab__", "ktab")]


def seeds_of_scenario(path):
    name = os.path.basename(path)
    for beginning, fuzzer, patterns in FOLDERS:
        if name.startswith(beginning) and os.path.isdir(path):
            yield fuzzer, name, joined(matching(path, *patterns))
    for beginning, fuzzer in FILES:
        if name.startswith(beginning) and os.path.isfile(path):
            yield fuzzer, name, read(path)


def scenarios(folders):
    """Paths of scenarios, each from the first folder that has it."""
    found = {}
    for folder in folders:
        for path in sorted(glob.glob(os.path.join(glob.escape(folder), "*__*"))):
            found.setdefault(os.path.basename(path), path)
    return found.values()


def all_seeds(cases, folders):
    yield from seeds_of_cases(cases)
    for path in scenarios(folders):
        yield from seeds_of_scenario(path)


def lay_out(seeds, fuzzers, target):
    """Writes the inputs of these fuzzers into a new folder; returns how many are too large."""
    shutil.rmtree(target, ignore_errors=True)
    left_out = 0
    for fuzzer, name, content in seeds:
        if fuzzer not in fuzzers or not content:
            continue
        if len(content) > LARGEST:
            left_out += 1
            continue
        os.makedirs(os.path.join(target, fuzzer), exist_ok=True)
        with open(os.path.join(target, fuzzer, name), "wb") as file:
            file.write(content)
    return left_out


def main():
    fuzzers = {os.path.basename(path)[:-len("_fuzz.cpp")]
               for path in glob.glob(os.path.join(ROOT, "tests", "fuzz", "*_fuzz.cpp"))}
    left_out = lay_out(all_seeds(os.path.join(ROOT, "cases"), published.FOLDERS), fuzzers,
                       os.path.join(ROOT, "build", "fuzzing", "real"))
    if left_out:
        print(f"{left_out} real files are longer than {LARGEST} bytes and left out")


if __name__ == "__main__":
    main()
