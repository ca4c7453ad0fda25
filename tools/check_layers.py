#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Checks the architecture on every build: who may include whom, what the engine may not touch.

    tools/check_layers.py [ROOT]

Prints one line for each violation, `file:line: what (why)`, and fails if there is one.
"""

import os
import re
import sys

# The floors. A folder may include itself and the folders named here; nothing else of the project.
LAYERS = {
    "engine/base": [],
    "engine/trees": ["engine/base"],
    "engine/model": ["engine/base"],
    "engine/agree": ["engine/base", "engine/trees", "engine/model"],
    "engine/house": ["engine/base", "engine/trees", "engine/model"],
    "engine/ask": ["engine/base", "engine/trees", "engine/model", "engine/agree", "engine/house"],
    "engine/floors": ["engine/base", "engine/trees"],
    "engine/scenarios": ["engine/base", "engine/model"],
    "io": ["engine/base", "engine/model", "engine/house", "engine/ask", "engine/floors"],
    "io/xlsx": ["engine/base", "engine/model", "io"],
    "io/scenarios": ["engine/base", "engine/model", "engine/scenarios", "io"],
    "io/fault_trees": ["engine/base", "engine/floors", "io", "io/scenarios"],
    "io/cases": ["engine/base", "engine/model", "engine/scenarios", "io", "io/xlsx",
                 "io/scenarios"],
    "io/page": [],
    "apps/cli": ["engine/base", "engine/model", "engine/agree", "engine/house", "engine/ask",
                 "engine/floors", "io", "io/cases", "io/fault_trees", "io/page"],
}
# These folders may include every floor; no floor includes them, except that its tests may
# include helpers from tests/.
ABOVE_ALL = ["tests", "bench"]

# Libraries that only some folders may know.
LIBRARIES = [
    ("nlohmann/", ["io", "io/scenarios"], "only io knows JSON"),
    ("pugixml", ["io/xlsx", "io/scenarios", "io/fault_trees"], "only readers of XML know its parser"),
    ("zip.h", ["io/xlsx"], "only the spreadsheets know ZIP"),
    ("xlsxwriter", ["io/xlsx"], "only the spreadsheets know their writer"),
    ("CLI/", ["apps/cli"], "only the command line knows its parser"),
    ("gtest/", [], "only tests know GoogleTest"),
]

# What engine code may not do, outside its tests. Deadlines and stop requests are callables that
# the caller passes in.
FORBIDDEN_INCLUDES = {
    "fstream": "engine code reads no files",
    "filesystem": "engine code reads no files",
    "iostream": "engine code prints nothing",
    "print": "engine code prints nothing",
    "syncstream": "engine code prints nothing",
    "cstdio": "engine code prints nothing and reads no files",
    "stdio.h": "engine code prints nothing and reads no files",
    "unistd.h": "engine code does not speak to the system",
    "chrono": "engine code knows no clock; the caller passes a stop callable",
    "ctime": "engine code knows no clock; the caller passes a stop callable",
    "time.h": "engine code knows no clock; the caller passes a stop callable",
    "random": "randomness comes only from engine/base, counter-based",
}
FORBIDDEN_CALLS = [
    (r"\bstd\s*::\s*(cout|cerr|clog|cin)\b", "engine code prints nothing"),
    (r"(?<![\w.>:])(std\s*::\s*)?(printf|fprintf|puts|putchar|fputs|perror)\s*\(",
     "engine code prints nothing"),
    (r"(?<![\w.>:])(std\s*::\s*)?(fopen|freopen)\s*\(", "engine code reads no files"),
    (r"(?<![\w.>:])(std\s*::\s*)?(secure_)?getenv\s*\(", "engine code reads no environment"),
    (r"(?<![\w.>:])(std\s*::\s*)?(time|clock|clock_gettime|gettimeofday)\s*\(",
     "engine code knows no clock; the caller passes a stop callable"),
    (r"\bstd\s*::\s*chrono\b", "engine code knows no clock; the caller passes a stop callable"),
    (r"(?<![\w.>:])(std\s*::\s*)?(_|quick_)?(exit|Exit)\s*\(", "engine code does not exit"),
    (r"(?<![\w.>:])(std\s*::\s*)?(rand|srand|drand48)\s*\(",
     "randomness comes only from engine/base, counter-based"),
    (r"\bstd\s*::\s*(random_device|mt19937(_64)?)\b",
     "randomness comes only from engine/base, counter-based"),
]

SPDX = "SPDX-License-Identifier: Apache-2.0"
LONGEST = 400  # lines; a longer file says why in its first ten: "Long because .."
SOURCE_FOLDERS = ["engine", "io", "record", "apps", "tests", "bench", "tools", "schema"]
CPP_ENDINGS = (".h", ".cpp")
HASH_ENDINGS = (".py", ".sh", ".cmake")
HASH_NAMES = ("CMakeLists.txt", "Makefile", "run")

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')
TOKENS = re.compile(
    r'//(?:[^\n\\]|\\.|\\\n)*'
    r'|/\*.*?\*/'
    r'|R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)"'
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|(?<![0-9a-zA-Z_])'(?:[^'\\\n]|\\.)+'",
    re.DOTALL)


def without_comments_and_strings(text):
    """The text with comments and literals blanked out, line breaks kept."""
    def blank(match):
        return re.sub(r"[^\n]", " ", match.group(0))
    return TOKENS.sub(blank, text)


def folder_of(path):
    """The floor (or folder above all floors) that a path from the root belongs to, or None."""
    folders = [f for f in [*LAYERS, *ABOVE_ALL] if path.startswith(f + "/")]
    return max(folders, key=len, default=None)


def is_test(path):
    return path.endswith("_test.cpp") or folder_of(path) in ABOVE_ALL


def check_include(path, number, quoted, angled):
    """Violations of one #include line."""
    place = f"{path}:{number}"
    own = folder_of(path)
    if angled is not None:
        for prefix, users, why in LIBRARIES:
            if angled.startswith(prefix) and own not in users and not is_test(path):
                yield f"{place}: includes <{angled}> ({why})"
        why = FORBIDDEN_INCLUDES.get(angled)
        if why and path.startswith("engine/") and not is_test(path):
            yield f"{place}: includes <{angled}> ({why})"
        return
    other = folder_of(quoted)
    if other is None:
        known = ", ".join([*LAYERS, *ABOVE_ALL])
        yield (f'{place}: includes "{quoted}" (a path is written from the root of the project and '
               f"begins with one of: {known}; other libraries stand in <>)")
    elif own in ABOVE_ALL or other == own:
        return
    elif other == "tests" and is_test(path):
        return
    elif other not in LAYERS[own]:
        allowed = ", ".join(LAYERS[own]) or "nothing"
        yield f'{place}: includes "{quoted}" ({own} may include only itself and {allowed})'


