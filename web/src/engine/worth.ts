// SPDX-License-Identifier: Apache-2.0
// What a level is worth to an interest, before its weight.
import type { ShowAnswer } from "./answers";
import { compare, divided, exact, greatest, least, minus, plus, times, zero, type Exact } from "./exact";

type Interest = ShowAnswer["interests"][number];

const one: Exact = { top: 1n, bottom: 1n };

/** 0 at the worst level, 1 at the best one, as the interest's shape says. Exact; the engine's values. */
export function worth_of(interest: Interest, more_is_better: boolean, level: Exact): Exact {
  const [worst, best] = [exact(interest.worst ?? 0), exact(interest.best ?? 0)];
  switch (interest.shape) {
    case "points":
      return between_points(interest.points.map(([x, value]) => [exact(x!), exact(value!)]), level);
    case "step": {
      const order = compare(level, best);
      return (more_is_better ? order >= 0 : order <= 0) ? one : zero;
    }
    case "linear":
    case "capped": {
      const worth = divided(minus(level, worst), minus(best, worst));
      return interest.shape === "linear" ? worth : least([one, greatest([zero, worth])]);
    }
  }
}

/** Linear between the points, whose levels rise; flat outside. */
function between_points(points: [Exact, Exact][], level: Exact): Exact {
  const after = points.findIndex(([x]) => compare(level, x) <= 0);
  if (after < 0) return points[points.length - 1]![1];
  if (after === 0) return points[0]![1];
  const [[x0, v0], [x1, v1]] = [points[after - 1]!, points[after]!];
  return plus(v0, times(minus(v1, v0), divided(minus(level, x0), minus(x1, x0))));
}
