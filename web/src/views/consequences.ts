// SPDX-License-Identifier: Apache-2.0
// What the consequence table shows, as plain values.
import type { At } from "../at";
import type { Exact } from "../engine/exact";
import type { Missing } from "../engine/lookup";
import { range, type Range } from "../engine/range";
import { compared, type Against } from "../parts/against";

export interface MeasureRow {
  level: string;
  measure: string;
  bearer: string;
  unit: string | null;
  more_is_better: boolean;
  values: (Exact | Missing)[];
  /** By the low and high estimates; null where they are one. */
  ranges: (Range | null)[];
  against: Against[];
}

export interface Consequences {
  /** Positions of the columns that are shown. */
  columns: number[];
  hidden: number;
  issues: { issue: string; options: string[] }[];
  groups: { category: string; rows: MeasureRow[] }[];
}

/** Whether column a is on no measure better than column b and on one worse. */
function dominated(rows: MeasureRow[], a: number, b: number): boolean {
  let worse = false;
  for (const row of rows) {
    const found = compared(row.values[a]!, row.values[b]!, row.more_is_better);
    if (found === "better" || found === "unknown") return false;
    worse ||= found === "worse";
  }
  return worse;
}

export function consequences(at: At): Consequences {
  const packages = at.columns().map((column) => column.package);
  const rows: MeasureRow[] = at.case.levels.map((level) => {
    const measure = at.measure(level.measure);
    const more_is_better = measure.better === "more";
    const values = packages.map((chosen) => at.lookup.level(level.id, chosen));
    const reference = values[at.state.reference]!;
    return {
      level: level.id,
      measure: measure.id,
      bearer: level.bearer,
      unit: measure.unit,
      more_is_better,
      values,
      ranges: packages.map((chosen) => range(at.dated, level.id, chosen)),
      against: values.map((value) => compared(value, reference, more_is_better)),
    };
  });
  const with_interest = new Set(at.case.interests.map((interest) => interest.level));
  const decisive = rows.filter((row) => with_interest.has(row.level));
  const all = packages.map((_, number) => number);
  const columns = at.state.hide_dominated
    ? all.filter(
        (a) =>
          a === at.state.reference ||
          at.columns()[a]!.kind === "unchanged" ||
          !all.some((b) => b !== a && dominated(decisive, a, b)),
      )
    : all;
  const differs = (options: string[]) => columns.some((column) => options[column] !== options[columns[0]!]);
  const levels_differ = (row: MeasureRow) => {
    const first = row.values[columns[0]!]!;
    return columns.some((column) => {
      const value = row.values[column]!;
      if (value === "unlisted") return true;  // Nobody can tell here.
      const found = compared(value, first, row.more_is_better);
      return found === "unknown" ? value !== first : found !== "same";
    });
  };
  const kept = rows.filter((row) => !at.state.hide_same || levels_differ(row));
  const categories = [...new Set(kept.map((row) => at.measure(row.measure).category ?? ""))];
  return {
    columns,
    hidden: all.length - columns.length,
    issues: at.case.issues
      .map((issue) => ({
        issue: issue.id,
        options: packages.map((chosen) => chosen[issue.id] ?? ""),
      }))
      .filter((row) => !at.state.hide_same || differs(row.options)),
    groups: categories.map((category) => ({
      category,
      rows: kept.filter((row) => (at.measure(row.measure).category ?? "") === category),
    })),
  };
}
