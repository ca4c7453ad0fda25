# SPDX-License-Identifier: Apache-2.0
"""What tests of the program's answers share: how it is run and ends, and its schemas."""

import functools
import json
import os
import subprocess

try:
    import jsonschema
except ImportError:  # Debian: python3-jsonschema
    jsonschema = None

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
NEMA = os.path.abspath(os.environ.get("NEMA") or os.path.join(ROOT, "build/release/nema"))

# How the program ends; the same numbers stand in `nema --help`.
ANSWERED, CASE_HAS_ERRORS, WRONG_USAGE, FILE_PROBLEM, STOPPED_EARLY = 0, 1, 2, 3, 4


def schemas():
    """By name: `agree` is schema/agree.schema.json."""
    found = {}
    for name in os.listdir(os.path.join(ROOT, "schema")):
        if name.endswith(".schema.json"):
            with open(os.path.join(ROOT, "schema", name), encoding="utf-8") as file:
                found[name[:-len(".schema.json")]] = json.load(file)
    return found


@functools.lru_cache(maxsize=None)
def validator(name):
    everything = schemas()
    store = {schema["$id"]: schema for schema in everything.values()}
    resolver = jsonschema.RefResolver.from_schema(everything[name], store=store)
    return jsonschema.Draft202012Validator(everything[name], resolver=resolver)


@functools.lru_cache(maxsize=None)
def nema(*arguments):
    """Exit code, the document on standard output, and standard error."""
    done = subprocess.run([NEMA, *arguments], capture_output=True, text=True, encoding="utf-8",
                          timeout=280, check=False, cwd=ROOT)
    return done.returncode, done.stdout, done.stderr


def case(name):
    return os.path.join("cases", name)


class Answers:
    """Beside unittest.TestCase."""

    def answer(self, schema, *arguments, code=ANSWERED):
        """The document that the program prints, after its schema has been checked."""
        ended, output, problems = nema(*arguments, "--json")
        self.assertEqual(ended, code, f"nema {' '.join(arguments)}: {output[:500]}{problems}")
        document = json.loads(output)
        if jsonschema:
            errors = sorted(validator(schema).iter_errors(document), key=lambda e: e.json_path)
            self.assertEqual([f"{e.json_path}: {e.message[:300]}" for e in errors[:10]], [])
        return document
