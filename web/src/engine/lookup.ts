// SPDX-License-Identifier: Apache-2.0
// Looks up what the engine says of a package. Nothing is decided here: yes and no are read from
// decision diagrams, levels and gains from tables whose entries are added up for display.

import type {
  ByCertainty,
  Certainty,
  Condition,
  Package,
  ReportDated,
  ReportRoot,
  ReportTables,
  Verdict,
} from "./answers";

export const certainties: Certainty[] = ["necessary", "central", "possible"];

/** Whether a package meets a condition; options that it names are by issue. */
export function holds(condition: Condition, chosen: Package): boolean {
  return Object.entries(condition).every(([issue, options]) =>
    options.includes(chosen[issue] ?? ""),
  );
}

/** "no objection" where the yes is sure, "objection" where it is not even possible. */
export function verdict(yes: { necessary: boolean; possible: boolean }): Verdict {
  return yes.necessary ? "no_objection" : yes.possible ? "cannot_tell" : "objection";
}

export interface Gain {
  least: number | null;
  central: number;
  greatest: number | null;
  /** Weighted difference to what is expected without agreement, by interest, at central weights. */
  parts: { interest: string; level: string; value: number; difference: number }[];
}

/** One change, or two, after which an objection is gone and none has come. */
export type Steps = Package;

/** Looks packages up at one date. */
export class Lookup {
  readonly dated: ReportDated;
  private readonly variables: string[];
  private readonly numbers: Map<string, number>[];
  private readonly options: string[][];
  private readonly variable_of = new Map<string, number>();
  private readonly levels_of_interest = new Map<string, string>();

  constructor(dated: ReportDated) {
    this.dated = dated;
    this.variables = dated.lookup.issues;
    const issues = new Map(dated.case.issues.map((issue) => [issue.id, issue]));
    this.options = this.variables.map((id) => issues.get(id)!.options.map((option) => option.id));
    this.numbers = this.options.map((ids) => new Map(ids.map((id, number) => [id, number])));
    this.variables.forEach((id, variable) => this.variable_of.set(id, variable));
    for (const interest of dated.case.interests) {
      this.levels_of_interest.set(interest.id, interest.level);
    }
  }

  assignment(chosen: Package): number[] {
    return this.variables.map((issue, v) => this.numbers[v]!.get(chosen[issue] ?? "") ?? 0);
  }

  /** Whether the package is in the set; null where the set was too large to be listed. */
  contains(root: ReportRoot, chosen: Package): boolean | null {
    return root === null ? null : this.walk(root, this.assignment(chosen));
  }

  private walk(root: number, assignment: number[]): boolean {
    let node = root;
    while (node > 1) {
      const entry = this.dated.lookup.nodes[node]!;
      node = entry[1 + assignment[entry[0]!]!]!;
    }
    return node === 1;
  }

  private under(roots: { [name in Certainty]: ReportRoot }, chosen: Package): ByCertainty | null {
    if (certainties.some((certainty) => roots[certainty] === null)) return null;
    const assignment = this.assignment(chosen);
    return {
      necessary: this.walk(roots.necessary!, assignment),
      central: this.walk(roots.central!, assignment),
      possible: this.walk(roots.possible!, assignment),
    } as ByCertainty;
  }

  /** What is said of the party; null where it cannot be looked up. */
  party(id: string, chosen: Package): Verdict | null {
    const yes = this.under(this.dated.lookup.parties[id]!.yes, chosen);
    return yes && verdict(yes as { necessary: boolean; possible: boolean });
  }

  /** What its worth test alone says. */
  worth(id: string, chosen: Package): Verdict | null {
    const yes = this.under(this.dated.lookup.parties[id]!.worth, chosen);
    return yes && verdict(yes as { necessary: boolean; possible: boolean });
  }

  /** What the gates say together, feasibility apart. */
  consent(chosen: Package): Verdict | null {
    const yes = this.under(this.dated.lookup.consent, chosen);
    return yes && verdict(yes as { necessary: boolean; possible: boolean });
  }

  wanted(chosen: Package): boolean | null {
    return this.contains(this.dated.lookup.wanted, chosen);
  }

  broken_limits(chosen: Package): string[] {
    return Object.entries(this.dated.lookup.limits)
      .filter(([, root]) => this.contains(root, chosen) === false)
      .map(([id]) => id);
  }

