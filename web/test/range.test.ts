// SPDX-License-Identifier: Apache-2.0
// From where to where a level may lie, on a case small enough to add up by hand.
import { describe, expect, it } from "vitest";
import type { ReportDated } from "../src/engine/answers";
import { range } from "../src/engine/range";

type Estimate = [low: string | null, likely: string | null, high: string | null];

/** One level, changed by issue a, by issue b if a claim holds, and by what happens without agreement. */
function dated(combine: string, level: Estimate, of_a: Estimate, of_b: Estimate, claim = true, bounds: { least: string | null; most: string | null } = { least: null, most: null }): ReportDated {
  const numbers = ([low, likely, high]: Estimate) => ({ low, likely, high });
  return {
    case: {
      measures: [{ id: "noise", combine, ...bounds }],
      levels: [{ id: "noise/town", measure: "noise", ...numbers(level) }],
      effects: [
        { level: "noise/town", when: { a: ["yes"] }, if_claim: null, ...numbers(of_a) },
        { level: "noise/town", when: { b: ["yes"] }, if_claim: "louder", ...numbers(of_b) },
        { level: "noise/town", when: null, if_claim: null, ...numbers(["50", "60", "70"]) },
      ],
    },
    brief: { agree: { reading: { louder: claim } } },
  } as unknown as ReportDated;
}

const both = { a: "yes", b: "yes" };
const ends = (of: ReportDated, chosen = both) => {
  const found = range(of, "noise/town", chosen);
  return found && [found.low, found.high].map(({ top, bottom }) => Number(top) / Number(bottom));
};

describe("the range of a level", () => {
  it("adds all low and all high estimates of the effects that hold", () => {
    const of = dated("sum", ["9", "10", "12"], ["-4", "-3", "-1"], ["1/2", "1", "2"]);
    expect(ends(of)).toEqual([5.5, 13]);
    expect(ends(of, { a: "yes", b: "no" })).toEqual([5, 11]);
    expect(ends(dated("sum", ["9", "10", "12"], ["-4", "-3", "-1"], ["1/2", "1", "2"], false))).toEqual([5, 11]);
  });

  it("takes the greatest or the least of them where the measure does", () => {
    expect(ends(dated("max", ["0", "1", "3"], ["1", "2", "2"], ["0", "1", "5"]))).toEqual([1, 5]);
    expect(ends(dated("min", ["2", "4", "6"], ["1", "2", "7"], ["3", "3", "3"]))).toEqual([1, 3]);
  });

  it("goes no further than the measure can be, but never cuts off what is likely", () => {
    const bounded = (least: string | null, most: string | null) => ends(dated("sum", ["9", "10", "12"], ["-12", "-3", "-1"], ["1/2", "1", "4"], true, { least, most }));
    expect(bounded(null, null)).toEqual([-2.5, 15]);
    expect(bounded("0", "14")).toEqual([0, 14]);
    expect(bounded("9", "7")).toEqual([8, 8]);
  });

  it("is not there where an estimate is unknown, or all are certain", () => {
    expect(ends(dated("sum", ["9", "10", "12"], [null, null, null], ["0", "0", "0"]))).toBeNull();
    expect(ends(dated("sum", ["9", "9", "9"], ["1", "1", "1"], ["0", "0", "0"]))).toBeNull();
  });
});
