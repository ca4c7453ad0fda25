// SPDX-License-Identifier: Apache-2.0
// Shares are of the whole case: what belongs to no subject counts too.
import { render } from "svelte/server";
import { describe, expect, it } from "vitest";
import Framing from "../src/views/Framing.svelte";
import { shares } from "../src/views/framing";
import { answers, at } from "./given";

const report = answers("us-japan-2010");
const dated = report.dates[0]!;
const [first] = dated.framing;

describe("the shares of subjects", () => {
  it("add up to the whole case", () => {
    const shown = shares(at(report));
    const all = {
      issues: dated.case.issues.filter((issue) => issue.overrides === null).length,
      measures: dated.case.measures.length,
      gates: dated.case.gates.length,
    };
    for (const kind of ["issues", "measures", "gates"] as const) {
      expect(shown.reduce((sum, { of }) => sum + of[kind].count, 0)).toBe(all[kind]);
      expect(shown.reduce((sum, { of }) => sum + of[kind].share, 0)).toBeCloseTo(1, 12);
    }
  });
  it("are not of what has a subject alone", () => {
    const framing = [{ ...first!, issues: [dated.case.issues[0]!.id], measures: [], gates: [] }];
    const plain = dated.case.issues.filter((issue) => issue.overrides === null);
    const issues = dated.case.issues.map((issue) => ({ ...issue, subject: issue === plain[0] ? first!.subject : null }));
    const given = { ...report, dates: [{ ...dated, framing, case: { ...dated.case, issues } }] };
    expect(shares(at(given)).map(({ of }) => of.issues.share)).toEqual([1 / plain.length, 1 - 1 / plain.length]);
    expect(render(Framing, { props: { at: at(given), medium: "wide" } }).body).toContain(`takes ${at(given).percent(1 / plain.length)} of the issues`);
  });
});
