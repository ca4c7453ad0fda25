// SPDX-License-Identifier: Apache-2.0
// The parts of ECharts that the page draws with, and what all charts share.
import { BarChart, CustomChart, ScatterChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { init, use, type ComposeOption } from "echarts/core";
import type { BarSeriesOption, CustomSeriesOption, ScatterSeriesOption } from "echarts/charts";
import type { GridComponentOption, LegendComponentOption, TooltipComponentOption } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, CustomChart, ScatterChart, AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

export type ChartOption = ComposeOption<
  BarSeriesOption | CustomSeriesOption | ScatterSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption
>;

/** A chart as a table: the same numbers in words. */
export interface Twin {
  columns: string[];
  rows: string[][];
}

/** Colours that people with any colour vision tell apart (Okabe and Ito 2008), darkened for contrast. */
export const palette = ["#0b5f8f", "#b4530a", "#00724e", "#8a4a74", "#6b5d00", "#2b2b2b", "#3f8fbf", "#8c2d04", "#4d9078", "#74619c"];

/** As wide as the element, or as told. */
export function draw(element: HTMLElement, option: ChartOption, width?: number) {
  const chart = init(element, null, { renderer: "svg", width });
  chart.setOption({ animation: false, textStyle: { fontFamily: getComputedStyle(element).fontFamily }, ...option });
  return chart;
}

export function csv(twin: Twin): string {
  // A spreadsheet takes what begins with these signs for a formula, unless it is a number.
  const plain = (text: string) =>
    /^[=+\-@\t\r]/.test(text) && !/^[+-][\d.,]+%?$/.test(text) ? `'${text}` : text;
  const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const cell = (text: string) => quoted(plain(text));
  return [twin.columns, ...twin.rows].map((row) => row.map(cell).join(",")).join("\n") + "\n";
}

/** Saves a text under a name, by way of a link that holds it. */
export function save(text: string, name: string, type: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
