// SPDX-License-Identifier: Apache-2.0
// How a level stands to another one, for display: whichever of them is better for its measure.

export type Against = "better" | "worse" | "same" | "unknown";

export const signs: Record<Against, string> = { better: "▲", worse: "▼", same: "", unknown: "" };

const tolerance = 1e-9;

export function compared(value: number | null, reference: number | null, more_is_better: boolean): Against {
  if (value === null || reference === null) return "unknown";
  const difference = more_is_better ? value - reference : reference - value;
  return Math.abs(difference) < tolerance ? "same" : difference > 0 ? "better" : "worse";
}
