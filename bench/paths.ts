import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readWellFormed } from "../src/normalise/wellFormed.ts";
import { takeTail } from "../src/normalise/tail.ts";
import { toHtml } from "../src/parse/markdown.ts";
import { readSimpleFrontMatter } from "../src/parse/simpleFrontMatter.ts";

/** How many articles are looked at. */
const sample = 2000;

/** Which share of a corpus takes the fast paths. */
export interface Shares {
  /** Front matter that is read without YAML. */
  readonly frontMatter: number;
  /** Bodies that are read without the sanitiser. */
  readonly bodies: number;
}

/**
 * Finds out which share of a corpus takes the fast paths.
 * @param posts - folder of the articles
 * @returns shares from 0 to 1, of a sample
 */
export function sharesOf(posts: string): Shares {
  const names = readdirSync(posts).sort();
  const step = Math.max(1, Math.floor(names.length / sample));
  const texts = names
    .filter((_, index) => index % step === 0)
    .map((name) => readFileSync(path.join(posts, name), "utf8"));
  const share = (isFast: (head: string, body: string) => boolean) =>
    texts.filter((text) => {
      const [, head = "", body = ""] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
      return isFast(head, body);
    }).length / texts.length;
  return {
    frontMatter: share((head) => readSimpleFrontMatter(head) !== undefined),
    bodies: share((_, body) => readWellFormed(toHtml(takeTail(body).body, "a.md")) !== undefined),
  };
}
