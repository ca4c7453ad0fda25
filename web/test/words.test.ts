// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { en } from "../src/words/en";
import { ja } from "../src/words/ja";

type Tree = { [key: string]: Tree | string | ((...parts: string[]) => string) };

/** Every text by its path; a function is called with its own name as each part. */
function texts(tree: Tree, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const own = `${path}.${key}`;
    if (typeof value === "string") found.set(own, value);
    else if (typeof value === "function") found.set(`${own}/${value.length}`, value(...Array<string>(value.length).fill("#")));
    else for (const [inner, text] of texts(value, own)) found.set(inner, text);
  }
  return found;
}

const english = texts(en as unknown as Tree);
const japanese = texts(ja as unknown as Tree);

describe("the dictionaries", () => {
  it("have the same keys, with as many parts", () => {
    expect([...japanese.keys()]).toEqual([...english.keys()]);
  });
  it("leave no text empty", () => {
    for (const [key, text] of [...english, ...japanese]) expect(text, key).not.toBe("");
  });
  it("never say that anybody accepts", () => {
    for (const [key, text] of english) expect(text, key).not.toMatch(/\baccept/i);
    for (const [key, text] of japanese) expect(text, key).not.toMatch(/受諾|賛成する/);
  });
  it("are in Japanese but for names", () => {
    const names = /nema (?:report|why)|smartnews-smri\/japan-topography|issues|subject|Language/g;
    for (const [key, text] of japanese) {
      expect(text.replaceAll(names, ""), key).not.toMatch(/[a-z]{3,}[ ,]+[a-z]{3,}/);
    }
  });
});
