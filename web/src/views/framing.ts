// SPDX-License-Identifier: Apache-2.0
// What share of the case belongs to each of its subjects, and what to none.
import type { At } from "../at";
import { look, type Look } from "../parts/charts";

const kinds = ["issues", "measures", "gates"] as const;
type Kind = (typeof kinds)[number];

export interface Share extends Look {
  name: string;
  of: Record<Kind, { count: number; share: number }>;
}

/** By subject, then what has none; of all issues but those that set a gate aside, all measures and all gates. */
export function shares(at: At): Share[] {
  const all: Record<Kind, number> = {
    issues: at.case.issues.filter((issue) => issue.overrides === null || issue.subject !== null).length,
    measures: at.case.measures.length,
    gates: at.case.gates.length,
  };
  const share = (name: string, as: Look, count: (kind: Kind) => number): Share => ({
    name,
    ...as,
    of: Object.fromEntries(kinds.map((kind) => [kind, { count: count(kind), share: all[kind] === 0 ? 0 : count(kind) / all[kind] }])) as Share["of"],
  });
  const { framing } = at.dated;
  const none = (kind: Kind) => all[kind] - framing.reduce((sum, subject) => sum + subject[kind].length, 0);
  return [
    ...framing.map((subject, i) => share(at.text(subject.subject), look(i), (kind) => subject[kind].length)),
    ...(kinds.some((kind) => none(kind) > 0) ? [share(at.words.framing.no_subject, { color: "#9a958a", decal: undefined, image: "none" }, none)] : []),
  ];
}
