#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Builds docs/verification.md: answers that others published, beside what the program answers.

    tools/verification.py           writes the page
    tools/verification.py --check   fails if the page is not what would be written

Needs the program ($NEMA, else build/release/nema) and the published scenarios (build/scenarios,
else ../shared/scenarios; `make scenarios` fetches them); without them it says so and ends with 0.
Beside the program it uses a second reading of the Genius files, written apart (genius_utility.py):
every point of a frontier that is listed is evaluated again by it.
"""

import fractions
import json
import os
import subprocess
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
sys.path[:0] = [os.path.join(ROOT, "tests"), os.path.join(ROOT, "tests", "oracle")]
import genius_utility  # noqa: E402
import published  # noqa: E402

PAGE = os.path.join(ROOT, "docs", "verification.md")
NEMA = os.environ.get("NEMA", os.path.join(ROOT, "build", "release", "nema"))
TOLERANCE = fractions.Fraction(1, 10**9)  # of figures published as doubles
HALF_A_DIGIT = fractions.Fraction(1, 2 * 10**12)  # of figures published to twelve places

Fraction = fractions.Fraction


STOPPED_EARLY = 4


def nema(*arguments, ends=(0,)):
    """The answer in JSON; a program that ends otherwise than told is an error."""
    run = subprocess.run([NEMA, *arguments, "--json"], capture_output=True, text=True, check=False)
    if run.returncode not in ends:
        raise RuntimeError(f"nema {' '.join(arguments)}: {run.returncode}\n{run.stdout}{run.stderr}")
    return json.loads(run.stdout)


def parties_of(path):
    return [party["id"] for party in nema("show", path)["parties"]]


def worths(member, parties):
    return tuple(Fraction(member["worth"][party]["exact"]) for party in parties)


def utilitarian(answer, parties):
    return worths(answer["solutions"]["utilitarian"]["members"][0], parties)


def verdict(same):
    return "the same" if same else "**differs**"


class Page:
    """The lines of the page, and whether ours and theirs agreed wherever they should."""

    def __init__(self):
        self.lines = []
        self.failures = []

    def add(self, *lines):
        self.lines += lines

    def row(self, *cells):
        self.lines.append("| " + " | ".join(str(cell) for cell in cells) + " |")

    def table(self, *heads):
        self.row(*heads)
        self.lines.append("|" + "---|" * len(heads))

    def expect(self, what, same):
        if not same:
            self.failures.append(what)
        return verdict(same)


def frontier_of(path, parties, *options, points=1000, ends=(0,)):
    """The proved frontier, with at least one package for each of so many points."""
    answer = nema("agree", path, "--between", ",".join(parties), "--over", "feasible",
                  "--list", str(points), *options, ends=ends)
    if not answer["frontier"]["proved"]:
        raise RuntimeError(f"{path}: the frontier is not proved")
    return answer


def distinct_points(answer, parties):
    """The points of the frontier, each with its first package, by falling worth of the first."""
    points = {}
    for member in answer["frontier"]["members"]:
        points.setdefault(worths(member, parties), member["package"])
    return points


def evaluated_again(folder, path, answer, parties):
    """How many of the frontier's points have the utilities that the second reading gives."""
    space = genius_utility.Scenario(path)
    names = {party["id"]: party["name"] for party in nema("show", path)["parties"]}
    issues = {issue["id"]: issue for issue in nema("show", path)["issues"]}
    count = 0
    for point, package in distinct_points(answer, parties).items():
        bid = {}
        for issue, option in package.items():
            options = {entry["id"]: entry["name"] for entry in issues[issue]["options"]}
            bid[issues[issue]["name"]] = options[option]
        again = tuple(space.utility(names[party], bid) for party in parties)
        if again != point:
            raise RuntimeError(f"{folder}: {package} has {again}, not {point}")
        count += 1
    return count


