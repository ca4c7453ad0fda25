// SPDX-License-Identifier: Apache-2.0
// What is said of places: figures by residents can be read and compared along a row.
import { describe, expect, it } from "vitest";
import { render } from "svelte/server";
import { answers, at } from "./given";
import { place_rows, plain_unit } from "../src/views/places";
import Places from "../src/views/Places.svelte";

const flagship = answers("us-japan-2010");
const given = at(flagship);
const row = (level: string, column: number) => place_rows(given, given.package_of(column)).find((one) => one.level === level)!;

describe("a figure by residents", () => {
  it("is of as many residents whatever package is chosen", () => {
    const residents = (level: string) => given.columns().map((_, column) => row(level, column).per_head?.residents);
    for (const level of ["presence/okinawa", "local_economy/okinawa", "land_back/okinawa"]) {
      expect(new Set(residents(level)).size, level).toBe(1);
    }
    expect(residents("presence/okinawa")[0]).toBe(1000);
    expect(residents("local_economy/okinawa")[0]).toBe(1);
  });
  it("stands in single units of the measure, with its unit beside it", () => {
    const chosen = given.columns().findIndex((column) => column.kind === "named");
    const { per_head } = row("presence/okinawa", chosen);
    // Twelve thousand of 1,390,000 residents go.
    expect(per_head!.then).toBeCloseTo((-12_000 / 1_390_000) * 1000, 6);
    const { body } = render(Places, { props: { at: at(flagship, { composed: given.package_of(chosen) }) } });
    expect(body).toContain("0 → -8.63 per 1,000 residents");
    expect(body).toMatch(/yen a year per resident/);
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

describe("the map", () => {
  const { body } = render(Places, { props: { at: at(flagship, { composed: given.package_of(1) }) } });
  it("names its places from the north, whole, to be chosen by keyboard", () => {
    const labels = [...body.matchAll(/<g [^>]*role="button"[^>]*>(.*?)<\/g>/gs)].map((found) => found[1]!.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " "));
    expect(labels.map((label) => /[A-Z]\w+/.exec(label)![0])).toEqual(["Nago", "Henoko", "Kadena", "Ginowan"]);
    expect(labels.join()).not.toContain("…");
  });
  it("does not say of the prefecture that it is elsewhere, and says a finding", () => {
    const of = (place: string) => body.slice(body.lastIndexOf(`${place} (`)).slice(0, 400);
    expect(of("Okinawa Prefecture")).not.toContain("not on this map");
    expect(of("Guam")).toContain("not on this map");
    expect(body).toMatch(/gets better at 3 of the 4 places drawn/);
  });
});
