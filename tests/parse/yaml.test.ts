import { spawnSync } from "node:child_process";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { printable } from "../../src/characters.ts";
import { locateKey, readYaml } from "../../src/parse/yaml.ts";
import { YamlFault } from "../../src/parse/yamlFault.ts";
import { project } from "../support/command.ts";

/** The fault for which a text is not read. */
function faultOf(text: string): Pick<YamlFault, "rule" | "position" | "values"> {
  try {
    readYaml(text);
  } catch (error) {
    if (error instanceof YamlFault) return { rule: error.rule, position: error.position, values: error.values };
    throw error;
  }
  throw new Error("Expected a fault, but the text was read");
}

test.each([
  ["002752", "002752"],
  ["1e3", "1e3"],
  ["1.50", "1.50"],
  ["3.0", "3.0"],
  [".5", ".5"],
  ["0x1F", "0x1F"],
  ["0o17", "0o17"],
  ["0b11", "0b11"],
  ["1_000", "1_000"],
  ["+1", "+1"],
  ["-0", "-0"],
  [".inf", ".inf"],
  [".nan", ".nan"],
  ["NaN", "NaN"],
  ["Infinity", "Infinity"],
  ["12345678901234567890", "12345678901234567890"],
  ["9007199254740993", "9007199254740993"],
  ["10:00:00", "10:00:00"],
  ["2022-03-11", "2022-03-11"],
  ["2022-03-11 02:00:40 +0800", "2022-03-11 02:00:40 +0800"],
  ["+0800", "+0800"],
  ["yes", "yes"],
  ["off", "off"],
  ["=x", "=x"],
  ["~x", "~x"],
  ["-x", "-x"],
  [":x", ":x"],
  ["5% up", "5% up"],
  ["C# 与 F#", "C# 与 F#"],
  ["甲 & 乙", "甲 & 乙"],
  ["“*ST金山”", "“*ST金山”"],
  ["解读：新政策", "解读：新政策"],
  ["http://example.org/", "http://example.org/"],
  ["<b>甲</b> {{ 7 * 7 }}", "<b>甲</b> {{ 7 * 7 }}"],
  ["! '甲'", "甲"],
  ["!!str 5", "5"],
  ["2022", 2022],
  ["-1.5", -1.5],
  ["true", true],
  ["~", null],
  ["", null],
])("title: %s is %j", (written, read) => {
  expect(readYaml(`title: ${written}\n`)).toEqual({ data: { title: read }, forgiven: [] });
});

test.each([
  ["nothing", "", {}],
  ["comments alone", "# a\n  # b\n", {}],
  ["a block list", "tags:\n- 甲\n  # c\n- 乙\n", { tags: ["甲", "乙"] }],
  ["a flow list over lines", "tags: [甲,\n  乙]\n", { tags: ["甲", "乙"] }],
  ["a block of text", "a: |\n  b: c\n\n  # d\n", { a: "b: c\n\n# d\n" }],
  ["a folded block", "a: >-\n  b\n  c\n", { a: "b c" }],
  ["a value on the next line", "a:\n  b\n", { a: "b" }],
  ["keys in Chinese", "关键词: 甲\n", { 关键词: "甲" }],
  ["a mapping in braces", "{ a: 1, b: [c] }\n", { a: 1, b: ["c"] }],
  ["a merge key, which is only a key", "a:\n  <<: { b: 1 }\n", { a: { "<<": { b: 1 } } }],
  ["a list, which the caller refuses", "- a\n", ["a"]],
  ["a text, which the caller refuses", "a\n", "a"],
  ["null, which the caller refuses", "null\n", null],
])("%s is read", (_, text, data) => {
  expect(readYaml(text)).toEqual({ data, forgiven: [] });
});

