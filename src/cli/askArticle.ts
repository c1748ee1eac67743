import type { Archive, Entry, TermEntry } from "../catalogue/archive.ts";
import { mostFrequent } from "../catalogue/labels.ts";
import { nearTitle } from "../catalogue/nearTitle.ts";
import { readingOf } from "../catalogue/pinyin.ts";
import { writtenAs } from "../catalogue/slips.ts";
import { oneLine } from "../characters.ts";
import { slugOf } from "../normalise/slug.ts";
import type { Bilingual, Language } from "../rule.ts";
import { askChoice, askSeveral, askText, askYes, warn, type Choice, type Terminal } from "./ask.ts";
import { faultOfTitle, newDate, type NewArticle } from "./newArticle.ts";

/** What is known already of an article, and of the archive it is for. */
export interface Beginning extends Partial<NewArticle> {
  /** When nothing else is said. */
  readonly now: string;
  readonly timeZone: string;
  /** Nothing when it cannot be had quickly. */
  readonly archive?: Archive;
  readonly nameOf: (entry: Entry) => string;
}

/**
 * Asks for what is missing of an article: title, date, category, tags, source. Categories, tags and sources are completed
 * from the archive.
 * @param beginning - what is known already
 * @param language - the reader's language
 * @param terminal - where it is asked
 * @returns the article, or nothing when it is cancelled
 */
export async function askArticle(
  beginning: Beginning,
  language: Language,
  terminal: Terminal = {},
): Promise<NewArticle | undefined> {
  const { archive, timeZone } = beginning;
  const say = (words: Bilingual) => words[language];
  const title =
    beginning.title ??
    (await askText({ message: say(words.title), validate: (typed) => faultOfTitle(typed)?.[language] }, terminal));
  if (title === undefined) return undefined;
  const near = archive && nearTitle(title, archive.entries);
  if (near) {
    warn(likeOther(near, beginning.nameOf(near))[language], terminal);
    if (!(await askYes({ message: say(words.goOn) }, terminal))) return undefined;
  }

  const date = beginning.date ?? (await askDate(beginning.now, timeZone, language, terminal));
  if (date === undefined) return undefined;

  const category =
    beginning.category ??
    (await askChoice(
      { message: say(words.category), choices: choicesOf(archive?.categories, language), own: ownIn(language) },
      terminal,
    ));
  if (category === undefined) return undefined;
  const label = archive ? labelOf(category, archive) : undefined;

  const tags =
    beginning.tags ??
    (await askSeveral(
      { message: say(words.tags), choices: choicesOf(archive?.tags, language), own: ownIn(language) },
      label === undefined ? [] : [label],
      terminal,
    ));
  if (tags === undefined) return undefined;

  const usual = archive ? sourceOf(category, archive) : undefined;
  const source =
    beginning.source ??
    (await askText(
      { message: say(words.source), placeholder: say(words.none), ...(usual === undefined ? {} : { initial: usual }) },
      terminal,
    ));
  if (source === undefined) return undefined;
  return { title: oneLine(title), date, category: oneLine(category), tags: tags.map(oneLine), source: oneLine(source) };
}

const words = {
  title: { en: "Title", zh: "标题" },
  date: { en: "When it was published", zh: "发布日期" },
  category: { en: "Category (type to find one or to write a new one)", zh: "类别（输入文字可查找，也可新建）" },
  tags: { en: "Tags (Tab chooses, Enter ends)", zh: "标签（Tab 键选择，回车结束）" },
  source: { en: "The paper it comes from", zh: "文章来源" },
  none: { en: "may be left empty", zh: "可以留空" },
  goOn: { en: "Make the article all the same?", zh: "仍然新建这篇文章吗？" },
} as const satisfies Readonly<Record<string, Bilingual>>;

/**
 * Says that an article has a title like that of another one.
 * @param other - the other one
 * @param file - its file
 * @returns a sentence
 */
export function likeOther({ title, day }: Pick<Entry, "title" | "day">, file: string): Bilingual {
  return {
    en: `The archive has an article of this or nearly this title: ${title} (${day}, ${file}).`,
    zh: `档案里已有标题相同或相近的文章：《${title}》（${day}，${file}）。`,
  };
}

/**
 * The name that the articles of a category have as their first tag.
 * @param category - the category as written
 * @param archive - all articles
 * @returns the name, unless it is the category's own
 */
export function labelOf(category: string, { categories }: Archive): string | undefined {
  const label = categories.find(({ slug }) => slug === slugOf(category))?.label;
  return label === category ? undefined : label;
}

async function askDate(now: string, timeZone: string, language: Language, terminal: Terminal) {
  const read = (typed: string) => newDate(typed === "" ? now : typed, timeZone);
  const validate = (typed: string) => {
    const result = read(typed);
    return "fault" in result ? result.fault[language] : undefined;
  };
  const typed = await askText({ message: words.date[language], initial: now, validate }, terminal);
  const result = typed === undefined ? undefined : read(typed);
  return result && "date" in result ? result.date : undefined;
}

/**
 * Categories or tags to choose from, those with most articles first.
 * @param terms - the terms in use
 * @param language - the reader's language
 * @returns a choice for each, found also by its pinyin
 */
export function choicesOf(terms: readonly TermEntry[] = [], language: Language): readonly Choice[] {
  return [...terms]
    .sort((a, b) => b.entries.length - a.entries.length)
    .map((term) => {
      const { label, entries } = term;
      const value = writtenAs(term);
      const count = language === "zh" ? `${entries.length} 篇` : `${entries.length} articles`;
      const shown = value === label ? value : `${value} ${label}`;
      return { value, label: `${shown} · ${count}`, also: readingOf(label).key.replaceAll(" ", "") };
    });
}

/**
 * The words for an answer that is none of the choices.
 * @param language - the reader's language
 * @returns the words for what was typed
 */
export function ownIn(language: Language): (typed: string) => string {
  return (typed) => (language === "zh" ? `新建“${typed}”` : `new: ${typed}`);
}

/**
 * The paper most articles of a category come from.
 * @param category - the category as written
 * @param archive - all articles
 * @returns its name, if any article names one
 */
export function sourceOf(category: string, { categories }: Archive): string | undefined {
  const counts = new Map<string, number>();
  for (const { paper } of categories.find(({ slug }) => slug === slugOf(category))?.entries ?? []) {
    if (paper !== undefined) counts.set(paper, (counts.get(paper) ?? 0) + 1);
  }
  return counts.size === 0 ? undefined : mostFrequent(counts);
}
