import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { load } from "cheerio/slim";
import { isTag, isText, type ChildNode } from "domhandler";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { blockTags } from "../../src/normalise/allowList.ts";
import { Finder } from "../../src/search/find.ts";
import { parseQuery } from "../../src/search/query.ts";
import { IndexReader, type Manifest } from "../../src/search/reader.ts";
import { Session } from "../../src/search/session.ts";
import { foldSpaces } from "../../src/spaces.ts";
import { fangzhi, project, type Run } from "../support/command.ts";
import { articlesIn, inflate, readings, table, type FoundArticle } from "../support/searchIndex.ts";
import "../support/seed.ts";
import { foldedArticle, scan, type FoldedArticle } from "../support/searchScan.ts";

/** Real articles, third-party text that is not part of this repository: CORPUS=folder npm run test:corpus */
const corpus = process.env["CORPUS"] ?? path.resolve(project, "..", "shared", "corpus");
if (!existsSync(corpus))
  throw new Error(`Expected real articles in ${corpus}, found nothing; name their folder: CORPUS=folder`);

/** The lines that a browser takes from a page to make sure of a hit: `src/browser/articleText.ts` without a browser. */
function linesIn(page: string): readonly string[] {
  return load(page)("article .body > *")
    .toArray()
    .map((block) => foldSpaces(textIn(block).trim()));
}

function textIn(node: ChildNode): string {
  if (isText(node)) return node.data;
  if (!isTag(node)) return "";
  if (node.name === "br") return "\n";
  const inside = node.children.map(textIn).join("");
  return blockTags.has(node.name) ? ` ${inside} ` : inside;
}

describe("the search of a site of real articles", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "fangzhi-search-"));
  const [posts, site] = [path.join(folder, "posts"), path.join(folder, "site")];
  let run: Run;
  let articles: readonly FoundArticle[];
  let folded: readonly FoldedArticle[];
  let index: IndexReader;
  let finder: Finder;

  beforeAll(async () => {
    mkdirSync(posts);
    execFileSync("tar", ["-xJf", path.join(corpus, "xwlb.tar.xz"), "-C", folder]);
    // The archive has its files in the folder of that name; every tenth makes a site of many months.
    for (const [at, name] of readdirSync(posts).sort().entries()) if (at % 10 > 0) rmSync(path.join(posts, name));
    for (const name of ["finews/posts", "nasty"]) cpSync(path.join(corpus, name), posts, { recursive: true });
    run = fangzhi(["build", "--quiet", "--future", "--posts", posts, "--output", site]);
    articles = await articlesIn(posts);
    folded = articles.map(foldedArticle);
    const names = readdirSync(path.join(site, "search"));
    const files = new Map(names.map((name) => [name, readFileSync(path.join(site, "search", name))]));
    index = new IndexReader(JSON.parse(files.get("index.json")!.toString()) as Manifest, {
      read: async (file, start, end) => files.get(file)!.subarray(start, end),
      inflate: async (bytes) => inflate(bytes),
    });
    finder = new Finder(index, {
      table,
      readings: async () => readings,
      linesOf: async (permalink) => linesOn(permalink),
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Pages are read once for all queries. */
  const pages = new Map<string, readonly string[]>();
  function linesOn(permalink: string): readonly string[] {
    const file = path.join(site, permalink.endsWith("/") ? `${permalink}index.html` : permalink);
    const lines = pages.get(permalink) ?? linesIn(readFileSync(file, "utf8"));
    pages.set(permalink, lines);
    return lines;
  }

  async function found(text: string): Promise<readonly string[]> {
    const session = await Session.begin(finder, index, parseQuery(text, table), "newest", () => 0);
    await session.ask();
    const hits = await session.hits(Infinity);
    expect(session.standing).toMatchObject({ found: hits.length, isCertain: true, unasked: [], failed: [], unread: 0 });
    return hits.map(({ permalink }) => permalink);
  }

  async function compare(text: string): Promise<number> {
    const wanted = scan(folded, parseQuery(text, table)).map(({ permalink }) => permalink);
    expect([text, await found(text)]).toEqual([text, wanted]);
    return wanted.length;
  }

  test("has every article in its index", () => {
    expect(run.code).toBe(0);
    expect(articles.length).toBeGreaterThan(500);
    expect(index.manifest.articles).toBe(articles.length);
  });

  test("takes from a page every line of which the index was made", () => {
    // Beside them a page has links to pictures, which are no text.
    for (const { permalink, text } of articles) {
      const shown = new Set(linesOn(permalink));
      expect([permalink, text.split("\n").filter((line) => line !== "" && !shown.has(line))]).toEqual([permalink, []]);
    }
  });

  /** Numbers that choose a piece of an article. */
  const piece = fc
    .tuple(fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: 2, max: 12 }))
    .map(([which, line, start, length]) => {
      const { title, text, names } = articles[which % articles.length]!;
      const lines = [title, ...text.split("\n"), ...names].filter((each) => each.length > 1);
      const chosen = lines[line % lines.length]!;
      return chosen.slice(start % (chosen.length - 1)).slice(0, length);
    });

  test("finds any piece of a text, wherever it stands and nowhere else", async () => {
    let [queries, hits] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        piece.filter((text) => !/["“”＂]/.test(text)),
        async (text) => {
          hits += await compare(`"${text}"`);
          queries++;
        },
      ),
      { numRuns: 2000 },
    );
    expect(queries).toBe(2000);
    expect(hits).toBeGreaterThan(queries);
  });

  test("finds words together, without others, in fields and between days", async () => {
    const field = fc.constantFrom(
      "",
      "",
      "year:2021",
      "from:2020-06 to:2022-01",
      "category:nantongribao",
      "-来源：南通日报",
    );
    let hits = 0;
    await fc.assert(
      fc.asyncProperty(piece, piece, fc.constantFrom("", "-"), field, async (one, other, minus, asked) => {
        hits += await compare([one.slice(0, 3), `${minus}${other.slice(0, 2).trim()}`, asked].join(" "));
      }),
      { numRuns: 500 },
    );
    expect(hits).toBeGreaterThan(500);
  });
});
