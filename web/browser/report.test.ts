// SPDX-License-Identifier: Apache-2.0
// What a reader does with the flagship report: looks, composes, asks why, follows a number, prints.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { paper_width } from "../src/parts/medium";
import { browser, opened, screenshots, type Opened } from "./open";
import { paper_size, sheets, written_on } from "./paper";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** What axe finds in the page as it stands. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    type Violation = { id: string; nodes: { html: string }[] };
    const run = (window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe.run;
    const { violations } = await run();
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`,
    );
  });
}

let chromium: Browser;
beforeAll(async () => {
  chromium = await browser();
});
afterAll(async () => chromium.close());

const words = {
  en: { question: "Question", objection: "objection found", refused: "derived by the authors", origin: "Where this number comes from", before: "Level before any decision", alliance: "Alliance of Japan and the United States", falls: "Arrangements that fall: 14", fallen: "falls in one reading" },
  ja: { question: "問い", objection: "異議あり", refused: "作成者の導出による", origin: "この数値の根拠", before: "決定前の水準", alliance: "日米同盟", falls: "立ち行かなくなる枠組み14", fallen: "失われる" },
};

describe.each([
  [1280, "en"],
  [1280, "ja"],
  [390, "en"],
  [390, "ja"],
] as const)("at %d px in %s", (width, language) => {
  const said = words[language];
  let report: Opened;
  beforeAll(async () => {
    report = await opened(chromium, width, language);
  });
  afterAll(async () => report.page.context().close());

  it("is drawn, fetches nothing and fits its width", async () => {
    const { page, problems } = report;
    expect(await page.textContent("#first dt")).toBe(said.question);
    await page.screenshot({ path: `${screenshots}first-${width}-${language}.png` });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.screenshot({ path: `${screenshots}whole-${width}-${language}.png`, fullPage: true });
    expect(problems).toEqual([]);
  });

  it("has no violations that axe finds", async () => expect(await violations(report.page)).toEqual([]));

  it("lets the reader compose a package and read why it fails", async () => {
    const { page, problems } = report;
    const result = page.locator("#why .result");
    // Integrated into Kadena, with no new facility, Kadena alone serving in a crisis.
    await page.locator('#why input[name="why-rotary"]').nth(4).check();
    await page.locator('#why input[name="why-runway"]').nth(3).check();
    await page.locator('#why input[name="why-contingency"]').nth(3).check();
    expect(await page.evaluate(() => location.hash)).toContain("rotary");
    expect(await result.innerText()).toContain(said.objection);
    expect(await result.innerText()).toContain(said.refused);
    // What is found stays in sight while options are chosen; that alone is read out.
    const headline = page.locator("#why .headline");
    const head = (await headline.boundingBox())!;
    expect(head.y).toBeGreaterThanOrEqual(0);
    expect(head.y + head.height).toBeLessThan(450);
    expect(await page.locator("#why [aria-live]").count()).toBe(1);
    await page.screenshot({ path: `${screenshots}composing-${width}-${language}.png` });
    await page.locator("#why .composer").screenshot({ path: `${screenshots}why-${width}-${language}.png` });
    expect(problems).toEqual([]);
  });

  it("names every table, and skips the longest by keyboard", async () => {
    const { page } = report;
    const unnamed = await page.locator("table:not([aria-label])").count();
    expect(unnamed).toBe(0);
    await page.locator("#table .skip").focus();
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("gain-title");
  });

  it("shades the table against another reference, and hides and shows columns", async () => {
    const { page } = report;
    const better = () => page.locator("#table td.better").count();
    const before = await better();
    await page.selectOption("#table-reference", "3");
    expect(await better()).not.toBe(before);
    const columns = () => page.locator("#table thead tr:first-child th").count();
    const shown = await columns();
    const dominated = page.locator("#table input[type=checkbox]").first();
    await dominated.check();
    expect(await columns()).toBeLessThan(shown);
    await dominated.uncheck();
    expect(await columns()).toBe(shown);
  });

  it("heads the tooltip of a bar with the name of its package", async () => {
    const { page, problems } = report;
    const chart = page.locator("#gain .chart");
    await chart.scrollIntoViewIfNeeded();
    const box = (await chart.boundingBox())!;
    // The second row of bars.
    await page.mouse.move(box.x + box.width - 60, box.y + 8 + 34 + 17);
    const name = await page.locator("#gain figure tbody tr").nth(1).locator("th").textContent();
    const tooltip = chart.locator("> div").last();
    await expect.poll(() => tooltip.innerText()).toContain(name!.trim());
    await page.screenshot({ path: `${screenshots}tooltip-${width}-${language}.png` });
    await page.mouse.move(0, 0);
    expect(problems).toEqual([]);
  });

  it("opens a cut list to all of its rows, by keyboard", async () => {
    const { page } = report;
    const cut = page.locator("#first details.rest, #why details.rest").first();
    await cut.locator("summary").focus();
    await page.keyboard.press("Enter");
    expect(await cut.locator("li").first().isVisible()).toBe(true);
    await page.keyboard.press("Enter");
    expect(await cut.locator("li").first().isVisible()).toBe(false);
  });

  it("lets an arrangement of the house fail, by keyboard, and says what follows", async () => {
    const { page, problems } = report;
    const room = page.locator("#house g[role=button]", { hasText: said.alliance }).first();
    await room.focus();
    await page.keyboard.press("Enter");
    expect(await room.getAttribute("aria-pressed")).toBe("true");
    expect(await page.textContent("#house .fall h3")).toContain(said.alliance);
    expect(await page.textContent("#house .fall strong")).toContain(said.falls);
    expect(await page.locator("#house g[role=button]", { hasText: "ASEAN+3" }).textContent()).toContain(said.fallen);
    await page.selectOption("#house-lens", "japan");
    await page.locator("#house").screenshot({ path: `${screenshots}house-${width}-${language}.png` });
    expect(page.url()).toContain("fails=us_japan");
    // A package is composed, a reference chosen, an arrangement fails, every list is open.
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
    expect(await violations(page)).toEqual([]);
    await page.evaluate(() => document.querySelectorAll("main details").forEach((one) => ((one as HTMLDetailsElement).open = false)));
    await page.locator("#house .choice button").first().click();
    expect(await page.locator("#house .fall h3").count()).toBe(0);
    expect(problems).toEqual([]);
  });

  it.runIf(width === 390)("lays out who differs as blocks, as wide as the page", async () => {
    const cells = report.page.locator(".differs td:not(:empty)");
    const widths = await cells.evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect().width));
    expect(widths.length).toBeGreaterThan(17);
    expect(Math.min(...widths)).toBeGreaterThan(250);
  });

  it.runIf(width === 390)("has no column of single letters", async () => {
    const narrow = await report.page.locator("main :is(td, th):not(.stacked thead th):visible").evaluateAll((cells) =>
      cells.filter((cell) => cell.textContent!.trim().length > 3 && cell.getBoundingClientRect().width < 48).map((cell) => cell.textContent!.trim()),
    );
    expect(narrow).toEqual([]);
  });

  it("leads from a number to its sources, by keyboard, and back", async () => {
    const { page } = report;
    const number = page.locator("#table td.number button").nth(2);
    await number.focus();
    await page.keyboard.press("Enter");
    const dialog = page.locator("dialog[open]");
    expect(await dialog.innerText()).toContain(said.origin);
    expect(await dialog.innerText()).toContain(said.before);
    expect(await dialog.locator(".source").count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: `${screenshots}origin-${width}-${language}.png` });
    await page.keyboard.press("Escape");
    expect(await page.locator("dialog[open]").count()).toBe(0);
    expect(await number.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it.runIf(width === 1280)("prints whole from the screen, as a short document on A4", async () => {
    const { page } = report;
    const columns = () => page.locator("#table thead tr:first-child th span[lang]").allTextContents();
    const on_screen = await columns();
    // Nothing told the page beforehand that it will be printed.
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    writeFileSync(`${screenshots}report-${language}.pdf`, pdf);
    expect(paper_size(`${screenshots}report-${language}.pdf`)).toBe("A4");
    const written = written_on(`${screenshots}report-${language}.pdf`);
    written.forEach((lines, i) => expect(lines.at(-1)).toBe(`${i + 1} / ${written.length}`));
    const pages = sheets(pdf);
    expect(pages.length).toBe(written.length);
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.length).toBeLessThan(25);
    // What is wider than a page is cut, or shrinks all pages.
    expect(Math.min(...pages.map((one) => one.scale))).toBeGreaterThan(0.745);
    expect(Math.min(...pages.map((one) => one.texts))).toBeGreaterThan(80);
    expect(await columns()).toEqual(on_screen);

    await page.setViewportSize({ width: paper_width, height: 1000 });
    await page.emulateMedia({ media: "print" });
    expect(new Set(await columns())).toEqual(new Set(on_screen));
    expect(await page.locator("#sources .sources li:visible").count()).toBe(await page.locator("#sources tbody tr").count());
    expect(await page.locator(".lead .no-print").count()).toBeGreaterThan(3);
    expect(await page.locator(".lead .no-print:visible").count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(paper_width + 2);
    expect(await page.evaluate(small_texts, 7)).toEqual([]);
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width, height: 900 });
  });
});

/** Texts in sight that are smaller than so many points. */
function small_texts(points: number): string[] {
  const found: string[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const parent = node.parentElement!;
    if (!node.textContent!.trim() || !parent.checkVisibility() || parent.closest(".sr")) continue;
    const scale = parent instanceof SVGGraphicsElement ? Math.hypot(parent.getScreenCTM()!.a, parent.getScreenCTM()!.b) : 1;
    const size = parseFloat(getComputedStyle(parent).fontSize) * scale * 0.75;
    if (size < points - 0.01) found.push(`${size.toFixed(1)} pt: ${node.textContent!.trim().slice(0, 40)}`);
  }
  return [...new Set(found)];
}

describe("the address", () => {
  it("brings a view back", async () => {
    const { page } = await opened(chromium, 1280, "en", "&date=2010-05-28&party=ok.nago&reference=1");
    expect(await page.inputValue("#gain-party")).toBe("ok.nago");
    expect(await page.inputValue("#table-reference")).toBe("1");
    expect(await page.locator('[aria-pressed="true"]').first().innerText()).toBe("28 May 2010");
    await page.context().close();
  });
  it("of a section, opened in another tab, keeps what is chosen and leads there", async () => {
    const { page } = await opened(chromium, 1280, "en", "&party=ok.nago");
    const link = page.locator("nav a").nth(6);
    const address = await link.evaluate((element: HTMLAnchorElement) => element.hash);
    await page.context().close();
    const other = await opened(chromium, 1280, "en", address.replace("#", "&"));
    expect(await other.page.inputValue("#gain-party")).toBe("ok.nago");
    await expect.poll(() => other.page.evaluate(() => document.activeElement?.id)).toBe("why-title");
    await other.page.context().close();
  });
});

it("a party is found in its list by typing on", async () => {
  const { page } = await opened(chromium, 1280, "en");
  await page.locator("#gain-party").focus();
  await page.keyboard.type("House of C", { delay: 60 });
  expect(await page.locator("#gain-party option:checked").innerText()).toBe("House of Councillors");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  await page.waitForTimeout(1200);
  await page.keyboard.type("Gini", { delay: 60 });
  expect(await page.inputValue("#gain-party")).toBe("ok.ginowan");
  await page.context().close();
});
