# SPDX-License-Identifier: Apache-2.0
"""Debian's scram and the models it comes with: what it answers, as the benchmarks and tests read it."""

import os
import re
import shutil
import subprocess

INPUT = "/usr/share/scram/input"
NOT_INSTALLED = "scram is not installed (tools/install.sh ci)"


def is_installed():
    return shutil.which("scram") is not None and os.path.isdir(INPUT)


def models():
    """Lists of files that belong together: a model and, where there is one, its basic events."""
    found = []
    for folder, _, files in sorted(os.walk(INPUT)):
        for file in sorted(files):
            path = os.path.join(folder, file)
            with open(path, encoding="utf-8") as text:
                has_trees = "define-fault-tree" in text.read()
            if not file.endswith(".xml") or not has_trees:
                continue
            events = path[:-len(".xml")] + "-basic-events.xml"
            found.append([path, events] if os.path.exists(events) else [path])
    return found


def command(files, *more):
    return ["scram", "--bdd", "--probability", "true", *more, *files]


def says_products(line):
    """Whether a line of a report is one that `products` reads."""
    return "<sum-of-products" in line


def products(report):
    """Of each top event that the report gives, by name and phase: (number of minimal cut sets,
    probability). Sequences of event trees are left out."""
    found = {}
    for tag in re.findall(r"<sum-of-products [^>]*>", report):
        of = dict(re.findall(r'([a-z-]+)="([^"]*)"', tag))
        if "initiating-event" not in of:
            found[of["name"], of.get("phase")] = (of["products"], of["probability"])
    return found


def run(files, *more, seconds=100):
    done = subprocess.run(command(files, *more), capture_output=True, text=True, timeout=seconds,
                          check=False)
    return done.stdout if done.returncode == 0 else None
