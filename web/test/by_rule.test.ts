// SPDX-License-Identifier: Apache-2.0
// A party that depends on others: who of them is named, and that nobody is where it is not by them or cannot be looked up.
import { describe, expect, it } from "vitest";
import type { ReportDated } from "../src/engine/answers";
import type { Rule } from "../src/engine/outcome";
import { reasons } from "../src/parts/reasons";
import { answers, at } from "./given";

const report = answers("us-japan-2010");
const dated = report.dates[0]!;
const { package: plan } = dated.brief.packages[0]!.report;
const [party, one, other] = ["jp.lower", "jp.pm", "jp.sdp"];
type Found = "yes" | "no" | "perhaps" | "unlisted";
const roots = {
  yes: { necessary: 1, possible: 1 },
  no: { necessary: 0, possible: 0 },
  perhaps: { necessary: 0, possible: 1 },
  unlisted: { necessary: null, possible: null },
};
const rule = (threshold: string): Rule => ({ kind: "votes", threshold, parts: [one, other].map((id) => ({ rule: id, weight: "1" })) });

/** What is said of the party where its rule asks for so many of the two, of whom this is found. */
function said(threshold: string, of_one: Found, of_other: Found, own: Found, refuses = false): string[] {
  const set = (id: string, found: Found) => ({ [id]: { ...dated.lookup.parties[id]!, yes: roots[found] } });
  const parties = { ...dated.lookup.parties, ...set(one, of_one), ...set(other, of_other), ...set(party, own) };
  const refusal = { ...dated.case.refusals[0]!, id: "r", party, when: {}, words: "Not this way.", basis: "sourced" as const, if_claim: null };
  const refusals = refuses ? [refusal] : [];
  const given = {
    ...dated,
    brief: { ...dated.brief, packages: [] },
    lookup: { ...dated.lookup, parties, refusals: refusals.map(({ id }) => id) },
    case: { ...dated.case, refusals, parties: dated.case.parties.map((row) => (row.id === party ? { ...row, rule: rule(threshold) } : row)) },
  } as ReportDated;
  return reasons(at({ ...report, dates: [given] }), plan).find((reason) => reason.party === party)!.texts;
}
const names = at(report).parties([one, other]);
const name = (id: string) => at(report).party(id);

describe("a party that depends on two others", () => {
  it("names those who do not say yes where its rule cannot hold, or may not", () => {
    expect(said("2", "no", "yes", "no")).toEqual([`depends on others, of whom these do not say yes: ${name(one)}`]);
    expect(said("2", "perhaps", "yes", "perhaps")).toEqual([`depends on others, of whom these do not say yes for certain: ${name(one)}`]);
    expect(said("1", "perhaps", "no", "perhaps")).toEqual([`depends on others, of whom these do not say yes for certain: ${names}`]);
  });
  it("names none of them where its rule holds and it is of itself that it refuses", () => {
    expect(said("2", "yes", "yes", "no", true)).toEqual(["has refused: “Not this way.”"]);
    expect(said("1", "yes", "no", "no", true)).toEqual(["has refused: “Not this way.”"]);
  });
  it("names nobody where it is not in the file whether the rule holds", () => {
    for (const [of_one, of_other] of [["unlisted", "unlisted"], ["unlisted", "yes"], ["unlisted", "no"], ["perhaps", "unlisted"]] as const) {
      for (const threshold of ["1", "2"]) {
        if (of_other === "yes" && threshold === "1") continue; // The rule holds without the first.
        if (of_other === "no" && threshold === "2") continue; // It cannot hold without the second.
        expect(said(threshold, of_one, of_other, "unlisted"), `${threshold} of ${of_one}, ${of_other}`).toEqual(["what tells it is not in this file"]);
      }
    }
  });
});
