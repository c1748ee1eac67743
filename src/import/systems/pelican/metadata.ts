import { DomUtils, parseDocument } from "htmlparser2";

/** A content file of Pelican, taken apart. */
export interface PelicanFile {
  /** Its metadata by name in lower case. */
  readonly metadata: ReadonlyMap<string, string>;
  readonly body: string;
  readonly bodyLine: number;
}

/**
 * Reads the head of a Markdown file, `Title: …` to the first blank line; four spaces go on with the line before.
 * @param text - the file, with `\n` line ends
 * @returns its parts
 */
export function readMarkdownHead(text: string): PelicanFile {
  const metadata = new Map<string, string>();
  const lines = text.split("\n");
  const isFenced = /^-{3}\s*$/.test(lines[0] ?? "");
  let at = isFenced ? 1 : 0;
  let last = "";
  for (; at < lines.length; at++) {
    const line = lines[at]!;
    const field = /^ {0,3}([A-Za-z0-9_-]+):[ \t]*(.*)$/.exec(line);
    if (field) metadata.set((last = field[1]!.toLowerCase()), field[2]!.trim());
    else if (last !== "" && /^(?: {4,}|\t)\S/.test(line)) metadata.set(last, `${metadata.get(last)!}\n${line.trim()}`);
    else break;
  }
  // The line that ends the head: blank, or the closing fence.
  if (/^(?:-{3}|\.{3})?\s*$/.test(lines[at] ?? "x")) at++;
  return { metadata, body: lines.slice(at).join("\n"), bodyLine: at + 1 };
}

/** A line of one punctuation mark, above or below a title. */
function isLine(line: string | undefined): boolean {
  return line !== undefined && /^([!-/:-@[-`{-~])\1{1,}\s*$/.test(line);
}

/**
 * Reads the head of a reStructuredText file: its title, underlined or between lines, and the fields `:date: …` below.
 * @param text - the file, with `\n` line ends
 * @returns its parts
 */
export function readRstHead(text: string): PelicanFile {
  const metadata = new Map<string, string>();
  const lines = text.split("\n");
  let at = 0;
  const skip = () => {
    while (at < lines.length && (lines[at]!.trim() === "" || lines[at]!.startsWith(".. "))) at++;
  };
  skip();
  if (isLine(lines[at]) && isLine(lines[at + 2])) {
    metadata.set("title", lines[at + 1]!.trim());
    at += 3;
  } else if (isLine(lines[at + 1]) && !isLine(lines[at])) {
    metadata.set("title", lines[at]!.trim());
    at += 2;
  }
  skip();
  let last = "";
  for (; at < lines.length; at++) {
    const field = /^:([\w -]+):[ \t]*(.*)$/.exec(lines[at]!);
    if (field) metadata.set((last = field[1]!.toLowerCase()), field[2]!.trim());
    else if (last !== "" && /^\s+\S/.test(lines[at]!))
      metadata.set(last, `${metadata.get(last)!}\n${lines[at]!.trim()}`.trim());
    else break;
  }
  return { metadata, body: lines.slice(at).join("\n"), bodyLine: at + 1 };
}

/**
 * Reads an HTML file: its title, its `meta` elements, and what is in its body.
 * @param text - the file
 * @returns its parts
 */
export function readHtmlHead(text: string): PelicanFile {
  const metadata = new Map<string, string>();
  const head = /<head\b[^]*?<\/head\s*>/i.exec(text)?.[0] ?? "";
  for (const element of DomUtils.findAll(
    ({ name }) => name === "title" || name === "meta",
    parseDocument(head).children,
  )) {
    const { name, content, contents } = element.attribs;
    if (element.name === "title") metadata.set("title", DomUtils.textContent(element).trim());
    else if (name !== undefined) metadata.set(name.toLowerCase(), (content ?? contents ?? "").trim());
  }
  const open = /<body\b[^>]*>/i.exec(text);
  const start = open ? open.index + open[0].length : 0;
  const close = text.search(/<\/body\s*>/i);
  const body = text.slice(start, close < start ? undefined : close);
  return { metadata, body, bodyLine: text.slice(0, start).split("\n").length };
}
