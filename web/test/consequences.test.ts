// SPDX-License-Identifier: Apache-2.0
// A column that is hidden is named, with one that betters it.
import { expect, it } from "vitest";
import { answers, at } from "./given";
import { csv } from "../src/parts/charts";
import { consequences, consequences_twin } from "../src/views/consequences";

it.each(["us-japan-2010", "waterworks"])("%s: what is hidden is bettered by a column that is shown", (name) => {
  const report = answers(name);
  const { columns, hidden } = consequences(at(report, { hide_dominated: true }));
  expect(columns.length + hidden.length).toBe(report.dates[0]!.columns.length);
  for (const { column, by } of hidden) {
    expect(columns).not.toContain(column);
    expect(columns).toContain(by);
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
