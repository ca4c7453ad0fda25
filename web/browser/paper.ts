// SPDX-License-Identifier: Apache-2.0
// What lies on the pages of a PDF that Chromium wrote.
import { inflateSync } from "node:zlib";

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
