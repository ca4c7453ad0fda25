// SPDX-License-Identifier: Apache-2.0
// What charts and the map draw is what their tables say.
import { render } from "svelte/server";
import { describe, expect, it } from "vitest";
import { as_number, compare, exact, minus, plus, zero } from "../src/engine/exact";
import { gain_chart, gain_rows, gain_twin, interests_of, margin_of } from "../src/views/gains";
import { drawn_around } from "../src/views/boundaries";
import { place_rows } from "../src/views/places";
import Places from "../src/views/Places.svelte";
import { answers, at } from "./given";

const report = answers("us-japan-2010");
const given = at(report);

describe("the gains of a party", () => {
  const { rows } = gain_rows(given);
  it("are the sum of the bars of each package", () => {
    expect(rows.length).toBeGreaterThan(3);
    for (const { gain } of rows) {
      const sum = gain.parts.reduce((total, part) => plus(total, part.value), minus(zero, margin_of(given)));
      expect(compare(sum, gain.central)).toBe(0);
    }
    const series = gain_chart(given, rows, "wide").series as { type: string; data: number[] }[];
    const bars = series.filter((one) => one.type === "bar");
    rows.forEach(({ gain }, i) => expect(bars.reduce((sum, bar) => sum + bar.data[i]!, 0)).toBeCloseTo(as_number(gain.central), 9));
  });
  it("have a row of the table for each package", () => {
    const twin = gain_twin(given, rows);
    expect(twin.rows.map(([name]) => name)).toEqual(rows.map(({ name }) => name));
    for (const row of twin.rows) expect(row.length).toBe(twin.columns.length);
  });
  it("open the level behind each part, under the package of the row", () => {
    const changes: unknown[] = [];
    const twin = gain_twin(at(report, {}, (change) => changes.push(change)), rows);
    const [first] = interests_of(given);
    twin.open!(1, 1)!();
    expect(changes).toEqual([{ opened: first!.level, opened_column: 1 }]);
    expect(twin.open!(1, 0)).toBeUndefined();
    expect(twin.open!(1, twin.columns.length - 1)).toBeUndefined();
  });
});

describe("the map", () => {
  const drawn = drawn_around(given.case.places.flatMap((place) => place.boundary), 360, 420)!.shapes;
  it("has the municipalities around its places, inside its frame", () => {
    expect(drawn.length).toBeGreaterThan(20);
    expect(new Set(drawn.map(({ code }) => code)).size).toBe(drawn.length);
    for (const { path, centre: [x, y] } of drawn) {
      expect(path).toMatch(/^M/);
      expect(0 <= x && x <= 360 && 0 <= y && y <= 420).toBe(true);
    }
  });
  it("has whole prefectures where the case names no municipality of Okinawa, and is none where it names nothing", () => {
    const { area, shapes } = drawn_around(["46", "35208"], 360, 420)!;
    expect(area).toBe("japan");
    expect(shapes.map(({ name }) => name)).toContain("鹿児島県");
    expect(shapes.find(({ code }) => code === "46")!.name).toBe("鹿児島県");
    expect(shapes.map(({ name }) => name)).not.toContain("北海道");
    expect(drawn_around(["47207"], 360, 420)!.shapes.map(({ name }) => name)).toContain("石垣市");
    expect(drawn_around(["35208"], 360, 420)).toBeNull();
    expect(drawn_around([], 360, 420)).toBeNull();
  });
  it("is drawn with a label for each place that has a shape and a level", () => {
    const codes = new Set(drawn.map(({ code }) => code));
    const rows = place_rows(given, given.state.composed);
    const places = given.case.places.filter((place) => place.boundary.some((code) => codes.has(code)) && rows.some((row) => row.place === place.id));
    const { body } = render(Places, { props: { at: given } });
    expect(places.length).toBeGreaterThan(2);
    expect(body.split("<circle").length - 1).toBe(places.length);
    expect(body.split("<path").length - 1).toBe(drawn.length);
  });
  it("compares what each place bears with what it bears today", () => {
    for (const row of place_rows(given, given.standing())) expect(row.then).toEqual(row.unchanged);
    const moved = place_rows(given, given.state.composed).filter((row) => row.change === "better" || row.change === "worse");
    expect(moved.length).toBeGreaterThan(0);
    for (const { then, today, level, change } of moved) {
      const more = compare(then as ReturnType<typeof exact>, today as ReturnType<typeof exact>) > 0;
      expect(change === "better").toBe(more === (given.measure(given.level(level).measure).better === "more"));
    }
  });
});
