// SPDX-License-Identifier: Apache-2.0
// How numbers and texts of a case are written on the page.
import { describe, expect, it } from "vitest";
import { isolated } from "../src/isolated";
import { csv } from "../src/parts/charts";
import { rule_words } from "../src/parts/rule_words";
import { answers, at } from "./given";

const report = answers("waterworks");

describe("numbers", () => {
  const said = at(report);
  it.each([
    [0, "0%"], [-0, "0%"], [0.004, "0.4%"], [-0.00032, "-0.03%"], [0.005, "1%"], [0.494, "49%"], [1, "100%"],
  ])("%d is %s", (share, text) => {
    expect(said.percent(share)).toBe(text);
  });
  it.each([
    ["1364262", "1,364,262"], ["-12345678/10", "-1,234,568"], ["3/2", "1.5"], ["2/3", "0.6667"], ["0", "0"],
  ])("%s is %s", (number, text) => {
    expect(said.exact(number)).toBe(text);
  });
  it("have bounds in digits", () => {
    expect(said.bounded({ count: "0", exact: false, count_at_most: "2000" })).toBe("0–2,000");
    expect(said.bounded({ count: "0", exact: true })).toBe("none");
  });
});

describe("amounts of money", () => {
  const flagship = answers("us-japan-2010");
  it("are counted in 億 in Japanese, and in what the case writes elsewhere", () => {
    const level = flagship.dates[0]!.case.levels.find((one) => one.measure === "jpn_cost")!.id;
    expect(at(flagship).amount(level, "610") + at(flagship).unit("jpn_cost")).toBe("610bn yen");
    const said = at(flagship, { language: "ja" });
    expect(said.amount(level, "610") + said.unit("jpn_cost")).toBe("6,100億円");
    expect(said.unit("lift_minutes")).toBe("分（片道）");
    expect(said.about(5_589)).toBe("5,600");
    expect(said.about(-8.633)).toBe("-8.6");
  });
});

describe("a rule", () => {
  const flagship = answers("us-japan-2010");
  const dated = flagship.dates[0]!;
  const [a, b, c] = dated.case.gates.map((gate) => gate.id) as [string, string, string];
  const part = (rule: unknown) => ({ rule, weight: "1" });
  const all = { kind: "all", threshold: "2", parts: [part(a), part(b)] };
  const any = { kind: "any", threshold: "1", parts: [part(all), part(c)] };
  const gates = dated.case.gates.map((gate, i) => ({ ...gate, party: ["us.usaf", "ok.nago", "jp.sdp"][i] ?? "jp.pm", act: `act ${i}` }));
  const view = (language: "en" | "ja") => at({ ...flagship, dates: [{ ...dated, case: { ...dated.case, gates } }] }, { language });
  it("holds the parts of a rule within another together", () => {
    expect(rule_words(view("en"), any as never)).toBe("one of these 2 (both Air Force at Kadena and Nago City or Social Democratic Party)");
    expect(rule_words(view("en"), all as never)).toBe("Air Force at Kadena and Nago City");
    expect(rule_words(view("ja"), any as never)).toContain("の全員");
  });
  it("names the act where a party has several gates", () => {
    const twice = { ...all, parts: [part(dated.case.gates[3]!.id), part(dated.case.gates[4]!.id)] };
    expect(rule_words(view("en"), twice as never)).toBe("Prime Minister's Office and cabinet (act 3) and Prime Minister's Office and cabinet (act 4)");
  });
});

describe("a limit", () => {
  it("is called by its bound, not by a note on it", () => {
    expect(at(answers("us-japan-2010")).limit("l_near")).toMatch(/: at most 30 minutes, one way$/);
    expect(at(answers("us-japan-2010")).limit("l_v_site")).toMatch(/^The V is a plan for the cape\. \(not allowed: .* or “Home of the lift helicopters now at Futenma: On Guam” together with “Two runways of 1,800 m in a V, overruns included”\)$/);
  });
});

describe("a limit on a level", () => {
  it("says its least, its greatest, or both", () => {
    const flagship = answers("us-japan-2010");
    const [dated] = flagship.dates;
    const limit = dated!.case.limits.find((one) => one.id === "l_near")!;
    const said = (at_least: string | null, at_most: string | null) =>
      at({ ...flagship, dates: [{ ...dated!, case: { ...dated!.case, limits: [{ ...limit, at_least, at_most }] } }] }).limit("l_near");
    expect(said("20", null)).toMatch(/: at least 20 minutes, one way$/);
    expect(said("20", "30")).toMatch(/: at least 20 minutes, one way, at most 30 minutes, one way$/);
  });
});