def exact_section(page, known):
    page.add(
        "## Frontiers and Nash products, exactly", "",
        "Scenarios of the negotiation environment Genius, all parties at one table, utilities as that",
        "program defines them, in exact fractions. *Known* are not figures of the authors of the scenarios,",
        "who publish none, but of a computation from the same files apart from this program: plain",
        "enumeration with fractions up to 10^7 packages, a clique search over the boxes for the nonlinear",
        "one. Tolerance: none for counts; half a unit of the last digit for the Nash products (the greatest",
        "product of gains where nobody is below its reservation). The last column says of how many points",
        "the utilities were computed again by a second reading of the files, written apart in Python",
        "(tests/oracle/genius_utility.py): that confirms them, not that none is missing, which is what the",
        "counts are for.", "")
    page.table("scenario", "parties", "packages", "frontier points", "frontier packages",
               "Nash product", "where known", "points evaluated again")
    for row in known["exact"]:
        path = published.published_scenario(row["folder"])
        parties = parties_of(path)
        answer = frontier_of(path, parties, points=row["points"])
        frontier = answer["frontier"]
        nash = answer["solutions"]["nash"]
        product = Fraction(nash["value"]["exact"])
        checks = [answer["packages"]["count"] == row["packages"],
                  frontier["points"] == row["points"]]
        cells = [frontier["packages"], "-"]
        if row["frontier_packages"] is not None:
            checks.append(frontier["packages"] == row["frontier_packages"])
        if row["nash"] is not None:
            checks.append(abs(product - Fraction(row["nash"])) <= HALF_A_DIGIT)
            cells[1] = f"{float(product):.12f}, known {row['nash']}"
        else:
            cells[1] = f"{float(product):.12f}, none known"
        theirs = row["frontier_packages"]
        page.row(row["folder"].replace("genius__", "").replace("anac__", ""), len(parties),
                 f"{int(row['packages']):,}", f"{frontier['points']:,}, known {row['points']:,}",
                 f"{int(cells[0]):,}" + (f", known {int(theirs):,}" if theirs else ", none known"),
                 cells[1], page.expect(row["folder"], all(checks)),
                 f"{evaluated_again(row['folder'], path, answer, parties):,}")
    page.add("")


def equal_worth(points):
    return min(points, key=lambda point: abs(point[0] - point[1]))


def close(theirs, ours):
    return all(abs(Fraction(str(a)) - b) <= TOLERANCE for a, b in zip(theirs, ours, strict=True))


def pair(values):
    return "(" + ", ".join(f"{float(value):.6f}" for value in values) + ")"


def geniusweb_section(page, known):
    page.add(
        "## What GeniusWeb and NegoLog publish with their domains", "",
        "Their figures are sums of doubles; tolerance 10^-9. Neither means by *Kalai* the solution of Kalai",
        "and Smorodinsky, which looks at gains relative to the best gains: GeniusWeb's is the point of the",
        "frontier with the smallest difference of utilities, called `equal_worth` here; NegoLog's the one",
        "with the greatest sum of utilities, called utilitarian here, as is GeniusWeb's *social welfare*.",
        "")
    page.table("domain", "figure", "theirs", "ours", "")
    for folder in known["geniusweb"]:
        path = published.published_scenario(folder)
        with open(os.path.join(path, "specials.json"), encoding="utf-8") as file:
            special = json.load(file)
        parties = parties_of(path)
        answer = frontier_of(path, parties)
        points = distinct_points(answer, parties)
        theirs = special["pareto_front"]
        same = len(theirs) == len(points) and all(
            any(entry["bid"] == package and close(entry["utility"], point)
                for point, package in points.items()) for entry in theirs)
        page.row(folder, "frontier", f"{len(theirs)} points", f"{len(points)} points",
                 page.expect(folder + " frontier", same))
        nash = answer["solutions"]["nash"]["members"][0]
        rows = [("nash", "Nash", worths(nash, parties)),
                ("social_welfare", "social welfare / utilitarian", utilitarian(answer, parties)),
                ("kalai", "Kalai / equal_worth", equal_worth(points))]
        for key, name, ours in rows:
            page.row(folder, name, pair(special[key]["utility"]), pair(ours),
                     page.expect(f"{folder} {name}", close(special[key]["utility"], ours)))
    for folder in known["negolog"]:
        path = published.published_scenario(folder)
        with open(os.path.join(path, "specs.json"), encoding="utf-8") as file:
            special = json.load(file)
        parties = parties_of(path)
        answer = frontier_of(path, parties)
        product = Fraction(answer["solutions"]["nash"]["value"]["exact"])
        page.row(folder, "bids", special["NumberOfBids"], answer["packages"]["count"],
                 page.expect(folder + " bids",
                             str(special["NumberOfBids"]) == answer["packages"]["count"]))
        page.row(folder, "Nash product", f"{special['Nash Product']:.6f}", f"{float(product):.6f}",
                 page.expect(folder + " Nash", close([special["Nash Product"]], [product])))
        theirs = [special["Kalai_A"], special["Kalai_B"]]
        ours = utilitarian(answer, parties)
        page.row(folder, "Kalai / utilitarian", pair(theirs), pair(ours),
                 page.expect(folder + " Kalai", close(theirs, ours)))
    page.add("")


