// SPDX-License-Identifier: Apache-2.0
// What is not in the file is said not to be there, in every view that would have shown it.
import { render } from "svelte/server";
import type { Component } from "svelte";
import { describe, expect, it } from "vitest";
import Expectations from "../src/views/Expectations.svelte";
import Origin from "../src/views/Origin.svelte";
import Parties from "../src/views/Parties.svelte";
import Passing from "../src/views/Passing.svelte";
import Places from "../src/views/Places.svelte";
import Sources from "../src/views/Sources.svelte";
import Consequences from "../src/views/Consequences.svelte";
import FirstScreen from "../src/views/FirstScreen.svelte";
import Gains from "../src/views/Gains.svelte";
import Gates from "../src/views/Gates.svelte";
import Why from "../src/views/Why.svelte";
import { answers, at, with_house, without_sets } from "./given";

const report = answers("waterworks");
const first = report.dates[0]!;
const composed = first.brief.packages.find((named) => at(report).lookup.parties_asked(named.report.package).length > 0)!.report.package;
const blind = { ...report, dates: [{ ...without_sets(first, () => true), brief: { ...first.brief, packages: [] } }] };

function html(view: Component<any>, given: typeof report): string {
  return render(view, { props: { at: at(given, { composed }), medium: "wide" } }).body;
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
    expect(html(Consequences, blind)).toContain("not to be looked up here");
  });
});

describe("where tables or weights are missing", () => {
  it("levels are not called unknown, and no range is drawn", () => {
    const levels = Object.fromEntries(Object.entries(first.lookup.levels).map(([id, level]) => [id, { ...level, tables: null }]));
    const parties = Object.fromEntries(Object.entries(first.lookup.parties).map(([id, party]) => [id, { ...party, vertices: null }]));
    const cut = { ...report, dates: [{ ...first, lookup: { ...first.lookup, levels } }] };
    expect(html(Consequences, cut)).toContain("not in this file");
    const no_vertices = { ...report, dates: [{ ...first, lookup: { ...first.lookup, parties } }] };
    expect(html(Gains, no_vertices)).toContain("least and greatest are not drawn");
  });
});

/** The text of a page, without its marks. */
const text = (view: Component<any>, given: typeof report, state = {}) =>
  render(view, { props: { at: at(given, { composed, ...state }), medium: "wide" } }).body.replaceAll(/<!--.*?-->|<[^>]*>/g, "").replaceAll(/\s+/g, " ");
const with_dated = (changed: Partial<typeof first>): typeof report => ({ ...report, dates: [{ ...first, ...changed }] });
type Dated = typeof first;

