import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readImported } from "../../src/import/formats.ts";
import { findLosses } from "../../src/import/account.ts";
import { compose } from "../../src/import/importing.ts";
import { understand, type Understanding } from "../../src/import/understand.ts";
import type { FoundArticle } from "../../src/import/foundArticle.ts";

const folder = path.join(import.meta.dirname, "../fixtures/import/text");
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".txt"))
  .map((file) => path.parse(file).name)
  .sort();

/** An article as a careful editor would make it; what is not there the text does not say. */
interface Answer {
  readonly title?: string;
  readonly kicker?: string;
  readonly subtitle?: string;
  readonly date?: string;
  readonly page?: string;
  readonly source?: string;
  readonly authors?: readonly string[];
  readonly photographers?: readonly string[];
  readonly editors?: readonly string[];
  /** Paragraphs in order; `## ` begins a heading, `[caption] ` a caption. */
  readonly body: readonly string[];
}

interface Answers {
  readonly articles: readonly Answer[];
  /** What of the text is in no article: furniture of the page. */
  readonly leftOut: readonly string[];
}

describe.each(names)("%s", (name) => {
  const file = path.join(folder, `${name}.txt`);
  const answers = JSON.parse(readFileSync(path.join(folder, `${name}.json`), "utf8")) as Answers;

  test("is the articles an editor would make of it", async () => {
    const { found } = await imported(file);
    expect({ articles: found.articles.map(answerOf), leftOut: leftOutOf(found) }).toEqual({
      articles: answers.articles.map((article) => ({ authors: [], photographers: [], editors: [], ...article })),
      leftOut: answers.leftOut,
    });
  });

  test("loses no character", async () => {
    const { origin, found } = await imported(file);
    const files = compose(origin, found, {});
    expect(files).toHaveLength(answers.articles.length);
    const losses = findLosses(
      origin.text.lines,
      found.fates,
      files.map(({ text }) => text),
    );
    expect(losses).toEqual([]);
  });
});

async function imported(file: string) {
  const bytes = readFileSync(file);
  const name = path.basename(file);
  const text = await readImported(bytes, name);
  return { origin: { name, bytes, text }, found: understand(text) };
}

function answerOf(article: FoundArticle): Answer {
  const { title, kicker, subtitle, date, page, source, authors, photographers, editors, blocks } = article;
  const marks = { paragraph: "", heading: "## ", caption: "[caption] " } as const;
  return {
    ...(title === undefined ? {} : { title }),
    ...(kicker === undefined ? {} : { kicker }),
    ...(subtitle === undefined ? {} : { subtitle }),
    ...(date === undefined ? {} : { date: date.date.slice(0, { year: 4, month: 7, day: 10 }[date.precision]) }),
    ...(page === undefined ? {} : { page }),
    ...(source === undefined ? {} : { source }),
    authors,
    photographers,
    editors,
    body: blocks.map(({ kind, text }) => `${marks[kind]}${text}`),
  };
}

function leftOutOf({ fates }: Understanding): readonly string[] {
  return fates.filter(({ fate }) => fate === "furniture").map(({ text }) => text);
}
