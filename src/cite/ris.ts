import { kindOf, type Citation } from "./citation.ts";

/**
 * Writes a record in the RIS format (https://en.wikipedia.org/wiki/RIS_(file_format)): a tag of two characters, two
 * spaces, a hyphen and a space begin each line; UTF-8.
 * @param citation - the citation
 * @param accessed - the day on which the reader has seen it
 * @returns the record, with line ends of two characters as the format wants them
 */
export function ris(citation: Citation, accessed: string): string {
  const { id, title, authors, paper, publisher, page, issued, url, language } = citation;
  const lines: readonly (readonly [string, string | undefined])[] = [
    ["TY", kindOf(citation).ris],
    ["ID", id],
    ...authors.map((name) => ["AU", name] as const),
    ["TI", title],
    ["T2", paper],
    ["PB", publisher],
    ["PY", issued.slice(0, 4)],
    ["DA", slashed(issued)],
    ["SP", page],
    ["UR", url],
    ["Y2", slashed(accessed)],
    ["LA", language],
    ["ER", ""],
  ];
  return lines.flatMap(([tag, value]) => (value === undefined ? [] : `${tag}  - ${value}\r\n`)).join("");
}

/** `2022/03/11/`, `2022/02//` for a month, `2022///` for a year: year, month, day and a season that is never known. */
function slashed(date: string): string {
  const [year, month = "", day = ""] = date.split("-");
  return `${year}/${month}/${day}/`;
}
