#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""One peer, one scenario: how long the frontier of all parties takes there, as a line of JSON.

    bench/frontier_peers.py negmas|moocore FOLDER

negmas: from its issues and utility functions to the frontier, end to end, by the call that its
documentation prefers: outcomes listed, evaluated, filtered by `pareto_frontier`. moocore: `is_nondominated` alone on the utilities of
the listed packages, which are computed beforehand and not timed. Reading files is timed in neither.
"""

import json
import os
import resource
import sys
import time

import genius

BUDGET = 0.5  # a quick run is repeated until it has used so many seconds of the processor
REPEATS = 1000


def negmas_run(names, options, utilities):
    """What is timed, as a function without arguments."""
    from negmas import LinearAdditiveUtilityFunction, make_issue, make_os
    from negmas.preferences import TableFun
    from negmas.preferences.ops import pareto_frontier

    space = make_os([make_issue(values, name) for name, values in zip(names, options)])
    functions = [LinearAdditiveUtilityFunction(
        values=[TableFun({value: float(u) for value, u in zip(values, of_issue)})
                for values, of_issue in zip(options, party)],
        weights=[1.0] * len(names), outcome_space=space) for party in utilities]

    return lambda: pareto_frontier(functions, issues=space.issues)[0]


def listed(utilities):
    """The utilities of every package, a row each, in doubles."""
    import numpy

    columns = []
    for party in utilities:
        total = numpy.zeros(1)
        for of_issue in party:
            total = (total[:, None] + numpy.array([float(u) for u in of_issue])[None, :]).ravel()
        columns.append(total)
    return numpy.column_stack(columns)


def moocore_run(_names, _options, utilities):
    import moocore

    points = listed(utilities)
    return lambda: points[moocore.is_nondominated(points, maximise=True, keep_weakly=True)]


def processor():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def version(peer):
    from importlib.metadata import version as version_of

    return version_of(peer)


def main():
    peer, folder = sys.argv[1:]
    run = {"negmas": negmas_run, "moocore": moocore_run}[peer](*genius.utilities(folder))
    walls, cpu, found = [], processor(), []
    # Of the wall clock the fastest run counts, of the processor the mean: its clock may tick slowly.
    while not walls or (processor() - cpu < BUDGET and len(walls) < REPEATS):
        wall = time.perf_counter()
        found = run()
        walls.append(time.perf_counter() - wall)
    cpu = (processor() - cpu) / len(walls)
    points = {tuple(map(float, point)) for point in found}
    print(json.dumps({"peer": peer, "version": version(peer), "case": os.path.basename(folder),
                      "points": len(points), "frontier_packages": len(found),
                      "seconds": min(walls), "cpu_seconds": cpu}))


if __name__ == "__main__":
    main()
