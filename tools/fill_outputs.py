#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Puts into the documentation what the program prints today, so that the two cannot part.

    tools/fill_outputs.py [--check] [FILE..]

Without files: README.md and docs/*.md. Two markers, each alone on its line, are obeyed:

    <!-- output: nema COMMAND -->   the ```text block that follows becomes what COMMAND prints; there
                                    may be a selection behind it: `| head -N` the first N lines,
                                    `| lines A-B` those lines, `| part TEXT` the first paragraph
                                    that begins with TEXT, `| part TEXT .. TEXT` from there to the
                                    next that begins with the second text
    <!-- prepare -->                the ```sh block that follows is run as the reader would run it

The markers of one file are obeyed from top to bottom in one temporary folder, which holds a link
to cases/ and nothing else; `nema` is $NEMA or build/release/nema. With --check nothing is written:
the difference is printed, and the end is 1. A command that fails, or prints a time or the place of
the temporary folder, is an error: such output would differ from day to day.
"""

import argparse
import difflib
import glob
import os
import re
import shlex
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
NEMA = os.path.abspath(os.environ.get("NEMA") or os.path.join(ROOT, "build", "release", "nema"))

OUTPUT = re.compile(r"^<!-- output: (?P<command>.*?)(?: \| (?P<selection>\S.*?))? -->\s*$")
PREPARE = re.compile(r"^<!-- prepare -->\s*$")
FENCE = re.compile(r"^(`{3,})")
SELECTION = re.compile(r"^(?:head -(?P<head>\d+)|lines (?P<first>\d+)-(?P<last>\d+)|part (?P<part>.+))$")
TIME = re.compile(r'\b\d+(\.\d+)? ?(ms|s|sec|seconds)\b|\b\d\d:\d\d:\d\d\b|"seconds": [0-9]')


class Refused(Exception):
    """What is wrong with a marker or with what its command printed."""


class Workplace:
    """A temporary folder in which the commands of one document are run."""

    def __init__(self, folder):
        self.folder = os.path.join(folder, "work")
        programs = os.path.join(folder, "bin")
        os.mkdir(self.folder)
        os.mkdir(programs)
        os.symlink(NEMA, os.path.join(programs, "nema"))
        os.symlink(os.path.join(ROOT, "cases"), os.path.join(self.folder, "cases"))
        self.environment = {**os.environ, "LC_ALL": "C.UTF-8",
                            "PATH": programs + os.pathsep + os.environ.get("PATH", "")}

    def run(self, arguments):
        ended = subprocess.run(arguments, cwd=self.folder, env=self.environment, text=True,
                               encoding="utf-8", stdin=subprocess.DEVNULL, capture_output=True)
        if ended.returncode != 0:
            raise Refused(f"ended with {ended.returncode}: {ended.stdout[-500:]}{ended.stderr}")
        return ended.stdout

    def prepare(self, script):
        self.run(["bash", "-eu", "-o", "pipefail", "-c", script])

    def output(self, command):
        arguments = shlex.split(command)
        if not arguments or arguments[0] != "nema":
            raise Refused("only commands of nema have an output here")
        text = self.run(arguments)
        time = TIME.search(text)
        if time:
            raise Refused(f"prints a time, which differs from day to day: {time.group(0)}")
        if os.path.dirname(self.folder) in text:
            raise Refused("prints where the temporary folder is")
        return [line.rstrip() for line in text.rstrip().split("\n")]


def part(lines, first, last=None):
    """From the first paragraph that begins with `first` to the next that begins with `last`."""
    paragraphs = "\n".join(lines).split("\n\n")

    def begins(text, at):
        for place in range(at, len(paragraphs)):
            if paragraphs[place].lstrip().startswith(text):
                return place
        raise Refused(f"no paragraph begins with '{text}'")

    start = begins(first, 0)
    end = begins(last, start + 1) if last else start
    return "\n\n".join(paragraphs[start:end + 1]).split("\n")


def selected(lines, selection):
    """The lines that the selection asks for; a last line says how many were left away."""
    if not selection:
        return lines
    asked = SELECTION.match(selection)
    if not asked:
        raise Refused(f"'{selection}' is no selection: head -N, lines A-B, part TEXT or part TEXT .. TEXT")
    if asked["part"]:
        return part(lines, *asked["part"].split(" .. ", 1))
    first = int(asked["first"] or 1)
    last = int(asked["last"] or asked["head"])
    if first < 1 or last < first or first > len(lines):
        raise Refused(f"'{selection}': there are {len(lines)} lines")
    kept = lines[first - 1:last]
    left = len(lines) - last
    return kept + ([f".. and {left} more lines"] if left > 0 else [])


def block_after(lines, at):
    """(start, end) of the fenced block that begins at line `at` or one blank line later, or None."""
    start = at + 1 if at < len(lines) and not lines[at].strip() else at
    fence = FENCE.match(lines[start]) if start < len(lines) else None
    if not fence:
        return None
    for end in range(start + 1, len(lines)):
        if lines[end].rstrip() == fence[1]:
            return start, end
    raise Refused("the block that follows is never closed")


def filled(text, workplace):
    """The document with every output as the program prints it today."""
    lines = text.split("\n")
    result = []
    at = 0
    while at < len(lines):
        line = lines[at]
        result.append(line)
        at += 1
        try:
            fence = FENCE.match(line)
            if fence:  # Markers inside a block are text.
                _, end = block_after(lines, at - 1)
                result += lines[at:end + 1]
                at = end + 1
            elif PREPARE.match(line):
                block = block_after(lines, at)
                if not block or not lines[block[0]].startswith("```sh"):
                    raise Refused("no ```sh block follows")
                workplace.prepare("\n".join(lines[block[0] + 1:block[1]]))
            elif OUTPUT.match(line):
                marker = OUTPUT.match(line)
                block = block_after(lines, at)
                if block and lines[block[0]].rstrip("`").strip() and \
                        not lines[block[0]].lstrip("`").startswith("text"):
                    block = None
                output = selected(workplace.output(marker["command"]), marker["selection"])
                marks = "`" * max([3] + [len(run) + 1 for run in re.findall("`{3,}",
                                                                            "\n".join(output))])
                result += [marks + "text", *output, marks]
                if block:
                    at = block[1] + 1
                elif at < len(lines) and lines[at].strip():
                    result.append("")
        except Refused as refused:
            raise Refused(f"line {len(result)}: {line.strip()}: {refused}") from None
    return "\n".join(result)


def documents():
    return [os.path.join(ROOT, "README.md"), *sorted(glob.glob(os.path.join(ROOT, "docs", "*.md")))]


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    parser.add_argument("files", nargs="*", metavar="FILE")
    asked = parser.parse_args(arguments)
    if not os.access(NEMA, os.X_OK):
        print(f"{NEMA} is not built; `make build` builds it", file=sys.stderr)
        return 2
    status = 0
    for path in [os.path.abspath(file) for file in asked.files] or documents():
        name = os.path.relpath(path, ROOT)
        with open(path, encoding="utf-8", newline="") as file:
            text = file.read()
        try:
            with tempfile.TemporaryDirectory() as folder:
                today = filled(text, Workplace(os.path.realpath(folder)))
        except Refused as refused:
            print(f"{name}: {refused}", file=sys.stderr)
            status = 1
            continue
        if today == text:
            continue
        if asked.check:
            sys.stdout.writelines(difflib.unified_diff(
                text.splitlines(True), today.splitlines(True), name, f"{name} as printed today"))
            print(f"{name} is out of date; tools/fill_outputs.py mends it", file=sys.stderr)
            status = 1
        else:
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(today)
            print(f"{name}: filled")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
