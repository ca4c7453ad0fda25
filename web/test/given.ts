// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from "node:fs";
import { At } from "../src/at";
import type { ReportAnswer } from "../src/engine/answers";
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
export function at(report: ReportAnswer, chosen: Partial<State> = {}): At {
  return new At(report, { ...first_state(report), ...chosen }, () => {}, lookups(report));
}
