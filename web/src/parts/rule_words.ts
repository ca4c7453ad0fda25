// SPDX-License-Identifier: Apache-2.0
// A rule over gates in words.
import type { At } from "../at";
import type { Rule } from "../engine/outcome";

/** A gate by its party, and by its act where the party has several. */
function gate_words(at: At, id: string): string {
  const gate = at.case.gates.find((one) => one.id === id);
  if (!gate) return at.party(id);
  const several = at.case.gates.filter((one) => one.party === gate.party).length > 1;
  return at.party(gate.party) + (several ? at.bracketed(at.text(gate.act)) : "");
}

/** Within another rule its parts are held together. */
export function rule_words(at: At, rule: Rule, inner = false): string {
  if (rule === null) return "";
  if (typeof rule === "string") return gate_words(at, rule);
  const weight = (text: string) => (rule.kind === "votes" ? at.bracketed(at.exact(text)) : "");
  const type = rule.kind === "any" ? "disjunction" : "conjunction";
  const parts = at.list(rule.parts.map((part) => rule_words(at, part.rule, true) + weight(part.weight)), type);
  const kind = rule.kind === "all" && inner && rule.parts.length > 1 ? "all_inner" : rule.kind;
  return at.words.rule[kind](at.exact(rule.threshold), String(rule.parts.length), parts);
}
