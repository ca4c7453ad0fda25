#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A slow, obvious oracle: reads a workbook, lists every package, counts who could say yes.

It follows docs/workbook.md and shares no code with the engine. Numbers are Fractions; about 10^5 packages at most.
"""
import argparse
import csv
import itertools
import json
import re
from collections import Counter
from fractions import Fraction
from pathlib import Path

COLUMNS = {
    "case": "title question asked_by as_of dates wants consent reservation prepared",
    "places": "name name_ja parent source", "sources": "title address date access",
    "parties": "name parent kind interests_by rule margin source",
    "gates": "party act when kind date source basis",
    "refusals": "party when words date status if_claim source basis",
    "baselines": "text probability source basis",
    "issues": "name default overrides hypothetical source",
    "measures": "name unit category better combine end transferable source",
    "levels": "measure bearer low likely high year source basis",
    "effects": "when baseline measure bearer low likely high from until if_claim source basis",
    "limits": "forbid measure bearer at_least at_most if_claim source basis",
    "claims": "text claimant date settled_by status probability source basis",
    "interests": "party measure bearer worst best shape points rank weight weight_low weight_high source basis",
    "positions": "party date kind words source", "expectations": "name package party expected why",
}
WORDS = {  # what a column may say when it is not blank
    "parties.kind": "office constituency organisation", "parties.interests_by": "elicited own_submission analyst",
    "gates.kind": "legal budget political operational", "refusals.status": "stated withdrawn",
    "measures.better": "more less", "measures.combine": "sum max min", "measures.end": "fundamental means",
    "measures.transferable": "yes no", "claims.status": "accepted contested unknown refuted",
    "interests.shape": "linear capped points step", "positions.kind": "wish demand pledge red_line",
    "expectations.expected": "no_objection objection cannot_tell", "sources.access": "public leaked personal",
    "case.reservation": "baselines today",
    **{f"{t}.basis": "sourced derived assumed" for t in COLUMNS if "basis" in COLUMNS[t].split()},
}
REFERENCES = {"party": ("parties",), "measure": ("measures",), "bearer": ("parties", "places"), "if_claim": ("claims",),
              "baseline": ("baselines",), "overrides": ("gates",), "source": ("sources",),
              "parent": ("parties", "places")}
NUMBERS = "margin probability low likely high at_least at_most worst best weight weight_low weight_high".split()
NUMBER = r"-?(\d+|\d*\.\d+|\d+/0*[1-9]\d*)"
CONDITIONS = {"gates": "when", "refusals": "when", "effects": "when", "limits": "forbid", "expectations": "package"}
CERTAINTIES, VERDICTS = ("necessary", "central", "possible"), ("objection", "cannot_tell", "no_objection")


# 1. Reading ---------------------------------------------------------------------------------------------------
def number(text):
    """A decimal or p/q, taken literally; None for a blank cell."""
    if text and not re.fullmatch(NUMBER, text):
        raise ValueError(f"'{text}' is not a decimal or p/q")
    return Fraction(text) if text else None


def read_table(path, columns, errors):
    """{id: row}; a row has every column of its table, and `_at`, its file and line."""
    rows = {}
    if not path.exists():
        return rows
    reader = csv.reader(path.open(encoding="utf-8-sig", newline=""), strict=True)
    head, known = next(reader, []), f"id known_from known_until note {columns}".split()
    errors += [f"{path.name}:1: unknown column '{c}'" for c in head if c not in known]
    for cells in reader:
        at = f"{path.name}:{reader.line_num}"
        if not cells or cells[0].startswith("#"):
            continue
        row = dict.fromkeys(known, "") | dict(zip(head, (c.strip() for c in cells))) | {"_at": at}
        errors += [f"{at}: {len(cells)} cells under {len(head)} columns"] if len(cells) != len(head) else []
        errors += [f"{at}: id '{row['id']}' is not unique"] if row["id"] in rows else []
        rows[row["id"]] = row
    return rows


def read_condition(text, named, options, at, errors):
    """{issue: allowed options}, of those known at the date. Blank text asks nothing; an empty set never holds."""
    condition = {}
    for term in text.split("&") if text.strip() else ():
        match = re.fullmatch(r"\s*([\w.-]+)\s*(!=|=)\s*([\w.-]+(?:\s*\|\s*[\w.-]+)*)\s*", term)
        if not match or match[1] not in named:
            errors.append(f"{at}: cannot read the term '{term}'")
            continue
        issue, chosen = match[1], set(re.split(r"\s*\|\s*", match[3]))
        errors += [f"{at}: issue '{issue}' has no option '{o}'" for o in chosen - named[issue]]
        present = set(options.get(issue, ()))
        condition[issue] = condition.get(issue, present) & (chosen if match[2] == "=" else present - chosen)
    return condition


def holds(condition, package):
    return all(package.get(issue) in allowed for issue, allowed in condition.items())


def rule_holds(rule, yes):
    """`yes` maps an id to True or False, or to None for a member left out, which is dropped from the rule."""
    match = re.fullmatch(r"\s*(all|any|at_least|votes)\s*\((.*)\)\s*", rule)
    if not match:
        return yes(rule.strip())
    members, depth = [""], 0
    for letter in match[2]:
        depth += (letter == "(") - (letter == ")")
        members = [*members, ""] if letter == "," and depth == 0 else [*members[:-1], members[-1] + letter]
    word, least = match[1], number(members.pop(0).strip()) if match[1] in ("at_least", "votes") else 1
    if word == "votes":
        pairs = [member.rsplit(":", 1) for member in members]
        return sum(number(weight.strip()) for who, weight in pairs if rule_holds(who, yes)) >= least
    answers = [a for a in (rule_holds(m, yes) for m in members) if a is not None]
    return all(answers) if word == "all" else sum(answers) >= least


def named_ids(row, column):
    return [i.strip() for i in row.get(column, "").split("|") if i.strip()]


def known_at(tables, as_of):
    """Leaves out the rows not known at the date, then every row that refers to one of them, in turn."""
    def is_known(row):
        dated = row["known_from"] <= as_of and (not row["known_until"] or as_of < row["known_until"])
        refers = all(any(i in tables[t] for t in REFERENCES[c]) for c in REFERENCES for i in named_ids(row, c))
        issues = re.findall(r"([\w.-]+)\s*!?=", " & ".join(row.get(c, "") for c in CONDITIONS.values()))
        return row.get("hypothetical") == "yes" or (dated and refers and all(i in tables["issues"] for i in issues))

    kept = {name: {i: row for i, row in rows.items() if is_known(row)} for name, rows in tables.items()}
    return tables if kept == tables else known_at(kept, as_of)


def check(tables, errors):
    """What can be said of single rows before the case is put together."""
    for name, row in ((n, r) for n, rows in tables.items() for r in rows.values()):
        if not re.fullmatch(r"\w[\w.-]*(=\w[\w.-]*)?" if name == "issues" else r"\w[\w.-]*", row["id"]):
            errors.append(f"{row['_at']}: '{row['id']}' is not an id")
        for column in row:
            text, words = row[column], WORDS.get(f"{name}.{column}", "").split()
            if text and (words and text not in words or column in NUMBERS and not re.fullmatch(NUMBER, text)):
                errors.append(f"{row['_at']}: {column}: '{text}' is not {' or '.join(words) or 'a number'}")
            errors += [f"{row['_at']}: {column}: '{i}' is not in {' or '.join(REFERENCES[column])}"
                       for i in (named_ids(row, column) if column in REFERENCES else ())
                       if not any(i in tables[t] for t in REFERENCES[column])]
        wrong = {"no source, no effect": name == "effects" and not row["source"],
                 "no such default": row.get("default") and f"{row['id']}={row['default']}" not in tables["issues"],
                 "no worst or best": name == "interests" and not (row["points"] or row["worst"] and row["best"])}
        errors += [f"{row['_at']}: {text}" for text, is_wrong in wrong.items() if is_wrong]
    errors += [f"'{i}' is both a place and a party" for i in tables["places"] if i in tables["parties"]]
    chances = [number(r["probability"]) for r in tables["baselines"].values() if r["probability"]]
    errors += [f"baselines.csv: the probabilities add up to {sum(chances)}"] if chances and sum(chances) != 1 else []
    for party in tables["parties"]:
        ways = {tuple(bool(r[c]) for c in ("rank", "weight", "weight_low", "weight_high"))
                for r in tables["interests"].values() if r["party"] == party}
        if len(ways) > 1 or not ways <= {(1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 1)}:
            errors.append(f"interests.csv: '{party}' does not state its weights in one way")


def check_rules(rules, tables, errors):
    """Every rule can be read, and names ids of its table only."""
    for table, rule in rules:
        try:
            rule_holds(rule, lambda i: i in tables[table] or errors.append(f"rule '{rule}': no '{i}' in {table}"))
        except (ValueError, TypeError) as error:
            errors.append(f"cannot read the rule '{rule}': {error}")


# 2. Values and weights ----------------------------------------------------------------------------------------
def value(row, level, better):
    """Worth of a level by the interest's shape: 0 at worst, 1 at best (linear goes on beyond the ends)."""
    if level is None:
        return None
    if row["shape"] == "points":
        points = [[number(n.strip()) for n in p.split(":")] for p in row["points"].split(",")]
        for (x0, v0), (x1, v1) in zip(points, points[1:]):
            if level <= x1:
                return v0 + (v1 - v0) * (max(level, x0) - x0) / (x1 - x0)
        return points[-1][1]
    worst, best = number(row["worst"]), number(row["best"])
    if row["shape"] == "step":
        return Fraction(level >= best if better == "more" else level <= best)
    linear = (level - worst) / (best - worst)
    return min(max(linear, Fraction(0)), Fraction(1)) if row["shape"] == "capped" else linear


