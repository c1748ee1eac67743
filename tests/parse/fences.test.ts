import fc from "fast-check";
import { expect, test } from "vitest";
import { splitAtFences } from "../../src/parse/fences.ts";

test.each([
  ["a plain file", "---\ntitle: a\n---\nbody\n", "title: a\n", 2, "body\n", 4],
  ["no front matter between the fences", "---\n---\nbody", "", 2, "body", 3],
  ["nothing after the closing fence", "---\ntitle: a\n---", "title: a\n", 2, "", 3],
  ["a closing ...", "---\ntitle: a\n...\nbody", "title: a\n", 2, "body", 4],
  ["white space after the fences", "--- \t\ntitle: a\n---\t \nbody", "title: a\n", 2, "body", 4],
  ["full-width space after the opening fence", "---\u3000\ntitle: a\n---\nbody", "title: a\n", 2, "body", 4],
  ["blank lines before the first fence", "\n \t\n\u3000\n---\ntitle: a\n---\nbody", "title: a\n", 5, "body", 7],
  ["YAML by name", "---yaml\ntitle: a\n---\nbody", "title: a\n", 2, "body", 4],
  ["YAML by its other name, in capitals", "--- YML \ntitle: a\n---\nbody", "title: a\n", 2, "body", 4],
  ["a comment after the opening fence", "--- # draft\ntitle: a\n---\nbody", "title: a\n", 2, "body", 4],
  ["a rule in the body", "---\ntitle: a\n---\nb\n---\nc\n...\n", "title: a\n", 2, "b\n---\nc\n...\n", 4],
  ["a fence that is indented", "---\na: |\n  ---\n ...\n---\nbody", "a: |\n  ---\n ...\n", 2, "body", 6],
  [
    "dots and dashes that are more than a fence",
    "---\na: b\n....\n---x\n---\nbody",
    "a: b\n....\n---x\n",
    2,
    "body",
    6,
  ],
  ["a body that begins with blank lines", "---\na: b\n---\n\n\nbody", "a: b\n", 2, "\n\nbody", 4],
  ["a line separator inside a value", "---\na: b\u2028---\u2028c\n---\nbody", "a: b\u2028---\u2028c\n", 2, "body", 4],
])("%s is split", (_, text, frontMatter, frontMatterLine, body, bodyLine) => {
  expect(splitAtFences(text)).toEqual({ kind: "split", frontMatter, frontMatterLine, body, bodyLine });
});

test.each([
  [""],
  ["\n\n\n"],
  ["<p>正文</p>"],
  ["title: a\n---\nbody"],
  ["正文\n---\ntitle: a\n---\n"],
  [" ---\ntitle: a\n---\n"],
  ["\u3000---\ntitle: a\n---\n"],
  ["--\ntitle: a\n--\n"],
  ["----\ntitle: a\n----\n"],
  ["--- -\ntitle: a\n---\n"],
  ["...\ntitle: a\n...\n"],
  ["+++\ntitle = 'a'\n+++\n"],
  [";;;\n{}\n;;;\n"],
  ["———\ntitle: a\n———\n"],
  ["－－－\ntitle: a\n－－－\n"],
  ['{ "title": "a" }\n'],
  ["<!--\n---\ntitle: a\n---\n-->"],
])("%j has no front matter", (text) => {
  expect(splitAtFences(text)).toEqual({ kind: "none" });
});

test.each([
  ["---", 1],
  ["---\n", 1],
  ["---\ntitle: a\n\n<p>正文</p>\n", 1],
  ["\n\n---\ntitle: a\n", 3],
  ["---\ntitle: a\n ---\n", 1],
  ["---\ntitle: a\n--- end\n", 1],
  ["---\ntitle: a\n----\n", 1],
  ["---\ntitle: a\n---\u3000\n", 1],
  ["--- # draft\ntitle: a\n", 1],
])("%j is not closed; its fence stands in line %i", (text, line) => {
  expect(splitAtFences(text)).toEqual({ kind: "unclosed", line });
});

test.each([
  ["---js\n{}\n---\n", 1, "js"],
  ["---javascript\n{}\n---\n", 1, "javascript"],
  ["---json\n{}\n---\n", 1, "json"],
  ["--- coffee \n{}\n---\n", 1, "coffee"],
  ["---toml\n---\n", 1, "toml"],
  ["\n\n---JS\n{}\n---\n", 3, "JS"],
  ["---js", 1, "js"],
  ["--- title: a\n---\n", 1, "title: a"],
  ["---yaml js\n---\n", 1, "yaml js"],
  ["---\u3000js\n---\n", 1, "js"],
])("%j is front matter that line %i declares as %s", (text, line, language) => {
  expect(splitAtFences(text)).toEqual({ kind: "language", line, language });
});

const pieces = [
  "---",
  "...",
  "\n",
  "\n",
  "\n",
  " ",
  "\t",
  "\u3000",
  "\u2028",
  "-",
  "js",
  "yaml",
  "#",
  "a: b",
  "字",
  "+++",
];
const fencedText = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(""));

test("whatever is split is split at whole lines, and the lines are counted right", () => {
  fc.assert(
    fc.property(fencedText, (text) => {
      const fenced = splitAtFences(`---\n${text}\n---\n${text}`);
      fc.pre(fenced.kind === "split");
      const lines = `---\n${text}\n---\n${text}`.split("\n");
      const between = lines.slice(fenced.frontMatterLine - 1, fenced.bodyLine - 2);
      expect(fenced.frontMatter).toBe(between.map((line) => `${line}\n`).join(""));
      expect(fenced.body).toBe(lines.slice(fenced.bodyLine - 1).join("\n"));
    }),
  );
});

test("no text is beyond splitting, and what is reported stands in a line of the text", () => {
  fc.assert(
    fc.property(fc.oneof(fencedText, fc.string({ unit: "binary" })), (text) => {
      const fenced = splitAtFences(text);
      const line = "line" in fenced ? fenced.line : 1;
      expect(line).toBeGreaterThan(0);
      expect(line).toBeLessThanOrEqual(text.split("\n").length);
    }),
  );
});

test.each([
  ["blank lines", "\n".repeat(2_000_000)],
  ["white space after the fence", `---${" ".repeat(2_000_000)}`],
  ["white space after what is no fence", `---\n---${" ".repeat(2_000_000)}x`],
  ["lines that are almost fences", `---\n${"--- x\n".repeat(300_000)}`],
])("2 MB of %s come to an end", (_, text) => {
  expect(splitAtFences(text).kind).not.toBe("split");
});
