// SPDX-License-Identifier: Apache-2.0
// Why a gate's party does not say yes for certain, as sentences put together from what is looked up.
import type { At } from "../at";
import type { Package } from "../engine/answers";
import { as_number, compare, minus, plus, sign, zero, type Exact } from "../engine/exact";
import { is_missing, type Found, type Gain, type Missing } from "../engine/lookup";
import { members, rule_holds } from "../engine/outcome";

export interface Reason {
  party: string;
  verdict: Found;
  acts: string[];
  texts: string[];
}

/** The measures over which a party is worse off (-1) or better off (1) than without agreement at
 * central weights, the heaviest first. */
export function moved(at: At, party: string, chosen: Package, direction: 1 | -1): string[] {
  const gain = at.lookup.gain(party, chosen);
  if (is_missing(gain)) return [];
  return gain.parts
    .filter((part) => sign(part.value) === direction)
    .sort((a, b) => direction * compare(b.value, a.value))
    .map((part) => at.text(at.measure(at.level(part.level).measure).name));
}

export function losses(at: At, party: string, chosen: Package): string[] {
  return moved(at, party, chosen, -1);
}

/** Of all that a party values. */
export function margin_share(at: At, margin: Exact): string {
  return at.percent(as_number(margin));
}

/** Whether a gain below 0 is a loss; one that a margin alone puts there, or may, is none. */
export function is_loss(end: Exact | Missing, margin: Exact): boolean {
  if (sign(margin) === 0) return true;
  return !is_missing(end) && sign(plus(end, margin)) < 0;
}

/** What the worth of a party that may be below 0, or is for all its weights, is short of. */
export function worth_text(at: At, verdict: "objection" | "cannot_tell", gain: Gain | Missing, over: string): string {
  const words = at.words.why;
  if (is_missing(gain)) return verdict === "objection" ? words.worse_off(over) : words.may_be_worse(over);
  const margin = margin_share(at, gain.margin);
  if (verdict === "cannot_tell") {
    return is_loss(gain.least, gain.margin) ? words.may_be_worse(over) : words.may_gain_less(margin, over);
  }
  const loss = is_loss(gain.greatest, gain.margin);
  const text = loss ? words.worse_off(over) : words.gains_less(margin, over);
  if (is_missing(gain.greatest)) return text;
  const short = at.percent(as_number(minus(zero, gain.greatest)));
  const by = loss && sign(gain.margin) > 0 ? words.short_of_margin(short, margin) : words.short_by(short);
  return text + at.words.page.colon + by;
}

/** Who of those that the party's rule names does not say yes, or not for certain, where the rule
 * does not hold for certain. */
function rule_text(at: At, party: string, chosen: Package): string {
  const { rule } = at.case.parties.find((one) => one.id === party)!;
  const found = new Map(members(rule).map((member) => [member, at.lookup.party(member, chosen)]));
  const says = (...kinds: Found[]) => rule_holds(rule, (member) => kinds.includes(found.get(member)!));
  if (says("no_objection")) return "";
  const possible = says("no_objection", "cannot_tell");
  if (!possible && says("no_objection", "cannot_tell", "unlisted")) return "";
  if (possible && [...found.values()].includes("unlisted")) return "";
  const names = [...found].filter(([, one]) => one === "objection" || (possible && one !== "no_objection")).map(([member]) => at.party(member));
  return possible ? at.words.why.by_rule_untold(at.list(names)) : at.words.why.by_rule(at.list(names));
}

/** What a party refuses of a package. */
function refused(at: At, party: string, chosen: Package): string[] {
  const words = at.words.why;
  return at.lookup
    .refusals(party, chosen)
    .map((refusal) => {
      const said = refusal.basis === "sourced"
        ? words.refuses(at.text(refusal.words))
        : words.refuses_read(at.words.sources.basis[refusal.basis], at.text(refusal.words));
      return said + on_claim(at, refusal);
    });
}

/** The contested claim that a refusal rests on, in brackets. */
export function on_claim(at: At, { if_claim }: { if_claim: string | null }): string {
  return if_claim === null ? "" : at.bracketed(at.words.gain.if_claim(at.quoted(at.claim(if_claim))));
}

/** Over what it is found what is found of a party: what it refuses, what it loses, else why not. */
export function found_over(at: At, party: string, chosen: Package): string {
  const lost = losses(at, party, chosen);
  const over = [...refused(at, party, chosen), ...(lost.length > 0 ? [at.few(lost, 2)] : [])];
  if (over.length > 0) return over.join(at.words.page.semicolon);
  const gain = at.lookup.gain(party, chosen);
  const told = !is_missing(gain) || at.dated.lookup.parties[party]!.interests.length === 0;
  const nothing = told && at.lookup.party(party, chosen) === "no_objection";
  return nothing ? at.words.expectations.nothing : texts_of(at, party, chosen).join(at.words.page.semicolon);
}

/** Whether all levels that the party cares for are known in the package. */
function levels_known(at: At, party: string, chosen: Package): boolean {
  const own = at.case.interests.filter((interest) => interest.party === party);
  return own.every((interest) => at.lookup.level(interest.level, chosen) !== "unknown");
}

function texts_of(at: At, party: string, chosen: Package): string[] {
  const words = at.words.why;
  const texts = refused(at, party, chosen);
  const worth = at.lookup.worth(party, chosen);
  const gain = at.lookup.gain(party, chosen);
  const has_interests = at.dated.lookup.parties[party]!.interests.length > 0;
  if (has_interests && worth !== "no_objection") {
    const over = at.few(losses(at, party, chosen), 3);
    if (worth === "unlisted") texts.push(words.unlisted_worth);
    else if (gain === "unknown") texts.push(levels_known(at, party, chosen) ? words.unknown_expected : words.unknown_level);
    else texts.push(worth_text(at, worth, gain, over));
  }
  const others = rule_text(at, party, chosen);
  if (others) texts.push(others);
  if (texts.length === 0) texts.push(words.unlisted_worth);
  return texts;
}

/** Of each party of a gate that the package asks and that does not say yes for certain. */
export function reasons(at: At, chosen: Package): Reason[] {
  const result: Reason[] = [];
  const gates = [...at.lookup.gates_asked(chosen), ...at.lookup.gates_set_aside(chosen)];
  for (const gate of gates) {
    const verdict = at.lookup.party(gate.party, chosen);
    if (verdict === "no_objection") continue;
    const aside = gate.overridden_by !== null && chosen[gate.overridden_by] === "yes";
    const act = at.text(gate.act) + (aside ? at.words.gates.aside : "");
    const known = result.find((reason) => reason.party === gate.party);
    if (known) {
      if (!known.acts.includes(act)) known.acts.push(act);
    } else {
      result.push({ party: gate.party, verdict, acts: [act], texts: texts_of(at, gate.party, chosen) });
    }
  }
  return result;
}
