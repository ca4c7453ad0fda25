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
/** Two packages; by interest, what each is worth to the one party that has any. */
function shown(interests: [string, string][], limit: Record<string, number | null> = {}): number[] {
  const [party] = dated.case.parties;
  const known = dated.lookup.parties[party!.id]!;
  const level = dated.case.interests[0]!.level;
  const tables = (values: [string, string]) => ({ constant: "0", denominator: "1", tables: [{ issues: [issue], values: options.map((_, i) => values[i] ?? "0") }] });
  const lookup = {
    ...dated.lookup,
    levels: { ...dated.lookup.levels, [level]: { known_today: true, unknown_when: [], tables: tables(["0", "0"]) } },
    parties: {
      ...Object.fromEntries(Object.entries(dated.lookup.parties).map(([id, one]) => [id, { ...one, interests: [] }])),
      [party!.id]: { ...known, interests: interests.map((values, i) => ({ interest: `${i}`, known: true, difference: tables(values) })) },
    },
    limits: limit,
  };
  const one = dated.case.interests[0]!;
  const given = {
    ...dated,
    columns: [column(0), column(1)],
    brief: { ...dated.brief, packages: [] },
    lookup: lookup as unknown as ReportDated["lookup"],
    case: { ...dated.case, interests: interests.map((_, i) => ({ ...one, id: `${i}`, party: party!.id, level })) },
  };
  // The first is the reference, which stays; the second is hidden where the first betters it.
  return consequences(at({ ...report, dates: [given] }, { hide_dominated: true, reference: 0 })).columns;
}

describe("a package", () => {
  it("is hidden beside one that is worth more in an interest, and as much in the others", () => {
    expect(shown([["1", "0"]])).toEqual([0]);
    expect(shown([["5", "5"], ["1", "0"]])).toEqual([0]);
  });
  it("is not where it is worth more in another interest", () => {
    expect(shown([["0", "1"]])).toEqual([0, 1]);
    expect(shown([["1000", "0"], ["0", "1"]])).toEqual([0, 1]);
  });
  it("is not where both are worth the same, whatever their levels", () => {
    expect(shown([["1", "1"]])).toEqual([0, 1]);
  });
  it("is not hidden for one that breaks a limit", () => {
    expect(shown([["1", "0"]], { limit: 0 })).toEqual([0, 1]); // No package is in the set that keeps it.
    expect(shown([["1", "0"]], { limit: 1 })).toEqual([0]);
  });
  it("is not hidden for one of which it cannot be told whether it breaks a limit", () => {
    expect(shown([["1", "0"]], { limit: null })).toEqual([0, 1]);
  });
});
