// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { first_state, fragment_of, state_of, type State } from "../src/state";
import { answers } from "./given";

const report = answers("waterworks");
const first = first_state(report);
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
    ["filter", { filter: { [issue.id]: issue.options[0]!.id } }],
  ])("keeps the %s", (_, changed) => {
    const state = { ...first, ...changed };
    expect(state_of(`#${fragment_of(state, report)}`, report)).toEqual(state);
  });
  it("passes over what the case does not have", () => {
    expect(state_of("#lang=xx&date=1900-01-01&reference=999&party=nobody&open=x&package=a=b,c&of=q&list=z", report)).toEqual({
      ...first,
      composed: expect.anything(),
    });
  });
});
