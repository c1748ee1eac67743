import { fold, foldToUnits, type FoldTable } from "./fold.ts";
import { fieldKey, keysIn, titleUnitKey, type FieldName, type Key } from "./keys.ts";
import { eachSyllablePair, type Readings } from "./pinyin.ts";
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
    const [table, gatherer] = [this.#table, new PostingGatherer()];
    let article = -1;
    const add = (key: Key) => gatherer.add(key, article, marks.none);
    const addText = (part: string, mark: number) => gatherer.addAll(keysIn(foldToUnits(part, table)), article, mark);
    const addTerm = (name: FieldName, term: readonly string[]) =>
      gatherer.addAll(this.#keysOfTerm(name, term), article, marks.none);
    for (const { title, text, names, filing } of articles) {
      article++;
      addText(text, marks.none);
      for (const line of names) addText(line, marks.none);
      for (const line of filing.sources) addText(line, marks.none);
      addText(text.slice(0, leadLength), marks.lead);
      addText(title, marks.title);
      const heading = fold(title, table);
      for (let at = 0; at < heading.length; at++) add(titleUnitKey(heading.charCodeAt(at)));
      eachSyllablePair(heading, this.#readings, add);
      for (const category of filing.categories) addTerm("category", category);
      for (const tag of filing.tags) addTerm("tag", tag);
      for (const source of filing.sources) addTerm("source", [source]);
    }
    return gatherer;
  }

  /** @param term - by what it is found; what it is called comes last */
  #keysOfTerm(name: FieldName, term: readonly string[]): Uint32Array {
    const id = `${name}\n${term.join("\n")}`;
    const known = this.#keysOfTerms.get(id);
    if (known) return known;
    const keys = term.map((value) => fieldKey(name, fieldValue(value, this.#table)));
    eachSyllablePair(fold(term.at(-1)!, this.#table), this.#readings, (key) => void keys.push(key));
    if (this.#keysOfTerms.size >= mostTerms) this.#keysOfTerms.clear();
    const found = Uint32Array.from(keys);
    this.#keysOfTerms.set(id, found);
    return found;
  }
}
