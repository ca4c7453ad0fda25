// SPDX-License-Identifier: Apache-2.0
// The chart of one party's gains: a bar of its measures for each package, and the range over weights.
import type { At } from "../at";
import { as_number, compare, exact, minus, sign, zero, type Exact } from "../engine/exact";
import { is_missing, type Gain, type Missing } from "../engine/lookup";
import type { Medium } from "../parts/medium";
import { look, type ChartOption, type Entry, type Twin } from "../parts/charts";
import { margin_share } from "../parts/reasons";

export interface GainRow {
  name: string;
  /** Of the packages in columns; -1: the composed one. */
  column: number;
  gain: Gain;
}

/** The margin of the chosen party. */
export function margin_of(at: At): Exact {
  return exact(at.dated.lookup.parties[at.state.party]?.margin ?? 0);
}

/** What a gain of 0 is. */
export function expected(at: At): string {
  const margin = margin_of(at);
  const words = at.words.gain;
  return sign(margin) > 0 ? words.expected_and_margin(margin_share(at, margin)) : words.expected;
}

/** What is taken off every gain of the party, as a bar and a column of its own. */
function taken_off(at: At): { name: string; value: Exact; color: string }[] {
  const margin = margin_of(at);
  return sign(margin) > 0 ? [{ name: at.words.gain.margin, value: minus(zero, margin), color: "#9a958a" }] : [];
}

/** The rows that have a gain, and the names of those that have none. */
export function gain_rows(at: At): { rows: GainRow[]; without: { name: string; why: Missing }[] } {
  const rows = at.columns().map((column, number) => ({
    name: at.column_name(number),
    column: number,
    gain: at.lookup.gain(at.state.party, column.package),
  }));
  const composed = at.package_name(at.state.composed) === at.words.page.composed;
  if (composed) {
    rows.push({
      name: at.words.page.composed,
      column: -1,
      gain: at.lookup.gain(at.state.party, at.state.composed),
    });
  }
  const found: GainRow[] = [];
  const without: { name: string; why: Missing }[] = [];
  for (const { name, column, gain } of rows) {
    if (is_missing(gain)) without.push({ name, why: gain });
    else found.push({ name, column, gain });
  }
  return { rows: found, without };
}

/** Interests by falling central weight, as in the answers' own order among equals. */
export function interests_of(at: At): { id: string; level: string; weight: Exact }[] {
  const party = at.dated.lookup.parties[at.state.party];
  const levels = new Map(at.case.interests.map((interest) => [interest.id, interest.level]));
  return (party?.interests ?? [])
    .map(({ interest }, i) => ({ id: interest, level: levels.get(interest)!, weight: exact(party!.central[i]!) }))
    .sort((a, b) => compare(b.weight, a.weight));
}

/** What a part of the bars is called: by its measure, and where the measure is valued at several bearers, by the level. */
function part_name(at: At, level: string): string {
  const measure = at.level(level).measure;
  const twice = interests_of(at).filter((one) => at.level(one.level).measure === measure).length > 1;
  return twice ? at.level_name(level) : at.text(at.measure(measure).name);
}

/** Opens the level behind one part of a gain; parts are in the order of the interests. */
export function open_part(at: At, row: GainRow | undefined, part: number): (() => void) | undefined {
  const interest = interests_of(at)[part];
  return row && interest && (() => at.change({ opened: interest.level, opened_column: row.column }));
}

export function gain_twin(at: At, rows: GainRow[]): Twin {
  const words = at.words.gain;
  const interests = interests_of(at);
  return {
    columns: [at.words.table.measure, ...interests.map((one) => at.level_name(one.level)), ...taken_off(at).map((one) => one.name), words.least, words.central, words.greatest],
    rows: rows.map(({ name, gain }) => [
      name,
      ...interests.map((one) => at.value(gain.parts.find((part) => part.interest === one.id)!.value, 2)),
      ...taken_off(at).map((one) => at.value(one.value, 2)),
      at.value(gain.least, 2),
      at.value(gain.central, 2),
      at.value(gain.greatest, 2),
    ]),
    open: (row, column) => open_part(at, rows[row], column - 1),
  };
}

/** What the colours of the bars stand for. */
export function gain_legend(at: At): Entry[] {
  const measures = interests_of(at).map((one, i) => ({ name: part_name(at, one.level), ...look(i) }));
  return [...measures, ...taken_off(at)];
}

export function gain_chart(at: At, rows: GainRow[], medium: Medium): ChartOption {
  const words = at.words.gain;
  const interests = interests_of(at);
  const narrow = medium === "narrow";
  /** Names are whole, in lines. */
  const names = { wide: 290, narrow: 124, paper: 255 }[medium];
  // Two packages may have one name, so an axis knows them by their place.
  const places = rows.map((_, i) => `${i}`);
  const name_at = (place: unknown) => rows[Number(place)]?.name ?? "";
  const short = sign(margin_of(at)) > 0 ? words.axis_short_margin : words.axis_short;
  return {
    grid: { left: names + 10, right: 16, top: 8, bottom: 52 },
    tooltip: { trigger: "axis", axisPointer: { type: "shadow", label: { formatter: ({ value }) => name_at(value) } }, confine: true, valueFormatter: (value) => at.number(Number(value), 2) },
    xAxis: { type: "value", name: narrow ? short : words.axis(expected(at)), nameLocation: "middle", nameGap: 24, axisLabel: { color: "#333" }, nameTextStyle: { color: "#333" }, splitLine: { lineStyle: { color: "#ddd" } } },
    yAxis: { type: "category", inverse: true, data: places, axisLabel: { formatter: name_at, color: "#1c1c1c", width: names, overflow: "break", fontSize: medium === "wide" ? 12 : 10.5, lineHeight: medium === "wide" ? 14 : 12 }, axisTick: { show: false } },
    series: [
      ...interests.map((one, i) => ({
        type: "bar" as const,
        stack: "gain",
        name: part_name(at, one.level),
        barWidth: 12,
        itemStyle: { color: look(i).color, decal: look(i).decal },
        data: rows.map(({ gain }) => as_number(gain.parts.find((part) => part.interest === one.id)!.value)),
      })),
      ...taken_off(at).map(({ name, value, color }) => ({
        type: "bar" as const,
        stack: "gain",
        name,
        barWidth: 12,
        itemStyle: { color },
        data: rows.map(() => as_number(value)),
      })),
      {
        type: "custom" as const,
        name: words.range,
        itemStyle: { color: "#1c1c1c" },
        data: rows.map(({ gain }, i) => [i, ...[gain.least, gain.central, gain.greatest].map((end) => as_number(is_missing(end) ? gain.central : end))]),
        encode: { x: [1, 3], y: 0 },
        tooltip: { show: false },
        z: 5,
        renderItem: (_: unknown, api: { value(i: number): number | string; coord(at: number[]): number[] }) => {
          const row = Number(api.value(0));
          const [least, central, greatest] = [1, 2, 3].map((i) => api.coord([Number(api.value(i)), row]));
          const y = central![1]! + 11;
          const style = { stroke: "#1c1c1c", lineWidth: 1.5, fill: "#1c1c1c" };
          return {
            type: "group" as const,
            children: [
              { type: "line" as const, shape: { x1: least![0]!, x2: greatest![0]!, y1: y, y2: y }, style },
              { type: "circle" as const, shape: { cx: central![0]!, cy: y, r: 3 }, style },
            ],
          };
        },
        markLine: { symbol: "none", silent: true, label: { show: false }, lineStyle: { color: "#1c1c1c", type: "solid" as const, width: 1.5 }, data: [{ xAxis: 0 }] },
      },
    ],
  };
}
