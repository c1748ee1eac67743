import type { Statement } from "../source.ts";

/** `本文来自微信公众号“边城笔记”（ID：bcbj），作者：瞿一凡，编辑：虞山，36氪经授权发布。`: what portals set above what they reprint. */
const reprint =
  /^(?:本文)?(?:来自|来源于?|转载自|首发于)[：:]?(?:微信)?公众号\s*(?:[：:]\s*[“"「【]?|[“"「【])(?<source>[^“”"「」【】（）(),，。：:]{2,20})[”"」】]?(?:\s*[（(](?:微信)?\s*ID\s*[：:][^（）()]{1,40}[）)])?(?:[，,]\s*(?:原文)?作者\s*[：:丨|]\s*(?<byline>[^，,。：:（(]{2,20}))?(?:[，,]\s*(?:责任)?编辑\s*[：:丨|]\s*(?<editor>[^，,。：:（(]{2,20}))?(?=(?:[，,（(][^。]{0,40})?。?$)/i;
const fields = ["source", "byline", "editor"] as const;
/** A longer row is text, UTF-16 units. */
const longest = 160;

/**
 * Whether a row says whose article is reprinted.
 * @param text - the row
 * @returns true for one that names an account of WeChat as the origin
 */
export function isReprint(text: string): boolean {
  return text.length <= longest && reprint.test(text);
}

/**
 * Reads whose article a portal reprints.
 * @param texts - the rows of a page
 * @returns source, byline and editor, as far as the first such row names them
 */
export function reprintStatements(texts: readonly string[]): Statement[] {
  const text = texts.find(isReprint);
  const said = text === undefined ? undefined : reprint.exec(text)?.groups;
  return fields.flatMap((field) => {
    const value = said?.[field]?.trim();
    return value === undefined ? [] : [{ field, value, from: text!.slice(0, 20) }];
  });
}
