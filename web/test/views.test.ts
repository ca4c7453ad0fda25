// SPDX-License-Identifier: Apache-2.0
// Each view as a page of its own, test/pages/NAME.LANGUAGE.html: what is compared is also an example
// to look at. `npx vitest run -u` writes them anew; the difference is read as prose.
import { render } from "svelte/server";
import { describe, expect, it } from "vitest";
import type { Component } from "svelte";
import { answers, at, lookups, with_house } from "./given";
import Changes from "../src/views/Changes.svelte";
import Consequences from "../src/views/Consequences.svelte";
import Expectations from "../src/views/Expectations.svelte";
import FirstScreen from "../src/views/FirstScreen.svelte";
import Framing from "../src/views/Framing.svelte";
import Frontier from "../src/views/Frontier.svelte";
import Gains from "../src/views/Gains.svelte";
import Gates from "../src/views/Gates.svelte";
import House from "../src/views/House.svelte";
import Origin from "../src/views/Origin.svelte";
import Parties from "../src/views/Parties.svelte";
import Passing from "../src/views/Passing.svelte";
import Places from "../src/views/Places.svelte";
import Sources from "../src/views/Sources.svelte";
import Statement from "../src/views/Statement.svelte";
import Why from "../src/views/Why.svelte";

// No small case has a house: the flagship's stands beside the waterworks.
const report = with_house(answers("waterworks"));
const views: Record<string, Component<any>> = {
  Changes, Consequences, Expectations, FirstScreen, Framing, Frontier, Gains, Gates, House, Origin, Parties,
  Passing, Places, Sources, Statement, Why,
};

/** Lines instead of one long text, and without the marks that only the framework reads. */
function tidy(html: string): string {
  return html
    .replaceAll(/<!--.*?-->/g, "")
    .replaceAll(/(<\/?(?:section|ul|ol|li|table|thead|tbody|tr|td|th|p|h2|h3|h4|div|dl|dt|dd|fieldset|select|figure|details)\b)/g, "\n$1")
    .replaceAll(/\n\s*\n/g, "\n")
    .replaceAll(/[ \t]+\n/g, "\n")
    .trim();
}

function page(body: string, language: string): string {
  return `<!doctype html>\n<meta charset="utf-8"><link rel="stylesheet" href="../../src/style.css">\n<html lang="${language}"><main>\n${tidy(body)}\n</main></html>\n`;
}

describe.each(["en", "ja"] as const)("in %s", (language) => {
  it.each(Object.keys(views))("%s is as its page", async (name) => {
    const level = report.dates[0]!.case.levels[0]!.id;
    const given = at(report, { language, ...(name === "Origin" ? { opened: level } : name === "House" ? { fails: "us_japan", lens: "japan" } : {}) });
    const { body } = render(views[name]!, {
      props: { at: given, medium: "wide", lookups: lookups(report) },
    });
    // ▲ is a minus in Japanese official papers.
    expect(body).not.toMatch(/[▲▼]/);
    await expect(page(body, language)).toMatchFileSnapshot(`pages/${name}.${language}.html`);
  });
});
