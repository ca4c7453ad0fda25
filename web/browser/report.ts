// SPDX-License-Identifier: Apache-2.0
// Writes the reports that the browser tests open: of the flagship case, and of one in which a
// hundred thousand packages are listed.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { asked, made, root } from "../test/paths";

const many = `
import sys
sys.path.insert(0, "bench")
import family
family.tables_of(family.member(20, 6, 6)).write(sys.argv[1])
`;

export default function setup(): void {
  mkdirSync(`${made}screenshots`, { recursive: true });
  // While the page is worked on, the reports that lie there may be kept.
  if (process.env["NEMAWASHI_REPORT_KEPT"]) return;
  asked("report", "cases/us-japan-2010", "-o", `${made}flagship.html`);
  asked("report", "cases/waterworks", "-o", `${made}waterworks.html`);
  const page = readFileSync(`${made}waterworks.html`, "utf8");
  const long = ["Town assembly of Kaede", "Who supplies the water", "Household bill for 20 m3", "Six towns, one waterworks"];
  writeFileSync(`${made}long.html`, long.reduce((text, name) => text.replaceAll(name, "W".repeat(60)), page));
  execFileSync("/usr/bin/python3", ["-c", many, `${made}many`], { cwd: root });
  asked("report", `${made}many`, "-o", `${made}many.html`, "--list", "100000");
}
