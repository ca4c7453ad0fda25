// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { as_number, common, compare, exact, greatest, least, minus, plus, sign, times } from "../src/engine/exact";

describe("exact fractions", () => {
  it("are read, added, multiplied and compared without rounding", () => {
    expect(exact("-2/3")).toEqual({ top: -2n, bottom: 3n });
    expect(exact(7)).toEqual({ top: 7n, bottom: 1n });
    // 1/10 + 2/10 is 3/10, which doubles miss.
    expect(compare(plus(exact("1/10"), exact("2/10")), exact("3/10"))).toBe(0);
    expect(compare(times(exact("2/3"), exact("3/4")), exact("1/2"))).toBe(0);
    expect(sign(minus(exact("1/3"), exact("333333333333333333/1000000000000000000")))).toBe(1);
    expect(least([exact("1/2"), exact("1/3")])).toEqual(exact("1/3"));
    expect(greatest([exact("1/2"), exact("1/3")])).toEqual(exact("1/2"));
  });
  it("come over one bottom", () => {
    expect(common([exact("1/6"), exact("-3/4"), exact("2")])).toEqual({ tops: [2n, -9n, 24n], bottom: 12n });
    expect(common([])).toEqual({ tops: [], bottom: 1n });
  });
  it("become doubles also where they are longer than doubles reach", () => {
    expect(as_number(exact("1/4"))).toBe(0.25);
    expect(as_number({ top: 3n * 10n ** 500n, bottom: 2n * 10n ** 500n })).toBe(1.5);
  });
});
