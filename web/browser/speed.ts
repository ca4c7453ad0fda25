// SPDX-License-Identifier: Apache-2.0
// How long a reader waits: for the first screen, and after each thing that a reader does, until the
// page is drawn anew.
import type { Browser } from "playwright-core";
import { opened } from "./open";

/** Milliseconds by what was done. */
export type Waits = Record<string, number>;

/** The `place`-th of the elements is clicked; the first of them scrolled, or its option chosen. */
type Act = { on: string; place: number; does: "click" | "choose" | "scroll" };

export async function waits(inside: Browser, file: string): Promise<Waits> {
  const found: Waits = {};
  const started = performance.now();
  const { page, problems } = await opened(inside, 1280, "en", "", file);
  await page.waitForSelector("#first dd");
  found["first screen"] = performance.now() - started;
  await page.waitForSelector("#sources");
  const after = async (what: string, act: Act) => {
    // It is done in the page itself, so that no waiting for the driver is counted.
    found[what] = await page.evaluate(async ({ on, place, does }) => {
      const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
      await drawn();
      const begun = performance.now();
      const element = document.querySelectorAll<HTMLElement>(on)[does === "click" ? place : 0]!;
      if (does === "click") element.click();
      if (does === "scroll") element.scrollTop = place;
      if (does === "choose") {
        (element as HTMLSelectElement).selectedIndex = place;
        element.dispatchEvent(new Event("change", { bubbles: true }));
      }
      await drawn();
      return performance.now() - begun;
    }, act);
  };
  const choose = (on: string, place: number): Act => ({ on, place, does: "choose" });
  const click = (on: string, place = 0): Act => ({ on, place, does: "click" });
  await after("compose a package", click("#why .options input[type=radio]:not(:checked)"));
  await after("compose another", click("#why .options input[type=radio]:not(:checked)", 3));
  const listed = await page.locator("#passing").innerText();
  if (!listed.includes("100,000")) throw new Error("not a hundred thousand are listed");
  await after("narrow the list by an option", choose("#passing .filters select", 2));
  await after("scroll the list", { on: "#passing .window", place: 1_000_000, does: "scroll" });
  await after("take the list back", choose("#passing .filters select", 0));
  await after("choose another party", choose("#gain-party", 1));
  await after("choose another reference", choose("#table-reference", 1));
  await after("hide dominated columns", click("#table input[type=checkbox]"));
  await after("choose another pair", choose("#frontier-0", 2));
  await after("open a number", click("#table td.number button"));
  await page.keyboard.press("Escape");
  await after("change the language", click(".switch button[lang=ja]"));
  if (problems.length > 0) throw new Error(problems.join("; "));
  await page.context().close();
  return found;
}