  /** Refusals of the party that are in force and hold. */
  refusals(party: string, chosen: Package) {
    const in_force = new Set(this.dated.lookup.refusals);
    return this.dated.case.refusals.filter(
      (refusal) =>
        refusal.party === party && in_force.has(refusal.id) && holds(refusal.when, chosen),
    );
  }

  gates_asked(chosen: Package) {
    return this.dated.case.gates.filter((gate) => holds(gate.when, chosen));
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

  /** The level in a package, for display; null where it is unknown or was too large to be listed. */
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
      const level = this.levels_of_interest.get(interest)!;
      if (value === null || this.level(level, chosen) === null) return null;
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
        level: this.levels_of_interest.get(interest)!,
        value: party.central[i]! * differences[i]!,
        difference: differences[i]!,
      })),
    };
  }

  /** Parties that some gate asked by the package is of, in the order of the gates, each once. */
  parties_asked(chosen: Package): string[] {
    return [...new Set(this.gates_asked(chosen).map((gate) => gate.party))];
  }

  /** All that is against a package, in one text each: for finding steps that raise nothing new. */
  private against(chosen: Package): Set<string> {
    const found = new Set(this.broken_limits(chosen).map((id) => `limit ${id}`));
    for (const party of this.parties_asked(chosen)) {
      if (this.party(party, chosen) === "objection") found.add(`party ${party}`);
    }
    return found;
  }

  /**
   * For a party that objects: the single changes, else the pairs of changes, after which no
   * objection of it is found and none of others has come. At most `most`; overrides stay.
   */
  smallest_changes(party: string, chosen: Package, most = 5): Steps[] {
    const before = this.against(chosen);
    const works = (changed: Package) => {
      const after = this.against(changed);
      return (
        !after.has(`party ${party}`) && [...after].every((objection) => before.has(objection))
      );
    };
    const singles: Steps[] = [];
    for (const issue of this.dated.case.issues) {
      if (issue.overrides !== null) continue;
      for (const option of issue.options) {
        if (option.id !== chosen[issue.id]) singles.push({ [issue.id]: option.id });
      }
    }
    const found = singles.filter((step) => works({ ...chosen, ...step }));
    if (found.length > 0) return found.slice(0, most);
    for (let i = 0; i < singles.length && found.length < most; ++i) {
      for (let j = i + 1; j < singles.length && found.length < most; ++j) {
        const steps = { ...singles[i]!, ...singles[j]! };
        if (Object.keys(steps).length === 2 && works({ ...chosen, ...steps })) found.push(steps);
      }
    }
    return found;
  }

  /**
   * A package that may pass (or passes) every gate, feasible, with the fewest changes of the given
   * one: the shortest way through the diagrams. Overriding issues stay as they are. Null: there is
   * none, undefined: it cannot be looked up.
   */
  nearest(chosen: Package, certainty: Certainty, inside: boolean): Package | null | undefined {
    const { consent, feasible, wanted, nodes } = this.dated.lookup;
    const roots = [consent[certainty], feasible, ...(inside ? [wanted] : [])];
    if (roots.some((root) => root === null)) return undefined;
    const from = this.assignment(chosen);
    const fixed = this.variables.map(
      (id) => this.dated.case.issues.find((issue) => issue.id === id)!.overrides !== null,
    );
    const known = new Map<string, { changes: number; option: number }>();
    const least = (at: number[], variable: number): number => {
      if (at.some((node) => node === 0)) return Infinity;
      if (variable === this.variables.length) return 0;
      const key = `${variable} ${at.join(" ")}`;
      const old = known.get(key);
      if (old) return old.changes;
      let best = { changes: Infinity, option: from[variable]! };
      for (let option = 0; option < this.options[variable]!.length; ++option) {
        const changed = option === from[variable] ? 0 : 1;
        if (changed && fixed[variable]) continue;
        const next = at.map((node) =>
          node > 1 && nodes[node]![0] === variable ? nodes[node]![1 + option]! : node,
        );
        const changes = changed + least(next, variable + 1);
        if (changes < best.changes || (changes === best.changes && !changed)) {
          best = { changes, option };
        }
      }
      known.set(key, best);
      return best.changes;
    };
    let at = roots as number[];
    if (least(at, 0) === Infinity) return null;
    const result = { ...chosen };
    this.variables.forEach((issue, variable) => {
      const { option } = known.get(`${variable} ${at.join(" ")}`)!;
      result[issue] = this.options[variable]![option]!;
      at = at.map((node) =>
        node > 1 && nodes[node]![0] === variable ? nodes[node]![1 + option]! : node,
      );
    });
    return result;
  }
}
