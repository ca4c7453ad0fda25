// SPDX-License-Identifier: Apache-2.0
// What the page looks up is what the engine answered of the packages that it reported on.
import { describe, expect, it } from "vitest";
import type { ReportAnswer } from "../src/engine/answers";
import { compare, exact, type Exact } from "../src/engine/exact";
import { Lookup, type Gain, type Missing } from "../src/engine/lookup";
import { package_of } from "../src/views/passing";
import { answers } from "./given";

/** To the last digit. */
function expect_same(found: Exact | Missing, expected: string): void {
  expect(compare(found as Exact, exact(expected)), `${String(found)} is not ${expected}`).toBe(0);
}

const reports: [string, ReportAnswer][] = ["waterworks", "port-game"].map((name) => [name, answers(name)]);

describe.each(reports)("of %s", (_, report) => {
  const dated = report.dates[0]!;
  const lookup = new Lookup(dated);

  it("verdicts, levels and gains of named packages agree", () => {
    for (const { report: engine } of dated.brief.packages) {
      for (const [party, answer] of Object.entries(engine.answers)) {
        expect(lookup.party(party, engine.package)).toBe(answer.verdict);
        expect(lookup.refusals(party, engine.package).map((one) => one.id)).toEqual(answer.refusals);
        const gain = lookup.gain(party, engine.package);
        if (!answer.gain) {
          expect(gain).toBe("unknown");
          continue;
        }
        expect_same((gain as Gain).central, answer.gain.central.exact);
        expect_same((gain as Gain).least, answer.gain.least.exact);
        expect_same((gain as Gain).greatest, answer.gain.greatest.exact);
        for (const part of (gain as Gain).parts) {
          expect_same(lookup.level(part.level, engine.package), answer.gain.interests[part.interest]!.level.exact);
        }
      }
      expect(lookup.broken_limits(engine.package)).toEqual(engine.broken_limits);
      expect(lookup.wanted(engine.package)).toBe(engine.inside_question);
      expect(lookup.whole(engine.package) === "no_objection").toBe(engine.verdict.necessary);
      expect(lookup.whole(engine.package) === "objection").toBe(!engine.verdict.possible);
    }
  });

  it("listed packages may pass", () => {
    for (const letters of dated.passing.packages.slice(0, 200)) {
      expect(lookup.whole(package_of(dated.case.issues, dated.passing, letters))).not.toBe("objection");
    }
  });
});
