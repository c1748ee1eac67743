import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { findLosses } from "../../src/import/account.ts";
import { readImported } from "../../src/import/formats.ts";
import { compose } from "../../src/import/importing.ts";
import { madeArticles } from "../../src/import/madeArticles.ts";
import { understand } from "../../src/import/understand.ts";
import { splitAtFences } from "../../src/parse/fences.ts";

const posts = path.join(import.meta.dirname, "../../posts");
const sources = readdirSync(path.join(posts, "_sources"));

/** The three documents of this archive that were newspaper pages; their `review:` was worked through by hand. */
test.each(sources)("%s is the article that stands in posts, and not a character of it is lost", async (name) => {
  const bytes = readFileSync(path.join(posts, "_sources", name));
  const text = await readImported(bytes, name);
  const found = understand(text);
  const made = madeArticles(posts, name);
  expect(made).toHaveLength(1);
  const [file] = compose({ name, bytes, text }, found, made[0]!.given);
  expect(bodyOf(made[0]!.text)).toBe(bodyOf(file!.text));
  expect(findLosses(text.lines, found.fates, [made[0]!.text])).toEqual([]);
});

test("all three are there", () => {
  expect(sources.map((name) => name.slice(0, 3))).toEqual(["002", "003", "004"]);
});

test("halves of a sentence that columns had parted are one", () => {
  const [article] = madeArticles(posts, sources[2]!);
  expect(article!.text).toContain("建立高速物流“白名单”制度");
  expect(article!.text).toContain("建立高｜速物流");
});

function bodyOf(text: string): string {
  const fenced = splitAtFences(text);
  return fenced.kind === "split" ? fenced.body : "";
}
