// SPDX-License-Identifier: Apache-2.0
// From where to where a level may lie in a package, by the low and the high estimates of the case.
import type { Package, ReportDated } from "./answers";
import { compare, exact, plus, type Exact } from "./exact";
import { effects_on } from "./lookup";

export interface Range {
  low: Exact;
  high: Exact;
}

/**
 * All low estimates at once, and all high ones: of the level before any decision and of each effect
 * that holds with the claims as read. Nothing where one of them is unknown, or all are certain. No
 * verdict rests on it.
 */
export function range(dated: ReportDated, id: string, chosen: Package): Range | null {
  const level = dated.case.levels.find((one) => one.id === id);
  if (!level) return null;
  const combine = dated.case.measures.find((one) => one.id === level.measure)!.combine;
  const rows = [level, ...effects_on(dated, id, chosen)];
  const combined = (end: "low" | "high"): Exact | null => {
    let sum: Exact | null = null;
    for (const row of rows) {
      const text = row[end] ?? row.likely;
      if (text === null) return null;
      const value = exact(text);
      if (sum === null) sum = value;
      else if (combine === "sum") sum = plus(sum, value);
      else if (compare(value, sum) > 0 === (combine === "max")) sum = value;
    }
    return sum;
  };
  const low = combined("low");
  const high = combined("high");
  return low && high && compare(low, high) !== 0 ? { low, high } : null;
}
