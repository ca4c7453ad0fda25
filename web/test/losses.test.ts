// SPDX-License-Identifier: Apache-2.0
// Who loses: a margin that is missed is no loss, and nobody is counted as unasked whose gate is set aside.
import { render } from "svelte/server";
import { describe, expect, it } from "vitest";
import type { Package, ReportAnswer, ReportDated } from "../src/engine/answers";
import { plus, sign } from "../src/engine/exact";
import type { Gain } from "../src/engine/lookup";
import { unasked_losers } from "../src/engine/outcome";
import { is_loss } from "../src/parts/reasons";
import Differs from "../src/views/Differs.svelte";
import { answers, at } from "./given";

const report = answers("waterworks");
const margin_of = "kaede";
const view = at(report);
const standing = view.standing();
const gain = (chosen: Package) => view.lookup.gain(margin_of, chosen) as Gain;

type Sets = ReportDated["lookup"]["parties"][string];
/** The report with what is said of parties changed. */
function changed(change: (sets: Sets, party: string) => Partial<Sets>): ReportAnswer {
  const dates = report.dates.map((dated) => {
    const parties = Object.fromEntries(Object.entries(dated.lookup.parties).map(([id, sets]) => [id, { ...sets, ...change(sets, id) }]));
    return { ...dated, lookup: { ...dated.lookup, parties } };
  });
  return { ...report, dates };
}

describe("the table of who differs", () => {
  /** The cell with the gain of the party with a margin. */
  const cell = (given: ReportAnswer, composed: Package) => {
    const body = render(Differs, { props: { at: at(given, { composed }) } }).body.replaceAll(/<!--.*?-->/gs, "");
    const row = body.split("<tr").find((one) => one.includes(`>${view.party(margin_of)}</button>`))!;
    return /<td data-column="Gain[^>]*>.*?<\/td>/s.exec(row)![0];
  };
  it("marks what is below the expectation, not what misses a margin alone", () => {
    const lost = { ...standing, source: "reservoir" };
    const [missed, loss] = [gain(standing), gain(lost)];
    for (const one of [missed, loss]) expect(sign(one.central)).toBe(-1);
    expect(sign(plus(missed.central, missed.margin))).toBeGreaterThanOrEqual(0);
    expect(is_loss(loss.central, loss.margin)).toBe(true);
    expect(cell(report, standing)).not.toMatch(/class="[^"]*worse/);
    expect(cell(report, lost)).toMatch(/class="[^"]*worse/);
  });
  it("gives no range where its ends are not in the file", () => {
    const { central, least, greatest } = gain(standing);
    expect(cell(report, standing)).toContain(`${view.share(central)} (${view.share(least)} to ${view.share(greatest)})`);
    const without = cell(changed(() => ({ vertices: null })), standing);
    expect(without).toContain(`>${view.share(central)}<`);
    expect(without).not.toContain("not in this file");
  });
});

describe("who loses without being asked", () => {
  it("does not only miss a margin", () => {
    const wide = at(changed((_, id) => (id === margin_of ? { margin: "1" } : {})));
    expect(sign((wide.lookup.gain(margin_of, standing) as Gain).greatest as Gain["central"])).toBe(-1);
    expect(wide.lookup.parties_asked(standing)).not.toContain(margin_of);
    expect(unasked_losers(wide.lookup, standing)).not.toContain(margin_of);
    expect(unasked_losers(wide.lookup, standing)).toEqual(unasked_losers(view.lookup, standing));
  });
  it("is told by the worth test where the greatest gain is not in the file", () => {
    const losers = unasked_losers(view.lookup, standing);
    expect(losers.length).toBeGreaterThan(0);
    const blind = at(changed(() => ({ vertices: null })));
    for (const party of losers) expect((blind.lookup.gain(party, standing) as Gain).greatest).toBe("unlisted");
    expect(unasked_losers(blind.lookup, standing)).toEqual(losers);
    // What fails that test with a margin may miss the margin alone.
    const objects = at(changed((_, id) => (id === margin_of ? { vertices: null, worth: { necessary: 0, possible: 0 } } : {})));
    expect(objects.lookup.worth(margin_of, standing)).toBe("objection");
    expect(unasked_losers(objects.lookup, standing)).not.toContain(margin_of);
  });
  it("has no gate that the package sets aside", () => {
    const later = at(report, { date: 1 });
    const chosen = { ...later.standing(), source: "wells", order: "yes" };
    expect(later.lookup.gates_set_aside(chosen).map((gate) => gate.party)).toEqual(["kuri"]);
    expect(later.lookup.parties_asked(chosen)).not.toContain("kuri");
    expect(sign((later.lookup.gain("kuri", chosen) as Gain).greatest as Gain["central"])).toBe(-1);
    expect(unasked_losers(later.lookup, chosen)).not.toContain("kuri");
  });
});
