// SPDX-License-Identifier: Apache-2.0
// Packages near a given one: what the fewest changes come to, looked up in the diagrams.

import type { Package } from "./answers";
import type { Found, Kept, Lookup, Roots } from "./lookup";

/** Of one party that objects: changes after which no objection of it is found, and nobody new
 * objects nor a limit is newly broken. */
export interface Smallest {
  party: string;
  /** The first of them. */
  found: Package[];
  /** How many there are among those looked at. */
  met: number;
  /** Changes of which this cannot be told, since a set that tells is not in the file. */
  untold: number;
}

export interface SmallestChanges {
  parties: Smallest[];
  /** Changes that were looked at. */
  looked_at: number;
  /** Pairs that were not looked at, though no single change is enough: there were too many. */
  left_out: number;
}

/** A million looks would freeze a page; these take less than half a second. */
export const looks_at_most = 10_000;

/** Of a long search, the answer that was given last, by what was asked: views ask again and again. */
const last = new WeakMap<Lookup, Map<string, { asked: string; answer: unknown }>>();

function remembered<Answer>(lookup: Lookup, what: string, asked: string, search: () => Answer): Answer {
  if (!last.has(lookup)) last.set(lookup, new Map());
  const old = last.get(lookup)!.get(what);
  if (old?.asked === asked) return old.answer as Answer;
  const answer = search();
  last.get(lookup)!.set(what, { asked, answer });
  return answer;
}

type Step = [variable: number, option: number][];

/** What stands against a package, by limit and by party of an asked gate. */
interface Against {
  limits: Map<string, Kept>;
  parties: Map<string, Found>;
}

/** Looks packages up by the numbers of their options alone, which is quick. */
class Looker {
  private readonly gates: { party: string; when: [number, Set<number>][] }[];

  constructor(private readonly lookup: Lookup) {
    const number_of = (variable: number, id: string) => lookup.options[variable]!.indexOf(id);
    this.gates = lookup.dated.case.gates.map((gate) => ({
      party: gate.party,
      when: Object.entries(gate.when).map(([issue, options]) => {
        const variable = lookup.variables.indexOf(issue);
        return [variable, new Set(options.map((id) => number_of(variable, id)))];
      }),
    }));
  }

  against(assignment: number[]): Against {
    const parties = new Map<string, Found>();
    for (const gate of this.gates) {
      if (parties.has(gate.party)) continue;
      if (!gate.when.every(([variable, options]) => options.has(assignment[variable]!))) continue;
      const { yes } = this.lookup.dated.lookup.parties[gate.party]!;
      parties.set(gate.party, this.lookup.verdict(yes, assignment));
    }
    return { limits: this.lookup.limits(assignment), parties };
  }
}

/** Whether a change brings nothing new against the package. */
function harmless(before: Against, after: Against): boolean | "unlisted" {
  let unlisted = false;
  for (const [limit, kept] of after.limits) {
    if (kept === "broken" && before.limits.get(limit) !== "broken") return false;
    unlisted ||= kept === "unlisted";
  }
  for (const [party, found] of after.parties) {
    if (before.parties.get(party) === "objection") continue;
    if (found === "objection") return false;
    unlisted ||= found === "unlisted";
  }
  return unlisted ? "unlisted" : true;
}

/**
 * By party that objects: the single changes, else the pairs of changes, that meet its objection.
 * The first `most` of each are kept; overrides stay. Looks at `looks` changes at most, single ones first.
 */
export function smallest_changes(
  lookup: Lookup,
  chosen: Package,
  most: number,
  looks = looks_at_most,
): SmallestChanges {
  const from = lookup.assignment(chosen);
  return remembered(lookup, "smallest", `${most} ${looks} ${from.join()}`, () => searched(lookup, from, most, looks));
}

