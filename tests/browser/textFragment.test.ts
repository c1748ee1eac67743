import * as fc from "fast-check";
import { expect, test } from "vitest";
import { textFragment, textsIn } from "../../src/browser/textFragment.ts";

// The syntax of https://wicg.github.io/scroll-to-text-fragment/#syntax: `-`, `,` and `&` have a meaning there.
test.each([
  ["nothing", [], ""],
  ["a word", ["港口"], "#hits=%E6%B8%AF%E5%8F%A3:~:text=%E6%B8%AF%E5%8F%A3"],
  ["words", ["ab", "cd"], "#hits=ab,cd:~:text=ab&text=cd"],
  ["a hyphen, a comma, an ampersand", ["a-b,c&d"], "#hits=a%2Db%2Cc%26d:~:text=a%2Db%2Cc%26d"],
  ["an equals sign and a per cent sign", ["=50%"], "#hits=%3D50%25:~:text=%3D50%25"],
  ["a colon", ["a:~:b"], "#hits=a%3A~%3Ab:~:text=a%3A~%3Ab"],
  ["white space", ["a b\u3000c"], "#hits=a%20b%E3%80%80c:~:text=a%20b%E3%80%80c"],
  ["five words", ["a", "b", "c", "d", "e"], "#hits=a,b,c,d,e:~:text=a&text=b&text=c&text=d"],
])("the fragment for %s", (_, words, fragment) => {
  expect(textFragment(words, snippetOf(words))).toBe(fragment);
});

test("a word that is not in the snippet is left to the page", () => {
  expect(textFragment(["ab"], snippetOf([]))).toBe("#hits=ab");
});

test("a place that stands twice in the snippet is named once", () => {
  expect(textFragment(["ab"], snippetOf(["ab", "ab"]))).toBe("#hits=ab:~:text=ab");
});

test("no more than twelve forms are named", () => {
  const words = Array.from({ length: 20 }, (_, at) => `w${at}`);
  expect(textsIn(textFragment(words, snippetOf([])))).toEqual(words.slice(0, 12));
});

// Chromium finds a text only where words begin and end.
test.each([
  ["the end of a word", "the port", "rt", "text=po-,rt"],
  ["the beginning of a word", "the port", "po", "text=po,-rt"],
  ["the midst of a word", "the port", "or", "text=p-,or,-t"],
  ["whole words", "the port", "port", "text=port"],
  ["the end of one word and the beginning of the next", "the port", "e p", "text=th-,e%20p,-ort"],
  ["a word of Chinese", "去北京", "京", "text=%E5%8C%97-,%E4%BA%AC"],
])("%s is asked for with the rest of the word", (_, text, hit, directive) => {
  const at = text.indexOf(hit);
  const fragment = textFragment([hit], { text, marked: [[at, at + hit.length]] });
  expect(fragment.split(":~:")[1]).toBe(directive);
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
      expect(textsIn(textFragment(words, snippetOf(words)))).toEqual(words);
    }),
  );
});

test.each([
  ["", []],
  ["#", []],
  ["#p-1", []],
  ["#:~:text=a", []],
  ["#hits=", []],
  ["#hits=a", ["a"]],
  ["#hits=a,b:~:text=c", ["a", "b"]],
  ["#hits=%E6%B8%AF", ["港"]],
  ["#hits=%E6%B8", []],
  ["#hits=%zz,b", ["b"]],
])("the texts in %s are %j", (fragment, texts) => {
  expect(textsIn(fragment)).toEqual(texts);
});
