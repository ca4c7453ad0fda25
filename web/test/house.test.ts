// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from "node:fs";
import { render } from "svelte/server";
import { describe, expect, it } from "vitest";
import House from "../src/views/House.svelte";
import type { HouseAnswer } from "../src/engine/answers";
import { cut, drawn_house, fall_of, is_single_point, load_share } from "../src/views/house";
import { answers, at, with_house } from "./given";
import { made } from "./paths";

const house = JSON.parse(readFileSync(`${made}house.json`, "utf8")) as HouseAnswer;

describe("names", () => {
  it("are cut between words, in Japanese anywhere, and say that they go on", () => {
    expect(cut("Alliance of Japan and the United States", 130, 3)).toEqual(["Alliance of Japan", "and the United", "States"]);
    expect(cut("東アジア安全保障フォーラム", 70, 3)).toEqual(["東アジア安全", "保障フォーラ", "ム"]);
    expect(cut("one two three four five six", 40, 2)[1]).toMatch(/…$/);
    expect(cut("", 40, 2)).toEqual([]);
  });
});

describe.each([360, 960])("the house at %d px", (width) => {
  const drawn = drawn_house(house, (text) => text, width);
  const at = new Map(drawn.rooms.map((room) => [room.arrangement.id, room]));

  it("has every room once, within its width, none over another", () => {
    expect(drawn.rooms.map((room) => room.arrangement.id).sort()).toEqual(house.arrangements.map((one) => one.id).sort());
    for (const [i, a] of drawn.rooms.entries()) {
      expect(a.x).toBeGreaterThanOrEqual(0);
      expect(a.x + drawn.room.width).toBeLessThanOrEqual(width);
      expect(a.y + drawn.room.height).toBeLessThanOrEqual(drawn.height);
      for (const b of drawn.rooms.slice(i + 1)) {
        const apart = Math.abs(a.x - b.x) >= drawn.room.width || Math.abs(a.y - b.y) >= drawn.room.height;
        expect(apart, `${a.arrangement.id} and ${b.arrangement.id}`).toBe(true);
      }
    }
  });
  it("has higher floors above lower ones, and each room above those that it rests on", () => {
    for (const a of drawn.rooms) {
      for (const b of drawn.rooms) {
        if (a.arrangement.floor > b.arrangement.floor) expect(a.y).toBeLessThan(b.y);
      }
    }
    for (const line of drawn.lines) expect(at.get(line.from)!.y).toBeLessThan(at.get(line.to)!.y);
  });
  it("has a line for each support", () => {
    const supports = house.arrangements.flatMap((one) => one.rests_on.flatMap((row) => row.on));
    expect(drawn.lines.length).toBe(supports.length);
  });
});

describe("what follows from a failure", () => {
  it("holds what fails, and weighs as the engine says", () => {
    for (const load of house.load) {
      expect(fall_of(house, load.component)!.functions_lost.length).toBe(load.functions);
      expect(load_share(house, load.component)).toBeLessThanOrEqual(1);
      expect(is_single_point(house, load.component)).toBe(load.functions + load.contingencies > 0);
    }
    expect(house.load.some((load) => load_share(house, load.component) === 1)).toBe(true);
  });
  it("is nothing for what does not stand", () => {
    const proposed = house.arrangements.find((one) => !one.exists)!;
    expect(fall_of(house, proposed.id)).toBeUndefined();
    expect(load_share(house, proposed.id)).toBe(0);
  });
});

describe("the view", () => {
  const report = with_house(answers("waterworks"));
  const { body } = render(House, { props: { at: at(report, { fails: "us_japan" }), medium: "wide" } });
  it("says of a fall that rests on a contested claim what falls in the other reading", () => {
    expect(body).toContain("This is one reading of the claim below");
    expect(body).toContain("falls in one reading");
    const other = render(House, { props: { at: at(report, { fails: "arf" }), medium: "wide" } }).body;
    expect(other).not.toContain("This is one reading of the claim below");
  });
  it("ranks only steps that add something", () => {
    const ranked = body.slice(body.indexOf("What founding or strengthening would add"), body.indexOf("By themselves these add nothing"));
    expect(ranked).toContain("gained 10");
    expect(ranked).not.toMatch(/gained (0|none), contingencies then covered by something that acts (0|none), pairs that then have a function together (0|none)/);
  });
});

describe("what was not counted to its end", () => {
  const page = (changed: Partial<HouseAnswer>) => {
    const report = answers("waterworks");
    const dates = report.dates.map((dated) => ({ ...dated, house: { ...house, seconds: 0, ...changed } }));
    return render(House, { props: { at: at({ ...report, dates }), medium: "wide" } }).body.replaceAll(/<!--.*?-->/gs, "");
  };
  const open = house.purposes.find((purpose) => house.gaps.some((gap) => gap.function === purpose.id))!;
  const purposes = (of: Partial<typeof open>) => [{ ...open, ...of }];

  it("is said so of a function, and never to be without a gap", () => {
    expect(page({})).not.toContain("Stopped before all were counted.");
    expect(page({ purposes: purposes({ exact: false }) })).toContain("Stopped before all were counted.");
    const none = { gaps: [], purposes: purposes({ pairs: 0, triples: 0, without: [] }) };
    expect(page(none)).toContain("no gap among the members that have it");
    const stopped = page({ ...none, purposes: purposes({ ...none.purposes[0]!, exact: false }) });
    expect(stopped).toContain("Stopped before all were counted.");
    expect(stopped).not.toContain("no gap among the members that have it");
  });
  it("is said so of a list that is not whole", () => {
    const gaps = house.gaps.filter((gap) => gap.function === open.id);
    const whole = { gaps, purposes: purposes({ pairs: gaps.length, triples: 0 }) };
    expect(page(whole)).not.toContain("The first ");
    expect(page({ ...whole, purposes: purposes({ pairs: gaps.length, triples: 4 }) })).toContain(`The first ${gaps.length} of ${gaps.length + 4}:`);
  });
  it("is said so of independent ways, by the least and the greatest number", () => {
    const row = house.functions[0]!;
    const seen = (at_least: number, at_most: number) => {
      const functions = [{ ...row, independent_paths: { at_least, at_most } }];
      const report = answers("waterworks");
      const dates = report.dates.map((dated) => ({ ...dated, house: { ...house, seconds: 0, functions } }));
      const { body } = render(House, { props: { at: at({ ...report, dates }, { lens: row.member }), medium: "wide" } });
      return /<td data-column="Independent ways">(.*?)<\/td>/.exec(body.replaceAll(/<!--.*?-->/gs, ""))![1];
    };
    expect(seen(2, 5)).toBe("2 to 5");
    expect(seen(3, 3)).toBe("3");
  });
  it("is said so of what founding or strengthening would add", () => {
    const next = (stopped: boolean) => page({ next: { ...house.next, best: { ...house.next.best, stopped } } });
    expect(next(false)).not.toContain("there may be more steps and better sets");
    expect(next(true)).toContain("The search was stopped: there may be more steps and better sets.");
  });
});
