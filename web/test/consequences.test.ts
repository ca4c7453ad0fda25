// SPDX-License-Identifier: Apache-2.0
// A column that is hidden is named, with one that betters it.
import { expect, it } from "vitest";
import { answers, at } from "./given";
import { consequences } from "../src/views/consequences";

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
