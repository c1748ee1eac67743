import { foldToUnits, type FoldTable } from "./fold.ts";
import { fieldKey, keysIn, titleKeysIn, type FieldName } from "./keys.ts";
import { syllablePairsIn, type Readings } from "./pinyin.ts";
import { marks, PostingGatherer } from "./postings.ts";
import { fieldValue, type Filing } from "./filing.ts";

/** What of an article is searched. */
export interface SearchedArticle {
  readonly title: string;
  /** Lines of plain text. */
  readonly text: string;
  /** What stands beside its text: the people of its byline, captions of its pictures, the lines around its title. */
  readonly names: readonly string[];
  readonly filing: Filing;
}

/** So many characters at the beginning of a text count for more. */
const leadLength = 40;

/** The keys of so many terms are kept in mind; a large archive may have more. */
const mostTerms = 20_000;

/** Gathers the keys of articles, for one segment after another. */
export class Indexer {
  readonly #table: FoldTable;
  readonly #readings: Readings;
  /** Keys by which all articles are found that have a term in common. */
  readonly #keysOfTerms = new Map<string, Uint32Array>();

  /**
   * @param table - by which texts are folded
   * @param readings - how characters are read aloud
   */
  constructor(table: FoldTable, readings: Readings) {
    this.#table = table;
    this.#readings = readings;
  }

  /**
   * Gathers the keys of a segment's articles.
   * @param articles - the articles, newest first
   * @returns where each key stands
   */
  gather(articles: Iterable<SearchedArticle>): PostingGatherer {
    const gatherer = new PostingGatherer();
    const keysByFiling = new Map<Filing, readonly Uint32Array[]>();
    let number = 0;
    for (const article of articles) {
      const filed = keysByFiling.get(article.filing) ?? this.#keysOfFiling(article.filing);
      keysByFiling.set(article.filing, filed);
      for (const keys of filed) gatherer.addAll(keys, number, marks.none);
      this.#addArticle(article, number++, gatherer);
    }
    return gatherer;
  }

  #addArticle({ title, text, names }: SearchedArticle, number: number, gatherer: PostingGatherer): void {
    const table = this.#table;
    gatherer.addAll(keysIn(foldToUnits(text, table)), number, marks.none);
    for (const line of names) gatherer.addAll(keysIn(foldToUnits(line, table)), number, marks.none);
    gatherer.addAll(keysIn(foldToUnits(text.slice(0, leadLength), table)), number, marks.lead);
    const heading = foldToUnits(title, table);
    gatherer.addAll(keysIn(heading), number, marks.title);
    gatherer.addAll(titleKeysIn(heading), number, marks.none);
    gatherer.addAll(syllablePairsIn(heading, this.#readings), number, marks.none);
  }

  /** Keys by which all articles are found that are filed in one way; most have that in common with others. */
  #keysOfFiling({ categories, tags, sources }: Filing): readonly Uint32Array[] {
    return [
      ...categories.map((category) => this.#keysOfTerm("category", category)),
      ...tags.map((tag) => this.#keysOfTerm("tag", tag)),
      ...sources.map((source) => this.#keysOfTerm("source", [source])),
    ];
  }

  /** @param term - by what it is found; what it is called comes last */
  #keysOfTerm(name: FieldName, term: readonly string[]): Uint32Array {
    const id = `${name}\n${term.join("\n")}`;
    const known = this.#keysOfTerms.get(id);
    if (known) return known;
    const table = this.#table;
    const fields = term.map((value) => fieldKey(name, fieldValue(value, table)));
    const label = foldToUnits(term.at(-1)!, table);
    // Papers are looked for as words, too.
    const words = name === "source" ? keysIn(label) : [];
    const keys = new Uint32Array([...fields, ...syllablePairsIn(label, this.#readings), ...words]);
    if (this.#keysOfTerms.size >= mostTerms) this.#keysOfTerms.clear();
    this.#keysOfTerms.set(id, keys);
    return keys;
  }
}