test.each([
  ["title: a\ntitle: b\n", { title: "b" }, 2, 1],
  ["title: a\ndate: 2022-03-11\ntitle: b\ntitle: c\n", { title: "c", date: "2022-03-11" }, 3, 1],
  ["a: { b: 1, b: 2 }\n", { a: { b: 2 } }, 1, 12],
  ["a:\n- b: 1\n  b: 2\n", { a: [{ b: 2 }] }, 3, 3],
  ["a: 1\n'a': 2\n", { a: 2 }, 2, 1],
])("of %j the last counts, and the second place is noted", (text, data, line, column) => {
  expect(readYaml(text)).toEqual({ data, forgiven: [{ rule: "duplicate-key", line, column }] });
});

test.each([
  ['"a "b" c"', 'a "b" c'],
  ['"“链主”"企业"', '“链主”"企业'],
  ['"他说"要快"，又说"要稳""', '他说"要快"，又说"要稳"'],
  ['"a "b": c"', 'a "b": c'],
  ['"a \\"b\\" "c""', 'a "b" "c"'],
  ['"a"b"  ', 'a"b'],
])("title: %s is repaired to %s, and noted", (written, title) => {
  expect(readYaml(`date: 2022-03-11\ntitle: ${written}\ntags: 甲\n`)).toEqual({
    data: { date: "2022-03-11", title, tags: "甲" },
    forgiven: [{ rule: "title-quotes-repaired", line: 2, column: 8 }],
  });
});

test.each([
  ['"a \\"b\\" c"', 'a "b" c'],
  ["'a \"b\" c'", 'a "b" c'],
  ["'it''s'", "it's"],
  ['"a" # "b"', "a"],
  ['"a\n  b"', "a b"],
])("title: %s needs no repair", (written, title) => {
  expect(readYaml(`title: ${written}\n`)).toEqual({ data: { title }, forgiven: [] });
});

test("a title is repaired beside a key that is given twice", () => {
  expect(readYaml('title: "a "b" c"\ntags: 甲\ntags: 乙\n')).toEqual({
    data: { title: 'a "b" c', tags: "乙" },
    forgiven: [
      { rule: "title-quotes-repaired", line: 1, column: 8 },
      { rule: "duplicate-key", line: 3, column: 1 },
    ],
  });
});

