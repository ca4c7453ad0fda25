// SPDX-License-Identifier: Apache-2.0
// Packages written in letters, as a report lists them: by issue in turn, the number of its option.
import type { Package, ReportDated, ShowAnswer } from "../engine/answers";

const letters = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
type Issues = ShowAnswer["issues"];
export type Passing = ReportDated["passing"];

/** Where the letters of each issue begin. */
function places(passing: Passing): number[] {
  let place = 0;
  return passing.letters.map((width) => (place += width) - width);
}

function number_of(text: string): number {
  return [...text].reduce((number, letter) => number * letters.length + letters.indexOf(letter), 0);
}

function text_of(number: number, width: number): string {
  let text = "";
  for (; text.length < width; number = Math.floor(number / letters.length)) text = letters[number % letters.length]! + text;
  return text;
}

export function package_of(issues: Issues, passing: Passing, text: string): Package {
  const begins = places(passing);
  return Object.fromEntries(
    issues.map((issue, i) => [issue.id, issue.options[number_of(text.slice(begins[i], begins[i]! + passing.letters[i]!))]!.id]),
  );
}

/** Where a package must have which letters to have the options of the filter. */
export function letters_of(issues: Issues, passing: Passing, filter: Package): [number, string][] {
  const begins = places(passing);
  return issues.flatMap((issue, i): [number, string][] => {
    const number = issue.options.findIndex((option) => option.id === filter[issue.id]);
    return number < 0 ? [] : [[begins[i]!, text_of(number, passing.letters[i]!)]];
  });
}

/** Positions of the packages that have all of these letters. Cost: packages x letters. */
export function matching(packages: string[], wanted: [number, string][]): number[] {
  const found: number[] = [];
  for (let i = 0; i < packages.length; ++i) {
    if (wanted.every(([place, text]) => packages[i]!.startsWith(text, place))) found.push(i);
  }
  return found;
}