describe("the first screen", () => {
  it("says what is missing, and nothing where nothing is", () => {
    const part = with_dated({ incomplete: [{ part: "lookup", reason: "too_large" }] });
    expect(html(FirstScreen, part)).toContain("what can be looked up of any package (too large).");
    expect(text(FirstScreen, part, { language: "ja" })).toContain("任意の組合せの参照（規模超過）。");
    expect(first.incomplete).toEqual([]);
    expect(html(FirstScreen, report)).not.toContain("Not everything was worked out");
  });
  it("does not say that no claim alters anything where the search was stopped", () => {
    const claims = { c: first.brief.agree.packages };
    const agree = { ...first.brief.agree, claims } as unknown as Dated["brief"]["agree"];
    const brief = { ...first.brief, agree, hinges: [] };
    expect(text(FirstScreen, with_dated({ brief }))).toContain("No contested claim alters");
    for (const part of ["hinges", "counts"] as const) {
      const stopped = text(FirstScreen, with_dated({ brief, incomplete: [{ part, reason: "stopped" }] }));
      expect(stopped).not.toContain("No contested claim alters");
      expect(stopped).toContain("stopped before it was known whether a contested claim alters");
    }
    const hinges = report.dates[1]!.brief.hinges;
    expect(hinges.length).toBeGreaterThan(0);
    const found = { brief: { ...first.brief, hinges } };
    expect(text(FirstScreen, with_dated(found))).not.toContain("there may be more");
    expect(text(FirstScreen, with_dated({ ...found, incomplete: [{ part: "hinges", reason: "stopped" }] }))).toContain("there may be more");
  });
  it("gives no range where a stopped search says what it found", () => {
    const found = (necessary: string, inside: string) => ({ count: necessary, inside_question: inside, exact: false, count_at_most: "999", inside_question_at_most: "999" });
    const screen = (necessary: string) => {
      const ratifiable = { ...first.brief.agree.ratifiable, possible: found("7", "7"), necessary: found(necessary, necessary) };
      return text(FirstScreen, with_dated({ brief: { ...first.brief, agree: { ...first.brief.agree, ratifiable } } as unknown as Dated["brief"] }));
    };
    expect(screen("0")).toContain("None is known so far to pass every gate for all weights allowed here and answer the question; at least 7 may, depending on weights or on what is unknown.");
    expect(screen("3")).toContain("At least 3 pass every gate for all weights");
    expect(screen("3")).not.toContain("–");
  });
  it("says first where too little is known at the date, and then nothing in bold as the answer", () => {
    const known = (not_yet: number) => ({ known: 2, not_yet });
    const known_so_far = { gates: known(6), refusals: known(0), interests: known(0), parties_with_interests: known(0), too_little: true };
    const early = with_dated({ brief: { ...first.brief, known_so_far } });
    expect(text(FirstScreen, early)).toContain("At this date 6 of 8 gates are not known yet: who they belong to is not asked, so this is no answer to the question.");
    const answer = (given: typeof report) => html(FirstScreen, given).replaceAll(/<!--.*?-->/g, "").match(/<p class="answer">(.*?)<\/p>/s)![1]!;
    expect(answer(early)).not.toContain("<strong>");
    expect(answer(report)).toContain("<strong>");
    expect(first.brief.known_so_far.too_little).toBe(false);
    expect(text(FirstScreen, report)).not.toContain("not known yet");
  });
  it("says that nothing known answers, not that a limit is broken", () => {
    const packages = { count: "12", inside_question: "0", exact: true as const };
    const agree = { ...first.brief.agree, packages, feasible: packages, ratifiable: { necessary: packages, central: packages, possible: packages } };
    const screen = text(FirstScreen, with_dated({ brief: { ...first.brief, agree } }));
    expect(screen).toContain("No package that is known at this date answers the question.");
    expect(screen).not.toContain("breaking a limit");
  });
  it("says so where no contested claim changes the answer", () => {
    const { hinges } = report.dates[1]!.brief;
    const otherwise = first.brief.agree;
    const same = hinges.map((hinge) => ({ ...hinge, otherwise }));
    const brief = { ...first.brief, hinges: same, joint_hinges: [], all_claims_otherwise: otherwise };
    expect(text(FirstScreen, with_dated({ brief }))).toContain("No contested claim, by itself or with all others the other way at once, changes the answer above.");
    const one = { ...otherwise, ratifiable: { ...otherwise.ratifiable, possible: { count: "9", inside_question: "9", exact: true as const } } };
    expect(text(FirstScreen, with_dated({ brief: { ...brief, all_claims_otherwise: one } }))).not.toContain("changes the answer above");
  });
  it("speaks of every reading of the claims only where every one was looked at", () => {
    const named = first.brief.packages.find((one) => !one.report.verdict.possible)!;
    const screen = (bounded: boolean) => {
      const report = { ...named.report, readings: { ...named.report.readings, bounded } };
      return text(FirstScreen, with_dated({ brief: { ...first.brief, packages: [{ ...named, report }] } }));
    };
    expect(screen(false)).toContain("in every reading of the claims");
    expect(screen(true)).not.toContain("in every reading");
    expect(screen(true)).toContain("there are more");
  });
  it("says who wrote the interests, or that nobody is named", () => {
    const by = (author: (number: number) => string | null) =>
      with_dated({ case: { ...first.case, parties: first.case.parties.map((party, i) => ({ ...party, interests_by: author(i) })) } as Dated["case"] });
    expect(text(FirstScreen, by(() => null))).toContain("Who wrote the interests of all 6 parties that have any is not stated.");
    expect(text(FirstScreen, by(() => "analyst"))).toContain("Interests of all 6 parties that have any were written by the analysts; none");
    expect(text(FirstScreen, by((i) => (i % 2 ? "analyst" : null)))).toContain("or it is not stated who wrote them; none is said to have been elicited");
    expect(text(FirstScreen, by((i) => (i % 2 ? "analyst" : "elicited")))).toContain("Of 6 parties with interests, 3 stated their own; the others' were written by the analysts.");
    expect(text(Parties, by(() => null))).toContain("who wrote the interests is not stated");
    expect(text(Gains, by(() => null))).toContain("Who wrote these interests: who wrote the interests is not stated");
  });
});

