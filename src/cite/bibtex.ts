import { datePartsOf, kindOf, type Citation } from "./citation.ts";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;

/** What TeX reads as a command. BibTeX counts braces even after a backslash, so that they need names. */
const commands: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  $: "\\$",
  "&": "\\&",
  "#": "\\#",
  "%": "\\%",
  _: "\\_",
};

const command = /[\\{}~^$&#%_]/g;
const wordOrCommand = /[\p{Lu}\p{Ll}\p{M}\d]+|[\\{}~^$&#%_]/gu;

/**
 * Writes a BibTeX entry that biblatex, gbt7714-bibtex-style and Zotero read too; UTF-8.
 * @param citation - the citation
 * @param accessed - the day on which the reader has seen it
 * @returns the entry, with a line end
 */
export function bibtex(citation: Citation, accessed: string): string {
  const { id, title, authors, paper, publisher, page, issued, url, language } = citation;
  const [year, month, day] = datePartsOf(issued);
  const fields: readonly (readonly [string, string | undefined])[] = [
    // Each name in braces of its own: it may be an office, or hold a comma or an “and”.
    ["author", authors.length > 0 ? braced(authors.map((name) => braced(escaped(name))).join(" and ")) : undefined],
    ["title", braced(capitalsKept(title))],
    ["journal", paper === undefined ? undefined : braced(escaped(paper))],
    ["entrysubtype", paper === undefined ? undefined : braced("newspaper")],
    ["organization", publisher === undefined ? undefined : braced(escaped(publisher))],
    ["mark", braced(kindOf(citation).mark)],
    ["date", braced(issued)],
    ["year", braced(String(year))],
    ["month", month === undefined ? undefined : months[month - 1]],
    ["day", day === undefined ? undefined : braced(String(day))],
    ["pages", page === undefined ? undefined : braced(escaped(page))],
    ["url", braced(verbatim(url))],
    ["urldate", braced(accessed)],
    ["language", braced(language)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value},`]));
  return [`@${kindOf(citation).bibtex}{${id},`, ...lines, "}", ""].join("\n");
}

function braced(text: string): string {
  return `{${text}}`;
}

function escaped(text: string): string {
  return text.replace(command, (found) => commands[found]!);
}

/** Styles make the capitals of a title small where they are not in braces: `{GDP}增长`. */
function capitalsKept(title: string): string {
  return title.replace(wordOrCommand, (found) => commands[found] ?? (/\p{Lu}/u.test(found) ? braced(found) : found));
}

/** An address is not read as TeX; only its braces count. */
function verbatim(url: string): string {
  return url.replace(/[{}\\]/g, encodeURIComponent);
}
