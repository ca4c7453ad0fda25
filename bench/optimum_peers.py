#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""One peer, one member of the family (family.py): the greatest sum of gains over R, as a line of
JSON.

    bench/optimum_peers.py ortools|toulbar2 NUMBER SECONDS

Both get one thread. Sums are in hundredths of worth, whole numbers throughout. A party's yes is a
boolean that may be true only where its level is at least 0 and none of its refusals holds; the rule
over the parties is monotone, so this is R.
"""

import json
import re
import resource
import subprocess
import sys
import tempfile
import threading
import time

import family


def totals(one):
    """The objective: gains of all parties together, by option and by link."""
    single, linked = {}, {}
    for gains in one.gains:
        for place, amount in gains.items():
            single[place] = single.get(place, 0) + amount
    for links in one.links:
        for places, amount in links.items():
            linked[places] = linked.get(places, 0) + amount
    return single, linked


def by_ortools(one, limit):
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    chosen = {(i, o): model.NewBoolVar("") for i, options in enumerate(one.options)
              for o in range(options)}
    for i, options in enumerate(one.options):
        model.AddExactlyOne([chosen[i, o] for o in range(options)])
    link = {}
    for a, b in totals(one)[1]:
        both = link[a, b] = model.NewBoolVar("")
        model.AddBoolAnd([chosen[a], chosen[b]]).OnlyEnforceIf(both)
        model.AddBoolOr([chosen[a].Not(), chosen[b].Not(), both])
    levels = [sum(amount * chosen[place] for place, amount in gains.items()) +
              sum(amount * link[places] for places, amount in links.items())
              for gains, links in zip(one.gains, one.links)]
    yes = [model.NewBoolVar("") for _ in levels]
    for says, level in zip(yes, levels):
        model.Add(level >= 0).OnlyEnforceIf(says)
    for party, condition in one.refusals:
        model.AddBoolOr([chosen[place].Not() for place in condition] + [yes[party].Not()])
    for condition in one.forbidden:
        model.AddBoolOr([chosen[place].Not() for place in condition])
    model.Add(sum(cost * chosen[place] for place, cost in one.budget.items()) <= one.budget_most)
    model.Add(sum(votes * says for votes, says in zip(one.votes, yes)) >= one.votes_needed)
    model.Maximize(sum(levels))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    ended = threading.Event()

    def watch():
        # The solver's own limit is of the wall clock.
        while not ended.wait(0.05):
            if used() > limit:
                solver.StopSearch()

    watcher = threading.Thread(target=watch)
    watcher.start()
    status = solver.Solve(model)
    ended.set()
    watcher.join()
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    return {"proved": status == cp_model.OPTIMAL,
            "found": round(solver.ObjectiveValue()) if found else None,
            "bound": round(solver.BestObjectiveBound())}


class Network:
    """A weighted constraint network in the wcsp format; costs are minimised."""

    def __init__(self):
        self.domains = []
        self.functions = []
        self.greatest = 1  # one more than the sum of all costs: a cost that nothing may have

    def variable(self, domain=2):
        self.domains.append(domain)
        return len(self.domains) - 1

    def costs(self, variable, costs):
        self.functions.append(f"1 {variable} 0 {len(costs)}\n" + "\n".join(
            f"{value} {cost}" for value, cost in enumerate(costs)))
        self.greatest += max(costs)

    def forbid(self, *places):
        """No solution has all these values."""
        self.functions.append(f"{len(places)} {' '.join(str(v) for v, _ in places)} 0 1\n"
                              f"{' '.join(str(value) for _, value in places)} TOP")

    def at_least(self, weights, bound):
        """Sum of weights (none negative) of boolean variables that are 1 is at least the bound."""
        if bound > 0:
            self.functions.append(f"{len(weights)} {' '.join(map(str, weights))} -1 knapsack {bound} "
                                  f"{' '.join(map(str, weights.values()))}")

    def text(self):
        functions = "\n".join(self.functions).replace("TOP", str(self.greatest))
        return (f"family {len(self.domains)} {max(self.domains)} {len(self.functions)} "
                f"{self.greatest}\n{' '.join(map(str, self.domains))}\n{functions}\n")


def network_of(one):
    """The network, and what its least cost is taken from to be the greatest sum."""
    network = Network()
    issue = [network.variable(options) for options in one.options]
    chosen = {}
    for i, options in enumerate(one.options):
        for o in range(options):
            mine = chosen[i, o] = network.variable()
            for other in range(options):
                network.forbid((issue[i], other), (mine, 0 if other == o else 1))
    single, linked = totals(one)
    held, open_ = {}, {}  # 1 where the link holds; 1 where it does not
    for places in linked:
        held[places], open_[places] = network.variable(), network.variable()
        network.forbid(*[(chosen[place], 1) for place in places], (held[places], 0))
        for place in places:
            network.forbid((chosen[place], 0), (held[places], 1))
        for value in (0, 1):
            network.forbid((held[places], value), (open_[places], value))
    best = 0
    for i, options in enumerate(one.options):
        sums = [single.get((i, o), 0) for o in range(options)]
        best += max(sums)
        network.costs(issue[i], [max(sums) - amount for amount in sums])
    for places, amount in linked.items():
        best += max(0, amount)
        network.costs(held[places], [max(0, amount), max(0, -amount)])

    def add_level(gains, links, least, unless=None):
        """level >= least, or `unless`; amounts are made positive first."""
        weights, constant = {}, 0
        for i, options in enumerate(one.options):
            amounts = [gains.get((i, o), 0) for o in range(options)]
            constant += min(amounts)
            weights.update({chosen[i, o]: amount - min(amounts)
                            for o, amount in enumerate(amounts) if amount > min(amounts)})
        for places, amount in links.items():
            constant += min(0, amount)
            if amount:
                weights[held[places] if amount > 0 else open_[places]] = abs(amount)
        if unless is not None and least > constant:
            weights[unless] = least - constant
        network.at_least(weights, least - constant)

    yes = [network.variable() for _ in one.gains]
    for party, (gains, links) in enumerate(zip(one.gains, one.links)):
        no = network.variable()
        for value in (0, 1):
            network.forbid((yes[party], value), (no, value))
        add_level(gains, links, 0, unless=no)
    for party, condition in one.refusals:
        network.forbid(*[(chosen[place], 1) for place in condition], (yes[party], 1))
    for condition in one.forbidden:
        network.forbid(*[(issue[i], o) for i, o in condition])
    add_level({place: -cost for place, cost in one.budget.items()}, {}, -one.budget_most)
    network.at_least(dict(zip(yes, one.votes)), one.votes_needed)
    return network.text(), best


def by_toulbar2(one, limit):
    text, best = network_of(one)
    with tempfile.NamedTemporaryFile("w", suffix=".wcsp", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        # Its preprocessing decomposes the long linear constraints, and does not end.
        ended = subprocess.run(["toulbar2", file.name, "-nopre", f"-timer={int(limit)}"],
                               capture_output=True, text=True, check=False)
    found = re.findall(r"(?:Optimum|New solution|Best upper-bound): (\d+)", ended.stdout)
    proved = re.search(r"Optimum: (\d+)", ended.stdout)
    bounds = re.findall(r"lower bound: (\d+)|Optimality gap: \[(\d+)", ended.stdout)
    bound = max((int(a or b) for a, b in bounds), default=0)
    return {"proved": proved is not None,
            "found": best - int(found[-1]) if found else None,
            "bound": best - (int(proved[1]) if proved else bound)}


def used():
    children, mine = (resource.getrusage(who) for who in
                      (resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF))
    return children.ru_utime + children.ru_stime + mine.ru_utime + mine.ru_stime


def main():
    peer, number, limit = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
    one = family.member(*family.MEMBERS[number])
    if peer == "ortools":
        import ortools.sat.python.cp_model  # noqa: F401  Loading is not timed.
    wall, cpu = time.perf_counter(), used()
    answer = {"ortools": by_ortools, "toulbar2": by_toulbar2}[peer](one, limit)
    print(json.dumps({"peer": peer, "case": one.name, **answer,
                      "seconds": time.perf_counter() - wall, "cpu_seconds": used() - cpu}))


if __name__ == "__main__":
    main()
