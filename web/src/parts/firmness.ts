// SPDX-License-Identifier: Apache-2.0
// Who objects to a named package, and how firmly: in every reading of the claims, or in some.
import type { At } from "../at";
import type { BriefDated } from "../engine/answers";

type Named = BriefDated["packages"][number];

/** Parties of asked gates to whose objection the package is exposed. */
export function objecting(at: At, named: Named): string[] {
  return at.lookup
    .parties_asked(named.report.package)
    .filter((party) => named.report.answers[party]?.verdict === "objection");
}

/** Those whose objection stands in every reading first, then each of the others with what it hangs on. */
export function objecting_words(at: At, named: Named): string {
  const words = at.words.first;
  const { readings } = named.report;
  const count = (number: number) => at.count(String(number));
  const found = (party: string) => readings.objection_found[party] ?? 0;
  const all = objecting(at, named);
  const always = all.filter((party) => found(party) === readings.readings);
  const parts: string[] = [];
  if (always.length > 0) {
    parts.push(at.parties(always) + at.bracketed(readings.bounded ? words.named_bounded(count(readings.readings)) : words.named_every));
  }
  for (const party of all) {
    if (always.includes(party)) continue;
    const by = readings.bounded ? undefined : readings.decided_by[party];
    const hangs = by
      ? (by.value ? words.named_if : words.named_if_not)(at.quoted(at.claim(by.claim)))
      : words.named_in(count(found(party)), count(readings.readings));
    parts.push(at.party(party) + at.bracketed(hangs));
  }
  return parts.join(at.words.page.semicolon);
}
