// SPDX-License-Identifier: Apache-2.0
// The frontier between two parties: its points, what they are called, and what its title may say.
import { render } from "svelte/server";
import { describe, expect, it } from "vitest";
import type { ReportDated } from "../src/engine/answers";
import Frontier from "../src/views/Frontier.svelte";
import { frontier_chart, frontier_series, frontier_twin, reservations } from "../src/views/frontier";
import { answers, at } from "./given";

const report = answers("port-game");
const dated = report.dates[0]!;
const given = at(report);
const [a, b] = given.state.pair;

describe("the frontier of the port game", () => {
  it("calls no point objected to that may pass", () => {
    const series = frontier_series(given);
    expect(series.map((one) => one.kind)).toEqual(["feasible", "possible", "necessary"]);
    const passing = new Set(series[2]!.points.map((point) => JSON.stringify([point.x, point.y])));
    expect(series[0]!.points.some((point) => passing.has(JSON.stringify([point.x, point.y])))).toBe(true);
    expect(series[0]!.name).not.toMatch(/objects/);
  });
  it("turns around with the pair", () => {
    const turned = at(report, { pair: [b, a] });
    const points = frontier_series(given)[0]!.points.map(({ x, y }) => [x, y]);
    expect(points.length).toBeGreaterThan(1);
    expect(frontier_series(turned)[0]!.points.map(({ x, y }) => [y, x])).toEqual(points);
    expect(reservations(turned, frontier_series(turned))).toEqual([...reservations(given, frontier_series(given))].reverse());
    expect(frontier_series(at(report, { pair: [a, "nobody"] }))).toEqual([]);
  });
  it("has points that are worth to the parties what the engine says of their packages", () => {
    for (const one of frontier_series(given)) {
      for (const { x, y, member } of one.points) {
        const [across, up] = [a, b].map((party) => given.lookup.gain(party, { ...given.standing(), ...member! }));
        const [rx, ry] = reservations(given, [one]);
        const central = (gain: typeof across) => Number((gain as { central: { top: bigint; bottom: bigint } }).central.top) / Number((gain as { central: { top: bigint; bottom: bigint } }).central.bottom);
        expect(central(across)).toBeCloseTo(x - rx!, 9);
        expect(central(up)).toBeCloseTo(y - ry!, 9);
      }
    }
  });
  it("draws each point once, with its table", () => {
    const series = frontier_series(given);
    const option = frontier_chart(given, series, "wide");
    const drawn = (option.series as { data: { value: number[] }[]; markLine?: { data: unknown[] } }[]).map(({ data }) => data.map(({ value }) => value));
    expect(drawn).toEqual(series.map((one) => one.points.map(({ x, y }) => [x, y])));
    expect((option.series as { markLine?: { data: unknown[] } }[])[0]!.markLine!.data.length).toBe(2);
    expect(frontier_twin(given, series).rows.length).toBe(drawn.flat().length);
    const { min, max } = option.xAxis as { min: number; max: number };
    for (const [x] of drawn.flat()) expect(min <= x! && x! <= max).toBe(true);
  });
});

describe("its title", () => {
  const title = (changed: Partial<ReportDated["frontiers"][number]>) => {
    const frontiers = dated.frontiers.map((frontier) => ({ ...frontier, ...changed }));
    const { body } = render(Frontier, { props: { at: at({ ...report, dates: [{ ...dated, frontiers }] }), medium: "wide" } });
    return /<figcaption>(.*?)<\/figcaption>/.exec(body)![1]!;
  };
  it("claims no more than was proved", () => {
    expect(title({})).toMatch(/nothing gets better/);
    expect(title({ proved: false })).not.toMatch(/nothing gets better/);
    expect(title({ proved: false })).toContain("not all were looked at");
    expect(title({ count: 0, points: [] })).toContain("No package");
    expect(title({ count: 0, points: [], proved: false })).toContain("before the search was stopped");
  });
});

describe("what is said beside its points", () => {
  type Frontier = ReportDated["frontiers"][number];
  const given_with = (change: (frontier: Frontier) => Partial<Frontier>, of: Partial<ReportDated> = {}) =>
    at({ ...report, dates: [{ ...dated, frontiers: dated.frontiers.map((frontier) => ({ ...frontier, ...change(frontier) })), ...of }] });
  const page = (given: ReturnType<typeof at>) => render(Frontier, { props: { at: given, medium: "wide" } }).body.replaceAll(/<!--.*?-->/gs, "").replaceAll(/\s+/g, " ");
  const title = (given: ReturnType<typeof at>) => /<figcaption>(.*?)<\/figcaption>/.exec(page(given))![1]!;

  it("speaks of those that may pass only where both searches were finished", () => {
    expect(title(given)).toContain("; among packages that may pass, 8");
    const feasible = ({ over }: Frontier) => over === "feasible";
    for (const stopped of [feasible, (one: Frontier) => !feasible(one)]) {
      expect(title(given_with((one) => (stopped(one) ? { proved: false } : {})))).not.toContain("among packages that may pass");
    }
  });
  it("is that better packages may exist where a search was stopped", () => {
    const note = "The search was stopped: better packages may exist.";
    expect(page(given)).not.toContain(note);
    expect(page(given_with(({ certainty }) => (certainty === "necessary" ? { proved: false } : {})))).toContain(note);
  });
  it("is how many of them are drawn", () => {
    expect(page(given)).not.toContain("points are drawn");
    const cut = page(given_with(({ over, points }) => (over === "feasible" ? { points: points.slice(0, 3) } : {})));
    expect(cut).toContain("breaks no limit: 3 of 16 points are drawn, spread evenly");
    expect(cut.match(/points are drawn/g)!.length).toBe(1);
  });
  it("is who is in no pair", () => {
    const paired = new Set(dated.frontiers.flatMap((frontier) => frontier.between));
    const others = dated.case.parties.map((party) => party.id).filter((party) => !paired.has(party));
    expect(others.length).toBe(3);
    expect(page(given)).toContain(`12 further pairs were not looked at: the report bounds them (nema report --pairs). In no pair here: ${given.parties(others)}.`);
    // Without interests nothing could be compared.
    const interests = dated.case.interests.filter((interest) => interest.party !== others[0]);
    expect(page(given_with(() => ({}), { case: { ...dated.case, interests } }))).toContain(`In no pair here: ${given.parties(others.slice(1))}.`);
    expect(page(given_with(() => ({}), { frontier_pairs_left_out: 0 }))).not.toContain("In no pair here");
  });
  it("has empty signs for what leaves the question open, where there is one", () => {
    const lookup = { ...dated.lookup, wanted: 0 };
    const symbols = (wants: ReportDated["case"]["wants"]) => {
      const view = given_with(() => ({}), { lookup, case: { ...dated.case, wants } });
      const { series } = frontier_chart(view, frontier_series(view), "wide") as { series: { data: { symbol: string }[] }[] };
      return [...new Set(series.flatMap(({ data }) => data.map(({ symbol }) => symbol)))];
    };
    expect(symbols([{ A: ["A1"] }])).toEqual(["emptyCircle", "emptyDiamond", "emptyRect"]);
    expect(symbols([])).toEqual(["circle", "diamond", "rect"]);
  });
});
