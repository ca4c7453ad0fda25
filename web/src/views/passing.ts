// SPDX-License-Identifier: Apache-2.0
// Packages written as one letter an issue, as a report lists them.
import type { Package, ShowAnswer } from "../engine/answers";

const letters = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
type Issues = ShowAnswer["issues"];

export function package_of(issues: Issues, text: string): Package {
  return Object.fromEntries(
    issues.map((issue, i) => [issue.id, issue.options[letters.indexOf(text[i]!)]!.id]),
  );
}

/** By position of the issue: the letter that a package must have there. */
export function letters_of(issues: Issues, filter: Package): [number, string][] {
  return issues.flatMap((issue, i): [number, string][] => {
    const number = issue.options.findIndex((option) => option.id === filter[issue.id]);
    return number < 0 ? [] : [[i, letters[number]!]];
  });
}

/** Positions of the packages that have all of these letters. Cost: packages x letters. */
export function matching(packages: string[], wanted: [number, string][]): number[] {
  const found: number[] = [];
  for (let i = 0; i < packages.length; ++i) {
    if (wanted.every(([place, letter]) => packages[i]![place] === letter)) found.push(i);
  }
  return found;
}