def tightened(rows):
    """The weight intervals, each end attainable with all weights adding up to 1."""
    low, high = ([number(r[c]) for r in rows] for c in ("weight_low", "weight_high"))
    return [max(l, 1 - sum(high) + h) for l, h in zip(low, high)], [min(h, 1 - sum(low) + l) for l, h in zip(low, high)]


def weight_vertices(rows):
    """The corners of the set of weights that the party's statement allows."""
    each = range(len(rows))
    if rows[0]["rank"]:  # equal weights on all earlier groups and some of the current one
        ranks, corners = [int(r["rank"]) for r in rows], []
        for rank in sorted(set(ranks)):
            above, tied = [i for i in each if ranks[i] < rank], [i for i in each if ranks[i] == rank]
            for some in (s for k in range(len(tied)) for s in itertools.combinations(tied, k + 1)):
                chosen = {*above, *some}
                corners.append([Fraction(i in chosen, len(chosen)) for i in each])
        return corners
    if rows[0]["weight_low"]:  # all weights but one at an end of their interval
        (low, high), corners = tightened(rows), []
        for free, ends in itertools.product(each, itertools.product(*zip(low, high))):
            rest = 1 - sum(ends) + ends[free]
            if low[free] <= rest <= high[free]:
                corners.append([rest if i == free else ends[i] for i in each])
        return corners
    return [central_weights(rows)]


