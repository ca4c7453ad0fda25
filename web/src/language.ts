// SPDX-License-Identifier: Apache-2.0
// What depends on a language and not on the case.

import type { Language } from "./state";

/** Nothing says in which language a case is written: kana and kanji, beside few other letters, are Japanese. */
export function language_in(text: string): Language {
  const japanese = text.match(/[\u3040-\u30ff\u4e00-\u9fff]/g)?.length ?? 0;
  const latin = text.match(/[A-Za-z]/g)?.length ?? 0;
  return japanese > 0 && 3 * japanese >= 2 * latin ? "ja" : "en";
}

/** Formats cost much to make, so each is made once. */
const made = new Map<string, unknown>();
export function formats<Format>(key: string, make: () => Format): Format {
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as Format;
}
