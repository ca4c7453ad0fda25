// SPDX-License-Identifier: Apache-2.0
// The parts of ECharts that the page draws with, and what all charts share.
import { BarChart, CustomChart, ScatterChart } from "echarts/charts";
import { AriaComponent, GridComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { init, use, type ComposeOption } from "echarts/core";
import type { BarSeriesOption, CustomSeriesOption, ScatterSeriesOption } from "echarts/charts";
import type { GridComponentOption, TooltipComponentOption } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, CustomChart, ScatterChart, AriaComponent, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

export type ChartOption = ComposeOption<
  BarSeriesOption | CustomSeriesOption | ScatterSeriesOption | GridComponentOption | TooltipComponentOption
>;

/** A chart as a table: the same numbers in words. */
export interface Twin {
  columns: string[];
  rows: string[][];
  /** Shows where the number of a cell comes from, where that can be said. */
  open?: (row: number, column: number) => (() => void) | undefined;
}

/** What a sign of a chart stands for: its colour, its hatching, and its shape if it is no bar. */
export interface Entry {
  name: string;
  color: string;
  image?: string;
  shape?: "circle" | "diamond" | "rect";
}

/** Colours that people with any colour vision tell apart (Okabe and Ito 2008), darkened for contrast. */
export const palette = ["#0b5f8f", "#b4530a", "#00724e", "#8a4a74", "#6b5d00", "#2b2b2b", "#3f8fbf", "#8c2d04", "#4d9078", "#74619c"];

type Decal = { symbol?: string; symbolSize?: number; dashArrayX: number | number[]; dashArrayY: number | number[]; rotation?: number; color: string };
const light = "rgba(255, 255, 255, .75)";
const stripes = (degrees: number): Decal => ({ symbol: "rect", dashArrayX: [1, 0], dashArrayY: [1.5, 4], rotation: (degrees * Math.PI) / 180, color: light });
const drawn_stripes = (degrees: number) => `repeating-linear-gradient(${degrees}deg, ${light} 0 1.5px, transparent 1.5px 5px)`;

/** Hatchings that tell the parts of a bar apart without colour, and the same for what stands beside it. */
const hatchings: { decal: Decal | undefined; image: string }[] = [
  { decal: undefined, image: "none" },
  { decal: stripes(-45), image: drawn_stripes(135) },
  { decal: { symbol: "circle", symbolSize: 0.7, dashArrayX: [[5, 0]] as unknown as number[], dashArrayY: [4, 1], color: light }, image: `radial-gradient(${light} 1.3px, transparent 1.5px) 0 0 / 4px 4px` },
  { decal: stripes(0), image: drawn_stripes(0) },
  { decal: stripes(45), image: drawn_stripes(45) },
  { decal: stripes(90), image: drawn_stripes(90) },
];

/** How a part of a bar is filled, and the same beside the chart. */
export interface Look {
  color: string;
  decal: Decal | undefined;
  image: string;
}

/** The look of the so-manyth part of a bar. */
export function look(part: number): Look {
  return { color: palette[part % palette.length]!, ...hatchings[part % hatchings.length]! };
}

/** As wide as the element, or as told. */
export function draw(element: HTMLElement, option: ChartOption, width?: number) {
  const chart = init(element, null, { renderer: "svg", width });
  chart.setOption({ animation: false, textStyle: { fontFamily: getComputedStyle(element).fontFamily }, ...option });
  return chart;
}

/** With the mark by which spreadsheets know the encoding. */
export function csv(twin: Twin): string {
  // A spreadsheet takes what begins with these signs for a formula, unless it is a number.
  const plain = (text: string) =>
    /^[=+\-@\t\r]/.test(text) && !/^[+-][\d.,]+%?$/.test(text) ? `'${text}` : text;
  const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const cell = (text: string) => quoted(plain(text));
  return "\ufeff" + [twin.columns, ...twin.rows].map((row) => row.map(cell).join(",")).join("\n") + "\n";
}

/** Saves a text under a name, by way of a link that holds it. */
export function save(text: string, name: string, type: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