test.each([
  ["an anchor", "title: &a x\n", 1, 8],
  ["an anchor without a value", "a: &a\nb: c\n", 1, 4],
  ["an anchor on a list", "b: c\na: &a [x]\n", 2, 4],
  ["an anchor in a list", "tags:\n  - &x a\n", 2, 5],
  ["an anchor in braces", "a: {b: &x c}\n", 1, 8],
  ["an anchor after a tag", "a: !!str &x b\n", 1, 10],
  ["an anchor on a key", "&x a: b\n", 1, 1],
  ["an anchor and its alias", "a: &a\n  x: 1\nb:\n  <<: *a\n", 1, 4],
  ["a bomb of aliases", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n", 1, 4],
  ["an anchor behind an & in quotation marks", 'title: "甲 &b 乙"\nx: &y z\n', 2, 4],
  ["an anchor behind an & in a comment", "title: x # &y\nb: &c d\n", 2, 4],
  ["an anchor behind an & in a block", "a: |\n  x &y\nb: &c d\n", 3, 4],
  ["an anchor behind a key given twice", "title: a\ntitle: b\nx: &a 1\n", 3, 4],
])("%s is refused where it stands", (_, text, line, column) => {
  expect(faultOf(text)).toEqual({ rule: "front-matter-alias", position: { line, column }, values: {} });
});

test.each([
  ["*ST金山", "*"],
  ["*ST江海：风险提示", "*"],
  ["[图] 港口", "["],
  ["[图]港口", "["],
  ["[未完", "["],
  ["{甲} 乙", "{"],
  ["@南通", "@"],
  ["`x`", "`"],
  ["%5 增长", "%"],
  ["| 甲", "|"],
  ["> 甲", ">"],
  [", 甲", ","],
  ["] 甲", "]"],
  ["} 甲", "}"],
  ["? 甲", "?"],
  ["!甲 乙", "!"],
])("the title %s begins with a character of YAML's own", (title, character) => {
  expect(faultOf(`date: 2022-03-11\ntitle: ${title}\ntags: 甲\n`)).toEqual({
    rule: "front-matter-reserved",
    position: { line: 2, column: 8 },
    values: { character },
  });
});

test.each([
  ["title: !!js/function 'function () {}'\n", 1],
  ["title: !!js/regexp /a/\n", 1],
  ["title: !!js/undefined ''\n", 1],
  ["title: !ruby/object:Gem::Version x\n", 1],
  ["a: b\ntitle: !!python/object/apply:os.system ['x']\n", 2],
  ["title: !<tag:yaml.org,2002:js/function> x\n", 1],
  ["title: !!binary aGVsbG8=\n", 1],
  ["title: !!timestamp 2022-03-11\n", 1],
  ["title: !!set {a}\n", 1],
  ["a: b\nc: d\ntitle: !unknown x\n", 3],
])("%j is refused for its tag", (text, line) => {
  expect(faultOf(text)).toEqual({
    rule: "front-matter-reserved",
    position: { line, column: 8 },
    values: { character: "!" },
  });
});

test.each([
  ["in a list", "tags:\n  - !!js/function x\n", 2],
  ["in a list, before another list", "a:\n  - !!js/function x\ntags: [甲]\n", 2],
  ["on a key", "a: b\n!!js/function c: d\n", 2],
])("a tag %s is refused in its line", (_, text, line) => {
  expect(faultOf(text)).toMatchObject({ rule: "front-matter-yaml", position: { line } });
});

test.each([
  ["title: 解读: 新政策\n", 1, 10],
  ["a: b\ntitle: 甲: 乙: 丙\nc: d\n", 2, 9],
  ["tags: [甲, 乙]\ntitle: a b: c\n", 2, 11],
  ["title: a:\tb\n", 1, 9],
  ["title: 甲: 乙 # 丙\n", 1, 9],
  ["categories: a: b\n", 1, 14],
])("%j has a colon in its value, at %i:%i", (text, line, column) => {
  expect(faultOf(text)).toEqual({ rule: "front-matter-colon", position: { line, column }, values: {} });
});

test.each([
  ['title: "甲\ndate: 2022-03-11\n', 1, 8],
  ['date: 2022-03-11\ntitle: "甲\ntags: 乙\n', 2, 8],
  ["title: '甲\ndate: 2022-03-11\n", 1, 8],
  ['title: "甲\ntags: "乙"\n', 1, 8],
  ["title: '甲' 乙\n", 1, 8],
  ['title: "甲" 乙\n', 1, 8],
  ["title: 'a 'b' c'\n", 1, 8],
  ["title: 'it's here'\n", 1, 8],
  ['tags: "a "b" c"\n', 1, 7],
  ['title: "甲\\', 1, 8],
])("%j has quotation marks that do not pair, at %i:%i", (text, line, column) => {
  expect(faultOf(text)).toEqual({ rule: "front-matter-quote", position: { line, column }, values: {} });
});

test.each([
  ["tags:\n\t- 甲\n", 2, 1],
  ["a:\n  b: c\n \td: e\n", 3, 2],
  ["a: b\n\tc: d\n", 2, 1],
  ["\ttitle: 甲\n", 1, 1],
])("%j is indented with a tab, at %i:%i", (text, line, column) => {
  expect(faultOf(text)).toEqual({ rule: "front-matter-tab", position: { line, column }, values: {} });
});

test.each([
  ["a word that is no key", "title: 甲\n没有冒号\n", 2, 1],
  ["a word that is no key, after a list", "tags: [甲, 乙]\n没有冒号\n", 2, 1],
  ["a word that is no key, before a list", "title: 甲\n没有冒号\ntags: [甲, 乙]\n", 2, 1],
  ["a word that is no key, after a block", "note: |\n  甲: 乙: 丙\n没有冒号\n", 3, 1],
  ["a word that is no key, after a key given twice", "title: 甲\ntitle: 乙\n没有冒号\n", 3, 1],
  ["a word that is no key, after a text and a comment", 'title: "甲" # 乙\n没有冒号\n', 2, 1],
  ["a word that is no key, before a text and a comment", '没有冒号\ntitle: "甲" # 乙\n', 1, 1],
  ["a full-width colon", "title： 甲\ndate: 2022-03-11\n", 1, 1],
  ["a list item among keys", "title: 甲\n- 乙\n", 2, 1],
  ["a list that is out of line", "tags:\n  - 甲\n - 乙\n", 3, 1],
  ["an escape that is none", 'title: "C:\\path"\n', 1, 11],
  ["a dash before the value", "title: - 甲\n", 1, 8],
  ["a brace that is not closed", "{ title: 甲\n", 2, 1],
  ["a directive", "%YAML 1.2\ntitle: 甲\n", 2, 1],
])("%s is a fault in its place", (_, text, line, column) => {
  const fault = faultOf(text);
  expect(fault).toMatchObject({ rule: "front-matter-yaml", position: { line, column } });
  expect(fault.values["reason"]).toMatch(/^[^\n]+$/);
});

const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

test("lists fifty deep are read", () => {
  expect(readYaml(`a: ${nested(50)}\n`).data).toEqual({ a: JSON.parse(nested(50)) as unknown });
});

test.each([
  ["lists", `a: ${nested(1000)}\n`],
  ["braces", `a: ${"{b: ".repeat(1000)}1${"}".repeat(1000)}\n`],
  ["dashes", `a:\n  ${"- ".repeat(1000)}b\n`],
  ["indented keys", Array.from({ length: 300 }, (__, depth) => `${" ".repeat(depth)}a:\n`).join("")],
])("%s a thousand deep are refused as that, not for the character they begin with", (_, text) => {
  expect(faultOf(text)).toMatchObject({
    rule: "front-matter-yaml",
    values: { reason: expect.stringMatching(/nest|deep|depth/i) as string },
  });
});

/** How a process ends that works on a text at several heights of the stack, with no compiled code kept between them. */
function endOf(work: string, text: string): { readonly status: number | null; readonly signal: string | null } {
  const program = `
    import { locateKey, readYaml } from ${JSON.stringify(path.join(project, "src", "parse", "yaml.ts"))};
    const text = ${JSON.stringify(text)};
    const at = (height) => {
      if (height > 0) return at(height - 1);
      try { ${work} } catch {}
    };
    for (let height = 0; height < 8; height++) {
      for (let times = 0; times < 6; times++) gc();
      at(height);
    }`;
  const args = ["--expose-gc", "--import", "tsx", "--input-type=module", "--eval", program];
  const { status, signal } = spawnSync(process.execPath, args, { cwd: project, stdio: "ignore" });
  return { status, signal };
}

// V8 ends the process when it cannot compile a regular expression for want of stack; nothing can catch that.
test.each([
  ["reading lists", "readYaml(text)", `a: ${"[".repeat(2000)}`],
  ["reading braces", "readYaml(text)", `a: ${"{".repeat(2000)}`],
  ["reading keys of keys", "readYaml(text)", `a: ${"? ".repeat(2000)}`],
  ["reading dashes", "readYaml(text)", `a:\n  ${"- ".repeat(2000)}b\n`],
  ["reading pairs in a list", "readYaml(text)", `a: [${"a: ".repeat(2000)}`],
  ["finding a repaired title of lists", 'locateKey(text, "title")', `title: "a ": ${"[".repeat(2000)}"\n`],
])("%s two thousand deep does not end the process", (_, work, text) => {
  expect(endOf(work, text)).toEqual({ status: 0, signal: null });
});

test.each([
  ["blank lines", `title: a${"\n".repeat(60_000)}b: c\n`],
  ["lines of spaces", `a: |\n${" \n".repeat(30_000)}b: c\n`],
  ["tabs", `a:\n${"\t\n".repeat(30_000)}b`],
  ["quotation marks of one kind before one of the other", `title: ${'"'.repeat(60_000)}'`],
  ["quotation marks and spaces", `title: "${'" '.repeat(30_000)}'`],
  ["backslashes", `title: "${"\\".repeat(60_000)}" x"`],
  ["hashes", " #".repeat(30_000)],
  ["colons", `a${": ".repeat(30_000)}`],
  ["stars", `a: ${"*".repeat(60_000)}`],
  ["anchors", `a: ${"&a ".repeat(20_000)}`],
  ["pairs in a list", `a: [${"a: ".repeat(20_000)}`],
  ["keys", Array.from({ length: 6000 }, (__, index) => `k${index}: 1\n`).join("")],
  ["one key", "a: 1\n".repeat(12_000)],
  ["broken titles", 'title: "a"b"\n'.repeat(4500)],
])("60 KB of %s come to an end", (_, text) => {
  expect(() => {
    try {
      readYaml(text);
    } catch (error) {
      if (!(error instanceof YamlFault)) throw error;
    }
  }).not.toThrow();
});

const words = "title tags a 甲 1 __proto__ << : , [ ] { } &a *a ! !!str !!js/function | > # % @ ` ~ \\ ' \" 😀".split(
  " ",
);
const spaces = [" ", "  ", "\t", "\u2028", "\uFEFF", ": ", "- ", "? ", " #"];
const lines = ["\n", ":\n", "|\n", ">\n", "\ntitle: ", '\ntitle: "a "b"', "\na: b"];
const yamlText = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.constantFrom(...spaces), fc.constantFrom(...lines)), { maxLength: 25 })
  .map((parts) => parts.join(""));
