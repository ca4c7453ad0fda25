// SPDX-License-Identifier: Apache-2.0
// Of a long search the answer that was given last, by what was asked: views ask again and again.
import type { Lookup } from "./lookup";

const last = new WeakMap<Lookup, Map<string, { asked: string; answer: unknown }>>();

/** `what`: the kind of question; `asked`: all that the answer depends on beside the lookup. */
export function remembered<Answer>(lookup: Lookup, what: string, asked: string, search: () => Answer): Answer {
  if (!last.has(lookup)) last.set(lookup, new Map());
  const old = last.get(lookup)!.get(what);
  if (old?.asked === asked) return old.answer as Answer;
  const answer = search();
  last.get(lookup)!.set(what, { asked, answer });
  return answer;
}
