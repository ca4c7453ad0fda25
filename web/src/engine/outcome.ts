// SPDX-License-Identifier: Apache-2.0
// What is found of a package as a whole, with what must not be lost behind one word: who objects
// though the rule of consent holds, whose gates are set aside, and that no gate asks anything.

import type { Package, ReportDated } from "./answers";
import { compare, exact, plus, sign, zero } from "./exact";
import { is_missing, type Found, type Lookup } from "./lookup";

export type Rule = ReportDated["case"]["parties"][number]["rule"];

export type Whole = Found | "excluded" | "no_gate_asks" | "under_rule" | "may_under_rule" | "set_aside" | "may_set_aside";

export interface Outcome {
  found: Whole;
  /** Parties that the package asks and that object, or of whom it cannot be told or looked up, though
   * it passes or may pass without them: the rule of consent asks for less than every gate. */
  despite: { objection: string[]; cannot_tell: string[]; unlisted: string[] };
  /** Parties whose gates it sets aside and that do not say yes for certain. */
  aside: string[];
  /** Without setting anything aside it would not pass. */
  only_aside: boolean;
}

/** A yes is a sum of weights, as in engine/model/rule.h. */
export function rule_holds(rule: Rule, says_yes: (member: string) => boolean): boolean {
  if (rule === null) return true;
  if (typeof rule === "string") return says_yes(rule);
  const yes = rule.parts.filter((part) => rule_holds(part.rule, says_yes)).map((part) => exact(part.weight));
  return compare(yes.reduce(plus, zero), exact(rule.threshold)) >= 0;
}

/** What a rule names. */
export function members(rule: Rule): string[] {
  if (rule === null) return [];
  return typeof rule === "string" ? [rule] : rule.parts.flatMap((part) => members(part.rule));
}

/** With each of `from` once, all that their rules name. */
export function marked(parties: Map<string, Rule>, from: string[], found = new Set<string>()): Set<string> {
  for (const party of from) {
    if (found.has(party)) continue;
    found.add(party);
    marked(parties, members(parties.get(party) ?? null), found);
  }
  return found;
}

/** By party: whose yes its own needs. */
export function rules_of(dated: ReportDated): Map<string, Rule> {
  return new Map(dated.case.parties.map((party) => [party.id, party.rule]));
}

/** Parties that the package asks, and those that their rules name. */
export function heard(lookup: Lookup, chosen: Package): Set<string> {
  return marked(rules_of(lookup.dated), lookup.parties_asked(chosen));
}

/** Parties that no gate asks, neither here nor set aside, though for all their weights they would be
 * worse off than without agreement. */
export function unasked_losers(lookup: Lookup, chosen: Package): string[] {
  const known = heard(lookup, chosen);
  for (const gate of lookup.gates_set_aside(chosen)) known.add(gate.party);
  return lookup.dated.case.parties.map((party) => party.id).filter((party) => !known.has(party) && loses(lookup, party, chosen));
}

/** A margin that is missed is no loss. */
function loses(lookup: Lookup, party: string, chosen: Package): boolean {
  const { interests, margin } = lookup.dated.lookup.parties[party]!;
  if (interests.length === 0) return false;
  const gain = lookup.gain(party, chosen);
  if (!is_missing(gain) && !is_missing(gain.greatest)) return sign(plus(gain.greatest, gain.margin)) < 0;
  return sign(exact(margin)) === 0 && lookup.worth(party, chosen) === "objection";
}

/** Whether one gate's no is enough for the consent rule not to hold. */
export function every_gate_must_pass(dated: ReportDated): boolean {
  return dated.case.gates.every((gate) => !rule_holds(dated.case.consent, (id) => id !== gate.id));
}

export function outcome(lookup: Lookup, chosen: Package): Outcome {
  const nothing = { despite: { objection: [], cannot_tell: [], unlisted: [] }, aside: [], only_aside: false };
  if (lookup.broken_limits(chosen).length > 0) return { found: "excluded", ...nothing };
  const asked = lookup.parties_asked(chosen);
  const gates_aside = lookup.gates_set_aside(chosen);
  const aside = [...new Set(gates_aside.map((gate) => gate.party))].filter(
    (party) => lookup.party(party, chosen) !== "no_objection",
  );
  if (asked.length === 0 && gates_aside.length === 0) return { found: "no_gate_asks", ...nothing };
  const whole = lookup.whole(chosen);
  if (whole !== "no_objection" && whole !== "cannot_tell") return { ...nothing, found: whole, aside };
  const sure = whole === "no_objection";
  const that_are = (found: Found) => asked.filter((party) => lookup.party(party, chosen) === found);
  const despite = {
    objection: that_are("objection"),
    cannot_tell: sure ? that_are("cannot_tell") : [],
    // Where every gate must pass, what passes is no objection of anybody.
    unlisted: sure && !every_gate_must_pass(lookup.dated) ? that_are("unlisted") : [],
  };
  const over = despite.objection.length + despite.cannot_tell.length + despite.unlisted.length > 0;
  const found = aside.length > 0 ? (sure ? "set_aside" : "may_set_aside") : over ? (sure ? "under_rule" : "may_under_rule") : whole;
  return { found, despite, aside, only_aside: aside.length > 0 && lookup.whole(with_nothing_aside(lookup, chosen)) === "objection" };
}

/** The package with every gate that it sets aside asked again. */
export function with_nothing_aside(lookup: Lookup, chosen: Package): Package {
  const overriding = lookup.dated.case.issues.filter((issue) => issue.overrides !== null);
  return { ...chosen, ...Object.fromEntries(overriding.map((issue) => [issue.id, "no"])) };
}
