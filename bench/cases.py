# SPDX-License-Identifier: Apache-2.0
"""Whole cases, by the program itself: seconds and peak memory of `nema agree`, reading included."""

import json
import os

import timed

LIMIT = 120
ASKED = [  # name, case, arguments
    ("three R and all else that `agree` says", "us-japan-2010", []),
    ("three R, frontier us.whstate and jp.pm", "us-japan-2010", ["--between", "us.whstate,jp.pm"]),
    ("three R, frontier jp.pm and ok.gov", "us-japan-2010", ["--between", "jp.pm,ok.gov"]),
    ("three R, frontier us.whstate and jp.pm over the feasible", "us-japan-2010",
     ["--between", "us.whstate,jp.pm", "--over", "feasible"]),
    ("three R, frontier jp.pm and ok.gov over the feasible", "us-japan-2010",
     ["--between", "jp.pm,ok.gov", "--over", "feasible"]),
    ("three R and all else that `agree` says", "bench-wide", []),
]


def measured(say):
    rows = []
    for name, case, arguments in ASKED:
        ended = timed.run([os.path.join(timed.RELEASE, "nema"), "agree",
                           os.path.join("cases", case), "--json", *arguments], LIMIT)
        row = {"case": case, "asked": name, "ended": ended.ended,
               "cpu_seconds": ended.cpu_seconds, "peak_mib": ended.peak_bytes / 2**20}
        if ended.ended:
            answer = json.loads(ended.output)
            row["packages"] = answer["packages"]["count"]
            row["ratifiable"] = {certainty: found["count"]
                                 for certainty, found in answer["ratifiable"].items()}
            row["frontier_points"] = answer["frontier"] and answer["frontier"]["points"]
        rows.append(row)
        say(f"case {row}")
    return rows


def table(rows):
    text = ["| case | asked | packages | R necessary | central | possible | points of "
            "the frontier | seconds | peak memory |", "|---" * 9 + "|"]
    for row in rows:
        counts = [f"{int(row['ratifiable'][c]):,}" for c in ("necessary", "central", "possible")] \
            if row["ended"] else ["not found"] * 3
        packages = f"{int(row['packages']):,}" if row["ended"] else ""
        points = row.get("frontier_points") or ""
        seconds = f"{row['cpu_seconds']:.3g}" if row["ended"] else f"more than {LIMIT}"
        text.append(f"| {row['case']} | {row['asked']} | {packages} | {' | '.join(counts)} "
                    f"| {points} | {seconds} | {row['peak_mib']:,.0f} MiB |")
    return "\n".join(text)
