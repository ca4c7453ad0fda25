// SPDX-License-Identifier: Apache-2.0
// What lies on the pages of a PDF that Chromium wrote.
import { execFileSync } from "node:child_process";
import { inflateSync } from "node:zlib";

/** The name of the size of the pages, as poppler knows it. */
export function paper_size(file: string): string | undefined {
  return /^Page size:.*\((.*)\)$/m.exec(execFileSync("pdfinfo", [file], { encoding: "utf8" }))?.[1];
}

/** By page, the lines that are not empty, from the top. */
export function written_on(file: string): string[][] {
  const pages = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
  return pages.map((page) => page.split("\n").map((line) => line.trim()).filter((line) => line !== ""));
}

export interface Sheet {
  /** Points to a pixel of the page: .75, or less where the page was shrunk to fit. */
  scale: number;
  /** Pieces of text that are drawn. */
  texts: number;
}

export function sheets(pdf: Buffer): Sheet[] {
  const text = pdf.toString("latin1");
  return [...text.matchAll(/\/Type\s*\/Page\b[^s][\s\S]*?\/Contents (\d+) 0 R/g)].map(([, contents]) => {
    const begin = text.indexOf("stream", text.indexOf(`\n${contents} 0 obj`)) + "stream\n".length;
    const drawn = inflateSync(pdf.subarray(begin, text.indexOf("endstream", begin))).toString("latin1");
    const scales = [...drawn.matchAll(/([\d.]+) 0 0 (-?[\d.]+) 0 [\d.]+ cm/g)].slice(0, 2).map(([, across]) => Number(across));
    return { scale: scales.reduce((product, scale) => product * scale, 1), texts: drawn.match(/\bT[jJ]\b/g)?.length ?? 0 };
  });
}
