#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Fetches the published negotiation scenarios that tests read, into build/scenarios.

    tools/scenarios.py [--list FILE] [--into FOLDER]

tests/scenarios.tsv names each file: folder (`.` for none) and file in build/scenarios, where it
comes from, its licence and its SHA-256. A file that is there with the right checksum is not fetched
again; what arrives is checked, written beside its place and then renamed. INDEX.tsv in the folder
says where each scenario comes from. Ends with 1 if a file is missing in the end, and names it.

NEMAWASHI_MIRROR replaces https://raw.githubusercontent.com: a URL under which the files lie as
REPOSITORY/COMMIT/PATH (http, https or file).
"""

import argparse
import collections
import concurrent.futures
import csv
import hashlib
import http.client
import os
import re
import sys
import urllib.error
import urllib.parse
import urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
GITHUB = "https://raw.githubusercontent.com"
COLUMNS = ["folder", "file", "repository", "path", "commit", "licence", "sha256"]
CONNECTIONS = 4
ATTEMPTS = 2
TIMEOUT = 30  # seconds without an answer
LARGEST = 16 << 20  # bytes of one file

Published = collections.namedtuple("Published", COLUMNS)


class Refused(Exception):
    """What is wrong with the list, or why a file could not be fetched."""


def stays_inside(path):
    parts = path.split("/")
    return not os.path.isabs(path) and "\\" not in path and ".." not in parts and "" not in parts


def read_list(path):
    """The files that are listed; refuses what could be written elsewhere or never be checked."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    if not rows or rows[0] != COLUMNS:
        raise Refused(f"{path}:1: the columns must be {', '.join(COLUMNS)}")
    listed = {}
    for number, row in enumerate(rows[1:], start=2):
        wrong = None
        if len(row) != len(COLUMNS) or not all(row):
            wrong = "every column must be filled in"
        else:
            one = Published(*row)
            if not all(map(stays_inside, (one.folder, one.file, one.repository, one.path))):
                wrong = "folder, file, repository and path must be plain relative paths"
            elif not re.fullmatch("[0-9a-f]{40}", one.commit):
                wrong = "the commit must be 40 hexadecimal digits"
            elif not re.fullmatch("[0-9a-f]{64}", one.sha256):
                wrong = "the sha256 must be 64 hexadecimal digits"
            elif one.folder != "." and not one.path.endswith("/" + one.file):
                wrong = "the path must end with the file"
            elif place_of(one) in listed:
                wrong = "the file is listed twice"
        if wrong:
            raise Refused(f"{path}:{number}: {wrong}")
        listed[place_of(one)] = one
    return list(listed.values())


def place_of(one):
    """Where the file lies in the folder of all scenarios."""
    return one.file if one.folder == "." else f"{one.folder}/{one.file}"


def checksum(path):
    """The SHA-256 of the file, or None if it is not there."""
    try:
        with open(path, "rb") as file:
            return hashlib.sha256(file.read()).hexdigest()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return None


def url_of(one, mirror):
    return f"{mirror}/{urllib.parse.quote(f'{one.repository}/{one.commit}/{one.path}')}"


def download(url):
    try:
        with urllib.request.urlopen(url, timeout=TIMEOUT) as answer:
            content = answer.read(LARGEST + 1)
    except (OSError, http.client.HTTPException, ValueError) as problem:
        raise Refused(f"{url}: {problem}") from problem
    if len(content) > LARGEST:
        raise Refused(f"{url}: more than {LARGEST} bytes")
    return content


def fetch_once(one, mirror, target):
    url = url_of(one, mirror)
    content = download(url)
    found = hashlib.sha256(content).hexdigest()
    if found != one.sha256:
        raise Refused(f"{url}: has {len(content)} bytes with the sha256 {found}, not {one.sha256}")
    try:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        write_whole(target, content)
    except OSError as problem:
        raise Refused(f"{target}: {problem}") from problem


def write_whole(target, content):
    """The file is there as a whole or as it was."""
    beside = f"{target}.partial-{os.getpid()}"
    try:
        with open(beside, "wb") as file:
            file.write(content)
        os.replace(beside, target)
    except OSError:
        if os.path.exists(beside):
            os.unlink(beside)
        raise


def fetch(one, mirror, into):
    """Makes the file be there; None, or why it is not."""
    problem = None
    for _ in range(ATTEMPTS):
        try:
            fetch_once(one, mirror, os.path.join(into, place_of(one)))
            return None
        except Refused as refused:
            problem = str(refused)
    return problem


def write_index(listed, into):
    """One line a scenario that is there as a whole, where it comes from."""
    scenarios = {}
    for one in listed:
        name = one.file if one.folder == "." else one.folder + "/"
        origin = one.path if one.folder == "." else one.path[:-len(one.file) - 1]
        entry = scenarios.setdefault(name, [[name, one.repository, origin, one.commit,
                                             one.licence], True])
        entry[1] = entry[1] and checksum(os.path.join(into, place_of(one))) == one.sha256
    lines = [["file", "repo", "path", "commit", "licence"]]
    lines += [line for line, is_whole in scenarios.values() if is_whole]
    os.makedirs(into, exist_ok=True)
    text = "".join("\t".join(line) + "\n" for line in lines)
    write_whole(os.path.join(into, "INDEX.tsv"), text.encode())


def fetch_missing(listed, mirror, into):
    """How many files were fetched, and why the others were not, by place."""
    missing = [one for one in listed
               if checksum(os.path.join(into, place_of(one))) != one.sha256]
    with concurrent.futures.ThreadPoolExecutor(CONNECTIONS) as pool:
        problems = list(pool.map(lambda one: fetch(one, mirror, into), missing))
    failed = {place_of(one): problem for one, problem in zip(missing, problems) if problem}
    return len(missing) - len(failed), failed


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--list", default=os.path.join(ROOT, "tests", "scenarios.tsv"))
    parser.add_argument("--into", default=os.path.join(ROOT, "build", "scenarios"))
    asked = parser.parse_args(arguments)
    mirror = (os.environ.get("NEMAWASHI_MIRROR") or GITHUB).rstrip("/")
    try:
        listed = read_list(asked.list)
        fetched, failed = fetch_missing(listed, mirror, asked.into)
        write_index(listed, asked.into)
    except (Refused, OSError) as problem:
        print(f"tools/scenarios.py: {problem}", file=sys.stderr)
        return 1
    print(f"{len(listed) - len(failed)} of {len(listed)} published files are in {asked.into}, "
          f"{fetched} of them fetched now from {mirror}")
    if failed:
        print(f"These {len(failed)} could not be fetched; run it again, or name a mirror in "
              "NEMAWASHI_MIRROR:", file=sys.stderr)
        for place, problem in failed.items():
            print(f"  {place}: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
