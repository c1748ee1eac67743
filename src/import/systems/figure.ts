/**
 * Escapes a text for HTML, in elements and in attributes.
 * @param text - any text
 * @returns it with entities for `& < > "`
 */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character]!);
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * A picture with its caption.
 * @param source - the picture's address
 * @param alt - what it shows
 * @param caption - plain text below it
 * @returns HTML, a block of its own
 */
export function figureOf(source: string, alt: string, caption: string): string {
  const image = `<img src="${escapeHtml(source)}" alt="${escapeHtml(alt)}">`;
  return `<figure>${image}${caption === "" ? "" : `<figcaption>${escapeHtml(caption)}</figcaption>`}</figure>`;
}

/** The text around a listing that is to be set. */
export interface Around {
  readonly before: string;
  readonly after: string;
}

/**
 * A listing of code.
 * @param code - the code
 * @param language - its language, if one is named
 * @param around - the Markdown it stands in; nothing in HTML
 * @returns a fence that the code does not close and that stays in the item of a list it stands in, or HTML
 */
export function codeBlock(code: string, language: string, around: Around | undefined): string {
  const lines = code.replace(/^[ \t]*\r?\n|\r?\n[ \t]*$/g, "");
  if (!around) {
    const name = language === "" ? "" : ` class="language-${escapeHtml(language)}"`;
    return `<pre><code${name}>${escapeHtml(lines)}</code></pre>`;
  }
  const fence = "`".repeat(Math.max(3, ...Array.from(lines.matchAll(/`{3,}/g), ([ticks]) => ticks.length + 1)));
  const lead = around.before.slice(around.before.lastIndexOf("\n") + 1);
  const isFirst = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*$/.test(lead);
  const indent = isFirst ? lead.replace(/[^ \t]/g, " ") : /^[ \t]*/.exec(lead)![0];
  const rows = lines.split("\n");
  const isIndented = rows.every((row) => row.trim() === "" || row.startsWith(indent));
  const set = isIndented ? lines : rows.map((row) => (row.trim() === "" ? row : indent + row)).join("\n");
  const isLast = /^[ \t]*(?:\r?\n|$)/.test(around.after);
  const next = `\n${indent}`;
  return `${isFirst ? "" : next}${fence}${language}\n${set}${next}${fence}${isLast ? "" : next}`;
}

/**
 * The named values of a tag: `src="a.png" caption='…' width=300`.
 * @param text - what follows the tag's name
 * @returns the values by name, in lower case, and those without a name in order
 */
export function valuesIn(text: string): {
  readonly named: ReadonlyMap<string, string>;
  readonly plain: readonly string[];
} {
  const named = new Map<string, string>();
  const plain: string[] = [];
  for (const [, name, double, single, backtick, bare] of text.matchAll(
    /(?:([\w-]+)\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|([^\s"'`=]+))/g,
  )) {
    const value = (double ?? single)?.replace(/\\(.)/g, "$1") ?? backtick ?? bare ?? "";
    if (name === undefined) plain.push(value);
    else named.set(name.toLowerCase(), value);
  }
  return { named, plain };
}
