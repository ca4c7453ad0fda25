// SPDX-License-Identifier: Apache-2.0
// What the first screen says beyond its page in test/pages.
import { render } from "svelte/server";
import { expect, it } from "vitest";
import FirstScreen from "../src/views/FirstScreen.svelte";
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
