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

describe("what is said of subjects", () => {
  type Subjects = typeof dated.framing;
  const page = (framing: Subjects) => render(Framing, { props: { at: at({ ...report, dates: [{ ...dated, framing }] }), medium: "wide" } }).body.replaceAll(/<!--.*?-->/gs, "");
  const title = (framing: Subjects) => /<figcaption>(.*?)<\/figcaption>/.exec(page(framing))![1]!;
  const of = (subject: string, issues: number, gates: string[] = []) => ({ subject, issues: dated.case.issues.slice(0, issues).map((issue) => issue.id), measures: [], gates });
  const gates = dated.case.gates.map((gate) => gate.id);

  it("names every one that has as many issues as any other", () => {
    expect(title([of("water", 2), of("roads", 3), of("harbours", 3)])).toMatch(/^“roads” and “harbours” each take \d+% of the issues$/);
    expect(title([of("water", 2), of("roads", 3)])).toMatch(/^“roads” takes \d+% of the issues$/);
  });
  it("counts the gates that belong to none", () => {
    expect(page([of("water", 2, gates.slice(0, 3)), of("roads", 1, gates.slice(3, 4))])).toContain(`${gates.length - 4} gates are asked whatever is chosen, or by issues of several subjects or of none.`);
    expect(page([of("water", 2, gates.slice(1))])).toContain("1 gate is asked whatever is chosen");
    expect(page([of("water", 2, gates)])).not.toContain("asked whatever is chosen");
  });
});
