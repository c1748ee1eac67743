import { countCharacters, oneLine } from "../characters.ts";

/** Names of pages are short: `A05`, `要闻`. */
const mostCharacters = 12;

/**
 * The page of the newspaper that an article stood on.
 * @param stated - what the front matter says: `5`, `A05`, `第5版`
 * @returns the page as citations have it, without 第 and 版; nothing for what is no page
 */
export function printedPage(stated: string | undefined): string | undefined {
  const page = oneLine(stated ?? "").replace(/^第\s*|\s*版$/g, "");
  return page === "" || countCharacters(page) > mostCharacters ? undefined : page;
}
