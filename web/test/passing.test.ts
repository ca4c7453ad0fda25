// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import type { ShowAnswer } from "../src/engine/answers";
import { worked } from "./paths";
import { letters_of, matching, package_of, type Passing } from "../src/views/passing";

/** An issue of so many options, `o0`, `o1`, .. */
function issue(id: string, options: number): ShowAnswer["issues"][number] {
  const list = Array.from({ length: options }, (_, i) => ({ id: `o${i}`, name: `o${i}` }));
  return { id, options: list } as unknown as ShowAnswer["issues"][number];
}
const listed = (letters: number[], packages: string[]): Passing => ({
  count: String(packages.length), exact: true, letters, packages, inside_question: 0,
});

describe("packages in letters", () => {
  it("have two letters for an issue of more than 62 options", () => {
    const issues = [issue("a", 2), issue("b", 100), issue("c", 62)];
    const passing = listed([1, 2, 1], ["10Z1", "01bZ"]);
    expect(package_of(issues, passing, passing.packages[0]!)).toEqual({ a: "o1", b: "o61", c: "o1" });
    expect(package_of(issues, passing, passing.packages[1]!)).toEqual({ a: "o0", b: "o73", c: "o61" });
    expect(matching(passing.packages, letters_of(issues, passing, { b: "o73" }))).toEqual([1]);
    expect(matching(passing.packages, letters_of(issues, passing, {}))).toEqual([0, 1]);
  });
  it("are narrowed within a tenth of a second where there are a hundred thousand", () => {
    const issues = Array.from({ length: 20 }, (_, i) => issue(`i${i}`, 3));
    const list = Array.from({ length: 100_000 }, (_, i) => `${i % 2}${"0".repeat(19)}`);
    const passing = listed(Array<number>(20).fill(1), list);
    const spent = worked(() => expect(matching(list, letters_of(issues, passing, { i0: "o1" })).length).toBe(50_000));
    expect(spent).toBeLessThan(100);
  });
});
