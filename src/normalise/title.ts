import { decodeHTMLStrict } from "entities";
import { beginning, oneLine } from "../characters.ts";

/** Mark-up that old sites put in titles for its looks; anything else that looks like a tag is part of the title. */
const formatting =
  /<\/?(?:a|b|big|br|code|del|em|font|i|ins|mark|s|small|span|strike|strong|sub|sup|tt|u)(?:\s[^<>]*)?\/?>/gi;
/** A title made of the first sentence is at most this long, characters. */
const mostCharacters = 40;

/**
 * The title as plain text.
 * @param title - the front matter's, perhaps with entities and formatting tags
 * @returns one line of text; it is escaped once, when a page is drawn
 */
export function readTitle(title: string): string {
  return oneLine(decodeHTMLStrict(title.replace(formatting, "")));
}

/**
 * A title for an article that has none.
 * @param text - the article's plain text
 * @returns its first sentence, without the full stop; empty when there is no text
 */
export function titleFrom(text: string): string {
  const first = text.split("\n").find((line) => line.trim() !== "") ?? "";
  const sentence = /^.*?[。！？!?；;](?=.|$)/.exec(first)?.[0] ?? first;
  return beginning(oneLine(sentence).replace(/[。；;]$/, ""), mostCharacters);
}
