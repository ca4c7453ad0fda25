// SPDX-License-Identifier: Apache-2.0
// A level put together from what changes it: by the low, the likely or the high estimates of the case.
import type { Package, ReportDated } from "./answers";
import { compare, exact, greatest, least, plus, type Exact } from "./exact";
import { effects_in, effects_on } from "./lookup";

export interface Range {
  low: Exact;
  high: Exact;
}

type Effects = ReportDated["case"]["effects"];

function measure_of({ case: of }: ReportDated, id: string) {
  const level = of.levels.find((one) => one.id === id);
  return of.measures.find((one) => one.id === level?.measure);
}

/** The level before any decision with these effects, by one of the estimates; where one has none, by
 * the likely ones. Null: one is unknown. */
function gathered(dated: ReportDated, id: string, effects: Effects, end: "low" | "likely" | "high"): Exact | null {
  const level = dated.case.levels.find((one) => one.id === id);
  const combine = measure_of(dated, id)?.combine;
  if (!level || !combine) return null;
  let result: Exact | null = null;
  for (const row of [level, ...effects]) {
    const text = row[end] ?? row.likely;
    if (text === null) return null;
    const value = exact(text);
    if (result === null) result = value;
    else if (combine === "sum") result = plus(result, value);
    else if (compare(value, result) > 0 === (combine === "max")) result = value;
  }
  return result;
}

/**
 * From where to where a level may lie in a package. All low estimates at once, and all high ones: of
 * the level before any decision and of each effect that holds with the claims as read; up to the least
 * and most that the measure can be. Nothing where one of them is unknown, or all are certain. No
 * verdict rests on it.
 */
export function range(dated: ReportDated, id: string, chosen: Package): Range | null {
  const effects = effects_on(dated, id, chosen);
  const [low, high] = [gathered(dated, id, effects, "low"), gathered(dated, id, effects, "high")];
  if (!low || !high || compare(low, high) === 0) return null;
  const likely = gathered(dated, id, effects, "likely")!;
  const { least: floor, most: ceiling } = measure_of(dated, id)!;
  // All low estimates together may come to less than there can be; what is likely is never cut off.
  return {
    low: floor === null ? low : greatest([low, least([likely, exact(floor)])]),
    high: ceiling === null ? high : least([high, greatest([likely, exact(ceiling)])]),
  };
}

/** The likely level in a future without agreement, with the claims as read; null: unknown. */
export function level_in_future(dated: ReportDated, id: string, future: string): Exact | null {
  return gathered(dated, id, effects_in(dated, id, future), "likely");
}
