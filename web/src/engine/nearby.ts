// SPDX-License-Identifier: Apache-2.0
// Packages near a given one: what the fewest changes come to, looked up in the diagrams.

import type { Condition, Package, ReportRoot } from "./answers";
import type { Kept, Lookup, Roots } from "./lookup";
import { marked, members, rules_of, type Rule } from "./outcome";
import { remembered } from "./remembered";

/** Of one party that objects: changes that meet its stated objections and raise none that was absent. */
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

type Step = [variable: number, option: number][];

/** A test that stands between a package and consent. */
interface Test {
  /** Whose refusal or worth test it is; null: a limit, or a gate's yes. */
  party: string | null;
  kept: (assignment: number[]) => Kept;
}

/** The engine's tests of a package, looked up by the numbers of its options alone, which is quick. */
class Tests {
  readonly all: Test[];
  private readonly rules: Map<string, Rule>;
  private readonly gates: { party: string; holds: (assignment: number[]) => boolean }[];

  constructor(private readonly lookup: Lookup) {
    const { case: of, lookup: sets } = lookup.dated;
    this.rules = rules_of(lookup.dated);
    this.gates = of.gates.map(({ party, when }) => ({ party, holds: this.condition(when) }));
    const gate_party = new Map(of.gates.map((gate) => [gate.id, gate.party]));
    const asked = members(of.consent).flatMap((gate) => gate_party.get(gate) ?? []);
    const matter = marked(this.rules, asked);
    const root = (party: string | null, of_test: ReportRoot): Test => ({
      party,
      kept: (assignment) => lookup.kept(of_test, assignment),
    });
    this.all = [
      ...of.refusals
        .filter((refusal) => matter.has(refusal.party) && sets.refusals.includes(refusal.id))
        .map(({ party, when }): Test => {
          const holds = this.condition(when);
          return { party, kept: (assignment) => (holds(assignment) ? "broken" : "kept") };
        }),
      ...this.gates.map(({ party, holds }): Test => {
        const yes = root(null, sets.parties[party]!.yes.possible);
        return { party: null, kept: (assignment) => (holds(assignment) ? yes.kept(assignment) : "kept") };
      }),
      ...[...matter]
        .filter((party) => sets.parties[party]!.interests.length > 0)
        .map((party) => root(party, sets.parties[party]!.worth.possible)),
      ...Object.values(sets.limits).map((limit) => root(null, limit)),
    ];
  }

  private condition(when: Condition): (assignment: number[]) => boolean {
    const { variables, options } = this.lookup;
    const parts = Object.entries(when).map(([issue, chosen]): [number, Set<number>] => {
      const variable = variables.indexOf(issue);
      return [variable, new Set(chosen.map((id) => options[variable]!.indexOf(id)))];
    });
    return (assignment) => parts.every(([variable, chosen]) => chosen.has(assignment[variable]!));
  }

  /** Parties that the package asks, or that a rule of such a party names. */
  asked(assignment: number[]): Set<string> {
    const asked = this.gates.filter((gate) => gate.holds(assignment)).map((gate) => gate.party);
    return marked(this.rules, asked);
  }
}

/**
 * By party that is asked and objects: the single changes, else the pairs of changes, after which its
 * refusals and its worth test are passed, and no limit, no test of a party that is asked then and no
 * gate's yes fails that did not. That a gate is no longer asked does not meet the objection. The
 * definition is `nema why`'s.
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
  const tests = new Tests(lookup);
  const before = tests.all.map((test) => test.kept(from));
  const failed = (party: string) => tests.all.flatMap((test, i) => (test.party === party && before[i] === "broken" ? [i] : []));
  const asked_now = tests.asked(from);
  const parties: Smallest[] = lookup.dated.case.parties
    .map((party) => party.id)
    .filter((party) => asked_now.has(party) && failed(party).length > 0)
    .map((party) => ({ party, found: [], met: 0, untold: 0 }));
  /** All of the party's own must be passed then, whether or not it is still asked. */
  const own = new Map(parties.map(({ party }) => [party, tests.all.flatMap((test, i) => (test.party === party ? [i] : []))]));
  const result: SmallestChanges = { parties, looked_at: 0, left_out: 0 };
  if (parties.length === 0) return result;
  let open = parties;
  const look = (step: Step) => {
    ++result.looked_at;
    const assignment = [...from];
    for (const [variable, option] of step) assignment[variable] = option;
    let unlisted = false;
    let asked: Set<string> | undefined;
    for (const [i, test] of tests.all.entries()) {
      if (before[i] === "broken") continue;
      const kept = test.kept(assignment);
      if (kept === "kept") continue;
      // Only who is asked can raise an objection.
      if (test.party !== null && !(asked ??= tests.asked(assignment)).has(test.party)) continue;
      if (kept === "broken") return;
      unlisted = true;
    }
    for (const one of open) {
      const passed = own.get(one.party)!.map((i) => tests.all[i]!.kept(assignment));
      if (passed.includes("broken")) continue;
      if (unlisted || passed.includes("unlisted")) ++one.untold;
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
  const found = all_nearest(lookup, chosen, certainty, inside);
  return found === null || found === "unlisted" ? found : found.first;
}

/** How many packages are as near as the nearest; none where it is not in the file. */
export function tied(lookup: Lookup, chosen: Package, certainty: keyof Roots, inside: boolean): bigint {
  const found = all_nearest(lookup, chosen, certainty, inside);
  return found === null || found === "unlisted" ? 0n : found.ways;
}

interface Nearest {
  first: Package;
  ways: bigint;
}

function all_nearest(lookup: Lookup, chosen: Package, certainty: keyof Roots, inside: boolean): Nearest | null | "unlisted" {
  const { ratifiable, answers } = lookup.dated.lookup;
  const root = (inside ? answers : ratifiable)[certainty];
  if (root === null) return "unlisted";
  const asked = lookup.assignment(chosen).join();
  return remembered(lookup, `nearest ${certainty} ${inside}`, asked, () => shortest(lookup, root, chosen));
}

function shortest(lookup: Lookup, root: number, chosen: Package): Nearest | null {
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
  const ways: bigint[] = [0n, 1n];
  if (root >= 1) changes[1] = 0;
  for (let node = 2; node <= root; ++node) {
    const entry = nodes[node]!;
    const variable = entry[0]!;
    const usual = from[variable]!;
    ways.push(0n);
    for (let option = 0; option + 1 < entry.length; ++option) {
      if (fixed[variable] && option !== usual) continue;
      const total = (option === usual ? 0 : 1) + changes[entry[1 + option]!]!;
      if (total < changes[node]!) ways[node] = 0n;
      if (total <= changes[node]!) ways[node]! += ways[entry[1 + option]!]!;
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
  return { first: result, ways: ways[root]! };
}
