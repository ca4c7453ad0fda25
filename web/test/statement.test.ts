// SPDX-License-Identifier: Apache-2.0
// The outline of a joint statement names every gate that a package needs or sets aside, and claims
// no consultation that did not take place.
import { render } from "svelte/server";
import { describe, expect, it } from "vitest";
import type { Package } from "../src/engine/answers";
import Statement from "../src/views/Statement.svelte";
import { answers, at, lookups } from "./given";

describe.each(["waterworks", "us-japan-2010"])("the outline for %s", (name) => {
  const report = answers(name);
  const view = at(report);
  const outline = (composed: Package) => {
    const { body } = render(Statement, { props: { at: at(report, { composed }), lookups: lookups(report) } });
    const text = body.replaceAll(/<!--.*?-->/gs, "");
    return text.slice(text.indexOf("<article"), text.indexOf("</article>"));
  };
  const overrides = view.case.issues.filter((issue) => issue.overrides !== null).map((issue) => [issue.id, "yes"]);
  const packages: Package[] = [
    view.standing(),
    ...view.columns().map((column) => column.package),
    ...view.columns().map((column) => ({ ...column.package, ...(Object.fromEntries(overrides) as Package) })),
  ];

  it("has each gate that is asked or set aside, with the party whose it is", () => {
    for (const chosen of packages) {
      const said = outline(chosen);
      const gates = [...view.lookup.gates_asked(chosen), ...view.lookup.gates_set_aside(chosen)];
      for (const gate of gates) expect(said).toContain(`${view.party(gate.party)}: ${gate.act}`.replaceAll("&", "&amp;"));
      expect(said).not.toContain("having consulted");
      if (gates.length > 0) expect(said).toContain("Subject to consultation with");
    }
  });

  it("makes a clause of every option that is decided, and says by whose acts", () => {
    for (const chosen of packages) {
      const said = outline(chosen);
      const clauses = said.slice(said.indexOf("<ol"), said.indexOf("</ol>"));
      for (const issue of view.case.issues.filter((one) => one.overrides === null && chosen[one.id] !== view.standing()[one.id])) {
        const asked = view.lookup.gates_asked(chosen).some((gate) => issue.id in gate.when);
        const clause = `${issue.name}: ${view.option(issue.id, chosen[issue.id]!)}`.replaceAll("&", "&amp;");
        const begin = clauses.indexOf(`${clause}.`);
        expect(begin).toBeGreaterThan(-1);
        const own = clauses.slice(begin, (clauses.indexOf("</li> <li", begin) + clauses.length) % clauses.length || undefined);
        if (!asked) expect(own).toMatch(/By the acts below|No office is named/);
      }
    }
  });
});

describe("a gate that something left as it is asks together with a clause", () => {
  const report = answers("us-japan-2010");
  const dated = report.dates[0]!;
  const composed = dated.brief.packages.find((named) => named.name === "The signed plan of 2006")!.report.package;
  const { body } = render(Statement, { props: { at: at(report, { composed }), lookups: lookups(report) } });
  const text = body.replaceAll(/<!--.*?-->/gs, "").replaceAll("&amp;", "&");
  const outline = text.slice(text.indexOf("<article"), text.indexOf("</article>"));

  it("stands beneath the clauses, with what is left as it is, and by none of them", () => {
    const view = at(report);
    const gate = dated.case.gates.find((one) => one.id === "g_guam_tied")!;
    expect(view.lookup.gates_asked(composed)).toContain(gate);
    const [changed, left] = Object.keys(gate.when).sort((one) => (composed[one] === view.standing()[one] ? 1 : -1));
    expect(composed[changed!]).not.toBe(view.standing()[changed!]);
    expect(composed[left!]).toBe(view.standing()[left!]);
    const said = `${view.party(gate.party)}: ${gate.act}`;
    const clauses = outline.slice(outline.indexOf("<ol"), outline.indexOf("</ol>"));
    expect(clauses).not.toContain(said);
    const beneath = outline.slice(outline.indexOf("Needed for clauses above together with what is left as it is:"));
    const listed = beneath.slice(0, beneath.indexOf("</ul>"));
    expect(listed).toMatch(new RegExp(`${said.replaceAll(/[()]/g, "\\$&")}.*as long as this holds: `, "s"));
    // What a clause asks by itself stands under it alone.
    const own = dated.case.gates.find((one) => one.id === "g_iwakuni")!;
    expect(clauses).toContain(`${view.party(own.party)}: ${own.act}`);
    expect(listed).not.toContain(view.party(own.party));
  });
});
