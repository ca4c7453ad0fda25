// SPDX-License-Identifier: Apache-2.0
// Writes the report of the flagship case once, for all browser tests.
import { asked, made } from "../test/paths";
import { mkdirSync } from "node:fs";

export default function setup(): void {
  mkdirSync(`${made}screenshots`, { recursive: true });
  // While the page is worked on, the report that lies there may be kept.
  if (!process.env["NEMAWASHI_REPORT_KEPT"]) asked("report", "cases/us-japan-2010", "-o", `${made}flagship.html`);
}
