// SPDX-License-Identifier: Apache-2.0
// How one level becomes a part of a party's gain.
import type { At } from "../at";
import type { Package, ShowAnswer } from "../engine/answers";
import { exact, minus, times, type Exact } from "../engine/exact";
import { is_missing } from "../engine/lookup";
import { worth_of } from "../engine/worth";

export interface PartOfGain {
  /** Of the level in the package, 0 at the worst and 1 at the best. */
  worth: Exact;
  /** Without agreement, on the mean of the futures. */
  expected: Exact;
  /** Central. */
  weight: Exact;
  /** The weight times the difference of the two. */
  part: Exact;
}

/** Null where a number of it is unknown, or not in the file. */
export function part_of_gain(at: At, interest: ShowAnswer["interests"][number], chosen: Package): PartOfGain | null {
  const level = at.lookup.level(interest.level, chosen);
  const differences = at.lookup.differences(interest.party, chosen);
  if (is_missing(level) || typeof differences === "string") return null;
  const { interests, central } = at.dated.lookup.parties[interest.party]!;
  const place = interests.findIndex((one) => one.interest === interest.id);
  const more_is_better = at.measure(at.level(interest.level).measure).better === "more";
  const worth = worth_of(interest, more_is_better, level);
  const weight = exact(central[place]!);
  return { worth, expected: minus(worth, differences[place]!), weight, part: times(weight, differences[place]!) };
}

/** What the levels of an interest are worth, between 0 and 1, in words. */
export function scale_words(at: At, { level, shape, worst, best, points }: ShowAnswer["interests"][number]): string {
  const words = at.words.gain;
  const amount = (text: string | null) => at.amount(level, text);
  if (shape === "points") {
    const worths = points.map(([x, worth]) => words.worth_at(amount(x!), at.value(exact(worth!), 2)));
    return words.worth_points(worths.join(at.words.page.semicolon));
  }
  if (shape === "step") return words.worth_step(amount(best), at.measure(at.level(level).measure).better === "more");
  return words.worst_best(amount(worst), amount(best)) + (shape === "capped" ? words.worth_capped : "");
}

/** What may come without agreement, where it is that against which gains are measured. */
export function futures_of(at: At): { id: string; text: string; share: string; basis: "sourced" | "derived" | "assumed"; sources: string[] }[] {
  if (at.case.reservation === "today") return [];
  return at.case.baselines.flatMap(({ probability, ...future }) => (probability === null ? [] : [{ ...future, share: at.share(exact(probability)) }]));
}
