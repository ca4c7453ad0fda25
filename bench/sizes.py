# SPDX-License-Identifier: Apache-2.0
"""How the cost of the frontier grows with parties and packages, on additive generated cases: a CSV
and a figure."""

import csv
import math
import os
import shutil

import generated
import timed

LIMIT = int(os.environ.get("NEMAWASHI_BENCH_LIMIT", "60"))
MOST_POINTS = 10**7
OPTIONS = 4
FEW = [8, 17, 25, 33, 42, 50, 58, 66, 75, 83]   # issues: 4^83 is about 10^50 packages
MANY = [4, 5, 6, 7, 8, 9, 10, 12, 14, 17, 25]
SEED = 5
RESULTS = os.path.join(timed.ROOT, "bench", "results")


def tables_of(parties, issues):
    """Every option of every issue gives each party 0 to 9: nothing but the frontier to be found."""
    tables = generated.Tables()
    stated = {"source": generated.SOURCE, "basis": "assumed"}
    generated.begin(tables, f"additive-{parties}-{issues}", "An additive case (GENERATED)",
                    "bench/sizes.py")
    tables.add("baselines", id="today", text="as it is", probability=1, **stated)
    tables.add("measures", id="good", name="good", unit="points", category="generated",
               better="more", combine="sum", end="fundamental", transferable="no",
               source=generated.SOURCE)
    for i in range(issues):
        tables.add("issues", id=f"i{i}", name=f"issue {i}", default="o0", source=generated.SOURCE)
        for o in range(OPTIONS):
            tables.add("issues", id=f"i{i}=o{o}", name=f"option {o}", source=generated.SOURCE)
    for p in range(parties):
        draw = generated.Draw(SEED, f"party {p}")
        tables.add("parties", id=f"p{p}", name=f"party {p}", kind="office", interests_by="analyst",
                   source=generated.SOURCE)
        tables.add("gates", id=f"g{p}", party=f"p{p}", act="an act", kind="political", **stated)
        tables.add("levels", id=f"l{p}", measure="good", bearer=f"p{p}", likely=0, year=2026,
                   **stated)
        tables.add("interests", id=f"n{p}", party=f"p{p}", measure="good", bearer=f"p{p}", worst=0,
                   best=9 * issues, shape="linear", weight=1, **stated)
        for i in range(issues):
            for o in range(OPTIONS):
                amount = draw.below(10)
                if amount:
                    tables.add("effects", id=f"e{p}_{i}_{o}", when=f"i{i} = o{o}", measure="good",
                               bearer=f"p{p}", likely=amount, **stated)
    return tables


def one(parties, issues):
    folder = os.path.join(timed.ROOT, "build", "bench", "sizes", f"{parties}-{issues}")
    shutil.rmtree(folder, ignore_errors=True)
    tables_of(parties, issues).write(folder)
    ended = timed.own_run("frontier_bench", [folder], LIMIT)
    found = (ended.lines() or [{}])[0]
    return {"parties": parties, "issues": issues, "log10_packages": issues * math.log10(OPTIONS),
            "points": found.get("points"), "cpu_seconds": found.get("cpu_seconds"),
            "peak_mib": ended.peak_bytes / 2**20,
            "ended": "answered" if found else f"more than {LIMIT} s"}


def measured(say):
    """For each number of parties, larger and larger until it does not end."""
    rows = []
    for parties in range(2, 13):
        for issues in FEW if parties <= 5 else MANY:
            row = one(parties, issues)
            rows.append(row)
            say(f"size {row}")
            if row["points"] is None or row["points"] >= MOST_POINTS:
                break
    os.makedirs(RESULTS, exist_ok=True)
    with open(os.path.join(RESULTS, "sizes.csv"), "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows({key: f"{value:.4g}" if isinstance(value, float) else value
                          for key, value in row.items()} for row in rows)
    draw(rows, say)
    return rows


def answered(rows):
    return [row for row in rows if row["points"] is not None]


def draw(rows, say):
    try:
        import matplotlib
    except ImportError:
        say("matplotlib is not installed: bench/results/sizes.svg is not drawn")
        return
    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "sizes"
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(8, 5), layout="constrained")
    colours = pyplot.get_cmap("viridis")
    for parties in range(2, 13):
        mine = [row for row in answered(rows) if row["parties"] == parties]
        if mine:
            axes.plot([max(1, row["points"]) for row in mine],
                      [max(1e-6, row["cpu_seconds"]) for row in mine], marker="o", markersize=4,
                      color=colours((parties - 2) / 10), label=f"{parties}")
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xlabel("points of the frontier (number)")
    axes.set_ylabel("time of the processor (seconds)")
    axes.set_title(finding(rows))
    axes.legend(title="parties", ncols=2)
    axes.grid(True, alpha=0.3)
    figure.savefig(os.path.join(RESULTS, "sizes.svg"), metadata={"Date": None})


def finding(rows):
    """What the figure shows, in a sentence with this run's numbers."""
    largest = max((row["log10_packages"] for row in answered(rows)), default=0)
    most = max((row["points"] for row in answered(rows)), default=0)
    return (f"Points cost, not packages: up to 10^{largest:.0f} packages with few parties;\n"
            f"the most points within {LIMIT} s are {most:,}")


def table(rows):
    text = ["The largest case that was answered for each number of parties, and the next one. All "
            "cases: [sizes.csv](sizes.csv).", "", "![Time of the frontier against its points, by "
            "number of parties](sizes.svg)", "",
            "| parties | packages | points | seconds | peak memory | next size |", "|---" * 6 + "|"]
    for parties in sorted({row["parties"] for row in rows}):
        mine = [row for row in rows if row["parties"] == parties]
        best = answered(mine)[-1:] or [None]
        last = mine[-1]
        following = ("none: the last that is asked" if last["points"] is not None else
                     f"10^{last['log10_packages']:.1f}: {last['ended']}, "
                     f"{last['peak_mib']:,.0f} MiB")
        if best[0]:
            text.append(f"| {parties} | 10^{best[0]['log10_packages']:.1f} "
                        f"| {best[0]['points']:,} | {best[0]['cpu_seconds']:.3g} "
                        f"| {best[0]['peak_mib']:,.0f} MiB | {following} |")
        else:
            text.append(f"| {parties} | | | | | {following} |")
    return "\n".join(text)
