// SPDX-License-Identifier: Apache-2.0
// What the verdict on a package as a whole rests on, in sentences: who objects all the same, which
// gates are set aside, and who loses without being asked.
import type { At } from "../at";
import type { Package } from "../engine/answers";
import { rule_words } from "./rule_words";
import { outcome, unasked_losers, type Outcome } from "../engine/outcome";

/** Who objects, or of whom it cannot be told, though the package passes or may pass. */
export function caveats(at: At, chosen: Package, found: Outcome = outcome(at.lookup, chosen)): string[] {
  const words = at.words.why;
  const { objection, cannot_tell, unlisted } = found.despite;
  const sentences: string[] = [];
  if (found.found === "set_aside" || found.found === "may_set_aside") {
    const remain = found.aside.every((party) => at.lookup.party(party, chosen) === "objection");
    const said = found.found === "set_aside" ? words.passes_aside : words.may_aside;
    const kind = found.only_aside ? words.only_since : words.since;
    sentences.push(said(kind(at.parties(found.aside)), remain ? words.objection_remains : words.finding_remains));
  }
  if (objection.length > 0) sentences.push(words.all_the_same(at.parties(objection)));
  if (cannot_tell.length > 0) sentences.push(words.untold_of(at.parties(cannot_tell)));
  if (unlisted.length > 0) sentences.push(words.unlisted_of(at.parties(unlisted)));
  return sentences;
}

/** Whether a package answers the question; nothing where the case does not say what would. */
export function on_question(at: At, chosen: Package): string {
  if (!at.asks()) return "";
  const wanted = at.lookup.wanted(chosen);
  const words = at.words.why;
  return wanted === "unlisted" ? words.wanted_unlisted : wanted ? words.inside : words.outside;
}

/** Who is worse off for all its weights and has no say. */
export function unasked(at: At, chosen: Package): string {
  const losing = unasked_losers(at.lookup, chosen);
  return losing.length > 0 ? at.words.why.unasked(at.parties(losing)) : "";
}

/** What is found of a package as a whole, in a sentence and its caveats. */
export function whole_words(at: At, chosen: Package): string[] {
  const words = at.words.why;
  const found = outcome(at.lookup, chosen);
  const rule = () => rule_words(at, at.case.consent);
  const first = {
    no_objection: () => words.passes,
    cannot_tell: () => words.may,
    objection: () => words.fails,
    excluded: () => words.excluded,
    unlisted: () => words.unlisted(at.words.first.reasons[at.why_unlisted()]),
    no_gate_asks: () => words.no_gate_asks,
    under_rule: () => words.passes_rule(rule()),
    may_under_rule: () => words.may_rule(rule()),
    set_aside: () => "",
    may_set_aside: () => "",
  };
  return [first[found.found](), ...caveats(at, chosen, found)];
}
