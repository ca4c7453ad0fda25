# SPDX-License-Identifier: Apache-2.0
"""The documentation against the project: outputs are what the program prints today, every message
code is explained, every link leads somewhere."""

import glob
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
NEMA = os.environ.get("NEMA") or os.path.join(ROOT, "build", "release", "nema")
FILL = os.path.join(ROOT, "tools", "fill_outputs.py")

sys.path.insert(0, os.path.join(ROOT, "tools"))
import fill_outputs  # noqa: E402


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def sources():
    """Every C++ source that can speak to a user, without its tests."""
    for folder in ("engine", "io", "apps"):
        for path in glob.glob(os.path.join(ROOT, folder, "**", "*.cpp"), recursive=True):
            if not path.endswith("_test.cpp"):
                yield path


# Text in kebab-case that is no code of a message, and codes that the sources put together.
NO_CODES = {  # Elements and words of the Open-PSA format.
    "opsa-mef", "define-fault-tree", "define-component", "define-gate", "define-basic-event",
    "define-house-event", "define-parameter", "define-alignment", "define-phase",
    "define-substitution", "set-house-event", "time-fraction", "model-data", "basic-event", "house-event",
    "system-mission-time", "periodic-test", "normal-deviate", "lognormal-deviate",
    "uniform-deviate", "gamma-deviate", "beta-deviate", "beta-factor", "alpha-factor", "phi-factor",
}
COMPOSED = {"parent-cycle", "rule-cycle"}
CODE = re.compile(r'"([a-z]+(?:-[a-z0-9]+)+)"|\[([a-z]+(?:-[a-z0-9]+)+)\](?:\\n)?"|"(unchecked|grammar)"')


def codes_in_sources():
    found = set(COMPOSED)
    for path in sources():
        for match in CODE.finditer(read(path)):
            found.add(next(group for group in match.groups() if group))
    return found - NO_CODES


class Documentation(unittest.TestCase):
    @unittest.skipUnless(os.path.exists(NEMA), f"{NEMA} is not built")
    def test_outputs_are_what_the_program_prints(self):
        ended = subprocess.run([sys.executable, FILL, "--check"], cwd=ROOT, text=True,
                               env={**os.environ, "NEMA": NEMA}, capture_output=True)
        self.assertEqual(ended.returncode, 0, ended.stdout + ended.stderr)

    def test_every_message_code_is_explained_and_no_other(self):
        page = read(os.path.join(ROOT, "docs", "messages.md"))
        explained = re.findall(r"^\| `([a-z0-9-]+)` \|", page, re.MULTILINE)
        self.assertEqual(sorted(explained), sorted(set(explained)), "explained twice")
        found = codes_in_sources()
        self.assertEqual(sorted(found - set(explained)), [], "not explained in docs/messages.md")
        self.assertEqual(sorted(set(explained) - found), [], "explained, but in no source")

    def test_every_link_leads_somewhere(self):
        pages = glob.glob(os.path.join(ROOT, "*.md")) + glob.glob(os.path.join(ROOT, "docs", "*.md"))
        pages += glob.glob(os.path.join(ROOT, "cases", "*", "*.md"))
        for page in pages:
            for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", read(page)):
                if "://" in target:
                    continue
                self.assertTrue(os.path.exists(os.path.join(os.path.dirname(page), target)),
                                f"{os.path.relpath(page, ROOT)}: {target}")

    def test_every_path_named_in_the_code_pages_exists(self):
        for page in ("ARCHITECTURE.md", "CONTRIBUTING.md", "docs/methods.md"):
            text = read(os.path.join(ROOT, page))
            for path in re.findall(r"`((?:engine|io|apps|tests|tools|docs|schema)/[^`\s]*)`", text):
                self.assertTrue(glob.glob(os.path.join(ROOT, path)), f"{page}: {path}")

    def test_json_names_of_the_glossary_are_keys_or_words_of_the_schemas(self):
        known = set()
        for path in glob.glob(os.path.join(ROOT, "schema", "*.schema.json")):
            known |= names_in(json.loads(read(path)))
        for entry in read(os.path.join(ROOT, "GLOSSARY.md")).split("\n\n"):
            json_names = re.search(r"JSON\s+(`.*)", entry, re.DOTALL)
            if not entry.startswith("**") or not json_names:
                continue
            for name in re.findall(r"`([a-z0-9_.]+)`", json_names[1]):
                for part in name.split("."):
                    self.assertIn(part, known, entry.split(".")[0])


