# SPDX-License-Identifier: Apache-2.0
"""The greatest sum of gains over R on the family of family.py: ours, CP-SAT and toulbar2; and the
Nash solution over R0, which is ours alone."""

import fractions
import importlib.util
import os
import shutil

import family
import timed

LIMIT = int(os.environ.get("NEMAWASHI_BENCH_LIMIT", "60"))
PEERS = ["ortools", "toulbar2"]


def ours(one):
    """By question, the sum in hundredths of worth."""
    folder = os.path.join(timed.ROOT, "build", "bench", "family", one.name)
    shutil.rmtree(folder, ignore_errors=True)
    family.tables_of(one).write(folder)
    ended = timed.run([os.path.join(timed.RELEASE, "optimum_bench"), str(LIMIT), folder],
                      2 * LIMIT + 20)
    answers = {line["question"]: line for line in ended.lines()}
    for question in ("sum", "nash"):
        answers.get(question, {}).pop("case", None)
        answers.setdefault(question, {"cpu_seconds": ended.cpu_seconds, "proved": False,
                                      "found": None, "bound": None})
    for key in ("found", "bound"):
        total = answers["sum"][key]
        answers["sum"][key] = None if total is None else str(100 * fractions.Fraction(total))
    return {**answers, "peak_mib": ended.peak_bytes / 2**20}


def theirs(peer, number):
    at_hand = shutil.which(peer) if peer == "toulbar2" else importlib.util.find_spec(peer)
    if at_hand is None:
        return {"missing": True}
    ended = timed.python_run("optimum_peers.py", [peer, str(number), str(LIMIT)], LIMIT + 10)
    return (ended.lines() or [{"failed": ended.status}])[0]


def measured(say):
    rows = []
    for number, one in enumerate(family.members()):
        row = {"case": one.name, "ours": ours(one),
               "peers": {peer: theirs(peer, number) for peer in PEERS}}
        proved = {str(answer["found"]) for answer in [row["ours"]["sum"], *row["peers"].values()]
                  if answer.get("proved")}
        assert len(proved) <= 1, f"{one.name}: proved optima differ: {row}"
        assert not proved or all(
            answer.get("found") is None or int(answer["found"]) <= int(min(proved))
            for answer in [row["ours"]["sum"], *row["peers"].values()]), f"beyond the optimum: {row}"
        rows.append(row)
        say(f"optimum {row}")
    return rows


def seconds(answer):
    """The clock of the processor may tick every 4 ms, and these are single runs."""
    return "under 0.01 s" if answer["cpu_seconds"] < 0.01 else f"{answer['cpu_seconds']:.3g} s"


def cell(answer):
    if "missing" in answer:
        return "not installed"
    if "failed" in answer:
        return "failed"
    if answer["proved"]:
        return f"**{answer['found']}** in {seconds(answer)}"
    found = "nothing" if answer["found"] is None else answer["found"]
    at_most = f", at most {answer['bound']}" if answer.get("bound") is not None else ""
    return f"{found}{at_most}; not proved in {answer['cpu_seconds']:.0f} s"


def product_cell(answer):
    if answer["proved"]:
        return f"proved in {seconds(answer)}"
    if answer["found"] is None or answer["bound"] is None:
        return f"nothing in {answer['cpu_seconds']:.0f} s"
    gap = fractions.Fraction(answer["bound"]) / fractions.Fraction(answer["found"]) - 1
    return f"the bound is {100 * float(gap):.0f} % above the best found after {answer['cpu_seconds']:.0f} s"


def table(rows):
    text = ["In hundredths of worth; bold where proved. What is proved is asserted to be equal.", "",
            "| case | ours | CP-SAT | toulbar2 | Nash over R0, ours | peak memory, ours |",
            "|---" * 6 + "|"]
    for row in rows:
        our, nash = row["ours"]["sum"], row["ours"]["nash"]
        text.append(f"| {row['case']} | {cell(our)} | {cell(row['peers']['ortools'])} "
                    f"| {cell(row['peers']['toulbar2'])} | {product_cell(nash)} "
                    f"| {row['ours']['peak_mib']:,.0f} MiB |")
    return "\n".join(text)
