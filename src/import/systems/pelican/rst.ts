import { escapeHtml, figureOf } from "../figure.ts";

/** A construct of reStructuredText that is kept as it was written. */
export interface KeptMarkup {
  readonly markup: string;
  /** Line of the body on which it begins, counted from 1. */
  readonly line: number;
}

interface Block {
  readonly lines: readonly string[];
  readonly line: number;
}

const underline = /^([!-/:-@[-`{-~])\1{2,}\s*$/;
const bullet = /^[-*+•]\s+/;
const numbered = /^(?:\d+|#)[.)]\s+/;

/**
 * Makes HTML of simple reStructuredText: paragraphs, headings, lists, literal blocks, quotations and pictures. All
 * else is kept as it was written, as preformatted text. https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html
 * @param body - the text below the head, with `\n` line ends
 * @returns HTML, and what was kept
 */
export function rstHtml(body: string): { readonly html: string; readonly kept: readonly KeptMarkup[] } {
  const kept: KeptMarkup[] = [];
  const targets = new Map<string, string>();
  const text = body.replace(/^\.\. _`?([^:`\n]+)`?:[ \t]+(\S+)[ \t]*$/gm, (_, name: string, address: string) => {
    targets.set(name.toLowerCase(), address);
    return "";
  });
  const html: string[] = [];
  let isLiteral = false;
  for (const block of blocksOf(text)) {
    const first = block.lines[0]!;
    const isIndented = block.lines.every((line) => /^\s/.test(line));
    if (isLiteral && isIndented) {
      html.push(`<pre><code>${escapeHtml(unindented(block.lines))}</code></pre>`);
      continue;
    }
    isLiteral = /::\s*$/.test(block.lines.at(-1)!) && !first.startsWith("..");
    if (first.startsWith(".. ") || first.trim() === "..") html.push(directive(block, kept));
    else if (isTable(block)) html.push(keep(block, "table", kept));
    else html.push(plainBlock(block, isIndented, isLiteral, (line) => inline(line, targets)));
  }
  return { html: html.filter(Boolean).join("\n\n"), kept };
}

/** What blank lines part; what is indented below a directive belongs to it. */
function blocksOf(text: string): readonly Block[] {
  const blocks: { lines: string[]; line: number }[] = [];
  let isOpen = false;
  text.split("\n").forEach((line, index) => {
    const last = blocks.at(-1);
    if (line.trim() === "") isOpen = false;
    else if (isOpen || (last?.lines[0]!.startsWith(".. ") && /^\s/.test(line))) {
      if (!isOpen) last!.lines.push("");
      last!.lines.push(line.trimEnd());
      isOpen = true;
    } else {
      blocks.push({ lines: [line.trimEnd()], line: index + 1 });
      isOpen = true;
    }
  });
  return blocks;
}

function plainBlock({ lines }: Block, isIndented: boolean, isLiteral: boolean, set: (text: string) => string): string {
  if (lines.length === 2 && underline.test(lines[1]!)) return `<h2>${set(lines[0]!)}</h2>`;
  if (lines.length === 3 && underline.test(lines[0]!) && underline.test(lines[2]!))
    return `<h2>${set(lines[1]!.trim())}</h2>`;
  if (lines.length === 1 && /^([!-/:-@[-`{-~])\1{3,}$/.test(lines[0]!)) return "<hr>";
  for (const [mark, name] of [
    [bullet, "ul"],
    [numbered, "ol"],
  ] as const) {
    if (mark.test(lines[0]!.trimStart()))
      return `<${name}>${itemsOf(lines, mark)
        .map((one) => `<li>${set(one)}</li>`)
        .join("")}</${name}>`;
  }
  const joined = lines.map((line) => line.trim()).join("\n");
  const said = isLiteral ? joined.replace(/\s*::$/, joined.trim() === "::" ? "" : "：") : joined;
  if (said === "") return "";
  return isIndented ? `<blockquote><p>${set(said)}</p></blockquote>` : `<p>${set(said)}</p>`;
}

function itemsOf(lines: readonly string[], mark: RegExp): readonly string[] {
  const items: string[] = [];
  for (const line of lines.map((one) => one.trim())) {
    if (mark.test(line)) items.push(line.replace(mark, ""));
    else items.push(`${items.pop() ?? ""}\n${line}`);
  }
  return items;
}

function directive(block: Block, kept: KeptMarkup[]): string {
  const [, name = "", value = ""] = /^\.\.\s+(?:\|[^|]*\|\s+)?([\w-]+)::\s*(.*)$/.exec(block.lines[0]!) ?? [];
  const options = new Map(
    block.lines.slice(1).flatMap((line) => {
      const option = /^\s+:([\w-]+):\s*(.*)$/.exec(line);
      return option ? [[option[1]!, option[2]!] as const] : [];
    }),
  );
  const content = block.lines.slice(1).filter((line) => !/^\s+:[\w-]+:/.test(line));
  switch (name) {
    case "":
      // A comment.
      return /^\.\.\s+(?:_|\[|\|)/.test(block.lines[0]!) ? keep(block, block.lines[0]!.trim(), kept) : "";
    case "image":
      return figureOf(value, options.get("alt") ?? "", "");
    case "figure":
      return figureOf(
        value,
        options.get("alt") ?? "",
        content
          .map((line) => line.trim())
          .filter(Boolean)
          .join(" "),
      );
    case "code":
    case "code-block":
    case "sourcecode":
      return `<pre><code>${escapeHtml(unindented(content).replace(/^\n+/, ""))}</code></pre>`;
    case "more":
      return "<!--more-->";
    default:
      return keep(block, `.. ${name}::`, kept);
  }
}

function keep(block: Block, markup: string, kept: KeptMarkup[]): string {
  kept.push({ markup, line: block.line });
  return `<pre>${escapeHtml(block.lines.join("\n"))}</pre>`;
}

function isTable({ lines }: Block): boolean {
  return /^\s*(?:\+[-=]{2,}|={2,}\s+={2,})/.test(lines[0]!);
}

function unindented(lines: readonly string[]): string {
  const indents = lines.filter((line) => line.trim() !== "").map((line) => /^\s*/.exec(line)![0].length);
  const least = indents.length === 0 ? 0 : Math.min(...indents);
  return lines.map((line) => line.slice(least)).join("\n");
}

const marks: readonly (readonly [RegExp, (...found: readonly string[]) => string])[] = [
  [/``([^`]+(?:`[^`]+)*)``/g, (_, code) => `<code>${code}</code>`],
  [/`([^`<]+?)\s*&lt;([^`]+?)&gt;`__?/g, (_, words, address) => `<a href="${address}">${words}</a>`],
  [/\*\*([^*\n]+)\*\*/g, (_, words) => `<strong>${words}</strong>`],
  [/(?<![*\w])\*([^*\s][^*\n]*)\*(?![*\w])/g, (_, words) => `<em>${words}</em>`],
];

function inline(text: string, targets: ReadonlyMap<string, string>): string {
  const set = marks.reduce(
    (all, [pattern, write]) => all.replace(pattern, (...found: string[]) => write(...found)),
    escapeHtml(text),
  );
  const linked = set.replace(
    /`([^`<>]+)`_(?!_)|(?<![\w`>])([\p{L}\p{N}-]+)_(?![\w_])/gu,
    (whole, quoted: string | undefined, word: string | undefined) => {
      const address = targets.get((quoted ?? word ?? "").toLowerCase());
      return address === undefined ? whole : `<a href="${escapeHtml(address)}">${quoted ?? word}</a>`;
    },
  );
  return linked.replace(/\\(.)/g, "$1");
}