def check_text(path, text):
    """All violations of one file, given its path from the root and its text."""
    lines = text.split("\n")
    if text.endswith("\n"):
        lines.pop()
    is_cpp = path.endswith(CPP_ENDINGS)
    licence = ("// " if is_cpp else "# ") + SPDX
    if licence not in [line.rstrip() for line in lines[:3]]:
        yield f"{path}:1: no licence line (one of the first three lines must be `{licence}`)"
    if len(lines) > LONGEST and not any("Long because" in line for line in lines[:10]):
        yield (f"{path}:{len(lines)}: longer than {LONGEST} lines (split it, or say in one of its "
               'first ten lines why not: "Long because ..")')
    if not is_cpp:
        return
    if folder_of(path) is None:
        yield f"{path}:1: in no known folder (add it to LAYERS in tools/check_layers.py)"
        return
    code = without_comments_and_strings(text).split("\n")
    for number, line in enumerate(lines, start=1):
        match = INCLUDE.match(line)
        if match and "include" in code[number - 1]:
            yield from check_include(path, number, match.group(1), match.group(2))
    if path.startswith("engine/") and not is_test(path):
        for number, line in enumerate(code, start=1):
            for pattern, why in FORBIDDEN_CALLS:
                match = re.search(pattern, line)
                if match:
                    yield f"{path}:{number}: {match.group(0).strip()} ({why})"


def check_cmake(text):
    """Violations of the list of modules in CMakeLists.txt: it may not allow more than LAYERS."""
    for match in re.finditer(r"nemawashi_module\(([^)]*)\)", text):
        number = text.count("\n", 0, match.start()) + 1
        words = match.group(1).split()
        folder, depends = words[0], []
        if "DEPENDS" in words:
            depends = words[words.index("DEPENDS") + 1:]
            depends = depends[:depends.index("LINK")] if "LINK" in depends else depends
        if folder not in LAYERS:
            yield f"CMakeLists.txt:{number}: {folder} is not in LAYERS in tools/check_layers.py"
            continue
        for lower in depends:
            if lower not in LAYERS[folder]:
                yield (f"CMakeLists.txt:{number}: {folder} depends on {lower} "
                       f"({folder} may include only itself and {', '.join(LAYERS[folder])})")


def check_table(layers):
    """The table itself names only floors that stand above it in the table."""
    seen = set()
    for folder, lower in layers.items():
        for other in lower:
            if other not in seen:
                yield f"tools/check_layers.py: LAYERS: {folder} names {other}, which is not below"
        seen.add(folder)


def sources(root):
    """Paths from the root of all files that are checked, sorted."""
    for name in ("CMakeLists.txt", "Makefile", ".ci/run"):
        if os.path.isfile(os.path.join(root, name)):
            yield name
    for top in SOURCE_FOLDERS:
        for folder, subfolders, files in os.walk(os.path.join(root, top)):
            subfolders.sort()
            for name in sorted(files):
                if name.startswith("."):
                    continue  # an editor's or a tool's temporary file
                if name.endswith(CPP_ENDINGS + HASH_ENDINGS) or name in HASH_NAMES:
                    yield os.path.relpath(os.path.join(folder, name), root).replace(os.sep, "/")


def check(root):
    """All violations in the project at `root`, and the number of files read."""
    violations = list(check_table(LAYERS))
    count = 0
    for path in sources(root):
        with open(os.path.join(root, path), encoding="utf-8") as file:
            text = file.read()
        violations += check_text(path, text)
        if path == "CMakeLists.txt":
            violations += check_cmake(text)
        count += 1
    return violations, count


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(__file__), "..")
    violations, _ = check(root)
    for violation in violations:
        print(violation, file=sys.stderr)
    if violations:
        print(f"layers: {len(violations)} violations", file=sys.stderr)
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main())
