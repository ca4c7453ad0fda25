// SPDX-License-Identifier: Apache-2.0
// What a level comes to without agreement: said in the unit of the page, and only where gains are measured against it.
import { render } from "svelte/server";
import { describe, expect, it } from "vitest";
import { as_number } from "../src/engine/exact";
import { level_in_future } from "../src/engine/range";
import Origin from "../src/views/Origin.svelte";
import { futures_of } from "../src/views/origin";
import { answers, at } from "./given";

const report = answers("us-japan-2010");
const dated = report.dates[0]!;
const opened = "jpn_cost/jp";
const futures = dated.case.baselines.filter((one) => one.probability !== null);
const page = (given: typeof report, language: "en" | "ja") => {
  const { body } = render(Origin, { props: { at: at(given, { language, opened }) } });
  return body.replaceAll(/<!--.*?-->/gs, "");
};
/** The part under the heading of futures, by row: the amount and its future. */
const rows = (language: "en" | "ja") => {
  const body = page(report, language);
  const from = body.indexOf(`<h3>${at(report, { language }).words.sources.futures}</h3>`);
  const part = body.slice(from, body.indexOf("</ul>", from));
  return [...part.matchAll(/<strong>(.*?)<\/strong>/g)].map((found) => found[1]!);
};

describe("the futures without agreement", () => {
  it("have each the level that the case gives it, counted as the page counts", () => {
    const levels = futures.map((future) => as_number(level_in_future(dated, opened, future.id)!));
    expect(levels.some((level) => level > 100)).toBe(true);
    const [en, ja] = [at(report), at(report, { language: "ja" })];
    expect(rows("en")).toEqual(levels.map((level) => en.number(level)));
    expect(ja.unit("jpn_cost")).toBe("億円");
    expect(rows("ja")).toEqual(levels.map((level) => ja.number(10 * level)));
  });
  it("are none where gains are measured against today", () => {
    const today = { ...report, dates: [{ ...dated, case: { ...dated.case, reservation: "today" as const } }] };
    expect(futures_of(at(report)).map((future) => future.id)).toEqual(futures.map((future) => future.id));
    expect(futures_of(at(today))).toEqual([]);
    expect(page(report, "en")).toContain("<h3>Without agreement</h3>");
    expect(page(today, "en")).not.toContain("<h3>Without agreement</h3>");
  });
});
