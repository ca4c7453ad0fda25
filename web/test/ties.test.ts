// SPDX-License-Identifier: Apache-2.0
// Packages that differ by less than a double can tell are told apart.
import { describe, expect, it } from "vitest";
import type { ReportDated } from "../src/engine/answers";
import { as_number, compare, type Exact } from "../src/engine/exact";
import { consequences } from "../src/views/consequences";
import { answers, at } from "./given";

const report = answers("waterworks");
const dated = report.dates[0]!;
const columns = at(report).columns();
const issue = dated.lookup.issues.find((id) => new Set(columns.map((column) => column.package[id])).size > 1)!;
const options = dated.case.issues.find((one) => one.id === issue)!.options.map((option) => option.id);

/** Every level, and its worth, the same in all packages, but for `amount` of 10^30 more in the last option of an issue. */
function nearly_tied(amount: bigint): ReportDated {
  const base = 10n ** 30n;
  const values = options.map((_, i) => String(i === options.length - 1 ? amount : 0n));
  const tables = { constant: String(base), denominator: String(base), tables: [{ issues: [issue], values }] };
  const levels = Object.fromEntries(
    dated.case.levels.map((level) => [level.id, { known_today: true, unknown_when: [], tables: dated.case.measures.find((one) => one.id === level.measure)!.better === "more" ? tables : { ...tables, tables: [] } }]),
  );
  const parties = Object.fromEntries(
    Object.entries(dated.lookup.parties).map(([id, party]) => [id, { ...party, interests: party.interests.map((one) => ({ ...one, difference: tables })) }]),
  );
  return {
    ...dated,
    columns: [options[0]!, options.at(-1)!].map((option) => ({ kind: "named" as const, name: option, package: { ...columns[0]!.package, [issue]: option } })),
    // No limit, which would keep what breaks it from bettering anything.
    lookup: { ...dated.lookup, limits: {}, levels: levels as unknown as ReportDated["lookup"]["levels"], parties: parties as unknown as ReportDated["lookup"]["parties"] },
  };
}

describe.each([
  [1n, "the second by a hair", [1]],
  [-1n, "the first by a hair", [0]],
  [0n, "neither", [0, 1]],
])("where a level is more by %d in 10^30", (amount, better, shown) => {
  it(`${better} is the better one, as the engine would say`, () => {
    const tied = nearly_tied(amount);
    const given = at({ ...report, dates: [tied] }, { hide_dominated: true, hide_same: false });
    const level = dated.case.interests.map((one) => one.level).find((id) => dated.case.measures.find((one) => one.id === dated.case.levels.find((other) => other.id === id)!.measure)!.better === "more")!;
    const [first, second] = tied.columns.map((column) => given.lookup.level(level, column.package) as Exact);
    expect(as_number(first!)).toBe(as_number(second!));  // No double tells them apart.
    expect(compare(second!, first!)).toBe(Number(amount));
    // The reference, the first column, stays in sight whatever betters it.
    const other = at({ ...report, dates: [tied] }, { hide_dominated: true, reference: 1 });
    expect(consequences(given).columns).toEqual(shown.includes(1) ? [0, 1] : [0]);
    expect(consequences(other).columns).toEqual(shown.includes(0) ? [0, 1] : [1]);
  });
});