def names_in(schema):
    """Every key and every word of an enumeration that a schema describes."""
    if isinstance(schema, list):
        return set().union(*map(names_in, schema))
    if not isinstance(schema, dict):
        return set()
    own = set(schema["properties"]) if isinstance(schema.get("properties"), dict) else set()
    if isinstance(schema.get("enum"), list):
        own |= {word for word in schema["enum"] if isinstance(word, str)}
    return own.union(*map(names_in, schema.values()))


class FakeWorkplace:
    """Prints the command and a second paragraph; remembers what was prepared."""

    def __init__(self):
        self.prepared = []

    def prepare(self, script):
        self.prepared.append(script)

    def output(self, command):
        return [command, "second", "", "Third paragraph", "fourth"]


class Filling(unittest.TestCase):
    def filled(self, text):
        return fill_outputs.filled(text, FakeWorkplace())

    def test_an_output_is_put_in_and_stays(self):
        once = self.filled("a\n<!-- output: nema x -->\n\nb\n")
        self.assertEqual(once, "a\n<!-- output: nema x -->\n```text\nnema x\nsecond\n\n"
                               "Third paragraph\nfourth\n```\n\nb\n")
        self.assertEqual(self.filled(once), once)

    def test_an_old_output_is_replaced(self):
        self.assertEqual(self.filled("<!-- output: nema x | head -1 -->\n```text\nold\n```\n"),
                         "<!-- output: nema x | head -1 -->\n```text\nnema x\n"
                         ".. and 4 more lines\n```\n")

    def test_a_part(self):
        self.assertIn("```text\nThird paragraph\nfourth\n```",
                      self.filled("<!-- output: nema x | part Third -->\n"))
        self.assertIn("```text\nnema x\nsecond\n\nThird paragraph\nfourth\n```",
                      self.filled("<!-- output: nema x | part nema .. Third -->\n"))
        self.assertIn("```text\nsecond\n.. and 3 more lines\n```",
                      self.filled("<!-- output: nema x | lines 2-2 -->\n"))

    def test_markers_in_blocks_are_text(self):
        text = "```text\n<!-- output: nema x -->\n```\n"
        self.assertEqual(self.filled(text), text)

    def test_a_prepared_block_is_run_and_stays(self):
        workplace = FakeWorkplace()
        text = "<!-- prepare -->\n```sh\ncp a b\n```\n"
        self.assertEqual(fill_outputs.filled(text, workplace), text)
        self.assertEqual(workplace.prepared, ["cp a b"])

    def test_refusals_name_the_line(self):
        for text in ("\n<!-- output: nema x | part Nothing -->\n",
                     "\n<!-- output: nema x | tail -1 -->\n",
                     "\n<!-- prepare -->\nno block\n"):
            with self.assertRaisesRegex(fill_outputs.Refused, "line 2: "):
                self.filled(text)

    def test_only_nema_is_run_for_an_output(self):
        with tempfile.TemporaryDirectory() as folder:
            workplace = fill_outputs.Workplace(folder)
            with self.assertRaisesRegex(fill_outputs.Refused, "only commands of nema"):
                workplace.output("date")

    def test_times_are_found(self):
        self.assertTrue(fill_outputs.TIME.search("done in 3.2 s"))
        self.assertTrue(fill_outputs.TIME.search('"seconds": 0.1'))
        self.assertFalse(fill_outputs.TIME.search("within 30 minutes; 5 steps; \"seconds\": null"))


if __name__ == "__main__":
    unittest.main()
