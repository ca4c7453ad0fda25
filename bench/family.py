# SPDX-License-Identifier: Apache-2.0
"""A random family of cases with rules, limits and links, as a problem in whole numbers for other
solvers and as a case that says the same.

Each party has one level, 0 today, to which options add whole numbers; so do pairs of options of
issues at most `width` apart (links). It says yes where its level is at least 0 and no refusal holds.
R asks for a rule over the parties' yes, for forbidden conditions to fail and for a common level
(`budget`) to stay within a bound. A party's gain is a hundredth of its level.

`reach` is how many neighbouring issues move one party: it bounds how many parties are open at once,
whatever the number of issues. Where it is all of them nothing is bounded.
"""

import dataclasses

import generated

SEED = 10


@dataclasses.dataclass
class Family:
    """One member. Conditions are lists of (issue, option)."""
    name: str
    options: list      # by issue
    gains: list        # by party: {(issue, option): amount}
    links: list        # by party: {((issue, option), (issue, option)): amount}
    budget: dict       # (issue, option): cost
    budget_most: int
    forbidden: list    # conditions
    refusals: list     # (party, condition)
    votes: list        # by party
    votes_needed: int


def member(issues, parties, reach, width=2):
    """The same for the same numbers, always."""
    name = f"{issues}-issues-{parties}-parties-" + (
        "wide" if reach >= issues else f"reach-{reach}")
    draw = generated.Draw(SEED, name)
    options = [draw.between(3, 5) for _ in range(issues)]

    def one(issue):
        return issue, draw.between(1, options[issue] - 1)

    def pair(window):
        first = window[draw.below(len(window) - width)]
        return one(first), one(first + draw.between(1, width))

    gains, links = [], []
    for party in range(parties):
        start = party * (issues - reach) // max(1, parties - 1) if reach < issues else 0
        window = range(start, min(issues, start + reach))
        gains.append({(i, o): draw.between(-9, 7) for i in window for o in range(1, options[i])})
        links.append({pair(window): draw.between(-5, 9) for _ in range(len(window) // 2)})
    budget = {(i, o): draw.between(0, 3) for i in range(issues) for o in range(1, options[i])}
    forbidden = [list(pair(range(issues))) for _ in range(issues // 3)]
    refusals = []
    for party in range(parties):
        window = sorted({issue for issue, _ in gains[party]})
        refusals.append((party, list(pair(window))))
    by_votes = parties % 2 == 1
    votes = [draw.between(1, 3) if by_votes else 1 for _ in range(parties)]
    needed = (2 * sum(votes) + 2) // 3 if by_votes else parties - 1
    return Family(name, options, gains, links, budget, issues, forbidden, refusals, votes, needed)


def written(condition):
    return " & ".join(f"i{issue} = o{option}" for issue, option in condition)


def tables_of(family):
    """The case."""
    tables = generated.Tables()
    stated = {"source": generated.SOURCE, "basis": "assumed", "note": "generated"}
    gates = [f"g{p}" for p in range(len(family.gains))]
    consent = (f"at_least({family.votes_needed}, {', '.join(gates)})" if set(family.votes) == {1}
               else f"votes({family.votes_needed}, " + ", ".join(
                   f"{gate}:{votes}" for gate, votes in zip(gates, family.votes)) + ")")
    generated.begin(tables, family.name, f"A member of a random family: {family.name} (GENERATED)",
                    "bench/family.py", consent=consent)
    tables.add("baselines", id="today", text="as it is", probability=1, **stated)
    for measure, better in (("good", "more"), ("budget", "less")):
        tables.add("measures", id=measure, name=measure, unit="points", category="generated",
                   better=better, combine="sum", end="fundamental", transferable="no",
                   source=generated.SOURCE)
    for i, options in enumerate(family.options):
        tables.add("issues", id=f"i{i}", name=f"issue {i}", default="o0", source=generated.SOURCE)
        for o in range(options):
            tables.add("issues", id=f"i{i}=o{o}", name=f"option {o}", source=generated.SOURCE)
    tables.add("places", id="all", name="All", source=generated.SOURCE)
    tables.add("levels", id="budget", measure="budget", bearer="all", likely=0, year=2026, **stated)
    for p, gate in enumerate(gates):
        tables.add("parties", id=f"p{p}", name=f"party {p}", kind="office",
                   interests_by="analyst", source=generated.SOURCE)
        tables.add("gates", id=gate, party=f"p{p}", act="an act", kind="political", **stated)
        tables.add("levels", id=f"good{p}", measure="good", bearer=f"p{p}", likely=0, year=2026,
                   **stated)
        tables.add("interests", id=f"cares{p}", party=f"p{p}", measure="good", bearer=f"p{p}",
                   worst=0, best=100, shape="linear", weight=1, **stated)
        effects = [([place], amount) for place, amount in family.gains[p].items()]
        effects += [(list(places), amount) for places, amount in family.links[p].items()]
        for number, (condition, amount) in enumerate(effects):
            tables.add("effects", id=f"e{p}_{number}", when=written(condition), measure="good",
                       bearer=f"p{p}", likely=amount, **stated)
    for number, (place, cost) in enumerate(family.budget.items()):
        tables.add("effects", id=f"b{number}", when=written([place]), measure="budget",
                   bearer="all", likely=cost, **stated)
    tables.add("limits", id="room", measure="budget", bearer="all", at_most=family.budget_most,
               **stated)
    for number, condition in enumerate(family.forbidden):
        tables.add("limits", id=f"not{number}", forbid=written(condition), **stated)
    for number, (party, condition) in enumerate(family.refusals):
        tables.add("refusals", id=f"no{number}", party=f"p{party}", when=written(condition),
                   words="(generated)", date="2026-01-01", status="stated", **stated)
    return tables


# Issues, parties, reach: moved by neighbours only, then by every issue.
MEMBERS = [(10, 3, 6), (20, 4, 8), (30, 5, 8), (40, 6, 8), (60, 8, 8),
           (10, 3, 10), (20, 3, 20), (20, 5, 20), (40, 3, 40), (60, 8, 60)]


def members():
    return [member(*numbers) for numbers in MEMBERS]