describe("a list that was cut", () => {
  it("says how many packages there are at least and at most", () => {
    const passing = { ...first.passing, count: "111", exact: false, count_at_most: "2916" };
    expect(text(Passing, with_dated({ passing }))).toContain("111 are listed here. The search was stopped before all were counted: there are 111–2,916.");
    const nothing = { ...passing, packages: [], count: "0" };
    expect(text(Passing, with_dated({ passing: nothing }))).toContain("there are 0–2,916");
    expect(text(Passing, with_dated({ passing: nothing }))).toContain("whether there are any is not said");
    const proved = text(Passing, with_dated({ passing: { ...nothing, exact: true } }));
    expect(proved).toContain("No package may pass every gate.");
    expect(proved).not.toContain("listed here");
  });
  it("says of how many relaxations the first are shown, and is not called bounded where it is not", () => {
    const { why } = first.why;
    const relaxation = { elements: [], packages: "1", witness: composed } as unknown as (typeof why.relaxations)[number];
    const long = { ...why, open: false, complete: true, conflicts: [{ elements: [], sentence: "" }], relaxations: Array(59).fill(relaxation) };
    const page = text(Why, with_dated({ why: { ...first.why, why: long } }));
    expect(page).toContain("8 of 59 are shown");
    expect(page).not.toContain("The search was bounded");
    expect(page.match(/opens 1 package\b/g)!.length).toBe(59);
    expect(text(Why, with_dated({ why: { ...first.why, why: { ...long, complete: false } } }))).toContain("The search was bounded");
  });
  it("has every expectation in one of its groups", () => {
    const all = first.brief.packages.flatMap((named) => named.expectations);
    const packages = first.brief.packages.map((named) => ({ ...named, expectations: named.expectations.map((one, i) => (i === 0 ? { ...one, agrees: false, modelled: false } : one)) }));
    const page = text(Expectations, with_dated({ brief: { ...first.brief, packages } }));
    const groups = [...page.matchAll(/(?:differs|agrees|Not compared[^:]*): (?:[^:]*yes: )?(\d+)/g)].map((found) => Number(found[1]));
    expect(groups.length).toBe(3);
    expect(page).toContain(`The model agrees with ${groups[1]} of ${groups[0]! + groups[1]!};`);
    expect(groups.reduce((a, b) => a + b)).toBe(all.length);
  });
});

describe("an expectation that is not met", () => {
  it("always has over what", () => {
    const flagship = answers("us-japan-2010");
    const page = render(Expectations, { props: { at: at(flagship) } }).body;
    const rows = page.slice(0, page.indexOf("</table>")).split("<tr>").slice(2);
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) expect(row.split("<td").at(-1)!.replaceAll(/<!--.*?-->|<[^>]*>/g, "").replace(/^.*?>/, "").trim(), row).not.toBe("");
    expect(page).toContain("it refuses nothing of it and loses nothing");
  });
});

describe("what is near", () => {
  it("is said where the package itself may pass", () => {
    const chosen = first.why.nearest.find((one) => one.changed_issues === 2)!.members[0]!.package;
    expect(at(report).lookup.whole(chosen)).toBe("cannot_tell");
    expect(text(Why, report, { composed: chosen })).toContain("This one may itself pass and answers the question.");
  });
});

