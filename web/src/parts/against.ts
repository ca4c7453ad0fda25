// SPDX-License-Identifier: Apache-2.0
// How a level stands to another one: whichever of them is better for its measure.
import { compare, type Exact } from "../engine/exact";
import { is_missing, type Missing } from "../engine/lookup";

export type Against = "better" | "worse" | "same" | "unknown";

export const signs: Record<Against, string> = { better: "↑", worse: "↓", same: "", unknown: "" };

/** Exact: levels that differ by the least amount are not the same. */
export function compared(value: Exact | Missing, reference: Exact | Missing, more_is_better: boolean): Against {
  if (is_missing(value) || is_missing(reference)) return "unknown";
  const more = compare(value, reference);
  return more === 0 ? "same" : more > 0 === more_is_better ? "better" : "worse";
}
