# SPDX-License-Identifier: Apache-2.0
"""What agree_bench prints: the counts of R beside plain enumeration, and cases without structure."""

import os

import timed

LIMIT = 300


def measured(say):
    ended = timed.run([os.path.join(timed.RELEASE, "agree_bench")], LIMIT)
    say(ended.output)
    if ended.status > 0:  # A limit ends it by a signal, a mistake by itself.
        raise RuntimeError(f"agree_bench failed with status {ended.status}")
    return {"ended": ended.ended, "cpu_seconds": ended.cpu_seconds, "output": ended.output}


def table(rows):
    ending = "" if rows["ended"] else f"\n\nEnded after {LIMIT} s of the processor."
    return "```text\n" + rows["output"].rstrip() + "\n```" + ending
