// SPDX-License-Identifier: Apache-2.0
// Packages that may pass, narrowed by options: how many there are, and the first of them, from the
// diagrams. No gate is set aside.

import type { Package } from "./answers";
import type { Lookup } from "./lookup";
import { with_nothing_aside } from "./outcome";
import { remembered } from "./remembered";

export interface Narrowed {
  count: bigint;
  /** Those that answer the question first. */
  packages: { chosen: Package; answers: boolean }[];
}

/** Packages that are looked at for a list, at most: most of them may be in it already. */
const looks_at_most = 200_000;

/** By variable: whether each option is looked for. */
function allowed_by(lookup: Lookup, filter: Package): boolean[][] {
  const asked = with_nothing_aside(lookup, filter);
  return lookup.variables.map((issue, v) => {
    const wanted = asked[issue];
    return lookup.options[v]!.map((option) => wanted === undefined || option === wanted);
  });
}

interface Counted {
  /** By node up to the greatest of the roots: packages below it, over the variables from its own on. */
  below: bigint[];
  of(root: number): bigint;
}

/** Exact. Cost: the nodes up to the greatest of the roots once. */
function counted(lookup: Lookup, roots: number[], allowed: boolean[][]): Counted {
  const { nodes } = lookup.dated.lookup;
  const last = allowed.length;
  const variable = (node: number) => (node > 1 ? nodes[node]![0]! : last);
  // products[v]: packages over the variables from v on. None is empty: every filter names an option.
  const products = Array<bigint>(last + 1).fill(1n);
  for (let v = last - 1; v >= 0; --v) products[v] = products[v + 1]! * BigInt(allowed[v]!.filter((one) => one).length);
  const between = (from: number, to: number) => products[from]! / products[to]!;
  // A child's number is below its node's.
  const counts: bigint[] = [0n, 1n];
  const greatest = Math.max(...roots);
  for (let node = 2; node <= greatest; ++node) {
    const entry = nodes[node]!;
    let sum = 0n;
    for (let option = 0; option + 1 < entry.length; ++option) {
      const child = entry[1 + option]!;
      if (child !== 0 && allowed[entry[0]!]![option]) sum += counts[child]! * between(entry[0]! + 1, variable(child));
    }
    counts.push(sum);
  }
  return { below: counts, of: (root) => counts[root]! * between(0, variable(root)) };
}

/** Calls `take` with the number of each option, package after package, until it says no. Enters only
 * what holds some: every step leads to a package. */
function each(lookup: Lookup, root: number, allowed: boolean[][], below_node: bigint[], take: (options: number[]) => boolean): void {
  const { nodes } = lookup.dated.lookup;
  const options = Array<number>(allowed.length).fill(0);
  const below = (node: number, v: number): boolean => {
    if (below_node[node] === 0n) return true;
    if (v === allowed.length) return take(options);
    const entry = node > 1 && nodes[node]![0] === v ? nodes[node]! : null;
    for (let option = 0; option < allowed[v]!.length; ++option) {
      if (!allowed[v]![option]) continue;
      options[v] = option;
      if (!below(entry ? entry[1 + option]! : node, v + 1)) return false;
    }
    return true;
  };
  below(root, 0);
}

/** Packages that may pass and have these options; of them the first `most`. */
export function narrowed(lookup: Lookup, filter: Package, most: number): Narrowed | "unlisted" {
  return remembered(lookup, "narrowed", `${most} ${JSON.stringify(filter)}`, () => searched(lookup, filter, most));
}

function searched(lookup: Lookup, filter: Package, most: number): Narrowed | "unlisted" {
  const { ratifiable, answers, wanted } = lookup.dated.lookup;
  if (ratifiable.possible === null || answers.possible === null || wanted === null) return "unlisted";
  const allowed = allowed_by(lookup, filter);
  const packages: Narrowed["packages"] = [];
  const add = (options: number[], answers: boolean) => {
    const chosen = Object.fromEntries(lookup.variables.map((issue, v) => [issue, lookup.options[v]![options[v]!]!]));
    packages.push({ chosen, answers });
    return packages.length < most;
  };
  const counts = counted(lookup, [answers.possible, ratifiable.possible], allowed);
  each(lookup, answers.possible, allowed, counts.below, (options) => add(options, true));
  let looks = 0;
  if (packages.length < most) {
    each(lookup, ratifiable.possible, allowed, counts.below, (options) => {
      if (++looks > looks_at_most) return false;
      return lookup.kept(wanted, options) === "kept" || add(options, false);
    });
  }
  return { count: counts.of(ratifiable.possible), packages };
}
