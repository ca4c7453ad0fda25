// SPDX-License-Identifier: Apache-2.0
// What the page looks up is what the engine answered of the packages that it reported on.
import { describe, expect, it } from "vitest";
import { changes_of } from "../src/at";
import type { ReportAnswer } from "../src/engine/answers";
import { Lookup } from "../src/engine/lookup";
import { letters_of, matching, package_of } from "../src/views/passing";
import { answers } from "./given";

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
        expect(gain === null).toBe(answer.gain === null);
        if (!gain || !answer.gain) continue;
        expect(gain.central).toBeCloseTo(answer.gain.central.value!, 9);
        expect(gain.least).toBeCloseTo(answer.gain.least.value!, 9);
        expect(gain.greatest).toBeCloseTo(answer.gain.greatest.value!, 9);
        for (const part of gain.parts) {
          const level = answer.gain.interests[part.interest]!.level.value!;
          expect(lookup.level(part.level, engine.package)).toBeCloseTo(level, 9);
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
      expect(lookup.whole(package_of(dated.case.issues, letters))).not.toBe("objection");
    }
  });

  it("the nearest package is as near as the engine's", () => {
    const from = dated.why.named_package;
    if (!from) return;
    for (const answer of dated.why.nearest) {
      if (answer.certainty === "central") continue;
      const found = lookup.nearest(from, answer.certainty as "possible", answer.inside_question);
      if (answer.changed_issues === null) expect(found).toBeNull();
      else expect(changes_of(from, found!).length).toBe(answer.changed_issues);
    }
  });

  it("smallest changes are as small as the engine's, where one or two steps do", () => {
    const from = dated.why.named_package;
    if (!from) return;
    const found = lookup.smallest_changes(from, 3);
    for (const change of dated.why.smallest_changes) {
      const steps = found.get(change.party);
      if (change.changed_issues === null || change.changed_issues > 2) continue;
      if (steps) expect(Object.keys(steps[0]!).length).toBe(change.changed_issues);
    }
  });
});

describe("a list of a hundred thousand packages", () => {
  it("is narrowed within a tenth of a second", () => {
    const issues = reports[0]![1].dates[0]!.case.issues;
    const letters = issues.map(() => "0").join("");
    const list = Array.from({ length: 100_000 }, (_, i) => (i % 2 === 0 ? letters : `1${letters.slice(1)}`));
    const started = performance.now();
    const found = matching(list, letters_of(issues, { [issues[0]!.id]: issues[0]!.options[1]!.id }));
    expect(found.length).toBe(50_000);
    expect(performance.now() - started).toBeLessThan(100);
  });
});