describe("a column of the nearest package", () => {
  it("is said to be of a search that was stopped, where it was", () => {
    const [dated] = report.dates;
    const names = (incomplete: (typeof dated & {})["incomplete"]) => {
      const given = at({ ...report, dates: [{ ...dated!, incomplete }] });
      return given.columns().flatMap(({ kind }, number) => (kind === "nearest" ? [given.column_name(number)] : []));
    };
    expect(names([])).toEqual(["Nearest to “as things stand” that may pass"]);
    expect(names([{ part: "columns", reason: "stopped" }])).toEqual(["Nearest to “as things stand” that may pass (stopped)"]);
    expect(names([{ part: "passing", reason: "stopped" }])).toEqual(names([]));
  });
});

describe("a table to download", () => {
  it("keeps numbers and percentages as they are, and marks what a spreadsheet would compute", () => {
    const rows = [["-5%", "+0.5", "-12%", "=1+1", "-1% (-5% to 3%)", "@a", "a,b"]];
    expect(csv({ columns: ["a"], rows })).toBe("\ufeffa\n-5%,+0.5,-12%,'=1+1,'-1% (-5% to 3%),'@a,\"a,b\"\n");
  });
});

describe("the language of a text", () => {
  const named = { ...report, dates: report.dates.map((dated) => ({ ...dated, case: { ...dated.case, translations: { Water: "水", QDR: "QDR 2010年" } } })) };
  it.each([
    ["en", "Water", "en"], ["ja", "Water", "ja"], ["ja", "Wells", "en"], ["ja", "QDR", "ja"], ["en", "六町の水道", "ja"], ["ja", "六町の水道", "ja"],
    ["en", "Henoko (辺野古)", "en"], ["ja", "議案第3号 (draft)", "ja"], ["ja", "", "ja"],
  ] as const)("in %s, of “%s”, is %s", (language, text, is) => {
    expect(at(named, { language }).language_of(text)).toBe(is);
    expect(at(named, { language }).untranslated(text) === "").toBe(is === language);
  });
});

describe("texts that are blank", () => {
  it.each(["en", "ja"] as const)("leave no empty quotation in %s", (language) => {
    const { first, why } = at(report, { language }).words;
    expect(first.claimant("")).toBe("");
    expect(why.refuses("")).not.toMatch(/[“「：:]/);
  });
});

describe("texts of others", () => {
  it("cannot turn around what stands beside them", () => {
    expect(isolated("a\u202eb\u2066c\u2069d")).toBe("abcd");
    expect(isolated("שלום")).toBe("\u2068שלום\u2069");
    expect(isolated("辺野古 (Henoko), Schwab – 2 %")).toBe("辺野古 (Henoko), Schwab – 2 %");
  });
  it("are written so by every way to them", () => {
    const [dated, ...rest] = report.dates;
    const turned = (text: string) => `\u202e${text}`;
    const first = dated!.case.places[0]!;
    const party = dated!.case.parties[0]!;
    const changed = {
      ...dated!,
      case: {
        ...dated!.case,
        parties: dated!.case.parties.map((one) => ({ ...one, name: turned(one.name) })),
        places: dated!.case.places.map((one) => ({ ...one, name: turned(one.name), name_ja: turned("川") })),
      },
    };
    for (const language of ["en", "ja"] as const) {
      const said = at({ ...report, dates: [changed, ...rest] }, { language });
      for (const text of [said.party(party.id), said.bearer(first.id), said.text(turned("a"))]) expect(text).not.toContain("\u202e");
    }
  });
});

describe("names", () => {
  it("are found at any date", () => {
    const [dated, other] = report.dates;
    const gone = dated!.case.parties[0]!;
    const issue = dated!.case.issues[0]!;
    const rename = other!.case.issues.map((one, i) => (i === 0 ? { ...one, id: "another", options: [] } : one));
    const less = {
      ...other!,
      case: { ...other!.case, parties: other!.case.parties.slice(1), issues: rename, translations: {} },
      lookup: { ...other!.lookup, issues: other!.lookup.issues.filter((id) => id !== issue.id) },
    };
    const named = { ...dated!, case: { ...dated!.case, translations: { [gone.name]: "当事者" } } };
    const said = at({ ...report, dates: [named, less] }, { date: 1, language: "ja" });
    expect(said.party(gone.id)).toBe("当事者");
    expect(said.language_of(gone.name)).toBe("ja");
    expect(said.issue(issue.id)).toBe(issue.name);
    expect(said.option(issue.id, issue.options[0]!.id)).toBe(issue.options[0]!.name);
  });
});