def scoreable_section(page, known):
    known = known["scoreable"]
    path = published.published_scenario(known["folder"])
    answer = nema("agree", path)
    case = answer["case"]["id"] if isinstance(answer["case"], dict) else answer["case"]
    unanimous = nema("agree", path, "--set", f"case.{case}.consent=")
    page.add(
        "## The port game", "",
        "A scoreable game of six parties (S. Abdelnabi and others, arXiv 2309.17234). A deal passes if",
        "both parties with a veto and at least five of the six reach their minimum.", "")
    page.table("figure", "known", "ours", "")
    rows = [("deals", known["deals"], answer["packages"]["count"]),
            ("deals that pass", known["pass"], answer["ratifiable"]["necessary"]["count"]),
            ("deals that suit all six (consent: every gate)", known["unanimous"],
             unanimous["ratifiable"]["necessary"]["count"])]
    for name, theirs, ours in rows:
        page.row(name, theirs, ours, page.expect("scoreable " + name, theirs == ours))
    page.add("")


def adjusted_winner_section(page, known):
    known = known["adjusted_winner"]
    answer = nema("agree", os.path.join(ROOT, known["case"]), "--divisible")
    winner = answer["solutions"]["adjusted_winner"]
    names = {issue["id"]: issue["name"] for issue in
             nema("show", os.path.join(ROOT, known["case"]))["issues"]}
    split = winner["split_issue"]
    shares = winner["shares"]
    ours_share = shares[split]["us"]
    points = [Fraction(value["exact"]) * 100 for value in winner["worth"].values()]
    page.add(
        "## Adjusted winner: the Panama Canal treaty of 1974", "",
        f"Published: {known['source']}; the table and the result were read at the",
        "address that the case's sources name, not in the books. Ours:",
        f"`nema agree {known['case']} --divisible`. Exact; no tolerance.", "")
    page.table("figure", "theirs", "ours", "")
    rows = [("the issue that is split", known["split_issue"], names[split].lower()),
            ("share of the United States in it", known["share_of_the_united_states"], ours_share),
            ("points", known["worth"],
             f"{points[0]} points each" if points[0] == points[1] else f"{points}")]
    for name, theirs, ours in rows:
        page.row(name, theirs, ours, page.expect("adjusted winner " + name, theirs == ours))
    page.add("")


def published_points(path):
    """The pairs of a pareto.xml, which is plain text."""
    points = []
    with open(os.path.join(path, "pareto.xml"), encoding="utf-8-sig") as file:
        for line in file:
            if line.strip():
                points.append(tuple(Fraction(part.strip()) for part in line.split(",")))
    return points


def witness(path, package, parties):
    """Lines that anybody can check by hand: the rectangles that hold, with their utilities."""
    space = genius_utility.Scenario(path)
    names = {party["id"]: party["name"] for party in nema("show", path)["parties"]}
    issues = {issue["id"]: issue["name"] for issue in nema("show", path)["issues"]}
    bid = {issues[issue]: option for issue, option in package.items()}
    lines = ["- package: " + ", ".join(f"{name} = {value}" for name, value in bid.items())]
    for party in parties:
        held, greatest = space.rectangles_that_hold(names[party], bid)
        total = sum(utility for _, utility in held)
        parts = " + ".join(str(utility) for _, utility in held)
        places = ", ".join(str(position) for position, _ in held)
        lines.append(f"- `{names[party]}.xml`: its rectangles {places} hold (1 is the first of the "
                     f"file): {parts} = {total}, of {greatest}: {float(total / greatest):.6f}")
    return lines


MOST_WITNESSES = 4


def betters(ours, theirs, near):
    """At least as good for both, and better for one by more than the rounding of the file."""
    return (all(x >= y - near for x, y in zip(ours, theirs))
            and any(x > y + near for x, y in zip(ours, theirs)))


