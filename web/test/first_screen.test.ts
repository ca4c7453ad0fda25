// SPDX-License-Identifier: Apache-2.0
// What the first screen says beyond its page in test/pages.
import { render } from "svelte/server";
import { describe, expect, it } from "vitest";
import { objecting_words } from "../src/parts/firmness";
import FirstScreen from "../src/views/FirstScreen.svelte";
import Why from "../src/views/Why.svelte";
import { answers, at } from "./given";

const report = answers("us-japan-2010");
const said = (chosen: (typeof report.dates)[number]["chosen"], wants = report.dates[0]!.case.wants) => {
  const dates = report.dates.map((dated) => ({ ...dated, chosen, case: { ...dated.case, wants } }));
  const { body } = render(FirstScreen, { props: { at: at({ ...report, dates }) } });
  return body.replaceAll(/<!--.*?-->/gs, "").replaceAll(/<[^>]*>/g, "").replaceAll(/\s+/g, " ");
};

it("a package that the report was made for is said there, with what is found of it", () => {
  const view = at(report);
  const [integration] = report.dates[0]!.brief.packages.filter((named) => named.name === "Integration into Kadena");
  const named = said(integration!.report.package);
  expect(named).toContain("This report was made for one package: “Integration into Kadena”.");
  expect(named).toMatch(/objection found It answers the question\. Objection found from: .*Three-town council/);
  const other = { ...integration!.report.package, hns: "cut", local: "none", november: "substantive_linked" };
  expect(said(other)).toMatch(/for one package: .* and \d+ more\./);
  expect(said({ ...view.standing() })).toContain("for one package: “Nothing is settled”. ");
  expect(said(null)).not.toContain("made for one package");
});

it("that nothing passes is said of what answers the question, where there is one", () => {
  expect(said(null)).toContain("No package that answers the question passes every gate");
  expect(said(null, [])).toContain("No package passes every gate");
  expect(said(null, [])).not.toMatch(/answers? the question/);
});

it("that every package breaks a limit is said, not that somebody objects", () => {
  const dated = report.dates[0]!;
  const none = { count: "0", inside_question: "0", exact: true as const };
  const agree = { ...dated.brief.agree, feasible: none, ratifiable: { necessary: none, central: none, possible: none } };
  const screen = (wants: typeof dated.case.wants) => {
    const given = { ...dated, brief: { ...dated.brief, agree }, case: { ...dated.case, wants } };
    const { body } = render(FirstScreen, { props: { at: at({ ...report, dates: [given] }) } });
    return body.replaceAll(/<!--.*?-->/gs, "").replaceAll(/\s+/g, " ");
  };
  expect(screen(dated.case.wants)).toContain("No package answers the question without breaking a limit");
  expect(screen([])).toContain("Every package breaks a limit");
  for (const wants of [dated.case.wants, []]) expect(screen(wants)).not.toContain("at least one party objects");
});

describe("who objects to a package of the case", () => {
  const view = at(report);
  const named = (name: string) => report.dates[0]!.brief.packages.find((one) => one.name === name)!;
  it("is said to do so in every reading, or under which claim alone", () => {
    expect(objecting_words(view, named("The signed plan of 2006"))).toBe("Social Democratic Party and Nago City (for all weights and in every reading of the claims)");
    const heliport = named("A heliport on the land of Camp Schwab, steps linked");
    expect(objecting_words(view, heliport)).toContain("Nago City (only if it is so that: “The new mayor's refusal covers existing land of Camp Schwab too”)");
    const { readings } = heliport.report;
    const open = { ...heliport, report: { ...heliport.report, readings: { ...readings, decided_by: {} } } };
    expect(objecting_words(view, open)).toContain(`Nago City (in ${readings.objection_found["ok.nago"]} of ${readings.readings} readings of the claims)`);
    // More claims touch it than were looked at: that one of them decides is not known.
    const bounded = { ...heliport, report: { ...heliport.report, readings: { ...readings, bounded: true } } };
    expect(objecting_words(view, bounded)).toContain(`Nago City (in ${readings.objection_found["ok.nago"]} of ${readings.readings} readings of the claims)`);
    expect(objecting_words(view, bounded)).not.toContain("only if");
  });
});

it("an objection that rests on a contested claim names it where the package is asked about", () => {
  const heliport = report.dates[0]!.brief.packages.find((one) => one.name === "A heliport on the land of Camp Schwab, steps linked")!;
  const { body } = render(Why, { props: { at: at(report, { composed: heliport.report.package }) } });
  const text = body.replaceAll(/<!--.*?-->/gs, "").replaceAll(/<[^>]*>/g, "");
  expect(text).toMatch(/Nago City[^.]*\(only if: “The new mayor's refusal covers existing land of Camp Schwab too”\)/);
});

describe("the answer", () => {
  it("says what the brief says beside it", () => {
    const screen = said(null);
    expect(screen).toContain("Packages that leave the question open: none pass for all weights, and 73,069 may.");
    expect(screen).toContain("Of 43 single steps, everything else left as it is, 15 pass or may pass:");
    expect(screen).toContain("Each of them depends on Office of the Secretary of Defense, Foreign and Defence ministries and Social Democratic Party.");
    expect(screen).toMatch(/“To Iwakuni without waiting”: cannot tell \(also on White House and Department of State\)/);
    expect(screen).toContain("With every contested claim the other way at once, 9,251,616 may pass and answer the question.");
    expect(screen).toMatch(/Setting gates aside is shown, not proposed; .* Nago City alone: 9,962,256, .* all of them: 56,986,523 \(none for all weights\)/);
  });
  it("says how many of the analysts' own expectations are met", () => {
    expect(said(null)).toContain("Of 122 answers that the analysts expected before the first run, the model agrees with 74.");
    const dates = report.dates.map((dated) => ({ ...dated, brief: { ...dated.brief, packages: [] } }));
    expect(render(FirstScreen, { props: { at: at({ ...report, dates }) } }).body).not.toContain("before the first run");
  });
  it("does not say that a number differs from itself", () => {
    const [dated] = report.dates;
    const hinge = dated!.brief.hinges.find((one) => one.claim === "signing_is_refused")!;
    const same = { ...hinge, counts_change: true, otherwise: { ...hinge.otherwise, ratifiable: dated!.brief.agree.ratifiable } };
    const dates = [{ ...dated!, brief: { ...dated!.brief, hinges: [same] } }];
    const { body } = render(FirstScreen, { props: { at: at({ ...report, dates }) } });
    expect(body).toContain("in all as many may pass; other counts change");
    expect(body).not.toContain("73,069 may pass, not 73,069");
  });
  it("does not say of invented or published cases that interests were read from public statements", () => {
    for (const name of ["waterworks", "port-game"]) {
      const { body } = render(FirstScreen, { props: { at: at(answers(name)) } });
      expect(body).toContain("were written by the analysts");
      expect(body).not.toMatch(/public (statements|sources),? none/);
    }
  });
});
