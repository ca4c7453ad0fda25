# SPDX-License-Identifier: Apache-2.0
"""What agree_bench prints: the counts of R beside plain enumeration, and cases without structure."""

import timed

LIMIT = 300


def measured(say):
    ended = timed.own_run("agree_bench", [], LIMIT)
    say(ended.output)
    return {"ended": ended.ended, "cpu_seconds": ended.cpu_seconds, "output": ended.output}


def table(rows):
    ending = "" if rows["ended"] else f"\n\nEnded after {LIMIT} s of the processor."
    return "```text\n" + rows["output"].rstrip() + "\n```" + ending