describe("a place", () => {
  it("of which a level is unknown is not said to stay as it is", () => {
    const place = first.case.places.find((one) => first.case.levels.some((level) => level.bearer === one.id))!;
    const levels = Object.fromEntries(Object.entries(first.lookup.levels).map(([id, level]) => [id, { ...level, known_today: false }]));
    const drawn = with_dated({
      lookup: { ...first.lookup, levels },
      case: { ...first.case, places: first.case.places.map((one) => (one.id === place.id ? { ...one, boundary: ["47211"] } : one)) },
    });
    const page = html(Places, drawn);
    // Today's level alone may be unknown: what is known beside it is not compared with anything.
    const half = at(drawn).case.levels.find((level) => level.bearer === place.id)!.id;
    const standing = at(drawn).standing();
    const issue = first.case.issues[0]!.id;
    const when = [{ [issue]: [standing[issue]!] }];
    const changed = { ...composed, [issue]: first.case.issues[0]!.options.find((option) => option.id !== standing[issue])!.id };
    const known = { ...first.lookup.levels[half]!, unknown_when: when };
    const partly = with_dated({
      lookup: { ...first.lookup, levels: { ...first.lookup.levels, [half]: known } },
      case: { ...first.case, levels: first.case.levels.map((level) => (level.id === half ? { ...level, likely: null } : level)) },
    });
    expect(render(Places, { props: { at: at(partly, { composed: changed }) } }).body).toMatch(/aria-hidden="true">\?<\/span>/);
    expect(page).toContain("cannot be compared");
    expect(page).toContain("a level is unknown");
    expect(html(Places, report)).not.toContain("cannot be compared");
  });
  it("has its label inside the map, however many places there are", () => {
    const places = Array.from({ length: 9 }, (_, i) => ({ ...first.case.places[0]!, id: `p${i}`, boundary: ["47211"] }));
    const levels = places.map((place, i) => ({ ...first.case.levels[0]!, id: `l${i}`, bearer: place.id }));
    const lookup = { ...first.lookup, levels: { ...first.lookup.levels, ...Object.fromEntries(levels.map((level) => [level.id, Object.values(first.lookup.levels)[0]!])) } };
    const page = html(Places, with_dated({ lookup, case: { ...first.case, places, levels: [...first.case.levels, ...levels] } }));
    const tall = Number(/viewBox="0 0 \d+ (\d+)"/.exec(page)![1]);
    const labels = [...page.matchAll(/<text x="188" y="(\d+)"/g)].map((found) => Number(found[1]));
    expect(labels.length).toBeGreaterThanOrEqual(18);
    expect(Math.max(...labels)).toBeLessThan(tall);
  });
});

describe("the origin of a number", () => {
  it("has a sign before what is added, also where it is a fraction", () => {
    const { measure } = first.case.levels.find((level) => first.case.measures.find((one) => one.id === level.measure)!.combine === "sum")!;
    const level = first.case.levels.find((one) => one.measure === measure)!.id;
    const effects = ["3/2", "-7/2"].map((likely) => ({ ...first.case.effects[0]!, level, likely, low: likely, high: likely, when: {}, if_claim: null }));
    const page = text(Origin, with_dated({ case: { ...first.case, effects } }), { opened: level });
    expect(page).toContain("+1.5");
    expect(page).toContain("-3.5");
  });
});

describe("a source", () => {
  it("counts the rows of the house that rest on it", () => {
    const { house } = with_house(report).dates[0]!;
    const on = (rows: { sources: string[] }[]) => rows.filter((row) => row.sources.includes("x")).length;
    const named = <Row extends object>(rows: Row[]) => rows.map((row) => ({ ...row, sources: ["x"] }));
    const arrangements = named(house!.arrangements).map((one) => ({ ...one, rests_on: named(one.rests_on) }));
    const sourced = { ...house!, arrangements, common_causes: named(house!.common_causes), contingencies: named(house!.contingencies) };
    const rows = on(arrangements) + on(arrangements.flatMap((one) => one.rests_on)) + on(sourced.common_causes) + on(sourced.contingencies);
    expect(rows).toBeGreaterThan(40);
    const sources = [{ ...first.case.sources[0]!, id: "x" }];
    expect(html(Sources, with_dated({ house: sourced, case: { ...first.case, sources } }))).toContain(`<td class="number">${rows}</td>`);
  });
});

describe("what would have to be otherwise", () => {
  it("names no amount where there is none", () => {
    const flagship = answers("us-japan-2010");
    const unsaid = flagship.dates[0]!.why.why!.relaxations.flatMap(({ elements }) =>
      elements.filter((element) => element.kind === "worth" && element.amount === null),
    );
    expect(unsaid.length).toBeGreaterThan(0); // A party of the case both refuses and loses.
    for (const language of ["en", "ja"] as const) {
      const said = at(flagship, { language });
      const page = render(Why, { props: { at: said } }).body;
      expect(page).toContain(said.words.why.give_worth_unsaid(said.party(unsaid[0]!.id)));
      expect(page).not.toContain(said.words.why.give_worth(said.party(unsaid[0]!.id), said.percent(0)));
    }
  });
});
