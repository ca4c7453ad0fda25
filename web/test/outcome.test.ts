// SPDX-License-Identifier: Apache-2.0
// What is said of a package as a whole: no objection is lost behind the rule of consent, behind a gate
// that is set aside, or because no gate asks the party.
import { render } from "svelte/server";
import type { Component } from "svelte";
import { describe, expect, it } from "vitest";
import type { Package } from "../src/engine/answers";
import { every_gate_must_pass, outcome, rule_holds, unasked_losers } from "../src/engine/outcome";
import { package_of } from "../src/views/passing";
import Consequences from "../src/views/Consequences.svelte";
import Differs from "../src/views/Differs.svelte";
import FirstScreen from "../src/views/FirstScreen.svelte";
import Gates from "../src/views/Gates.svelte";
import Passing from "../src/views/Passing.svelte";
import Why from "../src/views/Why.svelte";
import { answers, at } from "./given";

const game = answers("port-game");
const flagship = answers("us-japan-2010");
const said = (view: Component<any>, given: typeof game, state = {}) =>
  render(view, { props: { at: at(given, state), narrow: false } }).body.replaceAll(/<!--.*?-->|<[^>]*>/gs, "").replaceAll(/\s+/g, " ").replaceAll("&amp;", "&");
const named = (name: string): Package => flagship.dates[0]!.brief.packages.find((one) => one.name === name)!.report.package;

it("where the case does not say what would answer its question, no package is said to", () => {
  expect(game.dates[0]!.case.wants).toEqual([]);
  for (const view of [Why, FirstScreen]) {
    const text = said(view as Component<any>, game);
    expect(text).not.toMatch(/answers? the question|inside the question|question open/);
  }
});

it("a rule holds as the engine's does", () => {
  const part = (rule: string, weight = "1") => ({ rule, weight });
  const votes = { kind: "votes" as const, threshold: "7/2", parts: [part("a", "3"), part("b", "1/2"), part("c")] };
  expect(rule_holds(votes, (member) => member !== "c")).toBe(true);
  expect(rule_holds(votes, (member) => member === "a")).toBe(false);
  expect(rule_holds("a", (member) => member === "a")).toBe(true);
  expect(every_gate_must_pass(game.dates[0]!)).toBe(false);
  expect(every_gate_must_pass(flagship.dates[0]!)).toBe(true);
});

describe("where the rule of consent asks for less than every gate", () => {
  const view = at(game);
  const { passing } = game.dates[0]!;
  const packages = passing.packages.map((text) => package_of(view.case.issues, passing, text));
  const objecting = (chosen: Package) => view.lookup.parties_asked(chosen).filter((party) => view.lookup.party(party, chosen) === "objection");

  it("a package that passes names who objects all the same, and is never said to have no objection", () => {
    const over = packages.filter((chosen) => objecting(chosen).length > 0);
    expect(over.length).toBeGreaterThan(20);
    for (const chosen of over) {
      expect(outcome(view.lookup, chosen)).toMatchObject({ found: "under_rule", despite: { objection: objecting(chosen) } });
    }
    const page = said(Why, game, { composed: over[0]! });
    expect(page).toContain("It passes under the consent rule of the case: SportCo, Department of Tourism and at least 5 of these 6 (");
    expect(page).toContain(`Objection found all the same from: ${view.parties(objecting(over[0]!))}.`);
    expect(page).not.toContain("No objection found at any gate");
    expect(said(Passing, game)).toContain("Objection found all the same from: ");
  });
  it("a package that passes without somebody who cannot be looked up is not said to have no objection anywhere", () => {
    const clear = packages.find((chosen) => outcome(view.lookup, chosen).found === "no_objection")!;
    const missing = view.lookup.parties_asked(clear)[1]!;
    const { lookup } = game.dates[0]!;
    const none = { necessary: null, possible: null };
    const without = { ...game, dates: [{ ...game.dates[0]!, lookup: { ...lookup, parties: { ...lookup.parties, [missing]: { ...lookup.parties[missing]!, yes: none } } }, brief: { ...game.dates[0]!.brief, packages: [] } }] };
    const partly = at(without);
    expect(outcome(partly.lookup, clear)).toMatchObject({ found: "under_rule", despite: { unlisted: [missing] } });
    const page = said(Why, without, { composed: clear });
    expect(page).toContain(`It cannot be looked up in this file of: ${view.party(missing)}.`);
    expect(page).not.toContain("No objection found at any gate");
    // Where every gate must pass, what passes has everybody's yes.
    const every = { ...without, dates: [{ ...without.dates[0]!, case: { ...without.dates[0]!.case, consent: { kind: "all" as const, threshold: String(game.dates[0]!.case.gates.length), parts: game.dates[0]!.case.gates.map((gate) => ({ rule: gate.id, weight: "1" })) } } }] };
    expect(outcome(at(every as typeof game).lookup, clear).found).toBe("no_objection");
  });
  it("a package to which nobody objects is said to have no objection", () => {
    const clear = packages.find((chosen) => view.lookup.parties_asked(chosen).every((party) => view.lookup.party(party, chosen) === "no_objection"))!;
    expect(outcome(view.lookup, clear).found).toBe("no_objection");
    expect(said(Why, game, { composed: clear })).toContain("No objection found at any gate.");
  });
  it("a step that passes without somebody is not said to depend on him", () => {
    const dated = game.dates[0]!;
    const chosen = packages.find((one) => objecting(one).length > 0)!;
    const [issue, option] = Object.entries(chosen)[0]!;
    const defaults = dated.case.issues.map((one) => ({ ...one, default: chosen[one.id]! }));
    const objections = objecting(chosen).map((party) => ({ party, verdict: "objection", refusals: [], measures: [] }));
    const step = { issue, option, inside_question: false, verdict: { necessary: true, central: true, possible: true }, objections };
    const given = { ...game, dates: [{ ...dated, case: { ...dated.case, issues: defaults }, brief: { ...dated.brief, steps: [step], steps_tried: 1 } }] } as unknown as typeof game;
    const screen = said(FirstScreen, given);
    expect(screen).toContain(`(Objection found all the same from: ${view.parties(objecting(chosen))}.)`);
    expect(screen).not.toContain("depends on");
  });
  it("the first screen and the gates say the rule, and not that every gate is passed", () => {
    const screen = said(FirstScreen, game);
    expect(screen).toContain("55 packages pass under the consent rule, for all weights allowed here.");
    expect(screen).toContain("at least 5 of these 6 (SportCo,");
    expect(screen).not.toContain("every gate");
    expect(said(Gates, game)).toContain("Not every gate must pass: the consent rule is SportCo");
    expect(said(FirstScreen, flagship)).toContain("passes every gate");
    expect(said(Gates, flagship)).not.toContain("Not every gate");
  });
});

