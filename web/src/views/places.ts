// SPDX-License-Identifier: Apache-2.0
// Places of the case: what each bears, and what changes there under a package.
import type { At } from "../at";
import type { Package } from "../engine/answers";
import { as_number, exact, type Exact } from "../engine/exact";
import { is_missing, type Missing } from "../engine/lookup";
import type { Range } from "../engine/range";
import { scaled_range } from "./consequences";
import { compared, type Against } from "../parts/against";

export interface PlaceRow {
  place: string;
  level: string;
  /** Before any decision. */
  today: Exact | Missing;
  /** If nothing is changed; null where issues have no default. */
  unchanged: Exact | Missing | null;
  then: Exact | Missing;
  change: Against;
  /** Under the package, by the low and high estimates; null where they are one. */
  range: Range | null;
  /** Whether the case says of any option that it changes this level. */
  modelled: boolean;
  /** Parties in whose interest it is. */
  ranked_by: string[];
  /** For one resident or a thousand; null where it has no meaning, or a number is missing. */
  per_head: null | "no_population" | { today: number; then: number; ends: { low: number; high: number } | null; residents: 1 | 1000; unit: string };
}

const multiples: [RegExp, number][] = [
  [/^(thousand\b|千)\s*/, 1e3],
  [/^(million\b|mn\b|百万)\s*/, 1e6],
  [/^(billion\b|bn\b|十億)\s*/, 1e9],
  [/^万/, 1e4],
  [/^億/, 1e8],
];

/** What a unit is a multiple of, without what it says after a comma or in brackets: `thousand` persons are 1000 of `""`. */
export function plain_unit(unit: string): { times: number; unit: string } {
  const [short = ""] = unit.split(/[,、（(]/);
  const found = multiples.find(([begins]) => begins.test(short));
  return found ? { times: found[1], unit: short.replace(found[0], "") } : { times: 1, unit: short };
}

/** How many residents a figure is of: a thousand, or one where a thousand have very much of it. For a
 * level the same, whatever package is chosen. */
function residents_of(at: At, level: string, per_one: number): 1 | 1000 {
  const values = at.columns().map((column) => at.scaled(level, at.lookup.level(level, column.package)));
  const sizes = values.map((value) => (is_missing(value) ? 0 : Math.abs(as_number(value) * per_one)));
  return Math.max(...sizes) * 1000 < 10_000 ? 1000 : 1;
}

/** What each place bears today, if nothing is changed, and under the package. */
export function place_rows(at: At, chosen: Package): PlaceRow[] {
  const standing = at.everything_stands() ? at.standing() : null;
  const modelled = new Set(at.case.effects.map((effect) => effect.level));
  return at.case.places.flatMap((place) => {
    const population = place.population === null ? null : as_number(exact(place.population));
    return at.case.levels
      .filter((level) => level.bearer === place.id)
      .map((level): PlaceRow => {
        const today = at.scaled(level.id, level.likely === null ? "unknown" : exact(level.likely));
        const then = at.scaled(level.id, at.lookup.level(level.id, chosen));
        const measure = at.measure(level.measure);
        const ends = scaled_range(at, level.id, chosen);
        const per_head = (): PlaceRow["per_head"] => {
          if (!measure.per_head || is_missing(today) || is_missing(then)) return null;
          if (!population) return "no_population";
          const per_one = plain_unit(at.unit(measure.id)).times / population;
          const residents = residents_of(at, level.id, per_one);
          const each = (value: Exact) => as_number(value) * per_one * residents;
          return {
            today: each(today),
            then: each(then),
            ends: ends && { low: each(ends.low), high: each(ends.high) },
            residents,
            unit: plain_unit(at.unit(measure.id)).unit,
          };
        };
        return {
          place: place.id,
          level: level.id,
          today,
          unchanged: standing && at.scaled(level.id, at.lookup.level(level.id, standing)),
          then,
          change: compared(then, today, measure.better === "more"),
          range: ends,
          modelled: modelled.has(level.id),
          ranked_by: at.case.interests.filter((interest) => interest.level === level.id).map((interest) => interest.party),
          per_head: per_head(),
        };
      });
  });
}
