// SPDX-License-Identifier: Apache-2.0
// What the first screen says of counts that are not exact, and of a single group of early steps.
import { render } from "svelte/server";
import { describe, expect, it } from "vitest";
import type { BriefDated } from "../src/engine/answers";
import FirstScreen from "../src/views/FirstScreen.svelte";
import { answers, at } from "./given";

const report = answers("us-japan-2010");
const dated = report.dates[0]!;
const { ratifiable } = dated.brief.agree;
const screen = (brief: Partial<BriefDated>) => {
  const given = { ...report, dates: [{ ...dated, brief: { ...dated.brief, ...brief } }] };
  return render(FirstScreen, { props: { at: at(given) } }).body.replaceAll(/<!--.*?-->|<[^>]*>/gs, "").replaceAll(/\s+/g, " ");
};
/** The same count as of a search that was stopped. */
const bounded = <Count extends { count: string; inside_question: string }>(count: Count) =>
  ({ ...count, exact: false as const, count_at_most: "99999999", inside_question_at_most: "99999999" });
const with_counts = (changed: Partial<typeof ratifiable>) => ({ ...dated.brief.agree, ratifiable: { ...ratifiable, ...changed } }) as BriefDated["agree"];

describe("where a search was stopped", () => {
  it("nothing is counted of packages that leave the question open", () => {
    expect(screen({})).toContain("Packages that leave the question open: none pass for all weights, and 73,069 may.");
    for (const certainty of ["necessary", "possible"] as const) {
      const agree = with_counts({ [certainty]: bounded(ratifiable[certainty]) });
      expect(screen({ agree }), certainty).not.toContain("Packages that leave the question open");
    }
  });

  it("a claim read the other way is given no count", () => {
    const hinge = dated.brief.hinges.find((one) => one.otherwise.ratifiable.possible.inside_question !== ratifiable.possible.inside_question)!;
    const verdicts = dated.brief.hinges.find((one) => one.verdicts.length > 0)!.verdicts;
    const count = hinge.otherwise.ratifiable.possible.inside_question;
    const hinges = (possible: unknown, of = verdicts) =>
      [{ ...hinge, verdicts: of, otherwise: { ...hinge.otherwise, ratifiable: { ...hinge.otherwise.ratifiable, possible } } }] as BriefDated["hinges"];
    const exact = hinge.otherwise.ratifiable.possible;
    expect(screen({ hinges: hinges(exact) })).toContain(`${at(report).count(count)} may pass and answer the question, not none`);
    expect(screen({ hinges: hinges(exact) })).not.toContain("how many may pass then was not worked out");
    const then = screen({ hinges: hinges(bounded(exact)) });
    const now = screen({ hinges: hinges(exact), agree: with_counts({ possible: bounded(ratifiable.possible) }) });
    for (const said of [then, now]) {
      expect(said).toMatch(/how many may pass then was not worked out; \d+ verdicts? on (a )?named packages? changes?/);
      expect(said).not.toContain("may pass and answer the question, not");
    }
    expect(screen({ hinges: hinges(bounded(exact), []) })).not.toMatch(/not worked out; .* named package/);
  });
});

describe("early steps of one group", () => {
  it("are said to depend on their parties once, not each of them", () => {
    const step = dated.brief.steps.find((one) => one.objections.length > 0)!;
    const parties = at(report).parties([...new Set(step.objections.map((objection) => objection.party))]);
    const said = screen({ steps: [step] });
    expect(said).toContain(`(it depends on ${parties})`);
    expect(said).not.toContain("Each of them depends on");
  });
});
