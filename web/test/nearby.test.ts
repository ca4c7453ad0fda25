// SPDX-License-Identifier: Apache-2.0
// Changes near a package, against the definition tried on every single change and pair of changes.
import { describe, expect, it } from "vitest";
import { changes_of } from "../src/at";
import type { Package, ReportAnswer, ReportDated } from "../src/engine/answers";
import { Lookup } from "../src/engine/lookup";
import { nearest, smallest_changes } from "../src/engine/nearby";
import { answers, without_sets } from "./given";

const reports: [string, ReportAnswer][] = ["waterworks", "port-game"].map((name) => [name, answers(name)]);

/** Every change of one issue, or of two, that overrides nothing. */
function changes(dated: ReportDated, chosen: Package, steps: 1 | 2): Package[] {
  const singles: Package[] = dated.case.issues
    .filter((issue) => issue.overrides === null)
    .flatMap((issue) => issue.options.filter((one) => one.id !== chosen[issue.id]).map((one) => ({ [issue.id]: one.id })));
  if (steps === 1) return singles;
  return singles.flatMap((a, i) => singles.slice(i + 1).map((b) => ({ ...a, ...b }))).filter((both) => Object.keys(both).length === 2);
}

const objecting = (lookup: Lookup, chosen: Package) =>
  lookup.parties_asked(chosen).filter((party) => lookup.party(party, chosen) === "objection");

/** As the engine's words define it. */
function meets(lookup: Lookup, chosen: Package, change: Package, party: string): boolean {
  const then = { ...chosen, ...change };
  const before = objecting(lookup, chosen);
  const after = objecting(lookup, then);
  const broken = lookup.broken_limits(chosen);
  return (
    !after.includes(party) &&
    after.every((one) => before.includes(one)) &&
    lookup.broken_limits(then).every((limit) => broken.includes(limit))
  );
}

describe.each(reports)("of %s", (_, report) => {
  const dated = report.dates[0]!;
  const lookup = new Lookup(dated);
  const packages = [...dated.brief.packages.map((named) => named.report.package), ...dated.columns.map((column) => column.package)];

  it("the smallest changes are those of the definition", () => {
    for (const chosen of packages) {
      const found = smallest_changes(lookup, chosen, 1_000_000);
      expect(found.parties.map((one) => one.party)).toEqual(objecting(lookup, chosen));
      expect(found.left_out).toBe(0);
      for (const { party, found: steps, untold } of found.parties) {
        expect(untold).toBe(0);
        const single = changes(dated, chosen, 1).filter((change) => meets(lookup, chosen, change, party));
        const expected = single.length > 0 ? single : changes(dated, chosen, 2).filter((change) => meets(lookup, chosen, change, party));
        expect(steps).toEqual(expected);
      }
    }
  });

  it("what is not looked at is counted", () => {
    for (const chosen of packages) {
      const all = smallest_changes(lookup, chosen, 1);
      for (const looks of [0, 1, 5, all.looked_at]) {
        const some = smallest_changes(lookup, chosen, 1, looks);
        if (some.parties.length === 0 || some.looked_at < changes(dated, chosen, 1).length) continue;
        expect(some.looked_at + some.left_out).toBe(all.looked_at + all.left_out);
      }
    }
  });

  it("nothing is called harmless whose sets are not in the file", () => {
    const blind = new Lookup(without_sets(dated, () => true));
    for (const chosen of packages) {
      expect(smallest_changes(blind, chosen, 3).parties).toEqual([]);
      expect(nearest(blind, chosen, "possible", true)).toBe("unlisted");
      expect(blind.whole(chosen)).toBe("unlisted");
    }
    // One party's sets alone: its answer after a change is not told, so no change is good for others.
    for (const chosen of packages) {
      const [first, ...others] = objecting(lookup, chosen);
      if (!first) continue;
      const half = new Lookup(without_sets(dated, (party) => party !== first));
      const found = smallest_changes(half, chosen, 3).parties;
      expect(found.map((one) => one.party)).toEqual([first]);
      expect(others.every((party) => half.party(party, chosen) === "unlisted")).toBe(true);
      const told = found[0]!.found.filter((step) => half.parties_asked({ ...chosen, ...step }).some((party) => party !== first));
      expect(told).toEqual([]);
    }
  });

  it("the nearest package is as near as the engine's", () => {
    const from = dated.why.named_package;
    if (!from) return;
    for (const answer of dated.why.nearest) {
      if (answer.certainty === "central") continue;
      const found = nearest(lookup, from, answer.certainty as "possible", answer.inside_question);
      if (answer.changed_issues === null) expect(found).toBeNull();
      else expect(changes_of(from, found as Package).length).toBe(answer.changed_issues);
    }
  });

  it("smallest changes are as small as the engine's, where one or two steps do", () => {
    const from = dated.why.named_package;
    if (!from) return;
    const found = smallest_changes(lookup, from, 3);
    for (const change of dated.why.smallest_changes) {
      const steps = found.parties.find((one) => one.party === change.party)?.found;
      if (change.changed_issues === null || change.changed_issues > 2) continue;
      if (steps) expect(Object.keys(steps[0]!).length).toBe(change.changed_issues);
    }
  });
});

describe("a case with very many options", () => {
  it("costs no more than a bounded number of looks", () => {
    const waterworks = reports[0]![1].dates[0]!;
    const from = waterworks.brief.packages.map((named) => named.report.package);
    const chosen = from.find((one) => objecting(new Lookup(waterworks), one).length > 0)!;
    const more = Array.from({ length: 400 }, (_, i) => ({
      ...waterworks.case.issues[0]!,
      id: `more${i}`,
      overrides: null,
      options: Array.from({ length: 20 }, (_, o) => ({ ...waterworks.case.issues[0]!.options[0]!, id: `o${o}` })),
    }));
    const wide = {
      ...waterworks,
      case: { ...waterworks.case, issues: [...waterworks.case.issues, ...more] },
      lookup: { ...waterworks.lookup, issues: [...waterworks.lookup.issues, ...more.map((issue) => issue.id)] },
    };
    const started = performance.now();
    const found = smallest_changes(new Lookup(wide), { ...chosen, ...Object.fromEntries(more.map((issue) => [issue.id, "o0"])) }, 3);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(found.looked_at).toBeLessThanOrEqual(10_000);
  });
});
