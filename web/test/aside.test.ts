// SPDX-License-Identifier: Apache-2.0
// What is said of a gate that is set aside: whether an objection remains, and whether the package needs it.
import { describe, expect, it } from "vitest";
import { outcome } from "../src/engine/outcome";
import { caveats } from "../src/parts/caveats";
import { answers, at } from "./given";

const report = answers("waterworks");
const dated = report.dates[1]!;
const composed = { ...at(report, { date: 1 }).standing(), authority: "contract", source: "wells", order: "yes" };

describe("a package that sets a gate aside", () => {
  it("passes only because of it where it is objected to there", () => {
    const view = at(report, { date: 1 });
    expect(view.lookup.party("kuri", composed)).toBe("objection");
    expect(outcome(view.lookup, composed)).toMatchObject({ found: "may_set_aside", aside: ["kuri"], only_aside: true });
    expect(caveats(view, composed)[0]).toBe(`It may pass only because a gate is set aside, that of ${view.party("kuri")}; the objection remains.`);
  });
  it("is not said to need it, nor an objection to remain, where it may pass all the same", () => {
    const { lookup } = dated;
    const kuri = { ...lookup.parties["kuri"]!, yes: { necessary: 0, possible: 1 } };
    const sets = { ...lookup, ratifiable: { necessary: 0, possible: 1 }, parties: { ...lookup.parties, kuri } };
    const view = at({ ...report, dates: [report.dates[0]!, { ...dated, lookup: sets }] }, { date: 1 });
    expect(view.lookup.party("kuri", composed)).toBe("cannot_tell");
    expect(outcome(view.lookup, composed)).toMatchObject({ found: "may_set_aside", aside: ["kuri"], only_aside: false });
    expect(caveats(view, composed)[0]).toBe(`It may pass with a gate set aside, that of ${view.party("kuri")}; what is found there remains.`);
  });
});
