// SPDX-License-Identifier: Apache-2.0
// Looks up what the engine says of a package. Nothing is decided here: yes and no are read from
// decision diagrams, levels and gains from tables whose entries are added up for display.

import type { Condition, Package, ReportDated, ReportRoot, ReportTables, Verdict } from "./answers";

type Roots = { necessary: ReportRoot; possible: ReportRoot };

/** Whether a package meets a condition; options that it names are by issue. */
export function holds(condition: Condition, chosen: Package): boolean {
  return Object.entries(condition).every(([issue, options]) =>
    options.includes(chosen[issue] ?? ""),
  );
}

export interface Gain {
  least: number | null;
  central: number;
  greatest: number | null;
  /** Weighted difference to what is expected without agreement, by interest, at central weights. */
  parts: { interest: string; level: string; value: number; difference: number }[];
}

/** What is against a package: limits that it breaks, and parties that object at a gate it asks. */
interface Against {
  limits: string[];
  parties: string[];
}

/** Looks packages up at one date. */
export class Lookup {
  private readonly variables: string[];
  private readonly options: string[][];
  private readonly numbers: Map<string, number>[];
  private readonly variable_of: Map<string, number>;
  private readonly level_of: Map<string, string>;
  /** Of a long search, the answer that was given last, by what was asked. */
  private readonly last = new Map<string, { asked: string; answer: unknown }>();

  constructor(readonly dated: ReportDated) {
    const issues = new Map(dated.case.issues.map((issue) => [issue.id, issue]));
    this.variables = dated.lookup.issues;
    this.options = this.variables.map((id) => issues.get(id)!.options.map((option) => option.id));
    this.numbers = this.options.map((ids) => new Map(ids.map((id, number) => [id, number])));
    this.variable_of = new Map(this.variables.map((id, variable) => [id, variable]));
    this.level_of = new Map(dated.case.interests.map((interest) => [interest.id, interest.level]));
  }

