import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { beginning, oneLine } from "../../src/characters.ts";
import { escaped, inlineCode } from "../../src/cli/markdown.ts";

/** All that a host may make something of: HTML, bare addresses, tables. */
const markdown = new MarkdownIt({ html: true, linkify: true });

/** The kinds of what stands in the one item of a list, and its text. */
function itemOf(line: string) {
  const blocks = markdown.parse(`- ${line}`, {});
  const inline = blocks.find(({ type }) => type === "inline");
  const parts = (inline?.children ?? []).filter(({ content }) => content !== "");
  return {
    blocks: blocks.map(({ type }) => type),
    parts: [...new Set(parts.map(({ type }) => type))],
    text: parts.map(({ content }) => content).join(""),
  };
}

const blocks = [
  "bullet_list_open",
  "list_item_open",
  "paragraph_open",
  "inline",
  "paragraph_close",
  "list_item_close",
  "bullet_list_close",
];
const signs = "`*_[]()<>&#!|~@\\-+1. \n\t/:".split("");
const nasty = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...signs, "www.", "http://", "a"), maxLength: 40 }),
);

test.each([
  ["posts/a.md", "`posts/a.md`"],
  ["a`b", "``a`b``"],
  ["`a``b", "``` `a``b ```"],
  ["", "`  `"],
  ["a\nb", "`a b`"],
  ["\u202Ea\u0007", "`a`"],
  ["长".repeat(400), `\`${"长".repeat(300)}…\``],
])("%j is the code %s", (text, expected) => {
  expect(inlineCode(text)).toBe(expected);
});

test.each([
  ["百亿级项目“落子”", "百亿级项目“落子”"],
  ["<b>*a*</b>", "\\<b\\>\\*a\\*\\<\\/b\\>"],
  ["[a](http://a.example)", "\\[a\\]\\(http\\:\\/\\/a\\.example\\)"],
])("%s is written %s", (text, expected) => {
  expect(escaped(text)).toBe(expected);
});

test("Whatever a name holds, it is code and nothing else", () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const shown = oneLine(text);
      fc.pre(shown !== "");
      expect(itemOf(inlineCode(text))).toEqual({ blocks, parts: ["code_inline"], text: shown });
    }),
  );
});

test("Whatever a title holds, it is text and nothing else", () => {
  fc.assert(
    fc.property(nasty, (text) => {
      // A line that begins with a letter, as the report's lines do.
      const { text: shown, parts, blocks: found } = itemOf(`x ${escaped(text)}`);
      expect(parts.filter((kind) => kind !== "text" && kind !== "text_special")).toEqual([]);
      expect(found).toEqual(blocks);
      expect(shown.trimEnd()).toBe(`x ${beginning(oneLine(text), 300)}`.trimEnd());
    }),
  );
});
