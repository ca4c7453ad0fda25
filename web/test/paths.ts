// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const nema = process.env["NEMA"] ?? `${root}build/release/nema`;
/** What tests make lies here. */
export const made = `${root}build/web/test/`;

/** What `nema` prints, in the project's folder. */
export function asked(...words: string[]): string {
  return execFileSync(nema, words, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
}

/** Milliseconds of the processor: what else runs on the machine does not count. */
export function worked(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export function write(name: string, text: string): void {
  mkdirSync(made, { recursive: true });
  writeFileSync(made + name, text);
}
