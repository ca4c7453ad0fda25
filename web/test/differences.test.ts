// SPDX-License-Identifier: Apache-2.0
// What the page says of two dates is what `nema diff` says of them.
import { readFileSync } from "node:fs";
import { render } from "svelte/server";
import { describe, expect, it } from "vitest";
import Changes from "../src/views/Changes.svelte";
import { answers, at, lookups } from "./given";
import { asked, root } from "./paths";
import { en } from "../src/words/en";
import { ja } from "../src/words/ja";

const report = answers("waterworks");
const [before, after] = report.dates.map((dated) => dated.as_of!);
const text = asked("diff", `cases/waterworks@${before}`, `cases/waterworks@${after}`);
const given = at(report);
/** The words of the page, in rows. */
const rows = render(Changes, { props: { at: given, lookups: lookups(report) } })
  .body.replaceAll(/<!--.*?-->/g, "")
  .split(/<tr|<li|<h3/)
  .map((row) => row.replaceAll(/^[^>]*>/g, "").replaceAll(/<[^>]*>/g, " ").replaceAll("&lt;", "<").replaceAll("&amp;", "&").replaceAll(/\s+/g, " ").trim());

/** The lines under a heading of the text, up to an empty one. */
function under(heading: string): string[] {
  const lines = text.split("\n");
  const from = lines.indexOf(heading);
  expect(from, heading).toBeGreaterThanOrEqual(0);
  return lines.slice(from + 1, lines.indexOf("", from));
}

