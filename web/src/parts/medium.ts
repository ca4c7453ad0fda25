// SPDX-License-Identifier: Apache-2.0
// What the page is shown on: a wide or a narrow screen, or paper.

export type Medium = "wide" | "narrow" | "paper";

/** Pixels between the margins of an A4 page, upright: `@page` in style.css leaves 12 mm at each side. */
export const paper_width = Math.floor(((210 - 2 * 12) * 96) / 25.4);

export const screen = (): Medium => (window.innerWidth < 700 ? "narrow" : "wide");
