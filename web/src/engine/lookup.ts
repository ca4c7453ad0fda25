// SPDX-License-Identifier: Apache-2.0
// Looks up what the engine says of a package. Yes and no are read from decision diagrams, levels and
// gains from tables of exact numbers. What is not in the file, being too large or the work having been
// stopped, is `unlisted`: never yes, no, kept or broken, but for packages of which the brief tells.

import type { Condition, Package, Report, ReportDated, ReportRoot, ReportTables, Verdict } from "./answers";
import { same_package } from "./packages";
import { common, exact, greatest, least, minus, times, type Exact } from "./exact";

export type Roots = { necessary: ReportRoot; possible: ReportRoot };

/** What is found; `unlisted`: the sets that tell are not in the file. */
export type Found = Verdict | "unlisted";

/** Why there is no number: nobody knows it, or its tables are not in the file. */
export type Missing = "unknown" | "unlisted";

export function is_missing(value: unknown): value is Missing {
  return typeof value === "string";
}

/** Whether a package meets a condition; options that it names are by issue. */
export function holds(condition: Condition, chosen: Package): boolean {
  return Object.entries(condition).every(([issue, options]) =>
    options.includes(chosen[issue] ?? ""),
  );
}

type Effects = ReportDated["case"]["effects"];

/** Effects on a level that rest on no claim, or on one that is read as true. */
function effects_as_read({ case: of, brief }: ReportDated, level: string): Effects {
  const read = (claim: string | null) => claim === null || brief.agree.reading[claim] === true;
  return of.effects.filter((one) => one.level === level && read(one.if_claim));
}

/** Effects on a level that hold in a package, with the claims as read. */
export function effects_on(dated: ReportDated, level: string, chosen: Package): Effects {
  return effects_as_read(dated, level).filter((one) => one.when !== null && holds(one.when, chosen));
}

/** Effects on a level in a future without agreement, with the claims as read. */
export function effects_in(dated: ReportDated, level: string, future: string): Effects {
  return effects_as_read(dated, level).filter((one) => one.baseline === future);
}

/** Worth less what is expected without agreement, less the party's margin. */
export interface Gain {
  margin: Exact;
  least: Exact | Missing;
  central: Exact;
  greatest: Exact | Missing;
  /** Weighted difference to what is expected without agreement, by interest, at central weights:
   * these less the margin are the central gain. */
  parts: { interest: string; level: string; value: Exact }[];
}

/** Whether a package keeps a limit, or passes another test. */
export type Kept = "kept" | "broken" | "unlisted";

/** Looks packages up at one date. */
export class Lookup {
  readonly variables: string[];
  readonly options: string[][];
  private readonly numbers: Map<string, number>[];
  private readonly variable_of: Map<string, number>;
  private readonly level_of: Map<string, string>;
  private readonly weights = new Map<string, ReturnType<typeof common>[]>();

  constructor(readonly dated: ReportDated) {
    const issues = new Map(dated.case.issues.map((issue) => [issue.id, issue]));
    this.variables = dated.lookup.issues;
    this.options = this.variables.map((id) => issues.get(id)!.options.map((option) => option.id));
    this.numbers = this.options.map((ids) => new Map(ids.map((id, number) => [id, number])));
    this.variable_of = new Map(this.variables.map((id, variable) => [id, variable]));
    this.level_of = new Map(dated.case.interests.map((interest) => [interest.id, interest.level]));
  }

  /** By variable of the diagrams: the number of the option. */
  assignment(chosen: Package): number[] {
    return this.variables.map((issue, v) => this.numbers[v]!.get(chosen[issue] ?? "") ?? 0);
  }

  private walk(root: number, assignment: number[]): boolean {
    const { nodes } = this.dated.lookup;
    let node = root;
    while (node > 1) {
      const entry = nodes[node]!;
      node = entry[1 + assignment[entry[0]!]!]!;
    }
    return node === 1;
  }

  /** "no objection" where the yes is sure, "objection" where it is not even possible. */
  verdict(roots: Roots, assignment: number[]): Found {
    const sure = roots.necessary === null ? null : this.walk(roots.necessary, assignment);
    if (sure) return "no_objection";
    const possible = roots.possible === null ? null : this.walk(roots.possible, assignment);
    if (possible === false) return "objection";
    return sure === null || possible === null ? "unlisted" : "cannot_tell";
  }

  /** What the brief says of a package that the case names. */
  private reported(chosen: Package): Report | undefined {
    return this.dated.brief.packages.find(({ report }) => same_package(chosen, report.package))?.report;
  }

  /** What is said of the party. */
  party(id: string, chosen: Package): Found {
    const found = this.verdict(this.dated.lookup.parties[id]!.yes, this.assignment(chosen));
    return found === "unlisted" ? (this.reported(chosen)?.answers[id]?.verdict ?? found) : found;
  }

  /** What its worth test alone says. */
  worth(id: string, chosen: Package): Found {
    return this.verdict(this.dated.lookup.parties[id]!.worth, this.assignment(chosen));
  }

  /** What is found of the package as a whole. */
  whole(chosen: Package): Found {
    const found = this.verdict(this.dated.lookup.ratifiable, this.assignment(chosen));
    if (found !== "unlisted") return found;
    const report = this.reported(chosen);
    if (report) return report.verdict.necessary ? "no_objection" : report.verdict.possible ? "cannot_tell" : "objection";
    return this.one_gate_is_enough(chosen) ? "objection" : found;
  }

