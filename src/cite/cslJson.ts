import { datePartsOf, kindOf, type Citation } from "./citation.ts";

/**
 * Describes an article as an item of CSL-JSON: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html
 * @param citation - the citation
 * @param accessed - the day on which the reader has seen it; without it, the item is of the article in print
 * @returns the item
 */
export function cslItem(citation: Citation, accessed?: string): Readonly<Record<string, unknown>> {
  const { id, title, authors, paper, publisher, page, issued, url, language } = citation;
  return {
    id,
    type: kindOf(citation).csl,
    title,
    // What is a family name is not known.
    ...(authors.length > 0 ? { author: authors.map((literal) => ({ literal })) } : {}),
    ...(paper === undefined ? {} : { "container-title": paper }),
    ...(publisher === undefined ? {} : { publisher }),
    issued: dated(issued),
    ...(page === undefined ? {} : { page }),
    ...(accessed === undefined ? {} : { URL: url, accessed: dated(accessed) }),
    language,
  };
}

/**
 * Writes a CSL-JSON file of one item.
 * @param citation - the citation
 * @param accessed - the day on which the reader has seen it
 * @returns JSON, with a line end
 */
export function cslJson(citation: Citation, accessed: string): string {
  return `${JSON.stringify([cslItem(citation, accessed)], undefined, 2)}\n`;
}

function dated(date: string) {
  return { "date-parts": [datePartsOf(date)] };
}
