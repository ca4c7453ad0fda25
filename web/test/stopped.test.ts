// SPDX-License-Identifier: Apache-2.0
// Where the sets are not in the file, what the brief knows is still said, and why they are not there.
import { render } from "svelte/server";
import { describe, expect, it } from "vitest";
import type { ReportDated } from "../src/engine/answers";
import { Lookup } from "../src/engine/lookup";
import Why from "../src/views/Why.svelte";
import { answers, at, without_sets } from "./given";

const report = answers("us-japan-2010");
const dated = report.dates[0]!;
const blind = (reason: "stopped" | "too_large"): ReportDated => ({ ...without_sets(dated, () => true), incomplete: [{ part: "lookup", reason }] });
const unnamed = (of: ReportDated): ReportDated => ({ ...of, brief: { ...of.brief, packages: [] } });
const why = (given: ReportDated) => render(Why, { props: { at: at({ ...report, dates: [given] }) } }).body;

describe("a report whose sets are missing", () => {
  it("says of named packages what the brief says", () => {
    const [all, none] = [new Lookup(dated), new Lookup(blind("stopped"))];
    expect(dated.brief.packages.length).toBeGreaterThan(2);
    for (const { report: { package: chosen } } of dated.brief.packages) {
      for (const party of Object.keys(dated.lookup.parties)) expect(none.party(party, chosen)).toBe(all.party(party, chosen));
      expect(none.whole(chosen)).toBe(all.whole(chosen));
      expect(none.wanted(chosen)).toBe(all.wanted(chosen));
      expect(none.broken_limits(chosen)).toEqual(all.broken_limits(chosen));
      expect(none.unlisted_limits(chosen)).toEqual([]);
    }
  });
  it("says that a package fails where one party objects whose yes every package needs", () => {
    const whole = unnamed(dated);
    const chosen = dated.brief.packages[0]!.report.package;
    const objects = new Lookup(whole).parties_asked(chosen).find((party) => new Lookup(whole).party(party, chosen) === "objection")!;
    const one = without_sets(whole, (party) => party !== objects);
    expect(new Lookup(one).whole(chosen)).toBe("objection");
    const rule = one.case.consent as Exclude<typeof one.case.consent, string>;
    const votes = { ...one, case: { ...one.case, consent: { ...rule, kind: "votes" as const } } };
    expect(new Lookup(votes).whole(chosen)).toBe("unlisted");
    expect(new Lookup(unnamed(blind("stopped"))).whole(chosen)).toBe("unlisted");
  });
  it("says why they are", () => {
    expect(why(unnamed(blind("stopped")))).toContain("the sets that tell are not in it (stopped)");
    expect(why(unnamed(blind("too_large")))).toContain("the sets that tell are not in it (too large)");
    expect(why(unnamed(blind("stopped")))).not.toContain("too large");
  });
});
