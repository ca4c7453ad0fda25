// SPDX-License-Identifier: Apache-2.0
// What is not in the file is said not to be there, in every view that would have shown it.
import { render } from "svelte/server";
import type { Component } from "svelte";
import { describe, expect, it } from "vitest";
import Consequences from "../src/views/Consequences.svelte";
import FirstScreen from "../src/views/FirstScreen.svelte";
import Gains from "../src/views/Gains.svelte";
import Gates from "../src/views/Gates.svelte";
import Why from "../src/views/Why.svelte";
import { answers, at, without_sets } from "./given";

const report = answers("waterworks");
const first = report.dates[0]!;
const composed = first.brief.packages.find((named) => at(report).lookup.parties_asked(named.report.package).length > 0)!.report.package;
const blind = { ...report, dates: [without_sets(first, () => true)] };

function html(view: Component<any>, given: typeof report): string {
  return render(view, { props: { at: at(given, { composed }), narrow: false } }).body;
}

describe("where sets are missing", () => {
  it("gates are not counted as without objection", () => {
    const asked = at(blind).lookup.gates_asked(composed);
    expect(asked.length).toBeGreaterThan(0);
    const page = html(Gates, blind);
    expect(page).toContain("Objection found at 0 gates, cannot tell at 0, no objection found at 0.");
    expect(page).toContain("it is not said that there is no objection");
  });
  it("the composed package is not said to pass or to fail", () => {
    const page = html(Why, blind);
    expect(page).toContain("It cannot be told from this file whether it passes");
    expect(page).not.toContain("It may pass");
    expect(page).toContain("The nearest packages cannot be looked up");
  });
  it("the table marks the packages as not to be looked up", () => {
    expect(html(Consequences, blind)).toContain("too large to look up here");
  });
});

describe("where tables or weights are missing", () => {
  it("levels are not called unknown, and no range is drawn", () => {
    const levels = Object.fromEntries(Object.entries(first.lookup.levels).map(([id, level]) => [id, { ...level, tables: null }]));
    const parties = Object.fromEntries(Object.entries(first.lookup.parties).map(([id, party]) => [id, { ...party, vertices: null }]));
    const cut = { ...report, dates: [{ ...first, lookup: { ...first.lookup, levels } }] };
    expect(html(Consequences, cut)).toContain("too large for this file");
    const no_vertices = { ...report, dates: [{ ...first, lookup: { ...first.lookup, parties } }] };
    expect(html(Gains, no_vertices)).toContain("least and greatest are not drawn");
  });
});

describe("the first screen", () => {
  it("says what is missing, and nothing where nothing is", () => {
    const part = { ...report, dates: [{ ...first, incomplete: [{ part: "lookup" as const, reason: "too_large" as const }] }] };
    expect(html(FirstScreen, part)).toContain("what can be looked up of any package (too large)");
    expect(first.incomplete).toEqual([]);
    expect(html(FirstScreen, report)).not.toContain("Not everything was worked out");
  });
});
