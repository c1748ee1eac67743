import { fold } from "../../src/search/fold.ts";
import type { Query, Term } from "../../src/search/query.ts";
import { readingsTable } from "../../src/search/readings.ts";
import type { Filing } from "../../src/search/filing.ts";
import { table, type FoundArticle } from "./searchIndex.ts";

/** The syllables of each character. */
const syllablesOf = new Map<string, string[]>();
for (const line of readingsTable().split("\n")) {
  const syllable = /^[a-z]+/.exec(line)![0];
  for (const character of line.slice(syllable.length)) {
    syllablesOf.set(character, [...(syllablesOf.get(character) ?? []), syllable]);
  }
}
const syllables = new Set([...syllablesOf.values()].flat());

/** The ways of reading a text aloud from its beginning. */
export function spokenAs(text: string): readonly string[] {
  const [first = "", ...others] = text;
  const rest = others.length > 0 ? spokenAs(others.join("")) : [""];
  return (syllablesOf.get(first) ?? []).flatMap((syllable) => rest.map((spoken) => syllable + spoken));
}

/** In how many ways a word is a row of syllables. */
export function waysToRead(word: string): number {
  if (word === "") return 1;
  let ways = 0;
  for (let end = 1; end <= word.length; end++) {
    if (syllables.has(word.slice(0, end))) ways += waysToRead(word.slice(end));
  }
  return ways;
}

/** An article, folded once for many queries. */
export interface FoldedArticle {
  readonly article: FoundArticle;
  readonly title: string;
  /** Each line in which words are looked for. */
  readonly lines: readonly string[];
  /** What may be asked for by its sound. */
  readonly spoken: readonly string[];
}

const folded = (line: string) => fold(line, table);

/** Folds all that is searched of an article. */
export function foldedArticle(article: FoundArticle): FoldedArticle {
  const { title, text, names, filing } = article;
  const { categories, tags, sources } = filing;
  const labels = [...categories, ...tags].map(([, label]) => label);
  return {
    article,
    title: folded(title),
    lines: [title, ...text.split("\n"), ...names, ...sources].map(folded),
    spoken: [title, ...labels, ...sources].map(folded),
  };
}

/** Goes through all articles and looks at each: what a search must find, no more and no less. */
export function scan(articles: readonly FoldedArticle[], query: Query): readonly FoundArticle[] {
  const { terms, fields, from, to } = query;
  const isAsked = terms.some(({ isExcluded }) => !isExcluded) || fields.length > 0 || from !== "" || to !== "";
  if (!isAsked) return [];
  return articles
    .filter((each) => {
      const { day, filing } = each.article;
      return (
        terms.every((term) => has(each, term) !== term.isExcluded) &&
        fields.every(({ name, value, isExcluded }) => isFiled(filing, name, value) !== isExcluded) &&
        (from === "" || day >= from) &&
        (to === "" || day <= to)
      );
    })
    .map(({ article }) => article);
}

function has({ title, lines, spoken }: FoldedArticle, { text, isPhrase, isExcluded }: Term): boolean {
  // One unit, or nothing but punctuation, is looked for in titles only.
  const isMute = text.split("").every((unit) => /[\p{P}\p{S}\p{Z}]/u.test(unit));
  if (text.length === 1 || isMute) return title.includes(text);
  if (lines.some((line) => line.includes(text))) return true;
  return !isPhrase && !isExcluded && /^[a-z]{3,}$/.test(text) && spoken.some((line) => isRead(line, text));
}

function isFiled({ categories, tags, sources }: Filing, name: "category" | "tag" | "source", value: string): boolean {
  const values = { category: categories.flat(), tag: tags.flat(), source: sources }[name];
  return values.some((each) => folded(each).replace(/["“”]/g, "") === value);
}

/** Whether two characters or more of a line are read as a word. */
function isRead(line: string, word: string): boolean {
  const characters = Array.from(line);
  const isReadFrom = (at: number, rest: string, count: number): boolean =>
    rest === ""
      ? count > 1
      : (syllablesOf.get(characters[at] ?? "") ?? []).some(
          (syllable) => rest.startsWith(syllable) && isReadFrom(at + 1, rest.slice(syllable.length), count + 1),
        );
  return characters.some((_, at) => isReadFrom(at, word, 0));
}