def central_weights(rows):
    """Ranks: rank-order centroid, ties sharing their mean. Intervals: l + t (u - l). Numbers: divided by their sum."""
    if rows[0]["rank"]:
        ranks, n = [int(r["rank"]) for r in rows], len(rows)
        share = Counter()
        for place, rank in enumerate(sorted(ranks), 1):
            share[rank] += sum(Fraction(1, i) for i in range(place, n + 1)) / n / ranks.count(rank)
        return [share[r] for r in ranks]
    if rows[0]["weight_low"]:
        low, high = tightened(rows)
        t = (1 - sum(low)) / ((sum(high) - sum(low)) or Fraction(1))
        return [l + t * (h - l) for l, h in zip(low, high)]
    weights = [number(r["weight"]) for r in rows]
    return [w / sum(weights) for w in weights]


# 3. The case --------------------------------------------------------------------------------------------------
class Case:
    """A workbook at a date and in a reading of its claims. Ends the program with all errors found."""

    def __init__(self, folder, as_of=None, reading=()):
        errors = []
        everything = {t: read_table(Path(folder) / f"{t}.csv", c, errors) for t, c in COLUMNS.items()}
        check(everything, errors)
        self.row = next(iter(everything["case"].values()))
        self.as_of = as_of or self.row["as_of"]
        self.tables = known_at(everything, self.as_of or "9999")
        self.tables["expectations"] = everything["expectations"]
        issues = self.tables["issues"]
        self.named = {i: {o.split("=")[1] for o in everything["issues"] if o.startswith(i + "=")}
                      for i in everything["issues"] if "=" not in i}
        options = {i: [o.split("=")[1] for o in issues if o.startswith(i + "=")] for i in issues if "=" not in i}
        self.options = {i: some for i, some in options.items() if some}
        read = lambda text, at: read_condition(text, self.named, self.options, at, errors)
        for row, column in ((row, c) for table, c in CONDITIONS.items() for row in everything[table].values()):
            row["_condition"] = read(row[column], f"{row['_at']}: {column}")
        self.wants = [read(text, "case.csv: wants") for text in self.row["wants"].split(";")]
        self.rules = {p: r["rule"] for p, r in self.tables["parties"].items()}
        self.consent = self.row["consent"] or f"all({', '.join(self.tables['gates'])})"
        rules = [*(("parties", rule) for rule in self.rules.values()), ("gates", self.row["consent"])]
        check_rules([(table, rule) for table, rule in rules if rule], everything, errors)
        self.reading = {c: r["status"] != "refuted" for c, r in self.tables["claims"].items()} | dict(reading)
        self.refusals, self.effects, self.limits = (  # those that count in this reading
            [r for r in self.tables[table].values() if not r["if_claim"] or self.reading[r["if_claim"]]]
            for table in ("refusals", "effects", "limits"))
        stated = self.tables["interests"].values()
        self.bases = {(r["measure"], r["bearer"]): number(r["likely"]) for r in self.tables["levels"].values()}
        errors += {f"levels.csv: no base for {r['measure']} at {r['bearer']}" for r in [*stated, *self.limits]
                   if r["measure"] and (r["measure"], r["bearer"]) not in self.bases}
        if errors:
            raise SystemExit("\n".join(errors))
        self.interests = {p: rows for p in self.rules if (rows := [r for r in stated if r["party"] == p])}
        self.vertices = {p: weight_vertices(rows) for p, rows in self.interests.items()}
        self.central = {p: central_weights(rows) for p, rows in self.interests.items()}
        self.reservations = {p: self.reservation(p) for p in self.interests}

    def packages(self, with_overrides):
        free = [["no"] if self.tables["issues"][i]["overrides"] and not with_overrides else options
                for i, options in self.options.items()]
        return (dict(zip(self.options, choice)) for choice in itertools.product(*free))

    def levels(self, is_on):
        """Every level when the effects that are on hold; None (unknown) where a likely value is blank."""
        parts = {key: [base] for key, base in self.bases.items()}
        for e in filter(is_on, self.effects):
            parts.setdefault((e["measure"], e["bearer"]), []).append(number(e["likely"]))
        combine = {m: {"max": max, "min": min}.get(r["combine"], sum) for m, r in self.tables["measures"].items()}
        return {key: None if None in values else combine[key[0]](values) for key, values in parts.items()}

    def levels_of(self, package):
        return self.levels(lambda e: not e["baseline"] and holds(e["_condition"], package))

    def values(self, party, levels):
        return [value(r, levels[r["measure"], r["bearer"]], self.tables["measures"][r["measure"]]["better"])
                for r in self.interests[party]]

    def reservation(self, party):
        """For each interest the expected value over the baselines, not the value of an expected level."""
        if self.row["reservation"] == "today":
            return self.values(party, self.bases)
        lottery = [(number(b["probability"]), self.levels(lambda e: e["baseline"] == i))
                   for i, b in self.tables["baselines"].items() if b["probability"]]
        columns = zip(*(self.values(party, levels) for _, levels in lottery))
        return [None if None in column else sum(p * v for (p, _), v in zip(lottery, column)) for column in columns]

    def gains(self, party, levels):
        """The least, the central and the greatest gain over the party's weights; None where a level is unknown."""
        pairs = list(zip(self.values(party, levels), self.reservations[party], strict=True))
        if any(None in pair for pair in pairs):
            return dict.fromkeys(CERTAINTIES)
        margin = number(self.tables["parties"][party]["margin"]) or 0
        gain = lambda weights: sum(w * (v - r) for w, (v, r) in zip(weights, pairs)) - margin
        extremes = [gain(weights) for weights in self.vertices[party]]
        return {"necessary": min(extremes), "central": gain(self.central[party]), "possible": max(extremes)}

    def refused(self, party, package):
        return any(r["party"] == party and r["status"] != "withdrawn" and holds(r["_condition"], package)
                   for r in self.refusals)

    def yes(self, package, levels):
        """{certainty: {party: yes}}. A party whose gain is unknown says yes only as "possible"."""
        gains = {p: self.gains(p, levels) for p in self.interests}

        def says_yes(party, certainty):
            if party not in self.rules:
                return None
            gain = gains[party][certainty] if party in gains else 0
            content = certainty == "possible" if gain is None else gain >= 0
            rule = self.rules[party]
            return (content and not self.refused(party, package)
                    and (not rule or rule_holds(rule, lambda p: says_yes(p, certainty))))

        return {c: {p: says_yes(p, c) for p in self.rules} for c in CERTAINTIES}

    def is_feasible(self, package, levels):
        """No limit that counts in this reading is broken; an unknown level breaks none."""
        def broken(row):
            if row["forbid"]:
                return holds(row["_condition"], package)
            level, least, most = levels[row["measure"], row["bearer"]], number(row["at_least"]), number(row["at_most"])
            return level is not None and (least is not None and level < least or most is not None and level > most)
        return not any(map(broken, self.limits))

    def is_ratifiable(self, package, yes):
        def gate_yes(gate):
            row = self.tables["gates"].get(gate)
            return None if row is None else not holds(row["_condition"], package) or yes[row["party"]]
        return rule_holds(self.consent, gate_yes)

    def named_package(self, condition):
        """One option for each issue that the condition names, the others at their default (else the first)."""
        return {i: next(iter(condition[i]), None) if i in condition
                else self.tables["issues"][i]["default"] or options[0] for i, options in self.options.items()}


