// SPDX-License-Identifier: Apache-2.0
// Changes near a package, against the definition tried on every single change and pair of changes.
import { render } from "svelte/server";
import { describe, expect, it } from "vitest";
import { changes_of } from "../src/engine/packages";
import type { Package, ReportAnswer, ReportDated } from "../src/engine/answers";
import { Lookup } from "../src/engine/lookup";
import { nearest, smallest_changes, tied } from "../src/engine/nearby";
import Why from "../src/views/Why.svelte";
import { answers, at, without_sets } from "./given";
import { worked } from "./paths";

const reports: [string, ReportAnswer][] = ["waterworks", "waterworks-plan", "port-game"].map((name) => [name, answers(name)]);

/** Every change of one issue, or of two, that overrides nothing. */
function changes(dated: ReportDated, chosen: Package, steps: 1 | 2): Package[] {
  const singles: Package[] = dated.case.issues
    .filter((issue) => issue.overrides === null)
    .flatMap((issue) => issue.options.filter((one) => one.id !== chosen[issue.id]).map((one) => ({ [issue.id]: one.id })));
  if (steps === 1) return singles;
  return singles.flatMap((a, i) => singles.slice(i + 1).map((b) => ({ ...a, ...b }))).filter((both) => Object.keys(both).length === 2);
}

/** The tests that a package fails: limits, refusals and worth tests of any party, and gates. */
function failed(lookup: Lookup, chosen: Package): { own: Map<string, string[]>; all: string[]; raised: string[] } {
  const own = new Map(
    lookup.dated.case.parties.map(({ id }) => [
      id,
      [
        ...lookup.refusals(id, chosen).map((refusal) => refusal.id),
        ...(lookup.worth(id, chosen) === "objection" ? [`worth of ${id}`] : []),
      ],
    ]),
  );
  const gates = lookup.gates_asked(chosen).filter((gate) => lookup.party(gate.party, chosen) === "objection");
  const besides = [...lookup.broken_limits(chosen), ...gates.map((gate) => `gate ${gate.id}`)];
  // Only who is asked can raise an objection.
  const raised = lookup.parties_asked(chosen).flatMap((party) => own.get(party)!);
  return { own, all: [...[...own.values()].flat(), ...besides], raised: [...raised, ...besides] };
}

/** Of cases in which no party has a rule. */
const objecting = (lookup: Lookup, chosen: Package) => {
  const asked = lookup.parties_asked(chosen);
  return lookup.dated.case.parties
    .map((party) => party.id)
    .filter((party) => asked.includes(party) && failed(lookup, chosen).own.get(party)!.length > 0);
};

/** As the engine's words define it. */
function meets(lookup: Lookup, chosen: Package, change: Package, party: string): boolean {
  const before = failed(lookup, chosen).all;
  const then = failed(lookup, { ...chosen, ...change });
  return then.own.get(party)!.length === 0 && then.raised.every((one) => before.includes(one));
}

describe.each(reports)("of %s", (_, report) => {
  const dated = report.dates[0]!;
  const lookup = new Lookup(dated);
  /** The package from which the engine looked for the nearest ones and for changes. */
  const from = dated.why.named_package!;
  const packages = [...dated.brief.packages.map((named) => named.report.package), ...dated.columns.map((column) => column.package)];

  it("the smallest changes are those of the definition", () => {
    for (const chosen of packages) {
      const found = smallest_changes(lookup, chosen, 1_000_000);
      expect(found.parties.map((one) => one.party)).toEqual(objecting(lookup, chosen));
      expect(found.left_out).toBe(0);
      for (const { party, found: steps, met, untold } of found.parties) {
        expect(untold).toBe(0);
        expect(met).toBe(steps.length);
        const single = changes(dated, chosen, 1).filter((change) => meets(lookup, chosen, change, party));
        const expected = single.length > 0 ? single : changes(dated, chosen, 2).filter((change) => meets(lookup, chosen, change, party));
        expect(steps).toEqual(expected);
      }
    }
  });

  it("what is not looked at is counted", () => {
    let stopped = 0;
    for (const chosen of packages.filter((one) => objecting(lookup, one).length > 0)) {
      const [singles, pairs] = [changes(dated, chosen, 1).length, changes(dated, chosen, 2).length];
      const all = smallest_changes(lookup, chosen, 1);
      // Pairs are looked at where one change is not enough for everybody.
      const needed = all.parties.some((one) => !one.found.some((step) => Object.keys(step).length === 1));
      expect(all.looked_at).toBe(singles + (needed ? pairs : 0));
      expect(all.left_out).toBe(0);
      for (const looks of [0, 1, singles - 1, singles, singles + 5]) {
        const some = smallest_changes(lookup, chosen, 1, looks);
        expect(some.looked_at).toBe(Math.min(looks, all.looked_at));
        // Single changes that were not looked at may make pairs needed that would not have been.
        const in_all = some.looked_at + some.left_out;
        if (looks >= singles) expect(in_all).toBe(all.looked_at);
        else expect([singles, singles + pairs]).toContain(in_all);
        stopped += some.left_out > 0 ? 1 : 0;
      }
    }
    expect(stopped).toBeGreaterThan(0);
  });

  it("nothing is called harmless whose sets are not in the file", () => {
    const unnamed = { ...dated, brief: { ...dated.brief, packages: [] } }; // Of named ones the brief tells.
    const blind = new Lookup(without_sets(unnamed, () => true));
    for (const chosen of packages) {
      expect(smallest_changes(blind, chosen, 3).parties).toEqual([]);
      expect(nearest(blind, chosen, "possible", true)).toBe("unlisted");
      expect(blind.whole(chosen)).toBe("unlisted");
    }
    // One party's sets alone: its answer after a change is not told, so no change is good for others.
    for (const chosen of packages) {
      const [first, ...others] = objecting(lookup, chosen);
      if (!first) continue;
      const half = new Lookup(without_sets(unnamed, (party) => party !== first));
      const found = smallest_changes(half, chosen, 3).parties;
      expect(found.map((one) => one.party)).toEqual([first]);
      expect(others.every((party) => half.party(party, chosen) === "unlisted")).toBe(true);
      const told = found[0]!.found.filter((step) => half.parties_asked({ ...chosen, ...step }).some((party) => party !== first));
      expect(told).toEqual([]);
    }
  });

  it("the nearest package is as near as the engine's", () => {
    const asked = dated.why.nearest.filter((answer) => answer.certainty !== "central");
    expect(asked.length).toBeGreaterThan(0);
    for (const answer of asked) {
      const found = nearest(lookup, from, answer.certainty as "possible", answer.inside_question);
      if (answer.changed_issues === null) expect(found).toBeNull();
      else expect(changes_of(from, found as Package).length).toBe(answer.changed_issues);
      expect(tied(lookup, from, answer.certainty as "possible", answer.inside_question)).toBe(BigInt(answer.packages));
    }
  });

  it.runIf(objecting(lookup, from).length > 0)("smallest changes are as small as the engine's, where one or two steps do", () => {
    const found = smallest_changes(lookup, from, 3);
    const parties = objecting(lookup, from);
    for (const party of parties) {
      const steps = found.parties.find((one) => one.party === party)!.found;
      const least = dated.why.smallest_changes.find((one) => one.party === party)!.changed_issues;
      expect(steps[0] ? Object.keys(steps[0]).length : null).toBe(least !== null && least <= 2 ? least : null);
    }
  });
});