describe("where a gate is set aside", () => {
  // It may pass, but for the refusal of Nago City.
  const settled = { ...named("A heliport on the land of Camp Schwab, steps linked"), coalition: "sdp_leaves" };
  const view = at(flagship);
  const found = view.lookup.dated.brief.hinges.find((hinge) => hinge.claim === "nago_land_too")!;
  const chosen = { ...settled, ...found.opened_with, override_nago: "yes" };

  it("the verdict says so, and that the objection remains", () => {
    expect(outcome(view.lookup, { ...chosen, override_nago: "no" }).found).toBe("objection");
    expect(outcome(view.lookup, chosen)).toMatchObject({ found: "may_set_aside", aside: ["ok.nago"], only_aside: true });
    const page = said(Why, flagship, { composed: chosen });
    expect(page).toContain("It may pass only because a gate is set aside, that of Nago City; the objection remains.");
    expect(page).not.toContain("no gate objects for certain");
    expect(page).toContain("This one may itself pass and answers the question. It may pass only because a gate is set aside");
    expect(page.indexOf("The nearest packages that may pass")).toBeLessThan(page.indexOf("With the same gates set aside"));
    expect(said(FirstScreen, { ...flagship, dates: [{ ...flagship.dates[0]!, chosen }] })).toContain("the objection remains");
  });
});

describe("whom no gate asks", () => {
  const plan = named("The signed plan of 2006");

  it("is named where it loses for all its weights, as on the command line", () => {
    const view = at(flagship);
    const losing = unasked_losers(view.lookup, plan);
    expect(losing.map((party) => view.party(party))).toEqual(["Owners of base land and base workers", "Nature protection: plaintiffs for the dugong and environmental groups"]);
    const page = said(Why, flagship, { composed: plan });
    expect(page).toMatch(/Worse off, and asked by no gate Owners of base land and base workers would be worse off than without agreement for all its weights/);
    expect(said(FirstScreen, flagship)).toContain("Worse off than without agreement for all their weights, and asked by no gate: Owners");
  });
  it("has no gate in the model, or one that this package does not need", () => {
    const view = at(flagship);
    expect(view.party_verdict("ok.landowners", plan)).toBe("no_gate");
    expect(view.party_verdict("us.usaf", plan)).toBe("not_asked");
    expect(view.party_verdict("ok.nago", plan)).toBe("objection");
    expect(view.party_verdict("ok.nago", { ...plan, override_nago: "yes" })).toBe("objection");
    const table = said(Differs, flagship, { composed: plan });
    expect(table).toContain("no gate in this model");
    expect(table).toContain("not asked here");
  });
  it("has no verdict without an objection where no gate asks anything of a package", () => {
    const report = answers("waterworks");
    const view = at(report);
    const unasked = view.columns().find((column) => view.lookup.gates_asked(column.package).length === 0)!;
    expect(outcome(view.lookup, unasked.package).found).toBe("no_gate_asks");
    expect(said(Why, report, { composed: unasked.package })).not.toContain("No objection found");
    expect(said(Consequences, report)).toContain("no gate asks anything of it");
  });
});

describe("a party that depends on others", () => {
  it("names those who do not say yes for certain, and calls nobody objecting who does not object", () => {
    const page = said(Why, flagship, { composed: named("The signed plan of 2006") });
    expect(page).toMatch(/House of Representatives depends on others, of whom these do not say yes for certain: Prime Minister's Office and cabinet/);
  });
});
