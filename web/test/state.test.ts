// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { at_date, first_state, fragment_of, state_of, type State } from "../src/state";
import { answers, with_house } from "./given";

const report = with_house(answers("waterworks"));
const first = first_state(report);
const second = report.dates[1]!;
const issue = report.dates[0]!.case.issues[0]!;

describe("the address", () => {
  it("says nothing of what is as at first", () => {
    expect(fragment_of(first, report)).toBe("");
    expect(state_of("", report)).toEqual(first);
  });
  it.each<[string, Partial<State>]>([
    ["language", { language: "ja" }],
    ["reference", { reference: 1 }],
    ["hidden", { hide_dominated: true, hide_same: false }],
    ["composed", { composed: { ...first.composed, [issue.id]: issue.options.at(-1)!.id } }],
    ["opened", { opened: report.dates[0]!.case.levels[0]!.id, opened_column: 1 }],
    ["party", { party: report.dates[0]!.case.parties.at(-1)!.id }],
    ["pair", { pair: [first.pair[1], first.pair[0]] }],
    ["place", { place: report.dates[0]!.case.places.at(-1)!.id }],
    ["failing room", { fails: report.dates[0]!.house!.arrangements.at(-1)!.id }],
    ["lens", { lens: report.dates[0]!.house!.members.at(-1)!.id }],
    ["filter", { filter: { [issue.id]: issue.options[0]!.id } }],
  ])("keeps the %s", (_, changed) => {
    const state = { ...first, ...changed };
    expect(state_of(`#${fragment_of(state, report)}`, report)).toEqual(state);
  });
  it.each([
    "lang=xx", "date=1900-01-01", "reference=999", "reference=", "reference=1.5", "reference=-1", "party=nobody",
    "party=constructor", "open=x", "of=q", "of=", "of=999", "list=z", "list=a=b", "place=moon", "fails=moon", "lens=moon",
    "pair=x,y", "pair=x", `pair=${first.pair[0]},nobody`, `pair=${first.pair[0]},${first.pair[0]}`, "%",
  ])("passes over %s, which the case does not have", (fragment) => {
    expect(state_of(`#${fragment}`, report)).toEqual(first);
  });
  it("composes what stands from options that the case does not have", () => {
    expect(state_of("#package=a=b,c", report).composed).toEqual(state_of("#package=unchanged", report).composed);
  });
});

describe("the party that is read about first", () => {
  const opened = (changed: Partial<typeof second.case>) =>
    first_state({ ...report, dates: [{ ...second, case: { ...second.case, ...changed } }] }).party;
  const { refusals, gates } = second.case;
  it("is one with a refusal where no interests are stated, else one with a gate", () => {
    const refuses = opened({ interests: [], positions: [] });
    expect(refusals.some((refusal) => refusal.party === refuses)).toBe(true);
    expect(opened({ interests: [], positions: [], refusals: [] })).toBe(gates[0]!.party);
  });
  it("may be one that has gates alone", () => {
    const bare = { ...report, dates: [{ ...second, case: { ...second.case, interests: [], positions: [], refusals: [] } }] };
    const other = gates.find((gate) => gate.party !== gates[0]!.party)!.party;
    expect(state_of(`#party=${other}`, bare).party).toBe(other);
  });
});

describe("another date", () => {
  it("has the package that the report was made for as it is then, unless another one was composed", () => {
    const options = (number: number) => ({ ...first.composed, [issue.id]: issue.options[number]!.id });
    const dates = report.dates.map((dated, i) => ({ ...dated, chosen: options(i) }));
    const named = { ...report, dates };
    const opened = first_state(named);
    expect(opened.composed).toEqual(options(0));
    const moved = at_date(opened, named, 1);
    expect(moved.composed).toEqual(options(1));
    expect(fragment_of(moved, named)).not.toContain("package");
    expect(state_of(`#date=${second.as_of}`, named).composed).toEqual(options(1));
    const other = { ...opened, composed: options(2) };
    expect(at_date(other, named, 1).composed).toEqual(options(2));
  });
  it("keeps what the list is narrowed by, and the reference where it has its column", () => {
    const reference = report.dates[0]!.columns.findIndex((column) => column.kind === "named");
    const columns = [...second.columns].reverse();
    const turned = { ...report, dates: [report.dates[0]!, { ...second, columns }] };
    const filter = { [issue.id]: issue.options[0]!.id };
    const moved = at_date({ ...first, reference, filter }, turned, 1);
    expect(moved.filter).toEqual(filter);
    expect(columns[moved.reference]!.name).toBe(report.dates[0]!.columns[reference]!.name);
    const none = { ...report, dates: [report.dates[0]!, { ...second, columns: second.columns.filter((column) => column.kind !== "named") }] };
    expect(at_date({ ...first, reference }, none, 1).reference).toBe(0);
  });
  it("lets go of what it does not have", () => {
    const place = second.case.places[0]!.id;
    const without = {
      ...second,
      case: {
        ...second.case,
        places: second.case.places.filter((one) => one.id !== place),
        parties: second.case.parties.filter((party) => party.id !== first.party),
        interests: second.case.interests.filter((interest) => interest.party !== first.party),
      },
      frontiers: second.frontiers.filter((frontier) => !frontier.between.includes(first.pair[0])),
    };
    const cut = { ...report, dates: [report.dates[0]!, without] } as typeof report;
    const moved = at_date({ ...first, place }, cut, 1);
    expect(moved.place).toBe("");
    expect(moved.party).not.toBe(first.party);
    expect(without.case.interests.some((interest) => interest.party === moved.party)).toBe(true);
    expect(moved.pair).toEqual(without.frontiers[0]!.between);
    expect(state_of(`#${fragment_of(moved, cut)}`, cut)).toEqual(moved);
  });
});