const anyText = fc
  .oneof({ weight: 4, arbitrary: yamlText }, fc.string({ unit: "binary" }))
  .map((text) => `${printable(text)}\n`);

test("whatever is written is read, or is at fault in a place of the text", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const { line, column } of placesIn(text)) {
        const length = text.split("\n")[line - 1]?.length;
        expect(column).toBeGreaterThan(0);
        expect(column).toBeLessThanOrEqual(length === undefined ? 0 : length + 1);
      }
    }),
    { numRuns: 1000 },
  );
});

function placesIn(text: string): readonly YamlFault["position"][] {
  try {
    return [...readYaml(text).forgiven, locateKey(text, "title"), locateKey(text, "__proto__")];
  } catch (error) {
    if (error instanceof YamlFault) return [error.position];
    throw error;
  }
}

test.each([
  ["title", "title: 甲\n", 1, 8],
  ["title", "date: a\ntitle:   甲\n", 2, 10],
  ["title", "title: 甲\ntitle: 乙\n", 2, 8],
  ["title", '"title": "甲"\n', 1, 10],
  ["title", "{ date: a, title: 甲 }\n", 1, 19],
  ["title", "title: [甲]\n", 1, 8],
  ["title", "title:\n  - 甲\n", 2, 3],
  ["title", "title: |\n  甲\n", 1, 8],
  ["title", "a:\n  title: 甲\ntitle: 乙\n", 3, 8],
  ["title", 'title: "a "b" c"\n', 1, 8],
  ["title", "date: a\ntitle:\n", 2, 7],
  ["__proto__", "title: 甲\n__proto__: 乙\n", 2, 12],
])("the value of %s in %j stands at %i:%i", (key, text, line, column) => {
  expect(locateKey(text, key)).toEqual({ line, column });
});

test.each([
  ["title", ""],
  ["title", "date: 甲\n"],
  ["title", "a:\n  title: 甲\n"],
  ["title", "- title\n"],
  ["title", "title\n"],
  ["a.b", "a: b\n"],
])("a key %s that %j does not have is at the beginning", (key, text) => {
  expect(locateKey(text, key)).toEqual({ line: 1, column: 1 });
});
