// SPDX-License-Identifier: Apache-2.0
// Where issues have no default, nothing is said to stay unchanged: every package decides them.
import { render } from "svelte/server";
import type { Component } from "svelte";
import { describe, expect, it } from "vitest";
import FirstScreen from "../src/views/FirstScreen.svelte";
import Passing from "../src/views/Passing.svelte";
import Places from "../src/views/Places.svelte";
import Statement from "../src/views/Statement.svelte";
import Why from "../src/views/Why.svelte";
import { answers, at, lookups } from "./given";

const report = answers("port-game");
const dated = report.dates[0]!;
const said = (view: Component<any>, given = report) =>
  render(view, { props: { at: at(given), lookups: lookups(given) } }).body.replaceAll(/<!--.*?-->/gs, "").replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");

describe("a case whose issues have no default", () => {
  it("has none for which a default is said", () => {
    expect(dated.case.issues.map((issue) => issue.default)).toEqual(dated.case.issues.map(() => null));
    expect(at(report).everything_stands()).toBe(false);
    expect(at(answers("waterworks")).everything_stands()).toBe(true);
  });
  it("names every option of its packages", () => {
    const standing = at(report).standing();
    expect(at(report).decided(standing)).toEqual(dated.case.issues.map((issue) => issue.id));
    for (const issue of dated.case.issues) expect(at(report).changes(standing)).toContain(at(report).option(issue.id, standing[issue.id]!));
  });
  it("never says that nothing is changed, or is left as it is", () => {
    for (const view of [FirstScreen, Passing, Statement, Why]) {
      expect(said(view)).not.toMatch(/nothing is changed|left as it is|back to no change|現状|変更する事項はない/i);
    }
    expect(said(Statement)).toContain(dated.case.issues.at(-1)!.name);
  });
  it("has its places compared with today alone", () => {
    const waterworks = answers("waterworks");
    const first = waterworks.dates[0]!;
    const issues = first.case.issues.map((issue, i) => (i === 0 ? { ...issue, default: null } : issue));
    const given = { ...waterworks, dates: [{ ...first, case: { ...first.case, issues }, columns: first.columns.filter((column) => column.kind !== "unchanged") }] };
    const level = first.case.levels.find((one) => first.case.places.some((place) => place.id === one.bearer) && one.likely !== null)!;
    expect(said(Places, given)).toContain("Today");
    expect(said(Places, given)).not.toContain("If nothing is changed");
    expect(said(Places, given)).toContain(at(given).exact(level.likely));
  });
});