function searched(lookup: Lookup, from: number[], most: number, looks: number): SmallestChanges {
  const looker = new Looker(lookup);
  const before = looker.against(from);
  const objecting = [...before.parties].filter(([, found]) => found === "objection").map(([party]) => party);
  const parties: Smallest[] = objecting.map((party) => ({ party, found: [], met: 0, untold: 0 }));
  const result: SmallestChanges = { parties, looked_at: 0, left_out: 0 };
  if (parties.length === 0) return result;
  let open = parties;
  const look = (step: Step) => {
    ++result.looked_at;
    const assignment = [...from];
    for (const [variable, option] of step) assignment[variable] = option;
    const after = looker.against(assignment);
    const quiet = harmless(before, after);
    if (quiet === false) return;
    for (const one of open) {
      const found = after.parties.get(one.party);
      if (found === "objection") continue;
      if (quiet === "unlisted" || found === "unlisted") ++one.untold;
      else if (++one.met <= most) one.found.push(package_of(lookup, step));
    }
  };
  const singles = single_steps(lookup, from);
  for (const step of singles) {
    if (result.looked_at < looks) look([step]);
    else ++result.left_out;
  }
  open = parties.filter((one) => one.met === 0);
  if (open.length === 0) return result;
  let pairs = (singles.length * (singles.length - 1)) / 2 - pairs_of_one_issue(singles);
  for (let i = 0; i < singles.length && result.looked_at < looks; ++i) {
    for (let j = i + 1; j < singles.length && result.looked_at < looks; ++j) {
      if (singles[i]![0] === singles[j]![0]) continue;
      look([singles[i]!, singles[j]!]);
      --pairs;
    }
  }
  result.left_out += pairs;
  return result;
}

/** Every other option of each issue that overrides no gate, in the order of the case. */
function single_steps(lookup: Lookup, from: number[]): [number, number][] {
  return lookup.dated.case.issues
    .filter((issue) => issue.overrides === null)
    .flatMap((issue) => {
      const variable = lookup.variables.indexOf(issue.id);
      return issue.options.map((_, option): [number, number] => [variable, option]);
    })
    .filter(([variable, option]) => from[variable] !== option);
}

function pairs_of_one_issue(steps: [number, number][]): number {
  const by_issue = new Map<number, number>();
  for (const [variable] of steps) by_issue.set(variable, (by_issue.get(variable) ?? 0) + 1);
  return [...by_issue.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
}

function package_of(lookup: Lookup, step: Step): Package {
  return Object.fromEntries(
    step.map(([variable, option]) => [lookup.variables[variable]!, lookup.options[variable]![option]!]),
  );
}

/**
 * A package that passes, or may pass, every gate with the fewest changes of the given one: the
 * shortest way through the diagram. Overriding issues stay as they are. Null: there is none.
 * Cost: the nodes once.
 */
export function nearest(
  lookup: Lookup,
  chosen: Package,
  certainty: keyof Roots,
  inside: boolean,
): Package | null | "unlisted" {
  const { ratifiable, answers } = lookup.dated.lookup;
  const root = (inside ? answers : ratifiable)[certainty];
  if (root === null) return "unlisted";
  const asked = lookup.assignment(chosen).join();
  return remembered(lookup, `nearest ${certainty} ${inside}`, asked, () => shortest(lookup, root, chosen));
}

function shortest(lookup: Lookup, root: number, chosen: Package): Package | null {
  const { nodes } = lookup.dated.lookup;
  const from = lookup.assignment(chosen);
  const overriding = new Set(
    lookup.dated.case.issues.filter((issue) => issue.overrides !== null).map((issue) => issue.id),
  );
  const fixed = lookup.variables.map((id) => overriding.has(id));
  // A child's number is below its node's, so one pass from below knows what remains.
  const never = 1_000_000;
  const changes = new Int32Array(root + 1).fill(never);
  const choice = new Int32Array(root + 1);
  if (root >= 1) changes[1] = 0;
  for (let node = 2; node <= root; ++node) {
    const entry = nodes[node]!;
    const variable = entry[0]!;
    const usual = from[variable]!;
    for (let option = 0; option + 1 < entry.length; ++option) {
      if (fixed[variable] && option !== usual) continue;
      const total = (option === usual ? 0 : 1) + changes[entry[1 + option]!]!;
      if (total < changes[node]! || (total === changes[node]! && option === usual)) {
        changes[node] = total;
        choice[node] = option;
      }
    }
  }
  if (changes[root]! >= never) return null;
  const result = { ...chosen };
  for (let node = root; node > 1; node = nodes[node]![1 + choice[node]!]!) {
    const variable = nodes[node]![0]!;
    result[lookup.variables[variable]!] = lookup.options[variable]![choice[node]!]!;
  }
  return result;
}
