// SPDX-License-Identifier: Apache-2.0
// What is said of places: figures by residents can be read and compared along a row.
import { describe, expect, it } from "vitest";
import { render } from "svelte/server";
import { answers, at } from "./given";
import { place_rows, plain_unit, type PlaceRow } from "../src/views/places";
import Places from "../src/views/Places.svelte";

const flagship = answers("us-japan-2010");
const given = at(flagship);
const row = (level: string, column: number) => place_rows(given, given.package_of(column)).find((one) => one.level === level)!;
const per_head_of = (level: string, column: number) => row(level, column).per_head as Exclude<PlaceRow["per_head"], string | null>;

describe("a figure by residents", () => {
  it("is of as many residents whatever package is chosen", () => {
    const residents = (level: string) => given.columns().map((_, column) => per_head_of(level, column).residents);
    for (const level of ["presence/okinawa", "local_economy/okinawa", "land_back/okinawa"]) {
      expect(new Set(residents(level)).size, level).toBe(1);
    }
    expect(residents("presence/okinawa")[0]).toBe(1000);
    expect(residents("local_economy/okinawa")[0]).toBe(1);
  });
  it("stands in single units of the measure, with its unit beside it", () => {
    const chosen = given.columns().findIndex((column) => column.kind === "named");
    const per_head = per_head_of("presence/okinawa", chosen);
    // Twelve thousand of 1,390,000 residents go.
    expect(per_head.then).toBeCloseTo((-12_000 / 1_390_000) * 1000, 6);
    const { body } = render(Places, { props: { at: at(flagship, { composed: given.package_of(chosen) }) } });
    expect(body).toMatch(/0 → -8\.6 \(-?[\d.]+ to -?[\d.]+\) per 1,000 residents/);
    expect(body).toMatch(/yen a year per resident/);
  });
  it("is of one resident or a thousand, and bears no more digits than the population", () => {
    const { body } = render(Places, { props: { at: at(flagship, { composed: given.package_of(1) }) } });
    const figures = [...body.matchAll(/class="per-head">([^<]*)</g)].map((found) => found[1]!).filter((text) => / per /.test(text));
    expect(figures.length).toBeGreaterThan(5);
    for (const figure of figures) {
      expect(figure).toMatch(/ per (1,000 residents|resident)$/);
      for (const number of figure.split(" per ")[0]!.match(/[\d.,]*\d/g)!) expect(number.replaceAll(/[.,]/g, "").replace(/^0+/, "").replace(/0+$/, "").length).toBeLessThanOrEqual(2);
    }
  });
  it("takes a multiple off a unit, in both languages", () => {
    expect(plain_unit("bn yen a year, change from today")).toEqual({ times: 1e9, unit: "yen a year" });
    expect(plain_unit("億円／年（平均）")).toEqual({ times: 1e8, unit: "円／年" });
    expect(plain_unit("thousand")).toEqual({ times: 1000, unit: "" });
    expect(plain_unit("persons")).toEqual({ times: 1, unit: "persons" });
  });
});

it("a measure that no option changes is said not to be modelled, not to stay as it is", () => {
  expect(row("share_all/okinawa", 1).modelled).toBe(false);
  expect(row("presence/okinawa", 1).modelled).toBe(true);
  const { body } = render(Places, { props: { at: given } });
  expect(body.match(/not modelled/g)).toHaveLength(2);
});

it("it is said in whose interest a measure is, since its direction may be that of an office elsewhere", () => {
  const { body } = render(Places, { props: { at: given } });
  expect(body).toMatch(/Long runways on Okinawa.*?more is better; in the interests of Office of the Secretary of Defense/s);
  expect(body).toContain("in nobody's stated interest");
});

it("what the case would move goes to places too", () => {
  const { body } = render(Places, { props: { at: at(flagship, { composed: given.package_of(1) }) } });
  for (const place of ["Iwakuni City", "Tokunoshima", "Host towns in Kyushu", "Guam"]) expect(body).toContain(`${place} (`);
});

describe("the map", () => {
  it("shows where some measures get better and some worse, and says so in its key", () => {
    const drawn = (column: number) => {
      const { body } = render(Places, { props: { at: at(flagship, { composed: given.package_of(column) }) } });
      const striped = body.match(/<path [^>]*fill="url\(#map-both\)"/g)?.length ?? 0;
      return { striped, said: body.includes("some measures better there, some worse") };
    };
    const changes = (column: number) => place_rows(given, given.package_of(column)).filter((one) => one.place === "nago").map((one) => one.change);
    expect(changes(1)).toEqual(expect.arrayContaining(["better", "worse"]));
    expect(drawn(1)).toEqual({ striped: 1, said: true });
    expect(changes(0)).not.toContain("worse");
    expect(drawn(0)).toEqual({ striped: 0, said: false });
  });
  const { body } = render(Places, { props: { at: at(flagship, { composed: given.package_of(1) }) } });
  it("names its places from the north, whole, to be chosen by keyboard", () => {
    const labels = [...body.matchAll(/<g [^>]*role="button"[^>]*>(.*?)<\/g>/gs)].map((found) => found[1]!.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " "));
    expect(labels.map((label) => /[A-Z]\w+/.exec(label)![0])).toEqual(["Nago", "Henoko", "Kadena", "Ginowan"]);
    expect(labels.join()).not.toContain("…");
  });
  it("does not say of the prefecture that it is elsewhere, and says a finding", () => {
    const of = (place: string) => body.slice(body.indexOf(`>${place} (`, body.indexOf("<tbody"))).slice(0, 400);
    expect(of("Okinawa Prefecture")).not.toContain("not on this map");
    expect(of("Guam")).toContain("not on this map");
    expect(body).toMatch(/gets better at 3 of the 4 places drawn/);
  });
});
