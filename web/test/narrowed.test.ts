// SPDX-License-Identifier: Apache-2.0
// Narrowing the packages that may pass counts all of them, not those that are listed alone.
import { render } from "svelte/server";
import { describe, expect, it } from "vitest";
import type { ReportAnswer } from "../src/engine/answers";
import { Lookup } from "../src/engine/lookup";
import { narrowed } from "../src/engine/narrowed";
import { letters_of, matching, package_of } from "../src/views/passing";
import Passing from "../src/views/Passing.svelte";
import { answers, at, without_sets } from "./given";
import { asked } from "./paths";

const text = (report: ReportAnswer, filter: Record<string, string>) =>
  render(Passing, { props: { at: at(report, { filter }), medium: "wide" } }).body.replaceAll(/<!--.*?-->|<[^>]*>/gs, "").replaceAll(/\s+/g, " ");

describe.each(["waterworks", "port-game"])("where all packages of %s are listed", (name) => {
  const report = answers(name);
  const { passing } = report.dates[0]!;
  const view = at(report);
  const issues = view.case.issues;

  it("the diagrams give the same ones, those that answer first", () => {
    expect(String(passing.packages.length)).toBe(passing.count);
    const key = (chosen: Record<string, string>) => issues.map((issue) => chosen[issue.id]).join();
    for (const issue of issues.filter((one) => one.overrides === null)) {
      for (const option of issue.options) {
        const filter = { [issue.id]: option.id };
        const places = matching(passing.packages, letters_of(issues, passing, filter));
        const found = narrowed(view.lookup, filter, 1000);
        if (found === "unlisted") throw new Error("not in the file");
        expect(found.count).toBe(BigInt(places.length));
        const listed = places.map((place) => package_of(issues, passing, passing.packages[place]!));
        expect(found.packages.map((one) => key(one.chosen)).sort()).toEqual(listed.map(key).sort());
        expect(found.packages.filter((one) => one.answers).length).toBe(places.filter((place) => place < passing.inside_question).length);
        expect(found.packages.map((one) => one.answers)).toEqual([...found.packages.map((one) => one.answers)].sort((a, b) => Number(b) - Number(a)));
      }
    }
  });
});

it("an option that no package has is told at once, however large the diagram", () => {
  const report = answers("waterworks");
  const dated = report.dates[0]!;
  const issues = Array.from({ length: 24 }, (_, i) => `i${i}`);
  // All packages of 24 issues of 4 options but those with the last option of the last issue.
  const nodes = [[0], [0], [23, 1, 1, 1, 0]];
  const options = ["a", "b", "c", "d"].map((id) => ({ ...dated.case.issues[0]!.options[0]!, id }));
  const lookup = { ...dated.lookup, issues, nodes, ratifiable: { necessary: 0, possible: 2 }, answers: { necessary: 0, possible: 2 }, wanted: 1 };
  const given = { ...dated, lookup, case: { ...dated.case, issues: issues.map((id) => ({ ...dated.case.issues[0]!, id, options, overrides: null })) } };
  const view = new Lookup(given as unknown as typeof dated);
  expect(narrowed(view, { i23: "d" }, 10)).toEqual({ count: 0n, packages: [] });
  const found = narrowed(view, { i23: "c" }, 10);
  expect(found).toMatchObject({ count: 4n ** 23n });
});

describe("where not all are listed", () => {
  const report = answers("us-japan-2010");
  const filter = { tankers: "iwakuni_without_frf" };

  it("the number of all of them is said", () => {
    const all = narrowed(at(report).lookup, {}, 10);
    expect(all).toMatchObject({ count: BigInt(report.dates[0]!.passing.count) });
    const option = at(report).case.issues.find((issue) => issue.id === "tankers")!.options.find((one) => at(report).text(one.name) === "To Iwakuni without waiting")!;
    filter.tankers = option.id;
    const engine = JSON.parse(asked("agree", "cases/us-japan-2010", `tankers=${option.id}`, "--as-of", "2010-02-08", "--json", "--certainty", "possible")) as { ratifiable: { possible: { count: string } } };
    const found = narrowed(at(report).lookup, filter, 10);
    expect(found).toMatchObject({ count: BigInt(engine.ratifiable.possible.count) });
    expect(text(report, filter)).toContain(`${at(report).count(engine.ratifiable.possible.count)} found, of which the first 10 are listed`);
  });
  it("what was not looked up is said to be so, where the diagrams are not in the file", () => {
    const blind = { ...report, dates: [without_sets(report.dates[0]!, () => true)] };
    expect(text(blind, filter)).toContain("none found among the 10 listed; not looked up among the other 73,059");
  });
});
