// SPDX-License-Identifier: Apache-2.0
// Opens the report in Debian's Chromium, which may fetch nothing.
import { chromium, type Browser, type Page } from "playwright-core";
import { made } from "../test/paths";

export const screenshots = `${made}screenshots/`;

export async function browser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ],
  });
}

export interface Opened {
  page: Page;
  /** What the page asked the network for, and errors that it reported. */
  problems: string[];
}

export async function opened(inside: Browser, width: number, language: string, more = "", file = "flagship"): Promise<Opened> {
  const context = await inside.newContext({ viewport: { width, height: width < 500 ? 844 : 900 }, offline: true });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.setDefaultNavigationTimeout(60_000);
  const problems: string[] = [];
  page.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) problems.push(`asks for ${request.url()}`);
  });
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  await page.goto(`file://${made}${file}.html#lang=${language}${more}`);
  await page.waitForSelector("h1");
  return { page, problems };
}
