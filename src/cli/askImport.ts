import type { Archive } from "../catalogue/archive.ts";
import { oneLine } from "../characters.ts";
import type { Given, Missing } from "../import/articleFile.ts";
import { readGivenDate } from "../import/dates.ts";
import type { Bilingual, Language } from "../rule.ts";
import { askChoice, askText, type Terminal } from "./ask.ts";
import { choicesOf, ownIn, sourceOf } from "./askArticle.ts";

/** How a date may be given. */
export const dateForms: Bilingual = {
  en: "Write YYYY-MM-DD, YYYY-MM or YYYY.",
  zh: "请写作 年-月-日、年-月 或 年，如 2022-10-13。",
};

/**
 * Asks for what neither the text of a file nor the options say; an empty answer leaves it unknown.
 * @param given - what the options say
 * @param missing - what is asked for
 * @param about - the file, and the archive to complete from
 * @param language - the reader's language
 * @param terminal - where it is asked
 * @returns what is known then, or nothing when it is cancelled
 */
export async function askGiven(
  given: Given,
  missing: ReadonlySet<Missing>,
  about: { readonly shown: string; readonly archive: Archive | undefined },
  language: Language,
  terminal: Terminal = {},
): Promise<Given | undefined> {
  const { archive } = about;
  const say = (field: keyof typeof words) => `${about.shown}: ${words[field][language]}`;
  let known = given;
  if (missing.has("date")) {
    const validate = (typed: string) => (typed.trim() === "" || readGivenDate(typed) ? undefined : dateForms[language]);
    const typed = await askText({ message: say("date"), validate }, terminal);
    if (typed === undefined) return undefined;
    const date = readGivenDate(typed);
    known = { ...known, ...(date ? { date } : {}) };
  }
  if (missing.has("category")) {
    const choices = choicesOf(archive?.categories, language);
    const question = { message: say("category"), choices, own: ownIn(language) };
    const category = choices.length > 0 ? await askChoice(question, terminal) : await askText(question, terminal);
    if (category === undefined) return undefined;
    known = { ...known, ...(category.trim() === "" ? {} : { category: oneLine(category) }) };
  }
  if (missing.has("source")) {
    const usual = known.category !== undefined && archive ? sourceOf(known.category, archive) : undefined;
    const source = await askText(
      { message: say("source"), ...(usual === undefined ? {} : { initial: usual }) },
      terminal,
    );
    if (source === undefined) return undefined;
    known = { ...known, ...(source.trim() === "" ? {} : { source: oneLine(source) }) };
  }
  return known;
}

const words = {
  date: {
    en: "published when? (YYYY-MM-DD, YYYY-MM or YYYY; empty: not known)",
    zh: "发表日期（年-月-日，或只到年-月、年；不知则留空）",
  },
  source: { en: "which paper? (empty: not known)", zh: "来源报纸（不知则留空）" },
  category: { en: "which category?", zh: "类别" },
} as const satisfies Readonly<Record<string, Bilingual>>;