def pareto_section(page, known):
    page.add(
        "## Frontier files published with nonlinear domains", "",
        "Each lies beside its domain as `pareto.xml`, rounded to about seven digits and without a proof.",
        "Ours is exact and proved over all packages, reservation and discount left aside, as in the",
        "files. Two points are taken for the same within 10^-6.", "")
    near = Fraction(1, 10**6)
    for folder in known["pareto"]:
        path = published.published_scenario(folder)
        theirs = published_points(path)
        name = folder.replace("genius__anac__", "")
        parties = parties_of(path)
        # How many of 10^30 packages pass is not counted in this time; the frontier is proved.
        answer = frontier_of(path, parties, "--time-limit", "30", points=100, ends=(0, STOPPED_EARLY))
        points = distinct_points(answer, parties)

        def same(a, b):
            return all(abs(x - y) <= near for x, y in zip(a, b))

        confirmed = [point for point in theirs if any(same(point, ours) for ours in points)]
        missing = [ours for ours in points if not any(same(point, ours) for point in theirs)]
        page.expect(folder + " points", len(points) == known["pareto"][folder])
        bettered = {point: next((ours for ours in points if betters(ours, point, near)), None)
                    for point in theirs if point not in confirmed}
        page.expect(folder + " pareto", None not in bettered.values())
        page.add(f"### {name}", "",
                 f"Published: {len(theirs)} points. Ours: {len(points)} points. Of theirs "
                 f"{len(confirmed)} are confirmed and {len(bettered)} are bettered by one of ours; "
                 f"**{len(missing)} of ours the file lacks**.", "")
        if bettered:
            page.table("published point", "ours that betters it")
            for point, ours in bettered.items():
                page.row(pair(point), pair(ours) if ours else "**none**")
            page.add("")
        if len(missing) > MOST_WITNESSES:
            page.add(f"Witnesses for {MOST_WITNESSES} of them, spread over the frontier "
                     "(`nema agree .. --between .. --over feasible` lists one for each):", "")
            step = (len(missing) - 1) / (MOST_WITNESSES - 1)
            missing = [missing[round(i * step)] for i in range(MOST_WITNESSES)]
        for point in missing:
            page.add(f"The file lacks {pair(point)}. Witness:", "",
                     *witness(path, points[point], parties), "",
                     "No point of the file is at least as good for both.",
                     "")
            if any(a >= point[0] and b >= point[1] for a, b in theirs):
                page.failures.append(f"{folder}: {point} is dominated by a published point")


def built(known):
    page = Page()
    page.add(
        "# Ours beside theirs", "",
        "Answers to published inputs, beside what this program answers to them. What is compared are",
        "frontiers, bargaining solutions and one consent rule; published cases with gates, claims and ranked",
        "weights do not exist, and those answers rest on the oracles of the tests alone. This page is",
        "written by `make verification` and checked by `make test` where the scenarios are at hand",
        "(`make scenarios` fetches them); no figure in it is typed by hand. Where ours differs, the reason",
        "stands beside it.", "")
    exact_section(page, known)
    geniusweb_section(page, known)
    scoreable_section(page, known)
    adjusted_winner_section(page, known)
    pareto_section(page, known)
    while page.lines[-1] == "":
        page.lines.pop()
    return page


def main(arguments):
    with open(os.path.join(ROOT, "tests", "known_answers.json"), encoding="utf-8") as file:
        known = json.load(file)
    folders = [row["folder"] for row in known["exact"]] + known["geniusweb"] + known["negolog"]
    folders += [known["scoreable"]["folder"], *known["pareto"]]
    missing = [folder for folder in folders if published.published_scenario(folder) is None]
    if missing:
        print(f"verification: skipped; {published.NOT_FETCHED} (missing: {', '.join(missing)})")
        return 0
    page = built(known)
    for failure in page.failures:
        print(f"verification: ours and theirs differ: {failure}", file=sys.stderr)
    text = "\n".join(page.lines) + "\n"
    if arguments == ["--check"]:
        with open(PAGE, encoding="utf-8") as file:
            if file.read() != text:
                print("docs/verification.md is out of date; 'make verification' writes it anew, then "
                      "read the difference", file=sys.stderr)
                return 1
        return 1 if page.failures else 0
    with open(PAGE + ".part", "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(PAGE + ".part", PAGE)
    return 1 if page.failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
