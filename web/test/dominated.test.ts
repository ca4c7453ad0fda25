// SPDX-License-Identifier: Apache-2.0
// A package is hidden as bettered only where no interest of anybody says otherwise.
import { describe, expect, it } from "vitest";
import type { ReportDated } from "../src/engine/answers";
import { consequences } from "../src/views/consequences";
import { answers, at } from "./given";

const report = answers("waterworks");
const dated = report.dates[0]!;
const { id: issue, options } = dated.case.issues.find((one) => one.options.length > 1)!;
const standing = at(report).standing();
const column = (number: number) => ({ kind: "named" as const, name: `${number}`, package: { ...standing, [issue]: options[number]!.id } });
const level = dated.case.interests[0]!.level;
const interest = { ...dated.case.interests[0]!, shape: "linear" as const, worst: "0", best: "10", points: [] };
const against = { ...interest, id: "against", worst: "10", best: "0" };

/** Two packages; the second has one more of the only level in which there are interests. */
function shown(interests: ReportDated["case"]["interests"], limit: string[] = []): number[] {
  const tables = { constant: "0", denominator: "1", tables: [{ issues: [issue], values: options.map((_, i) => String(i)) }] };
  const lookup = {
    ...dated.lookup,
    levels: { ...dated.lookup.levels, [level]: { known_today: true, unknown_when: [], tables } },
    limits: Object.fromEntries(limit.map((id) => [id, 0])), // No package is in the set that keeps it.
  };
  const given = { ...dated, columns: [column(0), column(1)], lookup: lookup as unknown as ReportDated["lookup"], case: { ...dated.case, interests } };
  // The first is the reference, which stays; the second is hidden where the first betters it.
  return consequences(at({ ...report, dates: [given] }, { hide_dominated: true, reference: 0 })).columns;
}

describe("a package with more of a level", () => {
  it("is hidden beside one with less where that serves all", () => {
    expect(shown([against])).toEqual([0]);
  });
  it("is not where more of it serves somebody, whichever way the measure is said to be better", () => {
    expect(shown([interest])).toEqual([0, 1]);
    expect(shown([interest, against])).toEqual([0, 1]);
  });
  it("is not where neither more nor less always serves", () => {
    const peak = { ...against, shape: "points" as const, worst: null, best: null, points: [["0", "0"], ["1/2", "1"], ["9", "0"]] };
    const falling = { ...peak, points: [["0", "1"], ["5", "1/2"], ["9", "0"]] };
    expect(shown([peak])).toEqual([0, 1]);
    expect(shown([falling])).toEqual([0]);
  });
  it("is not hidden for one that breaks a limit", () => {
    expect(shown([against], ["limit"])).toEqual([0, 1]);
  });
});
