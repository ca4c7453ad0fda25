// SPDX-License-Identifier: Apache-2.0
// What the consequence table shows, as plain values.
import type { At } from "../at";
import type { Package, ReportDated } from "../engine/answers";
import { compare, exact, type Exact } from "../engine/exact";
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

type Interest = ReportDated["case"]["interests"][number];

/** Whether more of its level serves an interest, whatever the measure is called; null: more up to a
 * point, then less, or the other way. */
function more_serves({ shape, points, worst, best }: Interest): boolean | null {
  if (shape !== "points") return worst !== null && best !== null && compare(exact(best), exact(worst)) > 0;
  const worth = points.map(([, value]) => exact(value!));
  const steps = worth.slice(1).map((value, i) => compare(value, worth[i]!));
  return steps.every((step) => step >= 0) ? true : steps.every((step) => step <= 0) ? false : null;
}

/** Whether column a is for no interest better than column b and for one worse. */
function dominated(interests: { values: (Exact | Missing)[]; more: boolean | null }[], a: number, b: number): boolean {
  let worse = false;
  for (const { values, more } of interests) {
    const found = compared(values[a]!, values[b]!, more ?? true);
    if (found === "better" || found === "unknown" || (more === null && found !== "same")) return false;
    worse ||= found === "worse";
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
  const values_of = new Map(rows.map((row) => [row.level, row.values]));
  const interests = at.case.interests.map((interest) => ({ values: values_of.get(interest.level)!, more: more_serves(interest) }));
  const excluded = packages.map((chosen) => at.lookup.broken_limits(chosen).length > 0);
  const all = packages.map((_, number) => number);
  const kept_always = (column: number) => column === at.state.reference || at.columns()[column]!.kind === "unchanged";
  const better_than = (column: number) => all.filter((other) => other !== column && !excluded[other] && dominated(interests, column, other));
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
