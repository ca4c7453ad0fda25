// SPDX-License-Identifier: Apache-2.0
// A party with a margin: gaining less than that is not losing.
import { render } from "svelte/server";
import { describe, expect, it } from "vitest";
import { as_number, exact, minus, plus, zero } from "../src/engine/exact";
import type { Gain } from "../src/engine/lookup";
import { reasons, worth_text } from "../src/parts/reasons";
import Gains from "../src/views/Gains.svelte";
import { gain_chart, gain_rows, gain_twin } from "../src/views/gains";
import { answers, at } from "./given";

const report = answers("waterworks");
const party = "kaede";
const given = at(report, { party });

/** A gain beyond the margin of a twentieth. */
function gain(least: string, greatest: string): Gain {
  return { margin: exact("1/20"), least: exact(least), central: exact(least), greatest: exact(greatest), parts: [] };
}

describe("a party with a margin", () => {
  it("is said to be worse off only where it is", () => {
    const said = (verdict: "objection" | "cannot_tell", least: string, greatest: string) => worth_text(given, verdict, gain(least, greatest), "x");
    expect(said("objection", "-1/2", "-1/50")).toBe("would gain less than its margin of 5% for all its weights, losing over x: short by 2% of all that it values, at the weights most favourable to the package");
    expect(said("objection", "-1/2", "-1/20")).toContain("would gain less than its margin of 5%");
    expect(said("objection", "-1/2", "-51/1000")).toBe("would be worse off than without agreement for all its weights, over x: short of its margin of 5% by 5% of all that it values, at the weights most favourable to the package");
    expect(said("cannot_tell", "-1/20", "1/2")).toBe("may gain less than its margin of 5%, depending on its weights, losing over x");
    expect(said("cannot_tell", "-51/1000", "1/2")).toBe("may be worse off than without agreement, depending on its weights: x");
    expect(worth_text(given, "objection", { ...gain("-1/2", "-1/50"), greatest: "unlisted" }, "")).toBe("would gain less than its margin of 5% for all its weights");
    expect(worth_text(given, "objection", { ...gain("-1/2", "-1/1000"), margin: zero }, "x")).toContain("worse off than without agreement for all its weights, over x: short by 0.1%");
  });

  it("is spoken of so where a package is composed", () => {
    const texts = given.case.issues.flatMap((issue) => issue.options.map((option) => ({ ...given.standing(), [issue.id]: option.id })))
      .filter((chosen) => given.lookup.worth(party, chosen) === "objection")
      .flatMap((chosen) => reasons(given, chosen).find((reason) => reason.party === party)?.texts ?? []);
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(text).toContain("would gain less than its margin of 5%");
  });

  it("has it as a bar and a column, so that bars and columns add up to its gain", () => {
    const { rows } = gain_rows(given);
    const option = gain_chart(given, rows, "wide") as { series: { type: string; data: number[] }[]; xAxis: { name: string } };
    const bars = option.series.filter((one) => one.type === "bar");
    rows.forEach((row, i) => {
      expect(bars.reduce((sum, bar) => sum + bar.data[i]!, 0)).toBeCloseTo(as_number(row.gain.central), 12);
      const parts = row.gain.parts.map((part) => part.value).reduce(plus);
      expect(minus(parts, row.gain.margin).top * row.gain.central.bottom).toBe(row.gain.central.top * minus(parts, row.gain.margin).bottom);
    });
    expect(option.xAxis.name).toContain("its margin of 5%");
    expect(gain_twin(given, rows).columns).toContain("Its margin");
    expect(render(Gains, { props: { at: given, medium: "wide" } }).body).toContain("beyond the party's margin");
  });

  it("is not spoken of where there is none", () => {
    const other = at(report, { party: "sugi" });
    expect(exact(other.dated.lookup.parties["sugi"]!.margin)).toEqual(exact(0));
    expect(gain_twin(other, gain_rows(other).rows).columns).not.toContain("Its margin");
    expect(JSON.stringify(gain_chart(other, gain_rows(other).rows, "wide"))).not.toContain("margin");
  });
});
