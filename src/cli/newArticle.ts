import { countCharacters, oneLine } from "../characters.ts";
import { limits } from "../limits.ts";
import { readDate } from "../normalise/date.ts";
import { cutToFit, slugOf } from "../normalise/slug.ts";
import type { Bilingual } from "../rule.ts";
import { describe } from "../rules.ts";

/** What is known of an article that is to be written. */
export interface NewArticle {
  readonly title: string;
  /** As front matter has it: `2022-03-11 02:00:40 +0800`. */
  readonly date: string;
  readonly category?: string;
  readonly tags: readonly string[];
  readonly source?: string;
}

/**
 * The file of a new article: its front matter filled in, its body waiting to be written.
 * @param article - what is known of it
 * @returns the file's name and text
 */
export function newFile({ title, date, category, tags, source }: NewArticle): {
  readonly name: string;
  readonly text: string;
} {
  const day = date.slice(0, 10);
  const room = limits.nameBytes - Buffer.byteLength(`${day}-.md`);
  const names = tags.map((tag) => JSON.stringify(tag));
  const lines = [
    "---",
    "layout: post",
    `title: ${JSON.stringify(title)}`,
    `date: ${date}`,
    ...(category ? [`category: ${JSON.stringify(category)}`] : []),
    ...(names.length === 1 ? [`tag: ${names[0]}`] : []),
    ...(names.length > 1 ? [`tags: [${names.join(", ")}]`] : []),
    ...(source ? [`source: ${JSON.stringify(source)}`] : []),
    "---",
    "",
    "",
  ];
  return { name: `${day}-${cutToFit(slugOf(title), room)}.md`, text: lines.join("\n") };
}

/**
 * What is wrong with a title.
 * @param title - the title
 * @returns words, or nothing when it can be used
 */
export function faultOfTitle(title: string): Bilingual | undefined {
  const line = oneLine(title);
  if (line !== "" && countCharacters(line) <= limits.titleCharacters) return undefined;
  return {
    en: `The title must have 1 to ${limits.titleCharacters} characters.`,
    zh: `标题应有 1 至 ${limits.titleCharacters} 个字。`,
  };
}

/**
 * Writes a date properly, with the site's zone.
 * @param text - a date in any form that has one meaning
 * @param timeZone - IANA name of the site's zone
 * @returns the date as front matter has it, or what is wrong with it
 */
export function newDate(text: string, timeZone: string): { readonly date: string } | { readonly fault: Bilingual } {
  const read = readDate(text, timeZone);
  if ("rule" in read) {
    const values = { text, ...read.values };
    const words = (language: "en" | "zh") => {
      const { message, remedy } = describe({ rule: read.rule, values }, language);
      return language === "zh" ? message + remedy : `${message} ${remedy}`;
    };
    return { fault: { en: words("en"), zh: words("zh") } };
  }
  const { local, precision } = read.published;
  const [day, time] = [local.slice(0, 10), local.slice(11, precision === "minute" ? 16 : 19)];
  return { date: precision === "day" ? day : `${day} ${time} ${local.slice(19).replace(":", "")}` };
}
