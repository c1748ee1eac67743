import { fold, foldToUnits, type FoldTable } from "./fold.ts";
import { fieldKey, keysIn, titleUnitKey, type FieldName, type Key } from "./keys.ts";
import { eachSyllablePair, type Readings } from "./pinyin.ts";
import { marks, PostingGatherer } from "./postings.ts";
import { spokenLabels, valuesOf, type Filing } from "./filing.ts";

/** What of an article is searched. */
export interface SearchedArticle {
  readonly title: string;
  /** Lines of plain text. */
  readonly text: string;
  /** What stands beside its text: the people of its byline, captions of its pictures, the lines around its title. */
  readonly names: readonly string[];
  readonly filing: Filing;
}

/** Keys by which all articles are found that are filed in one way; most have that in common with others. */
type FilingKeys = Uint32Array;

function keysOfFiling(filing: Filing, table: FoldTable, readings: Readings): FilingKeys {
  const keys = new Set<Key>();
  const add = (key: Key) => void keys.add(key);
  for (const line of spokenLabels(filing, table)) eachSyllablePair(line, readings, add);
  for (const name of fieldNames) for (const value of valuesOf(filing, name, table)) add(fieldKey(name, value));
  return Uint32Array.from(keys);
}

/** So many characters at the beginning of a text count for more. */
const leadLength = 40;

const fieldNames: readonly FieldName[] = ["category", "tag", "source"];

/**
 * Gathers the keys of a segment's articles.
 * @param articles - the articles, newest first
 * @param table - by which texts are folded
 * @param readings - how characters are read aloud
 * @returns where each key stands
 */
export function gatherKeys(articles: Iterable<SearchedArticle>, table: FoldTable, readings: Readings): PostingGatherer {
  const gatherer = new PostingGatherer();
  const keysByFiling = new Map<Filing, FilingKeys>();
  let number = 0;
  for (const { title, text, names, filing } of articles) {
    const article = number++;
    const addText = (part: string, mark: number) => gatherer.addAll(keysIn(foldToUnits(part, table)), article, mark);
    const add = (key: Key) => gatherer.add(key, article, marks.none);
    addText(text, marks.none);
    for (const line of names) addText(line, marks.none);
    for (const line of filing.sources) addText(line, marks.none);
    addText(text.slice(0, leadLength), marks.lead);
    addText(title, marks.title);
    const heading = fold(title, table);
    for (let at = 0; at < heading.length; at++) add(titleUnitKey(heading.charCodeAt(at)));
    eachSyllablePair(heading, readings, add);
    const filed = keysByFiling.get(filing) ?? keysOfFiling(filing, table, readings);
    keysByFiling.set(filing, filed);
    gatherer.addAll(filed, article, marks.none);
  }
  return gatherer;
}
