// SPDX-License-Identifier: Apache-2.0
// Of the smallest change that the engine found: the limits that it breaks still, as the package does, are named.
import { render } from "svelte/server";
import { describe, expect, it } from "vitest";
import Why from "../src/views/Why.svelte";
import { answers, at } from "./given";

const report = answers("waterworks-plan");
const dated = report.dates[0]!;
const { from, changes } = dated.smallest_changes.find((one) => one.changes.length > 0)!;
/** What stands after the name of the first party that objects; with these limits broken after its change. */
function said(still_breaks: string[], language: "en" | "ja" = "en"): string {
  const [first, ...rest] = changes;
  const smallest_changes = [{ from, changes: [{ ...first!, still_breaks }, ...rest] }];
  const given = at({ ...report, dates: [{ ...dated, smallest_changes }] }, { composed: from, language });
  const text = render(Why, { props: { at: given } }).body.replaceAll(/<!--.*?-->|<[^>]*>/gs, "").replaceAll(/\s+/g, " ");
  return text.slice(text.indexOf(given.words.why.smallest_help));
}

describe("a change that meets stated objections", () => {
  const [one, two] = dated.case.limits.map((limit) => limit.id);
  it("is said to break still what it breaks", () => {
    expect(said([one!])).toContain(`It still breaks: ${at(report).limit(one!)}.`);
    expect(said([one!, two!])).toContain(`It still breaks: ${at(report).list([one!, two!].map((id) => at(report).limit(id)))}.`);
    const ja = at(report, { language: "ja" });
    expect(said([one!], "ja")).toContain(ja.words.why.smallest_breaks(ja.limit(one!)));
  });
  it("is not where it breaks none", () => {
    expect(said([])).toContain("1 change, in 4 ways");
    expect(said([])).not.toContain("It still breaks");
  });
});
