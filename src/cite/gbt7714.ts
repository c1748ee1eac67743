import { kindOf, type Citation } from "./citation.ts";

/** So many authors are named, as 8.1.2 of the standard has it. */
const mostAuthors = 3;

/**
 * Cites an article as it stood in the paper, after GB/T 7714—2015, 4.4.2: `题名[N]. 报纸名, 2022-03-11(5).`
 * @param citation - the citation
 * @returns the reference; nothing when no paper is known
 */
export function inPrint(citation: Citation): string | undefined {
  return citation.paper === undefined ? undefined : `${head(citation, kindOf(citation).mark)}. ${place(citation)}.`;
}

/**
 * Cites an article's page in this archive, after GB/T 7714—2015, 4.4.2 and 4.6.2:
 * `题名[N/OL]. 报纸名, 2022-03-11(5)[2024-01-01]. https://…`, and what is from no newspaper
 * `题名[EB/OL]. 财联社, 2022(2022-03-11)[2024-01-01]. https://…`.
 * @param citation - the citation
 * @param accessed - the day on which the reader has seen it, `2024-01-01`, or room for one
 * @returns the reference
 */
export function online(citation: Citation, accessed: string): string {
  return `${head(citation, `${kindOf(citation).mark}/OL`)}. ${place(citation)}[${accessed}]. ${citation.url}.`;
}

function head({ authors, title, language }: Citation, mark: string): string {
  const names = [...authors.slice(0, mostAuthors), ...(authors.length > mostAuthors ? [others(language)] : [])];
  const responsible = names.join(", ");
  return `${responsible}${responsible === "" ? "" : responsible.endsWith(".") ? " " : ". "}${title}[${mark}]`;
}

function place({ paper, publisher, issued, page }: Citation): string {
  if (paper !== undefined) return `${paper}, ${issued}${page === undefined ? "" : `(${page})`}`;
  if (publisher === undefined) return `(${issued})`;
  const year = issued.slice(0, 4);
  return `${publisher}, ${year}${issued === year ? "" : `(${issued})`}`;
}

/** 8.1.2: “, 等” or the word for it in the language of the work. */
function others(language: string): string {
  return /^zh\b/i.test(language) ? "等" : "et al";
}
