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

/** The claim on whose value alone a party's objection hangs, or nothing. */
export function hangs_on(at: At, named: Named, party: string): string {
  const words = at.words.first;
  const by = named.report.readings.bounded ? undefined : named.report.readings.decided_by[party];
  return by ? (by.value ? words.named_if : words.named_if_not)(at.quoted(at.claim(by.claim))) : "";
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
    parts.push(at.parties(always) + at.bracketed(readings.bounded ? words.named_bounded(count(readings.readings)) : readings.readings > 1 ? words.named_every : words.named_all));
  }
  for (const party of all) {
    if (always.includes(party)) continue;
    parts.push(at.party(party) + at.bracketed(hangs_on(at, named, party) || words.named_in(count(found(party)), count(readings.readings))));
  }
  return parts.join(at.words.page.semicolon);
}