  private assignment(chosen: Package): number[] {
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

  /** "no objection" where the yes is sure, "objection" where it is not even possible; null where
   * the sets were too large to be listed. */
  private verdict(roots: Roots, assignment: number[]): Verdict | null {
    if (roots.necessary === null || roots.possible === null) return null;
    if (this.walk(roots.necessary, assignment)) return "no_objection";
    return this.walk(roots.possible, assignment) ? "cannot_tell" : "objection";
  }

  /** What is said of the party. */
  party(id: string, chosen: Package): Verdict | null {
    return this.verdict(this.dated.lookup.parties[id]!.yes, this.assignment(chosen));
  }

  /** What its worth test alone says. */
  worth(id: string, chosen: Package): Verdict | null {
    return this.verdict(this.dated.lookup.parties[id]!.worth, this.assignment(chosen));
  }

  /** What is found of the package as a whole. */
  whole(chosen: Package): Verdict | null {
    return this.verdict(this.dated.lookup.ratifiable, this.assignment(chosen));
  }

  wanted(chosen: Package): boolean | null {
    const root = this.dated.lookup.wanted;
    return root === null ? null : this.walk(root, this.assignment(chosen));
  }

  broken_limits(chosen: Package): string[] {
    return this.broken(this.assignment(chosen));
  }

  private broken(assignment: number[]): string[] {
    return Object.entries(this.dated.lookup.limits)
      .filter(([, root]) => root !== null && !this.walk(root, assignment))
      .map(([id]) => id);
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

  private sum(tables: ReportTables, assignment: number[]): number | null {
    if (tables === null) return null;
    let sum = tables.constant;
    for (const table of tables.tables) {
      let entry = 0;
      for (const issue of table.issues) {
        const variable = this.variable_of.get(issue)!;
        entry = entry * this.options[variable]!.length + assignment[variable]!;
      }
      sum += table.values[entry]!;
    }
    return sum;
  }

  /** The level in a package, for display; null where it is unknown or too large to be listed. */
  level(id: string, chosen: Package): number | null {
    const level = this.dated.lookup.levels[id];
    if (!level || !level.known_today) return null;
    if (level.unknown_when.some((condition) => holds(condition, chosen))) return null;
    return this.sum(level.tables, this.assignment(chosen));
  }

  /** Gains of a party, for display; null without interests or where one cannot be looked up. */
  gain(id: string, chosen: Package): Gain | null {
    const party = this.dated.lookup.parties[id]!;
    if (party.interests.length === 0) return null;
    const assignment = this.assignment(chosen);
    const differences: number[] = [];
    for (const { interest, difference } of party.interests) {
      const value = this.sum(difference, assignment);
      if (value === null || this.level(this.level_of.get(interest)!, chosen) === null) return null;
      differences.push(value);
    }
    const weighted = (weights: number[]) =>
      weights.reduce((sum, weight, i) => sum + weight * differences[i]!, -party.margin);
    const ends = party.vertices?.map(weighted) ?? null;
    return {
      least: ends && Math.min(...ends),
      central: weighted(party.central),
      greatest: ends && Math.max(...ends),
      parts: party.interests.map(({ interest }, i) => ({
        interest,
        level: this.level_of.get(interest)!,
        value: party.central[i]! * differences[i]!,
        difference: differences[i]!,
      })),
    };
  }

  private against(chosen: Package): Against {
    const assignment = this.assignment(chosen);
    return {
      limits: this.broken(assignment),
      parties: this.parties_asked(chosen).filter(
        (party) =>
          this.verdict(this.dated.lookup.parties[party]!.yes, assignment) === "objection",
      ),
    };
  }

  /** The answer to a long search, looked up where the same was asked last. */
  private remembered<Answer>(what: string, asked: string, search: () => Answer): Answer {
    const old = this.last.get(what);
    if (old?.asked === asked) return old.answer as Answer;
    const answer = search();
    this.last.set(what, { asked, answer });
    return answer;
  }

  /**
   * By party that objects: the single changes, else the pairs of changes, after which no objection
   * of it is found and none of others, nor a limit, has come. At most `most` each; overrides stay.
   * Cost: a look at each single change, and at each pair where no single one is enough.
   */
  smallest_changes(chosen: Package, most: number): Map<string, Package[]> {
    return this.remembered("smallest", this.assignment(chosen).join(), () => {
      const before = this.against(chosen);
      const found = new Map<string, Package[]>(before.parties.map((party) => [party, []]));
      const look = (steps: Package) => {
        const after = this.against({ ...chosen, ...steps });
        if (after.limits.some((limit) => !before.limits.includes(limit))) return;
        if (after.parties.some((party) => !found.has(party))) return;
        for (const [party, list] of found) {
          if (!after.parties.includes(party) && list.length < most && open.has(party)) {
            list.push(steps);
          }
        }
      };
      let open = new Set(before.parties);
      const singles: Package[] = this.dated.case.issues
        .filter((issue) => issue.overrides === null)
        .flatMap((issue) =>
          issue.options
            .filter((option) => option.id !== chosen[issue.id])
            .map((option) => ({ [issue.id]: option.id })),
        );
      singles.forEach(look);
      open = new Set(before.parties.filter((party) => found.get(party)!.length === 0));
      for (let i = 0; i < singles.length && open.size > 0; ++i) {
        for (let j = i + 1; j < singles.length; ++j) {
          const steps = { ...singles[i]!, ...singles[j]! };
          if (Object.keys(steps).length === 2) look(steps);
        }
      }
      return found;
    });
  }

  /**
   * A package that passes, or may pass, every gate with the fewest changes of the given one: the
   * shortest way through the diagram. Overriding issues stay as they are. Null: there is none;
   * undefined: it cannot be looked up. Cost: the nodes once.
   */
  nearest(chosen: Package, certainty: keyof Roots, inside: boolean): Package | null | undefined {
    const { ratifiable, answers } = this.dated.lookup;
    const root = (inside ? answers : ratifiable)[certainty];
    if (root === null) return undefined;
    const from = this.assignment(chosen);
    return this.remembered(`nearest ${certainty} ${inside}`, from.join(), () =>
      this.shortest(root, chosen, from),
    );
  }

  private shortest(root: number, chosen: Package, from: number[]): Package | null {
    const { nodes } = this.dated.lookup;
    const fixed = this.variables.map(
      (id) => this.dated.case.issues.find((issue) => issue.id === id)!.overrides !== null,
    );
    // A child's number is below its node's, so one pass from below knows what remains.
    const changes = new Int32Array(root + 1).fill(1_000_000);
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
    if (changes[root]! >= 1_000_000) return null;
    const result = { ...chosen };
    for (let node = root; node > 1; node = nodes[node]![1 + choice[node]!]!) {
      const variable = nodes[node]![0]!;
      result[this.variables[variable]!] = this.options[variable]![choice[node]!]!;
    }
    return result;
  }
}
