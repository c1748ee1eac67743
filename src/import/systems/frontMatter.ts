/** From the beginning of a file to the end of its opening fence, line ends of any kind. */
const opening = /^\uFEFF?(?:[ \t\u3000]*\r?\n)*---[^\n]*(?:\n|$)/;
const closing = /^(?:---|\.\.\.)[ \t]*\r?$/m;

/**
 * Sets keys of a file's front matter and leaves every other character as it is.
 * @param text - an article file with fences
 * @param keys - the keys and their values
 * @returns the file; a key that stands on one line is replaced there, others come last
 */
export function withKeys(text: string, keys: Readonly<Record<string, unknown>>): string {
  const head = opening.exec(text)?.[0];
  const close = head === undefined ? null : closing.exec(text.slice(head.length));
  if (head === undefined || !close) throw new Error("Expected front matter between fences, got none");
  const lineEnd = head.endsWith("\r\n") ? "\r\n" : "\n";
  const end = head.length + close.index;
  let inside = text.slice(head.length, end);
  for (const [key, value] of Object.entries(keys)) {
    const line = `${key}: ${yamlOf(value)}`;
    const own = new RegExp(`^${key}:(?:[ \\t]*[^\\s|>][^\\r\\n]*|[ \\t]*)(?=\\r?\\n(?![ \\t-]))`, "m");
    if (own.test(inside)) inside = inside.replace(own, () => line);
    else inside += line + lineEnd;
  }
  return head + inside + text.slice(end);
}

/**
 * Writes an article file.
 * @param keys - its front matter, in this order; `undefined`, empty texts and empty lists are left out
 * @param body - its body
 * @returns the file
 */
export function composeFile(keys: Readonly<Record<string, unknown>>, body: string): string {
  const lines = Object.entries(keys).flatMap(([key, value]) =>
    isNothing(value) ? [] : `${keyOf(key)}: ${yamlOf(value)}\n`,
  );
  return `---\n${lines.join("")}---\n${body.replace(/\r\n?/g, "\n").replace(/^\n*/, "\n").trimEnd()}\n`;
}

/** What YAML leaves a text without quotation marks: a date. */
const plain = /^\d{4}-\d\d-\d\d(?: \d\d:\d\d:\d\d(?: [+-]\d{4})?)?$/;

/** JSON is YAML: https://yaml.org/spec/1.2.2/#12-language-overview */
function yamlOf(value: unknown): string {
  return typeof value === "string" && plain.test(value) ? value : JSON.stringify(value);
}

function keyOf(key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) ? key : JSON.stringify(key);
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}
