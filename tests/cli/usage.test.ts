import { parseArgs } from "node:util";
import { expect, test } from "vitest";
import { faultOfArguments, faultOfImport } from "../../src/cli/usage.ts";

/** What Node itself finds wrong. */
function faultOf(...args: readonly string[]): unknown {
  const options = { posts: { type: "string" }, all: { type: "boolean" } } as const;
  try {
    parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    return error;
  }
  return undefined;
}

test.each<[args: readonly string[], en: RegExp, zh: RegExp]>([
  [["--foo"], /^There is no option --foo\./, /^没有 --foo 这个选项。/],
  [["-x"], /^There is no option -x\./, /^没有 -x 这个选项。/],
  [["--posts"], /^--posts needs a value/, /^--posts 后面要写值/],
  [["--posts", "-a"], /^--posts needs a value/, /^--posts 后面要写值/],
  [["--all=1"], /^--all takes no value\.$/, /^--all 后面不能写值。$/],
])("%j is said to be wrong in both languages", (args, en, zh) => {
  const fault = faultOfArguments(faultOf(...args));
  expect(fault.en).toMatch(en);
  expect(fault.zh).toMatch(zh);
});

test.each<[words: readonly string[], isOfSite: boolean, given: readonly string[]]>([
  [["a.txt"], false, ["date", "posts", "dry-run", "help"]],
  [["a.txt", "b.txt"], false, []],
  [["jekyll", "old"], true, ["posts", "dry-run", "json"]],
])("an import of %j (of a site: %s) with %j can be done", (words, isOfSite, given) => {
  expect(faultOfImport(words, isOfSite, given)).toBeUndefined();
});

test.each<[words: readonly string[], isOfSite: boolean, given: readonly string[], fault: RegExp]>([
  [["jekyll"], true, [], /After jekyll comes one path/],
  [["jekyll", "old", "older"], true, [], /After jekyll comes one path/],
  [["jekyll", "old"], true, ["category"], /--category is for files/],
  [["a.txt"], false, ["json"], /--json is for a whole site/],
])("an import of %j (of a site: %s) with %j cannot", (words, isOfSite, given, fault) => {
  expect(faultOfImport(words, isOfSite, given)?.en).toMatch(fault);
});
