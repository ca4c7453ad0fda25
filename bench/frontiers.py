# SPDX-License-Identifier: Apache-2.0
"""Frontiers of all parties of published scenarios: ours, and peers on the same packages."""

import importlib.util
import os
import sys

import timed

sys.path.insert(0, os.path.join(timed.ROOT, "tests"))
import published  # noqa: E402

LISTABLE = ["genius__anac__y2016__AgentHp2", "genius__anac__y2015__group9-killer_robot",
            "genius__anac__y2015__group2-politics", "genius__anac__y2015__group1-university",
            "genius__anac__y2011__Energy", "genius__7issues"]
TOO_LARGE = ["genius__anac__y2014__10issueswithRV", "genius__anac__y2014__30issuesDiscountedwithRV"]
PEERS = ["negmas", "moocore"]
LIMIT = 120  # seconds of the processor for one run


def short(name):
    return name.split("__")[-1].split("-")[-1]


def ours(folder):
    ended = timed.own_run("frontier_bench", ["--filter", folder], LIMIT)
    found = (ended.lines() or [{"more_than": LIMIT}])[0]
    return {**found, "case": os.path.basename(folder)}


def theirs(peer, folder):
    if importlib.util.find_spec(peer) is None:
        return {"missing": True}
    ended = timed.python_run("frontier_peers.py", [peer, folder], LIMIT)
    if ended.lines():
        return ended.lines()[0]
    return {"more_than": LIMIT} if ended.cpu_seconds >= LIMIT - 1 else {"failed": ended.status}


def measured(say):
    """One row a scenario; those that are not at hand have no numbers."""
    rows = []
    for name in LISTABLE + TOO_LARGE:
        folder = published.published_scenario(name)
        if folder is None:
            rows.append({"case": short(name), "absent": published.NOT_FETCHED})
            continue
        row = {"case": short(name), "ours": ours(folder)}
        if name in LISTABLE:
            row["peers"] = {peer: theirs(peer, folder) for peer in PEERS}
        pareto = os.path.join(folder, "pareto.xml")
        if os.path.exists(pareto):
            with open(pareto, encoding="utf-8") as file:
                row["published_points"] = sum(1 for line in file if "," in line)
        rows.append(row)
        say(f"frontier {row['case']}: {row}")
    return rows


def seconds(one):
    if "more_than" in one:
        return f"more than {one['more_than']} s"
    return f"{one['cpu_seconds']:.4g} s" if "cpu_seconds" in one else "not run"


def ratio(one, our):
    if not our.get("cpu_seconds") or ("cpu_seconds" not in one and "more_than" not in one):
        return ""
    at_least = "more than " if "more_than" in one else ""
    quotient = one.get("cpu_seconds", one.get("more_than")) / our["cpu_seconds"]
    return f"{at_least}{quotient:,.0f}" if quotient >= 10 else f"{at_least}{quotient:.2g}"


def filter_alone(our):
    if "filter_cpu_seconds" not in our:
        return "not run"
    return f"{our['filter_cpu_seconds']:.4g} s"


def table(rows):
    """Two tables in Markdown: with peers, and where there are none."""
    text = ["| scenario | packages | parties | ours | NegMAS | times ours | moocore filter | times "
            "ours | our filter alone, exact | points: ours, exact | NegMAS | moocore |",
            "|---" * 12 + "|"]
    for row in rows:
        if "peers" not in row:
            continue
        our, negmas, moocore = row["ours"], row["peers"]["negmas"], row["peers"]["moocore"]
        text.append(
            f"| {row['case']} | {our.get('packages', 0):,} | {our.get('parties', '')} "
            f"| {seconds(our)} | {seconds(negmas)} | {ratio(negmas, our)} | {seconds(moocore)} "
            f"| {ratio(moocore, our)} | {filter_alone(our)} | {our.get('points', '')} "
            f"| {negmas.get('points', '')} "
            f"| {moocore.get('points', '')} |")
    text += ["", "| scenario | packages | ours | points: ours, exact | points in the published file |",
             "|---" * 5 + "|"]
    for row in rows:
        if "ours" in row and "peers" not in row:
            our = row["ours"]
            text.append(f"| {row['case']} | {our.get('packages', 0):.3g} | {seconds(our)} "
                        f"| {our.get('points', '')} | {row.get('published_points', 'none')} |")
    text += [f"\n{row['case']}: {row['absent']}" for row in rows if "absent" in row]
    return "\n".join(text)
