// SPDX-License-Identifier: Apache-2.0
// The chart of what two parties can have at once.
import type { At } from "../at";
import type { Package, ReportDated } from "../engine/answers";
import { compare, exact, zero } from "../engine/exact";
import type { ChartOption, Twin } from "../parts/charts";
import { on_question } from "../parts/caveats";
import type { Medium } from "../parts/medium";

type Frontier = ReportDated["frontiers"][number];

export interface Series {
  name: string;
  kind: "feasible" | "possible" | "necessary";
  frontier: Frontier;
  /** `member` is one of the packages with these worths; `answers`: whether it answers the question, where that can be looked up. */
  points: { x: number; y: number; packages: string; member: Package | undefined; answers: boolean | "unlisted" }[];
}

/** The frontiers between the chosen two; worth of the first party across. */
export function frontier_series(at: At): Series[] {
  const [a, b] = at.state.pair;
  const found: Series[] = [];
  for (const frontier of at.dated.frontiers) {
    const forward = frontier.between[0] === a && frontier.between[1] === b;
    const backward = frontier.between[0] === b && frontier.between[1] === a;
    if (!forward && !backward) continue;
    const kind = frontier.over === "feasible" ? "feasible" : (frontier.certainty as "possible" | "necessary");
    const first = forward ? 0 : 1;
    found.push({
      kind,
      name: at.words.frontier[kind],
      frontier,
      points: frontier.points.map((point) => ({
        x: point.worth[first]!,
        y: point.worth[1 - first]!,
        packages: point.packages,
        member: point.members[0] && { ...at.standing(), ...point.members[0] },
        answers: point.members[0] === undefined ? "unlisted" as const : at.lookup.wanted({ ...at.standing(), ...point.members[0] }),
      })),
    });
  }
  return found;
}

/** What each of the two expects without agreement, its margin included. */
export function reservations(at: At, series: Series[]): [number | null, number | null] {
  const frontier = series[0]?.frontier;
  if (!frontier) return [null, null];
  const [x, y] = frontier.reservations as [number | null, number | null];
  return frontier.between[0] === at.state.pair[0] ? [x, y] : [y, x];
}

export function frontier_twin(at: At, series: Series[]): Twin {
  const words = at.words.frontier;
  return {
    columns: [words.set, words.worth(at.party(at.state.pair[0])), words.worth(at.party(at.state.pair[1])), words.packages, words.one],
    rows: series.flatMap((one) =>
      one.points.map((point) => [one.name, at.number(point.x, 2), at.number(point.y, 2), at.count(point.packages), said_of(at, point)]),
    ),
  };
}

export const looks = {
  feasible: { color: "#b4530a", symbol: "circle", shape: "circle" },
  possible: { color: "#0b5f8f", symbol: "diamond", shape: "diamond" },
  necessary: { color: "#00724e", symbol: "rect", shape: "rect" },
} as const;

/** What a point is of: one of its packages, and whether that answers the question. */
export function said_of(at: At, point: Series["points"][number]): string {
  if (!point.member) return "";
  const changes = at.given_name(point.member) ?? at.changes(point.member, 4);
  return at.sentences([at.words.frontier.one_of(at.count(point.packages), changes), on_question(at, point.member)]);
}

/** Lines of a tooltip, as text: names come from the case. */
function texts_below(texts: string[]): HTMLElement {
  const box = document.createElement("div");
  box.style.cssText = "max-width: 20rem; white-space: normal";
  for (const text of texts) box.appendChild(document.createElement("div")).textContent = text;
  return box;
}

/** An axis that shows all of the values, to the next tenth. */
function bounds(values: (number | null)[]): { min: number; max: number } {
  const known = values.filter((value): value is number => value !== null);
  return {
    min: Math.floor(Math.min(...known) * 10 - 0.05) / 10,
    max: Math.ceil(Math.max(...known) * 10 + 0.05) / 10,
  };
}

/** The same sign, empty. */
const hollow = (symbol: string) => `empty${symbol[0]!.toUpperCase()}${symbol.slice(1)}`;

export function frontier_chart(at: At, series: Series[], medium: Medium): ChartOption {
  const words = at.words.frontier;
  const [x, y] = reservations(at, series);
  const points = series.flatMap((one) => one.points);
  const axis = (party: string, values: (number | null)[]) => ({
    type: "value" as const,
    ...bounds(values),
    name: words.worth(at.party(party)),
    nameLocation: "middle" as const,
    axisLabel: { color: "#333", formatter: (value: number) => at.number(value, 2) },
    nameTextStyle: { color: "#1c1c1c", width: medium === "narrow" ? 260 : 420, overflow: "truncate" as const },
    splitLine: { lineStyle: { color: "#e3e3e3" } },
  });
  const label = (party: string) => ({
    formatter: compare(exact(at.dated.lookup.parties[party]?.margin ?? 0), zero) > 0 ? words.without_margin : words.without,
  });
  const [first, second] = at.state.pair;
  const lines = [
    ...(x === null ? [] : [{ xAxis: x, label: label(first) }]),
    ...(y === null ? [] : [{ yAxis: y, label: label(second) }]),
  ];
  return {
    grid: { left: 76, right: 24, top: 16, bottom: 56 },
    tooltip: { trigger: "item", confine: true, formatter: (item) => {
      const { seriesIndex = 0, dataIndex } = item as { seriesIndex?: number; dataIndex: number };
      const point = series[seriesIndex]?.points[dataIndex];
      return point ? texts_below([series[seriesIndex]!.name, `${at.number(point.x, 2)} / ${at.number(point.y, 2)}`, said_of(at, point)]) : "";
    } },
    xAxis: { ...axis(at.state.pair[0], [x, ...points.map((point) => point.x)]), nameGap: 30 },
    yAxis: { ...axis(at.state.pair[1], [y, ...points.map((point) => point.y)]), nameGap: 44 },
    series: series.map((one, i) => ({
      type: "scatter" as const,
      name: one.name,
      symbol: looks[one.kind].symbol,
      symbolSize: one.kind === "feasible" ? 9 : 11,
      itemStyle: { color: looks[one.kind].color },
      data: one.points.map((point) => ({ value: [point.x, point.y], symbol: point.answers === false && at.asks() ? hollow(looks[one.kind].symbol) : looks[one.kind].symbol })),
      ...(i === 0
        ? { markLine: { symbol: "none", silent: true, label: { color: "#333", position: "insideEndTop" as const }, lineStyle: { color: "#555", type: "dashed" as const }, data: lines } }
        : {}),
    })),
  };
}