# 4. Answers ---------------------------------------------------------------------------------------------------
def counts(case, with_overrides):
    """({set: {all, inside the question}}, {set: its packages inside the question})."""
    found = {name: [] for name in ("packages", "feasible", *(f"R_{c}" for c in CERTAINTIES))}
    for package in case.packages(with_overrides):
        levels = case.levels_of(package)
        entry = package, any(holds(wanted, package) for wanted in case.wants)
        found["packages"].append(entry)
        if case.is_feasible(package, levels):
            yes = case.yes(package, levels)
            for name in ["feasible"] + [f"R_{c}" for c in CERTAINTIES if case.is_ratifiable(package, yes[c])]:
                found[name].append(entry)
    return ({name: {"all": len(some), "inside": sum(inside for _, inside in some)} for name, some in found.items()},
            {name: [" ".join(f"{i}={o}" for i, o in package.items()) for package, inside in some if inside]
             for name, some in found.items() if name.startswith("R_")})


def package_report(case, package):
    """Each party's verdict and its least, central and greatest gain, exact."""
    levels = case.levels_of(package)
    yes = case.yes(package, levels)
    parties = {p: {"verdict": VERDICTS[yes["necessary"][p] + yes["possible"][p]], "refused": case.refused(p, package),
                   "gain": {c: None if g is None else str(g) for c, g in case.gains(p, levels).items()}
                   if p in case.interests else {}} for p in case.rules}
    return {"package": package, "feasible": case.is_feasible(package, levels),
            "ratifiable": {c: case.is_ratifiable(package, yes[c]) for c in CERTAINTIES}, "parties": parties}


def expectation(case, row):
    """What the analyst expected beside what is found (None where an option is not known at the date)."""
    package = case.named_package(row["_condition"])
    found = None not in package.values() and package_report(case, package)["parties"].get(row["party"])
    return {c: row[c] for c in ("name", "party", "expected")} | {"found": found["verdict"] if found else None}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case")
    parser.add_argument("--as-of")
    parser.add_argument("--claim", action="append", default=[], metavar="ID=true|false")
    parser.add_argument("--package", metavar="CONDITION", help="report on this package too")
    parser.add_argument("--with-overrides", action="store_true")
    options = parser.parse_args()
    case = Case(options.case, options.as_of, [(c.split("=")[0], c.endswith("=true")) for c in options.claim])
    total, members = counts(case, options.with_overrides)
    answer = {"case": case.row["id"], "as_of": case.as_of, "reading": case.reading, "counts": total, "inside": members,
              "expectations": [expectation(case, row) for row in case.tables["expectations"].values()]}
    if options.package is not None:
        condition = read_condition(options.package, case.named, case.options, "--package", errors := [])
        answer["package"] = errors or package_report(case, case.named_package(condition))
    print(json.dumps(answer, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
