// SPDX-License-Identifier: Apache-2.0
// What the consequence table shows, as plain values.
import type { At } from "../at";
import type { Package } from "../engine/answers";
import { compare, type Exact } from "../engine/exact";
import type { Missing } from "../engine/lookup";
import { range, type Range } from "../engine/range";
import { compared, type Against } from "../parts/against";
import type { Twin } from "../parts/charts";

export interface MeasureRow {
  level: string;
  measure: string;
  bearer: string;
  /** In which values and ranges are counted. */
  unit: string;
  more_is_better: boolean;
  values: (Exact | Missing)[];
  /** By the low and high estimates; null where they are one. */
  ranges: (Range | null)[];
  against: Against[];
  /** Whether the case says of any option that it changes this level. */
  modelled: boolean;
}

export interface Consequences {
  /** Positions of the columns that are shown. */
  columns: number[];
  /** Those that are hidden, each with one that betters it. */
  hidden: { column: number; by: number }[];
  issues: { issue: string; options: string[] }[];
  groups: { category: string; rows: MeasureRow[] }[];
}

/** From the low to the high estimates; null where they are one. */
export function scaled_range(at: At, level: string, chosen: Package): Range | null {
  const found = range(at.dated, level, chosen);
  return found && { low: at.scaled(level, found.low), high: at.scaled(level, found.high) };
}

/** Whether column a is for no interest of anybody better than column b and for one worse, by what they
 * are worth. `worths`: by party, then column, then interest. */
function dominated(worths: (Exact[] | Missing)[][], a: number, b: number): boolean {
  let worse = false;
  for (const by_column of worths) {
    const [of_a, of_b] = [by_column[a]!, by_column[b]!];
    if (typeof of_a === "string" || typeof of_b === "string") return false;
    for (const [i, worth] of of_a.entries()) {
      const order = compare(worth, of_b[i]!);
      if (order > 0) return false;
      worse ||= order < 0;
    }
  }
  return worse;
}

/** The table as it is saved: each number with its unit and its low and high estimates. */
export function consequences_twin(at: At, { columns, issues, groups }: Consequences): Twin {
  const words = at.words.table;
  const ends = (row: MeasureRow, column: number) => {
    const found = row.ranges[column];
    const value = row.values[column]!;
    return found ? [value, found.low, found.high] : [value, value, value];
  };
  const name = (column: number) => at.column_name(column);
  return {
    columns: [words.measure, words.unit, ...columns.flatMap((column) => [name(column), words.low(name(column)), words.high(name(column))])],
    rows: [
      ...issues.map((row) => [at.issue(row.issue), "", ...columns.flatMap((column) => [at.option(row.issue, row.options[column]!), "", ""])]),
      ...groups.flatMap((group) =>
        group.rows.map((row) => [at.level_name(row.level), row.unit, ...columns.flatMap((column) => ends(row, column).map((value) => at.value(value)))]),
      ),
    ],
  };
}

export function consequences(at: At): Consequences {
  const packages = at.columns().map((column) => column.package);
  const modelled = new Set(at.case.effects.map((effect) => effect.level));
  const rows: MeasureRow[] = at.case.levels.map((level) => {
    const measure = at.measure(level.measure);
    const more_is_better = measure.better === "more";
    const values = packages.map((chosen) => at.scaled(level.id, at.lookup.level(level.id, chosen)));
    const reference = values[at.state.reference]!;
    return {
      level: level.id,
      measure: measure.id,
      bearer: level.bearer,
      unit: at.unit(measure.id),
      more_is_better,
      values,
      ranges: packages.map((chosen) => scaled_range(at, level.id, chosen)),
      against: values.map((value) => compared(value, reference, more_is_better)),
      modelled: modelled.has(level.id),
    };
  });
  const worths = at.case.parties.map((party) => packages.map((chosen) => at.lookup.differences(party.id, chosen)));
  const excluded = packages.map((chosen) => at.lookup.broken_limits(chosen).length + at.lookup.unlisted_limits(chosen).length > 0);
  const all = packages.map((_, number) => number);
  const kept_always = (column: number) => column === at.state.reference || at.columns()[column]!.kind === "unchanged";
  const better_than = (column: number) => all.filter((other) => other !== column && !excluded[other] && dominated(worths, column, other));
  const columns = all.filter((column) => !at.state.hide_dominated || kept_always(column) || better_than(column).length === 0);
  const hidden = all
    .filter((column) => !columns.includes(column))
    .map((column) => {
      const better = better_than(column);
      return { column, by: better.find((other) => columns.includes(other)) ?? better[0]! };
    });
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
    hidden,
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
