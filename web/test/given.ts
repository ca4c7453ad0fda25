// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from "node:fs";
import { At } from "../src/at";
import type { HouseAnswer, ReportAnswer, ReportDated } from "../src/engine/answers";
import { Lookup } from "../src/engine/lookup";
import { first_state, type State } from "../src/state";
import { made } from "./paths";

export function answers(name: string): ReportAnswer {
  return JSON.parse(readFileSync(`${made}${name}.json`, "utf8")) as ReportAnswer;
}

export function lookups(report: ReportAnswer): Lookup[] {
  return report.dates.map((dated) => new Lookup(dated));
}

/** What a view is given where the reader has chosen nothing but `chosen`. */
export function at(report: ReportAnswer, chosen: Partial<State> = {}, change: (change: Partial<State>) => void = () => {}): At {
  return new At(report, { ...first_state(report), ...chosen }, change, lookups(report));
}

/** The report with the flagship's house at each date. */
export function with_house(report: ReportAnswer): ReportAnswer {
  const house = JSON.parse(readFileSync(`${made}house.json`, "utf8")) as HouseAnswer;
  return { ...report, dates: report.dates.map((dated) => ({ ...dated, house: { ...house, seconds: 0 } })) };
}

/** As if the sets of some parties, and all that rest on them, had been too large for the file. */
export function without_sets(dated: ReportDated, missing: (party: string) => boolean): ReportDated {
  const none = { necessary: null, possible: null };
  const every = Object.keys(dated.lookup.parties).every(missing);
  return {
    ...dated,
    lookup: {
      ...dated.lookup,
      ratifiable: none,
      answers: none,
      wanted: every ? null : dated.lookup.wanted,
      limits: every
        ? Object.fromEntries(Object.keys(dated.lookup.limits).map((limit) => [limit, null]))
        : dated.lookup.limits,
      parties: Object.fromEntries(
        Object.entries(dated.lookup.parties).map(([id, party]) => [id, missing(id) ? { ...party, yes: none, worth: none } : party]),
      ),
    },
  };
}
