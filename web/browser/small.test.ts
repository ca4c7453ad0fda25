// SPDX-License-Identifier: Apache-2.0
// What a reader of a small report does: goes back, scrolls, looks again; names of any length fit the page.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browser, opened } from "./open";

let chromium: Browser;
beforeAll(async () => {
  chromium = await browser();
});
afterAll(async () => chromium.close());

describe("the Back button", () => {
  it("takes back a package, a date and an opened number, and leaves the report only then", async () => {
    const { page, problems } = await opened(chromium, 1280, "en", "", "waterworks");
    const composed = () => page.locator("#why-package").inputValue();
    const first = await composed();
    await page.selectOption("#why-package", "2");
    await page.selectOption("#table-reference", "1"); // No station of its own.
    await page.locator("header .switch button").nth(1).click();
    await page.locator("#table td.number button").first().click();
    expect(await page.locator("dialog[open]").count()).toBe(1);
    await page.goBack();
    expect(await page.locator("dialog[open]").count()).toBe(0);
    const number = page.locator("#table td.number button").first();
    await expect.poll(() => number.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.locator("header .switch button").nth(1).getAttribute("aria-pressed")).toBe("true");
    await page.goBack();
    expect(await page.locator("header .switch button").nth(0).getAttribute("aria-pressed")).toBe("true");
    expect(await composed()).toBe("2");
    expect(await page.inputValue("#table-reference")).toBe("1");
    await page.goBack();
    expect(await composed()).toBe(first);
    expect(page.url()).toContain("waterworks.html");
    expect(problems).toEqual([]);
    await page.context().close();
  });
  it("does not open again what was closed", async () => {
    const { page } = await opened(chromium, 1280, "en", "", "waterworks");
    const number = page.locator("#table td.number button").first();
    await number.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("dialog").count()).toBe(0);
    // Who closed it by the keyboard goes on where the number is.
    expect(await number.evaluate((element) => element === document.activeElement)).toBe(true);
    // Nothing is left behind: the first step back leaves the report.
    await page.selectOption("#why-package", "2");
    await page.goBack();
    expect(await page.locator("dialog").count()).toBe(0);
    expect(await page.inputValue("#why-package")).not.toBe("2");
    await page.goBack().catch(() => null);
    expect(page.url()).not.toContain("waterworks.html");
    await page.context().close();
  });
});

describe("a list", () => {
  it("begins at its top where another one is listed", async () => {
    const { page } = await opened(chromium, 1280, "en", "", "waterworks");
    const list = page.locator("#passing .window");
    const rows = () => list.locator(".row").first().innerText();
    const top = await rows();
    await list.evaluate((element) => (element.scrollTop = 4000));
    await expect.poll(rows).not.toBe(top);
    // A package composed from below leaves the list where it is.
    await list.locator("button").nth(5).click();
    expect(await list.evaluate((element) => element.scrollTop)).toBeGreaterThan(3000);
    await page.locator("header .switch button").nth(1).click();
    await page.locator("header .switch button").nth(0).click();
    expect(await list.evaluate((element) => element.scrollTop)).toBe(0);
    expect(await rows()).toBe(top);
    await page.context().close();
  });
});

describe("a chart", () => {
  it("is turned around where one party is chosen in the place of the other", async () => {
    const { page } = await opened(chromium, 1280, "en", "", "waterworks");
    const pair = () => Promise.all([0, 1].map((place) => page.inputValue(`#frontier-${place}`)));
    const [first, second] = await pair();
    await page.selectOption("#frontier-0", second!);
    expect(await pair()).toEqual([second, first]);
    await page.selectOption("#frontier-1", second!);
    expect(await pair()).toEqual([first, second]);
    expect(await page.locator("#frontier figure").count()).toBe(1);
    await page.context().close();
  });
  it("is drawn anew only where it shows something else", async () => {
    const { page } = await opened(chromium, 1280, "en", "", "waterworks");
    const mark = () => page.locator("#frontier .chart svg").evaluate((svg) => svg.setAttribute("data-kept", ""));
    const marked = () => page.locator("#frontier .chart svg[data-kept]").count();
    await mark();
    await page.locator("#why .options input[type=radio]:not(:checked)").first().check();
    await page.selectOption("#table-reference", "1");
    expect(await marked()).toBe(1);
    await page.selectOption("#frontier-0", { index: 2 });
    expect(await marked()).toBe(0);
    await page.context().close();
  });
  it("composes the package of a point that is clicked, and is saved with its table", async () => {
    const { page } = await opened(chromium, 1280, "en", "", "waterworks");
    const chart = page.locator("#frontier .chart");
    await chart.scrollIntoViewIfNeeded();
    const before = page.url();
    const points = chart.locator('svg path[fill="#0b5f8f"], svg path[stroke="#b4530a"]');
    await points.first().click({ force: true });
    await expect.poll(() => page.url()).not.toBe(before);
    for (const [what, kind] of [["CSV", /^\ufeffSet,Worth/], ["SVG", /^<svg/]] as const) {
      const waited = page.waitForEvent("download");
      await page.locator(`#frontier .tools button[aria-label*=${what}]`).click();
      const stream = await (await waited).createReadStream();
      let text = "";
      for await (const part of stream) text += String(part);
      expect(text).toMatch(kind);
    }
    await page.context().close();
  });
});

describe("names without a space", () => {
  it.each([390, 1280])("fit %d px", async (width) => {
    const { page } = await opened(chromium, width, "en", "", "long");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.locator("#table td.number button").first().click();
    const box = (await page.locator("dialog").boundingBox())!;
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(await page.locator("dialog").evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth)).toBe(true);
    await page.context().close();
  });
});
