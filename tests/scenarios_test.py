# SPDX-License-Identifier: Apache-2.0
"""`tools/scenarios.py` fetches what is missing, checks it, and leaves nothing half-written."""

import contextlib
import functools
import hashlib
import http.server
import io
import os
import pathlib
import shutil
import sys
import tempfile
import threading
import unittest
from unittest import mock

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "tools"))
sys.path.insert(0, os.path.join(ROOT, "tests"))
import published  # noqa: E402
import scenarios  # noqa: E402

LIST = os.path.join(ROOT, "tests", "scenarios.tsv")
SHARED = published.FOLDERS[1]
COMMIT = "0123456789abcdef" * 2 + "01234567"


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder; breaks off in the middle of files named `cut`."""

    asked = []

    def log_message(self, format, *args):  # noqa: A002
        pass

    def do_GET(self):
        Handler.asked.append(self.path)
        if not self.path.endswith("/cut"):
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"the first half")


class Fetching(unittest.TestCase):
    """A made-up list of made-up files, fetched from a server on this machine."""

    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.folder = pathlib.Path(place.name)
        self.into = self.folder / "build" / "scenarios"
        self.listed = []
        Handler.asked.clear()
        served = self.folder / "mirror"
        served.mkdir()
        server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(Handler, directory=str(served)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        self.mirror = f"http://127.0.0.1:{server.server_address[1]}"

    def publish(self, folder, file, content, path=None, sha256=None):
        """Puts a file on the server and into the list."""
        path = path or f"data/{file}"
        served = self.folder / "mirror" / "someone/games" / COMMIT / path
        served.parent.mkdir(parents=True, exist_ok=True)
        if content is not None:
            served.write_bytes(content)
        sha256 = sha256 or hashlib.sha256(content or b"").hexdigest()
        self.listed.append("\t".join([folder, file, "someone/games", path, COMMIT, "MIT", sha256]))

    def run_it(self, mirror=None):
        """Exit code, standard output and standard error."""
        listed = self.folder / "list.tsv"
        listed.write_text("\n".join(["\t".join(scenarios.COLUMNS), *self.listed]) + "\n")
        out, err = io.StringIO(), io.StringIO()
        with mock.patch.dict(os.environ, NEMAWASHI_MIRROR=mirror or self.mirror), \
                contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = scenarios.main(["--list", str(listed), "--into", str(self.into)])
        return code, out.getvalue(), err.getvalue()

    def files(self):
        return sorted(str(path.relative_to(self.into)) for path in self.into.rglob("*")
                      if path.is_file())

    def test_files_come_into_their_folders_with_an_index(self):
        self.publish("game", "domain.xml", b"<domain/>")
        self.publish("game", "scores/a b.txt", b"1, 2")
        self.publish(".", "table.csv", b"x\n", path="in/put.csv")
        code, out, err = self.run_it()
        self.assertEqual((code, err), (0, ""))
        self.assertIn("3 of 3 published files are in ", out)
        self.assertEqual(self.files(), ["INDEX.tsv", "game/domain.xml", "game/scores/a b.txt",
                                        "table.csv"])
        self.assertEqual((self.into / "game/scores/a b.txt").read_bytes(), b"1, 2")
        self.assertEqual((self.into / "INDEX.tsv").read_text(),
                         "file\trepo\tpath\tcommit\tlicence\n"
                         f"game/\tsomeone/games\tdata\t{COMMIT}\tMIT\n"
                         f"table.csv\tsomeone/games\tin/put.csv\t{COMMIT}\tMIT\n")

    def test_what_is_there_is_not_fetched_again_and_what_is_wrong_is(self):
        self.publish("game", "a", b"a")
        self.publish("game", "b", b"b")
        self.run_it()
        (self.into / "game/b").write_bytes(b"spoilt")
        Handler.asked.clear()
        code, out, _ = self.run_it()
        self.assertEqual(code, 0)
        self.assertIn("1 of them fetched now", out)
        self.assertEqual(Handler.asked, [f"/someone/games/{COMMIT}/data/b"])
        self.assertEqual((self.into / "game/b").read_bytes(), b"b")

    def test_all_that_failed_is_named_and_the_rest_is_there(self):
        self.publish("game", "wrong", b"other", sha256="0" * 64)
        self.publish("game", "missing", None)
        self.publish("game", "cut", b"never sent")
        self.publish("whole", "good", b"good")
        code, out, err = self.run_it()
        self.assertEqual(code, 1)
        self.assertIn("1 of 4 published files", out)
        self.assertIn("These 3 could not be fetched", err)
        self.assertRegex(err, r"game/wrong: http://\S+: has 5 bytes with the sha256 \w+, not 0000")
        self.assertRegex(err, r"game/missing: http://\S+: HTTP Error 404")
        self.assertRegex(err, r"game/cut: http://\S+")
        self.assertEqual(self.files(), ["INDEX.tsv", "whole/good"])
        self.assertNotIn("game/", (self.into / "INDEX.tsv").read_text())
        self.assertEqual(Handler.asked.count(f"/someone/games/{COMMIT}/data/missing"), 2)

    def test_a_file_that_was_there_stays_when_the_new_one_is_wrong(self):
        self.publish("game", "a", b"new", sha256="0" * 64)
        (self.into / "game").mkdir(parents=True)
        (self.into / "game/a").write_bytes(b"old")
        self.assertEqual(self.run_it()[0], 1)
        self.assertEqual((self.into / "game/a").read_bytes(), b"old")

    def test_a_place_that_cannot_be_written_is_a_failure_of_that_file(self):
        self.publish("game", "a", b"a")
        self.publish("other", "b", b"b")
        (self.into / "game/a").mkdir(parents=True)
        code, _, err = self.run_it()
        self.assertEqual(code, 1)
        self.assertIn("These 1 could not be fetched", err)
        self.assertEqual(self.files(), ["INDEX.tsv", "other/b"])

    def test_no_server(self):
        self.publish("game", "a", b"a")
        code, _, err = self.run_it(mirror="http://127.0.0.1:9")
        self.assertEqual(code, 1)
        self.assertIn("game/a: http://127.0.0.1:9/someone/games/", err)

    def test_a_list_that_leads_elsewhere_is_refused(self):
        good = ["game", "a", "someone/games", "data/a", COMMIT, "MIT", "0" * 64]
        for column, text in [(0, "../game"), (1, "/etc/a"), (1, "x/../../a"), (3, "data/b"),
                             (4, "main"), (5, ""), (6, "abc")]:
            with self.subTest(column=column, text=text):
                self.listed = ["\t".join([*good[:column], text, *good[column + 1:]])]
                code, _, err = self.run_it()
                self.assertEqual(code, 1)
                self.assertIn("list.tsv:2: ", err)
        self.listed = ["\t".join(good)] * 2
        self.assertIn("list.tsv:3: the file is listed twice", self.run_it()[2])


class Published(unittest.TestCase):
    def test_the_list_is_sound_and_sorted(self):
        listed = scenarios.read_list(LIST)
        self.assertEqual(listed, sorted(listed))
        self.assertGreater(len(listed), 50)

    def test_a_scenario_that_nobody_published_is_nowhere(self):
        self.assertIsNone(published.published_scenario("no__such_scenario"))

    @unittest.skipUnless(os.path.isdir(SHARED), f"{SHARED} is not here")
    def test_every_listed_file_is_fetched_from_a_mirror(self):
        with tempfile.TemporaryDirectory() as folder:
            mirror, into = os.path.join(folder, "mirror"), os.path.join(folder, "scenarios")
            listed = scenarios.read_list(LIST)
            for one in listed:
                served = os.path.join(mirror, one.repository, one.commit, one.path)
                os.makedirs(os.path.dirname(served), exist_ok=True)
                shutil.copyfile(os.path.join(SHARED, scenarios.place_of(one)), served)
            url = pathlib.Path(mirror).as_uri()
            self.assertEqual(scenarios.fetch_missing(listed, url, into), (len(listed), {}))
            scenarios.write_index(listed, into)
            with open(os.path.join(SHARED, "INDEX.tsv"), encoding="utf-8") as file:
                known = {tuple(line.split("\t")[:5]) for line in file}
            with open(os.path.join(into, "INDEX.tsv"), encoding="utf-8") as file:
                self.assertEqual({tuple(line.rstrip("\n").split("\t")) for line in file}, known)


if __name__ == "__main__":
    unittest.main()