describe("two dates", () => {
  it("have the same counts", () => {
    const counts = under("Packages").map((line) => line.trim().split(": ")[1]!);
    const pairs = counts.map((words) => (words.endsWith(" in both") ? [words.slice(0, -8), words.slice(0, -8)] : words.split(", then ")));
    const shown = rows.filter((row) => /(in all|break no limit|pass for all weights|may pass|answer the question) \S+ \S+$/.test(row)).map((row) => row.split(" ").slice(-2));
    expect(shown).toEqual(pairs);
    expect(shown.length).toBe(6);
  });

  it("have the same verdicts", () => {
    const packages = text.split("\n").filter((line) => /^ {2}\S.*: .*(in both|, then )/.test(line)).slice(6);
    expect(packages.length).toBeGreaterThan(1);
    for (const line of packages) {
      const [, name, was, , is] = /^ {2}(.*): (.*?)( in both|, then (.*?))(?: \(not the same options\))?$/.exec(line)!;
      const row = rows.find((one) => one.startsWith(name!))!;
      expect(row.replaceAll(/[○×△⊘·–◐] /g, "")).toContain(`${was} ${is ?? was}`);
      expect(row.includes("not the same options")).toBe(line.includes("not the same options"));
    }
    const moves = text.split("\n").filter((line) => /^ {4}\S.*: .*, then /.test(line));
    expect(moves.length).toBeGreaterThan(1);
    for (const line of moves) {
      const [, party, was, is] = /^ {4}(.*): (.*), then (.*)$/.exec(line)!;
      const said = (words: string) => (words === "not modelled" ? "not modelled, counted as yes" : words);
      expect(rows.some((row) => row.includes(`${party}: ${said(was!)} → ${said(is!)}`)), line).toBe(true);
    }
  });

  it("have the same rows", () => {
    for (const change of report.changes[0]!.rows) {
      const line = text.split("\n").find((one) => /^ {2}[+~-] /.test(one) && one.includes(` ${change.id}`))!;
      if (!change.party) continue;
      expect(line).toContain(given.party(change.party));
      expect(rows.some((row) => row.includes(change.words) && row.includes(`(${given.party(change.party!)})`)), change.id).toBe(true);
    }
    expect(report.changes[0]!.rows.some((row) => row.party)).toBe(true);
    const listed = text.split("\n").filter((line) => /^ {2}[+~-] /.test(line));
    expect(listed.length).toBe(report.changes[0]!.rows.length);
    const page = rows.filter((row) => /^(new|no longer|changed) /.test(row));
    expect(page.length).toBe(listed.length);
  });

  it("say on which claim a new objection hangs", () => {
    const [change] = report.changes;
    const dates = report.dates.map((dated) => ({
      ...dated,
      brief: {
        ...dated.brief,
        packages: dated.brief.packages.map((named) => {
          const decided_by = Object.fromEntries(dated.case.parties.map((party) => [party.id, { claim: "c", value: true }]));
          return { ...named, report: { ...named.report, readings: { ...named.report.readings, decided_by } } };
        }),
      },
    }));
    const { body } = render(Changes, { props: { at: at({ ...report, dates, changes: [change!] }), lookups: lookups(report) } });
    expect(body).toContain("→ objection found (only if it is so that: “c”)");
    expect(body).not.toContain("cannot tell (only if");
  });

  it("keep the objection of whose gate a package sets aside", () => {
    const [change] = report.changes;
    const party = given.case.parties[0]!.id;
    const forced = { feasible: true, consent: "no_objection" as const, parties: { [given.case.parties[1]!.id]: "no_objection" as const }, overridden: { [party]: "objection" as const } };
    const packages = [{ name: "Forced", same: true, before: forced, after: forced }];
    const { body } = render(Changes, { props: { at: at({ ...report, changes: [{ ...change!, packages }] }), lookups: lookups(report) } });
    expect(body.split("passes with a gate set aside").length).toBe(3);
    expect(body).toContain(`the objection remains: ${given.case.parties[0]!.name}`);
  });

  it("have steps and cells where they differ", () => {
    const issue = given.case.issues[0]!;
    const option = issue.options[1]!;
    const change = {
      ...report.changes[0]!,
      packages: report.changes[0]!.packages.map((named, i) => ({ ...named, same: i !== 0 })),
      step_changes: [
        { step: `${issue.id}=${option.id}`, may_pass: "before" as const, found: "objection" as const, parties: [given.case.parties[0]!.id], limits: [] },
        { step: `${issue.id}=${issue.options[2]!.id}`, may_pass: "after" as const, found: "not_there" as const, parties: [], limits: [] },
      ],
      rows: [{ table: "claims", id: "c", kind: "changed" as const, words: "A claim", party: null, cells: [{ column: "status", before: "", after: "settled" }] }],
    };
    const { body } = render(Changes, { props: { at: at({ ...report, changes: [change] }), lookups: lookups(report) } });
    expect(body.replaceAll(/<[^>]*>/g, "").replaceAll(/\s+/g, " ")).toContain(`with what is found now (1): ${issue.name}: ${option.name} (objection found from ${given.case.parties[0]!.name})`);
    expect(body.replaceAll(/<[^>]*>/g, "").replaceAll(/\s+/g, " ")).toContain(`with what was found before (1): ${issue.name}: ${issue.options[2]!.name} (not among the options)`);
    expect(body.replaceAll(/<[^>]*>/g, "")).toContain("status: (blank) → settled");
    expect(body.split("not the same options").length).toBe(2);
    const in_japanese = render(Changes, { props: { at: at({ ...report, changes: [change] }, { language: "ja" }), lookups: lookups(report) } }).body;
    expect(in_japanese.replaceAll(/<[^>]*>/g, "")).toContain("状態：（空欄） → settled");
  });

  it("have a name for every column of a case", () => {
    const schema = JSON.parse(readFileSync(`${root}schema/case.schema.json`, "utf8")) as {
      properties: { tables: { properties: Record<string, { items: { properties: Record<string, unknown> } }> } };
    };
    for (const { items } of Object.values(schema.properties.tables.properties)) {
      for (const column of Object.keys(items.properties)) {
        for (const words of [en, ja]) expect(words.changes.columns).toHaveProperty(column);
      }
    }
  });
});
