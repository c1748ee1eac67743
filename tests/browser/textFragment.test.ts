import * as fc from "fast-check";
import { expect, test } from "vitest";
import { textFragment, textsIn } from "../../src/browser/textFragment.ts";

// The syntax of https://wicg.github.io/scroll-to-text-fragment/#syntax: `-`, `,` and `&` have a meaning there.
test.each([
  ["nothing", [], ""],
  ["a word", ["港口"], "#:~:text=%E6%B8%AF%E5%8F%A3"],
  ["words", ["ab", "cd"], "#:~:text=ab&text=cd"],
  ["a word that stands there twice", ["ab", "ab"], "#:~:text=ab"],
  ["a hyphen, a comma, an ampersand", ["a-b,c&d"], "#:~:text=a%2Db%2Cc%26d"],
  ["an equals sign and a per cent sign", ["=50%"], "#:~:text=%3D50%25"],
  ["white space", ["a b\u3000c"], "#:~:text=a%20b%E3%80%80c"],
  ["five words", ["a", "b", "c", "d", "e"], "#:~:text=a&text=b&text=c&text=d"],
])("the fragment for %s", (_, words, fragment) => {
  expect(textFragment(snippetOf(words))).toBe(fragment);
});

/** A piece of text with these words marked, one after the other. */
function snippetOf(words: readonly string[]) {
  let text = "…";
  const marked = words.map((word) => {
    text += `${word}，`;
    return [text.length - word.length - 1, text.length - 1] as const;
  });
  return { text, marked };
}

test("the texts of a fragment are read again", () => {
  const word = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => text.isWellFormed());
  fc.assert(
    fc.property(fc.array(word, { maxLength: 4 }), (words) => {
      expect(textsIn(textFragment(snippetOf(words)))).toEqual([...new Set(words)]);
    }),
  );
});

test.each([
  ["", []],
  ["#", []],
  ["#p-1", []],
  ["#text=a", []],
  ["#p-1:~:text=a", ["a"]],
  ["#:~:text=a&text=b", ["a", "b"]],
  ["#:~:text=%E6%B8%AF", ["港"]],
  ["#:~:text=%E6%B8", []],
  ["#:~:text=%zz&text=b", ["b"]],
  ["#:~:text=", []],
])("the texts in %s are %j", (fragment, texts) => {
  expect(textsIn(fragment)).toEqual(texts);
});
