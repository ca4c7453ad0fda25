// SPDX-License-Identifier: Apache-2.0
// Texts of a case are written by others: none may turn around what the page says beside them.

/** Marks that embed, override or isolate a direction (Unicode Standard Annex 9). */
const marks = /[\u202a-\u202e\u2066-\u2069]/g;
/** Letters written from right to left, and marks that count as such. */
const leftward = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** The text without such marks; what holds letters from right to left keeps its order to itself. */
export function isolated(text: string): string {
  const plain = text.replace(marks, "");
  return leftward.test(plain) ? `\u2068${plain}\u2069` : plain;
}
