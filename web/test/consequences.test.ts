// SPDX-License-Identifier: Apache-2.0
// A column that is hidden is named, with one that betters it.
import { render } from "svelte/server";
import { expect, it } from "vitest";
import type { At } from "../src/at";
import { compare } from "../src/engine/exact";
import { answers, at } from "./given";
import { csv } from "../src/parts/charts";
import Consequences from "../src/views/Consequences.svelte";
import { consequences, consequences_twin } from "../src/views/consequences";

/** Whether column a breaks no limit and is worth as much as b in every interest of everybody, and more in one. */
function betters(view: At, a: number, b: number): boolean {
  const [one, other] = [view.package_of(a), view.package_of(b)];
  const pairs = view.case.parties.flatMap((party) => {
    const [of_one, of_other] = [view.lookup.differences(party.id, one), view.lookup.differences(party.id, other)];
    if (typeof of_one === "string" || typeof of_other === "string") throw new Error("not known");
    return of_one.map((worth, i) => compare(worth, of_other[i]!));
  });
  return view.lookup.broken_limits(one).length === 0 && pairs.every((order) => order >= 0) && pairs.some((order) => order > 0);
}

it.each(["us-japan-2010", "waterworks"])("%s: what is hidden is bettered by a column that is shown", (name) => {
  const report = answers(name);
  const view = at(report);
  const { columns, hidden } = consequences(at(report, { hide_dominated: true }));
  expect(columns.length + hidden.length).toBe(report.dates[0]!.columns.length);
  for (const { column, by } of hidden) {
    expect(columns).not.toContain(column);
    expect(columns).toContain(by);
    expect(betters(view, by, column)).toBe(true);
  }
  expect(consequences(at(report)).hidden).toEqual([]);
});

it("is saved with units and with the low and high estimates, as a spreadsheet reads it", () => {
  const given = at(answers("us-japan-2010"));
  const { columns, rows } = consequences_twin(given, consequences(given));
  expect(columns).toContain("The signed plan of 2006: low");
  const row = rows.find(([name]) => name!.startsWith("Income that Okinawa has"))!;
  expect(row[1]).toContain("yen a year");
  const at_column = (name: string) => row[columns.indexOf(name)];
  expect(at_column("The signed plan of 2006: low")).not.toBe(at_column("The signed plan of 2006: high"));
  for (const one of rows) expect(one).toHaveLength(columns.length);
  expect(csv({ columns, rows }).charCodeAt(0)).toBe(0xfeff);
});

it("a column that is one of several as near says so", () => {
  const report = answers("us-japan-2010");
  const body = render(Consequences, { props: { at: at(report), medium: "wide" } }).body.replaceAll(/<!--.*?-->/gs, "");
  const engine = report.dates[0]!.why.nearest.find((one) => one.certainty === "possible" && !one.inside_question)!;
  expect(engine.packages).toBe("2");
  expect(body).toMatch(/Nearest to “The signed plan of 2006”[^<]*<\/span>\s*<span class="quiet">\s*\(one of 2 with as few changes\)/);
});