describe("what `nema why` says of the first named package", () => {
  const dated = answers("us-japan-2010").dates[0]!;

  it("holds a party's own refusals against a change after which no gate asks it", () => {
    const lookup = new Lookup(dated);
    const standing = at({ ...answers("us-japan-2010") }).standing();
    // The city's gate is set aside and the SDP asked by its stand on roles alone: a home at Henoko, which it refuses, does not meet it.
    const from = { ...standing, rotary: "schwab_land", runway: "heliport", roles: "pko_law_and_csd_review", coalition: "sdp_leaves", override_nago: "yes" };
    const sdp = smallest_changes(lookup, from, 1_000_000).parties.find((one) => one.party === "jp.sdp");
    for (const step of sdp?.found ?? []) {
      const changed = { ...from, ...step };
      expect(lookup.refusals("jp.sdp", changed)).toEqual([]);
      expect(lookup.worth("jp.sdp", changed)).not.toBe("objection");
    }
    expect(sdp).toBeDefined();
  });
  it("is what the page says of smallest changes", () => {
    const from = dated.why.named_package!;
    const engine = dated.why.smallest_changes;
    const found = smallest_changes(new Lookup(dated), from, 1_000_000).parties;
    expect(engine.length).toBeGreaterThan(0);
    expect(found.map((one) => one.party)).toEqual(engine.map((one) => one.party));
    for (const [i, change] of engine.entries()) {
      const in_reach = change.changed_issues !== null && change.changed_issues <= 2;
      expect(found[i]!.found.length, change.party).toBe(in_reach ? Number(change.packages) : 0);
      for (const step of found[i]!.found) expect(Object.keys(step).length).toBe(change.changed_issues);
    }
  });
});

describe("the smallest changes on the page", () => {
  const report = answers("us-japan-2010");
  const [dated] = report.dates;
  const plan = dated!.why.named_package!;
  const page = (composed: Package) => render(Why, { props: { at: at(report, { composed }) } }).body.replaceAll(/<!--.*?-->|<[^>]*>/gs, "").replaceAll(/\s+/g, " ");

  it("are the engine's where the package has a name, however many they are", () => {
    expect(dated!.smallest_changes.find(({ from }) => changes_of(from, plan).length === 0)!.changes.map(({ sentence: _, members: __, ...rest }) => rest)).toEqual(
      dated!.why.smallest_changes.map(({ sentence: _, members: __, ...rest }) => rest),
    );
    expect(page(plan)).toContain("Social Democratic Party and Nago City (each of them alone): 4 changes, in 2 ways");
    expect(page(plan)).toMatch(/To Iwakuni without waiting ?It leaves the question open\./);
    expect(page(plan)).toContain("one of 2 with as few changes");
    expect(page(plan)).not.toContain("within two changes");
  });
  it("say how far the page looked where it has none", () => {
    const drills = dated!.case.issues.find((issue) => issue.id === "operations")!;
    const other = drills.options.find((option) => option.id !== plan[drills.id])!.id;
    expect(page({ ...plan, [drills.id]: other })).toContain("Social Democratic Party and Nago City (each of them alone): None within two changes; this page looks no further, nema why does.");
  });
});

it("there is something that smallest changes are asked about", () => {
  const asked = reports.filter(([, { dates }]) => objecting(new Lookup(dates[0]!), dates[0]!.why.named_package!).length > 0);
  expect(asked.map(([name]) => name)).toEqual(["waterworks-plan", "port-game"]);
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
    const wider = { ...chosen, ...Object.fromEntries(more.map((issue) => [issue.id, "o0"])) };
    let looked_at = 0;
    const spent = worked(() => (looked_at = smallest_changes(new Lookup(wide), wider, 3).looked_at));
    expect(spent).toBeLessThan(2000);
    expect(looked_at).toBeLessThanOrEqual(10_000);
  });
});
