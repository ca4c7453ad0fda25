// SPDX-License-Identifier: Apache-2.0
// What is quoted has its source beside it, and one that is not public is marked wherever it leads.
import { render } from "svelte/server";
import type { Component } from "svelte";
import { describe, expect, it } from "vitest";
import FirstScreen from "../src/views/FirstScreen.svelte";
import Gains from "../src/views/Gains.svelte";
import Gates from "../src/views/Gates.svelte";
import Origin from "../src/views/Origin.svelte";
import Sources from "../src/views/Sources.svelte";
import { interests_of } from "../src/views/gains";
import { compare, exact, minus, plus, times } from "../src/engine/exact";
import type { Gain } from "../src/engine/lookup";
import { level_in_future } from "../src/engine/range";
import { worth_of } from "../src/engine/worth";
import { part_of_gain } from "../src/views/origin";
import { answers, at } from "./given";

const report = answers("us-japan-2010");
const dated = report.dates[0]!;
const body = (view: Component<any>, given: ReturnType<typeof at>) => render(view, { props: { at: given, medium: "wide" } }).body.replaceAll(/<!--.*?-->/gs, "");
const count = (page: string, what: string) => page.split(what).length - 1;

describe("a quotation", () => {
  it("has its source in the block of its party", () => {
    const { party } = dated.case.positions.find((one) => one.sources.length > 0)!;
    const page = body(Gains, at(report, { party }));
    const rows = [...dated.case.positions, ...dated.case.refusals, ...dated.case.gates, ...dated.case.interests].filter((row) => row.party === party);
    const futures = dated.case.baselines.filter((future) => future.probability !== null);
    expect(futures.length).toBeGreaterThan(1);
    for (const future of futures) expect(page).toContain(future.text);
    expect(rows.length).toBeGreaterThan(2);
    expect(count(page, 'class="source"')).toBe([...rows, ...futures].reduce((sum, row) => sum + row.sources.length, 0));
  });
  it("and a gate, and a claim", () => {
    const view = at(report);
    expect(count(body(Gates, view), "<details")).toBe(view.lookup.gates_asked(view.state.composed).filter((gate) => gate.sources.length > 0).length);
    expect(count(body(FirstScreen, view), 'class="source"')).toBeGreaterThan(0);
  });
});

describe("the origin of a level in which a party has an interest", () => {
  const view = at(report);
  const { party, level, id } = dated.case.interests.find((one) => one.party === "ok.nago")!;
  const column = view.columns().findIndex((one) => one.kind === "named");
  const page = body(Origin, at(report, { opened: level, opened_column: column })).replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
  it("shows all that its part of the gain is made of", () => {
    const gain = view.lookup.gain(party, view.package_of(column)) as Gain;
    const part = gain.parts.find((one) => one.interest === id)!;
    expect(page).toMatch(/Nago City .*\(worth 0\) to .*\(worth 1\)/);
    expect(page).toMatch(new RegExp(`worth \\S+ in this package and \\S+ without agreement; with its central weight of \\d+% this is \\+?${view.share(part.value)} of all`));
    for (const { text } of dated.case.baselines.filter((future) => future.probability !== null)) expect(page).toContain(text);
  });
  it("derives the same expectation from every package", () => {
    for (const given of [dated, ...answers("waterworks").dates]) {
      const all = at({ ...report, dates: [given] });
      for (const interest of given.case.interests) {
        const parts = all.columns().flatMap((one) => part_of_gain(all, interest, one.package) ?? []);
        for (const one of parts) {
          expect(compare(one.expected, parts[0]!.expected), interest.id).toBe(0);
          expect(compare(one.part, times(one.weight, minus(one.worth, one.expected)))).toBe(0);
        }
      }
    }
  });
  it("expects the mean of what the futures come to", () => {
    for (const given of [dated, ...answers("waterworks").dates]) {
      const all = at({ ...report, dates: [given] });
      let checked = 0;
      for (const interest of given.case.interests) {
        const found = part_of_gain(all, interest, all.standing());
        if (!found) continue;
        const more_is_better = all.measure(all.level(interest.level).measure).better === "more";
        const mean = given.case.baselines
          .filter((future) => future.probability !== null)
          .map((future) => times(exact(future.probability!), worth_of(interest, more_is_better, level_in_future(given, interest.level, future.id)!)))
          .reduce(plus);
        expect(compare(found.expected, mean), interest.id).toBe(0);
        ++checked;
      }
      expect(checked).toBeGreaterThan(10);
    }
  });
});

describe("a source that is not public", () => {
  const leaked = { ...report, dates: [{ ...dated, case: { ...dated.case, sources: dated.case.sources.map((one) => ({ ...one, access: "leaked" as const })) } }] };
  const level = dated.case.levels.find((one) => one.sources.length > 0)!.id;
  it.each([["en", "leaked"], ["ja", "漏えいした資料"]] as const)("is marked in %s wherever it leads", (language, word) => {
    const view = at(leaked, { language, opened: level, party: dated.case.positions[0]!.party });
    for (const one of [Origin, Sources, Gains, Gates, FirstScreen]) expect(body(one, view)).toContain(`<mark>${word}</mark>`);
    expect(body(Sources, at(report, { language }))).not.toContain("<mark>");
  });
});

describe("the interests of a party", () => {
  it("stand in the order of their weights, each with its weight", () => {
    const party = dated.case.parties.find((one) => dated.case.interests.filter((interest) => interest.party === one.id).length > 2)!.id;
    const own = dated.case.interests.filter((interest) => interest.party === party);
    const turned = dated.case.interests.map((interest) =>
      interest.id === own[0]!.id ? { ...interest, weight: { number: "3/10" } } : interest.id === own[1]!.id ? { ...interest, weight: { low: "1/10", high: "1/5" } } : interest);
    const parties = { ...dated.lookup.parties, [party]: { ...dated.lookup.parties[party]!, central: own.map((_, i) => `${i + 1}`) } };
    const given = { ...dated, case: { ...dated.case, interests: turned }, lookup: { ...dated.lookup, parties } };
    const view = at({ ...report, dates: [given] }, { party });
    const page = body(Gains, view);
    const list = page.slice(page.indexOf(view.words.gain.interests));
    const places = interests_of(view).map(({ level }) => list.indexOf(view.level_name(level).replaceAll("&", "&amp;")));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(interests_of(view).map(({ id }) => id)).toEqual(dated.lookup.parties[party]!.interests.map(({ interest }) => interest).reverse());
    expect(list).toContain("weight 0.3, central weight ");
    expect(list).toContain("weight from 0.1 to 0.2, central weight ");
  });
});