  /** Whether a gate without whose yes nothing passes is asked, and its party objects for certain. */
  private one_gate_is_enough(chosen: Package): boolean {
    const { consent } = this.dated.case;
    if (typeof consent === "string" || consent.kind !== "all") return false;
    const needed = new Set(consent.parts.map((part) => part.rule));
    return this.gates_asked(chosen).some((gate) => needed.has(gate.id) && this.party(gate.party, chosen) === "objection");
  }

  wanted(chosen: Package): boolean | "unlisted" {
    const root = this.dated.lookup.wanted;
    return root === null ? (this.reported(chosen)?.inside_question ?? "unlisted") : this.walk(root, this.assignment(chosen));
  }

  /** Whether a package is in the set that a root stands for. */
  kept(root: ReportRoot, assignment: number[]): Kept {
    return root === null ? "unlisted" : this.walk(root, assignment) ? "kept" : "broken";
  }

  /** By limit of the case. */
  limits(assignment: number[]): Map<string, Kept> {
    return new Map(Object.entries(this.dated.lookup.limits).map(([id, root]) => [id, this.kept(root, assignment)]));
  }

  private limits_that_are(kept: Kept, chosen: Package): string[] {
    const broken = this.reported(chosen)?.broken_limits;
    const told = (id: string, one: Kept) => (one === "unlisted" && broken ? (broken.includes(id) ? "broken" : "kept") : one);
    return [...this.limits(this.assignment(chosen))].filter(([id, one]) => told(id, one) === kept).map(([id]) => id);
  }

  broken_limits(chosen: Package): string[] {
    return this.limits_that_are("broken", chosen);
  }

  /** Limits of which cannot be told here whether the package keeps them. */
  unlisted_limits(chosen: Package): string[] {
    return this.limits_that_are("unlisted", chosen);
  }

  /** Refusals of the party that are in force and hold. */
  refusals(party: string, chosen: Package) {
    return this.dated.case.refusals.filter(
      (refusal) =>
        refusal.party === party &&
        this.dated.lookup.refusals.includes(refusal.id) &&
        holds(refusal.when, chosen),
    );
  }

  gates_asked(chosen: Package) {
    return this.dated.case.gates.filter((gate) => holds(gate.when, chosen));
  }

  /** Gates that the package would ask if it did not set them aside: the objection remains. */
  gates_set_aside(chosen: Package) {
    return this.dated.case.gates.filter(
      (gate) =>
        gate.overridden_by !== null &&
        chosen[gate.overridden_by] === "yes" &&
        holds(gate.when, { ...chosen, [gate.overridden_by]: "no" }),
    );
  }

  /** Parties of gates that the package asks, in the order of the gates, each once. */
  parties_asked(chosen: Package): string[] {
    return [...new Set(this.gates_asked(chosen).map((gate) => gate.party))];
  }

  private sum(tables: NonNullable<ReportTables>, assignment: number[]): Exact {
    let top = BigInt(tables.constant);
    for (const table of tables.tables) {
      let entry = 0;
      for (const issue of table.issues) {
        const variable = this.variable_of.get(issue)!;
        entry = entry * this.options[variable]!.length + assignment[variable]!;
      }
      top += BigInt(table.values[entry]!);
    }
    return { top, bottom: BigInt(tables.denominator) };
  }

  /** The level in a package. */
  level(id: string, chosen: Package): Exact | Missing {
    const level = this.dated.lookup.levels[id];
    if (!level || !level.known_today) return "unknown";
    if (level.unknown_when.some((condition) => holds(condition, chosen))) return "unknown";
    return level.tables === null ? "unlisted" : this.sum(level.tables, this.assignment(chosen));
  }

  /** Central weights, then the vertices, each over one bottom. */
  private weights_of(party: string) {
    const known = this.weights.get(party);
    if (known) return known;
    const { central, vertices } = this.dated.lookup.parties[party]!;
    const made = [central, ...(vertices ?? [])].map((weights) => common(weights.map(exact)));
    this.weights.set(party, made);
    return made;
  }

  /** By interest of the party, what the package is worth more or less to it than is expected without
   * agreement, before weights. */
  differences(id: string, chosen: Package): Exact[] | Missing {
    const party = this.dated.lookup.parties[id]!;
    const levels = party.interests.map(({ interest }) => this.level(this.level_of.get(interest)!, chosen));
    if (levels.includes("unknown")) return "unknown";
    if (party.interests.some(({ difference }) => difference === null)) {
      return party.interests.some((one) => one.difference === null && one.known) ? "unlisted" : "unknown";
    }
    const assignment = this.assignment(chosen);
    return party.interests.map(({ difference }) => this.sum(difference!, assignment));
  }

  /** Gains of a party with interests; without, they are unknown. */
  gain(id: string, chosen: Package): Gain | Missing {
    const party = this.dated.lookup.parties[id]!;
    if (party.interests.length === 0) return "unknown";
    const differences = this.differences(id, chosen);
    if (typeof differences === "string") return differences;
    const margin = exact(party.margin);
    const over_one = common(differences);
    const [central, ...vertices] = this.weights_of(id).map(({ tops, bottom }) => {
      const top = tops.reduce((sum, weight, i) => sum + weight * over_one.tops[i]!, 0n);
      return minus({ top, bottom: bottom * over_one.bottom }, margin);
    });
    const ends = party.vertices === null ? null : vertices;
    return {
      margin,
      least: ends ? least(ends) : "unlisted",
      central: central!,
      greatest: ends ? greatest(ends) : "unlisted",
      parts: party.interests.map(({ interest }, i) => ({
        interest,
        level: this.level_of.get(interest)!,
        value: times(exact(party.central[i]!), differences[i]!),
      })),
    };
  }
}
