// SPDX-License-Identifier: Apache-2.0
// Of long searches the answers that were given last, by what was asked: several views ask again and
// again, each its own.
import type { Lookup } from "./lookup";

const kept_at_most = 16;
const last = new WeakMap<Lookup, Map<string, unknown>>();

/** `what`: the kind of question; `asked`: all that the answer depends on beside the lookup. */
export function remembered<Answer>(lookup: Lookup, what: string, asked: string, search: () => Answer): Answer {
  const kept = last.get(lookup) ?? new Map<string, unknown>();
  last.set(lookup, kept);
  const question = `${what}: ${asked}`;
  const answer = kept.has(question) ? (kept.get(question) as Answer) : search();
  // A map is in the order of what was set: the first is what was asked for longest ago.
  kept.delete(question);
  kept.set(question, answer);
  if (kept.size > kept_at_most) kept.delete(kept.keys().next().value!);
  return answer;
}
